//! What stands against something that no plan has, as kinds: whoever is told it is told nobody else's name.
//!
//! In: a [`Trial`] and a wish that no plan fulfils. Out: kinds of which none can be spared, or whether some are such.

use crate::{
    domain::{
        Domain,
        dates::DateSpan,
        people::AmbassadorIx,
        periods::{Period, Periods},
        places::SessionIx,
        requests::{Ban, Bond, Pin},
    },
    experience::{
        explanation::{
            conflict::{Part, parts, stated, with_parts},
            consequence::Trial,
        },
        roster::Previous,
        rule::Rule,
    },
    planning::{
        conflict::{contradicts, irreducible},
        outcome::Defect,
    },
    solver::{Halt, Watch, unless_stopped},
};
use std::collections::BTreeSet;

/// A kind of what cannot hold together with something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Against {
    /// An agreed placement.
    Pin,
    /// A placement that a repair keeps.
    Kept,
    /// People who go together.
    Together,
    /// People who are apart.
    Apart,
    /// A ban.
    Ban,
    /// A rule.
    Rule(Rule),
}

impl Against {
    /// What a part of a campaign is of which so many pins were agreed; those behind keep what a repair does.
    fn of(part: Part, domain: &Domain, agreed: usize) -> Self {
        match part {
            Part::Pin(position) if position >= agreed => Self::Kept,
            Part::Pin(_) => Self::Pin,
            Part::Ban(_) => Self::Ban,
            Part::Group(position) if domain.groups[position].bond == Bond::Apart => Self::Apart,
            Part::Group(_) => Self::Together,
            Part::Rule(rule) => Self::Rule(rule),
        }
    }

    /// The id in plans and other data.
    pub fn id(self) -> &'static str {
        match self {
            Self::Pin => Rule::Pinned.id(),
            Self::Kept => "kept",
            Self::Ban => Rule::Banned.id(),
            Self::Together => Rule::Together.id(),
            Self::Apart => Rule::Apart.id(),
            Self::Rule(rule) => rule.id(),
        }
    }

    /// All, each with its id. A rule that is agreed upon with names stands as what was agreed.
    pub fn all() -> Vec<(&'static str, Self)> {
        let agreed = [Self::Pin, Self::Kept, Self::Ban, Self::Together, Self::Apart];
        let is_agreed = |rule: &Rule| agreed.iter().any(|one| one.id() == rule.id());
        let rules = Rule::ALL.into_iter().filter(|rule| !is_agreed(rule)).map(Self::Rule);
        agreed.into_iter().chain(rules).map(|one| (one.id(), one)).collect()
    }
}

/// A wish as if it were agreed, and all that may stand against it.
struct Opposed<'a> {
    domain: Domain,
    previous: Option<&'a Previous>,
    /// The wish.
    asked: Vec<Part>,
    /// The rest of the campaign.
    parts: Vec<(Against, Part)>,
    watch: &'a dyn Watch,
}

impl Opposed<'_> {
    /// Whether the wish cannot hold together with all that is of some kinds.
    fn contradicts(&self, kinds: &[Against]) -> Result<bool, Halt> {
        let of_kinds = self.parts.iter().filter(|(kind, _)| kinds.contains(kind)).map(|(_, part)| *part);
        let parts: Vec<Part> = self.asked.iter().copied().chain(of_kinds).collect();
        let (domain, rulebook) = with_parts(&self.domain, &parts);
        contradicts(&stated(&domain, self.previous, |_| rulebook, rulebook).model.program, self.watch)
    }

    /// Whether it cannot, and could without any one of the kinds.
    fn needs_each(&self, kinds: &[Against]) -> Result<bool, Halt> {
        if !self.contradicts(kinds)? {
            return Ok(false);
        }
        for spared in kinds {
            let others: Vec<Against> = kinds.iter().copied().filter(|kind| kind != spared).collect();
            if self.contradicts(&others)? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

impl Trial<'_> {
    /// What stands against somebody's being at one of some sessions of a post, where no plan has that: kinds of which none can
    /// be spared, each once; nothing where it was not found in the time.
    ///
    /// # Errors
    /// A [`Defect`] of the solver, or where nothing stands against it.
    pub(super) fn against(
        &self,
        ambassador: AmbassadorIx,
        sessions: &[SessionIx],
        watch: &dyn Watch,
    ) -> Result<Vec<Against>, Defect> {
        let Some(opposed) = self.opposed(ambassador, sessions, watch) else { return Ok(Vec::new()) };
        let mut seen = BTreeSet::new();
        let kinds = opposed.parts.iter().map(|(kind, _)| *kind).filter(|kind| seen.insert(*kind));
        let kinds: Vec<Against> = kinds.collect();
        let found = || {
            if !opposed.contradicts(&kinds)? {
                return Ok(None);
            }
            irreducible(&kinds, &mut |kinds| opposed.contradicts(kinds)).map(Some)
        };
        let Some(found) = unless_stopped(found()).map_err(|error| self.defect(error.0))? else {
            return Ok(Vec::new());
        };
        let nothing = || self.defect("nothing stands against what no plan has".to_owned());
        let mut found = found.ok_or_else(nothing)?;
        found.sort_unstable();
        Ok(found)
    }

    /// Whether these kinds stand against it, and none of them can be spared; `None` where there is no time to find out.
    ///
    /// # Errors
    /// A [`Defect`] of the solver.
    pub(super) fn stand_against(
        &self,
        ambassador: AmbassadorIx,
        sessions: &[SessionIx],
        kinds: &[Against],
        watch: &dyn Watch,
    ) -> Result<Option<bool>, Defect> {
        if watch.is_out_of_time() {
            return Ok(None);
        }
        let Some(opposed) = self.opposed(ambassador, sessions, watch) else { return Ok(Some(false)) };
        unless_stopped(opposed.needs_each(kinds)).map_err(|error| self.defect(error.0))
    }

    fn defect(&self, finding: String) -> Defect {
        Defect::of(finding, &self.formulation.model.program, &self.formulation)
    }

    /// It is as if it were agreed that somebody is at the post, and the person kept away from its other sessions.
    fn opposed<'a>(
        &'a self,
        ambassador: AmbassadorIx,
        sessions: &[SessionIx],
        watch: &'a dyn Watch,
    ) -> Option<Opposed<'a>> {
        let mut domain = self.domain.clone();
        let post = domain.session(*sessions.first()?).post;
        let agreed = Previous::agreed(self.previous, &domain.pins).len();
        let parts = parts(&domain).into_iter().map(|part| (Against::of(part, &domain, agreed), part));
        let parts = parts.collect();
        let mut asked = vec![Part::Pin(domain.pins.len())];
        let place = domain.ambassador(ambassador).place;
        domain.pins.push(Pin { ambassador, post, date: None, hours: None, place });
        for session in domain.sessions_of(post).filter(|session| !sessions.contains(session)) {
            let session = *domain.session(session);
            let dates = Some(Periods { periods: vec![Period::whole(DateSpan::day(session.date))] });
            asked.push(Part::Ban(domain.bans.len()));
            domain.bans.push(Ban { ambassador, post, dates, hours: Some(session.hours), place });
        }
        Some(Opposed { domain, previous: self.previous, asked, parts, watch })
    }
}
