//! A standing station: three posts a day for weeks, two people wanted at each session, and people who are free every day,
//! at most eight times and once in seven days.
//!
//! In: how many people and quarters, and the seed of the lot. Out: a campaign.

use chrono::{Days, NaiveDate};

/// Days of each quarter on which nobody comes in the late afternoon, counted from its first Monday.
const CLOSED: [u64; 2] = [28, 89];
const DAYS_OF_QUARTER: u64 = 91;

/// The station for so many people and quarters of thirteen weeks: 219 sessions in each.
pub fn campaign(people: usize, quarters: u64, seed: u64) -> String {
    let first = NaiveDate::from_ymd_opt(2018, 9, 3).unwrap_or_default();
    let day = |number: u64| first + Days::new(number);
    let season = format!("{}..{}", day(0), day(quarters * DAYS_OF_QUARTER - 1));
    let mut spans = Vec::new();
    let mut begin = 0;
    for quarter in 0..quarters {
        for closed in CLOSED.map(|closed| quarter * DAYS_OF_QUARTER + closed) {
            spans.push(format!("{}..{}", day(begin), day(closed - 1)));
            begin = closed + 1;
        }
    }
    spans.push(format!("{}..{}", day(begin), day(quarters * DAYS_OF_QUARTER - 1)));
    let weekdays = format!("{season} mon+tue+wed+thu+fri");
    let mut lines = vec![
        "# Invented; no person or place is real.".into(),
        format!("campaign: {{name: 服务站, season: {season}, seed: \"{seed}\"}}"),
        "units: [{id: hospital, name: 医院}]".into(),
        "rules: {days: {min: 0, max: 8}, repeat_post: allow, rest_days: 6}".into(),
        "posts:".into(),
    ];
    for (id, dates, hours) in [
        ("early", weekdays.clone(), "08:00-11:00"),
        ("noon", weekdays, "12:00-14:00"),
        ("late", format!("[{}]", spans.join(", ")), "15:30-17:30"),
    ] {
        lines.push(format!(
            "  - {{id: {id}, unit: hospital, title: {id}, dates: {dates}, hours: {hours}, seats: 2, need: {{each: 2}}}}"
        ));
    }
    lines.push("ambassadors:".into());
    lines.extend((1..=people).map(|number| format!("  - {{id: a{number}, name: 志愿者{number}}}")));
    lines.join("\n") + "\n"
}
