//! An explanation as data.

use crate::{
    domain::people::AmbassadorIx,
    experience::{
        explanation::{
            consequence::{Change, Moves},
            person::{Answer, PersonExplanation, Question, Why},
            place::PlaceExplanation,
        },
        roster::Placement,
        rule::Rule,
    },
    planning::reason::Tally,
    render::{edition::shown::Shown, experience::why::Telling},
};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// The same that is said in words, in ids; of others only how many, unless they are to be named.
pub fn data(domain: &Shown<'_>, explanation: &PersonExplanation, telling: &Telling<'_>) -> Value {
    let PersonExplanation { ambassador, given, funnel, answers, .. } = explanation;
    let barred = funnel.barred.iter().map(|(rules, posts)| {
        let rules: Vec<&str> = rules.iter().map(|rule| rule.id()).collect();
        json!({"rules": rules, "posts": posts.len()})
    });
    let remaining = funnel.remaining.iter().map(|&post| domain.post(post).id.clone());
    let mut posts = json!({
        "all": domain.posts.len(),
        "barred": barred.collect::<Vec<Value>>(),
        "remaining": remaining.collect::<Vec<String>>(),
    });
    if !funnel.settled.is_empty() {
        posts["settled"] = funnel.settled.len().into();
    }
    json!({
        "ambassador": domain.ambassador(*ambassador).id,
        "given": given.iter().map(|one| placement(domain, one, false)).collect::<Vec<Value>>(),
        "posts": posts,
        "answers": answers.iter().map(|one| answer(domain, explanation, one, telling)).collect::<Vec<Value>>(),
    })
}

/// What is said of a post or of a session of a day, in the same way.
pub fn place(domain: &Shown<'_>, explanation: &PlaceExplanation, names: bool) -> Value {
    let PlaceExplanation { post, session, seats, given, wanted, one_more } = explanation;
    let mut entries = Map::from_iter([("post".to_owned(), domain.post(*post).id.clone().into())]);
    match session {
        Some(session) => {
            entries.insert("date".into(), session.date.to_string().into());
            if let Some(hours) = domain.post(*post).told(session.hours) {
                entries.insert("hours".into(), hours.to_string().into());
            }
        }
        None => drop(entries.insert("need".into(), domain.wanted(*post).into())),
    }
    entries.insert("seats".into(), (*seats).into());
    entries.insert("given".into(), given.iter().map(|one| placement(domain, one, names)).collect());
    let wishes = wanted.iter().map(|one| {
        let mut wish = Map::from_iter([("wish".to_owned(), one.number.into())]);
        if names {
            wish.insert("ambassador".into(), domain.ambassador(one.ambassador).id.clone().into());
        }
        wish.insert("given".into(), one.is_given.into());
        if let Some(why) = &one.why {
            wish.insert("reason".into(), reason(domain, Some(one.ambassador), why, names));
        }
        Value::Object(wish)
    });
    if session.is_none() && !wanted.is_empty() {
        entries.insert("wishes".into(), wishes.collect());
    }
    if let Some(why) = one_more {
        entries.insert("one_more".into(), reason(domain, None, why, names));
    }
    Value::Object(entries)
}

fn answer(
    domain: &Shown<'_>,
    explanation: &PersonExplanation,
    answer: &Answer,
    telling: &Telling<'_>,
) -> Value {
    let mut entries = Map::new();
    if let Question::Wish(position) = answer.question {
        let wish = &domain.ambassador(explanation.ambassador).wishes[position];
        entries.insert("wish".into(), wish.number.into());
        entries.insert("post".into(), domain.post(wish.post).id.clone().into());
    }
    entries.insert("reason".into(), reason(domain, Some(explanation.ambassador), &answer.why, telling.names));
    entries.insert("command".into(), (telling.command)(answer.question).into());
    Value::Object(entries)
}

/// Why something is not, as it is told to somebody or of nobody.
fn reason(domain: &Shown<'_>, of: Option<AmbassadorIx>, why: &Why, names: bool) -> Value {
    let with = |kind: &str, change: Option<&Change>, moves: &Option<Moves>| {
        let mut entries = Map::from_iter([("kind".to_owned(), kind.into())]);
        if let Some(Change { level, from, to, .. }) = change {
            entries.insert("level".into(), level.to_string().into());
            entries.insert("from".into(), (*from).into());
            entries.insert("to".into(), (*to).into());
        }
        if let Some(Moves { gone, new }) = moves {
            let movers = gone.iter().chain(new).map(|one| one.ambassador);
            let others: BTreeSet<_> = movers.filter(|mover| Some(*mover) != of).collect();
            entries.insert("others".into(), others.len().into());
            if names {
                let list =
                    |moved: &[Placement]| moved.iter().map(|one| placement(domain, one, true)).collect();
                entries.insert("gone".into(), list(gone));
                entries.insert("new".into(), list(new));
            }
        }
        Value::Object(entries)
    };
    match why {
        Why::Barred(rules) => json!({"kind": "barred", "rules": tally(rules)}),
        Why::Settled => json!({"kind": "settled"}),
        Why::NobodyLeft => json!({"kind": "nobody-left"}),
        Why::Impossible(against) => {
            let against: Vec<&str> = against.iter().map(|one| one.id()).collect();
            json!({"kind": "impossible", "against": against})
        }
        Why::Outweighed(change, moves) => with("outweighed", Some(change), moves),
        Why::Overlooked(change, moves) => with("overlooked", Some(change), moves),
        Why::Tie(moves) => with("tie", None, moves),
        Why::Unknown => json!({"kind": "unknown"}),
    }
}

fn tally(rules: &Tally<Rule>) -> Vec<Value> {
    rules.iter().map(|(rule, sessions)| json!({"id": rule.id(), "sessions": sessions})).collect()
}

fn placement(domain: &Shown<'_>, one: &Placement, with_name: bool) -> Value {
    let mut entries = Map::new();
    if with_name {
        entries.insert("ambassador".into(), domain.ambassador(one.ambassador).id.clone().into());
    }
    entries.insert("post".into(), domain.post(one.post).id.clone().into());
    entries.insert("date".into(), one.date.to_string().into());
    if let Some(hours) = domain.post(one.post).told(one.hours) {
        entries.insert("hours".into(), hours.to_string().into());
    }
    entries.insert("wish".into(), domain.ambassador(one.ambassador).wish_number(one.session()).into());
    Value::Object(entries)
}
