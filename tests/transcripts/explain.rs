//! `explain`: why somebody has what he or she has.

use super::Stage;
use serde_json::Value;

const PEOPLE: usize = 14;

fn linfen() -> Stage {
    let stage = Stage::new().scenario("linfen-2018.yaml");
    assert!(stage.run("plan linfen-2018.yaml -o plan.json").status.success());
    stage
}

fn json(stage: &Stage, arguments: &str) -> Value {
    let output = stage.run(arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments}");
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn tells_every_ambassador_of_linfen_why() {
    let stage = linfen();
    let questions: Vec<String> =
        (1..=PEOPLE).map(|number| format!("explain plan.json a{number:02}")).collect();
    let questions: Vec<&str> = questions.iter().map(String::as_str).collect();
    insta::assert_snapshot!(stage.transcript(&questions));
}

#[test]
fn names_others_only_where_that_is_asked_for() {
    let stage = linfen();
    insta::assert_snapshot!(stage.transcript(&[
        "explain plan.json 喻国强 --wish 1 --lang en",
        "explain plan.json a05 --names",
        "explain plan.json a05 --format json",
        "explain plan.json a05 --names --format json",
    ]));
}

#[test]
fn writes_what_can_be_sent_to_the_person() {
    let short = Stage::new().file("campaign.yaml", THREE_FOR_ONE);
    insta::assert_snapshot!(short.transcript(&[
        "explain campaign.yaml a01 --letter",
        "explain campaign.yaml a01 --letter --lang en",
        "explain campaign.yaml a03 --letter",
    ]));
    let stage = linfen();
    insta::assert_snapshot!(stage.transcript(&[
        "explain plan.json a05 --letter",
        "explain plan.json a05 --letter --lang en --names",
        "explain plan.json a05 --letter --format json",
    ]));
}

#[test]
fn gives_with_each_answer_the_command_that_gives_it_again() {
    let stage = linfen();
    let mut repeated = 0;
    for number in 1..=PEOPLE {
        let told = json(&stage, &format!("explain plan.json a{number:02} --format json"));
        for answer in told["answers"].as_array().unwrap() {
            let command = answer["command"].as_str().unwrap();
            let again = json(&stage, command.strip_prefix("chuxin ").unwrap());
            assert_eq!(again["answers"], Value::from(vec![answer.clone()]), "{command}");
            repeated += 1;
        }
    }
    assert!(repeated > 4, "{repeated} answers");
}

/// Two of one name, and one seat that three wish for.
const THREE_FOR_ONE: &str = "\
campaign: {name: 样例, season: 2018-10-22..2018-10-26, bring: []}
rules: {priorities: [coverage, everyone, days, wishes]}
units: [{id: clinic, name: 卫生服务中心}, {id: bank, name: 工商银行}]
posts:
  - {id: guide, unit: clinic, title: 门诊导医, dates: 2018-10-23, requires: [健康证]}
  - {id: lobby, unit: bank, title: 大堂引导员, dates: 2018-10-24}
ambassadors:
  - {id: a01, name: 佘松岩, unit: bank, qualifications: [健康证], wishes: [guide]}
  - {id: a02, name: 茅如兰, unit: clinic, wishes: [lobby]}
  - {id: a03, name: 茅如兰, organization: 第二党支部, qualifications: [健康证], wishes: [guide, lobby]}
";

#[test]
fn asks_which_of_two_is_meant_and_what_may_be_meant() {
    let stage = Stage::new().file("campaign.yaml", THREE_FOR_ONE);
    insta::assert_snapshot!(stage.transcript(&[
        "explain campaign.yaml 茅如兰",
        "explain campaign.yaml 茅如阑 --lang en",
        "explain campaign.yaml nobody-of-that-name",
        "explain campaign.yaml a03 --wish 3",
        "explain campaign.yaml a03 --campaign campaign.yaml",
        "explain missing.yaml a03",
    ]));
}

#[test]
fn tells_of_posts_units_neighbourhoods_and_days() {
    let stage = linfen();
    insta::assert_snapshot!(stage.transcript(&[
        "explain plan.json 社区巡逻员",
        "explain plan.json hospice-nurse --names",
        "explain plan.json patrol --lang en",
        "explain plan.json patrol --format json",
        "explain plan.json 临汾路街道社区卫生服务中心",
        "explain plan.json 2018-10-23",
        "explain plan.json 10月24日 --names --lang en",
        "explain plan.json 2018-11-03",
        "explain plan.json patrol --letter",
        "explain plan.json yangqu-470",
    ]));
}

#[test]
fn tells_why_a_unit_is_not_with_its_nearest_neighbourhood() {
    let stage = Stage::new().scenario("linfen-2018.yaml").scenario("linfen-2019.yaml");
    assert!(stage.run("plan linfen-2019.yaml -o plan.json").status.success());
    insta::assert_snapshot!(stage.transcript(&[
        "explain plan.json icbc-linfen",
        "explain plan.json yangqu-470",
        "explain plan.json yangqu-470 --lang en",
        "explain plan.json neighbourhood:yangqu-470 --format json",
    ]));
}

#[test]
fn says_of_whoever_has_no_place_what_a_place_would_cost() {
    let pinned = format!("{THREE_FOR_ONE}pins: [{{ambassador: a01, post: guide}}]\n");
    let stage = Stage::new().file("campaign.yaml", THREE_FOR_ONE).file("pinned.yaml", &pinned);
    insta::assert_snapshot!(stage.transcript(&[
        "explain campaign.yaml a01",
        "explain campaign.yaml a02",
        "explain campaign.yaml a03",
        "explain pinned.yaml a03 --lang en",
    ]));
}

#[test]
fn asks_a_mended_plan_with_what_it_had_to_keep() {
    let stage = linfen();
    let mended = stage.run("repair --plan plan.json --absent a03 -o plan-2.json --keep-until 2018-10-24");
    assert_eq!(mended.status.code(), Some(0), "{}", String::from_utf8_lossy(&mended.stderr));
    insta::assert_snapshot!(stage.transcript(&[
        "explain plan-2.json a03",
        "explain plan-2.json a05",
        "explain plan-2.json a02",
    ]));
}

#[test]
fn explains_nothing_of_a_plan_that_breaks_the_rules() {
    let stage = linfen();
    let campaign = std::fs::read_to_string(stage.path().join("linfen-2018.yaml")).unwrap();
    let away = campaign.replace("  - id: a05\n", "  - id: a05\n    away: [2018-10-23]\n");
    assert_ne!(campaign, away);
    std::fs::write(stage.path().join("linfen-2018.yaml"), away).unwrap();
    insta::assert_snapshot!(stage.transcript(&["explain plan.json a05"]));
}

#[test]
fn says_that_a_wish_came_true_and_that_everybody_is_there_already() {
    let stage = linfen();
    let text = |arguments: &str| String::from_utf8(stage.run(arguments).stdout).unwrap();
    assert!(text("explain plan.json 云飞 --wish 2").contains("第二志愿已经满足"));
    let alone = "\
campaign: {name: 样例, season: 2018-10-22..2018-10-26}
units: [{id: clinic, name: 卫生服务中心}]
posts: [{id: guide, unit: clinic, title: 门诊导医, dates: 2018-10-23, seats: 2}]
ambassadors: [{id: a01, name: 林晓}]
";
    let alone = Stage::new().file("campaign.yaml", alone);
    let said = String::from_utf8(alone.run("explain campaign.yaml 门诊导医").stdout).unwrap();
    assert!(said.contains("去得了的人都已经在这里"), "{said}");
}

/// Without what stood before, the program of a repair would bar what the plan itself has.
#[test]
fn proves_nothing_of_a_mended_plan_whose_earlier_one_is_lost() {
    let stage = linfen();
    let repair = "repair --plan plan.json --absent 林晓@10月23日 --keep-until 10月23日 -o plan-2.json";
    assert!(stage.run(repair).status.success());
    assert!(stage.run("explain plan-2.json 云飞").status.success());
    let stage = stage.file("plan.json", "{}");
    let refused = stage.run("explain plan-2.json 云飞");
    let said = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(2), "{said}");
    assert!(refused.stdout.is_empty() && said.contains("请把原来的那份方案放回原处"), "{said}");
}

/// Whoever was held in place lost his or her wish in the plan before, and for the reason that holds there.
#[test]
fn says_of_whoever_a_repair_did_not_touch_what_the_plan_before_says() {
    let stage = linfen();
    let text = |arguments: &str| String::from_utf8(stage.run(arguments).stdout).unwrap();
    let late =
        "repair --plan plan.json --late 唐小雨 --set ambassadors.唐小雨.wishes=[patrol] -o plan-2.json";
    assert!(stage.run(late).status.success());
    let before = text("explain plan.json 云飞 --letter");
    assert!(before.contains("第一志愿"), "{before}");
    assert_eq!(text("explain plan-2.json 云飞 --letter"), before);
    assert!(text("explain plan-2.json 唐小雨").contains("唐小雨"));
}
