//! Workbooks: their cells, and those that nobody can read.

mod cells;
mod damaged;
