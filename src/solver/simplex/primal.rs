//! The primal method: from a basis within its bounds, as long as something is worth entering.

use crate::solver::{
    relaxation::Status,
    simplex::{
        Unsolved,
        tableau::{FEASIBLE, Tableau},
    },
};

/// A pivot smaller than this is none.
const SMALLEST_PIVOT: f64 = 1e-7;
/// Steps of length 0 after which bounds are perturbed.
const PATIENCE: usize = 20;
/// How far bounds are perturbed, about.
const PERTURBATION: f64 = 1e-6;

/// Minimises; afterwards bounds are the true ones again, and basic variables may break them by what was perturbed.
///
/// # Errors
/// [`Unsolved`] where it goes on for too long, or the time is up.
pub fn minimise(tableau: &mut Tableau<'_>, may_perturb: bool) -> Result<(), Unsolved> {
    let mut weights = vec![1.0; tableau.status.len()];
    let mut idle = 0;
    let mut is_perturbed = false;
    for _ in 0..50 * (tableau.status.len() + 1_000) {
        tableau.heed_the_time()?;
        let Some(entering) = entering(tableau, &weights) else {
            if is_perturbed {
                tableau.restore_bounds();
            }
            tableau.refresh()?;
            return Ok(());
        };
        let step = advance(tableau, entering, &mut weights)?;
        idle = if step > FEASIBLE { 0 } else { idle + 1 };
        if may_perturb && !is_perturbed && idle > PATIENCE {
            perturb(tableau);
            is_perturbed = true;
        }
    }
    Err(Unsolved::Unstable)
}

/// The variable most worth entering, by the reference weights of Devex (Harris 1973).
fn entering(tableau: &Tableau<'_>, weights: &[f64]) -> Option<usize> {
    let mut best = None;
    let mut most = 0.0;
    for (variable, weight) in weights.iter().enumerate() {
        let gain = tableau.gain(variable);
        if gain > tableau.optimal && gain * gain > most * weight {
            most = gain * gain / weight;
            best = Some(variable);
        }
    }
    best
}

/// Moves a variable as far as the bounds allow; returns how far.
fn advance(tableau: &mut Tableau<'_>, entering: usize, weights: &mut [f64]) -> Result<f64, Unsolved> {
    let column = tableau.column(entering);
    let sign = if tableau.status[entering] == Status::Upper { -1.0 } else { 1.0 };
    let span = tableau.upper[entering] - tableau.lower[entering];
    let blocking = blocking(tableau, &column, sign);
    let step = blocking.map_or(f64::INFINITY, |(_, step)| step);
    if span <= step {
        if span.is_infinite() {
            return Err(Unsolved::Unstable);
        }
        step_by(tableau, entering, &column, sign * span);
        tableau.status[entering] = if sign > 0.0 { Status::Upper } else { Status::Lower };
        return Ok(span);
    }
    let Some((slot, step)) = blocking else { return Err(Unsolved::Unstable) };
    step_by(tableau, entering, &column, sign * step);
    tableau.compute_pivot_row(slot);
    reweigh(tableau, entering, column[slot], slot, weights);
    let status = if sign * column[slot] > 0.0 { Status::Lower } else { Status::Upper };
    tableau.exchange(slot, entering, &column, status)?;
    Ok(step)
}

fn step_by(tableau: &mut Tableau<'_>, entering: usize, column: &[f64], step: f64) {
    tableau.value[entering] += step;
    if step != 0.0 {
        for (slot, &coefficient) in column.iter().enumerate() {
            if coefficient != 0.0 {
                tableau.value[tableau.head[slot]] -= step * coefficient;
            }
        }
    }
}

/// The slot whose variable meets a bound first, and after which step; among those that meet it within tolerance the
/// one with the largest pivot (Harris 1973).
fn blocking(tableau: &Tableau<'_>, column: &[f64], sign: f64) -> Option<(usize, f64)> {
    let room = |slot: usize, coefficient: f64| {
        let variable = tableau.head[slot];
        if sign * coefficient > 0.0 {
            tableau.value[variable] - tableau.lower[variable]
        } else {
            tableau.upper[variable] - tableau.value[variable]
        }
    };
    let pivots = || column.iter().copied().enumerate().filter(|(_, pivot)| pivot.abs() > SMALLEST_PIVOT);
    let furthest = pivots()
        .map(|(slot, pivot)| (room(slot, pivot).max(0.0) + FEASIBLE) / pivot.abs())
        .fold(f64::INFINITY, f64::min);
    let mut best: Option<(usize, f64)> = None;
    let mut largest = 0.0;
    for (slot, pivot) in pivots() {
        let step = room(slot, pivot).max(0.0) / pivot.abs();
        if step <= furthest && pivot.abs() > largest {
            largest = pivot.abs();
            best = Some((slot, step));
        }
    }
    best
}

fn reweigh(tableau: &Tableau<'_>, entering: usize, pivot: f64, slot: usize, weights: &mut [f64]) {
    let scale = weights[entering] / (pivot * pivot);
    for &variable in &tableau.pivot_row {
        let coefficient = tableau.pivot[variable];
        weights[variable] = weights[variable].max(coefficient * coefficient * scale);
    }
    weights[tableau.head[slot]] = scale.max(1.0);
}

/// Moves the bounds of the basic variables outward, each by another amount, so that steps have a length.
fn perturb(tableau: &mut Tableau<'_>) {
    for slot in 0..tableau.head.len() {
        let variable = tableau.head[slot];
        let amount = PERTURBATION * tableau.draw();
        tableau.lower[variable] -= amount;
        let amount = PERTURBATION * tableau.draw();
        tableau.upper[variable] += amount;
    }
}
