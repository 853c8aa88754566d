//! Which entry of a kind a word names: the one that has it for its id, or that alone bears it as its name.
//!
//! In: the ids and names of the entries, and words as people write them. Out: [`Named`].

use crate::diagnostic::radicals;
use std::{cell::OnceCell, collections::BTreeMap};
use unicode_normalization::UnicodeNormalization;

/// What an entry is called.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Called {
    /// Its id.
    pub id: String,
    /// Its name or title.
    pub name: String,
    /// What a post's unit is called, by id and by name; none of any other entry.
    pub unit: Vec<String>,
}

/// Whom a word names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// The entry at this position.
    One(usize),
    /// All of these bear the name.
    Several(Vec<usize>),
    /// Nobody.
    Nobody,
}

/// The entries of one kind by all that they are called.
#[derive(Debug, Clone, Default)]
pub struct Naming {
    entries: Vec<Called>,
    /// The first entry of each id.
    ids: BTreeMap<String, usize>,
    /// Made once a word is no id.
    names: OnceCell<Names>,
}

/// The bearers of each name: as written, folded, and as unit and post in one.
#[derive(Debug, Clone, Default)]
struct Names([BTreeMap<String, Vec<usize>>; 3]);

impl Naming {
    /// Of entries in their order; what has no id is named by no word.
    pub fn of(entries: impl IntoIterator<Item = Called>) -> Self {
        let entries: Vec<Called> = entries.into_iter().collect();
        let mut ids = BTreeMap::new();
        for (position, entry) in entries.iter().enumerate().filter(|(_, entry)| !entry.id.is_empty()) {
            ids.entry(entry.id.clone()).or_insert(position);
        }
        Self { entries, ids, names: OnceCell::new() }
    }

    /// The entries in their order.
    pub fn entries(&self) -> &[Called] {
        &self.entries
    }

    /// The position of the first entry that has an id.
    pub fn with_id(&self, id: &str) -> Option<usize> {
        self.ids.get(id).copied()
    }

    /// Whom a word names. An id wins over a name, a name as written over one that differs by blanks, width or case, and
    /// that over a post's title beside the name of its unit.
    pub fn named(&self, word: &str) -> Named {
        if let Some(position) = self.with_id(word) {
            return Named::One(position);
        }
        let Names(names) = self.names.get_or_init(|| self.names());
        let folded = folded(word);
        let keys = [word, &folded, &joined(&folded)];
        let bearers = names.iter().zip(keys).find_map(|(names, key)| names.get(key));
        match bearers.map(Vec::as_slice) {
            Some([one]) => Named::One(*one),
            Some(several) => Named::Several(several.to_vec()),
            None => Named::Nobody,
        }
    }

    fn names(&self) -> Names {
        let mut names = Names::default();
        let mut note = |way: usize, name: String, position: usize| {
            let bearers: &mut Vec<usize> = names.0[way].entry(name).or_default();
            if bearers.last() != Some(&position) {
                bearers.push(position);
            }
        };
        let called = |entry: &&Called| !entry.id.is_empty() && !entry.name.is_empty();
        for (position, entry) in self.entries.iter().enumerate().filter(|(_, entry)| called(entry)) {
            let Called { name, unit, .. } = entry;
            note(0, name.clone(), position);
            note(1, folded(name), position);
            for unit in unit {
                note(2, joined(&folded(&format!("{unit}{name}"))), position);
                note(2, joined(&folded(&format!("{name}{unit}"))), position);
            }
        }
        names
    }
}

/// Words without blanks, full-width letters as plain ones, large letters as small ones, radicals as the characters for
/// which they stand: alike where people mean the same.
pub fn folded(words: &str) -> String {
    words
        .nfkc()
        .map(radicals::plain)
        .filter(|letter| !letter.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Folded words without what people write between a unit and its post: dashes and middle dots.
fn joined(folded: &str) -> String {
    let stands_between = |letter: char| {
        matches!(
            letter,
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '·' | '•' | '‧' | '∙' | '⋅' | '・' | '/' | '／'
        )
    };
    folded.chars().filter(|letter| !stands_between(*letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Called, Named, Naming, folded};

    fn post(id: &str, name: &str, unit: [&str; 2]) -> Called {
        Called { id: id.into(), name: name.into(), unit: unit.map(str::to_owned).into() }
    }

    #[test]
    fn knows_an_entry_by_its_id_and_by_a_name_that_it_alone_bears() {
        let naming = Naming::of([
            post("guide", "门诊导医", ["clinic", "卫生服务中心"]),
            post("门诊导医", "分诊", ["clinic", "卫生服务中心"]),
            post("lobby-1", "大堂 引导员", ["icbc", "工商银行"]),
            post("lobby-2", "大堂引导员", ["abc", "农业银行"]),
            post("lobby-3", "大堂引导员", ["ccb", "建设银行"]),
            post("", "没有编号", ["icbc", "工商银行"]),
        ]);
        assert_eq!(naming.named("门诊导医"), Named::One(1), "an id wins");
        assert_eq!(naming.named("分 诊"), Named::One(1));
        assert_eq!(naming.named("大堂 引导员"), Named::One(2), "as written before what differs by a blank");
        assert_eq!(naming.named("大堂引导员"), Named::Several(vec![3, 4]));
        for word in ["农业银行·大堂引导员", "大堂引导员 － 农业银行", "农业银行大堂引导员", "ABC—大堂引导员"]
        {
            assert_eq!(naming.named(word), Named::One(3), "{word}");
        }
        for word in ["", "-", "大堂", "没有编号", "导医"] {
            assert_eq!(naming.named(word), Named::Nobody, "{word}");
        }
    }

    #[test]
    fn folds_width_case_and_blanks() {
        assert_eq!(folded("Ａ ｂ\u{3000}C１"), "abc1");
    }
}
