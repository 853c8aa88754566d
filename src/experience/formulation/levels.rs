//! The levels in the order of the campaign's priorities, the lot last; `wishes` has a file of its own.
//!
//! A level that has no room still appears, with no terms. Where a value is linear as it stands (whoever has one day
//! at most is reached exactly as often as placed), no column counts it.

use crate::{
    domain::{
        lot::lot,
        organizations::{OrganizationIx, Organizations},
        places::{Need, PostIx, SessionIx},
        requests::Bond,
        rules::Priority,
    },
    experience::{
        formulation::{
            changes::{changes, restored},
            draft::Draft,
            subject::{About, ColumnSubject, Family},
            wishes::wishes,
        },
        level::Level,
    },
    lp::{ColumnIx, Relation, Sense, Terms, Tier},
    planning::model::{count, ones},
};
use chrono::NaiveDateTime;
use std::collections::BTreeMap;

/// Writes every level in force.
pub(super) fn in_order(draft: &mut Draft<'_, '_>) {
    let priorities = &draft.domain.rules.priorities;
    match draft.previous.map(|previous| previous.around_changes(priorities)) {
        Some((before, after)) => {
            restored(draft);
            sought(draft, &before);
            changes(draft);
            sought(draft, &after);
        }
        None => sought(draft, priorities),
    }
    drawn(draft);
}

/// Writes these levels one after the other.
fn sought(draft: &mut Draft<'_, '_>, priorities: &[Priority]) {
    for priority in priorities {
        match priority {
            Priority::Coverage => coverage(draft),
            Priority::Everyone => everyone(draft),
            Priority::Enough => enough(draft),
            Priority::Days => days(draft),
            Priority::Even => even(draft),
            Priority::Groups => groups(draft),
            Priority::Represented => represented(draft),
            Priority::Wishes => wishes(draft),
            Priority::Travel => travel(draft),
            Priority::First => first(draft),
        }
    }
}

/// The posts' needs are met, the weightier first.
///
/// min Σₚ priority · missing\[p\], which [`in_all`] and [`at_each`] add up
fn coverage(draft: &mut Draft<'_, '_>) {
    let mut missing = Missing { terms: Terms::new(), constant: 0 };
    for (index, post) in draft.domain.posts.iter().enumerate() {
        let weight = i64::from(post.priority);
        if weight == 0 {
            continue;
        }
        match post.need {
            Need::InAll(need) => in_all(draft, PostIx(index), need.into(), weight, &mut missing),
            Need::AtEach(need) => {
                for session in draft.domain.sessions_of(PostIx(index)) {
                    if draft.domain.is_open(session) {
                        at_each(draft, session, need.into(), weight, &mut missing);
                    }
                }
            }
        }
    }
    let Missing { terms, constant } = missing;
    draft.model.add_level(Level::Priority(Priority::Coverage), Sense::Min, terms, constant);
}

/// What is missing to the needs.
struct Missing {
    terms: Terms,
    constant: i64,
}

/// *for each* post p with a need over the campaign: short\[p\] + Σ of p's x ≥ need, short\[p\] ≥ 0;
/// where no more than that can come, short\[p\] is need − Σ of p's x
fn in_all(draft: &mut Draft<'_, '_>, post: PostIx, need: i64, weight: i64, missing: &mut Missing) {
    let sessions = draft.domain.sessions_of(post);
    let columns: Vec<ColumnIx> = sessions.flat_map(|session| &draft.visitors[session.0]).copied().collect();
    if need == 0 {
        return;
    }
    if count(columns.len()) <= need {
        missing.constant += weight * need;
        missing.terms.extend(columns.iter().map(|&column| (column, -weight)));
        return;
    }
    let short = draft.model.add_column(ColumnSubject::Shortage(post), need, Tier::Implied);
    let mut row = ones(&columns);
    row.push((short, 1));
    let family = Family::Level(Priority::Coverage);
    draft.model.add_row(family.about(About::Post(post)), row, Relation::AtLeast, need);
    missing.terms.push((short, weight));
}

/// *for each* session s of a post that wants n at each, the unit being open: Σ over k up to n of k · short\[s,k\];
/// Σₐ x\[a,s\] + Σₖ short\[s,k\] ≥ n, short\[s,k\] ∈ {0,1}; where only m < n can come, the first n − m of them are 1
///
/// The k-th who is missing costs k, so that they are missing in order, and the relaxation is exact.
fn at_each(draft: &mut Draft<'_, '_>, session: SessionIx, need: i64, weight: i64, missing: &mut Missing) {
    let most = draft.capacity[session.0].min(need);
    let always = need - most;
    missing.constant += weight * always * (always + 1) / 2;
    if most == 0 {
        return;
    }
    let columns = &draft.visitors[session.0];
    if draft.capacity[session.0] == 1 {
        missing.constant += weight * need;
        missing.terms.extend(columns.iter().map(|&column| (column, -weight * need)));
        return;
    }
    let mut row = ones(columns);
    for number in always + 1..=need {
        let short = draft.model.add_column(ColumnSubject::Missing(session, number), 1, Tier::Implied);
        row.push((short, 1));
        missing.terms.push((short, weight * number));
    }
    let family = Family::Level(Priority::Coverage);
    draft.model.add_row(family.about(About::Session(session)), row, Relation::AtLeast, most);
}

/// Everybody gets a session, those left out before first.
///
/// max Σₐ (1 + missed) · reached\[a\]; *for each* ambassador a who may have several: reached\[a\] ≤ Σₛ x\[a,s\],
/// reached\[a\] ∈ {0,1}; who may have one is reached Σₛ x\[a,s\] times
fn everyone(draft: &mut Draft<'_, '_>) {
    let mut terms = Terms::new();
    for ambassador in draft.everybody() {
        let weight = 1 + i64::from(draft.domain.ambassador(ambassador).missed);
        let columns: Vec<ColumnIx> = draft.visits(ambassador).map(|(_, column)| column).collect();
        if draft.most_visits(ambassador) <= 1 {
            terms.extend(columns.iter().map(|&column| (column, weight)));
            continue;
        }
        let reached = draft.model.add_column(ColumnSubject::Reached(ambassador), 1, Tier::Indicator);
        let mut row = ones(&columns);
        row.push((reached, -1));
        let family = Family::Level(Priority::Everyone);
        draft.model.add_row(family.about(About::Ambassador(ambassador)), row, Relation::AtLeast, 0);
        terms.push((reached, weight));
    }
    draft.model.add_level(Level::Priority(Priority::Everyone), Sense::Max, terms, 0);
}

/// Everybody gets the days wanted at least.
///
/// min Σₐ (1 + missed) · lack\[a\]; *for each* ambassador a with days.min > 0: lack\[a\] + Σₛ x\[a,s\] ≥ days.min,
/// lack\[a\] ≥ 0; where a can have no more than that, lack\[a\] is days.min − Σₛ x\[a,s\]
fn enough(draft: &mut Draft<'_, '_>) {
    let (mut terms, mut constant) = (Terms::new(), 0);
    for ambassador in draft.everybody() {
        let person = draft.domain.ambassador(ambassador);
        let (weight, least) = (1 + i64::from(person.missed), i64::from(person.days_min));
        if least == 0 {
            continue;
        }
        let columns: Vec<ColumnIx> = draft.visits(ambassador).map(|(_, column)| column).collect();
        if draft.most_visits(ambassador) <= least {
            constant += weight * least;
            terms.extend(columns.iter().map(|&column| (column, -weight)));
            continue;
        }
        let lack = draft.model.add_column(ColumnSubject::Lack(ambassador), least, Tier::Implied);
        let mut row = ones(&columns);
        row.push((lack, 1));
        let family = Family::Level(Priority::Enough);
        draft.model.add_row(family.about(About::Ambassador(ambassador)), row, Relation::AtLeast, least);
        terms.push((lack, weight));
    }
    draft.model.add_level(Level::Priority(Priority::Enough), Sense::Min, terms, constant);
}

/// As many sessions as possible: max Σ x.
fn days(draft: &mut Draft<'_, '_>) {
    let terms = (0..draft.eligible.pairs.len()).map(|position| (ColumnIx(position), 1)).collect();
    draft.model.add_level(Level::Priority(Priority::Days), Sense::Max, terms, 0);
}

/// Sessions are spread evenly, earlier service counted.
///
/// min Σₐ served · n + n(n − 1)/2 for the n sessions of a, so that the k-th costs served + k − 1:
/// min Σₐ served · Σₛ x\[a,s\] + Σₖ (k − 1) · again\[a,k\]; *for each* ambassador a who may have several:
/// Σₛ x\[a,s\] ≤ 1 + Σ over k from 2 on of again\[a,k\], again\[a,k\] ∈ {0,1}
///
/// Later steps cost more, so that they are taken in order, and the relaxation is exact.
fn even(draft: &mut Draft<'_, '_>) {
    let mut terms = Terms::new();
    for ambassador in draft.everybody() {
        let served = i64::from(draft.domain.ambassador(ambassador).served);
        let columns: Vec<ColumnIx> = draft.visits(ambassador).map(|(_, column)| column).collect();
        terms.extend(columns.iter().map(|&column| (column, served)));
        let most = draft.most_visits(ambassador);
        if most <= 1 {
            continue;
        }
        let mut row = ones(&columns);
        for number in 2..=most {
            let subject = ColumnSubject::Again(ambassador, number);
            let again = draft.model.add_column(subject, 1, Tier::Implied);
            row.push((again, -1));
            terms.push((again, number - 1));
        }
        let family = Family::Level(Priority::Even);
        draft.model.add_row(family.about(About::Ambassador(ambassador)), row, Relation::AtMost, 1);
    }
    draft.model.add_level(Level::Priority(Priority::Even), Sense::Min, terms, 0);
}

/// Those who would like to go together do.
///
/// min Σ x\[a,s\] + x\[b,s\] − 2 both\[a,b,s\]; *for each* pair (a, b) in a group with strength try, session s;
/// *where* two can come: both\[a,b,s\] ≤ x\[a,s\] and ≤ x\[b,s\]
///
/// Deciding `both` decides where the pair goes, which branching on single placements would take many steps for.
fn groups(draft: &mut Draft<'_, '_>) {
    let mut terms = Terms::new();
    let family = Family::Level(Priority::Groups);
    for (one, other) in draft.pairs(Bond::TogetherTry) {
        for shared in draft.shared(one, other) {
            let session = shared.session;
            terms.extend(shared.first.into_iter().chain(shared.second).map(|column| (column, 1)));
            let (Some(first), Some(second)) = (shared.first, shared.second) else { continue };
            if draft.capacity[session.0] < 2 {
                continue;
            }
            let both = draft.model.add_column(ColumnSubject::Both(one, other, session), 1, Tier::Indicator);
            let sides =
                [(About::Pair(one, other, session), first), (About::Pair(other, one, session), second)];
            for (about, placement) in sides {
                draft.model.add_row(
                    family.about(about),
                    vec![(both, 1), (placement, -1)],
                    Relation::AtMost,
                    0,
                );
            }
            terms.push((both, -2));
        }
    }
    draft.model.add_level(Level::Priority(Priority::Groups), Sense::Min, terms, 0);
}

/// Every organization that signed up has somebody placed.
///
/// min Σₒ absent\[o\]; *for each* organization o: absent\[o\] + Σ of the x of its people ≥ 1, absent\[o\] ≥ 0;
/// where they can have one session at most, absent\[o\] is 1 − Σ of their x
fn represented(draft: &mut Draft<'_, '_>) {
    let organizations = Organizations::of(draft.domain);
    let mut sent: BTreeMap<OrganizationIx, (i64, Vec<ColumnIx>)> =
        organizations.all().map(|organization| (organization, (0, Vec::new()))).collect();
    for ambassador in draft.everybody() {
        let organization = organizations.of_ambassador(ambassador);
        if let Some((most, columns)) = organization.and_then(|organization| sent.get_mut(&organization)) {
            *most += draft.most_visits(ambassador);
            columns.extend(draft.visits(ambassador).map(|(_, column)| column));
        }
    }
    let (mut terms, mut constant) = (Terms::new(), 0);
    for (organization, (most, columns)) in sent {
        if most <= 1 {
            constant += 1;
            terms.extend(columns.iter().map(|&column| (column, -1)));
            continue;
        }
        let absent = draft.model.add_column(ColumnSubject::Absent(organization), 1, Tier::Implied);
        let mut row = ones(&columns);
        row.push((absent, 1));
        let about = Family::Level(Priority::Represented).about(About::Organization(organization));
        draft.model.add_row(about, row, Relation::AtLeast, 1);
        terms.push((absent, 1));
    }
    draft.model.add_level(Level::Priority(Priority::Represented), Sense::Min, terms, constant);
}

/// Ways are short.
///
/// min Σ metres(a, p) · x\[a,s\]; an unknown way is as long as the longest known one of an eligible pair
fn travel(draft: &mut Draft<'_, '_>) {
    let mut ways: Vec<Option<i64>> = Vec::with_capacity(draft.eligible.pairs.len());
    let mut measured = None;
    for &(ambassador, session) in &draft.eligible.pairs {
        let post = draft.domain.session(session).post;
        // Pairs stand by ambassador and post: each way is measured once.
        let way = match measured {
            Some((known, way)) if known == (ambassador, post) => way,
            _ => draft.domain.metres(ambassador, post),
        };
        measured = Some(((ambassador, post), way));
        ways.push(way);
    }
    let unknown = ways.iter().flatten().copied().max().unwrap_or(0);
    let lengths = ways.into_iter().map(|way| way.unwrap_or(unknown));
    let terms = lengths.enumerate().map(|(position, metres)| (ColumnIx(position), metres)).collect();
    draft.model.add_level(Level::Priority(Priority::Travel), Sense::Min, terms, 0);
}

/// Whoever signed up first goes first.
///
/// min Σ (1 + how many signed up strictly before a) · x\[a,s\]; whose time is not known stands behind all
fn first(draft: &mut Draft<'_, '_>) {
    let people = &draft.domain.ambassadors;
    let mut times: Vec<NaiveDateTime> = people.iter().filter_map(|person| person.signed_up).collect();
    times.sort_unstable();
    let place = |time| 1 + times.partition_point(|&earlier| earlier < time);
    let places: Vec<i64> =
        people.iter().map(|person| count(person.signed_up.map_or(people.len(), place))).collect();
    let pairs = draft.eligible.pairs.iter().enumerate();
    let terms = pairs.map(|(position, (ambassador, _))| (ColumnIx(position), places[ambassador.0])).collect();
    draft.model.add_level(Level::Priority(Priority::First), Sense::Min, terms, 0);
}

/// A fair lot breaks ties, the same way on every computer.
///
/// min Σ lot(seed, a, p, date, and the hours of a post with several shifts) · x\[a,s\]
fn drawn(draft: &mut Draft<'_, '_>) {
    let domain = draft.domain;
    let sessions = domain.sessions.iter().map(|session| {
        let post = domain.post(session.post);
        let hours = post.told(session.hours).map(|hours| hours.to_string());
        [post.id.clone(), session.date.to_string()].into_iter().chain(hours).collect()
    });
    let sessions: Vec<Vec<String>> = sessions.collect();
    let lots = draft.eligible.pairs.iter().map(|&(ambassador, session)| {
        let who = [domain.campaign.seed.as_str(), &domain.ambassador(ambassador).id];
        let words: Vec<&str> =
            who.into_iter().chain(sessions[session.0].iter().map(String::as_str)).collect();
        lot(&words)
    });
    let terms = lots.enumerate().map(|(position, lot)| (ColumnIx(position), lot)).collect();
    draft.model.add_level(Level::Lot, Sense::Min, terms, 0);
}
