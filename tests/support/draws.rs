//! Draws from a seed, as campaigns are invented with.

pub use chuxin::invention::draws::Draws;
