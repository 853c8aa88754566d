//! The experience as a linear program.
//!
//! In: `Domain`, who is eligible, the rules in force. Out: [`Formulation`]: an `lp::Program` and, beside it, what each
//! column and row is about; nothing ever parses a name.
//!
//! Columns: x\[a,s\] ∈ {0,1} for each eligible pair of ambassador and session, in the order of the pairs; open\[s\] ∈
//! {0,1} where a session has a quorum or a leader; a few that count for the levels. One file per family of rows, one function per
//! rule; `levels` and `wishes` have one function per level. A row that no whole point can break is left out.

mod agreements;
pub mod ambassadors;
pub mod capacity;
mod changes;
mod draft;
mod hosts;
mod levels;
mod names;
mod organizations;
mod seats;
pub mod settling;
pub mod subject;
mod wishes;
mod words;

use crate::{
    domain::Domain,
    experience::{
        eligibility::Eligible,
        level::Level,
        roster::{Placement, Previous, Roster},
        rule::Rule,
    },
    planning::{model::Model, rules::Rulebook},
};
use draft::Draft;
use subject::{ColumnSubject, RowSubject};

/// The program and what it is about.
#[derive(Debug)]
pub struct Formulation<'a> {
    /// The campaign.
    pub domain: &'a Domain,
    /// The program, what each column decides and what each row says.
    pub model: Model<ColumnSubject, RowSubject, Level>,
}

/// States the experience for the pairs that are eligible under the rules in force.
///
/// After an earlier plan as little of it as possible is to change.
pub fn formulate<'a>(
    domain: &'a Domain,
    eligible: &Eligible,
    rulebook: Rulebook<Rule>,
    previous: Option<&Previous>,
) -> Formulation<'a> {
    let mut draft = Draft::new(domain, eligible, rulebook, previous);
    changes::settled(&mut draft);
    changes::no_more_than_lost(&mut draft);
    seats::seats(&mut draft);
    seats::quorum(&mut draft);
    seats::led(&mut draft);
    ambassadors::one_place_at_a_time(&mut draft);
    ambassadors::days_limit(&mut draft);
    ambassadors::week_limit(&mut draft);
    ambassadors::month_limit(&mut draft);
    ambassadors::rest_days(&mut draft);
    ambassadors::rest_hours(&mut draft);
    ambassadors::cliques(&mut draft);
    ambassadors::once_per_post(&mut draft);
    hosts::post_limit(&mut draft);
    hosts::unit_limit(&mut draft);
    hosts::unit_daily_limit(&mut draft);
    hosts::mentor_limit(&mut draft);
    organizations::organization_limit(&mut draft);
    ambassadors::unwished_limit(&mut draft);
    agreements::pinned(&mut draft);
    agreements::together(&mut draft);
    agreements::apart(&mut draft);
    levels::in_order(&mut draft);
    Formulation { domain, model: draft.model }
}

impl Formulation<'_> {
    /// The roster that a point of the program stands for.
    pub fn roster(&self, point: &[i64]) -> Roster {
        let chosen = self.model.columns.iter().zip(point).filter_map(|(subject, &value)| match *subject {
            ColumnSubject::Placement(ambassador, session) if value == 1 => {
                let session = self.domain.session(session);
                Some(Placement::at(*session, ambassador))
            }
            _ => None,
        });
        let mut placements: Vec<Placement> = chosen.collect();
        placements.sort_unstable();
        Roster { placements }
    }
}

#[cfg(test)]
mod tests {
    use super::{Formulation, formulate, subject::Family};
    use crate::{
        domain::{
            Domain,
            requests::Bond,
            rules::{Priority, WishPolicy},
            sample::{days, group, sample, wishes},
        },
        experience::{eligibility::eligible, level::Level, rule::Rule},
        lp::{ColumnIx, Row, RowIx, write::Names},
        planning::rules::Rulebook,
    };
    use std::collections::BTreeMap;

    fn stated(domain: &Domain) -> Formulation<'_> {
        formulate(domain, &eligible(domain, Rulebook::ALL), Rulebook::ALL, None)
    }

    /// How many rows each rule has.
    fn rows(domain: &Domain) -> BTreeMap<Rule, usize> {
        let mut counts = BTreeMap::new();
        for subject in stated(domain).model.rows {
            if let Family::Rule(rule) = subject.family {
                *counts.entry(rule).or_insert(0) += 1;
            }
        }
        counts
    }

    #[test]
    fn leaves_out_every_row_that_cannot_bind() {
        let mut domain = sample();
        for person in &mut domain.ambassadors {
            person.days_max = 9;
        }
        domain.units[0].daily_limit = Some(6);
        domain.rules.mentor_limit = Some(6);
        domain.groups = vec![group(Bond::Apart, &[0, 1])];
        domain.ambassadors[0].away = days(&[22, 23, 24]);
        let expected = BTreeMap::from([(Rule::OnePlaceAtATime, 6), (Rule::OncePerPost, 6)]);
        assert_eq!(rows(&domain), expected);
    }

    #[test]
    fn says_it_all_by_the_limit_of_whoever_has_one_day() {
        let mut domain = sample();
        domain.rules.rest_days = 1;
        for person in &mut domain.ambassadors {
            person.days_max = 1;
            person.wishes = wishes(&[0]);
        }
        assert_eq!(rows(&domain), BTreeMap::from([(Rule::DaysLimit, 3)]));
    }

    #[test]
    fn lets_rest_stand_for_one_place_a_day() {
        let mut domain = sample();
        domain.rules.rest_days = 1;
        let rows = rows(&domain);
        assert_eq!(rows.get(&Rule::RestDays), Some(&6));
        assert_eq!(rows.get(&Rule::OnePlaceAtATime), None);
    }

    #[test]
    fn lets_hours_of_rest_stand_for_one_place_at_a_time() {
        let mut domain = sample();
        domain.rules.rest_hours = 11;
        let rows = rows(&domain);
        assert_eq!(rows.get(&Rule::RestHours), Some(&9));
        assert_eq!(rows.get(&Rule::OnePlaceAtATime), None);
    }

    #[test]
    fn lowers_the_seats_of_a_session_with_a_quorum_to_who_can_come() {
        let mut domain = sample();
        domain.posts[2].seats_min = 2;
        domain.units[1].daily_limit = Some(2);
        domain.rules.priorities = vec![Priority::Days];
        let formulation = stated(&domain);
        let coefficient =
            |row: usize| formulation.model.program.rows[row].terms.last().map(|&(_, size)| size);
        assert_eq!(formulation.row(RowIx(0)), "seats(p2,2018-10-22T0900)");
        assert_eq!(coefficient(0), Some(-2));
        assert_eq!(formulation.model.program.cuts.len(), 9);
        domain.units[1].daily_limit = Some(1);
        let closed = stated(&domain);
        let shut: Vec<bool> = closed.model.program.columns.iter().map(|column| column.upper == 0).collect();
        assert_eq!(shut.iter().filter(|shut| **shut).count(), 9);
        assert!(closed.model.program.cuts.is_empty());
    }

    #[test]
    fn rounds_down_how_many_sessions_with_a_quorum_a_limit_allows() {
        let mut domain = sample();
        domain.posts[0].seats_min = 2;
        domain.posts[1].seats_min = 2;
        domain.rules.mentor_limit = Some(3);
        let formulation = stated(&domain);
        let rounded = |cut: &&Row| cut.right == 1;
        let cuts: Vec<&Row> = formulation.model.program.cuts.iter().filter(rounded).collect();
        assert_eq!(cuts.len(), 3);
        assert!(cuts.iter().all(|cut| cut.terms.len() == 2));
    }

    #[test]
    fn gives_every_level_its_place_even_without_room() {
        let mut domain = sample();
        domain.rules.priorities = vec![Priority::Groups, Priority::Days, Priority::Wishes];
        domain.rules.wishes = WishPolicy::Greedy;
        domain.ambassadors[0].wishes = wishes(&[2, 0]);
        domain.longest_wishes = 2;
        let formulation = stated(&domain);
        let model = formulation.model;
        let terms = model.program.levels.iter().map(|level| level.terms.len());
        let levels: Vec<(Level, usize)> = model.levels.into_iter().zip(terms).collect();
        let (groups, days) = (Level::Priority(Priority::Groups), Level::Priority(Priority::Days));
        assert_eq!(levels[..4], [(groups, 0), (days, 27), (Level::Wish(1), 3), (Level::Wish(2), 3)]);
        assert_eq!(levels[4].0, Level::Lot);
    }

    #[test]
    fn names_by_kind_and_position_what_other_solvers_cannot_read() {
        let mut domain = sample();
        domain.ambassadors[1].id = "周明".into();
        domain.posts[0].id = "护士".into();
        let formulation = stated(&domain);
        assert_eq!(formulation.column(ColumnIx(9)), "x(ambassador2,post1,2018-10-22T0900)");
        let of_person = |row: usize| formulation.row(RowIx(row)) == "days-limit(ambassador2)";
        let row = (0..formulation.model.rows.len()).find(|&row| of_person(row)).map(RowIx);
        assert_eq!(
            row.map(|row| formulation.comment(row)),
            Some("周明: no more days than wanted at most".into())
        );
    }
}
