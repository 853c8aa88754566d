//! What a mended plan tells whom, in messages and letters and from whatever folder. All names are invented.

use super::{files, printed};
use crate::transcripts::Stage;
use std::{collections::BTreeMap, fs};

const TWO: &str = "\
campaign: {name: 样例, season: 2018-10-22..2018-10-26}
units: [{id: clinic, name: 卫生服务中心}]
posts:
  - {id: guide, unit: clinic, title: 门诊导医, dates: [2018-10-23, 2018-10-24]}
  - {id: desk, unit: clinic, title: 挂号引导员, dates: 2018-10-25}
ambassadors:
  - {id: a01, name: 佘松岩, wishes: [guide]}
  - {id: a02, name: 茅如兰, wishes: [desk]}
";

/// With the Thursday Action, a lecture, and a person who never had a place.
const YEAR: &str = "\
campaign:
  name: 样例
  season: 2018-10-22..2018-10-26
  contact: {name: 党建服务中心, phone: 021-0000 0000}
  lecture: {title: 初心讲堂, date: 2018-11-08}
units:
  - {id: clinic, name: 卫生服务中心, location: [31.30, 121.44], offers: [health]}
  - {id: market, name: 便民菜市场, location: [31.30, 121.46], offers: [health]}
posts:
  - {id: guide, unit: clinic, title: 门诊导医, dates: 2018-10-23, mentor: 张老师}
  - {id: stall, unit: market, title: 摊位协管员, dates: [2018-10-24, 2018-10-25], seats: 2}
ambassadors:
  - {id: a01, name: 佘松岩, wishes: [guide]}
  - {id: a02, name: 茅如兰, wishes: [stall], available: 2018-10-24}
  - {id: a03, name: 邬连城, away: 2018-10-22..2018-10-26}
neighbourhoods:
  - {id: south, name: 南弄居民区, location: [31.30, 121.441]}
  - {id: north, name: 北弄居民区, location: [31.30, 121.461]}
themes: [{id: health, name: 健康义诊}]
thursday_action: {months: 2019-01..2019-02, thursday: 2}
";

fn done(stage: &Stage, arguments: &str) {
    let output = stage.run(arguments);
    assert!(output.status.success(), "{arguments}: {}", String::from_utf8_lossy(&output.stderr));
}

fn planned(campaign: &str) -> Stage {
    let stage = Stage::new().file("c.yaml", campaign);
    done(&stage, "plan c.yaml -o plan.json");
    stage
}

/// The messages of a plan, printed into a folder of their own.
fn messages(stage: &Stage, plan: &str, options: &str) -> BTreeMap<String, String> {
    let files = printed(
        stage,
        &format!("{plan} --to txt {options}"),
        &format!("{plan}{options}-out").replace(' ', ""),
    );
    let text = |(name, bytes): (String, Vec<u8>)| (name, String::from_utf8(bytes).unwrap().replace('\r', ""));
    files.into_iter().map(text).collect()
}

fn whole(messages: &BTreeMap<String, String>) -> String {
    messages.iter().map(|(name, text)| format!("=== {name}\n{text}")).collect::<Vec<String>>().join("\n")
}

#[test]
fn whoever_loses_a_place_or_is_moved_is_told_so_and_the_unit_too() {
    let stage = planned(TWO);
    done(&stage, "repair c.yaml --plan plan.json --absent a02 -o plan-2.json");
    done(
        &stage,
        "repair c.yaml --plan plan.json --close guide@2018-10-24 --keep-until 2018-10-23 -o plan-3.json",
    );
    let (lost, moved) = (messages(&stage, "plan-2.json", ""), messages(&stage, "plan-3.json", ""));
    for (messages, file, words) in [
        (
            &lost,
            "大使/a02 茅如兰",
            "已收到您的请假，“样例”中您的以下安排已取消：10月25日（周四）卫生服务中心的“挂号引导员”。",
        ),
        (&lost, "单位/卫生服务中心", "10月25日（周四）09:00—17:00，“挂号引导员”：原定茅如兰，现取消"),
        (
            &lost,
            "日期/2018-10-25",
            "10月25日（周四）09:00—17:00，卫生服务中心的“挂号引导员”：原定茅如兰，现取消",
        ),
        (
            &moved,
            "大使/a01 佘松岩",
            "原10月24日（周三）卫生服务中心的“门诊导医”，改为10月23日（周二）卫生服务中心的“门诊导医”。",
        ),
        (&moved, "单位/卫生服务中心", "10月23日（周二）09:00—17:00，“门诊导医”：新增佘松岩"),
    ] {
        let text = &messages[&format!("通知/{file}.txt")];
        assert!(text.contains(words), "{text}");
    }
    assert!(lost["通知/大使/a01 佘松岩.txt"].contains("您的安排如下"), "nothing is new for a01");
    for text in lost.values().chain(moved.values()) {
        assert!(!text.contains("感谢您报名"), "{text}");
    }
    // Who lost the place in an earlier repair is not thanked for signing up either.
    done(
        &stage,
        "repair plan-2.yaml --plan plan-2.json --close guide@2018-10-24 --keep-until 2018-10-23 -o plan-4.json",
    );
    let later = messages(&stage, "plan-4.json", "");
    assert!(later["通知/大使/a02 茅如兰.txt"].contains("以下安排已取消"), "{}", whole(&later));
    assert!(!later.contains_key("通知/日期/2018-10-25.txt"));
    // What was mended is in the plan: the older file is not needed.
    fs::remove_file(stage.path().join("plan.json")).unwrap();
    assert_eq!(messages(&stage, "plan-3.json", "--mask-names").len(), moved.len());
}

#[test]
fn a_unit_a_person_and_a_neighbourhood_that_are_gone_are_told_so() {
    let stage = planned(YEAR);
    let before = messages(&stage, "plan.json", "");
    let home = &before["通知/居民区/北弄居民区.txt"];
    for words in ["周四行动的安排如下", "1月10日（周四）", "便民菜市场，健康义诊", "021-0000 0000"]
    {
        assert!(home.contains(words), "a neighbourhood is told of its year: {home}");
    }
    assert!(!home.contains("南弄") && !home.contains("有调整"), "{home}");
    done(
        &stage,
        "repair c.yaml --plan plan.json --without unit:market --without ambassador:a02 -o plan-2.json",
    );
    insta::assert_snapshot!(whole(&messages(&stage, "plan-2.json", "")));
    insta::assert_snapshot!(whole(&messages(&stage, "plan-2.json", "--lang en")));
    let masked = messages(&stage, "plan-2.json", "--mask-names");
    assert!(masked["通知/大使/a02.txt"].starts_with("茅*兰：您好！"), "{}", whole(&masked));
}

#[test]
fn a_letter_says_what_has_changed() {
    let stage = planned(YEAR);
    let letters = |plan: &str, folder: &str| {
        let files = printed(&stage, &format!("{plan} --to html --sheet letters"), folder);
        let letters = files.into_iter().filter(|(name, _)| name.starts_with("致体验单位/"));
        letters.map(|(_, bytes)| String::from_utf8(bytes).unwrap()).collect::<String>()
    };
    assert!(!letters("plan.json", "first").contains("下列调整"));
    done(&stage, "repair c.yaml --plan plan.json --absent a02 -o plan-2.json");
    let mended = letters("plan-2.json", "second");
    assert!(mended.contains("暂无初心体验大使到贵单位体验"), "{mended}");
    assert!(
        mended.contains("<li>10月24日（周三）09:00—17:00，“摊位协管员”：原定茅如兰，现取消</li>"),
        "{mended}"
    );
    assert!(!mended.contains("本期没有大使安排到贵单位"), "{mended}");
}

#[test]
fn a_copy_with_hidden_names_gives_nobody_away_who_is_gone() {
    let campaign = YEAR.replace("id: a02, name: 茅如兰", "name: 茅如兰");
    let stage = planned(&campaign.replace("{id: a01, name: 佘松岩", "{id: a01, name: 佘松岩, note: x"));
    done(&stage, "repair c.yaml --plan plan.json --without ambassador:茅如兰 -o plan-2.json");
    for forgotten in [false, true] {
        if forgotten {
            fs::remove_file(stage.path().join("plan.json")).unwrap();
        }
        let folder = format!("out-{forgotten}");
        let printed = printed(&stage, "plan-2.json --mask-names --to html,csv,ics,txt,json", &folder);
        for (name, bytes) in files(&stage.path().join(&folder)) {
            let text = super::text(&name, &bytes);
            assert!(!name.contains("茅如兰") && !text.contains("茅如兰"), "{name}: {text}");
        }
        let cancelled = printed.iter().find(|(_, bytes)| {
            let text = String::from_utf8_lossy(bytes);
            text.contains("STATUS:CANCELLED") && text.matches("BEGIN:VEVENT").count() == 2
        });
        assert!(cancelled.is_some_and(|(name, _)| name.starts_with("日历/大使/")), "{:?}", printed.keys());
    }
}
