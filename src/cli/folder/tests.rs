//! What is written into folders of the disk, and what stays as it was.

use super::{Contents, OpenFolder, Readers, write_all, write_one, write_together};
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

fn replace_all(
    folder: &Path,
    contents: &Contents<'_>,
    existing: Existing,
    readers: Readers,
) -> Result<(), Saving> {
    OpenFolder::open(folder, readers)?.replace_all(contents, existing)
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

#[test]
fn keeps_what_it_replaces_where_asked_also_what_nobody_may_write() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("a"), "edited").unwrap();
    let mut permissions = fs::metadata(home.path().join("a")).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(home.path().join("a"), permissions).unwrap();
    let contents = Contents {
        files: &[file("a", "new")],
        moved: &[("a".to_owned(), "旧/a".to_owned())],
        ..Contents::default()
    };
    replace_all(home.path(), &contents, Replace, Readers::Usual).unwrap();
    assert_eq!(["a", "旧/a"].map(|path| text(home.path(), path)), ["new", "edited"]);
    assert!(!fs::metadata(home.path().join("旧/a")).unwrap().permissions().readonly());
}

#[test]
fn takes_nothing_away_that_it_has_just_placed_under_another_name() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("ABC.ics"), "old").unwrap();
    fs::hard_link(home.path().join("ABC.ics"), home.path().join("Abc.ics")).unwrap();
    let removed = ["ABC.ics".to_owned()];
    let contents = Contents { files: &[file("Abc.ics", "new")], removed: &removed, ..Contents::default() };
    assert!(replace_all(home.path(), &contents, Replace, Readers::Usual).is_err());
    assert_eq!((text(home.path(), "ABC.ics").as_str(), count(home.path())), ("old", 2));
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
    let leads = [("to-file", "mine"), ("to-nothing", "none"), ("to-socket", "socket"), ("to-folder", ".")];
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
