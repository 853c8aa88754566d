//! Months without any Thursday or without the one that is wanted, and years whose holidays are not known.
//!
//! In: the Thursday Action's settings. Out: diagnostics.

use crate::{
    diagnostic::{Diagnostic, thursday::Thursday},
    domain::{
        holidays::{YEARS, is_holiday},
        thursday::{Month, ThursdayAction},
    },
};
use chrono::NaiveDate;

/// What is to be said of the timetable.
pub fn review(action: &ThursdayAction) -> Vec<Diagnostic> {
    let problems = [no_thursday_left(action), no_nth_thursday(action), holidays_unknown(action)];
    problems.into_iter().flatten().map(|problem| Diagnostic::at(action.place, problem.into())).collect()
}

fn no_thursday_left(action: &ThursdayAction) -> Option<Thursday> {
    let off = |date: NaiveDate| action.skip.contains(date) || action.chinese_holidays && is_holiday(date);
    let mut months = action.months();
    months.retain(|month| month.thursdays().into_iter().all(off));
    let stretches = months.chunk_by(|one, other| one.next() == *other);
    let stretches = stretches.map(|stretch| match stretch {
        [only] => written(*only),
        [first, .., last] => format!("{}..{}", written(*first), written(*last)),
        [] => String::new(),
    });
    (!months.is_empty()).then(|| Thursday::NoThursdayLeft { months: stretches.collect() })
}

fn written(month: Month) -> String {
    format!("{:04}-{:02}", month.year, month.month)
}

fn no_nth_thursday(action: &ThursdayAction) -> Option<Thursday> {
    let nth = action.nth?;
    let lacking = |month: &Month| month.thursdays().len() < nth as usize;
    let months: Vec<String> = action.months().into_iter().filter(lacking).map(written).collect();
    (!months.is_empty()).then_some(Thursday::NoNthThursday { nth, months })
}

fn holidays_unknown(action: &ThursdayAction) -> Option<Thursday> {
    let mut years: Vec<i32> = action.months().into_iter().map(|month| month.year).collect();
    years.retain(|year| action.chinese_holidays && !YEARS.contains(year));
    let (first, last) = (*years.first()?, *years.last()?);
    Some(Thursday::HolidaysUnknown { first, last, known: (*YEARS.start(), *YEARS.end()) })
}
