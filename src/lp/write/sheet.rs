//! What is written, whatever the format: named columns and rows, one objective.

use crate::lp::{
    Column, ColumnIx, LevelIx, Program, Relation, RowIx, Sense, Terms, Tier,
    write::{Names, naming::Naming},
};

/// A program with one level as its objective.
pub(super) struct Sheet {
    pub(super) columns: Vec<(String, Column)>,
    pub(super) objective: Objective,
    pub(super) rows: Vec<NamedRow>,
}

/// What is optimized.
pub(super) struct Objective {
    pub(super) name: String,
    pub(super) sense: Sense,
    pub(super) terms: Terms,
}

/// A row with its name and what it says.
pub(super) struct NamedRow {
    pub(super) name: String,
    pub(super) comment: String,
    pub(super) terms: Terms,
    pub(super) relation: Relation,
    pub(super) right: i64,
}

impl Sheet {
    pub(super) fn of(program: &Program, names: &dyn Names, level: LevelIx, kept: &[i64]) -> Self {
        let mut naming = Naming::default();
        let columns: Vec<(String, Column)> = program
            .columns
            .iter()
            .enumerate()
            .map(|(index, column)| (naming.unique(&names.column(ColumnIx(index))), *column))
            .collect();
        let sought = program.levels.get(level.0);
        let name = sought.map_or("nothing".into(), |_| names.level(level));
        let objective = Objective {
            name: Naming::default().unique(&name),
            sense: sought.map_or(Sense::Min, |sought| sought.sense),
            terms: sought.map_or(Terms::new(), |sought| sought.terms.clone()),
        };
        let mut sheet = Self { columns, objective, rows: Vec::new() };
        // No format carries a constant everywhere, nor an empty sum: a column that is always 1 stands for it.
        let added = sought.map_or(0, |sought| sought.constant);
        if added != 0 || sheet.columns.is_empty() {
            let constant = ColumnIx(sheet.columns.len());
            let always_one = Column { lower: 1, upper: 1, tier: Tier::Implied };
            sheet.columns.push((naming.unique("constant"), always_one));
            sheet.objective.terms.push((constant, added));
        }
        sheet.add_rows(program, names);
        sheet.keep_levels(program, names, level, kept);
        if sheet.rows.is_empty() {
            sheet.rows.push(nothing());
        }
        sheet
    }

    fn add_rows(&mut self, program: &Program, names: &dyn Names) {
        let mut naming = Naming::default();
        naming.unique(&self.objective.name);
        for (index, row) in program.rows.iter().enumerate() {
            self.rows.push(NamedRow {
                name: naming.unique(&names.row(RowIx(index))),
                comment: names.comment(RowIx(index)),
                terms: row.terms.clone(),
                relation: row.relation,
                right: row.right,
            });
        }
    }

    fn keep_levels(&mut self, program: &Program, names: &dyn Names, level: LevelIx, kept: &[i64]) {
        for (position, (above, value)) in program.levels.iter().take(level.0).zip(kept).enumerate() {
            let name = names.level(LevelIx(position));
            let (relation, word) = match above.sense {
                Sense::Min => (Relation::AtMost, "most"),
                Sense::Max => (Relation::AtLeast, "least"),
            };
            self.rows.push(NamedRow {
                name: Naming::default().unique(&format!("keep({name})")),
                comment: format!("the level {name} stays at {value} at {word}"),
                terms: above.terms.clone(),
                relation,
                right: value.saturating_sub(above.constant),
            });
        }
    }
}

/// A row that says nothing: GLPK reads no program without rows.
fn nothing() -> NamedRow {
    NamedRow {
        name: "nothing".into(),
        comment: String::new(),
        terms: Terms::new(),
        relation: Relation::AtMost,
        right: 0,
    }
}
