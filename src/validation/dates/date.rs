//! One date, with what it leaves out filled in from the season, from the date before it or from the beginning of its range.

use crate::{
    diagnostic::dates::Dates,
    validation::dates::{Fault, Reading, marks::Mark},
};
use chrono::{Datelike, Months, NaiveDate};

/// The years in which a campaign may be.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// A date as far as it is written.
#[derive(Debug, Clone, Copy)]
enum Written {
    Full(u32, u32, u32),
    OfYear(u32, u32),
    OfMonth(u32),
}

impl Reading<'_> {
    /// One date; the end of a range takes from its beginning what it leaves out.
    pub(super) fn date(&mut self, begin: Option<NaiveDate>, is_listed: bool) -> Result<NaiveDate, Fault> {
        let from = self.at;
        let bad = |reading: &Self| (Dates::BadDate, reading.rest(from));
        if matches!(self.marks.get(from + 1), Some((Mark::Time, _))) {
            return Err((Dates::BadPart, self.rest(from)));
        }
        let may_be_bare = begin.is_some() || self.is_bare && is_listed || self.is_of_days();
        let written = self.written(may_be_bare).ok_or_else(|| bad(self))?;
        let here = self.since(from);
        // What goes on without a gap belongs to it: 22.10.2018 is no date at all.
        let follows = matches!(
            self.mark(),
            Some(Mark::Number(..) | Mark::Slash | Mark::Dot | Mark::Year | Mark::Month)
        );
        if follows {
            return Err(bad(self));
        }
        let date = match (written, begin) {
            (Written::Full(year, month, day), _) => full(year, month, day),
            (Written::OfYear(month, day), Some(begin)) => end_of_year(begin, month, day),
            (Written::OfMonth(day), Some(begin)) => end_of_month(begin, day),
            (written, None) => self.filled_in(written),
        };
        date.map_err(|fault| (fault, here))
    }

    /// A date as far as it is written; nothing where there is none.
    fn written(&mut self, may_be_bare: bool) -> Option<Written> {
        let marks: Vec<Mark> = self.marks[self.at..].iter().map(|(mark, _)| *mark).take(6).collect();
        let ends_day = |at: usize| usize::from(marks.get(at) == Some(&Mark::Day));
        let (written, length) = match marks.as_slice() {
            [
                Mark::Number(year, 4),
                Mark::Year,
                Mark::Number(month, _),
                Mark::Month,
                Mark::Number(day, ..),
                ..,
            ] => (Written::Full(*year, *month, *day), 5 + ends_day(5)),
            [Mark::Number(year, 4), one, Mark::Number(month, 1..=2), other, Mark::Number(day, 1..=2), ..]
                if one == other && matches!(one, Mark::Hyphen | Mark::Slash | Mark::Dot) =>
            {
                (Written::Full(*year, *month, *day), 5)
            }
            [
                Mark::Number(month, 1..=2),
                Mark::Month | Mark::Slash | Mark::Dot,
                Mark::Number(day, 1..=2),
                ..,
            ] => (Written::OfYear(*month, *day), 3 + ends_day(3)),
            [Mark::Number(day, 1..=2), Mark::Day, ..] => (Written::OfMonth(*day), 2),
            [Mark::Number(day, 1..=2), ..] if may_be_bare => (Written::OfMonth(*day), 1),
            _ => return None,
        };
        self.at += length;
        let is_of_month = matches!(marks.get(1), Some(Mark::Month));
        let last = self.marks[self.at - 1].0;
        self.is_bare = last != Mark::Day && (is_of_month || matches!(written, Written::OfMonth(_)));
        Some(written)
    }

    /// Whether the bare numbers from here on are days: `5、6、12日`. A second day that is marked leaves it open whether they
    /// count lines.
    fn is_of_days(&self) -> bool {
        let marks = self.marks[self.at..].iter().map(|(mark, _)| *mark);
        let mut rest = marks.skip_while(|mark| {
            matches!(mark, Mark::Number(_, 1..=2) | Mark::Comma | Mark::And | Mark::To | Mark::Hyphen)
        });
        rest.next() == Some(Mark::Day) && rest.all(|mark| mark != Mark::Day)
    }

    /// The one day of the season that is meant; where the list goes on with days, the next such day.
    fn filled_in(&self, written: Written) -> Result<NaiveDate, Dates> {
        let season = self.season.ok_or(Dates::MissingYear)?;
        let within = |date: &NaiveDate| season.first <= *date && *date <= season.last;
        let years = season.first.year()..=season.last.year();
        let candidates: Vec<NaiveDate> = match (written, self.before) {
            (Written::Full(..), _) => Vec::new(),
            (Written::OfYear(month, day), _) => {
                years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day)).collect()
            }
            (Written::OfMonth(day), Some(before)) if day > before.day() => {
                return before.with_day(day).ok_or(Dates::ImpossibleDate);
            }
            (Written::OfMonth(day), Some(before)) => {
                let next = before.checked_add_months(Months::new(1)).and_then(|next| next.with_day(day));
                before.with_day(day).into_iter().chain(next).collect()
            }
            (Written::OfMonth(day), None) => {
                let months = years.flat_map(|year| (1..=12).map(move |month| (year, month)));
                months.filter_map(|(year, month)| NaiveDate::from_ymd_opt(year, month, day)).collect()
            }
        };
        let fitting: Vec<NaiveDate> = candidates.iter().filter(|date| within(date)).copied().collect();
        match fitting.as_slice() {
            [date] => Ok(*date),
            [one, other, ..] => Err(Dates::TwoFit { one: *one, other: *other }),
            [] if candidates.is_empty() => Err(Dates::ImpossibleDate),
            [] => Err(Dates::OutsideSeason { first: season.first, last: season.last, meant: None }),
        }
    }
}

fn full(year: u32, month: u32, day: u32) -> Result<NaiveDate, Dates> {
    let year = i32::try_from(year).unwrap_or(0);
    let date = NaiveDate::from_ymd_opt(year, month, day).ok_or(Dates::ImpossibleDate)?;
    if YEARS.contains(&year) { Ok(date) } else { Err(Dates::FarDate) }
}

/// The end of a range whose year is left out: that of its beginning, or over new year the next.
fn end_of_year(begin: NaiveDate, month: u32, day: u32) -> Result<NaiveDate, Dates> {
    const HALF_A_YEAR: i64 = 183;
    let in_year = |year| NaiveDate::from_ymd_opt(year, month, day).ok_or(Dates::ImpossibleDate);
    match in_year(begin.year()) {
        Ok(end) if end < begin => match in_year(begin.year() + 1) {
            Ok(next) if (next - begin).num_days() <= HALF_A_YEAR => Ok(next),
            _ => Ok(end),
        },
        end => end,
    }
}

/// The end of a range whose month is left out: that of its beginning, or where the day is past the next.
fn end_of_month(begin: NaiveDate, day: u32) -> Result<NaiveDate, Dates> {
    let months = Months::new(u32::from(day < begin.day()));
    let first = begin.with_day(1).and_then(|first| first.checked_add_months(months));
    first.and_then(|first| first.with_day(day)).ok_or(Dates::ImpossibleDate)
}
