//! Letters and change notices as documents that an office edits in Word or WPS.
//!
//! In: [`Letter`]s of blocks. Out: a file each, the same for the same letter.

use crate::{
    domain::Language,
    render::{
        block::{Block, Cell, Section, Table, filled},
        edition::Edition,
        facts,
        file::{Folder, PrintedFile},
        html::{Sheet, letters},
        letter::Letter,
        wording::measure,
    },
};
use docx_rs::{
    AlignmentType, Docx, Footer, PageMargin, Paragraph, Run, RunFonts, SpecialIndentType, Table as Grid,
    TableCell, TableLayoutType, TableRow, WidthType,
};
use std::io::{self, Cursor};
use unicode_width::UnicodeWidthStr;

/// The sheets of which there are documents.
pub const SHEETS: [Sheet; 2] = [Sheet::Letters, Sheet::Changes];

/// Sizes of type in half points: the title, headings, and the text.
const TITLE: usize = 44;
const HEADING: usize = 28;
const TEXT: usize = 24;

/// What the margins leave of the width of a page, in twentieths of a point.
const TEXT_WIDTH: usize = 11_906 - 2 * 1300;

/// A file for each reader, in a folder for each kind of letter.
///
/// # Errors
/// Those of the packing of a document, for which no letter gives a reason.
pub fn files(edition: Edition<'_>, sheets: &[Sheet]) -> io::Result<Vec<PrintedFile>> {
    let mut files = Vec::new();
    for sheet in SHEETS.into_iter().filter(|sheet| sheets.contains(sheet)) {
        let (mut names, folder) = (Folder::default(), letters::folder(edition, sheet));
        for letter in letters::of(edition, sheet) {
            let path = format!("{folder}/{}", names.name(edition, &letter.name, "docx"));
            files.push(PrintedFile { path, bytes: bytes(edition, &letter)? });
        }
    }
    Ok(files)
}

fn bytes(edition: Edition<'_>, letter: &Letter) -> io::Result<Vec<u8>> {
    let fonts = RunFonts::new().east_asia("SimSun").ascii("Times New Roman").hi_ansi("Times New Roman");
    let margin = PageMargin::new().top(1400).bottom(1200).left(1300).right(1300);
    let mut document = Docx::new().default_fonts(fonts).default_size(TEXT).page_margin(margin);
    document = document.page_size(11906, 16838).footer(footer(edition, letter));
    document = document.add_paragraph(centred(&edition.domain.campaign.name, HEADING));
    document = document.add_paragraph(centred(&letter.title, TITLE));
    if let Some(about) = &letter.about {
        document = document.add_paragraph(centred(about, TEXT));
    }
    document = document.add_paragraph(Paragraph::new());
    if !letter.dear.is_empty() {
        document = document.add_paragraph(heading(&letter.dear));
    }
    if let Some(contact) = &letter.contact {
        document = document.add_paragraph(said(contact));
    }
    for section in filled(letter.sections.clone()) {
        document = with_section(document, &section, edition);
    }
    for closing in &letter.closing {
        document = document.add_paragraph(sentence(closing));
    }
    for line in &letter.signed {
        document = document.add_paragraph(said(line).align(AlignmentType::Right));
    }
    let mut packed = Cursor::new(Vec::new());
    document.build().pack(&mut packed).map_err(io::Error::other)?;
    Ok(packed.into_inner())
}

/// Below each page to whom the letter goes, the office, and on a copy with numbers that it holds some.
fn footer(edition: Edition<'_>, letter: &Letter) -> Footer {
    let foot = facts::foot(edition);
    let words = std::iter::once(letter.name.clone()).chain(foot).collect::<Vec<String>>().join("  ");
    Footer::new().add_paragraph(centred(&words, 18))
}

fn with_section(mut document: Docx, section: &Section, edition: Edition<'_>) -> Docx {
    if !section.heading.is_empty() {
        document = document.add_paragraph(heading(&section.heading));
    }
    for block in &section.blocks {
        document = match block {
            Block::Sentences(lines) => {
                lines.iter().fold(document, |all, one| all.add_paragraph(sentence(one)))
            }
            Block::Entries(lines, _) => document.add_paragraph(sentence(&in_a_row(edition.language, lines))),
            Block::List(items) => items.iter().enumerate().fold(document, |all, (at, item)| {
                let first = said(&format!("{}. {}", at + 1, item.text));
                item.below.iter().fold(all.add_paragraph(first), |all, one| all.add_paragraph(said(one)))
            }),
            Block::Tables(arrangements) => {
                let tables = arrangements.iter().take(1).flatten();
                let document = tables.fold(document, |all, table| all.add_table(grid(table, edition)));
                document.add_paragraph(Paragraph::new())
            }
        };
    }
    document
}

fn grid(table: &Table, edition: Edition<'_>) -> Grid {
    let widths = widths(table, edition);
    let cell = |at: usize, lines: Vec<Paragraph>| {
        let cell = TableCell::new().width(widths[at], WidthType::Dxa);
        lines.into_iter().fold(cell, TableCell::add_paragraph)
    };
    let heads = table.columns.iter().enumerate().map(|(at, column)| {
        let run = Run::new().add_text(&column.heading).bold();
        cell(at, vec![Paragraph::new().add_run(run)])
    });
    let mut rows = vec![TableRow::new(heads.collect())];
    rows.extend(table.rows().map(|row| {
        let cells = row.iter().enumerate().map(|(at, one)| {
            let words = words(one, edition);
            cell(at, words.split('\n').map(said).collect())
        });
        TableRow::new(cells.collect())
    }));
    Grid::new(rows).set_grid(widths).layout(TableLayoutType::Fixed)
}

/// The widths of the columns in twentieths of a point: the page is shared by the longest line of each.
fn widths(table: &Table, edition: Edition<'_>) -> Vec<usize> {
    let longest = |words: &str| words.lines().map(UnicodeWidthStr::width).max().unwrap_or_default();
    let lines: Vec<usize> = (0..table.columns.len())
        .map(|at| {
            let cells = table.rows().map(|row| longest(&words(&row[at], edition)));
            cells.chain([longest(&table.columns[at].heading)]).max().unwrap_or_default().clamp(6, 22)
        })
        .collect();
    let all: usize = lines.iter().sum();
    lines.iter().map(|line| line * TEXT_WIDTH / all.max(1)).collect()
}

fn words(cell: &Cell, edition: Edition<'_>) -> String {
    match cell {
        Cell::Text(text) | Cell::Proven(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Metres(metres) => measure::way(edition.language, *metres),
        Cell::Date(date) => measure::date(edition.language, *date),
        Cell::Blank => String::new(),
    }
}

/// Entries one behind the other, for which a letter has no columns.
fn in_a_row(language: Language, entries: &[String]) -> String {
    entries.join(match language {
        Language::Zh => "；",
        Language::En => "; ",
    })
}

fn said(words: &str) -> Paragraph {
    Paragraph::new().add_run(Run::new().add_text(words))
}

/// A sentence of the letter, two characters in.
fn sentence(words: &str) -> Paragraph {
    said(words).indent(None, Some(SpecialIndentType::FirstLine(480)), None, None)
}

fn heading(words: &str) -> Paragraph {
    Paragraph::new().add_run(Run::new().add_text(words).bold().size(HEADING))
}

fn centred(words: &str, size: usize) -> Paragraph {
    Paragraph::new().add_run(Run::new().add_text(words).size(size)).align(AlignmentType::Center)
}
