//! The sheets whose rows say of which kind they are: what was agreed, and what a scenario takes out.

use crate::{
    campaign::{
        fields::{Entry as _, Keys},
        schema::{Ban, Group, Pin, Removals},
        workbook::{
            agreements::{AGREEMENT_COLUMNS, KINDS, REMOVAL_COLUMNS, TRY},
            headings::Field,
            writing::{
                cells,
                columns::{Column, is_entry},
            },
        },
    },
    document::{Node, Value},
};

/// The columns of the agreements.
pub(super) fn agreement_columns() -> Vec<Column> {
    let column = |(word, key): &(&str, &str)| {
        let keys = [&Pin::KEYS, &Group::KEYS];
        let field = keys.into_iter().find_map(|keys| field(keys, key));
        Column { heading: (*word).to_owned(), field }
    };
    AGREEMENT_COLUMNS.iter().map(column).collect()
}

/// The columns of what is taken out.
pub(super) fn removal_columns() -> Vec<Column> {
    REMOVAL_COLUMNS.iter().map(|(word, _)| Column { heading: (*word).to_owned(), field: None }).collect()
}

fn field(keys: &Keys, key: &str) -> Option<Field> {
    let known = keys.known.iter().find(|known| known.key == key)?;
    Some(Field { home: keys.home, known, within: None, rank: None })
}

/// A row for each agreement of a list; `None` where the sheet has no form for one of them.
pub(super) fn agreements(list: &str, node: &Node) -> Option<Vec<Vec<String>>> {
    let keys = match list {
        "pins" => &Pin::KEYS,
        "bans" => &Ban::KEYS,
        _ => &Group::KEYS,
    };
    let Value::List(entries) = &node.value else { return None };
    (!entries.is_empty()).then(|| entries.iter().map(|entry| agreement(list, keys, entry)).collect())?
}

fn agreement(list: &str, keys: &Keys, entry: &Node) -> Option<Vec<String>> {
    if !is_entry(entry, keys) {
        return None;
    }
    let is_tried = entry.entry("strength").and_then(Node::text) == Some("try");
    let fits = |(at, (_, own, members)): &(usize, &(&str, &str, Option<&str>))| {
        let has_members = members.is_none_or(|members| entry.entry(members).is_some());
        *own == list && has_members && (*members != Some("together") || is_tried == (*at == TRY))
    };
    let mut fitting = KINDS.iter().enumerate().filter(fits);
    let (kind, (word, _, members)) = fitting.next()?;
    if fitting.next().is_some() {
        return None;
    }
    let cell = |(_, column): &(&str, &str)| match *column {
        "kind" => (*word).to_owned(),
        "strength" if kind == TRY => String::new(),
        column => {
            let key = if column == "ambassador" { members.unwrap_or(column) } else { column };
            let said = field(keys, key).and_then(|field| Some(cells::text(&field, entry.entry(key)?)));
            said.unwrap_or_default()
        }
    };
    Some(AGREEMENT_COLUMNS.iter().map(cell).collect())
}

/// A row for each entry that is taken out; `None` where the sheet has no form for one of them.
pub(super) fn removals(node: &Node) -> Option<Vec<Vec<String>>> {
    if !is_entry(node, &Removals::KEYS) {
        return None;
    }
    let mut rows = Vec::new();
    for known in Removals::KEYS.known {
        let Some(node) = node.entry(known.key) else { continue };
        let names = match &node.value {
            Value::List(names) if !names.is_empty() => names.as_slice(),
            Value::Scalar { .. } => std::slice::from_ref(node),
            _ => return None,
        };
        rows.extend(names.iter().map(|name| vec![known.word.to_owned(), cells::name(name)]));
    }
    Some(rows)
}
