//! On which days a unit may come and what it may bring, and the rule that bars it when not.

use crate::{
    domain::{
        Domain, holidays,
        places::UnitIx,
        themes::ThemeIx,
        thursday::{Month, Pairing, ThursdayAction},
    },
    planning::rules::Rulebook,
    timetable::rule::Rule,
};
use chrono::{Datelike, NaiveDate, Weekday};

/// The first rule that bars a pairing on a day of the period; `None` where the unit may come.
pub fn day_refusal(
    domain: &Domain,
    action: &ThursdayAction,
    pairing: Pairing,
    date: NaiveDate,
    rulebook: Rulebook<Rule>,
) -> Option<Rule> {
    let bars = |rule, bars: bool| (bars && rulebook.has(rule)).then_some(rule);
    bars(Rule::OnAThursday, date.weekday() != Weekday::Thu)
        .or_else(|| bars(Rule::NoHoliday, action.chinese_holidays && holidays::is_holiday(date)))
        .or_else(|| bars(Rule::NotSkipped, action.skip.contains(date)))
        .or_else(|| bars(Rule::UnitClosed, domain.unit(pairing.unit).closed.bars(date, action.hours)))
        .or_else(|| {
            let neighbourhood = domain.neighbourhood(pairing.neighbourhood);
            bars(Rule::NeighbourhoodClosed, neighbourhood.closed.bars(date, action.hours))
        })
}

/// The first rule that bars a theme in a month; `None` where the unit may bring it.
pub fn theme_refusal(
    domain: &Domain,
    unit: UnitIx,
    theme: ThemeIx,
    month: Month,
    rulebook: Rulebook<Rule>,
) -> Option<Rule> {
    let bars = |rule, bars: bool| (bars && rulebook.has(rule)).then_some(rule);
    let months = domain.theme(theme).months.as_ref();
    bars(Rule::ThemeOffered, !domain.unit(unit).offers.contains(&theme))
        .or_else(|| bars(Rule::ThemeMonths, months.is_some_and(|months| !months.contains(&month.month))))
}

/// Every day of a month on which a pairing may hold something, in order.
pub fn days(
    domain: &Domain,
    action: &ThursdayAction,
    pairing: Pairing,
    month: Month,
    rulebook: Rulebook<Rule>,
) -> Vec<NaiveDate> {
    let all = if rulebook.has(Rule::OnAThursday) { month.thursdays() } else { every_day(month) };
    all.into_iter().filter(|&date| day_refusal(domain, action, pairing, date, rulebook).is_none()).collect()
}

/// Every theme that a unit may bring in a month, in order.
pub fn themes(domain: &Domain, unit: UnitIx, month: Month, rulebook: Rulebook<Rule>) -> Vec<ThemeIx> {
    (0..domain.themes.len())
        .map(ThemeIx)
        .filter(|&theme| theme_refusal(domain, unit, theme, month, rulebook).is_none())
        .collect()
}

fn every_day(month: Month) -> Vec<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(month.year, month.month, 1);
    first.map_or_else(Vec::new, |first| {
        first.iter_days().take_while(|date| date.month() == month.month).collect()
    })
}
