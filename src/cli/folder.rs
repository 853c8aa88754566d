//! Files are written whole, several of them all or none, and nothing is overwritten unless that was asked for.
//!
//! In: a folder and [`PrintedFile`]s, or a path and bytes. Out: the files, or why there are none; whatever was there before is
//! then untouched. Only plain files are replaced, and none that this run has read. A link is replaced itself: what it
//! leads to may lie anywhere and stays as it is.

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
    replace_all(folder, &Contents { files, ..Contents::default() }, existing, readers)
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

/// Writes every file into the folder in the same way, and takes others away with it.
///
/// # Errors
/// Those of [`write_all`].
pub fn replace_all(
    folder: &Path,
    contents: &Contents<'_>,
    existing: Existing,
    readers: Readers,
) -> Result<(), Saving> {
    let _whole = writing();
    let stage = Stage::open(folder, readers == Readers::Owner).map_err(|refused| said(folder, refused))?;
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
    let removed = contents.removed.iter().chain(contents.moved.iter().map(|(from, _)| from));
    entries.extend(removed.map(|path| Entry { path: path.clone(), change: Change::Removes }));
    fill(&ready, files.iter().map(|(file, _)| *file), readers).map_err(|(path, error)| {
        let inner = path.strip_prefix(&ready).unwrap_or(&path);
        refusal(&folder.join(inner), &error)
    })?;
    stage.commit(entries).map_err(|refused| said(folder, refused))
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

/// A file once more where it is to go, readable by whoever could read it.
fn set_aside(from: &Path, to: &Path) -> io::Result<()> {
    to.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::copy(from, to)?;
    OpenOptions::new().append(true).open(to)?.sync_all()
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

#[cfg(test)]
mod tests {
    use super::{Contents, Readers, replace_all, write_all, write_one, write_together};
    use crate::{
        cli::files::Existing::{self, Keep, Replace},
        render::{file::PrintedFile, wording::run::Saving},
        source::Sources,
    };
    use std::{fs, path::Path};

    fn file(path: &str, text: &str) -> PrintedFile {
        PrintedFile { path: path.into(), bytes: text.into() }
    }

    fn write(folder: &Path, files: &[PrintedFile], existing: Existing) -> Result<(), Saving> {
        write_all(folder, files, existing, Readers::Usual)
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
        write(&out, &[file("日历/全部.ics", "1"), file("表.xlsx", "2")], Keep).unwrap();
        assert_eq!(text(&out, "日历/全部.ics"), "1");
        assert_eq!(count(home.path()), 4);
    }

    #[test]
    fn adds_to_a_folder_and_overwrites_only_where_asked() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("b"), "precious").unwrap();
        let files = [file("a", "new"), file("b", "new")];
        assert!(matches!(write(home.path(), &files, Keep), Err(Saving::Exists(_))));
        assert_eq!((text(home.path(), "b").as_str(), count(home.path())), ("precious", 1));
        write(home.path(), &files, Replace).unwrap();
        assert_eq!((text(home.path(), "b").as_str(), count(home.path())), ("new", 2));
    }

    #[test]
    fn puts_everything_back_where_one_file_cannot_be_placed() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("a"), "old").unwrap();
        fs::create_dir_all(home.path().join("z/full")).unwrap();
        let files = [file("a", "new"), file("new/b", "new"), file("z", "new")];
        assert!(matches!(write(home.path(), &files, Replace), Err(Saving::IsFolder(_))));
        assert_eq!((text(home.path(), "a").as_str(), count(home.path())), ("old", 3));
    }

    #[test]
    fn says_that_a_file_stands_where_a_folder_should() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("日历"), "mine").unwrap();
        let files = [file("日历/a.ics", "new")];
        assert!(matches!(write(home.path(), &files, Replace), Err(Saving::NotFolder(_))));
        assert_eq!((text(home.path(), "日历").as_str(), count(home.path())), ("mine", 1));
    }

    #[test]
    fn refuses_two_leaves_of_one_name_rather_than_losing_one() {
        let home = tempfile::tempdir().unwrap();
        let files = [file("a", "one"), file("a", "two")];
        assert!(matches!(write(&home.path().join("out"), &files, Keep), Err(Saving::Exists(_))));
        assert_eq!(count(home.path()), 0);
    }

    #[test]
    fn takes_files_away_and_sets_others_aside_with_the_new_ones() {
        let home = tempfile::tempdir().unwrap();
        let old = [file("a", "old"), file("通知/大使/b", "old"), file("c", "edited")];
        write(home.path(), &old, Keep).unwrap();
        let contents = Contents {
            files: &[file("d", "new")],
            record: Some(&file("a", "record")),
            removed: &["通知/大使/b".to_owned()],
            moved: &[("c".to_owned(), "旧/c".to_owned())],
        };
        replace_all(home.path(), &contents, Keep, Readers::Usual).unwrap();
        assert_eq!(["a", "d", "旧/c"].map(|path| text(home.path(), path)), ["record", "new", "edited"]);
        assert_eq!(count(home.path()), 4);
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
            write_all(&out, &[file("日历/a", "")], Keep, Readers::Owner).unwrap();
            assert_eq!(mode(&out.join("日历/a")), 0o600);
        }
        assert_eq!(mode(&home.path().join("new")), 0o700);
        let usual = home.path().join("usual");
        write(&usual, &[file("a", "")], Keep).unwrap();
        assert_eq!(mode(&usual), mode(&home.path().join("there")));
    }

    #[test]
    fn writes_one_file_whole_and_overwrites_it_only_where_asked() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("安排方案.json");
        write_one(&path, b"old", Keep).unwrap();
        assert!(matches!(write_one(&path, b"new", Keep), Err(Saving::Exists(_))));
        assert_eq!((text(home.path(), "安排方案.json").as_str(), count(home.path())), ("old", 1));
        write_together(&[(&path, b"new"), (&home.path().join("b"), b"b")], Replace).unwrap();
        assert_eq!((text(home.path(), "安排方案.json").as_str(), count(home.path())), ("new", 2));
        assert!(matches!(write_one(&home.path().join("no/plan.json"), b"", Keep), Err(Saving::NoFolder(_))));
        assert!(matches!(write_one(home.path(), b"", Replace), Err(Saving::IsFolder(_))));
        assert_eq!(count(home.path()), 2);
    }

    #[test]
    fn writes_over_nothing_that_was_read_whatever_it_is_called() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("c.yaml");
        fs::write(&path, "mine").unwrap();
        fs::hard_link(&path, home.path().join("linked")).unwrap();
        Sources::default().open(&path).unwrap();
        let round = home.path().join("./x/..").join("c.yaml");
        fs::create_dir(home.path().join("x")).unwrap();
        for other in [path.clone(), home.path().join("linked"), round] {
            let read = path.display().to_string();
            let problem = Saving::OverRead { path: other.display().to_string(), read };
            for existing in [Keep, Replace] {
                assert_eq!(write_one(&other, b"new", existing), Err(problem.clone()));
            }
        }
        let files = [file("a", ""), file("c.yaml", "")];
        assert!(matches!(write(home.path(), &files, Replace), Err(Saving::OverRead { .. })));
        assert_eq!((text(home.path(), "linked").as_str(), count(home.path())), ("mine", 3));
    }

    #[cfg(unix)]
    #[test]
    fn replaces_links_themselves_and_nothing_but_plain_files() {
        use std::os::unix::{fs::symlink, net::UnixListener};
        let home = tempfile::tempdir().unwrap();
        let at = |name: &str| home.path().join(name);
        fs::write(at("mine"), "mine").unwrap();
        let _socket = UnixListener::bind(at("socket")).unwrap();
        let leads =
            [("to-file", "mine"), ("to-nothing", "none"), ("to-socket", "socket"), ("to-folder", ".")];
        for (link, to) in leads {
            symlink(at(to), at(link)).unwrap();
        }
        assert!(matches!(write_one(&at("to-nothing"), b"new", Keep), Err(Saving::Exists(_))));
        for link in ["to-file", "to-nothing"] {
            write_one(&at(link), b"new", Replace).unwrap();
            assert_eq!(text(home.path(), link), "new");
        }
        assert!(matches!(write_one(&at("to-folder"), b"", Replace), Err(Saving::IsFolder(_))));
        for special in ["to-socket", "socket", "/dev/null", "/dev/stdout"] {
            assert!(matches!(write_one(&at(special), b"", Replace), Err(Saving::NotPlain(_))), "{special}");
        }
        assert_eq!((text(home.path(), "mine").as_str(), at("none").exists()), ("mine", false));
        Sources::default().open(&at("mine")).unwrap();
        symlink(at("mine"), at("again")).unwrap();
        assert!(matches!(write_one(&at("again"), b"", Replace), Err(Saving::OverRead { .. })));
    }

    #[cfg(windows)]
    #[test]
    fn takes_everything_back_where_another_program_has_a_file_open() {
        use std::os::windows::fs::OpenOptionsExt;
        let home = tempfile::tempdir().unwrap();
        let files = [file("a", "new"), file("b.xlsx", "new"), file("c", "new")];
        fs::write(home.path().join("a"), "old").unwrap();
        fs::write(home.path().join("b.xlsx"), "old").unwrap();
        let open = fs::OpenOptions::new().read(true).share_mode(1).open(home.path().join("b.xlsx")).unwrap();
        assert!(matches!(write(home.path(), &files, Replace), Err(Saving::OpenElsewhere(_))));
        assert_eq!((text(home.path(), "a").as_str(), count(home.path())), ("old", 2));
        drop(open);
        write(home.path(), &files, Replace).unwrap();
        assert_eq!((text(home.path(), "b.xlsx").as_str(), count(home.path())), ("new", 3));
        assert!(matches!(write_one(&home.path().join("NUL"), b"", Replace), Err(Saving::NotPlain(_))));
    }
}
