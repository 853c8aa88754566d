//! Which of very many problems are shown, and how many there are of each kind.
//!
//! In: problems in the order of the file. Out: those that a person may read through, and a line that counts all.

use crate::{
    diagnostic::Diagnostic,
    domain::Language,
    render::{
        diagnostic::words,
        wording::{Phrase, grouped},
    },
};
use std::collections::BTreeMap;

/// How many problems are shown as text.
const MOST_SHOWN: usize = 200;

/// The problems that are shown, in their order: errors before whatever else there is.
pub(super) fn shown(diagnostics: &[Diagnostic]) -> Vec<&Diagnostic> {
    let errors = diagnostics.iter().filter(|one| one.is_error()).count();
    let (mut errors_left, mut others_left) = (errors.min(MOST_SHOWN), MOST_SHOWN - errors.min(MOST_SHOWN));
    let mut is_shown = |one: &&Diagnostic| {
        let left = if one.is_error() { &mut errors_left } else { &mut others_left };
        let shown = *left > 0;
        *left = left.saturating_sub(1);
        shown
    };
    diagnostics.iter().filter(|one| is_shown(one)).collect()
}

/// How many are not shown, and how many there are of each kind, most first; nothing where all are shown.
pub(super) fn tally(diagnostics: &[Diagnostic], language: Language) -> Option<Tally> {
    let rest = diagnostics.len().checked_sub(MOST_SHOWN).filter(|rest| *rest > 0)?;
    let mut kinds: BTreeMap<&'static str, Kind> = BTreeMap::new();
    for diagnostic in diagnostics {
        let words = words::words(&diagnostic.problem, language).message;
        let kind = kinds.entry(diagnostic.problem.code());
        let kind = kind.or_insert_with(|| Kind { count: 0, words: words.clone(), differ: false });
        kind.count += 1;
        kind.differ |= kind.words != words;
    }
    let mut kinds: Vec<Kind> = kinds.into_values().collect();
    kinds.sort_by_key(|kind| std::cmp::Reverse(kind.count));
    Some(Tally { shown: MOST_SHOWN, rest, kinds })
}

/// Problems beyond those that are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// How many are shown.
    pub shown: usize,
    /// How many are not.
    pub rest: usize,
    /// All of them, the most frequent kind first.
    pub kinds: Vec<Kind>,
}

/// The problems of one code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// How many.
    pub count: usize,
    /// What is said of the first.
    pub words: String,
    /// Whether something else is said of another.
    pub differ: bool,
}

impl Phrase for Tally {
    fn zh(&self) -> String {
        let Self { shown, rest, kinds } = self;
        let kinds: Vec<String> = kinds.iter().map(|kind| kind.said(" 等")).collect();
        let rest = grouped(*rest);
        format!("以上 {shown} 处之外还有 {rest} 处，没有一一列出；按种类合计：{}", kinds.join("；"))
    }

    fn en(&self) -> String {
        let Self { shown, rest, kinds } = self;
        let kinds: Vec<String> = kinds.iter().map(|kind| kind.said(" and the like")).collect();
        let rest = grouped(*rest);
        format!(
            "{rest} more than these {shown}, not shown one by one; all of them by kind: {}",
            kinds.join("; ")
        )
    }
}

impl Kind {
    fn said(&self, others: &str) -> String {
        format!("{} × {}{}", grouped(self.count), self.words, if self.differ { others } else { "" })
    }
}
