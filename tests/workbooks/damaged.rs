//! Workbooks that nobody can read, or that would fill the memory: a clear fault, and soon.

use chuxin::source::{
    Fault, Sources,
    grid::{Damage, Kind},
};
use rust_xlsxwriter::Workbook;
use std::io::{Cursor, Write as _};
use zip::{ZipWriter, write::SimpleFileOptions};

fn fault(bytes: &[u8]) -> Option<Damage> {
    match Sources::default().add_bytes("a.xlsx", bytes) {
        Ok(_) => None,
        Err(Fault::Workbook(damage)) => Some(damage),
        Err(other) => panic!("{other:?}"),
    }
}

fn sound() -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write(0, 0, "姓名").unwrap();
    workbook.save_to_buffer().unwrap()
}

/// An archive of parts.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// The sound workbook with another first sheet.
fn with_sheet(xml: &[u8]) -> Vec<u8> {
    let mut read = zip::ZipArchive::new(Cursor::new(sound())).unwrap();
    let mut parts = Vec::new();
    for index in 0..read.len() {
        let mut part = read.by_index(index).unwrap();
        let mut bytes = Vec::new();
        std::io::copy(&mut part, &mut bytes).unwrap();
        parts.push((part.name().unwrap().into_owned(), bytes));
    }
    let named = |(name, bytes): &(String, Vec<u8>)| {
        let is_sheet = name == "xl/worksheets/sheet1.xml";
        (name.clone(), if is_sheet { xml.to_vec() } else { bytes.clone() })
    };
    let parts: Vec<(String, Vec<u8>)> = parts.iter().map(named).collect();
    archive(&parts.iter().map(|(name, bytes)| (name.as_str(), &bytes[..])).collect::<Vec<_>>())
}

#[test]
fn refuses_a_workbook_that_is_cut_off_wherever_that_is() {
    let sound = sound();
    assert_eq!(fault(&sound), None);
    for end in (8..sound.len()).step_by(97) {
        assert!(matches!(fault(&sound[..end]), Some(Damage::Broken(_) | Damage::NoWorkbook)), "{end}");
    }
}

#[test]
fn refuses_what_a_password_locks() {
    assert_eq!(fault(include_bytes!("samples/locked.xlsx")), Some(Damage::Locked));
}

#[test]
fn refuses_other_files_of_an_office() {
    assert_eq!(fault(&archive(&[("word/document.xml", b"<a/>")])), Some(Damage::NoWorkbook));
}

#[test]
fn refuses_what_unpacks_into_more_than_any_campaign() {
    let bomb = archive(&[("xl/workbook.xml", b"<a/>"), ("xl/media/1.bin", &vec![0; 300 * 1024 * 1024])]);
    assert!(bomb.len() < 1024 * 1024);
    assert_eq!(fault(&bomb), Some(Damage::TooLarge));
}

#[test]
fn passes_over_a_million_empty_rows_and_the_last_cell_of_a_sheet() {
    let rows = "<row ht=\"20\"/>".repeat(1_048_576);
    let xml = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    assert_eq!(fault(&with_sheet(xml.as_bytes())), None);
    let corner = b"<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData></worksheet>";
    assert_eq!(fault(&with_sheet(corner)), None);
}

#[test]
fn takes_a_formula_without_a_result_for_a_fault() {
    let xml = br#"<worksheet><sheetData><row r="1"><c r="A1"><f>C2</f></c></row></sheetData></worksheet>"#;
    let mut sources = Sources::default();
    let file = sources.add_bytes("a.xlsx", &with_sheet(xml)).unwrap();
    let cell = &sources.grid(file).unwrap().sheets[0].rows[0].cells[0];
    assert_eq!((cell.kind, sources.slice(cell.place)), (Kind::Error, "=C2"));
}

#[test]
fn refuses_a_cell_that_no_sheet_has() {
    let xml = br#"<worksheet><sheetData><row r="9"><c r="ZZZZ4294967295"><v>1</v></c></row></sheetData></worksheet>"#;
    assert!(matches!(fault(&with_sheet(xml)), Some(Damage::Broken(_) | Damage::TooLarge)));
}
