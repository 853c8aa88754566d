//! The second reading of what was found.
//!
//! In: what each problem's own verification finds in a roster, and what was said of its levels. Out: nothing, or in what
//! the two readings differ. The point itself was checked row by row when it was found.

use crate::lp::LevelResult;
use std::fmt::{Debug, Display};

/// What a second reading finds in a roster, from that alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Findings<V, E, L> {
    /// Every rule that it breaks.
    pub violations: Vec<V>,
    /// What is no longer as an earlier plan had it and should be.
    pub unsettled: Vec<E>,
    /// Every level counted again, in order.
    pub levels: Vec<(L, i64)>,
}

impl<V: Debug, E: Debug, L: Copy + PartialEq + Display> Findings<V, E, L> {
    /// Holds the second reading against what was said.
    ///
    /// # Errors
    /// In what they differ.
    pub fn confirm(&self, levels: &[LevelResult<L>]) -> Result<(), String> {
        let Self { violations, unsettled, levels: counted } = self;
        let said: Vec<(L, i64)> = levels.iter().map(|result| (result.level, result.value)).collect();
        if !violations.is_empty() {
            return Err(format!("the roster breaks rules: {violations:?}"));
        }
        if !unsettled.is_empty() {
            return Err(format!(
                "what was before the day of the change is no longer the same: {unsettled:?}"
            ));
        }
        if *counted != said {
            let [said, counted] = [&said, counted].map(|levels| named(levels));
            return Err(format!("the levels are {said:?} and were counted as {counted:?}"));
        }
        Ok(())
    }
}

fn named<L: Display>(levels: &[(L, i64)]) -> Vec<(String, i64)> {
    levels.iter().map(|(level, value)| (level.to_string(), *value)).collect()
}

#[cfg(test)]
mod tests {
    use super::Findings;
    use crate::lp::{LevelResult, Sense};

    #[test]
    fn tells_apart_in_what_two_readings_differ() {
        let levels = [LevelResult { level: "days", sense: Sense::Max, value: 3, bound: 3, proven: true }];
        let same = Findings::<&str, &str, &str> {
            violations: Vec::new(),
            unsettled: Vec::new(),
            levels: vec![("days", 3)],
        };
        assert_eq!(same.confirm(&levels), Ok(()));
        let differing = [
            (Findings { violations: vec!["seats"], ..same.clone() }, "breaks rules"),
            (Findings { unsettled: vec!["lin"], ..same.clone() }, "no longer the same"),
            (Findings { levels: vec![("days", 2)], ..same }, "counted as"),
        ];
        for (findings, why) in differing {
            assert!(findings.confirm(&levels).is_err_and(|finding| finding.contains(why)), "{why}");
        }
    }
}
