//! Why a unit and a neighbourhood that are nearer to each other are not paired.
//!
//! In: an [`Edition`] and [`Alternative`]s. Out: a section, or data.

use crate::{
    diagnostic::reference::Kind,
    domain::thursday::Pairing,
    pairing::{
        reason::{Alternative, Change, Moves, WhyNot},
        rule::Rule,
    },
    render::{
        block::{Block, Item, Section},
        departure::Departures,
        edition::Edition,
        pairing::words::{Counts, Reason},
        wording::{Phrase, bracketed, command, measure, quoted},
    },
};
use serde_json::{Value, json};

/// Who is paired or was, and why not nearer.
pub fn section(edition: Edition<'_>, pairings: &[Pairing], alternatives: &[Alternative]) -> Section {
    let departures = Departures::of(edition);
    let told = pairings.iter().map(|pair| Item::from(paired(edition, &departures, *pair)));
    let nobody = pairings.is_empty().then(|| Item::from(edition.say(Said::Nobody)));
    let not = alternatives.iter().map(|one| {
        let pair = with_way(edition, one.pair);
        let why = left(edition, &departures, one.pair).unwrap_or_else(|| why(edition, &one.why));
        let why = edition.say(why);
        let moves = one.why.moves().filter(|_| departures.ended(edition, one.pair).is_none());
        let moves = moves.map(|moves| moved(edition, one.pair, moves));
        Item { text: edition.say(Said::Not { pair, why }), below: moves.into_iter().flatten().collect() }
    });
    Section::new(edition.say(Said::Heading), vec![Block::List(told.chain(nobody).chain(not).collect())])
}

/// That two are paired, or until when they were and why no longer.
fn paired(edition: Edition<'_>, departures: &Departures, pair: Pairing) -> String {
    let (both, since) = (with_way(edition, pair), departures.ended(edition, pair));
    let until = since.and_then(|since| since.pred_opt()).zip(left(edition, departures, pair));
    edition.say(match until {
        Some((until, left)) => {
            let until = measure::full_date(edition.language, until);
            Said::PairedUntil { pair: both, until, why: edition.say(left) }
        }
        None => Said::Paired(both),
    })
}

/// Who of two has left, and from when on; the one who left first.
fn left(edition: Edition<'_>, departures: &Departures, pair: Pairing) -> Option<Said> {
    let Pairing { unit, neighbourhood } = pair;
    let unit = (Kind::Unit, &edition.domain.unit(unit).id, edition.names.unit(unit));
    let home = edition.domain.neighbourhood(neighbourhood);
    let ends = [unit, (Kind::Neighbourhood, &home.id, home.name.as_str())].into_iter();
    let gone = ends.filter_map(|(kind, id, name)| Some((departures.find(kind, id)?.since?, name)));
    let (since, name) = gone.min_by_key(|(since, _)| *since)?;
    let since = measure::full_date(edition.language, since);
    Some(Said::Left { name: name.to_owned(), since })
}

/// The same as data.
pub fn data(edition: Edition<'_>, pairings: &[Pairing], alternatives: &[Alternative]) -> Value {
    let (domain, departures) = (edition.domain, Departures::of(edition));
    let pair = |one: &Pairing| {
        json!({
            "unit": domain.unit(one.unit).id,
            "neighbourhood": domain.neighbourhood(one.neighbourhood).id,
        })
    };
    let moves = |moves: &Option<Moves>| {
        let list = |pairs: &[Pairing]| pairs.iter().map(pair).collect::<Vec<Value>>();
        moves.as_ref().map(|moves| json!({"gone": list(&moves.gone), "new": list(&moves.new)}))
    };
    let told = alternatives.iter().map(|one| {
        let reason = match &one.why {
            WhyNot::Barred(rule) => json!({"kind": "barred", "rule": rule.id()}),
            WhyNot::Impossible => json!({"kind": "impossible"}),
            WhyNot::Differs(Change { level, from, to, .. }, moved) => json!({
                "kind": if to > from { "outweighed" } else { "overlooked" },
                "level": level.id(), "from": from, "to": to, "moves": moves(moved),
            }),
            WhyNot::Tie(moved) => json!({"kind": "tie", "moves": moves(moved)}),
            WhyNot::Unknown => json!({"kind": "unknown"}),
        };
        let Pairing { unit, neighbourhood } = one.pair;
        json!({
            "unit": domain.unit(unit).id,
            "neighbourhood": domain.neighbourhood(neighbourhood).id,
            "metres": domain.pairing_metres(unit, neighbourhood),
            "reason": reason,
        })
    });
    let paired = pairings.iter().map(|one| {
        let mut written = pair(one);
        if let Some(since) = departures.ended(edition, *one) {
            written["ended"] = since.to_string().into();
        }
        written
    });
    json!({"paired": paired.collect::<Vec<Value>>(), "not_paired": told.collect::<Vec<Value>>()})
}

/// Why a whole plan does not pair units with the nearest: a sentence each, with the command that solves it again; nothing where it
/// does not say.
pub fn items(edition: Edition<'_>, in_short: bool) -> Vec<Item> {
    let claims = edition.plan.thursday_action.iter().flat_map(|action| action.claims.iter().flatten());
    let items = claims.map(|one| {
        let again = edition.file.map(|file| {
            let unit = format!("unit:{}", edition.domain.unit(one.pair.unit).id);
            let command = format!("chuxin explain {} {}", command::path(file), command::argument(&unit));
            edition.say(Said::Again(command))
        });
        let pair = with_way(edition, one.pair);
        let said = match &one.why {
            WhyNot::Differs(Change { level, from, to, .. }, _) if in_short => {
                Said::Shift { level: edition.say(*level), from: *from, to: *to }
            }
            whole => why(edition, whole),
        };
        let text = edition.say(Said::Not { pair, why: edition.say(said) });
        Item { text, below: again.into_iter().collect() }
    });
    items.collect()
}

fn named(edition: Edition<'_>, pair: Pairing) -> String {
    edition.say(Said::Both {
        unit: edition.names.unit(pair.unit).to_owned(),
        neighbourhood: edition.neighbourhood(pair.neighbourhood).to_owned(),
    })
}

/// Both, and how far it is from one to the other.
fn with_way(edition: Edition<'_>, pair: Pairing) -> String {
    let both = named(edition, pair);
    match edition.domain.pairing_metres(pair.unit, pair.neighbourhood) {
        Some(metres) => bracketed(edition.language, &both, &measure::way(edition.language, metres)),
        None => both,
    }
}

fn why(edition: Edition<'_>, why: &WhyNot) -> Said {
    match why {
        WhyNot::Barred(rule) => Said::Barred(*rule),
        WhyNot::Impossible => Said::Impossible,
        WhyNot::Differs(change, _) => Said::Differs {
            level: edition.say(change.level),
            counts: edition.say(Counts(change.level)),
            from: change.from,
            to: change.to,
        },
        WhyNot::Tie(_) => Said::Tie,
        WhyNot::Unknown => Said::Unknown,
    }
}

/// What else would be paired otherwise.
fn moved(edition: Edition<'_>, but: Pairing, moves: &Moves) -> Vec<String> {
    let gone = moves.gone.iter().map(|pair| edition.say(Said::Gone(named(edition, *pair))));
    let new = moves.new.iter().filter(|pair| **pair != but);
    gone.chain(new.map(|pair| edition.say(Said::New(named(edition, *pair))))).collect()
}

enum Said {
    Heading,
    Both { unit: String, neighbourhood: String },
    Paired(String),
    PairedUntil { pair: String, until: String, why: String },
    Left { name: String, since: String },
    Nobody,
    Not { pair: String, why: String },
    Barred(Rule),
    Impossible,
    Differs { level: String, counts: String, from: i64, to: i64 },
    Shift { level: String, from: i64, to: i64 },
    Tie,
    Unknown,
    Gone(String),
    New(String),
    Again(String),
}

impl Phrase for Said {
    fn zh(&self) -> String {
        match self {
            Self::Heading => "结对".into(),
            Self::Both { unit, neighbourhood } => format!("{unit}与{neighbourhood}"),
            Self::Paired(pair) => format!("{pair}：已结对。"),
            Self::PairedUntil { pair, until, why } => format!("{pair}：结对到{until}为止，{why}。"),
            Self::Left { name, since } => format!("{name}自{since}起退出"),
            Self::Nobody => "还没有结对。".into(),
            Self::Not { pair, why } => format!("{pair}：没有结对，{why}。"),
            Self::Barred(rule) => Reason::Bars(*rule, 1).zh().trim_end_matches(" 1 个").to_owned(),
            Self::Impossible => "守住全部规则和约定，就结不成".into(),
            Self::Differs { level, counts, from, to } => {
                let side = if to > from { "变差" } else { "变好" };
                format!("要是结对，第一个{side}的是{}（{counts}），由 {from} 变成 {to}", quoted(level))
            }
            Self::Shift { level, from, to } => {
                let side = if to > from { "变差" } else { "变好" };
                format!("要是结对，{}由 {from} {side}为 {to}", quoted(level))
            }
            Self::Tie => "要是结对，也一样好，由抽签定先后".into(),
            Self::Unknown => "没有算完".into(),
            Self::Gone(pair) => format!("不再结对：{pair}"),
            Self::New(pair) => format!("改为结对：{pair}"),
            Self::Again(command) => format!("重算这一条：{command}"),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Heading => "Pairings".into(),
            Self::Both { unit, neighbourhood } => format!("{unit} and {neighbourhood}"),
            Self::Paired(pair) => format!("{pair}: paired."),
            Self::PairedUntil { pair, until, why } => format!("{pair}: paired until {until}; {why}."),
            Self::Left { name, since } => format!("{name} takes no part from {since} on"),
            Self::Nobody => "No pairing.".into(),
            Self::Not { pair, why } => format!("{pair}: not paired, {why}."),
            Self::Barred(rule) => {
                Reason::Bars(*rule, 1).en().trim_end_matches(" (1 neighbourhood)").to_owned()
            }
            Self::Impossible => "no pairings that keep every rule and all that is agreed have it".into(),
            Self::Differs { level, counts, from, to } => {
                let side = if to > from { "worse" } else { "better" };
                format!(
                    "with it the first to become {side} is {} ({counts}): {to} instead of {from}",
                    quoted(level)
                )
            }
            Self::Shift { level, from, to } => {
                let side = if to > from { "worse" } else { "better" };
                format!("with it {} is {side}, {to} instead of {from}", quoted(level))
            }
            Self::Tie => "with it the pairings would be as good; ties go by lot".into(),
            Self::Unknown => "this was not found out".into(),
            Self::Gone(pair) => format!("No longer: {pair}"),
            Self::New(pair) => format!("Instead: {pair}"),
            Self::Again(command) => format!("To solve this again: {command}"),
        }
    }
}
