//! Pins and bans.

use crate::{
    campaign::{schema, written::Text},
    diagnostic::{dates::Dates, request::Request},
    domain::{
        dates::DateSpan,
        people::AmbassadorIx,
        places::PostIx,
        requests::{Ban, Pin},
        time::Hours,
    },
    validation::{Names, check::Check, posts::Places, values},
};

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
        let date = date(pin, season, post.map(PostIx), places, check);
        let hours = hours(pin.hours.as_ref(), post.map(PostIx), places, check);
        if let (Some(ambassador), Some(post)) = (ambassador, post) {
            let (ambassador, post) = (AmbassadorIx(ambassador), PostIx(post));
            pins.push(Pin { ambassador, post, date, hours, place: pin.at });
        }
    }
    pins
}

/// The date of a pin: in the season, and one on which the post is offered.
fn date(
    pin: &schema::Pin,
    season: Option<DateSpan>,
    post: Option<PostIx>,
    places: &Places,
    check: &mut Check,
) -> Option<chrono::NaiveDate> {
    let text = pin.date.as_ref()?;
    let date = check.date(text)?;
    let season = season?;
    if !season.contains(date) {
        check.report(text.place, Dates::OutsideSeason { first: season.first, last: season.last });
    } else if let Some(post) = post
        && !places.sessions.iter().any(|session| (session.post, session.date) == (post, date))
    {
        let post = places.posts[post.0].id.clone();
        check.report(text.place, Request::PinWithoutSession { post, date });
    }
    Some(date)
}

/// The shift that a pin or a ban names: one of the post's; `None` where it has that one only.
fn hours(text: Option<&Text>, post: Option<PostIx>, places: &Places, check: &mut Check) -> Option<Hours> {
    let text = text?;
    let hours = check.value(text, values::hours)?;
    let post = &places.posts[post?.0];
    if !post.shifts.contains(&hours) {
        let shifts = post.shifts.iter().map(Hours::to_string).collect();
        let (post, hours) = (post.id.clone(), hours.to_string());
        check.report(text.place, Request::NoSuchShift { post, hours, shifts });
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
        let hours = hours(ban.hours.as_ref(), post.map(PostIx), places, check);
        if let (Some(ambassador), Some(post)) = (ambassador, post) {
            let (ambassador, post) = (AmbassadorIx(ambassador), PostIx(post));
            bans.push(Ban { ambassador, post, dates, hours, place: ban.at });
        }
    }
    bans
}
