//! How much memory the solve of a program takes, told from its size alone, before it is built.

/// The size of a program.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub columns: u64,
    /// Rows.
    pub rows: u64,
    /// Coefficients of all rows.
    pub terms: u64,
    /// Coefficients of the rows that are taken in only where they are broken.
    pub cut_terms: u64,
    /// Levels.
    pub levels: u64,
    /// Their coefficients.
    pub level_terms: u64,
}

/// The most memory that a solve may take, in bytes: 2 GiB.
pub const MOST_BYTES: u64 = 2 << 30;

/// From so many bytes on it is worth saying: 200 MiB.
pub const MUCH: u64 = 200 << 20;

impl Size {
    /// Adds a row, or as many equal ones as there are, of so many coefficients in all.
    pub fn add_rows(&mut self, rows: u64, terms: u64) {
        self.rows += rows;
        self.terms += terms;
    }

    /// About how many bytes building and solving the program takes at the most.
    ///
    /// The weights are those of the largest resident set of whole runs (`/usr/bin/time -f %M`) over campaigns of
    /// 60–12,000 people and 40–12,000 sessions, 180,000–790,000 pairs, with quorums, rests, mentors, wishes and groups:
    /// these took 0.4–1.0 of what is said here.
    pub fn bytes(&self) -> u64 {
        let per_column = 400 + 56 * self.levels;
        self.columns * per_column
            + self.rows * 300
            + self.terms * 44
            + self.cut_terms * 32
            + self.level_terms * 32
    }
}
