//! The Thursday Action: holidays, pairing, timetable.

mod brute_force;
mod cases;
mod district;
mod holidays;
mod levels;
mod printed;
mod review;
mod rules;
mod sample;
