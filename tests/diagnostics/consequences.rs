//! One mistake is said once, at its place: nothing that follows from it, and no panic behind it.

use crate::diagnostics::{codes, problems};
use chuxin::{
    diagnostic::Diagnostic,
    pipeline,
    source::{FileId, Sources},
};

/// A campaign in order, into whose lines mistakes are put.
const SOUND: &str = "\
campaign: {name: 初心, season: 2018-10-22..2018-10-26}
units: [{id: clinic, name: 卫生服务中心}]
posts:
  - {id: ward, unit: clinic, title: 病房护理员, dates: 2018-10-23}
ambassadors:
  - {id: a01, name: 佘松岩, wishes: [ward]}
";

/// What is wrong with a text: the code, and the words at its place.
fn said(text: &str) -> Vec<(&'static str, String)> {
    let mut sources = Sources::default();
    let file = sources.add("campaign.yaml", text);
    let problems = problems(&mut sources, file);
    let words = |problem: &Diagnostic| sources.slice(problem.place.unwrap()).to_owned();
    codes(&problems).into_iter().zip(problems.iter().map(words)).collect()
}

/// The same of the sound campaign, in which something stands in the stead of something else.
fn said_with(from: &str, to: &str) -> Vec<(&'static str, String)> {
    assert!(SOUND.contains(from), "{from}");
    said(&SOUND.replace(from, to))
}

fn expected(list: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    list.iter().map(|(code, words)| (*code, (*words).to_owned())).collect()
}

#[test]
fn has_nothing_to_say_of_the_sound_campaign() {
    assert_eq!(said(SOUND), []);
}

#[test]
fn says_that_a_post_has_no_unit_and_the_file_has_no_units() {
    let post = "{title: 门诊导医, dates: 2018-10-23}";
    for units in ["", "units:\n", "units: []\n"] {
        let text = format!(
            "campaign: {{name: 初心, season: 2018-10-22..2018-10-26}}\n{units}posts:\n  - {post}\nambassadors:\n  - \
             {{name: 佘松岩}}\n"
        );
        assert_eq!(said(&text), expected(&[("missing-field", post), ("missing-field", "title")]), "{units}");
    }
}

#[test]
fn says_once_that_there_are_none_of_those_whom_many_name() {
    let posts = SOUND.find("posts:").unwrap();
    let people = SOUND.find("ambassadors:").unwrap();
    let without_posts = format!(
        "{}{}  - {{id: a02, name: 茅如兰, wishes: [ward, desk]}}\n",
        &SOUND[..posts],
        &SOUND[people..]
    );
    assert_eq!(said(&without_posts), expected(&[("missing-field", "ward")]));
}

#[test]
fn asks_nothing_of_the_whole_where_something_is_wrong() {
    let ward = "title: 病房护理员";
    let asks = format!("{ward}, requires: [健康证], bring: [健康证]");
    assert_eq!(
        said_with(ward, &asks),
        expected(&[("nobody-eligible", "ward"), ("eligible-nowhere", "a01")]),
        "without the mistake there is something to say"
    );
    let text = SOUND.replace(ward, &asks).replace("name: 佘松岩", "name: 佘松岩, qualifications: [[健康证]]");
    assert_eq!(said(&text), expected(&[("wrong-item", "[健康证]")]));
}

#[test]
fn warns_of_no_theme_that_is_only_misspelt_and_of_no_place_that_is_only_miswritten() {
    let action = |offers: &str, location: &str| {
        said(&format!(
            "campaign: {{name: 初心, season: 2018-10-22..2018-10-26}}\nunits: [{{id: bank, name: 支行, {location}, \
             offers: {offers}}}]\nneighbourhoods: [{{id: home, location: [31.3, 121.45], needs: [law]}}]\nthemes: [{{id: \
             law, name: 法律}}]\nthursday_action: {{months: 2018-11}}\n"
        ))
    };
    assert_eq!(action("[law]", "location: [31.3, 121.45]"), []);
    let unnamed = [("nothing-offered", "bank"), ("theme-not-offered", "law")];
    assert_eq!(action("[]", "location: [31.3, 121.45]"), expected(&unnamed));
    assert_eq!(action("[[law]]", "location: [31.3, 121.45]"), expected(&[("wrong-item", "[law]")]));
    assert_eq!(action("[law]", "location: {lat: 31}"), expected(&[("wrong-type", "{lat: 31}")]));
    assert_eq!(action("[law]", "address: x"), expected(&[("missing-location", "bank")]));
}

#[test]
fn counts_no_mentor_at_a_unit_that_nobody_has() {
    let second = "dates: 2018-10-23, mentor: 张老师}\n  - {id: desk, unit: clinc, title: 挂号, dates: 2018-10-24, mentor: 张老师}";
    assert_eq!(said_with("dates: 2018-10-23}", second), expected(&[("unknown-id", "clinc")]));
}

#[test]
fn looks_for_nobody_among_entries_of_which_one_has_no_name() {
    let nameless = "[{sector: bank}]";
    assert_eq!(
        said_with("[{id: clinic, name: 卫生服务中心}]", nameless),
        expected(&[("missing-field", "sector")]),
        "the unit without a name may be the clinic"
    );
}

/// A mistake of any kind, in any of the sections, takes nothing down with it.
#[test]
fn reads_whatever_is_left_of_a_campaign() {
    let lines: Vec<&str> = SOUND.lines().collect();
    for mask in 0..1_u32 << lines.len() {
        let kept = (0..lines.len()).filter(|line| mask >> line & 1 == 1);
        let text = kept.map(|line| lines[line]).collect::<Vec<&str>>().join("\n");
        let mut sources = Sources::default();
        let file: FileId = sources.add("campaign.yaml", text.as_str());
        let reading = pipeline::read_text(&mut sources, file, &[]);
        let errors = reading.diagnostics.iter().filter(|one| one.is_error()).count();
        assert_eq!(reading.campaign.is_some(), errors == 0, "{text}");
    }
}
