//! What to write into each field: on the headings of a workbook, and for editors of campaign files.
//!
//! In: a kind of entry and a key. Out: [`Help`] in Chinese and English with an example, as it stands in a cell.

mod campaign;
mod people;
mod places;
pub mod schema;

use crate::diagnostic::shape::Home;

/// What is said of one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Help {
    /// The kind of entry.
    pub home: Home,
    /// The key.
    pub key: &'static str,
    /// In Chinese.
    pub zh: &'static str,
    /// In English.
    pub en: &'static str,
    /// What may stand in a cell; empty where the words say it.
    pub example: &'static str,
}

/// The fields of kinds of entries, each with its help.
macro_rules! helps {
    ($($home:ident { $($key:literal: $zh:literal, $en:literal $(, $example:literal)?;)+ })+) => {
        pub(super) const HELPS: &[crate::render::fields::Help] = &[$($(crate::render::fields::Help {
            home: crate::diagnostic::shape::Home::$home,
            key: $key,
            zh: $zh,
            en: $en,
            example: helps!(@ $($example)?),
        }),+),+];
    };
    (@ $example:literal) => { $example };
    (@) => { "" };
}
use helps;

/// What is said of a field.
pub fn help(home: Home, key: &str) -> Option<&'static Help> {
    all().find(|help| help.home == home && help.key == key)
}

fn all() -> impl Iterator<Item = &'static Help> {
    [campaign::HELPS, places::HELPS, people::HELPS].into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::all;
    use crate::campaign::schema::ENTRIES;
    use std::collections::BTreeSet;

    #[test]
    fn says_of_every_field_once_what_to_write() {
        let known: BTreeSet<_> =
            ENTRIES.iter().flat_map(|keys| keys.known.iter().map(|known| (keys.home, known.key))).collect();
        let said: BTreeSet<_> = all().map(|help| (help.home, help.key)).collect();
        assert_eq!(said, known);
        assert_eq!(all().count(), said.len());
        for help in all() {
            assert!(!help.zh.is_empty() && help.en.is_ascii() && !help.en.is_empty(), "{help:?}");
        }
    }
}
