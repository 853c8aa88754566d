//! Calendars keep their entries over every export, and another reader finds the right times in them.

use super::{linfen, printed, python_with};
use crate::transcripts::Stage;
use std::{collections::BTreeSet, process::Command};

/// An entry as it stands in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    uid: String,
    sequence: u32,
    status: String,
    start: String,
}

fn entries(text: &[u8]) -> Vec<Entry> {
    let text = String::from_utf8(text.to_vec()).unwrap().replace("\r\n ", "");
    let blocks = text.split("BEGIN:VEVENT").skip(1).map(|block| {
        let value = |key: &str| {
            let line =
                block.lines().find(|line| line.starts_with(key)).unwrap_or_else(|| panic!("{key}: {block}"));
            line.split_once(':').unwrap().1.to_owned()
        };
        let sequence = value("SEQUENCE").parse().unwrap();
        Entry { uid: value("UID"), sequence, status: value("STATUS"), start: value("DTSTART") }
    });
    blocks.collect()
}

fn campaign(dates: &str) -> String {
    format!(
        "campaign: {{name: 初心, season: 2018-10-22..2018-10-26}}
units: [{{id: bank, name: 银行}}]
posts: [{{id: lobby, title: 大堂, unit: bank, dates: {dates}, hours: 08:00-16:00}}]
ambassadors: [{{id: a01, name: 林晓}}]
"
    )
}

#[test]
fn a_changed_plan_keeps_the_entry_and_raises_its_sequence() {
    let mut stage = Stage::new();
    let mut print = |text: &str| {
        stage = std::mem::replace(&mut stage, Stage::new()).file("c.yaml", text);
        let files = printed(&stage, "c.yaml --to ics --force", "out");
        (files["日历/大使/a01 林晓.ics"].clone(), files["日历/全部.ics"].clone())
    };
    let (first, whole) = print(&campaign("2018-10-22"));
    let [entry] = entries(&first).try_into().unwrap();
    assert_eq!((entry.sequence, entry.status.as_str()), (0, "CONFIRMED"));
    assert_eq!(entry.start, "20181022T000000Z");
    assert_eq!(print(&campaign("2018-10-22")), (first.clone(), whole.clone()), "nothing changed");

    let (moved, whole_moved) = print(&campaign("2018-10-24"));
    let [next] = entries(&moved).try_into().unwrap();
    assert_eq!((&next.uid, next.sequence), (&entry.uid, 1));
    assert_eq!(next.start, "20181024T000000Z");
    let of_whole: Vec<(u32, String)> =
        entries(&whole_moved).into_iter().map(|entry| (entry.sequence, entry.status)).collect();
    assert_eq!(of_whole, [(0, "CONFIRMED".to_owned()), (1, "CANCELLED".to_owned())]);

    let away = campaign("2018-10-24").replace("name: 林晓", "name: 林晓, away: 2018-10-24");
    let (gone, _) = print(&away);
    let [cancelled] = entries(&gone).try_into().unwrap();
    let taken_back = Entry { sequence: 2, status: "CANCELLED".into(), ..next.clone() };
    assert_eq!(cancelled, taken_back);
    assert_eq!(print(&away).0, gone, "it is taken back once");
    let [back] = entries(&print(&campaign("2018-10-24")).0).try_into().unwrap();
    assert_eq!(back, Entry { sequence: 3, ..next });
}

#[test]
fn every_entry_has_a_uid_of_its_own_and_the_same_in_every_copy() {
    let stage = linfen();
    let uids = |options: &str, folder: &str, whole: &str| {
        let files = printed(&stage, &format!("plan.json --to ics {options}"), folder);
        let all = entries(&files[whole]);
        let uids: BTreeSet<String> = all.iter().map(|entry| entry.uid.clone()).collect();
        assert_eq!(uids.len(), all.len(), "a UID stands twice");
        uids
    };
    let wall = uids("", "wall", "日历/全部.ics");
    assert_eq!(wall, uids("--contacts", "own", "日历/全部-含电话.ics"));
    assert_eq!(wall, uids("--lang en", "en", "calendars/all.ics"));
    // 17 sessions, 168 events and the lecture.
    assert_eq!(wall.len(), 186);
}

#[test]
fn another_reader_finds_the_times_right_in_shanghai_and_elsewhere() {
    let Some(python) = python_with("icalendar") else { return };
    let stage = linfen();
    let files = printed(&stage, "plan.json --to ics", "out");
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/print/read_calendar.py");
    let paths = files.keys().map(|name| stage.path().join("out").join(name));
    let output = Command::new(python).env("PYTHONUTF8", "1").arg(script).args(paths).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let read = String::from_utf8(output.stdout).unwrap();
    let written: usize = files.values().map(|bytes| entries(bytes).len()).sum();
    assert_eq!(read.lines().count(), written);
    let line = |file: &str, words: &str| {
        let found = read.lines().find(|line| line.contains(file) && line.contains(words));
        found.unwrap_or_else(|| panic!("{file}: {words} is not in\n{read}")).to_owned()
    };
    let day = line("a01", "安宁疗护病房护士");
    let start = "|2019-10-22T08:00 2019-10-21T20:00 2019-10-22T00:00|";
    let end = "|2019-10-22T16:00 2019-10-22T04:00 2019-10-22T08:00|";
    assert!(day.contains(start) && day.contains(end), "{day}");
    let event = line("全部", "周四行动");
    assert!(event.contains("|2019-01-03T14:00 2019-01-03T01:00 2019-01-03T06:00|"), "{event}");
    let lecture = line("全部", "一年的周四");
    assert!(lecture.contains("|2019-11-07T14:00 2019-11-07T01:00 2019-11-07T06:00|"), "{lecture}");
}

#[test]
fn an_edited_calendar_of_another_program_does_no_harm() {
    let stage = Stage::new().file("c.yaml", &campaign("2018-10-22"));
    printed(&stage, "c.yaml --to ics", "out");
    let path = stage.path().join("out/日历/全部.ics");
    for text in
        ["", "BEGIN:VEVENT\r\n", "BEGIN:VEVENT\r\nUID:x@other\r\nDTSTART:20180101\r\nEND:VEVENT\r\n", "\u{0}"]
    {
        std::fs::write(&path, text).unwrap();
        let files = printed(&stage, "c.yaml --to ics --force", "out");
        let all = entries(&files["日历/全部.ics"]);
        assert_eq!((all.len(), all[0].sequence), (1, 0), "{text}");
    }
}
