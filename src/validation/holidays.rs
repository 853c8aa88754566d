//! Posts that are offered on public holidays, as a range of dates runs over them.
//!
//! In: the campaign as meant and as written. Out: one warning for all posts that are offered on the same of these days.

use crate::{
    campaign::schema::File,
    diagnostic::dates::{Dates, Festival, OnHolidays},
    domain::{
        Domain,
        holidays::{self, Day},
        places::{Post, PostIx},
    },
    validation::{check::Check, list},
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Warns of such days at the dates of the first post of the file that has them.
pub(super) fn warn(domain: &Domain, file: &File, check: &mut Check) {
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
    let closed = &domain.unit(domain.post(post).unit).closed;
    let dates = domain.sessions_of(post).map(|session| domain.session(session).date);
    let mut days: Vec<NaiveDate> =
        dates.filter(|date| holidays::is_holiday(*date) && !closed.contains(*date)).collect();
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
