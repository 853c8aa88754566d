//! How many problems there are of each kind, where they are too many to be shown one by one.

use crate::render::wording::{Phrase, grouped};

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
