//! A comparison as data.

use crate::{
    diagnostic::overlay::Changes,
    inquiry::{
        comparison::{Column, Conclusion},
        moves::{Kind, Move, Person, Planned},
    },
    render::{check::WrittenChanges, comparison::Sides, difference},
};
use serde_json::{Map, Value, json};

/// The whole comparison; ids stay as they are.
pub fn data(sides: &Sides<'_>) -> Value {
    let base = sides.comparison.columns.first().and_then(|base| base.planned);
    let columns = sides.comparison.columns.iter().enumerate();
    let columns: Vec<Value> = columns.map(|(at, one)| column(sides, at, one, base)).collect();
    json!({"columns": columns})
}

fn column(sides: &Sides<'_>, at: usize, column: &Column<'_>, base: Option<Planned<'_>>) -> Value {
    let Sides { comparison, discretion, .. } = sides;
    let mut figures = Map::new();
    for row in &comparison.rows {
        let Some(reached) = row.reached[at] else { continue };
        let mut figure = json!({"value": reached.value});
        if let Some(proven) = reached.proven {
            figure["proven"] = json!(proven);
        }
        if let Some(base) = row.reached[0].filter(|_| at > 0) {
            figure["difference"] = json!(reached.value - base.value);
        }
        figures.insert(row.figure.id(), figure);
    }
    let people: Vec<Value> = match (base, column.planned) {
        (Some(base), Some(planned)) => column.moves.iter().map(|one| moved(one, base, planned)).collect(),
        _ => Vec::new(),
    };
    let changes: Vec<Changes> = column.changes.iter().map(|one| discretion.changes(one)).collect();
    json!({
        "file": column.file,
        "options": column.options.iter().map(|one| discretion.said(one)).collect::<Vec<_>>(),
        "ended": ended(column.conclusion),
        "stopped": matches!(column.conclusion, Conclusion::Interrupted | Conclusion::Stopped),
        "figures": figures,
        "people": people,
        "difference": column.difference.as_ref().map(difference::data),
        "changes": changes.iter().map(WrittenChanges::of).collect::<Vec<_>>(),
    })
}

fn ended(conclusion: Conclusion) -> &'static str {
    match conclusion {
        Conclusion::Planned | Conclusion::Interrupted => "planned",
        Conclusion::Wrong(_) => "wrong",
        Conclusion::Contradiction => "contradiction",
        Conclusion::NothingFound => "nothing-found",
        Conclusion::Stopped => "stopped",
        Conclusion::Defect => "defect",
    }
}

fn moved(one: &Move, base: Planned<'_>, other: Planned<'_>) -> Value {
    let kind = match one.kind {
        Kind::Gains => "gains",
        Kind::Loses => "loses",
        Kind::Moves => "moves",
        Kind::Joins => "joins",
        Kind::Leaves => "leaves",
    };
    let id = |person: &Option<Person>, planned: Planned<'_>| {
        person.as_ref().map(|person| planned.domain.ambassador(person.ambassador).id.clone())
    };
    json!({
        "ambassador": id(&one.after, other).or_else(|| id(&one.before, base)),
        "kind": kind,
        "before": one.before.as_ref().map(|person| sessions(person, base)),
        "after": one.after.as_ref().map(|person| sessions(person, other)),
    })
}

fn sessions(person: &Person, planned: Planned<'_>) -> Vec<Value> {
    let session = |session: &crate::inquiry::moves::Attendance| {
        json!({"post": planned.domain.post(session.post).id, "date": session.date.to_string(),
            "wish": session.wish, "metres": session.metres})
    };
    person.sessions.iter().map(session).collect()
}
