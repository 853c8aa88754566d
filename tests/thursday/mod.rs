//! The Thursday Action: holidays, pairing, timetable.

mod brute_force;
mod district;
mod holidays;
mod printed;
mod review;
mod rules;
mod sample;
