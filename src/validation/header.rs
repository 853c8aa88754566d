//! What the campaign says of itself.

use crate::{
    campaign::{schema, written::Text},
    diagnostic::dates::Dates,
    domain::{
        Contact, Header, Language, Lecture,
        dates::{DateSpan, Weekdays},
        places::UnitIx,
        time::Hours,
    },
    validation::{Names, check::Check},
};

/// The longest season, in days.
const LONGEST_SEASON: i64 = 400;

/// The hours of a post where nothing is written.
pub(super) const USUAL_HOURS: Hours = Hours::of_day(9 * 60, 17 * 60);

/// The header; `None` where it or its season is missing or means nothing.
pub(super) fn header(
    written: Option<&schema::Header>,
    names: &mut Names,
    check: &mut Check,
) -> Option<Header> {
    let written = written?;
    let season = written.season.as_ref().and_then(|text| season(text, check));
    check.season = season;
    let lecture = written.lecture.as_ref().map(|lecture| self::lecture(lecture, names, check));
    let languages = [("zh", Language::Zh), ("en", Language::En)];
    let language = check.choice(written.language.as_ref(), &languages).unwrap_or(Language::Zh);
    let name = check.needed(written.name.as_ref());
    let id = written.id.as_ref().map(|id| check.needed(Some(id)));
    let hours = check.hours(written.hours.as_ref(), USUAL_HOURS);
    Some(Header {
        id,
        name,
        organizer: Check::text(written.organizer.as_ref()),
        contact: written.contact.as_ref().map(self::contact),
        season: season?,
        hours,
        language,
        seed: written.seed.as_ref().map_or_else(String::new, |seed| seed.value.clone()),
        lecture,
        meet: Check::text(written.meet.as_ref()),
        bring: check.words(written.bring.as_ref()),
        note: Check::text(written.note.as_ref()),
    })
}

fn season(text: &Text, check: &mut Check) -> Option<DateSpan> {
    let season = check.range(text)?;
    if season.weekdays != Weekdays::ALL {
        check.report(text.place, Dates::WeekdaysOfSeason);
    }
    let days = (season.last - season.first).num_days() + 1;
    if days > LONGEST_SEASON {
        check.report(text.place, Dates::SeasonTooLong { days, most: LONGEST_SEASON });
        return None;
    }
    Some(DateSpan { weekdays: Weekdays::ALL, ..season })
}

fn lecture(written: &schema::Lecture, names: &mut Names, check: &mut Check) -> Lecture {
    let unit = written.unit.as_ref().and_then(|unit| names.units.resolve(unit, check));
    Lecture {
        title: Check::text(written.title.as_ref()),
        date: written.date.as_ref().and_then(|date| check.date(date)),
        hours: written.hours.as_ref().map(|hours| check.hours_of_day(Some(hours), USUAL_HOURS)),
        place: Check::text(written.place.as_ref()),
        speaker: Check::text(written.speaker.as_ref()),
        unit: unit.map(UnitIx),
        note: Check::text(written.note.as_ref()),
    }
}

/// Whom to call.
pub(super) fn contact(written: &schema::Contact) -> Contact {
    Contact { name: Check::text(written.name.as_ref()), phone: Check::text(written.phone.as_ref()) }
}
