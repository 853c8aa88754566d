//! What readers of a plan were told last, by the folder that it is printed into and by the one that it has by itself.
//!
//! In: what these folders know. Out: [`Told`]: since when changes are to be told, which may be since long before the plan that was
//! mended, and which plans nobody has seen.

use crate::{
    cli::print::record::{PrintedPlan, Readers, Record, Unreadable},
    plan::{Plan, outline::Outline},
    render::edition::{Former, renewal::Renewal},
};
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

/// What is known of former prints.
pub struct Records {
    /// By the folder of this print.
    pub own: Record,
    /// By the folder that the plan has by itself, which may be the same.
    usual: Record,
    usual_folder: PathBuf,
}

/// Where readers were told something last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LastTold {
    /// By a print into the same folder.
    Here,
    /// By one into this other folder.
    Elsewhere(PathBuf),
    /// Nobody knows.
    Nowhere,
}

/// What readers were told last.
pub struct Told {
    pub by: LastTold,
    /// What they know, where that is not what the plan mends.
    pub former: Option<Former>,
    /// What they know otherwise, though they go where they went.
    pub renewed: Vec<Renewal>,
    /// Whether this folder has listed already whom to tell of this very plan.
    pub again: bool,
    /// Which of the plans before were printed; `None` where any may have been.
    pub revisions: Option<BTreeSet<u32>>,
}

impl Records {
    /// Reads what both folders know.
    ///
    /// # Errors
    /// Of which folder it cannot be told, and why.
    pub fn read(folder: &Path, usual_folder: PathBuf) -> Result<Self, (Unreadable, PathBuf)> {
        let read = |folder: &Path| Record::read(folder).map_err(|why| (why, folder.to_owned()));
        Ok(Self { own: read(folder)?, usual: read(&usual_folder)?, usual_folder })
    }

    /// The least SEQUENCE of a plan's calendars: what went into the folder that it has by itself may be on telephones already.
    pub fn sequence(&self, plan: &PrintedPlan) -> u32 {
        self.own.sequence(plan).max(self.usual.sequence_elsewhere(plan))
    }

    /// What these readers were told last; `known` is what they are to know now.
    pub fn told(&self, plan: &Plan, printed: &PrintedPlan, readers: Readers<'_>, known: &[Renewal]) -> Told {
        let by = if self.own.told_of(printed, readers).is_some() {
            LastTold::Here
        } else if self.usual.told_of(printed, readers).is_some_and(|told| told.is_before(printed)) {
            LastTold::Elsewhere(self.usual_folder.clone())
        } else {
            LastTold::Nowhere
        };
        let is_here = !matches!(by, LastTold::Elsewhere(_));
        let record = if is_here { &self.own } else { &self.usual };
        let mut renewed = record.renewed(printed, readers, known.to_vec());
        for one in &mut renewed {
            one.is_told &= is_here;
        }
        Told {
            by,
            former: record.former(plan, printed, &Outline::of(readers.domain, plan), readers),
            renewed,
            again: self.own.is_told_again(printed, readers),
            revisions: Record::printed_revisions([&self.own, &self.usual], printed),
        }
    }
}
