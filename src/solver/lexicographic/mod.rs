//! The lexicographic solve: each level to its optimum among the points that keep the levels above.
//!
//! The relaxations of all levels are solved first, each over the optimal face of the one before: their bounds hold
//! whatever comes later. Rows, cuts and values of levels that a vertex breaks are taken in at its own level, and levels
//! are reopened only where the face became empty. When the last vertex is whole, every bound is met and everything
//! is proven without branching. Where it is not, branching finds the first level whose bound no whole point meets, and
//! its value; the relaxations go on from there.

mod points;
mod settling;

use std::time::Duration;

use crate::{
    lp::{LevelIx, Objective, Program, Sense},
    solver::{
        BackendError, LastChance, Outcome, Progress, Solution, TOLERANCE, Watch,
        backend::Backend,
        branching::rounded,
        construction::constructed,
        costs::Costs,
        counting::counted,
        cuts::{self, Rounds},
        face::Face,
        proof::Proof,
        results,
        rows::Rows,
        sifting::{self, Relaxed, Working, lexicographic_rank},
        task::Task,
        unless_stopped,
    },
};
use settling::Settled;

/// Columns of each row with which the first relaxation begins.
const FIRST_COLUMNS: usize = 4;

/// How often in a row a bound is raised by one because nothing is left at the level below.
const MOST_EMPTIED: usize = 3;

/// Solves with a given backend.
///
/// # Errors
/// [`BackendError`] from the backend.
pub fn solve_with(
    backend: &dyn Backend,
    program: &Program,
    watch: &dyn Watch,
) -> Result<Outcome, BackendError> {
    solve_beside(backend, program, &[], watch)
}

/// The same beside values that are known of the first levels: those after the first that comes out otherwise are passed over,
/// down to the levels of which nothing is known. Beside nothing all levels are solved.
///
/// # Errors
/// [`BackendError`] from the backend.
pub fn solve_beside(
    backend: &dyn Backend,
    program: &Program,
    known: &[i64],
    watch: &dyn Watch,
) -> Result<Outcome, BackendError> {
    let mut levels = program.levels.clone();
    if levels.is_empty() {
        levels.push(Objective { sense: Sense::Min, terms: Vec::new(), constant: 0 });
    }
    let ordered = |order: &[LevelIx]| -> Vec<Costs> {
        order.iter().map(|level| Costs::of_level(&levels[level.0], program.columns.len())).collect()
    };
    let order: Vec<LevelIx> =
        (0..if known.is_empty() { levels.len() } else { known.len() }).map(LevelIx).collect();
    let costs = ordered(&order);
    let (after, costs_after);
    let granted = watch.time_left();
    let last_chance = LastChance(watch);
    let (rows, rank) = (Rows::of(program), lexicographic_rank(program));
    // Where the time is limited a first point is there before it is needed.
    let first = granted.and_then(|_| constructed(program, &rows, &rank, &last_chance));
    let working = Working::ranked(program, &rank, FIRST_COLUMNS);
    let mut solve = Lexicographic {
        backend,
        program,
        watch,
        levels: levels.len(),
        order: &order,
        costs: &costs,
        known: levels.iter().zip(known).map(|(level, &value)| cost_of(level, value)).collect(),
        rows,
        working,
        steps: Vec::new(),
        rounds: Rounds::default(),
        emptied: (0, 0),
        face: Face::of(program),
        floors: Vec::new(),
        point: None,
        granted,
    };
    let mut ending = solve.run()?;
    if matches!(ending, Ending::Proven) && !known.is_empty() {
        let decisive = solve.return_to_decisive();
        after = (0..decisive).chain(known.len()..levels.len()).map(LevelIx).collect::<Vec<_>>();
        costs_after = ordered(&after);
        solve = Lexicographic { order: &after, costs: &costs_after, known: Vec::new(), ..solve };
        ending = solve.run()?;
    }
    if matches!(ending, Ending::Stopped) {
        solve.put_in_force(&Face::of(program));
        match first.or_else(|| constructed(program, &solve.rows, &rank, &last_chance)) {
            Some(first) => solve.keep(first),
            None => solve.rescue(&last_chance)?,
        }
        solve.point = solve.point.map(|point| counted(program, &solve.rows, point));
    }
    Ok(solve.outcome(&ending))
}

/// A value of a level as a cost, of which less is better.
fn cost_of(level: &Objective, value: i64) -> i128 {
    match level.sense {
        Sense::Min => i128::from(value),
        Sense::Max => -i128::from(value),
    }
}

enum Ending {
    /// The point meets the bound of every level.
    Proven,
    /// No point keeps every row.
    Contradiction,
    /// The time was up.
    Stopped,
}

/// What solving the relaxations came to.
enum Descent {
    /// Where the last one reached its bound.
    Vertex(Vec<f64>),
    /// A level whose bound no whole point meets, and it is unclear what they meet.
    Unclear,
    /// No point keeps every row; proved.
    Empty,
    /// The time was up, or the backend gave up.
    Stopped,
}

/// A level whose relaxation was solved.
struct Step {
    /// What the level chose from.
    face: Face,
    /// Where the relaxation reached its bound.
    vertex: Vec<f64>,
    /// The bound over that face.
    proof: Proof,
    /// The least cost that is still possible for a whole point.
    bound: i128,
}

struct Lexicographic<'a> {
    backend: &'a dyn Backend,
    program: &'a Program,
    watch: &'a dyn Watch,
    levels: usize,
    /// The levels that are solved, with their costs.
    order: &'a [LevelIx],
    costs: &'a [Costs],
    /// What the costs of the levels are held against; of none after the last.
    known: Vec<i128>,
    rows: Rows,
    working: Working,
    steps: Vec<Step>,
    /// The rounds of cuts at the next level.
    rounds: Rounds,
    /// The level at which nothing was left last, and how often in a row.
    emptied: (usize, usize),
    /// What the next level chooses from.
    face: Face,
    /// Bounds found otherwise than by the relaxation, for the levels up to the next one.
    floors: Vec<i128>,
    /// The best whole point known, by the levels in order.
    point: Option<Vec<i64>>,
    /// The time there was at the beginning; `None` once a first point was looked for because half of it was spent.
    granted: Option<Duration>,
}

impl<'a> Lexicographic<'a> {
    fn run(&mut self) -> Result<Ending, BackendError> {
        loop {
            let vertex = match self.descend()? {
                Descent::Vertex(vertex) => Some(vertex),
                Descent::Unclear => None,
                Descent::Empty => return Ok(Ending::Contradiction),
                Descent::Stopped => return Ok(Ending::Stopped),
            };
            let whole = vertex.and_then(|vertex| rounded(&vertex));
            if let Some(point) = whole.filter(|point| self.is_reached(point)) {
                self.point = Some(point);
                return Ok(Ending::Proven);
            }
            match self.settle()? {
                Settled::Everything => return Ok(Ending::Proven),
                Settled::Level => {}
                Settled::Nothing => return Ok(Ending::Contradiction),
                Settled::Stopped => return Ok(Ending::Stopped),
            }
        }
    }

    fn outcome(self, ending: &Ending) -> Outcome {
        match (ending, self.point) {
            (Ending::Contradiction, _) => Outcome::Contradiction,
            (_, None) => Outcome::NothingFound,
            (Ending::Proven | Ending::Stopped, Some(point)) => {
                let bounds: Vec<i128> = self.steps.iter().map(|step| step.bound).collect();
                let all = (self.program, &self.rows);
                let levels = results::of_point(all, (self.order, self.costs), &bounds, &point);
                Outcome::Solved(Solution { point, levels })
            }
        }
    }

    /// How many levels are to be solved: none after the first that is certain to come out worse than is known.
    fn last(&self) -> usize {
        let worse = self.steps.iter().zip(&self.known).position(|(step, known)| step.bound > *known);
        worse.map_or(self.costs.len(), |position| position + 1)
    }

    /// Goes back to the first level that came out otherwise than is known, where one did; says how many levels that leaves.
    fn return_to_decisive(&mut self) -> usize {
        let differs = self.steps.iter().zip(&self.known).position(|(step, known)| step.bound != *known);
        let decisive = differs.map_or(self.costs.len(), |position| position + 1);
        while self.steps.len() > decisive {
            self.reopen(None);
        }
        // What was found of the level behind says nothing of the one that comes there now.
        self.floors.truncate(decisive);
        self.emptied = (0, 0);
        decisive
    }

    /// Solves the relaxations of all levels that are left.
    fn descend(&mut self) -> Result<Descent, BackendError> {
        let mut vertex: Option<Vec<f64>> = None;
        loop {
            if self.point.is_none() && self.is_half_spent() {
                self.granted = None;
                self.rescue(self.watch)?;
            }
            if self.watch.is_out_of_time() {
                return Ok(Descent::Stopped);
            }
            let position = self.steps.len();
            if let Some(vertex) = vertex.take_if(|_| position == self.last()) {
                return Ok(Descent::Vertex(vertex));
            }
            let costs = &self.costs[position];
            let (level, levels) = (self.order[position], self.levels);
            self.watch.report(&Progress { level, levels, meaning: None });
            let Self { backend, program, watch, .. } = *self;
            let task = Task { backend, program, costs, watch };
            let relaxed = sifting::relax(task, &self.face, &mut self.rows, &mut self.working);
            let Some(relaxed) = unless_stopped(relaxed)? else { return Ok(Descent::Stopped) };
            match relaxed {
                Relaxed::Point(point, proof) => {
                    if self.takes_in_what_is_broken(&point) || self.cuts_off(&point, proof.value()) {
                        continue;
                    }
                    vertex = Some(point.clone());
                    self.enclose(point, proof);
                }
                Relaxed::Empty if position == 0 => return Ok(Descent::Empty),
                Relaxed::Empty if self.is_emptied_again(position) => return Ok(Descent::Unclear),
                Relaxed::Empty => {}
            }
        }
    }

    /// Raises the bound of the level above one at which nothing is left: no whole point meets it. Where that happens again
    /// and again, one at a time, branching raises it faster.
    fn is_emptied_again(&mut self, position: usize) -> bool {
        let Some(raised) = self.steps.last().map(|step| step.bound + 1) else { return false };
        self.emptied =
            if self.emptied.0 == position { (position, self.emptied.1 + 1) } else { (position, 1) };
        let _ = self.rows.activate_tight(self.face.tight());
        if self.emptied.1 > MOST_EMPTIED {
            let _ = self.raise(position - 1, raised, true);
            return true;
        }
        self.reopen(Some(raised));
        false
    }

    /// Narrows the face to the points that can meet the bound of the next level.
    fn enclose(&mut self, vertex: Vec<f64>, proof: Proof) {
        let position = self.steps.len();
        self.floors.resize(position + 1, i128::MIN);
        let bound = proof.whole_bound().max(self.floors[position]);
        let face = self.face.clone();
        proof.restrict(&mut self.face, bound);
        self.face.above.push(bound);
        if proof.room(bound) > 0 {
            self.face.limits.push(position);
        }
        self.rows.enforce(&self.face.above);
        self.rounds = Rounds::default();
        self.steps.push(Step { face, vertex, proof, bound });
    }

    /// Goes back to the last level that was solved; `raised` is a bound that was found for it since.
    fn reopen(&mut self, raised: Option<i128>) {
        if let Some(step) = self.steps.pop() {
            self.face = step.face;
            self.rounds = Rounds::default();
            self.rows.enforce(&self.face.above);
            self.floors.truncate(self.steps.len() + 1);
            if let (Some(raised), Some(floor)) = (raised, self.floors.last_mut()) {
                *floor = raised.max(*floor);
            }
        }
    }

    /// Takes in rows, cuts and values of levels that a vertex breaks; says whether there was one.
    fn takes_in_what_is_broken(&mut self, vertex: &[f64]) -> bool {
        let mut limits = false;
        let Face { above, limits: kept, .. } = &self.face;
        for &position in kept {
            let costs = &self.costs[position];
            if costs.at_most(above[position]).violation(vertex) > TOLERANCE {
                limits |= self.rows.add_limit(costs, &above[..=position]);
            }
        }
        let rows = self.rows.activate(vertex);
        let cuts = sifting::add_broken_cuts(self.program, &mut self.rows, vertex);
        limits || rows || cuts
    }

    /// Takes in rows that a fractional vertex breaks and no whole point of the face; says whether there was one.
    fn cuts_off(&mut self, vertex: &[f64], value: f64) -> bool {
        rounded(vertex).is_none()
            && self.rounds.go_on(value)
            && cuts::take_in(&self.face, &mut self.rows, &self.program.columns, vertex)
    }

    /// Whether a whole point keeps every row and meets the bound of every level.
    fn is_reached(&self, point: &[i64]) -> bool {
        let Some(first) = self.steps.first() else { return false };
        first.face.holds(&self.rows, point)
            && self.steps.iter().zip(self.costs).all(|(step, costs)| costs.at(point) <= step.bound)
    }

    /// Who dives or branches on a face.
    fn prepare(&mut self, face: &Face, position: usize) -> Task<'a> {
        self.put_in_force(face);
        let Self { backend, program, costs, watch, .. } = *self;
        Task { backend, program, costs: &costs[position], watch }
    }

    /// Puts in force the rows that keep the values of the levels above a face, and no others.
    fn put_in_force(&mut self, face: &Face) {
        self.rows.enforce(&face.above);
        for &position in &face.limits {
            let _ = self.rows.add_limit(&self.costs[position], &face.above[..=position]);
        }
    }

    /// Whether it is time to look for something to show.
    fn is_half_spent(&self) -> bool {
        self.granted.zip(self.watch.time_left()).is_some_and(|(granted, left)| left < granted / 2)
    }
}
