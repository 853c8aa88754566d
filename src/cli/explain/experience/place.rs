//! Questions about posts, those of a unit, and days.

use crate::{
    cli::{
        again::again,
        ending::Ending,
        explain::{
            Origin,
            experience::{Asking, answered},
        },
        solve::Task,
        terminal::Terminal,
    },
    domain::{
        people::AmbassadorIx,
        places::{PostIx, UnitIx},
    },
    render::{
        block::Section,
        edition::{Edition, names::Names, shown::Shown},
        experience::why::{data, place},
        terminal::clean::in_one_line,
    },
};
use chrono::NaiveDate;
use serde_json::{Value, json};
use std::path::Path;

/// What is asked about.
#[derive(Debug, Clone, Copy)]
pub(in crate::cli::explain) enum Place {
    Post(PostIx),
    Unit(UnitIx),
    Day(NaiveDate),
}

/// What is said of a place or a day, in words and as data; others are named where that is wanted.
///
/// # Errors
/// How the run ends where nothing can be said; what is to be said of it has been told.
pub(in crate::cli::explain) fn told(
    origin: &Origin,
    of: Place,
    named: bool,
    task: &Task,
    terminal: Terminal,
) -> Result<(Vec<Section>, Value), Ending> {
    let domain = &origin.loaded.campaign.domain;
    let language = terminal.language(Some(domain.campaign.language));
    let shown = Shown::of(domain, false);
    let names = Names::of(&shown, language);
    let edition = Edition::on_screen(&shown, &origin.plan, &names, language);
    let ask = |asking| answered(origin, asking, task, terminal);
    Ok(match of {
        Place::Post(post) => {
            let told = ask(Asking::Posts(vec![post], true))?;
            let command = |person: AmbassadorIx, number: u32| repeated(&shown, person, number);
            let telling = place::PlaceTelling { names: named, command: &command };
            let sections = told.iter().flat_map(|one| place::post(edition, one, &telling)).collect();
            let data = told.first().map(|one| data::place(&shown, one, named));
            (sections, data.unwrap_or_default())
        }
        Place::Unit(unit) => {
            let told = ask(Asking::Posts(posts_of(&shown, unit), false))?;
            let posts: Vec<Value> = told.iter().map(|one| data::place(&shown, one, named)).collect();
            let data = json!({"unit": shown.unit(unit).id, "posts": posts});
            (vec![place::unit(edition, &told)], data)
        }
        Place::Day(date) => {
            let told = ask(Asking::Day(date))?;
            let sessions: Vec<Value> = told.iter().map(|one| data::place(&shown, one, named)).collect();
            let data = json!({"date": date.to_string(), "sessions": sessions});
            (place::day(edition, date, &told, named), data)
        }
    })
}

/// The posts of a unit in the order of the file.
fn posts_of(domain: &Shown<'_>, unit: UnitIx) -> Vec<PostIx> {
    let posts = (0..domain.posts.len()).map(PostIx).filter(|&post| domain.post(post).unit == unit);
    let mut posts: Vec<PostIx> = posts.collect();
    posts.sort_by_key(|&post| domain.post(post).position);
    posts
}

/// The command that asks about one wish of somebody.
fn repeated(domain: &Shown<'_>, person: AmbassadorIx, number: u32) -> String {
    let id = &domain.ambassador(person).id;
    in_one_line(&again("who", Some(Path::new(id)), &[format!("--wish {number}")]))
}
