//! The summary for the file: what was asked and reached, who got which wish, what is left open and why.

use crate::{
    domain::people::AmbassadorIx,
    experience::roster::Placement,
    render::{
        action::Action,
        block::{Block, Section},
        departure::Departures,
        edition::Edition,
        experience::{remainder, summary, why::words::Heading as WhyHeading, words::Heading},
        html::{
            Sheet,
            section::sections,
            words::{Label, Line},
        },
        levels::{Proof, Proven},
        screen,
        thursday::{self, Heading as ThursdayHeading},
        wording::measure,
    },
    source::file_name,
};
use maud::{Markup, html};
use std::collections::BTreeMap;

/// What was asked and reached, in sentences.
pub fn figures(edition: Edition<'_>) -> Vec<String> {
    summary::reached(edition, true)
}

/// What is left open, and why.
pub fn open(edition: Edition<'_>) -> [Section; 5] {
    remainder::sections(edition)
}

/// The whole summary.
pub fn body(edition: Edition<'_>) -> Markup {
    let header = &edition.domain.campaign;
    let reached = summary::reached(edition, true).into_iter();
    let proven = Proven::of_plan(edition.plan).map(|proven| edition.say(proven));
    let found = [Section::sentences(reached.chain(proven).collect()), wishes(edition)].into_iter();
    let action = Action::of(edition).filter(|action| !action.plan.pairings.pairings.is_empty());
    html! {
        header.head {
            @if let Some(organizer) = &header.organizer { p.campaign { (organizer) } }
            h1 { (header.name) " · " (edition.say(Sheet::Summary)) }
            p { (measure::period(edition.language, header.season)) }
        }
        section {
            h2 { (edition.say(Heading::Roster)) }
            (sections([Departures::of(edition).section(edition)], edition.language))
            (sections(found.chain(remainder::sections(edition)).chain([remainder::own_notes(edition)]), edition.language))
        }
        @if let Some(action) = action { (of_action(action)) }
        @let reasons = screen::reasons(edition, false);
        @if !reasons.is_empty() {
            section.next {
                h2 { (edition.say(WhyHeading::Why)) }
                (sections([Section::new(String::new(), vec![Block::List(reasons)])], edition.language))
            }
        }
        section.provenance {
            h2 { (edition.say(Label::Provenance)) }
            p { (edition.say(Line::Verified)) }
            @if edition.plan.experience.levels.iter().any(|level| !level.proven && level.known_bound().is_none()) {
                p { (edition.say(Line::Sentence(edition.say(Proof::NotSought)))) }
            }
            p.small { (edition.say(Line::Campaign(edition.domain.said(file_name(&edition.plan.campaign.file))))) }
        }
    }
}

/// Who got which wish, and who goes where without one.
fn wishes(edition: Edition<'_>) -> Section {
    let Edition { domain, names, language, .. } = edition;
    let mut by_number: BTreeMap<u32, Vec<&Placement>> = BTreeMap::new();
    let mut unwished = Vec::new();
    for placement in &edition.plan.experience.roster.placements {
        match domain.ambassador(placement.ambassador).wish_number(placement.session()) {
            Some(number) => by_number.entry(number).or_default().push(placement),
            None => unwished.push(placement),
        }
    }
    let granted = by_number.into_iter().map(|(number, placements)| {
        let mut people: Vec<AmbassadorIx> = placements.iter().map(|one| one.ambassador).collect();
        people.sort_by_key(|&person| domain.ambassador(person).position);
        people.dedup();
        let people = people.into_iter().map(|person| names.ambassador(person).to_owned()).collect();
        edition.say(Line::Granted { wish: measure::wish(language, number), visits: placements.len(), people })
    });
    let granted: Vec<String> = granted.collect();
    if granted.is_empty() && domain.ambassadors.iter().all(|person| person.wishes.is_empty()) {
        return Section::list(String::new(), vec![]);
    }
    let without = unwished.into_iter().map(|one| {
        edition.say(Line::Unwished {
            name: names.ambassador(one.ambassador).to_owned(),
            day: measure::date(language, one.date),
            post: names.post(one.post).to_owned(),
            has_wishes: !domain.ambassador(one.ambassador).wishes.is_empty(),
        })
    });
    Section::list(edition.say(Label::Wishes), granted.into_iter().chain(without).collect())
}

fn of_action(action: Action<'_>) -> Markup {
    let found =
        std::iter::once(Section::sentences(thursday::reached(action))).chain(thursday::remainder(action));
    html! {
        section.next {
            h2 { (action.edition.say(ThursdayHeading::ThursdayAction)) }
            p { (thursday::when(action, measure::dashed(action.edition.language, action.settings.hours))) }
            (sections(found, action.edition.language))
        }
    }
}
