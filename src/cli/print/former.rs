//! Where else a campaign was printed: the folders beside its plan, and those where the command runs.
//!
//! In: what lies there. Out: the folders with a record, and the one into which a plan that mends another goes by itself.

use crate::{
    cli::print::{
        PrintArguments,
        record::{self, PrintedPlan, Record},
    },
    plan::saved::SavedPlan,
    render::wording::earlier_print::EarlierPrint,
    source::reading::same,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// What else than its language tells a copy for everybody from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct CopyOf {
    /// Whether it holds personal numbers.
    contacts: bool,
    /// Whether names are hidden.
    masked: bool,
}

impl CopyOf {
    /// That which is asked for.
    fn asked(arguments: &PrintArguments) -> Self {
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
        records.map(|record| record.sequence_elsewhere(plan)).max().unwrap_or_default()
    }

    /// The folder of a plan for which none is given: that into which what it mends was printed, where it is the only one, else the
    /// usual one; and why.
    pub fn folder(
        &self,
        arguments: &PrintArguments,
        usual: &Path,
        saved: Option<&SavedPlan>,
    ) -> (PathBuf, Option<EarlierPrint>) {
        let Some(first) = saved.and_then(SavedPlan::first) else { return (usual.to_owned(), None) };
        let key = saved.and_then(|saved| saved.history.as_ref()).map(|history| history.key.as_str());
        let printed = self.printed(key, CopyOf::asked(arguments));
        let is_usual = arguments.recipient.is_some()
            || printed.iter().any(|folder| same(&folder.join(record::FILE), &usual.join(record::FILE)));
        let shown = |folder: &Path| folder.display().to_string();
        let former = |folder: &Path| {
            (
                folder.to_owned(),
                Some(EarlierPrint::FormerFolder { folder: shown(folder), first: first.clone() }),
            )
        };
        match printed.as_slice() {
            _ if is_usual => former(usual),
            [only] => former(only),
            several => {
                let several = several.iter().map(|folder| shown(folder)).collect();
                let why = EarlierPrint::NoFormerFolder { folder: shown(usual), first, several };
                (usual.to_owned(), Some(why))
            }
        }
    }

    /// Those into which this campaign was printed as it is asked for.
    fn printed(&self, key: Option<&str>, copy: CopyOf) -> Vec<&Path> {
        let holds = |record: &Record| {
            let mut files = record.files().iter().filter(|known| Some(known.key.as_str()) == key);
            files.any(|known| CopyOf::known(&known.copy) == Some(copy))
        };
        self.0.iter().filter(|(_, record)| holds(record)).map(|(folder, _)| folder.as_path()).collect()
    }
}
