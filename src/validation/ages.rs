//! How old somebody is, and how old one must be.
//!
//! In: words such as `18..65` and `1962-05`. Out: ages in full years, and the latest day on which somebody can have been
//! born; or what is wrong.

use crate::{
    campaign::schema,
    diagnostic::value::Value,
    domain::places::Ages,
    validation::{check::Check, dates, values},
};
use chrono::{Datelike, Months, NaiveDate};

/// The greatest age that anybody has.
const OLDEST: u32 = 150;

/// Full years from one to another, or only one of the two.
pub(super) fn ages(text: &str) -> Result<Ages, Value> {
    let parted = ["..", "-", "~", "～", "—", "至", "到"].into_iter().find_map(|mark| text.split_once(mark));
    let (least, most) = parted.ok_or(Value::BadAges)?;
    let bound = |text: &str| match text.trim().trim_end_matches('岁').trim_end() {
        "" => Ok(None),
        digits => values::number(digits, 0, OLDEST).map(Some).map_err(|problem| match problem {
            Value::BadNumber => Value::BadAges,
            other => other,
        }),
    };
    match (bound(least)?, bound(most)?) {
        (None, None) => Err(Value::BadAges),
        (Some(least), Some(most)) if least > most => Err(Value::MinAboveMax { min: least, max: most }),
        (least, most) => Ok(Ages { least, most }),
    }
}

/// The latest day on which somebody can have been born, as far as anything is written of it.
pub(super) fn born(written: &schema::Ambassador, check: &mut Check) -> Option<NaiveDate> {
    let season = check.season;
    if let (Some(born), Some(age)) = (&written.born, &written.age) {
        check.report_also(age.place, Value::AgeAndBirth, born.place);
    }
    if let Some(text) = &written.born {
        let before = |birthday: NaiveDate| season.is_none_or(|season| birthday < season.first);
        return check.value(text, |words| latest(words).filter(|&day| before(day)).ok_or(Value::BadBirth));
    }
    let age = check.optional_number(written.age.as_ref(), (0, OLDEST))?;
    season?.first.checked_sub_months(Months::new(12 * age))
}

/// The last day of what a birthday says: a day, a month or a year; `None` where it says none.
pub fn latest(text: &str) -> Option<NaiveDate> {
    if let Ok(day) = dates::day(text, None) {
        return Some(day);
    }
    let text = text.trim_end_matches(['年', '月']);
    let (year, month) = text.split_once(['-', '/', '.', '年']).unwrap_or((text, "12"));
    let year = values::number(year.trim(), 1800, 2200).ok()?;
    let month = values::number(month.trim(), 1, 12).ok()?;
    let first = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, 1)?;
    first.with_day(u32::from(first.num_days_in_month()))
}

#[cfg(test)]
mod tests {
    use super::{ages, latest};
    use crate::{diagnostic::value::Value, domain::places::Ages};

    #[test]
    fn reads_ages_with_both_ends_or_one() {
        let both = |least, most| Ok(Ages { least, most });
        for text in ["18..65", "18-65", "18 至 65", "18到65岁", "18岁～65岁"] {
            assert_eq!(ages(text), both(Some(18), Some(65)), "{text}");
        }
        assert_eq!(ages("18.."), both(Some(18), None));
        assert_eq!(ages("..65"), both(None, Some(65)));
        for text in ["18", "", "..", "adults", "18..x"] {
            assert_eq!(ages(text), Err(Value::BadAges), "{text}");
        }
        assert_eq!(ages("65..18"), Err(Value::MinAboveMax { min: 65, max: 18 }));
        assert_eq!(ages("18..200"), Err(Value::NumberTooLarge { most: 150 }));
    }

    #[test]
    fn takes_a_month_or_a_year_as_its_last_day() {
        let day = |text| latest(text).map(|day| day.to_string());
        for text in ["1962-02", "1962/2", "1962.2", "1962年2月"] {
            assert_eq!(day(text).as_deref(), Some("1962-02-28"), "{text}");
        }
        for text in ["1962", "1962年"] {
            assert_eq!(day(text).as_deref(), Some("1962-12-31"), "{text}");
        }
        for text in ["1962-02-03", "1962年2月3日"] {
            assert_eq!(day(text).as_deref(), Some("1962-02-03"), "{text}");
        }
        for text in ["", "62", "1962-13", "五十六", "5月3日"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
