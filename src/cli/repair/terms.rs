//! From when on a plan may change: as said, or now while the campaign is under way, or from the first day of an
//! absence or a withdrawal.
//!
//! In: the options, the clock, and what was said of the change. Out: [`When`].

use crate::{
    cli::{
        ending::Ending,
        repair::asked::{RepairArguments, Said},
        terminal::Terminal,
        today::{self, Moment},
    },
    domain::{Domain, Language, places::Session},
    inquiry::repair::edits::Edits,
    planning::earlier::RepairTerms,
    render::wording::repair::Repair,
};

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

impl When {
    /// The same, and where nothing else was said not before the first day of an absence or a withdrawal: sessions before it stay, and
    /// nobody is moved to them. How to have them changed too is told.
    pub(super) fn or_since_change(
        self,
        said: &Said<'_>,
        edits: &Edits,
        domain: &Domain,
        terminal: Terminal,
    ) -> Self {
        let is_said = said.asked.arguments.keep_until.is_some() || !said.variations.is_empty();
        let Some(first) = edits.first_day().filter(|_| !is_said) else { return self };
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
