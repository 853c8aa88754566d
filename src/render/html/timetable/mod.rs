//! The sheets of the timetable: the year on a page, and a page for each month.

pub mod blocks;
pub mod months;

pub mod year;
