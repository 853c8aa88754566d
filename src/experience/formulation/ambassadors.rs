//! What one ambassador can do: `one-place-at-a-time`, `days-limit`, `week-limit`, `month-limit`, `rest-days`,
//! `rest-hours`, `once-per-post`, `unwished-limit`.
//!
//! Whoever has one day at most needs no other row: `days-limit` says it all.

use crate::{
    domain::{
        people::{Ambassador, AmbassadorIx},
        places::{Session, SessionIx},
        rules::Permission,
        time::{Stretch, overlapping_sets},
    },
    experience::{
        formulation::{
            draft::Draft,
            subject::{About, common_moment},
        },
        rule::Rule,
    },
    lp::{ColumnIx, Relation},
    planning::model::ones,
};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::collections::BTreeMap;

/// A session and the column that sends somebody there.
type Visit = (SessionIx, ColumnIx);

/// Nobody is at two places at a time.
///
/// *for each* ambassador a, largest set S of sessions that overlap; *where* a may have more than one session, and
/// neither `rest-days` nor `rest-hours` says more;
/// Σ over s in S of x\[a,s\] ≤ 1
pub(super) fn one_place_at_a_time(draft: &mut Draft<'_, '_>) {
    let (rulebook, rules) = (draft.rulebook, &draft.domain.rules);
    let implied = rulebook.has(Rule::RestDays) && rules.rest_days > 0
        || rulebook.has(Rule::RestHours) && rules.rest_hours > 0;
    if rulebook.has(Rule::OnePlaceAtATime) && !implied {
        one_of_each_set(draft, Rule::OnePlaceAtATime, 0);
    }
}

/// Nobody has more sessions than wanted at most.
///
/// *for each* ambassador a; *where* more sessions are eligible;
/// Σₛ x\[a,s\] ≤ days.max
pub(super) fn days_limit(draft: &mut Draft<'_, '_>) {
    if !draft.rulebook.has(Rule::DaysLimit) {
        return;
    }
    for ambassador in draft.everybody() {
        let columns: Vec<ColumnIx> = draft.visits(ambassador).map(|(_, column)| column).collect();
        let limit = i64::from(draft.domain.ambassador(ambassador).days_max);
        draft.add_limit(Rule::DaysLimit, About::Ambassador(ambassador), &columns, limit);
    }
}

/// Nobody has more sessions in a week than he or she takes.
///
/// *for each* ambassador a, week W from a Monday; *where* a may have more sessions, and more are eligible in W;
/// Σ over s in W of x\[a,s\] ≤ days.week
pub(super) fn week_limit(draft: &mut Draft<'_, '_>) {
    let monday = |date: NaiveDate| date.week(Weekday::Mon).first_day();
    period_limit(
        draft,
        Rule::WeekLimit,
        |person| person.week_limit,
        |ambassador, date| About::Week(ambassador, monday(date)),
    );
}

/// Nobody has more sessions in a month than he or she takes.
///
/// *for each* ambassador a, month M of the calendar; *where* a may have more sessions, and more are eligible in M;
/// Σ over s in M of x\[a,s\] ≤ days.month
pub(super) fn month_limit(draft: &mut Draft<'_, '_>) {
    period_limit(
        draft,
        Rule::MonthLimit,
        |person| person.month_limit,
        |ambassador, date| About::Month(ambassador, date.year(), date.month()),
    );
}

/// A limit in each period, which a row is about.
fn period_limit(
    draft: &mut Draft<'_, '_>,
    rule: Rule,
    limit: fn(&Ambassador) -> Option<u32>,
    about: impl Fn(AmbassadorIx, NaiveDate) -> About,
) {
    if !draft.rulebook.has(rule) {
        return;
    }
    for ambassador in draft.everybody() {
        let Some(limit) = limit(draft.domain.ambassador(ambassador)).map(i64::from) else { continue };
        if draft.most_visits(ambassador) <= limit {
            continue;
        }
        let days: Vec<_> = by_date(draft, ambassador).into_iter().collect();
        for period in days.chunk_by(|one, other| about(ambassador, one.0) == about(ambassador, other.0)) {
            let visits = period.iter().flat_map(|(_, visits)| visits);
            let columns: Vec<ColumnIx> = visits.map(|&(_, column)| column).collect();
            draft.add_limit(rule, about(ambassador, period[0].0), &columns, limit);
        }
    }
}

/// Whole days of rest lie between two sessions.
///
/// *for each* ambassador a, window W of `rest_days` + 1 days in a row; *where* `rest_days` > 0, a may have more than
/// one session, and no other window holds the same sessions and more;
/// Σ over s on a day of W of x\[a,s\] ≤ 1
pub(super) fn rest_days(draft: &mut Draft<'_, '_>) {
    let rest = Days::new(draft.domain.rules.rest_days.into());
    if !draft.rulebook.has(Rule::RestDays) || draft.domain.rules.rest_days == 0 {
        return;
    }
    for ambassador in busy(draft) {
        let days: Vec<(NaiveDate, Vec<Visit>)> = by_date(draft, ambassador).into_iter().collect();
        let mut covered = 0;
        for first in 0..days.len() {
            let date = days[first].0;
            let last = date.checked_add_days(rest).unwrap_or(NaiveDate::MAX);
            let end = days.partition_point(|&(day, _)| day <= last);
            if end > covered {
                covered = end;
                let visits = days[first..end].iter().flat_map(|(_, visits)| visits);
                let columns: Vec<ColumnIx> = visits.map(|&(_, column)| column).collect();
                draft.add_limit(Rule::RestDays, About::Window(ambassador, date), &columns, 1);
            }
        }
    }
}

/// Whole hours of rest lie between two sessions.
///
/// *for each* ambassador a, largest set S of sessions of which each two are closer than `rest_hours`; *where*
/// `rest_hours` > 0 and a may have more than one session;
/// Σ over s in S of x\[a,s\] ≤ 1
pub(super) fn rest_hours(draft: &mut Draft<'_, '_>) {
    let rest = 60 * i64::from(draft.domain.rules.rest_hours);
    if draft.rulebook.has(Rule::RestHours) && rest > 0 {
        one_of_each_set(draft, Rule::RestHours, rest);
    }
}

/// Of the sessions that overlap where each lasts so many minutes longer, nobody has more than one.
fn one_of_each_set(draft: &mut Draft<'_, '_>, rule: Rule, longer: i64) {
    for ambassador in busy(draft) {
        let visits: Vec<Visit> = draft.visits(ambassador).collect();
        let sessions: Vec<Session> =
            visits.iter().map(|&(session, _)| *draft.domain.session(session)).collect();
        let stretches: Vec<Stretch> = sessions.iter().map(|one| one.stretch().longer(longer)).collect();
        for set in overlapping_sets(&stretches) {
            let (date, minute) = common_moment(&sessions, &set);
            let columns: Vec<ColumnIx> = set.iter().map(|&item| visits[item].1).collect();
            draft.add_limit(rule, About::Moment(ambassador, date, minute), &columns, 1);
        }
    }
}

/// Nobody is at one post twice.
///
/// *for each* ambassador a, post p; *where* `repeat_post` is not allowed and a may have more than one session;
/// Σ over p's sessions s of x\[a,s\] ≤ 1
pub(super) fn once_per_post(draft: &mut Draft<'_, '_>) {
    if !draft.rulebook.has(Rule::OncePerPost) || draft.domain.rules.repeat_post == Permission::Allow {
        return;
    }
    let post_of = |session: SessionIx| draft.domain.session(session).post;
    for ambassador in busy(draft) {
        let visits: Vec<Visit> = draft.visits(ambassador).collect();
        for at_post in visits.chunk_by(|one, other| post_of(one.0) == post_of(other.0)) {
            let columns: Vec<ColumnIx> = at_post.iter().map(|&(_, column)| column).collect();
            let about = About::Visits(ambassador, post_of(at_post[0].0));
            draft.add_limit(Rule::OncePerPost, about, &columns, 1);
        }
    }
}

/// Whoever has wishes is hardly ever sent elsewhere.
///
/// *for each* ambassador a with wishes who goes elsewhere at all; *where* a may have more sessions than that;
/// Σ over sessions s of posts not wished for of x\[a,s\] ≤ max(1, days.min)
pub(super) fn unwished_limit(draft: &mut Draft<'_, '_>) {
    if !draft.rulebook.has(Rule::UnwishedLimit) {
        return;
    }
    for ambassador in draft.everybody() {
        let person = draft.domain.ambassador(ambassador);
        let limit = i64::from(person.days_min.max(1));
        if !may_be_sent_elsewhere(person) || draft.most_visits(ambassador) <= limit {
            continue;
        }
        let unwished = |session: SessionIx| person.wish_number(*draft.domain.session(session)).is_none();
        let columns: Vec<ColumnIx> = draft
            .visits(ambassador)
            .filter(|&(session, _)| unwished(session))
            .map(|(_, column)| column)
            .collect();
        draft.add_limit(Rule::UnwishedLimit, About::Ambassador(ambassador), &columns, limit);
    }
}

/// Whether somebody has wishes and, now and then, goes where none was for: of all others `willing` says more, or nothing is
/// to be said.
fn may_be_sent_elsewhere(person: &Ambassador) -> bool {
    !person.wishes.is_empty() && person.unwished == Permission::Allow
}

/// Coefficients of cliques, and of what is looked at for them, after which no more are sought: they only help the solver.
pub const MOST_CLIQUE_TERMS: usize = 4_000_000;
const MOST_LOOKED_AT: usize = 100_000_000;

/// Sessions of which nobody can have two, though no single rule says so, as cuts.
///
/// *for each* ambassador a, days D in a row that `rest-days` keeps from each other, and a set S of sessions of which
/// a can have one only (a post's, by `once-per-post`; all that are not wished for, by `unwished-limit`): those of S
/// that rest keeps from every day of D; *where* some lie before D and some after it;
/// Σ over the sessions s on D, and those of S, of x\[a,s\] ≤ 1
pub(super) fn cliques(draft: &mut Draft<'_, '_>) {
    let rest = draft.domain.rules.rest_days;
    if !draft.rulebook.has(Rule::RestDays) || rest == 0 {
        return;
    }
    let (mut terms, mut looked_at) = (0, 0);
    for ambassador in busy(draft) {
        let alternatives = alternatives(draft, ambassador);
        let days: Vec<(NaiveDate, Vec<Visit>)> = by_date(draft, ambassador).into_iter().collect();
        for first in 0..days.len() {
            let last = days.partition_point(|&(day, _)| day < days[first].0 + Days::new(rest.into()));
            for end in first + 1..=last {
                let core = &days[first..end];
                for set in &alternatives {
                    if terms > MOST_CLIQUE_TERMS || looked_at > MOST_LOOKED_AT {
                        return;
                    }
                    looked_at += set.len();
                    terms += add_clique(draft, core, set, Days::new(rest.into()));
                }
            }
        }
    }
}

/// The sets of which an ambassador can have one session only.
fn alternatives(draft: &Draft<'_, '_>, ambassador: AmbassadorIx) -> Vec<Vec<Visit>> {
    let post_of = |session: SessionIx| draft.domain.session(session).post;
    let person = draft.domain.ambassador(ambassador);
    let visits: Vec<Visit> = draft.visits(ambassador).collect();
    let mut sets = Vec::new();
    if draft.rulebook.has(Rule::OncePerPost) && draft.domain.rules.repeat_post != Permission::Allow {
        let at_posts = visits.chunk_by(|one, other| post_of(one.0) == post_of(other.0));
        sets.extend(at_posts.filter(|at_post| at_post.len() > 1).map(<[Visit]>::to_vec));
    }
    if draft.rulebook.has(Rule::UnwishedLimit) && may_be_sent_elsewhere(person) && person.days_min <= 1 {
        let is_unwished = |visit: &Visit| person.wish_number(*draft.domain.session(visit.0)).is_none();
        sets.push(visits.into_iter().filter(is_unwished).collect());
    }
    sets
}

/// Adds the clique of some days and a set, where there is one; says how many columns it has.
fn add_clique(
    draft: &mut Draft<'_, '_>,
    core: &[(NaiveDate, Vec<Visit>)],
    set: &[Visit],
    rest: Days,
) -> usize {
    let (Some((first, _)), Some((last, _))) = (core.first(), core.last()) else { return 0 };
    let date_of = |visit: &Visit| draft.domain.session(visit.0).date;
    let before = |visit: &&Visit| date_of(visit) < *first && date_of(visit) + rest >= *last;
    let after = |visit: &&Visit| date_of(visit) > *last && date_of(visit) <= *first + rest;
    if !set.iter().any(|visit| before(&visit)) || !set.iter().any(|visit| after(&visit)) {
        return 0;
    }
    let on_days = core.iter().flat_map(|(_, visits)| visits);
    let around = set.iter().filter(|visit| before(visit) || after(visit));
    let columns: Vec<ColumnIx> = on_days.chain(around).map(|&(_, column)| column).collect();
    draft.model.add_cut(ones(&columns), Relation::AtMost, 1);
    columns.len()
}

/// Those who may have more than one session.
fn busy(draft: &Draft<'_, '_>) -> Vec<AmbassadorIx> {
    draft.everybody().filter(|&ambassador| draft.most_visits(ambassador) > 1).collect()
}

fn by_date(draft: &Draft<'_, '_>, ambassador: AmbassadorIx) -> BTreeMap<NaiveDate, Vec<Visit>> {
    let mut days: BTreeMap<NaiveDate, Vec<Visit>> = BTreeMap::new();
    for visit in draft.visits(ambassador) {
        days.entry(draft.domain.session(visit.0).date).or_default().push(visit);
    }
    days
}
