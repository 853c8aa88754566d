//! Campaigns side by side for the meeting that decides: the figures on a page on its side, then who fares otherwise.
//!
//! In: [`Sides`]. Out: a document like every other sheet.

use crate::{
    domain::Language,
    inquiry::comparison::{ComparedCampaign, Comparison},
    plan::figures::Reached,
    render::{
        comparison::{
            Sides, changes,
            figures::{cell, is_told, label, marks},
            heading, people,
        },
        html::document::{Frame, document},
        wording::{Phrase, inquiry::Inquiry},
    },
};
use maud::{Markup, html};

/// The whole comparison.
pub fn text(sides: &Sides<'_>, language: Language) -> String {
    let comparison = sides.comparison;
    let title = Inquiry::Title.say(language);
    let base = sides.shown.iter().take(1).flatten().next();
    let name = base.map(|base| base.campaign.name.clone()).unwrap_or_default();
    let body = html! {
        section.page {
            header.head { h1 { (title) } p { b { (name) } } }
            (legend(sides, language))
            (figures(comparison, language))
        }
        section.page {
            @for (position, column) in comparison.columns.iter().enumerate().skip(1) {
                (scenario(sides, position, column, language))
            }
        }
    };
    let running = Some(format!("{name} · {title}"));
    let frame =
        Frame { running, title, name, right: String::new(), language, class: "comparison", warning: None };
    document(&frame, &body)
}

/// Which file each column is.
fn legend(sides: &Sides<'_>, language: Language) -> Markup {
    html! {
        ul.columns {
            @for (position, column) in sides.comparison.columns.iter().enumerate() {
                li { b { (heading(position, language)) } @for words in sides.source(column) { " " (words) } }
            }
        }
    }
}

fn figures(comparison: &Comparison<'_>, language: Language) -> Markup {
    html! {
        table.grid {
            thead {
                tr {
                    th scope="col" { (Inquiry::Figure.say(language)) }
                    @for position in 0..comparison.columns.len() { th scope="col" { (heading(position, language)) } }
                }
            }
            tbody {
                tr {
                    th scope="row" { (Inquiry::Ending.say(language)) }
                    @for column in &comparison.columns { td { (column.conclusion.say(language)) } }
                }
                @for row in comparison.rows.iter().filter(|row| is_told(row)) {
                    tr {
                        th scope="row" { (label(&row.figure, language)) }
                        @for position in 0..comparison.columns.len() {
                            td.other[differs(&row.reached, position)] { (cell(row, position, language)) }
                        }
                    }
                }
            }
        }
        p.small { (marks(comparison, language).join(" ")) }
    }
}

/// Whether a column has a figure that the base has otherwise.
fn differs(reached: &[Option<Reached>], position: usize) -> bool {
    let value = |at: usize| reached.get(at).copied().flatten().map(|reached| reached.value);
    matches!((value(0), value(position)), (Some(base), Some(here)) if base != here)
}

fn scenario(sides: &Sides<'_>, position: usize, column: &ComparedCampaign<'_>, language: Language) -> Markup {
    let pair = sides.pair(position);
    let groups = pair.map(|[base, other]| people::grouped(&column.moves, base, other, language));
    html! {
        section.scenario {
            h2 { (heading(position, language)) " " span.small { @for words in sides.source(column).iter().take(1) { (words) } } }
            div.changes { @for line in changes(sides, column, language) { p { (line) } } }
            @match groups {
                None => p { (Inquiry::NoPlan.say(language)) },
                Some(groups) if groups.is_empty() => p { (Inquiry::NobodyMoves.say(language)) },
                Some(groups) => {
                    @for (heading, items) in groups {
                        h3 { (heading) }
                        ul { @for item in items { li { (item) } } }
                    }
                }
            }
        }
    }
}
