//! Why somebody is not placed and why a need is not met ([`reasons`]), why there is no plan at all ([`conflict`]), and what
//! somebody can be told ([`person`]), and an organizer of posts and days ([`place`]), proved by solving again ([`consequence`]);
//! all that a plan does not have ([`claims`]); and what a changed campaign gains ([`gain`]).

pub mod against;
pub mod claims;
pub mod conflict;
pub mod consequence;
pub mod contradiction;
pub mod gain;
mod narrowing;
pub mod person;
pub mod place;
pub mod reasons;
mod standing;
pub mod ways;
