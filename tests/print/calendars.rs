//! Calendars keep their entries over every export, and another reader finds the right times in them.

use super::{files, linfen, printed};
use crate::{support::tools, transcripts::Stage};
use std::collections::{BTreeMap, BTreeSet};

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
    assert_eq!(of_whole, [(1, "CONFIRMED".to_owned()), (1, "CANCELLED".to_owned())]);

    let away = campaign("2018-10-24").replace("name: 林晓", "name: 林晓, away: 2018-10-24");
    let (gone, _) = print(&away);
    let [cancelled] = entries(&gone).try_into().unwrap();
    let taken_back = Entry { sequence: 2, status: "CANCELLED".into(), ..next.clone() };
    assert_eq!(cancelled, taken_back);
    assert_eq!(print(&away).0, gone, "it is taken back once");
    let [back] = entries(&print(&campaign("2018-10-24")).0).try_into().unwrap();
    assert_eq!(back, Entry { sequence: 3, ..next });
}

/// Two people at two posts, invented; the posts of `unit`s and the `season` may differ.
const TWO: &str = "\
campaign: {name: 样例, season: 2018-10-22..2018-10-26}
units: [{id: clinic, name: 卫生服务中心}, {id: market, name: 便民菜市场}]
posts:
  - {id: guide, unit: clinic, title: 门诊导医, dates: [2018-10-23, 2018-10-24]}
  - {id: stall, unit: market, title: 摊位协管员, dates: 2018-10-25}
ambassadors:
  - {id: a01, name: 佘松岩, wishes: [guide]}
  - {id: a02, name: 茅如兰, wishes: [stall], available: 2018-10-25}
";

/// Runs a command that must succeed.
fn done(stage: &Stage, arguments: &str) {
    let output = stage.run(arguments);
    assert!(output.status.success(), "{arguments}: {}", String::from_utf8_lossy(&output.stderr));
}

fn two() -> Stage {
    let stage = Stage::new().file("c.yaml", TWO);
    done(&stage, "plan c.yaml -o plan.json");
    stage
}

fn one(files: &BTreeMap<String, Vec<u8>>, path: &str) -> Entry {
    let found = files.get(path).unwrap_or_else(|| panic!("{path} is none of {:?}", files.keys()));
    let [entry] = entries(found).try_into().unwrap();
    entry
}

#[test]
fn a_mended_plan_goes_on_in_the_folder_of_the_first_and_says_the_same_in_a_new_one() {
    let stage = two();
    done(&stage, "print plan.json --to ics");
    let before = files(&stage.path().join("plan-print"));
    done(&stage, "repair c.yaml --plan plan.json --absent a02 -o plan-2.json");
    done(&stage, "print plan-2.json --to ics");
    assert!(!stage.path().join("plan-2-print").exists());
    let after = files(&stage.path().join("plan-print"));
    let (known, gone) = (one(&before, "日历/大使/a02 茅如兰.ics"), one(&after, "日历/大使/a02 茅如兰.ics"));
    assert_eq!(gone, Entry { sequence: 1000, status: "CANCELLED".into(), ..known });
    let (known, kept) = (one(&before, "日历/大使/a01 佘松岩.ics"), one(&after, "日历/大使/a01 佘松岩.ics"));
    assert_eq!(kept, Entry { sequence: 1000, ..known });
    assert!(printed(&stage, "plan-2.json --to ics", "new") == after, "printed elsewhere");
    assert!(printed(&stage, "plan-2.json --to ics --force", "new") == after, "printed twice");
    done(
        &stage,
        "repair plan-2.yaml --plan plan-2.json --close guide@2018-10-24 --keep-until 2018-10-23 -o plan-3.json",
    );
    done(&stage, "print plan-3.json --to ics");
    assert!(printed(&stage, "plan-3.json --to ics", "newer") == files(&stage.path().join("plan-print")));
    let moved = one(&files(&stage.path().join("newer")), "日历/大使/a01 佘松岩.ics");
    assert_eq!((moved.uid, moved.sequence, moved.start.as_str()), (kept.uid, 2000, "20181023T010000Z"));
}

#[test]
fn only_calendars_and_what_is_as_it_was_printed_are_replaced_unasked() {
    let stage = two();
    done(&stage, "print plan.json --to ics,txt");
    done(&stage, "repair c.yaml --plan plan.json --absent a02 -o plan-2.json");
    let stage = stage.file("plan-print/通知/大使/a01 佘松岩.txt", "另请带伞");
    let before = files(&stage.path().join("plan-print"));
    let output = stage.run("print plan-2.json --to ics,txt");
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(said.contains("plan.json 的文件夹 plan-print") && said.contains("--force"), "{said}");
    assert!(files(&stage.path().join("plan-print")) == before);
    let mine = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1@mine\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let stage = stage.file("plan-print/日历/全部.ics", mine);
    assert_eq!(stage.run("print plan-2.json --to ics").status.code(), Some(2));
    assert_eq!(files(&stage.path().join("plan-print"))["日历/全部.ics"], mine.as_bytes());
}

#[test]
fn the_calendar_of_a_unit_or_a_person_that_is_gone_is_cancelled_in_whatever_folder() {
    for without in ["unit:market", "ambassador:a02"] {
        let stage = two();
        let before = printed(&stage, "plan.json --to ics", "out");
        done(&stage, &format!("repair c.yaml --plan plan.json --without {without} -o plan-2.json"));
        let after = printed(&stage, "plan-2.json --to ics --force", "out");
        assert!(printed(&stage, "plan-2.json --to ics", "new") == after, "{without}");
        for path in ["日历/单位/便民菜市场.ics", "日历/大使/a02 茅如兰.ics"] {
            let cancelled = Entry { sequence: 1000, status: "CANCELLED".into(), ..one(&before, path) };
            assert_eq!(one(&after, path), cancelled, "{without}");
        }
        let whole: Vec<String> =
            entries(&after["日历/全部.ics"]).into_iter().map(|entry| entry.status).collect();
        assert_eq!(whole, ["CONFIRMED", "CANCELLED"]);
        // Nothing depends on the older files: where nobody knows the names any more, ids stand for them.
        std::fs::remove_file(stage.path().join("plan.json")).unwrap();
        let alone = printed(&stage, "plan-2.json --to ics", "alone");
        let gone =
            if without == "unit:market" { "日历/单位/market.ics" } else { "日历/大使/a02.ics" };
        assert_eq!(one(&alone, gone).status, "CANCELLED");
        assert_eq!(entries(&alone["日历/全部.ics"]), entries(&after["日历/全部.ics"]));
    }
}

#[test]
fn a_unit_that_is_gone_from_a_plan_made_anew_is_cancelled_too_and_other_copies_stay() {
    let stage = two();
    printed(&stage, "plan.json --to ics", "out");
    let both = printed(&stage, "plan.json --to ics --contacts", "out");
    let less = TWO.replace(", {id: market, name: 便民菜市场}", "");
    let less = less.replace("  - {id: stall, unit: market, title: 摊位协管员, dates: 2018-10-25}\n", "");
    let stage = stage.file("c.yaml", &less.replace("wishes: [stall]", "wishes: []"));
    let after = printed(&stage, "c.yaml --to ics --force", "out");
    let was = one(&both, "日历/单位/便民菜市场.ics");
    assert_eq!(
        one(&after, "日历/单位/便民菜市场.ics"),
        Entry { sequence: 1, status: "CANCELLED".into(), ..was }
    );
    let copy = "日历/单位/卫生服务中心-含电话.ics";
    assert_eq!(after[copy], both[copy], "it holds still");
}

#[test]
fn two_terms_two_streets_and_two_campaigns_of_one_name_share_no_uid() {
    let spring = TWO.replace("2018-10-", "2018-04-");
    let street = TWO.replace("{name: 样例,", "{name: 样例, organizer: 另一街道,");
    let named = TWO.replace("{name: 样例,", "{name: 样例, id: 二〇一八秋,");
    let uids = |text: &str| {
        let stage = Stage::new().file("c.yaml", text);
        let files = printed(&stage, "c.yaml --to ics", "out");
        let uids = files.values().flat_map(|bytes| entries(bytes)).map(|entry| entry.uid);
        uids.collect::<BTreeSet<String>>()
    };
    let all = [TWO, &spring, &street, &named].map(uids);
    for (at, one) in all.iter().enumerate() {
        assert!(all[..at].iter().all(|other| one.is_disjoint(other)), "{at}");
    }
    let other_name =
        named.replace("{name: 样例,", "{name: 改了名,").replace("season: 2018-10-22", "season: 2018-10-21");
    assert_eq!(uids(&other_name), uids(&named), "the id alone tells campaigns apart");
}

#[test]
fn the_first_plan_decides_which_campaign_it_is_and_plans_without_a_history_are_read() {
    let stage = two();
    let known = one(&printed(&stage, "plan.json --to ics", "out"), "日历/大使/a01 佘松岩.ics");
    let stage = stage.file("c.yaml", &TWO.replace("{name: 样例,", "{id: 后来才写, name: 改了名,"));
    done(&stage, "verify c.yaml plan.json");
    done(&stage, "repair c.yaml --plan plan.json -o plan-2.json");
    let kept = one(&printed(&stage, "plan-2.json --to ics", "new"), "日历/大使/a01 佘松岩.ics");
    assert_eq!(kept, Entry { sequence: 1000, ..known.clone() });

    let stage = two();
    let text = std::fs::read_to_string(stage.path().join("plan.json")).unwrap();
    let (before, _) = text.split_once(",\n  \"history\"").unwrap();
    let stage = stage.file("plan.json", &format!("{before}\n}}\n"));
    assert_eq!(one(&printed(&stage, "plan.json --to ics", "out"), "日历/大使/a01 佘松岩.ics"), known);
    done(&stage, "repair c.yaml --plan plan.json --absent a02 -o plan-2.json");
    let gone = one(&printed(&stage, "plan-2.json --to ics", "new"), "日历/大使/a02 茅如兰.ics");
    assert_eq!((gone.sequence, gone.status.as_str()), (1000, "CANCELLED"));
}

/// The description of the first entry ends in a piece of 75 octets and a blank; the crate that writes calendars folds
/// that of the second between a backslash and the letter that it escapes.
const LONG: &str = "\
campaign: {name: 样例, season: 2018-10-22..2018-10-26}
units: [{id: clinic, name: 卫生服务中心}]
posts:
  - {id: long, unit: clinic, title: 样例街道党群服务中心暨新时代文明实践分中心志愿服务, dates: 2018-10-23, note: x}
  - {id: guide, unit: clinic, title: 门诊导医, dates: 2018-10-24, note: 请带水杯}
ambassadors:
  - {id: a01, name: 佘松岩, wishes: [long]}
  - {id: a02, name: 茅如兰, wishes: [guide]}
";

#[test]
fn no_line_is_longer_than_75_octets_nor_folded_within_an_escape() {
    let stage = Stage::new().file("c.yaml", LONG);
    let mut folds = 0;
    for (name, bytes) in printed(&stage, "c.yaml --to ics", "out") {
        let text = String::from_utf8(bytes).unwrap();
        folds += text.matches("\r\n ").count();
        for line in text.split("\r\n") {
            let backslashes = line.len() - line.trim_end_matches('\\').len();
            assert!(line.len() <= 75 && backslashes % 2 == 0, "{name}: {line}");
        }
    }
    assert!(folds > 5, "{folds}");
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
#[ignore = "needs icalendar for Python"]
fn another_reader_finds_the_times_right_in_shanghai_and_elsewhere() {
    let python = tools::python_with("icalendar");
    let stage = linfen();
    let files = printed(&stage, "plan.json --to ics", "out");
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/print/read_calendar.py");
    let paths = files.keys().map(|name| stage.path().join("out").join(name));
    let output = tools::output(tools::program(python).env("PYTHONUTF8", "1").arg(script).args(paths));
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
