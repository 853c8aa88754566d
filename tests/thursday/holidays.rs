//! Every Thursday of 2018 to 2026 against an independent list.

use chrono::NaiveDate;
use chuxin::domain::holidays::{YEARS, is_holiday};

#[test]
fn agrees_with_an_independent_list_on_every_thursday_of_the_data() {
    let off: Vec<NaiveDate> = include_str!("thursdays-off.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.parse().unwrap())
        .collect();
    let first = NaiveDate::from_ymd_opt(*YEARS.start(), 1, 4).unwrap();
    let last = NaiveDate::from_ymd_opt(*YEARS.end(), 12, 31).unwrap();
    let thursdays: Vec<NaiveDate> = first.iter_days().step_by(7).take_while(|date| *date <= last).collect();
    assert_eq!(thursdays.len(), 470);
    let found: Vec<NaiveDate> = thursdays.into_iter().filter(|date| is_holiday(*date)).collect();
    assert_eq!(found, off);
}
