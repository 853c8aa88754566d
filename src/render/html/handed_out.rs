//! Sheets that are handed out one by one: each page carries the whole head, and its foot counts the pages of that sheet alone,
//! which a browser cannot, for it counts the document.
//!
//! In: a head, columns, and the rows of each page. Out: pages, and the style of their feet.

use crate::{
    domain::Language,
    render::{
        html::words::{Label, Line},
        wording::Phrase,
    },
};
use maud::{Markup, PreEscaped, html};
use std::{collections::BTreeSet, fmt::Write as _};

/// A column: the class that gives its width, and its heading.
pub type Column = (&'static str, Label);

/// The pages of all sheets of a document.
#[derive(Debug)]
pub struct Pages {
    language: Language,
    /// The style of every page, as in `size:A4 landscape`.
    layout: &'static str,
    counts: BTreeSet<(usize, usize)>,
    made: Vec<Markup>,
}

impl Pages {
    /// None yet.
    pub fn new(language: Language, layout: &'static str) -> Self {
        Self { language, layout, counts: BTreeSet::new(), made: Vec::new() }
    }

    /// Adds a sheet, whose head stands on each of its pages.
    pub fn add(&mut self, head: &Markup, columns: &[Column], pages: &[Markup]) {
        for (at, rows) in pages.iter().enumerate() {
            let (page, of) = (at + 1, pages.len());
            self.counts.insert((page, of));
            self.made.push(html! {
                section.page style={ "page:p" (page) "of" (of) } {
                    table.grid {
                        colgroup { @for (class, _) in columns { col class=(class); } }
                        thead {
                            tr { th.head scope="colgroup" colspan=(columns.len()) { (head) } }
                            tr { @for (class, label) in columns { th class=(class) scope="col" { (label.say(self.language)) } } }
                        }
                        (rows)
                    }
                }
            });
        }
    }

    /// All of them, behind what says how they are counted.
    pub fn finish(self) -> Markup {
        let mut style = String::new();
        for &(page, of) in &self.counts {
            let count = Line::PageOf { page, of }.say(self.language);
            let layout = self.layout;
            let _ = write!(style, "@page p{page}of{of}{{{layout};@bottom-center{{content:\"{count}\"}}}}");
        }
        html! {
            style { (PreEscaped(style)) }
            @for page in &self.made { (page) }
        }
    }
}
