//! The experience as a linear program.
//!
//! In: `Domain`, who is eligible, the rules in force. Out: [`Formulation`]: an `lp::Program` and, beside it, what each
//! column and row is about; nothing ever parses a name.
//!
//! Columns: x\[a,s\] ∈ {0,1} for each eligible pair of ambassador and session, in the order of the pairs; open\[s\] ∈
//! {0,1} where a session has a quorum; a few that count for the levels. One file per family of rows, one function per
//! rule; `levels` and `wishes` have one function per level. A row that no whole point can break is left out.

mod agreements;
mod ambassadors;
pub mod capacity;
mod draft;
mod hosts;
mod levels;
mod names;
mod seats;
mod settling;
pub mod subject;
mod wishes;
mod words;

use crate::{
    domain::Domain,
    experience::{
        eligibility::Eligible,
        roster::{Placement, Roster},
        rulebook::Rulebook,
    },
    lp::Program,
};
use draft::Draft;
use subject::{ColumnSubject, RowSubject};

/// The program and what it is about.
#[derive(Debug)]
pub struct Formulation<'a> {
    domain: &'a Domain,
    /// The program.
    pub program: Program,
    /// What each column decides.
    pub columns: Vec<ColumnSubject>,
    /// What each row says.
    pub rows: Vec<RowSubject>,
}

/// States the experience for the pairs that are eligible under the rules in force.
pub fn formulate<'a>(domain: &'a Domain, eligible: &Eligible, rulebook: Rulebook) -> Formulation<'a> {
    let mut draft = Draft::new(domain, eligible, rulebook);
    seats::seats(&mut draft);
    seats::quorum(&mut draft);
    ambassadors::one_place_at_a_time(&mut draft);
    ambassadors::days_limit(&mut draft);
    ambassadors::rest_days(&mut draft);
    ambassadors::once_per_post(&mut draft);
    hosts::unit_daily_limit(&mut draft);
    hosts::mentor_limit(&mut draft);
    ambassadors::unwished_limit(&mut draft);
    agreements::pinned(&mut draft);
    agreements::together(&mut draft);
    agreements::apart(&mut draft);
    levels::in_order(&mut draft);
    draft.formulation
}

impl Formulation<'_> {
    /// The roster that a point of the program stands for.
    pub fn roster(&self, point: &[i64]) -> Roster {
        let chosen = self.columns.iter().zip(point).filter_map(|(subject, &value)| match *subject {
            ColumnSubject::Placement(ambassador, session) if value == 1 => {
                let session = self.domain.session(session);
                Some(Placement { date: session.date, post: session.post, ambassador })
            }
            _ => None,
        });
        let mut placements: Vec<Placement> = chosen.collect();
        placements.sort_unstable();
        Roster { placements }
    }
}
