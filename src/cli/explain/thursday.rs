//! Questions about a Thursday: what happens that day.

use crate::{
    cli::{explain::Origin, terminal::Terminal},
    render::{
        block::Section,
        edition::{Edition, names::Names, shown::Shown},
        thursday::day,
    },
};
use chrono::NaiveDate;
use serde_json::Value;

/// What is said of a day with what the Thursday Action has then; in its stead where the experience has nothing.
pub(super) fn beside(
    origin: &Origin,
    date: NaiveDate,
    (mut sections, mut data): (Vec<Section>, Value),
    terminal: Terminal,
) -> (Vec<Section>, Value) {
    let domain = &origin.loaded.campaign.domain;
    let language = terminal.language(Some(domain.campaign.language));
    let shown = Shown::of(domain, false);
    let names = Names::of(&shown, language);
    if let Some((section, events)) = day(Edition::on_screen(&shown, &origin.plan, &names, language), date) {
        if domain.sessions.iter().all(|session| session.date != date) {
            sections.clear();
        }
        sections.push(section);
        data["events"] = events;
    }
    (sections, data)
}
