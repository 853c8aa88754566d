//! A contradiction as text: every member in words, at its line, and the ways out.
//!
//! In: the campaign and its [`Conflict`]. Out: text with carets, ending with a line feed.

use crate::{
    domain::{
        Language,
        organizations::Organizations,
        requests::{Bond, Pin},
    },
    experience::explanation::{
        conflict::{Matter, Member},
        contradiction::Conflict,
        ways::{Others, Ways, remedy::Step},
    },
    plan::outline::Visit,
    render::{
        diagnostic::Excerpt,
        edition::{names::Names, shown::Shown},
        experience::reason::Because,
        terminal::{Page, clean::in_one_line},
        wording::{Phrase, command, contradiction::Contradiction, list, measure, run::Run},
    },
    source::Sources,
};
use annotate_snippets::{Group, Level, Renderer};

/// Where the pins of a campaign come from.
#[derive(Debug, Clone, Copy)]
pub struct Agreed<'a> {
    /// How many were agreed; the others keep what was before a repair.
    pub pins: usize,
    /// Those of them that the organizer has ordered in the same command.
    pub ordered: &'a [Ordered],
}

/// A placement that an option gives to somebody.
#[derive(Debug, Clone)]
pub struct Ordered {
    /// Who goes where.
    pub visit: Visit,
    /// The option as typed.
    pub option: String,
    /// Whether two change places.
    pub swaps: bool,
}

/// What cannot hold together, and what to do about it.
pub fn text(
    domain: &Shown<'_>,
    agreed: Agreed<'_>,
    sources: &Sources,
    conflict: &Conflict,
    page: Page,
) -> String {
    let Page { language, width } = page;
    let names = Names::of(domain, language);
    let say = |phrase: Contradiction| phrase.say(language);
    let (error, note, hint) = (Run::Error.say(language), say(Contradiction::Note), Run::Hint.say(language));
    let members: Vec<(String, Option<Excerpt>)> = conflict
        .members
        .iter()
        .map(|&member| {
            let place = member.place(domain).filter(|place| !sources.is_made_up(place.file));
            let excerpt = place.map(|place| Excerpt::of(place, None, sources));
            (words(member, domain, agreed, &names, language).say(language), excerpt)
        })
        .collect();
    let (title, relax) = (say(Contradiction::Title), say(Contradiction::Relax));
    let mut report = vec![Group::with_title(
        Level::ERROR.with_name(error.as_str()).primary_title(title).id("contradiction"),
    )];
    report.extend(members.iter().map(|(words, excerpt)| {
        let title = Level::NOTE.with_name(note.as_str()).secondary_title(words.as_str());
        let group = Group::with_title(title);
        match excerpt {
            Some(excerpt) => excerpt.within(group),
            None => group,
        }
    }));
    let told = Told { domain, agreed, sources, names: &names, language };
    let ways = ways(&conflict.ways, &told);
    if conflict.ways.ways.is_empty() {
        report.push(Group::with_title(Level::HELP.with_name(hint.as_str()).secondary_title(relax)));
    }
    let rendered = Renderer::styled().term_width(width).render(&report);
    let text = members
        .iter()
        .filter_map(|(_, excerpt)| excerpt.as_ref())
        .fold(rendered, |text, one| one.without_line(text));
    ways.iter().fold(text + "\n", |text, line| text + line + "\n")
}

/// What is needed to say what to do.
struct Told<'a> {
    domain: &'a Shown<'a>,
    agreed: Agreed<'a>,
    sources: &'a Sources,
    names: &'a Names,
    language: Language,
}

/// The ways out, a line each, beneath what they are; nothing where none is known.
fn ways(found: &Ways, told: &Told<'_>) -> Vec<String> {
    let say = |phrase: Contradiction| in_one_line(&phrase.say(told.language));
    let others = match found.others {
        Others::TooLarge => return vec![say(Contradiction::TooLarge)],
        _ if found.ways.is_empty() => return Vec::new(),
        Others::NotSought => None,
        Others::None => Some(false),
        Others::Perhaps => Some(true),
    };
    let heading = say(Contradiction::Ways { others });
    let ways = found.ways.iter().zip(1..).map(|(way, number): (_, usize)| {
        let steps = way.steps.iter().map(|step| told.step(step));
        let options: Vec<String> = way.options().into_iter().map(command::option).collect();
        say(Contradiction::Way { number, steps: steps.collect(), options: options.join(" ") })
    });
    std::iter::once(heading).chain(ways).collect()
}

impl Told<'_> {
    fn step(&self, step: &Step) -> String {
        let Self { domain, sources, names, language, .. } = self;
        let what = match words(step.member, domain, self.agreed, names, *language) {
            Contradiction::Rule { rule, matter } => Contradiction::Loosened { rule, matter },
            Contradiction::Ordered { option, swaps, .. } => {
                return Contradiction::Forgo { option, swaps }.say(*language);
            }
            entry => entry,
        };
        let what = what.say(*language);
        let place = step.member.place(domain).filter(|place| !sources.is_made_up(place.file));
        let place = place.map(|place| {
            let file = sources.name(place.file).to_owned();
            match sources.spot(place) {
                Some(spot) => Contradiction::Cell { file, cell: spot.address() },
                None => Contradiction::Line { file, line: sources.line_column(place).0 },
            }
            .say(*language)
        });
        let days: Vec<String> = step.days.iter().map(|&day| measure::date(*language, day)).collect();
        let days = list(*language, &days);
        match step.member {
            Member::Rule(..) if step.options.is_empty() => Contradiction::LetIn { what, days, place },
            Member::Rule(..) => Contradiction::Loosen { what, days },
            _ => Contradiction::TakeOut { what, place },
        }
        .say(*language)
    }
}

/// An agreed placement in words.
pub fn pin(domain: &Shown<'_>, position: usize, language: Language) -> String {
    let names = Names::of(domain, language);
    let agreed = Agreed { pins: domain.pins.len(), ordered: &[] };
    words(Member::Pin(position), domain, agreed, &names, language).say(language)
}

impl Ordered {
    /// Whether a pin says the same.
    fn is(&self, pin: &Pin, domain: &Shown<'_>) -> bool {
        let Visit { ambassador, post, date, hours } = &self.visit;
        let ids = (&domain.ambassador(pin.ambassador).id, &domain.post(pin.post).id);
        ids == (ambassador, post) && pin.date == Some(*date) && pin.hours == *hours
    }
}

/// When a pin is; nothing where it leaves that to the plan.
fn day(pin: &Pin, language: Language) -> Option<String> {
    let hours = || pin.hours.map(|hours| hours.to_string());
    pin.date.map(|date| measure::session(language, date, pin.hours)).or_else(hours)
}

fn words(
    member: Member,
    domain: &Shown<'_>,
    agreed: Agreed<'_>,
    names: &Names,
    language: Language,
) -> Contradiction {
    match member {
        Member::Pin(position) if position >= agreed.pins => {
            let pin = &domain.pins[position];
            Contradiction::Kept {
                person: names.ambassador(pin.ambassador).to_owned(),
                post: names.post(pin.post).to_owned(),
                date: day(pin, language).unwrap_or_default(),
            }
        }
        Member::Pin(position) => {
            let pin = &domain.pins[position];
            let (person, post) = (names.ambassador(pin.ambassador), names.post(pin.post));
            let (person, post, date) = (person.to_owned(), post.to_owned(), day(pin, language));
            match agreed.ordered.iter().find(|one| one.is(pin, domain)) {
                Some(Ordered { option, swaps, .. }) => {
                    Contradiction::Ordered { option: option.clone(), swaps: *swaps, person, post, date }
                }
                None => Contradiction::Pin { person, post, date },
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
        Member::Rule(rule, matter) => Contradiction::Rule {
            rule: rule.say(language),
            matter: concerned(matter, domain, names, language),
        },
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
            let hours = domain.post(session.post).told(session.hours);
            Because::OnDay { post, date: measure::session(language, session.date, hours) }.say(language)
        }
        Matter::Post(post) => names.post(post).to_owned(),
        Matter::Unit(unit) => names.unit(unit).to_owned(),
        Matter::UnitDay(unit, date) => {
            Contradiction::OnDay { who: names.unit(unit).to_owned(), date: day(date) }.say(language)
        }
        Matter::Organization(organization) => {
            let first = Organizations::of(domain.written()).first_of(organization);
            domain.organization(first).unwrap_or_default().to_owned()
        }
        Matter::MentorDay(mentor, date) => {
            Contradiction::OnDay { who: names.mentor(mentor).to_owned(), date: day(date) }.say(language)
        }
    })
}
