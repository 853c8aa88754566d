//! A campaign's tree as the sheets of a workbook, which read back as the same tree.
//!
//! In: the [`Node`] of a file that has no faults of form. Out: [`Sheet`]s with the words of every cell. Only the order of keys is
//! lost, and whether a value stood alone or as a list of one.

mod agreements;
mod cells;
pub mod columns;

use crate::{
    campaign::{
        fields::{Entry as _, Keys, KnownKey},
        schema::{File, Scenario},
        workbook::{AGREEMENTS, REMOVALS, headings::Field},
    },
    diagnostic::shape::{Home, Wanted},
    document::{Node, Value},
};
use columns::{Column, columns, is_entry};

/// One sheet.
pub struct Sheet {
    /// What stands on its tab.
    pub name: &'static str,
    /// What it holds.
    pub body: Body,
}

/// What a sheet holds.
pub enum Body {
    /// A row for each entry.
    Entries {
        /// The columns.
        columns: Vec<Column>,
        /// The words of each row, one for each column; empty where nothing is said.
        rows: Vec<Vec<String>>,
    },
    /// Two columns: an item, and what it is; empty where nothing is said.
    Items(Vec<(Column, String)>),
}

/// The columns that a sheet has whatever its entries say, by the words over them.
const USUAL: [(Home, &[&str]); 5] = [
    (Home::Unit, &["名称", "地址", "联系人.姓名", "联系人.电话", "不接待", "备注"]),
    (
        Home::Post,
        &[
            "单位",
            "岗位",
            "带教老师",
            "带教电话",
            "报到地点",
            "日期",
            "班次",
            "每场人数",
            "需要人数",
            "要求",
            "携带",
            "备注",
        ],
    ),
    (
        Home::Ambassador,
        &[
            "姓名",
            "电话",
            "工作单位",
            "所在组织",
            "可参加日期",
            "不参加日期",
            "证件",
            "服从调剂",
            "第一志愿",
            "第二志愿",
            "第三志愿",
            "备注",
        ],
    ),
    (
        Home::Neighbourhood,
        &["名称", "地址", "活动地点", "联系人.姓名", "联系人.电话", "需要主题", "不方便", "备注"],
    ),
    (Home::Theme, &["名称", "月份", "备注"]),
];

/// The sheets of a campaign, those without entries too.
pub fn sheets(root: &Node) -> Vec<Sheet> {
    let mut beside = Vec::new();
    beside.extend(extends(root));
    let mut sheets = Vec::new();
    let mut agreed = Vec::new();
    for known in File::KEYS.known {
        let node = root.entry(known.key);
        let Some(keys) = known.within else { continue };
        let is_said = match known.key {
            "pins" | "bans" | "groups" => {
                let rows = node.and_then(|node| agreements::agreements(known.key, node));
                let is_said = rows.is_some();
                agreed.extend(rows.unwrap_or_default());
                is_said
            }
            _ => {
                let said = node.filter(|node| has_form(node, known.wanted, keys));
                let body = if known.wanted == Wanted::Map { items(keys, said) } else { entries(keys, said) };
                sheets.push(Sheet { name: known.word, body });
                said.is_some()
            }
        };
        beside.extend(node.filter(|_| !is_said).map(|node| named(Home::File, known, node)));
        if known.key == "groups" {
            let columns = agreements::agreement_columns();
            sheets.push(Sheet {
                name: AGREEMENTS.0,
                body: without_unused(columns, std::mem::take(&mut agreed), &["强度"]),
            });
        }
    }
    sheets.extend(removals(root, &mut beside));
    if let Some(Sheet { body: Body::Items(items), .. }) = sheets.first_mut() {
        items.splice(0..0, beside);
    }
    sheets
}

fn extends(root: &Node) -> Option<(Column, String)> {
    let known = Scenario::KEYS.known.iter().find(|known| known.key == "extends")?;
    let column = Column::whole(Home::Scenario, known);
    let cell = column.cell(root);
    (!cell.is_empty()).then_some((column, cell))
}

/// What is taken out, in a file that can take something out.
fn removals(root: &Node, beside: &mut Vec<(Column, String)>) -> Option<Sheet> {
    let known = Scenario::KEYS.known.iter().find(|known| known.key == "remove")?;
    let removed = root.entry(known.key);
    if removed.is_none() && root.entry("extends").is_none() {
        return None;
    }
    let rows = removed.and_then(agreements::removals);
    beside.extend(removed.filter(|_| rows.is_none()).map(|node| named(Home::Scenario, known, node)));
    let body = Body::Entries { columns: agreements::removal_columns(), rows: rows.unwrap_or_default() };
    Some(Sheet { name: REMOVALS.0, body })
}

/// A section that its sheet has no form for, under its key.
fn named(home: Home, known: &'static KnownKey, node: &Node) -> (Column, String) {
    (Column { heading: known.key.to_owned(), ..Column::whole(home, known) }, cells::fragment(node))
}

/// Whether the sheet of a section can hold what stands there.
fn has_form(node: &Node, wanted: Wanted, keys: &Keys) -> bool {
    match &node.value {
        Value::List(entries) if wanted == Wanted::Maps => {
            !entries.is_empty() && entries.iter().all(|entry| is_entry(entry, keys))
        }
        _ => wanted == Wanted::Map && is_entry(node, keys),
    }
}

/// The items of a map: all that there are, filled in where the map says them.
fn items(keys: &Keys, node: Option<&Node>) -> Body {
    let said = |column: Column| {
        let cell = node.map_or(String::new(), |node| column.cell(node));
        (column, cell)
    };
    // What has parts is said by them.
    let is_shown = |(column, cell): &(Column, String)| {
        let is_whole = |field: &Field| field.within.is_none() && columns::parts(field.known).is_some();
        !cell.is_empty() || !column.field.as_ref().is_some_and(is_whole)
    };
    Body::Items(columns(keys).into_iter().map(said).filter(is_shown).collect())
}

/// The entries of a list.
fn entries(keys: &Keys, node: Option<&Node>) -> Body {
    let columns = columns(keys);
    let entries = match node.map(|node| &node.value) {
        Some(Value::List(entries)) => entries.as_slice(),
        _ => &[],
    };
    let row = |entry: &Node| columns.iter().map(|column| column.cell(entry)).collect();
    let rows: Vec<Vec<String>> = entries.iter().map(row).collect();
    let usual = USUAL.iter().find(|(home, _)| *home == keys.home).map_or(&[][..], |(_, words)| words);
    let rare: Vec<String> = columns
        .iter()
        .map(|column| column.heading.clone())
        .filter(|word| !usual.contains(&word.as_str()))
        .collect();
    let rare: Vec<&str> = rare.iter().map(String::as_str).collect();
    without_unused(columns, rows, &rare)
}

/// The columns and rows without those of the `rare` columns in which nothing stands.
fn without_unused(columns: Vec<Column>, mut rows: Vec<Vec<String>>, rare: &[&str]) -> Body {
    let is_kept = |(at, column): (usize, &Column)| {
        !rare.contains(&column.heading.as_str()) || rows.iter().any(|row| !row[at].is_empty())
    };
    let kept: Vec<bool> = columns.iter().enumerate().map(is_kept).collect();
    let mut keep = kept.iter().cycle();
    for row in &mut rows {
        row.retain(|_| keep.next() == Some(&true));
    }
    let columns =
        columns.into_iter().zip(&kept).filter(|(_, kept)| **kept).map(|(column, _)| column).collect();
    Body::Entries { columns, rows }
}
