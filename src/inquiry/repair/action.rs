//! The Thursday Action of an earlier plan beside the campaign as it is now.
//!
//! In: the plan's outline and the campaign. Out: what pairing and timetable count as [`MendedAction`], or the events that were to stay
//! and cannot: every row of theirs but what is agreed only limits, so that what stays holds by itself or not at all.

use crate::{
    domain::{
        Domain,
        thursday::{Pairing, Pairings, ThursdayAction, UnitNeighbourhood},
    },
    inquiry::repair::Terms,
    pairing,
    pipeline::mending::MendedAction,
    plan::{
        earlier::{EarlierAction, earlier_action},
        outline::{Meeting, Outline, Pair},
    },
    timetable::{
        self,
        roster::{Event, Timetable},
    },
};

/// Events or pairings that were to stay and cannot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stuck {
    /// The pairing.
    pub pair: Pair,
    /// Its events involved.
    pub events: Vec<Meeting>,
    /// The rule that they break; `None` where the campaign no longer has unit, neighbourhood or theme.
    pub rule: Option<&'static str>,
}

/// What the earlier plan had.
///
/// # Errors
/// What was to stay and cannot.
pub fn previous(
    outline: &Outline,
    domain: &Domain,
    action: &ThursdayAction,
    terms: Terms,
) -> Result<MendedAction, Vec<Stuck>> {
    let EarlierAction { pairings, lost_pairings, events, lost_events } = earlier_action(outline, domain);
    let mut found = MendedAction::default();
    (found.pairings.stands, found.pairings.gone) = (pairings, lost_pairings);
    (found.timetable.stands, found.timetable.gone) = (events, lost_events.len());
    let is_settled = |meeting: &Meeting| terms.keep_until.is_some_and(|day| meeting.date < day);
    let gone = lost_events.into_iter().filter(is_settled);
    let mut stuck: Vec<Stuck> =
        gone.map(|meeting| Stuck { pair: meeting.pair.clone(), events: vec![meeting], rule: None }).collect();
    found.timetable.settled = terms.keep_until;
    let settled: Vec<Event> = found
        .timetable
        .stands
        .iter()
        .copied()
        .filter(|event| found.timetable.is_settled(event.date))
        .collect();
    found.pairings.settled = settled.iter().map(Event::pairing).collect();
    found.pairings.settled.sort_unstable();
    found.pairings.settled.dedup();
    stuck.extend(broken_pairings(domain, action, &found.pairings.settled));
    stuck.extend(broken_events(domain, action, &found.pairings.settled, settled));
    if stuck.is_empty() { Ok(found) } else { Err(stuck) }
}

fn pair_words(domain: &Domain, pairing: Pairing) -> Pair {
    Pair {
        unit: domain.unit(pairing.unit).id.clone(),
        neighbourhood: domain.neighbourhood(pairing.neighbourhood).id.clone(),
    }
}

/// Pairings that stay and break a rule, by themselves or with what is agreed.
fn broken_pairings(domain: &Domain, action: &ThursdayAction, settled: &[Pairing]) -> Vec<Stuck> {
    let agreed = action.fixed.iter().map(UnitNeighbourhood::pairing);
    let mut pairings: Vec<Pairing> = settled.iter().copied().chain(agreed).collect();
    pairings.sort_unstable();
    pairings.dedup();
    let roster = Pairings { pairings };
    let broken = pairing::verification::violations(domain, action, &roster);
    let stuck = broken.into_iter().filter_map(|violation| {
        let involved = violation.entries.iter().map(|&position| roster.pairings[position]);
        let kept = involved.into_iter().find(|pairing| settled.contains(pairing))?;
        Some(Stuck { pair: pair_words(domain, kept), events: Vec::new(), rule: Some(violation.rule.id()) })
    });
    stuck.collect()
}

/// Events that stay and break a rule.
fn broken_events(
    domain: &Domain,
    action: &ThursdayAction,
    settled: &[Pairing],
    events: Vec<Event>,
) -> Vec<Stuck> {
    let (pairings, timetable) = (Pairings { pairings: settled.to_vec() }, Timetable { events });
    let broken = timetable::verification::violations(domain, action, &pairings, &timetable);
    let stuck = broken.into_iter().filter_map(|violation| {
        let involved = violation.entries.iter().map(|&position| timetable.events[position]);
        let meetings: Vec<Meeting> = involved
            .map(|event| Meeting {
                date: event.date,
                pair: pair_words(domain, event.pairing()),
                theme: domain.theme(event.theme).id.clone(),
            })
            .collect();
        let pair = meetings.first()?.pair.clone();
        Some(Stuck { pair, events: meetings, rule: Some(violation.rule.id()) })
    });
    stuck.collect()
}
