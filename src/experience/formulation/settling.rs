//! Columns that only count, set to what the placements of a point say.
//!
//! A run that is stopped early leaves them looser than they need be (a shortage counted where there is none): the plan
//! would be better than its levels say.

use crate::{
    domain::{people::AmbassadorIx, places::SessionIx},
    experience::formulation::{Formulation, draft::count, subject::ColumnSubject},
    lp::{Sense, value},
    solver::Solution,
};
use std::collections::BTreeSet;

impl Formulation<'_> {
    /// The same placements, counted exactly; levels only become better, and are proven where they meet their bounds.
    pub fn settled(&self, solution: &Solution) -> Solution {
        let point = self.counted(&solution.point);
        let mut levels = solution.levels.clone();
        let mut above_proven = true;
        for (result, level) in levels.iter_mut().zip(&self.program.levels) {
            let exact = value(&level.terms, &point) + i128::from(level.constant);
            let exact = i64::try_from(exact).unwrap_or(result.value);
            let is_better = match level.sense {
                Sense::Min => exact <= result.value,
                Sense::Max => exact >= result.value,
            };
            // A level that is worse than the solver says is a defect, and for the second reading to find.
            if is_better {
                result.value = exact;
            }
            // Whatever is brought down is a count or a sum of costs: never below 0.
            if level.sense == Sense::Min {
                result.bound = result.bound.max(0);
            }
            result.proven = above_proven && result.value == result.bound;
            above_proven = result.proven;
        }
        Solution { point, levels }
    }

    fn counted(&self, point: &[i64]) -> Vec<i64> {
        let placed: BTreeSet<(AmbassadorIx, SessionIx)> = self
            .columns
            .iter()
            .zip(point)
            .filter_map(|(subject, &value)| placement(*subject, value))
            .collect();
        let mut visits = vec![0; self.domain.ambassadors.len()];
        let mut visitors = vec![0; self.domain.sessions.len()];
        let mut at_post = vec![0; self.domain.posts.len()];
        for &(ambassador, session) in &placed {
            visits[ambassador.0] += 1;
            visitors[session.0] += 1;
            at_post[self.domain.session(session).post.0] += 1;
        }
        let lacking = |wanted: u32, there: usize| (i64::from(wanted) - count(there)).max(0);
        let counted = |subject: ColumnSubject| match subject {
            ColumnSubject::Placement(ambassador, session) => placed.contains(&(ambassador, session)).into(),
            ColumnSubject::Open(session) => (visitors[session.0] > 0).into(),
            ColumnSubject::Shortage(post) => lacking(self.domain.post(post).need, at_post[post.0]),
            ColumnSubject::Reached(ambassador) => (visits[ambassador.0] > 0).into(),
            ColumnSubject::Lack(ambassador) => {
                lacking(self.domain.ambassador(ambassador).days_min, visits[ambassador.0])
            }
            ColumnSubject::Both(one, other, session) => {
                (placed.contains(&(one, session)) && placed.contains(&(other, session))).into()
            }
        };
        self.columns.iter().map(|&subject| counted(subject)).collect()
    }
}

fn placement(subject: ColumnSubject, value: i64) -> Option<(AmbassadorIx, SessionIx)> {
    match subject {
        ColumnSubject::Placement(ambassador, session) if value == 1 => Some((ambassador, session)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        domain::{
            people::AmbassadorIx,
            places::PostIx,
            requests::Bond,
            rules::Priority,
            sample::{group, sample},
        },
        experience::{
            eligibility::eligible,
            formulation::{formulate, subject::ColumnSubject},
            rulebook::Rulebook,
            verification::recount,
        },
        lp::{LevelResult, check::breaches},
        solver::Solution,
    };

    #[test]
    fn counts_nothing_that_the_placements_do_not_say() {
        let mut domain = sample();
        domain.posts[0].seats_min = 2;
        domain.ambassadors[0].days_min = 1;
        domain.groups = vec![group(Bond::TogetherTry, &[0, 1])];
        domain.rules.priorities =
            vec![Priority::Coverage, Priority::Everyone, Priority::Enough, Priority::Days, Priority::Groups];
        let formulation = formulate(&domain, &eligible(&domain, Rulebook::ALL), Rulebook::ALL);
        let loose = |subject: &ColumnSubject| match *subject {
            ColumnSubject::Placement(AmbassadorIx(person), session) => {
                i64::from(person < 2 && session == domain.sessions_of(PostIx(0)).next().unwrap())
            }
            ColumnSubject::Reached(_) => 0,
            _ => 1,
        };
        let point: Vec<i64> = formulation.columns.iter().map(loose).collect();
        let unproven = |level: &crate::lp::Level| LevelResult {
            id: level.id.clone(),
            sense: level.sense,
            value: if level.sense == crate::lp::Sense::Max { 0 } else { 1 << 40 },
            bound: 2,
            proven: false,
        };
        let levels = formulation.program.levels.iter().map(unproven).collect();
        let settled = formulation.settled(&Solution { point, levels });
        assert_eq!(breaches(&formulation.program, &settled.point), []);
        let counted: Vec<(String, i64)> =
            settled.levels.iter().map(|level| (level.id.clone(), level.value)).collect();
        assert_eq!(counted, recount(&domain, &formulation.roster(&settled.point)));
        let proven: Vec<bool> = settled.levels.iter().map(|level| level.proven).collect();
        assert_eq!(proven, [true, true, false, false, false, false]);
    }
}
