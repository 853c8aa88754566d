//! Hours, days and periods as they are written, put into what they mean.

use crate::{
    campaign::written::{OneOrMore, Text},
    diagnostic::{Diagnostic, dates::Dates, request::Request, value::Value},
    domain::{
        dates::{DateSet, DateSpan},
        periods::{Part, Period, Periods},
        time::Hours,
    },
    validation::{
        check::Check,
        dates::{self, Listed},
        values,
    },
};

/// A shift over midnight that lasts longer is told: perhaps its two times are exchanged.
const MOST_USUAL_MINUTES: u16 = 12 * 60;

impl Check {
    /// Hours of one day.
    pub(super) fn hours_of_day(&mut self, text: Option<&Text>, default: Hours) -> Hours {
        text.and_then(|text| self.value(text, values::hours_of_day)).unwrap_or(default)
    }

    /// From when to when a post is visited, perhaps over midnight.
    pub(super) fn hours(&mut self, text: Option<&Text>, default: Hours) -> Hours {
        let Some(text) = text else { return default };
        let hours = self.value(text, values::hours);
        if let Some(hours) = hours.filter(|hours| hours.is_over_midnight())
            && hours.end() - hours.start() > MOST_USUAL_MINUTES
        {
            self.report(
                text.place,
                Request::LongShift {
                    hours: hours.to_string(),
                    lasting: (hours.end() - hours.start() + 30) / 60,
                },
            );
        }
        hours.unwrap_or(default)
    }

    /// The shifts of a post, ascending.
    pub(super) fn shifts(&mut self, written: Option<&OneOrMore>, default: Hours) -> Vec<Hours> {
        let mut shifts: Vec<Hours> = Vec::new();
        if let Some(list) = written.filter(|list| list.0.value.is_empty()) {
            self.report(list.0.place, Value::EmptyText);
        }
        for text in written.iter().flat_map(|list| split(&list.0.value)) {
            let before = self.diagnostics.len();
            let hours = self.hours(Some(&text), default);
            let is_wrong = self.diagnostics[before..].iter().any(Diagnostic::is_error);
            if is_wrong {
                continue;
            }
            if shifts.contains(&hours) {
                self.report(text.place, Request::ShiftTwice { hours: hours.to_string() });
            } else {
                shifts.push(hours);
            }
        }
        shifts.sort_unstable();
        if shifts.is_empty() { vec![default] } else { shifts }
    }

    /// What each entry of a date set means, beside the entry; those in which something is wrong are left out.
    pub(super) fn periods<'t>(
        &mut self,
        dates: &'t OneOrMore,
        season: Option<DateSpan>,
    ) -> Vec<(&'t Text, Vec<Period>)> {
        let is_list = dates.0.value.iter().any(|text| text.place != dates.0.place);
        let mut read = Vec::new();
        let mut listed = Listed::default();
        for text in &dates.0.value {
            // Between the entries of a list a full-width comma is a slip; in a text alone it separates dates.
            if is_list && text.is_plain() && text.words().contains('，') && self.report_full_width(text) {
                continue;
            }
            match dates::read(text.words(), season, listed) {
                Ok(found) => {
                    listed = found.listed;
                    read.push((text, found.periods));
                }
                // The season is wrong, and that was said.
                Err((Dates::MissingYear, _)) => {}
                Err((problem, range)) => self.report(text.part(range.start, range.end), problem),
            }
        }
        read
    }

    /// The same where whole days are meant.
    pub(super) fn spans<'t>(
        &mut self,
        dates: &'t OneOrMore,
        season: Option<DateSpan>,
    ) -> Vec<(&'t Text, Vec<DateSpan>)> {
        let read = self.periods(dates, season);
        for (text, _) in read.iter().filter(|(_, periods)| periods.iter().any(|one| one.part.is_some())) {
            self.report(text.place, Dates::PartOfDay);
        }
        let days = |periods: Vec<Period>| periods.into_iter().map(|period| period.days).collect();
        read.into_iter().map(|(text, periods)| (text, days(periods))).collect()
    }

    /// One stretch of days that is written in full.
    pub(super) fn range(&mut self, text: &Text) -> Option<DateSpan> {
        let fault = match dates::whole_days(text.words(), None, Listed::default()) {
            Ok((spans, _)) => match spans.as_slice() {
                [span] => return Some(*span),
                _ => (Dates::WordsAfterDates, 0..text.words().len()),
            },
            Err(fault) => fault,
        };
        self.report(text.part(fault.1.start, fault.1.end), fault.0);
        None
    }

    /// One day, perhaps with a part of it.
    pub(super) fn day_with_part(&mut self, text: &Text) -> Option<(chrono::NaiveDate, Option<Part>)> {
        let read = dates::read(text.words(), self.season, Listed::default());
        match read.as_ref().map(|read| read.periods.as_slice()) {
            Ok(&[Period { days: DateSpan { first, last, .. }, part }]) if first == last => {
                Some((first, part))
            }
            _ => self.date(text).map(|date| (date, None)),
        }
    }

    /// One day without anything else.
    pub(super) fn date(&mut self, text: &Text) -> Option<chrono::NaiveDate> {
        match dates::day(text.words(), self.season) {
            Ok(date) => Some(date),
            // The season is wrong, and that was said.
            Err((Dates::MissingYear, _)) => None,
            Err((problem, range)) => {
                self.report(text.part(range.start, range.end), problem);
                None
            }
        }
    }

    /// Days of the season; entries that lie outside of it are told.
    pub(super) fn dates(&mut self, dates: &OneOrMore) -> Periods {
        let read = self.periods(dates, self.season);
        if let Some(season @ DateSpan { first, last, .. }) = self.season {
            let is_beyond = |one: &&Period| one.days.last < first || last < one.days.first;
            for (text, periods) in &read {
                let Some(beyond) = periods.iter().find(is_beyond) else { continue };
                let meant = season.same_day(beyond.days.first);
                self.report(text.place, Dates::BeyondSeason { first, last, meant });
            }
        }
        Periods { periods: read.into_iter().flat_map(|(_, periods)| periods).collect() }
    }

    /// Certain days, certain hours of every day of the season, or certain hours of certain days; `None` where neither is said.
    pub(super) fn when(&mut self, dates: Option<&OneOrMore>, hours: Option<&Text>) -> Option<Periods> {
        let days = dates.map(|dates| self.dates(dates));
        let Some(text) = hours else { return days };
        let hours = self.value(text, values::hours)?;
        let every_day = || self.season.map(Period::whole).into_iter().collect();
        let mut periods = days.map_or_else(every_day, |days| days.periods);
        if periods.iter().any(|period| period.part.is_some()) {
            self.report(text.place, Dates::PartOfDay);
        }
        for period in &mut periods {
            period.part = Some(Part { hours, is_open: false });
        }
        Some(Periods { periods })
    }

    /// When a post is not offered.
    pub(super) fn closed(&mut self, dates: Option<&OneOrMore>) -> Periods {
        dates.map(|dates| self.dates(dates)).unwrap_or_default()
    }

    /// Whole days of the season and the period of the Thursday Action on which no event is held.
    pub(super) fn skipped(&mut self, dates: Option<&OneOrMore>) -> DateSet {
        let read = dates.map(|dates| self.spans(dates, self.period)).unwrap_or_default();
        DateSet { spans: read.into_iter().flat_map(|(_, spans)| spans).collect() }
    }

    /// When nothing is, in the season and the period of the Thursday Action.
    pub(super) fn days_off(&mut self, dates: Option<&OneOrMore>) -> Periods {
        let read = dates.map(|dates| self.periods(dates, self.period)).unwrap_or_default();
        Periods { periods: read.into_iter().flat_map(|(_, periods)| periods).collect() }
    }
}

/// The entries of a list, those of a text that separates several by commas each by itself.
fn split(texts: &[Text]) -> Vec<Text> {
    let parts = |text: &Text| -> Vec<Text> {
        let words = text.words();
        let mut start = 0;
        let part = |part: &str| {
            let place = text.part(start, start + part.len());
            let comma = words[start + part.len()..].chars().next().map_or(0, char::len_utf8);
            start += part.len() + comma;
            Text { value: part.to_owned(), place }
        };
        words.split(['、', '，', ',', '；', ';']).map(part).collect()
    };
    texts.iter().flat_map(parts).collect()
}
