//! What an organizer could change by one step, each as the options that do it.
//!
//! In: a campaign. Out: [`Step`]s, in the order in which they are tried: a seat, a date, a person more, a limit loosened. A step
//! from which others follow is tried before them: where all the days of a post bring nothing, none of them does.

use crate::domain::{
    Domain,
    people::Ambassador,
    places::{Need, Post, PostIx, Unit},
    rules::Permission,
    spelled::item,
};
use chrono::NaiveDate;
use std::{collections::BTreeSet, fmt::Display};

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What is changed.
    pub change: Change,
    /// The options that do it, such as `--set posts.patrol.seats=2`.
    pub options: Vec<String>,
}

impl Step {
    /// How many changes it stands for.
    pub fn count(&self, domain: &Domain) -> usize {
        match self.change {
            Change::AllDays(post) => other_days(domain, post).len(),
            _ => 1,
        }
    }
}

/// What a step changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A post has one seat more at each session.
    Seat(PostIx),
    /// A post runs with one person fewer.
    Quorum(PostIx),
    /// A post takes one person more over the campaign.
    PostLimit(PostIx),
    /// A post is offered on all other days of the season; only to see whether one of them brings anything.
    AllDays(PostIx),
    /// A post is offered on one more day.
    Day(PostIx, NaiveDate),
    /// Somebody more comes, with this certificate or without any.
    Person(Option<String>),
    /// A unit is left out, by position.
    WithoutUnit(usize),
    /// A unit takes one visitor more a day, by position.
    DailyLimit(usize),
    /// A unit takes one visitor more over the campaign, by position.
    UnitLimit(usize),
    /// A rule of the campaign is loosened.
    Rule(Loosened),
}

/// A rule of the campaign that is loosened by one step, and what it then is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loosened {
    /// People may go to their own employer.
    OwnUnit,
    /// People may go to a post again.
    RepeatPost,
    /// A kilometre farther: so many.
    Kilometres(u32),
    /// One person more for a mentor.
    MentorLimit(u32),
    /// One person more of an organization at a session.
    OrganizationSession(u32),
    /// One person more of an organization in all.
    OrganizationTotal(u32),
    /// A day less of rest.
    RestDays(u32),
    /// An hour less of rest.
    RestHours(u32),
}

/// Every step of a campaign; the days of a post are asked for one by one with [`days`].
pub fn steps(domain: &Domain) -> Vec<Step> {
    let mut steps: Vec<Step> = in_order(&domain.posts, |post| post.position)
        .into_iter()
        .flat_map(|(position, post)| of_post(domain, PostIx(position), post))
        .collect();
    steps.extend(people(domain));
    let units = in_order(&domain.units, |unit| unit.position).into_iter();
    steps.extend(units.flat_map(|(position, unit)| of_unit(position, unit)));
    steps.extend(rules(domain));
    steps
}

/// A step for each day of the season on which a post is not offered.
pub fn days(domain: &Domain, post: PostIx) -> Vec<Step> {
    let step = |&day: &NaiveDate| Step {
        change: Change::Day(post, day),
        options: vec![offered(domain, post, &[day])],
    };
    other_days(domain, post).iter().map(step).collect()
}

/// Entries with their positions in the order of the file.
fn in_order<T>(entries: &[T], position: impl Fn(&T) -> usize) -> Vec<(usize, &T)> {
    let mut entries: Vec<(usize, &T)> = entries.iter().enumerate().collect();
    entries.sort_by_key(|(_, entry)| position(entry));
    entries
}

fn set(path: &str, value: impl Display) -> String {
    format!("--set {path}={value}")
}

fn of_post(domain: &Domain, index: PostIx, post: &Post) -> Vec<Step> {
    let Post { id, seats_min: min, seats_max: max, .. } = post;
    let seats =
        |min: u32, max: u32| vec![set(&format!("posts.{id}.seats"), format!("{{min: {min}, max: {max}}}"))];
    let mut steps = vec![Step { change: Change::Seat(index), options: seats(*min, max + 1) }];
    if *min > 1 {
        steps.push(Step { change: Change::Quorum(index), options: seats(min - 1, *max) });
    }
    if let Some(limit) = post.limit
        && let Need::InAll(need) = post.need
    {
        let need = set(&format!("posts.{id}.need"), format!("{{min: {need}, max: {}}}", limit + 1));
        steps.push(Step { change: Change::PostLimit(index), options: vec![need] });
    }
    let others = other_days(domain, index);
    match post.need {
        // One more session that wants people is no help to those that there are.
        Need::AtEach(_) => steps.extend(days(domain, index)),
        Need::InAll(_) if others.is_empty() => {}
        Need::InAll(_) => {
            let options = vec![offered(domain, index, &others)];
            steps.push(Step { change: Change::AllDays(index), options });
        }
    }
    steps
}

fn days_of(domain: &Domain, post: PostIx) -> BTreeSet<NaiveDate> {
    domain.sessions_of(post).map(|session| domain.session(session).date).collect()
}

/// The days of the season on which a post is not offered.
fn other_days(domain: &Domain, post: PostIx) -> Vec<NaiveDate> {
    let (has, season) = (days_of(domain, post), domain.campaign.season);
    let all = season.first.iter_days().take_while(|day| *day <= season.last);
    all.filter(|day| season.contains(*day) && !has.contains(day)).collect()
}

/// The option that offers a post on some days besides its own.
fn offered(domain: &Domain, post: PostIx, more: &[NaiveDate]) -> String {
    let mut days = days_of(domain, post);
    days.extend(more);
    let days: Vec<String> = days.iter().map(ToString::to_string).collect();
    set(&format!("posts.{}.dates", domain.post(post).id), format!("[{}]", days.join(", ")))
}

/// Somebody more, with each certificate that a post asks for, and without any.
fn people(domain: &Domain) -> Vec<Step> {
    let required = domain.posts.iter().flat_map(|post| post.requires.iter().chain(&post.leader));
    let required: BTreeSet<&String> = required.collect();
    let is_taken = |id: &str| domain.ambassadors.iter().any(|Ambassador { id: other, .. }| id == other);
    let mut id = "new".to_owned();
    while is_taken(&id) {
        id.push('-');
    }
    let step = |certificate: Option<&String>| {
        let name = set(&format!("ambassadors.{id}.name"), &id);
        let held = certificate
            .map(|held| set(&format!("ambassadors.{id}.qualifications"), format!("[{}]", item(held))));
        Step {
            change: Change::Person(certificate.cloned()),
            options: [name].into_iter().chain(held).collect(),
        }
    };
    std::iter::once(step(None)).chain(required.into_iter().map(|held| step(Some(held)))).collect()
}

fn of_unit(position: usize, unit: &Unit) -> Vec<Step> {
    let one = |change: Change, field: &str, limit: u32| Step {
        change,
        options: vec![set(&format!("units.{}.{field}", unit.id), limit + 1)],
    };
    let daily = unit.daily_limit.map(|limit| one(Change::DailyLimit(position), "daily_limit", limit));
    let limit = unit.limit.map(|limit| one(Change::UnitLimit(position), "limit", limit));
    let without =
        Step { change: Change::WithoutUnit(position), options: vec![format!("--without unit:{}", unit.id)] };
    daily.into_iter().chain(limit).chain([without]).collect()
}

fn rules(domain: &Domain) -> Vec<Step> {
    let rules = &domain.rules;
    let organization = rules.organization_limit;
    let forbids = |permission: Permission| permission == Permission::Forbid;
    let kilometres = rules.max_metres.and_then(|metres| u32::try_from(metres / 1000 + 1).ok());
    let more = |limit: Option<u32>| limit.map(|limit| limit + 1);
    let less = |rest: u32| rest.checked_sub(1);
    let loosened: [Option<(Loosened, &str, String)>; 8] = [
        forbids(rules.own_unit).then(|| (Loosened::OwnUnit, "own_unit", "allow".to_owned())),
        forbids(rules.repeat_post).then(|| (Loosened::RepeatPost, "repeat_post", "allow".to_owned())),
        kilometres.map(|most| (Loosened::Kilometres(most), "max_distance_km", most.to_string())),
        more(rules.mentor_limit).map(|most| (Loosened::MentorLimit(most), "mentor_limit", most.to_string())),
        more(organization.session).map(|most| {
            (Loosened::OrganizationSession(most), "organization_limit.session", most.to_string())
        }),
        more(organization.total)
            .map(|most| (Loosened::OrganizationTotal(most), "organization_limit.total", most.to_string())),
        less(rules.rest_days).map(|rest| (Loosened::RestDays(rest), "rest_days", rest.to_string())),
        less(rules.rest_hours).map(|rest| (Loosened::RestHours(rest), "rest_hours", rest.to_string())),
    ];
    let steps = loosened.into_iter().flatten().map(|(loosened, field, value)| Step {
        change: Change::Rule(loosened),
        options: vec![set(&format!("rules.{field}"), value)],
    });
    steps.collect()
}
