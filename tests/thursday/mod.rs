//! The Thursday Action: holidays, pairing, timetable.

mod brute_force;
mod holidays;
mod sample;
