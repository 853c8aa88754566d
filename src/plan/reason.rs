//! Why somebody is not placed and why a need is not met, to JSON and back.
//!
//! In: a [`Reason`], or the nodes of a saved plan. Out: what is written, or [`SavedReason`].

use crate::{
    diagnostic::{nearest::nearest, value::Value as BadValue},
    document::Node,
    domain::Domain,
    experience::{level::Level, reason::Reason, rule::Rule},
    plan::fields::{Fields, Walk, Word},
    planning::reason::Tally,
};
use chrono::NaiveDate;
use serde::Serialize;

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(super) enum WrittenReason<'a> {
    Barred {
        rules: Vec<WrittenRule>,
    },
    Settled,
    NobodyLeft {
        people: usize,
        rules: Vec<WrittenRule>,
    },
    Full,
    FreeSeat {
        ambassador: &'a str,
        post: &'a str,
        date: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        against: Option<String>,
    },
    Outweighed {
        #[serde(skip_serializing_if = "Option::is_none")]
        rules: Option<Vec<WrittenRule>>,
    },
}

/// The kinds in the order of [`WrittenReason`].
const KINDS: &[&str] = &["barred", "settled", "nobody-left", "full", "free-seat", "outweighed"];

#[derive(Serialize)]
pub(super) struct WrittenRule {
    id: &'static str,
    sessions: usize,
}

/// A reason as it stands in the file.
pub(super) fn written<'a>(domain: &'a Domain, reason: &'a Reason) -> WrittenReason<'a> {
    let rules = |tally: &Tally<Rule>| -> Vec<WrittenRule> {
        tally.iter().map(|&(rule, sessions)| WrittenRule { id: rule.id(), sessions }).collect()
    };
    match reason {
        Reason::Barred(tally) => WrittenReason::Barred { rules: rules(tally) },
        Reason::Settled => WrittenReason::Settled,
        Reason::NobodyLeft { people, barred } => {
            WrittenReason::NobodyLeft { people: *people, rules: rules(barred) }
        }
        Reason::Full => WrittenReason::Full,
        Reason::FreeSeat { placement, against } => WrittenReason::FreeSeat {
            ambassador: &domain.ambassador(placement.ambassador).id,
            post: &domain.post(placement.post).id,
            date: placement.date.format("%Y-%m-%d").to_string(),
            against: against.map(|level| level.to_string()),
        },
        Reason::Outweighed(tally) => WrittenReason::Outweighed { rules: tally.as_ref().map(rules) },
    }
}

/// A reason as written; whom and what it names is not looked up yet.
#[derive(Debug, Clone)]
pub(super) enum SavedReason {
    FreeSeat { ambassador: Word, post: Word, date: NaiveDate, against: Option<Level> },
    Other(Reason),
}

/// Reads the reason of an entry.
pub(super) fn read(walk: &mut Walk, entry: Fields<'_>) -> Option<SavedReason> {
    let node = walk.required(entry, "reason")?;
    let known = ["kind", "rules", "people", "ambassador", "post", "date", "against"];
    let fields = walk.fields(node, "reason", &known)?;
    let reason = match KINDS[walk.choice(fields, "kind", KINDS)?] {
        "barred" => Reason::Barred(rules(walk, fields)),
        "settled" => Reason::Settled,
        "nobody-left" => {
            Reason::NobodyLeft { people: walk.number(fields, "people")?, barred: rules(walk, fields) }
        }
        "full" => Reason::Full,
        "free-seat" => {
            let (ambassador, post) = (walk.word(fields, "ambassador"), walk.word(fields, "post"));
            let date = walk.date(fields, "date");
            let against = fields.optional("against").and_then(|_| walk.word(fields, "against"));
            // An unknown level is told when the plan is read a second time.
            let against = against.and_then(|word| Level::from_id(&word.text));
            return Some(SavedReason::FreeSeat {
                ambassador: ambassador?,
                post: post?,
                date: date?,
                against,
            });
        }
        _ => Reason::Outweighed(fields.optional("rules").map(|_| rules(walk, fields))),
    };
    Some(SavedReason::Other(reason))
}

fn rules(walk: &mut Walk, fields: Fields<'_>) -> Tally<Rule> {
    walk.list(fields, "rules").iter().filter_map(|node| rule(walk, node)).collect()
}

fn rule(walk: &mut Walk, node: &Node) -> Option<(Rule, usize)> {
    let fields = walk.fields(node, "rules", &["id", "sessions"])?;
    let (id, sessions) = (walk.word(fields, "id"), walk.number(fields, "sessions"));
    let id = id?;
    let rule = Rule::from_id(&id.text);
    if rule.is_none() {
        let choices = Rule::ALL.map(Rule::id);
        let similar = nearest(&id.text, choices);
        walk.report(id.place, BadValue::BadChoice { choices: choices.to_vec(), similar });
    }
    Some((rule?, sessions?))
}
