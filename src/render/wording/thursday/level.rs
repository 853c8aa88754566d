//! Levels of the Thursday Action: their names and what each counts.

use crate::{
    pairing::{self, rule::Level as PairingLevel},
    render::wording::Phrase,
    timetable::{self, rule::Level as TimetableLevel},
};

/// A level of either part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Of the pairing.
    Pairing(PairingLevel),
    /// Of the timetable.
    Timetable(TimetableLevel),
    /// Pairings of an earlier plan that are gone.
    PairingChanges,
    /// Events of an earlier plan that are gone.
    TimetableChanges,
}

impl Level {
    /// The level with an id.
    pub fn of(id: &str) -> Option<Self> {
        match id {
            pairing::rule::CHANGES => return Some(Self::PairingChanges),
            timetable::rule::CHANGES => return Some(Self::TimetableChanges),
            _ => {}
        }
        let pairing = PairingLevel::ALL.into_iter().find(|level| level.id() == id);
        let timetable = TimetableLevel::ALL.into_iter().find(|level| level.id() == id);
        pairing.map(Self::Pairing).or(timetable.map(Self::Timetable))
    }
}

impl Phrase for Level {
    fn zh(&self) -> String {
        use {PairingLevel as P, TimetableLevel as T};
        match self {
            Self::PairingChanges => "结对变动",
            Self::TimetableChanges => "活动变动",
            Self::Pairing(P::Paired) => "结对落实",
            Self::Pairing(P::Reached) => "居民区覆盖",
            Self::Pairing(P::Nearest) => "就近",
            Self::Timetable(T::Held) => "按月开展",
            Self::Timetable(T::Moved) => "如期",
            Self::Timetable(T::Rested) => "主题间隔",
            Self::Timetable(T::Needs) => "居民区需求",
            Self::Timetable(T::Wanted) => "需求场次",
            Self::Timetable(T::Variety) => "主题多样",
            Self::Timetable(T::Spread) => "均匀",
            Self::Pairing(P::Lot) | Self::Timetable(T::Lot) => "抽签",
        }
        .into()
    }

    fn en(&self) -> String {
        use {PairingLevel as P, TimetableLevel as T};
        match self {
            Self::PairingChanges => "pairing changes",
            Self::TimetableChanges => "event changes",
            Self::Pairing(P::Paired) => "paired",
            Self::Pairing(P::Reached) => "reached",
            Self::Pairing(P::Nearest) => "nearest",
            Self::Timetable(T::Held) => "held",
            Self::Timetable(T::Moved) => "moved",
            Self::Timetable(T::Rested) => "rested",
            Self::Timetable(T::Needs) => "needs",
            Self::Timetable(T::Wanted) => "wanted",
            Self::Timetable(T::Variety) => "variety",
            Self::Timetable(T::Spread) => "spread",
            Self::Pairing(P::Lot) | Self::Timetable(T::Lot) => "lot",
        }
        .into()
    }
}

/// What a level counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts(pub Level);

impl Phrase for Counts {
    fn zh(&self) -> String {
        use {PairingLevel as P, TimetableLevel as T};
        match self.0 {
            Level::PairingChanges => "原方案中解除的结对",
            Level::TimetableChanges => "原方案中取消的活动",
            Level::Pairing(P::Paired) => "单位还缺的结对",
            Level::Pairing(P::Reached) => "居民区还缺的结对",
            Level::Pairing(P::Nearest) => "结对距离合计，米",
            Level::Timetable(T::Held) => "没有开展的场次",
            Level::Timetable(T::Moved) => "推迟或提前的幅度，合计",
            Level::Timetable(T::Rested) => "同一主题回来得太早的次数",
            Level::Timetable(T::Needs) => "满足的需求，靠前的分量重",
            Level::Timetable(T::Wanted) => "主题合居民区需求的场次",
            Level::Timetable(T::Variety) => "同一居民区主题重复的对数",
            Level::Timetable(T::Spread) => "每月最忙的周四的场次，合计",
            Level::Pairing(P::Lot) | Level::Timetable(T::Lot) => "签号合计，平手时定先后",
        }
        .into()
    }

    fn en(&self) -> String {
        use {PairingLevel as P, TimetableLevel as T};
        match self.0 {
            Level::PairingChanges => "pairings of the earlier plan that are gone",
            Level::TimetableChanges => "events of the earlier plan that are gone",
            Level::Pairing(P::Paired) => "pairings that units lack",
            Level::Pairing(P::Reached) => "pairings that neighbourhoods lack",
            Level::Pairing(P::Nearest) => "metres of all pairings",
            Level::Timetable(T::Held) => "months without an event, over all pairings",
            Level::Timetable(T::Moved) => "how far events are from their Thursday",
            Level::Timetable(T::Rested) => "themes that return too early",
            Level::Timetable(T::Needs) => "needs met, the first of each weighing most",
            Level::Timetable(T::Wanted) => "events with a theme that is needed",
            Level::Timetable(T::Variety) => "pairs of events with one theme at one place",
            Level::Timetable(T::Spread) => "events on the busiest Thursday of each month",
            Level::Pairing(P::Lot) | Level::Timetable(T::Lot) => "numbers drawn, which settle ties",
        }
        .into()
    }
}
