//! What was reached apart, kept while the rest is solved together.

use crate::{
    domain::{places::NeighbourhoodIx, thursday::Pairing},
    lp::{ColumnIx, LevelResult, Objective, Relation, Sense, Terms},
    timetable::{
        formulation::{ColumnSubject, Formulation, RowSubject},
        level::Level,
    },
};
use std::collections::BTreeMap;

impl Formulation<'_> {
    /// Turns the levels above `spread` into rows that keep what each group of pairings has reached on them, so
    /// that the levels left are solved on the groups' optimal faces.
    pub fn keep(&mut self, groups: &[Vec<Pairing>], reached: &[Vec<LevelResult<Level>>]) {
        let mut group_of: BTreeMap<NeighbourhoodIx, usize> = BTreeMap::new();
        for (group, pairings) in groups.iter().enumerate() {
            group_of.extend(pairings.iter().map(|pairing| (pairing.neighbourhood, group)));
        }
        let above = reached.first().map_or(0, Vec::len);
        let levels: Vec<Level> = self.model.levels.drain(..above).collect();
        let objectives: Vec<Objective> = self.model.program.levels.drain(..above).collect();
        for (position, (level, objective)) in levels.into_iter().zip(objectives).enumerate() {
            let mut parts: BTreeMap<usize, Terms> = BTreeMap::new();
            for (column, coefficient) in objective.terms {
                let group = self.neighbourhood(column).and_then(|place| group_of.get(&place));
                if let Some(group) = group {
                    parts.entry(*group).or_default().push((column, coefficient));
                }
            }
            for (group, terms) in parts {
                let constant = self.constant(level, &groups[group], &terms);
                let right = reached[group][position].value - constant;
                let relation = match objective.sense {
                    Sense::Min => Relation::AtMost,
                    Sense::Max => Relation::AtLeast,
                };
                let subject = RowSubject::Kept(level, groups[group][0].neighbourhood);
                self.model.add_row(subject, terms, relation, right);
            }
        }
    }

    fn neighbourhood(&self, column: ColumnIx) -> Option<NeighbourhoodIx> {
        match self.model.columns[column.0] {
            ColumnSubject::Event(event) => Some(event.neighbourhood),
            ColumnSubject::Returns(place, ..)
            | ColumnSubject::Met(place, _)
            | ColumnSubject::Further(place, ..) => Some(place),
            ColumnSubject::Busiest(_) => None,
        }
    }
}
