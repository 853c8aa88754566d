//! Which formats are made, and by whom: the one place where a format is plugged in.

use crate::{
    cli::{folder::place, print::PrintArguments},
    diagnostic::reference::Kind,
    domain::Language,
    plan::{Plan, json},
    render::{
        calendar, docx,
        edition::{Edition, Naming},
        file::{Folder, PrintedFile},
        html::{self, Sheet, long_picture},
        messages,
        notice::words::Notice,
        spreadsheet::{csv, xlsx},
        wording::{Phrase, print::Name},
    },
};
use clap::{ValueEnum, builder::PossibleValue};
use std::{fs, io, path::Path};

impl ValueEnum for Sheet {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.id()).help(self.en()))
    }
}

/// A format of paper and files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum FileFormat {
    /// Sheets to be printed from a browser: poster, letters, cards and more.
    Html,
    /// The same sheets as PDF, through the browser that is installed.
    Pdf,
    /// The poster and the Thursday year as one long picture each, for a group on telephones; through the browser too.
    Png,
    /// Letters and change notices as documents to be edited in Word or WPS.
    Docx,
    /// A workbook with a sheet for each view.
    Xlsx,
    /// The same views as comma-separated values, for other programs.
    Csv,
    /// Calendars: the whole, and one for each unit, each neighbourhood and each ambassador.
    Ics,
    /// Messages ready to be pasted: one for each ambassador, each unit, each neighbourhood and each day.
    Txt,
    /// The plan, for programs.
    Json,
}

/// The formats that are made where none is asked for.
const USUAL: [FileFormat; 5] =
    [FileFormat::Html, FileFormat::Pdf, FileFormat::Xlsx, FileFormat::Ics, FileFormat::Txt];

/// Those that are made where only certain sheets are asked for.
const OF_SHEETS: [FileFormat; 2] = [FileFormat::Html, FileFormat::Pdf];

/// Those that are made for one unit where none is asked for.
const USUAL_OF_UNIT: [FileFormat; 4] = [FileFormat::Html, FileFormat::Pdf, FileFormat::Ics, FileFormat::Txt];

/// The formats that a unit gets.
pub const OF_UNIT: [FileFormat; 5] =
    [FileFormat::Html, FileFormat::Pdf, FileFormat::Docx, FileFormat::Ics, FileFormat::Txt];

/// The sheets that a unit gets.
pub const SHEETS_OF_UNIT: [Sheet; 4] = [Sheet::Letters, Sheet::Changes, Sheet::SignIn, Sheet::WeeklySignIn];

/// What is asked for, each format and sheet once and in order.
#[derive(Debug, Clone)]
pub struct Asked {
    formats: Vec<FileFormat>,
    sheets: Vec<Sheet>,
    is_everything: bool,
}

impl Asked {
    /// What the command line asks for.
    pub fn of(arguments: &PrintArguments) -> Self {
        let mut sheets = arguments.sheets.clone();
        let usual: &[FileFormat] = match () {
            () if !sheets.is_empty() => &OF_SHEETS,
            () if arguments.recipient.is_some() => &USUAL_OF_UNIT,
            () => &USUAL,
        };
        let mut formats = if arguments.to.is_empty() { usual.to_vec() } else { arguments.to.clone() };
        formats.sort_unstable();
        formats.dedup();
        sheets.sort_unstable();
        sheets.dedup();
        let is_everything = sheets.is_empty()
            && arguments.recipient.is_none()
            && [FileFormat::Ics, FileFormat::Txt].iter().all(|one| formats.contains(one))
            && [FileFormat::Html, FileFormat::Pdf].iter().any(|one| formats.contains(one));
        Self { formats, sheets, is_everything }
    }

    /// Whether anything is made for people: programs read a plan wherever it comes from.
    pub fn is_for_people(&self) -> bool {
        self.formats.iter().any(|format| *format != FileFormat::Json)
    }

    /// Whether all that is sent and hung up was asked for.
    pub fn is_everything(&self) -> bool {
        self.is_everything
    }

    /// Whether a file of an earlier print is of a format and sheet that are asked for.
    pub fn makes(&self, path: &str, language: Language) -> bool {
        let ending = Path::new(path).extension().unwrap_or_default().to_string_lossy();
        let format = FileFormat::from_str(&ending, false);
        let has_sheets =
            matches!(format, Ok(FileFormat::Html | FileFormat::Pdf | FileFormat::Png | FileFormat::Docx));
        let title = |sheet: Sheet| match sheet {
            Sheet::Changes => Notice::Title.say(language),
            other => other.say(language),
        };
        let of = Sheet::ALL.into_iter().filter(|sheet| path.starts_with(&title(*sheet)));
        let of = of.max_by_key(|sheet| title(*sheet).len());
        let is_meant =
            self.sheets.is_empty() || !has_sheets || of.is_some_and(|sheet| self.sheets.contains(&sheet));
        format.is_ok_and(|format| self.wants(format)) && is_meant
    }

    /// Whether people are told by it where they go, and of a plan that mends another what has changed for them.
    pub fn tells(&self, mends: bool) -> bool {
        let telling: &[Sheet] =
            if mends { &[Sheet::Changes] } else { &[Sheet::Changes, Sheet::Letters, Sheet::Cards] };
        let on_paper =
            [FileFormat::Html, FileFormat::Pdf, FileFormat::Docx].iter().any(|one| self.wants(*one));
        let are_meant = self.sheets.is_empty() || telling.iter().any(|sheet| self.sheets.contains(sheet));
        self.wants(FileFormat::Txt) || on_paper && are_meant
    }

    /// Whether a format is asked for.
    pub fn wants(&self, format: FileFormat) -> bool {
        self.formats.contains(&format)
    }

    /// The documents of the pictures.
    pub fn pictures(&self, edition: Edition<'_>) -> Vec<PrintedFile> {
        let sheets = if self.sheets.is_empty() { &long_picture::SHEETS[..] } else { &self.sheets };
        long_picture::files(edition, sheets)
    }

    /// The sheets for paper.
    pub fn sheets(&self, edition: Edition<'_>) -> Vec<PrintedFile> {
        if self.sheets.is_empty() {
            let mut sheets = html::usual(edition);
            sheets.retain(|sheet| edition.copy.recipient.is_none() || SHEETS_OF_UNIT.contains(sheet));
            html::files(edition, &sheets)
        } else {
            html::files(edition, &self.sheets)
        }
    }
}

/// The files of every format asked for but the sheets for paper; whether files that are there may be replaced.
///
/// # Errors
/// Those of the writers of the formats, which a plan gives no reason for.
pub fn files(
    edition: Edition<'_>,
    asked: &Asked,
    folder: &Path,
    replaces: bool,
) -> io::Result<Vec<PrintedFile>> {
    let mut files = Vec::new();
    if asked.wants(FileFormat::Docx) {
        let sheets = if asked.sheets.is_empty() { &docx::SHEETS[..] } else { &asked.sheets };
        files.extend(docx::files(edition, sheets)?);
    }
    for &format in &asked.formats {
        files.extend(made(edition, format, folder, replaces)?);
    }
    Ok(files)
}

/// The plan for a copy: where names are hidden, ids of whoever the campaign no longer has are left out, for they may be
/// names.
fn plan_of(edition: Edition<'_>) -> Plan {
    let mut plan = edition.plan.clone();
    if edition.copy.naming == Naming::Masked {
        let is_known = |id: &String| edition.domain.ambassadors.iter().any(|person| person.id == *id);
        plan.history.visits.retain(|stood| is_known(&stood.what.visit.ambassador));
        plan.history.renamed.retain(|renamed| renamed.kind != Kind::Ambassador);
    }
    plan
}

/// The calendars of an earlier print. What cannot be read is not there for us: writing says so, where it matters.
fn calendars(edition: Edition<'_>, folder: &Path) -> calendar::Earlier {
    let name = |name: Name| name.say(edition.language);
    let of_readers = [Name::Units, Name::Neighbourhoods, Name::Ambassadors];
    let of_readers = of_readers.into_iter().map(|readers| name(readers) + "/");
    let within: Vec<String> = std::iter::once(String::new()).chain(of_readers).collect();
    let folders: Vec<String> =
        within.iter().map(|within| format!("{}/{within}", name(Name::Calendars))).collect();
    let files = folders.iter().flat_map(|inner| {
        let entries =
            fs::read_dir(place(folder, inner.trim_end_matches('/'))).into_iter().flatten().flatten();
        let calendar = move |entry: fs::DirEntry| {
            let path = Some(entry.path())
                .filter(|path| path.is_file() && path.extension() == Some("ics".as_ref()))?;
            let (name, text) = (entry.file_name().into_string().ok()?, fs::read_to_string(path).ok()?);
            Some((format!("{inner}{name}"), text))
        };
        entries.filter_map(calendar)
    });
    files.collect()
}

fn made(
    edition: Edition<'_>,
    format: FileFormat,
    folder: &Path,
    replaces: bool,
) -> io::Result<Vec<PrintedFile>> {
    match format {
        FileFormat::Html | FileFormat::Pdf | FileFormat::Png | FileFormat::Docx => Ok(vec![]),
        FileFormat::Xlsx => Ok(vec![xlsx::file(edition)?]),
        FileFormat::Csv => Ok(csv::files(edition)),
        FileFormat::Ics => {
            let earlier = calendars(edition, folder);
            let mut files = calendar::files(edition, &earlier);
            if edition.copy.recipient.is_none() && (replaces || edition.plan.mends.is_some()) {
                files.extend(calendar::stale(edition, &earlier, &files));
            }
            Ok(files)
        }
        FileFormat::Txt => Ok(messages::files(edition)),
        FileFormat::Json => {
            let stem = Name::Plan.say(edition.language);
            let path = Folder::default().name(edition, &stem, "json");
            let text = json::text(edition.domain, &plan_of(edition));
            Ok(vec![PrintedFile { path, bytes: text.into_bytes() }])
        }
    }
}
