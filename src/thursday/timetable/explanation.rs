//! Why a month is not held and which needs are met, as data.
//!
//! In: `Domain`, pairings and the timetable found. Out: [`Explanation`].

use crate::{
    domain::{
        Domain,
        places::{NeighbourhoodIx, UnitIx},
        thursday::{Month, ThemeIx, ThursdayAction},
    },
    thursday::{
        pairing::roster::{Pairing, Pairings},
        timetable::{eligibility, roster::Timetable, rule::Rule},
    },
};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// Why something could not be; nothing more is claimed than was proved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// No day of the month or no theme is left; by which rules, how many Thursdays or themes each bars.
    Barred(Vec<(Rule, usize)>),
    /// A day and a theme are left, but the levels were served better otherwise.
    Outweighed,
}

/// A month in which a pairing holds nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotHeld {
    /// Who with whom.
    pub pairing: Pairing,
    /// When.
    pub month: Month,
    /// Why.
    pub reason: Reason,
}

/// What became of a need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It is met, first on this day.
    Met(NaiveDate),
    /// Nobody is paired with the neighbourhood.
    NobodyPaired,
    /// Nobody paired with it offers the theme.
    NobodyOffers,
    /// Somebody offers it, but in no month of the period can it stand.
    NoMonth,
    /// It could be held, but the levels were served better otherwise.
    Outweighed,
}

/// A neighbourhood's need and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// Whose.
    pub neighbourhood: NeighbourhoodIx,
    /// For what.
    pub theme: ThemeIx,
    /// What became of it.
    pub fate: Fate,
}

/// What the reader of a timetable wants to know.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Explanation {
    /// Months not held, by pairing, then month.
    pub not_held: Vec<NotHeld>,
    /// Every need, by neighbourhood, then rank.
    pub needs: Vec<Need>,
}

/// Explains a timetable that keeps every rule.
pub fn explain(
    domain: &Domain,
    action: &ThursdayAction,
    pairings: &Pairings,
    timetable: &Timetable,
) -> Explanation {
    let mut first: BTreeMap<(NeighbourhoodIx, ThemeIx), NaiveDate> = BTreeMap::new();
    let mut held: BTreeMap<(UnitIx, NeighbourhoodIx, Month), NaiveDate> = BTreeMap::new();
    for event in &timetable.events {
        let month = Month { year: event.date.year(), month: event.date.month() };
        first.entry((event.neighbourhood, event.theme)).or_insert(event.date);
        held.insert((event.unit, event.neighbourhood, month), event.date);
    }
    let mut explanation = Explanation::default();
    for &pairing in &pairings.pairings {
        for month in action.months() {
            if !held.contains_key(&(pairing.unit, pairing.neighbourhood, month)) {
                let reason = reason(domain, action, pairing, month);
                explanation.not_held.push(NotHeld { pairing, month, reason });
            }
        }
    }
    for (place, neighbourhood) in domain.neighbourhoods.iter().enumerate() {
        let place = NeighbourhoodIx(place);
        explanation.needs.extend(neighbourhood.needs.iter().map(|&theme| {
            let met = first.get(&(place, theme)).copied().map(Fate::Met);
            let fate = met.unwrap_or_else(|| unmet(domain, action, pairings, place, theme));
            Need { neighbourhood: place, theme, fate }
        }));
    }
    explanation
}

fn reason(domain: &Domain, action: &ThursdayAction, pairing: Pairing, month: Month) -> Reason {
    let days = month.thursdays();
    let barred_days: Vec<Rule> = days
        .iter()
        .filter_map(|&date| eligibility::day_refusal(domain, action, pairing, date, None))
        .collect();
    if barred_days.len() == days.len() {
        return Reason::Barred(counted(&barred_days));
    }
    let themes = (0..domain.themes.len()).map(ThemeIx);
    let barred_themes: Vec<Rule> = themes
        .filter_map(|theme| eligibility::theme_refusal(domain, pairing.unit, theme, month, None))
        .collect();
    if barred_themes.len() == domain.themes.len() {
        return Reason::Barred(counted(&barred_themes));
    }
    Reason::Outweighed
}

fn unmet(
    domain: &Domain,
    action: &ThursdayAction,
    pairings: &Pairings,
    place: NeighbourhoodIx,
    theme: ThemeIx,
) -> Fate {
    let units = || pairings.pairings.iter().filter(|pairing| pairing.neighbourhood == place);
    let offers = |pairing: &&Pairing| domain.unit(pairing.unit).offers.contains(&theme);
    let may_stand = |pairing: &Pairing| {
        action.months().into_iter().any(|month| {
            eligibility::theme_refusal(domain, pairing.unit, theme, month, None).is_none()
                && !eligibility::days(domain, action, *pairing, month, None).is_empty()
        })
    };
    if units().next().is_none() {
        Fate::NobodyPaired
    } else if !units().any(|pairing| offers(&pairing)) {
        Fate::NobodyOffers
    } else if units().filter(offers).any(may_stand) {
        Fate::Outweighed
    } else {
        Fate::NoMonth
    }
}

fn counted(refusals: &[Rule]) -> Vec<(Rule, usize)> {
    let count = |rule: Rule| (rule, refusals.iter().filter(|refusal| **refusal == rule).count());
    Rule::ALL.into_iter().map(count).filter(|(_, bars)| *bars > 0).collect()
}
