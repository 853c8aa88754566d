//! Levels whose value could grow beyond what is counted exactly.

use crate::{
    diagnostic::value::Value,
    domain::{
        Domain,
        people::Ambassador,
        places::{Need, Post, PostIx},
        requests::{Bond, Group},
        rules::Priority,
    },
    source::Place,
    validation::check::Check,
};

/// Whole numbers up to here are exact in every part of the program: 2⁵³.
const MOST: u128 = 1 << 53;

/// Half the circumference of the Earth in metres, rounded up.
const FARTHEST: u128 = 20_015_116;

/// Reports each level that could exceed 2⁵³, at the entry that adds most to it.
pub(super) fn refuse_large_levels(domain: &Domain, check: &mut Check) {
    for level in Priority::ALL {
        refuse(level.id(), &shares(domain, level), check);
    }
    refuse("lot", &attended(domain, 1 << 20), check);
}

/// The most that each entry can add to a level.
fn shares(domain: &Domain, level: Priority) -> Vec<(u128, Place)> {
    let people = |value: fn(&Ambassador) -> u128| {
        domain.ambassadors.iter().map(|person| (value(person), person.place)).collect()
    };
    match level {
        Priority::Coverage => {
            let missing = |(index, post): (usize, &Post)| match post.need {
                Need::InAll(need) => u128::from(need),
                Need::AtEach(need) => {
                    let need = u128::from(need);
                    need * (need + 1) / 2 * domain.sessions_of(PostIx(index)).count() as u128
                }
            };
            let posts = domain.posts.iter().enumerate();
            posts
                .map(|(index, post)| (u128::from(post.priority) * missing((index, post)), post.place))
                .collect()
        }
        Priority::Everyone => people(|person| 1 + u128::from(person.missed)),
        Priority::Enough => people(|person| (1 + u128::from(person.missed)) * u128::from(person.days_min)),
        Priority::Days => attended(domain, 1),
        Priority::Even => {
            let before = |person: &Ambassador| u128::from(person.served) + most_sessions(domain, person);
            let loads = |person| (most_sessions(domain, person) * before(person), person.place);
            domain.ambassadors.iter().map(loads).collect()
        }
        Priority::Groups => {
            let groups = domain.groups.iter().filter(|group| group.bond == Bond::TogetherTry);
            let pairs = |group: &Group| (group.members.len() as u128).pow(2);
            groups.map(|group| (pairs(group) * domain.sessions.len() as u128, group.place)).collect()
        }
        Priority::Represented => people(|_| 1),
        Priority::Wishes => attended(domain, u128::from(domain.longest_wishes)),
        Priority::Travel => attended(domain, FARTHEST),
        Priority::First => attended(domain, domain.ambassadors.len() as u128),
    }
}

/// What a level comes to that adds so much for each session of each ambassador.
fn attended(domain: &Domain, cost: u128) -> Vec<(u128, Place)> {
    let people = domain.ambassadors.iter();
    people.map(|person| (cost * most_sessions(domain, person), person.place)).collect()
}

fn most_sessions(domain: &Domain, person: &Ambassador) -> u128 {
    u128::from(person.days_max).min(domain.sessions.len() as u128)
}

fn refuse(level: &'static str, shares: &[(u128, Place)], check: &mut Check) {
    let total: u128 = shares.iter().map(|(share, _)| share).sum();
    if total > MOST
        && let Some((_, place)) = shares.iter().max_by_key(|(share, _)| share)
    {
        check.report(*place, Value::LevelTooLarge { level });
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
        refuse("coverage", &[(MOST / 2, place(1)), (MOST / 2, place(2))], &mut check);
        assert_eq!(check.diagnostics, []);
        refuse("coverage", &[(MOST / 2, place(1)), (MOST / 2 + 1, place(2))], &mut check);
        assert_eq!(check.diagnostics[0].problem.code(), "level-too-large");
        assert_eq!(check.diagnostics[0].place, Some(place(2)));
    }
}
