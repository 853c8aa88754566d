//! Replies to those of whom no wish came true (志愿答复): to each why, nobody else named.
//!
//! In: [`Edition`] and what can be said to each. Out: a document like every other sheet.

use crate::{
    experience::explanation::person::PersonExplanation,
    render::{
        edition::Edition,
        experience::why::letter::lines,
        file::{Folder, PrintedFile},
        html::{
            Sheet,
            document::{Frame, document},
        },
    },
};
use maud::html;

/// The replies as a file; `None` where there is nobody to reply to.
pub fn file(edition: Edition<'_>, explanations: &[PersonExplanation]) -> Option<PrintedFile> {
    let title = edition.say(Sheet::Reasons);
    let path = Folder::default().name(edition, &title, "html");
    let body = html! {
        header.head {
            p.campaign { (edition.domain.campaign.name) }
            h1 { (title) }
        }
        @for explanation in explanations {
            section.bench {
                @for line in lines(edition, explanation, false) { p { (line) } }
            }
        }
    };
    let frame = Frame { class: "reserves", ..Frame::of(edition, Sheet::Reasons) };
    let file = || PrintedFile { path, bytes: document(&frame, &body).into_bytes() };
    (!explanations.is_empty()).then(file)
}
