//! A reason in words.
//!
//! In: why somebody is not placed or a need not met. Out: sentences. That the whole is better as it is, is said only of a
//! plan of which every level is proven.

use crate::{
    domain::places::PostIx,
    experience::{
        level::Level,
        reason::{Reason, Shortage, Unfulfilled, Unplaced},
        roster::Placement,
        rule::Rule,
    },
    render::{
        edition::Edition,
        wording::{Phrase, joined, level::LevelName, list, measure, reason::Because},
    },
};
use chrono::NaiveDate;

/// Why somebody is not placed.
pub(super) fn of_person(edition: Edition<'_>, unplaced: &Unplaced) -> Vec<String> {
    let because = why_not_there(edition, &unplaced.reason);
    because.into_iter().map(|because| edition.say(because)).collect()
}

/// Why none of somebody's wishes came true: a sentence for each, and behind them what holds for all.
pub(super) fn of_wishes(edition: Edition<'_>, wishes: &[Unfulfilled]) -> Vec<String> {
    let language = edition.language;
    let mut is_better_so = false;
    let said = wishes.iter().map(|one| {
        let why = if let Reason::Barred(rules) = &one.reason
            && !rules.is_empty()
        {
            bars(edition, rules)
        } else {
            let mut because = why_not_there(edition, &one.reason);
            is_better_so |= because.contains(&Because::BetterSo);
            because.retain(|because| *because != Because::BetterSo);
            let why: Vec<String> = because.iter().map(|because| because.say(language)).collect();
            joined(language, &why)
        };
        let number = edition.domain.ambassador(one.ambassador).wish_number(one.post).unwrap_or_default();
        let (wish, post) = (measure::wish(language, number), edition.names.post(one.post).to_owned());
        Because::OfWish { wish, post, why }.say(language)
    });
    let said: Vec<String> = said.collect();
    said.into_iter().chain(is_better_so.then(|| Because::BetterSo.say(language))).collect()
}

fn why_not_there(edition: Edition<'_>, reason: &Reason) -> Vec<Because> {
    let seat = |free: Placement| Because::SeatFree(session(edition, free.date, free.post));
    match reason {
        Reason::Barred(rules) if rules.is_empty() => vec![Because::NoSession],
        Reason::Barred(rules) => vec![Because::NowhereToGo(bars(edition, rules))],
        Reason::FreeSeat { placement, against } => free(edition, seat(*placement), *against),
        Reason::Outweighed(rules) => outweighed(edition, rules.as_deref(), Because::MayGo, Because::MayGoBut),
        // Of a person the other kinds are never said.
        Reason::Settled | Reason::NobodyLeft { .. } | Reason::Full => vec![Because::MayGoOnSettledDays],
    }
}

/// Why a need is not met.
pub(super) fn of_post(edition: Edition<'_>, shortage: &Shortage) -> Vec<String> {
    let seat = |free: Placement| Because::SeatFreeFor {
        name: edition.names.ambassador(free.ambassador).to_owned(),
        session: session(edition, free.date, free.post),
    };
    match &shortage.reason {
        Reason::Barred(rules) if rules.is_empty() => vec![Because::NoSession],
        Reason::Barred(rules) => vec![Because::NobodyCanCome(bars(edition, rules))],
        Reason::Settled => vec![Because::MayComeOnSettledDays],
        Reason::NobodyLeft { people: 0, .. } => vec![Because::NobodySignedUp],
        Reason::NobodyLeft { people, barred } => {
            // The tally is of all days.
            let is_whole = edition.kept_before().is_none() && !barred.is_empty();
            let others = is_whole.then(|| Because::OthersBarred(bars(edition, barred)));
            std::iter::once(since(edition, Because::NobodyLeft(*people))).chain(others).collect()
        }
        Reason::Full => vec![since(edition, Because::AllFull)],
        Reason::FreeSeat { placement, against } => free(edition, seat(*placement), *against),
        Reason::Outweighed(rules) => {
            outweighed(edition, rules.as_deref(), Because::MayCome, Because::MayComeBut)
        }
    }
    .into_iter()
    .map(|because| edition.say(because))
    .collect()
}

/// What holds of the days that a repair could change.
fn since(edition: Edition<'_>, because: Because) -> Because {
    let language = edition.language;
    match edition.kept_before() {
        Some(day) => Because::Since { day: measure::date(language, day), because: because.say(language) },
        None => because,
    }
}

fn free(edition: Edition<'_>, seat: Because, against: Option<Level>) -> Vec<Because> {
    let rules = &edition.domain.rules;
    let name = |level| LevelName::of(level, rules.wishes, edition.domain.longest_wishes);
    let cost = |level| Because::WouldCost(edition.say(name(level)));
    vec![seat, against.map_or(Because::WouldGain, cost)]
}

fn outweighed(
    edition: Edition<'_>,
    rules: Option<&[(Rule, usize)]>,
    bare: Because,
    hindered: impl Fn(String) -> Because,
) -> Vec<Because> {
    let levels = &edition.plan.experience.levels;
    let is_proven = !levels.is_empty() && levels.iter().all(|level| level.proven);
    let stands = |rule, pairs| Because::StandsInTheWay { rule, pairs };
    let first = rules.map_or(bare, |rules| hindered(tallied(edition, rules, stands)));
    std::iter::once(since(edition, first)).chain(is_proven.then_some(Because::BetterSo)).collect()
}

fn bars(edition: Edition<'_>, rules: &[(Rule, usize)]) -> String {
    tallied(edition, rules, |rule, pairs| Because::Bars { rule, pairs })
}

/// What a tally counts, the most first.
fn tallied(edition: Edition<'_>, rules: &[(Rule, usize)], one: impl Fn(Rule, usize) -> Because) -> String {
    let mut rules = rules.to_vec();
    rules.sort_by_key(|&(rule, pairs)| (std::cmp::Reverse(pairs), rule));
    let language = edition.language;
    let words: Vec<String> = rules.into_iter().map(|(rule, pairs)| one(rule, pairs).say(language)).collect();
    list(language, &words)
}

/// A post on a day.
pub(super) fn session(edition: Edition<'_>, date: NaiveDate, post: PostIx) -> String {
    Because::OnDay { post: edition.names.post(post).to_owned(), date: measure::date(edition.language, date) }
        .say(edition.language)
}
