//! What time it is where the campaigns are, and whether a campaign is under way.

use crate::domain::{Domain, thursday::Month};
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Weekday};
use std::time::{SystemTime, UNIX_EPOCH};

/// Hours by which clocks in China are ahead of UTC, all the year round.
const AHEAD: i64 = 8;

/// From when on a plan may change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Everything before this day stays.
    pub day: NaiveDate,
    /// What began on it before this time stays too.
    pub minute: Option<NaiveTime>,
}

impl Moment {
    /// The time in minutes since midnight.
    pub fn begun_by(self) -> Option<u16> {
        self.minute.and_then(|time| u16::try_from(time.hour() * 60 + time.minute()).ok())
    }
}

/// The time in China; `None` where the computer's clock makes no sense.
pub fn now() -> Option<NaiveDateTime> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    let utc = DateTime::from_timestamp(i64::try_from(seconds).ok()?, 0)?;
    Some((utc + TimeDelta::hours(AHEAD)).naive_utc())
}

/// Today in China, in the same way.
pub fn today() -> Option<NaiveDate> {
    now().map(|now| now.date())
}

/// The last day of which a campaign says anything: of its season, its lecture, or its Thursday Action.
pub fn last_day(domain: &Domain) -> NaiveDate {
    let lecture = domain.campaign.lecture.as_ref().and_then(|lecture| lecture.date);
    lecture.into_iter().fold(domain.last_day(), NaiveDate::max)
}

/// The moment, where something of the campaign lies before it and it is not over: in the season or the Thursday Action. The
/// time counts where something began that day before it.
pub fn while_under_way(domain: &Domain, now: NaiveDateTime) -> Option<Moment> {
    let day = now.date();
    let season = domain.campaign.season;
    let month = Month { year: day.year(), month: day.month() };
    let in_year =
        domain.thursday.as_ref().is_some_and(|action| action.first <= month && month <= action.last);
    let today = Moment { day, minute: Some(now.time()) };
    let minutes = today.begun_by();
    let begins = |first: u16| minutes.is_some_and(|now| first < now);
    let has_begun = domain.sessions.iter().any(|one| one.date == day && begins(one.hours.start()))
        || day.weekday() == Weekday::Thu
            && domain.thursday.as_ref().is_some_and(|action| in_year && begins(action.hours.start()));
    let in_season = (season.first < day || has_begun) && day <= season.last;
    (in_season || in_year).then_some(Moment { minute: today.minute.filter(|_| has_begun), ..today })
}

#[cfg(test)]
mod tests {
    use super::{Moment, while_under_way};
    use crate::{
        domain::{
            Domain,
            sample::{date, sample},
        },
        pipeline::read_text,
        source::Sources,
    };
    use chrono::NaiveTime;

    /// A campaign with a Thursday Action in October and no session.
    fn with_thursdays() -> Domain {
        let text = "\
campaign: {name: 周四行动, season: 2018-10-22..2018-10-31}
units: [{id: clinic, name: 社区卫生服务中心, location: [31.30, 121.45], offers: [health]}]
neighbourhoods: [{id: east, name: 东一居民区, location: [31.30, 121.45]}]
themes: [{id: health, name: 健康义诊}]
thursday_action: {months: 2018-10..2018-10}
";
        let mut sources = Sources::default();
        let file = sources.add("campaign.yaml", text);
        read_text(&mut sources, file, &[]).campaign.unwrap().domain
    }

    #[test]
    fn keeps_what_was_only_while_the_campaign_is_under_way() {
        let domain = sample();
        let at = |day: u32, hour: u32| {
            let time = NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
            while_under_way(&domain, date(day).and_time(time))
        };
        let moment = |day: u32, hour: Option<u32>| {
            let minute = hour.and_then(|hour| NaiveTime::from_hms_opt(hour, 0, 0));
            Some(Moment { day: date(day), minute })
        };
        assert_eq!(at(22, 0), None);
        assert_eq!(at(22, 9), None, "what begins now has not begun before");
        assert_eq!(at(22, 10), moment(22, Some(10)));
        assert_eq!(at(23, 0), moment(23, None));
        assert_eq!(at(23, 12), moment(23, Some(12)));
        assert_eq!(at(31, 12), moment(31, None), "no session on that day");
        let domain = with_thursdays();
        let at = |day: u32| while_under_way(&domain, date(day).and_hms_opt(15, 0, 0).unwrap());
        assert_eq!(at(18), moment(18, Some(15)), "a Thursday before the season");
        assert_eq!(at(19), moment(19, None), "nothing of the Thursday Action begins on a Friday");
        let domain = sample();
        let over = date(31).succ_opt().unwrap().and_time(NaiveTime::MIN);
        assert_eq!(while_under_way(&domain, over), None);
    }
}
