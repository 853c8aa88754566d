//! A plan that mends an earlier one.
//!
//! In: a campaign without errors and what the earlier plan had. Out: a plan of which as little as possible is new. What
//! was before a day is kept as pins are, and contradictions name it like these.

use crate::{
    diagnostic::{Diagnostic, saved::Saved as Fault},
    domain::{Domain, people::AmbassadorIx, places::PostIx, requests::Pin, time::Hours},
    experience::{
        eligibility::Refusals,
        reserves::handover::{Handover, Unable, free_for},
        roster::{Exchange, Kept, Placement, Previous},
        rule::Rule,
        verification::standing::{bereft, first_broken},
    },
    pipeline::{
        Planned, ValidCampaign, planned,
        thursday::{EarlierAction, Stuck},
    },
    plan::{
        Mends, Only,
        earlier::EarlierPlan,
        history::History,
        outline::{Outline, Visit},
        saved::SavedPlan,
    },
    planning::{earlier::RepairTerms, outcome::Defect, rules::Rulebook},
    solver::Watch,
    source::Place,
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What an earlier plan had of each problem.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EarlierRosters {
    /// The roster of the experience.
    pub experience: Previous,
    /// The Thursday Action, where plan and campaign have one.
    pub thursday: Option<EarlierAction>,
}

impl EarlierRosters {
    /// What the plan had, beside the campaign as it is now.
    pub(super) fn of(found: &EarlierPlan, domain: &Domain, kept: Kept) -> Self {
        let action = found.action.as_ref().filter(|_| domain.thursday.is_some());
        let action = action.map(|action| EarlierAction::of(action, action_terms(domain, kept.terms)));
        let stands = found.placements.stands.iter().map(|(placement, _)| *placement).collect();
        let gone = found.placements.gone.len();
        Self { experience: Previous { stands, gone, settled: kept }, thursday: action }
    }

    /// A plan of which nothing is known but on which terms another mends it.
    pub(super) fn unknown(kept: Kept, domain: &Domain) -> Self {
        let action = EarlierAction::unknown(action_terms(domain, kept.terms));
        Self { experience: Previous { settled: kept, ..Previous::default() }, thursday: Some(action) }
    }
}

/// The terms for the Thursday Action: all its events have the same hours.
fn action_terms(domain: &Domain, terms: RepairTerms) -> RepairTerms {
    let hours = domain.thursday.as_ref().map_or(Hours::DAY, |action| action.hours);
    RepairTerms { keep_until: terms.first_open(hours), begun_by: None, ..terms }
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
    /// What cannot stay because of what is called off, where nobody else was to move; and the rule.
    pub bereft: BTreeMap<Placement, Rule>,
    /// What was ordered to go to whom.
    pub ordered: Vec<Handed>,
}

/// A session that goes to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handed {
    /// Who goes where.
    pub visit: Visit,
    /// The option that says so.
    pub option: Giving,
}

/// An option that gives somebody's sessions to somebody else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Giving {
    /// One steps in for the other.
    Replace {
        /// As typed.
        words: String,
        /// Whose sessions they were, as typed.
        giver: String,
    },
    /// Two change places; as typed.
    Swap(String),
}

impl Giving {
    /// The option as typed.
    pub fn said(&self) -> String {
        match self {
            Self::Replace { words, .. } => format!("--replace {words}"),
            Self::Swap(words) => format!("--swap {words}"),
        }
    }
}

/// A session that somebody cannot get.
#[derive(Debug)]
pub struct Impossible<'a> {
    /// Who was to get it.
    pub handed: &'a Handed,
    /// Why not; nothing where the campaign no longer has the session.
    pub unable: Option<Unable>,
}

/// The only placements that are to go and come, in ids.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Exchanged {
    /// What goes to somebody else.
    pub leaving: Vec<Visit>,
    /// The same with whoever it goes to.
    pub coming: Vec<Handed>,
    /// Who came late, and may have any place.
    pub late: Vec<String>,
}

impl Exchanged {
    /// The same in a campaign; what a rule no longer allows there may go too, and whoever loses something by that or because
    /// the campaign no longer has it may get something else.
    /// Whoever cannot stay without whoever loses something so may go too; they are told, with the rule.
    fn found(
        &self,
        domain: &Domain,
        had: &EarlierPlan,
        terms: RepairTerms,
    ) -> (Exchange, BTreeMap<Placement, Rule>) {
        let lookup = by_id(domain);
        let placed = |visit: &Visit| placed(visit, domain, &lookup);
        let refusals = Refusals::of(domain, Rulebook::ALL);
        let is_off = |one: &Placement| {
            let session = domain.position(one.session());
            session.is_none_or(|session| refusals.first(one.ambassador, session).is_some())
        };
        let stands: BTreeSet<Placement> =
            had.placements.stands.iter().map(|(placement, _)| *placement).collect();
        let off: BTreeSet<Placement> = stands.iter().copied().filter(is_off).collect();
        let leaving: BTreeSet<Placement> = self.leaving.iter().filter_map(placed).collect();
        let coming: BTreeSet<Placement> =
            self.coming.iter().filter_map(|handed| placed(&handed.visit)).collect();
        let is_open = |one: &Placement| !terms.settle(one.date, one.hours);
        let absent: BTreeSet<Placement> = off.iter().copied().filter(is_open).collect();
        let called_off = &absent - &leaving;
        let mut bereft = bereft(domain, &(&stands | &coming), &absent);
        bereft.retain(|one, _| is_open(one) && !leaving.contains(one) && !coming.contains(one));
        let gone = had.placements.gone.iter().map(|gone| &gone.visit);
        let gone = gone.filter(|visit| !is_over(visit, domain, terms) && !self.leaving.contains(visit));
        let gone = gone.filter_map(|visit| lookup.get(visit.ambassador.as_str()).copied());
        let mut displaced: BTreeMap<AmbassadorIx, usize> = BTreeMap::new();
        for person in called_off.iter().chain(bereft.keys()).map(|one| one.ambassador).chain(gone) {
            *displaced.entry(person).or_default() += 1;
        }
        for (person, new) in &mut displaced {
            *new += coming.iter().filter(|one| one.ambassador == *person).count();
        }
        let late = self.late.iter().filter_map(|id| lookup.get(id.as_str()).copied());
        // They may stay after all, where somebody else makes up for whoever is gone.
        let free: BTreeSet<Placement> = bereft.keys().copied().collect();
        let (leaving, coming) = (&(&off | &leaving) | &free, &coming | &free);
        (Exchange { leaving, coming, late: late.collect(), displaced }, bereft)
    }

    /// What cannot change hands in a campaign that has all else that was said; of the earlier plan it has so much.
    pub fn impossible(&self, domain: &Domain, had: &EarlierPlan) -> Vec<Impossible<'_>> {
        let lookup = by_id(domain);
        let placed = |visit: &Visit| {
            placed(visit, domain, &lookup).filter(|one| domain.position(one.session()).is_some())
        };
        let had = had.placements.stands.iter().map(|(placement, _)| *placement).collect();
        let leaving = self.leaving.iter().filter_map(placed).collect();
        let coming: BTreeMap<Placement, &Handed> =
            self.coming.iter().filter_map(|one| Some((placed(&one.visit)?, one))).collect();
        let gone = self.coming.iter().filter(|one| placed(&one.visit).is_none());
        let gone = gone.map(|handed| Impossible { handed, unable: None });
        let unable = Handover::of(domain, &had, &leaving).unable(&coming.keys().copied().collect());
        let unable =
            unable.into_iter().map(|one| Impossible { handed: coming[&one.placement], unable: Some(one) });
        gone.chain(unable).collect()
    }
}

/// The first day on which a campaign has no longer what an earlier plan had, or something of it breaks a rule.
pub fn first_lost(domain: &Domain, found: &EarlierPlan) -> Option<NaiveDate> {
    let gone = found.placements.gone.iter().map(|gone| gone.visit.date);
    let stands = found.placements.stands.iter().map(|(placement, _)| *placement).collect();
    let action = found.action.as_ref().and_then(|action| EarlierAction::first_lost(action, domain));
    gone.chain(first_broken(domain, stands)).chain(action).min()
}

/// The people of a campaign by id.
fn by_id(domain: &Domain) -> BTreeMap<&str, AmbassadorIx> {
    let mut people = BTreeMap::new();
    for (position, person) in domain.ambassadors.iter().enumerate() {
        people.entry(person.id.as_str()).or_insert(AmbassadorIx(position));
    }
    people
}

/// A placement in ids as one of a campaign; `None` where that has not the post or the person.
fn placed(visit: &Visit, domain: &Domain, people: &BTreeMap<&str, AmbassadorIx>) -> Option<Placement> {
    let post = PostIx(domain.posts.iter().position(|post| post.id == visit.post)?);
    let hours = visit.hours.unwrap_or(domain.post(post).shifts[0]);
    let ambassador = *people.get(visit.ambassador.as_str())?;
    Some(Placement { date: visit.date, post, hours, ambassador })
}

/// Whether an earlier placement lies before the moment from which on something may change.
fn is_over(visit: &Visit, domain: &Domain, terms: RepairTerms) -> bool {
    let post = domain.posts.iter().find(|post| post.id == visit.post);
    let hours = visit.hours.or_else(|| post.map(|post| post.shifts[0]));
    let has_begun = hours.is_some_and(|hours| terms.settle(visit.date, hours));
    terms.keep_until.is_some_and(|first| visit.date < first) || has_begun
}

/// An earlier plan as it was saved, and what the campaign has of it.
#[derive(Debug)]
pub struct Before<'a> {
    /// Its file.
    pub saved: &'a SavedPlan,
    /// All that it had, in ids.
    pub had: Outline,
    /// What the campaign has of that.
    pub found: &'a EarlierPlan,
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
    /// What is to be mended of a plan; `mends` is what the new one says of it, and `exchanged` what alone may change, where
    /// that was said.
    ///
    /// # Errors
    /// What was to stay as it is and cannot.
    pub fn of(
        before: Before<'_>,
        domain: &Domain,
        mut mends: Mends,
        exchanged: Option<&Exchanged>,
    ) -> Result<Self, Unkept> {
        let Before { saved, had, found } = before;
        if let Some(keep_until) = mends.terms.keep_until {
            let gone = found.placements.gone.iter();
            let settled = gone.filter(|gone| is_over(&gone.visit, domain, mends.terms));
            let fault = Fault::SettledIsGone { keep_until };
            let gone: Vec<Diagnostic> =
                settled.map(|gone| Diagnostic::at(gone.place, fault.clone().into())).collect();
            if !gone.is_empty() {
                return Err(Unkept::Placements(gone));
            }
        }
        let exchange = exchanged.map(|exchanged| exchanged.found(domain, found, mends.terms));
        let (exchange, bereft) = exchange.unzip();
        let ordered = exchanged.map(|exchanged| exchanged.coming.clone()).unwrap_or_default();
        mends.only = exchange.as_ref().map(|exchange| Only::of(exchange, domain));
        let late = mends.only.iter().flat_map(|only| &only.late).cloned().collect();
        mends.waiting = waiting(saved.mends.as_ref(), &late, domain, found);
        let stands = found.placements.stands.iter().map(|(placement, _)| *placement).collect();
        let waiting = free_for(&mends.waiting, domain, &stands);
        let earlier = EarlierRosters::of(found, domain, Kept { terms: mends.terms, exchange, waiting });
        if let (Some(action), Some(had)) = (&earlier.thursday, &found.action) {
            let stuck = action.stuck(had, domain);
            if !stuck.is_empty() {
                return Err(Unkept::Action(stuck));
            }
        }
        let (placements, places): (Vec<_>, _) = found.placements.stands.iter().copied().unzip();
        let history = saved.history(domain, placements.iter().map(|placement| placement.post));
        Ok(Self { earlier, places, had, history, mends, bereft: bereft.unwrap_or_default(), ordered })
    }
}

/// Those who came late to the earlier plan, or waited then, and have fewer sessions than they take; and whoever had no place in
/// an earlier plan in which only what was named could change. Nobody moves for them in the repairs that follow either: whom
/// the earlier plan placed instead was told so. Whoever comes late with this command, has a pin, or loses a session does not
/// wait.
fn waiting(
    earlier: Option<&Mends>,
    late: &BTreeSet<String>,
    domain: &Domain,
    found: &EarlierPlan,
) -> Vec<String> {
    let lookup = by_id(domain);
    let refusals = Refusals::of(domain, Rulebook::ALL);
    let admits = |one: &Placement| {
        let session = domain.position(one.session());
        session.is_some_and(|session| refusals.first(one.ambassador, session).is_none())
    };
    let has_no_place = |id: &String| {
        !found.placements.stands.iter().any(|(one, _)| lookup.get(id.as_str()) == Some(&one.ambassador))
    };
    let is_exchange = earlier.is_some_and(|mends| mends.only.is_some());
    let left_out =
        domain.ambassadors.iter().map(|person| &person.id).filter(|id| is_exchange && has_no_place(id));
    let before: BTreeSet<&String> = earlier
        .into_iter()
        .flat_map(|mends| mends.only.iter().flat_map(|only| &only.late).chain(&mends.waiting))
        .chain(left_out)
        .collect();
    let waits = |id: &&&String| {
        let Some(&person) = lookup.get(id.as_str()) else { return false };
        let own = || found.placements.stands.iter().filter(|(one, _)| one.ambassador == person);
        let has_lost = found.placements.gone.iter().any(|gone| gone.visit.ambassador == ***id)
            || own().any(|(one, _)| !admits(one));
        let is_asked = domain.pins.iter().any(|pin| pin.ambassador == person) || late.contains(**id);
        own().count() < domain.ambassador(person).days_max as usize && !has_lost && !is_asked
    };
    before.iter().filter(waits).map(|id| (*id).clone()).collect()
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
    let kept = placements.filter(|(placement, _)| !experience.may_leave(placement));
    let kept: Vec<Pin> = kept
        .map(|(placement, &place)| Pin {
            ambassador: placement.ambassador,
            post: placement.post,
            date: Some(placement.date),
            hours: domain.post(placement.post).told(placement.hours),
            place,
        })
        .collect();
    domain.pins.extend(kept);
    domain
}
