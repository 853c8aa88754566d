//! What the tests share: draws from a seed, and campaigns made of them.

pub mod brute_force;
pub mod cases;
pub mod district;
pub mod draws;
pub mod highs;
pub mod looks;
pub mod reading;
pub mod shapes;
pub mod station;
pub mod synthetic;
pub mod tiny;
pub mod tools;
