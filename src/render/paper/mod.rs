//! What is printed, sent around and pinned to walls, as files with their bytes.
//!
//! In: [`Paper`], the campaign and its plan for one copy and language. Out: [`PrintedFile`]s; `cli` writes them, all or none.
//! One module per format.

pub mod calendar;
pub(in crate::render) mod changes;
pub mod csv;
mod facts;
pub mod filename;
pub mod messages;
pub mod past;
pub mod views;
pub mod xlsx;

use crate::{
    domain::{Language, people::AmbassadorIx, places::UnitIx},
    experience::roster::Placement,
    plan::Plan,
    render::{
        copy::{Naming, PaperCopy},
        experience, masks,
        names::{self, Names},
        page::Page,
        paper::past::Past,
        shown::Shown,
        thursday,
    },
    timetable::roster::Event,
};

/// What every format is made from.
#[derive(Debug, Clone, Copy)]
pub struct Paper<'a> {
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
}

/// One file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedFile {
    /// Where it goes, seen from the folder of the print: parts made safe by [`filename`], with `/` between them.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl<'a> Paper<'a> {
    /// The placements in the order of a key.
    pub fn placements<K: Ord>(&self, key: impl Fn(&Placement) -> K) -> Vec<Placement> {
        let mut placements = self.plan.experience.roster.placements.clone();
        placements.sort_by_key(key);
        placements
    }

    /// The events of the Thursday Action by date, then in the order of the units in the file.
    pub fn events(&self) -> Vec<Event> {
        let mut events =
            self.plan.thursday_action.as_ref().map_or(vec![], |plan| plan.timetable.events.clone());
        events.sort_by_key(|event| (event.date, self.domain.unit(event.unit).position, *event));
        events
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

    /// The units in the order of the file.
    fn units(&self) -> Vec<UnitIx> {
        let mut units: Vec<UnitIx> = (0..self.domain.units.len()).map(UnitIx).collect();
        units.sort_by_key(|unit| self.domain.unit(*unit).position);
        units
    }

    /// The ambassadors in the order of the file.
    fn ambassadors(&self) -> Vec<AmbassadorIx> {
        let mut people: Vec<AmbassadorIx> = (0..self.domain.ambassadors.len()).map(AmbassadorIx).collect();
        people.sort_by_key(|person| self.domain.ambassador(*person).position);
        people
    }

    /// What an ambassador's own file is called: the id and the name, or what tells without giving the name away.
    fn stem(&self, ambassador: AmbassadorIx) -> String {
        let mark = masks::mark(self.domain, ambassador);
        let person = self.domain.ambassador(ambassador);
        match self.copy.naming {
            Naming::Masked => mark,
            Naming::Full if mark == person.name => mark,
            Naming::Full => format!("{mark} {}", person.name),
        }
    }

    /// What the sentences about the experience are made from.
    fn experience(&self) -> experience::Report<'a> {
        let Self { domain, plan, names, .. } = *self;
        experience::Report::of(domain, plan, names, self.page())
    }

    /// What the sentences about the Thursday Action are made from, where there is one.
    fn thursday(&self) -> Option<thursday::Report<'a>> {
        let Self { domain, plan, names, .. } = *self;
        let (action, plan) = (domain.thursday.as_ref()?, plan.thursday_action.as_ref()?);
        Some(thursday::Report { domain, action, plan, names, page: self.page() })
    }

    /// Sentences are not wrapped here.
    fn page(&self) -> Page {
        Page { language: self.language, width: usize::MAX }
    }
}
