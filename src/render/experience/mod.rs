//! The plan of the experience: what was reached, who goes where, what is left open.
//!
//! In: an [`Edition`]. Out: sections.

pub mod advice;
pub mod broken;
pub mod exchange;
pub mod level;
pub mod reason;
pub mod remainder;
pub mod roster;
pub mod rule;
pub mod summary;
pub mod why;
pub mod words;

#[cfg(test)]
mod tests;

use crate::render::{
    block::Section,
    detail::{Detail, Order},
    edition::Edition,
};

/// Who goes where, in the orders asked for, and what is left open; everything: also how far it is, and what is to be known.
pub fn sections(edition: Edition<'_>, detail: Detail) -> Vec<Section> {
    let roster = |&order| roster::section(edition, order, detail.everything);
    let mut sections: Vec<Section> = detail.orders.iter().map(roster).collect();
    // One roster needs no heading.
    if let ([Order::Date], [only]) = (detail.orders, &mut sections[..]) {
        only.heading.clear();
    }
    sections.extend(remainder::sections(edition));
    if detail.everything {
        let to_know = [remainder::to_know, remainder::lecture_section, remainder::office];
        sections.extend(to_know.map(|section| section(edition)));
    }
    sections
}
