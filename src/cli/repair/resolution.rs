//! What was said on the command line, in the campaign before it; whoever could not come to what he or she is to get is refused.
//!
//! In: the options and the earlier plan. Out: [`Edits`], and the campaign with the newcomers among them.

use crate::{
    cli::{
        ending::Ending,
        repair::{asked::Asked, scenario},
        terminal::Terminal,
        variations::Variations,
    },
    domain::Domain,
    inquiry::repair::{
        edits::Edits,
        words::{Newcomer, Setting, newcomers},
    },
    pipeline::mending::refusal,
    plan::earlier::{EarlierPlan, Held},
    planning::earlier::RepairTerms,
    render::{
        edition::{
            names::Names,
            shown::{Discreet, Shown},
        },
        wording::{
            Phrase, measure,
            repair::{Remedy, Repair},
        },
    },
};

/// What the words mean, and in which campaign: the one before them, with whoever joins it.
pub(super) fn resolved(
    asked: &Asked<'_>,
    domain: &Domain,
    (found, terms): (&EarlierPlan, RepairTerms),
    terminal: Terminal,
) -> Result<(Domain, Edits), Ending> {
    let language = terminal.language(Some(domain.campaign.language));
    let newcomers = newcomers(&asked.arguments.late, domain);
    let joined =
        scenario::joined(&asked.file, &newcomers, &Variations::default()).unwrap_or_else(|| domain.clone());
    // Whoever joins may stand before others in the order of ids.
    let held: Vec<Held> = found.held().into_iter().filter_map(|one| one.in_ids_of(domain, &joined)).collect();
    let domain = &joined;
    let setting = Setting { domain, terms, stands: &held, newcomers: &newcomers };
    let edits = asked.options().resolve(setting).map_err(|objections| {
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
    let names = Names::of(&shown, language);
    // What else is said in the same command may let them in.
    let varied = scenario::joined(&asked.file, &newcomers, &asked.variations);
    let checked = varied.as_ref().unwrap_or(domain);
    let there = |held: &Held| held.in_ids_of(domain, checked);
    let barred = edits.coming.iter().filter_map(|held| Some((held, refusal(checked, there(held)?)?)));
    let barred: Vec<_> = barred.collect();
    for (held, rule) in &barred {
        let hours = domain.post(held.session.post).told(held.session.hours);
        let problem = Repair::Barred {
            name: names.ambassador(held.ambassador).to_owned(),
            session: measure::session(language, held.session.date, hours),
            post: names.post(held.session.post).to_owned(),
            rule: rule.say(language),
        };
        terminal.complain(language, &problem, None);
    }
    if !barred.is_empty() {
        return Err(Ending::Refused);
    }
    for Newcomer { name, similar } in newcomers {
        let said = Repair::NewPerson { name, similar };
        terminal.note(language, &Discreet { phrase: &said, shown: &shown });
    }
    Ok((joined, edits))
}
