//! The reason as two or three sentences that can be sent to the person whom it is about.
//!
//! In: an [`Edition`] and a [`PersonExplanation`]. Out: lines. Nobody else is named unless that is wanted.

use crate::{
    domain::people::AmbassadorIx,
    experience::explanation::{
        claims::Missing,
        person::{Answer, PersonExplanation, Question, Why},
    },
    render::{
        departure,
        edition::Edition,
        experience::why::{
            moves::{given, moved},
            short, wish,
        },
        wording::{Phrase, list, measure},
    },
};

/// The letter, a line each for the address, what is said, and who says it.
pub fn lines(edition: Edition<'_>, explanation: &PersonExplanation, names: bool) -> Vec<String> {
    let person = explanation.ambassador;
    if let Some(day) = departure::of_person(edition, person).filter(|_| explanation.given.is_empty()) {
        // Whoever has left asks for no place, and is not refused one.
        let left = edition.say(Letter::Left(measure::date(edition.language, day)));
        return addressed(edition, person, &[left, edition.say(Letter::Thanks)]);
    }
    let placements: Vec<String> = explanation.given.iter().map(|one| given(edition, one)).collect();
    let told = if placements.is_empty() {
        Letter::NotPlaced
    } else {
        Letter::Placed(list(edition.language, &placements))
    };
    // A reason that is none, or was not found, is not sent to anybody.
    let is_told = |answer: &&Answer| !matches!(answer.why, Why::Overlooked(..) | Why::Unknown);
    let answer = explanation.answers.iter().find(is_told);
    let because = answer.map(|answer| {
        let why = short(edition, Missing::OfPerson(person, answer.question), &answer.why);
        match answer.question {
            Question::Place => Letter::Because(why),
            Question::Wish(position) => Letter::WishBecause { wish: wish(edition, person, position), why },
        }
    });
    let moves = answer.and_then(|answer| answer.why.moves()).filter(|_| names);
    let moves = moves.map(|moves| {
        let mut lines = moved(edition, person, moves, true).into_iter();
        let (count, how) = (lines.next().unwrap_or_default(), lines.collect());
        edition.say(Letter::Moves { count, how })
    });
    let is_pleased = explanation.answers.is_empty() && !placements.is_empty();
    let close = if is_pleased { Letter::Welcome } else { Letter::Regret };
    let said = [Some(told), because].into_iter().flatten().map(|one| edition.say(one));
    let said: Vec<String> = said.chain(moves).chain([edition.say(close)]).collect();
    addressed(edition, person, &said)
}

fn addressed(edition: Edition<'_>, person: AmbassadorIx, said: &[String]) -> Vec<String> {
    let header = &edition.domain.campaign;
    let sender = header.organizer.clone().unwrap_or_else(|| header.name.clone());
    let dear = Letter::Dear(edition.names.ambassador(person).to_owned());
    vec![edition.say(dear), said.join(&edition.say(Letter::Between)), sender]
}

/// A part of the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Letter {
    /// Whom it is for.
    Dear(String),
    /// Where the person goes.
    Placed(String),
    /// There is no place.
    NotPlaced,
    /// The person takes no part from this day on.
    Left(String),
    /// Why there is none.
    Because(String),
    /// A wish that did not come true.
    WishBecause {
        /// Which.
        wish: String,
        /// Why.
        why: String,
    },
    /// Who would move.
    Moves {
        /// How many.
        count: String,
        /// Who, and from where to where.
        how: Vec<String>,
    },
    /// Where all is well.
    Welcome,
    /// Where it is not.
    Regret,
    /// To whoever has left.
    Thanks,
    /// What stands between two sentences.
    Between,
}

impl Phrase for Letter {
    fn zh(&self) -> String {
        match self {
            Self::Dear(name) => format!("{name}，您好！"),
            Self::Placed(given) => format!("这次请您到{given}体验。"),
            Self::NotPlaced => "很抱歉，这次没能给您排上体验岗位。".into(),
            Self::Left(day) => format!("您自{day}起退出，此后不再为您安排岗位。"),
            Self::Because(why) => format!("原因是：{why}。"),
            Self::WishBecause { wish, why } => format!("您的{wish}没能排上，原因是：{why}。"),
            Self::Moves { count, how } if how.is_empty() => count.clone(),
            Self::Moves { count, how } => format!("{count}{}。", how.join("；")),
            Self::Welcome => "感谢您的参与，期待您来体验！".into(),
            Self::Regret => "请您谅解，感谢您的支持！".into(),
            Self::Thanks => "感谢您的支持！".into(),
            Self::Between => String::new(),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Dear(name) => format!("Dear {name},"),
            Self::Placed(given) => format!("this time we ask you to come to {given}."),
            Self::NotPlaced => "we are sorry that we have no place for you this time.".into(),
            Self::Left(day) => format!("you take no part from {day} on, and are given no place any more."),
            Self::Because(why) => format!("The reason: {why}."),
            Self::WishBecause { wish, why } => format!("Your {wish}, was not possible: {why}."),
            Self::Moves { count, how } if how.is_empty() => count.clone(),
            Self::Moves { count, how } => format!("{count} {}.", how.join("; ")),
            Self::Welcome => "Thank you for taking part; we look forward to seeing you.".into(),
            Self::Thanks => "Thank you for your support.".into(),
            Self::Regret => "We ask for your understanding and thank you for your support.".into(),
            Self::Between => " ".into(),
        }
    }
}
