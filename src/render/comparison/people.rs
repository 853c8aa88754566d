//! Who fares otherwise, by name: where the person was and is, as which wish, and how far.

use crate::{
    domain::Language,
    inquiry::moves::{Attendance, Kind, Move, Person},
    render::{
        edition::{names::Names, shown::Shown},
        wording::{Phrase, inquiry::Inquiry, joined, measure},
    },
};

const KINDS: [Kind; 5] = [Kind::Gains, Kind::Loses, Kind::Moves, Kind::Joins, Kind::Leaves];

/// Those of each kind: how many they are, and an item for each.
pub(in crate::render) fn grouped(
    moves: &[Move],
    base: &Shown<'_>,
    other: &Shown<'_>,
    language: Language,
) -> Vec<(String, Vec<String>)> {
    let names = [base, other].map(|shown| Names::of(shown, language));
    let mut groups = Vec::new();
    for kind in KINDS {
        let of_kind: Vec<&Move> = moves.iter().filter(|one| one.kind == kind).collect();
        if of_kind.is_empty() {
            continue;
        }
        let heading = (kind, of_kind.len()).say(language);
        let items = of_kind.into_iter().map(|one| {
            let sides = [(&one.before, base, &names[0]), (&one.after, other, &names[1])];
            let said: Vec<String> = sides
                .iter()
                .filter_map(|(person, shown, names)| Some(sessions(person.as_ref()?, shown, names, language)))
                .collect();
            let name = sides
                .iter()
                .rev()
                .find_map(|(person, _, names)| Some(names.ambassador(person.as_ref()?.ambassador)))
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

fn sessions(person: &Person, shown: &Shown<'_>, names: &Names, language: Language) -> String {
    if person.sessions.is_empty() {
        return Inquiry::NoSession.say(language);
    }
    let has_wishes = !shown.ambassador(person.ambassador).wishes.is_empty();
    let said: Vec<String> =
        person.sessions.iter().map(|session| words(session, has_wishes, names, language)).collect();
    said.join(match language {
        Language::Zh => "；",
        Language::En => "; ",
    })
}

fn words(session: &Attendance, has_wishes: bool, names: &Names, language: Language) -> String {
    let (day, post) = (measure::date(language, session.date), names.post(session.post));
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
