//! The program while it is being written: columns by session and by ambassador, seats that can be taken.

use crate::{
    domain::{
        Domain,
        people::AmbassadorIx,
        places::{Post, SessionIx},
        requests::{Bond, Group},
    },
    experience::{
        eligibility::Eligible,
        formulation::{
            capacity::capacities,
            subject::{About, ColumnSubject, Family, RowSubject},
        },
        level::Level,
        roster::Previous,
        rule::Rule,
    },
    lp::{ColumnIx, Tier},
    planning::{
        model::{Model, count},
        rules::Rulebook,
    },
};

/// A formulation being written.
pub(super) struct Draft<'a, 'e> {
    pub(super) domain: &'a Domain,
    pub(super) eligible: &'e Eligible,
    pub(super) rulebook: Rulebook<Rule>,
    /// What an earlier plan had, where one is mended.
    pub(super) previous: Option<&'e Previous>,
    /// The columns of each session, by ambassador.
    pub(super) visitors: Vec<Vec<ColumnIx>>,
    /// The column that opens each session with a quorum or a leader.
    pub(super) open: Vec<Option<ColumnIx>>,
    /// How many can come to each session at most, as far as the rules about that session alone say.
    pub(super) capacity: Vec<i64>,
    pub(super) model: Model<ColumnSubject, RowSubject, Level>,
}

impl<'a, 'e> Draft<'a, 'e> {
    /// The columns, without a row.
    pub(super) fn new(
        domain: &'a Domain,
        eligible: &'e Eligible,
        rulebook: Rulebook<Rule>,
        previous: Option<&'e Previous>,
    ) -> Self {
        let mut draft = Self {
            domain,
            eligible,
            rulebook,
            previous,
            visitors: vec![Vec::new(); domain.sessions.len()],
            open: vec![None; domain.sessions.len()],
            capacity: capacities(domain, eligible, rulebook),
            model: Model::default(),
        };
        draft.add_placements();
        draft.add_openings();
        draft
    }

    fn add_placements(&mut self) {
        let mut tied = vec![false; self.domain.ambassadors.len()];
        for member in self.domain.groups.iter().flat_map(|group| &group.members) {
            tied[member.0] = true;
        }
        for &(ambassador, session) in &self.eligible.pairs {
            let tier = if tied[ambassador.0] { Tier::Member } else { Tier::Ordinary };
            let column = self.model.add_column(ColumnSubject::Placement(ambassador, session), 1, tier);
            self.visitors[session.0].push(column);
        }
    }

    /// What cannot reach its quorum, and what nobody can lead, never opens: nobody can go there.
    fn add_openings(&mut self) {
        for session in self.sessions() {
            let opens = self.needs_quorum(session) || self.needs_leader(session);
            if !opens || self.visitors[session.0].is_empty() {
                continue;
            }
            if self.capacity[session.0] > 0 {
                self.open[session.0] =
                    Some(self.model.add_column(ColumnSubject::Open(session), 1, Tier::Open));
                continue;
            }
            for &column in &self.visitors[session.0] {
                self.model.close(column);
            }
        }
    }

    /// Whether a session asks for several people or none.
    pub(super) fn needs_quorum(&self, session: SessionIx) -> bool {
        self.rulebook.has(Rule::Quorum) && self.post_of(session).seats_min > 1
    }

    /// Whether a session asks for somebody among others who can lead it.
    pub(super) fn needs_leader(&self, session: SessionIx) -> bool {
        self.rulebook.has(Rule::Led) && self.post_of(session).leader_among_others().is_some()
    }

    /// Adds a row of a rule that allows `limit` of some columns, unless there are no more than that.
    pub(super) fn add_limit(&mut self, rule: Rule, about: About, columns: &[ColumnIx], limit: i64) {
        self.model.add_limit(Family::Rule(rule).about(about), columns, limit);
    }

    /// Every ambassador.
    pub(super) fn everybody(&self) -> impl Iterator<Item = AmbassadorIx> + use<> {
        (0..self.domain.ambassadors.len()).map(AmbassadorIx)
    }

    /// Every session.
    pub(super) fn sessions(&self) -> impl Iterator<Item = SessionIx> + use<> {
        (0..self.domain.sessions.len()).map(SessionIx)
    }

    /// The post of a session.
    pub(super) fn post_of(&self, session: SessionIx) -> &'a Post {
        self.domain.post(self.domain.session(session).post)
    }

    /// The sessions for which an ambassador is eligible, ascending, with the columns.
    pub(super) fn visits(
        &self,
        ambassador: AmbassadorIx,
    ) -> impl Iterator<Item = (SessionIx, ColumnIx)> + use<'e> {
        let eligible = self.eligible;
        eligible.range_of(ambassador).map(|position| (eligible.pairs[position].1, ColumnIx(position)))
    }

    /// The column of a pair; `None` where it is not eligible.
    pub(super) fn placement(&self, ambassador: AmbassadorIx, session: SessionIx) -> Option<ColumnIx> {
        self.eligible.position(ambassador, session).map(ColumnIx)
    }

    /// How many sessions an ambassador can have at most, as far as the rules about that person alone say.
    pub(super) fn most_visits(&self, ambassador: AmbassadorIx) -> i64 {
        let possible = count(self.eligible.range_of(ambassador).len());
        let wanted = i64::from(self.domain.ambassador(ambassador).days_max);
        if self.rulebook.has(Rule::DaysLimit) { possible.min(wanted) } else { possible }
    }

    /// Every pair of people in a group of one bond, the lower index first, once however often named.
    pub(super) fn pairs(&self, bond: Bond) -> Vec<(AmbassadorIx, AmbassadorIx)> {
        let groups = self.domain.groups.iter().filter(|group| group.bond == bond);
        let mut pairs: Vec<_> = groups.flat_map(Group::pairs).collect();
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    /// The sessions for which at least one of two is eligible, with the columns of both.
    pub(super) fn shared(&self, one: AmbassadorIx, other: AmbassadorIx) -> Vec<Shared> {
        let mut sessions: Vec<SessionIx> =
            self.eligible.sessions_of(one).chain(self.eligible.sessions_of(other)).collect();
        sessions.sort_unstable();
        sessions.dedup();
        sessions
            .into_iter()
            .map(|session| Shared {
                session,
                first: self.placement(one, session),
                second: self.placement(other, session),
            })
            .collect()
    }
}

/// A session and two people's columns there, of which at least one exists.
pub(super) struct Shared {
    pub(super) session: SessionIx,
    pub(super) first: Option<ColumnIx>,
    pub(super) second: Option<ColumnIx>,
}
