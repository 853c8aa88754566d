//! What was reached on a level, as it stands in a plan's JSON: written and read.

use crate::{
    diagnostic::saved::Saved as Fault,
    lp::{LevelResult, Sense},
    pairing,
    plan::{
        fields::{Fields, TRUTH, Walk},
        layout::Json,
    },
    timetable,
};
use std::fmt;

/// The kind of a reason that there was no time to prove.
pub(super) const UNKNOWN: &str = "unknown";

/// A level of the Thursday Action, of which a plan has one list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThursdayLevel {
    /// Of the pairing.
    Pairing(pairing::level::Level),
    /// Of the timetable.
    Timetable(timetable::level::Level),
}

impl ThursdayLevel {
    /// The level with an id.
    pub fn from_id(id: &str) -> Option<Self> {
        let timetable = || timetable::level::Level::from_id(id).map(Self::Timetable);
        pairing::level::Level::from_id(id).map(Self::Pairing).or_else(timetable)
    }

    /// Whether it draws lots, which say nothing of a plan: they are drawn anew in every campaign.
    pub fn is_lot(self) -> bool {
        [Self::Pairing(pairing::level::Level::Lot), Self::Timetable(timetable::level::Level::Lot)]
            .contains(&self)
    }
}

impl fmt::Display for ThursdayLevel {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pairing(level) => level.fmt(formatter),
            Self::Timetable(level) => level.fmt(formatter),
        }
    }
}

pub(super) fn written<L: fmt::Display>(result: &LevelResult<L>) -> Json {
    map! {
        "id": result.level.to_string(),
        "sense": result.sense.id(),
        "value": result.value,
        "bound": result.known_bound(),
        "proven": result.proven,
    }
}

/// What a plan says of a level; nothing where no campaign has such a level, which is told when the plan is read a second
/// time.
pub(super) fn read<L>(
    walk: &mut Walk,
    fields: Fields<'_>,
    from_id: impl Fn(&str) -> Option<L>,
) -> Option<LevelResult<L>> {
    let id = walk.word(fields, "id");
    let sense = walk.choice(fields, "sense", &[Sense::Min, Sense::Max].map(|sense| (sense.id(), sense)));
    let value = walk.number(fields, "value");
    let bound = fields.optional("bound").map(|_| walk.number(fields, "bound"));
    let proven = walk.choice(fields, "proven", &TRUTH);
    let sense = sense?;
    Some(LevelResult {
        level: from_id(&id?.text)?,
        sense,
        value: value?,
        bound: bound.unwrap_or(Some(sense.unbounded()))?,
        proven: proven?,
    })
}

/// On which of these levels a plan would change, and from what to what: from what it reached, to something worse or better.
pub(super) fn difference<'a, L: Copy + fmt::Display + 'a>(
    walk: &mut Walk,
    fields: Fields<'_>,
    levels: impl Iterator<Item = &'a LevelResult<L>>,
    is_loss: bool,
) -> Option<(LevelResult<L>, i64)> {
    let (id, from, to) = (walk.word(fields, "level"), walk.number(fields, "from"), walk.number(fields, "to"));
    let (id, from, to) = (id?, from?, to?);
    let levels: Vec<&LevelResult<L>> = levels.collect();
    let Some(level) = levels.iter().find(|level| level.level.to_string() == id.text) else {
        let known = levels.iter().map(|level| level.level.to_string()).collect();
        walk.report(id.place, Fault::NoSuchLevel { id: id.text, known });
        return None;
    };
    let is_so = if is_loss { level.sense.prefers(from, to) } else { level.sense.prefers(to, from) };
    if from != level.value || !is_so {
        let value = level.value;
        walk.report(fields.place, Fault::NoDifference { id: id.text, value, is_loss });
        return None;
    }
    Some((**level, to))
}

/// Whether something is called proven that is not, or the other way round.
pub(super) fn check_proven(walk: &mut Walk, entry: Fields<'_>, said: bool, is: bool) -> Option<()> {
    let truth = TRUTH.into_iter().find(|(_, value)| *value == is);
    if said == is {
        return Some(());
    }
    walk.choice(entry, "proven", truth.as_slice()).map(drop)
}
