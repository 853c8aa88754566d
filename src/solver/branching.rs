//! Branching, where the relaxation is fractional.
//!
//! In: a face and costs. Out: the best whole point, and a bound that is proved in whole numbers: every node is
//! relaxed by sifting over all columns, and is closed only by a [`Proof`](super::proof::Proof), by bounds that follow
//! in whole numbers, or by a point. Once most columns are fixed, a node is searched over the others alone.

use crate::solver::{
    BackendError, Halt, TOLERANCE,
    choice::{self, Branch, Choice, Pseudocosts, RelaxedNode},
    compaction::{Compact, is_mostly_fixed},
    cuts::{self, Rounds},
    face::Face,
    propagation::propagate,
    rows::Rows,
    sifting::{self, Relaxed, Working},
    task::Task,
    unless_stopped,
};

/// What branching found.
#[derive(Debug, Clone)]
pub struct Branched {
    /// The best whole point, where one was found.
    pub point: Option<Vec<i64>>,
    /// No whole point of the face costs less.
    pub bound: i128,
    /// Whether nothing is left open: the point is the best, or there is none.
    pub is_closed: bool,
}

/// From where branching begins.
#[derive(Debug, Clone)]
pub struct Start {
    /// A whole point of the face, where one is known.
    pub known: Option<Vec<i64>>,
    /// Whether it ends with the first point that is better: at the root that one decides more than below.
    pub is_over_at_better: bool,
}

/// Finds the best whole point of a face, or a better one than is known.
///
/// # Errors
/// [`BackendError`] from the backend.
pub fn branch(
    task: Task<'_>,
    face: &Face,
    rows: &mut Rows,
    working: &mut Working,
    start: Start,
) -> Result<Branched, BackendError> {
    let Start { known, is_over_at_better } = start;
    let cost = known.as_ref().map(|known| task.costs.at(known));
    let limits = Limits { cost, nodes: usize::MAX, is_over_at_better };
    let Found { better, left } = search(task, face, rows, working, limits)?;
    let best = better.or(known);
    let found = best.as_ref().map(|best| task.costs.at(best));
    let bound = left.into_iter().chain(found).min().unwrap_or_else(|| face.trivial_bound(task.costs));
    let is_closed = left.is_none_or(|left| found.is_some_and(|found| left >= found));
    Ok(Branched { point: best, bound, is_closed })
}

/// What a search came to.
pub struct Found {
    /// The best point below the limit, where one was found.
    pub better: Option<Vec<i64>>,
    /// The least bound of what was not searched when it ended; `None` where nothing was left.
    pub left: Option<i128>,
}

/// How far a search goes.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Only points that cost less are looked for.
    pub cost: Option<i128>,
    /// How many nodes are explored at the most.
    pub nodes: usize,
    /// Whether the first such point ends the search.
    pub is_over_at_better: bool,
}

/// Searches a face for its best point within limits.
///
/// # Errors
/// [`BackendError`] from the backend.
pub fn search(
    task: Task<'_>,
    face: &Face,
    rows: &mut Rows,
    working: &mut Working,
    limits: Limits,
) -> Result<Found, BackendError> {
    let root = Node::root(face.clone(), face.trivial_bound(task.costs));
    let pseudocosts = Pseudocosts::of(face.lower.len());
    Search { task, rows, working, pseudocosts, limits }.run(root)
}

/// A part of the face that may still hold a better point.
struct Node {
    face: Face,
    /// No whole point of it costs less.
    bound: i128,
    /// On which side of a column of the node above it lies; `None` where nothing was decided yet.
    branch: Option<Branch>,
    /// Whether cuts are sought for it.
    is_root: bool,
}

impl Node {
    fn root(face: Face, bound: i128) -> Self {
        Self { face, bound, branch: None, is_root: true }
    }

    /// What is left of a node of which a part was searched.
    fn left(face: Face, bound: i128) -> Self {
        Self { face, bound, branch: None, is_root: false }
    }
}

enum Explored {
    /// No better point is there; proved.
    Closed,
    /// The best point of the node, better than the limit.
    Point(Vec<i64>),
    /// The parts that may hold a better point, the most promising one last.
    Parts(Vec<Node>),
}

struct Search<'a> {
    task: Task<'a>,
    rows: &'a mut Rows,
    working: &'a mut Working,
    pseudocosts: Pseudocosts,
    /// How far it may still go.
    limits: Limits,
}

impl Search<'_> {
    fn run(&mut self, root: Node) -> Result<Found, BackendError> {
        let mut better = None;
        let mut open = vec![root];
        let mut unexplored = None;
        let mut goes_down = true;
        while let Some(node) = next(&mut open, goes_down) {
            if self.is_closed_by(node.bound) {
                continue;
            }
            if self.limits.nodes == 0
                || self.task.watch.is_out_of_time()
                || self.limits.is_over_at_better && better.is_some()
            {
                open.push(node);
                break;
            }
            let before = open.len();
            let found = if is_mostly_fixed(&node.face) {
                let Found { better, left } = self.run_compact(&node)?;
                open.extend(left.map(|bound| Node::left(node.face, bound)));
                better
            } else {
                let bound = node.bound;
                match unless_stopped(self.explore(node))? {
                    None => {
                        unexplored = Some(bound);
                        break;
                    }
                    Some(Explored::Closed) => None,
                    Some(Explored::Point(point)) => Some(point),
                    Some(Explored::Parts(parts)) => {
                        open.extend(parts);
                        None
                    }
                }
            };
            goes_down = open.len() > before;
            if let Some(point) = found {
                self.limits.cost = Some(self.task.costs.at(&point));
                better = Some(point);
            }
        }
        Ok(Found { better, left: open.iter().map(|node| node.bound).chain(unexplored).min() })
    }

    /// Searches a node over its free columns alone.
    fn run_compact(&mut self, node: &Node) -> Result<Found, BackendError> {
        let Task { program, costs, .. } = self.task;
        let mut compact = Compact::of(program, &node.face, self.rows, costs, self.working);
        let mut inner = Search {
            task: Task { program: &compact.program, costs: &compact.costs, ..self.task },
            rows: &mut compact.rows,
            working: &mut compact.working,
            pseudocosts: self.pseudocosts.on(&compact.columns),
            limits: self.limits,
        };
        let Found { better, left } = inner.run(Node::root(compact.face.clone(), node.bound))?;
        self.limits.nodes = inner.limits.nodes;
        self.pseudocosts.learn_from(&inner.pseudocosts, &compact.columns);
        Ok(Found { better: better.map(|point| compact.expanded(&point)), left })
    }

    /// Relaxes a node, taking in what its vertex breaks, and divides it where that is fractional.
    fn explore(&mut self, node: Node) -> Result<Explored, Halt> {
        let Node { mut face, mut branch, is_root, .. } = node;
        let mut rounds = Rounds::default();
        let Task { program, costs, .. } = self.task;
        self.limits.nodes -= 1;
        loop {
            let Relaxed::Point(vertex, proof) = sifting::relax(self.task, &face, self.rows, self.working)?
            else {
                return Ok(Explored::Closed);
            };
            if let Some(branch) = branch.take() {
                self.pseudocosts.learn(branch, proof.value());
            }
            let bound = proof.whole_bound();
            if self.is_closed_by(bound) {
                return Ok(Explored::Closed);
            }
            if self.rows.activate(&vertex) | sifting::add_broken_cuts(program, self.rows, &vertex) {
                continue;
            }
            let whole = rounded(&vertex).filter(|point| face.holds(self.rows, point));
            if let Some(point) = whole.filter(|point| costs.at(point) <= bound) {
                return Ok(Explored::Point(point));
            }
            if is_root
                && rounds.go_on(proof.value())
                && cuts::take_in(&face, self.rows, &program.columns, &vertex)
            {
                continue;
            }
            if let Some(limit) = self.limits.cost {
                proof.restrict(&mut face, limit - 1);
            }
            let parts = if is_mostly_fixed(&face) || !face.contains(&vertex) {
                vec![Node::left(face, bound)]
            } else {
                let (value, limit) = (proof.value(), self.limits.cost);
                self.divide(&RelaxedNode { face: &face, vertex: &vertex, value, limit }, bound)?
            };
            return Ok(Explored::Parts(parts));
        }
    }

    /// The parts of a node below and above the value of a column, the more promising one last.
    fn divide(&mut self, at: &RelaxedNode<'_>, bound: i128) -> Result<Vec<Node>, Halt> {
        let Self { task, rows, working, pseudocosts, .. } = self;
        let (column, mut children) = match choice::choose(*task, at, rows, working, pseudocosts)? {
            Choice::Only(column, child) => (column, vec![(child, None)]),
            Choice::Both(column) => {
                let [below, above] = at.branches(column).map(Some);
                let [lower, upper] = at.children(column);
                (column, vec![(lower, below), (upper, above)])
            }
        };
        if at.vertex[column] - at.vertex[column].floor() < 0.5 {
            children.reverse();
        }
        let propagated = |(mut face, branch): (Face, Option<Branch>)| {
            let is_left = propagate(&mut face, self.rows, &[column]).is_ok();
            is_left.then_some(Node { face, bound, branch, is_root: false })
        };
        Ok(children.into_iter().filter_map(propagated).collect())
    }

    fn is_closed_by(&self, bound: i128) -> bool {
        self.limits.cost.is_some_and(|limit| bound >= limit)
    }
}

/// Faces of open nodes, in columns, beyond which the last node is the next: there is memory for so many.
const MOST_OPEN: usize = 20_000_000;

/// The node to be explored next: while the search goes down the most promising child, then the one with the least bound.
fn next(open: &mut Vec<Node>, goes_down: bool) -> Option<Node> {
    let columns = open.last()?.face.lower.len();
    if goes_down || open.len() * columns > MOST_OPEN {
        return open.pop();
    }
    // Of several the last: it lies deepest.
    let least = (0..open.len()).rev().min_by_key(|&position| open[position].bound)?;
    Some(open.swap_remove(least))
}

/// The whole point that a float point is, within tolerance.
#[expect(clippy::cast_possible_truncation, reason = "columns are far below 2⁵³")]
pub fn rounded(point: &[f64]) -> Option<Vec<i64>> {
    point
        .iter()
        .map(|&value| {
            let whole = value.round();
            ((value - whole).abs() <= TOLERANCE).then_some(whole as i64)
        })
        .collect()
}
