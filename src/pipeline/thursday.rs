//! The Thursday Action: what is to be said of it beforehand; the pairing, then for its pairings the timetable, the reasons
//! for both, and both read a second time or mended.

use crate::{
    diagnostic::{Diagnostic, size::Size},
    domain::{
        Domain,
        rules::WishPolicy,
        thursday::{Pairing, Pairings, ThursdayAction, UnitNeighbourhood},
    },
    experience::explanation::contradiction::Conflict,
    lp::{LevelResult, Sense},
    pairing,
    pipeline::{
        export::{self, ExportedLevel},
        levels::Checked,
        size,
    },
    plan::{
        earlier::EarlierActionEntries,
        level::ThursdayLevel,
        outline::{Meeting, Pair},
        thursday::ThursdayPlan,
    },
    planning::{
        earlier::{Earlier, RepairTerms},
        outcome::{Defect, Found, Outcome},
        rules::Rulebook,
    },
    solver::{Watch, size::MUCH},
    timetable::{
        self,
        formulation::{Levels, Setting, formulate},
        level::Level as TimetableLevel,
        roster::{Event, Timetable},
        verification::recount::recount as recount_timetable,
    },
};
use chrono::NaiveDate;

/// What an earlier Thursday Action had.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EarlierAction {
    /// Its pairings.
    pub pairings: Earlier<Pairing, Vec<Pairing>>,
    /// Its events.
    pub timetable: Earlier<Event>,
}

/// What was to stay and cannot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stuck {
    /// An event of which the campaign no longer has unit, neighbourhood or theme.
    Gone(Meeting),
    /// A pairing that breaks a rule.
    Pairing(Pair, pairing::rule::Rule),
    /// Events that break a rule.
    Events {
        /// The pairing of the first of them.
        pair: Pair,
        /// The events involved.
        events: Vec<Meeting>,
        /// The rule.
        rule: timetable::rule::Rule,
    },
}

impl EarlierAction {
    /// What it had, beside the campaign as it is now.
    pub(super) fn of(found: &EarlierActionEntries, terms: RepairTerms) -> Self {
        let EarlierActionEntries { pairings, events } = found;
        let timetable = Earlier { stands: events.stands.clone(), gone: events.gone.len(), settled: terms };
        let kept = timetable.stands.iter().filter(|event| timetable.is_settled(event.date));
        let mut settled: Vec<Pairing> = kept.map(Event::pairing).collect();
        settled.sort_unstable();
        settled.dedup();
        let pairings = Earlier { stands: pairings.stands.clone(), gone: pairings.gone.len(), settled };
        Self { pairings, timetable }
    }

    /// One of which nothing is known but on which terms it is mended.
    pub(super) fn unknown(terms: RepairTerms) -> Self {
        let timetable = Earlier { settled: terms, ..Earlier::default() };
        Self { timetable, ..Self::default() }
    }

    /// What was to stay as it is and cannot: it is gone, or it breaks a rule.
    pub(super) fn stuck(&self, found: &EarlierActionEntries, domain: &Domain) -> Vec<Stuck> {
        let Some(wanted) = &domain.thursday else { return Vec::new() };
        let is_settled = |meeting: &&Meeting| self.timetable.is_settled(meeting.date);
        let gone = found.events.gone.iter().filter(is_settled);
        gone.cloned().map(Stuck::Gone).chain(broken(domain, wanted, self)).collect()
    }

    /// The first day of which something cannot stay as it was, be it kept or not.
    pub(super) fn first_lost(found: &EarlierActionEntries, domain: &Domain) -> Option<NaiveDate> {
        let dates = || found.events.stands.iter().map(|event| event.date);
        let last = dates().chain(found.events.gone.iter().map(|event| event.date)).max()?;
        let all = RepairTerms { keep_until: last.succ_opt(), ..RepairTerms::default() };
        let day = |stuck: Stuck| match stuck {
            Stuck::Gone(event) => Some(event.date),
            Stuck::Events { events, .. } => events.iter().map(|event| event.date).max(),
            Stuck::Pairing(..) => dates().min(),
        };
        Self::of(found, all).stuck(found, domain).into_iter().filter_map(day).min()
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
            Some(Stuck::Pairing(Pair::of(domain, kept), broken.rule))
        });
    let timetable = &earlier.timetable;
    let kept = timetable.stands.iter().copied().filter(|event| timetable.is_settled(event.date));
    let kept = Timetable { events: kept.collect() };
    let pairings = Pairings { pairings: settled.clone() };
    let held = timetable::verification::violations(domain, wanted, &pairings, &kept);
    let held = held.into_iter().filter_map(|broken| {
        let involved = broken.entries.iter().map(|&position| kept.events[position]);
        let events: Vec<Meeting> = involved.map(|event| Meeting::of(domain, event)).collect();
        Some(Stuck::Events { pair: events.first()?.pair.clone(), events, rule: broken.rule })
    });
    paired.chain(held).collect()
}

/// What a saved Thursday Action breaks and comes to.
#[derive(Debug)]
pub struct ThursdayReading {
    /// What the pairings break.
    pub pairings: Vec<pairing::verification::Violation>,
    /// What the timetable breaks.
    pub timetable: Vec<timetable::verification::Violation>,
    /// The levels, counted again.
    pub recounted: Vec<(ThursdayLevel, i64)>,
}

/// The levels that count what is gone of an earlier plan.
pub(super) const CHANGES: [ThursdayLevel; 2] = [
    ThursdayLevel::Pairing(pairing::level::Level::Changes),
    ThursdayLevel::Timetable(timetable::level::Level::Changes),
];

impl Checked for ThursdayLevel {
    fn from_id(id: &str) -> Option<Self> {
        Self::from_id(id)
    }

    fn sense(self, _: WishPolicy) -> Sense {
        let more = match self {
            Self::Pairing(level) => pairing::verification::seeks_most(level),
            Self::Timetable(level) => timetable::verification::recount::seeks_most(level),
        };
        if more { Sense::Max } else { Sense::Min }
    }

    fn follows_from_rosters(self) -> bool {
        matches!(self, Self::Timetable(TimetableLevel::Variety | TimetableLevel::Spread))
    }
}

/// Warnings and notes on the Thursday Action; none where the campaign has none.
pub fn review(domain: &Domain) -> Vec<Diagnostic> {
    let Some(action) = &domain.thursday else { return Vec::new() };
    let at = |size: Size| Diagnostic::at(action.place, size.into());
    let bytes = match size::measure(domain, action) {
        Ok(bytes) => bytes,
        Err(too_large) => return vec![at(Size::TooLarge(too_large))],
    };
    let mut found = pairing::review::review(domain, action);
    found.extend(timetable::review::review(action));
    found.extend((bytes >= MUCH).then(|| at(Size::ThursdayMemory { bytes })));
    found
}

/// Which unit goes to which neighbourhood and what is held when; `None` where the campaign has no Thursday Action.
pub(super) fn plan(
    domain: &Domain,
    previous: Option<&EarlierAction>,
    watch: &dyn Watch,
) -> Result<Outcome<Option<ThursdayPlan>, Option<Conflict>>, Defect> {
    let Some(action) = &domain.thursday else { return Ok(Outcome::Planned(None)) };
    let earlier = previous.map(|previous| &previous.pairings);
    let planned = pairing::arrangement::arrange(domain, action, earlier, watch)?.and_then(|paired| {
        let earlier = previous.map(|previous| &previous.timetable);
        let setting = Setting { previous: earlier, ..Setting::of(domain, action) };
        let planned = timetable::arrangement::arrange(setting, &paired.roster, watch)?;
        Ok(planned.map(|planned| explained(setting, paired, planned)))
    })?;
    match planned {
        Outcome::Planned(plan) => Ok(Outcome::Planned(Some(plan))),
        Outcome::Contradiction(()) if previous.is_some() => Ok(Outcome::Contradiction(None)),
        Outcome::Contradiction(()) => Err(contradiction(domain, action)),
        Outcome::NothingFound => Ok(Outcome::NothingFound),
    }
}

/// The program of each level of a plan that mends no other.
///
/// # Errors
/// Those of `take`.
pub(super) fn export<E>(
    domain: &Domain,
    plan: &ThursdayPlan,
    take: &mut dyn FnMut(ExportedLevel) -> Result<(), E>,
) -> Result<(), E> {
    let Some(action) = &domain.thursday else { return Ok(()) };
    let reached: Vec<i64> = plan.levels.iter().map(|level| level.value).collect();
    let paired = pairing::formulation::formulate(domain, action, Rulebook::ALL, None);
    let (of_pairings, of_events) = reached.split_at(paired.model.levels.len().min(reached.len()));
    export::levels("pairing", &paired.model.program, &paired, of_pairings, take)?;
    let held = formulate(Setting::of(domain, action), &plan.pairings.pairings, Levels::All);
    export::levels("timetable", &held.model.program, &held, of_events, take)
}

/// Both with their reasons; the levels of the pairing come first.
fn explained(
    setting: Setting<'_>,
    paired: Found<Pairings, pairing::level::Level>,
    planned: Found<Timetable, timetable::level::Level>,
) -> ThursdayPlan {
    let Setting { domain, action, previous, .. } = setting;
    let (pairings, timetable) = (paired.roster, planned.roster);
    let all_paired = paired.levels.iter().all(|level| level.proven);
    let above = paired.levels.into_iter().map(|result| result.map(ThursdayLevel::Pairing));
    let below = planned.levels.into_iter().map(|result| {
        let proven = result.proven && all_paired;
        LevelResult { proven, ..result.map(ThursdayLevel::Timetable) }
    });
    ThursdayPlan {
        levels: above.chain(below).collect(),
        why_paired: pairing::explanation::explain(domain, action, &pairings),
        claims: None,
        why_held: timetable::explanation::explain(domain, action, &pairings, &timetable, previous),
        pairings,
        timetable,
    }
}

/// Validation refuses more agreed pairs than a limit and whatever is both agreed and forbidden; every minimum is soft
/// and a timetable may be empty. So a sound campaign cannot contradict itself here.
fn contradiction(domain: &Domain, action: &ThursdayAction) -> Defect {
    let formulation = pairing::formulation::formulate(domain, action, Rulebook::ALL, None);
    let finding = "no pairing keeps what was agreed although validation found nothing wrong with it";
    Defect::of(finding, &formulation.model.program, &formulation)
}

impl ThursdayReading {
    /// Reads what was planned a second time, by the rules alone.
    pub(super) fn of(domain: &Domain, plan: &ThursdayPlan, earlier: Option<&EarlierAction>) -> Option<Self> {
        let action = domain.thursday.as_ref()?;
        let (pairings, timetable) = (&plan.pairings, &plan.timetable);
        let earlier = (earlier.map(|earlier| &earlier.pairings), earlier.map(|earlier| &earlier.timetable));
        let of_pairings = pairing::verification::recount(domain, action, pairings, earlier.0).into_iter();
        let of_events = recount_timetable(domain, action, pairings, timetable, earlier.1).into_iter();
        let recounted = of_pairings
            .map(|(level, value)| (ThursdayLevel::Pairing(level), value))
            .chain(of_events.map(|(level, value)| (ThursdayLevel::Timetable(level), value)));
        Some(Self {
            pairings: pairing::verification::violations(domain, action, pairings),
            timetable: timetable::verification::violations(domain, action, pairings, timetable),
            recounted: recounted.collect(),
        })
    }
}

/// The pairings of a plan in question; `earlier` is what it had that it mends.
pub fn trial<'a>(
    domain: &'a Domain,
    plan: &'a ThursdayPlan,
    earlier: Option<&'a EarlierAction>,
) -> Option<pairing::counterfactual::Trial<'a>> {
    let previous = earlier.map(|earlier| &earlier.pairings);
    let action = domain.thursday.as_ref()?;
    Some(pairing::counterfactual::Trial::of(domain, action, &plan.pairings, previous))
}

/// Gives a plan its reasons.
pub(super) fn explain(domain: &Domain, plan: &mut ThursdayPlan, earlier: Option<&EarlierAction>) {
    let Some(action) = &domain.thursday else { return };
    let earlier = earlier.map(|earlier| &earlier.timetable);
    plan.why_paired = pairing::explanation::explain(domain, action, &plan.pairings);
    plan.why_held = timetable::explanation::explain(domain, action, &plan.pairings, &plan.timetable, earlier);
}

/// Gives a plan the reasons that the second reading finds.
pub(super) fn find_reasons(domain: &Domain, plan: &mut ThursdayPlan, earlier: Option<&EarlierAction>) {
    let Some(action) = &domain.thursday else { return };
    let earlier = earlier.map(|earlier| &earlier.timetable);
    let (pairings, timetable) = (&plan.pairings, &plan.timetable);
    plan.why_held = timetable::verification::reasons::reasons(domain, action, pairings, timetable, earlier);
    plan.why_paired = pairing::verification::reasons::reasons(domain, action, pairings);
}

/// Whether events before the day from which on an earlier plan may change are no longer as they were.
pub(super) fn has_moved(plan: &ThursdayPlan, earlier: &EarlierAction) -> bool {
    !timetable::verification::recount::unsettled(&plan.timetable, &earlier.timetable).is_empty()
}
