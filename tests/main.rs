//! The one binary of integration tests.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod cases;
mod defects;
mod diagnostics;
mod editors;
mod files;
mod fuzz;
mod house;
mod independent;
mod interrupts;
mod levels;
mod print;
mod privacy;
mod properties;
mod readme;
mod release;
mod rules;
mod runs;
mod scenarios;
mod shapes;
mod sheets;
mod shells;
mod signup;
mod sizes;
mod solver;
mod station;
mod support;
mod thursday;
mod transcripts;
mod walk;
mod watching;
mod windows;
mod workbooks;
