//! Dates, months, ways and hours as they stand on paper.

use crate::domain::{Language, dates::DateSpan, thursday::Month, time::Hours};
use chrono::{Datelike, NaiveDate, Weekday};

const WEEKDAYS_ZH: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];

/// A day with its weekday and without the year: `10月23日（周二）`, `Tue 23 Oct`.
pub fn date(language: Language, date: NaiveDate) -> String {
    match language {
        Language::Zh => {
            format!("{}月{}日（{}）", date.month(), date.day(), weekday(language, date.weekday()))
        }
        Language::En => date.format("%a %-d %b").to_string(),
    }
}

/// The day of a session, with its hours where a post has several shifts: `10月23日（周二）08:00-11:00`.
pub fn session(language: Language, day: NaiveDate, shift: Option<Hours>) -> String {
    match (shift, language) {
        (None, _) => date(language, day),
        (Some(shift), Language::Zh) => format!("{}{}", date(language, day), hours(language, shift)),
        (Some(shift), Language::En) => format!("{} {}", date(language, day), hours(language, shift)),
    }
}

/// From when to when, and that it ends on the next day where it does: `22:00-次日01:30`, `22:00-01:30 next day`.
pub fn hours(language: Language, hours: Hours) -> String {
    let said = hours.to_string();
    match language {
        _ if !hours.is_over_midnight() => said,
        Language::Zh => said.replace('-', "-次日"),
        Language::En => format!("{said} next day"),
    }
}

/// The same as paper and messages have them, with the dash of print between them: 一字线 (GB/T 15834), an en dash in English.
pub fn dashed(language: Language, span: Hours) -> String {
    let dash = match language {
        Language::Zh => "—",
        Language::En => "–",
    };
    hours(language, span).replace('-', dash)
}

/// A day of the week: `周二`, `Tue`.
pub fn weekday(language: Language, day: Weekday) -> String {
    match language {
        Language::Zh => format!("周{}", WEEKDAYS_ZH[day.num_days_from_monday() as usize]),
        Language::En => day.to_string(),
    }
}

/// A day with its year: `2018年10月23日（周二）`, `Tue 23 Oct 2018`.
pub fn full_date(language: Language, day: NaiveDate) -> String {
    match language {
        Language::Zh => format!("{}年{}", day.year(), date(language, day)),
        Language::En => format!("{} {}", date(language, day), day.year()),
    }
}

/// From the first to the last day, the year once where it is one.
pub fn period(language: Language, span: DateSpan) -> String {
    let DateSpan { first, last, .. } = span;
    let one_year = first.year() == last.year();
    match language {
        _ if first == last => full_date(language, first),
        Language::Zh if one_year => format!("{}至{}", full_date(language, first), date(language, last)),
        Language::Zh => format!("{}至{}", full_date(language, first), full_date(language, last)),
        Language::En if one_year => format!("{} to {}", date(language, first), full_date(language, last)),
        Language::En => format!("{} to {}", full_date(language, first), full_date(language, last)),
    }
}

/// Where something is, from the larger to the smaller: `汾西路261弄居委会活动室`, `Room 2, 261 Fenxi Road`.
pub fn whereabouts(language: Language, [address, room]: [&Option<String>; 2]) -> String {
    let known =
        |parts: [&Option<String>; 2]| -> Vec<String> { parts.into_iter().flatten().cloned().collect() };
    match language {
        Language::Zh => known([address, room]).concat(),
        Language::En => known([room, address]).join(", "),
    }
}

/// A month with its year: `2019年3月`, `Mar 2019`.
pub fn month(language: Language, month: Month) -> String {
    match language {
        Language::Zh => format!("{}年{}月", month.year, month.month),
        Language::En => format!("{} {}", month_of_year(language, month.month), month.year),
    }
}

/// A month without its year: `3月`, `Mar`.
pub fn month_of_year(language: Language, month: u32) -> String {
    const NAMES: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    match language {
        Language::Zh => format!("{month}月"),
        Language::En => NAMES.get(month as usize - 1).copied().unwrap_or("").to_owned(),
    }
}

/// From the first to the last month.
pub fn months(language: Language, first: Month, last: Month) -> String {
    match language {
        _ if first == last => month(language, first),
        Language::Zh if first.year == last.year => format!("{}至{}月", month(language, first), last.month),
        Language::Zh => format!("{}至{}", month(language, first), month(language, last)),
        Language::En => format!("{} to {}", month(language, first), month(language, last)),
    }
}

/// Memory in gigabytes with one decimal, rounded up; in megabytes where it is less than one.
pub fn memory(bytes: u64) -> String {
    let megabytes = bytes.div_ceil(1 << 20);
    if megabytes < 1 << 10 {
        format!("{megabytes} MB")
    } else {
        let tenths = (megabytes * 10).div_ceil(1 << 10);
        format!("{}.{} GB", tenths / 10, tenths % 10)
    }
}

/// A way: metres below one kilometre, otherwise kilometres with one decimal, rounded half up.
pub fn way(language: Language, metres: i64) -> String {
    let (metre, kilometre) = match language {
        Language::Zh => ("米", "公里"),
        Language::En => ("m", "km"),
    };
    if metres < 1000 {
        format!("{metres} {metre}")
    } else {
        let tenths = (metres + 50) / 100;
        format!("{}.{} {kilometre}", tenths / 10, tenths % 10)
    }
}

/// A number from 1 in Chinese figures; past ten in digits.
pub fn figure(number: i64) -> String {
    const FIGURES: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    let known = usize::try_from(number).ok().and_then(|number| FIGURES.get(number.wrapping_sub(1)));
    known.map_or_else(|| number.to_string(), |figure| (*figure).to_owned())
}

/// Which wish came true: `第一志愿`, `1st wish`; past ten in figures.
pub fn wish(language: Language, number: u32) -> String {
    match language {
        Language::Zh => format!("第{}志愿", figure(number.into())),
        Language::En => format!("{} wish", ordinal(number)),
    }
}

/// The English ordinal in figures: `1st`, `22nd`.
pub fn ordinal(number: u32) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

#[cfg(test)]
mod tests {
    use super::{date, full_date, period, way, wish};
    use crate::domain::{
        Language::{En, Zh},
        dates::{DateSpan, Weekdays},
    };
    use chrono::NaiveDate;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn writes_dates_with_their_weekday() {
        assert_eq!(date(Zh, day(2018, 10, 23)), "10月23日（周二）");
        assert_eq!(date(En, day(2018, 10, 3)), "Wed 3 Oct");
        assert_eq!(full_date(Zh, day(2018, 11, 4)), "2018年11月4日（周日）");
        assert_eq!(full_date(En, day(2018, 11, 4)), "Sun 4 Nov 2018");
    }

    #[test]
    fn names_the_year_of_a_period_once_where_it_is_one() {
        let span = |first, last| DateSpan { first, last, weekdays: Weekdays::ALL };
        let autumn = span(day(2018, 10, 22), day(2018, 11, 2));
        assert_eq!(period(Zh, autumn), "2018年10月22日（周一）至11月2日（周五）");
        assert_eq!(period(En, autumn), "Mon 22 Oct to Fri 2 Nov 2018");
        let winter = span(day(2018, 12, 31), day(2019, 1, 1));
        assert_eq!(period(Zh, winter), "2018年12月31日（周一）至2019年1月1日（周二）");
        assert_eq!(period(En, DateSpan::day(day(2018, 10, 23))), "Tue 23 Oct 2018");
    }

    #[test]
    fn rounds_ways_to_a_tenth_of_a_kilometre() {
        assert_eq!(way(Zh, 812), "812 米");
        assert_eq!(way(Zh, 1249), "1.2 公里");
        assert_eq!(way(En, 1250), "1.3 km");
        assert_eq!(way(En, 9_999), "10.0 km");
    }

    #[test]
    fn counts_wishes() {
        assert_eq!(wish(Zh, 1), "第一志愿");
        assert_eq!(wish(Zh, 11), "第11志愿");
        let english: Vec<String> = [1, 2, 3, 4, 11, 12, 13, 21, 112].map(|number| wish(En, number)).into();
        assert_eq!(
            english.join(" "),
            "1st wish 2nd wish 3rd wish 4th wish 11th wish 12th wish 13th wish 21st wish 112th wish"
        );
    }
}
