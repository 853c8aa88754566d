//! Letters as sheets: a document for each unit, so that its pages are counted by themselves.

mod fit;

use crate::{
    domain::Language,
    render::{
        edition::Edition,
        file::{Folder, PrintedFile},
        html::{
            Sheet,
            document::{Frame, document},
            section::sections,
        },
        letter::{Letter, letters, notices},
    },
};
use maud::{Markup, html};

/// All letters of a kind one after the other; `None` where there is none.
pub fn body(edition: Edition<'_>, sheet: Sheet) -> Option<Markup> {
    let letters = of(edition, sheet);
    (!letters.is_empty()).then(|| html! { @for letter in &letters { (page(edition, letter)) } })
}

/// A file for each reader, in a folder of their own.
pub fn files(edition: Edition<'_>, sheet: Sheet) -> Vec<PrintedFile> {
    let (mut names, folder) = (Folder::default(), folder(edition, sheet));
    let file = |letter: Letter| {
        let frame = Frame::of(edition, sheet);
        let running = Some(format!("{} · {} · {}", letter.name, frame.name, letter.short));
        let frame = Frame { running, title: format!("{} · {}", frame.title, letter.name), ..frame };
        PrintedFile {
            path: format!("{folder}/{}", names.name(edition, &letter.name, "html")),
            bytes: document(&frame, &page(edition, &letter)).into_bytes(),
        }
    };
    of(edition, sheet).into_iter().map(file).collect()
}

/// Where the letters of a sheet go, in whatever format.
pub fn folder(edition: Edition<'_>, sheet: Sheet) -> String {
    if sheet == Sheet::Changes { notices::folder(edition) } else { edition.say(sheet) }
}

/// The letters of a sheet.
pub fn of(edition: Edition<'_>, sheet: Sheet) -> Vec<Letter> {
    if sheet == Sheet::Changes { notices::notices(edition) } else { letters(edition) }
}

fn page(edition: Edition<'_>, letter: &Letter) -> Markup {
    html! {
        section.page.close-set[fit::is_close(letter, edition.copy.contacts)] {
            header.head {
                p.campaign { (edition.domain.campaign.name) }
                h1 { (letter.title) }
                @if let Some(about) = &letter.about { p.about { (about) } }
            }
            @if !letter.dear.is_empty() { p.dear { (letter.dear) } }
            @if let Some(contact) = &letter.contact { p.contact { (contact) } }
            (parts(letter, edition.language))
        }
    }
}

fn parts(letter: &Letter, language: Language) -> Markup {
    html! {
        (sections(letter.sections.clone(), language))
        div.close {
            div.sentences { @for sentence in &letter.closing { p { (sentence) } } }
            div.signed { @for line in &letter.signed { p { (line) } } }
        }
    }
}
