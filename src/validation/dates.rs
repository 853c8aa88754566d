//! The grammar of date sets: `2018-10-22`, `2018-10-22..2018-10-26`, `2018-10-22..2018-11-02 tue+thu`.

use crate::{
    diagnostic::{dates::Dates, nearest::nearest},
    domain::dates::{DateSpan, WEEKDAYS, Weekdays},
};
use chrono::NaiveDate;

/// The years in which a campaign may be.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// What is wrong with a text, and with which bytes of it.
pub(super) type Fault = (Dates, std::ops::Range<usize>);

/// The span that one scalar of a date set means.
pub(super) fn span(text: &str) -> Result<DateSpan, Fault> {
    let (dates, days) = match text.find(char::is_whitespace) {
        Some(gap) => (&text[..gap], Some((text[gap..].trim(), text.len() - text[gap..].trim_start().len()))),
        None => (text, None),
    };
    let span = range(dates)?;
    let Some((days, at)) = days else { return Ok(span) };
    if days.starts_with(|first: char| first.is_ascii_digit() || first == '.' || first == '-') {
        return Err((Dates::WordsAfterDates, at..at + days.len()));
    }
    let weekdays = weekdays(days, at)?;
    let span = DateSpan { weekdays, ..span };
    if span.days().next().is_none() {
        return Err((Dates::NoSuchDay, at..at + days.len()));
    }
    Ok(span)
}

fn range(text: &str) -> Result<DateSpan, Fault> {
    let Some((first, last)) = text.split_once("..") else { return date(text, 0).map(DateSpan::day) };
    let begin = date(first, 0)?;
    let end = date(last, first.len() + 2)?;
    if end < begin {
        return Err((Dates::ReversedRange, 0..text.len()));
    }
    Ok(DateSpan { first: begin, last: end, weekdays: Weekdays::ALL })
}

/// One date; `at` is its first byte in the whole text.
pub(super) fn date(text: &str, at: usize) -> Result<NaiveDate, Fault> {
    let here = at..at + text.len();
    if weekdays(text, at).is_ok() {
        return Err((Dates::LoneWeekday, here));
    }
    let mut parts = text.split('-');
    let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err((Dates::BadDate, here));
    };
    let digits = |part: &str, least: usize, most: usize| {
        (least..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !digits(year, 4, 4) || !digits(month, 1, 2) || !digits(day, 1, 2) {
        return Err((Dates::BadDate, here));
    }
    let (Ok(year), Ok(month), Ok(day)) = (year.parse(), month.parse(), day.parse()) else {
        return Err((Dates::BadDate, here));
    };
    let date = NaiveDate::from_ymd_opt(year, month, day).ok_or((Dates::ImpossibleDate, here.clone()))?;
    if YEARS.contains(&year) { Ok(date) } else { Err((Dates::FarDate, here)) }
}

fn weekdays(text: &str, at: usize) -> Result<Weekdays, Fault> {
    let mut days = Vec::new();
    let mut begin = at;
    for word in text.split('+') {
        let trimmed = word.trim().to_ascii_lowercase();
        let known = WEEKDAYS.iter().find(|(name, _)| *name == trimmed);
        let Some((_, day)) = known else {
            let problem = Dates::BadWeekday { similar: meant(word.trim()) };
            return Err((problem, begin..begin + word.len()));
        };
        days.push(*day);
        begin += word.len() + 1;
    }
    Ok(Weekdays::of(days))
}

/// The day of the week that a word probably means.
fn meant(word: &str) -> Option<&'static str> {
    let chinese = ["周", "星期", "礼拜"].into_iter().find_map(|week| word.strip_prefix(week));
    if let Some(day) = chinese {
        let position = ["一", "二", "三", "四", "五", "六", "日"].into_iter().position(|known| known == day);
        return position.or((day == "天").then_some(6)).map(|position| WEEKDAYS[position].0);
    }
    let long = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let near = nearest(word, WEEKDAYS.iter().map(|(name, _)| *name).chain(long))?;
    WEEKDAYS.iter().map(|(name, _)| *name).find(|name| near.starts_with(name))
}

#[cfg(test)]
mod tests {
    use super::span;
    use crate::{diagnostic::dates::Dates, domain::dates::DateSet};

    fn days(text: &str) -> Vec<String> {
        DateSet { spans: vec![span(text).unwrap()] }.days().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn reads_a_day_a_range_and_weekdays() {
        assert_eq!(days("2018-10-22"), ["2018-10-22"]);
        assert_eq!(days("2018-10-31..2018-11-01"), ["2018-10-31", "2018-11-01"]);
        assert_eq!(
            days("2018-10-22..2018-11-02 Tue+thu"),
            ["2018-10-23", "2018-10-25", "2018-10-30", "2018-11-01"]
        );
        assert_eq!(days("2018-1-5"), ["2018-01-05"]);
    }

    #[test]
    fn names_the_very_words_that_are_wrong() {
        let faults = [
            ("2018-02-30", Dates::ImpossibleDate, "2018-02-30"),
            ("2018-10-22..2018-13-01", Dates::ImpossibleDate, "2018-13-01"),
            ("22.10.2018", Dates::BadDate, "22.10.2018"),
            ("2018-10-22..", Dates::BadDate, ""),
            ("2018-11-02..2018-10-22", Dates::ReversedRange, "2018-11-02..2018-10-22"),
            ("2018-10-22..2018-11-02 tue+thr", Dates::BadWeekday { similar: Some("thu") }, "thr"),
            ("2018-10-22..2018-11-02 星期二", Dates::BadWeekday { similar: Some("tue") }, "星期二"),
            ("2018-10-22..2018-11-02 周天", Dates::BadWeekday { similar: Some("sun") }, "周天"),
            ("2018-10-22..2018-11-02 Wednsday", Dates::BadWeekday { similar: Some("wed") }, "Wednsday"),
            ("2018-10-22..2018-11-02 上午", Dates::BadWeekday { similar: None }, "上午"),
            ("thu", Dates::LoneWeekday, "thu"),
            ("2018-10-22..2018-10-23 sun", Dates::NoSuchDay, "sun"),
            ("2018-10-22 2018-10-23", Dates::WordsAfterDates, "2018-10-23"),
            ("0218-10-22", Dates::FarDate, "0218-10-22"),
            ("２０１８-10-22", Dates::BadDate, "２０１８-10-22"),
        ];
        for (text, problem, words) in faults {
            let (found, range) = span(text).unwrap_err();
            assert_eq!((found, &text[range]), (problem, words), "{text}");
        }
    }
}
