//! The list of whom to tell what has changed (要通知的人), each with every file that is for him or her alone; all at once what all
//! are to know; and what is to be sent to the group, put up and handed out again.
//!
//! In: what is new, the readers, and the files of a print. Out: the list as a file. What a print of the same plan has listed
//! already stands apart.

use crate::render::{
    edition::Edition,
    facts::message::Message,
    file::{Folder, PrintedFile},
    letter::notices,
    messages::{
        Reader,
        outdated::{Outdated, words::Again},
        parts::written,
    },
    notice::{
        changes::Changes,
        concerned::{Concerned, concerned},
    },
    wording::print::Name,
};

use std::path::Path;

/// The list; nothing where nothing is new for anybody.
pub(super) fn to_tell(
    edition: Edition<'_>,
    changes: &Changes<'_>,
    readers: &[Reader],
    files: &[PrintedFile],
) -> Option<PrintedFile> {
    let named = named(edition, readers);
    let concerned = concerned(edition, changes);
    let whom = |one: &Concerned, what: &[String]| {
        let (whom, what, files) = (one.whom(), what.to_vec(), files_of(edition, one, &named, files));
        edition.say(Message::ToTell { whom, what, files })
    };
    let lines_of = |is_told: bool| -> Vec<String> {
        let own = |one: &Concerned| if is_told { one.told.clone() } else { one.new.clone() };
        let of_all = changes.of_everybody(is_told);
        let is_written = |id: &str| {
            let mut units = concerned.iter().filter(|one| one.folder == Name::Units && one.id == id);
            !of_all.is_empty() || units.any(|one| !own(one).is_empty())
        };
        let letters =
            named.iter().filter(|(reader, _)| reader.folder == Name::Units && is_written(&reader.id));
        let letters: Vec<String> = letters.map(|(_, name)| stem(name).to_owned()).collect();
        let all = of_all.iter().map(|(what, kinds)| {
            let whom = edition.say(Again::Everybody(kinds.clone()));
            edition.say(Message::ToTell { whom, what: vec![what.clone()], files: vec![] })
        });
        let each = concerned.iter().filter(|one| !own(one).is_empty()).map(|one| whom(one, &own(one)));
        let lines: Vec<String> = all.chain(each).collect();
        let again =
            Outdated::of(edition, changes, is_told).lines(&letters, |stem| found(edition, files, stem));
        [lines, again].concat()
    };
    let (new, told) = (lines_of(false), lines_of(true));
    let title = edition.say(Name::ToTell);
    let path = format!("{}/{}", edition.say(Name::Messages), Folder::default().name(edition, &title, "txt"));
    let again = (!told.is_empty()).then(|| edition.say(Message::Listed));
    let lines: Vec<String> = std::iter::once(title).chain(new).chain(again).chain(told).collect();
    (lines.len() > 1).then(|| PrintedFile { path, bytes: written(&lines) })
}

/// What the own files of a reader are called, in every folder with one for each of a kind.
type Named<'a> = Vec<(&'a Reader, String)>;

fn named<'a>(edition: Edition<'_>, readers: &'a [Reader]) -> Named<'a> {
    let mut names = Vec::new();
    for of_kind in readers.chunk_by(|one, other| one.folder == other.folder) {
        let mut given = Folder::default();
        names.extend(of_kind.iter().map(|one| (one, given.name(edition, &one.stem, "txt"))));
    }
    names
}

/// Every file that is for somebody alone: the message, the change notice, the calendar.
fn files_of(edition: Edition<'_>, one: &Concerned, named: &Named<'_>, files: &[PrintedFile]) -> Vec<String> {
    let own = named.iter().find(|(reader, _)| (reader.folder, &reader.id) == (one.folder, &one.id));
    let Some((_, name)) = own else { return vec![] };
    let stem = stem(name);
    let folder = edition.say(one.folder);
    let inner =
        [Name::Messages, Name::Calendars].map(|outer| format!("{}/{folder}/{stem}", edition.say(outer)));
    let [message, calendar] = inner;
    let notice = format!("{}/{stem}", notices::folder(edition));
    [message, notice, calendar].iter().filter_map(|wanted| found(edition, files, wanted)).collect()
}

/// The file of this stem; of a sheet that is there as pages and as what they were made from, the pages.
fn found(edition: Edition<'_>, files: &[PrintedFile], wanted: &str) -> Option<String> {
    let is_it = |file: &&PrintedFile| stem(&file.path) == wanted || marked(edition, &file.path, wanted);
    let is_pages = |file: &&PrintedFile| Path::new(&file.path).extension() == Some("pdf".as_ref());
    let mut found: Vec<&PrintedFile> = files.iter().filter(is_it).collect();
    found.sort_by_key(|file| !is_pages(file));
    found.first().map(|file| file.path.clone())
}

fn stem(path: &str) -> &str {
    path.rsplit_once('.').map_or(path, |(stem, _)| stem)
}

/// Whether a path is of this stem with the mark of a copy that holds numbers behind it.
fn marked(edition: Edition<'_>, path: &str, wanted: &str) -> bool {
    edition.copy.contacts && stem(path) == format!("{wanted}{}", edition.say(Name::WithContacts))
}
