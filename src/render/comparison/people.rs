//! Who fares otherwise, by name: where the person was and is, as which wish, and how far.

use crate::{
    domain::Language,
    inquiry::moves::{Move, MoveKind},
    plan::outline::Attendance,
    render::{
        edition::{discretion::Discretion, names::NamesById, shown::Shown},
        wording::{Phrase, inquiry::Inquiry, joined, measure},
    },
};

use std::collections::BTreeSet;

const KINDS: [MoveKind; 5] =
    [MoveKind::Gains, MoveKind::Loses, MoveKind::Moves, MoveKind::Joins, MoveKind::Leaves];

/// Those of each kind: how many they are, and an item for each.
pub(in crate::render) fn grouped(
    moves: &[Move],
    base: &Shown<'_>,
    other: &Shown<'_>,
    language: Language,
) -> Vec<(String, Vec<String>)> {
    let names = [base, other].map(|shown| NamesById::of([shown], Discretion::default(), language));
    let wishing = [base, other].map(|shown| {
        let wishing = shown.ambassadors.iter().filter(|person| !person.wishes.is_empty());
        wishing.map(|person| person.id.as_str()).collect::<BTreeSet<&str>>()
    });
    let mut groups = Vec::new();
    for kind in KINDS {
        let of_kind: Vec<&Move> = moves.iter().filter(|one| one.kind == kind).collect();
        if of_kind.is_empty() {
            continue;
        }
        let heading = (kind, of_kind.len()).say(language);
        let items = of_kind.into_iter().map(|one| {
            let sides = [(&one.before, &wishing[0], &names[0]), (&one.after, &wishing[1], &names[1])];
            let said: Vec<String> = sides
                .iter()
                .filter_map(|(sessions, wishing, names)| {
                    Some(said(sessions.as_ref()?, wishing.contains(one.id.as_str()), names, language))
                })
                .collect();
            let name = sides
                .iter()
                .rev()
                .find_map(|(sessions, _, names)| sessions.as_ref().map(|_| names.ambassador(&one.id)))
                .unwrap_or_default();
            match language {
                Language::Zh => format!("{name}：{}", said.join(" → ")),
                Language::En => format!("{name}: {}", said.join(" → ")),
            }
        });
        groups.push((heading, items.collect()));
    }
    groups
}

fn said(sessions: &[Attendance], has_wishes: bool, names: &NamesById, language: Language) -> String {
    if sessions.is_empty() {
        return Inquiry::NoSession.say(language);
    }
    let said: Vec<String> =
        sessions.iter().map(|session| words(session, has_wishes, names, language)).collect();
    said.join(match language {
        Language::Zh => "；",
        Language::En => "; ",
    })
}

fn words(session: &Attendance, has_wishes: bool, names: &NamesById, language: Language) -> String {
    let (day, post) = (measure::session(language, session.date, session.hours), names.post(&session.post));
    let mut parts = vec![match language {
        Language::Zh => format!("{day}{post}"),
        Language::En => format!("{day} {post}"),
    }];
    match session.wish {
        Some(number) => parts.push(measure::wish(language, number)),
        None if has_wishes => parts.push(Inquiry::NotWished.say(language)),
        None => {}
    }
    parts.extend(session.metres.map(|metres| measure::way(language, metres)));
    joined(language, &parts)
}
