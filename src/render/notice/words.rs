//! The change notice (调整通知): whom to tell what, and what stays.

use crate::{
    domain::Language,
    render::wording::{Phrase, count, measure::full_date, quoted},
};
use chrono::NaiveDate;

/// One sentence or phrase of a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The heading.
    Title,
    /// Somebody who came late has no place; what is before the reasons.
    LateWithout(String),
    /// Which plan is mended.
    Mends(String),
    /// What is before a day stays as it is.
    Kept(NaiveDate),
    /// The same because the campaign is under way.
    KeptSinceToday(NaiveDate),
    /// What began that day before a minute of it stays too.
    KeptBegun(u16),
    /// Nobody else moves.
    OthersStay,
    /// How many placements are gone, and whether that is proven.
    Gone {
        /// How many.
        placements: i64,
        /// Whether fewer are proven impossible.
        proven: bool,
    },
    /// One person: what no longer holds, what holds instead.
    Person {
        /// Who.
        name: String,
        /// What no longer holds.
        old: Vec<String>,
        /// What holds instead.
        new: Vec<String>,
        /// Whether it is said where nothing does.
        closing: bool,
    },
    /// One session: who was to come, who comes instead.
    Session {
        /// The session.
        visit: Visit,
        /// Who was to come.
        gone: Vec<String>,
        /// Who comes instead.
        new: Vec<String>,
    },
    /// The same to the person.
    Exchange {
        /// What no longer holds.
        old: Vec<String>,
        /// What holds instead.
        new: Vec<String>,
    },
    /// Somebody whom the campaign no longer has.
    Left(String),
    /// A session in one phrase.
    Visit(Visit),
    /// Something that the reader was told by an earlier print of the same plan.
    Known(String),
    /// For so many people all stays as it was.
    Untouched(usize),
    /// Nothing is new for anybody.
    Unchanged,
    /// Nothing changes for any ambassador, though something does in the Thursday Action.
    PeopleUnchanged,
    /// How many pairings and events of the earlier plan are gone.
    ActionGone {
        /// Pairings.
        pairings: i64,
        /// Pairings that have an end because one of the two has left.
        ended: usize,
        /// Events.
        events: i64,
        /// Whether fewer are proven impossible.
        proven: bool,
    },
    /// A unit and a neighbourhood: what is new for both.
    Pair {
        /// Both, or the one of them who does not read it.
        pair: Pairing,
        /// From which day on they meet no more, where one of them has left.
        ended: Option<NaiveDate>,
        /// They are no longer paired.
        parted: bool,
        /// They are paired now.
        joined: bool,
        /// Events that no longer are.
        old: Vec<String>,
        /// Events that are instead.
        new: Vec<String>,
    },
    /// An event in one phrase: its day and its theme.
    Event(String, String),
    /// So many events of the Thursday Action stay as they were.
    EventsUntouched(usize),
}

/// A unit with a neighbourhood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pairing {
    /// To the organizer.
    Both {
        /// The unit.
        unit: String,
        /// The neighbourhood.
        neighbourhood: String,
    },
    /// To the unit: the neighbourhood.
    ToUnit(String),
    /// To the neighbourhood: the unit.
    ToNeighbourhood(String),
}

impl Pairing {
    /// That it has an end, in words to whoever reads it.
    fn ended_zh(&self, day: NaiveDate) -> String {
        let pair = match self {
            Self::Both { unit, neighbourhood } => format!("{unit}与{neighbourhood}"),
            Self::ToUnit(other) => format!("贵单位与{other}"),
            Self::ToNeighbourhood(other) => format!("贵居民区与{other}"),
        };
        format!("{pair}的结对自{}起终止", full_date(Language::Zh, day))
    }
}

impl Phrase for Pairing {
    fn zh(&self) -> String {
        match self {
            Self::Both { unit, neighbourhood } => format!("{unit}与{neighbourhood}"),
            Self::ToUnit(other) | Self::ToNeighbourhood(other) => format!("与{other}"),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Both { unit, neighbourhood } => format!("{unit} and {neighbourhood}"),
            Self::ToUnit(other) | Self::ToNeighbourhood(other) => format!("with {other}"),
        }
    }
}

/// A session; more than date, unit and post only where it is new to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// When.
    pub date: String,
    /// From when to when.
    pub hours: Option<String>,
    /// Where; nothing where the post is gone.
    pub unit: Option<String>,
    /// What.
    pub post: String,
    /// Whom to ask for.
    pub mentor: Option<String>,
    /// Where to come to.
    pub meet: Option<String>,
}

impl Phrase for Visit {
    fn zh(&self) -> String {
        let Self { date, hours, unit, post, mentor, meet } = self;
        let hours = hours.as_ref().map(|hours| format!("{hours}，")).unwrap_or_default();
        let unit = unit.as_ref().map(|unit| format!("{unit}的")).unwrap_or_default();
        let mentor = mentor.as_ref().map(|mentor| format!("带教老师{mentor}"));
        let meet = meet.as_ref().map(|meet| format!("到{meet}集合"));
        let details: Vec<String> = [mentor, meet].into_iter().flatten().collect();
        let details =
            if details.is_empty() { String::new() } else { format!("（{}）", details.join("，")) };
        format!("{date}{hours}{unit}{}{details}", quoted(post))
    }

    fn en(&self) -> String {
        let Self { date, hours, unit, post, mentor, meet } = self;
        let mentor = mentor.as_ref().map(|mentor| format!("mentor {mentor}"));
        let meet = meet.as_ref().map(|meet| format!("meet at {meet}"));
        let parts = [hours.clone(), Some(post.clone()), unit.clone(), mentor, meet];
        format!("{date} {}", parts.into_iter().flatten().collect::<Vec<String>>().join(", "))
    }
}

impl Phrase for Notice {
    fn zh(&self) -> String {
        match self {
            Self::Title => "调整通知".into(),
            Self::Mends(file) => format!("调整自 {file}。"),
            Self::Kept(day) => format!("{}之前的安排保持不变。", full_date(Language::Zh, *day)),
            Self::KeptSinceToday(day) => format!(
                "活动正在进行：{}（今天）之前的安排保持不变；要从别的日期算起，请用 --keep-until。",
                full_date(Language::Zh, *day)
            ),
            Self::KeptBegun(minute) => {
                format!("当天 {:02}:{:02} 之前已经开始的场次也不变。", minute / 60, minute % 60)
            }
            Self::LateWithout(name) => format!("后来报名的{name}没有排上"),
            Self::OthersStay => "其他人员的安排不变。".into(),
            Self::Gone { placements, proven } => {
                format!("原有安排取消 {placements} 人次（含本人不能参加的），{}。", proof_zh(*proven))
            }
            Self::Person { name, old, new, closing } => {
                format!("{name}：{}", exchange_zh(old, new, if *closing { NOTHING_ZH } else { "" }))
            }
            Self::Session { visit, gone, new } => {
                let people = match (gone.is_empty(), new.is_empty()) {
                    (false, false) => format!("原定{}，改为{}", gone.join("、"), new.join("、")),
                    (false, true) => format!("原定{}，现取消", gone.join("、")),
                    (true, _) => format!("新增{}", new.join("、")),
                };
                format!("{}：{people}", visit.zh())
            }
            Self::Exchange { old, new } => format!("{}。", exchange_zh(old, new, NOTHING_ZH)),
            Self::Left(id) => format!("{id}（已不在活动中）"),
            Self::Visit(visit) => visit.zh(),
            Self::Known(line) => format!("此前已告知：{line}"),
            Self::Untouched(people) => format!("其余 {people} 人的安排不变。"),
            Self::Unchanged => "与这份方案相比，所有安排均不变。".into(),
            Self::PeopleUnchanged => "大使的安排都不变。".into(),
            Self::ActionGone { pairings, ended, events, proven } => {
                let ended = (*ended > 0).then(|| format!("终止结对 {ended} 对"));
                let parted = (*pairings > 0 || ended.is_none()).then(|| format!("解除结对 {pairings} 对"));
                let parts = ended.into_iter().chain(parted).chain([format!("取消 {events} 场")]);
                let parts = parts.collect::<Vec<String>>().join("，");
                format!("周四行动原方案中{parts}，{}。", proof_zh(*proven))
            }
            Self::Pair { pair, ended, parted, joined, old, new } => {
                let mut parts: Vec<String> = Vec::new();
                parts.extend(parted.then(|| "解除结对".to_owned()));
                parts.extend(joined.then(|| "新增结对".to_owned()));
                let events = exchange_zh(old, new, "");
                parts.extend((!events.is_empty()).then_some(events));
                match ended {
                    Some(day) => {
                        std::iter::once(pair.ended_zh(*day)).chain(parts).collect::<Vec<_>>().join("；")
                    }
                    None => format!("{}：{}", pair.zh(), parts.join("；")),
                }
            }
            Self::Event(date, theme) => format!("{date}{}", quoted(theme)),
            Self::EventsUntouched(events) => format!("周四行动其余 {events} 场不变。"),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Title => "Change notice (调整通知)".into(),
            Self::Mends(file) => format!("Mends {file}."),
            Self::Kept(day) => {
                format!("Everything before {} stays as it was.", full_date(Language::En, *day))
            }
            Self::KeptSinceToday(day) => format!(
                "The campaign is under way: everything before {} (today) stays as it was; --keep-until gives \
                 another day.",
                full_date(Language::En, *day)
            ),
            Self::KeptBegun(minute) => {
                format!("What began before {:02}:{:02} that day stays too.", minute / 60, minute % 60)
            }
            Self::LateWithout(name) => format!("No place for {name}, who came late"),
            Self::OthersStay => "Nobody else moves.".into(),
            Self::Gone { placements, proven } => format!(
                "{} of the earlier plan gone, those of whoever cannot come included; {}.",
                counted(*placements, "placement", "placements"),
                proof_en(*proven)
            ),
            Self::Person { name, old, new, closing } => {
                format!("{name}: {}", exchange_en(old, new, if *closing { NOTHING_EN } else { "" }))
            }
            Self::Session { visit, gone, new } => format!("{}: {}", visit.en(), exchange_en(gone, new, "")),
            Self::Exchange { old, new } => format!("{}.", exchange_en(old, new, NOTHING_EN)),
            Self::Left(id) => format!("{id} (no longer in the campaign)"),
            Self::Visit(visit) => visit.en(),
            Self::Known(line) => format!("Told before: {line}"),
            Self::Untouched(people) => {
                format!("Nothing changes for {}.", count(*people, "other person", "other people"))
            }
            Self::Unchanged => "Compared with that plan nothing changes for anybody.".into(),
            Self::PeopleUnchanged => "Nothing changes for any ambassador.".into(),
            Self::ActionGone { pairings, ended, events, proven } => format!(
                "Of the earlier Thursday Action {}{} and {} are gone; {}.",
                counted_ended(*ended),
                counted(*pairings, "pairing", "pairings"),
                counted(*events, "event", "events"),
                proof_en(*proven)
            ),
            Self::Pair { pair, ended, parted, joined, old, new } => {
                let mut parts: Vec<String> = Vec::new();
                let day = ended.map(|day| full_date(Language::En, day));
                parts.extend(day.map(|day| format!("no longer paired from {day} on")));
                parts.extend(parted.then(|| "no longer paired".to_owned()));
                parts.extend(joined.then(|| "newly paired".to_owned()));
                let events = exchange_en(old, new, "");
                parts.extend((!events.is_empty()).then_some(events));
                format!("{}: {}", pair.en(), parts.join("; "))
            }
            Self::Event(date, theme) => format!("{date} {theme}"),
            Self::EventsUntouched(events) => {
                let events = count(*events, "other event", "other events");
                format!("Nothing changes for {events} of the Thursday Action.")
            }
        }
    }
}

fn counted_ended(ended: usize) -> String {
    if ended == 0 { String::new() } else { format!("{} with an end, ", count(ended, "pairing", "pairings")) }
}

/// What is said where nothing holds instead.
const NOTHING_ZH: &str = "，暂不另行安排";
const NOTHING_EN: &str = "; nothing instead for the time being";

fn proof_zh(proven: bool) -> &'static str {
    if proven { "已证明不能再少" } else { "尚未证明不能再少" }
}

fn proof_en(proven: bool) -> &'static str {
    if proven { "proven: no fewer will do" } else { "not proven to be the fewest" }
}

/// What no longer holds, what holds instead; `nothing` closes where nothing does.
fn exchange_zh(old: &[String], new: &[String], nothing: &str) -> String {
    match (old.is_empty(), new.is_empty()) {
        (true, true) => String::new(),
        (false, true) => format!("取消{}{nothing}", old.join("、")),
        (true, false) => format!("新增{}", new.join("、")),
        (false, false) => format!("原{}，改为{}", old.join("、"), new.join("、")),
    }
}

fn exchange_en(old: &[String], new: &[String], nothing: &str) -> String {
    match (old.is_empty(), new.is_empty()) {
        (true, true) => String::new(),
        (false, true) => format!("no longer {}{nothing}", old.join(", ")),
        (true, false) => format!("new, {}", new.join(", ")),
        (false, false) => format!("no longer {}; now {}", old.join(", "), new.join(", ")),
    }
}

fn counted(number: i64, one: &str, many: &str) -> String {
    count(usize::try_from(number).unwrap_or_default(), one, many)
}
