//! The words of what is to go out again.

use crate::{
    diagnostic::reference::Kind,
    domain::Language,
    render::wording::{Phrase, list},
};
use std::collections::BTreeSet;

/// What is to go out again, and where it is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Again {
    /// Everybody of these kinds.
    Everybody(BTreeSet<Kind>),
    /// Messages to the group.
    Group(Vec<String>),
    /// Sheets on the wall.
    Wall(Vec<String>),
    /// Sheets for signing that nobody signs any more: units with days.
    Void(Vec<String>),
    /// Sheets for signing: the file, and units with days.
    SignIn {
        /// The file with all of them.
        file: String,
        /// Which of them.
        visits: Vec<String>,
    },
    /// So many files, which are all of a folder.
    Whole {
        /// The folder.
        folder: String,
        /// How many.
        files: usize,
    },
    /// Every page of a sheet.
    All,
    /// A unit with days.
    Days {
        /// The unit.
        unit: String,
        /// The days.
        days: String,
    },
    /// Cards: the file, and whose.
    Cards {
        /// The file with all of them.
        file: String,
        /// Whose.
        people: Vec<String>,
    },
    /// Letters.
    Letters(Vec<String>),
}

impl Again {
    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Everybody(_) | Self::Whole { .. } | Self::All | Self::Days { .. } => false,
            Self::Group(all)
            | Self::Wall(all)
            | Self::Letters(all)
            | Self::Void(all)
            | Self::SignIn { visits: all, .. }
            | Self::Cards { people: all, .. } => all.is_empty(),
        }
    }
}

impl Phrase for Again {
    fn zh(&self) -> String {
        let listed = |all: &[String]| list(Language::Zh, all);
        match self {
            Self::Everybody(kinds) => {
                format!("全体（{}）", named(kinds, ["大使", "单位", "居民区"]).join("、"))
            }
            Self::Group(files) => format!("□ 工作群：重发 {}", listed(files)),
            Self::Wall(files) => format!("□ 张贴：换下旧的，重贴 {}", listed(files)),
            Self::Void(visits) => format!("□ 签到表：作废、收回：{}", visits.join("；")),
            Self::SignIn { file, visits } => {
                format!("□ 签到表：重发 {file} 里的：{}", visits.join("；"))
            }
            Self::Whole { folder, files } => format!("{folder}/ 里的全部（{files} 份）"),
            Self::All => "全部".into(),
            Self::Days { unit, days } => format!("{unit} {days}"),
            Self::Cards { file, people } => {
                format!("□ 卡片：重发 {file} 里的（剪下本人一张）：{}", listed(people))
            }
            Self::Letters(files) => format!("□ 接待函：重送 {}", listed(files)),
        }
    }

    fn en(&self) -> String {
        let listed = |all: &[String]| list(Language::En, all);
        match self {
            Self::Everybody(kinds) => {
                format!("all {}", named(kinds, ["ambassadors", "units", "neighbourhoods"]).join(" and "))
            }
            Self::Group(files) => format!("[ ] the group: send again {}", listed(files)),
            Self::Wall(files) => format!("[ ] the wall: put up in the stead of the old {}", listed(files)),
            Self::Void(visits) => format!("[ ] sign-in sheets: take back, void: {}", visits.join("; ")),
            Self::SignIn { file, visits } => {
                format!("[ ] sign-in sheets: hand out again, of {file}: {}", visits.join("; "))
            }
            Self::Whole { folder, files } => format!("all of {folder}/ ({files} files)"),
            Self::All => "all".into(),
            Self::Days { unit, days } => format!("{unit} {days}"),
            Self::Cards { file, people } => {
                format!("[ ] cards: cut out again, each his or her own, of {file}: {}", listed(people))
            }
            Self::Letters(files) => format!("[ ] letters: send again {}", listed(files)),
        }
    }
}

/// Kinds in the order in which they are told.
fn named<'a>(kinds: &BTreeSet<Kind>, words: [&'a str; 3]) -> Vec<&'a str> {
    let all = [Kind::Ambassador, Kind::Unit, Kind::Neighbourhood].into_iter().zip(words);
    all.filter(|(kind, _)| kinds.contains(kind)).map(|(_, word)| word).collect()
}
