//! What a whole plan does not have, and why: every wish that did not come true, everybody without a place, every seat that is
//! wanted and empty.
//!
//! In: a [`Trial`] and what is short. Out: [`Missing`]s in the order of people and posts, and a [`Claim`] for each; and whether a
//! claim still holds when it is solved again.

use crate::{
    domain::{
        people::AmbassadorIx,
        places::{PostIx, Session, SessionIx},
    },
    experience::{
        explanation::{
            against::Against,
            consequence::Trial,
            person::{Asked, Question, Why},
        },
        reason::Shortage,
        roster::Placement,
    },
    planning::{outcome::Defect, reason::Rechecked},
    solver::{TimeUp, Watch},
};

/// Something that a plan does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// What somebody asked for.
    OfPerson(AmbassadorIx, Question),
    /// One person more at a post, or at one of its sessions.
    Seat(PostIx, Option<Session>),
}

/// Why it does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// What.
    pub missing: Missing,
    /// Why.
    pub why: Why,
}

impl Claim {
    /// Whether it was proved.
    pub fn is_proven(&self) -> bool {
        self.why != Why::Unknown
    }
}

impl From<Missing> for Claim {
    fn from(missing: Missing) -> Self {
        Self { missing, why: Why::Unknown }
    }
}

impl Trial<'_> {
    /// What a plan with these shortages does not have: what people asked for, then empty seats.
    pub fn missing(&self, shortages: &[Shortage]) -> Vec<Missing> {
        let people = (0..self.domain.ambassadors.len()).map(AmbassadorIx);
        let of_people = people.flat_map(|person| {
            let theirs = self.roster.placements.iter().filter(|one| one.ambassador == person);
            let given: Vec<Placement> = theirs.copied().collect();
            let questions = self.questions(person, &given, Asked::Open);
            questions.into_iter().map(move |question| Missing::OfPerson(person, question))
        });
        let seats = shortages.iter().map(|one| Missing::Seat(one.post, one.session));
        of_people.chain(seats).collect()
    }

    /// Why a plan does not have something.
    ///
    /// # Errors
    /// A [`Defect`] of the solver.
    pub fn claim(&self, missing: Missing, watch: &dyn Watch) -> Result<Claim, Defect> {
        let why = match missing {
            Missing::OfPerson(person, question) => self.why_not(person, question, watch)?,
            Missing::Seat(post, session) => {
                let sessions: Vec<SessionIx> = match session {
                    Some(session) => self.domain.position(session).into_iter().collect(),
                    None => self.domain.sessions_of(post).collect(),
                };
                let is_here = |one: &&Placement| match session {
                    Some(session) => one.session() == session,
                    None => one.post == post,
                };
                let present = self.roster.placements.iter().filter(is_here).count();
                self.why_not_one_more(post, &sessions, present, watch)?
            }
        };
        Ok(Claim { missing, why })
    }

    /// Why a plan does not have something, where that is seen without solving.
    pub fn seen(&self, missing: Missing) -> Why {
        self.claim(missing, &TimeUp).map_or(Why::Unknown, |claim| claim.why)
    }

    /// Solves a claim again.
    ///
    /// # Errors
    /// A [`Defect`] of the solver.
    pub fn stands(&self, claim: &Claim, watch: &dyn Watch) -> Result<Rechecked<Why>, Defect> {
        if !claim.is_proven() {
            return Ok(Rechecked::NotClaimed);
        }
        let found = self.claim(claim.missing, watch)?.why;
        let moves = (claim.why.moves(), found.moves());
        Ok(match (&claim.why, &found) {
            (_, Why::Unknown) => Rechecked::NotReached,
            // What stands against something is said as far as there was time to find it, and more than one set may.
            (Why::Impossible(said), Why::Impossible(is)) if said.is_empty() || said == is => Rechecked::Holds,
            (Why::Impossible(said), Why::Impossible(_)) => {
                match self.stand_against_missing(claim.missing, said, watch)? {
                    None => Rechecked::NotReached,
                    Some(true) => Rechecked::Holds,
                    Some(false) => Rechecked::Refuted(found),
                }
            }
            (Why::Outweighed(said, _), Why::Outweighed(is, _))
            | (Why::Overlooked(said, _), Why::Overlooked(is, _))
                if said == is =>
            {
                Rechecked::of_moves(moves, found.clone())
            }
            (Why::Tie(_), Why::Tie(_)) => Rechecked::of_moves(moves, found.clone()),
            (said, is) if said == is => Rechecked::Holds,
            _ => Rechecked::Refuted(found),
        })
    }

    /// Whether some kinds stand against something missing; of what is no wish it is not said what does.
    fn stand_against_missing(
        &self,
        missing: Missing,
        kinds: &[Against],
        watch: &dyn Watch,
    ) -> Result<Option<bool>, Defect> {
        match missing {
            Missing::OfPerson(person, question @ Question::Wish(_)) => {
                self.stand_against(person, &self.sessions(person, question), kinds, watch)
            }
            Missing::OfPerson(_, Question::Place) | Missing::Seat(..) => Ok(Some(false)),
        }
    }
}
