//! The whole points of a lexicographic solve: where dives find them, and which is kept.

use crate::solver::{BackendError, Watch, diving, lexicographic::Lexicographic, task::Task};

impl<'a> Lexicographic<'a> {
    /// The last level on whose face a dive finds a whole point, and that point. Levels whose bounds the best point
    /// known meets are passed over: that point lies on the face of the level after them.
    pub(super) fn deepest_dive(&mut self) -> Result<(usize, Option<Vec<i64>>), BackendError> {
        let reached = self.reached();
        for position in (reached..self.steps.len()).rev() {
            if position == reached
                && let Some(point) = self.point.clone()
            {
                return Ok((reached, Some(self.better_of_dive(reached, point)?)));
            }
            if let Some(point) = self.dive(position)? {
                self.keep(point.clone());
                return Ok((position, Some(point)));
            }
        }
        Ok((reached, self.point.clone()))
    }

    /// A point that meets the bounds of all levels above a position, where there is a level to improve it for.
    pub(super) fn passed_on(
        &mut self,
        position: usize,
        point: Vec<i64>,
    ) -> Result<Option<Vec<i64>>, BackendError> {
        if position == self.steps.len() {
            return Ok(None);
        }
        self.better_of_dive(position, point).map(Some)
    }

    /// A point of a level's face, or a cheaper one that a dive finds.
    fn better_of_dive(&mut self, position: usize, point: Vec<i64>) -> Result<Vec<i64>, BackendError> {
        if self.meets(position, &point) {
            return Ok(point);
        }
        let found = self.dive(position)?;
        let costs = &self.costs[position];
        Ok(match found.filter(|found| costs.at(found) < costs.at(&point)) {
            Some(found) => {
                self.keep(found.clone());
                found
            }
            None => point,
        })
    }

    /// Whether a point meets the bound of a level.
    pub(super) fn meets(&self, position: usize, point: &[i64]) -> bool {
        self.costs[position].at(point) <= self.steps[position].bound
    }

    /// How many levels, from the first, have a bound that the best point known meets.
    fn reached(&self) -> usize {
        let Some(point) = &self.point else { return 0 };
        (0..self.steps.len()).take_while(|&position| self.meets(position, point)).count()
    }

    /// Looks for any whole point, so that there is something to show when the time is up. The fewer levels are above,
    /// the surer is the dive.
    pub(super) fn rescue(&mut self, watch: &'a dyn Watch) -> Result<(), BackendError> {
        let mut position = self.steps.len().saturating_sub(1);
        while self.point.is_none() {
            let face = self.steps.get(position).map_or(&self.face, |step| &step.face).clone();
            let task = Task { watch, ..self.prepare(&face, position) };
            self.point = diving::dive(task, &face, &mut self.rows, &mut self.working)?;
            if position == 0 {
                break;
            }
            position /= 2;
        }
        let face = self.face.clone();
        self.put_in_force(&face);
        Ok(())
    }

    /// Looks for a whole point of a level's face.
    fn dive(&mut self, position: usize) -> Result<Option<Vec<i64>>, BackendError> {
        let face = self.steps[position].face.clone();
        let task = self.prepare(&face, position);
        diving::dive(task, &face, &mut self.rows, &mut self.working)
    }

    /// Keeps a whole point where it is better than the one known.
    pub(super) fn keep(&mut self, point: Vec<i64>) {
        let values =
            |point: &Vec<i64>| -> Vec<i128> { self.costs.iter().map(|costs| costs.at(point)).collect() };
        if self.point.as_ref().is_none_or(|known| values(&point) < values(known)) {
            self.point = Some(point);
        }
    }
}
