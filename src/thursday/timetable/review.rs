//! Months without the Thursday that is wanted, and years whose holidays are not known.
//!
//! In: the Thursday Action's settings. Out: diagnostics.

use crate::{
    diagnostic::{Diagnostic, thursday::Thursday},
    domain::{
        holidays::YEARS,
        thursday::{Month, ThursdayAction},
    },
};

/// What is to be said of the timetable.
pub fn review(action: &ThursdayAction) -> Vec<Diagnostic> {
    let problems = [no_nth_thursday(action), holidays_unknown(action)];
    problems.into_iter().flatten().map(|problem| Diagnostic::at(action.place, problem.into())).collect()
}

fn no_nth_thursday(action: &ThursdayAction) -> Option<Thursday> {
    let nth = action.nth?;
    let lacking = |month: &Month| month.thursdays().len() < nth as usize;
    let months: Vec<String> = action
        .months()
        .into_iter()
        .filter(lacking)
        .map(|month| format!("{:04}-{:02}", month.year, month.month))
        .collect();
    (!months.is_empty()).then_some(Thursday::NoNthThursday { nth, months })
}

fn holidays_unknown(action: &ThursdayAction) -> Option<Thursday> {
    let mut years: Vec<i32> = action.months().into_iter().map(|month| month.year).collect();
    years.retain(|year| action.chinese_holidays && !YEARS.contains(year));
    let (first, last) = (*years.first()?, *years.last()?);
    Some(Thursday::HolidaysUnknown { first, last, known: (*YEARS.start(), *YEARS.end()) })
}
