//! Stopped after every single step, and found again by whoever comes next.

use super::{
    News, Refused, Stage,
    journal::{Change, Entry, Journal, Phase},
    known, settle, steps,
};
use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};
use tempfile::TempDir;

/// What the files are to hold: two that are there, two that are not, one of them in folders that are not.
const PATHS: [&str; 4] = ["a", "there/b", "c", "made/inner/d"];

/// What goes: the only file of its folder, one beside others, and one that is gone already.
const GONE: [&str; 3] = ["left/inner/e", "there/f", "there/none"];

fn entries() -> Vec<Entry> {
    let change = |path| if ["a", "there/b"].contains(&path) { Change::Replaces } else { Change::Adds };
    let placed = PATHS.map(|path| Entry { path: path.into(), change: change(path) });
    let removed = GONE.map(|path| Entry { path: path.into(), change: Change::Removes });
    [placed.as_slice(), removed.as_slice()].concat()
}

fn home() -> TempDir {
    let home = tempfile::tempdir().unwrap();
    for folder in ["there", "left/inner"] {
        fs::create_dir_all(home.path().join(folder)).unwrap();
    }
    for path in ["a", "there/b", "there/mine", "left/inner/e", "there/f"] {
        fs::write(home.path().join(path), format!("old {path}")).unwrap();
    }
    home
}

/// Every file and folder below with what it holds, hidden ones too.
fn all(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name())).unwrap();
        let name = name.into_string().unwrap();
        if path.is_dir() {
            found.extend(all(&path).into_iter().map(|(inner, text)| (format!("{name}/{inner}"), text)));
            found.insert(name, "folder".into());
        } else {
            found.insert(name, fs::read_to_string(path).unwrap());
        }
    }
    found
}

fn old() -> BTreeMap<String, String> {
    all(home().path())
}

fn new() -> BTreeMap<String, String> {
    let mut files = old();
    for gone in ["left", "left/inner", "left/inner/e", "there/f"] {
        files.remove(gone);
    }
    files.extend(PATHS.map(|path| (path.to_owned(), format!("new {path}"))));
    files.extend(["made", "made/inner"].map(|path| (path.to_owned(), "folder".to_owned())));
    files
}

/// A stage with the first of the new files in it.
fn staged(home: &Path, files: usize) -> Stage {
    let stage = Stage::open(home, false).unwrap();
    for path in &PATHS[..files] {
        let to = stage.ready().join(path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(to, format!("new {path}")).unwrap();
    }
    stage
}

/// The same with all of them, and the journal that commits.
fn committed(home: &Path) -> (Stage, Journal) {
    let stage = staged(home, PATHS.len());
    let journal = Journal::of(home, entries()).unwrap();
    journal.commit(&stage.inner).unwrap();
    (stage, journal)
}

/// What is left where the process ends at once: the system lets go of the lock, and nothing else happens.
fn kill(mut stage: Stage) {
    stage.lock = None;
    std::mem::forget(stage);
}

/// What was said of a folder, once it is settled.
fn settled(home: &Path) -> Vec<&'static str> {
    settle(home);
    let said = |news: &News| match news {
        News::Completed(folder) if folder == home => Some("completed"),
        News::Restored(folder) if folder == home => Some("restored"),
        News::Left(folder, _) if folder == home => Some("left"),
        _ => None,
    };
    known().0.iter().filter_map(said).collect()
}

/// Takes a lock as the next run does.
fn again(home: &Path) -> Stage {
    let stage = home.join(super::STAGE);
    let lock = super::Lock::wait(&stage, &|| Ok(()), &|| false).unwrap();
    Stage { folder: home.to_owned(), inner: stage, lock: Some(lock), made: false }
}

#[test]
fn places_every_file_and_leaves_nothing_behind() {
    let home = home();
    staged(home.path(), PATHS.len()).commit(entries()).unwrap();
    assert_eq!(all(home.path()), new());
    assert!(settled(home.path()).is_empty());
}

#[test]
fn keeps_the_old_files_where_it_is_killed_before_the_journal_is_there() {
    for files in 0..=PATHS.len() {
        let home = home();
        let stage = staged(home.path(), files);
        if files == PATHS.len() {
            fs::write(stage.inner.join("draft.json"), "{\"ver").unwrap();
        }
        kill(stage);
        assert_eq!(settled(home.path()), ["restored"], "{files} files");
        assert_eq!(all(home.path()), old(), "{files} files");
    }
}

#[test]
fn goes_on_to_the_new_files_whenever_it_is_killed_afterwards() {
    let count = {
        let home = home();
        let (stage, journal) = committed(home.path());
        stage.places().forward(&journal).unwrap().len()
    };
    assert!(count > 10, "{count} steps");
    for first in 0..count {
        for second in 0..count - first {
            let home = home();
            let (stage, journal) = committed(home.path());
            stage.perform(&stage.places().forward(&journal).unwrap()[..first]).unwrap();
            kill(stage);
            let stage = again(home.path());
            let rest = stage.places().forward(&journal).unwrap();
            stage.perform(&rest[..second.min(rest.len() - 1)]).unwrap();
            kill(stage);
            assert_eq!(settled(home.path()), ["completed"], "after {first} and {second} steps");
            assert_eq!(all(home.path()), new(), "after {first} and {second} steps");
        }
    }
}

#[test]
fn goes_on_to_the_old_files_whenever_it_is_killed_while_it_takes_the_new_ones_back() {
    for placed in 0.. {
        let home = home();
        let (stage, journal) = committed(home.path());
        let forward = stage.places().forward(&journal).unwrap();
        if placed == forward.len() {
            break;
        }
        kill(stage);
        for taken_back in 0.. {
            let home = super::tests::home();
            let (stage, journal) = committed(home.path());
            stage.perform(&stage.places().forward(&journal).unwrap()[..placed]).unwrap();
            fs::rename(Phase::Forward.file(&stage.inner), Phase::Back.file(&stage.inner)).unwrap();
            let back = stage.places().back(&journal);
            if taken_back == back.len() {
                break;
            }
            stage.perform(&back[..taken_back]).unwrap();
            kill(stage);
            assert_eq!(settled(home.path()), ["restored"], "{placed} placed, {taken_back} taken back");
            assert_eq!(all(home.path()), old(), "{placed} placed, {taken_back} taken back");
        }
    }
}

#[test]
fn clears_away_in_silence_where_it_is_killed_at_the_very_end() {
    for cleared in 0..4 {
        let home = home();
        let (stage, journal) = committed(home.path());
        stage.perform(&stage.places().forward(&journal).unwrap()).unwrap();
        if cleared > 0 {
            fs::remove_dir_all(steps::ready(&stage.inner)).unwrap();
        }
        if cleared > 1 {
            fs::remove_dir_all(steps::aside(&stage.inner)).unwrap();
        }
        if cleared > 2 {
            fs::remove_file(Phase::Done.file(&stage.inner)).unwrap();
        }
        kill(stage);
        assert!(settled(home.path()).is_empty(), "{cleared} cleared");
        assert_eq!(all(home.path()), new(), "{cleared} cleared");
    }
}

#[test]
fn takes_everything_back_at_once_where_a_file_cannot_be_placed() {
    let home = home();
    let stage = staged(home.path(), PATHS.len());
    // The old file cannot be set aside, when others are placed already.
    fs::remove_dir(steps::aside(&stage.inner)).unwrap();
    let entries = entries().into_iter().filter(|entry| entry.change != Change::Removes).rev().collect();
    match stage.commit(entries) {
        Err(Refused::At { path, .. }) => assert_eq!(path, home.path().join("there/b")),
        other => panic!("{other:?}"),
    }
    assert_eq!(all(home.path()), old());
}

#[test]
fn keeps_the_old_files_where_a_new_one_is_taken_away_before_it_is_placed() {
    let home = home();
    let stage = staged(home.path(), PATHS.len());
    fs::remove_file(stage.ready().join("a")).unwrap();
    match stage.commit(entries()) {
        Err(Refused::At { path, error }) => {
            assert_eq!((path, error.kind()), (home.path().join("a"), std::io::ErrorKind::NotFound));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(all(home.path()), old());
}

#[test]
fn places_no_file_on_one_that_has_come_since_the_steps_were_found() {
    let home = home();
    let (stage, journal) = committed(home.path());
    let steps = stage.places().forward(&journal).unwrap();
    fs::write(home.path().join("c"), "mine").unwrap();
    let (path, error) = stage.perform(&steps).unwrap_err();
    assert_eq!((path, error.kind()), (home.path().join("c"), std::io::ErrorKind::AlreadyExists));
    assert_eq!(fs::read_to_string(home.path().join("c")).unwrap(), "mine");
}

#[cfg(unix)]
#[test]
fn makes_nothing_ready_behind_a_link() {
    let (home, outer) = (home(), tempfile::tempdir().unwrap());
    std::os::unix::fs::symlink(outer.path(), home.path().join(super::STAGE)).unwrap();
    assert!(matches!(Stage::open(home.path(), false), Err(Refused::At { .. })));
    assert_eq!(fs::read_dir(outer.path()).unwrap().count(), 0);
}

#[test]
fn keeps_what_came_into_the_folder_meanwhile() {
    let home = home();
    let (stage, _) = committed(home.path());
    kill(stage);
    fs::write(home.path().join("c"), "mine").unwrap();
    assert_eq!(settled(home.path()), ["restored"]);
    let mut expected = old();
    expected.insert("c".into(), "mine".into());
    assert_eq!(all(home.path()), expected);
}

#[test]
fn never_sets_a_folder_aside() {
    let home = home();
    let (stage, _) = committed(home.path());
    kill(stage);
    fs::remove_file(home.path().join("a")).unwrap();
    fs::create_dir_all(home.path().join("a/precious")).unwrap();
    assert_eq!(settled(home.path()), ["restored"]);
    assert!(home.path().join("a/precious").is_dir());
}

#[test]
fn follows_no_journal_that_leads_out_of_the_folder() {
    for path in ["../precious", "/precious", "a/../../precious"] {
        let outer = tempfile::tempdir().unwrap();
        fs::write(outer.path().join("precious"), "mine").unwrap();
        let home = outer.path().join("home");
        fs::create_dir(&home).unwrap();
        let stage = Stage::open(&home, false).unwrap();
        fs::write(stage.inner.join("precious"), "theirs").unwrap();
        Journal::of(&home, vec![Entry { path: path.into(), change: Change::Replaces }])
            .unwrap()
            .commit(&stage.inner)
            .unwrap();
        kill(stage);
        assert_eq!(settled(&home), ["left"], "{path}");
        assert_eq!(fs::read_to_string(outer.path().join("precious")).unwrap(), "mine");
        assert!(matches!(Stage::open(&home, false), Err(Refused::Left(_))));
    }
}

#[cfg(unix)]
#[test]
fn follows_no_link_out_of_the_folder() {
    let (home, outer) = (home(), tempfile::tempdir().unwrap());
    fs::write(outer.path().join("b"), "mine").unwrap();
    let stage = staged(home.path(), PATHS.len());
    fs::remove_dir_all(home.path().join("there")).unwrap();
    std::os::unix::fs::symlink(outer.path(), home.path().join("there")).unwrap();
    match stage.commit(entries()) {
        Err(Refused::At { path, error }) => {
            assert_eq!((path, error.kind()), (home.path().join("there"), std::io::ErrorKind::NotADirectory));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(fs::read_to_string(outer.path().join("b")).unwrap(), "mine");
}

#[test]
fn one_writes_after_the_other() {
    let home = home();
    let stage = staged(home.path(), PATHS.len());
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let other = scope.spawn(|| {
            let stage = Stage::open(home.path(), false).unwrap();
            assert!(done.load(Ordering::SeqCst), "came in while the first was at it");
            stage
        });
        // Who only reads does not wait for files that are made ready.
        settle(home.path());
        thread::sleep(Duration::from_millis(100));
        done.store(true, Ordering::SeqCst);
        stage.commit(entries()).unwrap();
        drop(other.join().unwrap());
    });
    assert_eq!(all(home.path()), new());
}

#[test]
fn takes_a_new_folder_away_again_where_nothing_comes_of_it() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("out");
    drop(Stage::open(&out, true).unwrap());
    assert!(all(home.path()).is_empty());
    assert!(matches!(Stage::open(&out.join("inner"), false), Err(Refused::At { .. })));
}

#[test]
fn takes_a_new_folder_away_where_it_is_killed_in_it() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("new");
    let killed = || {
        let stage = Stage::open(&folder, false).unwrap();
        fs::write(stage.ready().join("a"), "new").unwrap();
        kill(stage);
        assert!(folder.join(super::STAGE).exists());
    };
    killed();
    assert_eq!((settled(&folder), folder.exists()), (vec!["restored"], false));
    killed();
    drop(Stage::open(&folder, false).unwrap());
    assert!(!folder.exists());
    killed();
    fs::write(folder.join("mine"), "").unwrap();
    settled(&folder);
    assert!(folder.join("mine").exists() && !folder.join(super::STAGE).exists());
    fs::remove_file(folder.join("mine")).unwrap();
    // By now it is the user's.
    drop(Stage::open(&folder, false).unwrap());
    assert!(folder.exists());
}
