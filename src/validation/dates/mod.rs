//! Dates as people write them: one grammar for campaign files and for what is typed.
//!
//! In: the words of one entry, such as `2018-10-22..2018-11-02 tue+thu`, `10月23日、24日` or `周末都可以`, and the season, from which
//! come the year and the month that are left out. Out: the spans that it means, or what is wrong with which of its bytes.

mod filter;
mod marks;

#[cfg(test)]
mod tests;

use crate::{
    diagnostic::{dates::Dates, nearest::nearest},
    domain::dates::{DateSpan, WEEKDAYS, Weekdays},
};
use chrono::{Datelike, NaiveDate, Weekday};
use filter::{Filter, filtered};
use marks::{Mark, Marked, marks};
use std::ops::Range;

/// The years in which a campaign may be.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// What is wrong with a text, and with which bytes of it.
pub type Fault = (Dates, Range<usize>);

/// What the dates of an entry mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The spans, at least one.
    pub spans: Vec<DateSpan>,
    /// Whether a date stands in it, which a weekday in the next entry may be meant to narrow down.
    pub is_dated: bool,
}

/// Reads one entry of a date set; `after_dates` where an entry with dates stands before it in its list.
///
/// # Errors
/// The first [`Fault`].
pub fn read(text: &str, season: Option<DateSpan>, after_dates: bool) -> Result<Read, Fault> {
    let mut reading =
        Reading { text, season, marks: &marks(text), at: 0, before: None, is_dated: after_dates };
    let mut spans = Vec::new();
    loop {
        reading.skip(|mark| matches!(mark, Mark::Comma | Mark::Space));
        if reading.mark().is_none() && !spans.is_empty() {
            return Ok(Read { spans, is_dated: reading.is_dated });
        }
        spans.extend(reading.item()?);
    }
}

/// Reads one day.
///
/// # Errors
/// The first [`Fault`]; so is a second day.
pub fn day(text: &str, season: Option<DateSpan>) -> Result<NaiveDate, Fault> {
    match read(text, season, false)?.spans.as_slice() {
        [DateSpan { first, last, .. }] if first == last => Ok(*first),
        _ => Err((Dates::WordsAfterDates, 0..text.len())),
    }
}

/// A date as far as it is written.
#[derive(Debug, Clone, Copy)]
enum Written {
    Full(u32, u32, u32),
    OfYear(u32, u32),
    OfMonth(u32),
}

struct Reading<'a> {
    text: &'a str,
    season: Option<DateSpan>,
    marks: &'a [Marked],
    at: usize,
    /// The last date, whose month goes on: `12月5日、6日`.
    before: Option<NaiveDate>,
    is_dated: bool,
}

impl Reading<'_> {
    fn mark(&self) -> Option<Mark> {
        self.marks.get(self.at).map(|(mark, _)| *mark)
    }

    fn skip(&mut self, is: fn(Mark) -> bool) {
        while self.mark().is_some_and(is) {
            self.at += 1;
        }
    }

    /// The bytes from a mark to the end of its item.
    fn rest(&self, from: usize) -> Range<usize> {
        let start = self.marks.get(from).map_or(self.text.len(), |(_, range)| range.start);
        let marks = self.marks[from.min(self.marks.len())..].iter();
        let item = marks.take_while(|(mark, _)| !matches!(mark, Mark::Comma | Mark::Space));
        start..item.last().map_or(start, |(_, range)| range.end)
    }

    /// The bytes of the marks that were read since one.
    fn since(&self, from: usize) -> Range<usize> {
        self.marks[from].1.start..self.marks[self.at - 1].1.end
    }

    /// One item of the list.
    fn item(&mut self) -> Result<Vec<DateSpan>, Fault> {
        let from = self.at;
        match self.mark() {
            Some(Mark::All) => {
                self.at += 1;
                self.ends()?;
                self.of_season(from, Filter::Week(Weekdays::ALL))
            }
            Some(Mark::Week(_) | Mark::Weekend | Mark::Workday | Mark::Every) => {
                let filter = self.filter()?;
                self.skip(|mark| matches!(mark, Mark::All | Mark::WholeDay));
                self.ends()?;
                if self.is_dated {
                    return Err((Dates::LoneWeekday, self.since(from)));
                }
                self.of_season(from, filter)
            }
            Some(Mark::Number(..)) => self.dated(),
            Some(Mark::Except) => Err((Dates::Excepted, self.rest(from))),
            Some(Mark::PartOfDay) => Err((Dates::PartOfDay, self.rest(from))),
            _ => Err((Dates::BadDate, self.rest(from))),
        }
    }

    /// A date or a range with what narrows it down.
    fn dated(&mut self) -> Result<Vec<DateSpan>, Fault> {
        let from = self.at;
        let first = self.date(None)?;
        let mut last = first;
        let begun = self.at;
        self.skip(|mark| mark == Mark::Space);
        let is_range = matches!(self.mark(), Some(Mark::To | Mark::Hyphen));
        if is_range {
            self.skip(|mark| matches!(mark, Mark::To | Mark::Hyphen | Mark::Space));
            last = self.date(Some(first))?;
            if last < first {
                return Err((Dates::ReversedRange, self.since(from)));
            }
        } else {
            self.at = begun;
        }
        (self.before, self.is_dated) = (Some(last), true);
        let ended = self.at;
        self.skip(|mark| matches!(mark, Mark::Space | Mark::WholeDay));
        let at = self.at;
        match self.mark() {
            Some(Mark::Week(_) | Mark::Weekend | Mark::Workday | Mark::Every) => {}
            Some(Mark::Word | Mark::PartOfDay) => self.ends()?,
            _ => {
                self.at = ended;
                self.skip(|mark| mark == Mark::WholeDay);
                self.ends()?;
                return Ok(vec![DateSpan { first, last, weekdays: Weekdays::ALL }]);
            }
        }
        let filter = self.filter()?;
        self.ends()?;
        let spans = filtered(first, last, filter);
        match spans.as_slice() {
            [] if !is_range => Err((Dates::OtherWeekday { is: first.weekday() }, self.since(at))),
            [] => Err((Dates::NoSuchDay, self.since(at))),
            _ => Ok(spans),
        }
    }

    /// That an item ends here.
    fn ends(&self) -> Result<(), Fault> {
        match self.mark() {
            None | Some(Mark::Comma | Mark::Space) => Ok(()),
            Some(Mark::PartOfDay) => Err((Dates::PartOfDay, self.rest(self.at))),
            Some(Mark::Except) => Err((Dates::Excepted, self.rest(self.at))),
            Some(_) => Err((self.meant(), self.rest(self.at))),
        }
    }

    /// What words behind a date or a weekday are taken for: Latin ones for a day of the week.
    fn meant(&self) -> Dates {
        let words = &self.text[self.rest(self.at)];
        if words.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            Dates::BadWeekday { similar: similar(words) }
        } else {
            Dates::BadDate
        }
    }

    /// One date; the end of a range takes from its beginning what it leaves out.
    fn date(&mut self, begin: Option<NaiveDate>) -> Result<NaiveDate, Fault> {
        let from = self.at;
        let bad = |reading: &Self| (Dates::BadDate, reading.rest(from));
        let written = self.written(begin.is_some()).ok_or_else(|| bad(self))?;
        let here = self.since(from);
        if self.mark() == Some(Mark::PartOfDay) && matches!(written, Written::OfMonth(_)) {
            return Err((Dates::PartOfDay, self.rest(from)));
        }
        // What goes on without a gap belongs to it: 22.10.2018 is no date at all.
        let follows = matches!(
            self.mark(),
            Some(Mark::Number(..) | Mark::Slash | Mark::Dot | Mark::Year | Mark::Month)
        );
        if follows {
            return Err(bad(self));
        }
        let date = match (written, begin) {
            (Written::Full(year, month, day), _) => {
                let year = i32::try_from(year).unwrap_or(0);
                let date = NaiveDate::from_ymd_opt(year, month, day);
                let date = date.ok_or((Dates::ImpossibleDate, here.clone()))?;
                if YEARS.contains(&year) { Ok(date) } else { Err(Dates::FarDate) }
            }
            (Written::OfYear(month, day), Some(begin)) => {
                after(begin, |date| (date.month(), date.day()) == (month, day))
            }
            (Written::OfMonth(day), Some(begin)) => after(begin, |date| date.day() == day),
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
            [Mark::Number(month, 1..=2), Mark::Month, Mark::Number(day, 1..=2), ..] => {
                (Written::OfYear(*month, *day), 3 + ends_day(3))
            }
            [Mark::Number(month, 1..=2), Mark::Slash | Mark::Dot, Mark::Number(day, 1..=2), ..] => {
                (Written::OfYear(*month, *day), 3)
            }
            [Mark::Number(day, 1..=2), Mark::Day, ..] => (Written::OfMonth(*day), 2),
            [Mark::Number(day, 1..=2), ..] if may_be_bare || self.before.is_some() || self.is_of_days() => {
                (Written::OfMonth(*day), 1)
            }
            _ => return None,
        };
        self.at += length;
        Some(written)
    }

    /// Whether the bare numbers from here on are days: `5、6、12日`.
    fn is_of_days(&self) -> bool {
        let marks = self.marks[self.at..].iter().map(|(mark, _)| *mark);
        let mut rest = marks.skip_while(|mark| {
            matches!(
                mark,
                Mark::Number(_, 1..=2) | Mark::Comma | Mark::Space | Mark::And | Mark::To | Mark::Hyphen
            )
        });
        rest.next() == Some(Mark::Day)
    }

    /// The one day of the season that is meant; that of the month before it where the list goes on with days.
    fn filled_in(&self, written: Written) -> Result<NaiveDate, Dates> {
        let season = self.season.ok_or(Dates::MissingYear)?;
        let years = season.first.year() - 1..=season.last.year() + 1;
        let candidates: Vec<NaiveDate> = match written {
            Written::Full(..) => Vec::new(),
            Written::OfYear(month, day) => {
                years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day)).collect()
            }
            Written::OfMonth(day) => {
                let months = years.flat_map(|year| (1..=12).map(move |month| (year, month)));
                months.filter_map(|(year, month)| NaiveDate::from_ymd_opt(year, month, day)).collect()
            }
        };
        let within = |date: &&NaiveDate| season.first <= **date && **date <= season.last;
        let fitting: Vec<NaiveDate> = candidates.iter().filter(within).copied().collect();
        if let (Written::OfMonth(day), Some(before)) = (written, self.before) {
            let goes_on = before.with_day(day).ok_or(Dates::ImpossibleDate)?;
            if fitting.len() != 1 || fitting.contains(&goes_on) {
                return Ok(goes_on);
            }
        }
        let apart =
            |date: &NaiveDate| (*date - season.last).num_days().max((season.first - *date).num_days());
        match (fitting.as_slice(), written) {
            ([date], _) => Ok(*date),
            ([one, other, ..], _) => Err(Dates::TwoFit { one: *one, other: *other }),
            ([], Written::OfMonth(_)) if !candidates.is_empty() => {
                Err(Dates::OutsideSeason { first: season.first, last: season.last })
            }
            ([], _) => candidates.into_iter().min_by_key(apart).ok_or(Dates::ImpossibleDate),
        }
    }

    /// Days of the week, weekends or days that are worked.
    fn filter(&mut self) -> Result<Filter, Fault> {
        self.skip(|mark| mark == Mark::Every);
        let mut days: Vec<Weekday> = Vec::new();
        loop {
            match self.mark() {
                Some(Mark::Weekend) if days.is_empty() => {
                    self.at += 1;
                    return Ok(Filter::Weekend);
                }
                Some(Mark::Workday) if days.is_empty() => {
                    self.at += 1;
                    return Ok(Filter::Workday);
                }
                Some(Mark::Week(week)) => days.extend(week.days()),
                _ => return Err((self.meant(), self.rest(self.at))),
            }
            self.at += 1;
            let next = self.marks.get(self.at + 1).map(|(mark, _)| *mark);
            match (self.mark(), next) {
                (Some(Mark::To | Mark::Hyphen), Some(Mark::Week(week))) => {
                    days.extend(between(*days.last().unwrap_or(&Weekday::Mon), week.days().next()));
                    self.at += 1;
                }
                (Some(Mark::And), _) | (Some(Mark::Comma), Some(Mark::Week(_))) => self.at += 1,
                _ => return Ok(Filter::Week(Weekdays::of(days))),
            }
        }
    }

    fn of_season(&self, from: usize, filter: Filter) -> Result<Vec<DateSpan>, Fault> {
        let here = self.since(from);
        let DateSpan { first, last, .. } = self.season.ok_or_else(|| (Dates::BadDate, here.clone()))?;
        let spans = filtered(first, last, filter);
        if spans.is_empty() { Err((Dates::NoSuchDay, here)) } else { Ok(spans) }
    }
}

/// The first day that fits, from the beginning of a range on; a range of more than two years is not meant.
fn after(begin: NaiveDate, fits: impl Fn(NaiveDate) -> bool) -> Result<NaiveDate, Dates> {
    begin.iter_days().take(2 * 366).find(|date| fits(*date)).ok_or(Dates::ImpossibleDate)
}

/// The days of the week behind one, up to another.
fn between(first: Weekday, last: Option<Weekday>) -> Vec<Weekday> {
    let mut days = vec![first];
    while last.is_some_and(|last| days.last() != Some(&last)) {
        days.push(days[days.len() - 1].succ());
    }
    days
}

/// The day of the week that a word probably means.
fn similar(word: &str) -> Option<&'static str> {
    let long = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let near = nearest(word, WEEKDAYS.iter().map(|(name, _)| *name).chain(long))?;
    WEEKDAYS.iter().map(|(name, _)| *name).find(|name| near.starts_with(name))
}
