//! Why a post or a session has those whom it has: who wished for it, and what one more person would cost.
//!
//! In: a [`Trial`], and a post, a session or a day. Out: [`PlaceExplanation`]s.

use crate::{
    domain::{
        people::AmbassadorIx,
        places::{PostIx, Session, SessionIx},
    },
    experience::{
        explanation::{
            consequence::{Consequence, Trial},
            person::{Question, Why},
        },
        formulation::subject::About,
        roster::Placement,
        rule::Rule,
    },
    lp::ColumnIx,
    planning::{
        model::count,
        outcome::Defect,
        reason::{tally, tally_on},
    },
    solver::Watch,
};
use chrono::NaiveDate;

/// What can be said of a post or of one of its sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceExplanation {
    /// The post.
    pub post: PostIx,
    /// The session; `None` for all sessions of the post.
    pub session: Option<Session>,
    /// How many seats there are, when the unit is open.
    pub seats: usize,
    /// Who is there, in order.
    pub given: Vec<Placement>,
    /// Who wished for it, by id and wish, where that was asked for.
    pub wanted: Vec<Wanted>,
    /// Where a seat is free, why nobody has it.
    pub one_more: Option<Why>,
}

/// Somebody who wished for a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Who.
    pub ambassador: AmbassadorIx,
    /// The number of the wish.
    pub number: u32,
    /// Why it did not come true; `None` where it did, or where something came true that was wished for more.
    pub why: Option<Why>,
    /// Whether it came true.
    pub is_given: bool,
}

impl Trial<'_> {
    /// What can be said of a post; of those who wished for it only where that is asked for.
    ///
    /// # Errors
    /// A [`Defect`] of the solver.
    pub fn post(
        &self,
        post: PostIx,
        with_wishes: bool,
        watch: &dyn Watch,
    ) -> Result<PlaceExplanation, Defect> {
        let sessions: Vec<SessionIx> = self.domain.sessions_of(post).collect();
        let wanted = if with_wishes { self.wanted(post, watch)? } else { Vec::new() };
        Ok(PlaceExplanation { wanted, ..self.place(post, None, &sessions, watch)? })
    }

    /// What can be said of each session of a day, in the order of posts and hours.
    ///
    /// # Errors
    /// A [`Defect`] of the solver.
    pub fn day(&self, date: NaiveDate, watch: &dyn Watch) -> Result<Vec<PlaceExplanation>, Defect> {
        let sessions = self.domain.sessions.iter().enumerate().filter(|(_, session)| session.date == date);
        let told = sessions.map(|(position, session)| {
            self.place(session.post, Some(*session), &[SessionIx(position)], watch)
        });
        told.collect()
    }

    fn place(
        &self,
        post: PostIx,
        session: Option<Session>,
        sessions: &[SessionIx],
        watch: &dyn Watch,
    ) -> Result<PlaceExplanation, Defect> {
        let is_here =
            |one: &&Placement| one.post == post && session.is_none_or(|session| session == one.session());
        let given: Vec<Placement> = self.roster.placements.iter().filter(is_here).copied().collect();
        let open = sessions.iter().filter(|&&session| self.domain.is_open(session)).count();
        let seats = open * self.domain.post(post).seats_max as usize;
        let one_more = if given.len() < seats || open == 0 {
            Some(self.why_not_one_more(post, sessions, given.len(), watch)?)
        } else {
            None
        };
        Ok(PlaceExplanation { post, session, seats, given, wanted: Vec::new(), one_more })
    }

    /// Why there is nobody more at some sessions of a post, where so many are.
    pub(super) fn why_not_one_more(
        &self,
        post: PostIx,
        sessions: &[SessionIx],
        present: usize,
        watch: &dyn Watch,
    ) -> Result<Why, Defect> {
        let closed = sessions.iter().filter(|&&session| !self.domain.is_open(session)).count();
        if closed == sessions.len() {
            return Ok(Why::Barred(tally(sessions.iter().map(|_| Rule::UnitOpen))));
        }
        let pairs = self.eligible.pairs.iter().filter(|(_, session)| sessions.contains(session));
        let (running, idle): (Vec<_>, Vec<_>) = pairs.partition(|(_, at)| self.idle[at.0].is_none());
        let columns = running.iter().filter_map(|&&(person, session)| self.open_column(person, session));
        let columns: Vec<ColumnIx> = columns.collect();
        if columns.len() <= present {
            if !running.is_empty() && running.len() > columns.len() {
                return Ok(self.nobody_as_far_as_open(sessions));
            }
            let refused = match sessions {
                [one] => self.refusals.at_session(*one),
                _ => self.refusals.at_post(post),
            };
            let barred = tally_on(refused, idle.iter().filter_map(|(_, at)| self.idle[at.0]));
            return Ok(if barred.is_empty() && present > 0 { Why::NobodyLeft } else { Why::Barred(barred) });
        }
        let about = match sessions {
            [one] => About::Session(*one),
            _ => About::Post(post),
        };
        let consequence = self.if_at_least(&columns, count(present) + 1, about, watch)?;
        Ok(match consequence {
            Consequence::Impossible => Why::Impossible(Vec::new()),
            Consequence::Differs(change, moves) if change.is_loss() => Why::Outweighed(change, moves),
            Consequence::Differs(change, moves) => Why::Overlooked(change, moves),
            Consequence::Tie(moves) => Why::Tie(moves),
            Consequence::Unknown => Why::Unknown,
        })
    }

    /// Of sessions of which a repair keeps all to which anybody may come: what bars everybody from the others.
    fn nobody_as_far_as_open(&self, sessions: &[SessionIx]) -> Why {
        let open: Vec<SessionIx> = sessions.iter().copied().filter(|&one| self.is_open(one)).collect();
        if !open.is_empty() && open.iter().all(|&session| !self.domain.is_open(session)) {
            return Why::Barred(tally(open.iter().map(|_| Rule::UnitOpen)));
        }
        let mut pairs = self.eligible.pairs.iter().filter(|(_, session)| open.contains(session));
        if open.is_empty() || pairs.any(|(_, at)| self.idle[at.0].is_none()) {
            return Why::Settled;
        }
        let people = (0..self.domain.ambassadors.len()).map(AmbassadorIx);
        let bars = people.flat_map(|person| open.iter().map(move |&session| (person, session)));
        Why::Barred(tally(
            bars.filter_map(|(person, at)| self.refusals.first(person, at).or(self.idle[at.0])),
        ))
    }

    fn wanted(&self, post: PostIx, watch: &dyn Watch) -> Result<Vec<Wanted>, Defect> {
        let mut wanted = Vec::new();
        for (position, person) in self.domain.ambassadors.iter().enumerate() {
            let ambassador = AmbassadorIx(position);
            let theirs = self.roster.placements.iter().filter(|one| one.ambassador == ambassador);
            let given: Vec<Placement> = theirs.copied().collect();
            let open = self.open_wishes(ambassador, &given);
            for (at, wish) in person.wishes.iter().enumerate().filter(|(_, wish)| wish.post == post) {
                let is_open = open.contains(&at);
                let question = Question::Wish(at);
                let why = if is_open { Some(self.why_not(ambassador, question, watch)?) } else { None };
                let is_given = given.iter().any(|one| wish.is_for(one.session()));
                wanted.push(Wanted { ambassador, number: wish.number, why, is_given });
            }
        }
        Ok(wanted)
    }
}
