//! How far the sheets of an ods file reach: it may say of one cell that it stands there a million times, and its reader
//! makes as many of it.

use crate::source::grid::Damage;
use quick_xml::events::{BytesStart, Event};

/// The most cells from the first to the last of a sheet, empty ones too.
const MOST_CELLS: usize = 4_000_000;

/// A sheet so far.
#[derive(Default)]
struct Extent {
    /// Rows down to the last one with words.
    height: usize,
    /// Columns up to the last one with words.
    width: usize,
    /// Rows and columns passed.
    rows: usize,
    columns: usize,
    /// Cells of the rows passed, each row once.
    cells: usize,
    /// How often the row stands there, and whether it has words.
    repeats: usize,
    has_words: bool,
}

/// Refuses a sheet that reaches too far.
pub(super) fn look(content: &str) -> Result<(), Damage> {
    let mut reader = quick_xml::Reader::from_str(content);
    let mut extent = Extent::default();
    loop {
        let event = reader.read_event().map_err(|error| Damage::Broken(error.to_string()))?;
        match &event {
            Event::Start(element) | Event::Empty(element) => {
                let has_value = element.attributes().filter_map(Result::ok).any(|one| {
                    let key = one.key.as_ref();
                    key.starts_with("office:") || key == "table:formula"
                });
                extent.begin(element, has_value || matches!(event, Event::Start(_)));
            }
            Event::End(element) if element.name().as_ref() == "table:table-row" => extent.end_row(),
            Event::Eof => return Ok(()),
            _ => {}
        }
        if extent.height.saturating_mul(extent.width).max(extent.cells) > MOST_CELLS {
            return Err(Damage::TooLarge);
        }
    }
}

impl Extent {
    fn begin(&mut self, element: &BytesStart<'_>, has_words: bool) {
        match element.name().as_ref() {
            "table:table" => *self = Self::default(),
            "table:table-row" => {
                (self.columns, self.has_words) = (0, false);
                self.repeats = repeats(element, "table:number-rows-repeated");
                if !has_words {
                    self.end_row();
                }
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.columns = self.columns.saturating_add(repeats(element, "table:number-columns-repeated"));
                if has_words {
                    self.has_words = true;
                    self.width = self.width.max(self.columns);
                }
            }
            _ => {}
        }
    }

    fn end_row(&mut self) {
        self.rows = self.rows.saturating_add(self.repeats);
        if self.has_words {
            self.height = self.rows;
            self.cells = self.cells.saturating_add(self.columns);
        }
    }
}

/// How often an element says that it stands there.
fn repeats(element: &BytesStart<'_>, name: &str) -> usize {
    let attribute = element.attributes().filter_map(Result::ok).find(|one| one.key.as_ref() == name);
    attribute.and_then(|one| one.value.parse().ok()).unwrap_or(1)
}
