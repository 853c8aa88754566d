//! Workbooks: their cells, and those that nobody can read.

mod campaigns;
mod cells;
mod damaged;
mod faults;
mod office;
mod round_trips;
pub mod sheets;
mod written;
