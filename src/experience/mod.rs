//! The experience wing: who spends which day at which post.
//!
//! In: `Domain`. Out: a [`roster`] with levels and reasons. The rooms, in the order of use: [`rule`] (the closed
//! list), `eligibility`, `review`, `formulation`, [`roster`], [`verification`], [`explanation`].

pub mod rule;

pub mod explanation;
pub mod roster;
pub mod verification;
