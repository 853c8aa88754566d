//! Levels whose bound no whole point meets: what branching proves of them, and where the relaxations go on.

use crate::solver::{
    BackendError,
    branching::{self, Branched, Start},
    lexicographic::Lexicographic,
    rins,
};

/// How often branching on a level begins again with a better point at the most.
const RESTARTS: usize = 20;

/// What settling a level came to.
pub(super) enum Settled {
    /// A whole point meets every bound.
    Everything,
    /// One level has its value; the levels after it go on.
    Level,
    /// No whole point exists.
    Nothing,
    /// The time was up.
    Stopped,
}

impl Lexicographic<'_> {
    /// Settles a level: the first whose bound no whole point meets that keeps the levels above, or at least one
    /// before it that diving cannot pass.
    ///
    /// A whole point of a level's face meets the bounds of all levels above it. So dives begin at the last level; the
    /// first that succeeds leaves only its own level to be proven by branching, and the levels after it.
    pub(super) fn settle(&mut self) -> Result<Settled, BackendError> {
        let (mut position, mut known) = self.deepest_dive()?;
        while position < self.steps.len() {
            if let Some(point) = known.take_if(|point| self.meets(position, point)) {
                position += 1;
                known = self.passed_on(position, point)?;
                continue;
            }
            let Branched { point, bound, is_closed } = self.branch(position, known.take())?;
            let Some(point) = point else {
                return Ok(if is_closed { Settled::Nothing } else { Settled::Stopped });
            };
            self.keep(point.clone());
            if !self.meets(position, &point) {
                return Ok(self.raise(position, bound, is_closed));
            }
            known = Some(point);
        }
        let is_last = self.steps.len() == self.last();
        Ok(if is_last { Settled::Everything } else { Settled::Level })
    }

    /// Goes back to a level with the bound that branching proved for it.
    pub(super) fn raise(&mut self, position: usize, bound: i128, is_closed: bool) -> Settled {
        while self.steps.len() > position + 1 {
            self.reopen(None);
        }
        let Some(step) = self.steps.pop() else { return Settled::Nothing };
        self.face = step.face;
        self.rows.enforce(&self.face.above);
        self.floors.truncate(position + 1);
        self.floors[position] = bound.max(self.floors[position]);
        self.enclose(step.vertex, step.proof);
        match is_closed {
            false => Settled::Stopped,
            true if self.steps.len() == self.last() => Settled::Everything,
            true => Settled::Level,
        }
    }

    /// Finds the best point of a level's face.
    fn branch(&mut self, position: usize, known: Option<Vec<i64>>) -> Result<Branched, BackendError> {
        let face = self.steps[position].face.clone();
        let task = self.prepare(&face, position);
        let mut known = known;
        let mut restarts = RESTARTS;
        loop {
            if let Some(point) = known.take() {
                known = Some(rins::improved(task, &face, &mut self.rows, &mut self.working, point)?);
            }
            let cost = known.as_ref().map(|known| task.costs.at(known));
            let start = Start { known, is_over_at_better: restarts > 0 };
            let found = branching::branch(task, &face, &mut self.rows, &mut self.working, start)?;
            let is_better = found.point.as_ref().map(|point| task.costs.at(point)) != cost;
            if found.is_closed || !is_better || restarts == 0 || self.watch.is_out_of_time() {
                return Ok(found);
            }
            known = found.point;
            restarts -= 1;
        }
    }
}
