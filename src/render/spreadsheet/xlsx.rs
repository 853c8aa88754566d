//! The workbook: a sheet for each view, ready to be filtered and to be printed on A4.
//!
//! The same plan gives the same bytes: the workbook says that it was made on the campaign's first day.

use crate::{
    domain::Language,
    render::{
        block::Cell,
        edition::Edition,
        facts::words::Edge,
        file::{Folder, PrintedFile},
        spreadsheet::{View, guard::is_formula, views},
        terminal::clean::clean,
        wording::{Phrase, print::Name},
    },
};
use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};
use std::io;
use unicode_width::UnicodeWidthStr;

/// Letters of a cell at most; Excel takes 32,767 halves of letters.
const LONGEST: usize = 16_000;

/// Letters of a part of the page's edge at most, so that all three stay below the 255 that Excel takes.
const EDGE: usize = 60;

/// The number of A4 among Excel's papers.
pub(in crate::render) const A4: u8 = 9;

/// Where words wrap: in a column that is as wide as this, on a page that has much to hold and on one that has little.
const NARROW: usize = 12;
const WIDE: usize = 36;

/// Columns that a page of A4 shows in a size that can be read.
const PAGE: usize = 150;

/// The height of a line in points, and how many of them Excel shows at most in a row.
const LINE: u32 = 16;
const MOST_LINES: u32 = 25;

/// The width of a day: `2018年10月23日`.
const DAY: usize = 15;

/// Room for the arrow of the filter beside a head, in columns.
const ARROW: usize = 3;

/// The workbook as a file.
///
/// # Errors
/// Those of the writer, which a plan gives no reason for.
pub fn file(edition: Edition<'_>) -> io::Result<PrintedFile> {
    let stem = edition.say(Name::Workbook);
    let path = Folder::default().name(edition, &stem, "xlsx");
    let bytes = workbook(edition).map_err(io::Error::other)?;
    Ok(PrintedFile { path, bytes })
}

fn workbook(edition: Edition<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let title = cut(&edition.domain.campaign.name, EDGE);
    let made = moment(edition.domain.campaign.season.first)?;
    workbook.set_properties(&DocProperties::new().set_title(&title).set_creation_datetime(&made));
    let formats = Formats::new(edition.language);
    for view in views(edition) {
        let sheet = workbook.add_worksheet();
        sheet.set_name(edition.say(view.title))?;
        fill(sheet, &view, &formats)?;
        print_on_a4(sheet, &view, edition, &title)?;
    }
    if workbook.worksheets().is_empty() {
        workbook.add_worksheet();
    }
    workbook.save_to_buffer()
}

/// How cells look.
struct Formats {
    head: Format,
    text: Format,
    guarded: Format,
    number: Format,
    date: Format,
}

impl Formats {
    fn new(language: Language) -> Self {
        let cell = || Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::Top);
        let date = match language {
            Language::Zh => "yyyy\"年\"m\"月\"d\"日\"",
            Language::En => "d mmm yyyy",
        };
        Self {
            head: cell()
                .set_bold()
                .set_text_wrap()
                .set_background_color(Color::RGB(0x00D9_D9D9))
                .set_align(FormatAlign::VerticalCenter),
            text: cell().set_text_wrap(),
            guarded: cell().set_text_wrap().set_quote_prefix(),
            number: cell().set_num_format("#,##0"),
            date: cell().set_num_format(date).set_align(FormatAlign::Left),
        }
    }
}

fn fill(sheet: &mut Worksheet, view: &View, formats: &Formats) -> Result<(), XlsxError> {
    for (column, head) in (0_u16..).zip(&view.table.columns) {
        sheet.write_string_with_format(0, column, cut(&head.heading, LONGEST), &formats.head)?;
    }
    let widths = widths(view);
    for (column, width) in (0_u16..).zip(&widths) {
        sheet.set_column_width(column, *width)?;
    }
    let heads: Vec<usize> = view.table.columns.iter().map(|column| column.heading.width() + ARROW).collect();
    sheet.set_row_height(0, LINE * lines(&heads, &widths))?;
    for (row, cells) in (1_u32..).zip(view.table.rows()) {
        let columns: Vec<usize> = cells.iter().map(columns).collect();
        sheet.set_row_height(row, LINE * lines(&columns, &widths))?;
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Cell::Text(text) | Cell::Proven(text) => {
                    let format = if is_formula(text) { &formats.guarded } else { &formats.text };
                    sheet.write_string_with_format(row, column, cut(text, LONGEST), format)?;
                }
                // Excel knows no other numbers than these; none of ours comes near 2⁵³.
                #[expect(clippy::cast_precision_loss, reason = "values of levels are at most 2⁵³")]
                Cell::Number(number) | Cell::Metres(number) => {
                    sheet.write_number_with_format(row, column, *number as f64, &formats.number)?;
                }
                Cell::Blank => {
                    sheet.write_string_with_format(row, column, "", &formats.text)?;
                }
                Cell::Date(date) => {
                    sheet.write_datetime_with_format(row, column, moment(*date)?, &formats.date)?;
                }
            }
        }
    }
    Ok(())
}

/// Heads that stay in sight and on every page, as wide as the paper, with numbered pages.
fn print_on_a4(
    sheet: &mut Worksheet,
    view: &View,
    edition: Edition<'_>,
    title: &str,
) -> Result<(), XlsxError> {
    let language = edition.language;
    let last_row = u32::try_from(view.table.rows().count()).unwrap_or(u32::MAX);
    let last_column = u16::try_from(view.table.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, last_row, last_column)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.5, 0.5, 0.7, 0.7, 0.3, 0.3);
    let office = edition.office().map(|contact| Edge::Office(contact).say(language)).unwrap_or_default();
    let own = if edition.copy.contacts { Edge::WithContacts.say(language) } else { String::new() };
    let view = view.title.say(language);
    sheet.set_header(format!("&L{}&R{}", edge(title), edge(&view)));
    sheet.set_footer(format!("&L{}&C{}&R{}", edge(&office), Edge::Page.say(language), edge(&own)));
    Ok(())
}

/// The width of each column: as wide as its widest cell, but narrower where the page could not be read any more.
fn widths(view: &View) -> Vec<u16> {
    let columns = 0..view.table.columns.len();
    let within = |cap: usize| columns.clone().map(|column| width(view, column, cap)).collect::<Vec<usize>>();
    let fitting = (NARROW..=WIDE).rev().map(within).find(|widths| widths.iter().sum::<usize>() <= PAGE);
    let widths = fitting.unwrap_or_else(|| within(NARROW)).into_iter();
    widths.map(|width| u16::try_from(width).unwrap_or(u16::MAX)).collect()
}

/// How many lines the cell of a row takes that takes the most; not every program finds that out by itself.
fn lines(columns: &[usize], widths: &[u16]) -> u32 {
    let cell =
        |(columns, width): (&usize, &u16)| columns.div_ceil(usize::from(*width).saturating_sub(2).max(1));
    let lines = columns.iter().zip(widths).map(cell).max().unwrap_or(1);
    u32::try_from(lines).unwrap_or(u32::MAX).clamp(1, MOST_LINES)
}

/// The height of a row whose cells hold these words, their line ends kept, in columns of these widths.
pub(in crate::render) fn height(cells: &[&str], widths: &[u16]) -> u32 {
    let lines_of = |(text, width): (&&str, &u16)| -> u32 {
        text.split('\n').map(|line| lines(&[line.width()], &[*width])).sum()
    };
    LINE * cells.iter().zip(widths).map(lines_of).max().unwrap_or(1).clamp(1, MOST_LINES)
}

/// How many columns a cell takes on one line; days and numbers always have room.
fn columns(cell: &Cell) -> usize {
    match cell {
        Cell::Text(text) | Cell::Proven(text) => text.width(),
        Cell::Blank => 0,
        Cell::Number(_) | Cell::Metres(_) | Cell::Date(_) => 1,
    }
}

/// The widest cell, a head with room for its arrow; words wrap beyond `cap`, days and numbers never do.
fn width(view: &View, column: usize, cap: usize) -> usize {
    let cell = |cell: &Cell| match cell {
        Cell::Text(text) | Cell::Proven(text) => (text.width() + 1).min(cap),
        Cell::Blank => 1,
        Cell::Number(number) | Cell::Metres(number) => number.to_string().len() + 4,
        Cell::Date(_) => DAY,
    };
    let cells = view.table.rows().filter_map(|row| row.get(column)).map(cell);
    let head = view.table.columns.get(column).map_or(0, |head| (head.heading.width() + ARROW).min(cap));
    cells.chain([head]).max().unwrap_or_default()
}

/// Words for the edge of the page, in which `&` would begin a command.
fn edge(text: &str) -> String {
    cut(&clean(text), EDGE).replace('&', "＆")
}

fn cut(text: &str, longest: usize) -> String {
    text.chars().take(longest).collect()
}

fn moment(date: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    let year = u16::try_from(date.year()).unwrap_or(1900);
    ExcelDateTime::from_ymd(year, part(date.month()), part(date.day()))
}
