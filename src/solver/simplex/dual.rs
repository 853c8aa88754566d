//! The dual method: brings a basis within its bounds.

use crate::solver::{
    relaxation::Status,
    simplex::{
        Unsolved,
        tableau::{FEASIBLE, Tableau},
    },
};

/// A pivot smaller than this is none.
const SMALLEST_PIVOT: f64 = 1e-7;

/// How far costs are shifted, in tolerances: enough to tell apart what would otherwise tie.
const SHIFT: f64 = 1e4;

/// What came of mending.
pub enum Mended {
    /// The basis stands within its bounds.
    Within,
    /// No point keeps every row: the rows added up with these prices prove it (Farkas).
    Never(Vec<f64>),
}

/// Brings every variable within its bounds; costs are shifted on the way and restored afterwards.
///
/// # Errors
/// [`Unsolved`] where it goes on for too long, or the time is up.
pub fn mend(tableau: &mut Tableau<'_>) -> Result<Mended, Unsolved> {
    let mut weights = vec![1.0; tableau.status.len()];
    shift_where_worth_entering(tableau);
    for _ in 0..50 * (tableau.status.len() + 1_000) {
        tableau.heed_the_time()?;
        let Some(slot) = leaving(tableau, &weights) else {
            tableau.restore_costs();
            tableau.refresh()?;
            return Ok(Mended::Within);
        };
        let violation = tableau.infeasibility(tableau.head[slot]);
        let multipliers = tableau.compute_pivot_row(slot);
        let Some(entering) = entering(tableau, violation) else {
            let prices = multipliers.into_iter().map(|price| price * violation.signum());
            return Ok(Mended::Never(prices.collect()));
        };
        exchange(tableau, slot, entering, &mut weights)?;
    }
    Err(Unsolved::Unstable)
}

/// Shifts the cost of whatever is worth entering to just above, so that the basis is optimal but for its bounds.
fn shift_where_worth_entering(tableau: &mut Tableau<'_>) {
    for variable in 0..tableau.status.len() {
        if tableau.status[variable] == Status::Basic {
            continue;
        }
        let least = SHIFT * tableau.optimal * tableau.draw();
        let gain = tableau.gain(variable);
        if gain > -least && tableau.lower[variable] < tableau.upper[variable] {
            let sign = if tableau.status[variable] == Status::Upper { -1.0 } else { 1.0 };
            let shift = sign * (gain + least);
            tableau.costs[variable] += shift;
            tableau.reduced[variable] += shift;
        }
    }
}

/// The slot that breaks its bounds most, by reference weights.
fn leaving(tableau: &Tableau<'_>, weights: &[f64]) -> Option<usize> {
    let mut best = None;
    let mut most = 0.0;
    for (slot, &variable) in tableau.head.iter().enumerate() {
        let violation = tableau.infeasibility(variable);
        if violation != 0.0 && violation * violation > most * weights[variable] {
            most = violation * violation / weights[variable];
            best = Some(slot);
        }
    }
    best
}

/// The variable whose reduced cost reaches 0 first, or a later one where those before can be flipped to their other
/// bounds without mending the row (the long step of Fourer 1994); those are flipped. `None` where all of them at their
/// other bounds would not mend it.
fn entering(tableau: &mut Tableau<'_>, violation: f64) -> Option<usize> {
    let sign = violation.signum();
    let mut candidates: Vec<(f64, f64, usize)> = Vec::new();
    for &variable in &tableau.pivot_row {
        let coefficient = sign * tableau.pivot[variable];
        let blocks = match tableau.status[variable] {
            Status::Lower => coefficient > SMALLEST_PIVOT,
            Status::Upper => coefficient < -SMALLEST_PIVOT,
            Status::Basic => false,
        };
        if blocks && tableau.lower[variable] < tableau.upper[variable] {
            let ratio = (-tableau.gain(variable)).max(0.0) / coefficient.abs();
            candidates.push((ratio, coefficient.abs(), variable));
        }
    }
    candidates.sort_unstable_by(|one, other| one.0.total_cmp(&other.0).then(one.2.cmp(&other.2)));
    let mut left = violation.abs();
    let passed = candidates.iter().position(|&(_, size, variable)| {
        left -= size * (tableau.upper[variable] - tableau.lower[variable]);
        left <= FEASIBLE
    })?;
    let furthest = (candidates[passed..].iter())
        .map(|&(ratio, size, _)| ratio + tableau.optimal / size)
        .fold(f64::INFINITY, f64::min);
    let chosen = (candidates[passed..].iter().take_while(|&&(ratio, ..)| ratio <= furthest))
        .fold(candidates[passed], |best, &next| if next.1 > best.1 { next } else { best });
    flip(tableau, &candidates[..passed]);
    Some(chosen.2)
}

/// Moves variables to their other bounds.
fn flip(tableau: &mut Tableau<'_>, passed: &[(f64, f64, usize)]) {
    if passed.is_empty() {
        return;
    }
    let mut change = vec![0.0; tableau.head.len()];
    for &(_, _, variable) in passed {
        let span = tableau.upper[variable] - tableau.lower[variable];
        let (status, step) = match tableau.status[variable] {
            Status::Lower => (Status::Upper, span),
            _ => (Status::Lower, -span),
        };
        tableau.status[variable] = status;
        tableau.value[variable] += step;
        tableau.add(variable, -step, &mut change);
    }
    tableau.solve(&mut change);
    for (slot, step) in change.into_iter().enumerate() {
        if step != 0.0 {
            tableau.value[tableau.head[slot]] += step;
        }
    }
}

fn exchange(
    tableau: &mut Tableau<'_>,
    slot: usize,
    entering: usize,
    weights: &mut [f64],
) -> Result<(), Unsolved> {
    let column = tableau.column(entering);
    let leaving = tableau.head[slot];
    let violation = tableau.infeasibility(leaving);
    let (status, bound) = if violation < 0.0 {
        (Status::Lower, tableau.lower[leaving])
    } else {
        (Status::Upper, tableau.upper[leaving])
    };
    let pivot = column[slot];
    let step = (tableau.value[leaving] - bound) / pivot;
    for (index, &coefficient) in column.iter().enumerate() {
        if coefficient != 0.0 {
            tableau.value[tableau.head[index]] -= step * coefficient;
        }
    }
    tableau.value[entering] += step;
    let scale = weights[leaving] / (pivot * pivot);
    for (index, &coefficient) in column.iter().enumerate() {
        if coefficient != 0.0 {
            let variable = tableau.head[index];
            weights[variable] = weights[variable].max(coefficient * coefficient * scale);
        }
    }
    weights[entering] = scale.max(1.0);
    tableau.exchange(slot, entering, &column, status)?;
    shift_back(tableau);
    Ok(())
}

/// Shifts costs so that what the tolerance let pass is not worth entering.
fn shift_back(tableau: &mut Tableau<'_>) {
    for index in 0..tableau.pivot_row.len() {
        let variable = tableau.pivot_row[index];
        let gain = tableau.gain(variable);
        if gain > 0.0 {
            let shift = if tableau.status[variable] == Status::Upper { -gain } else { gain };
            tableau.costs[variable] += shift;
            tableau.reduced[variable] += shift;
        }
    }
}
