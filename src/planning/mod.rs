//! What every planning problem shares, and nothing that one of them alone needs.
//!
//! [`rules`], [`reason`]: types of a problem's rules; [`conflict`]: what cannot hold together.

pub mod rules;

pub mod reason;

pub mod conflict;
