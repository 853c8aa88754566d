//! Campaigns side by side: a column each, a row for each figure, and who fares otherwise than in the first, the base.
//!
//! In: what was read and what came of solving it. Out: [`Comparison`], for a table, a page or data.

use crate::{
    diagnostic::{
        Diagnostic,
        overlay::{Changes, Overlay},
        problem::Problem,
    },
    domain::Domain,
    inquiry::{
        difference::Difference,
        moves::{Move, moves},
        side_by_side::Solved,
    },
    pipeline::Reading,
    plan::{
        Plan,
        figures::{Figure, Reached},
        outline::{Outline, attendances},
    },
    planning::outcome::Outcome,
};

/// What is compared.
#[derive(Debug)]
pub struct Candidate<'a> {
    /// The file as typed.
    pub file: String,
    /// What the campaign was varied with, as typed, such as `--set rules.rest_days=1`.
    pub options: Vec<String>,
    /// What was read.
    pub reading: &'a Reading,
    /// Whether the user asked to stop before all were solved.
    pub was_stopped: bool,
    /// What came of solving it; `None` where the campaign has errors.
    pub solved: Option<&'a Solved>,
}

/// A campaign and its plan.
#[derive(Debug, Clone, Copy)]
pub struct PlannedCampaign<'a> {
    /// The campaign.
    pub domain: &'a Domain,
    /// The plan.
    pub plan: &'a Plan,
}

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conclusion {
    /// There is a plan.
    Planned,
    /// There is a plan, but the user stopped the search for a better one.
    Interrupted,
    /// The campaign has errors; so many.
    Wrong(usize),
    /// Nothing keeps every agreement and rule; proved.
    Contradiction,
    /// Nothing was found in the time given.
    NothingFound,
    /// The user stopped it before there was a plan.
    Stopped,
    /// The program has a defect.
    Defect,
}

/// One campaign.
#[derive(Debug)]
pub struct ComparedCampaign<'a> {
    /// The file as typed.
    pub file: String,
    /// What the campaign was varied with, as typed.
    pub options: Vec<String>,
    /// How it ended.
    pub conclusion: Conclusion,
    /// Campaign and plan, where there is one.
    pub planned: Option<PlannedCampaign<'a>>,
    /// The campaign, where it is valid.
    pub domain: Option<&'a Domain>,
    /// What is changed over another file and beyond the file.
    pub changes: Vec<&'a Changes>,
    /// What falls away with entries that are removed.
    pub falls_away: Vec<&'a Diagnostic>,
    /// Who fares otherwise than in the base; empty for the base itself.
    pub moves: Vec<Move>,
    /// What the plans say otherwise; `None` for the base, and where one of the two has no plan.
    pub difference: Option<Difference>,
}

/// One figure over all campaigns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureRow {
    /// What it counts.
    pub figure: Figure,
    /// What was reached in each column; `None` where there is no plan or no such figure.
    pub reached: Vec<Option<Reached>>,
}

/// Campaigns side by side.
#[derive(Debug)]
pub struct Comparison<'a> {
    /// The base, then the others.
    pub columns: Vec<ComparedCampaign<'a>>,
    /// The figures.
    pub rows: Vec<FigureRow>,
}

impl<'a> Comparison<'a> {
    /// Compares candidates with the first of them.
    pub fn of(candidates: Vec<Candidate<'a>>) -> Self {
        let mut columns: Vec<ComparedCampaign<'a>> = candidates.into_iter().map(column).collect();
        let base = columns.first().and_then(|column| column.planned);
        for column in columns.iter_mut().skip(1) {
            if let (Some(base), Some(planned)) = (base, column.planned) {
                let sessions = |one: PlannedCampaign<'_>| attendances(one.domain, one.plan);
                column.moves = moves(&sessions(base), &sessions(planned));
                let outline = |one: PlannedCampaign<'_>| Outline::of(one.domain, one.plan);
                column.difference = Some(Difference::between(&outline(base), &outline(planned)));
            }
        }
        let rows = rows(&columns);
        Self { columns, rows }
    }
}

fn column(candidate: Candidate<'_>) -> ComparedCampaign<'_> {
    let Candidate { file, options, reading, was_stopped, solved } = candidate;
    let plan = match solved {
        Some(Ok(Outcome::Planned(plan))) => Some(plan),
        _ => None,
    };
    let conclusion = match solved {
        None => Conclusion::Wrong(reading.diagnostics.iter().filter(|one| one.is_error()).count()),
        Some(Ok(Outcome::Planned(plan))) if was_stopped && !plan.is_proven() => Conclusion::Interrupted,
        Some(Ok(Outcome::Planned(_))) => Conclusion::Planned,
        Some(Ok(Outcome::Contradiction(_))) => Conclusion::Contradiction,
        Some(Ok(Outcome::NothingFound)) if was_stopped => Conclusion::Stopped,
        Some(Ok(Outcome::NothingFound)) => Conclusion::NothingFound,
        Some(Err(_)) => Conclusion::Defect,
    };
    let planned = reading.campaign.as_ref().zip(plan);
    let falls_away =
        |found: &&Diagnostic| matches!(found.problem, Problem::Overlay(Overlay::FallsAway { .. }));
    let beyond = reading.variation.iter().map(|variation| &variation.changes);
    ComparedCampaign {
        file,
        options,
        conclusion,
        planned: planned.map(|(campaign, plan)| PlannedCampaign { domain: &campaign.domain, plan }),
        domain: reading.campaign.as_ref().map(|campaign| &campaign.domain),
        changes: reading.changes.iter().chain(beyond).collect(),
        falls_away: reading.diagnostics.iter().filter(falls_away).collect(),
        moves: Vec::new(),
        difference: None,
    }
}

/// Every figure that a column has, a figure that only later columns have behind the one that it follows there.
fn rows(columns: &[ComparedCampaign<'_>]) -> Vec<FigureRow> {
    let mut rows: Vec<FigureRow> = Vec::new();
    for (position, column) in columns.iter().enumerate() {
        let Some(PlannedCampaign { domain, plan }) = column.planned else { continue };
        let mut behind = 0;
        for (figure, reached) in plan.figures(domain) {
            let at = rows.iter().position(|row| row.figure == figure).unwrap_or_else(|| {
                rows.insert(behind, FigureRow { figure, reached: vec![None; columns.len()] });
                behind
            });
            rows[at].reached[position] = Some(reached);
            behind = at + 1;
        }
    }
    rows
}
