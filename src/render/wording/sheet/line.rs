//! Short lines with something in them: numbers, days, whom to call.

use crate::{
    domain::{Language, thursday::Month},
    render::wording::{Phrase, count, thursday::sentence::Sentence},
};
use chrono::Weekday;

/// A short line with something in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// How many go to how many units.
    People {
        /// Ambassadors.
        people: usize,
        /// Units.
        units: usize,
    },
    /// How many are expected.
    Expected(usize),
    /// Whom to call.
    Call(String),
    /// A day as it stands large at the side.
    DayOfMonth {
        /// 1 to 12.
        month: u32,
        /// 1 to 31.
        day: u32,
    },
    /// The day of the month in a small cell.
    Day(u32),
    /// How many events a day has.
    Events(usize),
    /// Before the reasons for days with a star.
    Starred,
    /// A month above a narrow column.
    MonthFigure(Month),
    /// Names for which the map has no room.
    NotOnMap(String),
    /// The plan was read a second time.
    Verified,
    /// The campaign's file.
    Campaign(String),
    /// Its digest.
    Digest(String),
    /// A day of the week.
    Weekday(Weekday),
}

impl Phrase for Line {
    fn zh(&self) -> String {
        match self {
            Self::People { people, units } => format!("{people} 名大使到 {units} 家单位体验"),
            Self::Expected(people) => format!("应到 {people} 人，实到 ____ 人"),
            Self::Call(office) => format!("咨询：{office}"),
            Self::DayOfMonth { month, day } => format!("{month}月{day}日"),
            Self::Day(day) => format!("{day}日"),
            Self::Events(events) => format!("{events} 场"),
            Self::Starred => "* 改期：".into(),
            Self::MonthFigure(month) => format!("{}月", month.month),
            Self::NotOnMap(names) => format!("地点太密，图上没有标出：{names}。"),
            Self::Verified => {
                "本方案已由另一套独立的程序逐条核对，各项规则全部符合，各项结果重新数过。".into()
            }
            Self::Campaign(file) => format!("活动文件：{file}"),
            Self::Digest(digest) => format!("摘要：{digest}"),
            Self::Weekday(day) => {
                const DAYS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];
                format!("星期{}", DAYS[day.num_days_from_monday() as usize])
            }
        }
    }

    fn en(&self) -> String {
        match self {
            Self::People { people, units } => format!(
                "{} at {}",
                count(*people, "ambassador", "ambassadors"),
                count(*units, "unit", "units")
            ),
            Self::Expected(people) => format!("{people} expected, ____ came"),
            Self::Call(office) => format!("Questions? {office}"),
            Self::DayOfMonth { month, day } => {
                format!("{day} {}", Sentence::MonthOfYear(*month).say(Language::En))
            }
            Self::Day(day) => day.to_string(),
            Self::Events(events) => count(*events, "event", "events"),
            Self::Starred => "* Moved:".into(),
            Self::MonthFigure(month) => Sentence::MonthOfYear(month.month).say(Language::En),
            Self::NotOnMap(names) => format!("Too close together to be named on the map: {names}."),
            Self::Verified => {
                "This plan was read a second time by independent code: every rule is kept, every level recounted.".into()
            }
            Self::Campaign(file) => format!("Campaign: {file}"),
            Self::Digest(digest) => format!("Digest: {digest}"),
            Self::Weekday(day) => match day {
                Weekday::Mon => "Monday",
                Weekday::Tue => "Tuesday",
                Weekday::Wed => "Wednesday",
                Weekday::Thu => "Thursday",
                Weekday::Fri => "Friday",
                Weekday::Sat => "Saturday",
                Weekday::Sun => "Sunday",
            }
            .into(),
        }
    }
}
