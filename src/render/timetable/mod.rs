//! What is held: day by day, month by month, the year at a glance, what moved, what is not held, and which needs are met.
//!
//! In: the Thursday Action of an edition. Out: sections.

pub mod day;
pub mod months;
pub mod moved;
pub mod needs;
pub mod not_held;

pub mod occasions;
pub mod words;

pub mod year;
