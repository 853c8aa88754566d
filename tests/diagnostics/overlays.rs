//! Scenarios laid over their bases: what is merged, what falls away, and what is said of it.

use crate::diagnostics::codes;
use chuxin::{
    diagnostic::overlay::MOST_SCENARIOS,
    domain::{Domain, Language, places::Need},
    pipeline::{self, Reading, ValidCampaign},
    render::wording::Phrase,
    source::Sources,
};
use std::{fs, path::Path};

const BASE: &str = include_str!("bases/autumn.yaml");

/// The reading of a scenario in a folder of its own, over the base `autumn.yaml`.
fn reading(scenario: &str) -> Reading {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("autumn.yaml"), BASE).unwrap();
    let path = folder.path().join("scenario.yaml");
    fs::write(&path, format!("extends: autumn.yaml\n{scenario}")).unwrap();
    pipeline::read(&mut Sources::default(), &path)
}

fn sound(scenario: &str) -> ValidCampaign {
    let reading = reading(scenario);
    reading.campaign.unwrap_or_else(|| panic!("{:?}", reading.diagnostics))
}

fn ids(domain: &Domain) -> [Vec<&str>; 3] {
    [
        domain.units.iter().map(|unit| unit.id.as_str()).collect(),
        domain.posts.iter().map(|post| post.id.as_str()).collect(),
        domain.ambassadors.iter().map(|person| person.id.as_str()).collect(),
    ]
}

#[test]
fn merges_maps_and_entries_and_replaces_the_rest() {
    let sound = sound(
        "campaign: {name: 春季, lecture: {title: null, speaker: 张老师}}\n\
         units: [{id: bank, note: 走南门, location: null, offers: [fraud]}, {name: 消防站, sector: office}]\n\
         posts: [{id: lobby, seats: 2, dates: 2018-10-29}, {id: guard, unit: 消防站, title: 门岗, dates: 2018-10-30}]\n\
         pins: []\ngroups: null\nthursday_action: null\n",
    );
    let domain = sound.domain;
    assert_eq!(
        ids(&domain),
        [
            vec!["bank", "clinic", "消防站"],
            vec!["guard", "lobby", "nurse", "watch"],
            vec!["a01", "a02", "a03", "a04"],
        ]
    );
    assert_eq!(domain.campaign.name, "春季");
    let lecture = domain.campaign.lecture.unwrap();
    assert_eq!((lecture.title, lecture.speaker.as_deref()), (None, Some("张老师")));
    assert!(lecture.unit.is_some());
    assert_eq!(domain.units[0].name, "临汾路支行");
    assert_eq!((domain.units[0].location, domain.units[0].note.as_deref()), (None, Some("走南门")));
    assert_eq!(domain.units[2].sector.as_deref(), Some("office"));
    assert_eq!((domain.posts[1].title.as_str(), domain.posts[1].seats_max), ("大堂经理", 2));
    assert_eq!(domain.sessions.len(), 5);
    assert_eq!((domain.pins.len(), domain.groups.len(), domain.bans.len()), (0, 0, 1));
    assert!(domain.thursday.is_none());
}

#[test]
fn keeps_the_number_of_wishes_when_an_earlier_one_falls_away() {
    let reading = reading("remove: {posts: [nurse]}\n");
    assert_eq!(codes(&reading.diagnostics), ["falls-away", "other-start"]);
    let domain = reading.campaign.unwrap().domain;
    assert_eq!(domain.longest_wishes, 3);
    let wishes = |person: usize| -> Vec<(u32, &str)> {
        let wishes = domain.ambassadors[person].wishes.iter();
        wishes.map(|wish| (wish.number, domain.posts[wish.post.0].id.as_str())).collect()
    };
    assert_eq!(wishes(0), [(2, "lobby"), (3, "watch")]);
    assert_eq!(wishes(1), []);
    assert_eq!(wishes(2), [(1, "watch")]);
    assert_eq!((domain.pins.len(), domain.bans.len()), (1, 0));
}

#[test]
fn takes_out_whatever_named_a_removed_entry() {
    let reading = reading(
        "remove: {units: [clinic], ambassadors: [a03], themes: [repairs]}\nneighbourhoods: [{id: west, needs: [fraud]}]\n",
    );
    let domain = reading.campaign.unwrap_or_else(|| panic!("{:?}", reading.diagnostics)).domain;
    assert_eq!(ids(&domain), [vec!["bank", "消防站"], vec!["lobby", "watch"], vec!["a01", "a02", "a04"]]);
    assert_eq!(domain.ambassadors[0].employer, None);
    assert_eq!((domain.pins.len(), domain.bans.len(), domain.groups.len()), (0, 0, 1));
    assert_eq!(domain.units[0].offers.len(), 1);
    assert_eq!(domain.neighbourhoods[0].needs.len(), 3);
    let action = domain.thursday.unwrap();
    assert_eq!((action.fixed.len(), action.forbidden.len()), (0, 1));
    assert_eq!(domain.campaign.lecture.unwrap().unit, None);
}

#[test]
fn a_digest_is_that_of_the_merged_campaign() {
    let scenario = sound("posts: [{id: lobby, seats: 2}]\npins: []\n").digest;
    let written = BASE.replace("title: 大堂经理", "seats: 2, title: 大堂经理");
    let start = written.find("pins:").unwrap();
    let end = written.find("bans:").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("whole.yaml");
    fs::write(&path, format!("{}pins: []\n{}", &written[..start], &written[end..])).unwrap();
    let whole = pipeline::read(&mut Sources::default(), &path).campaign.unwrap().digest;
    assert_eq!(scenario, whole);
    assert_ne!(scenario, sound("").digest);
}

#[test]
fn points_into_the_file_in_which_the_words_stand() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("base.yaml"), BASE.replace("dates: 2018-10-26", "dates: 2018-12-26"))
        .unwrap();
    let path = folder.path().join("scenario.yaml");
    fs::write(&path, "extends: base.yaml\nposts: [{id: lobby, dates: 2018-13-01}]\n").unwrap();
    let mut sources = Sources::default();
    let reading = pipeline::read(&mut sources, &path);
    let places = reading.diagnostics.iter().map(|found| found.place.unwrap());
    let words: Vec<(bool, &str)> = places
        .map(|place| (Path::new(sources.name(place.file)).ends_with("scenario.yaml"), sources.slice(place)))
        .collect();
    assert_eq!(words, [(true, "2018-13-01"), (false, "2018-12-26")]);
}

#[test]
fn follows_chains_to_their_limit_and_no_further() {
    let folder = tempfile::tempdir().unwrap();
    let path = |number: usize| folder.path().join(format!("{number}.yaml"));
    fs::write(path(0), BASE).unwrap();
    for number in 1..=MOST_SCENARIOS + 1 {
        let text = format!("extends: {}.yaml\nposts: [{{id: lobby, need: {number}}}]\n", number - 1);
        fs::write(path(number), text).unwrap();
    }
    let read = |number| pipeline::read(&mut Sources::default(), &path(number));
    let longest = read(MOST_SCENARIOS).campaign.unwrap().domain;
    assert_eq!(longest.posts[0].need, Need::InAll(8));
    assert_eq!(codes(&read(MOST_SCENARIOS + 1).diagnostics), ["chain-too-long"]);
}

#[test]
fn names_an_absolute_base_too() {
    let folder = tempfile::tempdir().unwrap();
    let base = folder.path().join("autumn.yaml");
    fs::write(&base, BASE).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let path = elsewhere.path().join("scenario.yaml");
    fs::write(&path, format!("extends: '{}'\n", base.display())).unwrap();
    assert!(pipeline::read(&mut Sources::default(), &path).campaign.is_some());
}

#[test]
fn says_what_a_scenario_changes() {
    let reading = reading(
        "remove: {posts: [nurse]}\ncampaign: {name: 春季}\n\
         units: [{id: bank, note: 走南门, location: null, name: 临汾路支行}]\n\
         posts: [{id: lobby, seats: 2, dates: 2018-10-29}, {id: guard, unit: bank, title: 门岗, dates: 2018-10-30}]\n\
         pins: []\nrules: {rest_days: 1}\nthursday_action: {skip: 2019-04-04}\n",
    );
    let mut changes = reading.changes.unwrap();
    changes.base = "autumn.yaml".into();
    insta::assert_snapshot!(format!("{}\n{}", changes.say(Language::Zh), changes.say(Language::En)));
}

#[test]
fn takes_out_a_whole_section_with_whatever_named_its_entries() {
    let without_posts = reading("posts: null\n");
    let removed = without_posts.changes.as_ref().unwrap().removed.len();
    assert_eq!((removed, without_posts.changes.as_ref().unwrap().settings.len()), (3, 0));
    let domain = without_posts.campaign.unwrap_or_else(|| panic!("{:?}", without_posts.diagnostics)).domain;
    assert_eq!((domain.posts.len(), domain.pins.len(), domain.bans.len()), (0, 0, 0));
    assert_eq!(domain.longest_wishes, 3);
    assert!(domain.ambassadors.iter().all(|person| person.wishes.is_empty()));
    let nobody = sound("units: null\nambassadors:\nneighbourhoods: ~\nthemes: null\n").domain;
    assert_eq!(ids(&nobody), [vec![""; 0], vec![], vec![]]);
    assert!(nobody.campaign.lecture.unwrap().unit.is_none());
    let twice = reading("posts: null\nremove: {posts: [nurse]}\n");
    assert!(codes(&twice.diagnostics).contains(&"named-twice"), "{:?}", twice.diagnostics);
}
