//! A plan that mends an earlier one.
//!
//! In: a campaign without errors and what the earlier plan had. Out: a plan of which as little as possible is new. What
//! was before a day is kept as pins are, and contradictions name it like these.

use crate::{
    diagnostic::{Diagnostic, saved::Saved as Fault},
    domain::{
        Domain,
        requests::Pin,
        thursday::{Pairing, Pairings, ThursdayAction, UnitNeighbourhood},
    },
    experience::roster::Previous,
    pairing,
    pipeline::{Planned, ValidCampaign, planned},
    plan::{
        Mends,
        earlier::{EarlierPlan, Entries, Stuck, earlier},
        history::History,
        outline::{Meeting, Outline, Pair},
        saved::PlanFile,
    },
    planning::{
        earlier::{Earlier, RepairTerms},
        outcome::Defect,
    },
    solver::Watch,
    source::Place,
    timetable::{
        self,
        roster::{Event, Timetable},
    },
};

/// What an earlier plan had of each problem.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EarlierRosters {
    /// The roster of the experience.
    pub experience: Previous,
    /// The Thursday Action, where plan and campaign have one.
    pub thursday: Option<EarlierAction>,
}

/// What an earlier Thursday Action had.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EarlierAction {
    /// Its pairings.
    pub pairings: Earlier<Pairing, Vec<Pairing>>,
    /// Its events.
    pub timetable: Earlier<Event>,
}

impl EarlierRosters {
    /// What the plan had, beside the campaign as it is now.
    pub(super) fn of(found: &EarlierPlan, domain: &Domain, terms: RepairTerms) -> Self {
        let action = found.action.as_ref().filter(|_| domain.thursday.is_some());
        let (stands, gone) = counted(&found.placements);
        Self {
            experience: Previous { stands, gone, settled: terms },
            thursday: action.map(|action| {
                let (stands, gone) = counted(&action.events);
                let timetable = Earlier { stands, gone, settled: terms.keep_until };
                let kept = timetable.stands.iter().filter(|event| timetable.is_settled(event.date));
                let mut settled: Vec<Pairing> = kept.map(Event::pairing).collect();
                settled.sort_unstable();
                settled.dedup();
                let (stands, gone) = counted(&action.pairings);
                EarlierAction { pairings: Earlier { stands, gone, settled }, timetable }
            }),
        }
    }

    /// A plan of which nothing is known but on which terms another mends it.
    pub(super) fn unknown(terms: RepairTerms) -> Self {
        let timetable = Earlier { settled: terms.keep_until, ..Earlier::default() };
        Self {
            experience: Previous { settled: terms, ..Previous::default() },
            thursday: Some(EarlierAction { timetable, ..EarlierAction::default() }),
        }
    }
}

/// What stands, and how much is gone.
fn counted<T: Copy, I>(entries: &Entries<T, I>) -> (Vec<T>, usize) {
    (entries.stands.iter().map(|(one, _)| *one).collect(), entries.gone.len())
}

/// What an earlier plan had, and how it is to be mended.
#[derive(Debug, Clone)]
pub struct Mending {
    /// Its rosters.
    pub earlier: EarlierRosters,
    /// Where each of its placements stands in its file.
    pub places: Vec<Place>,
    /// All that it had.
    pub had: Outline,
    /// What it knew of the plans before it.
    pub history: History,
    /// What the new plan says of it.
    pub mends: Mends,
}

/// What was to stay as it is and cannot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unkept {
    /// Placements that the campaign no longer has room for.
    Placements(Vec<Diagnostic>),
    /// Pairings and events.
    Action(Vec<Stuck>),
}

impl Mending {
    /// What is to be mended of a plan that had all this; `mends` is what the new plan says of it.
    ///
    /// # Errors
    /// What was to stay as it is and cannot.
    pub fn of(file: &PlanFile, had: Outline, domain: &Domain, mends: Mends) -> Result<Self, Unkept> {
        let found = earlier(&file.saved, domain);
        if let Some(keep_until) = mends.terms.keep_until {
            let settled = found.placements.gone.iter().filter(|gone| gone.ids.date < keep_until);
            let fault = Fault::SettledIsGone { keep_until };
            let gone: Vec<Diagnostic> =
                settled.map(|gone| Diagnostic::at(gone.place, fault.clone().into())).collect();
            if !gone.is_empty() {
                return Err(Unkept::Placements(gone));
            }
        }
        let earlier = EarlierRosters::of(&found, domain, mends.terms);
        if let (Some(wanted), Some(action), Some(had)) = (&domain.thursday, &earlier.thursday, &found.action)
        {
            let is_settled = |meeting: &Meeting| action.timetable.is_settled(meeting.date);
            let gone = had.events.gone.iter().map(|gone| &gone.ids).filter(|meeting| is_settled(meeting));
            let gone = gone.map(|meeting| Stuck {
                pair: meeting.pair.clone(),
                events: vec![meeting.clone()],
                rule: None,
            });
            let stuck: Vec<Stuck> = gone.chain(broken(domain, wanted, action)).collect();
            if !stuck.is_empty() {
                return Err(Unkept::Action(stuck));
            }
        }
        let (placements, places): (Vec<_>, _) = found.placements.stands.into_iter().unzip();
        let history = file.saved.history(domain, placements.iter().map(|placement| placement.post));
        Ok(Self { earlier, places, had, history, mends })
    }
}

/// Pairings and events that stay and break a rule, by themselves or with what is agreed: every row of theirs but what is
/// agreed only limits, so that what stays holds by itself or not at all.
fn broken(domain: &Domain, wanted: &ThursdayAction, earlier: &EarlierAction) -> Vec<Stuck> {
    let settled = &earlier.pairings.settled;
    let agreed = wanted.fixed.iter().map(UnitNeighbourhood::pairing);
    let mut pairings: Vec<Pairing> = settled.iter().copied().chain(agreed).collect();
    pairings.sort_unstable();
    pairings.dedup();
    let roster = Pairings { pairings };
    let paired =
        pairing::verification::violations(domain, wanted, &roster).into_iter().filter_map(|broken| {
            let mut involved = broken.entries.iter().map(|&position| roster.pairings[position]);
            let kept = involved.find(|pairing| settled.contains(pairing))?;
            Some(Stuck { pair: Pair::of(domain, kept), events: Vec::new(), rule: Some(broken.rule.id()) })
        });
    let timetable = &earlier.timetable;
    let kept = timetable.stands.iter().copied().filter(|event| timetable.is_settled(event.date));
    let kept = Timetable { events: kept.collect() };
    let pairings = Pairings { pairings: settled.clone() };
    let held = timetable::verification::violations(domain, wanted, &pairings, &kept);
    let held = held.into_iter().filter_map(|broken| {
        let involved = broken.entries.iter().map(|&position| kept.events[position]);
        let events: Vec<Meeting> = involved.map(|event| Meeting::of(domain, event)).collect();
        Some(Stuck { pair: events.first()?.pair.clone(), events, rule: Some(broken.rule.id()) })
    });
    paired.chain(held).collect()
}

/// Mends the earlier plan to proven optima and reads the new one a second time; `file` is what it calls the campaign.
///
/// # Errors
/// A [`Defect`], where the backend fails or the plan does not pass its own check.
pub fn repair(
    campaign: &ValidCampaign,
    file: &str,
    mending: &Mending,
    watch: &dyn Watch,
) -> Result<Planned, Defect> {
    let domain = with_kept(&campaign.domain, mending);
    planned(&ValidCampaign { domain, ..campaign.clone() }, file, Some(mending), watch)
}

/// The campaign with pins for what is kept, behind its own.
pub fn with_kept(domain: &Domain, mending: &Mending) -> Domain {
    let mut domain = domain.clone();
    let experience = &mending.earlier.experience;
    let placements = experience.stands.iter().zip(&mending.places);
    let kept = placements.filter(|(placement, _)| experience.is_settled(placement.date));
    domain.pins.extend(kept.map(|(placement, &place)| Pin {
        ambassador: placement.ambassador,
        post: placement.post,
        date: Some(placement.date),
        place,
    }));
    domain
}
