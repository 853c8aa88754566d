//! `chuxin repair`: plans mended after a change, what is refused, and what is never overwritten.

use super::Stage;
use serde_json::Value;
use std::fs;

const CAMPAIGN: &str = "\
campaign: {name: 初心体验, season: 2018-10-22..2018-10-26, seed: \"2\"}
units:
  - {id: clinic, name: 社区卫生服务中心}
  - {id: hall, name: 政务大厅}
posts:
  - {id: ward, unit: clinic, title: 安宁病房护士, dates: [2018-10-23, 2018-10-25], mentor: 张老师, meet: 三楼护士站}
  - {id: guide, unit: clinic, title: 门诊导医, dates: 2018-10-22..2018-10-25}
  - {id: desk, unit: hall, title: 窗口受理员, dates: 2018-10-24, priority: 5}
ambassadors:
  - {id: a01, name: 林晓, wishes: [ward]}
  - {id: a02, name: 周明, wishes: [guide, ward]}
  - {id: a03, name: 吴敏, wishes: [desk, guide]}
  - {id: a04, name: 高远, away: 2018-10-22}
pins:
  - {ambassador: a01, post: ward, date: 2018-10-23}
";

/// The campaign with a plan of its own.
fn stage() -> Stage {
    let stage = Stage::new().file("campaign.yaml", CAMPAIGN);
    assert!(stage.run("plan campaign.yaml -o plan.json").status.success());
    stage
}

#[test]
fn says_whom_to_tell_what_and_writes_what_it_was_told() {
    let stage = stage();
    let scenes = stage.transcript(&[
        "repair campaign.yaml --plan plan.json --absent a03 -o plan-2.json",
        "check plan-2.yaml",
        "verify plan-2.yaml plan-2.json",
        "repair plan-2.yaml --plan plan-2.json --close ward@2018-10-23 --add-seat guide -o plan-3.json --lang en",
        "verify plan-3.yaml plan-3.json",
    ]);
    let written = ["plan-2.yaml", "plan-3.yaml"]
        .map(|name| format!("{name}\n{}", fs::read_to_string(stage.path().join(name)).unwrap()));
    insta::assert_snapshot!(format!("{scenes}\n{}", written.join("\n")));
}

#[test]
fn gives_the_same_plan_where_nothing_has_changed() {
    let stage = stage();
    let output = stage.run("repair campaign.yaml --plan plan.json -o again.json");
    assert!(output.status.success());
    let lines = |name: &str| -> Vec<String> {
        let text = fs::read_to_string(stage.path().join(name)).unwrap();
        text.lines().map(str::to_owned).collect()
    };
    let (plan, mut again) = (lines("plan.json"), lines("again.json"));
    // Only where it comes from, and the level that counts the changes, is new.
    assert!(plan.contains(&r#"    "revision": 0,"#.to_owned()));
    again.retain(|line| !line.contains(r#""first": "plan.json""#));
    let again = again.into_iter().map(|line| line.replace(r#""revision": 1,"#, r#""revision": 0,"#));
    let mut again: Vec<String> = again.collect();
    let mends = again.iter().position(|line| line.contains("\"mends\"")).unwrap();
    again.drain(mends..mends + 6);
    again.retain(|line| !line.contains("\"changes\""));
    let mended = again.iter().position(|line| line.contains("\"mended\"")).unwrap();
    again.drain(mended..mended + 3);
    assert_eq!(again, plan);
    assert!(!stage.path().join("again.yaml").exists());
}

/// What is not written is not named: the options that do the same stand in its place, and the plan is read with them.
#[test]
fn names_no_scenario_that_it_does_not_write() {
    let stage = stage();
    let told = "repair campaign.yaml --plan plan.json --absent a03 --close guide@2018-10-22..2018-10-25 \
                --set rules.rest_days=1 --format json";
    let output = stage.run(told);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let plan = serde_json::from_slice::<Value>(&output.stdout).unwrap()["plan"].take();
    let said = &plan["campaign"];
    assert_eq!(said["file"], "campaign.yaml");
    let options = [
        "--set ambassadors.a03.away=[2018-10-22..2018-10-26]",
        "--without post:guide",
        "--set rules.rest_days=1",
    ];
    assert_eq!(said["variations"], serde_json::json!(options));
    let saved = stage.run(&format!("{told} -o plan-2.json"));
    assert!(saved.status.success());
    let with_file = serde_json::from_slice::<Value>(&saved.stdout).unwrap()["plan"].take();
    assert_eq!(with_file["campaign"]["file"], "plan-2.yaml");
    assert_eq!(with_file["campaign"]["digest"], said["digest"]);
    let stage = stage.file("printed.json", &plan.to_string());
    let arguments = ["verify", "campaign.yaml", "printed.json"].into_iter().map(str::to_owned);
    let split = options.iter().flat_map(|option| option.splitn(2, ' ').map(str::to_owned));
    let verified = stage.command(arguments.chain(split)).output().unwrap();
    let text = String::from_utf8(verified.stdout).unwrap();
    assert!(verified.status.success() && !text.contains("注意"), "{text}");

    let phoned =
        "repair campaign.yaml --plan plan.json --format json --set ambassadors.a01.phone=13800000001";
    let plan = String::from_utf8(stage.run(phoned).stdout).unwrap();
    assert!(plan.contains("ambassadors.a01.phone=") && !plan.contains("13800000001"), "{plan}");
    for output in ["", "-o plan-3.json"] {
        let pins = "pins=[{ambassador: a02, post: desk}, {ambassador: a03, post: desk}]";
        let arguments = "repair campaign.yaml --plan plan.json --close guide@2018-10-22 --set".split(' ');
        let stuck = stage.command(arguments.chain([pins]).chain(output.split_whitespace())).output().unwrap();
        let told = String::from_utf8(stuck.stderr).unwrap();
        assert_eq!(stuck.status.code(), Some(3), "{told}");
        assert!(told.contains("--set:1:") && !told.contains("plan-3.yaml"), "{told}");
    }
}

#[test]
fn mends_after_the_file_was_edited_by_hand() {
    let stage = stage();
    let edited = CAMPAIGN.replace("  - {id: a03, name: 吴敏, wishes: [desk, guide]}\n", "");
    let stage = stage.file("campaign.yaml", &edited);
    let scene = stage.transcript(&["repair campaign.yaml --plan plan.json --format json"]);
    // Every backend finds the same plan, and says only of itself which it is; so the digest of the earlier plan differs.
    let (before, mends) = scene.split_once("\"mends\"").unwrap();
    let (_, rest) = mends.split_once("\"digest\": \"sha256:").unwrap();
    let digest = &rest[..64];
    assert!(digest.bytes().all(|byte| byte.is_ascii_hexdigit()));
    let before = before.replace(r#""backend": "highs""#, r#""backend": "simplex""#);
    insta::assert_snapshot!(format!("{before}\"mends\"{}", mends.replace(digest, "…")));
}

/// From the campaign before the options, from those of the earlier plans; from the plan itself the unit alone.
#[test]
fn calls_what_is_gone_by_the_name_that_it_had() {
    let named = CAMPAIGN.replace("吴敏", "吴敏（138 0000 0002）");
    let stage = Stage::new().file("campaign.yaml", &named);
    assert!(stage.run("plan campaign.yaml -o plan.json").status.success());
    let said = |arguments: &str| {
        let output = stage.run(arguments);
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && !said.contains("0002"), "{said}");
        said
    };
    let gone = said("repair campaign.yaml --plan plan.json --without post:desk --without ambassador:a03");
    assert!(
        gone.contains("- 吴敏（***）（已不在活动中）：取消10月24日（周三）政务大厅的“窗口受理员”"),
        "{gone}"
    );
    let edited = CAMPAIGN.lines().filter(|line| !line.contains("id: desk")).collect::<Vec<_>>().join("\n");
    let edited = edited.replace("[desk, guide]", "[guide]");
    fs::write(stage.path().join("other.yaml"), &edited).unwrap();
    let gone = said("repair other.yaml --plan plan.json");
    assert!(gone.contains("政务大厅的“窗口受理员”"), "{gone}");
    fs::write(stage.path().join("campaign.yaml"), &edited).unwrap();
    let gone = said("repair campaign.yaml --plan plan.json");
    assert!(gone.contains("政务大厅的“desk”"), "{gone}");
}

#[test]
fn keeps_what_lies_before_a_day_and_names_what_contradicts_it() {
    let stage = stage();
    insta::assert_snapshot!(stage.transcript(&[
        "repair campaign.yaml --plan plan.json --absent a01 --keep-until 2018-10-24",
        "repair campaign.yaml --plan plan.json --set ambassadors.a03.away=2018-10-24 --keep-until 2018-10-25",
        "repair campaign.yaml --plan plan.json --without ambassador:a03 --keep-until 2018-10-25",
    ]));
}

#[test]
fn names_every_option_that_cannot_be_followed() {
    let stage = stage();
    insta::assert_snapshot!(stage.transcript(&[
        "repair campaign.yaml --plan plan.json --absent a3 --absent a01@tomorrow --absent a02@2019-01-01 \
         --absent a02@2018-10-22 --keep-until 2018-10-23 -o plan-2.json",
        "repair campaign.yaml --plan plan.json --close wrad@2018-10-23 --close ward --close ward@2018-10-22 \
         --add-seat ward@2018-10-23 --lang en",
        "repair campaign.yaml --plan plan.json --keep-until 23.10.2018",
        "repair campaign.yaml --plan campaign.yaml",
        "repair campaign.yaml --plan nowhere.json",
    ]));
    assert!(!stage.path().join("plan-2.json").exists());
}

/// Whoever is asked for by name is shown with the id; namesakes all, and no number that stands in a name.
#[test]
fn suggests_by_name_too_wherever_an_option_takes_an_id() {
    let named = CAMPAIGN.replace("高远", "林晓").replace("吴敏", "吴敏（138 0000 0002）");
    let stage = Stage::new().file("campaign.yaml", &named).file("thursdays.yaml", THURSDAYS);
    assert!(stage.run("plan campaign.yaml -o plan.json").status.success());
    assert!(stage.run("plan thursdays.yaml -o thursdays.json").status.success());
    let said = stage.transcript(&[
        "repair campaign.yaml --plan plan.json --absent 周鸣@2018-10-23 --absent 林小 --absent 林晓 --absent a3 \
         --close 窗口受理@2018-10-24 --add-seat 门诊导员",
        "repair campaign.yaml --plan plan.json --absent 周鸣 --add-seat 门诊导员 --lang en",
        "repair thursdays.yaml --plan thursdays.json --absent unit:工商银杭@2019-03 \
         --absent neighbourhood:东一居民@2019-03-07",
        "plan campaign.yaml --without ambassador:周鸣",
        "plan campaign.yaml --set posts.门诊导员.seats=2",
        "compare campaign.yaml --without post:门诊导员 --lang en",
    ]);
    assert!(!said.contains("0002"), "{said}");
    insta::assert_snapshot!(said);
}

#[test]
fn refuses_an_absence_for_a_season_that_stays_as_it_is() {
    let stage = stage();
    let output =
        stage.run("repair campaign.yaml --plan plan.json --absent a01 --keep-until 2030-01-01 --lang en");
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("is before 2030-01-01, and everything before that stays"), "{told}");
}

#[test]
fn notes_the_absence_of_somebody_who_is_not_placed() {
    let stage = stage();
    let output = stage.run("repair campaign.yaml --plan plan.json --absent a02@2018-10-26");
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("a02@2018-10-26：原方案中这段时间本来就没有安排"), "{told}");
    assert!(output.status.success());
}

#[test]
fn refuses_the_plan_of_another_campaign() {
    let other = CAMPAIGN.replace("id: ", "id: x").replace("unit: ", "unit: x").replace("[ward", "[xward");
    let other = other.replace("[guide, ward]", "[xguide]").replace("[desk, guide]", "[xdesk]");
    let other = other.split("pins:").next().unwrap().replace("初心体验", "别的活动");
    let stage = stage().file("other.yaml", &other);
    assert!(stage.run("plan other.yaml -o other.json").status.success());
    insta::assert_snapshot!(stage.transcript(&["repair campaign.yaml --plan other.json -o plan-2.json"]));
    assert!(!stage.path().join("plan-2.json").exists());
}

#[test]
fn overwrites_neither_plan_nor_scenario_unasked_and_its_own_source_never() {
    let stage = stage().file("plan-2.yaml", "mine").file("plan-3.json", "mine");
    insta::assert_snapshot!(stage.transcript(&[
        "repair campaign.yaml --plan plan.json --absent a03 -o plan-2.json",
        "repair campaign.yaml --plan plan.json --absent a03 -o plan-3.json",
        "repair campaign.yaml --plan plan.json --absent a03 -o campaign.json --force",
        "repair campaign.yaml --plan plan.json --absent a03 -o plan-4.yaml",
        "repair campaign.yaml --plan plan.json --absent a03 -o no/plan-4.json",
    ]));
    for (name, text) in [("plan-2.yaml", "mine"), ("plan-3.json", "mine"), ("campaign.yaml", CAMPAIGN)] {
        assert_eq!(fs::read_to_string(stage.path().join(name)).unwrap(), text);
    }
    assert!(!stage.path().join("plan-2.json").exists() && !stage.path().join("plan-3.yaml").exists());
    assert!(
        stage
            .run("repair campaign.yaml --plan plan.json --absent a03 -o plan-2.json --force")
            .status
            .success()
    );
    assert!(fs::read_to_string(stage.path().join("plan-2.yaml")).unwrap().contains("extends: campaign.yaml"));
}

pub(super) const THURSDAYS: &str = "\
campaign: {name: 周四行动, season: 2019-10-21..2019-10-25, seed: \"2\"}
units:
  - {id: clinic, name: 社区卫生服务中心, location: [31.30, 121.45], offers: [health]}
  - {id: bank, name: 工商银行, location: [31.31, 121.45], offers: [fraud, health]}
neighbourhoods:
  - {id: east, name: 东一居民区, location: [31.301, 121.45], needs: [health]}
  - {id: west, name: 西一居民区, location: [31.309, 121.45], needs: [fraud]}
themes:
  - {id: health, name: 健康义诊}
  - {id: fraud, name: 防诈骗讲座}
thursday_action:
  months: 2019-01..2019-04
  thursday: 1
  units_per_neighbourhood: {min: 0, max: 1}
";

#[test]
fn mends_the_thursday_action_with_the_fewest_pairings_and_events_gone() {
    let stage = Stage::new().file("campaign.yaml", THURSDAYS);
    assert!(stage.run("plan campaign.yaml -o plan.json").status.success());
    let scenes = stage.transcript(&[
        "repair campaign.yaml --plan plan.json",
        "repair campaign.yaml --plan plan.json --absent unit:bank@2019-03 --keep-until 2019-03-01 -o plan-2.json",
        "verify plan-2.yaml plan-2.json",
        "repair campaign.yaml --plan plan.json --without unit:clinic --lang en",
        "repair campaign.yaml --plan plan.json --set units.bank.closed=2019-01-03 --keep-until 2019-03-01",
        "repair campaign.yaml --plan plan.json --without unit:clinic --keep-until 2019-03-01",
        "repair campaign.yaml --plan plan.json --absent neighbourhood:east@2019-03-07 -o plan-3.json --lang en",
        "repair campaign.yaml --plan plan.json --absent unit:bnak@2019-03 --absent unit:bank \
         --absent neighbourhood:esat@2019-03-07",
    ]);
    insta::assert_snapshot!(scenes);
}

#[test]
fn names_who_could_step_in_and_what_moves_for_it() {
    let stage = stage();
    let list = |text: String| text.split_once("候补名单").map(|(_, list)| list.to_owned()).unwrap();
    let planned = list(stage.transcript(&["plan campaign.yaml --reserves 2"]));
    let english = stage.transcript(&["plan campaign.yaml --reserves 1 --lang en"]);
    let english = english.split_once("Reserves").unwrap().1.to_owned();
    let mended = list(
        stage.transcript(&["repair campaign.yaml --plan plan.json --keep-until 2018-10-24 --reserves 2"]),
    );
    insta::assert_snapshot!([planned, english, mended].join("\n----\n"));
    let output = stage.run("plan campaign.yaml --reserves 1 --format json");
    let text = String::from_utf8(output.stdout).unwrap();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["reserves"].as_array().unwrap().len(), 4);
    assert_eq!(json["version"], 2);
}

#[test]
fn counts_the_changes_again_while_the_earlier_plan_is_there() {
    let stage = stage();
    assert!(stage.run("repair campaign.yaml --plan plan.json --absent a03 -o plan-2.json").status.success());
    let plan = fs::read_to_string(stage.path().join("plan-2.json")).unwrap();
    let wrong = plan.replace(
        "\"changes\", \"sense\": \"min\", \"value\": 2",
        "\"changes\", \"sense\": \"min\", \"value\": 1",
    );
    assert_ne!(wrong, plan);
    let stage = stage.file("plan-2.json", &wrong);
    let counted = stage.transcript(&["verify plan-2.yaml plan-2.json"]);
    assert!(counted.contains("变动（changes）：value（结果）写的是 1，应为 2"), "{counted}");
    fs::remove_file(stage.path().join("plan.json")).unwrap();
    let lost = stage.transcript(&["verify plan-2.yaml plan-2.json", "print plan-2.json --to json -o out"]);
    assert!(lost.contains("原方案 plan.json 找不到"), "{lost}");
    let printed = fs::read_dir(stage.path().join("out")).unwrap().next().unwrap().unwrap().path();
    assert!(fs::read_to_string(printed).unwrap().contains("\"changes\""));
}

const FRIENDS: &str = "\
campaign: {name: 样例, season: 2018-10-22..2018-10-26}
units:
  - {id: library, name: 街道图书馆}
  - {id: canteen, name: 社区食堂}
posts:
  - {id: books, unit: library, title: 图书整理员, dates: 2018-10-23, seats: 2, need: 1}
  - {id: meals, unit: canteen, title: 助餐员, dates: 2018-10-24, seats: 2, need: 1}
ambassadors:
  - {id: a01, name: 裘素宁, wishes: [books, meals]}
  - {id: a02, name: 竺慕青, wishes: [books, meals]}
  - {id: a03, name: 郦文倩, wishes: [meals, books]}
groups:
  - {together: [a01, a02], strength: try}
";

#[test]
fn moves_nobody_who_could_stay_for_a_preference() {
    let first = FRIENDS.to_owned() + "rules: {priorities: [groups, coverage, everyone, days, wishes]}\n";
    let stage = Stage::new().file("campaign.yaml", FRIENDS).file("friends-first.yaml", &first);
    let mended = ["a02 books", "a01 meals", "a03 meals"];
    for (command, levels, placements) in [
        (
            "campaign.yaml",
            "coverage everyone enough days changes even groups represented wishes travel lot",
            &mended[..],
        ),
        (
            "campaign.yaml --touch-least",
            "coverage changes everyone enough days even groups represented wishes travel lot",
            &mended,
        ),
        ("friends-first.yaml", "coverage everyone days changes groups wishes lot", &mended),
        // Friends before everybody: whoever would go alone stays without a place.
        (
            "friends-first.yaml --touch-least",
            "coverage changes groups everyone days wishes lot",
            &["a02 books", "a03 meals"],
        ),
    ] {
        let campaign = command.split(' ').next().unwrap();
        assert!(stage.run(&format!("plan {campaign} -o plan.json --force")).status.success());
        let output =
            stage.run(&format!("repair {command} --plan plan.json --absent a01@2018-10-23 --format json"));
        let plan: Value = serde_json::from_slice::<Value>(&output.stdout).unwrap()["plan"].take();
        let list = |key: &str, write: &dyn Fn(&Value) -> String| -> Vec<String> {
            plan["experience"][key].as_array().unwrap().iter().map(write).collect()
        };
        let word = |one: &Value, key: &str| one[key].as_str().unwrap().to_owned();
        assert_eq!(list("levels", &|level| word(level, "id")).join(" "), levels);
        let placed = |one: &Value| format!("{} {}", word(one, "ambassador"), word(one, "post"));
        assert_eq!(list("placements", &placed), placements, "{command}");
    }
}

#[test]
fn takes_the_month_of_a_unit_for_all_its_days_where_there_is_no_thursday_action() {
    let stage = stage();
    insta::assert_snapshot!(
        stage.transcript(&["repair campaign.yaml --plan plan.json --absent unit:clinic@2018-10"])
    );
}
