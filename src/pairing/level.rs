//! The closed list of levels; no logic.

closed_list! {
    /// A level of the pairing; every one is brought down.
    pub enum Level {
        /// Pairings of an earlier plan that are gone; only a repair has it.
        Changes = "pairing-changes",
        /// Pairings that units lack of their minimum (结对落实).
        Paired = "paired",
        /// Pairings that neighbourhoods lack of their minimum (居民区覆盖).
        Reached = "reached",
        /// Metres between paired units and neighbourhoods (就近).
        Nearest = "nearest",
        /// The lot that breaks ties (抽签).
        Lot = "pairing-lot",
    }
}
