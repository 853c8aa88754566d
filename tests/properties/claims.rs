//! What plans of random tiny campaigns say of all that they do not have, as it is saved: against every roster that there is, and
//! solved again.

use super::{CAMPAIGNS, explanations::World};
use crate::support::{brute_force::every_roster, tiny::Tiny};
use chuxin::{
    domain::Domain,
    experience::{
        explanation::{
            against::Against,
            claims::{Claim, Missing},
            consequence::Change,
            person::{Answer, Question, Why},
        },
        level::Level,
        roster::{Placement, Roster},
    },
    lp::{LevelResult, Sense},
    pipeline::{
        ValidCampaign,
        experience::claims::{Watched, prove},
        plan,
        second_reading::{SecondReading, read_plan},
        untrue::untrue,
    },
    plan::{Plan, json::text},
    planning::outcome::Outcome,
    planning::reason::Rechecked,
    solver::{Progress, Unwatched, Watch},
    source::Sources,
};
use std::{
    collections::BTreeMap,
    fs,
    sync::atomic::{AtomicUsize, Ordering::Relaxed},
    time::Duration,
};
use tempfile::TempDir;

const WATCHED: Watched<'_> = Watched { watch: &Unwatched, tell: &|_, _| {} };

#[test]
fn saves_with_a_plan_what_everything_would_truly_cost() {
    let mut said: BTreeMap<&str, usize> = BTreeMap::new();
    let mut told: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut made_false, mut stopped) = (0, 0);
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
        let world =
            World { domain, previous: None, all: &all, roster: &read.roster, values: values.unwrap() };
        for claim in read.claims.as_ref().unwrap() {
            *said.entry(weigh(&world, claim, &context)).or_default() += 1;
        }
        let solved = reading.again(domain, WATCHED).unwrap().unwrap();
        assert!(solved.stood.iter().all(|one| *one == Rechecked::Holds), "{context}");
        assert_eq!(untrue(domain, &reading, Some(&solved)), vec![], "{context}");
        never_refutes_for_want_of_time(domain, &reading, &mut stopped, &context);
        let lies = lies(domain, &made);
        let most = lies.len().max(1);
        let Some(Lie { what, position, plan, is_seen }) = lies.into_iter().nth(made_false % most) else {
            continue;
        };
        made_false += 1;
        *told.entry(what).or_default() += 1;
        let context = format!("{what} at {position}: {:?}\n{context}", plan.experience.claims);
        let reading = saved(&sound, &plan);
        assert_eq!(!untrue(domain, &reading, None).is_empty(), is_seen, "{context}");
        let solved = reading.again(domain, WATCHED).unwrap().unwrap();
        assert!(!untrue(domain, &reading, Some(&solved)).is_empty(), "{context}");
        if what != "subject" {
            assert_eq!(solved.stood[position], Rechecked::Refuted(()), "{context}");
        }
    }
    for kind in ["barred", "impossible", "outweighed", "tie"] {
        assert!(said.get(kind).is_some_and(|times| *times >= 5), "{kind} is hardly ever said: {said:?}");
    }
    for what in ["to", "level", "gone", "kind", "bar", "barred", "rules", "against", "spared", "subject"] {
        assert!(told.get(what).is_some_and(|times| *times >= 5), "{what} is hardly ever false: {told:?}");
    }
    assert!(stopped > 20, "{stopped} runs ended before all was solved");
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

/// A watch that stops whatever it is asked about after so many questions.
struct Patience(AtomicUsize);

impl Watch for Patience {
    fn time_left(&self) -> Option<Duration> {
        let left = self.0.fetch_update(Relaxed, Relaxed, |left| left.checked_sub(1));
        left.err().map(|_| Duration::ZERO)
    }

    fn report(&self, _: &Progress<'_>) {}
}

/// Whenever the time is up, what is true is not called false.
fn never_refutes_for_want_of_time(
    domain: &Domain,
    reading: &SecondReading,
    stopped: &mut usize,
    context: &str,
) {
    let claims = reading.resolved.plan.experience.claims.iter().flatten();
    let is_opposed = |claim: &Claim| matches!(&claim.why, Why::Impossible(against) if !against.is_empty());
    if *stopped > 300 || !claims.into_iter().any(is_opposed) {
        return;
    }
    for questions in 0.. {
        let watch = &Patience(AtomicUsize::new(questions));
        let stood = reading.again(domain, Watched { watch, ..WATCHED }).unwrap().unwrap().stood;
        assert!(
            !stood.contains(&Rechecked::Refuted(())),
            "after {questions} questions: {stood:?}\n{context}"
        );
        if !stood.contains(&Rechecked::NotReached) {
            return;
        }
        *stopped += 1;
    }
}

/// A plan with something said that is not so.
struct Lie {
    what: &'static str,
    position: usize,
    plan: Plan,
    /// Whether that is seen without solving.
    is_seen: bool,
}

/// Each part of each claim, made false by itself.
fn lies(domain: &Domain, plan: &Plan) -> Vec<Lie> {
    let mut lies = Vec::new();
    let levels = &plan.experience.levels;
    let claims = plan.experience.claims.as_ref().unwrap();
    for (position, claim) in claims.iter().enumerate() {
        let mut add = |what, is_seen, missing, why| {
            let mut plan = plan.clone();
            plan.experience.claims.as_mut().unwrap()[position] = Claim { missing, why };
            lies.push(Lie { what, position, plan, is_seen });
        };
        let missing = claim.missing;
        match &claim.why {
            Why::Outweighed(change, moves) => {
                let worse = |sense, value| if sense == Sense::Min { value + 1 } else { value - 1 };
                let more = Change { to: worse(change.sense, change.to), ..*change };
                add("to", false, missing, Why::Outweighed(more, moves.clone()));
                let is_other = |one: &&LevelResult<Level>| ![change.level, Level::Lot].contains(&one.level);
                if let Some(&LevelResult { level, sense, value: from, .. }) = levels.iter().find(is_other) {
                    let other = Change { level, sense, from, to: worse(sense, from) };
                    add("level", false, missing, Why::Outweighed(other, moves.clone()));
                }
                let mut fewer = moves.clone().unwrap();
                if fewer.gone.pop().is_some() {
                    add("gone", false, missing, Why::Outweighed(*change, Some(fewer)));
                }
                add("kind", false, missing, Why::Tie(moves.clone()));
                add("bar", true, missing, Why::Settled);
            }
            Why::Barred(tally) => {
                add("barred", true, missing, Why::Impossible(Vec::new()));
                if !tally.is_empty() {
                    add("rules", true, missing, Why::Barred(Vec::new()));
                }
            }
            Why::Impossible(against) if !against.is_empty() => {
                let kept = against.iter().copied().chain([Against::Kept]);
                add("against", false, missing, Why::Impossible(kept.collect()));
                if against.len() > 1 {
                    add("spared", false, missing, Why::Impossible(against[1..].to_vec()));
                }
            }
            _ => {}
        }
        if let Some(had) = fulfilled(domain, plan) {
            add("subject", true, had, claim.why.clone());
        }
    }
    lies
}

/// A wish that came true.
fn fulfilled(domain: &Domain, plan: &Plan) -> Option<Missing> {
    plan.experience.roster.placements.iter().find_map(|one| {
        let wishes = &domain.ambassador(one.ambassador).wishes;
        let position = wishes.iter().position(|wish| wish.is_for(one.session()))?;
        Some(Missing::OfPerson(one.ambassador, Question::Wish(position)))
    })
}
