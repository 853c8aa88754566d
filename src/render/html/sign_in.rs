//! A sheet for each day on which everybody who comes signs.

use crate::{
    domain::people::AmbassadorIx,
    render::{
        edition::Edition,
        html::{
            Sheet,
            words::{Label, Line},
        },
        session::{Session, days, sessions},
        wording::{Phrase, measure},
    },
};
use maud::{Markup, html};

/// A page for each day; `None` where nobody is placed.
pub fn body(edition: Edition<'_>) -> Option<Markup> {
    let sessions = sessions(edition);
    (!sessions.is_empty()).then(|| html! { @for day in days(&sessions) { (page(edition, day)) } })
}

fn page(edition: Edition<'_>, day: &[Session]) -> Markup {
    let language = edition.language;
    let people: Vec<(&Session, AmbassadorIx)> =
        day.iter().flat_map(|session| session.people.iter().map(move |&person| (session, person))).collect();
    html! {
        section.page {
            header.head {
                p.campaign { (edition.domain.campaign.name) }
                h1 { (Sheet::SignIn.say(language)) }
                p.date { (measure::full_date(language, day[0].date)) }
                p.count { (Line::Expected(people.len()).say(language)) }
            }
            table.grid {
                thead {
                    tr {
                        th.number scope="col" { (Label::Number.say(language)) }
                        th scope="col" { (Label::Ambassador.say(language)) }
                        th scope="col" { (Label::PostAndUnit.say(language)) }
                        th scope="col" { (Label::Hours.say(language)) }
                        th scope="col" { (Label::Mentor.say(language)) }
                        th.sign scope="col" { (Label::SignIn.say(language)) }
                    }
                }
                tbody {
                    @for (position, (session, person)) in people.iter().enumerate() {
                        (row(edition, position + 1, session, *person))
                    }
                }
            }
        }
    }
}

fn row(edition: Edition<'_>, number: usize, session: &Session, person: AmbassadorIx) -> Markup {
    let Edition { domain, names, .. } = edition;
    html! {
            tr {
                td.number { (number) }
                td {
                    b { (edition.person(person)) }
                    @let from = edition.organization(person);
    @if !from.is_empty() { div.small { (from) } }
                }
                td {
                    b { (names.post(session.post)) }
                    div.small { (names.unit(domain.post(session.post).unit)) }
                }
                td.nowrap { (measure::dashed(edition.language, session.hours)) }
                td { (edition.mentor(session.post)) }
                td {}
            }
        }
}
