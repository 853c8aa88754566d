//! Who may write in a folder: one process at a time.
//!
//! In: the folder in which new files are made ready. Out: a [`Lock`] on it. The system lets go of a lock when its
//! process ends, however it ends: one that is left over holds nobody up.

use same_file::Handle;
use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

/// How often a lock is asked for that another process holds: for ten seconds in all.
const ATTEMPTS: usize = 500;
const PAUSE: Duration = Duration::from_millis(20);

/// Held while a folder is written.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    path: PathBuf,
    /// Whether nobody else can have it: some drives of a network know no locks.
    is_exclusive: bool,
}

impl Lock {
    /// Waits for the lock of a folder while `waits` says so; `prepare` makes the folder ready that holds it, or says
    /// with [`io::ErrorKind::NotFound`] that there is none.
    ///
    /// # Errors
    /// [`io::ErrorKind::WouldBlock`] where another process holds it, else those of the file system.
    pub(super) fn wait(
        folder: &Path,
        prepare: &dyn Fn() -> io::Result<()>,
        waits: &dyn Fn() -> bool,
    ) -> io::Result<Self> {
        let mut last = io::ErrorKind::WouldBlock.into();
        for _ in 0..ATTEMPTS {
            prepare()?;
            match Self::attempt(folder) {
                Ok(Some(lock)) => return Ok(lock),
                Ok(None) if !waits() => break,
                Ok(None) => last = io::ErrorKind::WouldBlock.into(),
                // Whoever held it takes it away at this moment; Windows then calls the file forbidden for a while.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) if cfg!(windows) && error.kind() == io::ErrorKind::PermissionDenied => {
                    last = error;
                }
                Err(error) => return Err(error),
            }
            thread::sleep(PAUSE);
        }
        Err(last)
    }

    fn attempt(folder: &Path) -> io::Result<Option<Self>> {
        let path = path(folder);
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path)?;
        Self::take(file, path)
    }

    /// The lock of a file; nothing where another process has it, or has just taken the file away.
    fn take(file: File, path: PathBuf) -> io::Result<Option<Self>> {
        let is_exclusive = match file.try_lock() {
            Ok(()) => true,
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) if is_without_locks(&error) => false,
            Err(TryLockError::Error(error)) => return Err(error),
        };
        let same = Handle::from_path(&path)? == Handle::from_file(file.try_clone()?)?;
        Ok(same.then_some(Self { file, path, is_exclusive }))
    }

    /// Whether nobody else can have it.
    pub(super) fn is_exclusive(&self) -> bool {
        self.is_exclusive
    }

    /// Leaves nothing behind of a lock that could not be had.
    pub(super) fn take_away(folder: &Path) {
        let _ = fs::remove_file(path(folder));
        let _ = fs::remove_dir(folder);
    }

    /// Lets go and leaves nothing behind.
    pub(super) fn release(self) {
        // In this order nobody takes a lock that is then taken away; whoever waits makes another.
        let _ = fs::remove_file(&self.path);
        drop(self.file);
        let _ = self.path.parent().map(fs::remove_dir);
    }
}

fn path(folder: &Path) -> PathBuf {
    folder.join("lock")
}

/// Whether a drive knows no locks. Windows has two words for it, which the standard library leaves as they are:
/// `ERROR_INVALID_FUNCTION` and `ERROR_NOT_SUPPORTED`; NFS without its lock service says `ENOLCK`.
fn is_without_locks(error: &io::Error) -> bool {
    let codes: &[i32] = match () {
        () if cfg!(windows) => &[1, 50],
        () if cfg!(target_os = "linux") => &[37],
        () => &[77],
    };
    error.kind() == io::ErrorKind::Unsupported
        || error.raw_os_error().is_some_and(|code| codes.contains(&code))
}

#[cfg(test)]
mod tests {
    use super::{Lock, is_without_locks};
    use std::{
        fs::{self, File},
        io,
    };

    #[test]
    fn knows_a_drive_without_locks_by_its_words() {
        assert!(is_without_locks(&io::ErrorKind::Unsupported.into()));
        let code = if cfg!(windows) {
            1
        } else if cfg!(target_os = "linux") {
            37
        } else {
            77
        };
        assert!(is_without_locks(&io::Error::from_raw_os_error(code)));
        assert!(!is_without_locks(&io::ErrorKind::PermissionDenied.into()));
    }

    #[test]
    fn is_held_by_one_and_lost_with_its_file() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("lock");
        let take = |file: &File| Lock::take(file.try_clone().unwrap(), path.clone());
        let first = File::create(&path).unwrap();
        let lock = take(&first).unwrap().unwrap();
        assert!(take(&File::open(&path).unwrap()).unwrap().is_none());
        // Whoever waited for a lock that was taken away has nothing, also where the next one is there already.
        let waiting = File::open(&path).unwrap();
        drop((first, lock));
        fs::remove_file(&path).unwrap();
        assert!(take(&waiting).is_err());
        File::create(&path).unwrap();
        assert!(take(&waiting).unwrap().is_none());
    }
}
