//! Branching, where the relaxation is fractional.
//!
//! In: a face and costs. Out: the best whole point, and a bound that is proved in whole numbers: every node is
//! relaxed by sifting over all columns, and is closed only by a [`Proof`](super::proof::Proof), by bounds that follow
//! in whole numbers, or by a point. Once most columns are fixed, a node is searched over the others alone.

use crate::solver::{
    BackendError, Halt, TOLERANCE,
    choice::{self, Choice, Pseudocosts, RelaxedNode},
    compaction::{Compact, is_mostly_fixed},
    face::{Face, Rows},
    propagation::propagate,
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

/// Finds the best whole point of a face; `known` is one to begin with.
///
/// # Errors
/// [`BackendError`] from the backend.
pub fn branch(
    task: Task<'_>,
    face: &Face,
    rows: &mut Rows,
    working: &mut Working,
    known: Option<Vec<i64>>,
) -> Result<Branched, BackendError> {
    let cost = known.as_ref().map(|known| task.costs.at(known));
    let Found { better, left } = search(task, face, rows, working, Limits { cost, nodes: usize::MAX })?;
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
    let Limits { cost: limit, nodes } = limits;
    let root = Node { face: face.clone(), bound: face.trivial_bound(task.costs) };
    let pseudocosts = Pseudocosts::of(face.lower.len());
    Search { task, rows, working, pseudocosts, limit, nodes }.run(root)
}

/// A part of the face that may still hold a better point.
struct Node {
    face: Face,
    /// No whole point of it costs less.
    bound: i128,
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
    /// Only points that cost less are looked for.
    limit: Option<i128>,
    /// How many nodes may still be explored.
    nodes: usize,
}

impl Search<'_> {
    fn run(&mut self, root: Node) -> Result<Found, BackendError> {
        let mut better = None;
        let mut open = vec![root];
        let mut unexplored = None;
        while let Some(node) = open.pop() {
            if self.is_closed_by(node.bound) {
                continue;
            }
            if self.nodes == 0 || self.task.watch.is_out_of_time() {
                open.push(node);
                break;
            }
            let found = if is_mostly_fixed(&node.face) {
                let Found { better, left } = self.run_compact(&node)?;
                open.extend(left.map(|bound| Node { face: node.face, bound }));
                better
            } else {
                match unless_stopped(self.explore(node.face))? {
                    None => {
                        unexplored = Some(node.bound);
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
            if let Some(point) = found {
                self.limit = Some(self.task.costs.at(&point));
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
            limit: self.limit,
            nodes: self.nodes,
        };
        let root = Node { face: compact.face.clone(), bound: node.bound };
        let Found { better, left } = inner.run(root)?;
        self.nodes = inner.nodes;
        self.pseudocosts.learn_from(&inner.pseudocosts, &compact.columns);
        Ok(Found { better: better.map(|point| compact.expanded(&point)), left })
    }

    /// Relaxes a node, taking in what its vertex breaks, and divides it where that is fractional.
    fn explore(&mut self, mut face: Face) -> Result<Explored, Halt> {
        let Task { program, costs, .. } = self.task;
        self.nodes -= 1;
        loop {
            let Relaxed::Point(vertex, proof) = sifting::relax(self.task, &face, self.rows, self.working)?
            else {
                return Ok(Explored::Closed);
            };
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
            if let Some(limit) = self.limit {
                proof.restrict(&mut face, limit - 1);
            }
            let parts = if is_mostly_fixed(&face) || !face.contains(&vertex) {
                vec![face]
            } else {
                let (value, limit) = (proof.value(), self.limit);
                self.divide(&RelaxedNode { face: &face, vertex: &vertex, value, limit })?
            };
            return Ok(Explored::Parts(parts.into_iter().map(|face| Node { face, bound }).collect()));
        }
    }

    /// The parts of a face below and above the value of a column, the more promising one last.
    fn divide(&mut self, at: &RelaxedNode<'_>) -> Result<Vec<Face>, Halt> {
        let Self { task, rows, working, pseudocosts, .. } = self;
        let (column, mut children) = match choice::choose(*task, at, rows, working, pseudocosts)? {
            Choice::Only(column, child) => (column, vec![child]),
            Choice::Both(column) => (column, at.children(column).into()),
        };
        if at.vertex[column] - at.vertex[column].floor() < 0.5 {
            children.reverse();
        }
        Ok(children
            .into_iter()
            .filter_map(|mut child| propagate(&mut child, self.rows, &[column]).ok().map(|()| child))
            .collect())
    }

    fn is_closed_by(&self, bound: i128) -> bool {
        self.limit.is_some_and(|limit| bound >= limit)
    }
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
