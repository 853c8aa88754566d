//! How large the program of a campaign will be, counted before anything of it is built.
//!
//! In: `Domain`. Out: who is eligible, and a [`Size`]; or what is [`TooLarge`]. Counted is what each family of rows says
//! at the most; a row that turns out not to bind is counted too.

use crate::{
    diagnostic::size::TooLarge,
    domain::{
        Domain,
        organizations::{OrganizationIx, Organizations},
        people::AmbassadorIx,
        places::{MentorIx, Need, Post, PostIx, Session, SessionIx, UnitIx},
        requests::Bond,
        rules::{OrganizationLimit, Permission, Priority, WishPolicy},
        time::{Stretch, overlapping_sets},
    },
    experience::{
        eligibility::{self, Eligible},
        formulation::ambassadors::MOST_CLIQUE_TERMS,
    },
    planning::rules::Rulebook,
    solver::size::{MOST_BYTES, Size},
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The most pairs of people and sessions that are looked at, one by one.
const MOST_COMPARED: usize = 200_000_000;

/// The most pairs of people in all groups together: each pair is looked at by itself.
const MOST_IN_GROUPS: usize = 500_000;

/// Who is eligible, and how large the program will be.
///
/// # Errors
/// What is too large, said before memory is taken for it.
pub fn measure(domain: &Domain) -> Result<(Eligible, Size), TooLarge> {
    let (people, sessions) = (domain.ambassadors.len(), domain.sessions.len());
    if people.saturating_mul(sessions) > MOST_COMPARED {
        return Err(TooLarge::Compared { people, sessions, most: MOST_COMPARED });
    }
    let in_groups: u64 = domain.groups.iter().map(|group| pairs(group.members.len() as u64)).sum();
    let in_groups = usize::try_from(in_groups).unwrap_or(usize::MAX);
    if in_groups > MOST_IN_GROUPS {
        return Err(TooLarge::Groups { pairs: in_groups, most: MOST_IN_GROUPS });
    }
    let pairs = eligibility::count(domain);
    let within = |size: &Size| {
        let bytes = size.bytes();
        let is_within = bytes <= MOST_BYTES;
        is_within.then_some(()).ok_or(TooLarge::Experience {
            people,
            sessions,
            pairs,
            bytes,
            most: MOST_BYTES,
        })
    };
    within(&Size { columns: pairs as u64, ..Size::default() })?;
    let eligible = eligibility::eligible(domain, Rulebook::ALL);
    let size = size(domain, &eligible);
    within(&size)?;
    Ok((eligible, size))
}

fn size(domain: &Domain, eligible: &Eligible) -> Size {
    let mut counted = Counted { domain, eligible, size: Size::default() };
    counted.levels();
    for ambassador in (0..domain.ambassadors.len()).map(AmbassadorIx) {
        counted.ambassador(ambassador);
    }
    counted.sessions();
    counted.organizations();
    counted.agreements();
    counted.size
}

struct Counted<'a> {
    domain: &'a Domain,
    eligible: &'a Eligible,
    size: Size,
}

impl Counted<'_> {
    /// Whatever is counted for each pair: its column, and `days`, wishes, travel, `first` and the lot.
    fn levels(&mut self) {
        let pairs = self.eligible.pairs.len() as u64;
        let ranks = match self.domain.rules.wishes {
            WishPolicy::Total => 1,
            WishPolicy::Greedy | WishPolicy::Generous => u64::from(self.domain.longest_wishes),
        };
        self.size.columns += pairs;
        let is_by_time = self.domain.rules.priorities.contains(&Priority::First);
        self.size.level_terms += (4 + u64::from(is_by_time)) * pairs;
        // Those of the priorities, the changes of a repair and the lot.
        self.size.levels += self.domain.rules.priorities.len() as u64 + ranks + 2;
    }

    fn ambassador(&mut self, ambassador: AmbassadorIx) {
        let person = self.domain.ambassador(ambassador);
        let visits = &self.eligible.pairs[self.eligible.range_of(ambassador)];
        let own = visits.len() as u64;
        // `days-limit`, and what is counted for `everyone`, `enough` and `even`.
        self.size.columns += 2;
        self.size.level_terms += 3 * own + 2;
        self.size.add_rows(2, 2 * own + 1);
        if person.days_min > 0 {
            self.size.add_rows(1, own + 1);
        }
        if person.days_max.min(u32::try_from(own).unwrap_or(u32::MAX)) <= 1 {
            return;
        }
        let again = own.min(u64::from(person.days_max)) - 1;
        self.size.columns += again;
        self.size.level_terms += again;
        self.size.add_rows(1, own + again);
        for limit in [person.week_limit, person.month_limit].into_iter().flatten() {
            if person.days_max > limit {
                self.size.add_rows(own, own);
            }
        }
        if !person.wishes.is_empty() && person.unwished == Permission::Allow {
            self.size.add_rows(1, own);
        }
        let mut sets = 1;
        if self.domain.rules.repeat_post == Permission::Forbid {
            let post_of = |session: SessionIx| self.domain.session(session).post;
            let posts = visits.chunk_by(|one, other| post_of(one.1) == post_of(other.1)).count();
            self.size.add_rows(posts as u64, own);
            sets += posts as u64;
        }
        let sessions = visits.iter().map(|&(_, session)| *self.domain.session(session));
        let rules = &self.domain.rules;
        if rules.rest_days == 0 || rules.rest_hours > 0 {
            let sessions: Vec<Session> = sessions.clone().collect();
            self.overlapping(&sessions, 60 * i64::from(rules.rest_hours), |_| 1);
        }
        if rules.rest_days > 0 {
            let mut days: BTreeMap<NaiveDate, u64> = BTreeMap::new();
            for session in sessions {
                *days.entry(session.date).or_default() += 1;
            }
            let days: Vec<(NaiveDate, u64)> = days.into_iter().collect();
            self.windows(&days);
            self.cliques(&days, sets);
        }
    }

    /// `one-place-at-a-time`; `rest-hours` where each session lasts so many minutes longer; `mentor-limit` where each
    /// has visitors.
    ///
    /// How many sessions all sets have together.
    fn overlapping(&mut self, sessions: &[Session], longer: i64, visitors: impl Fn(usize) -> u64) -> u64 {
        let stretches: Vec<Stretch> = sessions.iter().map(|one| one.stretch().longer(longer)).collect();
        let sets = overlapping_sets(&stretches);
        for set in &sets {
            self.size.add_rows(1, set.iter().map(|&at| visitors(at)).sum());
        }
        sets.iter().map(|set| set.len() as u64).sum()
    }

    /// `rest-days`: a row for each window that holds what no other does; and its cuts.
    fn windows(&mut self, days: &[(NaiveDate, u64)]) {
        let rest = chrono::Days::new(self.domain.rules.rest_days.into());
        let (mut covered, mut terms) = (0, 0);
        for first in 0..days.len() {
            let last = days[first].0.checked_add_days(rest).unwrap_or(NaiveDate::MAX);
            let end = days.partition_point(|&(day, _)| day <= last);
            if end > covered {
                covered = end;
                terms += days[first..end].iter().map(|&(_, visits)| visits).sum::<u64>();
                self.size.rows += 1;
            }
        }
        self.size.terms += terms;
    }

    /// The cliques of `rest-days`: for days in a row each set of sessions of which one is possible, with those around them.
    fn cliques(&mut self, days: &[(NaiveDate, u64)], sets: u64) {
        let rest = chrono::Days::new(self.domain.rules.rest_days.into());
        let until = |date: NaiveDate| date.checked_add_days(rest).unwrap_or(NaiveDate::MAX);
        let mut before = vec![0];
        before.extend(days.iter().scan(0, |sum, (_, visits)| {
            *sum += visits;
            Some(*sum)
        }));
        let visits = |from: usize, to: usize| before[to].saturating_sub(before[from]);
        for first in 0..days.len() {
            let after = days.partition_point(|&(day, _)| day <= until(days[first].0));
            for end in first + 1..=days.partition_point(|&(day, _)| day < until(days[first].0)) {
                let from = days.partition_point(|&(day, _)| until(day) < days[end - 1].0);
                let around = visits(from, first) + visits(end, after.max(end));
                self.size.cut_terms += sets * visits(first, end) + 2 * around;
                if self.size.cut_terms > MOST_CLIQUE_TERMS as u64 {
                    return;
                }
            }
        }
    }

    /// What a session, its unit and its mentor take, and what its post needs.
    fn sessions(&mut self) {
        let domain = self.domain;
        let mut visitors = vec![0_u64; domain.sessions.len()];
        for &(_, session) in &self.eligible.pairs {
            visitors[session.0] += 1;
        }
        // A limit over several sessions has a cut for each least number of people that it does not divide by.
        let quorums = domain.posts.iter().map(|post| post.seats_min).collect::<BTreeSet<u32>>().len() as u64;
        let mut hosted: BTreeMap<UnitIx, (u64, u64)> = BTreeMap::new();
        let mut guided: BTreeMap<MentorIx, Vec<SessionIx>> = BTreeMap::new();
        for (index, session) in domain.sessions.iter().enumerate() {
            let (post, own) = (domain.post(session.post), visitors[index]);
            self.size.add_rows(1, own);
            if opens(post) {
                self.size.columns += 1;
                self.size.add_rows(1, own + 2);
                self.size.cut_terms += 2 * own;
            }
            let (sessions, hosts) = hosted.entry(post.unit).or_default();
            (*sessions, *hosts) = (*sessions + 1, *hosts + own);
            if post.leader_among_others().is_some() {
                self.size.add_rows(1, own + 1);
            }
            if domain.unit(post.unit).daily_limit.is_some() {
                self.size.add_rows(1, own);
                self.size.cut_terms += quorums;
            }
            if let Some(mentor) = post.mentor.filter(|_| domain.rules.mentor_limit.is_some()) {
                guided.entry(mentor).or_default().push(SessionIx(index));
            }
        }
        for (_, (sessions, own)) in hosted.into_iter().filter(|(unit, _)| domain.unit(*unit).limit.is_some())
        {
            self.size.add_rows(1, own);
            self.size.cut_terms += quorums * sessions;
        }
        for sessions in guided.into_values() {
            let known: Vec<Session> = sessions.iter().map(|&session| *domain.session(session)).collect();
            let guests = sessions.iter().map(|&session| visitors[session.0]).sum();
            self.size.add_rows(sessions.len() as u64, guests);
            let in_sets = self.overlapping(&known, 0, |at| visitors[sessions[at].0]);
            self.size.cut_terms += quorums * (sessions.len() as u64 + in_sets);
        }
        for (index, post) in domain.posts.iter().enumerate() {
            let own: u64 = domain.sessions_of(PostIx(index)).map(|session| visitors[session.0]).sum();
            let sessions = domain.sessions_of(PostIx(index)).count() as u64;
            let (short, rows) = match post.need {
                Need::InAll(need) => (u64::from(need.min(1)), u64::from(need.min(1))),
                Need::AtEach(need) => (sessions * u64::from(need), sessions),
            };
            self.size.columns += short;
            self.size.level_terms += own + short;
            self.size.add_rows(rows, own + short);
            if post.limit.is_some() {
                self.size.add_rows(1, own);
                self.size.cut_terms += sessions;
            }
        }
    }

    /// Those of each organization at a session, and at all.
    fn organizations(&mut self) {
        let organizations = Organizations::of(self.domain);
        let all = organizations.all().count() as u64;
        let pairs = self.eligible.pairs.len() as u64;
        self.size.columns += all;
        self.size.level_terms += all + pairs;
        self.size.add_rows(all, all + pairs);
        let OrganizationLimit { session: at_once, total } = self.domain.rules.organization_limit;
        if at_once.or(total).is_none() {
            return;
        }
        let mut sent: BTreeMap<(OrganizationIx, SessionIx), u64> = BTreeMap::new();
        let mut in_all: BTreeMap<OrganizationIx, u64> = BTreeMap::new();
        for &(ambassador, session) in &self.eligible.pairs {
            if let Some(organization) = organizations.of_ambassador(ambassador) {
                *sent.entry((organization, session)).or_default() += 1;
                *in_all.entry(organization).or_default() += 1;
            }
        }
        if let Some(limit) = at_once {
            for ((_, session), own) in sent.into_iter().filter(|(_, own)| *own > u64::from(limit)) {
                self.size.add_rows(1, own);
                if opens(self.domain.post(self.domain.session(session).post)) {
                    self.size.cut_terms += own + 1;
                }
            }
        }
        if total.is_some() {
            self.size.add_rows(in_all.len() as u64, in_all.into_values().sum());
        }
    }

    /// Pins, and for each pair of a group the sessions to which either may go.
    fn agreements(&mut self) {
        for pin in &self.domain.pins {
            self.size.add_rows(1, self.domain.sessions_of(pin.post).count() as u64);
        }
        for group in &self.domain.groups {
            let mut able: BTreeMap<SessionIx, u64> = BTreeMap::new();
            for session in group.members.iter().flat_map(|&member| self.eligible.sessions_of(member)) {
                *able.entry(session).or_default() += 1;
            }
            let members = group.members.len() as u64;
            // Pairs of whom one can come, and of whom both can to one session.
            let one = able.values().map(|&people| pairs(members) - pairs(members - people)).sum();
            let has_two_seats =
                |session: SessionIx| self.domain.post(self.domain.session(session).post).seats_max > 1;
            let both = able.iter().filter(|(session, _)| has_two_seats(**session));
            let both: u64 = both.map(|(_, &people)| pairs(people)).sum();
            match group.bond {
                Bond::TogetherMust => {
                    self.size.add_rows(one, 2 * one);
                    self.size.cut_terms += one;
                }
                Bond::Apart => {
                    self.size.add_rows(both, 2 * both);
                    self.size.cut_terms += 3 * both;
                }
                Bond::TogetherTry => {
                    self.size.columns += both;
                    self.size.add_rows(2 * both, 4 * both);
                    self.size.level_terms += 2 * one + both;
                }
            }
        }
    }
}

/// Whether it is decided of each session of a post that it runs.
fn opens(post: &Post) -> bool {
    post.seats_min > 1 || post.leader_among_others().is_some()
}

/// How many pairs so many people make.
fn pairs(people: u64) -> u64 {
    people * people.saturating_sub(1) / 2
}
