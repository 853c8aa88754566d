//! Papers that run out before the last day on which a post asks for them.
//!
//! In: the campaign as meant and as written. Out: a warning at each last day of a paper.

use crate::{
    campaign::schema::File,
    diagnostic::people::{People, RunsOut},
    domain::{Domain, places::PostIx},
    validation::{check::Check, list},
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Warns of every such paper.
pub(super) fn warn(domain: &Domain, file: &File, check: &mut Check) {
    let needed = last_days(domain);
    let written = list(file.ambassadors.as_ref());
    for person in &domain.ambassadors {
        let held = written.get(person.position).and_then(|one| one.qualifications.as_ref());
        for paper in held.iter().flat_map(|held| &held.0) {
            let (Some(name), Some(text)) = (&paper.name, &paper.until) else { continue };
            let own = person.qualifications.iter().find(|own| own.name == name.words());
            let (Some(until), Some((last, post))) = (own.and_then(|own| own.until), needed.get(name.words()))
            else {
                continue;
            };
            if until < *last {
                let (title, paper) = (domain.post(*post).title.clone(), name.words().to_owned());
                let ends = RunsOut { name: person.name.clone(), paper, until, title, last: *last };
                check.report(text.place, People::RunsOut(Box::new(ends)));
            }
        }
    }
}

/// The last day on which each paper is asked for, and the post that asks for it then.
fn last_days(domain: &Domain) -> BTreeMap<&str, (NaiveDate, PostIx)> {
    let mut last: BTreeMap<&str, (NaiveDate, PostIx)> = BTreeMap::new();
    for (index, post) in domain.posts.iter().enumerate() {
        let post_ix = PostIx(index);
        let Some(day) = domain.sessions_of(post_ix).map(|session| domain.session(session).date).max() else {
            continue;
        };
        for paper in &post.requires {
            let known = last.entry(paper).or_insert((day, post_ix));
            if known.0 < day {
                *known = (day, post_ix);
            }
        }
    }
    last
}
