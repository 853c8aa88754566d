//! A table without lines between its columns, in groups, within a width.

use crate::{
    domain::Language,
    render::{
        block::{Cell, Column, Give, Table},
        terminal::{
            bold,
            wrap::{longest_piece, width, wrap},
        },
        wording::measure,
    },
};
use std::iter::repeat_n;
use tabled::{
    builder::Builder,
    settings::{Padding, Style},
};

/// Columns between two columns of a table.
const GAP: usize = 2;

/// Down to which width a column gives way: no word of its heading is broken.
fn least(column: &Column) -> usize {
    match column.give {
        Give::Firm => usize::MAX,
        Give::Wraps(least) => least.max(longest_piece(&column.heading)),
    }
}

/// A table with its cells in words.
pub(super) struct Grid<'a> {
    columns: &'a [Column],
    /// Each group's rows; each row has a cell per column, in which a line feed begins a new line.
    groups: Vec<Vec<Vec<String>>>,
    is_dense: bool,
}

impl<'a> Grid<'a> {
    /// The words of a table in a language.
    pub(super) fn of(table: &'a Table, language: Language) -> Self {
        let words = |cell: &Cell| match cell {
            Cell::Text(text) | Cell::Proven(text) => text.clone(),
            Cell::Number(number) => number.to_string(),
            Cell::Metres(metres) => measure::way(language, *metres),
            Cell::Date(date) => measure::date(language, *date),
            Cell::Blank => "-".to_owned(),
        };
        let row = |row: &Vec<Cell>| row.iter().map(words).collect();
        let groups = table.groups.iter().map(|rows| rows.iter().map(row).collect());
        Self { columns: &table.columns, groups: groups.collect(), is_dense: table.is_dense }
    }

    /// The lines of the table; none is wider than `room` as long as the columns have two columns each. Where rows take
    /// several lines, a blank line stands between any two, unless the table is dense.
    pub(super) fn lines(&self, room: usize) -> Vec<String> {
        let widths = self.widths(room);
        let heading = self.wrapped(&widths, self.columns.iter().map(|column| column.heading.clone()));
        let rows: Vec<Vec<Vec<String>>> =
            self.groups.iter().flatten().map(|row| self.wrapped(&widths, row.iter().cloned())).collect();
        let height = |row: &Vec<Vec<String>>| row.iter().map(Vec::len).max().unwrap_or(1);
        let drawn = draw(std::iter::once(&heading).chain(&rows));
        let mut drawn = drawn.lines().map(|line| line.trim_end().to_owned());

        let mut lines: Vec<String> = drawn.by_ref().take(height(&heading)).map(|line| bold(&line)).collect();
        lines.push(
            widths.iter().map(|&wide| "-".repeat(wide)).collect::<Vec<String>>().join(&" ".repeat(GAP)),
        );
        let mut rows = rows.iter();
        let airy = !self.is_dense && rows.clone().any(|row| height(row) > 1);
        for (position, group) in self.groups.iter().enumerate() {
            if position > 0 && !airy {
                lines.push(String::new());
            }
            for (row_position, row) in rows.by_ref().take(group.len()).enumerate() {
                if airy && (position, row_position) != (0, 0) {
                    lines.push(String::new());
                }
                lines.extend(drawn.by_ref().take(height(row)));
            }
        }
        lines
    }

    /// Whether the table fits without a column narrower than it may be.
    pub(super) fn fits(&self, room: usize) -> bool {
        let least = self.natural_widths().zip(self.columns).map(|(natural, column)| match column.give {
            Give::Firm => natural,
            Give::Wraps(_) => natural.min(least(column)),
        });
        least.sum::<usize>() + self.gaps() <= room
    }

    fn gaps(&self) -> usize {
        GAP * self.columns.len().saturating_sub(1)
    }

    fn natural_widths(&self) -> impl Iterator<Item = usize> + use<'_, 'a> {
        self.columns.iter().enumerate().map(|(position, column)| {
            let cells = self.groups.iter().flatten().map(move |row| row[position].as_str());
            let cells = cells.flat_map(str::lines).map(width).max().unwrap_or(0);
            let heading = column.heading.lines().map(width).max().unwrap_or(0);
            cells.max(match column.give {
                Give::Firm => heading,
                // A long heading over short names wraps rather than pushing the others aside.
                Give::Wraps(_) => heading.min(least(column)),
            })
        })
    }

    /// Widths that fill `room` at most: the widest column that may give way does, one column at a time.
    fn widths(&self, room: usize) -> Vec<usize> {
        let mut widths: Vec<usize> = self.natural_widths().collect();
        let heading = |column: &Column| column.heading.lines().map(width).max().unwrap_or(0);
        let headings: Vec<usize> = self.columns.iter().map(heading).collect();
        let mut total = widths.iter().sum::<usize>() + self.gaps();
        for (wide, &heading) in widths.iter_mut().zip(&headings) {
            let more = heading.saturating_sub(*wide);
            if total + more <= room {
                *wide += more;
                total += more;
            }
        }
        while total > room {
            let widest = |least: &dyn Fn(&Column) -> usize| {
                (0..widths.len())
                    .filter(|&position| widths[position] > least(&self.columns[position]))
                    .max_by_key(|&position| widths[position])
            };
            let willing = widest(&least);
            match willing.or_else(|| widest(&|_| 2)) {
                Some(position) => widths[position] -= 1,
                None => break,
            }
            total -= 1;
        }
        widths
    }

    fn wrapped(&self, widths: &[usize], cells: impl Iterator<Item = String>) -> Vec<Vec<String>> {
        debug_assert_eq!(widths.len(), self.columns.len(), "a cell for each column");
        cells
            .zip(widths)
            .map(|(cell, &room)| {
                let mut lines = wrap(&cell, room);
                // Every column keeps its width, whatever stands in it.
                if let Some(first) = lines.first_mut() {
                    first.extend(repeat_n(' ', room - width(first)));
                }
                lines
            })
            .collect()
    }
}

fn draw<'a>(rows: impl Iterator<Item = &'a Vec<Vec<String>>>) -> String {
    let mut builder = Builder::default();
    for row in rows {
        builder.push_record(row.iter().map(|lines| lines.join("\n")));
    }
    let mut table = builder.build();
    table.with(Style::empty()).with(Padding::new(0, GAP, 0, 0));
    table.to_string()
}

#[cfg(test)]
mod tests {
    use super::Grid;
    use crate::{
        domain::Language,
        render::{
            block::{Cell, Column, Give, Table},
            terminal::wrap::width,
        },
    };

    fn table() -> Table {
        let column = |heading: &str, give| Column { heading: heading.into(), give };
        let row = |cells: [&str; 3]| cells.map(|cell| Cell::Text(cell.into())).to_vec();
        Table {
            columns: vec![
                column("日期", Give::Firm),
                column("体验单位", Give::Wraps(8)),
                column("初心体验大使", Give::Wraps(6)),
            ],
            groups: vec![
                vec![
                    row(["10月23日（周二）", "临汾路街道社区卫生服务中心", "林晓"]),
                    row(["10月23日（周二）", "消防站", "欧阳雨桐"]),
                ],
                vec![row(["10月24日（周三）", "ICBC Linfen", "云飞"])],
            ],
            is_dense: false,
        }
    }

    fn drawn(table: &Table, room: usize) -> String {
        let lines = Grid::of(table, Language::Zh).lines(room);
        lines.join("\n").replace("\u{1b}[1m", "").replace("\u{1b}[0m", "")
    }

    fn text(room: usize) -> String {
        drawn(&table(), room)
    }

    #[test]
    fn aligns_chinese_and_latin() {
        insta::assert_snapshot!(text(80), @"
        日期              体验单位                    初心体验大使
        ----------------  --------------------------  ------------
        10月23日（周二）  临汾路街道社区卫生服务中心  林晓
        10月23日（周二）  消防站                      欧阳雨桐

        10月24日（周三）  ICBC Linfen                 云飞
        ");
    }

    #[test]
    fn wraps_what_may_and_keeps_the_dates() {
        insta::assert_snapshot!(text(44), @"
        日期              体验单位          初心体验
                                            大使
        ----------------  ----------------  --------
        10月23日（周二）  临汾路街道社区卫  林晓
                          生服务中心

        10月23日（周二）  消防站            欧阳雨桐

        10月24日（周三）  ICBC Linfen       云飞
        ");
    }

    #[test]
    fn breaks_no_word_of_a_heading_and_may_do_without_blank_lines() {
        let mut table = table();
        table.columns[2].heading = "Ambassador".into();
        table.is_dense = true;
        insta::assert_snapshot!(drawn(&table, 52), @"
        日期              体验单位                Ambassador
        ----------------  ----------------------  ----------
        10月23日（周二）  临汾路街道社区卫生服务  林晓
                          中心
        10月23日（周二）  消防站                  欧阳雨桐

        10月24日（周三）  ICBC Linfen             云飞
        ");
    }

    #[test]
    fn fits_every_width() {
        for room in 16..100 {
            for line in text(room).lines() {
                assert!(width(line) <= room, "{room}: {line}");
            }
        }
        let fits = |room| Grid::of(&table(), Language::Zh).fits(room);
        assert!(fits(60) && !fits(30));
    }
}
