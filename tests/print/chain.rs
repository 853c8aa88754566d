//! One folder through a chain of repairs: it never holds two states of the plan, and nobody is told less than all that
//! has changed since he or she was told last. All names are invented.

use super::{files, text};
use crate::transcripts::Stage;
use std::{collections::BTreeMap, fs};

pub(super) const CAMPAIGN: &str = "\
campaign: {name: 样例, season: 2018-10-22..2018-10-26}
units: [{id: clinic, name: 卫生服务中心}, {id: market, name: 便民菜市场}]
posts:
  - {id: guide, unit: clinic, title: 门诊导医, dates: [2018-10-23, 2018-10-24], meet: 大厅}
  - {id: stall, unit: market, title: 摊位协管员, dates: 2018-10-25}
ambassadors:
  - {id: a01, name: 佘松岩, wishes: [guide]}
  - {id: a02, name: 茅如兰, wishes: [stall], available: 2018-10-25}
";

/// Runs a command that must succeed; what it tells beside its result.
pub(super) fn done(stage: &Stage, arguments: &str) -> String {
    let output = stage.run(arguments);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{arguments}: {told}");
    told
}

/// Runs a command that must be refused; why.
pub(super) fn refused(stage: &Stage, arguments: &str) -> String {
    let output = stage.run(arguments);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{arguments}: {told}");
    told
}

/// What the folder holds; of documents only that they are there.
pub(super) fn out(stage: &Stage) -> BTreeMap<String, String> {
    let said = |(name, bytes): (String, Vec<u8>)| {
        let words = if name.contains(".docx") { String::new() } else { text(&name, &bytes) };
        (name, words)
    };
    files(&stage.path().join("out")).into_iter().map(said).collect()
}

/// The plan; `plan-2.json`, in which 茅如兰 cannot come; and `plan-3.json`, in which the guide's Wednesday is gone too.
pub(super) fn chain() -> Stage {
    let stage = Stage::new().file("c.yaml", CAMPAIGN);
    done(&stage, "plan c.yaml -o plan.json");
    done(&stage, "repair --plan plan.json --absent a02 -o plan-2.json");
    done(&stage, "repair --plan plan-2.json --close guide@2018-10-24 -o plan-3.json");
    stage
}

#[test]
fn an_older_plan_is_not_printed_over_a_newer_one_whatever_is_asked_for() {
    let stage = chain();
    done(&stage, "print plan.json --to html,ics,txt -o out");
    done(&stage, "print plan-3.json --to html,ics,txt -o out --force");
    let before = out(&stage);
    for older in ["plan.json", "plan-2.json", "c.yaml"] {
        for options in ["--to html,ics,txt --force", "--to json", "--sheet poster --force"] {
            let told = refused(&stage, &format!("print {older} -o out {options}"));
            assert!(told.contains("plan-3.json（第2次调整）") && told.contains(older), "{told}");
            let command = "chuxin print plan-3.json";
            assert!(told.contains(command) && told.contains("-o out"), "{told}");
        }
    }
    assert_eq!(out(&stage), before);
    done(&stage, "print plan-3.json --to html,ics,txt -o out --force");
    done(&stage, "print plan.json --to html,ics,txt -o elsewhere");
    // Of a campaign that is another one nothing is known there.
    let stage = stage.file("d.yaml", &CAMPAIGN.replace("name: 样例", "name: 另一个"));
    done(&stage, "print d.yaml --to html,ics,txt -o out --force");
}

#[test]
fn a_repair_that_goes_on_from_an_older_plan_may_be_printed_and_is_compared_with_what_was_told() {
    let stage = chain();
    done(&stage, "print plan.json --to ics,txt -o out");
    done(&stage, "print plan-2.json --to ics,txt -o out --force");
    // The first repair was a mistake: it is done once more, in the same file, for the other person.
    done(&stage, "repair --plan plan.json --absent a01 -o plan-2.json --force");
    let told = done(&stage, "print plan-2.json --to ics,txt -o out --force");
    // Whoever was told that nothing is left is told that it is not so.
    assert!(told.contains("要通知") && told.contains("茅如兰"), "{told}");
    let now = out(&stage);
    assert!(now["通知/要通知的人.txt"].contains("□ 茅如兰：新增10月25日"), "{now:?}");
    assert!(now["通知/单位/便民菜市场.txt"].contains("茅如兰"), "{now:?}");
    assert!(now["通知/大使/a01 佘松岩.txt"].contains("已取消：10月"), "{now:?}");
    assert!(!now["日历/大使/a02 茅如兰.ics"].contains("CANCELLED"), "{now:?}");
}

#[test]
fn two_repairs_before_one_print_are_both_told() {
    let stage = chain();
    done(&stage, "print plan.json --to html,ics,txt -o out");
    for times in 0..2 {
        // What is printed once more says the same once more.
        done(&stage, "print plan-3.json --to html,ics,txt -o out --force");
        let now = out(&stage);
        let message = &now["通知/大使/a02 茅如兰.txt"];
        assert!(message.contains("已取消：10月25日（周四）便民菜市场的“摊位协管员”"), "{times}: {message}");
        assert!(now["通知/单位/便民菜市场.txt"].contains("茅如兰"), "{times}");
        let list = &now["调整通知/第2次/全部.html"];
        assert!(list.contains("茅如兰") && list.contains("第2次调整，与最初的安排相比"), "{list}");
        assert!(now.contains_key("调整通知/第2次/便民菜市场.html"), "{times}");
    }
    // Printed elsewhere, where nobody was told anything, it is compared with what it mends.
    done(&stage, "print plan-3.json --to txt -o elsewhere");
    let elsewhere = files(&stage.path().join("elsewhere"));
    assert!(!text("", &elsewhere["通知/要通知的人.txt"]).contains("茅如兰"));
}

#[test]
fn a_print_that_tells_nobody_anything_leaves_it_to_the_next() {
    let stage = chain();
    done(&stage, "print plan.json --to html,ics,txt -o out");
    done(&stage, "print plan-2.json --sheet sign-in --to html -o out --force");
    done(&stage, "print plan-2.json --to ics -o out --force");
    done(&stage, "print plan-3.json --to html,ics,txt -o out --force");
    let list = &out(&stage)["调整通知/第2次/全部.html"];
    assert!(list.contains("茅如兰"), "{list}");
}

#[test]
fn what_the_former_state_left_goes_and_what_was_edited_is_set_aside() {
    let stage = chain();
    done(&stage, "print plan.json -o out --to html,ics,txt,docx,csv");
    let edited = stage.path().join("out/致体验单位/便民菜市场.docx");
    fs::write(&edited, "edited").unwrap();
    let stage = stage.file("out/我的.html", "mine").file("out/通知/我的.txt", "mine");
    // A part of what is there makes nothing else old.
    let told = done(&stage, "print plan.json -o out --sheet poster --to html --force");
    assert!(!told.contains("旧") && edited.exists(), "{told}");
    let told = done(&stage, "print plan-2.json -o out --sheet sign-in --to html --force");
    assert!(!told.contains("大使卡片") && edited.exists(), "{told}");
    // All that is sent and hung up takes the place of whatever there was.
    let told = done(&stage, "print plan-3.json -o out --to html,ics,txt --force");
    let now = out(&stage);
    for gone in ["致体验单位/卫生服务中心.docx", "致体验单位/便民菜市场.docx", "数据表/按日期.csv"]
    {
        assert!(!now.contains_key(gone), "{gone} is left: {told}");
    }
    assert!(told.contains("不再有效的旧文件：out/"), "{told}");
    assert!(told.contains("移到了 out/旧材料/致体验单位/便民菜市场.docx"), "{told}");
    assert_eq!(fs::read(stage.path().join("out/旧材料/致体验单位/便民菜市场.docx")).unwrap(), b"edited");
    assert!(!stage.path().join("out/数据表").exists(), "an empty folder is left");
    for mine in ["我的.html", "通知/我的.txt"] {
        assert_eq!(now[mine], "mine", "{mine}");
    }
    // The notices of the first change were told, and stay beside those of the second.
    let told = done(&stage, "print plan-3.json -o out --to html,ics,txt --force");
    assert!(!told.contains("旧"), "{told}");
}

#[test]
fn another_copy_of_the_same_plan_makes_nothing_old() {
    let stage = chain();
    done(&stage, "print plan.json -o out --to html,ics,txt");
    let first = out(&stage);
    let told = done(&stage, "print plan.json -o out --to html,ics,txt --contacts");
    assert!(!told.contains("旧") && first.keys().all(|path| out(&stage).contains_key(path)), "{told}");
    let told = done(&stage, "print plan-2.json -o out --to html,ics,txt --force");
    let now = out(&stage);
    let old: Vec<&String> =
        now.keys().filter(|path| path.contains("-含电话") && !path.starts_with("日历/")).collect();
    assert!(old.is_empty(), "{old:?} are left: {told}");
}

/// The SEQUENCE and all else of each entry in all calendars of a folder, by file and UID.
fn entries(stage: &Stage, folder: &str) -> BTreeMap<(String, String), (u32, String)> {
    let mut found = BTreeMap::new();
    for (name, bytes) in
        files(&stage.path().join(folder)).into_iter().filter(|(name, _)| name.starts_with("日历/"))
    {
        for block in text(&name, &bytes).split("BEGIN:VEVENT").skip(1) {
            let value = |key: &str| {
                let line = block.lines().find_map(|line| line.strip_prefix(key));
                line.unwrap_or_else(|| panic!("{key}: {block}")).to_owned()
            };
            let says =
                block.lines().filter(|line| !line.starts_with("SEQUENCE") && !line.starts_with("DTSTAMP"));
            let entry = (value("SEQUENCE:").parse().unwrap(), says.collect());
            found.insert((name.clone(), value("UID:")), entry);
        }
    }
    found
}

/// What is printed later wins on every telephone: the same number never stands for something else.
fn wins(stage: &Stage, earlier: &str, later: &str) {
    let (before, after) = (entries(stage, earlier), entries(stage, later));
    assert!(!after.is_empty());
    for (which, (sequence, says)) in &before {
        let Some((next, now)) = after.get(which) else { continue };
        assert!(
            next > sequence || (next, now) == (sequence, says),
            "{which:?}: {says} {sequence}, {now} {next}"
        );
    }
}

#[test]
fn what_is_printed_later_wins_wherever_it_is_printed() {
    let stage = chain();
    done(&stage, "print plan.json --to ics");
    done(&stage, "print plan.json --to ics -o first");
    let stage = stage.file("c.yaml", &CAMPAIGN.replace("大厅", "侧门"));
    done(&stage, "print plan.json --to ics -o second");
    wins(&stage, "first", "second");
    done(&stage, "print plan.json --to ics --force");
    wins(&stage, "second", "plan-print");
    let stage = stage.file("c.yaml", &CAMPAIGN.replace("大厅", "后门"));
    done(&stage, "print plan.json --to ics --force");
    wins(&stage, "second", "plan-print");
    done(&stage, "print plan.json --to ics -o third");
    wins(&stage, "second", "third");
    wins(&stage, "plan-print", "third");
    // The plan that mends it, elsewhere; and the same repair done once more in another way.
    done(&stage, "print plan-2.json --to ics -o mended");
    for earlier in ["first", "second", "third", "plan-print"] {
        wins(&stage, earlier, "mended");
    }
    done(&stage, "print plan-2.json --to ics");
    done(&stage, "repair --plan plan.json --absent a01 -o plan-2b.json");
    done(&stage, "print plan-2b.json --to ics -o branch");
    wins(&stage, "plan-print", "branch");
    let words = fs::read_to_string(stage.path().join("plan.json")).unwrap();
    assert!(words.contains("\"words\": \"sha256:"), "{words}");
}

/// Nobody and nothing in it has an id.
const UNNAMED: &str = "\
campaign: {name: 样例, season: 2018-10-22..2018-10-26}
units: [{name: 卫生服务中心, location: [31.30, 121.44], offers: [健康义诊]}]
posts:
  - {unit: 卫生服务中心, title: 门诊导医, dates: [2018-10-23, 2018-10-24]}
  - {unit: 卫生服务中心, title: 挂号引导员, dates: 2018-10-25}
ambassadors:
  - {name: 佘松岩, wishes: [门诊导医]}
  - {name: 茅如兰, wishes: [挂号引导员], available: 2018-10-25}
neighbourhoods: [{name: 南弄居民区, location: [31.30, 121.441]}]
themes: [{name: 健康义诊}]
thursday_action: {months: 2019-01..2019-02, thursday: 2}
";

#[test]
fn whoever_is_given_an_id_between_plan_and_repair_keeps_the_entry() {
    let stage = Stage::new().file("c.yaml", UNNAMED);
    done(&stage, "plan c.yaml -o plan.json");
    done(&stage, "print plan.json --to html,ics,txt -o out");
    done(&stage, "print plan.json --to ics -o first");
    let named = UNNAMED
        .replace("{name: 卫生服务中心,", "{id: clinic, name: 卫生服务中心,")
        .replace("{unit: 卫生服务中心, title: 门诊导医", "{id: guide, unit: clinic, title: 门诊导医")
        .replace("{name: 佘松岩", "{id: a01, name: 佘松岩")
        .replace("{name: 茅如兰", "{id: a02, name: 茅如兰")
        .replace("[{name: 南弄居民区", "[{id: south, name: 南弄居民区");
    let stage = stage.file("c.yaml", &named);
    done(&stage, "print plan.json --to ics -o again");
    done(&stage, "repair --plan plan.json --absent a02 -o plan-2.json");
    done(&stage, "repair --plan plan-2.json -o plan-3.json");
    for plan in ["plan-2.json", "plan-3.json"] {
        done(&stage, &format!("print {plan} --to html,ics,txt -o out --force"));
        for folder in ["again", "out"] {
            let by_uid = |folder: &str| -> BTreeMap<String, (u32, String)> {
                entries(&stage, folder).into_iter().map(|((_, uid), entry)| (uid, entry)).collect()
            };
            let (before, after) = (by_uid("first"), by_uid(folder));
            assert!(before.keys().eq(after.keys()), "{plan} {folder}: {before:?}\n{after:?}");
            assert!(before.iter().all(|(uid, (sequence, _))| after[uid].0 > *sequence), "{plan} {folder}");
            let cancelled = after.values().filter(|(_, says)| says.contains("STATUS:CANCELLED")).count();
            assert_eq!(cancelled, if folder == "out" { 2 } else { 0 }, "{plan}: {after:?}");
        }
        let now = out(&stage);
        for gone in ["日历/大使/佘松岩.ics", "通知/大使/佘松岩.txt"] {
            assert!(!now.contains_key(gone), "{gone} is left");
        }
        assert!(now["日历/大使/a01 佘松岩.ics"].contains("STATUS:CONFIRMED"), "{now:?}");
    }
    let list = &out(&stage)["调整通知/第1次/全部.html"];
    assert!(list.contains("茅如兰") && !list.contains("佘松岩"), "{list}");
}

#[test]
fn a_replacement_is_told_to_everybody_in_the_words_of_the_notice() {
    let stage = Stage::new()
        .file("c.yaml", &format!("{CAMPAIGN}  - {{id: a03, name: 邬连城, available: 2018-10-25}}\n"));
    done(&stage, "plan c.yaml -o plan.json");
    done(&stage, "repair --plan plan.json --replace 茅如兰＠10月２５日=邬连城 -o plan-2.json");
    done(&stage, "print plan-2.json --to html,txt -o out --sheet changes --issued 10月20日");
    let now = out(&stage);
    let line = "10月25日（周四）09:00—17:00，“摊位协管员”：原定茅如兰，改为邬连城";
    assert!(now["通知/单位/便民菜市场.txt"].contains(line), "{now:?}");
    let line = line.replace("，“", "，便民菜市场的“");
    assert!(now["通知/日期/2018-10-25.txt"].contains(&line), "{now:?}");
    let notice = &now["调整通知/第1次/便民菜市场.html"];
    assert!(notice.contains("原定人员") && notice.contains("2018年10月20日"), "{notice}");
}

#[test]
fn days_on_the_command_line_need_no_year() {
    let stage = chain();
    for day in ["10月24日", "10/24", "１０月２４日", "2018-10-24"] {
        done(
            &stage,
            &format!("repair --plan plan.json --absent a02 --keep-until {day} -o plan-9.json --force"),
        );
        let plan = fs::read_to_string(stage.path().join("plan-9.json")).unwrap();
        assert!(plan.contains("\"keep_until\": \"2018-10-24\""), "{day}: {plan}");
    }
    let mut timed = stage.command([
        "repair",
        "--plan",
        "plan.json",
        "--keep-until",
        "10月24日 １０：００",
        "-o",
        "plan-8.json",
    ]);
    assert!(timed.output().unwrap().status.success());
    let plan = fs::read_to_string(stage.path().join("plan-8.json")).unwrap();
    assert!(plan.contains("\"begun_by\": \"10:00\""), "{plan}");
    let told = refused(&stage, "repair --plan plan.json --absent a02 --keep-until 2月30日");
    assert!(told.contains("2月30日") && told.contains("2018-10-23"), "{told}");
    let told = refused(&stage, "print plan.json -o no --to txt --issued 2月30日");
    assert!(told.contains("2月30日") && !stage.path().join("no").exists(), "{told}");
}

#[test]
fn a_plan_is_not_saved_under_a_name_that_promises_something_else() {
    let stage = chain();
    for (output, instead) in [("p.xlsx", "p.json"), ("p.YAML", "p.json"), ("方案2018.10", "方案2018.10.json")]
    {
        for command in ["plan c.yaml", "repair --plan plan.json --absent a02"] {
            let told = refused(&stage, &format!("{command} -o {output}"));
            assert!(told.contains(&format!("-o {instead}")), "{command}: {told}");
            assert!(!stage.path().join(output).exists());
        }
    }
    done(&stage, "plan c.yaml -o p");
}

#[test]
fn the_organizer_is_told_whom_to_tell_what_and_by_which_file() {
    let stage =
        Stage::new().file("c.yaml", &CAMPAIGN.replace("name: 茅如兰", "name: 茅如兰, phone: 138 0000 0002"));
    done(&stage, "plan c.yaml -o plan.json");
    done(&stage, "print plan.json --to ics,txt");
    let told = done(&stage, "repair --plan plan.json --absent a02 -o plan-2.json");
    assert!(told.contains("chuxin print plan-2.json") && !told.contains("--force"), "{told}");
    for (options, name, line) in [
        ("", "通知/要通知的人.txt", "□ 茅如兰：取消10月25日"),
        ("--contacts", "通知/要通知的人-含电话.txt", "□ 茅如兰 138 0000 0002：取消10月25日"),
    ] {
        let told = done(&stage, &format!("print plan-2.json --to ics,txt -o out {options}"));
        let said = if options.is_empty() {
            "要通知（2）：茅如兰、便民菜市场"
        } else {
            "另有 2 个在上次打印"
        };
        assert!(told.contains(said), "{told}");
        let now = out(&stage);
        let list = &now[name];
        assert!(list.contains(line) && list.contains("□ 便民菜市场：10月25日"), "{list}");
        assert!(!list.contains("佘松岩"), "{list}");
        for file in list.lines().filter_map(|line| line.trim().strip_prefix("发送 ")) {
            assert!(now.contains_key(file), "{file} is none of {:?}", now.keys());
        }
        // The message and the calendar of each.
        assert_eq!(list.matches("发送").count(), 4, "{list}");
    }
    assert!(!files(&stage.path().join("plan-print")).keys().any(|name| name.contains("要通知")));
}
