//! Limits and the order of preferences.

use crate::{
    campaign::{
        schema::{self, File},
        written::{Text, Texts},
    },
    diagnostic::{note::Note, reference::Reference, request::Request},
    domain::{
        Domain,
        organizations::Organizations,
        people::AmbassadorIx,
        places::{Need, Post, SessionIx},
        rules::{OrganizationLimit, Permission, Priority, Rules, WishPolicy},
    },
    source::Place,
    validation::{check::Check, values},
};

/// What may be permitted or not.
const PERMISSIONS: [(&str, Permission); 2] = [("forbid", Permission::Forbid), ("allow", Permission::Allow)];

/// How wishes may be weighed.
const WISHES: [(&str, WishPolicy); 3] =
    [("total", WishPolicy::Total), ("greedy", WishPolicy::Greedy), ("generous", WishPolicy::Generous)];

/// The most days one may have.
const MOST_DAYS: u32 = 1000;

/// How many sessions somebody wants at least and at most, and takes in a week and a month.
#[derive(Debug, Clone, Copy)]
pub(super) struct Days {
    pub(super) min: u32,
    pub(super) max: u32,
    pub(super) week: Option<u32>,
    pub(super) month: Option<u32>,
}

impl Days {
    /// What one says of days, this where nothing is said.
    pub(super) fn of_one(self, written: Option<&schema::Days>, check: &mut Check) -> Self {
        let Some(days) = written else { return self };
        let max = check.number(days.max.as_ref(), self.max, (1, MOST_DAYS));
        // The usual minimum gives way to a maximum that somebody wrote, not the other way round.
        let min = check.number(days.min.as_ref(), self.min.min(max), (0, MOST_DAYS));
        check.ordered(&schema::Range { at: days.at, min: days.min.clone(), max: days.max.clone() }, min, max);
        let mut limit = |text: &Option<Text>, usual| check.limit(text.as_ref(), MOST_DAYS).or(usual);
        let (week, month) = (limit(&days.week, self.week), limit(&days.month, self.month));
        Self { min, max: max.max(min), week, month }
    }
}

/// The rules, and what they say of everybody who says nothing else.
pub(super) struct Limits {
    pub(super) rules: Rules,
    pub(super) days: Days,
    unwished: Permission,
}

impl Limits {
    /// Whether somebody goes where no wish was for. The rules bind those who wrote wishes.
    pub(super) fn unwished_of(&self, written: &schema::Ambassador, check: &mut Check) -> Permission {
        let has_wishes = written.wishes.as_ref().is_some_and(|wishes| !wishes.0.is_empty());
        let usual = if has_wishes { self.unwished } else { Permission::Allow };
        check.choice(written.unwished.as_ref(), &PERMISSIONS).unwrap_or(usual)
    }
}

/// The rules with their defaults.
pub(super) fn rules(written: Option<&schema::Rules>, check: &mut Check) -> Limits {
    let usual = Days { min: 0, max: 1, week: None, month: None };
    let days = usual.of_one(written.and_then(|rules| rules.days.as_ref()), check);
    let unwished = written.and_then(|rules| rules.unwished.as_ref());
    let unwished = check.choice(unwished, &PERMISSIONS).unwrap_or(Permission::Allow);
    let mut permission = |text| check.choice(text, &PERMISSIONS).unwrap_or(Permission::Forbid);
    let own_unit = permission(written.and_then(|rules| rules.own_unit.as_ref()));
    let repeat_post = permission(written.and_then(|rules| rules.repeat_post.as_ref()));
    let wishes = written.and_then(|rules| rules.wishes.as_ref());
    let wishes = check.choice(wishes, &WISHES).unwrap_or(WishPolicy::Total);
    let distance = written.and_then(|rules| rules.max_distance_km.as_ref());
    let mentor_limit = written.and_then(|rules| rules.mentor_limit.as_ref());
    let rest_days = written.and_then(|rules| rules.rest_days.as_ref());
    let rest_hours = written.and_then(|rules| rules.rest_hours.as_ref());
    let priorities = written.and_then(|rules| rules.priorities.as_ref());
    let rules = Rules {
        own_unit,
        repeat_post,
        max_metres: distance.and_then(|text| check.value(text, values::metres)),
        mentor_limit: check.limit(mentor_limit, 100_000),
        organization_limit: organization_limit(written, check),
        rest_days: check.number(rest_days, 0, (0, 400)),
        rest_hours: check.number(rest_hours, 0, (0, 400 * 24)),
        wishes,
        priorities: priorities.map_or_else(Priority::usual, |list| self::priorities(list, check)),
    };
    Limits { rules, days, unwished }
}

fn organization_limit(written: Option<&schema::Rules>, check: &mut Check) -> OrganizationLimit {
    let written = written.and_then(|rules| rules.organization_limit.as_ref());
    let mut limit = |text: Option<&Text>| check.limit(text, 100_000);
    OrganizationLimit {
        session: limit(written.and_then(|limits| limits.session.as_ref())),
        total: limit(written.and_then(|limits| limits.total.as_ref())),
    }
}

/// Tells once of the levels that version 0.1 did not seek, where they may make another plan than it did: the file leaves
/// the levels to their defaults, and it says nothing of several shifts, of each session's need or of earlier service,
/// which 0.1 could not read.
pub(super) fn tell_of_new_levels(domain: &Domain, file: &File, check: &mut Check) {
    let is_new = |post: &Post| post.shifts.len() > 1 || matches!(post.need, Need::AtEach(_));
    if file.rules.as_ref().is_some_and(|rules| rules.priorities.is_some())
        || domain.posts.iter().any(is_new)
        || domain.ambassadors.iter().any(|person| person.served > 0)
    {
        return;
    }
    match (evened_out(domain, file), represented(domain)) {
        (Some((place, people)), other) => {
            let organizations = other.map_or(0, |(_, organizations)| organizations);
            check.report(place, Note::EvenedOut { people, organizations });
        }
        (None, Some((place, organizations))) => check.report(place, Note::Represented { organizations }),
        (None, None) => {}
    }
}

/// How many people may have several sessions, where several may, and what says so of the first of them.
fn evened_out(domain: &Domain, file: &File) -> Option<(Place, usize)> {
    let several = domain.ambassadors.iter().filter(|person| person.days_max > 1);
    let people = several.clone().count();
    let matters = people > 1 && domain.sessions.len() > 1;
    let first = several.min_by_key(|person| person.position).filter(|_| matters)?;
    let own = file.ambassadors.iter().flatten().nth(first.position).and_then(|person| person.days.as_ref());
    let usual = file.rules.as_ref().and_then(|rules| rules.days.as_ref());
    let max = [own, usual].into_iter().flatten().find_map(|days| days.max.as_ref());
    Some((max.map_or(first.place, |max| max.place), people))
}

/// How many organizations signed up, where there are several and too few seats for everybody, and the first person of one.
fn represented(domain: &Domain) -> Option<(Place, usize)> {
    let organizations = Organizations::of(domain);
    let open = (0..domain.sessions.len()).map(SessionIx).filter(|&session| domain.is_open(session));
    let seats: usize = open.map(|session| domain.post(domain.session(session).post).seats_max as usize).sum();
    let count = organizations.all().count();
    let known = (0..domain.ambassadors.len()).map(AmbassadorIx);
    let known = known.filter(|&person| organizations.of_ambassador(person).is_some());
    let first = known.map(|person| domain.ambassador(person)).min_by_key(|person| person.position)?;
    (count > 1 && seats < domain.ambassadors.len()).then_some((first.place, count))
}

/// The levels that a list names, each once; what is a cost stands after `days`.
fn priorities(written: &Texts, check: &mut Check) -> Vec<Priority> {
    let known = Priority::ALL.map(|priority| (priority.id(), priority));
    let mut levels: Vec<Priority> = Vec::new();
    for word in &written.value {
        let Some(level) = check.choice(Some(word), &known) else { continue };
        if levels.contains(&level) {
            check.report(word.place, Reference::NamedTwice { word: word.words().to_owned() });
            continue;
        }
        let is_cost = match level {
            Priority::Even | Priority::Wishes | Priority::Travel | Priority::First => true,
            Priority::Coverage
            | Priority::Everyone
            | Priority::Enough
            | Priority::Days
            | Priority::Groups
            | Priority::Represented => false,
        };
        if is_cost && !levels.contains(&Priority::Days) {
            check.report(word.place, Request::CostBeforeDays { level: level.id() });
        }
        levels.push(level);
    }
    levels
}
