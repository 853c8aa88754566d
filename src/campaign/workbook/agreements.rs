//! The sheets of what was agreed, and of what a scenario takes out: each row says of which kind it is.

use crate::{
    campaign::{
        fields::{Entry as _, KnownKey},
        schema::{Ban, Group, Pin, Removals},
        workbook::{
            headings::{self, Field},
            rows::{Building, tell_without_heading},
            table::{Heading, Table},
            values::{Values, Words},
        },
    },
    diagnostic::{Diagnostic, nearest::nearest, shape::Wanted, workbook::Workbook},
    document::{Key, Node, Value},
    source::{
        Sources,
        grid::{Row, Sheet},
    },
};

/// A column: its heading in Chinese, and the key.
pub type Column = (&'static str, &'static str);

/// The columns of the agreements; the first says of which kind one is.
pub const AGREEMENT_COLUMNS: [Column; 7] = [
    ("类型", "kind"),
    ("大使", "ambassador"),
    ("岗位", "post"),
    ("日期", "date"),
    ("班次", "hours"),
    ("备注", "note"),
    ("强度", "strength"),
];

/// The columns of what is taken out.
pub const REMOVAL_COLUMNS: [Column; 2] = [("类型", "kind"), ("名称", "name")];

/// The kinds of agreements: the word, the list in the file, and what holds the people of a group.
pub const KINDS: [(&str, &str, Option<&str>); 5] = [
    ("固定", "pins", None),
    ("回避", "bans", None),
    ("同去", "groups", Some("together")),
    ("尽量同去", "groups", Some("together")),
    ("分开", "groups", Some("apart")),
];

/// The kind of groups that are tried to be kept.
pub(super) const TRY: usize = 3;

/// A sheet whose rows say of which kind they are.
struct Kinds<'a> {
    table: Table<'a>,
    columns: Vec<(usize, &'static str)>,
}

impl<'a> Kinds<'a> {
    fn of(
        sources: &'a Sources,
        sheet: &'a Sheet,
        known: &'static [Column],
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let key = |text: &str| {
            let folded = headings::folded(text);
            known.iter().find(|(word, key)| folded == *word || folded == *key).map(|(_, key)| *key)
        };
        let table = Table::of(sources, sheet, |text| key(text).is_some(), diagnostics)?;
        let mut columns: Vec<(usize, &'static str)> = Vec::new();
        for Heading { column, words } in &table.headings {
            let heading = words.text.to_owned();
            let problem = match key(words.text) {
                Some(key) if columns.iter().all(|(_, other)| *other != key) => {
                    columns.push((*column, key));
                    continue;
                }
                Some(_) => Workbook::Twice { word: heading },
                None => {
                    let near = nearest(&headings::folded(&heading), known.iter().map(|(word, _)| *word));
                    Workbook::UnknownColumn { heading, near }
                }
            };
            diagnostics.push(Diagnostic::at(words.place, problem.into()));
        }
        tell_without_heading(&table, diagnostics);
        Some(Self { table, columns })
    }

    fn cell(&self, row: &'a Row, key: &str) -> Option<Words<'a>> {
        let (column, _) = self.columns.iter().find(|(_, own)| *own == key)?;
        self.table.cell(row, *column)
    }

    /// The rows in which something is filled in.
    fn rows(&self) -> impl Iterator<Item = &'a Row> {
        self.table.rows().filter(|row| self.columns.iter().any(|(column, _)| row.cell(*column).is_some()))
    }
}

/// Pins, bans and groups, each in the order of the rows.
pub(super) fn agreements(
    sources: &Sources,
    sheet: &Sheet,
    diagnostics: &mut Vec<Diagnostic>,
) -> [(&'static str, Vec<Node>); 3] {
    let mut lists = ["pins", "bans", "groups"].map(|key| (key, Vec::new()));
    let Some(kinds) = Kinds::of(sources, sheet, &AGREEMENT_COLUMNS, diagnostics) else { return lists };
    for row in kinds.rows() {
        let word = kinds.cell(row, "kind");
        let written = word.map_or("", |word| word.text);
        let Some(kind) = KINDS.iter().position(|(word, ..)| *word == written) else {
            let place = word.map_or(row.cells[0].place, |word| word.place);
            let problem = Workbook::UnknownAgreement { word: written.to_owned() };
            diagnostics.push(Diagnostic::at(place, problem.into()));
            continue;
        };
        let entry = agreement(&kinds, kind, row, &mut Values { sources, diagnostics });
        let (_, list, _) = KINDS[kind];
        lists.iter_mut().filter(|(key, _)| *key == list).for_each(|(_, entries)| entries.push(entry.clone()));
    }
    lists
}

/// One agreement.
fn agreement(kinds: &Kinds<'_>, kind: usize, row: &Row, values: &mut Values<'_>) -> Node {
    let (kind_word, list, members) = KINDS[kind];
    let keys = match list {
        "pins" => &Pin::KEYS,
        "bans" => &Ban::KEYS,
        _ => &Group::KEYS,
    };
    let mut fields = Building::default();
    for (heading, column) in AGREEMENT_COLUMNS.iter().skip(1) {
        let key = if *column == "ambassador" { members.unwrap_or(column) } else { column };
        let Some(words) = kinds.cell(row, column) else { continue };
        let Some(known) = keys.known.iter().find(|known| known.key == key) else {
            let problem = Workbook::NotOfKind { kind: kind_word, column: heading };
            values.diagnostics.push(Diagnostic::at(words.place, problem.into()));
            continue;
        };
        let field = Field { home: keys.home, known, within: None, rank: None };
        if let Some(node) = values.value(&field, words) {
            // The columns name each field once.
            let _ = fields.add(&field, words, as_list(known, node));
        }
    }
    let has_strength = fields.entries.iter().any(|(key, _)| key.text == "strength");
    if kind == TRY
        && !has_strength
        && let Some(words) = kinds.cell(row, "kind")
    {
        let key = Key { text: "strength".to_owned(), place: words.place };
        let value = Value::Scalar { text: "try".to_owned(), plain: false };
        fields.entries.push((key, Node { place: words.place, value }));
    }
    Node { place: Table::whole(row), value: Value::Map(fields.entries) }
}

/// The members of a group are a list, one alone too.
fn as_list(known: &KnownKey, node: Node) -> Node {
    match node.value {
        Value::Scalar { .. } if known.wanted == Wanted::Texts => {
            Node { place: node.place, value: Value::List(vec![node]) }
        }
        _ => node,
    }
}

/// What a scenario takes out; none where no row says anything.
pub(super) fn removals(sources: &Sources, sheet: &Sheet, diagnostics: &mut Vec<Diagnostic>) -> Option<Node> {
    let kinds = Kinds::of(sources, sheet, &REMOVAL_COLUMNS, diagnostics)?;
    let mut lists: Vec<(Key, Node)> = Vec::new();
    for row in kinds.rows() {
        let word = kinds.cell(row, "kind");
        let known = word.and_then(|word| headings::known(&Removals::KEYS, &headings::folded(word.text)));
        let (Some(known), Some(name)) = (known, kinds.cell(row, "name")) else {
            let word = word.filter(|_| known.is_none());
            let place = word.map_or(row.cells[0].place, |word| word.place);
            let problem = Workbook::UnknownRemoval { word: word.map_or("", |word| word.text).to_owned() };
            diagnostics.push(Diagnostic::at(place, problem.into()));
            continue;
        };
        let node = (Values { sources, diagnostics }).spelled_out(name).unwrap_or_else(|| name.scalar());
        let own = lists.iter_mut().find(|(key, _)| key.text == known.key);
        if let Some((_, Node { value: Value::List(entries), .. })) = own {
            entries.push(node);
        } else {
            let key = Key { text: known.key.to_owned(), place: name.place };
            lists.push((key, Node { place: name.place, value: Value::List(vec![node]) }));
        }
    }
    let place = sheet.rows[0].cells[0].place;
    (!lists.is_empty()).then_some(Node { place, value: Value::Map(lists) })
}
