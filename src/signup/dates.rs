//! When somebody can come, by the grammar of campaign files, and what of it only a sheet can leave open.
//!
//! In: the words of a cell and what the spreadsheet takes them for. Out: the words as a campaign file would have them, or why
//! they must be asked.

use crate::{
    diagnostic::dates::Dates,
    domain::{dates::DateSpan, periods::Period},
    signup::values::narrow,
    validation::dates::{self, Listed},
};
use chrono::NaiveDate;

/// When somebody can come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Free {
    /// Nothing is said of it: all season, or as the campaign has it.
    Unsaid,
    /// All season.
    Always,
    /// On no day.
    Never,
    /// As these words say, the entries of one list.
    At(Vec<String>),
}

/// Why words leave it open when somebody can come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unclear {
    /// The grammar does not understand them.
    Fault {
        /// Why.
        problem: Dates,
        /// The words that are wrong.
        words: String,
        /// The days of the season that have the day of the week that is told.
        fitting: Vec<NaiveDate>,
    },
    /// Days that do not lie in the season.
    Outside {
        /// First and last day of the season.
        season: DateSpan,
    },
    /// A number that a spreadsheet may have cut: 10.2 may have been 10.20.
    BareNumber {
        /// The other reading.
        other: String,
    },
}

/// When somebody can come, of a cell in which something stands.
///
/// # Errors
/// Why it must be asked.
pub fn free(words: &str, season: DateSpan) -> Result<Free, Unclear> {
    // Ticked questions are joined by strokes, and line ends separate as commas do.
    let words = narrow(words).replace(['┋', '|'], "、");
    let lines: Vec<&str> = words.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let words = lines.join("、");
    if let Some(other) = cut_number(&words) {
        return Err(Unclear::BareNumber { other });
    }
    let read = dates::read(&words, Some(season), Listed::default());
    let periods = match read {
        Ok(read) => read.periods,
        Err((problem, range)) => {
            let wrong = words.get(range).unwrap_or(&words).to_owned();
            let fitting = fitting(&problem, &wrong, season);
            return Err(Unclear::Fault { problem, words: wrong, fitting });
        }
    };
    if periods.iter().any(|period| is_beyond(period, season)) {
        return Err(Unclear::Outside { season });
    }
    let is_season = |period: &Period| period.part.is_none() && period.days == season;
    Ok(if periods.iter().all(is_season) { Free::Always } else { Free::At(vec![words]) })
}

/// When somebody can come who said yes to the days of these headings.
pub fn free_at(headings: &[String], season: DateSpan) -> Free {
    if headings.is_empty() {
        return Free::Never;
    }
    let mut listed = Listed::default();
    let is_list = headings.iter().all(|words| {
        let read = dates::read(words, Some(season), listed);
        listed = read.as_ref().map_or(listed, |read| read.listed);
        read.is_ok()
    });
    // In one list a bare weekday would narrow down the dates beside it: with the season before it, it stands by itself.
    let by_itself = |words: &String| {
        let alone = format!("{}..{} {words}", season.first, season.last);
        let means =
            |words: &str| dates::read(words, Some(season), Listed::default()).map(|read| read.periods).ok();
        if means(&alone).is_some() && means(&alone) == means(words) { alone } else { words.clone() }
    };
    Free::At(if is_list { headings.to_vec() } else { headings.iter().map(by_itself).collect() })
}

fn is_beyond(period: &Period, season: DateSpan) -> bool {
    period.days.last < season.first || season.last < period.days.first
}

/// The other reading of a number with one figure behind its point: a spreadsheet writes 10.20 as 10.2.
fn cut_number(words: &str) -> Option<String> {
    let (month, day) = words.split_once('.')?;
    let figures = |text: &str, most: usize| {
        (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_cut = figures(month, 2) && figures(day, 1) && ('1'..='3').contains(&day.chars().next()?);
    is_cut.then(|| format!("{words}0"))
}

/// The days of the season that are meant where a date stands beside another day of the week than its own.
fn fitting(problem: &Dates, week: &str, season: DateSpan) -> Vec<NaiveDate> {
    if !matches!(problem, Dates::OtherWeekday { .. }) {
        return Vec::new();
    }
    let read = dates::read(week, Some(season), Listed::default());
    let days = read.map(|read| read.periods.iter().flat_map(|period| period.days.days()).collect());
    days.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Free, Unclear, free, free_at};
    use crate::{
        diagnostic::dates::Dates,
        domain::dates::{DateSpan, Weekdays},
    };
    use chrono::NaiveDate;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 10, day).unwrap()
    }

    fn season() -> DateSpan {
        DateSpan { first: day(19), last: day(30), weekdays: Weekdays::ALL }
    }

    #[test]
    fn writes_down_the_words_that_it_understands() {
        for (words, written) in [
            ("10月20日上午、10月22日全天", "10月20日上午、10月22日全天"),
            ("10月23日┋10月26日", "10月23日、10月26日"),
            ("10月19日\n10月21日", "10月19日、10月21日"),
            ("１０月２０日", "10月20日"),
            ("10.20", "10.20"),
        ] {
            assert_eq!(free(words, season()), Ok(Free::At(vec![written.into()])), "{words}");
        }
        for words in ["都可以", "均可", "2026-10-19..2026-10-30"] {
            assert_eq!(free(words, season()), Ok(Free::Always), "{words}");
        }
    }

    #[test]
    fn asks_where_words_leave_a_doubt() {
        let fault = |words| match free(words, season()) {
            Err(Unclear::Fault { problem, fitting, .. }) => (problem, fitting),
            other => panic!("{words}: {other:?}"),
        };
        assert_eq!(fault("除10月22日外都可以").0, Dates::Excepted);
        let (problem, fitting) = fault("10月22日（周三）");
        assert!(matches!(problem, Dates::OtherWeekday { .. }));
        assert_eq!(fitting, [day(21), day(28)]);
        assert_eq!(fault("看情况").0, Dates::BadDate);
        assert_eq!(free("10.2", season()), Err(Unclear::BareNumber { other: "10.20".into() }));
        assert_eq!(free("2026-11-05", season()), Err(Unclear::Outside { season: season() }));
    }

    #[test]
    fn lists_the_days_of_columns_so_that_each_keeps_its_meaning() {
        let at = |words: &[&str]| Free::At(words.iter().map(|words| (*words).to_owned()).collect());
        let headings =
            |words: &[&str]| words.iter().map(|words| (*words).to_owned()).collect::<Vec<String>>();
        assert_eq!(free_at(&[], season()), Free::Never);
        let parts = ["周二 上午 8:00-9:50", "10月23日 晚上"];
        assert_eq!(free_at(&headings(&parts), season()), at(&parts));
        assert_eq!(
            free_at(&headings(&["10月23日", "周二"]), season()),
            at(&["10月23日", "2026-10-19..2026-10-30 周二"])
        );
    }
}
