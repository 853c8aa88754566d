//! Who is paired with whom: the map, the table, and the year as a picture of themes.

mod map;

use crate::{
    domain::places::NeighbourhoodIx,
    render::{
        edition::{Edition, names::contact},
        html::{
            Sheet,
            themes::{Picture, definitions},
            words::{Label, Line},
        },
        pairing::{gives_way, home, words::Heading},
        wording::{Phrase, measure},
    },
};
use maud::{Markup, html};

/// Map, table and picture; `None` where nobody is paired.
pub fn body(edition: Edition<'_>) -> Option<Markup> {
    let picture = Picture::of(edition)?;
    let language = edition.language;
    let map = map::drawing(&picture);
    let reasons = gives_way(picture.action);
    let alone = alone(&picture);
    Some(html! {
        (definitions())
        section.page {
            header.head {
                h1 { (Sheet::Pairings.say(language)) }
                p { b { (edition.domain.campaign.name) } " · " (picture.when()) }
            }
            @if let Some(map) = map { (map) }
            div.reasons {
                @for reason in reasons.items() { p { (reason.text) } }
                @if !alone.is_empty() { p { (edition.say(Line::WithoutUnit(alone))) } }
            }
        }
        section.page {
            h2 { (Heading::Pairings.say(language)) }
            (table(&picture))
            h2 { (Label::Themes.say(language)) }
            (months(&picture))
            (picture.legend())
        }
    })
}

/// The neighbourhoods with which nobody is paired, in the order of the file.
fn alone(picture: &Picture<'_>) -> Vec<String> {
    let domain = picture.edition.domain;
    let mut alone: Vec<NeighbourhoodIx> = (0..domain.neighbourhoods.len()).map(NeighbourhoodIx).collect();
    alone.retain(|&one| picture.lasting().all(|pair| pair.neighbourhood != one));
    alone.sort_by_key(|&one| domain.neighbourhood(one).position);
    alone.into_iter().map(|one| picture.edition.neighbourhood(one).to_owned()).collect()
}

fn table(picture: &Picture<'_>) -> Markup {
    let edition = picture.edition;
    let heads = [Label::Number, Label::Unit, Label::Neighbourhood, Label::Way];
    let way = |metres: Option<i64>| metres.map(|metres| measure::way(edition.language, metres));
    html! {
        table.grid {
            thead {
                tr {
                    @for head in heads { th scope="col" { (edition.say(head)) } }
                    @if edition.copy.contacts { th scope="col" { (edition.say(Label::Contact)) } }
                }
            }
            tbody {
                @for (position, pair) in picture.pairings.iter().enumerate() {
                    tr {
                        td { (position + 1) }
                        td { (edition.names.unit(pair.unit)) }
                        td { (home(edition, &picture.departures, *pair)) }
                        td.nowrap { (way(edition.domain.pairing_metres(pair.unit, pair.neighbourhood)).unwrap_or_default()) }
                        @if edition.copy.contacts {
                            td.small {
                                @let unit = edition.domain.unit(pair.unit).contact.as_ref();
                                @let place = edition.domain.neighbourhood(pair.neighbourhood).contact.as_ref();
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
fn months(picture: &Picture<'_>) -> Markup {
    let months = picture.action.settings.months();
    html! {
        @for months in months.chunks(12) {
            table.picture {
                thead {
                    tr {
                        th {}
                        @for month in months {
                            th scope="col" title=(measure::month(picture.edition.language, *month)) {
                                (picture.edition.say(Line::MonthFigure(*month)))
                            }
                        }
                    }
                }
                tbody {
                    @for (position, pair) in picture.pairings.iter().enumerate() {
                        tr {
                            th scope="row" { (position + 1) " " (picture.edition.names.unit(pair.unit)) }
                            @for &month in months {
                                td { @for event in picture.action.events_of(*pair, month) { (picture.themes.marked(event.theme)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
