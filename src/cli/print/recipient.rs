//! For whom a copy is made: for everybody, or for one unit.
//!
//! In: what `--for` names. Out: the unit, what may be shown to it, and what it does not get.

use crate::{
    cli::{
        print::{PrintArguments, format},
        today::{last_day, today},
    },
    diagnostic::{naming::Named, reference::Kind},
    domain::{Domain, people::AmbassadorIx, places::UnitIx},
    inquiry::entry::Nameable,
    plan::{
        Plan,
        naming::{bearers, naming},
    },
    render::{
        edition::{Naming, PaperCopy, shown::Shown},
        wording::print::Print,
    },
};
use std::collections::BTreeSet;

/// The copy that is asked for; `past` are the campaigns of the plans before.
///
/// # Errors
/// What to tell the user: that there is no such unit, or no longer, or several, or that it does not get what is asked for.
pub fn copy(arguments: &PrintArguments, domain: &Domain, past: &[Domain]) -> Result<PaperCopy, Print> {
    let naming = if arguments.mask_names { Naming::Masked } else { Naming::Full };
    // Nobody dates a letter later than the last day that it speaks of; room to write the day is left then.
    let written = arguments.issued.as_ref().map(|day| day.in_season(domain.campaign.season)).transpose();
    let written = written.map_err(Print::NoSuchDay)?;
    let issued = written.or_else(|| today().filter(|day| *day <= last_day(domain)));
    Ok(PaperCopy { naming, contacts: arguments.contacts, issued, recipient: unit(arguments, domain, past)? })
}

fn unit(arguments: &PrintArguments, domain: &Domain, past: &[Domain]) -> Result<Option<UnitIx>, Print> {
    let Some(named) = &arguments.recipient else { return Ok(None) };
    let formats = arguments.to.iter().all(|one| format::OF_UNIT.contains(one));
    if !formats || !arguments.sheets.iter().all(|sheet| format::SHEETS_OF_UNIT.contains(sheet)) {
        return Err(Print::NotForUnit);
    }
    let word = word(named);
    match naming(domain, Kind::Unit).named(word) {
        Named::One(unit) => Ok(Some(UnitIx(unit))),
        Named::Several(units) => {
            let bearers = bearers(domain, Kind::Unit, &units);
            Err(Print::SeveralUnits { word: word.to_owned(), bearers })
        }
        Named::Nobody if past.iter().any(|past| naming(past, Kind::Unit).named(word) != Named::Nobody) => {
            Err(Print::UnitGone(word.to_owned()))
        }
        Named::Nobody => Err(Print::NoSuchUnit(named.clone())),
    }
}

/// What names the unit, without its kind.
fn word(named: &str) -> &str {
    match Nameable::prefix(named) {
        Some((Nameable::Unit, word)) => word,
        _ => named,
    }
}

/// What the copy shows: to a unit no numbers but its own, its mentors' and those of whoever comes to it.
pub fn shown<'a>(domain: &'a Domain, plan: &Plan, copy: PaperCopy) -> Shown<'a> {
    let Some(unit) = copy.recipient.filter(|_| copy.contacts) else {
        return Shown::of(domain, copy.contacts);
    };
    let placements = plan.experience.roster.placements.iter();
    let there = placements.filter(|one| domain.post(one.post).unit == unit);
    let people: BTreeSet<AmbassadorIx> = there.map(|one| one.ambassador).collect();
    Shown::for_unit(domain, unit, &people)
}

/// What it shows of the campaign of a plan before: to a unit no number of whoever no longer comes.
pub fn shown_of_past(domain: &Domain, copy: PaperCopy) -> Shown<'_> {
    Shown::of(domain, copy.contacts && copy.recipient.is_none())
}

/// What the folder is called behind the name of the plan.
pub fn mark(arguments: &PrintArguments) -> Option<&str> {
    let named = arguments.recipient.as_deref()?;
    Some(word(named))
}
