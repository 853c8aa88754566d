//! Periods read a second time, on minutes, for verification alone: when somebody is free, and when nobody may come.
//! The models ask [`Periods`] themselves.

use crate::domain::{periods::Periods, time::Hours};
use chrono::{Datelike, NaiveDate};

/// A stretch that a period takes on one day, in minutes.
struct Piece {
    from: i64,
    to: i64,
    /// Whether all that begins in it belongs to it: a whole day, or the evening.
    takes_what_begins: bool,
    is_whole_day: bool,
}

/// Whether whoever is free in these periods can come at these hours of a date: all of them lie in the periods, or they begin on a whole day or
/// in an evening of theirs.
pub fn is_free(periods: &Periods, date: NaiveDate, hours: Hours) -> bool {
    let (begin, end) = minutes(date, hours);
    let pieces = pieces(periods, date);
    let begins_in = |piece: &Piece| piece.takes_what_begins && piece.from <= begin && begin < piece.to;
    let mut left = vec![(begin, end)];
    for piece in &pieces {
        let outside = |(from, to): (i64, i64)| [(from, to.min(piece.from)), (from.max(piece.to), to)];
        left = left.into_iter().flat_map(outside).filter(|(from, to)| from < to).collect();
    }
    left.is_empty() || pieces.iter().any(begins_in)
}

/// Whether these hours of a date begin on a whole day of the periods, or share a minute with hours of theirs.
pub fn is_barred(periods: &Periods, date: NaiveDate, hours: Hours) -> bool {
    let (begin, end) = minutes(date, hours);
    pieces(periods, date).iter().any(|piece| {
        let until = if piece.is_whole_day { begin + 1 } else { end };
        piece.from < until && begin < piece.to
    })
}

/// What the periods take of a day, of the one before and of the one after.
fn pieces(periods: &Periods, date: NaiveDate) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for day in [date.pred_opt(), Some(date), date.succ_opt()].into_iter().flatten() {
        for period in periods.periods.iter().filter(|period| period.days.contains(day)) {
            let (from, to) = period.part.map_or((0, 24 * 60), |part| (part.hours.start(), part.hours.end()));
            pieces.push(Piece {
                from: minute(day, from),
                to: minute(day, to),
                takes_what_begins: period.part.is_none_or(|part| part.is_open),
                is_whole_day: period.part.is_none(),
            });
        }
    }
    pieces
}

fn minutes(date: NaiveDate, hours: Hours) -> (i64, i64) {
    (minute(date, hours.start()), minute(date, hours.end()))
}

fn minute(day: NaiveDate, of_day: u16) -> i64 {
    i64::from(day.num_days_from_ce()) * 1440 + i64::from(of_day)
}

#[cfg(test)]
mod tests {
    use super::{is_barred, is_free};
    use crate::domain::{
        dates::DateSpan,
        periods::{Part, Period, Periods},
        sample::{date, hours},
    };

    /// Parts of 23 October; one that ends at midnight is the evening.
    fn on_23(parts: &[(u16, u16)]) -> Periods {
        let days = DateSpan::day(date(23));
        let part = |&(start, end): &(u16, u16)| Part { hours: hours(start, end), is_open: end == 24 };
        Periods { periods: parts.iter().map(|one| Period { days, part: Some(part(one)) }).collect() }
    }

    fn is_free_at(periods: &Periods, (day, start, end): (u32, u16, u16)) -> bool {
        is_free(periods, date(day), hours(start, end))
    }

    fn is_barred_at(periods: &Periods, (day, start, end): (u32, u16, u16)) -> bool {
        is_barred(periods, date(day), hours(start, end))
    }

    #[test]
    fn is_free_where_all_of_it_lies_in_the_parts_together() {
        assert!(is_free_at(&on_23(&[(0, 12), (12, 18)]), (23, 9, 17)));
        assert!(!is_free_at(&on_23(&[(0, 12), (13, 18)]), (23, 9, 17)));
        assert!(is_free_at(&on_23(&[(18, 24)]), (23, 22, 26)));
        assert!(!is_free_at(&on_23(&[(18, 24)]), (23, 17, 20)));
        assert!(is_free_at(&on_23(&[(22, 30)]), (24, 2, 6)));
    }

    #[test]
    fn is_barred_by_a_minute_of_hours_and_by_the_day_on_which_it_begins() {
        assert!(is_barred_at(&on_23(&[(0, 12)]), (22, 22, 26)));
        assert!(!is_barred_at(&on_23(&[(0, 12)]), (23, 12, 17)));
        let whole = Periods { periods: vec![Period::whole(DateSpan::day(date(23)))] };
        assert!(is_barred_at(&whole, (23, 22, 26)) && !is_barred_at(&whole, (22, 22, 26)));
    }
}
