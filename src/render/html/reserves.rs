//! The list of reserves (候补名单): for every placement who could step in, and the moves that it takes.
//!
//! In: [`Edition`] and who could step in for each placement. Out: a document like every other sheet.

use crate::{
    experience::reserves::Reserves,
    render::{
        edition::Edition,
        file::{Folder, PrintedFile},
        html::{
            Sheet,
            document::{Frame, document},
        },
        reserves::{List, words::Words},
    },
};
use maud::html;

/// The list as a file.
pub fn file(edition: Edition<'_>, reserves: &Reserves) -> PrintedFile {
    let title = edition.say(Words::Title);
    let path = Folder::default().name(edition, &title, "html");
    PrintedFile { path, bytes: text(edition, reserves, title).into_bytes() }
}

fn text(edition: Edition<'_>, reserves: &Reserves, title: String) -> String {
    let list = List { domain: edition.domain, reserves };
    let section = list.section(edition.names, edition.language);
    let body = html! {
        header.head {
            p.campaign { (edition.domain.campaign.name) }
            h1 { (title) }
            p { (list.claim(edition.language)) }
        }
        @for item in section.items() {
            section.bench {
                h2 { (item.text) }
                @for line in &item.below { p { (line) } }
            }
        }
        @if let Some(unsought) = list.unsought(edition.language) { p { (unsought) } }
    };
    let running = Some(format!("{} · {title}", edition.domain.campaign.name));
    let frame = Frame { class: "reserves", title, running, ..Frame::of(edition, Sheet::Summary) };
    document(&frame, &body)
}
