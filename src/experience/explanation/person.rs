//! Why somebody has what he or she has, and not what was wished for.
//!
//! In: a [`Trial`] and a person. Out: a [`PersonExplanation`]: to which posts the person may go at all, what was given, and of
//! each wish that is open why it did not come true: the rules that bar it, or what it would cost.

use crate::{
    domain::{
        people::{AmbassadorIx, Wish},
        places::{PostIx, SessionIx},
    },
    experience::{
        explanation::{
            against::Against,
            consequence::{Change, Consequence, Moves, Trial},
        },
        formulation::subject::About,
        roster::Placement,
        rule::Rule,
    },
    lp::ColumnIx,
    planning::{
        outcome::Defect,
        reason::{Tally, tally, tally_on},
    },
    solver::Watch,
};
use std::collections::{BTreeMap, BTreeSet};

/// What can be said to somebody about a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonExplanation {
    /// Who.
    pub ambassador: AmbassadorIx,
    /// What was asked.
    pub asked: Asked,
    /// What the person has, in order.
    pub given: Vec<Placement>,
    /// To which posts the person may go.
    pub funnel: Funnel,
    /// Why what was asked about is not, one after the other.
    pub answers: Vec<Answer>,
}

/// To which posts somebody may go whatever the roster, and what bars the others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Funnel {
    /// The posts all the sessions of which are barred by exactly these rules, by rules; no rule where a post has no session.
    pub barred: BTreeMap<BTreeSet<Rule>, Vec<PostIx>>,
    /// The posts of which all the sessions that the rules allow lie where a repair keeps everything.
    pub settled: Vec<PostIx>,
    /// The posts that remain, by id.
    pub remaining: Vec<PostIx>,
}

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Why there is no place at all.
    Place,
    /// Why the n-th entry of the list of wishes, from 0, did not come true.
    Wish(usize),
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// To which question.
    pub question: Question,
    /// Why it is not so.
    pub why: Why,
}

/// Why something is not, proved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Whatever the roster, rules bar every session, each so many; none where there is no session at all. Where the rules allow
    /// some that a repair keeps, only the others are told.
    Barred(Tally<Rule>),
    /// A repair keeps as they are all the sessions that the rules allow, and rules bar no other.
    Settled,
    /// Of a place: everybody whom the rules allow is there already.
    NobodyLeft,
    /// No plan that keeps all that was agreed and every rule has it; with what stands against it, as far as that was found.
    Impossible(Vec<Against>),
    /// The plan would be worse on this level, and the same on all above it.
    Outweighed(Change, Option<Moves>),
    /// The plan would be better on this level, and the same on all above it: it is not the best that there is.
    Overlooked(Change, Option<Moves>),
    /// Nothing above the lot would be worse.
    Tie(Option<Moves>),
    /// The time was up.
    Unknown,
}

impl Why {
    /// Whether it is seen without solving.
    pub fn is_seen(&self) -> bool {
        matches!(self, Self::Barred(_) | Self::Settled | Self::NobodyLeft)
    }

    /// Who would move, as far as that is known.
    pub fn moves(&self) -> Option<&Moves> {
        match self {
            Self::Outweighed(_, moves) | Self::Overlooked(_, moves) | Self::Tie(moves) => moves.as_ref(),
            Self::Barred(_) | Self::Settled | Self::NobodyLeft | Self::Impossible(_) | Self::Unknown => None,
        }
    }
}

/// Which wishes are asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Each that did not come true and would please more than what the person has, or for which there is a day left; and
    /// of whoever has nothing why that is.
    Open,
    /// Those of a number that did not come true.
    Number(u32),
}

impl Trial<'_> {
    /// What can be said to somebody.
    ///
    /// # Errors
    /// A [`Defect`] of the solver.
    pub fn person(
        &self,
        ambassador: AmbassadorIx,
        asked: Asked,
        watch: &dyn Watch,
    ) -> Result<PersonExplanation, Defect> {
        let placements = self.roster.placements.iter();
        let given: Vec<Placement> = placements.filter(|one| one.ambassador == ambassador).copied().collect();
        let questions = self.questions(ambassador, &given, asked);
        let answers = questions
            .into_iter()
            .map(|question| Ok(Answer { question, why: self.why_not(ambassador, question, watch)? }));
        let answers = answers.collect::<Result<_, Defect>>()?;
        Ok(PersonExplanation { ambassador, asked, funnel: self.funnel(ambassador), given, answers })
    }

    /// What is asked of somebody who has this.
    pub(super) fn questions(
        &self,
        ambassador: AmbassadorIx,
        given: &[Placement],
        asked: Asked,
    ) -> Vec<Question> {
        let person = self.domain.ambassador(ambassador);
        let place = (given.is_empty() && asked == Asked::Open).then_some(Question::Place);
        let is_so = |wish: &Wish| given.iter().any(|one| wish.is_for(one.session()));
        let wishes: Vec<usize> = match asked {
            Asked::Open => self.open_wishes(ambassador, given),
            Asked::Number(number) => {
                let numbered = person.wishes.iter().enumerate().filter(|(_, wish)| wish.number == number);
                numbered.filter(|(_, wish)| !is_so(wish)).map(|(position, _)| position).collect()
            }
        };
        place.into_iter().chain(wishes.into_iter().map(Question::Wish)).collect()
    }

    /// The wishes in somebody's list that did not come true and would please more than what was given, or for which there is a
    /// day left.
    pub(super) fn open_wishes(&self, ambassador: AmbassadorIx, given: &[Placement]) -> Vec<usize> {
        let person = self.domain.ambassador(ambassador);
        let has_day_left = given.len() < person.days_max as usize;
        let numbers = given.iter().map(|one| person.wish_number(one.session()).unwrap_or(u32::MAX));
        let last = numbers.max().unwrap_or(u32::MAX);
        let is_open = |wish: &Wish| {
            let is_so = given.iter().any(|one| wish.is_for(one.session()));
            !is_so && (has_day_left || wish.number < last)
        };
        let wishes = person.wishes.iter().enumerate().filter(|(_, wish)| is_open(wish));
        wishes.map(|(position, _)| position).collect()
    }

    /// The sessions that a question is about.
    pub(super) fn sessions(&self, ambassador: AmbassadorIx, question: Question) -> Vec<SessionIx> {
        match question {
            Question::Place => (0..self.domain.sessions.len()).map(SessionIx).collect(),
            Question::Wish(position) => {
                let wish = &self.domain.ambassador(ambassador).wishes[position];
                let sessions = self.domain.sessions_of(wish.post);
                sessions.filter(|&session| wish.is_for(*self.domain.session(session))).collect()
            }
        }
    }

    pub(super) fn why_not(
        &self,
        ambassador: AmbassadorIx,
        question: Question,
        watch: &dyn Watch,
    ) -> Result<Why, Defect> {
        let sessions = self.sessions(ambassador, question);
        let is_eligible = |session: &SessionIx| self.eligible.position(ambassador, *session).is_some();
        let (running, idle): (Vec<SessionIx>, Vec<SessionIx>) =
            sessions.iter().copied().filter(is_eligible).partition(|one| self.idle[one.0].is_none());
        let takes_none = self.domain.ambassador(ambassador).days_max == 0;
        if running.is_empty() || takes_none {
            let refused = self.refusals.among(ambassador, sessions.iter().copied());
            let barred = tally_on(refused, idle.iter().filter_map(|one| self.idle[one.0]));
            return Ok(Why::Barred(tally_on(barred, running.iter().map(|_| Rule::DaysLimit))));
        }
        let columns = running.iter().filter_map(|&session| self.open_column(ambassador, session));
        let columns: Vec<ColumnIx> = columns.collect();
        if columns.is_empty() {
            return Ok(self.as_far_as_open(ambassador, &sessions));
        }
        Ok(match self.if_at_least(&columns, 1, About::Ambassador(ambassador), watch)? {
            Consequence::Impossible if question == Question::Place => Why::Impossible(Vec::new()),
            Consequence::Impossible => Why::Impossible(self.against(ambassador, &sessions, watch)?),
            Consequence::Differs(change, moves) if change.is_loss() => Why::Outweighed(change, moves),
            Consequence::Differs(change, moves) => Why::Overlooked(change, moves),
            Consequence::Tie(moves) => Why::Tie(moves),
            Consequence::Unknown => Why::Unknown,
        })
    }

    /// Of sessions of which a repair keeps all that the rules allow: what bars the others.
    fn as_far_as_open(&self, ambassador: AmbassadorIx, sessions: &[SessionIx]) -> Why {
        let open = sessions.iter().copied().filter(|&session| self.is_open(session));
        let bars = open.map(|session| self.refusals.first(ambassador, session).or(self.idle[session.0]));
        let barred: Option<Vec<Rule>> = bars.collect();
        match barred {
            Some(rules) if !rules.is_empty() => Why::Barred(tally(rules)),
            _ => Why::Settled,
        }
    }

    fn funnel(&self, ambassador: AmbassadorIx) -> Funnel {
        let mut funnel = Funnel::default();
        let takes_none = self.domain.ambassador(ambassador).days_max == 0;
        for post in (0..self.domain.posts.len()).map(PostIx) {
            let bars = |session: SessionIx| {
                let refused = self.refusals.first(ambassador, session).or(self.idle[session.0]);
                refused.or(takes_none.then_some(Rule::DaysLimit))
            };
            let sessions: Vec<SessionIx> = self.domain.sessions_of(post).collect();
            let open: Vec<SessionIx> = sessions.iter().copied().filter(|&one| self.is_open(one)).collect();
            let is_barred = |sessions: &[SessionIx]| sessions.iter().all(|&one| bars(one).is_some());
            let told = if is_barred(&sessions) { sessions } else { open };
            if !is_barred(&told) {
                funnel.remaining.push(post);
            } else if told.is_empty() && self.domain.sessions_of(post).next().is_some() {
                funnel.settled.push(post);
            } else {
                let rules = told.into_iter().filter_map(bars).collect();
                funnel.barred.entry(rules).or_default().push(post);
            }
        }
        funnel
    }
}
