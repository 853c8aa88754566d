//! The plan of the experience: what was reached, who goes where, what is left open.
//!
//! In: an [`Edition`]. Out: sections.

pub mod broken;
pub mod level;
pub mod reason;
pub mod remainder;
pub mod roster;
pub mod rule;
pub mod summary;
pub mod words;

#[cfg(test)]
mod tests;

use crate::render::{block::Section, edition::Edition, experience::roster::Order};

/// Everything that is to be said of it, the roster in the orders asked for.
pub fn sections(edition: Edition<'_>, orders: &[Order]) -> Vec<Section> {
    let mut sections = vec![summary::title(edition), summary::reached(edition), summary::levels(edition)];
    sections.extend(orders.iter().map(|&order| roster::section(edition, order)));
    sections.extend(remainder::sections(edition));
    if orders.iter().any(|&order| order != Order::Date) {
        sections.push(remainder::to_know(edition));
    }
    sections.extend([remainder::lecture_section(edition), remainder::office(edition)]);
    sections
}
