//! What everything that is printed is made from: the campaign and its plan, in one language and for one copy.

pub mod discretion;
pub mod masks;
pub mod names;
pub mod past;
pub mod renewal;
pub mod shown;

use crate::{
    domain::{
        Language,
        people::AmbassadorIx,
        places::{NeighbourhoodIx, PostIx, UnitIx},
        themes::ThemeIx,
    },
    experience::roster::Placement,
    plan::{Plan, outline::Outline},
    render::{
        edition::{names::Names, past::Past, renewal::Renewal, shown::Shown},
        wording::Phrase,
    },
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How people are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Naming {
    /// In full.
    #[default]
    Full,
    /// The surname and the last character: `林*`, `欧*娜`.
    Masked,
}

/// For whom a copy is made: for the wall, or for the organizer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PaperCopy {
    /// How people are named.
    pub naming: Naming,
    /// Whether personal telephone numbers and contacts stand on it: the organizer's copy.
    pub contacts: bool,
    /// The day of issue (落款日期); letters and notices without one leave it to be written by hand.
    pub issued: Option<NaiveDate>,
    /// The unit for which alone it is made.
    pub recipient: Option<UnitIx>,
}

/// What everything is made from.
#[derive(Debug, Clone, Copy)]
pub struct Edition<'a> {
    /// The campaign.
    pub domain: &'a Shown<'a>,
    /// What was found.
    pub plan: &'a Plan,
    /// What everybody is called on this copy.
    pub names: &'a Names,
    /// The language of what is printed.
    pub language: Language,
    /// For whom this copy is.
    pub copy: PaperCopy,
    /// The campaigns of the plans before, the latest first, as far as they are known: whoever is gone has a name there.
    pub past: &'a [Past<'a>],
    /// What its readers were told last, where that is not what the plan mends.
    pub former: Option<&'a Former>,
    /// Which of the plans before were printed, by how many stand before each; `None` where that is not known, so that any may have
    /// been.
    pub told: Option<&'a BTreeSet<u32>>,
    /// The least SEQUENCE of its calendars.
    pub sequence: u32,
    /// What its readers know otherwise than when they were told last, though they go where they went.
    pub renewed: &'a [Renewal],
    /// Whether a print of this very plan has listed already whom to tell what.
    pub is_told_again: bool,
    /// The name of the file in which the plan lies, where it does.
    pub file: Option<&'a str>,
}

/// A plan that readers were told of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Former {
    /// The name of its file.
    pub plan: String,
    /// How many plans stand before it in its chain.
    pub revision: u32,
    /// What it had.
    pub outline: Outline,
}

impl<'a> Edition<'a> {
    /// What a terminal shows: everybody by name, and of nobody more than the campaign shows.
    pub fn on_screen(domain: &'a Shown<'a>, plan: &'a Plan, names: &'a Names, language: Language) -> Self {
        let (copy, sequence) = (PaperCopy::default(), plan.history.sequence());
        Self {
            domain,
            plan,
            names,
            language,
            copy,
            past: &[],
            former: None,
            told: None,
            sequence,
            renewed: &[],
            is_told_again: false,
            file: None,
        }
    }

    /// A phrase in the language of this edition.
    #[expect(clippy::needless_pass_by_value, reason = "a phrase is made where it is said")]
    pub fn say(&self, phrase: impl Phrase) -> String {
        phrase.say(self.language)
    }

    /// Before this day a repair kept everything as it was: reasons look at the days after it.
    pub fn kept_before(&self) -> Option<NaiveDate> {
        self.plan.mends.as_ref().and_then(|mends| mends.terms.keep_until)
    }

    /// Whether a day is over where this is read: before the day of issue, or else before the day from which on a repair
    /// changed anything. What is past is told as past, and nobody is asked to prepare for it.
    pub fn is_over(&self, day: NaiveDate) -> bool {
        self.copy.issued.or_else(|| self.kept_before()).is_some_and(|first| day < first)
    }

    /// The placements in the order of a key.
    pub fn placements<K: Ord>(&self, key: impl Fn(&Placement) -> K) -> Vec<Placement> {
        let mut placements = self.plan.experience.roster.placements.clone();
        placements.sort_by_key(key);
        placements
    }

    /// Where an ambassador works; empty where nothing is said of it.
    pub fn organization(&self, ambassador: AmbassadorIx) -> String {
        let person = self.domain.ambassador(ambassador);
        match (person.employer, &person.organization) {
            (_, Some(organization)) => organization.clone(),
            (Some(unit), None) => self.names.unit(unit).to_owned(),
            (None, None) => String::new(),
        }
    }

    /// The office's own contact, which always stands.
    pub fn office(&self) -> Option<String> {
        names::contact(self.domain.campaign.contact.as_ref())
    }

    /// A neighbourhood's name.
    pub fn neighbourhood(&self, neighbourhood: NeighbourhoodIx) -> &'a str {
        &self.domain.neighbourhood(neighbourhood).name
    }

    /// A theme's name.
    pub fn theme(&self, theme: ThemeIx) -> &'a str {
        &self.domain.theme(theme).name
    }

    /// The units in the order of the file.
    pub fn units(&self) -> Vec<UnitIx> {
        let mut units: Vec<UnitIx> = (0..self.domain.units.len()).map(UnitIx).collect();
        units.sort_by_key(|unit| self.domain.unit(*unit).position);
        units
    }

    /// The neighbourhoods in the order of the file.
    pub fn neighbourhoods(&self) -> Vec<NeighbourhoodIx> {
        let mut places: Vec<NeighbourhoodIx> =
            (0..self.domain.neighbourhoods.len()).map(NeighbourhoodIx).collect();
        places.sort_by_key(|place| self.domain.neighbourhood(*place).position);
        places
    }

    /// The ambassadors in the order of the file.
    pub fn ambassadors(&self) -> Vec<AmbassadorIx> {
        let mut people: Vec<AmbassadorIx> = (0..self.domain.ambassadors.len()).map(AmbassadorIx).collect();
        people.sort_by_key(|person| self.domain.ambassador(*person).position);
        people
    }

    /// Whether a post takes part: somebody is wanted or there, or it has a session at which its unit is open. One whose unit
    /// has withdrawn does not, and is not counted among those that are filled.
    pub fn takes_part(&self, post: PostIx) -> bool {
        self.domain.wanted(post) > 0
            || self.domain.sessions_of(post).any(|session| self.domain.is_open(session))
            || self.plan.experience.roster.placements.iter().any(|one| one.post == post)
    }

    /// What tells an ambassador from others without giving away what this copy hides: the id, or the place in the file.
    pub fn mark(&self, ambassador: AmbassadorIx) -> String {
        match self.copy.naming {
            Naming::Masked => masks::mark(self.domain, ambassador),
            Naming::Full => self.domain.mark(ambassador),
        }
    }

    /// What an ambassador's own file is called: the id and the name, or what tells without giving the name away.
    pub fn stem(&self, ambassador: AmbassadorIx) -> String {
        let name = &self.domain.ambassador(ambassador).name;
        match (self.copy.naming, self.domain.mark(ambassador)) {
            (Naming::Masked, _) => masks::mark(self.domain, ambassador),
            (Naming::Full, mark) if mark == *name => mark,
            (Naming::Full, mark) => format!("{mark} {name}"),
        }
    }
}
