//! What was found, in words and tables.
//!
//! In: the campaign, the plan, diagnostics. Out: text for a terminal of a given width, with ANSI styles that `cli`
//! strips where they are not wanted. Opens no file and no terminal. [`wording`] holds every phrase.

pub mod conflict;
pub mod diagnostic;
pub mod experience;
pub mod layout;
mod levels;
pub mod names;
pub mod page;
pub mod thursday;
pub mod verdict;
pub mod wording;
