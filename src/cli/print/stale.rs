//! What an earlier print left in the folder that holds no longer, so that old paper lies not among the new.
//!
//! In: what the folder knows of its prints, and the files of this one. Out: files that go. Only such are taken that a
//! print wrote; whoever has edited one finds it in a folder for such files, also where a new one takes its place.
//! Calendars stay unless they go on under another name: they take back by themselves what no longer holds. What was told of earlier changes
//! stays true.

use crate::{
    cli::{
        folder::place,
        print::{
            format::Asked,
            record::{self, KnownFile, PrintedPlan, Record, digest},
        },
    },
    domain::Language,
    render::{
        calendar,
        edition::Edition,
        file::PrintedFile,
        html::Sheet,
        letter::notices,
        notice::words::Notice,
        wording::{Phrase, print::Name},
    },
    source::reading::{Identity, identity},
};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Files that go.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stale {
    /// Those that are as they were written, by their paths in the folder.
    pub removed: Vec<String>,
    /// Those that somebody has edited, and where they go.
    pub moved: Vec<(String, String)>,
    /// Those whose place new ones take and that are not as they were written, and where the old ones go.
    pub kept: Vec<(String, String)>,
}

impl Stale {
    /// All of them.
    pub fn paths(&self) -> BTreeSet<&str> {
        self.removed.iter().chain(self.moved.iter().map(|(from, _)| from)).map(String::as_str).collect()
    }
}

/// The print that takes the place of earlier ones.
#[derive(Debug, Clone, Copy)]
pub struct Successor<'a> {
    /// What is printed.
    pub edition: Edition<'a>,
    /// What is asked for.
    pub asked: &'a Asked,
    /// Its plan.
    pub plan: &'a PrintedPlan,
    /// Which copy.
    pub copy: &'a str,
    /// Its files.
    pub files: &'a [PrintedFile],
}

/// What holds no longer in the folder.
pub fn stale(record: &Record, new: Successor<'_>, folder: &Path) -> Stale {
    let mut stale = Stale::default();
    if record.is_damaged() {
        let to = aside(new.edition.language, folder, record::FILE);
        stale.moved.push((record::FILE.to_owned(), to));
    }
    let placed: BTreeSet<Identity> =
        new.files.iter().filter_map(|file| identity(&place(folder, &file.path))).collect();
    for known in record.files().iter().filter(|known| new.replaces(known)) {
        let path = place(folder, &known.path);
        if has_ending(&known.path, &["ics"]) && !new.supersedes(&path) {
            continue;
        }
        if !path.symlink_metadata().is_ok_and(|found| found.is_file()) {
            continue;
        }
        // On most disks of Windows and macOS it may be called otherwise and be the same.
        if identity(&path).is_some_and(|one| placed.contains(&one)) {
            continue;
        }
        match fs::read(&path) {
            Ok(bytes) if digest(&bytes) == known.digest => stale.removed.push(known.path.clone()),
            _ => stale.moved.push((known.path.clone(), aside(new.edition.language, folder, &known.path))),
        }
    }
    stale.kept = replaced(record, new, folder);
    stale
}

/// Files that new ones replace and that nobody could print once more. Calendars are carried on, and programs write their
/// own.
fn replaced(record: &Record, new: Successor<'_>, folder: &Path) -> Vec<(String, String)> {
    let is_edited = |file: &&PrintedFile| {
        let found = fs::read(place(folder, &file.path)).ok();
        found.is_some_and(|bytes| bytes != file.bytes && record.written(&file.path, &bytes).is_none())
    };
    let files =
        new.files.iter().filter(|file| new.asked.is_for_people() && !has_ending(&file.path, &["ics"]));
    let edited = files.filter(is_edited);
    edited.map(|file| (file.path.clone(), aside(new.edition.language, folder, &file.path))).collect()
}

impl Successor<'_> {
    /// Whether a file would be of an earlier state beside the new ones.
    fn replaces(&self, known: &KnownFile) -> bool {
        if known.key != self.plan.key || self.is_earlier_notice(&known.path) {
            return false;
        }
        // What was made of the same plan holds, whatever is asked for this time.
        let is_of_now = known.state == self.plan.state();
        let is_meant = known.copy == self.copy && self.asked.makes(&known.path, self.edition.language);
        !is_of_now && (self.asked.is_everything() || is_meant)
    }

    /// Whether a calendar goes on under another name.
    fn supersedes(&self, path: &Path) -> bool {
        fs::read_to_string(path).is_ok_and(|text| calendar::is_superseded(&text, self.files))
    }

    fn is_earlier_notice(&self, path: &str) -> bool {
        let is_notice = [Language::Zh, Language::En]
            .iter()
            .any(|language| path.starts_with(&format!("{}/", Notice::Title.say(*language))));
        is_notice && !path.starts_with(&format!("{}/", notices::folder(self.edition)))
    }
}

/// Whether a path has one of these endings.
fn has_ending(path: &str, endings: &[&str]) -> bool {
    Path::new(path).extension().is_some_and(|found| endings.iter().any(|ending| found == *ending))
}

/// Where an edited file goes, which is a place where none is.
fn aside(language: Language, folder: &Path, path: &str) -> String {
    let former = Name::Old.say(language);
    let (stem, ending) = path.rsplit_once('.').unwrap_or((path, ""));
    let numbered = (2_u32..).map(|number| format!("{former}/{stem}-{number}.{ending}"));
    let mut places = std::iter::once(format!("{former}/{path}")).chain(numbered);
    let free = places.find(|path| place(folder, path).symlink_metadata().is_err());
    free.unwrap_or_default()
}

/// What a print writes beside its folders.
const ENDINGS: [&str; 5] = ["html", "pdf", "png", "xlsx", "json"];

/// Where a folder does not know its prints: files that may be of one and are none of these, in order. They are those in
/// the folders of a print, and beside them whatever looks like a sheet or a plan.
pub fn unknown(folder: &Path, files: &[PrintedFile], language: Language) -> Vec<PathBuf> {
    let ours: Vec<PathBuf> = files.iter().map(|file| place(folder, &file.path)).collect();
    let mut inner = [Name::Tables, Name::Calendars, Name::Messages].map(|name| name.say(language)).to_vec();
    inner.push(Sheet::Letters.say(language));
    let mut found = Vec::new();
    let mut waiting: Vec<PathBuf> = inner.iter().map(|inner| folder.join(inner)).collect();
    while let Some(inner) = waiting.pop() {
        let (deeper, files): (Vec<_>, Vec<_>) = entries(&inner).partition(|path| path.is_dir());
        waiting.extend(deeper);
        found.extend(files);
    }
    let is_read = |path: &PathBuf| crate::source::reading::read_as(path).is_some();
    let is_sheet = |path: &PathBuf| has_ending(&path.to_string_lossy(), &ENDINGS);
    found.extend(entries(folder).filter(|path| is_sheet(path) && !is_read(path)));
    found.retain(|path| path.is_file() && !ours.contains(path));
    found.sort_unstable();
    found
}

/// What lies in a folder; nothing where it cannot be read.
fn entries(folder: &Path) -> impl Iterator<Item = PathBuf> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path())
}
