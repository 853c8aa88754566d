//! Campaigns without a fault.

use crate::{
    diagnostics::{codes, problems},
    support::synthetic,
};
use chuxin::{campaign, source::Sources, validation};
use std::path::Path;

fn domain(sources: &mut Sources, file: chuxin::source::FileId) -> chuxin::domain::Domain {
    let campaign = campaign::read(sources, file).expect("a campaign");
    assert_eq!(campaign.diagnostics, []);
    let validated = validation::validate(&campaign);
    let shown: Vec<_> =
        validated.diagnostics.iter().map(|found| found.place.map(|place| sources.slice(place))).collect();
    assert!(validated.domain.is_some(), "{:?} {shown:?}", validated.diagnostics);
    validated.domain.expect("a domain")
}

#[test]
fn reads_the_samples() {
    for name in ["every-field.yaml", "linfen-2018.yaml"] {
        let mut sources = Sources::default();
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(name);
        let file = sources.open(&path).expect("a file");
        let domain = domain(&mut sources, file);
        assert!(domain.posts.len() >= 4, "{name}");
    }
}

#[test]
fn reads_the_facts_of_every_field() {
    let mut sources = Sources::default();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/every-field.yaml");
    let file = sources.open(&path).expect("a file");
    let domain = domain(&mut sources, file);
    let person = domain.ambassadors.iter().find(|person| person.id == "a01").expect("a01");
    assert_eq!((person.days_min, person.days_max, person.missed), (1, 2, 1));
    assert_eq!(
        person.wishes.iter().map(|wish| domain.post(wish.post).id.as_str()).collect::<Vec<_>>(),
        ["nurse", "drill"]
    );
    assert_eq!(sources.slice(person.place), "a01");
    assert_eq!(sources.slice(person.wishes[1].place), "drill");
    assert_eq!(person.phone.as_deref(), Some("138 0000 0001"));
    assert_eq!(person.done.len(), 1);
    assert_eq!(domain.rules.max_metres, Some(6000));
    assert_eq!(domain.longest_wishes, 2);
    assert_eq!(
        sources.slice(domain.pins[0].place),
        "{ambassador: a01, post: nurse, date: 2019-03-19, hours: 08:00-16:00, note: 张老师点名}"
    );
    let thursday = domain.thursday.as_ref().expect("a Thursday Action");
    assert_eq!(thursday.months().len(), 3);
    let bank = domain.units.iter().find(|unit| unit.id == "bank").expect("the bank");
    let location = bank.location.expect("a location");
    assert!((location.latitude - 31.3061).abs() < 1e-9, "pasted the other way round");
}

#[test]
fn reads_a_campaign_from_a_seed() {
    let mut sources = Sources::default();
    let file = sources.add("synthetic.yaml", synthetic::campaign(synthetic::Size::PLANNED, 1));
    assert_eq!(domain(&mut sources, file).ambassadors.len(), 200);
}

#[test]
fn tells_of_even_loads_only_where_the_first_version_may_have_planned_otherwise() {
    let said = |rules: &str, post: &str, person: &str| {
        let mut sources = Sources::default();
        let text = format!(
            "campaign: {{name: 初心, season: 2018-10-22..2018-10-26}}
units: [{{id: clinic, name: 卫生服务中心}}]
posts: [{{id: ward, unit: clinic, title: 病房护理员, dates: 2018-10-22..2018-10-24{post}}}]
ambassadors: [{{id: a01, name: 佘松岩}}, {{id: a02, name: 冯丽{person}}}]
rules: {{repeat_post: allow{rules}}}
"
        );
        let file = sources.add("campaign.yaml", text);
        codes(&problems(&mut sources, file))
    };
    assert_eq!(said(", days: 2", "", ""), ["evened-out"]);
    let as_before = ", days: 2, priorities: [coverage, everyone, enough, days, groups, wishes, travel]";
    assert_eq!(said(as_before, "", ""), [""; 0]);
    assert_eq!(said("", "", ", days: 2"), [""; 0]);
    assert_eq!(said(", days: 2", ", need: {each: 1}", ""), [""; 0]);
    assert_eq!(said(", days: 2", ", hours: [08:00-11:00, 13:00-15:00]", ""), [""; 0]);
    assert_eq!(said(", days: 2", "", ", served: 1"), [""; 0]);
}

#[test]
fn tells_of_organizations_only_where_somebody_stays_at_home() {
    let said = |seats: u32, other: &str, rules: &str| {
        let mut sources = Sources::default();
        let text = format!(
            "campaign: {{name: 初心, season: 2018-10-22..2018-10-26}}
units: [{{id: clinic, name: 卫生服务中心}}]
posts: [{{id: ward, unit: clinic, title: 病房护理员, dates: 2018-10-22, seats: {seats}}}]
ambassadors: [{{id: a01, name: 佘松岩, organization: 邮政}}, {{id: a02, name: 冯丽, organization: {other}}}]
rules: {{repeat_post: allow{rules}}}
"
        );
        let file = sources.add("campaign.yaml", text);
        codes(&problems(&mut sources, file))
    };
    assert_eq!(said(1, "银行", ""), ["represented"]);
    assert_eq!(said(2, "银行", ""), [""; 0]);
    assert_eq!(said(1, "邮政", ""), [""; 0]);
    assert_eq!(said(1, "银行", ", priorities: [coverage, everyone]"), [""; 0]);
}
