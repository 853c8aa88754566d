//! Who is named as able to step in where somebody cannot: the command that the hint gives goes through.

use super::{
    Stage,
    exchange::{repaired, verified},
};
use crate::support::tiny::Tiny;
use serde_json::Value;

const CAMPAIGN: &str = "\
campaign: {name: 初心体验, season: 2018-10-22..2018-10-26}
units: [{id: clinic, name: 社区卫生服务中心}]
posts:
  - {id: ward, unit: clinic, title: 安宁病房护士, dates: 2018-10-23, seats: 2, need: 2, leader: 急救证}
ambassadors:
  - {id: a01, name: 林晓, qualifications: [急救证]}
  - {id: a02, name: 周明}
  - {id: a03, name: 吴敏, away: 2018-10-23}
  - {id: a04, name: 高远}
  - {id: a05, name: 施雯, qualifications: [急救证], available: 2018-10-23}
  - {id: a06, name: 柳青, available: 2018-10-22}
groups: [{together: [a04, a06], strength: must}]
pins: [{ambassador: a01, post: ward}, {ambassador: a02, post: ward}]
";

/// What is told where 吴敏, who is away, is to step in for somebody.
fn told(campaign: &str, giver: &str) -> (Stage, String) {
    let stage = Stage::new().file("campaign.yaml", campaign);
    assert!(stage.run("plan campaign.yaml -o plan.json").status.success());
    let output = stage.run(&format!("repair --plan plan.json --replace {giver}=吴敏"));
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    (stage, told)
}

#[test]
fn names_only_those_for_whom_nobody_else_would_have_to_move() {
    // 高远 would have to come with 柳青, who cannot, and nobody else leads.
    let (stage, said) = told(CAMPAIGN, "林晓");
    assert!(said.contains("可以由施雯顶替，其他人不动：--replace 林晓@2018-10-23=施雯"), "{said}");
    repaired(&stage, "--plan plan.json --replace 林晓@2018-10-23=施雯 -o p2.json");
    verified(&stage, "p2");
    // Nobody else leads, and whoever has to come with somebody cannot come alone.
    let alone = CAMPAIGN.replace("急救证], available: 2018-10-23", "急救证], available: 2018-10-22");
    let (_, said) = told(&alone, "林晓");
    assert!(!said.contains("顶替，其他人不动"), "{said}");
    let (stage, said) = told(&alone.replace("strength: must", "strength: try"), "周明");
    assert!(said.contains("可以由高远顶替"), "{said}");
    repaired(&stage, "--plan plan.json --replace 周明@2018-10-23=高远 -o p2.json");
    let (_, said) = told(&alone, "周明");
    assert!(!said.contains("顶替，其他人不动"), "{said}");
}

/// Whoever the list of reserves names with nobody else moving steps in by `--replace`, whatever else he or she has.
#[test]
fn whoever_is_listed_with_nobody_else_moving_may_replace() {
    let (mut listed, mut engaged) = (0, 0);
    for seed in 0..160 {
        let stage = Stage::new().file("campaign.yaml", &Tiny::from_seed(seed).text());
        let planned = stage.run("plan campaign.yaml -o plan.json --reserves 9 --format json");
        let Ok(plan) = serde_json::from_slice::<Value>(&planned.stdout) else { continue };
        let all = plan["experience"]["placements"].as_array().unwrap().clone();
        for absence in plan["reserves"].as_array().unwrap() {
            let absent = &absence["absent"];
            let calm = absence["reserves"].as_array().unwrap().iter().find(|one| {
                let is_none = |key: &str| one[key].as_array().is_none_or(Vec::is_empty);
                is_none("gone") && is_none("new")
            });
            let Some(other) = calm.and_then(|one| one["ambassador"].as_str()) else { continue };
            let word = |key: &str| absent[key].as_str().unwrap_or_default();
            let change = format!("{}@{} {}", word("ambassador"), word("date"), word("hours"));
            let change = format!("{}={other}", change.trim());
            let done =
                stage.command(["repair", "--plan", "plan.json", "--replace", &change]).output().unwrap();
            let said = String::from_utf8_lossy(&done.stderr).into_owned();
            assert!(done.status.success(), "seed {seed}: {change}: {said}\n{}", Tiny::from_seed(seed).text());
            listed += 1;
            engaged += usize::from(all.iter().any(|one| one["ambassador"] == other));
        }
    }
    assert!(listed > 30 && engaged > 2, "{listed} listed, {engaged} with a session of their own");
}
