//! Files are written whole or not at all, and none is overwritten unless that was asked for.
//!
//! In: a path and the bytes. Out: the file, or why there is none; a file that was there before is then untouched.

use crate::cli::interrupt::writing;
use std::{
    io::{self, Write},
    path::Path,
};
use tempfile::{Builder, NamedTempFile};

/// What happens to a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and writing fails with [`io::ErrorKind::AlreadyExists`].
    Keep,
    /// It is replaced at once by the new one.
    Replace,
}

/// Writes `bytes` to a temporary file in the same folder, flushes it to the disk and gives it its name.
///
/// # Errors
/// Those of the file system; `AlreadyExists` where the file is to be kept.
pub fn write_whole(path: &Path, bytes: &[u8], existing: Existing) -> io::Result<()> {
    let _whole = writing();
    if existing == Existing::Keep && path.try_exists()? {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut file = temporary_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    match existing {
        Existing::Keep => file.persist_noclobber(path),
        Existing::Replace => file.persist(path),
    }
    .map(drop)
    .map_err(|refused| refused.error)
}

/// Readable by those who may read other new files of the user: temporary files are the user's alone by default.
fn temporary_in(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".chuxin-");
    #[cfg(unix)]
    {
        use std::{fs::Permissions, os::unix::fs::PermissionsExt};
        builder.permissions(Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

#[cfg(test)]
mod tests {
    use super::{Existing, write_whole};
    use std::{fs, io};

    #[test]
    fn writes_a_new_file_and_leaves_nothing_else_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("安排方案.json");
        write_whole(&path, b"{}\n", Existing::Keep).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"{}\n");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn keeps_a_file_that_is_there_unless_it_is_to_be_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.json");
        fs::write(&path, "old").unwrap();
        let refused = write_whole(&path, b"new", Existing::Keep).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"old");
        write_whole(&path, b"new", Existing::Replace).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn says_that_the_folder_is_missing() {
        let folder = tempfile::tempdir().unwrap();
        let refused = write_whole(&folder.path().join("no/plan.json"), b"", Existing::Keep).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::NotFound);
    }

    #[cfg(unix)]
    #[test]
    fn lets_others_read_the_file_as_any_new_file() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let (ours, usual) = (folder.path().join("ours"), folder.path().join("usual"));
        write_whole(&ours, b"", Existing::Keep).unwrap();
        fs::write(&usual, b"").unwrap();
        let mode = |path| fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(&ours), mode(&usual));
    }
}
