//! A contradiction as text: every member in words, at its line.
//!
//! In: the campaign and its [`Conflict`]. Out: text with carets, ending with a line feed.

use crate::{
    domain::{
        Language,
        organizations::Organizations,
        requests::{Bond, Pin},
    },
    experience::{
        explanation::conflict::{Conflict, Matter, Member},
        rule::Rule,
    },
    render::{
        diagnostic::Excerpt,
        edition::{names::Names, shown::Shown},
        experience::reason::Because,
        terminal::Page,
        wording::{Phrase, list, measure, run::Run},
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
    report.push(Group::with_title(Level::HELP.with_name(hint.as_str()).secondary_title(relax)));
    let rendered = Renderer::styled().term_width(width).render(&report);
    members
        .iter()
        .filter_map(|(_, excerpt)| excerpt.as_ref())
        .fold(rendered, |text, one| one.without_line(text))
        + "\n"
}

/// An agreed placement in words.
pub fn pin(domain: &Shown<'_>, position: usize, language: Language) -> String {
    let names = Names::of(domain, language);
    words(Member::Pin(position), domain, domain.pins.len(), &names, language).say(language)
}

/// When a pin is; nothing where it leaves that to the plan.
fn day(pin: &Pin, language: Language) -> Option<String> {
    let hours = || pin.hours.map(|hours| hours.to_string());
    pin.date.map(|date| measure::session(language, date, pin.hours)).or_else(hours)
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
                date: day(pin, language).unwrap_or_default(),
            }
        }
        Member::Pin(position) => {
            let pin = &domain.pins[position];
            Contradiction::Pin {
                person: names.ambassador(pin.ambassador).to_owned(),
                post: names.post(pin.post).to_owned(),
                date: day(pin, language),
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

/// A heading, a hint, or one member of a contradiction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contradiction {
    /// What follows cannot hold together.
    Title,
    /// It is proved that nothing holds, but not by what.
    Unnamed,
    /// What to do about it.
    Relax,
    /// `note`.
    Note,
    /// An agreed placement.
    Pin {
        /// Who.
        person: String,
        /// Where.
        post: String,
        /// When, where that is agreed too.
        date: Option<String>,
    },
    /// A placement of an earlier plan that a repair keeps.
    Kept {
        /// Who.
        person: String,
        /// Where.
        post: String,
        /// When.
        date: String,
    },
    /// A placement that must not be.
    Ban {
        /// Who.
        person: String,
        /// Where.
        post: String,
    },
    /// People who must go together.
    Together(String),
    /// People who must be apart.
    Apart(String),
    /// A rule, and whom or what it concerns.
    Rule {
        /// The rule.
        rule: Rule,
        /// A person, a session, a post, a unit or mentor on a day; nothing for the campaign as a whole.
        matter: Option<String>,
    },
    /// Somebody on a day.
    OnDay {
        /// A unit or a mentor.
        who: String,
        /// The day.
        date: String,
    },
}

impl Phrase for Contradiction {
    fn zh(&self) -> String {
        match self {
            Self::Title => "下面这几条不能同时成立，去掉其中任何一条就可以".into(),
            Self::Unnamed => "说定的事互相矛盾，没有方案能全部做到".into(),
            Self::Relax => "改动或去掉其中任意一条，再排一次".into(),
            Self::Note => "说明".into(),
            Self::Pin { person, post, date: Some(date) } => format!("固定安排：{person}{date}去{post}"),
            Self::Pin { person, post, date: None } => format!("固定安排：{person}去{post}"),
            Self::Kept { person, post, date } => {
                format!("原方案中{person}{date}去{post}，保持不变")
            }
            Self::Ban { person, post } => format!("回避：{person}不去{post}"),
            Self::Together(names) => format!("结伴：{names}同去同不去"),
            Self::Apart(names) => format!("分开：{names}不在同一场"),
            Self::Rule { rule, matter: Some(matter) } => format!("规则：{}（{matter}）", rule.zh()),
            Self::Rule { rule, matter: None } => format!("规则：{}", rule.zh()),
            Self::OnDay { who, date } => format!("{who}，{date}"),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Title => "these cannot hold together; without any one of them the others can".into(),
            Self::Unnamed => "what was agreed contradicts itself: no plan keeps all of it".into(),
            Self::Relax => "change or remove any one of them and plan again".into(),
            Self::Note => "note".into(),
            Self::Pin { person, post, date: Some(date) } => format!("pin: {person} at {post} on {date}"),
            Self::Pin { person, post, date: None } => format!("pin: {person} at {post}"),
            Self::Kept { person, post, date } => {
                format!("kept: {person} at {post} on {date}, as the earlier plan has it")
            }
            Self::Ban { person, post } => format!("ban: {person} not at {post}"),
            Self::Together(names) => format!("together: {names}"),
            Self::Apart(names) => format!("apart: {names}"),
            Self::Rule { rule, matter: Some(matter) } => format!("rule: {} ({matter})", rule.en()),
            Self::Rule { rule, matter: None } => format!("rule: {}", rule.en()),
            Self::OnDay { who, date } => format!("{who}, {date}"),
        }
    }
}
