//! When somebody signed up: a day as people write it, and a time behind it or none, `2018-09-20 09:31`.

use crate::{
    campaign::{range::narrow, schema},
    diagnostic::dates::Dates,
    domain::dates::DateSpan,
    validation::{
        check::Check,
        dates::{self, Fault},
    },
};
use chrono::{NaiveDateTime, NaiveTime};

/// When somebody signed up, as far as that is written.
pub(super) fn signed_up(written: &schema::Ambassador, check: &mut Check) -> Option<NaiveDateTime> {
    let text = written.signed_up.as_ref()?;
    match moment(text.words(), check.season) {
        Ok(moment) => Some(moment),
        // The season is wrong, and that was said.
        Err((Dates::MissingYear, _)) if check.season.is_none() => None,
        Err((problem, range)) => {
            check.report(text.part(range.start, range.end), problem);
            None
        }
    }
}

/// When a form was sent. Without a time it is midnight, with which the day begins.
///
/// # Errors
/// The first [`Fault`].
pub fn moment(text: &str, season: Option<DateSpan>) -> Result<NaiveDateTime, Fault> {
    let is_of_time = |letter: char| letter.is_numeric() || matches!(letter, ':' | '：');
    let from = text.trim_end_matches(is_of_time).len();
    let time = narrow(&text[from..]);
    if !time.contains(':') {
        return dates::day(text, season).map(|day| day.and_time(NaiveTime::MIN));
    }
    let time = time_of_day(&time).ok_or((Dates::BadTime, from..text.len()))?;
    dates::day(text[..from].trim_end(), season).map(|day| day.and_time(time))
}

/// `09:31` or `09:31:05`.
fn time_of_day(text: &str) -> Option<NaiveTime> {
    let parts: Vec<&str> = text.split(':').collect();
    let is_whole = |(position, part): (usize, &&str)| part.len() == 2 || position == 0 && part.len() == 1;
    if !parts.iter().enumerate().all(is_whole) {
        return None;
    }
    let numbers: Option<Vec<u32>> = parts.iter().map(|part| part.parse().ok()).collect();
    match numbers?.as_slice() {
        [hour, minute] => NaiveTime::from_hms_opt(*hour, *minute, 0),
        [hour, minute, second] => NaiveTime::from_hms_opt(*hour, *minute, *second),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::moment;
    use crate::{
        diagnostic::dates::Dates,
        domain::dates::{DateSpan, Weekdays},
    };
    use chrono::NaiveDate;

    fn read(text: &str) -> Result<String, Dates> {
        let day = |month, day| NaiveDate::from_ymd_opt(2018, month, day).expect("a day");
        let season = DateSpan { first: day(9, 15), last: day(11, 2), weekdays: Weekdays::ALL };
        moment(text, Some(season)).map(|moment| moment.to_string()).map_err(|(problem, _)| problem)
    }

    #[test]
    fn takes_a_day_as_people_write_it_with_a_time_or_without() {
        for (text, meant) in [
            ("2018-08-20 09:31", "2018-08-20 09:31:00"),
            ("2018/8/20 9:31:05", "2018-08-20 09:31:05"),
            ("2018年8月20日09：31", "2018-08-20 09:31:00"),
            ("2018.8.20  ２３:59", "2018-08-20 23:59:00"),
            ("9月20日 00:00", "2018-09-20 00:00:00"),
            ("2018-08-20", "2018-08-20 00:00:00"),
            ("9/20", "2018-09-20 00:00:00"),
        ] {
            assert_eq!(read(text).as_deref(), Ok(meant), "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_time_of_a_day_and_what_is_not_one_day() {
        for text in ["2018-08-20 24:00", "2018-08-20 9:3", "2018-08-20 09:31:05:00", "2018-08-20 :31"] {
            assert_eq!(read(text), Err(Dates::BadTime), "{text}");
        }
        assert_eq!(read("09:31"), Err(Dates::BadDate));
        assert_eq!(read("2018-08-20 上午"), Err(Dates::PartOfDay));
        assert_eq!(read("2018-08-20..2018-08-21 09:31"), Err(Dates::WordsAfterDates));
        let outside = read("8月20日 09:31");
        assert!(matches!(outside, Err(Dates::OutsideSeason { .. })), "{outside:?}");
    }
}
