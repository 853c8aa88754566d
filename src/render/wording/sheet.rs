//! What the sheets for the wall and for the hand are called, their headings and labels, and their short lines.

use crate::{
    domain::Language,
    render::wording::{Phrase, count, thursday::sentence::Sentence},
};
use chrono::Weekday;

/// What a sheet is called, also as a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Title {
    /// Who goes where, day by day.
    Poster,
}

impl Phrase for Title {
    fn zh(&self) -> String {
        match self {
            Self::Poster => "岗位安排公告",
        }
        .into()
    }

    fn en(&self) -> String {
        match self {
            Self::Poster => "Who goes where",
        }
        .into()
    }
}

/// A label or a heading within a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// Above a copy that holds personal telephone numbers.
    WithContacts,
    /// Below each of its pages.
    OwnersOnly,
    /// The day.
    Date,
    /// Hours, post and unit.
    TimeAndPlace,
    /// Who comes.
    Ambassador,
    /// Who guides.
    Mentor,
    /// Date and hours.
    When,
    /// A place.
    Where,
    /// Who speaks.
    Speaker,
    /// A remark.
    Note,
    /// Where somebody works.
    Employer,
}

impl Phrase for Label {
    fn zh(&self) -> String {
        match self {
            Self::WithContacts => "本件含个人电话，仅供组织者使用，请勿张贴或转发。",
            Self::OwnersOnly => "含个人电话，请勿张贴",
            Self::Date => "日期",
            Self::TimeAndPlace => "时间、岗位和单位",
            Self::Ambassador => "体验大使",
            Self::Mentor => "带教老师",
            Self::When => "时间",
            Self::Where => "地点",
            Self::Speaker => "主讲",
            Self::Note => "备注",
            Self::Employer => "单位",
        }
        .into()
    }

    fn en(&self) -> String {
        match self {
            Self::WithContacts => {
                "This copy holds personal telephone numbers. It is the organizer’s own: not to be put up or passed on."
            }
            Self::OwnersOnly => "Personal numbers: not for the wall",
            Self::Date => "Date",
            Self::TimeAndPlace => "Time, post and unit",
            Self::Ambassador => "Who",
            Self::Mentor => "Mentor",
            Self::When => "When",
            Self::Where => "Where",
            Self::Speaker => "Speaker",
            Self::Note => "Note",
            Self::Employer => "Unit",
        }
        .into()
    }
}

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
