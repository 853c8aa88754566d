//! The closed list of levels; no logic.

closed_list! {
    /// A level of the timetable.
    pub enum Level {
        /// Events of an earlier plan that are gone; only a repair has it.
        Changes = "timetable-changes",
        /// Months in which a pairing holds nothing (按月开展), down.
        Held = "held",
        /// How far events are from the Thursday wanted (如期), down; only with an n-th Thursday.
        Moved = "moved",
        /// Themes that return too early (主题间隔), down; only where they shall not return at once.
        Rested = "rested",
        /// Needs met at least once, by rank (居民区需求), up.
        Needs = "needs",
        /// Events whose theme the neighbourhood needs (需求场次), up.
        Wanted = "wanted",
        /// Pairs of events of one theme at one neighbourhood (主题多样), down.
        Variety = "variety",
        /// Events on each month's busiest Thursday (均匀), down; only where the plan chooses the Thursdays.
        Spread = "spread",
        /// The lot that breaks ties (抽签), down.
        Lot = "timetable-lot",
    }
}
