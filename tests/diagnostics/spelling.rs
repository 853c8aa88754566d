//! Words that are written wrongly: what was meant is found, said where it belongs, and nothing else is missed for it.

use crate::diagnostics::{codes, problems};
use chuxin::{
    campaign::schema::ENTRIES,
    diagnostic::{
        Diagnostic,
        problem::Problem,
        shape::{Home, Shape},
    },
    domain::Language,
    render,
    source::Sources,
};

/// What is said of a text in Chinese: the message and the hint of each problem, and the words at its place.
fn said(text: &str) -> Vec<String> {
    let mut sources = Sources::default();
    let file = sources.add("campaign.yaml", text);
    let problems = problems(&mut sources, file);
    let words = |problem: &Diagnostic| {
        let words = render::diagnostic::words::words(&problem.problem, Language::Zh);
        let slice = sources.slice(problem.place.unwrap());
        let hint = words.hint.map_or(String::new(), |hint| format!("；{hint}"));
        format!("{slice}：{}{hint}", words.message)
    };
    problems.iter().map(words).collect()
}

const HEAD: &str = "campaign: {name: 初心, season: 2018-10-22..2018-10-26}\n";

#[test]
fn says_to_what_a_key_belongs_that_stands_elsewhere() {
    let text = format!(
        "{HEAD}units: [{{id: clinic, name: 卫生服务中心}}]\nposts:\n  - {{id: guide, unit: clinic, title: 门诊导医, dates: \
         2018-10-23, seats: 2}}\nambassadors:\n  - {{id: a01, name: 佘松岩, seatz: 2}}\nrules: {{seatz: 2}}\n"
    );
    let seatz = "seatz：没有 seatz 这一项；是不是想写 seats？它不写在这里，属于岗位（posts）";
    assert_eq!(said(&text), [seatz, seatz]);
    assert_eq!(
        said(&format!("{HEAD}rules: {{seats: 2, note: x}}\nthemes: [{{id: law, hours: 09:00-10:00}}]\n")),
        [
            "seats：没有 seats 这一项；seats 不写在这里，它属于岗位（posts）",
            "hours：没有 hours 这一项；hours 不写在这里，它属于活动（campaign）、讲堂（lecture）、岗位（posts）等",
        ]
    );
}

#[test]
fn counts_two_slips_as_two_errors() {
    let text = format!(
        "{HEAD}units: [{{id: clinic, name: 卫生服务中心}}]\nposts:\n  - {{id: guide, unit: clinic, titel: 门诊导医, dates: \
         2018-10-23, seatz: 2}}\nambassadors:\n  - {{id: a01, name: 佘松岩, wishes: [guide]}}\n"
    );
    assert_eq!(
        said(&text),
        ["titel：没有 titel 这一项；是不是想写 title？", "seatz：没有 seatz 这一项；是不是想写 seats？"]
    );
}

#[test]
fn misses_nothing_for_a_key_that_is_misspelt() {
    let misspelt = [
        "unist: [{id: clinic, name: 卫生服务中心}]\nposts: [{unit: clinic, title: x, dates: 2018-10-23}]\n",
        "units: [{idd: clinic, name: 卫生服务中心}]\nposts: [{unit: clinic, title: x, dates: 2018-10-23}]\n",
        "units: [{ID: clinic, name: 卫生服务中心}]\nposts: [{unit: clinic, title: x, dates: 2018-10-23}]\n",
        "groups: [{togther: [a, b]}]\nambassadors: [{name: a}, {name: b}]\n",
        "units: [{name: u}]\nposts: [{unit: u, title: x, dates: 2018-10-23, seats: {min: 1, mx: 2}}]\n",
    ];
    for text in misspelt {
        let mut sources = Sources::default();
        let file = sources.add("campaign.yaml", format!("{HEAD}{text}"));
        assert_eq!(codes(&problems(&mut sources, file)), ["unknown-key"], "{text}");
    }
}

#[test]
fn misses_nothing_for_an_entry_that_is_no_entry() {
    let wrong = [
        ("units: [卫生服务中心]\nposts: [{unit: 卫生服务中新, title: x, dates: 2018-10-23}]\n", "wrong-item"),
        ("units: 卫生服务中心\nposts: [{unit: 卫生服务中新, title: x, dates: 2018-10-23}]\n", "wrong-type"),
        ("units: {id: u, name: u}\nposts: [{unit: u, title: x, dates: 2018-10-23}]\n", "wrong-type"),
        ("groups: [x]\n", "wrong-item"),
        ("themes: [x]\nunits: [{name: u, offers: [x]}]\n", "wrong-item"),
    ];
    for (text, code) in wrong {
        let mut sources = Sources::default();
        let file = sources.add("campaign.yaml", format!("{HEAD}{text}"));
        assert_eq!(codes(&problems(&mut sources, file)), [code], "{text}");
    }
}

#[test]
fn knows_every_key_of_the_format_wherever_it_is_put() {
    let rules = ENTRIES.iter().find(|keys| keys.home == Home::Rules).unwrap();
    let mut tried = 0;
    for (home, key) in ENTRIES.iter().flat_map(|keys| keys.known.iter().map(|known| (keys.home, known.key))) {
        let mut sources = Sources::default();
        let file = sources.add("campaign.yaml", format!("{HEAD}rules: {{{key}: ~}}\n"));
        let problems = problems(&mut sources, file);
        if rules.known.iter().any(|known| known.key == key) {
            assert_eq!(problems, []);
            continue;
        }
        let Problem::Shape(Shape::UnknownKey { similar: Some(similar), .. }) = &problems[0].problem else {
            panic!("{key}: {problems:?}");
        };
        let near = chuxin::diagnostic::nearest::nearest(key, rules.known.iter().map(|known| known.key));
        tried += usize::from(near.is_none());
        assert!(
            near.is_some_and(|near| near == similar.key) || similar.elsewhere.contains(&home),
            "{key}: {similar:?}"
        );
    }
    assert!(tried > 60, "{tried}");
}

#[test]
fn points_at_every_comma_of_full_width() {
    let text = format!(
        "{HEAD}units:\n  - {{id: clinic, name: 卫生服务中心, contact: {{name: 邬主任，phone: 138 0000 0101}}}}\nposts:\n  - {{id: \
         guide, unit: clinic, title: 门诊导医, dates: 2018-10-23}}\n  - {{id: desk, unit: clinic, title: 挂号引导员, dates: \
         2018-10-24}}\nambassadors:\n  - {{id: a01, name: 佘松岩，phone: 138 0000 0001}}\n  - {{id: a02, name: 茅如兰, wishes: \
         [guide，desk]}}\n"
    );
    assert_eq!(said(&text), ["，：这里用了全角逗号，请改成半角逗号"; 3]);
}

#[test]
fn reads_on_behind_whatever_mark_broke_the_text() {
    let text = "campaign：\n\tname: “初心：2018”\n\tseason：2018-10-22..2018-10-26\n\thours: 09：00-17：00\nunits: \
                [｛name：支行｝]\nambassadors:\n  - {name: \"C:\\林\", wishes: [支行]}\n";
    let mut sources = Sources::default();
    let file = sources.add("campaign.yaml", text);
    let problems = problems(&mut sources, file);
    let marks: Vec<&str> = problems.iter().map(|problem| sources.slice(problem.place.unwrap())).collect();
    assert_eq!(
        marks,
        ["：", "\t", "“初心：2018”", "\t", "：", "\t", "｛", "：", "｝", "\\林", "支行"],
        "the colons of the hours are read as they are"
    );
}

#[test]
fn finds_an_entry_by_its_name_and_a_word_of_a_list() {
    let text = format!(
        "{HEAD}units: [{{id: clinic, name: 卫生服务中心}}]\nposts: [{{id: guide, unit: 卫生服务中新, title: 门诊导医, dates: \
         2018-10-22..2018-10-26 Tues}}]\nambassadors: [{{name: 佘松岩, wishes: [门诊导医员]}}]\nrules: {{wishes: \
         gready, priorities: [coverge]}}\n"
    );
    assert_eq!(
        said(&text),
        [
            "卫生服务中新：没有叫 卫生服务中新 的成员单位；是不是想写 clinic？",
            "Tues：看不懂这是星期几；是不是想写 tue？几天用 + 相连，例如 tue+thu",
            "门诊导医员：没有叫 门诊导医员 的岗位；是不是想写 guide？",
            "gready：这里只能写 total、greedy、generous；是不是想写 greedy？",
            "coverge：这里只能写 coverage、everyone、enough、days、even、groups、represented、wishes、travel、first；是不是想写 coverage？",
        ]
    );
}
