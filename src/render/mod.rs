//! What was found, in words and tables.
//!
//! In: the campaign, the plan, diagnostics. Out: text for a terminal of a given width, with ANSI styles that `cli`
//! strips where they are not wanted; for paper, files with their bytes. Opens no file and no terminal.
//!
//! What is said is made once, as a [`block`], from an [`edition`] of campaign and plan, which knows who may see what;
//! each format turns blocks into itself. Words stand beside what says them; [`wording`] has those of the commands, and how all
//! are joined.

#[macro_use]
pub mod wording;

pub mod action;

pub mod block;

pub mod calendar;

pub mod check;

pub mod comparison;

pub mod conflict;

pub mod departure;

pub mod detail;

pub mod diagnostic;

pub mod difference;

pub mod docx;

pub mod edition;

pub mod experience;

mod facts;

pub mod fields;

pub mod file;

pub mod html;

pub mod letter;

pub mod levels;

pub mod messages;

pub mod notice;

pub mod pairing;

pub mod reserves;

pub mod screen;

pub mod session;

pub mod signup;

pub mod spreadsheet;

pub mod terminal;

pub mod thursday;

pub mod timetable;

pub mod verdict;

pub mod workbook;

use crate::{domain::Language, experience::level::Level, plan::Plan, render::wording::Phrase};
use detail::Detail;
use edition::{Edition, names::Names, shown::Shown};
use std::any::Any;
use terminal::Page;

/// A whole plan as text that ends with a line feed.
pub fn report(domain: &Shown<'_>, plan: &Plan, detail: Detail, page: Page) -> String {
    let names = Names::of(domain, page.language);
    page.text(screen::plan(Edition::on_screen(domain, plan, &names, page.language), detail))
}

/// What is to be said of a mended plan below what is new in it, as text that ends with a line feed.
pub fn mended(domain: &Shown<'_>, plan: &Plan, detail: Detail, page: Page) -> String {
    let names = Names::of(domain, page.language);
    page.text(screen::mended(Edition::on_screen(domain, plan, &names, page.language), detail))
}

/// What a level of whichever problem is called; nothing where it is of none.
pub fn level_name(level: &dyn Any, language: Language) -> Option<String> {
    let of_experience = level.downcast_ref::<Level>().map(|level| level.say(language));
    of_experience.or_else(|| thursday::level_name(level, language))
}
