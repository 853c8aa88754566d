//! What was asked and what was reached, in sentences.

use crate::{
    domain::{Language, thursday::Month},
    render::wording::{Phrase, count, measure},
};

/// One sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sentence {
    /// The period, which Thursday, and the hours.
    When {
        /// First month.
        first: Month,
        /// Last month.
        last: Month,
        /// Which Thursday; `None`: the plan chooses.
        nth: Option<u32>,
        /// From when to when.
        hours: String,
    },
    /// Who is paired.
    Paired {
        /// Units with a pairing.
        units: usize,
        /// Neighbourhoods with a pairing.
        neighbourhoods: usize,
        /// Pairings.
        pairings: usize,
        /// The sum of the known distances.
        metres: i64,
    },
    /// What is held.
    Held {
        /// Events.
        held: usize,
        /// Pairings times months.
        all: usize,
    },
    /// Which needs are met.
    Needs {
        /// Met.
        met: usize,
        /// All.
        all: usize,
    },
    /// The sum of distances, and what it would be without `units-per-neighbourhood`.
    Bound {
        /// As planned.
        metres: i64,
        /// Without the bound.
        unbounded: i64,
        /// Pairings without the bound.
        pairings: usize,
    },
    /// One event, read out.
    Event {
        /// The day.
        date: String,
        /// From when to when.
        hours: String,
        /// Who comes.
        unit: String,
        /// To whom.
        neighbourhood: String,
        /// What about.
        theme: String,
    },
    /// Events of a month that are not on the Thursday that is wanted.
    Moved {
        /// The day that is wanted.
        wanted: String,
        /// Why they are not on it.
        why: Obstacle,
        /// How many.
        events: usize,
        /// The days on which they are.
        to: String,
    },
    /// Where it is held.
    At(String),
    /// Whom to call.
    Call(String),
    /// A month as a heading.
    Month(Month),
    /// Months in order, those that follow on each other as one stretch.
    Months(Vec<Month>),
    /// Every pairing, of which there are several.
    EveryPairing,
    /// The month alone, above a column.
    MonthOfYear(u32),
    /// The day of the month and the theme, in a cell.
    Cell {
        /// Day of the month.
        day: u32,
        /// What about.
        theme: String,
    },
}

/// Why an event is not on the Thursday that is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Obstacle {
    /// A public holiday; its name in Chinese.
    Holiday(&'static str),
    /// A day on which nothing is held.
    Skipped,
    /// The unit is closed.
    Closed,
    /// The neighbourhood cannot then.
    PlaceClosed,
    /// The unit is at another neighbourhood.
    Elsewhere,
    /// The neighbourhood has all the events that it may have.
    Full,
    /// Nothing, but it is proved that the whole is better this way.
    Outweighed,
    /// Nothing.
    Nothing,
}

impl Phrase for Obstacle {
    fn zh(&self) -> String {
        match self {
            Self::Holiday(name) => format!("{name}放假"),
            Self::Skipped => "不办活动".into(),
            Self::Closed => "单位不接待".into(),
            Self::PlaceClosed => "居民区不方便".into(),
            Self::Elsewhere => "单位在别的居民区".into(),
            Self::Full => "居民区当天已排满".into(),
            Self::Outweighed => "让位于整体安排".into(),
            Self::Nothing => "当天并无妨碍".into(),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Holiday(name) => format!("a public holiday ({name})"),
            Self::Skipped => "nothing is held that day".into(),
            Self::Closed => "the unit is closed".into(),
            Self::PlaceClosed => "the neighbourhood cannot".into(),
            Self::Elsewhere => "the unit is at another neighbourhood".into(),
            Self::Full => "the neighbourhood has all the events it may have".into(),
            Self::Outweighed => "the whole is better this way".into(),
            Self::Nothing => "nothing stands against that day".into(),
        }
    }
}

impl Phrase for Sentence {
    fn zh(&self) -> String {
        match self {
            Self::When { first, last, nth, hours } => {
                let which = nth.map_or("一个周四".into(), |nth| format!("第{}个周四", figure(nth)));
                let until = match (first, last) {
                    _ if first == last => String::new(),
                    _ if first.year == last.year => format!("至{}月", last.month),
                    _ => format!("至{}", month_zh(*last)),
                };
                format!("{}{until}，每月{which}，{hours}。", month_zh(*first))
            }
            Self::Paired { units, neighbourhoods, pairings, metres } => format!(
                "{units} 家单位与 {neighbourhoods} 个居民区结成 {pairings} 对，距离合计 {metres} 米。"
            ),
            Self::Held { held, all } if held == all => format!("{all} 场主题活动全部排定。"),
            Self::Held { held, all } => {
                format!("应开展 {all} 场主题活动，排定 {held} 场，{} 场没有排上。", all - held)
            }
            Self::Needs { met, all } if met == all => format!("居民区的 {all} 项需求全部满足。"),
            Self::Needs { met, all } => format!("居民区的 {all} 项需求，满足 {met} 项。"),
            Self::Bound { metres, unbounded, pairings } => format!(
                "如果不限每个居民区的单位数，结成 {pairings} 对，距离合计 {unbounded} 米；现为 {metres} 米。"
            ),
            Self::Event { date, hours, unit, neighbourhood, theme } => {
                format!("{date}{hours}，{unit}到{neighbourhood}，主题：{theme}。")
            }
            Self::Moved { wanted, why, events, to } => {
                format!("{wanted}{}，{events} 场改到{to}。", why.zh())
            }
            Self::At(place) => format!("地点：{place}。"),
            Self::Call(contact) => format!("联系：{contact}。"),
            Self::Month(month) => month_zh(*month),
            Self::Months(months) => stretches(months)
                .map(|(first, last)| match last {
                    _ if first == last => month_zh(first),
                    _ if first.year == last.year => format!("{}至{}月", month_zh(first), last.month),
                    _ => format!("{}至{}", month_zh(first), month_zh(last)),
                })
                .collect::<Vec<String>>()
                .join("、"),
            Self::EveryPairing => "所有结对".into(),
            Self::MonthOfYear(month) => format!("{month}月"),
            Self::Cell { day, theme } => format!("{day}日\n{theme}"),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::When { first, last, nth, hours } => {
                let which = nth
                    .map_or("one Thursday".into(), |nth| format!("the {} Thursday", measure::ordinal(nth)));
                let until = if first == last { String::new() } else { format!(" to {}", month_en(*last)) };
                format!("{}{until}, {which} of each month, {hours}.", month_en(*first))
            }
            Self::Paired { units, neighbourhoods, pairings, metres } => format!(
                "{} and {} in {}, {metres} m in all.",
                count(*units, "unit", "units"),
                count(*neighbourhoods, "neighbourhood", "neighbourhoods"),
                count(*pairings, "pairing", "pairings"),
            ),
            Self::Held { held, all } if held == all => format!("All {all} events are planned."),
            Self::Held { held, all } => format!("{held} of {} planned.", count(*all, "event", "events")),
            Self::Needs { met: 1, all: 1 } => "The one need of the neighbourhoods is met.".into(),
            Self::Needs { met, all } if met == all => {
                format!("All {} of the neighbourhoods are met.", count(*all, "need", "needs"))
            }
            Self::Needs { met, all } => {
                format!("{met} of {} of the neighbourhoods met.", count(*all, "need", "needs"))
            }
            Self::Bound { metres, unbounded, pairings } => format!(
                "With any number of units at a neighbourhood there would be {} of {unbounded} m in all; now {metres} m.",
                count(*pairings, "pairing", "pairings"),
            ),
            Self::Event { date, hours, unit, neighbourhood, theme } => {
                format!("{date}, {hours}: {unit} at {neighbourhood}; {theme}.")
            }
            Self::Moved { wanted, why, events, to } => {
                format!("{wanted}: {}; {} on {to}.", why.en(), count(*events, "event", "events"))
            }
            Self::At(place) => format!("Place: {place}."),
            Self::Call(contact) => format!("Contact: {contact}."),
            Self::Month(month) => month_en(*month),
            Self::Months(months) => stretches(months)
                .map(|(first, last)| match last {
                    _ if first == last => month_en(first),
                    _ => format!("{} to {}", month_en(first), month_en(last)),
                })
                .collect::<Vec<String>>()
                .join(", "),
            Self::EveryPairing => "every pairing".into(),
            Self::MonthOfYear(month) => name_en(*month).into(),
            Self::Cell { day, theme } => format!("{day}\n{theme}"),
        }
    }
}

fn figure(number: u32) -> &'static str {
    match number {
        1 => "一",
        2 => "二",
        3 => "三",
        4 => "四",
        _ => "五",
    }
}

fn month_zh(month: Month) -> String {
    format!("{}年{}月", month.year, month.month)
}

fn month_en(month: Month) -> String {
    format!("{} {}", name_en(month.month), month.year)
}

fn name_en(month: u32) -> &'static str {
    const NAMES: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    NAMES.get(month as usize - 1).copied().unwrap_or("")
}

/// The first and the last month of each stretch of months that follow on each other.
fn stretches(months: &[Month]) -> impl Iterator<Item = (Month, Month)> {
    months.chunk_by(|one, other| one.next() == *other).map(|stretch| (stretch[0], stretch[stretch.len() - 1]))
}

impl Sentence {
    /// Everything said in one language, one after the other.
    pub fn together(language: Language, sentences: &[Self]) -> String {
        let said: Vec<String> = sentences.iter().map(|sentence| sentence.say(language)).collect();
        match language {
            Language::Zh => said.concat(),
            Language::En => said.join(" "),
        }
    }
}
