//! Who is named as able to step in where somebody cannot: the command that the hint gives goes through.

use super::{
    Stage,
    exchange::{repaired, verified},
};

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
