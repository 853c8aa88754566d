//! Clocks that need no time.

use chuxin::solver::{Progress, Watch};
use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

/// A clock that runs whenever it is looked at.
pub struct Looks {
    left: AtomicU64,
    patience: Option<Duration>,
}

impl Looks {
    /// The time is up after so many looks, for a first plan too.
    pub fn left(looks: u64) -> Self {
        Self { left: AtomicU64::new(looks), patience: None }
    }

    /// A first plan never comes too late.
    pub fn patient(self) -> Self {
        Self { patience: Some(Duration::from_secs(1)), ..self }
    }
}

impl Watch for Looks {
    fn time_left(&self) -> Option<Duration> {
        let left = self.left.load(Ordering::Relaxed);
        self.left.store(left.saturating_sub(1), Ordering::Relaxed);
        Some(Duration::from_secs(left))
    }

    fn patience(&self) -> Option<Duration> {
        self.patience.or_else(|| self.time_left())
    }

    fn report(&self, _: &Progress<'_>) {}
}
