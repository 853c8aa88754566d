//! The words of the timetable: headings, levels, months and events, reasons, and rules that are broken.

use crate::{
    domain::{Language, thursday::Month},
    render::wording::{Phrase, count, list, measure, quoted},
    timetable::{level::Level, rule::Rule},
};
use chrono::{Datelike, NaiveDate};

labels! {
    /// What stands above a column or a section.
    pub enum Heading {
        /// The year at a glance.
        Year: "全年主题活动一览", "The events at a glance";
        /// Events that are not on their Thursday.
        Moved: "改期", "Moved";
        /// Column: unit and neighbourhood in one.
        Pairing: "结对", "Pairing";
        /// Which needs are met.
        Needs: "居民区需求", "What the neighbourhoods need";
        /// Months without an event.
        NotHeld: "未能安排活动的月份", "Months without an event";
    }
}

labels! {
    impl Level {
        Changes: "活动变动", "event changes";
        Held: "按月开展", "held";
        Moved: "如期", "moved";
        Rested: "主题间隔", "rested";
        Needs: "居民区需求", "needs";
        Wanted: "需求场次", "wanted";
        Variety: "主题多样", "variety";
        Spread: "均匀", "spread";
        Lot: "抽签", "lot";
    }
}

labels! {
    /// What a level counts.
    pub struct Counts of Level {
        Changes: "原方案中取消的活动", "events of the earlier plan that are gone";
        Held: "没有开展的场次", "months without an event, over all pairings";
        Moved: "推迟或提前的幅度，合计", "how far events are from their Thursday";
        Rested: "同一主题间隔不足的次数", "themes that return too early";
        Needs: "满足的需求，靠前的分量重", "needs met, the first of each weighing most";
        Wanted: "主题合居民区需求的场次", "events with a theme that is needed";
        Variety: "同一居民区主题重复的对数", "pairs of events with one theme at one place";
        Spread: "每月最忙的周四的场次，合计", "events on the busiest Thursday of each month";
        Lot: "签号合计，平手时定先后", "numbers drawn, which settle ties";
    }
}

/// One sentence, or what stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sentence {
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
    /// Months in order, those that follow on each other as one stretch.
    Months(Vec<Month>),
    /// Every pairing, of which there are several.
    EveryPairing,
    /// The day of the month, below its name.
    Day(u32),
    /// The day of the month and the theme, in a cell.
    Cell {
        /// Day of the month.
        day: u32,
        /// What about.
        theme: String,
    },
}

impl Phrase for Sentence {
    fn zh(&self) -> String {
        match self {
            Self::Event { date, hours, unit, neighbourhood, theme } => {
                format!("{date}{hours}，{unit}到{neighbourhood}，主题：{theme}。")
            }
            Self::Moved { wanted, why, events, to } => {
                format!("{wanted}{}，{events} 场活动改至{to}。", why.zh())
            }
            Self::At(place) => format!("地点：{place}。"),
            Self::Call(contact) => format!("联系：{contact}。"),
            Self::Months(months) => list(Language::Zh, &stretches(months, Language::Zh)),
            Self::EveryPairing => "所有结对".into(),
            Self::Day(day) => format!("{day}日"),
            Self::Cell { day, theme } => format!("{day}日\n{theme}"),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Event { date, hours, unit, neighbourhood, theme } => {
                format!("{date}, {hours}: {unit} at {neighbourhood}; {theme}.")
            }
            Self::Moved { wanted, why, events, to } => {
                format!("{wanted}: {}; {} on {to}.", why.en(), count(*events, "event", "events"))
            }
            Self::At(place) => format!("Place: {place}."),
            Self::Call(contact) => format!("Contact: {contact}."),
            Self::Months(months) => list(Language::En, &stretches(months, Language::En)),
            Self::EveryPairing => "every pairing".into(),
            Self::Day(day) => day.to_string(),
            Self::Cell { day, theme } => format!("{day}\n{theme}"),
        }
    }
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

/// Each stretch of months that follow on each other.
fn stretches(months: &[Month], language: Language) -> Vec<String> {
    let stretches = months.chunk_by(|one, other| one.next() == *other);
    stretches.map(|months| measure::months(language, months[0], months[months.len() - 1])).collect()
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
            Self::Skipped => "不安排活动".into(),
            Self::Closed => "单位当天不参加".into(),
            Self::PlaceClosed => "居民区当天不参加".into(),
            Self::Elsewhere => "单位在其他居民区开展活动".into(),
            Self::Full => "居民区当天已排满".into(),
            Self::Outweighed => "因统筹安排".into(),
            Self::Nothing => "未能排定".into(),
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

/// Why a month is not held, and what became of a need: one reason, or one sentence around reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// A rule bars so many Thursdays or themes.
    Bars(Rule, usize),
    /// Nothing is left; what bars how much.
    NothingLeft(String),
    /// In each of the months there is a Thursday on which the event could be held.
    FreeDay,
    /// With it the plan would be better.
    WouldGain,
    /// The days that are left lie where everything stays as it is.
    Settled,
    /// Something is left; what stands in the way as things are.
    NotAsThingsStand(String),
    /// Proved: the whole is best as it is.
    BetterSo,
    /// Needs that are met.
    Met(String),
    /// Needs that nobody paired offers.
    NobodyOffers(String),
    /// Needs that can stand in no month.
    NoMonth(String),
    /// Needs that are not met though they could be, and whether it is proved that the whole is better this way.
    NotMet(String, bool),
    /// Neighbourhoods without a pairing.
    NobodyPaired,
}

impl Phrase for Reason {
    fn zh(&self) -> String {
        match self {
            Self::Bars(rule, bars) => match rule {
                Rule::PairedOnly => format!("没有结对 {bars} 个"),
                Rule::OnAThursday => format!("不是周四 {bars} 天"),
                Rule::NoHoliday => format!("法定节假日 {bars} 天"),
                Rule::NotSkipped => format!("写明不安排 {bars} 天"),
                Rule::UnitClosed => format!("单位不参加 {bars} 天"),
                Rule::NeighbourhoodClosed => format!("居民区不参加 {bars} 天"),
                Rule::ThemeOffered => format!("单位不提供的主题 {bars} 个"),
                Rule::ThemeMonths => format!("不在当月的主题 {bars} 个"),
                Rule::OneEventAMonth => format!("当月已有一场 {bars} 天"),
                Rule::UnitOnePlace => format!("单位当天在别处 {bars} 天"),
                Rule::EventsPerDay => format!("居民区当天已排满 {bars} 天"),
            },
            Self::NothingLeft(reasons) => format!("没有可选的：{reasons}"),
            Self::FreeDay => "还有空着的周四".into(),
            Self::WouldGain => "补上会更好".into(),
            Self::Settled => "剩下的周四都在保持不变的日子里".into(),
            Self::NotAsThingsStand(reasons) => format!("现在排不进：{reasons}"),
            Self::BetterSo => "这样安排整体更好".into(),
            Self::Met(needs) => format!("满足{needs}"),
            Self::NobodyOffers(needs) => format!("结对单位暂未提供{needs}"),
            Self::NoMonth(needs) => format!("本期没有能安排{needs}的月份"),
            Self::NotMet(needs, true) => format!("{needs}没有排上，这样安排整体更好"),
            Self::NotMet(needs, false) => format!("{needs}没有排上"),
            Self::NobodyPaired => "没有结对单位".into(),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Bars(rule, bars) => {
                let days = |what: &str| format!("{what} ({})", count(*bars, "day", "days"));
                let themes = |what: &str| format!("{what} ({})", count(*bars, "theme", "themes"));
                match rule {
                    Rule::PairedOnly => days("not paired"),
                    Rule::OnAThursday => days("no Thursday"),
                    Rule::NoHoliday => days("public holiday"),
                    Rule::NotSkipped => days("to be skipped"),
                    Rule::UnitClosed => days("the unit takes no part"),
                    Rule::NeighbourhoodClosed => days("the neighbourhood takes no part"),
                    Rule::ThemeOffered => themes("not offered"),
                    Rule::ThemeMonths => themes("not in this month"),
                    Rule::OneEventAMonth => days("one event a month"),
                    Rule::UnitOnePlace => days("the unit is elsewhere"),
                    Rule::EventsPerDay => days("the neighbourhood has all it may have"),
                }
            }
            Self::NothingLeft(reasons) => format!("nothing is left: {reasons}"),
            Self::FreeDay => "a Thursday is free".into(),
            Self::WouldGain => "taking it would be better".into(),
            Self::Settled => "the Thursdays that are left lie where everything stays as it is".into(),
            Self::NotAsThingsStand(reasons) => format!("not as things stand: {reasons}"),
            Self::BetterSo => "the whole is better this way".into(),
            Self::Met(needs) => format!("{needs}: met"),
            Self::NobodyOffers(needs) => format!("{needs}: nobody paired offers it"),
            Self::NoMonth(needs) => format!("{needs}: no month of the period allows it"),
            Self::NotMet(needs, true) => format!("{needs}: not met, the whole is better this way"),
            Self::NotMet(needs, false) => format!("{needs}: not met"),
            Self::NobodyPaired => "nobody is paired with it".into(),
        }
    }
}

/// A rule that is broken, with the names that it is about; empty where a rule has no use for one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The rule.
    pub rule: Rule,
    /// The day of the first event.
    pub date: NaiveDate,
    /// The unit.
    pub unit: String,
    /// The neighbourhood.
    pub neighbourhood: String,
    /// The theme.
    pub theme: String,
    /// How many there are.
    pub found: usize,
    /// How many there may be.
    pub limit: usize,
}

impl Phrase for Broken {
    fn zh(&self) -> String {
        let Self { unit, neighbourhood, theme, found, limit, .. } = self;
        let date = measure::full_date(Language::Zh, self.date);
        match self.rule {
            Rule::PairedOnly => format!("{date}{unit}到{neighbourhood}，但双方没有结对"),
            Rule::OnAThursday => format!("{date}不是本期的周四"),
            Rule::NoHoliday => format!("{date}是法定节假日"),
            Rule::NotSkipped => format!("{date}写明不安排活动"),
            Rule::UnitClosed => format!("{date}{unit}不接待，不能到{neighbourhood}"),
            Rule::NeighbourhoodClosed => format!("{date}{neighbourhood}不方便，不安排活动"),
            Rule::ThemeOffered => format!("{unit}不提供主题{}", quoted(theme)),
            Rule::ThemeMonths => {
                format!("主题{}不安排在{}月", quoted(theme), self.date.month())
            }
            Rule::OneEventAMonth => {
                let month = self.date.month();
                format!("{unit}与{neighbourhood}在{month}月安排了{found}场，每月最多{limit}场")
            }
            Rule::UnitOnePlace => format!("{unit}在{date}安排了{found}处，同一天只去一处"),
            Rule::EventsPerDay => {
                format!("{neighbourhood}在{date}安排了{found}场，一天最多{limit}场")
            }
        }
    }

    fn en(&self) -> String {
        let Self { unit, neighbourhood, theme, found, limit, .. } = self;
        let date = measure::full_date(Language::En, self.date);
        match self.rule {
            Rule::PairedOnly => {
                format!("{unit} comes to {neighbourhood} on {date}, but they are not paired")
            }
            Rule::OnAThursday => format!("{date} is no Thursday of the period"),
            Rule::NoHoliday => format!("{date} is a public holiday"),
            Rule::NotSkipped => format!("{date} is to be skipped"),
            Rule::NeighbourhoodClosed => {
                format!("nothing can be held at {neighbourhood} on {date}")
            }
            Rule::UnitClosed => {
                format!("{unit} is closed on {date}, when it would be at {neighbourhood}")
            }
            Rule::ThemeOffered => format!("{unit} does not offer {theme}"),
            Rule::ThemeMonths => format!("{theme} may not stand in the month of {date}"),
            Rule::OneEventAMonth => format!(
                "{unit} and {neighbourhood} hold {found} events in the month of {date}, at most {limit}"
            ),
            Rule::UnitOnePlace => format!("{unit} is at {found} places on {date}, at most one"),
            Rule::EventsPerDay => {
                format!("{neighbourhood} has {found} events on {date}, at most {limit}")
            }
        }
    }
}
