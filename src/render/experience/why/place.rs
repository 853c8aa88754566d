//! Why a post has those whom it has, and what one more person would cost; or the same of each session of a day.
//!
//! In: an [`Edition`] and [`PlaceExplanation`]s. Out: sections. Nobody is named unless that is wanted.

use crate::{
    domain::{people::AmbassadorIx, places::PostIx},
    experience::{
        explanation::{
            claims::Missing,
            person::Question,
            place::{PlaceExplanation, Wanted},
        },
        roster::Placement,
    },
    render::{
        block::{Block, Item, Section},
        edition::Edition,
        experience::{
            reason::session,
            why::{
                moves::{given, moved, spot},
                parts::Spot,
                short, whole,
                words::sentence_case,
            },
        },
        wording::{Phrase, bracketed, count, list, measure, quoted},
    },
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// How a post is told of.
pub struct PlaceTelling<'a> {
    /// Whether anybody is named.
    pub names: bool,
    /// The command that asks why a wish of somebody did not come true.
    pub command: &'a dyn Fn(AmbassadorIx, u32) -> String,
}

/// A post: a sentence, who is there, who would have liked to be, and what one more would cost.
pub fn post(
    edition: Edition<'_>,
    explanation: &PlaceExplanation,
    telling: &PlaceTelling<'_>,
) -> Vec<Section> {
    let mut sections = vec![Section::sentences(vec![sentence(edition, explanation)])];
    sections.push(Section::list(edition.say(Heading::There), there(edition, explanation, telling.names)));
    let not = explanation.wanted.iter().filter_map(|one| Some((one, one.why.as_ref()?)));
    let items: Vec<Item> = if telling.names {
        let items = not.map(|(one, why)| {
            let moves = why.moves().map(|moves| moved(edition, one.ambassador, moves, true));
            let again = Told::Again((telling.command)(one.ambassador, one.number));
            let wish = measure::wish(edition.language, one.number);
            let who = bracketed(edition.language, edition.names.ambassador(one.ambassador), &wish);
            let why = whole(edition, missing(edition, explanation.post, one), why);
            let below = moves.into_iter().flatten().chain([edition.say(again)]).collect();
            Item { text: edition.say(Told::Of { subject: who, why }), below }
        });
        items.collect()
    } else {
        let mut alike: BTreeMap<String, usize> = BTreeMap::new();
        for (one, why) in not {
            let why = short(edition, missing(edition, explanation.post, one), why);
            *alike.entry(why).or_default() += 1;
        }
        let items = alike.into_iter().map(|(why, people)| {
            Item::from(edition.say(Told::Of { subject: edition.say(Told::People(people)), why }))
        });
        items.collect()
    };
    sections.push(Section::new(edition.say(Heading::NotThere), vec![Block::List(items)]));
    sections.extend(one_more(edition, explanation, telling.names));
    sections
}

/// The wish for a post that somebody has in vain.
fn missing(edition: Edition<'_>, post: PostIx, one: &Wanted) -> Missing {
    let wishes = &edition.domain.ambassador(one.ambassador).wishes;
    let position = wishes.iter().position(|wish| wish.post == post && wish.number == one.number);
    Missing::OfPerson(one.ambassador, position.map_or(Question::Place, Question::Wish))
}

/// A day: each of its sessions.
pub fn day(
    edition: Edition<'_>,
    date: NaiveDate,
    sessions: &[PlaceExplanation],
    names: bool,
) -> Vec<Section> {
    let date = measure::date(edition.language, date);
    let running = sessions.iter().filter(|one| !one.given.is_empty()).count();
    let people = sessions.iter().map(|one| one.given.len()).sum();
    let sentence = Told::Day { date, sessions: sessions.len(), running, people };
    let mut in_order: Vec<&PlaceExplanation> = sessions.iter().collect();
    in_order.sort_by_key(|one| (edition.domain.post(one.post).position, one.session));
    let items = in_order.into_iter().map(|one| {
        let there = there(edition, one, names);
        let why = one.one_more.as_ref().map(|why| whole(edition, Missing::Seat(one.post, one.session), why));
        let subject = one.session.map(|there| session(edition, there)).unwrap_or_default();
        let taken = Told::Taken { seats: one.seats, people: one.given.len() };
        let text = edition.say(Told::Of { subject, why: edition.say(taken) });
        let why = why.map(|why| edition.say(Told::Whole(why)));
        Item { text, below: there.into_iter().chain(why).collect() }
    });
    let list = Section::new(edition.say(Heading::Sessions), vec![Block::List(items.collect())]);
    vec![Section::sentences(vec![edition.say(sentence)]), list]
}

/// A unit: each of its posts.
pub fn unit(edition: Edition<'_>, posts: &[PlaceExplanation]) -> Section {
    let items = posts.iter().map(|one| {
        let whole = |why| edition.say(Told::Whole(whole(edition, Missing::Seat(one.post, None), why)));
        let why = one.one_more.as_ref().map(whole);
        Item { text: sentence(edition, one), below: why.into_iter().collect() }
    });
    Section::new(edition.say(Heading::Posts), vec![Block::List(items.collect())])
}

/// All of a post in one sentence.
fn sentence(edition: Edition<'_>, explanation: &PlaceExplanation) -> String {
    let post = edition.domain.post(explanation.post);
    let name = bracketed(
        edition.language,
        &quoted(edition.names.post(explanation.post)),
        edition.names.unit(post.unit),
    );
    let wishing = edition.domain.ambassadors.iter();
    let wishing = wishing.filter(|person| person.wishes.iter().any(|wish| wish.post == explanation.post));
    let pleased = |one: &&Placement| matches!(spot(edition, one), Spot::Wish(_));
    edition.say(Told::Post {
        name,
        need: edition.domain.wanted(explanation.post),
        placed: explanation.given.len(),
        wished: wishing.count(),
        pleased: explanation.given.iter().filter(pleased).count(),
    })
}

/// Who is there: by name, or how many with which wish.
fn there(edition: Edition<'_>, explanation: &PlaceExplanation, names: bool) -> Vec<String> {
    if names {
        let one = |one: &Placement| {
            let subject = edition.names.ambassador(one.ambassador).to_owned();
            edition.say(Told::Of { subject, why: given(edition, one) })
        };
        return explanation.given.iter().map(one).collect();
    }
    let mut alike: BTreeMap<Spot, usize> = BTreeMap::new();
    for one in &explanation.given {
        *alike.entry(spot(edition, one)).or_default() += 1;
    }
    let told = alike.into_iter().map(|(spot, people)| edition.say(Told::With { people, spot }));
    let told: Vec<String> = told.collect();
    if told.is_empty() { told } else { vec![list(edition.language, &told)] }
}

/// Why a free seat is free.
fn one_more(edition: Edition<'_>, explanation: &PlaceExplanation, names: bool) -> Option<Section> {
    let why = explanation.one_more.as_ref()?;
    let said = edition.say(Told::Whole(whole(edition, Missing::Seat(explanation.post, None), why)));
    let nobody = AmbassadorIx(usize::MAX);
    let moves = why.moves().map(|moves| moved(edition, nobody, moves, names));
    let sentences = std::iter::once(said).chain(moves.into_iter().flatten()).collect();
    Some(Section::new(edition.say(Heading::FreeSeat), vec![Block::Sentences(sentences)]))
}

labels! {
    /// What stands above a part.
    pub enum Heading {
        /// Who is there.
        There: "排上的", "Who is there";
        /// Who is not, and would have liked to be.
        NotThere: "填了志愿没排上的", "Who wished for it and is not there";
        /// Why a seat is free.
        FreeSeat: "空着的名额", "The free seat";
        /// The sessions of a day.
        Sessions: "各场次", "The sessions";
        /// The posts of a unit.
        Posts: "各岗位", "The posts";
    }
}

/// One sentence or phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Told {
    /// A post.
    Post {
        /// With its unit.
        name: String,
        /// How many are wanted.
        need: u64,
        /// How many are placed.
        placed: usize,
        /// How many people wished for it.
        wished: usize,
        /// How many of those placed did.
        pleased: usize,
    },
    /// A day.
    Day {
        /// Which.
        date: String,
        /// How many sessions there are.
        sessions: usize,
        /// How many have anybody.
        running: usize,
        /// How many people.
        people: usize,
    },
    /// Something and what is said of it.
    Of {
        /// What.
        subject: String,
        /// What is said.
        why: String,
    },
    /// So many people.
    People(usize),
    /// So many people with this wish.
    With {
        /// How many.
        people: usize,
        /// The wish.
        spot: Spot,
    },
    /// Seats and people of a session.
    Taken {
        /// Seats.
        seats: usize,
        /// People.
        people: usize,
    },
    /// A sentence by itself.
    Whole(String),
    /// The command that asks again.
    Again(String),
}

impl Phrase for Told {
    fn zh(&self) -> String {
        match self {
            Self::Post { name, need, placed, wished, pleased } => format!(
                "{name}需要 {need} 人次，安排了 {placed} 人次，其中 {pleased} 人次是本人的志愿；填了它的有 {wished} 人。"
            ),
            Self::Day { date, sessions: 0, .. } => format!("{date}没有场次。"),
            Self::Day { date, sessions, running, people } => {
                format!("{date}有 {sessions} 场，{running} 场有人去，共 {people} 人次。")
            }
            Self::Of { subject, why } => format!("{subject}：{why}。"),
            Self::People(people) => format!("{people} 人"),
            Self::With { people, spot } => format!("{people} 人是{}", spot.zh()),
            Self::Taken { seats: 0, people } => format!("安排了 {people} 人，不接待"),
            Self::Taken { seats, people } => format!("安排了 {people} 人，名额 {seats} 个"),
            Self::Whole(why) => format!("{why}。"),
            Self::Again(command) => format!("重算这一条：{command}"),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Post { name, need, placed, wished, pleased } => format!(
                "{name}: {need} wanted, {placed} placed, {pleased} of them with a wish for it; {} wished for it.",
                count(*wished, "person", "people")
            ),
            Self::Day { date, sessions: 0, .. } => format!("{date}: there is no session."),
            Self::Day { date, sessions, running, people } => format!(
                "{date}: {}, {running} of them with people, {} in all.",
                count(*sessions, "session", "sessions"),
                count(*people, "placement", "placements")
            ),
            Self::Of { subject, why } => format!("{subject}: {why}."),
            Self::People(people) => count(*people, "person", "people"),
            Self::With { people, spot } => format!("{people} with {}", spot.en()),
            Self::Taken { seats: 0, people } => format!("{people} placed, the unit is closed"),
            Self::Taken { seats, people } => format!("{people} placed, {}", count(*seats, "seat", "seats")),
            Self::Whole(why) => format!("{}.", sentence_case(why)),
            Self::Again(command) => format!("To solve this again: {command}"),
        }
    }
}
