//! What to do so that something is given up: the options that do it, as far as options can, with values that just suffice for
//! a roster that was found.
//!
//! In: what is given up, and a roster that keeps all the rest. Out: [`Step`]s.

use super::concession::Concessions;
use crate::{
    domain::{
        dates::DateSpan,
        people::{Ambassador, AmbassadorIx},
        periods::Periods,
        places::{Post, PostIx},
        spelled::item,
    },
    experience::{
        explanation::conflict::{Matter, Member},
        roster::{Placement, Roster},
        rule::Rule,
        verification::{Subject, Violation, violations},
    },
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What to do for one thing that is given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What is given up.
    pub member: Member,
    /// The options that do it, such as `--set rules.rest_days=0`; none where its line is to be changed or taken out.
    pub options: Vec<String>,
    /// The days on which somebody is to come, or a unit to be open.
    pub days: BTreeSet<NaiveDate>,
}

/// What to do for each thing that is given up.
pub(super) fn steps(concessions: &Concessions<'_>, given_up: &[Member], roster: &Roster) -> Vec<Step> {
    let broken = violations(concessions.domain, roster);
    let remedy = Remedy { concessions, given_up, roster, broken };
    given_up.iter().map(|&member| remedy.step(member)).collect()
}

struct Remedy<'a> {
    concessions: &'a Concessions<'a>,
    given_up: &'a [Member],
    roster: &'a Roster,
    /// What the roster breaks of the campaign as it is.
    broken: Vec<Violation>,
}

fn set(path: &str, value: impl std::fmt::Display) -> String {
    format!("--set {path}={value}")
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl Remedy<'_> {
    fn step(&self, member: Member) -> Step {
        let options = match member {
            Member::Pin(_) | Member::Group(_) | Member::Ban(_) => Vec::new(),
            Member::Rule(rule, Matter::Person(person)) => self.of_person(rule, person, member),
            Member::Rule(_, Matter::Post(post)) => self.of_post(post, member),
            Member::Rule(rule, Matter::Unit(unit)) => {
                let unit = self.concessions.domain.unit(unit);
                let limit = |field: &str| {
                    let most = self.found(member).max().unwrap_or_default();
                    vec![set(&format!("units.{}.{field}", unit.id), most)]
                };
                match rule {
                    Rule::UnitLimit => limit("limit"),
                    Rule::UnitDailyLimit => limit("daily_limit"),
                    _ => {
                        let left = days_left(&unit.closed, &self.days(member));
                        left.map(|left| set(&format!("units.{}.closed", unit.id), left)).into_iter().collect()
                    }
                }
            }
            Member::Rule(rule, _) => self.of_campaign(rule, member),
        };
        let of_days = matches!(member, Member::Rule(Rule::Available | Rule::UnitOpen, _));
        Step { member, options, days: if of_days { self.days(member) } else { BTreeSet::new() } }
    }

    /// What the roster breaks that is given up with something.
    fn broken(&self, member: Member) -> impl Iterator<Item = (&Violation, Placement)> {
        let met = self.broken.iter().filter_map(|broken| {
            let first = *broken.entries.first()?;
            Some((broken, self.roster.placements[first]))
        });
        met.filter(move |(broken, first)| self.concessions.of_placement(broken.rule, *first) == Some(member))
    }

    /// How many there are where a limit is broken.
    fn found(&self, member: Member) -> impl Iterator<Item = usize> {
        self.broken(member).filter_map(|(broken, _)| match broken.subject {
            Subject::Count { found, .. } => Some(found),
            _ => None,
        })
    }

    fn days(&self, member: Member) -> BTreeSet<NaiveDate> {
        self.broken(member).map(|(_, first)| first.date).collect()
    }

    fn has_given_up(&self, rule: Rule, matter: Matter) -> Option<Member> {
        let member = Member::Rule(rule, matter);
        self.given_up.contains(&member).then_some(member)
    }

    fn of_person(&self, rule: Rule, index: AmbassadorIx, member: Member) -> Vec<String> {
        let person = self.concessions.domain.ambassador(index);
        let path = |field: &str| format!("ambassadors.{}.{field}", person.id);
        match rule {
            Rule::Qualified => vec![set(&path("qualifications"), self.qualifications(person, member))],
            Rule::Available => {
                let days = self.days(member);
                let free = person.available.as_ref().map(|free| whole_days(free, &days));
                let away = days_left(&person.away, &days);
                // Hours of a day are changed in the file, where they stand.
                let (Some(away), None | Some(Some(_))) = (away, &free) else { return Vec::new() };
                let free = free.flatten().map(|free| set(&path("available"), free));
                let is_away =
                    days.iter().any(|&day| person.away.periods.iter().any(|one| one.days.contains(day)));
                free.into_iter().chain(is_away.then(|| set(&path("away"), away))).collect()
            }
            Rule::Willing => {
                let days =
                    (self.unwished(index) > person.days_min.max(1)).then(|| self.days_of(index, person));
                [Some(set(&path("unwished"), "allow")), days].into_iter().flatten().collect()
            }
            _ => vec![self.days_of(index, person)],
        }
    }

    /// How often somebody goes where no wish was for.
    fn unwished(&self, index: AmbassadorIx) -> u32 {
        let person = self.concessions.domain.ambassador(index);
        let theirs = self.roster.placements.iter().filter(|one| one.ambassador == index);
        small(theirs.filter(|one| person.wish_number(one.session()).is_none()).count())
    }

    /// How many days somebody is given, all that was given up of it taken together.
    fn days_of(&self, index: AmbassadorIx, person: &Ambassador) -> String {
        let who = Matter::Person(index);
        let most = |rule: Rule, limit: Option<u32>| {
            let found = self.has_given_up(rule, who).and_then(|member| self.found(member).max());
            found.map(small).or(limit)
        };
        let goes_elsewhere = [Rule::UnwishedLimit, Rule::Willing].map(|rule| self.has_given_up(rule, who));
        let is_elsewhere = goes_elsewhere.iter().any(Option::is_some);
        let unwished = if is_elsewhere { self.unwished(index) } else { 0 };
        let min = if unwished > 1 { unwished.max(person.days_min) } else { person.days_min };
        let max = most(Rule::DaysLimit, Some(person.days_max)).unwrap_or_default().max(min);
        let (week, month) =
            (most(Rule::WeekLimit, person.week_limit), most(Rule::MonthLimit, person.month_limit));
        let parts = [("min", Some(min)), ("max", Some(max)), ("week", week), ("month", month)];
        let parts = parts.iter().filter_map(|(part, value)| Some(format!("{part}: {}", (*value)?)));
        let parts: Vec<String> = parts.collect();
        set(&format!("ambassadors.{}.days", person.id), format!("{{{}}}", parts.join(", ")))
    }

    /// What somebody holds, and what the sessions ask of those that are to be.
    fn qualifications(&self, person: &Ambassador, member: Member) -> String {
        let domain = self.concessions.domain;
        let lacks = |(_, first): (&Violation, Placement)| {
            let required = domain.post(first.post).requires.iter();
            let lacking = required.filter(move |required| !person.holds(required, first.date));
            lacking.cloned().collect::<Vec<String>>()
        };
        let lacking: BTreeSet<String> = self.broken(member).flat_map(lacks).collect();
        let kept = person.qualifications.iter().filter(|held| !lacking.contains(&held.name));
        let kept = kept.map(|held| match held.until {
            Some(until) => format!("{{name: {}, until: {until}}}", item(&held.name)),
            None => item(&held.name),
        });
        let all: Vec<String> = kept.chain(lacking.iter().map(|name| item(name))).collect();
        format!("[{}]", all.join(", "))
    }

    fn of_post(&self, index: PostIx, member: Member) -> Vec<String> {
        let post = self.concessions.domain.post(index);
        let path = |field: &str| format!("posts.{}.{field}", post.id);
        let Member::Rule(rule, _) = member else { return Vec::new() };
        vec![match rule {
            Rule::Led => set(&path("leader"), ""),
            Rule::OfAge => set(&path("ages"), self.ages(post, member)),
            Rule::PostLimit => {
                let most = self.found(member).max().unwrap_or_default();
                set(&path("need"), format!("{{min: {}, max: {most}}}", self.concessions.domain.wanted(index)))
            }
            _ => {
                let found = |rule: Rule| self.has_given_up(rule, Matter::Post(index));
                let max = found(Rule::Seats).and_then(|member| self.found(member).max());
                let min = found(Rule::Quorum).and_then(|member| self.found(member).min());
                let (max, min) = (max.map_or(post.seats_max, small), min.map_or(post.seats_min, small));
                set(&path("seats"), format!("{{min: {min}, max: {max}}}"))
            }
        }]
    }

    /// The ages of a post with those of whom the roster has there; nothing where the age of one of them is not known.
    fn ages(&self, post: &Post, member: Member) -> String {
        let ages = self
            .broken(member)
            .map(|(_, one)| self.concessions.domain.ambassador(one.ambassador).age_on(one.date));
        let Some(ages) = ages.collect::<Option<Vec<u32>>>() else { return String::new() };
        let limits = post.ages.as_ref();
        let least =
            limits.and_then(|one| one.least).map(|least| ages.iter().fold(least, |one, two| one.min(*two)));
        let most =
            limits.and_then(|one| one.most).map(|most| ages.iter().fold(most, |one, two| one.max(*two)));
        let end = |age: Option<u32>| age.map(|age| age.to_string()).unwrap_or_default();
        format!("{}..{}", end(least), end(most))
    }

    fn of_campaign(&self, rule: Rule, member: Member) -> Vec<String> {
        let domain = self.concessions.domain;
        let two = |broken: &Violation| {
            let mut two: Vec<Placement> =
                broken.entries.iter().map(|&position| self.roster.placements[position]).collect();
            two.sort_by_key(Placement::stretch);
            two
        };
        let (field, value) = match rule {
            Rule::OwnUnit => ("own_unit", "allow".to_owned()),
            Rule::OncePerPost => ("repeat_post", "allow".to_owned()),
            Rule::WithinDistance => {
                let ways = self.broken(member).filter_map(|(_, one)| domain.metres(one.ambassador, one.post));
                ("max_distance_km", ways.max().map_or(0, |metres| (metres + 999) / 1000).to_string())
            }
            Rule::RestDays => {
                let days = self.broken(member).map(|(broken, _)| {
                    let two = two(broken);
                    (two[two.len() - 1].date - two[0].date).num_days() - 1
                });
                ("rest_days", days.min().unwrap_or(0).max(0).to_string())
            }
            Rule::RestHours => {
                let hours = self.broken(member).map(|(broken, _)| {
                    let two = two(broken);
                    (two[two.len() - 1].stretch().start - two[0].stretch().end) / 60
                });
                ("rest_hours", hours.min().unwrap_or(0).max(0).to_string())
            }
            Rule::MentorLimit => ("mentor_limit", self.found(member).max().unwrap_or(0).to_string()),
            _ => return self.of_organizations(member),
        };
        vec![set(&format!("rules.{field}"), value)]
    }

    /// How many an organization may send to a session, and in all.
    fn of_organizations(&self, member: Member) -> Vec<String> {
        let limits = self.concessions.domain.rules.organization_limit;
        let of = |at_one_session: bool| {
            let found = self.broken(member).filter(move |(broken, first)| {
                let mut entries = broken.entries.iter();
                entries.all(|&one| self.roster.placements[one].session() == first.session()) == at_one_session
            });
            found.map(|(broken, _)| broken.entries.len()).max()
        };
        // Those at one session count for both.
        let (session, total) = (of(true), of(true).max(of(false)));
        let option = |field: &str, limit: Option<u32>, found: Option<usize>| {
            let beyond = limit.zip(found).filter(|&(limit, found)| small(found) > limit);
            beyond.map(|(_, found)| set(&format!("rules.organization_limit.{field}"), found))
        };
        let options = [option("session", limits.session, session), option("total", limits.total, total)];
        options.into_iter().flatten().collect()
    }
}

/// The whole days of some periods without some of them, as in the file; `None` where they have hours.
fn days_left(periods: &Periods, without: &BTreeSet<NaiveDate>) -> Option<String> {
    Some(listed(days_of(periods)?.difference(without)))
}

/// The whole days of some periods with some more; `None` where they have hours.
fn whole_days(periods: &Periods, more: &BTreeSet<NaiveDate>) -> Option<String> {
    Some(listed(days_of(periods)?.union(more)))
}

fn listed<'a>(days: impl Iterator<Item = &'a NaiveDate>) -> String {
    let days: Vec<String> = days.map(ToString::to_string).collect();
    format!("[{}]", days.join(", "))
}

fn days_of(periods: &Periods) -> Option<BTreeSet<NaiveDate>> {
    let spans: Option<Vec<DateSpan>> =
        periods.periods.iter().map(|one| one.part.is_none().then_some(one.days)).collect();
    Some(spans?.iter().flat_map(DateSpan::days).collect())
}
