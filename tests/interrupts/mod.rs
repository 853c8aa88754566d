//! Searches that are stopped: by a clock at any look, by the time limit, and by Ctrl-C. What stands is printed.

mod clocks;
#[cfg(unix)]
mod signals;

use chuxin::{
    inquiry::{
        comparison::{Candidate, Comparison, Conclusion},
        side_by_side,
    },
    pipeline::{self, Reading, ValidCampaign},
    solver::{Progress, Unwatched, Watch},
    source::Sources,
};
use std::time::Duration;

/// A campaign of 120 people on 8 posts: the plan takes a moment, its reserves minutes.
pub const MANY_RESERVES: &str = "# Invented.
campaign: {name: 样例, season: 2018-10-22..2018-11-30}
units: [{id: u1, name: 甲站}, {id: u2, name: 乙站}, {id: u3, name: 丙站}, {id: u4, name: 丁站}]
rules: {days: {min: 0, max: 2}, repeat_post: allow}
posts:
  - {id: p1, unit: u1, title: 一岗引导员, dates: 2018-10-22..2018-11-30 mon+wed+fri, seats: 2, need: 8}
  - {id: p2, unit: u2, title: 二岗引导员, dates: 2018-10-22..2018-11-30 mon+wed+fri, seats: 2, need: 8}
  - {id: p3, unit: u3, title: 三岗引导员, dates: 2018-10-22..2018-11-30 mon+wed+fri, seats: 2, need: 8}
  - {id: p4, unit: u4, title: 四岗引导员, dates: 2018-10-22..2018-11-30 mon+wed+fri, seats: 2, need: 8}
  - {id: p5, unit: u1, title: 五岗引导员, dates: 2018-10-22..2018-11-30 tue+thu, seats: 2, need: 8}
  - {id: p6, unit: u2, title: 六岗引导员, dates: 2018-10-22..2018-11-30 tue+thu, seats: 2, need: 8}
  - {id: p7, unit: u3, title: 七岗引导员, dates: 2018-10-22..2018-11-30 tue+thu, seats: 2, need: 8}
  - {id: p8, unit: u4, title: 八岗引导员, dates: 2018-10-22..2018-11-30 tue+thu, seats: 2, need: 8}
ambassadors:
";

/// That campaign with so many people.
pub fn many_reserves(people: usize) -> String {
    let people = (1..=people).map(|number| format!("  - {{id: a{number}, name: 志愿者{number}}}\n"));
    MANY_RESERVES.to_owned() + &people.collect::<String>()
}

/// What a campaign's text means.
pub fn read(text: &str) -> Reading {
    let mut sources = Sources::default();
    let file = sources.add("campaign.yaml", text);
    pipeline::read_text(&mut sources, file, &[])
}

/// A campaign that is in order.
pub fn sound(text: &str) -> ValidCampaign {
    let reading = read(text);
    reading.campaign.unwrap_or_else(|| panic!("{:?}\n{text}", reading.diagnostics))
}

/// A clock that has run out.
struct RunOut;

impl Watch for RunOut {
    fn time_left(&self) -> Option<Duration> {
        Some(Duration::ZERO)
    }

    fn report(&self, _: &Progress<'_>) {}
}

#[test]
fn lets_the_columns_stand_that_were_solved_before_the_comparison_was_stopped() {
    let (base, scenario) = (read(&many_reserves(20)), read(&many_reserves(30)));
    let campaigns: Vec<(&ValidCampaign, &str)> =
        [&base, &scenario].iter().map(|one| (one.campaign.as_ref().unwrap(), "c.yaml")).collect();
    let solved = side_by_side::solve(&campaigns, 1, &|position| match position {
        0 => Box::new(Unwatched) as Box<dyn Watch>,
        _ => Box::new(RunOut),
    });
    let candidates = [&base, &scenario].into_iter().zip(&solved).map(|(reading, solved)| Candidate {
        file: "c.yaml".into(),
        options: Vec::new(),
        reading,
        was_stopped: true,
        solved: Some(solved),
    });
    let comparison = Comparison::of(candidates.collect());
    let conclusions: Vec<Conclusion> = comparison.columns.iter().map(|column| column.conclusion).collect();
    assert_eq!(conclusions, [Conclusion::Planned, Conclusion::Stopped]);
}
