//! Which day it is where the campaigns are, and whether a campaign is under way.

use crate::domain::{Domain, thursday::Month};
use chrono::{DateTime, Datelike, NaiveDate, TimeDelta};
use std::time::{SystemTime, UNIX_EPOCH};

/// Hours by which clocks in China are ahead of UTC, all the year round.
const AHEAD: i64 = 8;

/// Today in China; `None` where the computer's clock makes no sense.
pub fn today() -> Option<NaiveDate> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    let utc = DateTime::from_timestamp(i64::try_from(seconds).ok()?, 0)?;
    Some((utc + TimeDelta::hours(AHEAD)).date_naive())
}

/// The day, where the campaign has begun before it and is not over: within the season or the Thursday Action.
pub fn while_under_way(domain: &Domain, day: NaiveDate) -> Option<NaiveDate> {
    let season = domain.campaign.season;
    let in_season = season.first < day && day <= season.last;
    let month = Month { year: day.year(), month: day.month() };
    let in_year =
        domain.thursday.as_ref().is_some_and(|action| action.first <= month && month <= action.last);
    (in_season || in_year).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::while_under_way;
    use crate::domain::sample::{date, sample};

    #[test]
    fn keeps_what_was_only_while_the_campaign_is_under_way() {
        let domain = sample();
        assert_eq!(while_under_way(&domain, date(22)), None);
        assert_eq!(while_under_way(&domain, date(23)), Some(date(23)));
        assert_eq!(while_under_way(&domain, date(31)), Some(date(31)));
        assert_eq!(while_under_way(&domain, date(31).succ_opt().unwrap()), None);
    }
}
