//! Pins and bans.

use crate::{
    campaign::schema,
    diagnostic::{dates::Dates, request::Request},
    domain::{
        dates::DateSpan,
        people::AmbassadorIx,
        places::{PostIx, Session},
        requests::{Ban, Pin},
    },
    validation::{Names, check::Check, posts::Places},
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
        if let (Some(ambassador), Some(post)) = (ambassador, post) {
            let (ambassador, post) = (AmbassadorIx(ambassador), PostIx(post));
            pins.push(Pin { ambassador, post, date, place: pin.at });
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
        && places.sessions.binary_search(&Session { post, date }).is_err()
    {
        let post = places.posts[post.0].id.clone();
        check.report(text.place, Request::PinWithoutSession { post, date });
    }
    Some(date)
}

/// The bans as written.
pub(super) fn bans(written: &[schema::Ban], names: &mut Names, check: &mut Check) -> Vec<Ban> {
    let mut bans = Vec::new();
    for ban in written {
        let ambassador = ban.ambassador.as_ref().and_then(|word| names.ambassadors.resolve(word, check));
        let post = ban.post.as_ref().and_then(|word| names.posts.resolve(word, check));
        let dates = ban.date.as_ref().map(|dates| check.dates(dates));
        if let (Some(ambassador), Some(post)) = (ambassador, post) {
            let (ambassador, post) = (AmbassadorIx(ambassador), PostIx(post));
            bans.push(Ban { ambassador, post, dates, place: ban.at });
        }
    }
    bans
}
