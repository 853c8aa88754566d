//! A matrix turned: by columns, laid one after another, where it comes by rows, or the other way round.

/// An entry of a line: the line across and the value.
pub type Entry = (usize, f64);

/// The entries of each line across.
#[derive(Debug, Default)]
pub struct Transposed {
    /// Where each line begins; one more at the end.
    starts: Vec<usize>,
    entries: Vec<Entry>,
}

impl Transposed {
    /// From lines, over so many lines across.
    pub fn of<'a>(across: usize, lines: impl Iterator<Item = &'a [Entry]> + Clone) -> Self {
        let mut starts = vec![0; across + 1];
        for &(index, _) in lines.clone().flatten() {
            starts[index + 1] += 1;
        }
        for index in 0..across {
            starts[index + 1] += starts[index];
        }
        let mut next = starts.clone();
        let mut entries = vec![(0, 0.0); starts[across]];
        for (line, own) in lines.enumerate() {
            for &(index, value) in own {
                entries[next[index]] = (line, value);
                next[index] += 1;
            }
        }
        Self { starts, entries }
    }

    /// How many lines across there are.
    pub fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The entries of a line across.
    pub fn of_line(&self, index: usize) -> &[Entry] {
        &self.entries[self.starts[index]..self.starts[index + 1]]
    }
}

#[cfg(test)]
mod tests {
    use super::Transposed;

    #[test]
    fn turns_rows_into_columns() {
        let rows = [vec![(0, 1.0), (2, 3.0)], vec![], vec![(2, 5.0)]];
        let turned = Transposed::of(3, rows.iter().map(|row| &row[..]));
        assert_eq!(turned.len(), 3);
        assert_eq!(
            [0, 1, 2].map(|column| turned.of_line(column)),
            [&[(0, 1.0)][..], &[], &[(0, 3.0), (2, 5.0)]]
        );
    }
}
