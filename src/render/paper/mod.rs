//! What is printed, sent around and pinned to walls, as files with their bytes.
//!
//! In: [`Paper`], the campaign and its plan for one face and language. Out: [`Leaf`]s; `cli` writes them, all or none.
//! One module per format.

pub mod filename;

use crate::{
    domain::{Domain, Language},
    plan::Plan,
    render::{face::Face, names::Names},
};

/// What every format is made from.
#[derive(Debug, Clone, Copy)]
pub struct Paper<'a> {
    /// The campaign.
    pub domain: &'a Domain,
    /// What was found.
    pub plan: &'a Plan,
    /// What everybody is called on this copy.
    pub names: &'a Names,
    /// The language of what is printed.
    pub language: Language,
    /// For whom this copy is.
    pub face: Face,
}

/// One file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// Where it goes, seen from the folder of the print: parts made safe by [`filename`], with `/` between them.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl Paper<'_> {
    /// Free text of the campaign as it may stand on this copy, on one line.
    pub fn text(&self, text: &str) -> String {
        self.face.text(self.domain, text)
    }
}
