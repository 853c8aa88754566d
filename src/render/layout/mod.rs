//! Text and tables within a width, counted in the columns that a terminal gives each character.

pub mod clean;
pub mod table;
pub mod wrap;
