//! A card for each ambassador and day, eight to a page, with lines to cut along; for a long season one for each ambassador
//! and post, with its days.

use crate::{
    domain::{people::AmbassadorIx, places::PostIx},
    render::{
        edition::{Edition, names::contact},
        facts,
        html::{
            room::lines,
            section::spaced,
            words::{Label, Line},
        },
        session::{Session, is_long, sessions},
        wording::{Phrase, joined, list, measure},
    },
};
use chrono::NaiveDate;
use maud::{Markup, html};
use unicode_width::UnicodeWidthStr;

/// Rows of cards on a page.
const ROWS: usize = 4;

/// Names longer than this are set smaller, so that a card keeps its size.
const LONG: usize = 8;

/// In tenths of a millimetre: what a card has for words, and what a line takes that is written on.
const ROOM: usize = 610;
const LINE: usize = 55;

/// A card: whose, and when and where.
struct Card<'a> {
    person: AmbassadorIx,
    post: PostIx,
    sessions: Vec<&'a Session>,
}

/// All cards, by ambassador, then day; `None` where nobody is placed.
pub fn body(edition: Edition<'_>) -> Option<Markup> {
    let sessions = sessions(edition);
    // Nobody is asked to come to what is over.
    let ahead = sessions.iter().filter(|session| !edition.is_over(session.date));
    let mut cards: Vec<Card<'_>> = ahead
        .flat_map(|session| {
            let card = |&person| Card { person, post: session.post, sessions: vec![session] };
            session.people.iter().map(card)
        })
        .collect();
    cards.sort_by_key(|card| edition.domain.ambassador(card.person).position);
    if is_long(&sessions) {
        cards = by_post(edition, cards);
    }
    (!cards.is_empty()).then(|| {
        html! {
            @for page in rows(edition, &cards).chunks(ROWS) {
                div.page {
                    @for row in page { div.pair { @for card in row { (markup(edition, card)) } } }
                }
            }
        }
    })
}

/// Two cards beside each other, or one that takes the place of two.
fn rows<'c, 's>(edition: Edition<'_>, cards: &'c [Card<'s>]) -> Vec<Vec<&'c Card<'s>>> {
    let (mut rows, mut waiting): (Vec<Vec<&Card<'_>>>, Option<&Card<'_>>) = (Vec::new(), None);
    for card in cards {
        if height(edition, card, &facts(edition, card), TIGHT) > ROOM {
            rows.push(vec![card]);
        } else if let Some(first) = waiting.take() {
            rows.push(vec![first, card]);
        } else {
            waiting = Some(card);
        }
    }
    rows.extend(waiting.map(|card| vec![card]));
    rows
}

/// One card for all days of somebody at a post.
fn by_post<'a>(edition: Edition<'_>, mut cards: Vec<Card<'a>>) -> Vec<Card<'a>> {
    let key = |card: &Card<'_>| {
        let post = edition.domain.post(card.post).position;
        (edition.domain.ambassador(card.person).position, post)
    };
    cards.sort_by_key(key);
    let of_post = cards.chunk_by(|one, other| key(one) == key(other));
    of_post
        .map(|cards| Card {
            person: cards[0].person,
            post: cards[0].post,
            sessions: cards.iter().flat_map(|card| card.sessions.iter().copied()).collect(),
        })
        .collect()
}

fn markup(edition: Edition<'_>, card: &Card<'_>) -> Markup {
    let Edition { domain, names, language, .. } = edition;
    let (name, post) = (names.ambassador(card.person), names.post(card.post));
    let unit = names.unit(domain.post(card.post).unit);
    let facts = facts(edition, card);
    let used = [LOOSE, DENSE, TIGHT].map(|set| height(edition, card, &facts, set));
    let set = match used {
        [loose, ..] if loose + 2 * LINE <= ROOM => 0,
        [_, dense, _] if dense <= ROOM => 1,
        _ => 2,
    };
    let is_full = used[set] > ROOM;
    let rules = (ROOM.saturating_sub(used[set]) / LINE).min(3);
    let (above, below) = match edition.office() {
        Some(office) if rules == 0 && is_beside(unit, &office) => (Some(office), None),
        office => (None, office),
    };
    let name_class = if name.chars().count() > LONG { "name long" } else { "name" };
    html! {
        article.card.dense[set > 0].tight[set > 1].full[is_full] {
            header {
                p.campaign { (domain.campaign.name) " · " (Label::Card.say(language)) }
                div {
                    p class=(name_class) { (edition.person(card.person)) }
                    (when(edition, card))
                }
            }
            p.post { (post) }
            p.unit { span { (unit) } @if let Some(office) = above { span.call { (office) } } }
            dl {
                @for (label, words) in &facts {
                    div.half[is_short(edition, *label, words)] { dt { (label.say(language)) } dd { (words) } }
                }
            }
            div.reflection {
                p {
                    @if rules > 0 { span.nowrap { (Label::Reflection.say(language)) } }
                    @if let Some(office) = below { span.call { (office) } }
                }
                @for _ in 0..rules { i {} }
            }
        }
    }
}

/// The day and the hours; of several days how many there are.
fn when(edition: Edition<'_>, card: &Card<'_>) -> Markup {
    let language = edition.language;
    html! {
        div.when {
            @match card.sessions[..] {
                [session] => {
                    p.date { (measure::date(language, session.date)) }
                    " "
                    p.hours { (measure::dashed(language, session.hours)) }
                }
                _ => p.date { (edition.say(Line::Times(card.sessions.len()))) }
            }
        }
    }
}

/// Whether two such facts stand beside each other.
fn is_short(edition: Edition<'_>, label: Label, words: &str) -> bool {
    let with_phone = edition.copy.contacts && label == Label::Mentor;
    let is_narrow = lines(words, 22) <= 1;
    is_narrow && !with_phone && matches!(label, Label::Way | Label::Mentor | Label::Meet | Label::Address)
}

/// How high lines are on a card.
#[derive(Clone, Copy)]
struct Lines {
    fact: usize,
    name: usize,
    post: usize,
    /// What stands around them, with whom to call.
    edges: usize,
    call: usize,
}

/// Where there is room, where there are many words, and where there are very many.
const LOOSE: Lines = Lines { fact: 46, name: 112, post: 60, edges: 90, call: 0 };
const DENSE: Lines = Lines { fact: 42, name: 61, post: 53, edges: 76, call: 46 };

const TIGHT: Lines = Lines { fact: 39, name: 55, post: 48, edges: 70, call: 46 };

/// Whether whom to call has room beside the unit.
fn is_beside(unit: &str, office: &str) -> bool {
    const COLUMNS: usize = 48;
    unit.width() + office.width() <= COLUMNS
}

/// How much of a card its words take at the most.
fn height(edition: Edition<'_>, card: &Card<'_>, facts: &[(Label, String)], set: Lines) -> usize {
    let Edition { domain, names, .. } = edition;
    let heading = format!("{} · {}", domain.campaign.name, Label::Card.say(edition.language));
    let name = names.ambassador(card.person);
    let name = if name.chars().count() > LONG { lines(name, 44) * 47 + set.name } else { set.name };
    let phone = usize::from(edition.copy.contacts) * 46;
    let post = lines(names.post(card.post), 38) * set.post;
    let unit = lines(names.unit(domain.post(card.post).unit), 46) * 48;
    let office = edition.office().unwrap_or_default();
    // Beside the unit it takes no line of its own.
    let spared = if is_beside(names.unit(domain.post(card.post).unit), &office) { set.call } else { 0 };
    let (short, long): (Vec<_>, Vec<_>) =
        facts.iter().partition(|(label, words)| is_short(edition, *label, words));
    let facts = short.len().div_ceil(2) + long.iter().map(|(_, words)| lines(words, 45)).sum::<usize>();
    lines(&heading, 54) * 42 + name + phone + post + unit + facts * set.fact + set.edges - spared
}

/// What to know beside time and post, without what is not known.
fn facts(edition: Edition<'_>, card: &Card<'_>) -> Vec<(Label, String)> {
    let Edition { domain, language, .. } = edition;
    let post = domain.post(card.post);
    let unit = domain.unit(post.unit);
    let mentor = post.mentor.map(|mentor| {
        let phone = domain.mentor(mentor).phone.clone();
        spaced([Some(edition.names.mentor(mentor).to_owned()), phone])
    });
    let way = domain.metres(card.person, card.post).map(|metres| measure::way(language, metres));
    let facts = [
        (Label::When, (card.sessions.len() > 1).then(|| days(edition, &card.sessions))),
        (Label::Gather, domain.campaign.meet.clone()),
        (Label::Meet, post.meet.clone()),
        (Label::Address, unit.address.clone()),
        (Label::Mentor, mentor),
        (Label::Way, way),
        (Label::Contact, contact(unit.contact.as_ref())),
        (Label::Companions, Some(list(language, &companions(edition, card)))),
        (Label::Requires, Some(list(language, &post.requires))),
        (Label::Bring, Some(list(language, &facts::bring(edition, card.post)))),
        (Label::Heed, Some(joined(language, &facts::notes(edition, card.post)))),
    ];
    let said =
        |(label, words): (Label, Option<String>)| Some((label, words.filter(|words| !words.is_empty())?));
    facts.into_iter().filter_map(said).collect()
}

/// The days of several sessions, those of the same hours together.
fn days(edition: Edition<'_>, sessions: &[&Session]) -> String {
    let language = edition.language;
    let mut sorted = sessions.to_vec();
    sorted.sort_by_key(|session| (session.hours, session.date));
    let of_hours = sorted.chunk_by(|one, other| one.hours == other.hours).map(|sessions| {
        let days: Vec<NaiveDate> = sessions.iter().map(|session| session.date).collect();
        format!("{} {}", measure::dashed(language, sessions[0].hours), edition.say(Line::Days(days)))
    });
    of_hours.collect::<Vec<String>>().join("\n")
}

/// Who else is there, where it is about one session.
fn companions(edition: Edition<'_>, card: &Card<'_>) -> Vec<String> {
    let [session] = card.sessions[..] else { return vec![] };
    let others = session.people.iter().filter(|&&other| other != card.person);
    others.map(|&other| edition.names.ambassador(other).to_owned()).collect()
}
