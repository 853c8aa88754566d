//! Dates as people write them: one grammar for campaign files and for what is typed.
//!
//! In: the words of one entry, such as `2018-10-22..2018-11-02 tue+thu`, `10月23日、24日` or `周末都可以`, and the season, from which
//! come the year and the month that are left out. Out: the spans that it means, or what is wrong with which of its bytes.

mod date;
mod filter;
mod marks;
mod part;

#[cfg(test)]
mod tests;

use crate::{
    diagnostic::{dates::Dates, nearest::nearest},
    domain::{
        dates::{DateSet, DateSpan, WEEKDAYS, Weekdays},
        periods::Period,
    },
};
use chrono::{Datelike, NaiveDate, Weekday};
use filter::{Filter, filtered};
use marks::{Mark, Marked, marks};
use std::ops::Range;

/// What is wrong with a text, and with which bytes of it.
pub type Fault = (Dates, Range<usize>);

/// What the dates of an entry mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The days with their hours, at least one.
    pub periods: Vec<Period>,
    /// What stands in the list so far.
    pub listed: Listed,
}

/// What stands before an entry in its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Listed {
    /// Dates.
    dates: bool,
    /// Days of the week without dates, which may be meant to narrow dates down.
    weekdays: bool,
    /// The whole season.
    all: bool,
}

/// Reads one entry of a date set behind what its list has already.
///
/// # Errors
/// The first [`Fault`].
pub fn read(text: &str, season: Option<DateSpan>, listed: Listed) -> Result<Read, Fault> {
    let marks = marks(text);
    let mut reading = Reading {
        text,
        season,
        marks: &marks,
        at: 0,
        before: None,
        is_bare: false,
        unfiltered: 0,
        is_whole: false,
        listed,
    };
    let mut periods: Vec<Period> = Vec::new();
    let mut has_bare_days = false;
    let mut last: Vec<DateSpan> = Vec::new();
    loop {
        let from = reading.at;
        reading.skip(|mark| matches!(mark, Mark::Comma | Mark::And | Mark::Space));
        if reading.mark().is_none() && !periods.is_empty() {
            return Ok(Read { periods, listed: reading.listed });
        }
        let is_listed =
            periods.is_empty() || marks[from..reading.at].iter().any(|(mark, _)| *mark != Mark::Space);
        let at = reading.at;
        // Behind the morning of some days the afternoon is that of the same days.
        let goes_on = reading.is_part() && periods.last().is_some_and(|period| period.part.is_some());
        if !goes_on {
            reading.is_whole = false;
            last = reading.item(is_listed, periods.is_empty())?;
        }
        let part = reading.part()?;
        // Whether it is meant for the days before too, nobody can tell.
        if part.is_some() && has_bare_days {
            return Err((Dates::PartOfLast, reading.since(at)));
        }
        has_bare_days |= part.is_none() && !reading.is_whole;
        periods.extend(last.iter().map(|&days| Period { days, part }));
    }
}

/// Whole days that are meant, with no part of a day.
///
/// # Errors
/// The first [`Fault`]; so is a part of a day.
pub fn whole_days(
    text: &str,
    season: Option<DateSpan>,
    listed: Listed,
) -> Result<(Vec<DateSpan>, Listed), Fault> {
    let read = read(text, season, listed)?;
    let days: Vec<DateSpan> =
        read.periods.iter().filter(|period| period.part.is_none()).map(|period| period.days).collect();
    if days.len() == read.periods.len() {
        Ok((days, read.listed))
    } else {
        Err((Dates::PartOfDay, 0..text.len()))
    }
}

/// Reads one day.
///
/// # Errors
/// The first [`Fault`]; so is a second day.
pub fn day(text: &str, season: Option<DateSpan>) -> Result<NaiveDate, Fault> {
    let days = DateSet { spans: whole_days(text, season, Listed::default())?.0 }.days();
    match days.as_slice() {
        [day] => Ok(*day),
        _ => Err((Dates::WordsAfterDates, 0..text.len())),
    }
}

/// Whether an entry goes by the State Council's calendar: days that are worked, weekends that are not.
pub fn goes_by_calendar(text: &str) -> bool {
    marks(text).iter().any(|(mark, _)| matches!(mark, Mark::Workday | Mark::Weekend))
}

struct Reading<'a> {
    text: &'a str,
    season: Option<DateSpan>,
    marks: &'a [Marked],
    at: usize,
    /// The last date, whose month goes on: `12月5日、6日`.
    before: Option<NaiveDate>,
    /// Whether it ended in a bare number, after which bare numbers go on: `12月5、6、12日`.
    is_bare: bool,
    /// How many items have dates that no weekday narrows down.
    unfiltered: usize,
    /// Whether the item says that its days are meant as a whole: `10月22日全天`.
    is_whole: bool,
    listed: Listed,
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

    /// The mark behind blanks.
    fn beyond_blanks(&self) -> Option<Mark> {
        self.marks[self.at..].iter().map(|(mark, _)| *mark).find(|mark| *mark != Mark::Space)
    }

    /// Skips blanks where such a mark follows on them; whether it does.
    fn reaches(&mut self, is: fn(Mark) -> bool) -> bool {
        let reaches = self.beyond_blanks().is_some_and(is);
        if reaches {
            self.skip(|mark| mark == Mark::Space);
        }
        reaches
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

    /// One item of the list; whether a comma stands before it, and whether nothing does.
    fn item(&mut self, is_listed: bool, is_first: bool) -> Result<Vec<DateSpan>, Fault> {
        let from = self.at;
        if self.listed.all && self.mark() != Some(Mark::Except) {
            return Err((Dates::BadDate, self.rest(from)));
        }
        match self.mark() {
            // Behind days it says that all of those will do.
            Some(Mark::All) => {
                self.skip(|mark| mark == Mark::All);
                self.ends()?;
                if !is_first {
                    return Ok(Vec::new());
                }
                if self.listed != Listed::default() {
                    return Err((Dates::BadDate, self.since(from)));
                }
                self.listed.all = true;
                self.of_season(from, Filter::Week(Weekdays::ALL))
            }
            Some(Mark::Week(_) | Mark::Weekend | Mark::Workday | Mark::Every) => {
                let filter = self.filter()?;
                let here = self.since(from);
                self.whole()?;
                // With a part of the day it narrows nothing down.
                if self.listed.dates && !self.is_part() {
                    return Err((Dates::LoneWeekday, here));
                }
                self.listed.weekdays = !self.is_part();
                self.of_season(from, filter)
            }
            Some(Mark::Number(..)) => self.dated(is_listed),
            Some(Mark::Except) => Err((Dates::Excepted, self.rest(from))),
            // A part of the day alone is that of every day of the season.
            Some(Mark::Part(_) | Mark::Hours(_)) if is_first && self.listed == Listed::default() => {
                self.listed.all = true;
                let season = self.season.ok_or_else(|| (Dates::MissingYear, self.rest(from)))?;
                Ok(vec![season])
            }
            Some(Mark::Part(_) | Mark::Hours(_) | Mark::Time) => Err((Dates::BadPart, self.rest(from))),
            _ => Err((Dates::BadDate, self.rest(from))),
        }
    }

    /// A date or a range with what narrows it down.
    fn dated(&mut self, is_listed: bool) -> Result<Vec<DateSpan>, Fault> {
        let from = self.at;
        let before = self.before;
        let is_dotted = matches!(self.marks.get(from + 1), Some((Mark::Dot, _)));
        let first = self.date(None, is_listed)?;
        let begins_bare = self.is_bare;
        let mut last = first;
        let is_checked = self.checked(first)?;
        let has_blank = self.mark() == Some(Mark::Space);
        let is_range = self.reaches(|mark| matches!(mark, Mark::To | Mark::Hyphen));
        if is_range {
            let is_hyphen = self.mark() == Some(Mark::Hyphen);
            self.skip(|mark| matches!(mark, Mark::To | Mark::Hyphen));
            // A hyphen that begins a word is no range, and neither is 10-24 among dates, nor 9.30-11.30 behind one.
            let is_stray = is_hyphen && has_blank && self.mark() != Some(Mark::Space);
            self.skip(|mark| mark == Mark::Space);
            last = self.date(Some(first), true)?;
            let is_time = is_dotted && before.is_some_and(|before| !is_listed || first < before);
            if is_stray || is_time || begins_bare && self.is_bare {
                return Err((Dates::BadDate, self.since(from)));
            }
            if last < first {
                return Err((Dates::ReversedRange, self.since(from)));
            }
        }
        if self.listed.weekdays {
            return Err((Dates::LoneWeekday, self.since(from)));
        }
        (self.before, self.listed.dates) = (Some(last), true);
        if !self.reaches(|mark| matches!(mark, Mark::Week(_) | Mark::Weekend | Mark::Workday | Mark::Every)) {
            if self.reaches(|mark| matches!(mark, Mark::Word | Mark::Time)) {
                self.ends()?;
            }
            self.whole()?;
            self.unfiltered += 1;
            return Ok(vec![DateSpan { first, last, weekdays: Weekdays::ALL }]);
        }
        let at = self.at;
        let filter = self.filter()?;
        let here = self.since(at);
        self.whole()?;
        if is_range && is_checked {
            // Each end has its own day of the week.
            let is = last.weekday();
            let holds = matches!(filter, Filter::Week(week) if week.length() == 1 && week.contains(is));
            let span = DateSpan { first, last, weekdays: Weekdays::ALL };
            return if holds { Ok(vec![span]) } else { Err((Dates::OtherWeekday { is }, here)) };
        }
        // Which of several dates it narrows down, or which of several weekdays a date is, nobody can tell.
        let is_several = matches!(filter, Filter::Week(weekdays) if weekdays.length() > 1);
        if is_range && self.unfiltered > 0 || !is_range && is_several {
            return Err((Dates::LoneWeekday, here));
        }
        let spans = filtered(first, last, filter, self.season);
        match spans.as_slice() {
            [] if !is_range => Err((Dates::OtherWeekday { is: first.weekday() }, here)),
            [] => Err((Dates::NoSuchDay, here)),
            _ => Ok(spans),
        }
    }

    /// Whether the day of the week of a date that a range begins with is told: `10月22日（周一）至26日`.
    fn checked(&mut self, date: NaiveDate) -> Result<bool, Fault> {
        let begun = self.at;
        if self.reaches(|mark| matches!(mark, Mark::Week(_)))
            && let Some(Mark::Week(week)) = self.mark()
        {
            let at = self.at;
            self.at += 1;
            if self.beyond_blanks().is_some_and(|mark| matches!(mark, Mark::To | Mark::Hyphen))
                && !matches!(self.marks.get(self.at + 1), Some((Mark::Week(_), _)))
            {
                let holds = week.length() == 1 && week.contains(date.weekday());
                let is = date.weekday();
                return if holds { Ok(true) } else { Err((Dates::OtherWeekday { is }, self.since(at))) };
            }
        }
        self.at = begun;
        Ok(false)
    }

    /// That an item ends here, behind words that say it is meant as a whole.
    fn whole(&mut self) -> Result<(), Fault> {
        while self.reaches(|mark| matches!(mark, Mark::WholeDay | Mark::All)) {
            self.is_whole |= self.mark() == Some(Mark::WholeDay);
            self.at += 1;
        }
        self.ends()
    }

    /// That an item ends here.
    fn ends(&self) -> Result<(), Fault> {
        match self.mark() {
            None | Some(Mark::Comma | Mark::Space | Mark::And | Mark::Part(_) | Mark::Hours(_)) => Ok(()),
            Some(Mark::Time) => Err((Dates::BadPart, self.rest(self.at))),
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

    /// Days of the week, weekends or days that are worked.
    fn filter(&mut self) -> Result<Filter, Fault> {
        self.skip(|mark| mark == Mark::Every);
        let whole = match self.mark() {
            Some(Mark::Weekend) => Some(Filter::Weekend),
            Some(Mark::Workday) => Some(Filter::Workday),
            _ => None,
        };
        if let Some(filter) = whole {
            self.at += 1;
            return Ok(filter);
        }
        let mut days: Vec<Weekday> = Vec::new();
        loop {
            let Some(Mark::Week(week)) = self.mark() else { return Err((self.meant(), self.rest(self.at))) };
            days.extend(week.days());
            self.at += 1;
            let ended = self.at;
            let is_range = self.reaches(|mark| matches!(mark, Mark::To | Mark::Hyphen));
            if is_range || self.reaches(|mark| matches!(mark, Mark::And | Mark::Comma)) {
                let is_and = self.mark() == Some(Mark::And);
                self.at += 1;
                let goes_on = self.reaches(|mark| matches!(mark, Mark::Week(_)));
                if let (true, true, Some(Mark::Week(week))) = (is_range, goes_on, self.mark()) {
                    days.extend(between(*days.last().unwrap_or(&Weekday::Mon), week.days().next()));
                }
                if goes_on || is_and {
                    continue;
                }
            } else if self.reaches(|mark| matches!(mark, Mark::Week(_))) {
                continue;
            }
            self.at = ended;
            return Ok(Filter::Week(Weekdays::of(days)));
        }
    }

    fn of_season(&self, from: usize, filter: Filter) -> Result<Vec<DateSpan>, Fault> {
        let here = self.since(from);
        let season = self.season.ok_or_else(|| (Dates::MissingYear, here.clone()))?;
        let spans = filtered(season.first, season.last, filter, None);
        if spans.is_empty() { Err((Dates::NoSuchDay, here)) } else { Ok(spans) }
    }
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
