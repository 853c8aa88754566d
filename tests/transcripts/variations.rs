//! `--set` and `--without`: the same as a file, in check, plan and verify.

use super::Stage;

fn stage() -> Stage {
    Stage::new().scenario("linfen-2018.yaml")
}

#[test]
fn checks_and_plans_a_campaign_varied_on_the_command_line() {
    insta::assert_snapshot!(stage().transcript(&[
        "check linfen-2018.yaml --set rules.max_distance_km=2 --without unit:barracks",
        "check linfen-2018.yaml --set posts.patrol.seats=3 --set ambassadors.a03.away=[2018-10-23] --lang en",
        "check linfen-2018.yaml --set rules.max_distnce_km=2 --without unit:barrack",
        "plan linfen-2018.yaml --set rules.max_distance_km=2 --without unit:barracks",
    ]));
}

#[test]
fn plans_the_same_as_of_a_file_and_says_with_what_it_was_varied() {
    let scenario = "extends: linfen-2018.yaml\nrules: {max_distance_km: 2}\nremove: {units: [barracks]}\n";
    let stage = stage().file("less.yaml", scenario);
    let options = "--set rules.max_distance_km=2 --without unit:barracks";
    assert!(stage.run(&format!("plan linfen-2018.yaml {options} -o varied.json")).status.success());
    assert!(stage.run("plan less.yaml -o written.json").status.success());
    assert!(stage.run("diff varied.json written.json").status.success());
    let plan = std::fs::read_to_string(stage.path().join("varied.json")).unwrap();
    let plan: serde_json::Value = serde_json::from_str(&plan).unwrap();
    let variations = serde_json::json!(["--set rules.max_distance_km=2", "--without unit:barracks"]);
    assert_eq!(plan["campaign"]["variations"], variations);
    assert!(!std::fs::read_to_string(stage.path().join("written.json")).unwrap().contains("variations"));
    let verified =
        |options: &str| stage.run(&format!("verify linfen-2018.yaml varied.json {options} --lang en"));
    let (same, other) = (verified(options), verified(""));
    assert_eq!(same.status.code(), Some(0));
    assert!(same.stderr.is_empty() || !String::from_utf8_lossy(&same.stderr).contains("read it with"));
    assert!(String::from_utf8_lossy(&other.stderr).contains(options));
}

#[test]
fn prints_a_varied_plan_without_being_told_again() {
    let stage = stage();
    let options = "--set rules.max_distance_km=2 --without unit:barracks";
    assert!(stage.run(&format!("plan linfen-2018.yaml {options} -o varied.json")).status.success());
    let printed = stage.run("print varied.json --to json -o out --lang en");
    let said = String::from_utf8_lossy(&printed.stderr).into_owned();
    assert!(printed.status.success(), "{said}");
    assert!(!said.contains("has changed"), "{said}");
}

#[test]
fn refuses_an_id_that_is_nobodys() {
    let stage = Stage::new().scenario("linfen-2018.yaml");
    for word in ["id=7", "id=", "id={}", "id"] {
        let refused = stage.run(&format!("check linfen-2018.yaml --set {word}"));
        let said = String::from_utf8(refused.stderr).unwrap();
        assert_eq!(refused.status.code(), Some(2), "{word}: {said}");
        assert!(said.contains("--set"), "{word}: {said}");
    }
}
