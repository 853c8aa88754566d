//! A saved plan beside its campaign: every id found, every placement with its place.
//!
//! In: [`Saved`] and the campaign. Out: [`Resolved`], or every id and date that the campaign does not have.

use crate::{
    diagnostic::{Diagnostic, reference::Kind, saved::Saved as Problem},
    domain::{Domain, people::AmbassadorIx, places::PostIx},
    experience::{
        reason::{Reason, Shortage, Unfulfilled, Unplaced},
        roster::{Placement, Roster},
    },
    plan::{
        ExperiencePlan, Plan,
        fields::{Walk, Word},
        reason::SavedReason,
        saved::{Saved, SavedPlacement},
        thursday,
    },
    source::Place,
};

/// A plan that names only what its campaign has; nothing says yet that it keeps the rules.
#[derive(Debug, Clone)]
pub struct Resolved {
    /// The plan.
    pub plan: Plan,
    /// Where each placement of the roster stands in the plan's file.
    pub places: Vec<Place>,
    /// The Thursday Action with its places, where plan and campaign have one.
    pub thursday_action: Option<thursday::saved::Resolved>,
}

/// Finds what a saved plan names in the campaign.
///
/// # Errors
/// Every ambassador, post and session that the campaign does not have.
pub fn resolve(saved: &Saved, domain: &Domain) -> Result<Resolved, Vec<Diagnostic>> {
    let mut walk = Walk::default();
    let mut placements: Vec<(Placement, Place)> =
        saved.placements.iter().filter_map(|placement| placed(&mut walk, domain, placement)).collect();
    placements.sort_unstable();
    let unplaced = saved.unplaced.iter().filter_map(|unplaced| {
        let ambassador = ambassador(&mut walk, domain, &unplaced.ambassador)?;
        Some(Unplaced { ambassador, reason: reason(&mut walk, domain, &unplaced.reason)? })
    });
    let unplaced = unplaced.collect();
    let shortages = saved.shortages.iter().filter_map(|shortage| {
        let post = post(&mut walk, domain, &shortage.post)?;
        let reason = reason(&mut walk, domain, &shortage.reason)?;
        Some(Shortage { post, need: shortage.need, placed: shortage.placed, reason })
    });
    let shortages = shortages.collect();
    let unfulfilled = saved.unfulfilled.iter().filter_map(|wish| {
        let (person, post) =
            (ambassador(&mut walk, domain, &wish.ambassador), post(&mut walk, domain, &wish.post));
        let reason = reason(&mut walk, domain, &wish.reason)?;
        Some(Unfulfilled { ambassador: person?, post: post?, reason })
    });
    let unfulfilled = unfulfilled.collect();
    let thursday_action = saved.thursday_action.as_ref().filter(|_| domain.thursday.is_some());
    let thursday_action = thursday_action.and_then(|node| thursday::saved::resolve(&mut walk, domain, node));
    if !walk.diagnostics.is_empty() {
        return Err(walk.diagnostics);
    }
    let (placements, places): (Vec<Placement>, _) = placements.into_iter().unzip();
    let posts = placements.iter().map(|placement| placement.post);
    let history = saved.history(domain, posts);
    let (levels, roster) = (saved.levels.clone(), Roster { placements });
    let experience = ExperiencePlan { levels, roster, unplaced, shortages, unfulfilled };
    let plan = Plan {
        backend: saved.backend.clone(),
        campaign: saved.campaign.clone(),
        mends: saved.mends.clone(),
        history,
        experience,
        thursday_action: thursday_action.as_ref().map(|resolved| resolved.plan.clone()),
    };
    Ok(Resolved { plan, places, thursday_action })
}

fn placed(walk: &mut Walk, domain: &Domain, saved: &SavedPlacement) -> Option<(Placement, Place)> {
    let ambassador = ambassador(walk, domain, &saved.ambassador);
    let post = post(walk, domain, &saved.post)?;
    if domain.session_on(post, saved.date).is_none() {
        let problem = Problem::NoSession { post: domain.post(post).id.clone(), date: saved.date };
        walk.report(saved.place, problem);
        return None;
    }
    Some((Placement { date: saved.date, post, ambassador: ambassador? }, saved.place))
}

fn reason(walk: &mut Walk, domain: &Domain, saved: &SavedReason) -> Option<Reason> {
    match saved {
        SavedReason::Other(reason) => Some(reason.clone()),
        SavedReason::FreeSeat { ambassador: who, post: at, date, against } => {
            let (ambassador, post) = (ambassador(walk, domain, who), post(walk, domain, at));
            let placement = Placement { date: *date, post: post?, ambassador: ambassador? };
            Some(Reason::FreeSeat { placement, against: *against })
        }
    }
}

fn ambassador(walk: &mut Walk, domain: &Domain, word: &Word) -> Option<AmbassadorIx> {
    let ids = domain.ambassadors.iter().map(|ambassador| ambassador.id.as_str());
    walk.find(Kind::Ambassador, word, ids).map(AmbassadorIx)
}

fn post(walk: &mut Walk, domain: &Domain, word: &Word) -> Option<PostIx> {
    walk.find(Kind::Post, word, domain.posts.iter().map(|post| post.id.as_str())).map(PostIx)
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
        let (sources, resolved) = read(&domain, &text(&domain, &plan).unwrap());
        let resolved = resolved.unwrap();
        plan.experience.roster.placements.sort_unstable();
        assert_eq!(resolved.plan, plan);
        let lines: Vec<usize> = resolved.places.iter().map(|place| sources.line_column(*place).0).collect();
        assert_eq!(lines, [15, 16]);
        assert!(sources.slice(resolved.places[1]).starts_with("{\"ambassador\": \"a1\""));
    }

    #[test]
    fn names_every_id_and_session_that_the_campaign_does_not_have() {
        let (domain, plan) = campaign_and_plan();
        let edited = text(&domain, &plan)
            .unwrap()
            .replace("\"a0\", \"post\": \"p0\"", "\"a00\", \"post\": \"hospice\"")
            .replace("2018-10-24", "2018-10-29")
            .replace("\"p2\"", "\"p9\"");
        let problems = read(&domain, &edited).1.unwrap_err();
        let codes: Vec<&str> = problems.iter().map(|one| one.problem.code()).collect();
        assert_eq!(codes, ["unknown-id", "unknown-id", "no-session", "unknown-id"]);
    }
}
