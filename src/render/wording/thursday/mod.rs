//! The words of the Thursday Action.

pub mod heading;
pub mod level;
pub mod reason;
pub mod sentence;
pub mod violation;
