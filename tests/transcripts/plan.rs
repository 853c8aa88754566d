//! `chuxin plan`.

use super::Stage;
use unicode_width::UnicodeWidthStr;

const FILE: &str = "linfen-2018.yaml";

#[test]
fn prints_linfen_2018_in_every_order() {
    let stage = Stage::new().scenario(FILE).wide(120);
    let commands = ["plan linfen-2018.yaml --by all -v", "plan linfen-2018.yaml --by date --lang en"];
    insta::assert_snapshot!(stage.transcript(&commands));
}

/// Who, where and when first; levels, lots and ways only where they are asked for.
#[test]
fn fits_fourteen_people_on_one_screen() {
    let stage = Stage::new().scenario(FILE).wide(100);
    let output = stage.run(&format!("plan {FILE}"));
    let (text, hints) =
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert!(text.lines().count() + hints.lines().count() <= 40, "{text}{hints}");
    let output = stage.run("plan linfen-2018.yaml --explain");
    let all = [output.stdout, output.stderr].map(|said| String::from_utf8(said).unwrap()).concat();
    assert!(all.lines().count() <= 40 && all.contains("云飞、葛思齐第一志愿，苏海第二志愿："), "{all}");
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("no {words}: {text}"));
    assert!(place("云飞") < place("未能同去的同伴") && place("未能同去的同伴") < place("已证明"));
    assert!(!text.contains("还有空位"), "a mentor guides one at a time: {text}");
    for machine in ["抽签", "路程", "签号", "项目"] {
        assert!(!text.contains(machine), "{machine}: {text}");
    }
    let levels = String::from_utf8(stage.run(&format!("plan {FILE} --levels")).stdout).unwrap();
    assert!(levels.starts_with(&text) && levels.contains("签号合计"));
}

#[test]
fn prints_the_starter_on_a_narrow_page_with_telephone_numbers() {
    let stage = Stage::new().wide(80);
    assert!(stage.run("new c").status.success());
    insta::assert_snapshot!(stage.transcript(&["check c/campaign.yaml", "plan c/campaign.yaml --contacts"]));
}

#[test]
fn prints_and_saves_the_same_json() {
    let stage = Stage::new().scenario(FILE);
    let printed = stage.run("plan linfen-2018.yaml --format json -o plan.json").stdout;
    assert_eq!(std::fs::read(stage.path().join("plan.json")).unwrap(), printed);
    assert_eq!(stage.run("plan linfen-2018.yaml --format json").stdout, printed);
    // Every backend finds the same plan, and says only of itself which it is.
    let plan =
        String::from_utf8(printed).unwrap().replace(r#""backend": "highs""#, r#""backend": "simplex""#);
    insta::assert_snapshot!(plan);
}

#[test]
fn overwrites_a_plan_only_where_asked() {
    let stage = Stage::new().scenario(FILE).file("plan.json", "precious");
    let refused = stage.transcript(&["plan linfen-2018.yaml -o plan.json"]);
    assert_eq!(std::fs::read_to_string(stage.path().join("plan.json")).unwrap(), "precious");
    assert!(stage.run("plan linfen-2018.yaml -o plan.json --force").status.success());
    assert!(std::fs::read_to_string(stage.path().join("plan.json")).unwrap().starts_with('{'));
    let nowhere = stage.transcript(&["plan linfen-2018.yaml -o missing/plan.json --lang en"]);
    assert!(!stage.path().join("missing").exists());
    insta::assert_snapshot!(format!("{refused}\n{nowhere}"));
}

#[test]
fn fits_every_page_and_begins_no_line_with_a_comma() {
    for columns in [60, 80, 120] {
        let stage = Stage::new().scenario(FILE).wide(columns);
        for options in ["--by all", "--by all --contacts", "--by all --lang en"] {
            let output = stage.run(&format!("plan {FILE} {options}"));
            assert!(output.status.success());
            let text = String::from_utf8(output.stdout).unwrap();
            assert_eq!(text.contains("138 0000 0"), options.contains("contacts"));
            for line in text.lines() {
                assert!(line.width() <= columns, "{columns}: {line}");
                assert!(!line.trim_start().starts_with(['，', '、', '。', '；', '）']), "{columns}: {line}");
                assert!(!line.contains('\u{fffd}'), "{columns}: {line}");
            }
        }
    }
}

#[test]
fn says_with_strict_that_something_is_left_over() {
    let stage = Stage::new().file(
        "one.yaml",
        "campaign: {name: 初心, season: 2018-10-22..2018-10-26}
units: [{name: 消防站}]
posts: [{title: 值守员, unit: 消防站, dates: 2018-10-22, requires: [健康证], bring: [健康证]}]
ambassadors: [{name: 林晓}, {name: 云飞}]
",
    );
    insta::assert_snapshot!(stage.transcript(&["plan one.yaml --strict", "plan one.yaml --lang en"]));
}

#[test]
fn names_what_cannot_hold_together() {
    let stage = Stage::new().file(
        "pins.yaml",
        "campaign: {name: 初心, season: 2018-10-22..2018-10-26}
units: [{name: 消防站}, {name: 银行}]
posts:
  - {title: 值守员, unit: 消防站, dates: 2018-10-22..2018-10-23}
  - {title: 大堂经理, unit: 银行, dates: 2018-10-22}
ambassadors: [{name: 林晓}, {name: 云飞}, {name: 苏海}, {name: 邹凯}]
pins:
  - {ambassador: 林晓, post: 值守员}
  - {ambassador: 苏海, post: 大堂经理}
  - {ambassador: 云飞, post: 值守员}
  - {ambassador: 邹凯, post: 值守员}
groups: [{apart: [苏海, 云飞]}]
",
    );
    insta::assert_snapshot!(stage.transcript(&["plan pins.yaml", "plan pins.yaml --lang en"]));
}

/// Each of the two could be kept: they contradict each other and break no rule by themselves.
#[test]
fn names_two_pins_on_one_seat_as_a_contradiction() {
    let text = "campaign: {name: 初心, season: 2018-10-22..2018-10-26}
units: [{name: 消防站}]
posts: [{title: 值守员, unit: 消防站, dates: 2018-10-22..2018-10-23}]
ambassadors: [{name: 林晓}, {name: 云飞}, {name: 苏海}]
pins:
  - {ambassador: 苏海, post: 值守员}
  - {ambassador: 林晓, post: 值守员, date: 2018-10-22}
  - {ambassador: 云飞, post: 值守员, date: 2018-10-22}
";
    let stage = Stage::new().file("seat.yaml", text);
    insta::assert_snapshot!(stage.transcript(&["check seat.yaml", "plan seat.yaml"]));
    // Whatever the file is called, its lines are shown.
    let stage = Stage::new().file("chuxin repair", text);
    let output = stage.command(["plan", "chuxin repair"]).output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(3) && told.contains("chuxin repair:7:"), "{told}");
}

#[test]
fn refuses_to_write_a_plan_over_a_folder() {
    let stage = Stage::new().scenario("linfen-2018.yaml");
    for arguments in ["-o .", "-o . --force"] {
        let output = stage.run(&format!("plan linfen-2018.yaml --lang en {arguments}"));
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "error: . is a folder; name a file in it\n");
    }
}

/// A program for each level of each problem, none written over unasked.
#[test]
fn writes_the_program_of_every_level_for_other_solvers() {
    let stage = Stage::new().scenario("linfen-2018.yaml").scenario("linfen-2019.yaml");
    let command = "plan linfen-2019.yaml --export programs -o plan.json --force";
    assert!(stage.run(command).status.success());
    let text = std::fs::read_to_string(stage.path().join("plan.json")).unwrap();
    let plan: serde_json::Value = serde_json::from_str(&text).unwrap();
    let levels = |problem: &str| plan[problem]["levels"].as_array().unwrap().len();
    let programs = std::fs::read_dir(stage.path().join("programs")).unwrap();
    let mut names: Vec<String> =
        programs.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names.len(), 2 * (levels("experience") + levels("thursday_action")), "{names:?}");
    assert_eq!(names[..2], ["experience-01-coverage.lp", "experience-01-coverage.mps"]);
    let second = std::fs::read_to_string(stage.path().join("programs/experience-02-everyone.lp")).unwrap();
    assert!(second.contains("Maximize") && second.contains("keep(coverage)"), "{second}");
    let again = stage.run("plan linfen-2019.yaml --export programs --lang en");
    assert_eq!(again.status.code(), Some(2));
    assert!(String::from_utf8(again.stderr).unwrap().contains("programs exists"));
}
