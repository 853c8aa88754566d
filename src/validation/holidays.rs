//! Posts that are offered on public holidays, as a range of dates runs over them; and days by a calendar that ends before them.
//!
//! In: the campaign as meant and as written. Out: one warning for all posts that are offered on the same of these days, and
//! one for all dates beyond the calendar.

use crate::{
    campaign::{schema::File, written::Text},
    diagnostic::dates::{Dates, Festival, OnHolidays},
    domain::{
        Domain,
        holidays::{self, Day},
        places::{Post, PostIx},
    },
    source::Place,
    validation::{
        check::Check,
        dates::{self, Listed},
        list,
    },
};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// Warns of such days.
pub(super) fn warn(domain: &Domain, file: &File, check: &mut Check) {
    warn_beyond_calendar(file, check);
    warn_of_days_off(domain, file, check);
}

/// Warns at the first dates that go by the calendar in years of which it knows nothing.
fn warn_beyond_calendar(file: &File, check: &mut Check) {
    let mut found: Option<(Place, i32, i32)> = None;
    for text in dates(file).filter(|text| dates::goes_by_calendar(text.words())) {
        let Ok(read) = dates::read(text.words(), check.season, Listed::default()) else { continue };
        let ends = read.periods.iter().flat_map(|one| [one.days.first.year(), one.days.last.year()]);
        for year in ends.filter(|year| !holidays::YEARS.contains(year)) {
            let (_, first, last) = found.get_or_insert((text.place, year, year));
            (*first, *last) = (year.min(*first), year.max(*last));
        }
    }
    if let Some((place, first, last)) = found {
        let known = (*holidays::YEARS.start(), *holidays::YEARS.end());
        check.report(place, Dates::CalendarEnds { first, last, known });
    }
}

/// Every entry of dates in which days of the week may stand.
fn dates(file: &File) -> impl Iterator<Item = &Text> {
    let closed = file.units.iter().flatten().map(|unit| &unit.closed);
    let people = || file.ambassadors.iter().flatten();
    let wishes = people().flat_map(|person| &person.wishes).flat_map(|wishes| wishes.0.iter().flatten());
    let sets = closed
        .chain(file.posts.iter().flatten().flat_map(|post| [&post.dates, &post.closed]))
        .chain(people().flat_map(|person| [&person.available, &person.away]))
        .chain(wishes.map(|wish| &wish.date))
        .chain(file.bans.iter().flatten().map(|ban| &ban.date))
        .chain(file.neighbourhoods.iter().flatten().map(|place| &place.closed));
    sets.flatten().flat_map(|dates| &dates.0.value)
}

/// Warns of posts on days off, at the dates of the first post of the file that has these.
fn warn_of_days_off(domain: &Domain, file: &File, check: &mut Check) {
    let mut offered: BTreeMap<Vec<NaiveDate>, Vec<&Post>> = BTreeMap::new();
    for (index, post) in domain.posts.iter().enumerate() {
        let days = days_off(domain, PostIx(index));
        if !days.is_empty() {
            offered.entry(days).or_default().push(post);
        }
    }
    for (days, posts) in offered {
        let Some(first) = posts.iter().min_by_key(|post| post.position) else { continue };
        let dates = list(file.posts.as_ref()).get(first.position).and_then(|post| post.dates.as_ref());
        let place = dates.map_or(first.place, |dates| dates.0.place);
        let found = OnHolidays { title: first.title.clone(), posts: posts.len(), days: festivals(&days) };
        check.report(place, Dates::OnPublicHolidays(Box::new(found)));
    }
}

/// The public holidays on which a post is offered and its unit open, in order.
fn days_off(domain: &Domain, post: PostIx) -> Vec<NaiveDate> {
    let open = domain.sessions_of(post).filter(|&session| domain.is_open(session));
    let dates = open.map(|session| domain.session(session).date);
    let mut days: Vec<NaiveDate> = dates.filter(|date| holidays::is_holiday(*date)).collect();
    days.dedup();
    days
}

/// Holidays in order as stretches of days in a row of one festival.
fn festivals(days: &[NaiveDate]) -> Vec<Festival> {
    let mut festivals: Vec<Festival> = Vec::new();
    for &day in days {
        let Some((Day::Off, name)) = holidays::day(day) else { continue };
        match festivals.last_mut() {
            Some(last) if last.name == name && last.last.succ_opt() == Some(day) => last.last = day,
            _ => festivals.push(Festival { first: day, last: day, name }),
        }
    }
    festivals
}
