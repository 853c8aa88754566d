//! chuxin (初心) plans the *Original Heart Experience* (初心体验).
//!
//! The data flows one way, and the modules stand in its order:
//!
//! ```text
//! files ──source──▶ text with places
//!       ──document──▶ nodes ──campaign──▶ the campaign as written ──validation──▶ Domain   (or every diagnostic at once)
//! Domain ──experience, pairing, timetable──▶ lp::Program ──solver──▶ point with bounds ──▶ Roster
//! Roster ──verification──▶ plan ──render──▶ tables, JSON ──cli──▶ terminal and files
//! campaigns ──pipeline──▶ plans ──inquiry──▶ what differs ──render──▶ …
//! ```
//!
//! A module uses only what stands above it; a test reads every path in the sources and holds this.

pub mod source;

pub mod diagnostic;

pub mod document;

pub mod domain;

pub mod campaign;

pub mod validation;

pub mod lp;

pub mod solver;

pub mod planning;

pub mod experience;

pub mod pairing;

pub mod timetable;

pub mod plan;

pub mod pipeline;

pub mod inquiry;

pub mod render;

pub mod cli;
