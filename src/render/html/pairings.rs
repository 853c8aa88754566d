//! Who is paired with whom: the map, the table, and the year as a picture of themes.

use crate::render::{
    html::{action::Action, map, themes::Themes, year::legend},
    names::contact,
    paper::Paper,
    thursday::pairings::gives_way,
    wording::{
        Phrase, measure,
        sheet::{Sheet, label::Label, line::Line},
        thursday::{heading::Heading, sentence::Sentence},
    },
};
use maud::{Markup, html};

/// Map, table and picture; `None` where nobody is paired.
pub fn body(paper: Paper<'_>) -> Option<Markup> {
    let action = Action::of(paper)?;
    let language = paper.language;
    let map = map::drawing(&action);
    let reasons = gives_way(action.report());
    Some(html! {
        (Themes::definitions())
        section.page {
            header.head {
                h1 { (Sheet::Pairings.say(language)) }
                p { b { (paper.domain.campaign.name) } " · " (action.when()) }
            }
            @if let Some(map) = map { (map) }
            @if !reasons.is_empty() {
                div.reasons { @for reason in reasons { p { (reason) } } }
            }
        }
        section.page {
            h2 { (Heading::Pairings.say(language)) }
            (table(&action))
            h2 { (Label::Themes.say(language)) }
            (picture(&action))
            (legend(&action))
        }
    })
}

fn table(action: &Action<'_>) -> Markup {
    let paper = action.paper;
    let heads = [Label::Number, Label::Unit, Label::Neighbourhood, Label::Way];
    let way = |metres: Option<i64>| metres.map(|metres| measure::way(paper.language, metres));
    html! {
        table.grid {
            thead {
                tr {
                    @for head in heads { th scope="col" { (head.say(paper.language)) } }
                    @if paper.copy.contacts { th scope="col" { (Label::Contact.say(paper.language)) } }
                }
            }
            tbody {
                @for (position, pair) in action.pairings.iter().enumerate() {
                    tr {
                        td { (position + 1) }
                        td { (paper.names.unit(pair.unit)) }
                        td { (paper.neighbourhood(pair.neighbourhood)) }
                        td.nowrap { (way(paper.domain.pairing_metres(pair.unit, pair.neighbourhood)).unwrap_or_default()) }
                        @if paper.copy.contacts {
                            td.small {
                                @let unit = paper.domain.unit(pair.unit).contact.as_ref();
                                @let place = paper.domain.neighbourhood(pair.neighbourhood).contact.as_ref();
                                @for contact in [unit, place].into_iter().filter_map(contact) {
                                    div { (contact) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Months × pairings, each event as the pattern and the mark of its theme.
fn picture(action: &Action<'_>) -> Markup {
    let months = action.settings.months();
    html! {
        @for months in months.chunks(12) {
            table.picture {
                thead {
                    tr {
                        th {}
                        @for month in months {
                            th scope="col" title=(Sentence::Month(*month).say(action.paper.language)) {
                                (Line::MonthFigure(*month).say(action.paper.language))
                            }
                        }
                    }
                }
                tbody {
                    @for (position, pair) in action.pairings.iter().enumerate() {
                        tr {
                            th scope="row" { (position + 1) " " (action.paper.names.unit(pair.unit)) }
                            @for &month in months {
                                td { @for event in action.events(*pair, month) { (action.themes.marked(event.theme)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
