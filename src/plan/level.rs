//! What was reached on a level, as it stands in a plan's JSON: written and read.

use crate::{
    document::Node,
    lp::{LevelResult, Sense},
    plan::fields::Walk,
};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct WrittenLevel<'a> {
    id: &'a str,
    sense: &'static str,
    value: i64,
    bound: Option<i64>,
    proven: bool,
}

pub(super) fn written(level: &LevelResult) -> WrittenLevel<'_> {
    WrittenLevel {
        id: &level.id,
        sense: level.sense.id(),
        value: level.value,
        bound: level.known_bound(),
        proven: level.proven,
    }
}

pub(super) fn read(walk: &mut Walk, node: &Node) -> Option<LevelResult> {
    let fields = walk.fields(node, "levels", &["id", "sense", "value", "bound", "proven"])?;
    let id = walk.word(fields, "id");
    let sense = walk.choice(fields, "sense", &["min", "max"]);
    let value = walk.number(fields, "value");
    let bound = fields.optional("bound").map(|_| walk.number(fields, "bound"));
    let proven = walk.choice(fields, "proven", &["false", "true"]);
    let sense = if sense? == 0 { Sense::Min } else { Sense::Max };
    Some(LevelResult {
        id: id?.text,
        sense,
        value: value?,
        bound: bound.unwrap_or(Some(sense.unbounded()))?,
        proven: proven? == 1,
    })
}
