//! The Thursday Action as it is printed and saved, from rosters made by hand.

use super::sample::{action, date, days, domain, neighbourhood, pairings, unit};
use chuxin::{
    diagnostic::Diagnostic,
    document,
    domain::{
        Contact, Domain, Language,
        places::{NeighbourhoodIx, UnitIx},
        themes::ThemeIx,
        thursday::{Bounds, Month, ThursdayAction},
    },
    experience::roster::Roster,
    lp::{LevelResult, Sense},
    pairing,
    plan::{
        ExperiencePlan, Plan, Provenance,
        entries::THURSDAY_ACTION,
        history::History,
        json,
        layout::Json,
        level::ThursdayLevel,
        resolved::{Resolved, resolve},
        saved,
        thursday::ThursdayPlan,
    },
    render::{
        action::Action,
        detail::Detail,
        edition::{Edition, names::Names, shown::Shown},
        terminal::{Page, wrap::width},
        thursday,
    },
    source::Sources,
    timetable::{
        self,
        level::Level,
        roster::{Event, Timetable},
    },
};

fn campaign() -> (Domain, ThursdayAction, ThursdayPlan) {
    let mut units = vec![unit(0, &[0, 1]), unit(1, &[1]), unit(2, &[])];
    for (unit, name) in units.iter_mut().zip(["社区卫生服务中心", "工商银行临汾支行", "消防救援站"])
    {
        unit.name = name.into();
        unit.contact = Some(Contact { name: Some("陈主任".into()), phone: Some("138 0000 0101".into()) });
    }
    units[1].closed = days(&["2019-03-07", "2019-03-14", "2019-03-21", "2019-03-28"]).into();
    let mut places = vec![neighbourhood(0, 400, &[0, 2]), neighbourhood(1, 1400, &[1])];
    for (place, name) in places.iter_mut().zip(["阳曲路470弄居民区", "临汾路299弄居民区"]) {
        place.name = name.into();
        place.address = Some("阳曲路000弄".into());
        place.venue = Some("居委会活动室".into());
    }
    let mut domain = domain(units, places, 3);
    for (theme, name) in domain.themes.iter_mut().zip(["健康义诊", "防范电信诈骗", "便民理发"])
    {
        theme.name = name.into();
    }
    let action = ThursdayAction {
        last: Month { year: 2019, month: 3 },
        units_per_neighbourhood: Bounds { min: 0, max: Some(1) },
        ..action()
    };
    let pairings = pairings(&[(0, 0), (1, 1)]);
    let event = |day: &str, unit: usize, theme: usize| Event {
        date: date(day),
        unit: UnitIx(unit),
        neighbourhood: NeighbourhoodIx(unit),
        theme: ThemeIx(theme),
    };
    let events = vec![
        event("2019-01-03", 0, 0),
        event("2019-01-03", 1, 1),
        event("2019-02-14", 0, 1),
        event("2019-02-14", 1, 1),
        event("2019-03-07", 0, 0),
    ];
    let timetable = Timetable { events };
    let result = |(level, value)| {
        let more = matches!(level, ThursdayLevel::Timetable(Level::Needs | Level::Wanted));
        let sense = if more { Sense::Max } else { Sense::Min };
        LevelResult { level, sense, value, bound: value, proven: true }
    };
    let of_pairings = pairing::verification::recount(&domain, &action, &pairings, None).into_iter();
    let of_pairings = of_pairings.map(|(level, value)| (ThursdayLevel::Pairing(level), value));
    let of_events =
        timetable::verification::recount::recount(&domain, &action, &pairings, &timetable, None).into_iter();
    let of_events = of_events.map(|(level, value)| (ThursdayLevel::Timetable(level), value));
    let plan = ThursdayPlan {
        levels: of_pairings.chain(of_events).map(result).collect(),
        why_paired: pairing::explanation::explain(&domain, &action, &pairings),
        claims: None,
        why_held: timetable::explanation::explain(&domain, &action, &pairings, &timetable, None),
        pairings,
        timetable,
    };
    (domain, action, plan)
}

fn report(
    domain: &Domain,
    action: &ThursdayAction,
    plan: &ThursdayPlan,
    contacts: bool,
    page: Page,
) -> String {
    let (shown, plan) = (Shown::of(domain, contacts), plan_of(plan.clone()));
    let names = Names::of(&shown, page.language);
    let edition = Edition::on_screen(&shown, &plan, &names, page.language);
    let plan = plan.thursday_action.as_ref().unwrap();
    let detail = Detail { everything: true, ..Detail::USUAL };
    page.text(thursday::sections(Action { edition, settings: action, plan }, detail))
}

fn printed(language: Language, width: usize, contacts: bool) -> String {
    let (domain, action, plan) = campaign();
    let text = report(&domain, &action, &plan, contacts, Page { language, width });
    text.replace("\u{1b}[1m", "").replace("\u{1b}[0m", "")
}

#[test]
fn prints_the_thursday_action_in_chinese() {
    insta::assert_snapshot!(printed(Language::Zh, 80, false));
}

#[test]
fn prints_the_thursday_action_in_english() {
    insta::assert_snapshot!(printed(Language::En, 100, true));
}

#[test]
fn prints_no_telephone_number_unless_asked() {
    assert!(!printed(Language::Zh, 80, false).contains("138"));
    assert!(printed(Language::Zh, 80, true).contains("陈主任 138 0000 0101"));
}

#[test]
fn says_that_no_neighbourhood_is_left_to_a_unit_that_has_them_all() {
    let (domain, mut action, mut plan) = campaign();
    action.neighbourhoods_per_unit = Bounds { min: 3, max: Some(3) };
    plan.pairings = pairings(&[(0, 0), (0, 1)]);
    plan.why_paired = pairing::explanation::explain(&domain, &action, &plan.pairings);
    plan.timetable = Timetable { events: vec![] };
    plan.why_held = timetable::explanation::explain(&domain, &action, &plan.pairings, &plan.timetable, None);
    let page = |language| Page { language, width: 120 };
    let chinese = report(&domain, &action, &plan, false, page(Language::Zh));
    assert!(chinese.contains("尚缺结对 1 对；没有别的居民区了"), "{chinese}");
    let english = report(&domain, &action, &plan, false, page(Language::En));
    assert!(english.contains("there is no other neighbourhood"), "{english}");
}

#[test]
fn keeps_every_line_of_the_thursday_action_within_the_page() {
    for room in 40..130 {
        for line in printed(Language::Zh, room, true).lines() {
            assert!(width(line) <= room, "{room}: {line}");
        }
    }
}

/// A plan of nothing but a Thursday Action.
fn plan_of(thursday: ThursdayPlan) -> Plan {
    Plan {
        backend: "simplex".into(),
        mends: None,
        history: History::default(),
        campaign: Provenance {
            name: "样例".into(),
            file: "sample.yaml".into(),
            digest: "sha256:00".into(),
            variations: vec![],
        },
        experience: ExperiencePlan {
            levels: vec![],
            roster: Roster::default(),
            unplaced: vec![],
            shortages: vec![],
            unfulfilled: vec![],
            claims: None,
        },
        thursday_action: Some(thursday),
    }
}

/// The campaign and its plan as the text of a file.
fn campaign_and_text() -> (Domain, ThursdayPlan, String) {
    let (mut domain, action, thursday) = campaign();
    domain.thursday = Some(action);
    let plan = plan_of(thursday.clone());
    let text = json::text(&domain, &plan);
    (domain, thursday, text)
}

fn read(domain: &Domain, text: &str) -> Result<Resolved, Vec<&'static str>> {
    let mut sources = Sources::default();
    let file = sources.add("plan.json", text);
    let root = document::reading::read(&sources, file).0.unwrap();
    let codes = |problems: Vec<Diagnostic>| problems.iter().map(|one| one.problem.code()).collect();
    resolve(&saved::read(&root).map_err(codes)?, domain).map_err(codes)
}

#[test]
fn writes_the_thursday_action_into_the_plan() {
    let (_, _, text) = campaign_and_text();
    insta::assert_snapshot!(text);
}

#[test]
fn writes_each_entry_with_the_keys_of_its_kind() {
    let (mut domain, action, thursday) = campaign();
    domain.thursday = Some(action);
    let plan = json::data(&domain, &plan_of(thursday));
    let lengths = THURSDAY_ACTION.map(|kind| {
        let Some(Json::List(entries)) = plan.entry("thursday_action").and_then(|one| one.entry(kind.list))
        else {
            panic!("{} is no list: {plan:?}", kind.list)
        };
        for entry in entries {
            let Json::Map(fields) = entry else { panic!("{}: {entry:?}", kind.list) };
            let keys = [kind.keys, kind.others].concat();
            assert!(fields.iter().map(|(key, _)| *key).eq(keys), "{}: {fields:?}", kind.list);
        }
        entries.len()
    });
    assert_eq!(lengths, [2, 1, 1, 5, 1, 3]);
}

#[test]
fn reads_back_the_thursday_action_that_was_written() {
    let (domain, thursday, text) = campaign_and_text();
    let resolved = read(&domain, &text).unwrap();
    // Reasons follow from the rest and are found anew.
    let (why_paired, why_held) = Default::default();
    assert_eq!(resolved.plan.thursday_action, Some(ThursdayPlan { why_paired, why_held, ..thursday }));
    assert_eq!((resolved.places.pairings.len(), resolved.places.events.len()), (2, 5));
}

#[test]
fn names_every_id_of_an_edited_thursday_action_that_the_campaign_does_not_have() {
    let (domain, _, text) = campaign_and_text();
    let edited = text
        .replace("\"date\": \"2019-01-03\", \"unit\": \"u0\"", "\"date\": \"3 January\", \"unit\": \"u7\"")
        .replace("\"theme\": \"t1\"", "\"theme\": \"t8\"")
        .replace("\"events\"", "\"event\"");
    assert_eq!(read(&domain, &edited).unwrap_err(), ["unknown-key", "missing-field"]);
    let edited = edited.replace("\"event\"", "\"events\"");
    assert_eq!(
        read(&domain, &edited).unwrap_err(),
        ["bad-date", "unknown-id", "unknown-id", "unknown-id", "unknown-id"]
    );
}
