//! The first sentence of a letter: how things stand with the unit.

use crate::{
    domain::Language,
    render::wording::{Phrase, count, measure},
};
use chrono::NaiveDate;

/// How things stand with a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Opening {
    /// So many people come on so many days.
    Coming {
        /// Ambassadors.
        people: usize,
        /// Days.
        days: usize,
    },
    /// Posts were lent, and nobody comes.
    Nobody,
    /// The same where somebody was to come before.
    NobodyLeft,
    /// The unit takes no part from this day on.
    Left(NaiveDate),
    /// The campaign has the unit no more.
    Gone,
    /// Whoever came has been there.
    Over,
    /// The unit lends no post.
    Thursdays,
}

impl Phrase for Opening {
    fn zh(&self) -> String {
        match self {
            Self::Coming { people, days: 1 } => format!(
                "感谢贵单位为本期活动提供体验岗位。现安排 {people} 名初心体验大使到贵单位体验（名单见下表），请予接待。"
            ),
            Self::Coming { people, days } => format!(
                "感谢贵单位为本期活动提供体验岗位。现安排 {people} 名初心体验大使分 {days} 天到贵单位体验（名单见下表），请予接待。"
            ),
            Self::Nobody => {
                "感谢贵单位为本期活动提供体验岗位。本期未能安排初心体验大使到贵单位体验，敬请谅解，期待下期继续得到贵单位支持。".into()
            }
            Self::NobodyLeft => {
                "感谢贵单位为本期活动提供体验岗位。因安排调整，本期暂无初心体验大使到贵单位体验，敬请谅解。".into()
            }
            Self::Left(since) => format!(
                "贵单位自{}起退出本期活动，此前的安排不变。感谢贵单位一直以来的支持，现将有关安排函告如下。",
                measure::full_date(Language::Zh, *since)
            ),
            Self::Gone => "贵单位已退出本期活动，原有安排全部取消。感谢贵单位的支持，现将有关安排函告如下。".into(),
            Self::Over => "感谢贵单位为本期活动提供体验岗位，到贵单位的体验都已过。".into(),
            Self::Thursdays => "感谢贵单位参加周四行动，现将有关安排函告如下。".into(),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Coming { people, days: 1 } => format!(
                "Thank you for lending posts to this campaign. {} will spend a day with you.",
                count(*people, "ambassador", "ambassadors"),
            ),
            Self::Coming { people, days } => format!(
                "Thank you for lending posts to this campaign. {} will spend a day with you, on {}.",
                count(*people, "ambassador", "ambassadors"),
                count(*days, "day", "days"),
            ),
            Self::Nobody => {
                "Thank you for lending posts to this campaign. This time nobody is placed with you.".into()
            }
            Self::NobodyLeft => {
                "Thank you for lending posts to this campaign. Plans have changed, and nobody comes to you now."
                    .into()
            }
            Self::Left(since) => format!(
                "You take no part from {} on; what was before stays. Thank you for all that you did.",
                measure::full_date(Language::En, *since)
            ),
            Self::Gone => {
                "You have left the campaign, and what was planned with you is cancelled. Thank you.".into()
            }
            Self::Over => "Thank you for lending posts to this campaign. All days with you are over.".into(),
            Self::Thursdays => "Thank you for taking part in the Thursday Action. This is the year.".into(),
        }
    }
}
