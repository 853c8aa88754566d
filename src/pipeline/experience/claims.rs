//! Why a plan does not have something: proved for all that it does not have, or solved again for all that a saved plan says.
//!
//! In: a plan that keeps the rules, and what it mends. Out: its claims, or what became of each and how it should read.

use crate::{
    domain::Domain,
    pipeline::{experience::Premises, mending::EarlierRosters, thursday},
    plan::{Claims, Plan},
    planning::{outcome::Defect, reason::Rechecked},
    solver::Watch,
};

/// What is told of the work, and how long it may take.
#[derive(Clone, Copy)]
pub struct Watched<'a> {
    /// The clock.
    pub watch: &'a dyn Watch,
    /// Takes which one begins, from 1, and how many there are.
    pub tell: &'a dyn Fn(usize, usize),
}

/// Claims of a saved plan that were solved again.
#[derive(Debug, Clone)]
pub struct Again {
    /// The plan with its claims as they should read.
    pub(in crate::pipeline) plan: Plan,
    /// What became of each, those of the experience first, in the order of the file.
    pub stood: Vec<Rechecked>,
}

/// Gives a plan a claim for each wish that did not come true, for everybody without a place, for each shortage, and for each unit that
/// is not paired with the nearest; what there is no time for is in it, too, and not proved.
///
/// # Errors
/// A [`Defect`] of the solver, or where what it finds fails when it is read a second time.
pub fn prove(
    domain: &Domain,
    plan: &mut Plan,
    mended: Option<&EarlierRosters>,
    watched: Watched<'_>,
) -> Result<(), Defect> {
    let premises = Premises::of(domain, mended);
    let trial = premises.trial(plan);
    let earlier = mended.and_then(|mended| mended.thursday.as_ref());
    let action = plan.thursday_action.as_ref();
    let pairing = action.and_then(|action| thursday::trial(domain, action, earlier));
    let missing = premises.missing(&trial, plan);
    let mut pairs = Vec::new();
    if let Some(trial) = &pairing {
        pairs = trial.missing();
    }
    let mut progress = Progress { watched, told: 0, all: missing.len() + pairs.len() };
    let claims = missing.into_iter().map(|missing| trial.claim(missing, progress.next()));
    let claims = claims.collect::<Result<_, Defect>>()?;
    let mut alternatives = None;
    if let Some(trial) = &pairing {
        let found = pairs.into_iter().map(|pair| trial.alternative(pair, progress.next()));
        alternatives = Some(found.collect::<Result<_, Defect>>()?);
    }
    plan.experience.claims = Some(claims);
    if let Some(action) = &mut plan.thursday_action {
        action.claims = alternatives;
    }
    Ok(())
}

/// Solves each claim of a plan that keeps the rules again; `None` where it has none.
///
/// # Errors
/// Those of [`prove`].
pub(in crate::pipeline) fn again(
    domain: &Domain,
    plan: &Plan,
    mended: Option<&EarlierRosters>,
    watched: Watched<'_>,
) -> Result<Option<Again>, Defect> {
    let Some(Claims { all, .. }) = plan.claims() else { return Ok(None) };
    let (mut found, mut stood) = (plan.clone(), Vec::new());
    let mut progress = Progress { watched, told: 0, all };
    if let Some(claims) = &mut found.experience.claims {
        let premises = Premises::of(domain, mended);
        let trial = premises.trial(plan);
        for claim in claims.iter_mut() {
            stood.push(trial.stands(claim, progress.next())?.correct(&mut claim.why));
        }
        complete(claims, |claim| claim.missing, premises.missing(&trial, plan));
    }
    let claims = found.thursday_action.as_mut().and_then(|action| action.claims.as_mut());
    let earlier = mended.and_then(|mended| mended.thursday.as_ref());
    let action = plan.thursday_action.as_ref();
    let trial = action.and_then(|action| thursday::trial(domain, action, earlier));
    if let (Some(claims), Some(trial)) = (claims, trial) {
        for claim in claims.iter_mut() {
            stood.push(trial.stands(claim, progress.next())?.correct(&mut claim.why));
        }
        complete(claims, |claim| claim.pair, trial.missing());
    }
    Ok(Some(Again { plan: found, stood }))
}

/// Leaves of the claims of a plan that keeps the rules what is seen to be so without solving: none of what the plan has, none left
/// out, and, where it is `known` what the plan mends, what is barred and what is not.
pub(in crate::pipeline) fn set_right(
    domain: &Domain,
    plan: &mut Plan,
    mended: Option<&EarlierRosters>,
    known: bool,
) {
    if let Some(mut claims) = plan.experience.claims.take() {
        let premises = Premises::of(domain, mended);
        let trial = premises.trial(plan);
        complete(&mut claims, |claim| claim.missing, premises.missing(&trial, plan));
        for claim in claims.iter_mut().filter(|claim| known && claim.is_proven()) {
            let seen = trial.seen(claim.missing);
            if seen.is_seen() || claim.why.is_seen() {
                claim.why = seen;
            }
        }
        plan.experience.claims = Some(claims);
    }
    let Some(action) = &mut plan.thursday_action else { return };
    let Some(mut claims) = action.claims.take() else { return };
    if let Some(trial) = thursday::trial(domain, action, mended.and_then(|mended| mended.thursday.as_ref())) {
        complete(&mut claims, |claim| claim.pair, trial.missing());
        for claim in claims.iter_mut().filter(|claim| known && claim.is_proven()) {
            let seen = trial.seen(claim.pair);
            if seen.is_seen() || claim.why.is_seen() {
                claim.why = seen;
            }
        }
    }
    action.claims = Some(claims);
}

/// Leaves out claims of what a plan has, or of what nobody asked for, and adds one for whatever is missing and has none.
fn complete<K: Copy + PartialEq, C: From<K>>(claims: &mut Vec<C>, of: fn(&C) -> K, missing: Vec<K>) {
    claims.retain(|claim| missing.contains(&of(claim)));
    let said: Vec<K> = claims.iter().map(of).collect();
    claims.extend(missing.into_iter().filter(|missing| !said.contains(missing)).map(C::from));
}

/// Which claim is being solved.
struct Progress<'a> {
    watched: Watched<'a>,
    told: usize,
    all: usize,
}

impl<'a> Progress<'a> {
    /// The next one begins.
    fn next(&mut self) -> &'a dyn Watch {
        self.told += 1;
        (self.watched.tell)(self.told, self.all);
        self.watched.watch
    }
}
