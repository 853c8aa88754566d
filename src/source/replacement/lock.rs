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
        let path = folder.join("lock");
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path)?;
        Self::take(file, path)
    }

    /// The lock of a file; nothing where another process has it, or has just taken the file away.
    fn take(file: File, path: PathBuf) -> io::Result<Option<Self>> {
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            // Some drives of a network know no locks.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
            Err(TryLockError::Error(error)) => return Err(error),
        }
        let same = Handle::from_path(&path)? == Handle::from_file(file.try_clone()?)?;
        Ok(same.then_some(Self { file, path }))
    }

    /// Lets go and leaves nothing behind.
    pub(super) fn release(self) {
        // In this order nobody takes a lock that is then taken away; whoever waits makes another.
        let _ = fs::remove_file(&self.path);
        drop(self.file);
        let _ = self.path.parent().map(fs::remove_dir);
    }
}

#[cfg(test)]
mod tests {
    use super::Lock;
    use std::fs::{self, File};

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
