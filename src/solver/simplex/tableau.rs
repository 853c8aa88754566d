//! The state between two exchanges: who is basic, where everything stands, and what entering would bring.
//!
//! Row `i` reads `aᵢ x − rᵢ = 0` with a *logical* variable `rᵢ` between the row's sides, so all right sides are 0.
//! Variables are the columns, then the logicals.

use crate::{
    lp::Relation,
    solver::{
        Watch,
        relaxation::{Basis, Restricted, Status},
        simplex::{
            Unsolved,
            factor::Factor,
            transposed::{Entry, Transposed},
        },
    },
};

/// How far outside of its bounds a variable may stand.
pub const FEASIBLE: f64 = 1e-7;
/// Exchanges after which the basis is factorised anew.
const REFACTOR: usize = 100;

/// A basis with everything that follows from it.
pub struct Tableau<'a> {
    program: &'a Restricted,
    watch: &'a dyn Watch,
    /// The rows of each column with their coefficients.
    columns: Transposed,
    /// The column of each logical variable.
    logical: Vec<Entry>,
    /// Bounds of each variable, as they are and as the methods move them.
    pub lower: Vec<f64>,
    pub upper: Vec<f64>,
    /// Costs of each variable, as the methods shift them.
    pub costs: Vec<f64>,
    pub status: Vec<Status>,
    /// The basic variable of each slot.
    pub head: Vec<usize>,
    /// The value of each variable.
    pub value: Vec<f64>,
    /// The reduced cost of each variable; 0 where it is basic.
    pub reduced: Vec<f64>,
    /// How far below 0 a reduced cost may be.
    pub optimal: f64,
    factor: Factor,
    /// The pivot row last computed: the variables in it, and the coefficient of each.
    pub pivot_row: Vec<usize>,
    pub pivot: Vec<f64>,
    is_in_pivot_row: Vec<bool>,
    draw: u64,
}

impl<'a> Tableau<'a> {
    /// The tableau of a program at a basis; what the basis lacks or has too much of is made up.
    pub fn of(program: &'a Restricted, basis: &Basis, watch: &'a dyn Watch) -> Result<Self, Unsolved> {
        let (columns, rows) = (program.bounds.len(), program.rows.len());
        let scale = program.costs.iter().fold(1.0_f64, |scale, cost| scale.max(cost.abs()));
        let mut tableau = Self {
            program,
            watch,
            columns: Transposed::of(columns, program.rows.iter().map(|row| &row.terms[..])),
            logical: (0..rows).map(|row| (row, -1.0)).collect(),
            lower: Vec::new(),
            upper: Vec::new(),
            costs: Vec::new(),
            status: sized(&basis.columns, columns, Status::Lower)
                .chain(sized(&basis.rows, rows, Status::Basic))
                .collect(),
            head: vec![0; rows],
            value: vec![0.0; columns + rows],
            reduced: vec![0.0; columns + rows],
            optimal: 1e-9 * scale,
            factor: Factor::default(),
            pivot_row: Vec::new(),
            pivot: vec![0.0; columns + rows],
            is_in_pivot_row: vec![false; columns + rows],
            draw: 0x9E37_79B9_7F4A_7C15,
        };
        tableau.restore_bounds();
        tableau.restore_costs();
        tableau.factorise()?;
        tableau.refresh()?;
        Ok(tableau)
    }

    /// Ends the method where the time is up.
    pub fn heed_the_time(&self) -> Result<(), Unsolved> {
        if self.watch.is_out_of_time() { Err(Unsolved::Stopped) } else { Ok(()) }
    }

    /// Writes down who is basic.
    pub fn write(&self, basis: &mut Basis) {
        let (columns, rows) = self.status.split_at(self.columns.len());
        basis.columns = columns.to_vec();
        basis.rows = rows.to_vec();
    }

    /// The value of each column.
    pub fn point(&self) -> Vec<f64> {
        self.value[..self.columns.len()].to_vec()
    }

    /// The price of each row.
    pub fn prices(&self) -> Vec<f64> {
        self.reduced[self.columns.len()..].to_vec()
    }

    /// Takes back what the methods did to the bounds.
    pub fn restore_bounds(&mut self) {
        let sides = self.program.rows.iter().map(|row| match row.relation {
            Relation::AtMost => (f64::NEG_INFINITY, row.right),
            Relation::AtLeast => (row.right, f64::INFINITY),
            Relation::Equal => (row.right, row.right),
        });
        (self.lower, self.upper) = self.program.bounds.iter().copied().chain(sides).unzip();
    }

    /// Takes back what the methods did to the costs.
    pub fn restore_costs(&mut self) {
        self.costs.clone_from(&self.program.costs);
        self.costs.resize(self.status.len(), 0.0);
    }

    /// Computes everything from the basis, factorised anew where it has changed.
    pub fn refresh(&mut self) -> Result<(), Unsolved> {
        if self.factor.exchanges() > 0 {
            self.factorise()?;
        }
        self.stand()?;
        self.price();
        Ok(())
    }

    fn factorise(&mut self) -> Result<(), Unsolved> {
        let columns = self.columns.len();
        let basic: Vec<usize> = (columns..self.status.len())
            .chain(0..columns)
            .filter(|&variable| self.status[variable] == Status::Basic)
            .collect();
        let offered: Vec<&[Entry]> = basic.iter().map(|&variable| self.entries(variable)).collect();
        let (factor, slots) =
            Factor::of(self.logical.len(), &offered, self.watch).ok_or(Unsolved::Stopped)?;
        self.factor = factor;
        self.head = (columns..self.status.len()).collect();
        for (&variable, slot) in basic.iter().zip(&slots) {
            match slot {
                Some(slot) => self.head[*slot] = variable,
                None => self.status[variable] = Status::Lower,
            }
        }
        for slot in 0..self.head.len() {
            self.status[self.head[slot]] = Status::Basic;
        }
        Ok(())
    }

    /// Puts every variable where its status and the rows say.
    pub fn stand(&mut self) -> Result<(), Unsolved> {
        let mut right = vec![0.0; self.logical.len()];
        for variable in 0..self.status.len() {
            if self.status[variable] == Status::Basic {
                continue;
            }
            let (lower, upper) = (self.lower[variable], self.upper[variable]);
            if self.status[variable] == Status::Upper && upper.is_infinite() {
                self.status[variable] = Status::Lower;
            } else if self.status[variable] == Status::Lower && lower.is_infinite() {
                self.status[variable] = Status::Upper;
            }
            let value = if self.status[variable] == Status::Upper { upper } else { lower };
            self.value[variable] = value;
            if value != 0.0 {
                self.add(variable, -value, &mut right);
            }
        }
        self.factor.solve(&mut right);
        for (slot, &variable) in self.head.iter().enumerate() {
            self.value[variable] = right[slot];
        }
        if self.value.iter().all(|value| value.is_finite()) { Ok(()) } else { Err(Unsolved::Unstable) }
    }

    /// Computes the reduced costs from the costs.
    pub fn price(&mut self) {
        let mut prices: Vec<f64> = self.head.iter().map(|&variable| self.costs[variable]).collect();
        self.factor.solve_transposed(&mut prices);
        self.reduced.copy_from_slice(&self.costs);
        for (row, &price) in prices.iter().enumerate() {
            if price != 0.0 {
                for &(column, coefficient) in &self.program.rows[row].terms {
                    self.reduced[column] -= price * coefficient;
                }
                self.reduced[self.columns.len() + row] += price;
            }
        }
        for &variable in &self.head {
            self.reduced[variable] = 0.0;
        }
    }

    /// `B⁻¹` times the column of a variable.
    pub fn column(&self, variable: usize) -> Vec<f64> {
        let mut column = vec![0.0; self.logical.len()];
        self.add(variable, 1.0, &mut column);
        self.factor.solve(&mut column);
        column
    }

    /// `B⁻¹` times a right side.
    pub fn solve(&self, right: &mut [f64]) {
        self.factor.solve(right);
    }

    /// Adds a multiple of the column of a variable.
    pub fn add(&self, variable: usize, factor: f64, to: &mut [f64]) {
        self.entries(variable).iter().for_each(|&(row, value)| to[row] += factor * value);
    }

    /// Computes the row of a slot over the variables that are not basic; returns the row's multiplier of each row.
    pub fn compute_pivot_row(&mut self, slot: usize) -> Vec<f64> {
        for &variable in &self.pivot_row {
            self.pivot[variable] = 0.0;
            self.is_in_pivot_row[variable] = false;
        }
        self.pivot_row.clear();
        let mut multipliers = vec![0.0; self.logical.len()];
        multipliers[slot] = 1.0;
        self.factor.solve_transposed(&mut multipliers);
        for (row, &multiplier) in multipliers.iter().enumerate() {
            if multiplier.abs() > 1e-14 {
                for &(column, coefficient) in &self.program.rows[row].terms {
                    if self.status[column] != Status::Basic {
                        if !self.is_in_pivot_row[column] {
                            self.is_in_pivot_row[column] = true;
                            self.pivot_row.push(column);
                        }
                        self.pivot[column] += multiplier * coefficient;
                    }
                }
                let logical = self.columns.len() + row;
                if self.status[logical] != Status::Basic {
                    self.pivot_row.push(logical);
                    self.pivot[logical] = -multiplier;
                }
            }
        }
        multipliers
    }

    /// Lets a variable take a slot, the one in it going to `status`; updates reduced costs by the pivot row.
    ///
    /// # Errors
    /// [`Unsolved::Unstable`] where the pivot, computed by row and by column, is not one number.
    pub fn exchange(
        &mut self,
        slot: usize,
        entering: usize,
        column: &[f64],
        status: Status,
    ) -> Result<(), Unsolved> {
        let (by_row, by_column) = (self.pivot[entering], column[slot]);
        if (by_row - by_column).abs() > 1e-6 * (1.0 + by_column.abs()) {
            return if self.factor.exchanges() == 0 { Err(Unsolved::Unstable) } else { self.refresh() };
        }
        let leaving = self.head[slot];
        let step = self.reduced[entering] / by_column;
        for &variable in &self.pivot_row {
            self.reduced[variable] -= step * self.pivot[variable];
        }
        self.reduced[leaving] = -step;
        self.reduced[entering] = 0.0;
        self.factor.exchange(slot, column);
        self.head[slot] = entering;
        self.status[entering] = Status::Basic;
        self.status[leaving] = status;
        self.value[leaving] = if status == Status::Upper { self.upper[leaving] } else { self.lower[leaving] };
        if self.factor.exchanges() >= REFACTOR || self.factor.is_heavy() { self.refresh() } else { Ok(()) }
    }

    /// Whether every basic variable stands within its bounds.
    pub fn is_primal_feasible(&self) -> bool {
        self.head.iter().all(|&variable| self.infeasibility(variable) == 0.0)
    }

    /// How far a variable stands below its lower bound (negative) or above its upper bound.
    pub fn infeasibility(&self, variable: usize) -> f64 {
        let value = self.value[variable];
        let (below, above) = (value - self.lower[variable], value - self.upper[variable]);
        if below < -FEASIBLE {
            below
        } else if above > FEASIBLE {
            above
        } else {
            0.0
        }
    }

    /// Whether no variable is worth entering.
    pub fn is_dual_feasible(&self) -> bool {
        (0..self.status.len()).all(|variable| self.gain(variable) <= self.optimal)
    }

    /// What a unit of a variable, moved away from its bound, would gain.
    pub fn gain(&self, variable: usize) -> f64 {
        if self.lower[variable] >= self.upper[variable] {
            return 0.0;
        }
        match self.status[variable] {
            Status::Lower => -self.reduced[variable],
            Status::Upper => self.reduced[variable],
            Status::Basic => 0.0,
        }
    }

    /// A number between 0.5 and 1, the same ones in every run.
    pub fn draw(&mut self) -> f64 {
        self.draw ^= self.draw << 13;
        self.draw ^= self.draw >> 7;
        self.draw ^= self.draw << 17;
        f64::from((self.draw >> 40) as u32).mul_add(0.5 / f64::from(1_u32 << 24), 0.5)
    }

    fn entries(&self, variable: usize) -> &[Entry] {
        match variable.checked_sub(self.columns.len()) {
            Some(row) => &self.logical[row..=row],
            None => self.columns.of_line(variable),
        }
    }
}

/// The first `size` statuses; what is missing is `unknown`.
fn sized(statuses: &[Status], size: usize, unknown: Status) -> impl Iterator<Item = Status> {
    statuses.iter().copied().chain(std::iter::repeat(unknown)).take(size)
}
