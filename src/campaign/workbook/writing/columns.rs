//! The columns of a sheet of entries, and the items of a sheet of pairs.
//!
//! In: the keys of a kind of entry. Out: a [`Column`] for each way in which a field can be said, and what an entry says there.

use crate::{
    campaign::{
        fields::{Entry as _, Keys, KnownKey},
        schema::File,
        workbook::{RANKS, headings::Field, writing::cells},
    },
    diagnostic::shape::{Home, Wanted},
    document::{Node, Value},
};

/// A column, or an item.
#[derive(Clone)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// The field; none for what says of which kind a row is.
    pub field: Option<Field>,
}

impl Column {
    /// A field under its Chinese word.
    pub(super) fn whole(home: Home, known: &'static KnownKey) -> Self {
        Self { heading: known.word.to_owned(), field: Some(Field { home, known, within: None, rank: None }) }
    }

    /// What an entry says in it; empty where it says nothing.
    pub(super) fn cell(&self, entry: &Node) -> String {
        let said = self.field.as_ref().and_then(|field| said(field, entry.entry(field.known.key)?));
        said.unwrap_or_default()
    }
}

/// Every column that the sheet of a list may have; `None` for other sheets.
pub fn columns_of(sheet: &str) -> Option<Vec<Column>> {
    let known = File::KEYS.known.iter().find(|known| known.word == sheet && known.wanted == Wanted::Maps)?;
    known.within.map(columns)
}

/// The columns of a kind of entry, in the order of the format.
pub(super) fn columns(keys: &Keys) -> Vec<Column> {
    keys.known.iter().flat_map(|known| ways(keys.home, known)).collect()
}

/// The ways to say a field: as one, by its parts, or by its ranks.
fn ways(home: Home, known: &'static KnownKey) -> Vec<Column> {
    let whole = Column::whole(home, known);
    if is_ranked(known) {
        let rank = |(rank, number): (usize, &&str)| Column {
            heading: format!("第{number}{}", known.word),
            field: Some(Field { home, known, within: None, rank: Some(rank) }),
        };
        return RANKS.iter().enumerate().map(rank).chain([whole]).collect();
    }
    let part = |keys: &'static Keys, inner: &'static KnownKey| Column {
        heading: format!("{}.{}", known.word, inner.word),
        field: Some(Field { home, known, within: Some((keys.home, inner)), rank: None }),
    };
    let parts =
        parts(known).into_iter().flat_map(|keys| keys.known.iter().map(move |inner| part(keys, inner)));
    let parts: Vec<Column> = parts.collect();
    [whole].into_iter().chain(parts).collect()
}

/// The keys of a field that has a column for each.
pub(super) fn parts(known: &KnownKey) -> Option<&'static Keys> {
    let has_parts = matches!(known.wanted, Wanted::Map | Wanted::NumberOrRange | Wanted::NumberOrNeed);
    known.within.filter(|_| has_parts)
}

fn is_ranked(known: &KnownKey) -> bool {
    known.within.is_some_and(|keys| keys.home == Home::Wish)
}

/// What a field says in one of its ways.
fn said(field: &Field, node: &Node) -> Option<String> {
    if is_ranked(field.known) {
        return match (ranks(node), field.rank) {
            (Some(ranks), Some(rank)) => ranks.get(rank).map(|rank| cells::rank(rank)),
            (None, None) => Some(cells::fragment(node)),
            _ => None,
        };
    }
    let by_parts = parts(field.known).is_some_and(|keys| is_entry(node, keys));
    match field.within {
        Some((_, inner)) if by_parts => Some(cells::text(field, node.entry(inner.key)?)),
        None if !by_parts => Some(cells::text(field, node)),
        _ => None,
    }
}

/// The ranks of wishes, where there are columns for all of them.
fn ranks(node: &Node) -> Option<Vec<&Node>> {
    match &node.value {
        Value::List(items) if (1..=RANKS.len()).contains(&items.len()) => Some(items.iter().collect()),
        Value::List(_) | Value::Null => None,
        _ => Some(vec![node]),
    }
}

/// Whether a node is a map of which every key has a column.
pub(super) fn is_entry(node: &Node, keys: &Keys) -> bool {
    let is_known = |key: &str| keys.known.iter().any(|known| known.key == key);
    matches!(&node.value, Value::Map(entries) if !entries.is_empty() && entries.iter().all(|(key, _)| is_known(&key.text)))
}
