//! Why units are not with the nearest, proved, to JSON and back.
//!
//! In: [`Alternative`]s, or the nodes of a saved plan. Out: what is written, or [`SavedAlternative`]s.

use crate::{
    domain::{Domain, thursday::Pairing},
    lp::LevelResult,
    pairing::{
        level::Level,
        reason::{Alternative, Change, WhyNot},
        rule::Rule,
    },
    plan::{
        fields::{Fields, TRUTH, Walk},
        layout::Json,
        level::{self, ThursdayLevel, UNKNOWN},
        lookup::{Lookup, SavedEntry},
        moves::{self, SavedMoves},
        pairing::SavedPairing,
    },
};

/// The kinds of reasons.
const KINDS: [&str; 6] = ["barred", "impossible", "outweighed", "overlooked", "tie", UNKNOWN];

/// The list as it stands in the file.
pub(in crate::plan) fn written(domain: &Domain, claims: &[Alternative]) -> Json {
    let entry = |claim: &Alternative| {
        named(domain, claim.pair)
            .with("metres", domain.pairing_metres(claim.pair.unit, claim.pair.neighbourhood))
            .with("reason", Some(why(domain, &claim.why)))
            .with("proven", Some(claim.is_proven()))
    };
    claims.iter().map(entry).collect()
}

fn named(domain: &Domain, pair: Pairing) -> Json {
    map! {"unit": &domain.unit(pair.unit).id, "neighbourhood": &domain.neighbourhood(pair.neighbourhood).id}
}

fn why(domain: &Domain, why: &WhyNot) -> Json {
    let reason = match why {
        WhyNot::Barred(rule) => map! {"kind": "barred", "rule": rule.id()},
        WhyNot::Impossible => map! {"kind": "impossible"},
        WhyNot::Differs(change, _) => map! {
            "kind": if change.is_loss() { "outweighed" } else { "overlooked" },
            "level": change.level.id(),
            "from": change.from,
            "to": change.to,
        },
        WhyNot::Tie(_) => map! {"kind": "tie"},
        WhyNot::Unknown => map! {"kind": UNKNOWN},
    };
    moves::written(reason, why.moves(), |pair| named(domain, *pair))
}

/// One claim as written; the moves of its reason are not looked up yet.
#[derive(Debug, Clone)]
pub(in crate::plan) struct SavedAlternative {
    pair: SavedPairing,
    why: WhyNot,
    moves: Option<SavedMoves<SavedPairing>>,
}

impl SavedAlternative {
    /// Reads an entry of a plan that says this of its levels.
    pub(in crate::plan) fn read(
        walk: &mut Walk,
        entry: Fields<'_>,
        levels: &[LevelResult<ThursdayLevel>],
    ) -> Option<Self> {
        let pair = SavedPairing::read(walk, entry);
        let node = walk.required(entry, "reason")?;
        let known = ["kind", "rule", "level", "from", "to", "gone", "new"];
        let fields = walk.fields(node, "reason", &known)?;
        let kind = walk.choice(fields, "kind", &KINDS.map(|kind| (kind, kind)))?;
        let is_proven = walk.choice(entry, "proven", &TRUTH)?;
        level::check_proven(walk, entry, is_proven, kind != UNKNOWN)?;
        let change = |walk: &mut Walk, is_loss| {
            let above = levels.iter().filter_map(|one| match one.level {
                ThursdayLevel::Pairing(Level::Lot) | ThursdayLevel::Timetable(_) => None,
                ThursdayLevel::Pairing(level) => Some(one.map(|_| level)),
            });
            let above: Vec<LevelResult<Level>> = above.collect();
            let (from, to) = level::difference(walk, fields, above.iter(), is_loss)?;
            let change = Change { level: from.level, sense: from.sense, from: from.value, to };
            Some(WhyNot::Differs(change, None))
        };
        let why = match kind {
            "barred" => {
                WhyNot::Barred(walk.choice(fields, "rule", &Rule::ALL.map(|rule| (rule.id(), rule)))?)
            }
            "impossible" => WhyNot::Impossible,
            "outweighed" => change(walk, true)?,
            "overlooked" => change(walk, false)?,
            "tie" => WhyNot::Tie(None),
            _ => WhyNot::Unknown,
        };
        let moves = SavedMoves::read(walk, fields, |walk, pair| Some(SavedPairing::read(walk, pair)));
        Some(Self { pair, why, moves })
    }

    pub(in crate::plan) fn find(&self, lookup: &mut Lookup<'_>) -> Option<Alternative> {
        let pair = self.pair.find(lookup)?;
        let moves = match &self.moves {
            Some(moves) => Some(moves.find(lookup)?),
            None => None,
        };
        let why = match self.why.clone() {
            WhyNot::Differs(change, _) => WhyNot::Differs(change, moves),
            WhyNot::Tie(_) => WhyNot::Tie(moves),
            other => other,
        };
        Some(Alternative { pair, why })
    }
}
