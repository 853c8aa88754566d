//! From when on a plan may change: as said, or now while the campaign is under way, or from the first day that the change
//! touches.
//!
//! In: the options, the clock, and what was said of the change. Out: [`When`].

use crate::{
    cli::{
        ending::Ending,
        repair::asked::RepairArguments,
        terminal::Terminal,
        today::{self, Moment},
    },
    domain::{Domain, Language, places::Session},
    inquiry::repair::{PlanToMend, edits::Edits},
    pipeline::mending::first_lost,
    plan::earlier::EarlierPlan,
    planning::earlier::RepairTerms,
    render::wording::repair::Repair,
};
use chrono::NaiveDate;

/// From when on a plan may change.
#[derive(Debug, Clone, Copy)]
pub(super) struct When {
    pub(super) terms: RepairTerms,
    /// Whether that is now because nothing else was said.
    pub(super) since_today: bool,
}

/// As it was said, or now while the campaign is under way.
pub(super) fn when(
    arguments: &RepairArguments,
    domain: &Domain,
    terminal: Terminal,
    language: Language,
) -> Result<When, Ending> {
    let written = arguments.keep_until.as_ref().map(|written| written.in_season(domain.campaign.season));
    let keep_until = written.transpose().map_err(|problem| {
        terminal.complain(language, &problem, None);
        Ending::Refused
    })?;
    let today = today::now().and_then(|now| today::while_under_way(domain, now));
    let moment = keep_until.or(today);
    let terms = RepairTerms {
        keep_until: moment.map(|moment| moment.day),
        begun_by: moment.and_then(Moment::begun_by),
        touch_least: arguments.touch_least,
    };
    Ok(When { terms, since_today: keep_until.is_none() && today.is_some() })
}

/// What a change touches.
#[derive(Clone, Copy)]
pub(super) struct Change<'a> {
    edits: &'a Edits,
    /// The campaign before it.
    before: &'a Domain,
    /// The campaign with it.
    domain: &'a Domain,
    /// What that has of the earlier plan.
    found: &'a EarlierPlan,
    /// From when on the earlier plan could change what it mended.
    former: Option<NaiveDate>,
}

impl<'a> Change<'a> {
    pub(super) fn of(
        edits: &'a Edits,
        before: &'a Domain,
        domain: &'a Domain,
        found: &'a EarlierPlan,
        written: &PlanToMend,
    ) -> Self {
        let former = written.file.saved.mends.as_ref().and_then(|mends| mends.terms.keep_until);
        Self { edits, before, domain, found, former }
    }

    /// The first day that it touches: that of what is named, else the one from which on the earlier plan could change; but never
    /// after a day on which something cannot stay. Nothing where only those who are named move on whatever day.
    fn first_day(self) -> Option<NaiveDate> {
        if self.edits.is_exchange() {
            return None;
        }
        let first = self.edits.first_day(self.before).or(self.former)?;
        Some(first_lost(self.domain, self.found).map_or(first, |lost| lost.min(first)))
    }
}

impl When {
    /// The same, and where nothing else was said not before the first day that the change touches: sessions before it stay, and
    /// nobody is moved to them. How to have them changed too is told.
    pub(super) fn or_since_change(self, is_said: bool, change: Change<'_>, terminal: Terminal) -> Self {
        let Some(first) = change.first_day().filter(|_| !is_said) else { return self };
        let domain = change.domain;
        let is_before = |one: &&Session| one.date < first && !self.terms.settle(one.date, one.hours);
        let Some(earliest) = domain.sessions.iter().filter(is_before).map(|one| one.date).min() else {
            return self;
        };
        let language = terminal.language(Some(domain.campaign.language));
        terminal.hint(language, &Repair::EarlierToo { first, earliest });
        let terms = RepairTerms { keep_until: Some(first), begun_by: None, ..self.terms };
        Self { terms, since_today: false }
    }
}
