//! The bytes of a file, or of a stream that may never end, up to a limit; and what this run has read.
//!
//! In: a path, or whatever can be read. Out: its bytes, or the [`Fault`] that keeps them. A stream can be read once
//! only: what it gave is kept under its name for whoever asks again in the same run.

use crate::source::Fault;
use same_file::is_same_file;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{self, File, Metadata},
    io::{self, Read as _},
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

/// The longest text that is read, in bytes.
pub const LONGEST: u64 = 64 * 1024 * 1024;

type Bytes = Result<Vec<u8>, Fault>;

/// What was read.
#[derive(Debug)]
struct Read {
    streams: BTreeMap<PathBuf, Bytes>,
    files: BTreeSet<PathBuf>,
    /// What lay where something was looked for; `None` for nothing.
    found: BTreeMap<PathBuf, Option<Metadata>>,
}

/// A process has each of its streams once, its standard input above all, and nowhere may it write over what it read.
static READ: Mutex<Read> =
    Mutex::new(Read { streams: BTreeMap::new(), files: BTreeSet::new(), found: BTreeMap::new() });

/// Reads a stream and keeps it under a name, as if a file lay there.
pub fn keep(name: &Path, stream: impl io::Read) {
    let bytes = limited(stream);
    known().streams.insert(name.to_owned(), bytes);
}

/// Every path at which something was looked for since the last call, with what lay there; `None` for nothing.
pub fn take_found() -> BTreeMap<PathBuf, Option<Metadata>> {
    std::mem::take(&mut known().found)
}

/// Under which path this run has read the file at `path`: the same or another, through links and whatever a system
/// takes for the same name.
pub fn read_as(path: &Path) -> Option<PathBuf> {
    let files = known().files.clone();
    files.into_iter().find(|file| same(file, path))
}

/// Whether two paths lead to one file. Nothing else is opened: a pipe would wait for its other end.
pub fn same(one: &Path, other: &Path) -> bool {
    one.is_file() && other.is_file() && is_same_file(one, other).unwrap_or(false)
}

/// What tells a file from all others, whatever its path calls it.
#[cfg(unix)]
pub type Identity = (u64, u64);

/// What tells a file from all others: its one path, in which Windows writes names as the disk has them.
#[cfg(not(unix))]
pub type Identity = PathBuf;

/// What lies at a path, be it a link; none where nothing does. Disks take names for the same that differ in case, or in
/// how their letters are composed.
pub fn identity(path: &Path) -> Option<Identity> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        path.symlink_metadata().ok().map(|found| (found.dev(), found.ino()))
    }
    #[cfg(not(unix))]
    canonical(path)
}

/// The one path, without links and dots, of whatever lies at `path`; none where nothing does.
pub fn canonical(path: &Path) -> Option<PathBuf> {
    path.canonicalize().ok()
}

pub(super) fn read(path: &Path) -> Bytes {
    if let Some(bytes) = known().streams.get(path) {
        return bytes.clone();
    }
    let metadata = fs::metadata(path);
    known().found.insert(path.to_owned(), metadata.as_ref().ok().cloned());
    let metadata = metadata.map_err(refused)?;
    if metadata.is_dir() {
        return Err(Fault::Folder);
    }
    if metadata.len() > LONGEST {
        return Err(Fault::TooLong);
    }
    let file = File::open(path).map_err(refused)?;
    if metadata.is_file() {
        known().files.insert(path.to_owned());
        return limited(file);
    }
    keep(path, file);
    read(path)
}

/// A file may grow while it is read, and the length of a stream is not known: nothing is read beyond the limit.
fn limited(stream: impl io::Read) -> Bytes {
    let mut bytes = Vec::new();
    stream.take(LONGEST + 1).read_to_end(&mut bytes).map_err(refused)?;
    if bytes.len() as u64 > LONGEST { Err(Fault::TooLong) } else { Ok(bytes) }
}

#[expect(clippy::needless_pass_by_value, reason = "handed to map_err")]
fn refused(error: io::Error) -> Fault {
    match error.kind() {
        io::ErrorKind::NotFound => Fault::Missing,
        io::ErrorKind::IsADirectory => Fault::Folder,
        _ => Fault::Unreadable(error.to_string()),
    }
}

/// Maps stay whole whoever panicked over them.
fn known() -> MutexGuard<'static, Read> {
    READ.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, keep, limited, read};
    use crate::source::Fault;
    use std::{io, path::Path};

    #[test]
    fn reads_up_to_the_limit_and_no_further() {
        assert_eq!(limited(io::repeat(b' ')), Err(Fault::TooLong));
        let longest = limited(io::Read::take(io::repeat(b' '), LONGEST)).unwrap();
        assert_eq!(longest.len() as u64, LONGEST);
    }

    #[test]
    fn gives_a_stream_to_whoever_asks_again() {
        let name = Path::new("a stream of this test");
        assert_eq!(read(name), Err(Fault::Missing));
        keep(name, &b"a: 1"[..]);
        assert_eq!([read(name), read(name)], [Ok(b"a: 1".to_vec()), Ok(b"a: 1".to_vec())]);
    }
}
