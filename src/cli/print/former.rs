//! Where else a campaign was printed: the folders beside its plan, and those where the command runs.
//!
//! In: what lies there. Out: the folders with a record, and the one into which a plan that mends another goes by itself.

use crate::{
    cli::print::{
        PrintArguments,
        record::{self, PrintedPlan, Record},
    },
    source::reading::same,
};
use std::{fs, path::PathBuf};

/// What else than its language tells a copy for everybody from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CopyOf {
    /// Whether it holds personal numbers.
    contacts: bool,
    /// Whether names are hidden.
    masked: bool,
}

impl CopyOf {
    /// That which is asked for.
    pub fn asked(arguments: &PrintArguments) -> Self {
        Self { contacts: arguments.contacts, masked: arguments.mask_names }
    }

    /// That which a folder knows of a file; nothing where it is for one unit alone.
    fn known(words: &str) -> Option<Self> {
        let has = |word: &str| words.split(' ').any(|one| one == word);
        (!words.contains("unit:")).then(|| Self { contacts: has("contacts"), masked: has("masked") })
    }
}

/// Folders into which something was printed.
#[derive(Debug, Default)]
pub struct Around(Vec<(PathBuf, Record)>);

impl Around {
    /// Those beside the plan, beside the folder that is asked for, and where the command runs; what cannot be read is not there.
    pub fn of(arguments: &PrintArguments) -> Self {
        let beside = [Some(&arguments.file), arguments.output.as_ref()].into_iter().flatten();
        let parents = beside.map(|path| path.parent().map(PathBuf::from).unwrap_or_default());
        let mut found: Vec<(PathBuf, Record)> = Vec::new();
        for parent in std::iter::once(PathBuf::new()).chain(parents) {
            let there = if parent.as_os_str().is_empty() { PathBuf::from(".") } else { parent.clone() };
            let names = fs::read_dir(there).into_iter().flatten().flatten().map(|entry| entry.file_name());
            let mut folders: Vec<PathBuf> = names.map(|name| parent.join(name)).collect();
            folders.sort_unstable();
            for folder in folders.into_iter().filter(|folder| folder.is_dir()) {
                let record = Record::read(&folder).ok().filter(|record| !record.is_empty());
                if found.iter().all(|(known, _)| !same(&known.join(record::FILE), &folder.join(record::FILE)))
                {
                    found.extend(record.map(|record| (folder, record)));
                }
            }
        }
        Self(found)
    }

    /// The least SEQUENCE of a plan's calendars, so that they win over those of a folder that has them in other words.
    pub fn sequence(&self, plan: &PrintedPlan) -> u32 {
        let reworded = |record: &&Record| record.of(&plan.key).is_some_and(|there| there.words != plan.words);
        let records = self.0.iter().map(|(_, record)| record).filter(reworded);
        records.map(|record| record.sequence(plan)).max().unwrap_or_default()
    }

    /// Those into which this campaign was printed as it is asked for.
    pub fn printed(&self, key: Option<&str>, copy: CopyOf) -> Vec<PathBuf> {
        let holds = |record: &Record| {
            let mut files = record.files().iter().filter(|known| Some(known.key.as_str()) == key);
            files.any(|known| CopyOf::known(&known.copy) == Some(copy))
        };
        self.0.iter().filter(|(_, record)| holds(record)).map(|(folder, _)| folder.clone()).collect()
    }
}
