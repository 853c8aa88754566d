//! Which days of a stretch are meant: days of the week, weekends, days that are worked.

use crate::domain::{
    dates::{DateSpan, Weekdays},
    holidays,
};
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Which days of a stretch are meant.
#[derive(Debug, Clone, Copy)]
pub(super) enum Filter {
    Week(Weekdays),
    /// Saturdays and Sundays that are not worked by the State Council's calendar.
    Weekend,
    /// Days that are worked by it.
    Workday,
}

/// The days of a stretch that are meant, as few spans as possible: days that the calendar exchanges stand alone.
pub(super) fn filtered(
    first: NaiveDate,
    last: NaiveDate,
    filter: Filter,
    season: Option<DateSpan>,
) -> Vec<DateSpan> {
    use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    let weekdays = match filter {
        Filter::Week(weekdays) => weekdays,
        Filter::Weekend => Weekdays::of([Sat, Sun]),
        Filter::Workday => Weekdays::of([Mon, Tue, Wed, Thu, Fri]),
    };
    if let Filter::Week(weekdays) = filter {
        let span = DateSpan { first, last, weekdays };
        return span.days().next().map(|_| span).into_iter().collect();
    }
    // What lies beyond the season has no effect; years of it need not be looked through.
    let (first, last) = match season {
        Some(season) if first <= season.last && season.first <= last => {
            (first.max(season.first), last.min(season.last))
        }
        _ => (first, last.min(first + Days::new(400))),
    };
    let is_meant = |date: NaiveDate| match (filter, holidays::day(date).map(|(day, _)| day)) {
        (Filter::Workday, Some(day)) => day == holidays::Day::Worked,
        (Filter::Weekend, Some(holidays::Day::Worked)) => false,
        _ => weekdays.contains(date.weekday()),
    };
    let days: Vec<NaiveDate> = first.iter_days().take_while(|date| *date <= last).collect();
    let as_usual = |date: NaiveDate| is_meant(date) == weekdays.contains(date.weekday());
    let stretches = days.chunk_by(|one, other| as_usual(*one) && as_usual(*other));
    let spans = stretches.filter_map(|stretch| {
        let (first, last) = (stretch[0], stretch[stretch.len() - 1]);
        if as_usual(first) {
            let span = DateSpan { first, last, weekdays };
            span.days().next().map(|_| span)
        } else {
            is_meant(first).then(|| DateSpan::day(first))
        }
    });
    spans.collect()
}
