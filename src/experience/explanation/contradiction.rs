//! Why no plan keeps every pin, group and rule: a set of them that cannot hold together and of which none can be
//! spared.
//!
//! In: a `Domain` of which the solver proved a contradiction. Out: [`Conflict`]. First whole rules, bans, groups and
//! pins are left out in turn, then each rule that is needed is narrowed to the people and sessions that it meets.

use crate::{
    domain::Domain,
    experience::{
        explanation::{
            conflict::{Member, Part, parts, stated, with_parts},
            narrowing::Narrowing,
            ways::Ways,
        },
        roster::Previous,
    },
    planning::conflict::{contradicts, irreducible},
    solver::{BackendError, Watch, unless_stopped},
};

/// What cannot hold together; without any one member the rest could.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Pins first, then groups, bans and rules, each as written or in the order of the rules.
    pub members: Vec<Member>,
    /// Ways out of this and whatever else there is that cannot hold together.
    pub ways: Ways,
}

/// A set of pins, groups, bans and rules that cannot hold together; that nothing is added before the day from which
/// on an earlier plan may change is given. `None` where a plan keeps them all, or where the
/// watch stopped the proof that none does.
///
/// # Errors
/// [`BackendError`] from the solver.
pub fn conflict(
    domain: &Domain,
    previous: Option<&Previous>,
    watch: &dyn Watch,
) -> Result<Option<Conflict>, BackendError> {
    let all = parts(domain);
    let mut contradicts = |parts: &[Part]| {
        let (domain, rulebook) = with_parts(domain, parts);
        contradicts(&stated(&domain, previous, |_| rulebook, rulebook).model.program, watch)
    };
    let mut members = || {
        if !contradicts(&all)? {
            return Ok(None);
        }
        let needed = irreducible(&all, &mut contradicts)?;
        Narrowing::of(domain, previous, &needed, watch).members(&needed).map(Some)
    };
    // A set that was not made small to the end would name what can be spared.
    let members = unless_stopped(members())?.flatten();
    Ok(members.map(|members| Conflict { members, ways: Ways::default() }))
}

#[cfg(test)]
mod tests {
    use super::conflict;
    use crate::{
        domain::{
            Domain,
            people::AmbassadorIx,
            places::{PostIx, SessionIx, UnitIx},
            requests::{Ban, Bond},
            sample::{date, days, group, pin, place, sample},
        },
        experience::{
            explanation::conflict::{Matter, Member},
            rule::Rule,
        },
        solver::Unwatched,
    };

    fn members(domain: &Domain) -> Vec<Member> {
        conflict(domain, None, &Unwatched).unwrap().map(|conflict| conflict.members).unwrap_or_default()
    }

    #[test]
    fn finds_nothing_where_everything_holds() {
        let mut domain = sample();
        domain.pins = vec![pin(0, 0, Some(22)), pin(1, 2, None)];
        assert_eq!(members(&domain), []);
    }

    #[test]
    fn names_two_of_many_pins_and_the_rule_they_meet() {
        let mut domain = sample();
        domain.pins = vec![
            pin(0, 0, Some(23)),
            pin(1, 0, Some(22)),
            pin(2, 1, None),
            pin(1, 2, Some(22)),
            pin(2, 2, Some(24)),
        ];
        let one_place = Member::Rule(Rule::OnePlaceAtATime, Matter::Person(AmbassadorIx(1)));
        assert_eq!(members(&domain), [Member::Pin(1), Member::Pin(3), one_place]);
    }

    #[test]
    fn names_the_group_and_the_day_on_which_one_of_them_is_away() {
        let mut domain = sample();
        domain.groups = vec![group(Bond::Apart, &[0, 2]), group(Bond::TogetherMust, &[0, 1])];
        domain.ambassadors[1].away = days(&[22]);
        domain.ambassadors[2].away = days(&[22]);
        domain.pins = vec![pin(0, 0, Some(22))];
        let away = Member::Rule(Rule::Available, Matter::Person(AmbassadorIx(1)));
        assert_eq!(members(&domain), [Member::Pin(0), Member::Group(1), away]);
    }

    #[test]
    fn names_the_ban_that_a_group_meets() {
        let mut domain = sample();
        let ban = |person| Ban {
            ambassador: AmbassadorIx(person),
            post: PostIx(0),
            dates: None,
            hours: None,
            place: place(),
        };
        domain.groups = vec![group(Bond::TogetherMust, &[0, 1])];
        domain.bans = vec![ban(2), ban(1)];
        domain.pins = vec![pin(0, 0, None)];
        assert_eq!(members(&domain), [Member::Pin(0), Member::Group(0), Member::Ban(1)]);
    }

    #[test]
    fn names_the_session_and_the_unit_that_are_full() {
        let mut domain = sample();
        domain.posts[0].seats_max = 1;
        domain.pins = vec![pin(0, 0, Some(22)), pin(1, 0, Some(22)), pin(2, 2, Some(23))];
        let seats = Member::Rule(Rule::Seats, Matter::Session(SessionIx(0)));
        assert_eq!(members(&domain), [Member::Pin(0), Member::Pin(1), seats]);
        domain.pins[1].post = PostIx(1);
        domain.units[0].daily_limit = Some(1);
        let unit = Member::Rule(Rule::UnitDailyLimit, Matter::UnitDay(UnitIx(0), date(22)));
        assert_eq!(members(&domain), [Member::Pin(0), Member::Pin(1), unit]);
    }

    #[test]
    fn names_people_who_must_be_apart() {
        let mut domain = sample();
        domain.groups = vec![group(Bond::Apart, &[0, 1, 2])];
        domain.pins = vec![pin(0, 0, Some(22)), pin(1, 0, Some(23)), pin(2, 0, Some(23))];
        assert_eq!(members(&domain), [Member::Pin(1), Member::Pin(2), Member::Group(0)]);
    }

    #[test]
    fn names_the_quorum_that_cannot_be_reached() {
        let mut domain = sample();
        domain.posts[2].seats_min = 2;
        domain.ambassadors[1].away = days(&[22]);
        domain.ambassadors[2].away = days(&[22]);
        domain.pins = vec![pin(0, 2, Some(22))];
        let away = Member::Rule(Rule::Available, Matter::Campaign);
        let quorum = Member::Rule(Rule::Quorum, Matter::Campaign);
        assert_eq!(members(&domain), [Member::Pin(0), away, quorum]);
    }
}
