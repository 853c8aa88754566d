//! The settings of the Thursday Action.

use crate::{
    campaign::{schema, written::Text},
    diagnostic::{
        dates::Dates,
        reference::{Kind, Reference},
        thursday::Thursday,
    },
    domain::{
        dates::{DateSpan, Weekdays},
        places::{NeighbourhoodIx, UnitIx},
        thursday::{Month, ThursdayAction, UnitNeighbourhood},
        time::Hours,
    },
    validation::{Names, check::Check, ids::Ids, thursday_bounds, values},
};
use chrono::{Months, NaiveDate};
use std::collections::BTreeMap;

/// The longest period, in months.
const MOST_MONTHS: usize = 36;

/// When an event is held where nothing is written.
const USUAL_HOURS: Hours = Hours::of_day(14 * 60, 16 * 60);

/// The settings with their defaults; `None` where the campaign has no Thursday Action, or none with a period.
pub(super) fn settings(
    written: Option<&schema::ThursdayAction>,
    names: &mut Names,
    check: &mut Check,
) -> Option<ThursdayAction> {
    let written = written?;
    let period = written.months.as_ref().and_then(|text| period(text, check));
    let (per_unit, per_home) = thursday_bounds::both(written, check);
    let fixed = pairs(written.fixed.as_deref().unwrap_or_default(), names, check);
    let forbidden = pairs(written.forbidden.as_deref().unwrap_or_default(), names, check);
    refuse_contradictions(&fixed, &forbidden, check);
    let unit = |pair: &UnitNeighbourhood| pair.unit.0;
    refuse_too_many(&fixed, unit, (Kind::Unit, &names.units), per_unit.max, check);
    let home = |pair: &UnitNeighbourhood| pair.neighbourhood.0;
    refuse_too_many(&fixed, home, (Kind::Neighbourhood, &names.neighbourhoods), per_home.max, check);
    let nth = written.thursday.as_ref().filter(|text| text.words() != "any");
    let holidays = check.choice(written.holidays.as_ref(), &[("cn", true), ("none", false)]);
    let distance = written.max_distance_km.as_ref();
    let settings = ThursdayAction {
        first: Month { year: 2000, month: 1 },
        last: Month { year: 2000, month: 1 },
        nth: check.optional_number(nth, (1, 5)),
        hours: check.hours_of_day(written.hours.as_ref(), USUAL_HOURS),
        chinese_holidays: holidays.unwrap_or(true),
        skip: check.skipped(written.skip.as_ref()),
        neighbourhoods_per_unit: per_unit,
        units_per_neighbourhood: per_home,
        max_metres: distance.and_then(|text| check.value(text, values::metres)),
        repeat_theme_after: check.number(written.repeat_theme_after.as_ref(), 1, (1, 1200)),
        events_per_day: check.number(written.events_per_day.as_ref(), 1, (1, thursday_bounds::MOST_PAIRINGS)),
        fixed,
        forbidden,
        note: Check::text(written.note.as_ref()),
        place: written.at,
    };
    period.map(|(first, last)| ThursdayAction { first, last, ..settings })
}

/// `2019-01..2019-12`, or one month.
/// The season, and the months of the Thursday Action where they can be read.
pub(super) fn around(written: Option<&schema::ThursdayAction>, season: Option<DateSpan>) -> Option<DateSpan> {
    let months = written.and_then(|action| months(action.months.as_ref()?.words()).ok());
    let days = months.and_then(|(first, last)| {
        let first = NaiveDate::from_ymd_opt(first.year, first.month, 1)?;
        let last = NaiveDate::from_ymd_opt(last.year, last.month, 1)?.checked_add_months(Months::new(1))?;
        Some(DateSpan { first, last: last.pred_opt()?, weekdays: Weekdays::ALL })
    });
    match (season, days) {
        (Some(season), Some(days)) => {
            Some(DateSpan { first: season.first.min(days.first), last: season.last.max(days.last), ..days })
        }
        (season, days) => season.or(days),
    }
}

fn months(words: &str) -> Result<(Month, Month), Dates> {
    let (first, last) = words.split_once("..").unwrap_or((words, words));
    let (first, last) = (values::month(first.trim())?, values::month(last.trim())?);
    if last < first { Err(Dates::ReversedRange) } else { Ok((first, last)) }
}

fn period(text: &Text, check: &mut Check) -> Option<(Month, Month)> {
    let (first, last) = check.value(text, months)?;
    let number = |month: Month| i64::from(month.year) * 12 + i64::from(month.month);
    if number(last) - number(first) >= i64::try_from(MOST_MONTHS).unwrap_or(i64::MAX) {
        check.report(text.place, Thursday::TooManyMonths { most: MOST_MONTHS });
        return None;
    }
    Some((first, last))
}

fn pairs(written: &[schema::Pairing], names: &mut Names, check: &mut Check) -> Vec<UnitNeighbourhood> {
    let mut pairs: Vec<UnitNeighbourhood> = Vec::new();
    let mut first = BTreeMap::new();
    for pair in written {
        let unit = pair.unit.as_ref().and_then(|word| names.units.resolve(word, check));
        let home = pair.neighbourhood.as_ref().and_then(|word| names.neighbourhoods.resolve(word, check));
        let (Some(unit), Some(home)) = (unit, home) else { continue };
        if let Some(earlier) = first.insert((unit, home), pair.at) {
            let word = format!("{} – {}", names.units.entries[unit].0, names.neighbourhoods.entries[home].0);
            check.report_also(pair.at, Reference::NamedTwice { word }, earlier);
            continue;
        }
        let (unit, neighbourhood) = (UnitIx(unit), NeighbourhoodIx(home));
        pairs.push(UnitNeighbourhood { unit, neighbourhood, place: pair.at });
    }
    pairs
}

fn refuse_contradictions(fixed: &[UnitNeighbourhood], forbidden: &[UnitNeighbourhood], check: &mut Check) {
    let key = |pair: &UnitNeighbourhood| (pair.unit, pair.neighbourhood);
    let agreed: BTreeMap<_, _> = fixed.iter().map(|pair| (key(pair), pair.place)).collect();
    for pair in forbidden {
        if let Some(place) = agreed.get(&key(pair)) {
            check.report_also(pair.place, Thursday::FixedAndForbidden, *place);
        }
    }
}

/// Reports the first agreed pairing of each unit or neighbourhood that is one too many.
fn refuse_too_many(
    fixed: &[UnitNeighbourhood],
    side: impl Fn(&UnitNeighbourhood) -> usize,
    (kind, ids): (Kind, &Ids),
    limit: Option<u32>,
    check: &mut Check,
) {
    let Some(limit) = limit else { return };
    let mut counts: BTreeMap<usize, u32> = BTreeMap::new();
    for pair in fixed {
        let count = counts.entry(side(pair)).or_default();
        *count += 1;
        if *count == limit + 1 {
            let name = ids.called(side(pair));
            check.report(pair.place, Thursday::FixedAboveLimit { kind, name, limit });
        }
    }
}
