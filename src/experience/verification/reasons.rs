//! Why somebody is not placed, why a need is not met and why no wish of somebody came true, found a second time.
//!
//! In: the campaign, a roster and the earlier plan, if it mends one. Out: who has no session and which posts lack
//! somebody, with the reasons. What one more placement would break is read by the rules themselves, from the roster with
//! that placement in it.

use super::{
    Reading, admission::refusal, agreements::is_wish, count, is_over, levels::first_difference, violations_of,
};
use crate::{
    domain::{
        Domain,
        minutes::is_barred,
        organizations::{OrganizationIx, Organizations},
        people::AmbassadorIx,
        places::{Need, PostIx, Session, UnitIx},
        rules::Permission,
    },
    experience::{
        level::Level,
        reason::{Reason, Shortage, Unfulfilled, Unplaced},
        roster::{Kept, Placement, Previous, Roster},
        rule::Rule,
    },
    planning::reason::Tally,
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Who is not placed, which needs are not met and which wishes of those without any of theirs, by id, and why.
pub(super) fn found(
    reading: &Reading<'_>,
    previous: Option<&Previous>,
) -> (Vec<Unplaced>, Vec<Shortage>, Vec<Unfulfilled>) {
    let domain = reading.domain;
    let ledger = Ledger::of(reading, previous);
    let people = (0..domain.ambassadors.len()).map(AmbassadorIx);
    let unplaced = people.filter(|ambassador| !ledger.of_person.contains_key(ambassador));
    let unplaced =
        unplaced.map(|ambassador| Unplaced { ambassador, reason: ledger.why_unplaced(ambassador) }).collect();
    let shortages = (0..domain.posts.len()).flat_map(|post| ledger.shortages(PostIx(post))).collect();
    let disappointed = ledger.of_person.keys().filter(|&&ambassador| ledger.has_no_wish(ambassador));
    let unfulfilled = disappointed.flat_map(|&ambassador| {
        let mut posts: Vec<PostIx> =
            domain.ambassador(ambassador).wishes.iter().map(|wish| wish.post).collect();
        let mut seen = BTreeSet::new();
        posts.retain(|post| seen.insert(*post));
        posts.into_iter().map(move |post| (ambassador, post))
    });
    let unfulfilled = unfulfilled
        .map(|(ambassador, post)| Unfulfilled {
            ambassador,
            post,
            reason: ledger.why_not_there(ambassador, post),
        })
        .collect();
    (unplaced, shortages, unfulfilled)
}

/// A roster, opened at its people, posts and days.
struct Ledger<'a> {
    reading: &'a Reading<'a>,
    domain: &'a Domain,
    previous: Option<&'a Previous>,
    of_person: BTreeMap<AmbassadorIx, Vec<usize>>,
    of_post: BTreeMap<PostIx, Vec<usize>>,
    organizations: Organizations,
    of_organization: BTreeMap<OrganizationIx, Vec<usize>>,
    of_unit: BTreeMap<UnitIx, Vec<usize>>,
    of_unit_day: BTreeMap<(UnitIx, NaiveDate), Vec<usize>>,
    /// Sessions that can never run, and the rule for which they cannot.
    idle: BTreeMap<Session, Rule>,
}

impl<'a> Ledger<'a> {
    fn of(reading: &'a Reading<'a>, previous: Option<&'a Previous>) -> Self {
        let domain = reading.domain;
        let unit = |placement: Placement| domain.post(placement.post).unit;
        let organizations = Organizations::of(domain);
        let sender = |placement: Placement| organizations.of_ambassador(placement.ambassador);
        Self {
            reading,
            domain,
            previous,
            of_person: reading.grouped(|placement| Some(placement.ambassador)),
            of_post: reading.grouped(|placement| Some(placement.post)),
            of_organization: reading.grouped(sender),
            organizations,
            of_unit: reading.grouped(|placement| Some(unit(placement))),
            of_unit_day: reading.grouped(|placement| Some((unit(placement), placement.date))),
            idle: domain.sessions.iter().filter_map(|one| Some((*one, keeps(domain, *one)?))).collect(),
        }
    }

    fn why_unplaced(&self, ambassador: AmbassadorIx) -> Reason {
        let sessions = &self.domain.sessions;
        let left: Vec<Session> = sessions.iter().copied().filter(|session| self.is_left(*session)).collect();
        if left.len() < sessions.len() && left.is_empty() {
            return Reason::Settled;
        }
        let (allowed, mut barred) =
            self.sifted(left.into_iter().map(|session| Placement::at(session, ambassador)));
        let most = self.domain.ambassador(ambassador).days_max;
        if allowed.is_empty() || most == 0 {
            if !allowed.is_empty() {
                barred.push((Rule::DaysLimit, allowed.len()));
            }
            return Reason::Barred(barred);
        }
        self.as_it_stands(allowed)
    }

    fn has_no_wish(&self, ambassador: AmbassadorIx) -> bool {
        let wishes = &self.domain.ambassador(ambassador).wishes;
        !self.visits(ambassador).any(|visit| wishes.iter().any(|wish| is_wish(wish, visit)))
    }

    fn why_not_there(&self, ambassador: AmbassadorIx, post: PostIx) -> Reason {
        let wishes = &self.domain.ambassador(ambassador).wishes;
        let there = self.sessions(post).map(|session| Placement::at(session, ambassador));
        let wished: Vec<Placement> =
            there.filter(|one| wishes.iter().any(|wish| is_wish(wish, *one))).collect();
        let had_nothing = self
            .previous
            .is_some_and(|earlier| earlier.stands.iter().all(|one| one.ambassador != ambassador));
        if had_nothing && !wished.is_empty() && !wished.iter().any(|one| self.is_left(one.session())) {
            return Reason::Settled;
        }
        let (allowed, barred) = self.sifted(wished.into_iter());
        if allowed.is_empty() {
            Reason::Barred(barred)
        } else if self.is_as_agreed(ambassador) {
            Reason::Settled
        } else {
            self.as_it_stands(allowed)
        }
    }

    /// Whether pins give somebody as many sessions as he or she takes.
    fn is_as_agreed(&self, ambassador: AmbassadorIx) -> bool {
        let agreed = self.visits(ambassador).filter(|visit| {
            let pins = &self.domain.pins;
            pins.iter().any(|pin| pin.ambassador == ambassador && pin.allows(&visit.session()))
        });
        agreed.count() >= count(self.domain.ambassador(ambassador).days_max)
    }

    /// The sessions of a post, in order.
    fn sessions(&self, post: PostIx) -> impl Iterator<Item = Session> {
        self.domain.sessions_of(post).map(|session| *self.domain.session(session))
    }

    /// What the post lacks, or each of its sessions on a day on which the unit is not closed.
    fn shortages(&self, post: PostIx) -> Vec<Shortage> {
        let offer = self.domain.post(post);
        let short = |session, need, placed: usize, sessions: &[Session]| {
            (placed < count(need)).then(|| {
                let placed = u32::try_from(placed).unwrap_or(u32::MAX);
                Shortage { post, session, need, placed, reason: self.why_short(sessions) }
            })
        };
        match offer.need {
            Need::InAll(need) => {
                let placed = self.of_post.get(&post).map_or(0, Vec::len);
                short(None, need, placed, &self.sessions(post).collect::<Vec<_>>()).into_iter().collect()
            }
            Need::AtEach(need) => {
                let closed = &self.domain.unit(offer.unit).closed;
                let open =
                    self.sessions(post).filter(|&session| !is_barred(closed, session.date, session.hours));
                open.filter_map(|session| short(Some(session), need, self.present(session), &[session]))
                    .collect()
            }
        }
    }

    fn why_short(&self, all: &[Session]) -> Reason {
        let sessions: Vec<Session> = all.iter().copied().filter(|session| self.is_left(*session)).collect();
        if sessions.is_empty() && !all.is_empty() {
            return Reason::Settled;
        }
        let people = (0..self.domain.ambassadors.len()).map(AmbassadorIx);
        let pairs = people
            .flat_map(|ambassador| sessions.iter().map(move |&session| Placement::at(session, ambassador)));
        let (allowed, barred) = self.sifted(pairs);
        if self.domain.ambassadors.is_empty() && !sessions.is_empty() {
            return Reason::NobodyLeft { people: 0, barred };
        }
        if allowed.is_empty() {
            return Reason::Barred(barred);
        }
        let with_room: Vec<&Placement> = allowed.iter().filter(|one| !self.is_full(one)).collect();
        if with_room.is_empty() {
            return Reason::Full;
        }
        if with_room.iter().all(|one| self.gives_no_more(one)) {
            let people: BTreeSet<AmbassadorIx> = with_room.iter().map(|one| one.ambassador).collect();
            return Reason::NobodyLeft { people: people.len(), barred };
        }
        self.as_it_stands(allowed)
    }

    /// What the rules allow in themselves, and how much each rule bars of the rest.
    fn sifted(&self, pairs: impl Iterator<Item = Placement>) -> (Vec<Placement>, Tally<Rule>) {
        let (mut allowed, mut barred) = (Vec::new(), BTreeMap::new());
        for pair in pairs {
            let idle = || self.idle.get(&pair.session()).copied();
            match refusal(self.domain, pair).or_else(idle) {
                Some(rule) => *barred.entry(rule).or_default() += 1,
                None => allowed.push(pair),
            }
        }
        (allowed, barred.into_iter().collect())
    }

    fn as_it_stands(&self, allowed: Vec<Placement>) -> Reason {
        let mut tally: BTreeMap<Rule, usize> = BTreeMap::new();
        let mut free = Vec::new();
        for pair in allowed.into_iter().filter(|one| !self.is_placed(one)) {
            match self.broken_by(pair) {
                Some(rule) => *tally.entry(rule).or_default() += 1,
                None => free.push(pair),
            }
        }
        free.sort_unstable();
        let mut is_held_back = false;
        let mut best: Option<(Option<Level>, Placement)> = None;
        for pair in free {
            let against = self.level_against(pair);
            // What would be no better anyway is not held back.
            if against.is_none() && self.is_nobody_to_move(&pair) {
                is_held_back = true;
                continue;
            }
            let is_better = against.is_none();
            let found = (against, pair);
            best = Some(best.map_or(found, |best| best.min(found)));
            if is_better {
                break;
            }
        }
        match best {
            Some((against, placement)) => Reason::FreeSeat { placement, against },
            None if is_held_back || tally.is_empty() => Reason::Settled,
            None => Reason::Outweighed(Some(tally.into_iter().collect())),
        }
    }

    /// The first rule that the roster would break with one placement more, because of it.
    fn broken_by(&self, pair: Placement) -> Option<Rule> {
        let unit = self.domain.post(pair.post).unit;
        let limited = self.domain.unit(unit).limit.is_some();
        let is_counted = self.domain.rules.organization_limit.total.is_some();
        let sender = self.organizations.of_ambassador(pair.ambassador).filter(|_| is_counted);
        let people = [
            self.of_person.get(&pair.ambassador),
            self.of_post.get(&pair.post),
            self.of_unit.get(&unit).filter(|_| limited),
            sender.and_then(|sender| self.of_organization.get(&sender)),
        ];
        // A shift that goes over midnight meets those of the day after.
        let days = [pair.date.pred_opt(), Some(pair.date), pair.date.succ_opt()];
        let at_unit = days.map(|day| day.and_then(|date| self.of_unit_day.get(&(unit, date))));
        let roster = self.with(pair, &[&people[..], &at_unit].concat());
        let reading = Reading::of(self.domain, &roster);
        let last = roster.placements.len() - 1;
        let is_broken = |rule: &Rule| {
            // What is pinned asks for placements, and none is one too many for it.
            !rule.is_eligibility()
                && *rule != Rule::Pinned
                && violations_of(*rule, &reading).iter().any(|found| found.entries.contains(&last))
        };
        Rule::ALL.into_iter().find(is_broken)
    }

    /// The first level that would be worse with one placement more; `None` where a better one comes first.
    ///
    /// Only the values of the person, of the person's organization and of the post change.
    fn level_against(&self, pair: Placement) -> Option<Level> {
        let sender = self.organizations.of_ambassador(pair.ambassador);
        let concerned = [
            self.of_person.get(&pair.ambassador),
            self.of_post.get(&pair.post),
            sender.and_then(|sender| self.of_organization.get(&sender)),
        ];
        let with = self.with(pair, &concerned);
        let mut without = with.clone();
        without.placements.pop();
        let (one, other) = (Reading::of(self.domain, &without), Reading::of(self.domain, &with));
        match first_difference(&one, &other, self.previous) {
            Some((_, true)) => None,
            Some((level, false)) => Some(level),
            None => Some(Level::Lot),
        }
    }

    /// Some placements of the roster, each once, and a new one behind them.
    fn with(&self, pair: Placement, some: &[Option<&Vec<usize>>]) -> Roster {
        let positions: BTreeSet<usize> = some.iter().copied().flatten().flatten().copied().collect();
        let kept = positions.into_iter().map(|position| self.reading.placement(position));
        Roster { placements: kept.chain([pair]).collect() }
    }

    /// Whether a session can still change.
    fn is_left(&self, session: Session) -> bool {
        // Whoever it is: when it begins decides.
        let one = Placement::at(session, AmbassadorIx(0));
        !self.previous.is_some_and(|previous| is_over(previous.settled.terms, &one))
    }

    /// Whether an exchange leaves everybody else, and this person too, where they are.
    fn is_nobody_to_move(&self, one: &Placement) -> bool {
        self.previous.is_some_and(
            |Previous { settled: Kept { terms, exchange, waiting }, stands, .. }| {
                let is_named =
                    exchange.as_ref().is_none_or(|only| match only.displaced.get(&one.ambassador) {
                        Some(&most) => self.new_visits(one.ambassador, stands) < most,
                        None => only.late.contains(&one.ambassador) || only.coming.contains(one),
                    });
                let waits = waiting.get(&one.ambassador);
                is_over(*terms, one) || !is_named || waits.is_some_and(|free| !free.contains(&one.session()))
            },
        )
    }

    /// How many sessions somebody has that the earlier plan did not give.
    fn new_visits(&self, person: AmbassadorIx, had: &[Placement]) -> usize {
        self.visits(person).filter(|visit| !had.contains(visit)).count()
    }

    fn is_placed(&self, one: &Placement) -> bool {
        self.visits(one.ambassador).any(|visit| visit == *one)
    }

    fn visits(&self, ambassador: AmbassadorIx) -> impl Iterator<Item = Placement> + '_ {
        let positions = self.of_person.get(&ambassador).into_iter().flatten();
        positions.map(|&position| self.reading.placement(position))
    }

    fn present(&self, session: Session) -> usize {
        let there = self.of_post.get(&session.post).into_iter().flatten();
        there.filter(|&&position| self.reading.placement(position).session() == session).count()
    }

    fn is_full(&self, one: &Placement) -> bool {
        self.present(one.session()) >= count(self.domain.post(one.post).seats_max)
    }

    /// Whether somebody is at the session, or has as many sessions as he or she takes, at all or at this post.
    fn gives_no_more(&self, one: &Placement) -> bool {
        let most = count(self.domain.ambassador(one.ambassador).days_max);
        let once = self.domain.rules.repeat_post == Permission::Forbid;
        self.visits(one.ambassador).count() >= most
            || self.visits(one.ambassador).any(|visit| visit == *one || once && visit.post == one.post)
    }
}

/// The rule that keeps a session from ever running: nobody who may come can lead it, or too few can come.
fn keeps(domain: &Domain, session: Session) -> Option<Rule> {
    let offer = domain.post(session.post);
    let leader = offer.leader.as_ref().filter(|_| offer.seats_max > 1);
    let may_lead = |leader: &String| {
        let people = domain.ambassadors.iter().zip(0..);
        let mut leaders = people.filter(|(person, _)| person.holds(leader, session.date));
        leaders.any(|(_, index)| refusal(domain, Placement::at(session, AmbassadorIx(index))).is_none())
    };
    if leader.is_some_and(|leader| !may_lead(leader)) {
        return Some(Rule::Led);
    }
    (!can_run(domain, session)).then_some(Rule::Quorum)
}

/// Whether enough people for the quorum can come, be received and be guided.
fn can_run(domain: &Domain, session: Session) -> bool {
    let offer = domain.post(session.post);
    let least = offer.seats_min;
    if least <= 1 {
        return true;
    }
    let guided = domain.rules.mentor_limit.filter(|_| offer.mentor.is_some());
    let unit = domain.unit(offer.unit);
    let limits = [Some(offer.seats_max), unit.limit, unit.daily_limit, guided];
    let people = (0..domain.ambassadors.len()).map(AmbassadorIx);
    let may_come = people.filter(|&ambassador| refusal(domain, Placement::at(session, ambassador)).is_none());
    limits.into_iter().flatten().all(|limit| limit >= least)
        && may_come.take(count(least)).count() == count(least)
}
