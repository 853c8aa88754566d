//! The list of whom to tell what has changed (要通知的人), each with every file that is for him or her.
//!
//! In: what is new, the readers, and the files of a print. Out: the list as a file. What a print of the same plan has listed
//! already stands apart.

use crate::render::{
    edition::Edition,
    facts::message::Message,
    file::{Folder, PrintedFile},
    html::Sheet,
    letter::notices,
    messages::{Reader, parts::written},
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
    let lines_of = |what: fn(&Concerned) -> &Vec<String>| -> Vec<String> {
        let line = |one: &Concerned| {
            let (what, files) = (what(one).clone(), files_of(edition, one, &named, files));
            (!what.is_empty()).then(|| edition.say(Message::ToTell { whom: one.whom(), what, files }))
        };
        concerned.iter().filter_map(line).collect()
    };
    let (new, told) = (lines_of(|one| &one.new), lines_of(|one| &one.told));
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

/// Every file that is for somebody: the message, the change notice, the calendar, and the card where it is a new one.
fn files_of(edition: Edition<'_>, one: &Concerned, named: &Named<'_>, files: &[PrintedFile]) -> Vec<String> {
    let own = named.iter().find(|(reader, _)| (reader.folder, &reader.id) == (one.folder, &one.id));
    let Some((_, name)) = own else { return vec![] };
    let stem = stem(name);
    let folder = edition.say(one.folder);
    let inner =
        [Name::Messages, Name::Calendars].map(|outer| format!("{}/{folder}/{stem}", edition.say(outer)));
    let [message, calendar] = inner;
    let notice = format!("{}/{stem}", notices::folder(edition));
    let cards = edition.say(Sheet::Cards);
    let card = (one.folder == Name::Ambassadors && has_card(edition, &one.id)).then_some(cards);
    let wanted = [Some(message), Some(notice), Some(calendar), card];
    // Of a sheet that is there as pages and as what they were made from, the pages.
    let of = |wanted: String| {
        let mut found: Vec<&PrintedFile> = files
            .iter()
            .filter(|file| self::stem(&file.path) == wanted || marked(edition, &file.path, &wanted))
            .collect();
        found.sort_by_key(|file| Path::new(&file.path).extension() != Some("pdf".as_ref()));
        found.first().map(|file| file.path.clone())
    };
    wanted.into_iter().flatten().filter_map(of).collect()
}

/// Whether somebody has a card: a day that is to come.
fn has_card(edition: Edition<'_>, id: &str) -> bool {
    let mut placements = edition.plan.experience.roster.placements.iter();
    placements.any(|one| edition.domain.ambassador(one.ambassador).id == id && !edition.is_over(one.date))
}

fn stem(path: &str) -> &str {
    path.rsplit_once('.').map_or(path, |(stem, _)| stem)
}

/// Whether a path is of this stem with the mark of a copy that holds numbers behind it.
fn marked(edition: Edition<'_>, path: &str, wanted: &str) -> bool {
    edition.copy.contacts && stem(path) == format!("{wanted}{}", edition.say(Name::WithContacts))
}
