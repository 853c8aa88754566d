//! The Thursday Action: holidays, pairing, timetable.

mod holidays;
