//! Sheets to be printed on A4 by a browser: one file of HTML each, with its style and pictures inside.
//!
//! In: [`Paper`] and a [`Sheet`]. Out: a document that needs no network and no script. One module per sheet.

mod action;
mod cards;
pub mod comparison;
mod document;
mod lecture;
mod letters;
mod map;
mod months;
mod pairings;
mod poster;
pub mod reserves;
mod session;
mod sign_in;
mod summary;
mod themes;
mod year;

use crate::render::{
    paper::{Leaf, Paper, filename::Folder},
    wording::{Phrase, sheet::title::Title},
};

/// A sheet that can be printed alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sheet {
    /// Who goes where, day by day, to be pinned to a wall.
    Poster,
    /// A letter to each unit: who comes when, and what to prepare.
    Letters,
    /// A card for each ambassador, eight to a page.
    Cards,
    /// A page for each day to sign on.
    SignIn,
    /// The Thursday Action's year, twelve months a page.
    Year,
    /// The Thursday Action, a page for each month.
    Months,
    /// Who is paired with whom, as a map, a table and a picture.
    Pairings,
    /// What was asked, reached and proven, for the file.
    Summary,
}

impl Sheet {
    /// All sheets in the order in which they are listed.
    pub const ALL: [Self; 8] = [
        Self::Poster,
        Self::Letters,
        Self::Cards,
        Self::SignIn,
        Self::Year,
        Self::Months,
        Self::Pairings,
        Self::Summary,
    ];

    /// The class of the document's body, by which the style sheet knows it.
    fn class(self) -> &'static str {
        match self {
            Self::Poster => "poster",
            Self::Letters => "letters",
            Self::Cards => "cards",
            Self::SignIn => "sign-in",
            Self::Year => "year",
            Self::Months => "by-month",
            Self::Pairings => "pairings",
            Self::Summary => "summary",
        }
    }

    fn title(self) -> Title {
        match self {
            Self::Poster => Title::Poster,
            Self::Letters => Title::Letters,
            Self::Cards => Title::Cards,
            Self::SignIn => Title::SignIn,
            Self::Year => Title::Year,
            Self::Months => Title::Months,
            Self::Pairings => Title::Pairings,
            Self::Summary => Title::Summary,
        }
    }
}

/// The sheets asked for as files, those left out that have nothing to show.
pub fn leaves(paper: Paper<'_>, sheets: &[Sheet]) -> Vec<Leaf> {
    let mut folder = Folder::default();
    let made = sheets.iter().filter_map(|&sheet| Some((sheet, text(paper, sheet)?)));
    made.map(|(sheet, text)| Leaf {
        path: folder.name(paper, &sheet.title().say(paper.language), "html"),
        bytes: text.into_bytes(),
    })
    .collect()
}

/// One sheet as HTML; `None` where the campaign or the plan has nothing for it.
pub fn text(paper: Paper<'_>, sheet: Sheet) -> Option<String> {
    let body = match sheet {
        Sheet::Poster => poster::body(paper),
        Sheet::Letters => letters::body(paper),
        Sheet::Cards => cards::body(paper),
        Sheet::SignIn => sign_in::body(paper),
        Sheet::Year => year::body(paper),
        Sheet::Months => months::body(paper),
        Sheet::Pairings => pairings::body(paper),
        Sheet::Summary => Some(summary::body(paper)),
    }?;
    Some(document::document(&document::Frame::of(paper, sheet), &body))
}
