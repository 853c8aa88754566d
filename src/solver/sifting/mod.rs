//! Sifting (Bixby, Gregory, Lustig, Marsten, Shanno 1992): the relaxation over a few columns, the rest priced.
//!
//! In: a face and costs. Out: a point of the relaxation and the [`Proof`] of its bound over all columns.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::{
    lp::{ColumnIx, Program, Relation, Row, Tier},
    solver::{
        BackendError, Halt, TOLERANCE,
        backend::Backend,
        costs::Costs,
        face::Face,
        proof::Proof,
        relaxation::{Basis, Priced, Relaxation},
        restriction::Restriction,
        rows::Rows,
        task::Task,
    },
};

/// Columns that enter in the first round from one row at the most; in each further round twice as many.
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
    /// The last basis, of all columns and rows: from where the next relaxation starts.
    pub basis: Basis,
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
        Self::ranked(program, &lexicographic_rank(program), per_row)
    }

    /// The same where the columns are ranked already.
    pub fn ranked(program: &Program, rank: &[usize], per_row: usize) -> Self {
        let columns = program.columns.len();
        let families = disjoint_families(program, 4);
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
        Self::containing(contains, families, program)
    }

    fn containing(contains: Vec<bool>, families: Vec<Vec<usize>>, program: &Program) -> Self {
        let mut home = vec![None; contains.len()];
        for &row in families.iter().rev().flatten() {
            program.rows[row].terms.iter().for_each(|&(column, _)| home[column.0] = Some(row));
        }
        let mut working =
            Self { contains, families, home, partners: partners(program), basis: Basis::default() };
        for column in 0..working.contains.len() {
            if working.contains[column] {
                working.take_in(column);
            }
        }
        working
    }

    /// The same for a program of some columns and rows only.
    #[must_use]
    pub fn on(&self, program: &Program, columns: &[usize], rows: &[usize]) -> Self {
        let contains = columns.iter().map(|&column| columns.len() <= FEW || self.contains[column]).collect();
        let mut working = Self::containing(contains, disjoint_families(program, 4), program);
        working.basis = self.basis.on(columns, rows);
        working
    }

    fn take_in(&mut self, column: usize) {
        self.contains[column] = true;
        for &partner in self.partners.get(&column).into_iter().flatten() {
            self.contains[partner] = true;
        }
    }

    /// Takes in the columns most worth entering, so many of each row; says whether there was one.
    fn enter(&mut self, face: &Face, reduced: &[f64], per_row: usize) -> bool {
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
                if taken[home] == per_row {
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
/// [`Halt`] where the time is up, or from the backend.
pub fn relax(task: Task<'_>, face: &Face, rows: &mut Rows, working: &mut Working) -> Result<Relaxed, Halt> {
    let Task { backend, costs, watch, .. } = task;
    let mut is_afresh = false;
    let mut per_row = ENTERING_PER_ROW;
    loop {
        if watch.is_out_of_time() {
            return Err(Halt::Stopped);
        }
        let restriction = Restriction::of(face, rows, costs, &working.contains);
        let Priced { point, prices } = match restriction.solve(backend, &mut working.basis, watch)? {
            Relaxation::Optimal(priced) => priced,
            Relaxation::Empty(prices) => {
                let prices = prices.map(|prices| restriction.expanded_prices(rows, &prices));
                match regain(task, face, rows, working, prices)? {
                    Regained::Never => return Ok(Relaxed::Empty),
                    Regained::Columns => continue,
                    // Two answers that differ by a rounding error: once more, from nothing.
                    Regained::Tolerance if !is_afresh => {
                        is_afresh = true;
                        working.basis = Basis::default();
                        continue;
                    }
                    Regained::Tolerance => return Err(unproven(backend).into()),
                }
            }
        };
        let point = restriction.expanded(face, &point);
        if rows.activate(&point) {
            continue;
        }
        let prices = restriction.expanded_prices(rows, &prices);
        let cost = whole(cost_at(costs, &point));
        let proof = Proof::best(face, rows, costs, &prices, cost);
        let proven = cost.is_some_and(|cost| proof.whole_bound() == cost);
        if proven {
            return Ok(Relaxed::Point(point, proof));
        }
        if !working.enter(face, &reduced_costs(rows, costs, &prices), per_row) {
            return Ok(Relaxed::Point(point, proof));
        }
        per_row *= 2;
    }
}

/// What can be done about a restricted program without a point.
enum Regained {
    /// Columns entered that may give it one.
    Columns,
    /// None of its rows is missed by more than the tolerance.
    Tolerance,
    /// No columns give it one; proved.
    Never,
}

/// Takes in columns that may give the restricted program a point again.
///
/// Prices with a bound above 0 on a cost of nothing prove in whole numbers that no point keeps the rows (Farkas);
/// where they do not, the columns that break them enter. A backend without such prices, or with poor ones, is asked for
/// the least slack that every row needs: its prices are of the same kind.
fn regain(
    task: Task<'_>,
    face: &Face,
    rows: &Rows,
    working: &mut Working,
    prices: Option<Vec<f64>>,
) -> Result<Regained, Halt> {
    let Task { backend, watch, .. } = task;
    let nothing = Costs::nothing(working.contains.len());
    let is_proof = |prices: &[f64]| Proof::best(face, rows, &nothing, prices, None).bound > 0;
    if let Some(prices) = prices {
        if is_proof(&prices) {
            return Ok(Regained::Never);
        }
        if working.enter(face, &reduced_costs(rows, &nothing, &prices), ENTERING_PER_ROW) {
            return Ok(Regained::Columns);
        }
    }
    let mut entered = false;
    let mut per_row = ENTERING_PER_ROW;
    loop {
        let mut restriction = Restriction::of(face, rows, &nothing, &working.contains);
        let placements = restriction.program.bounds.len();
        restriction.program.add_slack();
        let mut basis = restriction.basis(&working.basis);
        let answer = backend.relax(&restriction.program, &mut basis, watch)?;
        let Relaxation::Optimal(Priced { point, prices }) = answer else {
            let trouble = format!("{}: slack in every row, and no point", backend.name());
            return Err(BackendError(trouble).into());
        };
        if point[placements..].iter().sum::<f64>() <= TOLERANCE {
            return Ok(if entered { Regained::Columns } else { Regained::Tolerance });
        }
        let prices = restriction.expanded_prices(rows, &prices);
        if is_proof(&prices) {
            return Ok(Regained::Never);
        }
        if !working.enter(face, &reduced_costs(rows, &nothing, &prices), per_row) {
            return Err(unproven(backend).into());
        }
        per_row *= 2;
        entered = true;
    }
}

fn unproven(backend: &dyn Backend) -> BackendError {
    BackendError(format!("{}: no point, and no proof that there is none", backend.name()))
}

/// Takes in the cuts that a point breaks; says whether there was one.
pub fn add_broken_cuts(program: &Program, rows: &mut Rows, point: &[f64]) -> bool {
    let before = rows.all.len();
    program.cuts.iter().filter(|cut| cut.violation(point) > TOLERANCE).for_each(|cut| rows.add(cut.clone()));
    rows.all.len() > before
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
pub fn lexicographic_rank(program: &Program) -> Vec<usize> {
    let costs: Vec<Costs> =
        program.levels.iter().map(|level| Costs::of_level(level, program.columns.len())).collect();
    let mut order: Vec<usize> = (0..program.columns.len()).collect();
    order.sort_unstable_by(|&one, &other| {
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
