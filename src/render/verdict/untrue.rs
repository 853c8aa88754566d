//! What a saved plan says and is not so, as findings with a place and a sentence.
//!
//! In: the campaign as it may be shown, and an [`Untrue`]. Out: [`Finding`].

use crate::{
    domain::Language,
    experience::level::Level,
    plan::{
        level::ThursdayLevel,
        untrue::{Fault, Untrue},
    },
    render::{
        edition::shown::Shown,
        verdict::Finding,
        wording::{Phrase, bracketed, level::LevelName, list, measure, untrue::NotSo},
    },
};
use chrono::NaiveDate;

/// A statement that is not so, with its place in the plan.
pub(in crate::render) fn finding(domain: &Shown<'_>, untrue: &Untrue, language: Language) -> Finding {
    let whom: Vec<String> = untrue
        .entry
        .iter()
        .filter(|(_, id)| !id.is_empty())
        .map(|(key, id)| called(domain, &untrue.path, key, id, language))
        .collect();
    let said = not_so(domain, untrue).say(language);
    let sentence = match (language, list(language, &whom)) {
        (_, whom) if whom.is_empty() => said,
        (Language::Zh, whom) => format!("{whom}：{said}"),
        (Language::En, whom) => format!("{whom}: {said}"),
    };
    Finding { rule: untrue.path.clone(), places: vec![untrue.place], sentence }
}

fn not_so(domain: &Shown<'_>, untrue: &Untrue) -> NotSo {
    let path = untrue.path.as_str();
    match (&untrue.fault, path) {
        (Fault::Other { written, found }, _) => {
            let shown =
                |words: &Option<String>| words.as_ref().map_or("null".into(), |words| domain.said(words));
            let key = path.rsplit('.').next().unwrap_or(path).to_owned();
            NotSo::Other { key, written: shown(written), found: shown(found) }
        }
        (Fault::Repeated, _) => NotSo::Repeated(path.to_owned()),
        (Fault::Unfounded, "unplaced") => NotSo::Placed,
        (Fault::Missing, "unplaced") => NotSo::NotListed,
        (Fault::Unfounded, "shortages") => NotSo::NeedMet,
        (Fault::Missing, "shortages") => NotSo::NeedNotListed,
        (Fault::Unfounded, "thursday_action") => NotSo::ThursdayAction,
        (Fault::Missing, "thursday_action") => NotSo::NoThursdayAction,
        (Fault::Unfounded, "mends.keep_until") => NotSo::NotKept,
        (Fault::Unfounded, _) => NotSo::Unfounded(path.to_owned()),
        (Fault::Missing, _) => NotSo::Missing(path.to_owned()),
        (Fault::WorseBound, _) => NotSo::WorseBound,
        (Fault::Unproven, _) => NotSo::Unproven,
        (Fault::OutOfOrder, _) => NotSo::OutOfOrder,
    }
}

/// What an id of the plan stands for.
fn called(domain: &Shown<'_>, path: &str, key: &str, id: &str, language: Language) -> String {
    let written = domain.written();
    let named = |position: Option<usize>, name: &dyn Fn(usize) -> String| position.map(name);
    let name = match key {
        "ambassador" => named(written.ambassadors.iter().position(|one| one.id == id), &|at| {
            let (person, mark) =
                (&domain.ambassadors[at], domain.mark(crate::domain::people::AmbassadorIx(at)));
            if person.name == mark { mark } else { bracketed(language, &person.name, &mark) }
        }),
        "post" => named(written.posts.iter().position(|one| one.id == id), &|at| {
            format!("“{}”", domain.posts[at].title)
        }),
        "unit" => {
            named(written.units.iter().position(|one| one.id == id), &|at| domain.units[at].name.clone())
        }
        "neighbourhood" => named(written.neighbourhoods.iter().position(|one| one.id == id), &|at| {
            domain.neighbourhoods[at].name.clone()
        }),
        "theme" => {
            named(written.themes.iter().position(|one| one.id == id), &|at| domain.themes[at].name.clone())
        }
        "date" => NaiveDate::parse_from_str(id, "%Y-%m-%d").ok().map(|date| measure::date(language, date)),
        "id" if path.starts_with("levels") => level(domain, id, language),
        _ => None,
    };
    name.unwrap_or_else(|| domain.said(id))
}

/// A level's name with its id.
fn level(domain: &Shown<'_>, id: &str, language: Language) -> Option<String> {
    let name = match Level::from_id(id) {
        Some(level) => LevelName::of(level, domain.rules.wishes, domain.longest_wishes).say(language),
        None => ThursdayLevel::from_id(id)?.say(language),
    };
    Some(bracketed(language, &name, id))
}
