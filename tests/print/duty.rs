//! The duty roster (值班表): who is missing, and what a grey cell is.

use super::{printed, text};
use crate::transcripts::Stage;

/// A post with two shifts a day at which two are wanted, offered on some days; one person may come, once.
fn roster(dates: &str, need: &str, options: &str) -> String {
    let campaign = format!(
        "campaign: {{name: 初心体验, season: 2018-10-22..2018-10-28}}
units: [{{id: station, name: 便民服务站}}]
posts:
  - {{id: watch, unit: station, title: 值守员, dates: {dates}, hours: [08:00-11:00, 13:00-15:00], seats: 3, need: {need}}}
  - {{id: guide, unit: station, title: 引导员, dates: 2018-10-22, hours: [08:00-11:00, 13:00-15:00]}}
ambassadors: [{{id: a01, name: 佘松岩}}]
pins: [{{ambassador: a01, post: watch, date: 2018-10-22, hours: 08:00-11:00}}]
"
    );
    let stage = Stage::new().file("campaign.yaml", &campaign);
    let files = printed(&stage, &format!("campaign.yaml --to html --sheet duty {options}"), "out");
    let (name, bytes) = files.iter().next().expect("a sheet");
    text(name, bytes)
}

#[test]
fn shows_how_many_are_missing_where_somebody_is() {
    let said = roster("2018-10-22..2018-10-23", "{each: 3}", "");
    assert_eq!(said.matches("缺 2 人").count(), 1, "a session without anybody does not run: {said}");
    assert!(!roster("2018-10-22..2018-10-23", "3", "").contains("缺 2 人"));
    assert!(!roster("2018-10-22..2018-10-23", "{each: 1}", "").contains("缺"));
    assert!(roster("2018-10-22..2018-10-23", "{each: 3}", "--lang en").contains("2 missing"));
}

#[test]
fn says_what_a_grey_cell_is_where_there_is_one() {
    assert!(roster("2018-10-22..2018-10-23", "1", "").contains("灰格：没有这个班次"));
    assert!(roster("2018-10-22..2018-10-23", "1", "--lang en").contains("Grey: there is no such shift"));
    assert!(!roster("2018-10-22", "1", "").contains("灰格"));
}
