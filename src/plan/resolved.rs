//! A saved plan beside its campaign: every id found, every entry with its place.
//!
//! In: [`SavedPlan`] and the campaign. Out: [`Resolved`], or every id and date that the campaign does not have.

use crate::{
    diagnostic::Diagnostic,
    domain::{Domain, thursday::Pairings},
    experience::roster::Roster,
    pairing,
    plan::{
        ExperiencePlan, Plan,
        experience::SavedExperience,
        lookup::{Lookup, SavedEntry},
        saved::SavedPlan,
        thursday::{SavedAction, ThursdayPlan},
    },
    source::Place,
    timetable::{self, roster::Timetable},
};

/// A plan that names only what its campaign has; nothing says yet that it keeps the rules.
#[derive(Debug, Clone)]
pub struct Resolved {
    /// The plan.
    pub plan: Plan,
    /// Where its entries stand.
    pub places: EntryPlaces,
}

/// Where each entry of a plan's rosters stands in its file, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EntryPlaces {
    /// The placements.
    pub placements: Vec<Place>,
    /// The pairings of the Thursday Action, where plan and campaign have one.
    pub pairings: Vec<Place>,
    /// Its events.
    pub events: Vec<Place>,
}

/// Finds what a saved plan names in the campaign.
///
/// # Errors
/// Every id and session that the campaign does not have, and where it has a Thursday Action every fault in the form of
/// the plan's.
pub fn resolve(saved: &SavedPlan, domain: &Domain) -> Result<Resolved, Vec<Diagnostic>> {
    let mut lookup = Lookup::new(domain);
    let mut places = EntryPlaces::default();
    let experience = experience(&saved.experience, &mut lookup, &mut places);
    let action = saved.thursday_action.as_ref().filter(|_| domain.thursday.is_some());
    let thursday_action = action.map(|action| thursday_action(action, &mut lookup, &mut places));
    if !lookup.problems.is_empty() {
        return Err(lookup.problems);
    }
    let posts = experience.roster.placements.iter().map(|placement| placement.post);
    let plan = Plan {
        backend: saved.backend.clone(),
        campaign: saved.campaign.clone(),
        mends: saved.mends.clone(),
        history: saved.history(domain, posts),
        experience,
        thursday_action,
    };
    Ok(Resolved { plan, places })
}

fn experience(saved: &SavedExperience, lookup: &mut Lookup<'_>, places: &mut EntryPlaces) -> ExperiencePlan {
    let placements;
    (placements, places.placements) = found(&saved.placements, lookup);
    ExperiencePlan {
        levels: saved.levels.clone(),
        roster: Roster { placements },
        unplaced: saved.unplaced.iter().filter_map(|one| one.find(lookup)).collect(),
        shortages: saved.shortages.iter().filter_map(|one| one.find(lookup)).collect(),
        unfulfilled: saved.unfulfilled.iter().filter_map(|one| one.find(lookup)).collect(),
        claims: saved
            .claims
            .as_ref()
            .map(|claims| claims.iter().filter_map(|one| one.find(lookup)).collect()),
    }
}

fn thursday_action(saved: &SavedAction, lookup: &mut Lookup<'_>, places: &mut EntryPlaces) -> ThursdayPlan {
    lookup.problems.extend(saved.faults.iter().chain(&saved.other_faults).cloned());
    let (pairings, events);
    (pairings, places.pairings) = found(&saved.pairings, lookup);
    (events, places.events) = found(&saved.events, lookup);
    ThursdayPlan {
        levels: saved.levels.clone(),
        pairings: Pairings { pairings },
        why_paired: pairing::reason::Explanation::default(),
        claims: saved
            .claims
            .as_ref()
            .map(|claims| claims.iter().filter_map(|one| one.find(lookup)).collect()),
        timetable: Timetable { events },
        why_held: timetable::reason::Explanation::default(),
    }
}

/// Entries in their order, and their places.
fn found<E: SavedEntry>(entries: &[E], lookup: &mut Lookup<'_>) -> (Vec<E::Found>, Vec<Place>) {
    let found = entries.iter().filter_map(|entry| Some((entry.find(lookup)?, entry.place())));
    let mut found: Vec<(E::Found, Place)> = found.collect();
    found.sort_unstable();
    found.into_iter().unzip()
}

#[cfg(test)]
mod tests {
    use super::{Resolved, resolve};
    use crate::{
        diagnostic::Diagnostic,
        document,
        domain::Domain,
        plan::{json::text, sample::campaign_and_plan, saved},
        source::Sources,
    };

    fn read(domain: &Domain, text: &str) -> (Sources, Result<Resolved, Vec<Diagnostic>>) {
        let mut sources = Sources::default();
        let file = sources.add("plan.json", text);
        let root = document::reading::read(&sources, file).0.unwrap();
        let resolved = resolve(&saved::read(&root).unwrap(), domain);
        (sources, resolved)
    }

    #[test]
    fn reads_back_what_was_written() {
        let (domain, mut plan) = campaign_and_plan();
        let (sources, resolved) = read(&domain, &text(&domain, &plan));
        let resolved = resolved.unwrap();
        plan.experience.roster.placements.sort_unstable();
        assert_eq!(resolved.plan, plan);
        let lines: Vec<usize> =
            resolved.places.placements.iter().map(|place| sources.line_column(*place).0).collect();
        assert_eq!(lines, [15, 16]);
        assert!(sources.slice(resolved.places.placements[1]).starts_with("{\"ambassador\": \"a1\""));
    }

    #[test]
    fn names_every_id_and_session_that_the_campaign_does_not_have() {
        let (domain, plan) = campaign_and_plan();
        let edited = text(&domain, &plan)
            .replace("\"a0\", \"post\": \"p0\"", "\"a00\", \"post\": \"hospice\"")
            .replace("2018-10-24", "2018-10-29")
            .replace("\"p2\"", "\"p9\"");
        let problems = read(&domain, &edited).1.unwrap_err();
        let codes: Vec<&str> = problems.iter().map(|one| one.problem.code()).collect();
        assert_eq!(codes, ["unknown-id", "unknown-id", "no-session", "unknown-id"]);
    }
}
