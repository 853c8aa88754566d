//! For whom a copy is made: for everybody, or for one unit.
//!
//! In: what `--for` names. Out: the unit, what may be shown to it, and what it does not get.

use crate::{
    cli::{
        print::{PrintArguments, format},
        today::{last_day, today},
    },
    domain::{Domain, people::AmbassadorIx, places::UnitIx},
    plan::Plan,
    render::{
        edition::{Naming, PaperCopy, shown::Shown},
        wording::print::Print,
    },
};
use std::collections::BTreeSet;

/// What stands before the id of a unit.
const KIND: &str = "unit:";

/// The copy that is asked for.
///
/// # Errors
/// What to tell the user: that there is no such unit, or that it does not get what is asked for.
pub fn copy(arguments: &PrintArguments, domain: &Domain) -> Result<PaperCopy, Print> {
    let naming = if arguments.mask_names { Naming::Masked } else { Naming::Full };
    // Nobody dates a letter later than the last day that it speaks of; room to write the day is left then.
    let written = arguments.issued.as_ref().map(|day| day.in_season(domain.campaign.season)).transpose();
    let written = written.map_err(Print::NoSuchDay)?;
    let issued = written.or_else(|| today().filter(|day| *day <= last_day(domain)));
    Ok(PaperCopy { naming, contacts: arguments.contacts, issued, recipient: unit(arguments, domain)? })
}

fn unit(arguments: &PrintArguments, domain: &Domain) -> Result<Option<UnitIx>, Print> {
    let Some(named) = &arguments.recipient else { return Ok(None) };
    let formats = arguments.to.iter().all(|one| format::OF_UNIT.contains(one));
    if !formats || !arguments.sheets.iter().all(|sheet| format::SHEETS_OF_UNIT.contains(sheet)) {
        return Err(Print::NotForUnit);
    }
    let word = named.strip_prefix(KIND).unwrap_or(named);
    let found = |is_it: &dyn Fn(UnitIx) -> bool| {
        let mut units = (0..domain.units.len()).map(UnitIx).filter(|&unit| is_it(unit));
        units.next().filter(|_| units.next().is_none())
    };
    let by_id = found(&|unit| domain.unit(unit).id == word);
    let unit = by_id.or_else(|| found(&|unit| domain.unit(unit).name == word));
    unit.map(Some).ok_or_else(|| Print::NoSuchUnit(named.clone()))
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
    Some(named.strip_prefix(KIND).unwrap_or(named))
}
