//! Groups: who goes together and who apart.

use crate::{
    campaign::{schema, written::Texts},
    diagnostic::{reference::Reference, request::Request},
    domain::{
        people::AmbassadorIx,
        requests::{Bond, Group},
    },
    source::Place,
    validation::{Names, check::Check},
};
use std::collections::BTreeMap;

/// The groups as written.
pub(super) fn groups(written: &[schema::Group], names: &mut Names, check: &mut Check) -> Vec<Group> {
    let groups: Vec<Group> = written.iter().filter_map(|entry| group(entry, names, check)).collect();
    refuse_contradictions(&groups, names, check);
    groups
}

/// How strongly people belong together.
const STRENGTHS: [(&str, Bond); 2] = [("must", Bond::TogetherMust), ("try", Bond::TogetherTry)];

fn group(written: &schema::Group, names: &mut Names, check: &mut Check) -> Option<Group> {
    let strength = check.choice(written.strength.as_ref(), &STRENGTHS).unwrap_or(Bond::TogetherMust);
    let (list, bond) = match (&written.together, &written.apart) {
        (Some(list), None) => (list, strength),
        (None, Some(list)) => (list, Bond::Apart),
        (None, None) if check.is_faulty(written.at) => return None,
        _ => {
            check.report(written.at, Request::GroupWithoutBond);
            return None;
        }
    };
    if bond == Bond::Apart
        && let Some(strength) = &written.strength
    {
        check.report(strength.place, Request::StrengthOfApart);
    }
    let members = members(list, names, check);
    if list.value.len() < 2 {
        check.report(list.place, Request::GroupTooSmall);
    }
    Some(Group { bond, members, place: written.at })
}

fn members(list: &Texts, names: &mut Names, check: &mut Check) -> Vec<AmbassadorIx> {
    let mut first = BTreeMap::new();
    let mut members = Vec::new();
    for word in &list.value {
        let Some(person) = names.ambassadors.resolve(word, check) else { continue };
        if let Some(earlier) = first.insert(person, word.place) {
            check.report_also(word.place, Reference::NamedTwice { word: word.words().to_owned() }, earlier);
        } else {
            members.push(AmbassadorIx(person));
        }
    }
    members
}

/// Reports each group of people apart of whom two are together elsewhere, once for each such other group.
fn refuse_contradictions(groups: &[Group], names: &Names, check: &mut Check) {
    let mut together: BTreeMap<AmbassadorIx, Vec<usize>> = BTreeMap::new();
    for (position, group) in groups.iter().enumerate().filter(|(_, group)| group.bond != Bond::Apart) {
        for &member in &group.members {
            together.entry(member).or_default().push(position);
        }
    }
    for group in groups.iter().filter(|group| group.bond == Bond::Apart) {
        let mut met: BTreeMap<usize, Option<AmbassadorIx>> = BTreeMap::new();
        for &member in &group.members {
            for &other in together.get(&member).into_iter().flatten() {
                match met.get_mut(&other) {
                    None => {
                        met.insert(other, Some(member));
                    }
                    Some(first) => {
                        if let Some(one) = first.take() {
                            let places = (group.place, groups[other].place);
                            report((one, member), places, names, check);
                        }
                    }
                }
            }
        }
    }
}

fn report(pair: (AmbassadorIx, AmbassadorIx), places: (Place, Place), names: &Names, check: &mut Check) {
    let called = |person: AmbassadorIx| names.ambassadors.called(person.0);
    let problem = Request::TogetherAndApart { one: called(pair.0), other: called(pair.1) };
    check.report_also(places.0, problem, places.1);
}
