//! The words of the pairing: headings, levels, reasons, and rules that are broken.

use crate::{
    pairing::{level::Level, reason::Because, rule::Rule},
    render::wording::{Phrase, count},
};

labels! {
    /// What stands above a column or a section.
    pub enum Heading {
        /// Who with whom (结对).
        Pairings: "结对安排表", "Pairings";
        /// Units that are not with their nearest.
        GivesWay: "没有与最近的居民区结对的单位", "Units that are not with their nearest neighbourhood";
        /// Units that lack pairings.
        Unpaired: "结对没有落实的单位", "Units that lack pairings";
        /// Column: the unit.
        Unit: "成员单位", "Unit";
        /// Column: the neighbourhood.
        Neighbourhood: "居民区", "Neighbourhood";
        /// Behind a pairing of which one of the two has left.
        Ended: "已终止", "ended";
        /// Column: how far it is.
        Way: "距离", "Distance";
        /// Column: the nearest neighbourhood beside it.
        NextNearest: "除此之外最近的", "Nearest beside it";
    }
}

labels! {
    impl Level {
        Changes: "结对变动", "pairing changes";
        Paired: "结对落实", "paired";
        Reached: "居民区覆盖", "reached";
        Nearest: "就近", "nearest";
        Lot: "抽签", "lot";
    }
}

labels! {
    /// What a level counts.
    pub struct Counts of Level {
        Changes: "原方案中解除的结对", "pairings of the earlier plan that are gone";
        Paired: "单位还缺的结对", "pairings that units lack";
        Reached: "居民区还缺的结对", "pairings that neighbourhoods lack";
        Nearest: "结对距离合计，米", "metres of all pairings";
        Lot: "签号合计，平手时定先后", "numbers drawn, which settle ties";
    }
}

/// Why a unit gives way or lacks a pairing: one reason, or one sentence around reasons.
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
    /// The sum of distances, and what it would be without `units-per-neighbourhood`.
    Bound {
        /// As planned.
        metres: i64,
        /// Without the bound.
        unbounded: i64,
        /// Pairings without the bound.
        pairings: usize,
    },
    /// A unit lacks pairings.
    Lacks(u32),
    /// A rule bars so many neighbourhoods.
    Bars(Rule, usize),
    /// Nothing is left; what bars how much.
    NothingLeft(String),
    /// A unit is paired with every neighbourhood that there is.
    NoOther,
    /// Every neighbourhood that a unit may go to has all its units.
    AllFull,
    /// A neighbourhood that would take a unit.
    FreePlace(String),
    /// With it the plan would be better.
    WouldGain,
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
            Self::Bound { metres, unbounded, pairings } => format!(
                "如果不限每个居民区的单位数，结成 {pairings} 对，距离合计 {unbounded} 米；现为 {metres} 米。"
            ),
            Self::Lacks(lacks) => format!("尚缺结对 {lacks} 对"),
            Self::Bars(rule, bars) => {
                let what = match rule {
                    Rule::Forbidden => "写明不结对",
                    Rule::PairingDistance => "太远或位置不明",
                    Rule::NeighbourhoodsPerUnit => "单位的结对数已到上限",
                    Rule::UnitsPerNeighbourhood => "居民区的单位数已到上限",
                    Rule::Fixed => "与约定的结对冲突",
                };
                format!("{what} {bars} 个")
            }
            Self::NothingLeft(reasons) => format!("没有可选的：{reasons}"),
            Self::NoOther => "没有别的居民区了".into(),
            Self::AllFull => "可去的居民区，单位数都已到上限".into(),
            Self::FreePlace(place) => format!("{place}还有名额"),
            Self::WouldGain => "补上会更好".into(),
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
            Self::Bound { metres, unbounded, pairings } => format!(
                "With any number of units at a neighbourhood there would be {} of {unbounded} m in all; now {metres} m.",
                count(*pairings, "pairing", "pairings"),
            ),
            Self::Lacks(lacks) => format!("lacks {}", count(*lacks as usize, "pairing", "pairings")),
            Self::Bars(rule, bars) => {
                let what = match rule {
                    Rule::Forbidden => "forbidden",
                    Rule::PairingDistance => "too far or without a location",
                    Rule::NeighbourhoodsPerUnit => "no more for this unit",
                    Rule::UnitsPerNeighbourhood => "no more at this neighbourhood",
                    Rule::Fixed => "against an agreed pairing",
                };
                format!("{what} ({})", count(*bars, "neighbourhood", "neighbourhoods"))
            }
            Self::NothingLeft(reasons) => format!("nothing is left: {reasons}"),
            Self::NoOther => "there is no other neighbourhood".into(),
            Self::AllFull => "every neighbourhood that it may go to has all its units".into(),
            Self::FreePlace(place) => format!("{place} would take a unit more"),
            Self::WouldGain => "taking it would be better".into(),
        }
    }
}

/// A rule that is broken, with the names that it is about; empty where a rule has no use for one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The rule.
    pub rule: Rule,
    /// The unit.
    pub unit: String,
    /// The neighbourhood.
    pub neighbourhood: String,
    /// Whether this very pairing is listed `found` times.
    pub is_repeated: bool,
    /// How far apart they are, where that is known.
    pub metres: Option<i64>,
    /// How many there are.
    pub found: usize,
    /// How many there may be.
    pub limit: usize,
}

impl Phrase for Broken {
    fn zh(&self) -> String {
        let Self { unit, neighbourhood, found, limit, .. } = self;
        match (self.rule, self.metres) {
            (Rule::Forbidden, _) => format!("写明{unit}不与{neighbourhood}结对"),
            (Rule::PairingDistance, Some(metres)) => {
                format!("{unit}与{neighbourhood}相距{metres}米，超过上限")
            }
            (Rule::PairingDistance, None) => {
                format!("{unit}与{neighbourhood}的位置不全，只有事先约定才能结对")
            }
            (Rule::NeighbourhoodsPerUnit, _) if self.is_repeated => {
                format!("{unit}与{neighbourhood}的结对写了{found}次")
            }
            (Rule::NeighbourhoodsPerUnit, _) => {
                format!("{unit}与{found}个居民区结对，最多{limit}个")
            }
            (Rule::UnitsPerNeighbourhood, _) => {
                format!("{neighbourhood}与{found}家单位结对，最多{limit}家")
            }
            (Rule::Fixed, _) => format!("约定的结对没有落实：{unit}应与{neighbourhood}结对"),
        }
    }

    fn en(&self) -> String {
        let Self { unit, neighbourhood, found, limit, .. } = self;
        match (self.rule, self.metres) {
            (Rule::Forbidden, _) => format!("{unit} must not be paired with {neighbourhood}"),
            (Rule::PairingDistance, Some(metres)) => {
                format!("{unit} and {neighbourhood} are {metres} m apart, beyond the limit")
            }
            (Rule::PairingDistance, None) => {
                format!("{unit} or {neighbourhood} has no location; only an agreed pairing may be")
            }
            (Rule::NeighbourhoodsPerUnit, _) if self.is_repeated => {
                format!("the pairing of {unit} and {neighbourhood} is listed {found} times")
            }
            (Rule::NeighbourhoodsPerUnit, _) => {
                format!("{unit} has {found} neighbourhoods, at most {limit}")
            }
            (Rule::UnitsPerNeighbourhood, _) => {
                format!("{neighbourhood} has {found} units, at most {limit}")
            }
            (Rule::Fixed, _) => {
                format!("an agreed pairing is not kept: {unit} with {neighbourhood}")
            }
        }
    }
}
