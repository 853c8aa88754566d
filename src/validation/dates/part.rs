//! The part of a day that stands behind its date: `上午`, `13:00-17:00`, `下午2:00-4:00`.

use crate::{
    diagnostic::dates::Dates,
    domain::{periods::Part, time::Hours},
    validation::dates::{Fault, Reading, marks::Mark},
};

impl Reading<'_> {
    /// Whether a part of a day comes next.
    pub(super) fn is_part(&self) -> bool {
        matches!(self.beyond_blanks(), Some(Mark::Part(_) | Mark::Hours(_)))
    }

    /// The part of the days that were read, where one stands behind them.
    pub(super) fn part(&mut self) -> Result<Option<Part>, Fault> {
        if !self.is_part() {
            return Ok(None);
        }
        self.skip(|mark| mark == Mark::Space);
        let from = self.at;
        self.at += 1;
        let mut part = match self.marks[from].0 {
            Mark::Hours(hours) => Part { hours, is_open: false },
            Mark::Part(part) => part,
            _ => return Ok(None),
        };
        if self.is_part() {
            self.skip(|mark| mark == Mark::Space);
            let narrower = match self.mark() {
                Some(Mark::Hours(hours)) => within(part, hours),
                _ => None,
            };
            self.at += 1;
            let hours = narrower.ok_or_else(|| (Dates::BadPart, self.since(from)))?;
            part = Part { hours, is_open: false };
        }
        self.whole()?;
        Ok(Some(part))
    }
}

/// Hours within a part of the day, which they may outlast by up to an hour; behind 下午 and 晚上 they may be those of a
/// clock: `下午2:00-4:00`.
fn within(part: Part, hours: Hours) -> Option<Hours> {
    const HALF_A_DAY: u16 = 12 * 60;
    const HOUR: u16 = 60;
    let lies_within = |hours: &Hours| {
        part.hours.start() <= hours.start()
            && hours.start() < part.hours.end()
            && (part.is_open || hours.end() <= part.hours.end() + HOUR)
    };
    let later = Hours::new(hours.start() + HALF_A_DAY, hours.end() + HALF_A_DAY);
    [Some(hours), later].into_iter().flatten().find(lies_within)
}
