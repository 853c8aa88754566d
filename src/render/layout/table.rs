//! A table without lines between its columns, in sections, within a width.

use crate::render::{
    layout::wrap::{longest_piece, width, wrap},
    page::bold,
};
use std::iter::repeat_n;
use tabled::{
    builder::Builder,
    settings::{Padding, Style},
};

/// Columns between two columns of a table.
const GAP: usize = 2;

/// How a column gives way when there is not enough room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Give {
    /// It keeps its width: dates, hours, figures.
    Firm,
    /// It wraps, down to so many columns.
    Wraps(usize),
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub heading: String,
    /// How it gives way.
    pub give: Give,
}

impl Column {
    /// Down to which width it gives way: no word of its heading is broken.
    fn least(&self) -> usize {
        match self.give {
            Give::Firm => usize::MAX,
            Give::Wraps(least) => least.max(longest_piece(&self.heading)),
        }
    }
}

/// Rows of cells below headings; a blank line stands between sections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// Each section's rows; each row has a cell per column, in which a line feed begins a new line.
    pub sections: Vec<Vec<Vec<String>>>,
}

impl Table {
    /// The lines of the table; none is wider than `room` as long as the columns have two columns each. Where rows take
    /// several lines, a blank line stands between any two.
    pub fn lines(&self, room: usize) -> Vec<String> {
        self.spaced(room, true)
    }

    /// The same without blank lines between the rows of a section.
    pub fn dense_lines(&self, room: usize) -> Vec<String> {
        self.spaced(room, false)
    }

    fn spaced(&self, room: usize, may_be_airy: bool) -> Vec<String> {
        let widths = self.widths(room);
        let heading = self.wrapped(&widths, self.columns.iter().map(|column| column.heading.clone()));
        let rows: Vec<Vec<Vec<String>>> =
            self.sections.iter().flatten().map(|row| self.wrapped(&widths, row.iter().cloned())).collect();
        let height = |row: &Vec<Vec<String>>| row.iter().map(Vec::len).max().unwrap_or(1);
        let drawn = draw(std::iter::once(&heading).chain(&rows));
        let mut drawn = drawn.lines().map(|line| line.trim_end().to_owned());

        let mut lines: Vec<String> = drawn.by_ref().take(height(&heading)).map(|line| bold(&line)).collect();
        lines.push(
            widths.iter().map(|&wide| "-".repeat(wide)).collect::<Vec<String>>().join(&" ".repeat(GAP)),
        );
        let mut rows = rows.iter();
        let airy = may_be_airy && rows.clone().any(|row| height(row) > 1);
        for (position, section) in self.sections.iter().enumerate() {
            if position > 0 && !airy {
                lines.push(String::new());
            }
            for (row_position, row) in rows.by_ref().take(section.len()).enumerate() {
                if airy && (position, row_position) != (0, 0) {
                    lines.push(String::new());
                }
                lines.extend(drawn.by_ref().take(height(row)));
            }
        }
        lines
    }

    /// Whether the table fits without a column narrower than it may be.
    pub fn fits(&self, room: usize) -> bool {
        let least = self.natural_widths().zip(&self.columns).map(|(natural, column)| match column.give {
            Give::Firm => natural,
            Give::Wraps(_) => natural.min(column.least()),
        });
        least.sum::<usize>() + self.gaps() <= room
    }

    fn gaps(&self) -> usize {
        GAP * self.columns.len().saturating_sub(1)
    }

    fn natural_widths(&self) -> impl Iterator<Item = usize> + '_ {
        self.columns.iter().enumerate().map(|(position, column)| {
            let cells = self.sections.iter().flatten().map(move |row| row[position].as_str());
            let cells = cells.flat_map(str::lines).map(width).max().unwrap_or(0);
            let heading = column.heading.lines().map(width).max().unwrap_or(0);
            cells.max(match column.give {
                Give::Firm => heading,
                // A long heading over short names wraps rather than pushing the others aside.
                Give::Wraps(_) => heading.min(column.least()),
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
            let willing = widest(&Column::least);
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
    use super::{Column, Give, Table};
    use crate::render::layout::wrap::width;

    fn table() -> Table {
        let column = |heading: &str, give| Column { heading: heading.into(), give };
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        Table {
            columns: vec![
                column("日期", Give::Firm),
                column("体验单位", Give::Wraps(8)),
                column("初心体验大使", Give::Wraps(6)),
            ],
            sections: vec![
                vec![
                    row(["10月23日（周二）", "临汾路街道社区卫生服务中心", "林晓"]),
                    row(["10月23日（周二）", "消防站", "欧阳雨桐"]),
                ],
                vec![row(["10月24日（周三）", "ICBC Linfen", "云飞"])],
            ],
        }
    }

    fn text(room: usize) -> String {
        table().lines(room).join("\n").replace("\u{1b}[1m", "").replace("\u{1b}[0m", "")
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
        let text = table.dense_lines(52).join("\n").replace("\u{1b}[1m", "").replace("\u{1b}[0m", "");
        insta::assert_snapshot!(text, @"
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
        assert!(table().fits(60) && !table().fits(30));
    }
}
