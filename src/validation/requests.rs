//! Pins and bans.

use crate::{
    campaign::{schema, written::Text},
    diagnostic::{dates::Dates, request::Request},
    domain::{
        dates::DateSpan,
        people::AmbassadorIx,
        periods::{Part, Period, Periods},
        places::{Post, PostIx, Session},
        requests::{Ban, Pin},
        time::Hours,
    },
    validation::{Names, check::Check, posts::Places, values},
};
use chrono::NaiveDate;

/// The pins as written.
pub(super) fn pins(
    written: &[schema::Pin],
    names: &mut Names,
    season: Option<DateSpan>,
    places: &Places,
    check: &mut Check,
) -> Vec<Pin> {
    let mut pins = Vec::new();
    for pin in written {
        let ambassador = pin.ambassador.as_ref().and_then(|word| names.ambassadors.resolve(word, check));
        let post = pin.post.as_ref().and_then(|word| names.posts.resolve(word, check));
        let (date, hours) = when(pin, season, post.map(PostIx), places, check);
        if let (Some(ambassador), Some(post)) = (ambassador, post) {
            let (ambassador, post) = (AmbassadorIx(ambassador), PostIx(post));
            pins.push(Pin { ambassador, post, date, hours, place: pin.at });
        }
    }
    pins
}

/// The date of a pin, in the season and one on which the post is offered; and its shift, if one is named.
fn when(
    pin: &schema::Pin,
    season: Option<DateSpan>,
    post: Option<PostIx>,
    places: &Places,
    check: &mut Check,
) -> (Option<NaiveDate>, Option<Hours>) {
    let hours = hours(pin.hours.as_ref(), post, places, check);
    let Some((text, (date, part))) =
        pin.date.as_ref().and_then(|text| check.day_with_part(text).map(|found| (text, found)))
    else {
        return (None, hours);
    };
    let (Some(season), Some(post)) = (season, post) else { return (Some(date), hours) };
    let hours = match (pin.hours.is_some(), part) {
        (false, Some(part)) => shift(text, part, &places.posts[post.0], check),
        (true, Some(_)) => {
            check.report(text.place, Dates::PartOfDay);
            hours
        }
        (_, None) => hours,
    };
    let sessions = &places.sessions;
    let first = sessions.partition_point(|session| (session.post, session.date) < (post, date));
    let of_post = &sessions[first..];
    let of_post = &of_post[..of_post.partition_point(|session| (session.post, session.date) <= (post, date))];
    let is_meant = |session: &&Session| {
        (session.post, session.date) == (post, date) && hours.is_none_or(|hours| hours == session.hours)
    };
    if !season.contains(date) {
        let DateSpan { first, last, .. } = season;
        check.report(text.place, Dates::OutsideSeason { first, last, meant: season.same_day(date) });
    } else if !of_post.iter().any(|session| is_meant(&session)) {
        let post = places.posts[post.0].title.clone();
        check.report(text.place, Request::PinWithoutSession { post, date });
    }
    (Some(date), hours)
}

/// The one shift that lies in a part of the day.
fn shift(text: &Text, part: Part, post: &Post, check: &mut Check) -> Option<Hours> {
    let day = Period { days: DateSpan::day(NaiveDate::default()), part: Some(part) };
    let is_meant = |shift: &&Hours| day.holds(NaiveDate::default(), **shift);
    let exact = post.shifts.iter().find(|shift| **shift == part.hours);
    let meant: Vec<&Hours> = post.shifts.iter().filter(is_meant).collect();
    if let Some(hours) = exact.or_else(|| if let [only] = meant[..] { Some(only) } else { None }) {
        return post.told(*hours);
    }
    let shifts: Vec<String> = post.shifts.iter().map(Hours::to_string).collect();
    let (title, hours) = (post.title.clone(), part.hours.to_string());
    check.report(
        text.place,
        if meant.is_empty() {
            Request::NoSuchShift { post: title, hours, shifts }
        } else {
            Request::SeveralShifts { post: title, shifts: meant.iter().map(ToString::to_string).collect() }
        },
    );
    None
}

/// The shift that a pin or a ban names: one of the post's; `None` where it has that one only.
fn hours(text: Option<&Text>, post: Option<PostIx>, places: &Places, check: &mut Check) -> Option<Hours> {
    let text = text?;
    let hours = check.value(text, values::hours)?;
    let post = &places.posts[post?.0];
    if !post.shifts.contains(&hours) {
        let shifts = post.shifts.iter().map(Hours::to_string).collect();
        let (post, hours) = (post.title.clone(), hours.to_string());
        check.report(text.place, Request::NoSuchShift { post, hours, shifts });
        return None;
    }
    post.told(hours)
}

/// The bans as written.
pub(super) fn bans(
    written: &[schema::Ban],
    names: &mut Names,
    places: &Places,
    check: &mut Check,
) -> Vec<Ban> {
    let mut bans = Vec::new();
    for ban in written {
        let ambassador = ban.ambassador.as_ref().and_then(|word| names.ambassadors.resolve(word, check));
        let post = ban.post.as_ref().and_then(|word| names.posts.resolve(word, check));
        let dates = ban.date.as_ref().map(|dates| check.dates(dates));
        let has_part = |dates: &Periods| dates.periods.iter().any(|period| period.part.is_some());
        if let Some(text) = ban.hours.as_ref().filter(|_| dates.as_ref().is_some_and(has_part)) {
            check.report(text.place, Dates::PartOfDay);
        }
        let hours = hours(ban.hours.as_ref(), post.map(PostIx), places, check);
        if let (Some(ambassador), Some(post)) = (ambassador, post) {
            let (ambassador, post) = (AmbassadorIx(ambassador), PostIx(post));
            bans.push(Ban { ambassador, post, dates, hours, place: ban.at });
        }
    }
    bans
}
