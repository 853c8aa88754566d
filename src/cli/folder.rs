//! Files are written whole, several of them all or none, and nothing is overwritten unless that was asked for.
//!
//! In: a folder and [`PrintedFile`]s, or a path and bytes. Out: the files, or why there are none; whatever was there before is
//! then untouched. Only plain files are replaced, and none that this run has read. A link is replaced itself: what it
//! leads to may lie anywhere and stays as it is.

#[cfg(test)]
mod tests;

use crate::{
    cli::{
        files::{Existing, in_the_way, obstacle, refusal, shown},
        interrupt::writing,
    },
    render::{file::PrintedFile, wording::run::Saving},
    source::replacement::{
        Refused, Stage,
        journal::{Change, Entry},
    },
};
use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    panic::resume_unwind,
    path::{Path, PathBuf},
    sync::MutexGuard,
    thread,
};

/// Who may read the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    /// Whoever may read other new files of the user.
    Usual,
    /// The user alone, where the system knows such files.
    Owner,
}

/// Writes a file.
///
/// # Errors
/// What to tell the user; nothing is changed then.
pub fn write_one(path: &Path, bytes: &[u8], existing: Existing) -> Result<(), Saving> {
    write_together(&[(path, bytes)], existing)
}

/// Writes files of one folder, which is there.
///
/// # Errors
/// What to tell the user; nothing is changed then.
pub fn write_together(files: &[(&Path, &[u8])], existing: Existing) -> Result<(), Saving> {
    let mut printed = Vec::new();
    for &(path, bytes) in files {
        if let Some(problem) = obstacle(path, existing) {
            return Err(problem);
        }
        let name = path.file_name().ok_or_else(|| Saving::IsFolder(shown(path)))?;
        let name = name.to_str().ok_or_else(|| Saving::OddName(shown(path)))?;
        printed.push(PrintedFile { path: name.to_owned(), bytes: bytes.to_owned() });
    }
    let folder = files.first().and_then(|(path, _)| path.parent()).unwrap_or(Path::new(""));
    write_all(folder, &printed, existing, Readers::Usual)
}

/// Writes every file into the folder, which is made where it is missing.
///
/// # Errors
/// What to tell the user of the first file that stands in the way or cannot be written; nothing is changed then.
pub fn write_all(
    folder: &Path,
    files: &[PrintedFile],
    existing: Existing,
    readers: Readers,
) -> Result<(), Saving> {
    OpenFolder::open(folder, readers)?.replace_all(&Contents { files, ..Contents::default() }, existing)
}

/// What is to become of a folder.
#[derive(Debug, Clone, Copy, Default)]
pub struct Contents<'a> {
    /// Files that are written.
    pub files: &'a [PrintedFile],
    /// The folder's own record, which is replaced unasked.
    pub record: Option<&'a PrintedFile>,
    /// Files that are taken away, by their paths in the folder.
    pub removed: &'a [String],
    /// Files that go elsewhere in the folder, where none is.
    pub moved: &'a [(String, String)],
}

/// A folder in which nobody else writes as long as this is held, and where nothing is left unfinished.
#[derive(Debug)]
pub struct OpenFolder<'a> {
    folder: &'a Path,
    readers: Readers,
    stage: Stage,
    uninterrupted: MutexGuard<'static, ()>,
}

impl<'a> OpenFolder<'a> {
    /// Waits for a folder, which is made where it is missing.
    ///
    /// # Errors
    /// What to tell the user.
    pub fn open(folder: &'a Path, readers: Readers) -> Result<Self, Saving> {
        let uninterrupted = writing();
        let stage =
            Stage::open(folder, readers == Readers::Owner).map_err(|refused| said(folder, refused))?;
        Ok(Self { folder, readers, stage, uninterrupted })
    }

    /// Writes every file into the folder, and takes others away with it.
    ///
    /// # Errors
    /// Those of [`write_all`].
    pub fn replace_all(self, contents: &Contents<'_>, existing: Existing) -> Result<(), Saving> {
        let Self { uninterrupted, folder, readers, stage } = self;
        let record = contents.record.iter().map(|file| (*file, Existing::Replace));
        let files: Vec<_> = contents.files.iter().map(|file| (file, existing)).chain(record).collect();
        let mut entries = Vec::new();
        for (file, existing) in &files {
            let path = place(folder, &file.path);
            if let Some(problem) = in_the_way(&path, *existing) {
                return Err(problem);
            }
            let change = if is_there(&path) { Change::Replaces } else { Change::Adds };
            entries.push(Entry { path: file.path.clone(), change });
        }
        let ready = stage.ready();
        for (from, to) in contents.moved {
            set_aside(&place(folder, from), &place(&ready, to))
                .map_err(|error| refusal(&place(folder, from), &error))?;
            entries.push(Entry { path: to.clone(), change: Change::Adds });
        }
        // Whatever takes the place of a file that goes elsewhere replaces it.
        let is_free = |path: &&String| files.iter().all(|(file, _)| file.path != **path);
        let left = contents.moved.iter().map(|(from, _)| from).filter(is_free);
        let removed = contents.removed.iter().chain(left);
        entries.extend(removed.map(|path| Entry { path: path.clone(), change: Change::Removes }));
        fill(&ready, files.iter().map(|(file, _)| *file), readers).map_err(|(path, error)| {
            let inner = path.strip_prefix(&ready).unwrap_or(&path);
            refusal(&folder.join(inner), &error)
        })?;
        let committed = stage.commit(entries).map_err(|refused| said(folder, refused));
        drop(uninterrupted);
        committed
    }
}

/// Why nothing was written, or not all.
fn said(folder: &Path, refused: Refused) -> Saving {
    match refused {
        Refused::At { path, error } => refusal(&path, &error),
        Refused::Busy => Saving::Busy(shown(folder)),
        Refused::Left(error) => Saving::Left { folder: shown(folder), cause: error.to_string() },
    }
}

/// Where a file goes by its path.
pub fn place(folder: &Path, path: &str) -> PathBuf {
    path.split('/').fold(folder.to_owned(), |path, part| path.join(part))
}

/// Whether anything stands there, be it a link that leads nowhere.
fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Files flushed to the disk at the same time: a disk takes many together for little more than one.
const FLUSHED_TOGETHER: usize = 16;

fn fill<'a>(
    stage: &Path,
    files: impl Iterator<Item = &'a PrintedFile>,
    readers: Readers,
) -> Result<(), (PathBuf, io::Error)> {
    let mut written = Vec::new();
    for file in files {
        let path = place(stage, &file.path);
        let parents = path.parent().map_or(Ok(()), fs::create_dir_all);
        match parents.and_then(|()| write_new(&path, &file.bytes, readers)) {
            Ok(file) => written.push((path, file)),
            Err(error) => return Err((path, error)),
        }
        if written.len() == FLUSHED_TOGETHER {
            flush(&written)?;
            written.clear();
        }
    }
    flush(&written)
}

fn flush(written: &[(PathBuf, File)]) -> Result<(), (PathBuf, io::Error)> {
    thread::scope(|scope| {
        let work: Vec<_> = written.iter().map(|(_, file)| scope.spawn(|| file.sync_all())).collect();
        for (one, (path, _)) in work.into_iter().zip(written) {
            let flushed = one.join().unwrap_or_else(|panic| resume_unwind(panic));
            flushed.map_err(|error| (path.clone(), error))?;
        }
        Ok(())
    })
}

/// A file once more where it is to go, readable by whoever could read it; also one that nobody may write.
fn set_aside(from: &Path, to: &Path) -> io::Result<()> {
    to.parent().map_or(Ok(()), fs::create_dir_all)?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
        options.mode(fs::metadata(from)?.mode() & 0o777 | 0o600);
    }
    let bytes = fs::read(from)?;
    let mut file = options.open(to)?;
    file.write_all(&bytes)?;
    file.sync_all()
}

/// Writes a file that is not there yet.
fn write_new(path: &Path, bytes: &[u8], readers: Readers) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if readers == Readers::Owner {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    #[cfg(not(unix))]
    let _ = readers;
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    Ok(file)
}
