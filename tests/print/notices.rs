//! The change notice on paper, and the copy for one unit. All names and numbers are invented.

use super::{files, printed, text};
use crate::transcripts::Stage;
use std::collections::BTreeMap;

const CAMPAIGN: &str = "\
campaign: {name: 样例, organizer: 街道党建服务中心, season: 2018-10-22..2018-10-26, contact: {name: 党建服务中心, phone: 021-0000 0000}}
units:
  - {id: clinic, name: 卫生服务中心, location: [31.30, 121.44], offers: [health], contact: {name: 邬主任, phone: 138 0000 0101}, note: 或打 138-0000-0999}
  - {id: market, name: 便民菜市场, location: [31.30, 121.46], offers: [health], contact: {name: 汪经理, phone: 138 0000 0102}}
posts:
  - {id: guide, unit: clinic, title: 门诊导医, dates: 2018-10-23, mentor: 张老师, mentor_phone: 138 0000 0201}
  - {id: stall, unit: market, title: 摊位协管员, dates: [2018-10-24, 2018-10-25], mentor: 李师傅, mentor_phone: 138 0000 0202}
ambassadors:
  - {id: a01, name: 佘松岩, phone: 138 0000 0001, wishes: [guide], available: [2018-10-23, 2018-10-24]}
  - {id: a02, name: 茅如兰, phone: 138 0000 0002, wishes: [stall], available: 2018-10-24}
  - {id: a03, name: 邬连城, phone: 138 0000 0003, available: 2018-10-23}
neighbourhoods:
  - {id: south, name: 南弄居民区, location: [31.30, 121.441], contact: {name: 孙书记, phone: 138 0000 0301}}
  - {id: north, name: 北弄居民区, location: [31.30, 121.461], contact: {name: 钱书记, phone: 138 0000 0302}}
themes: [{id: health, name: 健康义诊}]
thursday_action: {months: 2019-01..2019-02, thursday: 2}
pins: [{ambassador: a01, post: guide, date: 2018-10-23}]
";

fn done(stage: &Stage, arguments: &str) {
    let output = stage.run(arguments);
    assert!(output.status.success(), "{arguments}: {}", String::from_utf8_lossy(&output.stderr));
}

/// The plan, and `plan-2.json`, in which 茅如兰 cannot come and the market misses a Thursday.
fn mended() -> Stage {
    let stage = Stage::new().file("c.yaml", CAMPAIGN);
    done(&stage, "plan c.yaml -o plan.json");
    done(
        &stage,
        "repair c.yaml --plan plan.json --absent a02 --absent unit:market@2019-01-10 -o plan-2.json",
    );
    stage
}

/// What sheets say, a line for each element.
fn said(files: BTreeMap<String, Vec<u8>>) -> BTreeMap<String, String> {
    let words = |(name, bytes): (String, Vec<u8>)| {
        let html = String::from_utf8(bytes).unwrap();
        let (_, body) = html.split_once("<body").unwrap();
        let parts = body.split('<').filter_map(|part| part.split_once('>')).map(|(_, words)| words.trim());
        (name, parts.filter(|words| !words.is_empty()).collect::<Vec<&str>>().join("\n"))
    };
    files.into_iter().map(words).collect()
}

fn whole(sheets: &BTreeMap<String, String>) -> String {
    sheets.iter().map(|(name, text)| format!("=== {name}\n{text}")).collect::<Vec<String>>().join("\n")
}

#[test]
fn a_mended_plan_has_a_notice_for_the_organizer_and_for_everyone_whom_it_concerns() {
    let stage = mended();
    let first = printed(&stage, "plan.json --to html", "first");
    assert!(!first.keys().any(|name| name.contains("调整通知")), "{:?}", first.keys());
    let usual = said(printed(&stage, "plan-2.json --to html --issued 2018-10-20", "usual"));
    let alone = said(printed(&stage, "plan-2.json --to html --issued 2018-10-20 --sheet changes", "alone"));
    assert_eq!(
        alone.keys().collect::<Vec<_>>(),
        ["便民菜市场", "全部", "北弄居民区"]
            .map(|name| format!("调整通知/第1次/{name}.html"))
            .iter()
            .collect::<Vec<_>>()
    );
    assert!(alone.iter().all(|(name, words)| usual[name] == *words), "{:?}", usual.keys());
    insta::assert_snapshot!(whole(&alone));
    let english = said(printed(
        &stage,
        "plan-2.json --to html --issued 2018-10-20 --sheet changes --lang en --contacts",
        "english",
    ));
    insta::assert_snapshot!(whole(&english));
}

#[test]
fn a_repair_that_changes_nothing_has_a_list_that_says_so() {
    let stage = Stage::new().file("c.yaml", CAMPAIGN);
    done(&stage, "plan c.yaml -o plan.json");
    done(&stage, "repair c.yaml --plan plan.json -o plan-2.json");
    let notices = said(printed(&stage, "plan-2.json --to html --sheet changes", "out"));
    assert_eq!(notices.len(), 1, "{:?}", notices.keys());
    assert!(notices["调整通知/第1次/全部.html"].contains("所有安排均不变。"), "{notices:?}");
}

/// The personal numbers in files, by their last three digits.
fn numbers(files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let mut found = Vec::new();
    for (name, bytes) in files {
        let digits: String =
            text(name, bytes).chars().filter(|letter| !matches!(letter, ' ' | '-' | '\u{a0}')).collect();
        found.extend(digits.match_indices("1380000").map(|(at, _)| digits[at + 8..at + 11].to_owned()));
    }
    found.sort();
    found.dedup();
    found
}

#[test]
fn the_copy_for_one_unit_holds_its_own_numbers_and_no_others() {
    let stage = mended();
    let own = printed(&stage, "plan.json --to html,ics,txt --for unit:clinic --contacts", "clinic");
    assert_eq!(numbers(&own), ["001", "101", "201"], "{:?}", own.keys());
    for name in own.keys() {
        assert!(name.contains("卫生服务中心") || name.starts_with("签到表"), "{name}");
        assert!(!name.contains("菜市场") && name.contains("-含电话"), "{name}");
    }
    for part in ["致体验单位/", "签到表", "通知/单位/", "日历/单位/"] {
        let of_part = own.iter().filter(|(name, _)| name.starts_with(part));
        let said: String = of_part.map(|(name, bytes)| text(name, bytes)).collect();
        assert!(said.contains("佘松岩") && said.contains("仅供接待单位联系使用"), "{part}: {said}");
        assert!(!said.contains("茅如兰"), "{part}: {said}");
    }
    // Whoever no longer comes is named, and not by number.
    let market = printed(&stage, "plan-2.json --to html,ics,txt --for unit:便民菜市场 --contacts", "market");
    assert_eq!(numbers(&market), ["102", "202"], "{:?}", market.keys());
    assert!(market.keys().any(|name| name.starts_with("调整通知/第1次/便民菜市场")), "{:?}", market.keys());
    assert!(numbers(&printed(&stage, "plan.json --to html,ics,txt --for unit:clinic", "wall")).is_empty());
}

#[test]
fn the_copy_for_one_unit_goes_into_a_folder_of_its_own_and_no_further_than_it_may() {
    let stage = mended();
    done(&stage, "print plan.json --for unit:clinic --to txt");
    let own = files(&stage.path().join("plan-print-clinic"));
    assert_eq!(own.keys().collect::<Vec<_>>(), ["通知/单位/卫生服务中心.txt"]);
    for (options, words) in [
        ("--for unit:bank", "没有 unit:bank 这家单位"),
        ("--for unit:clinic --to csv", "给单位的只有"),
        ("--for unit:clinic --sheet summary", "给单位的只有"),
    ] {
        let output = stage.run(&format!("print plan.json -o no {options}"));
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{options}");
        assert!(said.contains(words), "{options}: {said}");
    }
    assert!(!stage.path().join("no").exists());
}

#[test]
fn says_where_nothing_of_what_was_asked_for_can_be_printed() {
    let stage = mended();
    for asked in ["plan.json --sheet changes --to html -o none", "plan.json --sheet poster --to docx -o none"]
    {
        let refused = stage.run(&format!("print {asked} --lang en"));
        let told = String::from_utf8(refused.stderr).unwrap();
        assert!(refused.status.code() == Some(2) && told.contains("nothing to print"), "{asked}: {told}");
        assert!(!stage.path().join("none").exists());
    }
}
