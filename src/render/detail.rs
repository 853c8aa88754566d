//! What is wanted of a plan: its roster in which orders, and how much is told.

labels! {
    /// By what a roster is ordered.
    pub enum Order {
        /// Day by day.
        Date: "按日期", "by date";
        /// Unit by unit.
        Unit: "按单位", "by unit";
        /// Person by person.
        Ambassador: "按大使", "by ambassador";
    }
}

impl Order {
    /// All orders as they are listed and printed.
    pub const ALL: [Self; 3] = [Self::Date, Self::Unit, Self::Ambassador];

    /// The word for it on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Unit => "unit",
            Self::Ambassador => "ambassador",
        }
    }
}

/// What is wanted of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Detail {
    /// The orders of the roster, one after the other.
    pub orders: &'static [Order],
    /// Whether the Thursday Action is told month by month too.
    pub months: bool,
    /// Whether every level is told with its value and what is proved of it.
    pub levels: bool,
    /// Whether all is told that a plan has.
    pub everything: bool,
}

impl Detail {
    /// The roster by date, and no more than everybody asks for.
    pub const USUAL: Self = Self { orders: &[Order::Date], months: false, levels: false, everything: false };
}
