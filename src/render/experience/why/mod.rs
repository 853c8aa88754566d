//! Why somebody has what he or she has: a sentence, then each wish with what it would cost, then where the person may go.
//!
//! In: an [`Edition`] and a [`PersonExplanation`]. Out: sections. No id of a rule or level is said, and nobody else's name unless
//! that is wanted.

pub mod claims;
pub mod data;
pub mod letter;
mod mended;
mod moves;
pub mod parts;
pub mod place;
pub mod words;

use crate::{
    domain::{people::AmbassadorIx, places::PostIx},
    experience::{
        explanation::{
            claims::Missing,
            consequence::Change,
            person::{Answer, Asked, Funnel, PersonExplanation, Question, Why},
        },
        level::Level,
    },
    render::{
        block::{Block, Item, Section},
        departure::Departures,
        edition::Edition,
        experience::{
            rule::Barred,
            summary::counts,
            why::{
                moves::{given, moved},
                parts::{Premise, Worse},
                words::{Heading, Said},
            },
        },
        wording::{list, measure, quoted},
    },
};

/// How an explanation is told.
pub struct Telling<'a> {
    /// Whether others are named.
    pub names: bool,
    /// The command that gives the answer to one question again.
    pub command: &'a dyn Fn(Question) -> String,
}

/// The whole explanation.
pub fn sections(
    edition: Edition<'_>,
    explanation: &PersonExplanation,
    telling: &Telling<'_>,
) -> Vec<Section> {
    let answers = explanation.answers.iter().map(|answer| item(edition, explanation, answer, telling));
    vec![
        Section::sentences(vec![sentence(edition, explanation)]),
        Section::new(edition.say(Heading::Answers), vec![Block::List(answers.collect())]),
        Section::new(edition.say(Heading::Funnel), vec![Block::Sentences(funnel(edition, explanation))]),
    ]
}

/// All of it in one sentence.
pub fn sentence(edition: Edition<'_>, explanation: &PersonExplanation) -> String {
    let person = explanation.ambassador;
    let given: Vec<String> = explanation.given.iter().map(|one| given(edition, one)).collect();
    let given = (!given.is_empty()).then(|| list(edition.language, &given));
    let has_wishes = !edition.domain.ambassador(person).wishes.is_empty();
    let rest = explanation.answers.first().map(|answer| {
        let why = short(edition, Missing::OfPerson(person, answer.question), &answer.why);
        match answer.question {
            Question::Place => Said::NoPlace(why),
            Question::Wish(position) => Said::NotGiven { wish: wish(edition, person, position), why },
        }
    });
    let rest = rest.unwrap_or_else(|| match explanation.asked {
        Asked::Number(number) => Said::CameTrue(measure::wish(edition.language, number)),
        Asked::Open if has_wishes => Said::NothingBetter,
        Asked::Open => Said::NoWishes,
    });
    let name = edition.names.ambassador(person).to_owned();
    edition.say(Said::Sentence { name, given, rest: edition.say(rest) })
}

/// The n-th wish in somebody's list and its post.
fn wish(edition: Edition<'_>, ambassador: AmbassadorIx, position: usize) -> String {
    let wish = &edition.domain.ambassador(ambassador).wishes[position];
    let post = edition.names.post(wish.post);
    format!("{}{}", measure::wish(edition.language, wish.number), edition.say(Said::Post(post.to_owned())))
}

/// Why, without figures.
fn short(edition: Edition<'_>, missing: Missing, why: &Why) -> String {
    let given = || edition.say(Premise::of(missing));
    edition.say(match why {
        Why::Barred(rules) => return mended::barred(edition, missing, rules),
        Why::Settled => return mended::settled(edition, missing),
        Why::NobodyLeft => Said::NobodyLeft,
        Why::Impossible(members) => Said::Impossible(members.iter().map(|&one| edition.say(one)).collect()),
        Why::Outweighed(change, _) => {
            Said::Outweighed { premise: given(), worse: edition.say(Worse(change.level)) }
        }
        Why::Overlooked(..) => Said::Overlooked(given()),
        Why::Tie(_) => Said::Tie { premise: given(), drawn: is_drawn(edition) },
        Why::Unknown => Said::Unknown,
    })
}

/// Why, with figures where there are any.
fn whole(edition: Edition<'_>, missing: Missing, why: &Why) -> String {
    match why {
        Why::Outweighed(change, _) | Why::Overlooked(change, _) => {
            figures(edition, change, Premise::of(missing))
        }
        _ => short(edition, missing, why),
    }
}

/// Whether the plan is proved to be the one that the lot draws among equals.
fn is_drawn(edition: Edition<'_>) -> bool {
    let lot = edition.plan.experience.levels.last();
    lot.is_some_and(|level| level.level == Level::Lot && level.proven)
}

/// One answer with its figures, who would move, and the command that gives it again.
fn item(
    edition: Edition<'_>,
    explanation: &PersonExplanation,
    answer: &Answer,
    telling: &Telling<'_>,
) -> Item {
    let person = explanation.ambassador;
    let subject = match answer.question {
        Question::Place => edition.say(Said::Anything),
        Question::Wish(position) => wish(edition, person, position),
    };
    let why = whole(edition, Missing::OfPerson(person, answer.question), &answer.why);
    let moved = answer.why.moves().map(|moves| moved(edition, person, moves, telling.names));
    let again = edition.say(Said::Again((telling.command)(answer.question)));
    let below = moved.into_iter().flatten().chain([again]);
    Item { text: edition.say(Said::Answer { subject, why }), below: below.collect() }
}

/// From what to what a level would change.
fn figures(edition: Edition<'_>, change: &Change, premise: Premise) -> String {
    let Change { level, from, to, .. } = *change;
    let (name, counts) = (edition.say(level), counts(edition, level));
    let (premise, is_loss) = (edition.say(premise), change.is_loss());
    edition.say(Said::Changes { premise, level: name, from, to, counts, is_loss })
}

/// What bars how many of the posts, and which remain.
fn funnel(edition: Edition<'_>, explanation: &PersonExplanation) -> Vec<String> {
    if let Some(left) = mended::person_left(edition, explanation.ambassador) {
        return vec![edition.say(Said::Whole(left))];
    }
    let Funnel { barred, settled, remaining } = &explanation.funnel;
    // Whatever has left is none of those that were considered.
    let [there, _] = Departures::of(edition).posts(edition);
    let counted = |posts: &[PostIx]| posts.iter().filter(|post| there.contains(post)).count();
    let barred = barred.iter().map(|(rules, posts)| (rules, counted(posts)));
    let barred: Vec<_> = barred.filter(|(_, posts)| *posts > 0).collect();
    let settled = counted(settled);
    let all = barred.iter().map(|(_, posts)| posts).sum::<usize>() + settled + remaining.len();
    let barred = barred.into_iter().map(|(rules, posts)| {
        let rules: Vec<String> = rules.iter().map(|&rule| edition.say(Barred(rule))).collect();
        edition.say(Said::PostsBarred { posts, rules })
    });
    let barred = barred.chain((settled > 0).then(|| edition.say(Said::PostsSettled(settled))));
    let mut remaining: Vec<PostIx> = remaining.clone();
    remaining.sort_by_key(|&post| edition.domain.post(post).position);
    let titles: Vec<String> = remaining.iter().map(|&post| quoted(edition.names.post(post))).collect();
    let said = Said::Posts { all, barred: barred.collect(), remaining: remaining.len() };
    let titles = (!titles.is_empty()).then(|| edition.say(Said::Remaining(titles)));
    let told = edition.say(said);
    let told = match edition.kept_before() {
        Some(day) => edition.say(Said::PostsFrom { day: measure::date(edition.language, day), told }),
        None => told,
    };
    std::iter::once(told).chain(titles).collect()
}
