//! The Thursday Action as it stands in a plan's JSON.

use crate::{
    domain::{
        Domain,
        places::{NeighbourhoodIx, UnitIx},
        thursday::Month,
    },
    pairing::reason::{self as pairing_reason, Because, Way},
    plan::{
        level::{self, WrittenLevel},
        thursday::ThursdayPlan,
    },
    planning::reason::Tally,
    timetable::{
        reason::{self as timetable_reason, Fate},
        rule::Rule,
    },
};
use serde::Serialize;

#[derive(Serialize)]
pub(in crate::plan) struct WrittenThursday<'a> {
    levels: Vec<WrittenLevel>,
    pairings: Vec<WrittenPairing<'a>>,
    gives_way: Vec<WrittenGivesWay<'a>>,
    unbounded: WrittenUnbounded,
    unpaired: Vec<WrittenUnpaired<'a>>,
    events: Vec<WrittenEvent<'a>>,
    not_held: Vec<WrittenNotHeld<'a>>,
    needs: Vec<WrittenNeed<'a>>,
}

#[derive(Serialize)]
struct WrittenPairing<'a> {
    unit: &'a str,
    neighbourhood: &'a str,
    metres: Option<i64>,
    next_nearest: Option<WrittenWay<'a>>,
}

#[derive(Serialize)]
struct WrittenWay<'a> {
    neighbourhood: &'a str,
    metres: i64,
}

#[derive(Serialize)]
struct WrittenGivesWay<'a> {
    unit: &'a str,
    nearest: WrittenWay<'a>,
    instead: WrittenWay<'a>,
    because: &'static str,
}

#[derive(Serialize)]
struct WrittenUnbounded {
    pairings: usize,
    metres: i64,
}

#[derive(Serialize)]
struct WrittenUnpaired<'a> {
    unit: &'a str,
    lacks: u32,
    reason: WrittenReason<'a>,
}

#[derive(Serialize)]
struct WrittenEvent<'a> {
    date: String,
    unit: &'a str,
    neighbourhood: &'a str,
    theme: &'a str,
}

#[derive(Serialize)]
struct WrittenNotHeld<'a> {
    unit: &'a str,
    neighbourhood: &'a str,
    month: String,
    reason: WrittenReason<'a>,
}

#[derive(Serialize)]
struct WrittenNeed<'a> {
    neighbourhood: &'a str,
    theme: &'a str,
    fate: WrittenFate,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum WrittenReason<'a> {
    Barred { rules: Vec<WrittenRule> },
    Settled,
    Full,
    FreePlace { neighbourhood: &'a str },
    FreeDay { date: String },
    Outweighed { rules: Vec<WrittenRule> },
}

#[derive(Serialize)]
struct WrittenRule {
    id: &'static str,
    bars: usize,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum WrittenFate {
    Met { first: String },
    NobodyPaired,
    NobodyOffers,
    NoMonth,
    Outweighed,
}

/// The Thursday Action as it stands in the file.
pub(in crate::plan) fn written<'a>(domain: &'a Domain, plan: &'a ThursdayPlan) -> WrittenThursday<'a> {
    let unit = |unit: UnitIx| domain.unit(unit).id.as_str();
    let place = |place: NeighbourhoodIx| domain.neighbourhood(place).id.as_str();
    let way = |way: &Way| WrittenWay { neighbourhood: place(way.neighbourhood), metres: way.metres };
    let pairings = plan.pairings.pairings.iter().zip(&plan.why_paired.alternatives);
    WrittenThursday {
        levels: plan.levels.iter().map(level::written).collect(),
        pairings: pairings
            .map(|(pairing, next)| WrittenPairing {
                unit: unit(pairing.unit),
                neighbourhood: place(pairing.neighbourhood),
                metres: domain.pairing_metres(pairing.unit, pairing.neighbourhood),
                next_nearest: next.as_ref().map(way),
            })
            .collect(),
        gives_way: plan
            .why_paired
            .gives_way
            .iter()
            .map(|gives| WrittenGivesWay {
                unit: unit(gives.unit),
                nearest: way(&gives.nearest),
                instead: way(&gives.instead),
                because: because(gives.because),
            })
            .collect(),
        unbounded: WrittenUnbounded {
            pairings: plan.why_paired.unbounded.pairings,
            metres: plan.why_paired.unbounded.metres,
        },
        unpaired: plan
            .why_paired
            .unpaired
            .iter()
            .map(|unpaired| WrittenUnpaired {
                unit: unit(unpaired.unit),
                lacks: unpaired.lacks,
                reason: of_pairing(domain, &unpaired.reason),
            })
            .collect(),
        events: events(domain, plan),
        not_held: not_held(domain, plan),
        needs: needs(domain, plan),
    }
}

fn events<'a>(domain: &'a Domain, plan: &'a ThursdayPlan) -> Vec<WrittenEvent<'a>> {
    let events = plan.timetable.events.iter().map(|event| WrittenEvent {
        date: event.date.format("%Y-%m-%d").to_string(),
        unit: &domain.unit(event.unit).id,
        neighbourhood: &domain.neighbourhood(event.neighbourhood).id,
        theme: &domain.theme(event.theme).id,
    });
    events.collect()
}

fn not_held<'a>(domain: &'a Domain, plan: &'a ThursdayPlan) -> Vec<WrittenNotHeld<'a>> {
    let not_held = plan.why_held.not_held.iter().map(|not_held| WrittenNotHeld {
        unit: &domain.unit(not_held.pairing.unit).id,
        neighbourhood: &domain.neighbourhood(not_held.pairing.neighbourhood).id,
        month: month(not_held.month),
        reason: of_timetable(&not_held.reason),
    });
    not_held.collect()
}

fn needs<'a>(domain: &'a Domain, plan: &'a ThursdayPlan) -> Vec<WrittenNeed<'a>> {
    let needs = plan.why_held.needs.iter().map(|need| WrittenNeed {
        neighbourhood: &domain.neighbourhood(need.neighbourhood).id,
        theme: &domain.theme(need.theme).id,
        fate: match need.fate {
            Fate::Met(first) => WrittenFate::Met { first: first.format("%Y-%m-%d").to_string() },
            Fate::NobodyPaired => WrittenFate::NobodyPaired,
            Fate::NobodyOffers => WrittenFate::NobodyOffers,
            Fate::NoMonth => WrittenFate::NoMonth,
            Fate::Outweighed => WrittenFate::Outweighed,
        },
    });
    needs.collect()
}

fn month(month: Month) -> String {
    format!("{:04}-{:02}", month.year, month.month)
}

fn because(because: Because) -> &'static str {
    match because {
        Because::Agreed => "agreed",
        Because::Full => "full",
        Because::Outweighed => "outweighed",
    }
}

fn of_pairing<'a>(domain: &'a Domain, reason: &pairing_reason::Reason) -> WrittenReason<'a> {
    use pairing_reason::Reason;
    match reason {
        Reason::Barred(rules) => WrittenReason::Barred {
            rules: rules.iter().map(|&(rule, bars)| WrittenRule { id: rule.id(), bars }).collect(),
        },
        Reason::Full => WrittenReason::Full,
        Reason::FreePlace(place) => {
            WrittenReason::FreePlace { neighbourhood: &domain.neighbourhood(*place).id }
        }
    }
}

fn of_timetable(reason: &timetable_reason::Reason) -> WrittenReason<'static> {
    use timetable_reason::Reason;
    let rules = |tally: &Tally<Rule>| -> Vec<WrittenRule> {
        tally.iter().map(|&(rule, bars)| WrittenRule { id: rule.id(), bars }).collect()
    };
    match reason {
        Reason::Barred(tally) => WrittenReason::Barred { rules: rules(tally) },
        Reason::Settled => WrittenReason::Settled,
        Reason::FreeDay(date) => WrittenReason::FreeDay { date: date.format("%Y-%m-%d").to_string() },
        Reason::Outweighed(tally) => WrittenReason::Outweighed { rules: rules(tally) },
    }
}
