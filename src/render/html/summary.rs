//! The summary for the file: what was asked and reached, every level with its proof, what is left open and why.

use crate::{
    render::{
        action::Action,
        block::Section,
        edition::Edition,
        experience::{remainder, summary, words::Heading},
        html::{
            Sheet,
            section::sections,
            words::{Label, Line},
        },
        levels::Proven,
        thursday::{self, Heading as ThursdayHeading},
        wording::measure,
    },
    source::file_name,
};
use maud::{Markup, html};

/// The whole summary.
pub fn body(edition: Edition<'_>) -> Markup {
    let header = &edition.domain.campaign;
    let reached = summary::reached(edition, true).into_iter();
    let proven = Proven::of_plan(edition.plan).map(|proven| edition.say(proven));
    let found = [Section::sentences(reached.chain(proven).collect()), summary::levels(edition)].into_iter();
    let action = Action::of(edition).filter(|action| !action.plan.pairings.pairings.is_empty());
    html! {
        header.head {
            @if let Some(organizer) = &header.organizer { p.campaign { (organizer) } }
            h1 { (header.name) " · " (edition.say(Sheet::Summary)) }
            p { (measure::period(edition.language, header.season)) }
        }
        section {
            h2 { (edition.say(Heading::Roster)) }
            (sections(found.chain(remainder::sections(edition)).chain([remainder::own_notes(edition)]), edition.language))
        }
        @if let Some(action) = action { (of_action(action)) }
        section.provenance {
            h2 { (edition.say(Label::Provenance)) }
            p { (edition.say(Line::Verified)) }
            p.small { (edition.say(Line::Campaign(edition.domain.said(file_name(&edition.plan.campaign.file))))) }
            p.small { (edition.say(Line::Digest(edition.plan.campaign.digest.clone()))) }
        }
    }
}

fn of_action(action: Action<'_>) -> Markup {
    let found = [Section::sentences(thursday::reached(action)), thursday::levels(action)]
        .into_iter()
        .chain(thursday::remainder(action));
    html! {
        section.next {
            h2 { (action.edition.say(ThursdayHeading::ThursdayAction)) }
            p { (thursday::when(action, measure::dashed(action.edition.language, action.settings.hours))) }
            (sections(found, action.edition.language))
        }
    }
}
