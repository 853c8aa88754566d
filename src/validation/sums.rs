//! Levels whose value could grow beyond what is counted exactly.

use crate::{
    diagnostic::value::Value,
    domain::{Domain, people::Ambassador, requests::Bond, rules::Priority},
    source::Place,
    validation::check::Check,
};

/// Whole numbers up to here are exact in every part of the program: 2⁵³.
const MOST: u128 = 1 << 53;

/// Half the circumference of the Earth in metres, rounded up.
const FARTHEST: u128 = 20_015_116;

/// Reports each level that could exceed 2⁵³, at the entry that adds most to it.
pub(super) fn refuse_large_levels(domain: &Domain, check: &mut Check) {
    let coverage =
        domain.posts.iter().map(|post| (u128::from(post.priority) * u128::from(post.need), post.place));
    refuse(Priority::Coverage.id(), coverage, check);
    let people = |value: fn(&Ambassador) -> u128| {
        domain.ambassadors.iter().map(move |person| (value(person), person.place))
    };
    refuse(Priority::Everyone.id(), people(|person| 1 + u128::from(person.missed)), check);
    refuse(
        Priority::Enough.id(),
        people(|person| (1 + u128::from(person.missed)) * u128::from(person.days_min)),
        check,
    );
    let longest = u128::from(domain.longest_wishes);
    let sessions = |person: &Ambassador| u128::from(person.days_max).min(domain.sessions.len() as u128);
    let each =
        |cost: u128| domain.ambassadors.iter().map(move |person| (cost * sessions(person), person.place));
    refuse(Priority::Wishes.id(), each(longest), check);
    refuse(Priority::Travel.id(), each(FARTHEST), check);
    refuse("lot", each(1 << 20), check);
    let groups = domain.groups.iter().filter(|group| group.bond == Bond::TogetherTry).map(|group| {
        let members = group.members.len() as u128;
        (members * members * domain.sessions.len() as u128, group.place)
    });
    refuse(Priority::Groups.id(), groups, check);
}

fn refuse(level: &'static str, shares: impl Iterator<Item = (u128, Place)> + Clone, check: &mut Check) {
    let total: u128 = shares.clone().map(|(share, _)| share).sum();
    if total > MOST
        && let Some((_, place)) = shares.max_by_key(|(share, _)| *share)
    {
        check.report(place, Value::LevelTooLarge { level });
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST, refuse};
    use crate::{
        source::{Place, Sources},
        validation::check::Check,
    };

    #[test]
    fn refuses_a_level_that_could_exceed_what_is_exact() {
        let file = Sources::default().add("a.yaml", "");
        let place = |start| Place { file, start, end: start };
        let mut check = Check::default();
        refuse("coverage", [(MOST / 2, place(1)), (MOST / 2, place(2))].into_iter(), &mut check);
        assert_eq!(check.diagnostics, []);
        refuse("coverage", [(MOST / 2, place(1)), (MOST / 2 + 1, place(2))].into_iter(), &mut check);
        assert_eq!(check.diagnostics[0].problem.code(), "level-too-large");
        assert_eq!(check.diagnostics[0].place, Some(place(2)));
    }
}
