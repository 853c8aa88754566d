//! A campaign as a workbook that a person can fill in: notes on the headings, drop-down lists, heads that stay in sight.
//!
//! In: the [`Sheet`]s of a campaign. Out: the bytes of an xlsx file, the same for the same campaign.

mod guide;
mod lists;
mod notes;

use crate::{
    campaign::workbook::{
        EXPLANATION,
        writing::{Body, Sheet, columns::Column},
    },
    render::spreadsheet::{
        guard::is_formula,
        xlsx::{A4, height},
    },
};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Note, Workbook, Worksheet,
    XlsxError,
};
use unicode_width::UnicodeWidthStr;

/// How entries look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// As they are.
    Plain,
    /// Rows in grey: examples, to be taken out.
    Examples,
}

/// The widest column.
const WIDEST: usize = 36;

/// The narrowest column.
const NARROWEST: usize = 8;

/// The last row that has drop-down lists, and whose words are offered in them, counted from 0.
const LAST_ROW: u32 = 999;

/// Fields that hold numbers to count with; all others are text, in which a spreadsheet changes nothing.
const COUNTS: [&str; 22] = [
    "limit",
    "daily_limit",
    "seats",
    "need",
    "min",
    "max",
    "each",
    "week",
    "month",
    "days",
    "priority",
    "age",
    "missed",
    "served",
    "session",
    "total",
    "max_distance_km",
    "mentor_limit",
    "rest_days",
    "rest_hours",
    "repeat_theme_after",
    "events_per_day",
];

/// The words over the two columns of a sheet of items, and over what is said of these.
const ITEMS: [&str; 3] = ["项目", "内容", "说明"];

/// The bytes of the file.
///
/// # Errors
/// [`XlsxError::MaxStringLengthExceeded`] where a cell cannot hold what stands in an entry, and those of more rows or columns than
/// a sheet can have.
pub fn bytes(sheets: &[Sheet], look: Look) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // A workbook says when it was made: all say the same.
    workbook
        .set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2018, 1, 1)?));
    let (formats, plain) = (Formats::new(look), Formats::new(Look::Plain));
    guide::write(for_paper(workbook.add_worksheet().set_name(EXPLANATION.0)?), sheets, look)?;
    for sheet in sheets {
        let worksheet = for_paper(workbook.add_worksheet().set_name(sheet.name)?);
        worksheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
        match &sheet.body {
            Body::Entries { columns, rows } => {
                entries(worksheet, (sheet.name, sheets), (columns, rows), &formats)?;
            }
            Body::Items(items) => self::items(worksheet, sheets, items, &plain)?,
        }
    }
    workbook.save_to_buffer()
}

/// On A4 across, as wide as the paper.
fn for_paper(worksheet: &mut Worksheet) -> &mut Worksheet {
    worksheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0)
}

/// How cells look.
struct Formats {
    head: Format,
    text: Format,
    guarded: Format,
    number: Format,
    help: Format,
}

impl Formats {
    fn new(look: Look) -> Self {
        let cell = || {
            let cell = Format::new().set_align(FormatAlign::Top).set_text_wrap();
            if look == Look::Examples { cell.set_font_color(Color::RGB(0x0080_8080)) } else { cell }
        };
        Self {
            head: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_border(FormatBorder::Thin)
                .set_background_color(Color::RGB(0x00D9_E1F2))
                .set_align(FormatAlign::VerticalCenter),
            text: cell().set_num_format("@"),
            guarded: cell().set_num_format("@").set_quote_prefix(),
            number: cell(),
            help: Format::new()
                .set_align(FormatAlign::Top)
                .set_text_wrap()
                .set_font_color(Color::RGB(0x0080_8080)),
        }
    }

    /// Empty cells take what is typed as it is typed, too.
    fn empty(column: &Column) -> Format {
        let cell = Format::new().set_align(FormatAlign::Top).set_text_wrap();
        if counts(column) { cell } else { cell.set_num_format("@") }
    }
}

/// A row for each entry.
fn entries(
    worksheet: &mut Worksheet,
    (name, sheets): (&str, &[Sheet]),
    (columns, rows): (&[Column], &[Vec<String>]),
    formats: &Formats,
) -> Result<(), XlsxError> {
    let mut widths = Vec::new();
    for (at, column) in (0_u16..).zip(columns) {
        let cells = || rows.iter().filter_map(|row| row.get(usize::from(at)));
        widths.push(width(cells().chain([&column.heading])));
        worksheet.set_column_width(at, widths[usize::from(at)])?;
        worksheet.set_column_format(at, &Formats::empty(column))?;
        head(worksheet, at, &column.heading, formats)?;
        worksheet.insert_note(0, at, &note(&notes::note(name, column)))?;
        if let Some(list) = lists::list(name, column, sheets)? {
            worksheet.add_data_validation(1, at, LAST_ROW, at, &list)?;
        }
    }
    for (at, row) in (1_u32..).zip(rows) {
        for (place, (column, text)) in (0_u16..).zip(columns.iter().zip(row)) {
            cell(worksheet, (at, place), column, text, formats)?;
        }
        let texts: Vec<&str> = row.iter().map(String::as_str).collect();
        worksheet.set_row_height(at, height(&texts, &widths))?;
    }
    Ok(())
}

/// A row for each item, with what is said of it behind it.
fn items(
    worksheet: &mut Worksheet,
    sheets: &[Sheet],
    items: &[(Column, String)],
    formats: &Formats,
) -> Result<(), XlsxError> {
    let widths = [
        width(items.iter().map(|(column, _)| &column.heading)),
        width(items.iter().map(|(_, text)| text)).max(24),
        60,
    ];
    for (at, (heading, width)) in (0_u16..).zip(ITEMS.iter().zip(widths)) {
        worksheet.set_column_width(at, width)?;
        head(worksheet, at, heading, formats)?;
    }
    for (at, (column, text)) in (1_u32..).zip(items) {
        let said = notes::note("", column);
        worksheet.write_string_with_format(at, 0, &column.heading, &Formats::empty(column))?;
        worksheet.write_blank(at, 1, &Formats::empty(column))?;
        cell(worksheet, (at, 1), column, text, formats)?;
        worksheet.write_string_with_format(at, 2, &said, &formats.help)?;
        worksheet.set_row_height(at, height(&[&column.heading, text, &said], &widths))?;
        if let Some(list) = lists::list("", column, sheets)? {
            worksheet.add_data_validation(at, 1, at, 1, &list)?;
        }
    }
    Ok(())
}

fn head(worksheet: &mut Worksheet, at: u16, heading: &str, formats: &Formats) -> Result<(), XlsxError> {
    worksheet.write_string_with_format(0, at, heading, &formats.head)?;
    Ok(())
}

/// A note that is large enough for its words.
fn note(words: &str) -> Note {
    let lines: usize = words.lines().map(|line| line.width().div_ceil(32)).sum();
    let height = u32::try_from(24 + 20 * lines).unwrap_or(u32::MAX);
    Note::new(words).add_author_prefix(false).set_width(260).set_height(height)
}

/// The words of a cell: a number where it is one to count with, else text.
fn cell(
    worksheet: &mut Worksheet,
    (row, at): (u32, u16),
    column: &Column,
    text: &str,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let number = text.parse::<f64>().ok().filter(|number| counts(column) && number.to_string() == text);
    match number {
        _ if text.is_empty() => {}
        Some(number) => {
            worksheet.write_number_with_format(row, at, number, &formats.number)?;
        }
        None => {
            let format = if is_formula(text) { &formats.guarded } else { &formats.text };
            worksheet.write_string_with_format(row, at, text, format)?;
        }
    }
    Ok(())
}

fn counts(column: &Column) -> bool {
    column.field.as_ref().is_some_and(|field| {
        let known = field.within.map_or(field.known, |(_, known)| known);
        COUNTS.contains(&known.key)
    })
}

/// As wide as the widest line of its cells, within bounds.
fn width<'a>(cells: impl Iterator<Item = &'a String>) -> u16 {
    let widest = cells.flat_map(|text| text.lines()).map(|line| line.width() + 2).max().unwrap_or(0);
    u16::try_from(widest.clamp(NARROWEST, WIDEST)).unwrap_or(u16::MAX)
}
