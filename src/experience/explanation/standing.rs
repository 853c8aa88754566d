//! What one more placement would mean for a roster that keeps the rules.
//!
//! In: `Domain`, the roster and the earlier plan, if it mends one. Out: for an eligible placement the first rule that
//! stands in its way as the roster is, or what the levels say of it.

use crate::{
    domain::{
        Domain,
        organizations::{OrganizationIx, Organizations},
        people::AmbassadorIx,
        places::{Need, PostIx, Session, UnitIx},
        requests::{Bond, Group},
        rules::{Permission, Priority},
        time::Stretch,
    },
    experience::{
        level::Level,
        roster::{Placement, Previous, Roster},
        rule::Rule,
    },
};
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// What the levels say of one more placement: the first whose value changes decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Effect {
    /// The plan would be better.
    Better,
    /// It would be worse in this level.
    Worse(Level),
}

/// A roster beside its campaign, ready to be asked.
pub(super) struct Standing<'a> {
    domain: &'a Domain,
    previous: Option<&'a Previous>,
    visits: Vec<Vec<Placement>>,
    /// Who is at which of a unit's posts on a day.
    visitors: BTreeMap<(UnitIx, NaiveDate), Vec<Placement>>,
    placed: Vec<u32>,
    /// How many visitors each unit has over the campaign.
    hosted: Vec<u32>,
    organizations: Organizations,
    /// How many sessions the people of each organization have over the campaign.
    sent: BTreeMap<OrganizationIx, u32>,
    /// With whom each person is in a group; each companion once for each bond.
    companions: BTreeMap<AmbassadorIx, Vec<(Bond, AmbassadorIx)>>,
}

impl<'a> Standing<'a> {
    pub(super) fn of(domain: &'a Domain, roster: &Roster, previous: Option<&'a Previous>) -> Self {
        let mut standing = Self {
            domain,
            previous,
            visits: vec![Vec::new(); domain.ambassadors.len()],
            visitors: BTreeMap::new(),
            placed: vec![0; domain.posts.len()],
            hosted: vec![0; domain.units.len()],
            organizations: Organizations::of(domain),
            sent: BTreeMap::new(),
            companions: companions(&domain.groups),
        };
        for placement in roster.placements.iter().copied().collect::<BTreeSet<Placement>>() {
            let unit = domain.post(placement.post).unit;
            standing.visits[placement.ambassador.0].push(placement);
            standing.visitors.entry((unit, placement.date)).or_default().push(placement);
            standing.placed[placement.post.0] += 1;
            standing.hosted[unit.0] += 1;
            if let Some(organization) = standing.organizations.of_ambassador(placement.ambassador) {
                *standing.sent.entry(organization).or_default() += 1;
            }
        }
        standing
    }

    /// How many people a post has over all its sessions.
    pub(super) fn placed(&self, post: PostIx) -> u32 {
        self.placed[post.0]
    }

    /// How many sessions somebody has.
    pub(super) fn visits(&self, ambassador: AmbassadorIx) -> usize {
        self.visits[ambassador.0].len()
    }

    /// Whether a placement is in the roster.
    pub(super) fn has(&self, placement: Placement) -> bool {
        self.visits[placement.ambassador.0].contains(&placement)
    }

    /// Whether pins give somebody as many sessions as he or she takes.
    pub(super) fn is_as_agreed(&self, ambassador: AmbassadorIx) -> bool {
        let visits = &self.visits[ambassador.0];
        let is_agreed = |visit: &&Placement| self.domain.is_agreed(ambassador, &visit.session());
        visits.iter().filter(is_agreed).count() >= self.domain.ambassador(ambassador).days_max as usize
    }

    /// Whether a repair could no longer change a session.
    pub(super) fn is_over(&self, session: &Session) -> bool {
        let terms = self.previous.map(|previous| previous.settled.terms);
        terms.is_some_and(|terms| terms.settle(session.date, session.hours))
    }

    /// Whether somebody may not come to a session because a repair moves nobody else.
    pub(super) fn is_kept_away(&self, one: &Placement) -> bool {
        self.previous.is_some_and(|previous| !previous.may_come(one) || self.has_all_back(previous, one))
    }

    /// Whether somebody who lost sessions by the change has as many others for them, and may have no more.
    fn has_all_back(&self, previous: &Previous, one: &Placement) -> bool {
        let lost = previous.settled.exchange.as_ref().and_then(|only| only.displaced.get(&one.ambassador));
        let visits = &self.visits[one.ambassador.0];
        lost.is_some_and(|&lost| visits.iter().filter(|visit| previous.restores(visit)).count() >= lost)
    }

    /// Whether all seats of a session are taken.
    pub(super) fn is_full(&self, session: Session) -> bool {
        self.present(session) >= self.domain.post(session.post).seats_max as usize
    }

    /// Whether somebody has as many sessions as he or she takes, be it at all or at this post.
    pub(super) fn is_spent(&self, ambassador: AmbassadorIx, post: PostIx) -> bool {
        let once = self.domain.rules.repeat_post == Permission::Forbid;
        self.visits(ambassador) >= self.domain.ambassador(ambassador).days_max as usize
            || once && self.visits[ambassador.0].iter().any(|visit| visit.post == post)
    }

    /// The first rule that one more placement would break, in the order of [`Rule::ALL`].
    pub(super) fn obstacle(&self, placement: Placement) -> Option<Rule> {
        Rule::ALL.into_iter().find(|&rule| self.stands_in_the_way(rule, placement))
    }

    fn stands_in_the_way(&self, rule: Rule, new: Placement) -> bool {
        let Placement { date, post: post_ix, ambassador, .. } = new;
        let (domain, post) = (self.domain, self.domain.post(post_ix));
        let person = domain.ambassador(ambassador);
        let mine = &self.visits[ambassador.0];
        match rule {
            Rule::Led => self.lacks_leader(new),
            Rule::Seats => self.is_full(new.session()),
            Rule::Quorum => self.present(new.session()) + 1 < post.seats_min as usize,
            Rule::OnePlaceAtATime => mine.iter().any(|visit| visit.stretch().overlaps(new.stretch())),
            Rule::DaysLimit => mine.len() >= person.days_max as usize,
            Rule::WeekLimit => {
                let week = |visit: &&Placement| visit.date.iso_week() == date.iso_week();
                person.week_limit.is_some_and(|limit| mine.iter().filter(week).count() >= limit as usize)
            }
            Rule::MonthLimit => {
                let month = |visit: &&Placement| {
                    (visit.date.year(), visit.date.month()) == (date.year(), date.month())
                };
                person.month_limit.is_some_and(|limit| mine.iter().filter(month).count() >= limit as usize)
            }
            Rule::RestDays => {
                let rest = i64::from(domain.rules.rest_days);
                rest > 0 && mine.iter().any(|visit| (visit.date - date).num_days().abs() <= rest)
            }
            Rule::RestHours => self.has_too_few_hours_of_rest(new),
            Rule::OncePerPost => {
                domain.rules.repeat_post == Permission::Forbid
                    && mine.iter().any(|visit| visit.post == post_ix)
            }
            Rule::PostLimit => post.limit.is_some_and(|limit| self.placed(post_ix) >= limit),
            Rule::UnitLimit => {
                domain.unit(post.unit).limit.is_some_and(|limit| self.hosted[post.unit.0] >= limit)
            }
            Rule::UnitDailyLimit => {
                let limit = domain.unit(post.unit).daily_limit;
                limit.is_some_and(|limit| self.visitors(post.unit, date).len() >= limit as usize)
            }
            Rule::MentorLimit => self.is_guiding_enough(new),
            Rule::OrganizationLimit => self.has_sent_enough(new),
            Rule::UnwishedLimit => {
                let counts = person.unwished == Permission::Allow && !person.wishes.is_empty();
                let is_unwished = |visit: &Placement| counts && person.wish_number(visit.session()).is_none();
                let unwished = mine.iter().filter(|visit| is_unwished(visit)).count();
                is_unwished(&new) && unwished >= person.days_min.max(1) as usize
            }
            Rule::Together => self.companions(Bond::TogetherMust, new).any(|comes| !comes),
            Rule::Apart => self.companions(Bond::Apart, new).any(|comes| comes),
            Rule::OwnUnit
            | Rule::NotAgain
            | Rule::Qualified
            | Rule::OfAge
            | Rule::Willing
            | Rule::WithinDistance
            | Rule::Banned
            | Rule::UnitOpen
            | Rule::Available
            | Rule::Pinned => false,
        }
    }

    /// Whether too few hours would lie between the session and one that somebody has.
    fn has_too_few_hours_of_rest(&self, new: Placement) -> bool {
        let rest = 60 * i64::from(self.domain.rules.rest_hours);
        let session = new.stretch().longer(rest);
        rest > 0
            && self.visits[new.ambassador.0]
                .iter()
                .any(|visit| visit.stretch().longer(rest).overlaps(session))
    }

    /// Whether the post's mentor guides as many as the limit at a moment of the session.
    fn is_guiding_enough(&self, new: Placement) -> bool {
        let post = self.domain.post(new.post);
        let (Some(limit), Some(mentor)) = (self.domain.rules.mentor_limit, post.mentor) else {
            return false;
        };
        // A shift that goes over midnight meets those of the day after.
        let days = [new.date.pred_opt(), Some(new.date), new.date.succ_opt()].into_iter().flatten();
        let guided: Vec<Stretch> = days
            .flat_map(|date| self.visitors(post.unit, date))
            .filter(|visit| self.domain.post(visit.post).mentor == Some(mentor))
            .map(Placement::stretch)
            .filter(|stretch| stretch.overlaps(new.stretch()))
            .collect();
        let moments = guided.iter().map(|stretch| stretch.start.max(new.stretch().start));
        let at =
            |moment| guided.iter().filter(|stretch| stretch.start <= moment && moment < stretch.end).count();
        moments.into_iter().any(|moment| at(moment) >= limit as usize)
    }

    /// Whether nobody could lead the session, not even whoever is new there.
    fn lacks_leader(&self, new: Placement) -> bool {
        let post = self.domain.post(new.post);
        let visitors = self.visitors(post.unit, new.date).iter();
        let visitors = visitors.filter(|visit| visit.session() == new.session());
        post.leader.as_ref().is_some_and(|leader| {
            let holds = |ambassador| self.domain.ambassador(ambassador).holds(leader, new.date);
            !holds(new.ambassador) && !visitors.into_iter().any(|visit| holds(visit.ambassador))
        })
    }

    /// Whether somebody's organization has as many people as it may send, at the session or in all.
    fn has_sent_enough(&self, new: Placement) -> bool {
        let Some(organization) = self.organizations.of_ambassador(new.ambassador) else { return false };
        let visitors = self.visitors(self.domain.post(new.post).unit, new.date).iter();
        let beside = visitors.filter(|visit| {
            visit.session() == new.session()
                && self.organizations.of_ambassador(visit.ambassador) == Some(organization)
        });
        let limits = self.domain.rules.organization_limit;
        limits.session.is_some_and(|limit| beside.count() >= limit as usize)
            || limits
                .total
                .is_some_and(|limit| self.sent.get(&organization).is_some_and(|sent| *sent >= limit))
    }

    /// What the levels say of one more placement that no rule forbids.
    pub(super) fn effect(&self, new: Placement) -> Effect {
        let priorities = &self.domain.rules.priorities;
        let first = |levels: &[Priority]| levels.iter().find_map(|&level| self.changed(level, new));
        let decisive = match self.previous {
            None => first(priorities),
            Some(previous) => {
                let (before, after) = previous.around_changes(priorities);
                let comes_back = || previous.has(&new).then_some(Effect::Better);
                let restores = previous.seeks_restored() && previous.restores(&new);
                restores
                    .then_some(Effect::Better)
                    .or_else(|| first(&before))
                    .or_else(comes_back)
                    .or_else(|| first(&after))
            }
        };
        decisive.unwrap_or(Effect::Worse(Level::Lot))
    }

    /// Whether a level becomes better or worse; `None` where its value stays the same.
    fn changed(&self, level: Priority, new: Placement) -> Option<Effect> {
        let (post, person) = (self.domain.post(new.post), self.domain.ambassador(new.ambassador));
        let visits = self.visits(new.ambassador);
        let better = match level {
            Priority::Coverage => post.priority > 0 && self.is_wanted(new.session()),
            Priority::Everyone => visits == 0,
            Priority::Enough => visits < person.days_min as usize,
            Priority::Days => true,
            Priority::Groups => {
                let (with, without): (Vec<bool>, Vec<bool>) =
                    self.companions(Bond::TogetherTry, new).partition(|comes| *comes);
                if without.len() > with.len() {
                    return Some(Effect::Worse(Level::Priority(level)));
                }
                with.len() > without.len()
            }
            Priority::Represented => {
                let organization = self.organizations.of_ambassador(new.ambassador);
                organization.is_some_and(|organization| !self.sent.contains_key(&organization))
            }
            // These stand behind `days`, which has decided by then.
            Priority::Even | Priority::Wishes | Priority::Travel | Priority::First => false,
        };
        better.then_some(Effect::Better)
    }

    /// Whether one more at a session, at which the unit is open, comes nearer to what the post wants.
    fn is_wanted(&self, session: Session) -> bool {
        match self.domain.post(session.post).need {
            Need::InAll(need) => self.placed(session.post) < need,
            Need::AtEach(need) => self.present(session) < need as usize,
        }
    }

    /// How many people a session has.
    pub(super) fn present(&self, session: Session) -> usize {
        let visitors = self.visitors(self.domain.post(session.post).unit, session.date);
        visitors.iter().filter(|visit| visit.session() == session).count()
    }

    fn visitors(&self, unit: UnitIx, date: NaiveDate) -> &[Placement] {
        self.visitors.get(&(unit, date)).map_or(&[], Vec::as_slice)
    }

    /// Of each companion of this bond whether he or she comes to the same session.
    fn companions(&self, bond: Bond, new: Placement) -> impl Iterator<Item = bool> + '_ {
        let all = self.companions.get(&new.ambassador).map_or(&[][..], Vec::as_slice);
        let bound = all.iter().filter(move |(of, _)| *of == bond);
        bound.map(move |&(_, ambassador)| self.has(Placement { ambassador, ..new }))
    }
}

fn companions(groups: &[Group]) -> BTreeMap<AmbassadorIx, Vec<(Bond, AmbassadorIx)>> {
    let mut companions: BTreeMap<AmbassadorIx, Vec<(Bond, AmbassadorIx)>> = BTreeMap::new();
    for group in groups {
        for (one, other) in group.pairs() {
            companions.entry(one).or_default().push((group.bond, other));
            companions.entry(other).or_default().push((group.bond, one));
        }
    }
    for bound in companions.values_mut() {
        bound.sort_unstable();
        bound.dedup();
    }
    companions
}
