//! What the sheets are called, on paper and as files.

use crate::render::wording::Phrase;

/// A sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Title {
    /// Who goes where, day by day.
    Poster,
    /// A letter to each unit.
    Letters,
    /// A card for each ambassador.
    Cards,
    /// Who signs on a day.
    SignIn,
    /// The Thursday Action's year on one page.
    Year,
    /// The Thursday Action's months, one a page.
    Months,
    /// Who is paired with whom, as a map and as a picture.
    Pairings,
    /// What was reached and proven, for the file.
    Summary,
}

impl Phrase for Title {
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
