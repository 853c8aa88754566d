//! A card for each ambassador and day, eight to a page, with lines to cut along.

use crate::{
    domain::people::AmbassadorIx,
    render::{
        edition::{Edition, names::contact},
        facts,
        html::{section::spaced, words::Label},
        session::{Session, sessions},
        wording::{Phrase, joined, list, measure},
    },
};
use maud::{Markup, html};

/// Names longer than this are set smaller, so that a card keeps its size.
const LONG: usize = 8;

/// With more facts than this there are two lines to write on, else three.
const SHORT: usize = 4;

/// All cards, by ambassador, then day; `None` where nobody is placed.
pub fn body(edition: Edition<'_>) -> Option<Markup> {
    let sessions = sessions(edition);
    let mut cards: Vec<(AmbassadorIx, &Session)> = sessions
        .iter()
        .flat_map(|session| session.people.iter().map(move |&person| (person, session)))
        .collect();
    cards.sort_by_key(|(person, session)| (edition.domain.ambassador(*person).position, session.date));
    (!cards.is_empty()).then(|| {
        html! {
            @for pair in cards.chunks(2) {
                div.pair { @for (person, session) in pair { (card(edition, *person, session)) } }
            }
        }
    })
}

fn card(edition: Edition<'_>, person: AmbassadorIx, session: &Session) -> Markup {
    let Edition { domain, names, language, .. } = edition;
    let unit = domain.post(session.post).unit;
    let facts = facts(edition, person, session);
    let lines = if facts.len() > SHORT { 2 } else { 3 };
    let office = contact(domain.campaign.contact.as_ref());
    let name_class = if names.ambassador(person).chars().count() > LONG { "name long" } else { "name" };
    html! {
        article.card {
            header {
                div {
                    p.campaign { (domain.campaign.name) " · " (Label::Card.say(language)) }
                    p class=(name_class) { (edition.person(person)) }
                }
                div.when {
                    p.date { (measure::date(language, session.date)) }
                    p.hours { (measure::dashed(language, session.hours)) }
                }
            }
            p.post { (names.post(session.post)) }
            p.unit { (names.unit(unit)) }
            dl {
                @for (label, words) in facts {
                    div.half[is_short(edition, label)] { dt { (label.say(language)) } dd { (words) } }
                }
            }
            div.reflection {
                p {
                    span.nowrap { (Label::Reflection.say(language)) }
                    @if let Some(office) = office { span.call { (office) } }
                }
                @for _ in 0..lines { i {} }
            }
        }
    }
}

/// Whether two such facts stand beside each other.
fn is_short(edition: Edition<'_>, label: Label) -> bool {
    let with_phone = edition.copy.contacts && label == Label::Mentor;
    !with_phone && matches!(label, Label::Way | Label::Mentor | Label::Meet | Label::Address)
}

/// What to know beside time and post, without what is not known.
fn facts(edition: Edition<'_>, person: AmbassadorIx, session: &Session) -> Vec<(Label, String)> {
    let Edition { domain, language, .. } = edition;
    let post = domain.post(session.post);
    let unit = domain.unit(post.unit);
    let mentor = post.mentor.map(|mentor| {
        let phone = domain.mentor(mentor).phone.clone();
        spaced([Some(edition.names.mentor(mentor).to_owned()), phone])
    });
    let way = domain.metres(person, session.post).map(|metres| measure::way(language, metres));
    let facts = [
        (Label::Gather, domain.campaign.meet.clone()),
        (Label::Meet, post.meet.clone()),
        (Label::Address, unit.address.clone()),
        (Label::Mentor, mentor),
        (Label::Way, way),
        (Label::Contact, contact(unit.contact.as_ref())),
        (Label::Requires, Some(list(language, &post.requires))),
        (Label::Bring, Some(list(language, &facts::bring(edition, session.post)))),
        (Label::Heed, Some(joined(language, &facts::notes(edition, session.post)))),
    ];
    let said =
        |(label, words): (Label, Option<String>)| Some((label, words.filter(|words| !words.is_empty())?));
    facts.into_iter().filter_map(said).collect()
}
