//! The sheets for the wall and for the hand: what they are called on the command line, on paper and as files, and the
//! words on them.

pub mod label;
pub mod letter;
pub mod line;

use crate::render::wording::Phrase;

/// A sheet that can be printed alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sheet {
    /// Who goes where, day by day, to be pinned to a wall.
    Poster,
    /// A letter to each unit: who comes when, and what to prepare.
    Letters,
    /// A card for each ambassador, eight to a page.
    Cards,
    /// A page for each day to sign on.
    SignIn,
    /// The Thursday Action's year, twelve months a page.
    Year,
    /// The Thursday Action, a page for each month.
    Months,
    /// Who is paired with whom, as a map, a table and a picture.
    Pairings,
    /// What was asked, reached and proven, for the file.
    Summary,
}

impl Sheet {
    /// All sheets in the order in which they are listed.
    pub const ALL: [Self; 8] = [
        Self::Poster,
        Self::Letters,
        Self::Cards,
        Self::SignIn,
        Self::Year,
        Self::Months,
        Self::Pairings,
        Self::Summary,
    ];

    /// The word for it on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Poster => "poster",
            Self::Letters => "letters",
            Self::Cards => "cards",
            Self::SignIn => "sign-in",
            Self::Year => "year",
            Self::Months => "months",
            Self::Pairings => "pairings",
            Self::Summary => "summary",
        }
    }
}

impl Phrase for Sheet {
    fn zh(&self) -> String {
        match self {
            Self::Poster => "岗位安排公告",
            Self::Letters => "致体验单位",
            Self::Cards => "大使卡片",
            Self::SignIn => "签到表",
            Self::Year => "周四行动全年安排",
            Self::Months => "周四行动按月安排",
            Self::Pairings => "周四行动结对图",
            Self::Summary => "安排小结",
        }
        .into()
    }

    fn en(&self) -> String {
        match self {
            Self::Poster => "Who goes where",
            Self::Letters => "Letters to the units",
            Self::Cards => "Ambassador cards",
            Self::SignIn => "Sign-in sheets",
            Self::Year => "Thursday Action, the year",
            Self::Months => "Thursday Action, month by month",
            Self::Pairings => "Thursday Action, the pairings",
            Self::Summary => "Summary",
        }
        .into()
    }
}
