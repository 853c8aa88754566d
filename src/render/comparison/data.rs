//! A comparison as data.

use crate::{
    diagnostic::overlay::Changes,
    inquiry::{
        comparison::{ComparedCampaign, Conclusion},
        moves::{Move, MoveKind},
    },
    plan::outline::Attendance,
    render::{check::WrittenChanges, comparison::Sides, difference},
};
use serde_json::{Map, Value, json};

/// The whole comparison; ids stay as they are.
pub fn data(sides: &Sides<'_>) -> Value {
    let columns = sides.comparison.columns.iter().enumerate();
    let columns: Vec<Value> = columns.map(|(at, one)| column(sides, at, one)).collect();
    json!({"columns": columns})
}

fn column(sides: &Sides<'_>, at: usize, column: &ComparedCampaign<'_>) -> Value {
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
    let people: Vec<Value> = column.moves.iter().map(moved).collect();
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

fn moved(one: &Move) -> Value {
    let kind = match one.kind {
        MoveKind::Gains => "gains",
        MoveKind::Loses => "loses",
        MoveKind::Moves => "moves",
        MoveKind::Joins => "joins",
        MoveKind::Leaves => "leaves",
    };
    json!({
        "ambassador": one.id,
        "kind": kind,
        "before": one.before.as_ref().map(|found| sessions(found)),
        "after": one.after.as_ref().map(|found| sessions(found)),
    })
}

fn sessions(sessions: &[Attendance]) -> Vec<Value> {
    let session = |one: &Attendance| json!({"post": one.post, "date": one.date.to_string(), "wish": one.wish, "metres": one.metres});
    sessions.iter().map(session).collect()
}
