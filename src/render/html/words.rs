//! The words on the sheets: labels, headings, and short lines with something in them.

use crate::{
    domain::{Language, thursday::Month},
    render::wording::{Phrase, count, list, measure},
};
use chrono::{Datelike, NaiveDate, Weekday};

labels! {
    /// A label or a heading.
    pub enum Label {
        /// Below each page of a copy that holds personal telephone numbers.
        OwnersOnly: "含个人电话，请勿张贴", "Personal numbers: not for the wall";
        /// The day.
        Date: "日期", "Date";
        /// Date and hours in one column.
        Day: "日期和时间", "When";
        /// Hours, post and unit.
        TimeAndPlace: "时间、岗位和单位", "Time, post and unit";
        /// Post and unit.
        PostAndUnit: "岗位和单位", "Post and unit";
        /// The post.
        Post: "体验岗位", "Post";
        /// Who comes.
        Ambassador: "体验大使", "Who";
        /// Whose card it is.
        Card: "初心体验大使", "Ambassador";
        /// Who guides.
        Mentor: "带教老师", "Mentor";
        /// Date and hours.
        When: "时间", "When";
        /// A place.
        Where: "地点", "Where";
        /// Who speaks.
        Speaker: "主讲", "Speaker";
        /// A remark.
        Note: "备注", "Note";
        /// Where somebody works.
        Employer: "单位", "Unit";
        /// Where to come to.
        Meet: "集合地点", "Meet at";
        /// Where everybody gathers first.
        Gather: "统一集合", "Everybody meets";
        /// Postal address.
        Address: "地址", "Address";
        /// How far it is as the crow flies.
        Way: "直线距离", "Distance";
        /// What a post requires.
        Requires: "要求", "Required";
        /// Who else is there.
        Companions: "同场大使", "With you";
        /// What to bring.
        Bring: "请携带", "Bring";
        /// What to heed.
        Heed: "请留意", "Please note";
        /// The field to fill in afterwards.
        Reflection: "初心感悟", "What I take with me";
        /// Column: the running number.
        Number: "序号", "No.";
        /// Column: from when to when.
        Hours: "时间", "Hours";
        /// Column: to sign on coming.
        Arrived: "到达", "Arrived";
        /// Column: to sign on going.
        Left: "签退", "Left";
        /// Column: papers looked at.
        Papers: "证件", "Papers";
        /// Column: what it is about.
        Theme: "主题", "Theme";
        /// Column: who comes.
        Unit: "成员单位", "Unit";
        /// Column: to whom.
        Neighbourhood: "居民区", "Neighbourhood";
        /// Column: whom to call.
        Contact: "联系人", "Contact";
        /// Above the meaning of the patterns.
        Legend: "图例", "Legend";
        /// The picture of months and themes.
        Themes: "各月主题一览", "The themes, month by month";
        /// The map.
        Map: "结对示意图", "Map of the pairings";
        /// On the map: a line to the nearest, where the unit goes elsewhere.
        NearestInstead: "最近而未结对", "nearest, not paired";
        /// On the map: a line.
        Paired: "结对", "paired";
        /// On the map: nobody is paired with it.
        Alone: "未结对的居民区", "neighbourhood without a pairing";
        /// Who got which wish.
        Wishes: "志愿", "Wishes";
        /// Whether a plan was checked, and where it comes from.
        Provenance: "核对", "Checked";
        /// Behind a day that is not the usual one.
        Moved: "改期", "moved";
        /// Below the duty roster: what a grey cell is.
        Grey: "灰格：没有这个班次。", "Grey: there is no such shift on that day.";
        /// On the map: north.
        North: "北", "N";
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
    /// The n-th week of the season.
    Week(i64),
    /// Which page of a sheet, and how many it has.
    PageOf {
        /// From 1.
        page: usize,
        /// How many.
        of: usize,
    },
    /// How many visits are expected in a week.
    ExpectedVisits(usize),
    /// How many are expected.
    Expected(usize),
    /// Days, the month said where it is a new one.
    Days(Vec<NaiveDate>),
    /// How many days a card is for.
    Times(usize),
    /// How many come on a day.
    Heads(usize),
    /// How many are missing at a session.
    Missing(usize),
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
    /// Something that stands for itself.
    Sentence(String),
    /// Who got which wish.
    Granted {
        /// Which.
        wish: String,
        /// At how many sessions.
        visits: usize,
        /// Who.
        people: Vec<String>,
    },
    /// Who goes where without having wished for it.
    Unwished {
        /// Who.
        name: String,
        /// When.
        day: String,
        /// Where to.
        post: String,
        /// Whether there were wishes at all.
        has_wishes: bool,
    },
    /// Neighbourhoods with which nobody is paired.
    WithoutUnit(Vec<String>),
    /// A day of the week.
    Weekday(Weekday),
}

impl Phrase for Line {
    fn zh(&self) -> String {
        match self {
            Self::People { people, units } => format!("{people} 名初心体验大使到 {units} 家单位体验"),
            Self::Week(number) => format!("第 {number} 周"),
            Self::PageOf { page, of } => format!("第 {page} 页，共 {of} 页"),
            Self::ExpectedVisits(visits) => format!("应到 {visits} 人次，实到 ____ 人次"),
            Self::Expected(people) => format!("应到 {people} 人，实到 ____ 人"),
            Self::Days(days) => {
                let is_new = |at: usize| at == 0 || days[at - 1].month() != days[at].month();
                let said = |(at, day): (usize, &NaiveDate)| {
                    let weekday = measure::weekday(Language::Zh, day.weekday());
                    let month = if is_new(at) { format!("{}月", day.month()) } else { String::new() };
                    format!("{month}{}日{weekday}", day.day())
                };
                list(Language::Zh, &days.iter().enumerate().map(said).collect::<Vec<String>>())
            }
            Self::Times(days) => format!("共 {days} 次"),
            Self::Heads(people) => format!("共 {people} 人"),
            Self::Missing(people) => format!("空缺 {people} 人"),
            Self::Call(office) => format!("咨询：{office}"),
            Self::DayOfMonth { month, day } => format!("{month}月{day}日"),
            Self::Day(day) => format!("{day}日"),
            Self::Events(events) => format!("{events} 场"),
            Self::Starred => "* 改期：".into(),
            Self::MonthFigure(month) => format!("{}月", month.month),
            Self::NotOnMap(names) => format!("地点太密，图上没有标出：{names}。"),
            Self::Verified => "本方案已另行逐条核对，符合全部规则。".into(),
            Self::Campaign(file) => format!("活动文件：{file}"),
            Self::Sentence(said) => format!("{said}。"),
            Self::Granted { wish, visits, people } => {
                format!("{wish} {visits} 人次：{}。", list(Language::Zh, people))
            }
            Self::Unwished { name, day, post, has_wishes } => {
                let why = if *has_wishes { "所填志愿以外" } else { "未填报志愿" };
                format!("统筹安排：{name}，{day}“{post}”岗位（{why}）。")
            }
            Self::WithoutUnit(names) => {
                format!("没有结对的居民区（{} 个）：{}。", names.len(), list(Language::Zh, names))
            }
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
            Self::Week(number) => format!("Week {number}"),
            Self::PageOf { page, of } => format!("Page {page} of {of}"),
            Self::ExpectedVisits(visits) => {
                format!("{} expected, ____ made", count(*visits, "visit", "visits"))
            }
            Self::Expected(people) => format!("{people} expected, ____ came"),
            Self::Days(days) => {
                let said = days.iter().map(|day| measure::date(Language::En, *day));
                list(Language::En, &said.collect::<Vec<String>>())
            }
            Self::Times(days) => count(*days, "visit", "visits"),
            Self::Heads(people) => count(*people, "guest", "guests"),
            Self::Missing(people) => format!("{people} missing"),
            Self::Call(office) => format!("Questions? {office}"),
            Self::DayOfMonth { month, day } => {
                format!("{day} {}", measure::month_of_year(Language::En, *month))
            }
            Self::Day(day) => day.to_string(),
            Self::Events(events) => count(*events, "event", "events"),
            Self::Starred => "* Moved:".into(),
            Self::MonthFigure(month) => measure::month_of_year(Language::En, month.month),
            Self::NotOnMap(names) => format!("Too close together to be named on the map: {names}."),
            Self::Verified => "This plan was checked once more by other means: every rule is kept.".into(),
            Self::Campaign(file) => format!("Campaign: {file}"),
            Self::Sentence(said) => format!("{said}."),
            Self::Granted { wish, visits, people } => {
                format!("{wish}, {}: {}.", count(*visits, "visit", "visits"), list(Language::En, people))
            }
            Self::Unwished { name, day, post, has_wishes } => {
                let why =
                    if *has_wishes { "which is none of the wishes" } else { "having wished for nothing" };
                format!("Not wished for: {name} goes to {post} on {day}, {why}.")
            }
            Self::WithoutUnit(names) => {
                let without = count(names.len(), "neighbourhood", "neighbourhoods");
                format!("{without} without a unit: {}.", list(Language::En, names))
            }
            Self::Weekday(day) => measure::weekday(Language::En, *day),
        }
    }
}
