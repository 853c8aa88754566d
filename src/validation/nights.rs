//! Hours over midnight in which there is no session: perhaps their two times are exchanged.

use crate::{
    campaign::{
        schema::File,
        written::{OneOrMore, Text},
    },
    diagnostic::note::Note,
    domain::{
        Domain,
        periods::{Part, Period},
        places::Session,
        time::Hours,
    },
    validation::{
        check::Check,
        dates::{self, Listed},
    },
};

/// Tells of each entry by which somebody is free or away over midnight, where that holds or bars no session of any post.
pub(super) fn tell(domain: &Domain, file: &File, check: &mut Check) {
    for person in file.ambassadors.iter().flatten() {
        let holds = |period: &Period, session: &Session| period.holds(session.date, session.hours);
        tell_of(domain, person.available.as_ref(), holds, check);
        let bars = |period: &Period, session: &Session| period.bars(session.date, session.hours);
        tell_of(domain, person.away.as_ref(), bars, check);
    }
}

fn tell_of(
    domain: &Domain,
    written: Option<&OneOrMore>,
    matters: impl Fn(&Period, &Session) -> bool,
    check: &mut Check,
) {
    let mut listed = Listed::default();
    let texts: Vec<&Text> = written.iter().flat_map(|dates| &dates.0.value).collect();
    for text in texts {
        let Ok(read) = dates::read(text.words(), check.season, listed) else { return };
        listed = read.listed;
        let nights: Vec<(&Period, Hours)> = read.periods.iter().filter_map(over_midnight).collect();
        let is_idle = |period: &Period| !domain.sessions.iter().any(|session| matters(period, session));
        if let Some((_, hours)) = nights.first()
            && nights.iter().all(|(period, _)| is_idle(period))
        {
            check.report(text.place, Note::NightWithoutSession { hours: hours.to_string() });
        }
    }
}

fn over_midnight(period: &Period) -> Option<(&Period, Hours)> {
    let Part { hours, .. } = period.part?;
    hours.is_over_midnight().then_some((period, hours))
}
