//! A sheet for each week on which everybody who comes signs, for a season that is too long for one a day.

use crate::{
    domain::dates::{DateSpan, Weekdays},
    render::{
        edition::Edition,
        html::{
            Sheet,
            words::{Label, Line},
        },
        session::{Session, days, monday, sessions, week_of_season},
        wording::{Phrase, measure},
    },
};
use chrono::Days;
use maud::{Markup, html};

/// A page for each week; `None` where nobody is placed.
pub fn body(edition: Edition<'_>) -> Option<Markup> {
    let sessions = sessions(edition);
    let weeks = sessions.chunk_by(|one, other| monday(one.date) == monday(other.date));
    (!sessions.is_empty()).then(|| html! { @for week in weeks { (page(edition, week)) } })
}

/// The heading stands in the head of the table, so that it stands on each page of a full week.
fn page(edition: Edition<'_>, week: &[Session]) -> Markup {
    let language = edition.language;
    let season = edition.domain.campaign.season;
    let first = monday(week[0].date);
    let span = DateSpan {
        first: first.max(season.first),
        last: (first + Days::new(6)).min(season.last),
        weekdays: Weekdays::ALL,
    };
    let visits = week.iter().map(|session| session.people.len()).sum();
    let heads = [Label::Date, Label::Hours, Label::PostAndUnit, Label::Ambassador];
    html! {
        section.page {
            table.grid {
                thead {
                    tr {
                        th.head scope="colgroup" colspan="5" {
                            p.campaign { (edition.domain.campaign.name) }
                            div {
                                h1 { (Sheet::SignIn.say(language)) }
                                p {
                                    b { (Line::Week(week_of_season(edition, first)).say(language)) }
                                    " · " (measure::period(language, span))
                                    br;
                                    (Line::ExpectedVisits(visits).say(language))
                                }
                            }
                        }
                    }
                    tr {
                        @for head in heads { th scope="col" { (head.say(language)) } }
                        th.sign scope="col" { (Label::SignIn.say(language)) }
                    }
                }
                @for day in days(week) { (rows(edition, day)) }
            }
        }
    }
}

/// The rows of one day, whose date and sessions are named once.
fn rows(edition: Edition<'_>, day: &[Session]) -> Markup {
    let Edition { domain, names, language, .. } = edition;
    let people: usize = day.iter().map(|session| session.people.len()).sum();
    html! {
        tbody {
            @for (at, session) in day.iter().enumerate() {
                @for (row, &person) in session.people.iter().enumerate() {
                    tr {
                        @if at == 0 && row == 0 {
                            th.date scope="rowgroup" rowspan=(people) { (measure::date(language, session.date)) }
                        }
                        @if row == 0 {
                            td.nowrap rowspan=(session.people.len()) { (measure::dashed(language, session.hours)) }
                            td rowspan=(session.people.len()) {
                                (names.post(session.post))
                                div.small { (names.unit(domain.post(session.post).unit)) }
                            }
                        }
                        td { b { (edition.person(person)) } }
                        td {}
                    }
                }
            }
        }
    }
}
