//! `chuxin repair --without` in mid-season and mid-year: what leaves from a day on, and what is past stays.

use super::{
    Stage,
    exchange::{between, repaired, stage, verified, words},
    repair::THURSDAYS,
};
use std::fs;

#[test]
fn a_unit_leaves_in_mid_season_and_what_is_past_stays() {
    let stage = stage();
    let gone = words(&["a02 desk 2018-10-24 09:00-11:00", "a07 desk 2018-10-24 14:00-16:00"]);
    for (number, said) in [
        "--without unit:hall --keep-until 2018-10-24",
        "--without unit:hall@2018-10-24",
        "--without unit:政务大厅＠2018-10-24 --keep-until 2018-10-23",
        "--without post:desk@2018-10-24",
    ]
    .into_iter()
    .enumerate()
    {
        let plan = format!("left-{number}");
        let told = repaired(&stage, &format!("--plan plan.json {said} -o {plan}.json"));
        assert_eq!(between(&stage, "plan.json", &format!("{plan}.json")).0, gone, "{said}");
        assert!(told.contains("从10月24日（周三）起退出，之前的安排保持不变"), "{told}");
        // What is left of the post has had whoever it wanted.
        assert!(!told.contains("空岗") && told.contains("个岗位全部落实"), "{told}");
        verified(&stage, &plan);
    }
    let scenario = fs::read_to_string(stage.path().join("left-0.yaml")).unwrap();
    assert!(scenario.contains("closed: [2018-10-24..2018-10-26]"), "{scenario}");
    // What began today is past too.
    let arguments = ["repair", "--plan", "plan.json", "--keep-until", "2018-10-23 10:00"];
    let output = stage.command(arguments.into_iter().chain(["--without", "unit:hall", "-o", "now.json"]));
    let output = { output }.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let (gone, _) = between(&stage, "plan.json", "now.json");
    assert!(gone.contains(&"a04 desk 2018-10-23 14:00-16:00".to_owned()) && gone.len() == 3, "{gone:?}");
    verified(&stage, "now");
    // Before its first session it is as if it had never been there.
    repaired(&stage, "--plan plan.json --without unit:hall@2018-10-23 -o never.json");
    let scenario = fs::read_to_string(stage.path().join("never.yaml")).unwrap();
    assert!(scenario.contains("units: [hall]"), "{scenario}");
    verified(&stage, "never");
}

#[test]
fn what_lies_before_the_day_of_a_withdrawal_stays_and_nobody_is_sent_to_whatever_leaves() {
    let stage = Stage::new().scenario("linfen-2018.yaml").scenario("linfen-2019.yaml");
    assert!(stage.run("plan linfen-2019.yaml -o plan.json").status.success());
    let day = |visit: &String| visit.split(' ').nth(2).unwrap_or_default().to_owned();
    for (number, said) in
        ["--without unit:icbc-linfen@2019-10-24", "--absent unit:icbc-linfen@2019-10-24..2019-10-25"]
            .into_iter()
            .enumerate()
    {
        let told = repaired(&stage, &format!("--plan plan.json {said} -o left-{number}.json"));
        let (gone, new) = between(&stage, "plan.json", &format!("left-{number}.json"));
        let moved: Vec<&String> = gone.iter().chain(&new).collect();
        assert!(
            !gone.is_empty() && moved.iter().all(|one| day(one).as_str() >= "2019-10-24"),
            "{said}: {moved:?}"
        );
        assert!(told.contains("加 --keep-until"), "{told}");
        verified(&stage, &format!("left-{number}"));
    }
}

#[test]
fn somebody_leaves_in_mid_season() {
    let stage = stage();
    repaired(&stage, "--plan plan.json --without ambassador:周明@2018-10-23 -o p2.json");
    let (gone, _) = between(&stage, "plan.json", "p2.json");
    assert_eq!(gone, words(&["a02 desk 2018-10-24 09:00-11:00"]));
    verified(&stage, "p2");
}

/// Where the file itself no longer has what is past, the refusal has the option that was meant.
#[test]
fn what_was_taken_out_of_the_file_by_hand_cannot_stay() {
    let stage = stage();
    let path = stage.path().join("campaign.yaml");
    let text = fs::read_to_string(&path).unwrap();
    let without: Vec<&str> = text.lines().filter(|line| !line.contains("a03")).collect();
    fs::write(&path, without.join("\n")).unwrap();
    let output = stage.run("repair campaign.yaml --plan plan.json --keep-until 2018-10-24");
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(3) && told.contains("settled-is-gone"), "{told}");
    assert!(told.contains("--without unit:编号@日期"), "{told}");
}

#[test]
fn a_unit_and_a_neighbourhood_leave_in_mid_year() {
    let stage = Stage::new().file("campaign.yaml", THURSDAYS);
    assert!(stage.run("plan campaign.yaml -o plan.json").status.success());
    insta::assert_snapshot!(stage.transcript(&[
        "repair campaign.yaml --plan plan.json --without unit:clinic@2019-03-01 -o p2.json",
        "verify p2.yaml p2.json",
        "repair --plan plan.json --without neighbourhood:west@2019-03-10 --keep-until 2019-02-01 -o p3.json --lang en",
        "verify p3.yaml p3.json",
        "repair --plan plan.json --without unit:clinic@2019-01-10 --keep-until 2019-02-01",
        "repair --plan plan.json --without unit:clinic@soon",
    ]));
    // What the file itself no longer has cannot stay, and the message has the command.
    let edited = THURSDAYS.replace(
        "  - {id: clinic, name: 社区卫生服务中心, location: [31.30, 121.45], offers: [health]}\n",
        "",
    );
    fs::write(stage.path().join("campaign.yaml"), edited).unwrap();
    let output = stage.run("repair campaign.yaml --plan plan.json --keep-until 2019-03-01");
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(3) && told.contains("--without unit:编号@日期"), "{told}");
}

const SHIFTS: &str = "\
campaign: {name: 初心体验, season: 2018-10-22..2018-10-26}
units: [{id: hall, name: 政务大厅}, {id: clinic, name: 社区卫生服务中心}]
posts:
  - {id: day, unit: hall, title: 全天值守, dates: 2018-10-23, hours: 08:00-18:00}
  - {id: noon, unit: hall, title: 午间引导, dates: 2018-10-23, hours: 13:00-16:00}
  - {id: desk, unit: hall, title: 窗口受理员, dates: 2018-10-23..2018-10-26, hours: \"08:00-18:00, 13:00-16:00\", need: 6}
ambassadors:
  - {id: a01, name: 林晓}
  - {id: a02, name: 周明}
  - {id: a03, name: 吴敏}
  - {id: a04, name: 高远}
  - {id: a05, name: 施雯, available: 2018-10-22}
pins:
  - {ambassador: a01, post: day}
  - {ambassador: a02, post: noon}
  - {ambassador: a03, post: desk, date: 2018-10-23, hours: \"08:00-18:00\"}
  - {ambassador: a04, post: desk, date: 2018-10-23, hours: \"13:00-16:00\"}
";

fn shifts() -> Stage {
    let stage = Stage::new().file("campaign.yaml", SHIFTS);
    assert!(stage.run("plan campaign.yaml -o plan.json").status.success());
    stage
}

/// The scenario of a plan.
fn scenario(stage: &Stage, plan: &str) -> String {
    fs::read_to_string(stage.path().join(format!("{plan}.yaml"))).unwrap()
}

#[test]
fn what_has_begun_stays_and_what_runs_beside_it_and_has_not_goes() {
    let stage = shifts();
    let mend = |without: &str, plan: &str| {
        let arguments = ["repair", "--plan", "plan.json", "--keep-until", "2018-10-23 10:00"];
        let said = ["--without", without, "-o", &format!("{plan}.json")].map(str::to_owned);
        let output = stage.command(arguments.map(str::to_owned).into_iter().chain(said)).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        verified(&stage, plan);
        between(&stage, "plan.json", &format!("{plan}.json")).0
    };
    let both = words(&["a02 noon 2018-10-23", "a04 desk 2018-10-23 13:00-16:00"]);
    assert_eq!(mend("unit:hall", "unit"), both);
    assert_eq!(mend("post:desk", "post"), both[1..]);
}

#[test]
fn a_post_that_leaves_wants_whom_it_had_and_whom_it_can_still_have() {
    let stage = shifts();
    // Two sessions a day on the 23rd and 24th are four seats.
    for (number, said) in ["unit:hall@2018-10-25", "post:desk@2018-10-25"].into_iter().enumerate() {
        let plan = format!("open-{number}");
        repaired(&stage, &format!("--plan plan.json --without {said} -o {plan}.json"));
        assert!(scenario(&stage, &plan).contains("need: 4"), "{}", scenario(&stage, &plan));
        verified(&stage, &plan);
    }
    // Of the 23rd it has had two, and the 24th has two more.
    repaired(&stage, "--plan plan.json --keep-until 2018-10-24 --without post:desk@2018-10-25 -o past.json");
    assert!(scenario(&stage, "past").contains("need: 4"), "{}", scenario(&stage, "past"));
    repaired(&stage, "--plan plan.json --keep-until 2018-10-24 --without post:desk -o now.json");
    assert!(scenario(&stage, "now").contains("need: 2"), "{}", scenario(&stage, "now"));
    // Wanting two alone, it loses nothing of that.
    let few = SHIFTS.replace("need: 6", "need: 2");
    let stage = Stage::new().file("campaign.yaml", &few);
    assert!(stage.run("plan campaign.yaml -o plan.json").status.success());
    repaired(&stage, "--plan plan.json --without post:desk@2018-10-25 -o few.json");
    assert!(!scenario(&stage, "few").contains("need:"), "{}", scenario(&stage, "few"));
}

/// Whoever has nothing before the day may still get something there.
#[test]
fn what_is_open_before_the_day_is_not_taken_away() {
    let stage = shifts();
    repaired(&stage, "--plan plan.json --without ambassador:施雯@2018-10-25 -o p2.json");
    let text = scenario(&stage, "p2");
    assert!(text.contains("{id: a05, away: [2018-10-25..2018-10-26]}"), "{text}");
    verified(&stage, "p2");
}

#[test]
fn whatever_leaves_does_so_from_one_day_on() {
    let stage = shifts();
    for (said, hint) in [
        ("unit:hall@2018-10-24..2018-10-25", "--absent unit:hall@2018-10-24..2018-10-25"),
        ("unit:hall@10月24日下午", "--absent unit:hall@10月24日下午"),
        ("post:desk@2018-10-24..2018-10-25", "--close desk@2018-10-24..2018-10-25"),
        ("ambassador:林晓@2018-10-23..2018-10-24", "--absent 林晓@2018-10-23..2018-10-24"),
    ] {
        let output = stage.run(&format!("repair --plan plan.json --without {said} -o p2.json"));
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(told.contains("退出是从某一天起") && told.contains(hint), "{told}");
    }
    // What the hint says is taken.
    repaired(&stage, "--plan plan.json --absent unit:hall@2018-10-24..2018-10-25 -o p2.json");
    let stage = Stage::new().file("campaign.yaml", THURSDAYS);
    assert!(stage.run("plan campaign.yaml -o plan.json").status.success());
    // A month is its first day, and the colon may be of full width.
    let said = repaired(&stage, "--plan plan.json --without unit：clinic@2019-03 -o p2.json");
    assert!(said.contains("从3月1日（周五）起退出"), "{said}");
    let text = scenario(&stage, "p2");
    assert!(text.contains("closed: [2019-03-01.."), "{text}");
    repaired(&stage, "--plan plan.json --absent unit：clinic@2019-03 -o p3.json");
}

#[test]
fn says_where_to_find_what_a_unit_that_is_gone_gets() {
    let stage = shifts();
    repaired(&stage, "--plan plan.json --without unit:clinic -o p2.json");
    let told = |arguments: &str| {
        let output = stage.run(arguments);
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8(output.stderr).unwrap()
    };
    let gone = told("print p2.json --to html --for unit:clinic");
    assert!(gone.contains("clinic 已经不在活动里") && gone.contains("去掉 --for"), "{gone}");
    let unknown = told("print p2.json --to html --for unit:bank");
    assert!(unknown.contains("没有 unit:bank 这家单位"), "{unknown}");
    let two = SHIFTS.replace("{id: clinic, name: 社区卫生服务中心}", "{id: annex, name: 政务大厅}");
    let stage = Stage::new().file("campaign.yaml", &two);
    let output = stage.run("print campaign.yaml --to html --for 政务大厅");
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("有 2 个成员单位都叫 政务大厅，请写编号：annex、hall"), "{told}");
}

#[test]
fn the_day_of_one_of_several_who_are_absent_is_that_of_the_others() {
    let stage = stage();
    for (number, said) in
        ["周明、方远@2018-10-24", "周明@2018-10-24、方远", "周明@2018-10-24，方远@2018-10-24"]
            .into_iter()
            .enumerate()
    {
        repaired(&stage, &format!("--plan plan.json --absent {said} -o away-{number}.json"));
        let scenario = fs::read_to_string(stage.path().join(format!("away-{number}.yaml"))).unwrap();
        assert_eq!(scenario.matches("away: [2018-10-24]").count(), 2, "{said}: {scenario}");
    }
}
