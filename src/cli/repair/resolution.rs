//! What was said on the command line, in the campaign before it; whoever could not come to what he or she is to get is refused.
//!
//! In: the options and the earlier plan. Out: [`Edits`], and the campaign with the newcomers among them.

use crate::{
    cli::{
        ending::Ending,
        repair::{asked::Said, scenario},
        terminal::Terminal,
        variations::Variations,
    },
    domain::Domain,
    experience::reserves::handover::Unable,
    inquiry::repair::{
        PlanToMend,
        edits::Edits,
        words::{Newcomer, Setting, newcomers},
    },
    pipeline::mending::{Exchanged, Giving, Handed, Impossible},
    plan::{
        earlier::{EarlierPlan, Held},
        outline::Visit,
    },
    planning::earlier::RepairTerms,
    render::{
        edition::shown::{Discreet, Shown},
        experience::exchange::{Exchange, Instead, Otherwise},
        wording::{objection::Remedy, repair::Repair},
    },
};
use std::collections::BTreeSet;

/// What the words mean, and in which campaign: the one before them, with whoever joins it.
pub(super) fn resolved(
    said: &Said<'_>,
    domain: &Domain,
    found: &EarlierPlan,
    terms: RepairTerms,
    terminal: Terminal,
) -> Result<(Domain, Edits), Ending> {
    let (asked, language) = (said.asked, terminal.language(Some(domain.campaign.language)));
    // Who has a place, or came late before, is not meant by somebody else's name.
    let placed = found.held().into_iter().map(|one| domain.ambassador(one.ambassador).id.clone());
    let others: BTreeSet<String> = placed.chain(said.waited.iter().cloned()).collect();
    let newcomers = newcomers(&asked.arguments.late, &said.variations.set, domain, &others);
    let is_name = |set: &&String| newcomers.iter().any(|one| one.named_by(set).is_some());
    let names = said.variations.set.iter().filter(is_name).cloned().collect();
    let names = Variations { set: names, without: Vec::new() };
    let joined = scenario::joined(&asked.file, &newcomers, &names).unwrap_or_else(|| domain.clone());
    // Whoever joins may stand before others in the order of ids.
    let held: Vec<Held> = found.held().into_iter().filter_map(|one| one.in_ids_of(domain, &joined)).collect();
    let domain = &joined;
    let setting = Setting { domain, terms, stands: &held, newcomers: &newcomers };
    let edits = said.options.resolve(setting).map_err(|objections| {
        let shown = Shown::of(domain, asked.arguments.contacts);
        for objection in objections {
            let said = Repair::Objects(objection.clone());
            terminal.complain(language, &Discreet { phrase: &said, shown: &shown }, None);
            if let Some(remedy) = Remedy::of(&objection, |name| shown.said(name)) {
                terminal.hint(language, &remedy);
            }
        }
        Ending::Refused
    })?;
    let shown = Shown::of(domain, asked.arguments.contacts);
    for Newcomer { id, name, .. } in newcomers {
        let said = Repair::NewPerson(name.unwrap_or(id));
        terminal.note(language, &Discreet { phrase: &said, shown: &shown });
    }
    Ok((joined, edits))
}

/// Refuses to give somebody what he or she may not have, with whoever could have it instead. `before` is the campaign that
/// the edits speak of.
pub(super) fn refuse_impossible(
    said: &Said<'_>,
    before: &Domain,
    edits: &Edits,
    written: &PlanToMend,
    terminal: Terminal,
) -> Result<(), Ending> {
    let Some(exchanged) = edits.exchanged(before).filter(|one| !one.coming.is_empty()) else { return Ok(()) };
    let (asked, language) = (said.asked, terminal.language(Some(before.campaign.language)));
    // What else is said in the same command may let them in, or keep them out.
    let varied = scenario::without_exchanges(&asked.file, edits, before, &said.variations);
    // What cannot be read so is told where it is laid over the campaign.
    let Some(after) = varied else { return Ok(()) };
    let (found, domain) = (exchanged.impossible(&after, &written.found(&after)), before);
    let [before, after] = [before, &after].map(|domain| Shown::of(domain, asked.arguments.contacts));
    for Impossible { handed: Handed { visit, option }, unable } in &found {
        let Some(unable) = unable else {
            terminal.complain(language, &Exchange::gone(&option.said(), visit, &before, language), None);
            continue;
        };
        terminal.complain(language, &Exchange::breaks(&option.said(), unable, &after, language), None);
        // Where two were to change places, nobody is missing.
        let Giving::Replace { giver, .. } = option else { continue };
        let may_swap = may_swap(visit, unable, &exchanged, (domain, &written.found(domain)));
        if let Some(hint) = Otherwise::of(giver, unable, may_swap, &after) {
            terminal.hint(language, &hint);
        }
        if let Some(hint) = Instead::of(giver, unable, &after, language) {
            terminal.hint(language, &hint);
        }
    }
    if found.is_empty() { Ok(()) } else { Err(Ending::Refused) }
}

/// Whether whoever cannot have a session as well could change places with whoever has it, as the campaign was.
fn may_swap(
    visit: &Visit,
    unable: &Unable,
    exchanged: &Exchanged,
    (domain, found): (&Domain, &EarlierPlan),
) -> bool {
    let is_it = |one: &&Visit| (&one.post, one.date, one.hours) == (&visit.post, visit.date, visit.hours);
    let (Some(given), [own]) = (exchanged.leaving.iter().find(is_it), &*unable.has()) else { return false };
    let Some(post) = domain.posts.get(own.post.0) else { return false };
    let own = Visit {
        ambassador: visit.ambassador.clone(),
        post: post.id.clone(),
        date: own.date,
        hours: post.told(own.hours),
    };
    let taken = Visit { ambassador: given.ambassador.clone(), ..own.clone() };
    let handed = |visit: Visit| Handed { visit, option: Giving::Swap(String::new()) };
    let coming = vec![handed(visit.clone()), handed(taken)];
    let swap = Exchanged { leaving: vec![given.clone(), own], coming, late: Vec::new() };
    swap.impossible(domain, found).is_empty()
}
