//! The Thursday Action: holidays, pairing, timetable.

mod alternatives;
mod brute_force;
mod cases;
mod changes;
mod district;
mod holidays;
mod level_cases;
mod levels;
mod printed;
mod reasons;
mod review;
mod rules;
pub mod sample;
