//! Why no plan keeps every pin, group and rule: a set of them that cannot hold together and of which none can be
//! spared.
//!
//! In: a `Domain` of which the solver proved a contradiction. Out: [`Conflict`]. First whole rules, bans, groups and
//! pins are left out in turn, then each rule that is needed is narrowed to the people and sessions that it meets.

use crate::{
    domain::{
        Domain,
        people::AmbassadorIx,
        places::{MentorIx, SessionIx, UnitIx},
        requests::Bond,
    },
    experience::{
        eligibility::eligible_by,
        explanation::narrowing::Narrowing,
        formulation::{Formulation, formulate},
        roster::Previous,
        rule::Rule,
    },
    planning::{
        conflict::{contradicts, irreducible},
        rules::Rulebook,
    },
    solver::{BackendError, Watch, unless_stopped},
    source::Place,
};
use chrono::NaiveDate;

/// What cannot hold together; without any one member the rest could.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Pins first, then groups, bans and rules, each as written or in the order of the rules.
    pub members: Vec<Member>,
}

/// A part of a contradiction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Member {
    /// The n-th pin of the campaign.
    Pin(usize),
    /// The n-th group of the campaign.
    Group(usize),
    /// The n-th ban of the campaign.
    Ban(usize),
    /// A rule where it meets them.
    Rule(Rule, Matter),
}

/// Where a rule meets the pins and groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Matter {
    /// One ambassador.
    Person(AmbassadorIx),
    /// One session.
    Session(SessionIx),
    /// One unit on a date.
    UnitDay(UnitIx, NaiveDate),
    /// One mentor on a date.
    MentorDay(MentorIx, NaiveDate),
    /// The campaign as a whole.
    Campaign,
}

impl Member {
    /// Where the member stands in the campaign; `None` for a rule of the campaign as a whole.
    pub fn place(self, domain: &Domain) -> Option<Place> {
        match self {
            Self::Pin(position) => Some(domain.pins[position].place),
            Self::Group(position) => Some(domain.groups[position].place),
            Self::Ban(position) => Some(domain.bans[position].place),
            Self::Rule(_, Matter::Person(person)) => Some(domain.ambassador(person).place),
            Self::Rule(_, Matter::Session(session)) => Some(domain.post(domain.session(session).post).place),
            Self::Rule(_, Matter::UnitDay(unit, _)) => Some(domain.unit(unit).place),
            Self::Rule(_, Matter::MentorDay(mentor, _)) => Some(domain.mentor(mentor).place),
            Self::Rule(_, Matter::Campaign) => None,
        }
    }
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
    Ok(members.map(|members| Conflict { members }))
}

/// What is left out, or kept, as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Rule(Rule),
    Ban(usize),
    Group(usize),
    Pin(usize),
}

/// The rules that say no more than the entries in the campaign, each a part by itself.
const OF_ENTRIES: [Rule; 4] = [Rule::Banned, Rule::Pinned, Rule::Together, Rule::Apart];

/// Every part, rules first and pins last: rather fewer pins than fewer rules.
fn parts(domain: &Domain) -> Vec<Part> {
    let rules = Rule::ALL.into_iter().filter(|rule| !OF_ENTRIES.contains(rule)).map(Part::Rule);
    let groups = domain.groups.iter().enumerate().filter(|(_, group)| group.bond != Bond::TogetherTry);
    rules
        .chain((0..domain.bans.len()).map(Part::Ban))
        .chain(groups.map(|(position, _)| Part::Group(position)))
        .chain((0..domain.pins.len()).map(Part::Pin))
        .collect()
}

/// The campaign with nothing but these parts in force, and without preferences.
pub(super) fn with_parts(domain: &Domain, parts: &[Part]) -> (Domain, Rulebook<Rule>) {
    let mut kept = domain.clone();
    (kept.pins, kept.groups, kept.bans) = (Vec::new(), Vec::new(), Vec::new());
    kept.rules.priorities.clear();
    let absent = Rule::ALL
        .into_iter()
        .filter(|rule| !OF_ENTRIES.contains(rule) && !parts.contains(&Part::Rule(*rule)));
    let rulebook = absent.fold(Rulebook::ALL, Rulebook::without);
    for part in parts {
        match *part {
            Part::Rule(_) => {}
            Part::Ban(position) => kept.bans.push(domain.bans[position].clone()),
            Part::Group(position) => kept.groups.push(domain.groups[position].clone()),
            Part::Pin(position) => kept.pins.push(domain.pins[position].clone()),
        }
    }
    (kept, rulebook)
}

/// The program where each person is admitted by rules of his or her own.
pub(super) fn stated<'a>(
    domain: &'a Domain,
    previous: Option<&Previous>,
    admission: impl Fn(AmbassadorIx) -> Rulebook<Rule>,
    rulebook: Rulebook<Rule>,
) -> Formulation<'a> {
    let mut formulation = formulate(domain, &eligible_by(domain, admission), rulebook, previous);
    formulation.model.program.levels.clear();
    formulation
}

#[cfg(test)]
mod tests {
    use super::{Matter, Member, conflict};
    use crate::{
        domain::{
            Domain,
            people::AmbassadorIx,
            places::{PostIx, SessionIx, UnitIx},
            requests::{Ban, Bond, Pin},
            sample::{date, days, group, place, sample},
        },
        experience::rule::Rule,
        solver::Unwatched,
    };

    fn pin(ambassador: usize, post: usize, day: Option<u32>) -> Pin {
        Pin { ambassador: AmbassadorIx(ambassador), post: PostIx(post), date: day.map(date), place: place() }
    }

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
        let ban =
            |person| Ban { ambassador: AmbassadorIx(person), post: PostIx(0), dates: None, place: place() };
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
