//! Short lines with something in them: numbers, days, whom to call.

use crate::{
    domain::Language,
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
