//! What the tests share: draws from a seed, and campaigns made of them.

pub mod draws;
pub mod synthetic;
