//! A face without its fixed columns: what branching works on once most columns are decided.
//!
//! In: a face with its rows, cuts and costs. Out: the same over the free columns alone, and the way back. Every point
//! keeps its cost and every bound its proof, since what is fixed only moves to the right sides.

use crate::{
    lp::{Column, Program, Relation, Row},
    solver::{costs::Costs, face::Face, rows::Rows, sifting::Working},
};

/// Columns up to which fixed ones are not left out.
const FEW: usize = 200;

/// Whether it is worth leaving the fixed columns out.
pub fn is_mostly_fixed(face: &Face) -> bool {
    let columns = face.lower.len();
    let free = (0..columns).filter(|&column| !face.is_fixed(column)).count();
    columns > FEW && 2 * free < columns
}

/// A face over its free columns.
pub struct Compact {
    /// Says which columns are branched on first, and which cuts there are.
    pub program: Program,
    /// The free columns between their bounds.
    pub face: Face,
    /// The rows that can still bind.
    pub rows: Rows,
    /// What is brought down; what the fixed columns cost is its constant part.
    pub costs: Costs,
    /// The columns of the restricted program.
    pub working: Working,
    /// The column behind each free one.
    pub columns: Vec<usize>,
    /// All columns at their lower bounds.
    lower: Vec<i64>,
}

impl Compact {
    /// Leaves out what is fixed.
    pub fn of(program: &Program, face: &Face, rows: &Rows, costs: &Costs, working: &Working) -> Self {
        let columns: Vec<usize> = (0..face.lower.len()).filter(|&column| !face.is_fixed(column)).collect();
        let mut position = vec![None; face.lower.len()];
        columns.iter().enumerate().for_each(|(index, &column)| position[column] = Some(index));
        let free: Vec<Column> = (columns.iter())
            .map(|&column| Column {
                lower: face.lower[column],
                upper: face.upper[column],
                tier: program.columns[column].tier,
            })
            .collect();
        let left = |row: &Row, relation: Relation| face.left_of(row, relation, &position);
        let kept: Vec<(usize, Row)> = (rows.all.iter().enumerate())
            .filter_map(|(index, row)| Some((index, left(row, face.relation(index, row))?)))
            .collect();
        let cuts = program.cuts.iter().filter_map(|cut| left(cut, cut.relation)).collect();
        let (origins, kept): (Vec<usize>, Vec<Row>) = kept.into_iter().unzip();
        let program = Program { columns: free, rows: kept, cuts, levels: Vec::new() };
        let active = origins.iter().map(|&index| rows.active[index] || face.is_tight(index)).collect();
        Self {
            face: Face::of(&program),
            rows: Rows::with(program.rows.clone(), active, columns.len()),
            costs: costs.on(&columns, &face.lower),
            working: working.on(&program, &columns, &origins),
            program,
            columns,
            lower: face.lower.clone(),
        }
    }

    /// The point of all columns behind a point of the free ones.
    pub fn expanded(&self, point: &[i64]) -> Vec<i64> {
        let mut full = self.lower.clone();
        self.columns.iter().zip(point).for_each(|(&column, &value)| full[column] = value);
        full
    }
}

#[cfg(test)]
mod tests {
    use super::{Compact, is_mostly_fixed};
    use crate::{
        lp::{ColumnIx, Objective, Program, Relation, Sense, Tier},
        solver::{costs::Costs, face::Face, rows::Rows, sifting::Working},
    };

    /// 3 x₀ + x₁ + x₂ ≤ 4, x₀ + x₁ ≥ 1, x₁ ≤ x₂; x₀ is fixed at 1.
    fn compact() -> Compact {
        let mut program = Program::default();
        program.add_column(1, 1, Tier::Ordinary);
        program.add_column(0, 1, Tier::Open);
        program.add_column(0, 1, Tier::Ordinary);
        let [x0, x1, x2] = [0, 1, 2].map(ColumnIx);
        program.add_row(vec![(x0, 3), (x1, 1), (x2, 1)], Relation::AtMost, 4);
        program.add_row(vec![(x0, 1), (x1, 1)], Relation::AtLeast, 1);
        program.add_cut(vec![(x1, 1), (x2, -1)], Relation::AtMost, 0);
        let level = Objective { sense: Sense::Max, terms: vec![(x0, 5), (x2, 2)], constant: 7 };
        let costs = Costs::of_level(&level, 3);
        let (face, rows) = (Face::of(&program), Rows::of(&program));
        Compact::of(&program, &face, &rows, &costs, &Working::of(&program, 4))
    }

    #[test]
    fn keeps_what_can_still_bind() {
        let Compact { program, columns, .. } = compact();
        assert_eq!(columns, [1, 2]);
        assert_eq!(program.columns[0].tier, Tier::Open);
        let row = |terms: &[(usize, i64)]| terms.iter().map(|&(at, size)| (ColumnIx(at), size)).collect();
        let (left, cut): (Vec<_>, Vec<_>) = (row(&[(0, 1), (1, 1)]), row(&[(0, 1), (1, -1)]));
        assert_eq!(program.rows.len(), 1);
        assert_eq!((&program.rows[0].terms, program.rows[0].right), (&left, 1));
        assert_eq!((&program.cuts[0].terms, program.cuts[0].right), (&cut, 0));
    }

    #[test]
    fn keeps_every_cost_and_finds_the_way_back() {
        let compact = compact();
        assert_eq!(compact.expanded(&[0, 1]), [1, 0, 1]);
        assert_eq!(compact.costs.at(&[0, 1]), -14);
        assert_eq!(compact.costs.at(&[1, 0]), -12);
    }

    #[test]
    fn is_worth_it_where_more_than_half_of_many_columns_are_fixed() {
        let face = |columns: usize, fixed: usize| {
            let mut program = Program::default();
            (0..columns).for_each(|column| {
                program.add_column(i64::from(column < fixed), 1, Tier::Ordinary);
            });
            Face::of(&program)
        };
        assert!(is_mostly_fixed(&face(300, 151)));
        assert!(!is_mostly_fixed(&face(300, 150)));
        assert!(!is_mostly_fixed(&face(100, 99)));
    }
}
