//! The summary for the file: what was asked and reached, every level with its proof, what is left open and why.

use crate::render::{
    experience,
    html::action::Action,
    levels::{Named, proof},
    page::Page,
    paper::Paper,
    thursday,
    wording::{
        Phrase,
        heading::Heading,
        measure,
        sheet::{Sheet, label::Label, line::Line},
        thursday::heading::Heading as ThursdayHeading,
    },
};
use maud::{Markup, html};

/// The whole summary.
pub fn body(paper: Paper<'_>) -> Markup {
    let header = &paper.domain.campaign;
    let (language, page) = (paper.language, Page { language: paper.language, width: usize::MAX });
    let report = experience::Report::of(paper.domain, paper.plan, paper.names, page);
    html! {
        header.head {
            @if let Some(organizer) = &header.organizer { p.campaign { (organizer) } }
            h1 { (header.name) " · " (Sheet::Summary.say(language)) }
            p { (measure::period(language, header.season)) }
        }
        section {
            h2 { (Heading::Roster.say(language)) }
            (sentences(&experience::summary::sentences(report)))
            (levels(paper, &experience::summary::named(report)))
            (items(&Heading::Unplaced.say(language), &experience::remainder::unplaced(report)))
            (items(&Heading::Shortages.say(language), &experience::remainder::shortages(report)))
            (items(&Heading::Unfulfilled.say(language), &experience::remainder::unfulfilled(report)))
            (items(&Heading::ApartAfterAll.say(language), &experience::remainder::apart_after_all(report)))
            (items(&Heading::FreeSeats.say(language), &experience::remainder::free_seats(report)))
        }
        @if let Some(action) = Action::of(paper) { (thursdays(&action)) }
        section.provenance {
            h2 { (Label::Provenance.say(language)) }
            p { (Line::Verified.say(language)) }
            p.small { (Line::Campaign(paper.domain.said(file_name(&paper.plan.campaign.file))).say(language)) }
            p.small { (Line::Digest(paper.plan.campaign.digest.clone()).say(language)) }
        }
    }
}

fn thursdays(action: &Action<'_>) -> Markup {
    let report = action.report();
    let language = action.paper.language;
    html! {
        section.next {
            h2 { (ThursdayHeading::ThursdayAction.say(language)) }
            p { (action.when()) }
            (sentences(&thursday::summary::sentences(report)))
            (levels(action.paper, &thursday::summary::named(report)))
            (items(&ThursdayHeading::GivesWay.say(language), &thursday::pairings::gives_way(report)))
            (items(&ThursdayHeading::Unpaired.say(language), &thursday::pairings::unpaired(report)))
            (items(&ThursdayHeading::Moved.say(language), &thursday::moved::said(report)))
            (items(&ThursdayHeading::NotHeld.say(language), &thursday::not_held::lines(report)))
            (items(&ThursdayHeading::Needs.say(language), &thursday::remainder::needs(report)))
        }
    }
}

/// What a reader of paper knows the file by; the folders before it mean something on one computer alone.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

fn sentences(said: &[String]) -> Markup {
    html! { div.sentences { @for sentence in said { p { (sentence) } } } }
}

fn items(heading: &str, items: &[String]) -> Markup {
    html! {
        @if !items.is_empty() {
            h3 { (heading) }
            ul { @for item in items { li { (item) } } }
        }
    }
}

/// Each level with its value, what it counts and what is proved of it.
fn levels(paper: Paper<'_>, levels: &[Named]) -> Markup {
    let heads = [Heading::Level, Heading::Value, Heading::Counts, Heading::Proof];
    html! {
        @if !levels.is_empty() {
            h3 { (Heading::Levels.say(paper.language)) }
            table.grid {
                thead { tr { @for head in heads { th scope="col" { (head.say(paper.language)) } } } }
                tbody {
                    @for Named { level, name, counts } in levels {
                        tr {
                            td { b { (name) } }
                            td.value { (level.value) }
                            td { (counts) }
                            td { @if level.proven { "✓ " } (proof(level).say(paper.language)) }
                        }
                    }
                }
            }
        }
    }
}
