//! The Thursday Action of a plan: pairings and timetable, written as JSON and read again; and its figures.
//!
//! Only levels, pairings and events are read; everything else follows from them and the campaign, and is found anew.

use crate::{
    diagnostic::Diagnostic,
    document::Node,
    domain::{Domain, thursday::Pairings},
    lp::LevelResult,
    pairing::reason::{self as pairing_reason, Alternative, Reason as WhyUnpaired},
    plan::{
        entries::{EVENTS, LEVELS, PAIRINGS, REASONS, THURSDAY_ACTION},
        fields::Walk,
        figures::{Figure, Reached, counted},
        layout::Json,
        level::{self, ThursdayLevel},
        pairing::{self, SavedPairing, claims::SavedAlternative},
        timetable::{self, SavedEvent},
    },
    source::Place,
    timetable::{
        reason::{self as timetable_reason, Fulfilment, Reason as WhyNotHeld},
        roster::Timetable,
    },
};

/// What was found for the Thursday Action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThursdayPlan {
    /// What was reached on each level, those of the pairing first.
    pub levels: Vec<LevelResult<ThursdayLevel>>,
    /// Which unit goes to which neighbourhood.
    pub pairings: Pairings,
    /// Why these.
    pub why_paired: pairing_reason::Explanation,
    /// Why units are not with the nearest, by unit, where that was proved.
    pub claims: Option<Vec<Alternative>>,
    /// What is held where and when.
    pub timetable: Timetable,
    /// Which months are not held and which needs are met, and why.
    pub why_held: timetable_reason::Explanation,
}

impl ThursdayPlan {
    /// Which of its claims are proved; `None` where it makes none.
    pub(super) fn are_proven(&self) -> Option<Vec<bool>> {
        self.claims.as_ref().map(|claims| claims.iter().map(Alternative::is_proven).collect())
    }

    /// Whether the reasons name one more pairing or event that would make the plan better.
    pub(super) fn has_room(&self) -> bool {
        let is_free_place = |reason: &WhyUnpaired| matches!(reason, WhyUnpaired::FreePlace(_));
        let is_free_day = |reason: &WhyNotHeld| matches!(reason, WhyNotHeld::FreeDay(_));
        self.why_paired.unpaired.iter().any(|one| is_free_place(&one.reason))
            || self.why_held.not_held.iter().any(|one| is_free_day(&one.reason))
    }
}

/// The Thursday Action as written.
#[derive(Debug, Clone)]
pub struct SavedAction {
    /// Where it stands.
    pub place: Place,
    /// The levels that it says were reached.
    pub levels: Vec<LevelResult<ThursdayLevel>>,
    pub(super) pairings: Vec<SavedPairing>,
    pub(super) events: Vec<SavedEvent>,
    /// What it says of pairings that are not, where it says that.
    pub(super) claims: Option<Vec<SavedAlternative>>,
    /// What is wrong with the form of what it says in ids; of no account where the campaign has no Thursday Action.
    pub(super) faults: Vec<Diagnostic>,
    /// What is wrong with the rest, of account only where the plan is read against its own campaign.
    pub(super) other_faults: Vec<Diagnostic>,
}

impl SavedAction {
    pub(super) fn read(node: &Node) -> Self {
        let (mut walk, mut rest) = (Walk::default(), Walk::default());
        let (mut levels, mut pairings, mut events) = (Vec::new(), Vec::new(), Vec::new());
        let mut claims = None;
        let lists = THURSDAY_ACTION.iter().chain([&LEVELS, &REASONS]).map(|kind| kind.list);
        let known: Vec<&str> = lists.chain(["unbounded"]).collect();
        if let Some(fields) = walk.fields(node, "thursday_action", &known) {
            rest.required(fields, PAIRINGS.list);
            rest.required(fields, EVENTS.list);
            levels =
                rest.entries(fields, &LEVELS, |walk, entry| level::read(walk, entry, ThursdayLevel::from_id));
            claims = fields.optional(REASONS.list).map(|_| {
                rest.entries(fields, &REASONS, |walk, entry| SavedAlternative::read(walk, entry, &levels))
            });
            pairings = walk.entries(fields, &PAIRINGS, |walk, entry| Some(SavedPairing::read(walk, entry)));
            events = walk.entries(fields, &EVENTS, |walk, entry| Some(SavedEvent::read(walk, entry)));
        }
        let (faults, other_faults) = (walk.diagnostics, rest.diagnostics);
        Self { place: node.place, levels, pairings, events, claims, faults, other_faults }
    }
}

/// The Thursday Action as it stands in the file.
pub(super) fn written(domain: &Domain, plan: &ThursdayPlan) -> Json {
    let levels = plan.levels.iter().map(level::written).collect();
    let pairings = pairing::written(domain, &plan.pairings, &plan.why_paired);
    let timetable = timetable::written(domain, &plan.timetable, &plan.why_held);
    let claims = plan.claims.as_ref().map(|claims| pairing::claims::written(domain, claims));
    Json::Map([("levels", levels)].into_iter().chain(pairings).chain(timetable).collect())
        .with(REASONS.list, claims)
}

/// The figures in the order in which they are read.
pub(super) fn figures(plan: &ThursdayPlan) -> Vec<(Figure, Reached)> {
    let met = plan.why_held.needs.iter().filter(|need| matches!(need.fulfilment, Fulfilment::Met(_)));
    let mut figures = vec![
        counted(Figure::Pairings, plan.pairings.pairings.len()),
        counted(Figure::Events, plan.timetable.events.len()),
        counted(Figure::NeedsMet, met.count()),
    ];
    let levels = plan.levels.iter().filter(|result| !result.level.is_lot());
    figures.extend(levels.map(|result| (Figure::ThursdayLevel(result.level), result.into())));
    figures
}
