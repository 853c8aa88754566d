//! What plans of random tiny campaigns say of all that they do not have, as it is saved: against every roster that there is, and
//! solved again.

use super::{CAMPAIGNS, explanations::World};
use crate::support::{brute_force::every_roster, tiny::Tiny};
use chuxin::{
    experience::{
        explanation::{
            claims::{Claim, Missing},
            person::{Answer, Why},
        },
        roster::{Placement, Roster},
    },
    lp::Sense,
    pipeline::{
        ValidCampaign,
        experience::claims::{Watched, again, prove},
        plan,
        second_reading::{SecondReading, read_plan},
        untrue::untrue,
    },
    plan::{Plan, json::text, untrue::Rechecked},
    planning::outcome::Outcome,
    solver::Unwatched,
    source::Sources,
};
use std::{collections::BTreeMap, fs};
use tempfile::TempDir;

const WATCHED: Watched<'_> = Watched { watch: &Unwatched, tell: &|_, _| {} };

#[test]
fn saves_with_a_plan_what_everything_would_truly_cost() {
    let mut said: BTreeMap<&str, usize> = BTreeMap::new();
    let mut refuted = 0;
    for seed in 0..CAMPAIGNS {
        let tiny = Tiny::from_seed(seed);
        let sound = ValidCampaign {
            domain: tiny.domain(),
            digest: "sha256:00".into(),
            words: "sha256:00".into(),
            variations: vec![],
        };
        let domain = &sound.domain;
        let Ok(Outcome::Planned(mut made)) = plan(&sound, "campaign.yaml", &Unwatched) else { continue };
        prove(domain, &mut made, None, WATCHED).unwrap();
        made.experience.roster.placements.sort_unstable();
        let reading = saved(&sound, &made);
        let read = &reading.resolved.plan.experience;
        let context = format!("seed {seed}: {read:?}\n{}", tiny.text());
        assert_eq!(*read, made.experience, "{context}");
        let all = every_roster(domain, None);
        let values = all.iter().find(|(other, _)| *other == read.roster).map(|(_, values)| values);
        let world = World { domain, all: &all, roster: &read.roster, values: values.unwrap() };
        for claim in read.claims.as_ref().unwrap() {
            *said.entry(weigh(&world, claim, &context)).or_default() += 1;
        }
        let solved = again(domain, &reading, WATCHED).unwrap().unwrap();
        assert!(solved.stood.iter().all(|one| *one == Rechecked::Holds), "{context}");
        assert_eq!(untrue(domain, &reading, Some(&solved)), vec![], "{context}");
        if let Some(position) = falsify(&mut made) {
            let reading = saved(&sound, &made);
            let solved = again(domain, &reading, WATCHED).unwrap().unwrap();
            assert_eq!(solved.stood[position], Rechecked::Refuted, "{context}");
            assert_eq!(untrue(domain, &reading, None), vec![], "it is not solved: {context}");
            assert_eq!(untrue(domain, &reading, Some(&solved)).len(), 1, "{context}");
            refuted += 1;
        }
    }
    for kind in ["barred", "impossible", "outweighed", "tie"] {
        assert!(said.get(kind).is_some_and(|times| *times >= 5), "{kind} is hardly ever said: {said:?}");
    }
    assert!(refuted > 100, "{refuted} were falsified");
}

fn saved(sound: &ValidCampaign, plan: &Plan) -> SecondReading {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("plan.json");
    fs::write(&path, text(&sound.domain, plan)).unwrap();
    read_plan(&mut Sources::default(), sound, &path).unwrap()
}

fn weigh(world: &World<'_>, claim: &Claim, context: &str) -> &'static str {
    let (post, session) = match claim.missing {
        Missing::OfPerson(person, question) => {
            return world.weigh(person, &Answer { question, why: claim.why.clone() }, context);
        }
        Missing::Seat(post, session) => (post, session),
    };
    let is_here =
        |one: &&Placement| one.post == post && session.is_none_or(|session| session == one.session());
    let here = |roster: &Roster| roster.placements.iter().filter(is_here).count();
    let present = here(world.roster);
    world.weigh_why(&claim.why, &|roster| here(roster) > present, context)
}

/// Makes one loss a little greater than it is; says which claim that is.
fn falsify(plan: &mut Plan) -> Option<usize> {
    let claims = plan.experience.claims.as_mut()?;
    let position = claims.iter().position(|claim| matches!(claim.why, Why::Outweighed(..)))?;
    let Why::Outweighed(change, _) = &mut claims[position].why else { return None };
    change.to += if change.sense == Sense::Min { 1 } else { -1 };
    Some(position)
}
