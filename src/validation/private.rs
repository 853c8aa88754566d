//! Numbers of people where a name, a title or an id should stand: they are hidden on paper, and that looks odd.
//!
//! In: the campaign as meant, whose numbers it knows, and as written. Out: a warning at each.

use crate::{
    campaign::{schema::File, written::Text},
    diagnostic::value::Value,
    domain::{Domain, private::Numbers},
    validation::check::Check,
};

/// Warns of every number at its place.
pub(super) fn warn(domain: &Domain, file: &File, check: &mut Check) {
    let numbers = Numbers::of(domain);
    for (text, belongs) in named(file) {
        let Some(text) = text else { continue };
        let Some(found) = numbers.find(text.words()).into_iter().next() else { continue };
        let problem = belongs.map_or(Value::NumberInId, |belongs| Value::NumberInName { belongs });
        check.report(text.part(found.start, found.end), problem);
    }
}

/// Every id, `None` beside it; every name and title with the key where a number belongs, empty where there is none.
fn named(file: &File) -> Vec<(Option<&Text>, Option<&'static str>)> {
    let mut named = Vec::new();
    if let Some(header) = &file.campaign {
        let lecture = header.lecture.as_ref();
        let texts = [header.name.as_ref(), lecture.and_then(|one| one.title.as_ref())];
        named.extend(texts.map(|text| (text, Some(""))));
        named.push((lecture.and_then(|one| one.speaker.as_ref()), Some("")));
    }
    for unit in file.units.iter().flatten() {
        named.extend([(unit.id.as_ref(), None), (unit.name.as_ref(), Some("contact"))]);
    }
    for post in file.posts.iter().flatten() {
        named.extend([(post.id.as_ref(), None), (post.title.as_ref(), Some(""))]);
        named.push((post.mentor.as_ref(), Some("mentor_phone")));
    }
    for person in file.ambassadors.iter().flatten() {
        named.extend([(person.id.as_ref(), None), (person.name.as_ref(), Some("phone"))]);
    }
    for place in file.neighbourhoods.iter().flatten() {
        named.extend([(place.id.as_ref(), None), (place.name.as_ref(), Some("contact"))]);
    }
    for theme in file.themes.iter().flatten() {
        named.extend([(theme.id.as_ref(), None), (theme.name.as_ref(), Some(""))]);
    }
    named
}
