//! Questions about campaigns and plans: what differs, and what would be if.
//!
//! In: campaigns that were read, and plans. Out: a [`difference`] of two plans; a [`comparison`] of campaigns that
//! were solved [`side_by_side`].

pub mod comparison;
pub mod difference;
pub mod figures;
pub mod moves;
pub mod side_by_side;
