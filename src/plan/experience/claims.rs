//! Why a plan does not have something, proved, to JSON and back.
//!
//! In: [`Claim`]s, or the nodes of a saved plan. Out: what is written, or [`SavedClaim`]s, which name what the campaign has.

use crate::{
    domain::{Domain, people::Wish, places::Session, time::Hours},
    experience::{
        explanation::{
            against::Against,
            claims::{Claim, Missing},
            consequence::Change,
            person::{Question, Why},
        },
        level::Level,
        roster::Placement,
    },
    lp::LevelResult,
    plan::{
        entries::AGAINST,
        fields::{Fields, TRUTH, Walk, Word},
        layout::Json,
        level::{self, UNKNOWN},
        lookup::Lookup,
        moves::{self, SavedMoves},
        placement::SavedPlacement,
        reason::{rules, sessions},
    },
    source::Place,
};
use chrono::NaiveDate;

/// The kinds of reasons.
const KINDS: [&str; 8] =
    ["barred", "settled", "nobody-left", "impossible", "outweighed", "overlooked", "tie", UNKNOWN];

/// The list as it stands in the file.
pub(in crate::plan) fn written(domain: &Domain, claims: &[Claim]) -> Json {
    claims.iter().map(|claim| one(domain, claim)).collect()
}

fn one(domain: &Domain, claim: &Claim) -> Json {
    let entry = match claim.missing {
        Missing::OfPerson(person, question) => {
            let person = domain.ambassador(person);
            let entry = map! {"ambassador": &person.id};
            match question {
                Question::Place => entry,
                Question::Wish(position) => {
                    let wish = &person.wishes[position];
                    let alike = |other: &&Wish| (wish.number, wish.post) == (other.number, other.post);
                    let nth = person.wishes[..=position].iter().filter(alike).count();
                    entry
                        .with("wish", Some(wish.number))
                        .with("post", Some(&domain.post(wish.post).id))
                        .with("nth", (nth > 1).then_some(nth))
                }
            }
        }
        Missing::Seat(post, session) => map! {"post": &domain.post(post).id}
            .with("date", session.map(|session| session.date))
            .with("hours", session.and_then(|session| domain.post(post).told(session.hours))),
    };
    entry.with("reason", Some(why(domain, &claim.why))).with("proven", Some(claim.is_proven()))
}

fn why(domain: &Domain, why: &Why) -> Json {
    let changed = |kind: &'static str, change: &Change| {
        let Change { level, from, to, .. } = change;
        map! {"kind": kind, "level": level.to_string(), "from": *from, "to": *to}
    };
    let reason = match why {
        Why::Barred(tally) => map! {"kind": "barred", "rules": sessions(tally)},
        Why::Settled => map! {"kind": "settled"},
        Why::NobodyLeft => map! {"kind": "nobody-left"},
        Why::Impossible(against) => {
            let against = against.iter().map(|one| map! {"id": one.id()});
            map! {"kind": "impossible", "against": against.collect::<Json>()}
        }
        Why::Outweighed(change, _) => changed("outweighed", change),
        Why::Overlooked(change, _) => changed("overlooked", change),
        Why::Tie(_) => map! {"kind": "tie"},
        Why::Unknown => map! {"kind": UNKNOWN},
    };
    moves::written(reason, why.moves(), |one| placement(domain, one))
}

fn placement(domain: &Domain, one: &Placement) -> Json {
    let post = domain.post(one.post);
    map! {"ambassador": &domain.ambassador(one.ambassador).id, "post": &post.id, "date": one.date}
        .with("hours", post.told(one.hours))
}

/// One claim as written.
#[derive(Debug, Clone)]
pub(in crate::plan) struct SavedClaim {
    missing: SavedMissing,
    why: SavedWhy,
    place: Place,
}

#[derive(Debug, Clone)]
enum SavedMissing {
    Place(Word),
    Wish { of: Word, number: u32, post: Word, nth: usize },
    Seat { post: Word, date: Option<NaiveDate>, hours: Option<Hours> },
}

/// A reason whose moves are not looked up yet.
#[derive(Debug, Clone)]
struct SavedWhy {
    why: Why,
    moves: Option<SavedMoves<SavedPlacement>>,
}

impl SavedClaim {
    /// Reads an entry of a plan that says this of its levels.
    pub(in crate::plan) fn read(
        walk: &mut Walk,
        fields: Fields<'_>,
        levels: &[LevelResult<Level>],
    ) -> Option<Self> {
        let missing = missing(walk, fields);
        let why = read_why(walk, fields, levels);
        Some(Self { missing: missing?, why: why?, place: fields.place })
    }

    pub(in crate::plan) fn find(&self, lookup: &mut Lookup<'_>) -> Option<Claim> {
        let missing = match &self.missing {
            SavedMissing::Place(word) => Missing::OfPerson(lookup.ambassador(word)?, Question::Place),
            SavedMissing::Wish { of, number, post, nth } => {
                let (person, post) = (lookup.ambassador(of), lookup.post(post));
                let (person, post) = (person?, post?);
                let position = lookup.wish(person, (*number, post), *nth, self.place)?;
                Missing::OfPerson(person, Question::Wish(position))
            }
            SavedMissing::Seat { post, date, hours } => {
                let post = lookup.post(post)?;
                let session: Option<Session> = match date {
                    Some(date) => Some(lookup.session(post, *date, *hours, self.place)?),
                    None => None,
                };
                Missing::Seat(post, session)
            }
        };
        let SavedWhy { why, moves } = &self.why;
        let moves = match moves {
            Some(moves) => Some(moves.find(lookup)?),
            None => None,
        };
        let why = match why.clone() {
            Why::Outweighed(change, _) => Why::Outweighed(change, moves),
            Why::Overlooked(change, _) => Why::Overlooked(change, moves),
            Why::Tie(_) => Why::Tie(moves),
            other => other,
        };
        Some(Claim { missing, why })
    }
}

fn missing(walk: &mut Walk, fields: Fields<'_>) -> Option<SavedMissing> {
    if fields.optional("ambassador").is_none() {
        let post = walk.word(fields, "post");
        let date = fields.optional("date").and_then(|_| walk.date(fields, "date"));
        let hours = fields.optional("hours").and_then(|_| walk.hours(fields, "hours"));
        return Some(SavedMissing::Seat { post: post?, date, hours });
    }
    let of = walk.word(fields, "ambassador");
    if fields.optional("wish").is_none() {
        return Some(SavedMissing::Place(of?));
    }
    let (number, post) = (walk.number(fields, "wish"), walk.word(fields, "post"));
    let nth = fields.optional("nth").map_or(Some(1), |_| walk.number(fields, "nth"));
    Some(SavedMissing::Wish { of: of?, number: number?, post: post?, nth: nth? })
}

fn read_why(walk: &mut Walk, entry: Fields<'_>, levels: &[LevelResult<Level>]) -> Option<SavedWhy> {
    let node = walk.required(entry, "reason")?;
    let known = ["kind", "rules", "against", "level", "from", "to", "gone", "new"];
    let fields = walk.fields(node, "reason", &known)?;
    let kind = walk.choice(fields, "kind", &KINDS.map(|kind| (kind, kind)))?;
    let is_proven = walk.choice(entry, "proven", &TRUTH)?;
    level::check_proven(walk, entry, is_proven, kind != UNKNOWN)?;
    let change = |walk: &mut Walk, is_loss| {
        let above = levels.iter().filter(|one| one.level != Level::Lot);
        let (from, to) = level::difference(walk, fields, above, is_loss)?;
        Some(Change { level: from.level, sense: from.sense, from: from.value, to })
    };
    let why = match kind {
        "barred" => Why::Barred(rules(walk, fields)),
        "settled" => Why::Settled,
        "nobody-left" => Why::NobodyLeft,
        "impossible" => Why::Impossible(walk.entries(fields, &AGAINST, |walk, fields| {
            let id = walk.word(fields, "id")?;
            walk.chosen(&id, &Against::all())
        })),
        "outweighed" => Why::Outweighed(change(walk, true)?, None),
        "overlooked" => Why::Overlooked(change(walk, false)?, None),
        "tie" => Why::Tie(None),
        _ => Why::Unknown,
    };
    Some(SavedWhy { why, moves: SavedMoves::read(walk, fields, SavedPlacement::read) })
}
