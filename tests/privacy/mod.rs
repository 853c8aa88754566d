//! No personal number leaves the program but on the organizer's own copy: every text field of a campaign holds every
//! notation, and goes through every format, file name and command.

mod campaign;
mod notations;

use crate::{
    print::{self, RECORD, formats, record, text},
    support::tools,
    transcripts::Stage,
};
use campaign::{Filled, with_numbers_in_ids, with_numbers_in_texts};
use notations::leak;
use std::{
    collections::{BTreeMap, BTreeSet},
    ffi::OsStr,
    fs,
    path::Path,
};

const BASE: &str = include_str!("../../scenarios/every-field.yaml");

/// Names no byte of what everybody may see that is part of a personal number.
#[track_caller]
fn assert_discreet(what: &str, text: &str) {
    if let Some(found) = leak(text) {
        let line = text.lines().find(|line| leak(line).is_some()).unwrap_or(text);
        panic!("{what} holds {found}: {line}");
    }
}

/// Prints and returns every file by its path below the folder, with what the folder knows of its prints.
fn printed(stage: &Stage, arguments: &str, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let mut files = print::printed(stage, arguments, folder);
    let known = record(&stage.path().join(folder));
    assert!(known.contains("\"files\""), "{known}");
    assert_discreet(RECORD, &known);
    files.insert(RECORD.to_owned(), known.into());
    files
}

/// The campaign with its plan.
fn stage(yaml: &str) -> Stage {
    let stage = Stage::new().file("c.yaml", yaml);
    let output = stage.run("plan c.yaml -o plan.json");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    stage
}

/// What a file says to whoever reads it, without blanks and what a format needs.
fn plain(name: &str, bytes: &[u8]) -> String {
    let text = text(name, bytes);
    let text = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
        ("\\,", ","),
        ("\\;", ";"),
        ("\\n", ""),
    ]
    .iter()
    .fold(text, |text, (written, meant)| text.replace(written, meant));
    text.split_whitespace().collect()
}

#[test]
fn no_file_of_the_wall_copy_holds_a_number_and_what_must_stay_stays() {
    let Filled { yaml, shown } = with_numbers_in_texts(BASE);
    assert!(shown.len() > 60, "{:?}", shown.keys());
    let stage = stage(&yaml);
    let formats = formats();
    let wall = printed(&stage, &format!("plan.json --to {formats} --reserves 1"), "wall");
    let mut seen = BTreeSet::new();
    for ending in ["html", "xlsx", "csv", "ics", "txt", "json"] {
        let of_format =
            wall.iter().filter(|(name, _)| Path::new(name).extension().is_some_and(|one| one == ending));
        let mut whole = String::new();
        for (name, bytes) in of_format {
            let text = text(name, bytes);
            assert_discreet(name, &text);
            whole += &plain(name, bytes);
        }
        assert!(!whole.is_empty(), "{ending}");
        for (mark, shown) in &shown {
            let shown: String = shown.split_whitespace().collect();
            let Some(at) = whole.find(mark.as_str()) else { continue };
            let (said, wanted) = (&whole[at..], &shown[shown.find(mark.as_str()).unwrap()..]);
            let alike = said.chars().zip(wanted.chars()).take_while(|(one, other)| one == other).count();
            // At the edge of a page of the workbook only the first letters stand.
            let is_cut = ending == "xlsx" && alike > 40;
            let said: String = said.chars().take(wanted.chars().count()).collect();
            assert!(whole.contains(&shown) || is_cut, "{ending} says\n{said}\nfor\n{wanted}");
            seen.insert(mark);
        }
    }
    assert!(seen.len() > 30, "{} of {} fields are printed", seen.len(), shown.len());
    for (folder, options) in [("masked", "--mask-names"), ("english", "--lang en")] {
        for (name, bytes) in printed(&stage, &format!("plan.json --to {formats} {options}"), folder) {
            assert_discreet(&name, &text(&name, &bytes));
        }
    }
}

#[test]
#[ignore = "needs Chromium, Chrome or Edge, and poppler"]
fn no_pdf_of_the_wall_copy_holds_a_number() {
    let stage = stage(&with_numbers_in_texts(BASE).yaml);
    let files = printed(&stage, "plan.json --to pdf", "wall");
    assert!(files.len() > 6, "{:?}", files.keys());
    let sheet = stage.run("compare c.yaml --without ambassador:a05 --sheet wall/sheet.pdf");
    assert!(sheet.status.success(), "{}", String::from_utf8_lossy(&sheet.stderr));
    let of_print = files.into_keys().filter(|name| name != RECORD);
    for name in of_print.chain(["sheet.pdf".to_owned()]) {
        let path = stage.path().join("wall").join(&name);
        let said = tools::said("pdftotext", [path.as_os_str(), OsStr::new("-")]);
        assert!(said.contains("021-0000 0000"), "{name}: {said}");
        assert_discreet(&name, &said);
        assert_discreet("what is said of a PDF", &tools::said("pdfinfo", [path.as_os_str()]));
    }
}

/// Every format but the plan, whose ids are those of the campaign.
fn formats_without_ids() -> String {
    formats().split(',').filter(|format| *format != "json").collect::<Vec<&str>>().join(",")
}

#[test]
fn no_id_gives_a_number_away_but_in_plans() {
    let yaml = with_numbers_in_ids(BASE);
    assert!(leak(&yaml).is_some());
    let stage = stage(&yaml);
    let to = formats_without_ids();
    for (folder, options) in [("wall", "--reserves 1"), ("masked", "--mask-names")] {
        for (name, bytes) in printed(&stage, &format!("plan.json --to {to} {options}"), folder) {
            assert_discreet(&name, &text(&name, &bytes));
            assert_discreet("the name of a file", &name);
        }
    }
    let plan = fs::read_to_string(stage.path().join("plan.json")).unwrap();
    assert!(leak(&plan).is_some(), "ids stay as they are");
}

#[test]
fn no_file_is_called_after_a_number_on_any_copy() {
    for yaml in [with_numbers_in_texts(BASE).yaml, with_numbers_in_ids(BASE), NAMES_ARE_IDS.to_owned()] {
        let stage = stage(&yaml);
        let to = formats_without_ids();
        for (folder, options) in [("wall", ""), ("own", "--contacts"), ("masked", "--mask-names")] {
            let files = printed(&stage, &format!("plan.json --to {to} {options}"), folder);
            assert!(files.len() > 10, "{options}: {:?}", files.keys());
            for name in files.keys() {
                assert_discreet("the name of a file", name);
            }
        }
    }
}

/// Name and number in one cell, as sign-up sheets have them; invented.
const NAMES_ARE_IDS: &str = "
campaign: {name: 样例, season: 2018-10-22..2018-10-26, contact: {name: 党建服务中心, phone: 021-0000 0000}}
units: [{id: clinic, name: 卫生服务中心}]
posts: [{id: guide, unit: clinic, title: 门诊导医, dates: 2018-10-23, seats: 1}]
ambassadors:
  - {name: 佘松岩 13800000001, wishes: [guide]}
  - {name: 茅如兰（138 0000 0002）, wishes: [guide]}
";

#[test]
fn files_of_people_whose_names_are_ids_are_called_by_their_names_and_places() {
    let stage = stage(NAMES_ARE_IDS);
    let files = printed(&stage, "plan.json --to ics,txt", "out");
    let people: Vec<&str> =
        files.keys().filter_map(|name| name.split_once("/大使/")).map(|one| one.1).collect();
    assert_eq!(people, ["#1 佘松岩.ics", "#1 佘松岩.txt", "#2 茅如兰.txt"]);
    let record = text("txt", &files[RECORD]);
    assert!(!record.contains("佘松岩") && !record.contains("茅如兰"), "{record}");
    let greeting = text("txt", &files["通知/大使/#2 茅如兰.txt"]);
    assert!(greeting.starts_with("茅如兰（***）"), "{greeting}");
}

/// What commands print of a campaign that was changed in every way; standard error where it tells of people.
fn commands(stage: &Stage, absent: &str) -> Vec<(String, String)> {
    let scenario = "extends: c.yaml
campaign: {contact: {name: 值班 138-0000-0091, phone: 021-0000 0000}}
units: [{id: bank, contact: {name: 汪主任, phone: 021-0000 0555}, note: 打 021-0000 0555 或 １３８００００００９２}]
ambassadors: [{id: a02, name: 谢雨桐 138.0000.0093, phone: 138 0000 0094}, {id: a09, name: 游客 138 0000 0095}]
bans: [{ambassador: a03, post: drill}]
";
    let contradiction = "extends: c.yaml
pins:
  - {ambassador: a02, post: lobby, date: 2019-03-25, hours: 09:00-12:00}
  - {ambassador: a03, post: lobby, date: 2019-03-25, hours: 09:00-12:00}
groups: []
";
    fs::write(stage.path().join("s.yaml"), scenario).unwrap();
    fs::write(stage.path().join("n.yaml"), contradiction).unwrap();
    let plan = fs::read_to_string(stage.path().join("plan.json")).unwrap();
    let drill = "\"post\": \"drill\", \"date\": \"2019-03-2";
    let at = plan.find(drill).unwrap() + drill.len();
    let other = if plan[at..].starts_with('0') { "7" } else { "0" };
    let broken = [&plan[..at], other, &plan[at + 1..]].concat();
    fs::write(stage.path().join("broken.json"), broken).unwrap();
    let set = "--set ambassadors.a03.phone=138-0000-0096 --set ambassadors.a03.note=13800000097";
    let lines = [
        ("plan c.yaml --by all --reserves 1".to_owned(), 0),
        (format!("plan c.yaml --lang en --by all {set} -o varied.json"), 0),
        (format!("plan c.yaml {set} --format json"), 0),
        (format!("repair c.yaml --plan plan.json --absent {absent} --reserves 1 -o plan-2.json"), 0),
        ("repair s.yaml --plan plan.json --lang en".to_owned(), 0),
        (format!("explain plan.json {absent} --names"), 0),
        ("diff plan.json plan-2.json".to_owned(), 1),
        (format!("compare c.yaml s.yaml {set} --sheet sheet.html"), 0),
        ("compare c.yaml s.yaml --lang en".to_owned(), 0),
        ("verify c.yaml broken.json".to_owned(), 2),
        ("plan n.yaml".to_owned(), 3),
    ];
    let run = |(line, code): (String, i32)| {
        let output = stage.run(&line);
        let (said, told) =
            (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
        assert_eq!(output.status.code(), Some(code), "{line}: {told}");
        // Where a contradiction is told, lines of the user's own file are shown as they are.
        let sentences: Vec<&str> = told.lines().filter(|line| !line.contains('|')).collect();
        (line, if code == 3 { sentences.join("\n") } else { said })
    };
    lines.into_iter().map(run).collect()
}

#[test]
fn no_command_says_a_number_that_was_not_asked_for() {
    let stage = stage(&with_numbers_in_texts(BASE).yaml);
    for (command, said) in commands(&stage, "a05") {
        assert!(said.lines().count() > 1, "{command}: {said}");
        assert_discreet(&command, &said);
        assert!(!said.contains("0555"), "{command} says the number of a unit: {said}");
    }
    let sheet = fs::read_to_string(stage.path().join("sheet.html")).unwrap();
    assert_discreet("the sheet", &sheet);
    assert!(!sheet.contains("0555") && sheet.contains("***"), "{sheet}");
    let saved = fs::read(stage.path().join("varied.json")).unwrap();
    assert_discreet("the saved plan", &text("json", &saved));
    let varied = print::printed(&stage, "varied.json --to json", "varied");
    assert_discreet("the plan", &text("json", &varied["安排方案.json"]));
    let again = stage.run("print varied/安排方案.json --to txt -o again");
    assert!(again.status.success(), "{}", String::from_utf8_lossy(&again.stderr));
    let mended = fs::read(stage.path().join("plan-2.json")).unwrap();
    assert_discreet("the mended plan", &text("json", &mended));
    for (name, bytes) in printed(&stage, "plan-2.json --to html,ics,txt", "mended") {
        assert_discreet(&name, &text(&name, &bytes));
        assert_discreet("the name of a file", &name);
    }
    let json = stage.run("compare c.yaml s.yaml --format json");
    assert_discreet("compare as data", &String::from_utf8(json.stdout).unwrap());
}

#[test]
fn commands_say_numbers_where_these_are_asked_for() {
    let stage = stage(&with_numbers_in_texts(BASE).yaml);
    let plan = "plan c.yaml --contacts";
    for command in [plan, "repair c.yaml --plan plan.json --absent a05 -o plan-2.json --contacts"] {
        let output = stage.run(command);
        assert!(leak(&String::from_utf8(output.stdout).unwrap()).is_some(), "{command}");
    }
    for command in
        ["diff plan.json plan-2.json --contacts", "compare c.yaml --without ambassador:a05 --contacts"]
    {
        let output = stage.run(command);
        assert!(leak(&String::from_utf8(output.stdout).unwrap()).is_some(), "{command}");
    }
}

#[test]
fn nothing_says_how_old_somebody_is() {
    let stage = stage(BASE);
    fs::write(
        stage.path().join("s.yaml"),
        "extends: c.yaml\nambassadors: [{id: a01, born: 1971-03}, {id: a02, age: 47}]\n",
    )
    .unwrap();
    for command in ["compare c.yaml s.yaml --contacts", "compare c.yaml s.yaml --format json"] {
        let output = stage.run(command);
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(
            said.contains("born") && !said.contains("1971") && !said.contains("1962"),
            "{command}: {said}"
        );
        assert!(!said.contains("47"), "{command}: {said}");
    }
    for (name, bytes) in printed(&stage, "plan.json --to html,xlsx,csv,ics,txt,json --contacts", "all") {
        assert!(!text(&name, &bytes).contains("1962"), "{name}");
    }
}
