//! The station as the tests plan it.

/// For so many people and quarters of thirteen weeks.
pub fn station(people: usize, quarters: u64) -> String {
    chuxin::invention::duty::campaign(people, quarters, 1)
}
