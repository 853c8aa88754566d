//! What was reached on a level, as it stands in a plan's JSON: written and read.

use crate::{
    lp::{LevelResult, Sense},
    pairing,
    plan::{
        fields::{Fields, TRUTH, Walk},
        layout::Json,
    },
    timetable,
};
use std::fmt;

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
