//! What is left to be done of a replacement, step by step: to place the new files and take old ones away,
//! or to take all of it back.
//!
//! In: the folder, its stage and the [`Journal`], as they stand. Out: steps, each of which happens wholly or not at all;
//! after any of them the steps can be found anew.

use crate::source::replacement::journal::{Change, Entry, Journal, Phase};
use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// Makes a folder.
    Make(PathBuf),
    /// Gives a file another name, or takes it elsewhere.
    Move { from: PathBuf, to: PathBuf },
    /// Moves a file to where nothing may stand: what has come there in the meantime is nobody's to replace.
    Place { from: PathBuf, to: PathBuf },
    /// Takes away a folder, if nothing is in it.
    Unmake(PathBuf),
    /// Has the system write down where the files of a folder lie.
    Settle(PathBuf),
}

impl Step {
    pub(super) fn perform(&self) -> io::Result<()> {
        match self {
            Self::Make(folder) => fs::create_dir(folder).map_err(|error| match error.kind() {
                io::ErrorKind::AlreadyExists => io::ErrorKind::NotADirectory.into(),
                _ => error,
            }),
            Self::Place { to, .. } if is_there(to) => Err(io::ErrorKind::AlreadyExists.into()),
            Self::Move { from, to } | Self::Place { from, to } => fs::rename(from, to),
            Self::Unmake(folder) => {
                let _ = fs::remove_dir(folder);
                Ok(())
            }
            Self::Settle(folder) => {
                settle(folder);
                Ok(())
            }
        }
    }

    /// The file or folder that the user knows.
    pub(super) fn shown(&self, stage: &Path) -> &Path {
        match self {
            Self::Move { from, to } if to.starts_with(stage) => from,
            Self::Make(path)
            | Self::Unmake(path)
            | Self::Settle(path)
            | Self::Move { to: path, .. }
            | Self::Place { to: path, .. } => path,
        }
    }
}

/// Where the parts of a replacement lie.
#[derive(Debug, Clone, Copy)]
pub(super) struct Places<'a> {
    pub(super) folder: &'a Path,
    pub(super) stage: &'a Path,
}

impl Places<'_> {
    fn file(self, entry: &Entry) -> PathBuf {
        self.folder.join(&entry.path)
    }

    fn ready(self, entry: &Entry) -> PathBuf {
        ready(self.stage).join(&entry.path)
    }

    fn aside(self, number: usize) -> PathBuf {
        aside(self.stage).join(number.to_string())
    }

    fn mark(self, from: Phase, to: Phase) -> Step {
        Step::Move { from: from.file(self.stage), to: to.file(self.stage) }
    }

    /// The first new file that is no longer where it was made ready, such as one that a virus scanner has taken away.
    pub(super) fn vanished(self, journal: &Journal) -> Option<PathBuf> {
        let mut placed = journal.files.iter().filter(|entry| entry.change != Change::Removes);
        placed.find(|entry| !is_there(&self.ready(entry))).map(|entry| self.file(entry))
    }

    /// The steps that place every new file that is not yet placed, and take away those that are to go.
    ///
    /// # Errors
    /// The file in whose way something stands.
    pub(super) fn forward(self, journal: &Journal) -> Result<Vec<Step>, (PathBuf, io::Error)> {
        if let Some(link) = self.link_on_the_way(journal) {
            return Err((link, io::ErrorKind::NotADirectory.into()));
        }
        let folders = journal.folders.iter().map(|inner| self.folder.join(inner));
        let mut steps: Vec<Step> = folders.filter(|inner| !inner.is_dir()).map(Step::Make).collect();
        for (number, entry) in journal.files.iter().enumerate() {
            let (from, to, aside) = (self.ready(entry), self.file(entry), self.aside(number));
            if entry.change == Change::Removes {
                // What is no file is not what was to go, nor what has come since it went.
                let is_due = is_there(&to) && !to.is_dir() && !is_there(&aside);
                steps.extend(is_due.then_some(Step::Move { from: to, to: aside }));
                continue;
            }
            if !is_there(&from) {
                if is_there(&to) {
                    continue;
                }
                return Err((to, io::ErrorKind::NotFound.into()));
            }
            if to.is_dir() {
                return Err((to, io::ErrorKind::IsADirectory.into()));
            }
            if is_there(&to) && entry.change == Change::Adds {
                return Err((to, io::ErrorKind::AlreadyExists.into()));
            }
            if is_there(&to) {
                steps.push(Step::Move { from: to.clone(), to: aside });
            }
            steps.push(Step::Place { from, to });
        }
        steps.extend(self.settled(journal));
        steps.extend(self.left(journal).into_iter().rev().map(Step::Unmake));
        steps.push(self.mark(Phase::Forward, Phase::Done));
        Ok(steps)
    }

    /// The folders from which files are taken away, the outer ones first.
    fn left(self, journal: &Journal) -> BTreeSet<PathBuf> {
        let gone = journal.files.iter().filter(|entry| entry.change == Change::Removes);
        let folders = gone.flat_map(|entry| Path::new(&entry.path).ancestors().skip(1));
        folders.filter(|inner| *inner != Path::new("")).map(|inner| self.folder.join(inner)).collect()
    }

    /// The steps that put every old file back that is not in its place.
    pub(super) fn back(self, journal: &Journal) -> Vec<Step> {
        let left = self.left(journal).into_iter().filter(|inner| !inner.is_dir());
        let mut steps: Vec<Step> = left.map(Step::Make).collect();
        for (number, entry) in journal.files.iter().enumerate() {
            let (ready, file, aside) = (self.ready(entry), self.file(entry), self.aside(number));
            if is_there(&aside) {
                steps.push(Step::Move { from: aside, to: file });
            } else if entry.change == Change::Adds && !is_there(&ready) && is_there(&file) {
                steps.push(Step::Move { from: file, to: ready });
            }
        }
        steps.extend(journal.folders.iter().rev().map(|inner| Step::Unmake(self.folder.join(inner))));
        steps.extend(self.settled(journal));
        steps.push(self.mark(Phase::Back, Phase::Done));
        steps
    }

    /// Renamings are on the disk before the journal says that they are.
    fn settled(self, journal: &Journal) -> impl Iterator<Item = Step> {
        journal.folders_changed().into_iter().map(move |inner| Step::Settle(self.folder.join(inner)))
    }

    /// A link within the folder that leads files elsewhere: what lies there is not this folder's.
    fn link_on_the_way(self, journal: &Journal) -> Option<PathBuf> {
        let inner = journal.folders_changed().into_iter().flat_map(Path::ancestors);
        inner
            .filter(|inner| *inner != Path::new(""))
            .map(|inner| self.folder.join(inner))
            .find(|inner| inner.is_symlink())
    }
}

/// Where new files wait.
pub(super) fn ready(stage: &Path) -> PathBuf {
    stage.join("new")
}

/// Where old files are kept until all is done.
pub(super) fn aside(stage: &Path) -> PathBuf {
    stage.join("old")
}

/// Whether anything stands there, be it a link that leads nowhere.
fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Windows writes down renamings in their order and lets nobody ask for it; so do file systems that refuse this.
pub(super) fn settle(folder: &Path) {
    #[cfg(unix)]
    {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
    }
    #[cfg(not(unix))]
    let _ = folder;
}
