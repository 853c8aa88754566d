//! Why somebody is not placed and why a need is not met, to JSON and back.
//!
//! In: a [`Reason`], or the nodes of a saved plan. Out: what is written, or [`SavedReason`].

use crate::{
    domain::Domain,
    experience::{level::Level, reason::Reason, rule::Rule},
    plan::{
        entries::RULES,
        fields::{Fields, Walk},
        layout::Json,
        lookup::{Lookup, SavedEntry},
        placement::SavedPlacement,
    },
    planning::reason::Tally,
};

/// The kinds of reasons.
const KINDS: [&str; 6] = ["barred", "settled", "nobody-left", "full", "free-seat", "outweighed"];

/// A reason as it stands in the file.
pub(super) fn written(domain: &Domain, reason: &Reason) -> Json {
    match reason {
        Reason::Barred(tally) => map! {"kind": "barred", "rules": sessions(tally)},
        Reason::Settled => map! {"kind": "settled"},
        Reason::NobodyLeft { people, barred } => {
            map! {"kind": "nobody-left", "people": *people, "rules": sessions(barred)}
        }
        Reason::Full => map! {"kind": "full"},
        Reason::FreeSeat { placement, against } => map! {
            "kind": "free-seat",
            "ambassador": &domain.ambassador(placement.ambassador).id,
            "post": &domain.post(placement.post).id,
            "date": placement.date,
        }
        .with("hours", domain.post(placement.post).told(placement.hours))
        .with("against", against.map(|level| level.to_string())),
        Reason::Outweighed(tally) => map! {"kind": "outweighed"}.with("rules", tally.as_ref().map(sessions)),
    }
}

pub(super) fn sessions(tally: &Tally<Rule>) -> Json {
    tallied(tally, "sessions", Rule::id)
}

/// Rules, and under a key how much each stands in the way of.
pub(super) fn tallied<R: Copy>(tally: &Tally<R>, key: &'static str, id: impl Fn(R) -> &'static str) -> Json {
    tally.iter().map(|&(rule, count)| map! {"id": id(rule)}.with(key, Some(count))).collect()
}

/// A reason as written; whom and what it names is not looked up yet.
#[derive(Debug, Clone)]
pub(super) enum SavedReason {
    FreeSeat { session: SavedPlacement, against: Option<Level> },
    Other(Reason),
}

impl SavedReason {
    /// The same with what it names; `None` where the campaign does not have that.
    pub(super) fn find(&self, lookup: &mut Lookup<'_>) -> Option<Reason> {
        match self {
            Self::Other(reason) => Some(reason.clone()),
            Self::FreeSeat { session, against } => {
                let placement = session.find(lookup)?;
                Some(Reason::FreeSeat { placement, against: *against })
            }
        }
    }
}

/// Reads the reason of an entry.
pub(super) fn read(walk: &mut Walk, entry: Fields<'_>) -> Option<SavedReason> {
    let node = walk.required(entry, "reason")?;
    let known = ["kind", "rules", "people", "ambassador", "post", "date", "hours", "against"];
    let fields = walk.fields(node, "reason", &known)?;
    let reason = match walk.choice(fields, "kind", &KINDS.map(|kind| (kind, kind)))? {
        "barred" => Reason::Barred(rules(walk, fields)),
        "settled" => Reason::Settled,
        "nobody-left" => {
            Reason::NobodyLeft { people: walk.number(fields, "people")?, barred: rules(walk, fields) }
        }
        "full" => Reason::Full,
        "free-seat" => {
            let session = SavedPlacement::read(walk, fields);
            let against = fields.optional("against").and_then(|_| walk.word(fields, "against"));
            // An unknown level is told when the plan is read a second time.
            let against = against.and_then(|word| Level::from_id(&word.text));
            return Some(SavedReason::FreeSeat { session: session?, against });
        }
        _ => Reason::Outweighed(fields.optional("rules").map(|_| rules(walk, fields))),
    };
    Some(SavedReason::Other(reason))
}

pub(super) fn rules(walk: &mut Walk, fields: Fields<'_>) -> Tally<Rule> {
    walk.entries(fields, &RULES, rule)
}

fn rule(walk: &mut Walk, fields: Fields<'_>) -> Option<(Rule, usize)> {
    let (id, sessions) = (walk.word(fields, "id"), walk.number(fields, "sessions"));
    let rule = walk.chosen(&id?, &Rule::ALL.map(|rule| (rule.id(), rule)));
    Some((rule?, sessions?))
}
