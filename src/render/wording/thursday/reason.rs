//! Why a unit gives way or lacks a pairing, why a month is not held, what became of a need.

use crate::{
    pairing::{reason::Because, rule as pairing},
    render::wording::{Phrase, count},
    timetable::rule as timetable,
};

/// One reason, or one sentence around reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// A unit goes to a farther neighbourhood.
    GivesWay {
        /// The nearest and its distance.
        nearest: String,
        /// Where it goes, and that distance.
        instead: String,
        /// Why.
        because: Because,
        /// Whether no better pairing exists.
        is_proven: bool,
    },
    /// A unit lacks pairings.
    Lacks(u32),
    /// A rule of the pairing bars so many neighbourhoods.
    BarsPairs(pairing::Rule, usize),
    /// A rule of the timetable bars so many Thursdays or themes.
    Bars(timetable::Rule, usize),
    /// Nothing is left; what bars how much.
    NothingLeft(String),
    /// A unit is paired with every neighbourhood that there is.
    NoOther,
    /// Every neighbourhood that a unit may go to has all its units.
    AllFull,
    /// A neighbourhood that would take a unit.
    FreePlace(String),
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
            Self::GivesWay { nearest, instead, because, is_proven } => {
                let why = match because {
                    Because::Agreed => "已经约定去较远的",
                    Because::Full => "那里的单位数已到上限",
                    Because::Outweighed if *is_proven => "这样安排整体更好",
                    Because::Outweighed => "那里还有名额",
                };
                format!("最近的是{nearest}，{why}，现与{instead}结对")
            }
            Self::Lacks(lacks) => format!("还缺 {lacks} 个结对"),
            Self::BarsPairs(rule, bars) => match rule {
                pairing::Rule::Forbidden => format!("写明不结对 {bars} 个"),
                pairing::Rule::PairingDistance => format!("太远或位置不明 {bars} 个"),
                pairing::Rule::NeighbourhoodsPerUnit => format!("单位的结对数已到上限 {bars} 个"),
                pairing::Rule::UnitsPerNeighbourhood => format!("居民区的单位数已到上限 {bars} 个"),
                pairing::Rule::Fixed => format!("与约定的结对冲突 {bars} 个"),
            },
            Self::Bars(rule, bars) => match rule {
                timetable::Rule::PairedOnly => format!("没有结对 {bars} 个"),
                timetable::Rule::OnAThursday => format!("不是周四 {bars} 天"),
                timetable::Rule::NoHoliday => format!("法定节假日 {bars} 天"),
                timetable::Rule::NotSkipped => format!("写明不安排 {bars} 天"),
                timetable::Rule::UnitClosed => format!("单位不接待 {bars} 天"),
                timetable::Rule::NeighbourhoodClosed => format!("居民区当天不行 {bars} 天"),
                timetable::Rule::ThemeOffered => format!("单位不提供的主题 {bars} 个"),
                timetable::Rule::ThemeMonths => format!("不在当月的主题 {bars} 个"),
                timetable::Rule::OneEventAMonth => format!("当月已有一场 {bars} 天"),
                timetable::Rule::UnitOnePlace => format!("单位当天在别处 {bars} 天"),
                timetable::Rule::EventsPerDay => format!("居民区当天已排满 {bars} 天"),
            },
            Self::NothingLeft(reasons) => format!("没有可选的：{reasons}"),
            Self::NoOther => "没有别的居民区了".into(),
            Self::AllFull => "可去的居民区，单位数都已到上限".into(),
            Self::FreePlace(place) => format!("{place}还有名额"),
            Self::FreeDay => "还有空着的周四".into(),
            Self::WouldGain => "补上会更好".into(),
            Self::Settled => "剩下的周四都在保持不变的日子里".into(),
            Self::NotAsThingsStand(reasons) => format!("现在排不进：{reasons}"),
            Self::BetterSo => "这样安排整体更好".into(),
            Self::Met(needs) => format!("满足{needs}"),
            Self::NobodyOffers(needs) => format!("结对单位不提供{needs}"),
            Self::NoMonth(needs) => format!("本期没有能安排{needs}的月份"),
            Self::NotMet(needs, true) => format!("{needs}没有排上，这样安排整体更好"),
            Self::NotMet(needs, false) => format!("{needs}没有排上"),
            Self::NobodyPaired => "没有结对单位".into(),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::GivesWay { nearest, instead, because, is_proven } => {
                let why = match because {
                    Because::Agreed => "a farther one is agreed",
                    Because::Full => "it has all the units that it may have",
                    Because::Outweighed if *is_proven => "the whole is better this way",
                    Because::Outweighed => "it would take a unit more",
                };
                format!("the nearest is {nearest}; {why}; paired with {instead}")
            }
            Self::Lacks(lacks) => format!("lacks {}", count(*lacks as usize, "pairing", "pairings")),
            Self::BarsPairs(rule, bars) => {
                let what = match rule {
                    pairing::Rule::Forbidden => "forbidden",
                    pairing::Rule::PairingDistance => "too far or without a location",
                    pairing::Rule::NeighbourhoodsPerUnit => "no more for this unit",
                    pairing::Rule::UnitsPerNeighbourhood => "no more at this neighbourhood",
                    pairing::Rule::Fixed => "against an agreed pairing",
                };
                format!("{what} ({})", count(*bars, "neighbourhood", "neighbourhoods"))
            }
            Self::Bars(rule, bars) => {
                let days = |what: &str| format!("{what} ({})", count(*bars, "day", "days"));
                let themes = |what: &str| format!("{what} ({})", count(*bars, "theme", "themes"));
                match rule {
                    timetable::Rule::PairedOnly => days("not paired"),
                    timetable::Rule::OnAThursday => days("no Thursday"),
                    timetable::Rule::NoHoliday => days("public holiday"),
                    timetable::Rule::NotSkipped => days("to be skipped"),
                    timetable::Rule::UnitClosed => days("the unit is closed"),
                    timetable::Rule::NeighbourhoodClosed => days("the neighbourhood cannot"),
                    timetable::Rule::ThemeOffered => themes("not offered"),
                    timetable::Rule::ThemeMonths => themes("not in this month"),
                    timetable::Rule::OneEventAMonth => days("one event a month"),
                    timetable::Rule::UnitOnePlace => days("the unit is elsewhere"),
                    timetable::Rule::EventsPerDay => days("the neighbourhood has all it may have"),
                }
            }
            Self::NothingLeft(reasons) => format!("nothing is left: {reasons}"),
            Self::NoOther => "there is no other neighbourhood".into(),
            Self::AllFull => "every neighbourhood that it may go to has all its units".into(),
            Self::FreePlace(place) => format!("{place} would take a unit more"),
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
