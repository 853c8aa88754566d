//! Workbooks as they are written, cell by cell, and what helps to fill them in.

use calamine::{Data, Reader, Xlsx};
use chuxin::{
    campaign::{self, workbook::writing::sheets},
    render::workbook::{Look, bytes},
    source::Sources,
};
use std::{
    fmt::Write as _,
    io::{Cursor, Read as _},
    path::Path,
};

/// The workbook of a sample.
fn written(name: &str) -> Vec<u8> {
    let mut sources = Sources::default();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(name);
    let file = sources.open(&path).unwrap();
    let tree = campaign::tree(&sources, file, &mut Vec::new()).unwrap();
    bytes(&sheets(&tree), Look::Plain).unwrap()
}

/// The cells of every sheet in which something stands, those of a sheet of entries under their headings.
fn cells(workbook: &[u8]) -> String {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(workbook)).unwrap();
    let mut text = String::new();
    for name in workbook.sheet_names().into_iter().filter(|name| name != "说明") {
        let range = workbook.worksheet_range(&name).unwrap();
        let mut rows = range.rows().map(|row| row.iter().map(said).collect::<Vec<String>>());
        let heads = rows.next().unwrap();
        let _ = writeln!(text, "〔{name}〕");
        for row in rows {
            let filled =
                |(head, cell): (&String, &String)| (!cell.is_empty()).then(|| format!("{head}={cell}"));
            let line: Vec<String> = match heads[0].as_str() {
                "项目" if row[1].is_empty() => continue,
                "项目" => vec![format!("{}={}", row[0], row[1])],
                _ => heads.iter().zip(&row).filter_map(filled).collect(),
            };
            let _ = writeln!(text, "{}", line.join(" | ").replace('\n', "⏎"));
        }
    }
    text
}

/// How many columns the sheets of entries have.
fn headings(workbook: &[u8]) -> usize {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(workbook)).unwrap();
    let sheets = ["单位", "岗位", "大使", "约定", "居民区", "主题"];
    sheets.iter().map(|name| workbook.worksheet_range(name).unwrap().width()).sum()
}

/// The words of a cell; a number that is one to count with is marked.
fn said(cell: &Data) -> String {
    match cell {
        Data::Float(number) => format!("#{number}"),
        other => other.to_string(),
    }
}

/// The parts of a workbook whose names begin so, one after the other.
pub fn parts(workbook: &[u8], begin: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut text = String::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        if part.name().unwrap().starts_with(begin) {
            part.read_to_string(&mut text).unwrap();
        }
    }
    text
}

#[test]
fn says_every_field_in_its_shortest_form() {
    insta::assert_snapshot!(cells(&written("every-field.yaml")));
}

#[test]
fn says_what_a_scenario_changes() {
    insta::assert_snapshot!(cells(&written("what-if/army-withdraws.yaml")));
}

#[test]
fn helps_whoever_fills_it_in() {
    let workbook = written("every-field.yaml");
    let sheets = parts(&workbook, "xl/worksheets/sheet");
    let count = |words: &str| sheets.matches(words).count();
    // All sheets but the one that explains them; a sheet of two columns has its words in a third one.
    assert_eq!(count("state=\"frozen\""), 9);
    assert_eq!(count("<legacyDrawing"), 6);
    assert_eq!(parts(&workbook, "xl/comments").matches("<comment ").count(), headings(&workbook));
    for list in [
        "<formula1>'单位'!$A$2:$A$1000</formula1>",
        "<formula1>'岗位'!$A$2:$A$1000</formula1>",
        "<formula1>'大使'!$A$2:$A$1000</formula1>",
        "<formula1>\"服从,不服从\"</formula1>",
        "<formula1>\"固定,回避,同去,尽量同去,分开\"</formula1>",
    ] {
        assert!(sheets.contains(list), "{list}");
    }
    assert!(parts(&workbook, "xl/comments").contains("哪几天可以来"));
}

#[test]
fn the_same_campaign_makes_the_same_bytes() {
    let first = written("linfen-2018.yaml");
    // Workbooks tell seconds: wait until the clock shows another.
    std::thread::sleep(std::time::Duration::from_millis(1100));
    assert!(first == written("linfen-2018.yaml"));
}
