//! What of placements cannot stay as it is: where rules are broken from, and who is left alone by whoever is gone.

use crate::{
    domain::Domain,
    experience::{
        roster::{Placement, Roster},
        rule::Rule,
        verification::{Subject, Violation, violations},
    },
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The first day on which something must go for every rule to hold; of what is one too many together the last goes.
pub fn first_broken(domain: &Domain, placements: Vec<Placement>) -> Option<NaiveDate> {
    let roster = Roster { placements };
    let day = |broken: Violation| {
        let mut days: Vec<NaiveDate> =
            broken.entries.iter().map(|&position| roster.placements[position].date).collect();
        days.sort_unstable_by(|one, other| other.cmp(one));
        let (too_many, agreed) = match broken.subject {
            Subject::Count { found, limit } => (found.saturating_sub(limit).max(1), None),
            Subject::Pin(position) => (1, domain.pins[position].date),
            Subject::Placement | Subject::Pair(..) => (1, None),
        };
        let last = days.get(too_many - 1).or(days.last()).copied();
        last.or(agreed).unwrap_or(domain.campaign.season.first)
    };
    violations(domain, &roster).into_iter().map(day).min()
}

/// Those of what stands that cannot once some are gone, each with the rule that keeps it from staying: a companion who must go
/// along, and those who are too few or whom nobody leads any more; and so on with whoever is left alone by them.
pub fn bereft(
    domain: &Domain,
    stands: &BTreeSet<Placement>,
    gone: &BTreeSet<Placement>,
) -> BTreeMap<Placement, Rule> {
    let mut found = BTreeMap::new();
    let is_of_session = |rule| matches!(rule, Rule::Together | Rule::Quorum | Rule::Led);
    while !gone.is_empty() {
        let left = stands.iter().filter(|one| !gone.contains(one) && !found.contains_key(*one));
        let roster = Roster { placements: left.copied().collect() };
        let broken = violations(domain, &roster).into_iter().filter(|broken| is_of_session(broken.rule));
        let alone = broken.flat_map(|Violation { rule, entries, .. }| {
            entries.into_iter().map(move |position| (position, rule))
        });
        let before = found.len();
        for (position, rule) in alone {
            found.entry(roster.placements[position]).or_insert(rule);
        }
        if found.len() == before {
            break;
        }
    }
    found
}
