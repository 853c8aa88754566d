//! The bytes of a workbook as a grid: xlsx, xlsm, ods and xls, told by what they begin with.
//!
//! In: bytes. Out: text and [`Grid`], or why not. Nothing is unpacked before it is known how large it becomes.

use crate::source::{
    FileId,
    grid::{Damage, Grid, Kind, Region, laying::Laying, parts},
};
use calamine::{
    Data, Dimensions, Error, ExcelDateTime, Ods, OdsError, Reader, Xls, XlsError, Xlsx, XlsxError,
    open_workbook_from_rs,
};
use cfb::CompoundFile;
use chrono::NaiveDate;
use std::{io::Cursor, thread};

/// The most sheets: several names may stand for one part, which is read for each.
const MOST_SHEETS: usize = 250;

/// The seconds of a day.
const DAY: u32 = 24 * 60 * 60;

type Bytes<'a> = Cursor<&'a [u8]>;

/// What a workbook's bytes begin with.
enum Container {
    /// A zip archive: xlsx, xlsm, ods.
    Zip,
    /// A compound file: xls, or a locked xlsx.
    Compound,
}

fn container(bytes: &[u8]) -> Option<Container> {
    match bytes {
        [b'P', b'K', 3 | 5, 4 | 6, ..] => Some(Container::Zip),
        [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ..] => Some(Container::Compound),
        _ => None,
    }
}

/// Whether these bytes want to be a workbook, and no text.
pub(in crate::source) fn is_workbook(bytes: &[u8]) -> bool {
    container(bytes).is_some()
}

/// The name of the thread in which others' readers go through a workbook: where they panic, the file is damaged, and
/// nothing else.
pub const READER: &str = "reader of a workbook";

/// The cells of a workbook, and the text in which they stand.
pub(in crate::source) fn decode(bytes: &[u8], file: FileId) -> Result<(String, Grid), Damage> {
    let broken = |error: &dyn std::fmt::Display| Damage::Broken(error.to_string());
    thread::scope(|scope| {
        let builder = thread::Builder::new().name(READER.to_owned());
        let reader = builder.spawn_scoped(scope, || read(bytes, file)).map_err(|error| broken(&error))?;
        reader.join().unwrap_or_else(|_| Err(broken(&"its reader cannot make sense of it")))
    })
}

fn read(bytes: &[u8], file: FileId) -> Result<(String, Grid), Damage> {
    let mut laying = Laying::new(file);
    match container(bytes) {
        Some(Container::Zip) => match parts::kind(bytes)? {
            parts::Archive::Xlsx => xlsx(bytes, &mut laying)?,
            parts::Archive::Ods => ods(bytes, &mut laying)?,
        },
        _ => compound(bytes, &mut laying)?,
    }
    Ok(laying.finish())
}

fn xlsx(bytes: &[u8], laying: &mut Laying) -> Result<(), Damage> {
    let mut book: Xlsx<Bytes<'_>> = open_workbook_from_rs(Cursor::new(bytes))?;
    if book.sheet_names().len() > MOST_SHEETS {
        return Err(Damage::TooLarge);
    }
    let hidden = parts::hidden_rows(bytes);
    for (index, name) in book.sheet_names().into_iter().enumerate() {
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        laying.sheet(&name, merged.iter().map(region).collect());
        let mut cells = match book.worksheet_cells_reader(&name) {
            Ok(cells) => cells,
            // A sheet of a chart.
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => return Err(error.into()),
        };
        while let Some(cell) = cells.next_cell_with_formula()? {
            match (Data::from(cell.value), cell.formula) {
                // Whoever wrote it left the result to the next program that opens it.
                (Data::Empty, Some(formula)) => {
                    let (row, column) = cell.pos;
                    laying.cell(row as usize + 1, column as usize, Kind::Error, &format!("={formula}"))?;
                }
                (value, _) => lay(laying, cell.pos, &value)?,
            }
        }
        for &row in hidden.get(&name).into_iter().flatten() {
            laying.hide(index, row);
        }
    }
    Ok(())
}

fn ods(bytes: &[u8], laying: &mut Laying) -> Result<(), Damage> {
    let mut book: Ods<Bytes<'_>> = open_workbook_from_rs(Cursor::new(bytes))?;
    for name in book.sheet_names() {
        laying.sheet(&name, Vec::new());
        dense(&book.worksheet_range(&name)?, laying)?;
    }
    Ok(())
}

fn compound(bytes: &[u8], laying: &mut Laying) -> Result<(), Damage> {
    CompoundFile::open(Cursor::new(bytes)).map_err(|error| Damage::Broken(error.to_string()))?;
    // A locked xlsx is a compound file, in which only the reader of xlsx looks for a lock.
    if let Err(XlsxError::Password) = open_workbook_from_rs::<Xlsx<Bytes<'_>>, _>(Cursor::new(bytes)) {
        return Err(Damage::Locked);
    }
    let mut book: Xls<Bytes<'_>> = open_workbook_from_rs(Cursor::new(bytes))?;
    for name in book.sheet_names() {
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        laying.sheet(&name, merged.iter().map(region).collect());
        dense(&book.worksheet_range(&name)?, laying)?;
    }
    Ok(())
}

fn dense(range: &calamine::Range<Data>, laying: &mut Laying) -> Result<(), Damage> {
    let (first_row, first_column) = range.start().unwrap_or_default();
    for (row, cells) in (first_row..).zip(range.rows()) {
        for (column, value) in (first_column..).zip(cells) {
            lay(laying, (row, column), value)?;
        }
    }
    Ok(())
}

fn region(merged: &Dimensions) -> Region {
    let ends = |start: u32, end: u32| (start as usize, end as usize);
    Region { rows: ends(merged.start.0 + 1, merged.end.0 + 1), columns: ends(merged.start.1, merged.end.1) }
}

fn lay(laying: &mut Laying, (row, column): (u32, u32), value: &Data) -> Result<(), Damage> {
    let (kind, words) = match value {
        Data::Empty => return Ok(()),
        Data::String(words) => (Kind::Text, words.clone()),
        Data::Int(number) => (Kind::Number, number.to_string()),
        // The shortest digits that make the same number, whole ones without a point.
        Data::Float(number) => (Kind::Number, number.to_string()),
        Data::Bool(truth) => (Kind::Truth, if *truth { "TRUE" } else { "FALSE" }.to_owned()),
        Data::DateTime(moment) => serial(*moment),
        Data::DateTimeIso(words) => iso(words),
        Data::DurationIso(words) => (Kind::Time, words.clone()),
        Data::Error(error) => (Kind::Error, error.to_string()),
    };
    laying.cell(row as usize + 1, column as usize, kind, &words)
}

/// What a spreadsheet counts in days since the end of 1899. Times are fractions of a day, and seldom exact.
fn serial(moment: ExcelDateTime) -> (Kind, String) {
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    let days = moment.as_f64();
    let whole = u32::from(hour) * 3600 + u32::from(minute) * 60 + u32::from(second);
    let seconds = whole + u32::from(milli >= 500);
    let time = |hours: u32| {
        let (minute, second) = (seconds / 60 % 60, seconds % 60);
        let short = format!("{hours:02}:{minute:02}");
        if second == 0 { short } else { format!("{short}:{second:02}") }
    };
    let date = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into());
    let date = if seconds == DAY { date.and_then(|date| date.succ_opt()) } else { date };
    let date = date.map_or_else(|| format!("{year:04}-{month:02}-{day:02}"), |date| date.to_string());
    if (0.0..1.0).contains(&days) && (moment.is_duration() || seconds != DAY) {
        return (Kind::Time, time(seconds / 3600));
    }
    match seconds % DAY {
        // Days and more are no time of a day, and are shown as they are.
        _ if moment.is_duration() => (Kind::Time, days.to_string()),
        0 => (Kind::Date, date),
        _ => (Kind::DateTime, format!("{date} {}", time(seconds / 3600))),
    }
}

/// `2018-10-23` or `2018-10-23T08:00:00`, as an ods file has them.
fn iso(words: &str) -> (Kind, String) {
    match words.split_once('T') {
        None => (Kind::Date, words.to_owned()),
        Some((date, time)) => {
            let time = time.split('.').next().unwrap_or(time);
            let time = time.strip_suffix(":00").filter(|short| short.len() == 5).unwrap_or(time);
            (Kind::DateTime, format!("{date} {time}"))
        }
    }
}

impl From<XlsxError> for Damage {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::Password => Self::Locked,
            error => Self::Broken(Error::from(error).to_string()),
        }
    }
}

impl From<XlsError> for Damage {
    fn from(error: XlsError) -> Self {
        match error {
            XlsError::Password => Self::Locked,
            error => Self::Broken(Error::from(error).to_string()),
        }
    }
}

impl From<OdsError> for Damage {
    fn from(error: OdsError) -> Self {
        match error {
            OdsError::Password => Self::Locked,
            error => Self::Broken(Error::from(error).to_string()),
        }
    }
}
