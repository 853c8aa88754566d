//! The campaign file as written: every field with its place, nothing yet resolved.
//!
//! In: a file of [`Sources`]. Out: [`Campaign`], or the diagnostics that say why not. The way goes from nodes
//! to fields in one walk ([`fields`]) against the list of all entries ([`schema`]).

pub mod digest;
pub mod fields;
pub mod schema;
pub mod written;

use crate::{
    diagnostic::{Diagnostic, shape::Shape, syntax::Syntax},
    document::{self, Node, Value},
    source::{FileId, Place, Sources, decoding::Encoding},
};

/// A campaign as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Campaign {
    /// The file's entries.
    pub file: schema::File,
    /// `sha256:` and the digest of what decides about plans.
    pub digest: String,
}

/// The campaign in a file, if enough of it can be read to look at its values, and every problem of its form.
pub fn read(sources: &Sources, file: FileId) -> (Option<Campaign>, Vec<Diagnostic>) {
    let (node, mut diagnostics) = document::reading::read(sources, file);
    let beginning = Place { file, start: 0, end: 0 };
    if sources.encoding(file) == Encoding::Gbk {
        diagnostics.push(Diagnostic::at(beginning, Syntax::SavedInGbk.into()));
    }
    let campaign = node.and_then(|node| campaign_of(node, beginning, &mut diagnostics));
    (campaign, diagnostics)
}

fn campaign_of(mut node: Node, beginning: Place, diagnostics: &mut Vec<Diagnostic>) -> Option<Campaign> {
    if node.value == Value::Null {
        diagnostics.push(Diagnostic::at(beginning, Syntax::Empty.into()));
        return None;
    }
    refuse_overlays(&mut node, diagnostics);
    let digest = digest::digest(&node);
    match fields::entry(node, diagnostics) {
        Ok(file) => Some(Campaign { file, digest }),
        Err(node) => {
            diagnostics.push(Diagnostic::at(node.place, Shape::NoCampaign.into()));
            None
        }
    }
}

/// `extends` and `remove` belong to the format, but are not followed yet.
fn refuse_overlays(node: &mut Node, diagnostics: &mut Vec<Diagnostic>) {
    let Value::Map(entries) = &mut node.value else { return };
    for overlay in ["extends", "remove"] {
        if let Some(position) = entries.iter().position(|(key, _)| key.text == overlay) {
            let (key, _) = entries.remove(position);
            diagnostics.push(Diagnostic::at(key.place, Shape::NotYet { key: overlay }.into()));
        }
    }
}
