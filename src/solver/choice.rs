//! Which column is branched on: the one whose children gain most (Achterberg, Koch, Martin 2005).
//!
//! In: a relaxed node. Out: a column, or the only child that is left of one. What a column gained when both of its
//! children were relaxed is kept; where nothing is known yet, first `open`, then indicators, then members of groups, and
//! other placements as a last resort.

use crate::solver::{
    BackendError, Halt, TOLERANCE,
    face::Face,
    propagation::propagate,
    rows::Rows,
    sifting::{self, Relaxed, Working},
    task::Task,
};

/// Columns whose children are relaxed at one node at the most.
const TRIED: usize = 6;
/// Trials granted to a search at its beginning; then one for each node.
const GRANTED: usize = 100;
/// Children seen on each side from which on a column is not tried again (reliability branching).
const RELIABLE: u32 = 1;
/// The least that a child is held to gain, so that the other one counts too.
const LEAST: f64 = 1e-3;

/// A relaxed node.
pub struct RelaxedNode<'a> {
    /// What it chooses from.
    pub face: &'a Face,
    /// A best point of its relaxation.
    pub vertex: &'a [f64],
    /// What that costs.
    pub value: f64,
    /// Only points that cost less are looked for.
    pub limit: Option<i128>,
}

impl RelaxedNode<'_> {
    /// The parts below and above the value of a column.
    #[expect(clippy::cast_possible_truncation, reason = "columns are far below 2⁵³")]
    pub fn children(&self, column: usize) -> [Face; 2] {
        let below = self.vertex[column].floor() as i64;
        let (mut lower, mut upper) = (self.face.clone(), self.face.clone());
        lower.upper[column] = below;
        upper.lower[column] = below + 1;
        [lower, upper]
    }

    /// Where the parts below and above the value of a column come from.
    pub fn branches(&self, column: usize) -> [Branch; 2] {
        let distance = self.vertex[column] - self.vertex[column].floor();
        let branch = |side, distance| Branch { column, side, distance, value: self.value };
        [branch(0, distance), branch(1, 1.0 - distance)]
    }

    /// The fractional columns, those first that decide most.
    fn candidates(&self, task: Task<'_>) -> Vec<usize> {
        let from_whole = |column: usize| (self.vertex[column] - self.vertex[column].round()).abs();
        let tier = |column: usize| task.program.columns[column].tier;
        let mut fractional: Vec<usize> = (0..self.vertex.len())
            .filter(|&column| !self.face.is_fixed(column) && from_whole(column) > TOLERANCE)
            .collect();
        fractional.sort_by(|&one, &other| {
            let tiers = tier(one).cmp(&tier(other));
            tiers.then(from_whole(other).total_cmp(&from_whole(one))).then(one.cmp(&other))
        });
        fractional
    }
}

/// What a search has learned of its columns.
#[derive(Debug, Clone)]
pub struct Pseudocosts {
    /// What a unit below and a unit above cost.
    of: Vec<[Mean; 2]>,
    /// Trials left.
    left: usize,
}

/// The mean of what was seen.
#[derive(Debug, Clone, Copy, Default)]
struct Mean {
    sum: f64,
    count: u32,
}

impl Mean {
    fn add(&mut self, seen: f64) {
        self.sum += seen;
        self.count += 1;
    }

    fn value(self) -> Option<f64> {
        (self.count > 0).then(|| self.sum / f64::from(self.count))
    }
}

/// The side of a column on which a child lies.
#[derive(Debug, Clone, Copy)]
pub struct Branch {
    /// Which column.
    pub column: usize,
    /// 0 below its value, 1 above.
    pub side: usize,
    /// How far the value was from there.
    pub distance: f64,
    /// What the node above cost.
    pub value: f64,
}

impl Pseudocosts {
    /// Nothing is known yet.
    pub fn of(columns: usize) -> Self {
        Self { of: vec![[Mean::default(); 2]; columns], left: GRANTED }
    }

    /// The same of some columns only.
    #[must_use]
    pub fn on(&self, columns: &[usize]) -> Self {
        Self { of: columns.iter().map(|&column| self.of[column]).collect(), left: self.left }
    }

    /// Takes over what was learned of some columns.
    pub fn learn_from(&mut self, inner: &Self, columns: &[usize]) {
        columns.iter().zip(&inner.of).for_each(|(&column, &gains)| self.of[column] = gains);
        self.left = inner.left;
    }

    /// A child was relaxed, and costs so much.
    pub fn learn(&mut self, branch: Branch, value: f64) {
        let gain = (value - branch.value).max(0.0);
        self.of[branch.column][branch.side].add(gain / branch.distance.max(TOLERANCE));
    }

    fn expected(&self, column: usize, distance: f64) -> Option<f64> {
        let [below, above] = self.of[column].map(Mean::value);
        Some(score([below? * distance, above? * (1.0 - distance)]))
    }

    /// Whether enough was seen on both sides to go by.
    fn is_reliable(&self, column: usize) -> bool {
        self.of[column].iter().all(|mean| mean.count >= RELIABLE)
    }
}

fn score(gains: [f64; 2]) -> f64 {
    gains[0].max(LEAST) * gains[1].max(LEAST)
}

/// How a node goes on.
pub enum Choice {
    /// Below and above the value of a column.
    Both(usize),
    /// On one side of a column only: the other one holds nothing better.
    Only(usize, Face),
}

/// Chooses the column to branch on.
///
/// # Errors
/// [`Halt`] where the time is up, from the backend, or where no column is fractional.
pub fn choose(
    task: Task<'_>,
    at: &RelaxedNode<'_>,
    rows: &mut Rows,
    working: &mut Working,
    pseudocosts: &mut Pseudocosts,
) -> Result<Choice, Halt> {
    let candidates = at.candidates(task);
    let Some(&first) = candidates.first() else {
        return Err(BackendError("a whole vertex that costs more than its prices prove".into()).into());
    };
    pseudocosts.left += 1;
    let mut best = (0.0, first);
    let mut tried = 0;
    for column in candidates {
        let distance = at.vertex[column] - at.vertex[column].floor();
        let may_try = tried < TRIED && pseudocosts.left > 0 && !task.watch.is_out_of_time();
        if may_try && !pseudocosts.is_reliable(column) {
            tried += 1;
            pseudocosts.left -= 1;
            match strong_branch(task, at, rows, working, column)? {
                Trial::Values(values) => {
                    let branches = at.branches(column).into_iter();
                    branches.zip(values).for_each(|(branch, value)| pseudocosts.learn(branch, value));
                }
                Trial::Only(child) => return Ok(Choice::Only(column, child)),
            }
        }
        if let Some(score) = pseudocosts.expected(column, distance)
            && score > best.0
        {
            best = (score, column);
        }
    }
    Ok(Choice::Both(best.1))
}

enum Trial {
    /// What the child below and the child above cost.
    Values([f64; 2]),
    /// The child that is left; the other one holds nothing better, proved.
    Only(Face),
}

/// Relaxes both children of a column.
fn strong_branch(
    task: Task<'_>,
    at: &RelaxedNode<'_>,
    rows: &mut Rows,
    working: &mut Working,
    column: usize,
) -> Result<Trial, Halt> {
    let mut values = [0.0; 2];
    let basis = working.basis.clone();
    let [below, above] = at.children(column);
    for (side, (child, other)) in [(&below, &above), (&above, &below)].into_iter().enumerate() {
        let mut child = child.clone();
        let has_points = propagate(&mut child, rows, &[column]).is_ok();
        let value = if has_points { value(task, at, rows, working, &child) } else { Ok(None) };
        working.basis.clone_from(&basis);
        match value? {
            Some(value) => values[side] = value,
            None => return Ok(Trial::Only(other.clone())),
        }
    }
    Ok(Trial::Values(values))
}

/// What a child costs; `None` where it holds nothing better.
fn value(
    task: Task<'_>,
    at: &RelaxedNode<'_>,
    rows: &mut Rows,
    working: &mut Working,
    child: &Face,
) -> Result<Option<f64>, Halt> {
    let relaxed = sifting::relax(task, child, rows, working)?;
    let Relaxed::Point(_, proof) = relaxed else { return Ok(None) };
    let is_closed = at.limit.is_some_and(|limit| proof.whole_bound() >= limit);
    Ok((!is_closed).then(|| proof.value()))
}

#[cfg(test)]
mod tests {
    use super::{Choice, Pseudocosts, RelaxedNode, choose};
    use crate::{
        lp::{ColumnIx, Objective, Program, Relation, Sense, Tier},
        solver::{
            Unwatched, backend::simplex::Simplex, costs::Costs, face::Face, rows::Rows, sifting::Working,
            task::Task,
        },
    };

    /// Two pairs of which at most three children are to be had: the second pair is dear, the first one costs nothing.
    fn chosen(tiers: [Tier; 4], vertex: &[f64], limit: Option<i128>) -> (Choice, Pseudocosts) {
        let mut program = Program::default();
        for tier in tiers {
            program.add_column(0, 1, tier);
        }
        let [a, b, c, d] = [0, 1, 2, 3].map(ColumnIx);
        program.add_row(vec![(a, 2), (b, 2)], Relation::Equal, 2);
        program.add_row(vec![(c, 2), (d, 2)], Relation::AtLeast, 3);
        let level = Objective { sense: Sense::Min, terms: vec![(c, 10), (d, 10)], constant: 0 };
        let costs = Costs::of_level(&level, 4);
        let (face, mut rows) = (Face::of(&program), Rows::of(&program));
        let mut working = Working::of(&program, 4);
        let mut pseudocosts = Pseudocosts::of(4);
        let task = Task { backend: &Simplex, program: &program, costs: &costs, watch: &Unwatched };
        let at = RelaxedNode { face: &face, vertex, value: 15.0, limit };
        let choice = choose(task, &at, &mut rows, &mut working, &mut pseudocosts).expect("a choice");
        (choice, pseudocosts)
    }

    #[test]
    fn prefers_what_gains_on_both_sides() {
        let tiers = [Tier::Ordinary; 4];
        let (choice, pseudocosts) = chosen(tiers, &[0.5, 0.5, 0.75, 0.75], None);
        assert!(matches!(choice, Choice::Both(2) | Choice::Only(2, _)), "the dear pair");
        assert!(pseudocosts.of[0][0].value().is_some(), "the other pair was tried");
    }

    #[test]
    fn keeps_only_the_half_that_can_be_better() {
        let tiers = [Tier::Ordinary, Tier::Ordinary, Tier::Open, Tier::Ordinary];
        let (choice, _) = chosen(tiers, &[0.5, 0.5, 0.75, 0.75], Some(20));
        match choice {
            Choice::Only(2, child) => assert_eq!((child.lower[2], child.upper[2]), (1, 1)),
            _ => panic!("without the third column nothing keeps the row"),
        }
    }

    #[test]
    fn begins_with_what_decides_most_where_nothing_gains() {
        let tiers = [Tier::Ordinary, Tier::Indicator, Tier::Ordinary, Tier::Ordinary];
        let (choice, _) = chosen(tiers, &[0.5, 0.5, 1.0, 1.0], None);
        assert!(matches!(choice, Choice::Both(1)));
    }
}
