//! Questions about campaigns and plans: what differs, what would be if, and how a plan is mended.
//!
//! In: campaigns that were read, and plans. Out: a [`difference`] of two plans; a [`comparison`] of campaigns that
//! were solved [`side_by_side`]; a [`repair`] after a change, and whom to tell of it ([`notice`]); about whom or what a
//! question is ([`subject`]); what could be changed by one step ([`advice`]).

pub mod advice;
pub mod comparison;
pub mod difference;
pub mod entry;
pub mod moves;
pub mod notice;
pub mod repair;
pub mod side_by_side;
pub mod subject;
