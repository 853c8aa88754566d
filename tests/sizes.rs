//! What is said of the size of a campaign before anything takes memory for it.

use crate::{
    support::{
        synthetic::{self, Size as Campaign},
        tiny::Tiny,
    },
    transcripts::Stage,
};
use chuxin::{
    domain::Domain,
    experience::{formulation::formulate, size::measure},
    lp::{Objective, Row},
    planning::rules::Rulebook,
    solver::size::Size,
};
use std::fmt::Write as _;

fn counted(domain: &Domain) -> Size {
    measure(domain).unwrap_or_else(|too_large| panic!("{too_large:?}")).1
}

fn built(domain: &Domain) -> Size {
    let (eligible, _) = measure(domain).unwrap_or_else(|too_large| panic!("{too_large:?}"));
    let program = formulate(domain, &eligible, Rulebook::ALL, None).model.program;
    let terms = |rows: &[Row]| rows.iter().map(|row| row.terms.len() as u64).sum();
    let of_level = |level: &Objective| level.terms.len() as u64;
    Size {
        columns: program.columns.len() as u64,
        rows: program.rows.len() as u64,
        terms: terms(&program.rows),
        cut_terms: terms(&program.cuts),
        levels: program.levels.len() as u64,
        level_terms: program.levels.iter().map(of_level).sum(),
    }
}

fn parts(size: &Size) -> [(&'static str, u64); 6] {
    let Size { columns, rows, terms, cut_terms, levels, level_terms } = *size;
    [
        ("columns", columns),
        ("rows", rows),
        ("terms", terms),
        ("cut_terms", cut_terms),
        ("levels", levels),
        ("level_terms", level_terms),
    ]
}

#[test]
fn counts_at_least_what_is_built() {
    for seed in 0..500 {
        let domain = Tiny::from_seed(seed).domain();
        let (counted, built) = (counted(&domain), built(&domain));
        for ((part, counted), (_, built)) in parts(&counted).into_iter().zip(parts(&built)) {
            assert!(counted >= built, "seed {seed}: {counted} {part} counted, {built} built");
        }
    }
}

#[test]
fn counts_not_much_more_than_is_built() {
    for seed in 1..4 {
        let size = Campaign { ambassadors: 80, posts: 20, weeks: 3, pairs: 5, remark: 0 };
        let domain = crate::support::reading::domain_of(&synthetic::campaign(size, seed));
        let (counted, built) = (counted(&domain).bytes(), built(&domain).bytes());
        assert!(built <= counted && counted <= 2 * built, "seed {seed}: {counted} counted, {built} built");
    }
}

/// A campaign of so many posts on such days and so many people who may go anywhere.
fn campaign(posts: usize, dates: &str, people: usize) -> String {
    let mut text = String::from(
        "campaign: {name: 志愿服务, season: 2018-10-01..2019-10-31, hours: 09:00-17:00}\nunits:\n  - {id: clinic, name: 诊所}\nposts:\n",
    );
    for post in 0..posts {
        writeln!(text, "  - {{id: p{post}, unit: clinic, title: 岗位{post}, dates: {dates}}}").unwrap();
    }
    text.push_str("ambassadors:\n");
    for person in 0..people {
        writeln!(text, "  - {{id: a{person}, name: 志愿者{person}}}").unwrap();
    }
    text
}

/// A group of so many people who should not meet.
fn group(people: usize) -> String {
    let people: Vec<String> = (0..people).map(|person| format!("a{person}")).collect();
    format!("groups:\n  - {{apart: [{}]}}\n", people.join(", "))
}

/// A Thursday Action of so many units and as many neighbourhoods.
fn thursdays(units: usize) -> String {
    let mut text = String::from(
        "campaign: {name: 周四行动, season: 2018-10-01..2018-10-02}\nthemes:\n  - {id: t, name: 主题}\nunits:\n",
    );
    for unit in 0..units {
        writeln!(text, "  - {{id: u{unit}, name: 单位{unit}, location: [31.3, 121.4], offers: [t]}}")
            .unwrap();
    }
    text.push_str("neighbourhoods:\n");
    for place in 0..units {
        writeln!(text, "  - {{id: n{place}, name: 居民区{place}, location: [31.3, 121.4], needs: [t]}}")
            .unwrap();
    }
    text + "thursday_action: {months: 2018-10..2018-12}\n"
}

#[test]
fn says_what_a_large_campaign_takes_and_refuses_what_is_too_large() {
    let folder = Stage::new()
        .file("大.yaml", &campaign(300, "2018-10-22..2018-10-31", 60))
        .file("太大.yaml", &campaign(5_000, "2018-10-22..2018-11-02", 100))
        .file("人太多.yaml", &campaign(300, "2018-10-01..2019-09-30", 2_000))
        .file("场次太多.yaml", &campaign(3_000, "2018-10-01..2019-10-30", 1))
        .file("大组.yaml", &(campaign(1, "2018-10-22", 1_100) + &group(1_100)))
        .file("条数太多.yaml", &campaign(1, "2018-10-22", 100_002))
        .file("内容太多.yaml", &format!("campaign: [{}]\n", "~,".repeat(2_000_001)))
        .file("周四.yaml", &thursdays(3_000))
        .file("周四大.yaml", &thursdays(700));
    let commands = [
        "check 大.yaml",
        "check 太大.yaml",
        "check 人太多.yaml",
        "check 场次太多.yaml",
        "check 大组.yaml",
        "check 条数太多.yaml",
        "check 周四大.yaml",
        "plan 太大.yaml -o plan.json",
        "plan 周四.yaml -o plan.json",
        "check 大.yaml 太大.yaml 人太多.yaml 场次太多.yaml 大组.yaml 条数太多.yaml 周四.yaml 周四大.yaml --lang en",
    ];
    insta::assert_snapshot!(folder.transcript(&commands));
    assert!(!folder.path().join("plan.json").exists());
    // The line itself is as long as the file.
    let output = folder.run("check 内容太多.yaml");
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(said.starts_with("错误[too-many-words]: 文件里的内容太多，至多 2,000,000 项"), "{said:.300}");
}
