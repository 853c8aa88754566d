//! Levels of the Thursday Action: their names and what each counts.

use crate::{
    pairing::level::Level as PairingLevel, plan::level::ThursdayLevel, render::wording::Phrase,
    timetable::level::Level as TimetableLevel,
};

impl Phrase for ThursdayLevel {
    fn zh(&self) -> String {
        use {PairingLevel as P, TimetableLevel as T};
        match self {
            Self::Pairing(P::Changes) => "结对变动",
            Self::Timetable(T::Changes) => "活动变动",
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
            Self::Pairing(P::Changes) => "pairing changes",
            Self::Timetable(T::Changes) => "event changes",
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
pub struct Counts(pub ThursdayLevel);

impl Phrase for Counts {
    fn zh(&self) -> String {
        use {PairingLevel as P, TimetableLevel as T};
        match self.0 {
            ThursdayLevel::Pairing(P::Changes) => "原方案中解除的结对",
            ThursdayLevel::Timetable(T::Changes) => "原方案中取消的活动",
            ThursdayLevel::Pairing(P::Paired) => "单位还缺的结对",
            ThursdayLevel::Pairing(P::Reached) => "居民区还缺的结对",
            ThursdayLevel::Pairing(P::Nearest) => "结对距离合计，米",
            ThursdayLevel::Timetable(T::Held) => "没有开展的场次",
            ThursdayLevel::Timetable(T::Moved) => "推迟或提前的幅度，合计",
            ThursdayLevel::Timetable(T::Rested) => "同一主题回来得太早的次数",
            ThursdayLevel::Timetable(T::Needs) => "满足的需求，靠前的分量重",
            ThursdayLevel::Timetable(T::Wanted) => "主题合居民区需求的场次",
            ThursdayLevel::Timetable(T::Variety) => "同一居民区主题重复的对数",
            ThursdayLevel::Timetable(T::Spread) => "每月最忙的周四的场次，合计",
            ThursdayLevel::Pairing(P::Lot) | ThursdayLevel::Timetable(T::Lot) => "签号合计，平手时定先后",
        }
        .into()
    }

    fn en(&self) -> String {
        use {PairingLevel as P, TimetableLevel as T};
        match self.0 {
            ThursdayLevel::Pairing(P::Changes) => "pairings of the earlier plan that are gone",
            ThursdayLevel::Timetable(T::Changes) => "events of the earlier plan that are gone",
            ThursdayLevel::Pairing(P::Paired) => "pairings that units lack",
            ThursdayLevel::Pairing(P::Reached) => "pairings that neighbourhoods lack",
            ThursdayLevel::Pairing(P::Nearest) => "metres of all pairings",
            ThursdayLevel::Timetable(T::Held) => "months without an event, over all pairings",
            ThursdayLevel::Timetable(T::Moved) => "how far events are from their Thursday",
            ThursdayLevel::Timetable(T::Rested) => "themes that return too early",
            ThursdayLevel::Timetable(T::Needs) => "needs met, the first of each weighing most",
            ThursdayLevel::Timetable(T::Wanted) => "events with a theme that is needed",
            ThursdayLevel::Timetable(T::Variety) => "pairs of events with one theme at one place",
            ThursdayLevel::Timetable(T::Spread) => "events on the busiest Thursday of each month",
            ThursdayLevel::Pairing(P::Lot) | ThursdayLevel::Timetable(T::Lot) => {
                "numbers drawn, which settle ties"
            }
        }
        .into()
    }
}
