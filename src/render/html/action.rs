//! The Thursday Action as its sheets need it: pairings in the order of the file, events by pairing and month.
//!
//! In: [`Paper`]. Out: [`Action`]; `None` where the campaign or the plan has none.

use crate::{
    domain::thursday::{Month, Pairing, ThursdayAction},
    plan::thursday::ThursdayPlan,
    render::{
        html::{session::dashed, themes::Themes},
        page::Page,
        paper::Paper,
        thursday::Report,
        wording::{Phrase, thursday::sentence::Sentence},
    },
    timetable::roster::Event,
};
use chrono::Datelike;

/// What the sheets of the Thursday Action are made from.
#[derive(Debug, Clone)]
pub struct Action<'a> {
    /// The copy.
    pub paper: Paper<'a>,
    /// The settings.
    pub settings: &'a ThursdayAction,
    /// What was found.
    pub plan: &'a ThursdayPlan,
    /// How themes are drawn.
    pub themes: Themes,
    /// Who is paired, units in the order of the file.
    pub pairings: Vec<Pairing>,
}

impl<'a> Action<'a> {
    /// The Thursday Action of a copy, where somebody is paired.
    pub fn of(paper: Paper<'a>) -> Option<Self> {
        let settings = paper.domain.thursday.as_ref()?;
        let plan = paper.plan.thursday_action.as_ref()?;
        let mut pairings = plan.pairings.pairings.clone();
        pairings.sort_by_key(|pair| (paper.domain.unit(pair.unit).position, *pair));
        pairings.dedup();
        let themes = Themes::of(paper);
        (!pairings.is_empty()).then_some(Self { paper, settings, plan, themes, pairings })
    }

    /// The events of a pairing in a month.
    pub fn events(&self, pairing: Pairing, month: Month) -> impl Iterator<Item = &Event> {
        self.plan.timetable.events.iter().filter(move |event| {
            (event.unit, event.neighbourhood) == (pairing.unit, pairing.neighbourhood)
                && month_of(event) == month
        })
    }

    /// The period, which Thursday and the hours, as a sentence.
    pub fn when(&self) -> String {
        let ThursdayAction { first, last, nth, hours, .. } = *self.settings;
        let hours = dashed(&hours.to_string());
        Sentence::When { first, last, nth, hours }.say(self.paper.language)
    }

    /// The same as the reports on a terminal are made from.
    pub fn report(&self) -> Report<'a> {
        let Paper { domain, names, language, .. } = self.paper;
        let page = Page { language, width: usize::MAX };
        Report { domain, action: self.settings, plan: self.plan, names, page }
    }
}

/// The month in which an event is held.
pub fn month_of(event: &Event) -> Month {
    Month { year: event.date.year(), month: event.date.month() }
}
