//! The list of reserves (候补名单): for every placement who could step in, and the moves that it takes.
//!
//! In: [`Paper`] and a bench for each placement. Out: a document like every other sheet.

use crate::{
    experience::reserves::Reserves,
    render::{
        html::document::{Frame, document},
        paper::{Paper, PrintedFile, filename::Folder},
        reserves::List,
        wording::{Phrase, reserve::Reserve as Words, sheet::Sheet},
    },
};
use maud::html;

/// The list as a file.
pub fn file(paper: Paper<'_>, reserves: &Reserves) -> PrintedFile {
    let title = Words::Title.say(paper.language);
    let path = Folder::default().name(paper, &title, "html");
    PrintedFile { path, bytes: text(paper, reserves, title).into_bytes() }
}

fn text(paper: Paper<'_>, reserves: &Reserves, title: String) -> String {
    let list = List { domain: paper.domain, levels: &paper.plan.experience.levels, reserves };
    let told = reserves.benches.iter().map(|bench| list.told(bench, paper.names, paper.language));
    let body = html! {
        header.head {
            p.campaign { (paper.domain.campaign.name) }
            h1 { (title) }
            p { (list.claim(paper.language)) }
        }
        @for (heading, lines, rest) in told {
            section.bench {
                h2 { (heading) }
                @for line in lines { p { (line) } }
                @if let Some(rest) = rest { p { (rest) } }
            }
        }
        @if let Some(unsought) = list.unsought(paper.language) { p { (unsought) } }
    };
    let frame = Frame { class: "reserves", title, ..Frame::of(paper, Sheet::Summary) };
    document(&frame, &body)
}
