//! Who is paired with whom, how far apart, who gives way, and who lacks a pairing.

pub mod why;
pub mod words;

use crate::{
    domain::thursday::Pairing,
    pairing::{reason as standing, reason::Way},
    render::{
        action::Action,
        block::{Cell, Field, Give, Section, Table},
        departure::Departures,
        edition::Edition,
        pairing::words::{Heading, Reason},
        wording::{bracketed, list, measure, said_of},
    },
};

/// The pairings, each with its distance and the nearest neighbourhood beside it.
pub fn table(action: Action<'_>) -> Section {
    let edition = action.edition;
    let (plan, departures) = (action.plan, Departures::of(edition));
    let mut pairings: Vec<(Pairing, Option<Way>)> =
        plan.pairings.pairings.iter().copied().zip(plan.why_paired.alternatives.iter().copied()).collect();
    pairings.sort_by_key(|(pairing, _)| edition.domain.unit(pairing.unit).position);
    let column = |heading: Heading, give, cell: fn(Action<'_>, &(Pairing, Option<Way>)) -> Cell| {
        Field::new(edition.say(heading), give, move |one| cell(action, one))
    };
    let fields = [
        column(Heading::Unit, Give::Wraps(12), |action, (pairing, _)| {
            Cell::Text(action.edition.names.unit(pairing.unit).to_owned())
        }),
        Field::new(
            edition.say(Heading::Neighbourhood),
            Give::Wraps(12),
            |(pairing, _): &(Pairing, Option<Way>)| Cell::Text(home(edition, &departures, *pairing)),
        ),
        column(Heading::Way, Give::Firm, |action, (pairing, _)| {
            Cell::metres(action.edition.domain.pairing_metres(pairing.unit, pairing.neighbourhood))
        }),
        column(Heading::NextNearest, Give::Wraps(12), |action, (_, next)| {
            Cell::words(next.map(|next| way(action, next)))
        }),
    ];
    Section::new(edition.say(Heading::Pairings), vec![Table::of(&fields, &[pairings]).into()])
}

/// Units that are not with their nearest neighbourhood, and what that costs, a sentence each.
pub fn gives_way(action: Action<'_>) -> Section {
    let (edition, why) = (action.edition, &action.plan.why_paired);
    let mut gives_way = why.gives_way.clone();
    let departures = Departures::of(edition);
    gives_way.retain(|gives| {
        let instead = Pairing { unit: gives.unit, neighbourhood: gives.instead.neighbourhood };
        departures.ended(edition, instead).is_none()
    });
    gives_way.sort_by_key(|gives| edition.domain.unit(gives.unit).position);
    let units = gives_way.iter().map(|gives| {
        let reason = Reason::GivesWay {
            nearest: way(action, gives.nearest),
            instead: way(action, gives.instead),
            because: gives.because,
            is_proven: action.pairings_are_proven(),
        };
        said_of(edition.language, edition.names.unit(gives.unit), &[edition.say(reason)])
    });
    let mut items: Vec<String> = units.collect();
    if !items.is_empty() {
        let standing::Unbounded { pairings, metres: unbounded } = why.unbounded;
        items.push(edition.say(Reason::Bound { metres: action.metres(), unbounded, pairings }));
    }
    Section::list(edition.say(Heading::GivesWay), items)
}

/// Units that lack pairings, a sentence each.
pub fn unpaired(action: Action<'_>) -> Section {
    let edition = action.edition;
    let mut unpaired = action.plan.why_paired.unpaired.clone();
    unpaired.sort_by_key(|unpaired| edition.domain.unit(unpaired.unit).position);
    let items = unpaired.iter().map(|unpaired| {
        let reasons = match &unpaired.reason {
            standing::Reason::Barred(rules) if rules.is_empty() => vec![Reason::NoOther],
            standing::Reason::Barred(rules) => {
                let bars = rules.iter().map(|&(rule, bars)| edition.say(Reason::Bars(rule, bars)));
                vec![Reason::NothingLeft(list(edition.language, &bars.collect::<Vec<String>>()))]
            }
            standing::Reason::Full => vec![Reason::AllFull],
            standing::Reason::FreePlace(place) => {
                vec![Reason::FreePlace(edition.neighbourhood(*place).to_owned()), Reason::WouldGain]
            }
        };
        let said = std::iter::once(Reason::Lacks(unpaired.lacks)).chain(reasons);
        let said: Vec<String> = said.map(|reason| edition.say(reason)).collect();
        said_of(edition.language, edition.names.unit(unpaired.unit), &said)
    });
    Section::list(edition.say(Heading::Unpaired), items.collect())
}

/// The neighbourhood of a pairing, and that the pairing has an end where it has.
pub fn home(edition: Edition<'_>, departures: &Departures, pairing: Pairing) -> String {
    let home = edition.neighbourhood(pairing.neighbourhood);
    match departures.ended(edition, pairing) {
        Some(_) => bracketed(edition.language, home, &edition.say(Heading::Ended)),
        None => home.to_owned(),
    }
}

fn way(action: Action<'_>, way: Way) -> String {
    let metres = measure::way(action.edition.language, way.metres);
    bracketed(action.edition.language, action.edition.neighbourhood(way.neighbourhood), &metres)
}
