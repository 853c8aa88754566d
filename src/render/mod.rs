//! What was found, in words and tables.
//!
//! In: the campaign, the plan, diagnostics. Out: text for a terminal of a given width, with ANSI styles that `cli`
//! strips where they are not wanted; for paper, files with their bytes. Opens no file and no terminal. [`wording`] holds every phrase.

pub mod check;
pub mod comparison;
pub mod conflict;
pub mod copy;
pub mod diagnostic;
pub mod difference;
pub mod discretion;
pub mod experience;
pub mod html;
pub mod layout;
mod levels;
pub mod masks;
pub mod names;
pub mod notice;
pub mod page;
pub mod paper;
pub mod reserves;
pub mod shown;
mod tally;
pub mod thursday;
mod untrue;
pub mod verdict;
pub mod wording;

use crate::plan::Plan;
use page::Page;
use shown::Shown;
use wording::view::Order;

/// A whole plan as text that ends with a line feed, its roster in the orders asked for.
pub fn report(domain: &Shown<'_>, plan: &Plan, orders: &[Order], page: Page) -> String {
    let mut text = experience::report(domain, plan, orders, page);
    if let (Some(action), Some(plan)) = (&domain.thursday, &plan.thursday_action) {
        text.push('\n');
        text.push_str(&thursday::report(domain, action, plan, page));
    }
    text
}
