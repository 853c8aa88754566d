//! A contradiction as text: every member in words, at its line.
//!
//! In: the campaign and its [`Conflict`]. Out: text with carets, ending with a line feed.

use crate::{
    domain::{Language, requests::Bond},
    experience::explanation::conflict::{Conflict, Matter, Member},
    render::{
        diagnostic::Excerpt,
        edition::{names::Names, shown::Shown},
        terminal::Page,
        wording::{Phrase, conflict::Contradiction, list, measure, reason::Because, run::Run},
    },
    source::Sources,
};
use annotate_snippets::{Group, Level, Renderer};

/// What cannot hold together, and what to do about it; pins from the `agreed`th on keep what was before a repair.
pub fn text(domain: &Shown<'_>, agreed: usize, sources: &Sources, conflict: &Conflict, page: Page) -> String {
    let Page { language, width } = page;
    let names = Names::of(domain, language);
    let say = |phrase: Contradiction| phrase.say(language);
    let (error, note, hint) = (Run::Error.say(language), say(Contradiction::Note), Run::Hint.say(language));
    let members: Vec<(String, Option<Excerpt>)> = conflict
        .members
        .iter()
        .map(|&member| {
            let excerpt = member.place(domain).map(|place| Excerpt::of(place, None, sources));
            (words(member, domain, agreed, &names, language).say(language), excerpt)
        })
        .collect();
    let (title, relax) = (say(Contradiction::Title), say(Contradiction::Relax));
    let mut report = vec![Group::with_title(
        Level::ERROR.with_name(error.as_str()).primary_title(title).id("contradiction"),
    )];
    report.extend(members.iter().map(|(words, excerpt)| {
        let title = Level::NOTE.with_name(note.as_str()).secondary_title(words.as_str());
        Group::with_title(title).elements(excerpt.iter().map(Excerpt::snippet))
    }));
    report.push(Group::with_title(Level::HELP.with_name(hint.as_str()).secondary_title(relax)));
    Renderer::styled().term_width(width).render(&report) + "\n"
}

/// An agreed placement in words.
pub fn pin(domain: &Shown<'_>, position: usize, language: Language) -> String {
    let names = Names::of(domain, language);
    words(Member::Pin(position), domain, domain.pins.len(), &names, language).say(language)
}

fn words(
    member: Member,
    domain: &Shown<'_>,
    agreed: usize,
    names: &Names,
    language: Language,
) -> Contradiction {
    match member {
        Member::Pin(position) if position >= agreed => {
            let pin = &domain.pins[position];
            Contradiction::Kept {
                person: names.ambassador(pin.ambassador).to_owned(),
                post: names.post(pin.post).to_owned(),
                date: pin.date.map(|date| measure::date(language, date)).unwrap_or_default(),
            }
        }
        Member::Pin(position) => {
            let pin = &domain.pins[position];
            Contradiction::Pin {
                person: names.ambassador(pin.ambassador).to_owned(),
                post: names.post(pin.post).to_owned(),
                date: pin.date.map(|date| measure::date(language, date)),
            }
        }
        Member::Ban(position) => {
            let ban = &domain.bans[position];
            Contradiction::Ban {
                person: names.ambassador(ban.ambassador).to_owned(),
                post: names.post(ban.post).to_owned(),
            }
        }
        Member::Group(position) => {
            let group = &domain.groups[position];
            let people: Vec<String> =
                group.members.iter().map(|&person| names.ambassador(person).to_owned()).collect();
            let people = list(language, &people);
            match group.bond {
                Bond::Apart => Contradiction::Apart(people),
                Bond::TogetherMust | Bond::TogetherTry => Contradiction::Together(people),
            }
        }
        Member::Rule(rule, matter) => {
            Contradiction::Rule { rule, matter: concerned(matter, domain, names, language) }
        }
    }
}

fn concerned(matter: Matter, domain: &Shown<'_>, names: &Names, language: Language) -> Option<String> {
    let day = |date| measure::date(language, date);
    Some(match matter {
        Matter::Campaign => return None,
        Matter::Person(person) => names.ambassador(person).to_owned(),
        Matter::Session(session) => {
            let session = domain.session(session);
            let post = names.post(session.post).to_owned();
            Because::OnDay { post, date: day(session.date) }.say(language)
        }
        Matter::UnitDay(unit, date) => {
            Contradiction::OnDay { who: names.unit(unit).to_owned(), date: day(date) }.say(language)
        }
        Matter::MentorDay(mentor, date) => {
            Contradiction::OnDay { who: names.mentor(mentor).to_owned(), date: day(date) }.say(language)
        }
    })
}
