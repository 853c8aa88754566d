//! Dates as people write them, in whole campaigns.

use crate::diagnostics::problems;
use chuxin::{
    domain::{dates::DateSet, people::Ambassador, periods::Periods},
    pipeline::{Reading, read_text},
    source::Sources,
};

fn read(text: &str) -> Reading {
    let mut sources = Sources::default();
    let file = sources.add("campaign.yaml", text);
    read_text(&mut sources, file, &[])
}

/// Invented.
const WRITTEN: &str = "campaign: {name: 样例, season: 2026/12/5..2026.12.13}
units: [{id: library, name: 街道图书馆, closed: 周三}]
posts:
  - {id: books, unit: library, title: 图书整理员, dates: 12/5、12/6、12月12日}
ambassadors:
  - {id: a01, name: 佘松岩, available: 2026年12月5日、12/6}
  - {id: a02, name: 茅如兰, available: 12/5-12/6}
  - {id: a03, name: 邬连城, available: 周末都可以}
  - {id: a04, name: 裘素宁, available: 都可以, wishes: books, away: [12月6日, 7日至9日]}
";

/// 5, 6, 12 and 13 December 2026 are a weekend each.
#[test]
fn are_the_same_days_as_those_in_full() {
    let in_full = WRITTEN
        .replace("2026/12/5..2026.12.13", "2026-12-05..2026-12-13")
        .replace("closed: 周三", "closed: 2026-12-09")
        .replace("12/5、12/6、12月12日", "[2026-12-05, 2026-12-06, 2026-12-12]")
        .replace("2026年12月5日、12/6", "[2026-12-05, 2026-12-06]")
        .replace("12/5-12/6", "2026-12-05..2026-12-06")
        .replace("周末都可以", "2026-12-05..2026-12-13 sat+sun")
        .replace("available: 都可以", "available: 2026-12-05..2026-12-13")
        .replace("wishes: books", "wishes: [books]")
        .replace("[12月6日, 7日至9日]", "[2026-12-06, 2026-12-07..2026-12-09]");
    let [written, in_full] = [WRITTEN, &in_full].map(|text| {
        let reading = read(text);
        reading.campaign.expect("a valid campaign").domain
    });
    assert_eq!(written.sessions, in_full.sessions);
    let days = |dates: &Periods| DateSet { spans: dates.periods.iter().map(|one| one.days).collect() }.days();
    assert_eq!(days(&written.units[0].closed), days(&in_full.units[0].closed));
    for (one, other) in written.ambassadors.iter().zip(&in_full.ambassadors) {
        assert_eq!(one.available.as_ref().map(days), other.available.as_ref().map(days), "{}", one.name);
        assert_eq!(days(&one.away), days(&other.away), "{}", one.name);
        let wished = |person: &Ambassador| person.wishes.iter().map(|wish| wish.post).collect::<Vec<_>>();
        assert_eq!(wished(one), wished(other), "{}", one.name);
    }
}

/// Where units close is seen from the period of the Thursday Action too: `3月7日` is a day of 2019 here.
#[test]
fn take_their_year_from_the_period_in_which_something_is_held() {
    let text = "campaign: {name: 样例, season: 2018-10-22..2018-10-26}
units: [{id: bank, name: 支行, closed: [3月7日, 10月23日], location: [31.3, 121.4], offers: [talk]}]
neighbourhoods: [{id: yard, name: 一居, location: [31.3, 121.4], needs: [talk]}]
themes: [{id: talk, name: 防骗讲座}]
thursday_action: {months: 2019-01..2019-06, thursday: 1}
";
    let reading = read(text);
    let closed = &reading.campaign.expect("a valid campaign").domain.units[0].closed;
    let closed: Vec<String> = closed.periods.iter().map(|period| period.days.first.to_string()).collect();
    assert_eq!(closed, ["2019-03-07", "2018-10-23"]);
}

#[test]
fn say_where_a_comma_of_a_list_is_full_width_and_take_it_in_a_text_alone() {
    let campaign = |dates: &str| {
        format!(
            "campaign: {{name: 样例, season: 2018-10-22..2018-10-26}}\nunits: [{{id: bank, name: 支行}}]\nposts:\n  - {{id: lobby, unit: bank, title: 大堂, dates: {dates}}}\n"
        )
    };
    let codes = |dates: &str| {
        let mut sources = Sources::default();
        let file = sources.add("campaign.yaml", campaign(dates));
        crate::diagnostics::codes(&problems(&mut sources, file))
    };
    assert_eq!(codes("[2018-10-23，2018-10-24]"), ["full-width"]);
    assert!(codes("2018-10-23，2018-10-24").is_empty(), "{:?}", codes("2018-10-23，2018-10-24"));
}
