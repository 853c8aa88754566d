//! What a replacement is to do and how far it has come, on the disk, so that whoever comes next can go on.
//!
//! In: the files to be placed or taken away. Out: a `Journal` under a name that says how it stands; a renaming is what changes that.

use crate::source::reading::{Identity, identity};
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{self, Write},
    path::{Component, Path, PathBuf},
};

/// The version that is written and read.
const VERSION: u32 = 2;

/// How a replacement stands; each is the name of its journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    /// Every new file is ready: all of them are to be placed.
    Forward,
    /// A file could not be placed: all of them are to be taken back.
    Back,
    /// All is in place, old or new; what was needed for it is to be cleared away.
    Done,
}

impl Phase {
    pub(super) fn file(self, stage: &Path) -> PathBuf {
        stage.join(match self {
            Self::Forward => "forward.json",
            Self::Back => "back.json",
            Self::Done => "done.json",
        })
    }
}

/// What becomes of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// It is placed where none is.
    Adds,
    /// It takes the place of one that is there.
    Replaces,
    /// One that is there is taken away.
    Removes,
}

/// A file that is to be placed or taken away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Where in the folder, its parts joined by `/`.
    pub path: String,
    /// What becomes of it.
    pub change: Change,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Journal {
    version: u32,
    /// Folders within the folder that are missing, the outer ones first.
    pub(super) folders: Vec<String>,
    pub(super) files: Vec<Entry>,
}

impl Journal {
    /// What is to be done in a folder as it stands now.
    ///
    /// # Errors
    /// A file that is to be taken away and is one that is to be replaced, under another name: the new one would go.
    pub(super) fn of(folder: &Path, files: Vec<Entry>) -> Result<Self, PathBuf> {
        let (gone, placed): (Vec<&Entry>, Vec<&Entry>) =
            files.iter().partition(|file| file.change == Change::Removes);
        let found = |file: &&Entry| identity(&folder.join(&file.path));
        let placed: BTreeSet<Identity> = placed.iter().filter_map(found).collect();
        if let Some(both) = gone.iter().find(|file| found(file).is_some_and(|one| placed.contains(&one))) {
            return Err(folder.join(&both.path));
        }
        let mut folders = Vec::new();
        for file in files.iter().filter(|file| file.change != Change::Removes) {
            for (at, _) in file.path.match_indices('/') {
                let inner = &file.path[..at];
                if !folder.join(inner).is_dir() && !folders.iter().any(|known| known == inner) {
                    folders.push(inner.to_owned());
                }
            }
        }
        Ok(Self { version: VERSION, folders, files })
    }

    /// The folders into which files go or from which they are taken, as seen from the folder.
    pub(super) fn folders_changed(&self) -> BTreeSet<&Path> {
        self.files.iter().filter_map(|file| Path::new(&file.path).parent()).collect()
    }

    /// Writes it down for good: from now on the new files are what counts.
    pub(super) fn commit(&self, stage: &Path) -> io::Result<()> {
        let draft = stage.join("draft.json");
        let mut file = File::create(&draft)?;
        file.write_all(&serde_json::to_vec(self)?)?;
        file.sync_all()?;
        drop(file);
        fs::rename(draft, Phase::Forward.file(stage))
    }

    /// The journal of a phase; `None` where the replacement does not stand there.
    ///
    /// # Errors
    /// Where it cannot be read, or names what no replacement does.
    pub(super) fn read(stage: &Path, phase: Phase) -> io::Result<Option<Self>> {
        let bytes = match fs::read(phase.file(stage)) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let journal: Self = serde_json::from_slice(&bytes)?;
        let within =
            |path: &str| Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
        let mut paths = journal.folders.iter().chain(journal.files.iter().map(|file| &file.path));
        if journal.version != VERSION || !paths.all(|path| within(path)) {
            return Err(io::ErrorKind::InvalidData.into());
        }
        Ok(Some(journal))
    }
}
