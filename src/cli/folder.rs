//! A folder of files is written whole or not at all, and nothing in it is overwritten unless that was asked for.
//!
//! In: a folder and [`Leaf`]s. Out: the files, or why there are none; whatever was there before is then untouched.
//! Everything is written to a folder of its own first: beside a folder that is new, within one that is there.

use crate::{
    cli::{interrupt::writing, output::Existing},
    render::paper::Leaf,
};
use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    panic::resume_unwind,
    path::{Path, PathBuf},
    thread,
};
use tempfile::{Builder, TempDir};

/// Who may read the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    /// Whoever may read other new files of the user.
    Usual,
    /// The user alone, where the system knows such files.
    Owner,
}

/// Why nothing was written: the path and the system's error.
#[derive(Debug)]
pub struct Refused {
    /// What could not be written.
    pub path: PathBuf,
    /// Why; `AlreadyExists` where the file is to be kept.
    pub error: io::Error,
}

/// Writes every leaf into the folder, which is made where it is missing.
///
/// # Errors
/// The first file that stands in the way or cannot be written; nothing is changed then.
pub fn write_all(
    folder: &Path,
    leaves: &[Leaf],
    existing: Existing,
    readers: Readers,
) -> Result<(), Refused> {
    let _whole = writing();
    if existing == Existing::Keep
        && let Some(path) = leaves.iter().map(|leaf| place(folder, &leaf.path)).find(|path| is_there(path))
    {
        return Err(Refused { path, error: io::ErrorKind::AlreadyExists.into() });
    }
    let refused = |error| Refused { path: folder.to_owned(), error };
    if folder.is_dir() {
        let stage = stage_in(folder, readers).map_err(refused)?;
        fill(stage.path(), leaves, readers).map_err(|refused| seen_from(folder, stage.path(), refused))?;
        move_in(folder, stage.path(), leaves)
    } else {
        let beside = folder.parent().filter(|parent| !parent.as_os_str().is_empty());
        let stage = stage_in(beside.unwrap_or(Path::new(".")), readers).map_err(refused)?;
        fill(stage.path(), leaves, readers).map_err(|refused| seen_from(folder, stage.path(), refused))?;
        // A folder that appeared meanwhile is refused by the system or, on Unix, replaced only where it is empty.
        fs::rename(stage.path(), folder).map_err(refused)?;
        let _ = stage.keep();
        Ok(())
    }
}

/// The files of the folders into which leaves go that are none of them, in order.
pub fn strangers(folder: &Path, leaves: &[Leaf]) -> Vec<PathBuf> {
    let ours: Vec<PathBuf> = leaves.iter().map(|leaf| place(folder, &leaf.path)).collect();
    let mut folders: Vec<&Path> =
        ours.iter().filter_map(|path| path.parent()).filter(|parent| *parent != folder).collect();
    folders.sort_unstable();
    folders.dedup();
    let entries = folders.into_iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten();
    let mut found: Vec<PathBuf> =
        entries.map(|entry| entry.path()).filter(|path| path.is_file() && !ours.contains(path)).collect();
    found.sort_unstable();
    found
}

/// Where a leaf goes by its path.
pub fn place(folder: &Path, path: &str) -> PathBuf {
    path.split('/').fold(folder.to_owned(), |path, part| path.join(part))
}

/// Whether anything stands there, be it a link that leads nowhere.
fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

fn stage_in(folder: &Path, readers: Readers) -> io::Result<TempDir> {
    let mut builder = Builder::new();
    builder.prefix(".chuxin-");
    #[cfg(unix)]
    {
        use std::{fs::Permissions, os::unix::fs::PermissionsExt};
        let mode = if readers == Readers::Owner { 0o700 } else { 0o777 };
        builder.permissions(Permissions::from_mode(mode));
    }
    #[cfg(not(unix))]
    let _ = readers;
    builder.tempdir_in(folder)
}

/// Files flushed to the disk at the same time: a disk takes many together for little more than one.
const FLUSHED_TOGETHER: usize = 16;

fn fill(stage: &Path, leaves: &[Leaf], readers: Readers) -> Result<(), Refused> {
    let mut written = Vec::new();
    for leaf in leaves {
        let path = place(stage, &leaf.path);
        let parents = path.parent().map_or(Ok(()), fs::create_dir_all);
        match parents.and_then(|()| write_new(&path, &leaf.bytes, readers)) {
            Ok(file) => written.push((path, file)),
            Err(error) => return Err(Refused { path, error }),
        }
        if written.len() == FLUSHED_TOGETHER {
            flush(&written)?;
            written.clear();
        }
    }
    flush(&written)
}

fn flush(written: &[(PathBuf, File)]) -> Result<(), Refused> {
    thread::scope(|scope| {
        let work: Vec<_> = written.iter().map(|(_, file)| scope.spawn(|| file.sync_all())).collect();
        for (one, (path, _)) in work.into_iter().zip(written) {
            let flushed = one.join().unwrap_or_else(|panic| resume_unwind(panic));
            flushed.map_err(|error| Refused { path: path.clone(), error })?;
        }
        Ok(())
    })
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

/// A path in the stage as the user will know it.
fn seen_from(folder: &Path, stage: &Path, refused: Refused) -> Refused {
    let path = refused.path.strip_prefix(stage).map_or(refused.path.clone(), |inner| folder.join(inner));
    Refused { path, ..refused }
}

/// What was done to the folder, to be undone in reverse where something fails.
enum Step {
    Made(PathBuf),
    SetAside { from: PathBuf, to: PathBuf },
    Placed(PathBuf),
}

fn move_in(folder: &Path, stage: &Path, leaves: &[Leaf]) -> Result<(), Refused> {
    let mut steps = Vec::new();
    for (number, leaf) in leaves.iter().enumerate() {
        let aside = stage.join(format!(".replaced-{number}"));
        let (from, to) = (place(stage, &leaf.path), place(folder, &leaf.path));
        if let Err(error) = move_one(folder, &from, &to, aside, &mut steps) {
            undo(steps);
            return Err(Refused { path: to, error });
        }
    }
    Ok(())
}

fn move_one(folder: &Path, from: &Path, to: &Path, aside: PathBuf, steps: &mut Vec<Step>) -> io::Result<()> {
    let missing: Vec<&Path> =
        to.ancestors().skip(1).take_while(|parent| *parent != folder && !parent.is_dir()).collect();
    for parent in missing.into_iter().rev() {
        if is_there(parent) {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        fs::create_dir(parent)?;
        steps.push(Step::Made(parent.to_owned()));
    }
    if to.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if is_there(to) {
        fs::rename(to, &aside)?;
        steps.push(Step::SetAside { from: to.to_owned(), to: aside });
    }
    fs::rename(from, to)?;
    steps.push(Step::Placed(to.to_owned()));
    Ok(())
}

/// Puts everything back; what cannot be put back is left to the user, who is told of the first failure.
fn undo(steps: Vec<Step>) {
    for step in steps.into_iter().rev() {
        let _ = match step {
            Step::Made(folder) => fs::remove_dir(folder),
            Step::SetAside { from, to } => fs::rename(to, from),
            Step::Placed(path) => fs::remove_file(path),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::{Readers, strangers, write_all};
    use crate::{cli::output::Existing, render::paper::Leaf};
    use std::{fs, io, path::Path};

    fn leaf(path: &str, text: &str) -> Leaf {
        Leaf { path: path.into(), bytes: text.into() }
    }

    fn write(folder: &Path, leaves: &[Leaf], existing: Existing) -> Result<(), io::ErrorKind> {
        write_all(folder, leaves, existing, Readers::Usual).map_err(|refused| refused.error.kind())
    }

    fn text(folder: &Path, path: &str) -> String {
        fs::read_to_string(folder.join(path)).unwrap()
    }

    /// Every file and folder below, hidden ones too.
    fn count(folder: &Path) -> usize {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries.map(|path| 1 + if path.is_dir() { count(&path) } else { 0 }).sum()
    }

    #[test]
    fn makes_a_new_folder_and_leaves_nothing_else_behind() {
        let home = tempfile::tempdir().unwrap();
        let out = home.path().join("纸");
        write(&out, &[leaf("日历/全部.ics", "1"), leaf("表.xlsx", "2")], Existing::Keep).unwrap();
        assert_eq!(text(&out, "日历/全部.ics"), "1");
        assert_eq!(count(home.path()), 4);
    }

    #[test]
    fn adds_to_a_folder_and_overwrites_only_where_asked() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("b"), "precious").unwrap();
        let leaves = [leaf("a", "new"), leaf("b", "new")];
        assert_eq!(write(home.path(), &leaves, Existing::Keep), Err(io::ErrorKind::AlreadyExists));
        assert_eq!((text(home.path(), "b").as_str(), count(home.path())), ("precious", 1));
        write(home.path(), &leaves, Existing::Replace).unwrap();
        assert_eq!((text(home.path(), "b").as_str(), count(home.path())), ("new", 2));
    }

    #[test]
    fn puts_everything_back_where_one_file_cannot_be_placed() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("a"), "old").unwrap();
        fs::create_dir_all(home.path().join("z/full")).unwrap();
        let leaves = [leaf("a", "new"), leaf("new/b", "new"), leaf("z", "new")];
        assert!(write(home.path(), &leaves, Existing::Replace).is_err());
        assert_eq!((text(home.path(), "a").as_str(), count(home.path())), ("old", 3));
    }

    #[test]
    fn says_that_a_file_stands_where_a_folder_should() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("日历"), "mine").unwrap();
        let leaves = [leaf("日历/a.ics", "new")];
        assert_eq!(write(home.path(), &leaves, Existing::Replace), Err(io::ErrorKind::NotADirectory));
        assert_eq!((text(home.path(), "日历").as_str(), count(home.path())), ("mine", 1));
    }

    #[test]
    fn refuses_two_leaves_of_one_name_rather_than_losing_one() {
        let home = tempfile::tempdir().unwrap();
        let leaves = [leaf("a", "one"), leaf("a", "two")];
        assert_eq!(
            write(&home.path().join("out"), &leaves, Existing::Keep),
            Err(io::ErrorKind::AlreadyExists)
        );
        assert_eq!(count(home.path()), 0);
    }

    #[test]
    fn names_files_of_an_earlier_print_in_the_folders_it_fills() {
        let home = tempfile::tempdir().unwrap();
        let leaves = [leaf("日历/a.ics", ""), leaf("表.xlsx", "")];
        write(home.path(), &leaves, Existing::Keep).unwrap();
        fs::write(home.path().join("日历/old.ics"), "").unwrap();
        fs::write(home.path().join("mine.txt"), "").unwrap();
        assert_eq!(strangers(home.path(), &leaves), [home.path().join("日历/old.ics")]);
    }

    #[cfg(unix)]
    #[test]
    fn lets_only_the_owner_read_where_asked() {
        use std::os::unix::fs::PermissionsExt;
        let home = tempfile::tempdir().unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        for (name, before) in [("new", false), ("there", true)] {
            let out = home.path().join(name);
            if before {
                fs::create_dir(&out).unwrap();
            }
            write_all(&out, &[leaf("日历/a", "")], Existing::Keep, Readers::Owner).unwrap();
            assert_eq!(mode(&out.join("日历/a")), 0o600);
        }
        assert_eq!(mode(&home.path().join("new")), 0o700);
        let usual = home.path().join("usual");
        write(&usual, &[leaf("a", "")], Existing::Keep).unwrap();
        assert_eq!(mode(&usual), mode(&home.path().join("there")));
    }
}
