//! Sifting (Bixby, Gregory, Lustig, Marsten, Shanno 1992): the relaxation over a few columns, the rest priced.
//!
//! In: a face and costs. Out: a point of the relaxation and the [`Proof`] of its bound over all columns.

use std::collections::BTreeMap;

use crate::{
    lp::{ColumnIx, Program, Relation, Row, Tier},
    solver::{
        BackendError, TOLERANCE,
        backend::{Backend, Priced, Restricted, RestrictedRow},
        face::{Costs, Face, Rows},
        proof::Proof,
    },
};

/// Columns that enter in one round from one row at the most.
const ENTERING_PER_ROW: usize = 12;

/// The columns of the restricted program, kept from level to level.
#[derive(Debug, Clone)]
pub struct Working {
    /// Whether each column is in it.
    pub contains: Vec<bool>,
    /// Disjoint families of rows, from which columns are chosen evenly.
    families: Vec<Vec<usize>>,
    /// The row of the first family that holds a column.
    home: Vec<Option<usize>>,
    /// The columns that equations tie to a column: they enter together.
    partners: BTreeMap<usize, Vec<usize>>,
}

/// Terms of a row from which on it divides the columns.
const DIVIDING: usize = 40;
/// Columns up to which nothing is sifted.
const FEW: usize = 1_500;

/// What the relaxation gave.
#[derive(Debug, Clone)]
pub enum Relaxed {
    /// A point, in floats, and a bound that is proved.
    Point(Vec<f64>, Proof),
    /// No point.
    Empty,
}

impl Working {
    /// The best columns of each row by the levels in order, and every column that is not an ordinary placement.
    pub fn of(program: &Program, per_row: usize) -> Self {
        let columns = program.columns.len();
        let families = disjoint_families(program, 4);
        let rank = lexicographic_rank(program);
        let mut contains: Vec<bool> =
            program.columns.iter().map(|column| columns <= FEW || !is_placement(column.tier)).collect();
        for &row in families.iter().flatten() {
            let mut members: Vec<usize> =
                program.rows[row].terms.iter().map(|&(column, _)| column.0).collect();
            if members.len() > per_row {
                members.select_nth_unstable_by_key(per_row, |&column| (rank[column], column));
                members.truncate(per_row);
            }
            for column in members {
                contains[column] = true;
            }
        }
        for row in &program.rows {
            let forces = row.relation == Relation::Equal || row.right < 0;
            if forces && row.right != 0 {
                row.terms.iter().for_each(|&(column, _)| contains[column.0] = true);
            }
        }
        let mut home = vec![None; columns];
        for &row in families.iter().rev().flatten() {
            program.rows[row].terms.iter().for_each(|&(column, _)| home[column.0] = Some(row));
        }
        let mut working = Self { contains, families, home, partners: partners(program) };
        for column in 0..columns {
            if working.contains[column] {
                working.take_in(column);
            }
        }
        working
    }

    fn take_in(&mut self, column: usize) {
        self.contains[column] = true;
        for &partner in self.partners.get(&column).into_iter().flatten() {
            self.contains[partner] = true;
        }
    }

    /// Takes in the columns most worth entering, evenly over the rows; says whether there was one.
    fn enter(&mut self, face: &Face, reduced: &[f64]) -> bool {
        let mut worth: Vec<usize> = (0..reduced.len())
            .filter(|&column| {
                !self.contains[column] && !face.is_fixed(column) && reduced[column] < -TOLERANCE
            })
            .collect();
        worth.sort_unstable_by(|&one, &other| reduced[one].total_cmp(&reduced[other]).then(one.cmp(&other)));
        let mut taken = vec![0_usize; self.families.iter().flatten().max().map_or(0, |last| last + 1)];
        let mut entered = false;
        for column in worth {
            if let Some(home) = self.home[column] {
                if taken[home] == ENTERING_PER_ROW {
                    continue;
                }
                taken[home] += 1;
            }
            self.take_in(column);
            entered = true;
        }
        entered
    }
}

/// Solves the relaxation of a level over a face and the active rows, and proves its bound over all columns.
///
/// # Errors
/// [`BackendError`] from the backend.
pub fn relax(
    backend: &dyn Backend,
    face: &Face,
    rows: &mut Rows,
    costs: &Costs,
    working: &mut Working,
) -> Result<Relaxed, BackendError> {
    loop {
        let restriction = Restriction::of(face, rows, costs, &working.contains);
        let Some(Priced { point, prices }) = backend.relax(&restriction.program)? else {
            if !is_regained(backend, face, rows, working)? {
                return Ok(Relaxed::Empty);
            }
            continue;
        };
        let point = restriction.expanded(face, &point);
        let prices = restriction.expanded_prices(rows, &prices);
        let cost = whole(cost_at(costs, &point));
        let proof = Proof::best(face, rows, costs, &prices, cost);
        let proven = cost.is_some_and(|cost| proof.whole_bound() == cost);
        if proven {
            return Ok(Relaxed::Point(point, proof));
        }
        let broken = rows.activate(&point);
        let entered = working.enter(face, &reduced_costs(rows, costs, &prices));
        if !broken && !entered {
            return Ok(Relaxed::Point(point, proof));
        }
    }
}

/// Takes in columns until the restricted program has a point again; `false` where none can have one.
///
/// Every row gets slack that costs 1, and the columns are priced by that cost alone. Prices with a bound above 0 prove
/// in whole numbers that no point keeps the rows without slack (Farkas).
fn is_regained(
    backend: &dyn Backend,
    face: &Face,
    rows: &Rows,
    working: &mut Working,
) -> Result<bool, BackendError> {
    let nothing = Costs::nothing(working.contains.len());
    loop {
        let mut restriction = Restriction::of(face, rows, &nothing, &working.contains);
        let placements = restriction.program.bounds.len();
        restriction.program.add_slack();
        let Some(Priced { point, prices }) = backend.relax(&restriction.program)? else {
            return Err(BackendError(format!("{}: slack in every row, and no point", backend.name())));
        };
        if point[placements..].iter().sum::<f64>() <= TOLERANCE {
            return Ok(true);
        }
        let prices = restriction.expanded_prices(rows, &prices);
        let is_proved = Proof::best(face, rows, &nothing, &prices, None).bound > 0;
        if is_proved || !working.enter(face, &reduced_costs(rows, &nothing, &prices)) {
            return Ok(false);
        }
    }
}

/// Takes in the cuts that a point breaks; says whether there was one.
pub fn add_broken_cuts(program: &Program, rows: &mut Rows, point: &[f64]) -> bool {
    let before = rows.all.len();
    program.cuts.iter().filter(|cut| cut.excess(point) > TOLERANCE).for_each(|cut| rows.add(cut.clone()));
    rows.all.len() > before
}

/// A restricted program and where its columns and rows come from.
#[derive(Debug)]
pub struct Restriction {
    /// The program for the backend.
    pub program: Restricted,
    columns: Vec<usize>,
    rows: Vec<usize>,
}

impl Restriction {
    /// The columns of `working` that are not fixed, with the rows that can still bind.
    #[expect(clippy::cast_precision_loss, reason = "validation keeps every number within 2⁵³")]
    pub fn of(face: &Face, rows: &Rows, costs: &Costs, working: &[bool]) -> Self {
        let columns: Vec<usize> =
            (0..working.len()).filter(|&column| working[column] && !face.is_fixed(column)).collect();
        let mut position = vec![usize::MAX; working.len()];
        columns.iter().enumerate().for_each(|(index, &column)| position[column] = index);
        let mut program = Restricted {
            bounds: columns
                .iter()
                .map(|&column| (face.lower[column] as f64, face.upper[column] as f64))
                .collect(),
            costs: columns.iter().map(|&column| costs.of[column] as f64).collect(),
            rows: Vec::new(),
        };
        let mut chosen = Vec::new();
        for (index, row) in rows.all.iter().enumerate() {
            if !rows.active[index] && !face.is_tight(index) {
                continue;
            }
            let relation = face.relation(index, row);
            if let Some((terms, right)) = binding(face, row, relation, &position) {
                program.rows.push(RestrictedRow { terms, relation, right: right as f64 });
                chosen.push(index);
            }
        }
        Self { program, columns, rows: chosen }
    }

    /// The point of all columns; those left out stand at their lower bound.
    #[expect(clippy::cast_precision_loss, reason = "validation keeps every number within 2⁵³")]
    pub fn expanded(&self, face: &Face, point: &[f64]) -> Vec<f64> {
        let mut full: Vec<f64> = face.lower.iter().map(|&lower| lower as f64).collect();
        self.columns.iter().zip(point).for_each(|(&column, &value)| full[column] = value);
        full
    }

    fn expanded_prices(&self, rows: &Rows, prices: &[f64]) -> Vec<f64> {
        let mut full = vec![0.0; rows.all.len()];
        self.rows.iter().zip(prices).for_each(|(&row, &price)| full[row] = price);
        full
    }
}

/// What is left of a row over the chosen columns, the others at their lower bound; `None` where it always holds.
#[expect(clippy::cast_precision_loss, reason = "coefficients are far below 2⁵³")]
fn binding(
    face: &Face,
    row: &Row,
    relation: Relation,
    position: &[usize],
) -> Option<(Vec<(usize, f64)>, i64)> {
    let mut terms = Vec::new();
    let mut right = row.right;
    let (mut least, mut greatest) = (0_i64, 0_i64);
    for &(ColumnIx(column), coefficient) in &row.terms {
        if position[column] == usize::MAX {
            right -= coefficient * face.lower[column];
            continue;
        }
        let ends = [coefficient * face.lower[column], coefficient * face.upper[column]];
        least += ends[0].min(ends[1]);
        greatest += ends[0].max(ends[1]);
        terms.push((position[column], coefficient as f64));
    }
    let redundant = match relation {
        Relation::AtMost => greatest <= right,
        Relation::AtLeast => least >= right,
        Relation::Equal => least == right && greatest == right,
    };
    (!redundant).then_some((terms, right))
}

/// What each column would add to the cost, by the prices as the backend gave them.
#[expect(clippy::cast_precision_loss, reason = "coefficients are far below 2⁵³")]
fn reduced_costs(rows: &Rows, costs: &Costs, prices: &[f64]) -> Vec<f64> {
    let mut reduced: Vec<f64> = costs.of.iter().map(|&cost| cost as f64).collect();
    for (row, &price) in rows.all.iter().zip(prices) {
        if price != 0.0 {
            for &(ColumnIx(column), coefficient) in &row.terms {
                reduced[column] -= price * coefficient as f64;
            }
        }
    }
    reduced
}

#[expect(clippy::cast_precision_loss, reason = "coefficients are far below 2⁵³")]
fn cost_at(costs: &Costs, point: &[f64]) -> f64 {
    costs.constant as f64 + costs.of.iter().zip(point).map(|(&cost, value)| cost as f64 * value).sum::<f64>()
}

/// The whole number that a cost is, within tolerance.
#[expect(clippy::cast_possible_truncation, reason = "levels are below 2⁵³")]
fn whole(cost: f64) -> Option<i128> {
    let rounded = cost.round();
    ((cost - rounded).abs() < 1e-4).then_some(rounded as i128)
}

/// Whether columns of this tier are placements: the many among which sifting chooses.
fn is_placement(tier: Tier) -> bool {
    matches!(tier, Tier::Member | Tier::Ordinary)
}

/// The columns that equations of two terms tie to each other.
fn partners(program: &Program) -> BTreeMap<usize, Vec<usize>> {
    let mut partners: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for row in program.rows.iter().filter(|row| row.relation == Relation::Equal) {
        if let [(one, _), (other, _)] = row.terms[..] {
            partners.entry(one.0).or_default().push(other.0);
            partners.entry(other.0).or_default().push(one.0);
        }
    }
    partners
}

/// Families of long rows, no two of one family sharing a column: each is a way of dividing the columns.
fn disjoint_families(program: &Program, count: usize) -> Vec<Vec<usize>> {
    let divides = |row: &Row| {
        let is_counted = |column: ColumnIx| is_placement(program.columns[column.0].tier);
        row.terms.len() >= DIVIDING && row.terms.iter().all(|&(column, sign)| sign > 0 || !is_counted(column))
    };
    let mut by_length: Vec<usize> =
        (0..program.rows.len()).filter(|&row| divides(&program.rows[row])).collect();
    by_length.sort_by_key(|&row| std::cmp::Reverse(program.rows[row].terms.len()));
    let mut used = vec![false; program.rows.len()];
    let mut families = Vec::new();
    let mut homes: Vec<Vec<usize>> = Vec::new();
    for _ in 0..count {
        let mut home = vec![usize::MAX; program.columns.len()];
        let mut family = Vec::new();
        for &row in &by_length {
            let terms = &program.rows[row].terms;
            let repeats = |homes: &Vec<usize>| {
                let first = homes[terms[0].0.0];
                first != usize::MAX
                    && program.rows[first].terms.len() < 2 * terms.len()
                    && terms.iter().filter(|&&(column, _)| homes[column.0] == first).count() * 2 > terms.len()
            };
            if !used[row]
                && terms.iter().all(|&(column, _)| home[column.0] == usize::MAX)
                && !homes.iter().any(repeats)
            {
                for &(column, _) in terms {
                    home[column.0] = row;
                }
                used[row] = true;
                family.push(row);
            }
        }
        homes.push(home);
        families.push(family);
    }
    families
}

/// The rank of each column when all are sorted by the levels in order, the best first.
fn lexicographic_rank(program: &Program) -> Vec<usize> {
    let costs: Vec<Costs> =
        program.levels.iter().map(|level| Costs::of_level(level, program.columns.len())).collect();
    let mut order: Vec<usize> = (0..program.columns.len()).collect();
    order.sort_by(|&one, &other| {
        costs
            .iter()
            .map(|costs| costs.of[one].cmp(&costs.of[other]))
            .find(|order| order.is_ne())
            .unwrap_or(one.cmp(&other))
    });
    let mut rank = vec![0; order.len()];
    order.into_iter().enumerate().for_each(|(position, column)| rank[column] = position);
    rank
}
