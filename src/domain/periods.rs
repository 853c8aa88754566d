//! Days with hours: when somebody can come or cannot, when a unit is closed, what a ban or a wish is meant for.

use crate::domain::{
    dates::{DateSet, DateSpan},
    time::{Hours, Stretch},
};
use chrono::NaiveDate;

/// Some hours of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Part {
    /// From when to when.
    pub hours: Hours,
    /// Whether it is enough that a session begins in it: the evening, which has no end that anybody tells.
    pub is_open: bool,
}

/// Days, the same part of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// The days.
    pub days: DateSpan,
    /// The part; `None` is the whole day.
    pub part: Option<Part>,
}

impl Period {
    /// Whole days.
    pub fn whole(days: DateSpan) -> Self {
        Self { days, part: None }
    }

    /// Some hours of one day.
    pub fn hours(date: NaiveDate, hours: Hours) -> Self {
        Self { days: DateSpan::day(date), part: Some(Part { hours, is_open: false }) }
    }

    /// Whether whoever is free then can come at these hours of a date: a whole day and the evening hold what begins in
    /// them, hours what lies within them.
    pub fn holds(&self, date: NaiveDate, hours: Hours) -> bool {
        let Some(part) = self.part else { return self.days.contains(date) };
        let stretch = hours.on(date);
        let holds = |part: Stretch, is_open: bool| {
            if is_open {
                part.start <= stretch.start && stretch.start < part.end
            } else {
                part.holds(stretch)
            }
        };
        // Hours that go over midnight may hold what begins on the next day.
        let days = [Some(date), date.pred_opt()].into_iter().flatten();
        days.filter(|day| self.days.contains(*day)).any(|day| holds(part.hours.on(day), part.is_open))
    }

    /// Whether nobody can come at these hours of a date: a whole day bars what begins in it, hours what overlaps them.
    pub fn bars(&self, date: NaiveDate, hours: Hours) -> bool {
        let Some(part) = self.part else { return self.days.contains(date) };
        let days = [date.pred_opt(), Some(date), date.succ_opt()].into_iter().flatten();
        let stretch = hours.on(date);
        days.filter(|day| self.days.contains(*day)).any(|day| part.hours.on(day).overlaps(stretch))
    }
}

/// A union of periods; they may overlap.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub struct Periods {
    /// As written.
    pub periods: Vec<Period>,
}

impl Periods {
    /// Whether whoever is free then can come at these hours of a date: one of the periods holds them, or several that
    /// follow on each other do, as morning and afternoon.
    pub fn holds(&self, date: NaiveDate, hours: Hours) -> bool {
        self.periods.iter().any(|period| period.holds(date, hours))
            || self.periods.len() > 1 && self.covers(date, hours.on(date))
    }

    /// Whether a stretch that begins on a date lies within the periods together.
    fn covers(&self, date: NaiveDate, stretch: Stretch) -> bool {
        let days = || [date.pred_opt(), Some(date), date.succ_opt()].into_iter().flatten();
        let mut parts: Vec<Stretch> = self
            .periods
            .iter()
            .flat_map(|period| {
                let hours = period.part.map_or(Hours::DAY, |part| part.hours);
                days().filter(|day| period.days.contains(*day)).map(move |day| hours.on(day))
            })
            .collect();
        parts.sort_unstable();
        let reached = parts.into_iter().fold(stretch.start, |reached, part| {
            if part.start <= reached { reached.max(part.end) } else { reached }
        });
        stretch.end <= reached
    }

    /// The first hours written that these hours of a date overlap, where they do not lie within the periods.
    pub fn crossed_by(&self, date: NaiveDate, hours: Hours) -> Option<Hours> {
        let crossed = || self.periods.iter().filter(|period| period.bars(date, hours));
        if self.holds(date, hours) { None } else { crossed().find_map(|period| Some(period.part?.hours)) }
    }

    /// Whether nobody can come at these hours of a date.
    pub fn bars(&self, date: NaiveDate, hours: Hours) -> bool {
        self.periods.iter().any(|period| period.bars(date, hours))
    }
}

impl From<DateSet> for Periods {
    fn from(days: DateSet) -> Self {
        Self { periods: days.spans.into_iter().map(Period::whole).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, Period, Periods};
    use crate::domain::{dates::DateSpan, time::Hours};
    use chrono::NaiveDate;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2018, 10, day).unwrap()
    }

    fn hours(start: u16, end: u16) -> Hours {
        Hours::new(60 * start, 60 * end).unwrap()
    }

    fn on_23(part: Option<(u16, u16, bool)>) -> Period {
        let part = part.map(|(start, end, is_open)| Part { hours: hours(start, end), is_open });
        Period { days: DateSpan::day(day(23)), part }
    }

    #[test]
    fn holds_what_begins_on_a_whole_day_or_in_the_evening_and_what_lies_within_hours() {
        let night = hours(22, 26);
        for part in [None, Some((18, 24, true))] {
            assert!(on_23(part).holds(day(23), night));
            assert!(!on_23(part).holds(day(22), night));
        }
        let morning = on_23(Some((0, 12, false)));
        assert!(morning.holds(day(23), hours(9, 12)));
        assert!(!morning.holds(day(23), hours(9, 13)));
        assert!(!morning.holds(day(24), hours(9, 12)));
        let watch = on_23(Some((22, 30, false)));
        assert!(watch.holds(day(23), night) && watch.holds(day(24), hours(2, 6)));
        assert!(!watch.holds(day(23), hours(2, 6)));
    }

    #[test]
    fn holds_what_lies_within_periods_that_follow_on_each_other() {
        let part = |start, end| on_23(Some((start, end, end == 24)));
        let of = |parts: &[Period]| Periods { periods: parts.to_vec() };
        let day = hours(9, 17);
        assert!(of(&[part(0, 12), part(12, 18)]).holds(self::day(23), day));
        assert!(of(&[part(12, 18), part(0, 12)]).holds(self::day(23), day));
        assert!(!of(&[part(0, 12), part(13, 18)]).holds(self::day(23), day));
        assert!(of(&[part(12, 18), part(18, 24)]).holds(self::day(23), hours(16, 20)));
        assert!(!of(&[part(0, 12), part(18, 24)]).holds(self::day(23), day));
        assert!(!of(&[part(0, 12), part(12, 18)]).holds(self::day(24), day));
    }

    #[test]
    fn is_crossed_by_what_overlaps_hours_and_does_not_lie_within_them() {
        let of = |part| Periods { periods: vec![on_23(part)] };
        let evening = of(Some((18, 24, true)));
        assert_eq!(evening.crossed_by(day(23), hours(17, 20)), Some(hours(18, 24)));
        assert_eq!(evening.crossed_by(day(23), hours(22, 26)), None);
        assert_eq!(evening.crossed_by(day(23), hours(9, 11)), None);
        assert_eq!(of(None).crossed_by(day(22), hours(22, 26)), None);
    }

    #[test]
    fn bars_what_begins_on_a_whole_day_and_what_overlaps_hours() {
        let night = hours(22, 26);
        assert!(on_23(None).bars(day(23), night) && !on_23(None).bars(day(22), night));
        let morning = on_23(Some((0, 12, false)));
        assert!(morning.bars(day(22), night), "it is not over at midnight");
        assert!(!morning.bars(day(23), hours(12, 17)));
        assert!(morning.bars(day(23), hours(11, 13)));
        assert!(on_23(Some((22, 26, false))).bars(day(24), hours(1, 3)));
    }
}
