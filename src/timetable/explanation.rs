//! Finds why a month is not held and what became of the needs.
//!
//! In: `Domain`, pairings and a timetable that keeps the rules. Out: [`Explanation`].

use crate::{
    domain::{
        Domain,
        places::NeighbourhoodIx,
        themes::ThemeIx,
        thursday::{Month, Pairing, Pairings, ThursdayAction},
    },
    planning::{earlier::Earlier, reason::tally, rules::Rulebook},
    timetable::{
        eligibility,
        reason::{Explanation, Fulfilment, Need, NotHeld, Reason},
        roster::{Event, Timetable},
        rule::Rule,
    },
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Explains a timetable that keeps every rule, after an earlier plan if it mends one.
pub fn explain(
    domain: &Domain,
    action: &ThursdayAction,
    pairings: &Pairings,
    timetable: &Timetable,
    previous: Option<&Earlier<Event>>,
) -> Explanation {
    let mut first: BTreeMap<(NeighbourhoodIx, ThemeIx), NaiveDate> = BTreeMap::new();
    let mut held: BTreeSet<(Pairing, Month)> = BTreeSet::new();
    for event in &timetable.events {
        first.entry((event.neighbourhood, event.theme)).or_insert(event.date);
        held.insert((event.pairing(), Month::of(event.date)));
    }
    let is_settled = |date| previous.is_some_and(|previous| previous.is_settled(date));
    let mut explanation = Explanation::default();
    for &pairing in &pairings.pairings {
        for month in action.months() {
            if !held.contains(&(pairing, month)) {
                let in_the_way = |date| in_the_way(action, timetable, pairing, date);
                let reason = barred(domain, action, pairing, month)
                    .unwrap_or_else(|days| as_it_stands(&days, is_settled, in_the_way));
                explanation.not_held.push(NotHeld { pairing, month, reason });
            }
        }
    }
    for (place, neighbourhood) in domain.neighbourhoods.iter().enumerate() {
        let place = NeighbourhoodIx(place);
        explanation.needs.extend(neighbourhood.needs.iter().map(|&theme| {
            let met = first.get(&(place, theme)).copied().map(Fulfilment::Met);
            let fulfilment = met.unwrap_or_else(|| unmet(domain, action, pairings, place, theme));
            Need { neighbourhood: place, theme, fulfilment }
        }));
    }
    explanation
}

/// What bars a month altogether, or else the days that are left.
fn barred(
    domain: &Domain,
    action: &ThursdayAction,
    pairing: Pairing,
    month: Month,
) -> Result<Reason, Vec<NaiveDate>> {
    let refusals = month.thursdays().into_iter();
    let refusals =
        refusals.filter_map(|date| eligibility::day_refusal(domain, action, pairing, date, Rulebook::ALL));
    let days = eligibility::days(domain, action, pairing, month, Rulebook::ALL);
    if days.is_empty() {
        return Ok(Reason::Barred(tally(refusals)));
    }
    if eligibility::themes(domain, pairing.unit, month, Rulebook::ALL).is_empty() {
        let themes = (0..domain.themes.len()).map(ThemeIx);
        let refusals = themes.filter_map(|theme| {
            eligibility::theme_refusal(domain, pairing.unit, theme, month, Rulebook::ALL)
        });
        return Ok(Reason::Barred(tally(refusals)));
    }
    Err(days)
}

/// What stands in the way of an event on one of these days.
fn as_it_stands(
    days: &[NaiveDate],
    is_settled: impl Fn(NaiveDate) -> bool,
    in_the_way: impl Fn(NaiveDate) -> Option<Rule>,
) -> Reason {
    let open: Vec<NaiveDate> = days.iter().copied().filter(|&date| !is_settled(date)).collect();
    match open.iter().find(|&&date| in_the_way(date).is_none()) {
        Some(&date) => Reason::FreeDay(date),
        None if open.is_empty() => Reason::Settled,
        None => Reason::Outweighed(tally(open.iter().filter_map(|&date| in_the_way(date)))),
    }
}

/// The first rule that an event of a pairing on a day would break beside the others.
fn in_the_way(
    action: &ThursdayAction,
    timetable: &Timetable,
    pairing: Pairing,
    date: NaiveDate,
) -> Option<Rule> {
    let that_day = || timetable.events.iter().filter(|event| event.date == date);
    let at_the_place = that_day().filter(|event| event.neighbourhood == pairing.neighbourhood).count();
    if that_day().any(|event| event.unit == pairing.unit) {
        Some(Rule::UnitOnePlace)
    } else {
        (at_the_place >= action.events_per_day as usize).then_some(Rule::EventsPerDay)
    }
}

fn unmet(
    domain: &Domain,
    action: &ThursdayAction,
    pairings: &Pairings,
    place: NeighbourhoodIx,
    theme: ThemeIx,
) -> Fulfilment {
    let units = || pairings.pairings.iter().filter(|pairing| pairing.neighbourhood == place);
    let offers = |pairing: &&Pairing| domain.unit(pairing.unit).offers.contains(&theme);
    let may_stand = |pairing: &Pairing| {
        action.months().into_iter().any(|month| {
            eligibility::theme_refusal(domain, pairing.unit, theme, month, Rulebook::ALL).is_none()
                && !eligibility::days(domain, action, *pairing, month, Rulebook::ALL).is_empty()
        })
    };
    if units().next().is_none() {
        Fulfilment::NobodyPaired
    } else if !units().any(|pairing| offers(&pairing)) {
        Fulfilment::NobodyOffers
    } else if units().filter(offers).any(may_stand) {
        Fulfilment::Outweighed
    } else {
        Fulfilment::NoMonth
    }
}
