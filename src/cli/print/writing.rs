//! The files of a print go into their folder: with what it knows of its prints, and without what holds no longer.
//!
//! In: the files, and what the folder knew. Out: the folder as it is to be, or what the user is told instead.

use crate::{
    cli::{
        again::again,
        belonging::shorter,
        ending::Ending,
        files::{Existing, refuse, shown},
        folder::{self, Contents, OpenFolder, place},
        print::{
            PrintArguments,
            format::Asked,
            record::{self, NewPrint, News, PrintedPlan, Readers, Record, Unreadable},
            stale::{self, Stale, Successor, unknown},
            told::LastTold,
        },
        terminal::Terminal,
    },
    diagnostic::reference::Kind,
    domain::Language,
    plan::outline::Outline,
    render::{
        calendar,
        edition::{Edition, Naming, renewal::Renewal},
        file::PrintedFile,
        messages,
        wording::{earlier_print::EarlierPrint, print::Print, run::Saving},
    },
};
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

/// Says that the folder holds the paper of a plan that makes this one an old one, and what to print instead.
pub fn refuse_older(
    newer: &PrintedPlan,
    plan: &Path,
    folder: &Path,
    terminal: Terminal,
    language: Language,
) -> Ending {
    let path = shorter(folder.join(&newer.file));
    let (folder, older) = (shown(folder), shown(plan));
    let problem = EarlierPrint::Older { folder, newer: shown(&path), revision: newer.revision, older };
    terminal.complain(language, &problem, None);
    let command = path.is_file().then(|| again("file", Some(&path), &[]));
    terminal.hint(language, &EarlierPrint::PrintNewer(command));
    Ending::Refused
}

/// Says why a folder is not printed into whose record cannot be told.
pub fn refuse_unknown(why: Unreadable, folder: &Path, terminal: Terminal) -> Ending {
    let (language, folder) = (terminal.language(None), shown(folder));
    let problem = match why {
        Unreadable::Newer => EarlierPrint::ByNewerVersion(folder),
        Unreadable::Kept(cause) => EarlierPrint::RecordNotRead { folder, cause },
    };
    terminal.complain(language, &problem, None);
    terminal.hint(language, &EarlierPrint::AnotherFolder);
    Ending::Refused
}

/// Files that are ready to be written.
#[derive(Debug, Clone, Copy)]
pub struct Ready<'a> {
    /// What is printed.
    pub edition: Edition<'a>,
    /// What was asked for.
    pub asked: &'a Asked,
    /// The plan as the folder is to know it.
    pub plan: &'a PrintedPlan,
    /// The files.
    pub files: &'a [PrintedFile],
    /// For whom they are.
    pub readers: Readers<'a>,
    /// What these know of where they go.
    pub known: &'a [Renewal],
    /// Where they were told something last.
    pub told: &'a LastTold,
}

impl Ready<'_> {
    /// Writes them, and tells what was written and what is gone.
    ///
    /// # Errors
    /// Those of standard output.
    pub fn write(self, arguments: &PrintArguments, folder: &Path, terminal: Terminal) -> io::Result<Ending> {
        let Self { edition, asked, plan, files, .. } = self;
        let language = edition.language;
        let readers = if arguments.contacts { folder::Readers::Owner } else { folder::Readers::Usual };
        let open = match OpenFolder::open(folder, readers) {
            Ok(open) => open,
            Err(problem) => return Ok(refuse(&problem, terminal, language)),
        };
        // Another print may have come into the folder since this one was begun.
        let record = match Record::read(folder) {
            Ok(record) => record,
            Err(why) => return Ok(refuse_unknown(why, folder, terminal)),
        };
        let existing = Existing::forced(arguments.force || self.only_continues(folder, &record));
        let copy = self.copy();
        let (knew, new) = (!record.is_empty(), Successor { edition, asked, plan, copy: &copy, files });
        let stale = stale::stale(&record, new, folder);
        let record = self.recorded(record, &copy, &stale, folder)?;
        let Stale { removed, moved, kept } = &stale;
        let moved = &[moved.as_slice(), kept].concat();
        let record = asked.is_for_people().then_some(&record);
        match open.replace_all(&Contents { files, record, removed, moved }, existing) {
            Ok(()) => {}
            // Nobody has given this name.
            Err(Saving::IsFolder(path)) => {
                terminal.complain(language, &Print::IsFolder(path), None);
                return Ok(Ending::Refused);
            }
            Err(problem) => return Ok(refuse(&problem, terminal, language)),
        }
        for (path, files) in listing(folder, files) {
            let written = Print::Written { path: path.display().to_string(), files };
            terminal.say(language, &written)?;
        }
        if asked.tells(true)
            && let Some(since) = self.since()
        {
            terminal.note(language, &since);
        }
        if edition.copy.recipient.is_none() && asked.tells(true) {
            let (concerned, listed) = messages::concerned(edition);
            if !concerned.is_empty() {
                terminal.note(language, &EarlierPrint::ToTell(concerned));
            }
            if listed > 0 {
                terminal.note(language, &EarlierPrint::Listed(listed));
            }
        }
        tell_gone(&stale, folder, terminal, language);
        if !knew && asked.is_everything() {
            let unknown = unknown(folder, files, language);
            if let Some(first) = unknown.first() {
                let first = first.display().to_string();
                terminal.hint(language, &EarlierPrint::OtherFiles { files: unknown.len(), first });
            }
        }
        Ok(Ending::Done)
    }

    /// Since when changes are told, where that is not since the plan that was mended, or where a plan before that one may be the last
    /// of which anybody was told.
    fn since(self) -> Option<EarlierPrint> {
        let Edition { former, plan, .. } = self.edition;
        let mended = || plan.history.mended.last().filter(|_| plan.history.revision > 1);
        match (former, self.told) {
            (Some(former), LastTold::Elsewhere(folder)) => {
                Some(EarlierPrint::ComparedWithOther { plan: former.plan.clone(), folder: shown(folder) })
            }
            (Some(former), _) => Some(EarlierPrint::ComparedWith(former.plan.clone())),
            (None, LastTold::Nowhere) => {
                mended().map(|mended| EarlierPrint::NothingKnown(mended.file.clone()))
            }
            (None, _) => None,
        }
    }

    /// What the folder is to know.
    fn recorded(self, record: Record, copy: &str, stale: &Stale, folder: &Path) -> io::Result<PrintedFile> {
        let Self { edition, asked, plan, files, readers, known, .. } = self;
        let outline = Outline::of(edition.domain, edition.plan);
        let outline = (edition.copy.naming == Naming::Full).then_some(&outline);
        let former = edition.former.filter(|_| outline.is_some());
        let news = News { readers, outline, former, known, renewed: edition.renewed };
        let news = asked.tells(edition.plan.mends.is_some()).then_some(news);
        record.after(NewPrint { plan, copy, files, news }, &stale.paths(), folder)
    }

    /// What tells a copy from others in the same folder.
    fn copy(self) -> String {
        let Edition { copy, domain, language, .. } = self.edition;
        let mut words = vec![if language == Language::Zh { "zh" } else { "en" }.to_owned()];
        words.extend(copy.contacts.then(|| "contacts".to_owned()));
        words.extend((copy.naming == Naming::Masked).then(|| "masked".to_owned()));
        let mark = |unit| self.readers.marks.mark(Kind::Unit, &domain.unit(unit).id);
        words.extend(copy.recipient.map(|unit| format!("unit:{}", mark(unit))));
        words.join(" ")
    }

    /// Whether a plan that mends another finds nothing in its way but calendars of this campaign, which it carries on,
    /// and files that are as a print wrote them: nothing in them is lost.
    fn only_continues(self, folder: &Path, record: &Record) -> bool {
        let Self { edition, plan, files, .. } = self;
        let is_older = record.of(&plan.key).is_some_and(|there| there.revision > plan.revision);
        let continues = |file: &PrintedFile| {
            let path = place(folder, &file.path);
            match path.symlink_metadata() {
                Err(_) => true,
                Ok(found) if !found.is_file() => false,
                Ok(_) if path.extension().is_some_and(|ending| ending == "ics") => {
                    fs::read_to_string(path).is_ok_and(|text| calendar::continues(edition, &text))
                }
                Ok(_) => fs::read(path).is_ok_and(|bytes| {
                    record.written(&file.path, &bytes).is_some_and(|known| known.key == plan.key)
                }),
            }
        };
        edition.plan.mends.is_some() && !is_older && files.iter().all(continues)
    }
}

/// Tells what of earlier prints is gone.
fn tell_gone(stale: &Stale, folder: &Path, terminal: Terminal, language: Language) {
    if let Some(first) = stale.removed.first() {
        let first = shown(&place(folder, first));
        terminal.note(language, &EarlierPrint::Removed { files: stale.removed.len(), first });
    }
    if let Some((_, first)) = stale.kept.first() {
        let first = shown(&place(folder, first));
        terminal.note(language, &EarlierPrint::Kept { files: stale.kept.len(), first });
    }
    for (from, to) in &stale.moved {
        let is_record = from == record::FILE;
        let [from, to] = [from, to].map(|path| shown(&place(folder, path)));
        let moved =
            if is_record { EarlierPrint::RecordMoved { from, to } } else { EarlierPrint::Moved { from, to } };
        terminal.note(language, &moved);
    }
}

/// The files at the top of the folder, and how many lie in each folder below.
fn listing(folder: &Path, files: &[PrintedFile]) -> BTreeMap<PathBuf, Option<usize>> {
    let mut listed = BTreeMap::new();
    for file in files {
        match file.path.split_once('/') {
            None => {
                listed.insert(folder.join(&file.path), None);
            }
            Some((inner, _)) => {
                let files = listed.entry(folder.join(inner)).or_insert(Some(0));
                *files = files.map(|files| files + 1);
            }
        }
    }
    listed
}
