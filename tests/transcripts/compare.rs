//! `chuxin compare`: every what-if against its base, variations without a file, and what has no plan.

use crate::{scenarios::what_ifs, transcripts::Stage};
use serde_json::Value;
use std::collections::BTreeSet;
use unicode_width::UnicodeWidthStr;

/// The samples with all what-ifs, as in a clone.
fn stage() -> Stage {
    let stage = Stage::new().scenario("linfen-2018.yaml").scenario("linfen-2019.yaml");
    what_ifs().iter().fold(stage, |stage, file| {
        let name = file.file_name().unwrap().to_str().unwrap();
        stage.scenario(&format!("what-if/{name}"))
    })
}

/// Two people of whom one has the post that both wish for.
const SMALL: &str = "campaign: {name: 初心, season: 2018-10-22..2018-10-26}
units: [{id: fire, name: 消防站}, {id: bank, name: 银行}]
posts:
  - {id: watch, unit: fire, title: 值守员, dates: 2018-10-22}
  - {id: lobby, unit: bank, title: 大堂经理, dates: 2018-10-22}
ambassadors:
  - {id: a01, name: 林晓, wishes: [watch, lobby]}
  - {id: a02, name: 云飞, wishes: [watch]}
";

/// Three are promised to a post of two days with a seat each.
const THRICE: &str = "extends: small.yaml
posts: [{id: watch, dates: [2018-10-22, 2018-10-23]}]
ambassadors: [{id: a03, name: 邹凯}]
pins:
  - {ambassador: a01, post: watch}
  - {ambassador: a02, post: watch}
  - {ambassador: a03, post: watch}
";

fn small() -> Stage {
    Stage::new().file("small.yaml", SMALL)
}

#[test]
fn answers_what_an_organizer_asks() {
    let stage = stage();
    let questions = [
        "compare linfen-2018.yaml what-if/army-withdraws.yaml",
        "compare linfen-2018.yaml what-if/second-week.yaml",
        "compare linfen-2019.yaml what-if/within-2-km.yaml",
        "compare linfen-2018.yaml what-if/two-more-ambassadors.yaml",
        "compare what-if/two-more-ambassadors.yaml what-if/three-more-seats.yaml",
        "compare what-if/wishes-greedy.yaml what-if/wishes-generous.yaml",
        "compare linfen-2019.yaml what-if/neighbourhood-splits.yaml --lang en",
    ];
    let asked: BTreeSet<&str> = questions.iter().flat_map(|question| question.split(' ')).collect();
    for file in what_ifs() {
        let name = format!("what-if/{}", file.file_name().unwrap().display());
        assert!(asked.contains(name.as_str()), "{name} is asked by no test");
    }
    insta::assert_snapshot!(stage.transcript(&questions));
}

#[test]
fn finds_no_difference_between_a_campaign_and_itself() {
    let stage = stage();
    for file in ["linfen-2018.yaml", "linfen-2019.yaml"] {
        let output = stage.run(&format!("compare {file} {file} {file} --format json"));
        assert!(output.status.success());
        let data: Value = serde_json::from_slice(&output.stdout).unwrap();
        let columns = data["columns"].as_array().unwrap();
        assert_eq!(columns.len(), 3);
        for column in &columns[1..] {
            assert_eq!(column["people"], Value::Array(vec![]));
            assert_eq!(column["difference"]["equal"], true);
            for (id, figure) in column["figures"].as_object().unwrap() {
                assert_eq!(figure["difference"], 0, "{id}");
            }
        }
        let text = String::from_utf8(stage.run(&format!("compare {file} {file}")).stdout).unwrap();
        assert!(
            text.contains("没有人的安排有变") && !text.contains("（+") && !text.contains("（−"),
            "{text}"
        );
    }
}

#[test]
fn compares_a_campaign_with_itself_varied() {
    let stage = small();
    insta::assert_snapshot!(stage.transcript(&[
        "compare small.yaml --without ambassador:a02 --set posts.watch.seats=2",
        "compare small.yaml --set posts.watch.seats=2 --lang en",
        "compare small.yaml --set posts.wach.seats=2 --lang en",
    ]));
}

#[test]
fn lets_the_others_stand_where_one_has_no_plan() {
    let wrong = "extends: small.yaml\nrules: {rest_days: many}\n";
    let stage = small().file("thrice.yaml", THRICE).file("wrong.yaml", wrong);
    insta::assert_snapshot!(stage.transcript(&[
        "compare small.yaml thrice.yaml wrong.yaml missing.yaml --set rules.days.max=2",
        "compare thrice.yaml small.yaml --lang en",
        "compare wrong.yaml",
        "compare small.yaml",
    ]));
    assert_eq!(stage.run("compare small.yaml wrong.yaml").status.code(), Some(2));
    assert_eq!(stage.run("compare small.yaml thrice.yaml").status.code(), Some(3));
}

#[test]
fn names_a_fault_of_the_base_once() {
    let stage = Stage::new()
        .file("wrong.yaml", &SMALL.replace("2018-10-22}\n  - {id: lobby", "2018-10-32}\n  - {id: lobby"))
        .file("one.yaml", "extends: wrong.yaml\nrules: {rest_days: 1}\n")
        .file("two.yaml", "extends: wrong.yaml\nrules: {rest_days: two}\n");
    let output = stage.run("compare wrong.yaml one.yaml two.yaml --set rules.rest_days=1 --lang en");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said.matches("error[impossible-date]").count(), 1, "{said}");
    assert_eq!(said.matches("error[bad-number]").count(), 1, "{said}");
    assert!(String::from_utf8(output.stdout).unwrap().contains("--set rules.rest_days=1"));
}

#[test]
fn gives_the_same_as_data() {
    let stage = small().file("less.yaml", "extends: small.yaml\nremove: {units: [bank]}\n");
    insta::assert_snapshot!(stage.transcript(&["compare small.yaml less.yaml --format json"]));
}

#[test]
fn says_the_same_whoever_is_solved_first() {
    let stage = stage();
    let all = "compare linfen-2018.yaml what-if/army-withdraws.yaml what-if/second-week.yaml \
               what-if/wishes-greedy.yaml what-if/two-more-ambassadors.yaml what-if/wishes-generous.yaml";
    let first = stage.run(all).stdout;
    assert_eq!(stage.run(all).stdout, first);
}

#[test]
fn fits_every_page() {
    for columns in [60, 80, 120] {
        let stage = stage().wide(columns);
        let all = "compare linfen-2018.yaml what-if/army-withdraws.yaml what-if/second-week.yaml \
                   what-if/wishes-greedy.yaml what-if/two-more-ambassadors.yaml";
        for language in ["zh", "en"] {
            let output = stage.run(&format!("{all} --lang {language}"));
            assert!(output.status.success());
            for line in String::from_utf8(output.stdout).unwrap().lines() {
                assert!(line.width() <= columns, "{columns}: {line}");
            }
        }
    }
}
