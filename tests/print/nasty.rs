//! Names that would do harm where a format took them for its own words.

use super::{files, formats, printed, text};
use crate::transcripts::Stage;
use calamine::{Data, Reader, Xlsx};
use std::{collections::BTreeSet, io::Cursor};

/// Ids and names as YAML text in double quotation marks; behind a bar, in the stead of the name, what is no name because
/// of its control characters: there it is the organization's.
const PEOPLE: [(&str, &str); 18] = [
    ("CON", "<script>alert(1)</script>"),
    ("nul", "\\\"quoted\\\" & 'co'; <b>"),
    ("com1.txt", "\\u202Eabc\\u202C"),
    ("a:b/c\\\\d|e?f*g", "😀👨\u{200d}👩\u{200d}👧 林"),
    ("ends. .", "四十个字的名字四十个字的名字四十个字的名字四十个字的名字四十个字的名字四十个字的"),
    ("𠮷", "𠮷野家"),
    ("new line", "|林\\n晓\\r\\nBEGIN:VEVENT"),
    ("control", "|云\\u0000\\u001B[31m飞"),
    ("a1", "=1+1"),
    ("A1", "+cmd|' /C calc'!A0"),
    ("a01", "-2+3"),
    ("-rf", "@SUM(A1:A9)"),
    ("..", "\\tTab"),
    ("../../etc/x", "END:VCALENDAR"),
    ("~", "%PATH%"),
    ("a b", "；，。,;:\\\\"),
    ("=id", "&amp;lt;"),
    ("LPT9", "]]>-->"),
];

fn stage() -> Stage {
    let head = "campaign: {name: \"=初心<i>&\", season: 2018-10-22..2018-10-26, contact: {name: \"@办公室\", phone: 021-0000 0000}}
units: [{id: u, name: \"=1+1<script>alert(2)</script>\", note: \"=HYPERLINK(1)\", contact: {phone: 138 0000 0101}}]
posts:
  - {id: p, unit: u, title: \"+岗位\\\"</td>\", dates: 2018-10-22..2018-10-23, seats: 9, need: 9, meet: \"@门口\", mentor: \"-师\\n傅\"}
ambassadors:
";
    let person = |(id, name): (&str, &str)| {
        let words = name.strip_prefix('|').map_or(format!("name: \"{name}\""), |words| {
            format!("name: \"{id}\", organization: \"{words}\"")
        });
        format!("  - {{id: \"{id}\", {words}, phone: 138 0000 0001}}\n")
    };
    let people: String = PEOPLE.into_iter().map(person).collect();
    Stage::new().file("nasty.yaml", &[head, &people].concat())
}

#[test]
fn file_names_are_such_that_every_system_takes_them() {
    let files = printed(&stage(), &format!("nasty.yaml --to {}", formats()), "out");
    let mut seen = BTreeSet::new();
    for path in files.keys() {
        assert!(seen.insert(path.to_lowercase()), "{path} differs from another by case alone");
        for part in path.split('/') {
            let stem = part.split('.').next().unwrap().trim_end().to_uppercase();
            assert!(!["CON", "NUL", "COM1", "LPT9", ""].contains(&stem.as_str()), "{path}");
            assert!(!part.contains(['<', '>', ':', '"', '\\', '|', '?', '*']), "{path}");
            assert!(!part.chars().any(char::is_control), "{path}");
            assert!(!part.ends_with(['.', ' ']) && !part.starts_with(['.', '-', ' ']), "{path}");
            assert!(part.len() < 200, "{path}");
        }
    }
    let of_people = files.keys().filter(|path| path.starts_with("通知/大使/")).count();
    assert_eq!(of_people, PEOPLE.len());
}

#[test]
fn nothing_is_written_outside_of_the_folder() {
    let stage = stage();
    printed(&stage, &format!("nasty.yaml --to {}", formats()), "out");
    let outside: Vec<String> =
        files(stage.path()).into_keys().filter(|path| !path.starts_with("out/")).collect();
    assert_eq!(outside, ["nasty.yaml"]);
}

#[test]
fn pages_run_no_script_of_a_name() {
    for (name, bytes) in printed(&stage(), "nasty.yaml --to html", "out") {
        let page = text(&name, &bytes);
        assert!(!page.contains("<script>alert") && !page.contains("<i>&\""), "{name}");
        assert!(!page.contains(['\u{202e}', '\u{0}', '\u{1b}']), "{name}");
    }
}

#[test]
fn cells_hold_the_text_and_no_formula() {
    let files = printed(&stage(), "nasty.yaml --to xlsx", "out");
    let bytes = files.values().next().unwrap();
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes.as_slice())).unwrap();
    let mut words = BTreeSet::new();
    for name in workbook.sheet_names() {
        let formulas = workbook.worksheet_formula(&name).unwrap();
        assert!(formulas.cells().all(|(.., formula)| formula.is_empty()), "{name}");
        for (.., cell) in workbook.worksheet_range(&name).unwrap().cells() {
            if let Data::String(text) = cell {
                words.insert(text.clone());
            }
        }
    }
    for said in
        ["=1+1", "-2+3", "@SUM(A1:A9)", "𠮷野家", "林 晓 BEGIN:VEVENT", "云飞", "END:VCALENDAR", "@门口"]
    {
        assert!(words.contains(said), "{said} is not among {words:#?}");
    }
}

#[test]
fn values_between_commas_are_no_formulas() {
    for (name, bytes) in printed(&stage(), "nasty.yaml --to csv", "out") {
        let text = String::from_utf8(bytes).unwrap();
        let body = text.strip_prefix('\u{feff}').expect("a byte order mark");
        assert!(body.ends_with("\r\n") && !body.replace("\r\n", "").contains(['\r', '\n']), "{name}");
        for field in body.split(['\n', ',']).map(|field| field.trim_start_matches('"')) {
            assert!(!field.starts_with(['=', '+', '-', '@']), "{name}: {field}");
        }
    }
}

#[test]
fn entries_of_calendars_are_as_many_as_they_should_be() {
    for (name, bytes) in printed(&stage(), "nasty.yaml --to ics", "out") {
        let text = String::from_utf8(bytes).unwrap();
        let lines: Vec<&str> = text.split("\r\n").collect();
        let count = |line: &str| lines.iter().filter(|other| **other == line).count();
        assert_eq!(count("BEGIN:VEVENT"), count("END:VEVENT"), "{name}");
        assert_eq!((count("BEGIN:VCALENDAR"), count("END:VCALENDAR")), (1, 1), "{name}");
        assert!(lines.iter().all(|line| line.len() <= 75), "{name}: a line is longer than 75 bytes");
        let sessions = if name.contains("大使") { 1 } else { 2 };
        assert!(count("BEGIN:VEVENT") <= sessions, "{name}: {}", count("BEGIN:VEVENT"));
    }
}
