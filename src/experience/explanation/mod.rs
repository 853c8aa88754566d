//! Why somebody is not placed and why a need is not met ([`reasons`]), and why there is no plan at all ([`conflict`]).

pub mod conflict;
pub mod contradiction;
mod narrowing;
pub mod reasons;
mod standing;
