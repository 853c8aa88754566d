//! Dates and hours that a spreadsheet took for something else.

use crate::diagnostic::workbook::Workbook;
use chrono::{Days, NaiveDate};

/// Whether a field holds days of the campaign.
pub(super) fn is_date(key: &str) -> bool {
    matches!(key, "season" | "date" | "dates" | "closed" | "available" | "away" | "skip" | "until")
}

/// What a number may mean as a date, where nothing tells which: 10.2 may have been 10.20. Nothing where it is one day
/// alone, or none.
pub(super) fn number_for_date(number: &str) -> Option<Workbook> {
    let readings: Vec<String> = match number.split_once('.') {
        Some((month, day)) if day.len() == 1 => {
            let reading = |day: &str| {
                let (month, day) = (month.parse().ok()?, day.parse().ok()?);
                NaiveDate::from_ymd_opt(2000, month, day).map(|_| format!("{month}月{day}日"))
            };
            [day.to_owned(), format!("{day}0")].iter().filter_map(|day| reading(day)).collect()
        }
        Some(_) => return None,
        None => serial(number).into_iter().collect(),
    };
    (!readings.is_empty()).then_some(Workbook::NumberForDate { readings })
}

/// The day that a spreadsheet counts as this number, where that is in our time.
fn serial(number: &str) -> Option<String> {
    let days: u64 = number.parse().ok().filter(|days| (36_526..73_051).contains(days))?;
    let day = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))?;
    Some(day.format("%Y-%m-%d").to_string())
}

#[cfg(test)]
mod tests {
    use super::number_for_date;
    use crate::diagnostic::workbook::Workbook;

    #[test]
    fn tells_what_a_number_may_mean() {
        let readings = |number| match number_for_date(number) {
            Some(Workbook::NumberForDate { readings }) => readings,
            _ => Vec::new(),
        };
        assert_eq!(readings("10.2"), ["10月2日", "10月20日"]);
        assert_eq!(readings("10.9"), ["10月9日"]);
        assert_eq!(readings("43396"), ["2018-10-23"]);
        assert_eq!([readings("10.23"), readings("2018"), readings("1.5e3")], [[""; 0]; 3]);
    }
}
