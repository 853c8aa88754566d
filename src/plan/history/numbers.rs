//! The numbers by which an ambassador's calendar knows its entries.
//!
//! Whoever is moved keeps the entry, and whoever loses one of several keeps the others untouched: counting anew would
//! make the second visit the first, and a telephone would show the wrong one as cancelled.

use crate::plan::{
    history::{History, NumberedVisit},
    outline::Visit,
};
use std::collections::{BTreeMap, BTreeSet};

impl History {
    /// The visits of this plan with their numbers: as written down, else the smallest that is free, in order.
    pub fn numbered(&self, visits: &[Visit]) -> Vec<NumberedVisit> {
        let current = self.visits.iter().filter(|one| one.until.is_none());
        let known: BTreeMap<&Visit, u32> = current.map(|one| (&one.what.visit, one.what.number)).collect();
        let mut visits: Vec<&Visit> = visits.iter().collect();
        visits.sort_unstable();
        visits.dedup();
        let own = visits.chunk_by(|one, other| one.ambassador == other.ambassador);
        own.flat_map(|own| complete(own, |visit| known.get(visit).copied())).collect()
    }

    /// The visits of a plan that mends this one, with their numbers: what stays keeps its number, what is new takes
    /// that of something gone, of the same post first.
    pub(super) fn renumbered(&self, old: &[Visit], new: &[Visit]) -> Vec<NumberedVisit> {
        let mut had: BTreeMap<String, Vec<NumberedVisit>> = BTreeMap::new();
        for numbered in self.numbered(old) {
            had.entry(numbered.visit.ambassador.clone()).or_default().push(numbered);
        }
        let mut visits: Vec<&Visit> = new.iter().collect();
        visits.sort_unstable();
        visits.dedup();
        let own = visits.chunk_by(|one, other| one.ambassador == other.ambassador);
        own.flat_map(|own| {
            let had = own.first().and_then(|one| had.remove(&one.ambassador)).unwrap_or_default();
            let given = inherited(&had, own);
            complete(own, |visit| given.get(visit).copied())
        })
        .collect()
    }
}

fn inherited<'a>(had: &[NumberedVisit], own: &[&'a Visit]) -> BTreeMap<&'a Visit, u32> {
    let (kept, mut freed): (Vec<&NumberedVisit>, Vec<&NumberedVisit>) =
        had.iter().partition(|numbered| own.contains(&&numbered.visit));
    let kept: BTreeMap<&Visit, u32> =
        kept.into_iter().map(|numbered| (&numbered.visit, numbered.number)).collect();
    let mut given: BTreeMap<&Visit, u32> =
        own.iter().filter_map(|visit| Some((*visit, *kept.get(visit)?))).collect();
    for same_post in [true, false] {
        for visit in own {
            let fits = |numbered: &&NumberedVisit| !same_post || numbered.visit.post == visit.post;
            if !given.contains_key(visit)
                && let Some(at) = freed.iter().position(fits)
            {
                given.insert(visit, freed.remove(at).number);
            }
        }
    }
    given
}

/// The visits of one ambassador with the numbers that are known, each once, and free ones for the others.
fn complete(own: &[&Visit], known: impl Fn(&Visit) -> Option<u32>) -> Vec<NumberedVisit> {
    let mut taken = BTreeSet::new();
    let known: Vec<Option<u32>> =
        own.iter().map(|visit| known(visit).filter(|number| taken.insert(*number))).collect();
    let mut free = (1..).filter(|number| !taken.contains(number));
    let numbers = known.into_iter().map(|number| number.or_else(|| free.next()).unwrap_or_default());
    let visits = own.iter().zip(numbers);
    visits.map(|(visit, number)| NumberedVisit { visit: Visit::clone(visit), number }).collect()
}

/// Ambassadors whose numbers are not those that a first plan would give.
pub(super) fn irregular(visits: &[NumberedVisit]) -> BTreeSet<String> {
    let own = visits.chunk_by(|one, other| one.visit.ambassador == other.visit.ambassador);
    let odd = own.filter(|own| own.iter().zip(1..).any(|(numbered, number)| numbered.number != number));
    odd.filter_map(|own| own.first()).map(|numbered| numbered.visit.ambassador.clone()).collect()
}

#[cfg(test)]
mod tests {
    use crate::plan::{
        Mends,
        history::{History, NumberedVisit},
        outline::{Outline, Visit},
    };
    use crate::planning::earlier::RepairTerms;
    use chrono::NaiveDate;

    fn visits(words: &[(&str, &str, u32)]) -> Vec<Visit> {
        let visit = |&(ambassador, post, day): &(&str, &str, u32)| Visit {
            ambassador: ambassador.into(),
            post: post.into(),
            date: NaiveDate::from_ymd_opt(2018, 10, day).unwrap(),
            hours: None,
        };
        words.iter().map(visit).collect()
    }

    fn mended(history: &History, old: &[(&str, &str, u32)], new: &[(&str, &str, u32)]) -> History {
        let outline = |words| Outline { visits: visits(words), ..Outline::default() };
        let (old, new) = (outline(old), outline(new));
        let mends = Mends {
            file: "plan.json".into(),
            digest: String::new(),
            terms: RepairTerms::default(),
            only: None,
            waiting: Vec::new(),
        };
        let after = history.after(&old, &new, &History::default(), &mends);
        assert_eq!(after.before(&new), old);
        after
    }

    fn numbers(history: &History, words: &[(&str, &str, u32)]) -> Vec<u32> {
        history.numbered(&visits(words)).iter().map(|numbered| numbered.number).collect()
    }

    #[test]
    fn the_second_visit_stays_the_second_where_the_first_is_cancelled() {
        let (old, new) = ([("a", "p", 22), ("a", "q", 23)], [("a", "q", 23)]);
        let first = History::default();
        assert_eq!(numbers(&first, &old), [1, 2]);
        let second = mended(&first, &old, &new);
        assert_eq!(numbers(&second, &new), [2]);
        let third = mended(&second, &new, &[("a", "p", 22), ("a", "q", 23)]);
        assert_eq!(numbers(&third, &old), [1, 2]);
    }

    #[test]
    fn what_is_moved_keeps_its_number_and_what_takes_its_place_inherits_it() {
        let old = [("a", "p", 22), ("a", "q", 23), ("b", "p", 23)];
        let moved = [("a", "q", 22), ("a", "p", 24), ("b", "p", 23)];
        let second = mended(&History::default(), &old, &moved);
        assert_eq!(numbers(&second, &moved), [2, 1, 1]);
        let other = [("a", "q", 22), ("a", "r", 25), ("b", "p", 23), ("b", "q", 24)];
        let third = mended(&second, &moved, &other);
        assert_eq!(numbers(&third, &other), [2, 1, 1, 2]);
        assert!(
            third.visits.iter().all(|one| one.what.visit.ambassador == "a" || one.since == 2),
            "{third:?}"
        );
    }

    #[test]
    fn no_number_is_given_twice_whatever_was_edited() {
        let mut history = mended(&History::default(), &[("a", "p", 22), ("a", "q", 23)], &[("a", "q", 23)]);
        let double = NumberedVisit { visit: visits(&[("a", "r", 24)])[0].clone(), number: 2 };
        let first = history.visits.iter().find(|one| one.until.is_none()).unwrap().clone();
        history.visits.push(crate::plan::history::Stood { what: double, ..first });
        assert_eq!(numbers(&history, &[("a", "q", 23), ("a", "r", 24), ("a", "s", 25)]), [2, 1, 3]);
    }
}
