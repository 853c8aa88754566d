//! Files of one folder replaced together: afterwards all are the new ones or all the old ones, also where the process
//! is killed or the power fails between any two steps.
//!
//! In: a folder, and new files that are made ready in its [`Stage`], a folder within it that one process holds at a
//! time. Out: the files in their places. A journal is the turning point: once it is there whoever comes next, to write
//! or to read, goes on; before it whoever comes next clears away.

pub mod journal;
mod lock;
mod steps;
#[cfg(test)]
mod tests;

use journal::{Entry, Journal, Phase};
use lock::Lock;
use std::{
    cell::Cell,
    error::Error,
    fmt,
    fs::{self, DirBuilder},
    io,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};
use steps::{Places, Step};

/// The folder within a folder in which new files are made ready.
const STAGE: &str = ".chuxin-unfinished";

/// The file in it that says that the folder itself is new.
const MADE: &str = "made";

/// Why files were not replaced.
#[derive(Debug)]
pub enum Refused {
    /// What stands in the way of one file; all are the old ones.
    At {
        /// The file.
        path: PathBuf,
        /// The system's error.
        error: io::Error,
    },
    /// Another run is writing in the folder.
    Busy,
    /// Some are new and some old until somebody comes again; what stood in the way.
    Left(io::Error),
}

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At { path, .. } => write!(formatter, "{} cannot be written", path.display()),
            Self::Busy => formatter.write_str("another run is writing in the folder"),
            Self::Left(_) => formatter.write_str("some files are new and some old until the next run"),
        }
    }
}

impl Error for Refused {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::At { error, .. } | Self::Left(error) => Some(error),
            Self::Busy => None,
        }
    }
}

/// What became of a replacement that an earlier run did not end.
#[derive(Debug)]
pub enum News {
    /// All files of this folder are the new ones.
    Completed(PathBuf),
    /// All files of this folder are the old ones.
    Restored(PathBuf),
    /// It still is as it was left; why.
    Left(PathBuf, io::Error),
}

/// What was found on the way, and how much of it was told: files are read where nobody can tell anything.
static NEWS: Mutex<(Vec<News>, usize)> = Mutex::new((Vec::new(), 0));

/// Tells what became of earlier replacements and was not yet told.
pub fn tell_news(mut tell: impl FnMut(&News)) {
    let mut news = known();
    let (all, told) = &mut *news;
    all[*told..].iter().for_each(&mut tell);
    *told = all.len();
}

/// A list stays whole whoever panicked over it.
fn known() -> MutexGuard<'static, (Vec<News>, usize)> {
    NEWS.lock().unwrap_or_else(PoisonError::into_inner)
}

fn note(news: News) {
    known().0.push(news);
}

/// Ends what an earlier run left unfinished in a folder, and waits while another run is at it.
pub fn settle(folder: &Path) {
    if known().0.iter().any(|news| matches!(news, News::Left(left, _) if left == folder)) {
        return;
    }
    let stage = folder.join(STAGE);
    let is_there = || stage.symlink_metadata().is_ok_and(|found| found.is_dir());
    if !is_there() {
        return;
    }
    let prepare = || if is_there() { Ok(()) } else { Err(io::ErrorKind::NotFound.into()) };
    let moves = || [Phase::Forward, Phase::Back].into_iter().any(|phase| phase.file(&stage).exists());
    match Lock::wait(&stage, &prepare, &moves) {
        // Who reads cannot tell whether another run is at it: only one that writes there goes on.
        Ok(lock) if !lock.is_exclusive() => {
            if moves() {
                note(News::Left(folder.to_owned(), io::ErrorKind::Unsupported.into()));
            }
        }
        Ok(lock) => {
            let made = stage.join(MADE).exists();
            let stage = Stage { folder: folder.to_owned(), inner: stage, lock: Some(lock), made };
            if let Err(error) = stage.check_owner().and_then(|()| stage.recover()) {
                note(News::Left(folder.to_owned(), error));
            }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        // Another run makes files ready and has moved none: those that are there are whole.
        Err(error) if error.kind() == io::ErrorKind::WouldBlock && !moves() => {}
        Err(error) => note(News::Left(folder.to_owned(), error)),
    }
}

/// Where new files of a folder are made ready; dropped without a [commit](Stage::commit) it takes them away again.
#[derive(Debug)]
pub struct Stage {
    folder: PathBuf,
    /// The stage itself, within it.
    inner: PathBuf,
    lock: Option<Lock>,
    /// Whether the folder itself is new.
    made: bool,
}

impl Stage {
    /// Waits until nobody else writes in the folder, and ends what was left unfinished there. A folder that is
    /// missing is made, within one that is there, `private` for its owner alone to read.
    ///
    /// # Errors
    /// [`Refused::Busy`] where another run writes there for longer than one waits; where an earlier replacement cannot
    /// be ended, [`Refused::Left`].
    pub fn open(folder: &Path, private: bool) -> Result<Self, Refused> {
        let stage = folder.join(STAGE);
        let made = Cell::new(false);
        let prepare = || {
            made.set(made.get() | make(folder, private)?);
            match make(&stage, true).and_then(|_| stage.symlink_metadata()) {
                Ok(found) if found.is_dir() => Ok(()),
                // A link would lead elsewhere, to somebody else's journal.
                Ok(_) => Err(io::ErrorKind::NotADirectory.into()),
                // Another run was done and took it away at this moment: the next attempt makes it again.
                Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
                Err(error) => Err(error),
            }
        };
        let lock = Lock::wait(&stage, &prepare, &|| true).map_err(|error| {
            let refused = match error.kind() {
                io::ErrorKind::WouldBlock => return Refused::Busy,
                _ => Refused::At { path: folder.to_owned(), error },
            };
            Lock::take_away(&stage);
            if made.get() {
                let _ = fs::remove_dir(folder);
            }
            refused
        })?;
        let made = made.get() || stage.join(MADE).exists();
        let stage = Self { folder: folder.to_owned(), inner: stage, lock: Some(lock), made };
        stage.check_owner().and_then(|()| stage.recover()).map_err(Refused::Left)?;
        let inner = [steps::ready(&stage.inner), steps::aside(&stage.inner)];
        let mark = || if made { fs::write(stage.inner.join(MADE), "") } else { Ok(()) };
        mark()
            .and_then(|()| inner.iter().try_for_each(fs::create_dir))
            .map_err(|error| Refused::At { path: folder.to_owned(), error })?;
        Ok(stage)
    }

    /// The folder for the new files, each under its path.
    pub fn ready(&self) -> PathBuf {
        steps::ready(&self.inner)
    }

    /// Places the new files, which must be flushed to the disk, and takes away those that are to go: all of it, or nothing.
    ///
    /// # Errors
    /// [`Refused::At`] the first file that could not be placed, [`Refused::Left`] where not even the old ones could be
    /// put back.
    pub fn commit(self, files: Vec<Entry>) -> Result<(), Refused> {
        let journal = Journal::of(&self.folder, files)
            .map_err(|path| Refused::At { path, error: io::ErrorKind::InvalidInput.into() })?;
        journal.folders_changed().iter().for_each(|inner| steps::settle(&self.ready().join(inner)));
        if let Some(path) = self.places().vanished(&journal) {
            return Err(Refused::At { path, error: io::ErrorKind::NotFound.into() });
        }
        journal.commit(&self.inner).map_err(|error| Refused::At { path: self.folder.clone(), error })?;
        steps::settle(&self.inner);
        self.go_on(&journal)
    }

    fn places(&self) -> Places<'_> {
        Places { folder: &self.folder, stage: &self.inner }
    }

    fn go_on(&self, journal: &Journal) -> Result<(), Refused> {
        let placed = self.places().forward(journal).and_then(|steps| self.perform(&steps));
        let Err((path, error)) = placed else { return Ok(()) };
        fs::rename(Phase::Forward.file(&self.inner), Phase::Back.file(&self.inner)).map_err(Refused::Left)?;
        self.go_back(journal).map_err(Refused::Left)?;
        Err(Refused::At { path, error })
    }

    fn go_back(&self, journal: &Journal) -> io::Result<()> {
        self.perform(&self.places().back(journal)).map_err(|(_, error)| error)
    }

    /// Performs steps up to the first that fails.
    fn perform(&self, steps: &[Step]) -> Result<(), (PathBuf, io::Error)> {
        let failed = |step: &Step, error| (step.shown(&self.inner).to_owned(), error);
        steps.iter().try_for_each(|step| step.perform().map_err(|error| failed(step, error)))
    }

    /// Ends what an earlier run left.
    fn recover(&self) -> io::Result<()> {
        let stage = &self.inner;
        let is_staged = || steps::ready(stage).exists() || stage.join("draft.json").exists();
        if let Some(journal) = Journal::read(stage, Phase::Back)? {
            self.go_back(&journal)?;
            note(News::Restored(self.folder.clone()));
        } else if let Some(journal) = Journal::read(stage, Phase::Forward)? {
            match self.go_on(&journal) {
                Ok(()) => note(News::Completed(self.folder.clone())),
                Err(Refused::Left(error)) => return Err(error),
                Err(_) => note(News::Restored(self.folder.clone())),
            }
        } else if !Phase::Done.file(stage).exists() && is_staged() {
            note(News::Restored(self.folder.clone()));
        }
        self.clear();
        Ok(())
    }

    /// In a folder where everybody may make files and nobody may replace another's, such as `/tmp`, somebody else's
    /// stage could have us do what he may not.
    fn check_owner(&self) -> io::Result<()> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            const STICKY: u32 = 0o1000;
            let folder = if self.folder.as_os_str().is_empty() { Path::new(".") } else { &self.folder };
            if fs::metadata(folder)?.mode() & STICKY == 0 {
                return Ok(());
            }
            let ours = self.inner.join("ours");
            let _ = fs::remove_file(&ours);
            if fs::File::create_new(&ours)?.metadata()?.uid() != fs::metadata(&self.inner)?.uid() {
                return Err(io::ErrorKind::PermissionDenied.into());
            }
        }
        Ok(())
    }

    /// Takes away what is no longer needed, the journal last.
    fn clear(&self) {
        for inner in [steps::ready(&self.inner), steps::aside(&self.inner)] {
            let _ = fs::remove_dir_all(inner);
        }
        for file in ["draft.json", "ours", MADE].map(|name| self.inner.join(name)) {
            let _ = fs::remove_file(file);
        }
        let _ = fs::remove_file(Phase::Done.file(&self.inner));
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        let unfinished =
            [Phase::Forward, Phase::Back].into_iter().any(|phase| phase.file(&self.inner).exists());
        if unfinished {
            return;
        }
        self.clear();
        if let Some(lock) = self.lock.take() {
            lock.release();
        }
        if self.made {
            // It stays where something came into it.
            let _ = fs::remove_dir(&self.folder);
        }
    }
}

/// Makes a folder where there is none; whether it did.
fn make(folder: &Path, private: bool) -> io::Result<bool> {
    match builder(private).create(folder) {
        Ok(()) => Ok(true),
        // The working folder.
        Err(_) if folder.as_os_str().is_empty() => Ok(false),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => Ok(false),
        Err(error) => Err(error),
    }
}

#[cfg(unix)]
fn builder(private: bool) -> DirBuilder {
    let mut builder = DirBuilder::new();
    if private {
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    }
    builder
}

/// Windows hands down who may read from the folder above.
#[cfg(not(unix))]
fn builder(_: bool) -> DirBuilder {
    DirBuilder::new()
}
