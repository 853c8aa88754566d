//! Very many problems: a person gets as many as may be read and a line that counts all, a program gets all; and none of it
//! takes longer than the file is long.

use crate::diagnostics::problems;
use chuxin::{
    domain::Language,
    render::diagnostic::{records, text},
    source::Sources,
};
use std::time::Instant;

const HEAD: &str = "campaign: {name: 初心, season: 2018-10-22..2018-10-26}\nunits: [{id: clinic, name: 卫生服务中心}]\nposts: \
                    [{id: guide, unit: clinic, title: 门诊导医, dates: 2018-10-23}]\n";

/// How many entries a list of mistakes has.
const MANY: usize = 20_000;

/// How long anything here may take without optimisation on a busy machine: work that grows with the square of the file
/// takes many times as long.
const SECONDS: u64 = 30;

#[test]
fn shows_two_hundred_and_counts_all_by_kind() {
    let mut sources = Sources::default();
    let people: Vec<String> =
        (0..MANY).map(|number| format!("  - {{id: a{number}, nmae: 佘松岩}}\n")).collect();
    let file = sources.add("F.yaml", format!("{HEAD}ambassadors:\n{}", people.concat()));
    let problems = problems(&mut sources, file);
    let zh = text(&problems, &sources, Language::Zh, false, 100);
    assert_eq!(zh.matches("-->").count(), 200);
    assert!(zh.contains("20,000 × 没有 nmae 这一项"), "{}", &zh[zh.len() - 300..]);
    let en = text(&problems, &sources, Language::En, false, 100);
    assert!(en.contains("20,000 × unknown key `nmae`"), "{}", &en[en.len() - 300..]);
    assert_eq!(records(&problems, &sources, Language::Zh).len(), problems.len());
    assert!(problems.len() >= MANY);
}

#[test]
fn counts_what_is_said_of_different_words_together() {
    let mut sources = Sources::default();
    let wishes: Vec<String> = (0..300).map(|number| format!("none{number}")).collect();
    let people = format!("ambassadors: [{{id: a01, name: 佘松岩, wishes: [{}]}}]\n", wishes.join(", "));
    let file = sources.add("F.yaml", format!("{HEAD}{people}"));
    let problems = problems(&mut sources, file);
    let said = |language| text(&problems, &sources, language, false, 100).lines().last().unwrap().to_owned();
    assert_eq!(
        said(Language::Zh),
        "以上 200 处之外还有 100 处，没有一一列出；按种类合计：300 × 没有叫 none0 的岗位 等"
    );
    assert_eq!(
        said(Language::En),
        "100 more than these 200, not shown one by one; all of them by kind: 300 × no post is called `none0` and the like"
    );
}

#[test]
fn shows_an_error_behind_any_number_of_warnings() {
    let mut sources = Sources::default();
    let people: Vec<String> =
        (0..300).map(|number| format!("  - {{id: a{number}, name: “佘松岩”}}\n")).collect();
    let file = sources.add("F.yaml", format!("{HEAD}ambassadors:\n{}  - {{id: z}}\n", people.concat()));
    let problems = problems(&mut sources, file);
    let said = text(&problems, &sources, Language::En, false, 100);
    assert_eq!(said.matches("-->").count(), 200);
    assert_eq!(said.matches("error[missing-field]").count(), 1);
    assert!(said.find("error[").unwrap() > said.rfind("warning[").unwrap(), "in the order of the file");
}

/// Lists, lines and maps as long as the file, and as many mistakes in them.
#[test]
fn takes_no_longer_than_the_file_is_long() {
    let list = |item: fn(usize) -> String| (0..MANY).map(item).collect::<Vec<String>>().join(", ");
    let texts = [
        ("keys", format!("{HEAD}rules: {{{}}}\n", list(|number| format!("key{number}: 1")))),
        ("sections", format!("{HEAD}{}", list(|number| format!("x{number}: 1\n")).replace(", ", ""))),
        ("dates", format!("{HEAD}ambassadors: [{{name: x, away: [{}]}}]\n", list(|_| "2018-13-01".into()))),
        (
            "words",
            format!(
                "{HEAD}ambassadors: [{{name: x, qualifications: [{}]}}]\n",
                list(|number| number.to_string())
            ),
        ),
        ("equal", format!("{HEAD}ambassadors: [{}]\n", list(|_| "{name: x}".into()))),
        (
            "unknown",
            format!(
                "{HEAD}bans: [{}]\n",
                list(|number| format!("{{ambassador: a{number}, post: p{number}}}"))
            ),
        ),
        (
            "pins",
            format!(
                "{HEAD}ambassadors: [{{name: x}}]\npins: [{}]\n",
                list(|_| "{ambassador: x, post: guide}".into())
            ),
        ),
        (
            "merged",
            format!(
                "{HEAD}rules: {{<<: [{}], {}}}\n",
                list(|_| "{}".into()),
                list(|number| format!("k{number}: 1"))
            ),
        ),
        (
            "quotes",
            format!(
                "{HEAD}ambassadors: [{{name: x, wishes: [{}]}}]\n",
                list(|number| format!("“w{number}”"))
            ),
        ),
    ];
    for (name, written) in texts {
        let begun = Instant::now();
        let mut sources = Sources::default();
        let file = sources.add("F.yaml", written);
        let problems = problems(&mut sources, file);
        text(&problems, &sources, Language::Zh, false, 100);
        records(&problems, &sources, Language::Zh);
        println!("{name}: {:?}, {} problems", begun.elapsed(), problems.len());
        assert!(begun.elapsed().as_secs() < SECONDS, "{name}: {:?}", begun.elapsed());
    }
}
