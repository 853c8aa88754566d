//! People who may go nowhere, and wishes that no plan can fulfil.

use super::barring_most;
use crate::{
    diagnostic::{
        Diagnostic,
        experience::{Across, Experience, InVain},
    },
    domain::{
        Domain,
        people::{AmbassadorIx, Wish},
        periods::Periods,
        places::{PostIx, SessionIx},
    },
    experience::{
        eligibility::{Eligible, Refusals},
        rule::Rule,
    },
    planning::rules::Rulebook,
};
use std::collections::BTreeSet;

/// Ambassadors who may go nowhere.
pub(super) fn eligible_nowhere(domain: &Domain, eligible: &Eligible) -> Vec<Diagnostic> {
    let refusals = Refusals::of(domain, Rulebook::ALL);
    let people = domain.ambassadors.iter().enumerate();
    people
        .filter(|&(index, _)| eligible.range_of(AmbassadorIx(index)).is_empty())
        .filter_map(|(index, person)| {
            let ambassador = AmbassadorIx(index);
            let (rule, sessions) = barring_most(&refusals.of_ambassador(ambassador))?;
            let all = (0..domain.sessions.len()).map(SessionIx);
            let across = across_availability(domain, &refusals, ambassador, all);
            let (name, rule) = (person.name.clone(), rule.id());
            let problem = Experience::EligibleNowhere { name, rule, sessions, across };
            Some(Diagnostic::at(person.place, problem.into()))
        })
        .collect()
}

/// Wishes that no plan can fulfil, of people who could go elsewhere.
pub(super) fn wishes(domain: &Domain, eligible: &Eligible) -> Vec<Diagnostic> {
    let refusals = Refusals::of(domain, Rulebook::ALL);
    let in_vain = refusals.of_wishes_in_vain().into_iter();
    in_vain
        .filter(|(ambassador, ..)| !eligible.range_of(*ambassador).is_empty())
        .map(|(ambassador, wish, tally)| {
            let title = domain.post(wish.post).title.clone();
            let Some((rule, _)) = barring_most(&tally) else {
                let mut sessions = domain.sessions_of(wish.post);
                let across = sessions.find_map(|one| across(domain, wish.when.as_ref()?, one));
                return Diagnostic::at(wish.place, Experience::WishWithoutSession { title, across }.into());
            };
            let name = domain.ambassador(ambassador).name.clone();
            let across = across_availability(domain, &refusals, ambassador, wished(domain, wish));
            let elsewhere = elsewhere(domain, eligible, ambassador);
            let in_vain = Box::new(InVain { name, title, rule: rule.id(), elsewhere, across });
            Diagnostic::at(wish.place, Experience::WishInVain(in_vain).into())
        })
        .collect()
}

/// The sessions that a wish is for.
fn wished<'a>(domain: &'a Domain, wish: &'a Wish) -> impl Iterator<Item = SessionIx> + 'a {
    domain.sessions_of(wish.post).filter(|&session| wish.is_for(*domain.session(session)))
}

/// The titles of some posts to which somebody may go.
fn elsewhere(domain: &Domain, eligible: &Eligible, ambassador: AmbassadorIx) -> Vec<String> {
    let posts: BTreeSet<PostIx> =
        eligible.sessions_of(ambassador).map(|session| domain.session(session).post).collect();
    posts.into_iter().take(3).map(|post| domain.post(post).title.clone()).collect()
}

/// The first of some sessions that only an edge of somebody's free hours bars.
fn across_availability(
    domain: &Domain,
    refusals: &Refusals<'_>,
    ambassador: AmbassadorIx,
    mut sessions: impl Iterator<Item = SessionIx>,
) -> Option<Box<Across>> {
    let person = domain.ambassador(ambassador);
    let free = person.available.as_ref()?;
    sessions.find_map(|one| {
        let session = domain.session(one);
        let is_away = person.away.bars(session.date, session.hours);
        let bars = !is_away && refusals.first(ambassador, one) == Some(Rule::Available);
        across(domain, free, one).filter(|_| bars)
    })
}

/// A session that overlaps hours given and does not lie within them.
fn across(domain: &Domain, given: &Periods, session: SessionIx) -> Option<Box<Across>> {
    let session = domain.session(session);
    let given = given.crossed_by(session.date, session.hours)?;
    Some(Box::new(Across { shift: session.hours.to_string(), given: given.to_string() }))
}
