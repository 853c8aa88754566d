//! The Thursday Action wing (周四行动): which unit goes to which neighbourhood, and what is held on which Thursday.
//!
//! In: `Domain`. Out: pairings and a timetable with levels and reasons. [`pairing`] comes first, [`timetable`] is
//! solved given the pairings; both have the rooms of every wing. [`size`] says beforehand how much memory they take.

pub mod pairing;
pub mod timetable;

pub mod arrangement;

pub mod size;

pub mod review;
