//! A campaign in a workbook: cells as the tree that a campaign file would give.
//!
//! In: a workbook of [`Sources`]. Out: the same [`Node`]s as from YAML, each at its cell, so that everything that comes after is
//! the same. A list of entries is a sheet with a row for each and a column for each field; a map is a sheet of two
//! columns.

pub mod agreements;
pub mod choices;
pub mod headings;
mod moments;
mod pairs;
mod rows;
mod table;
mod values;
pub mod writing;

use crate::{
    campaign::{
        fields::{Entry as _, Keys, KnownKey},
        schema::{File, Scenario},
    },
    diagnostic::{
        Diagnostic,
        nearest::nearest,
        shape::{Home, Wanted},
        workbook::Workbook,
    },
    document::{Key, Node, Value},
    source::{FileId, Place, Sources, grid::Sheet},
};

/// The sheet of pins, bans and groups.
pub const AGREEMENTS: (&str, &str) = ("约定", "agreements");

/// The sheet of what a scenario takes out.
pub const REMOVALS: (&str, &str) = ("删除", "remove");

/// The sheet that explains the others; nobody reads it.
pub const EXPLANATION: (&str, &str) = ("说明", "readme");

/// The ranks of wishes that have a column of their own: 第一志愿 …
pub const RANKS: [&str; 9] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// What a sheet holds.
#[derive(Clone, Copy)]
enum Part {
    /// A map of the file, or the list of its entries.
    Section(&'static KnownKey, &'static Keys),
    Agreements,
    Removals,
    Explanation,
}

impl Part {
    /// What a sheet of this name holds.
    fn of(name: &str) -> Option<Self> {
        let word = headings::folded(name);
        let is = |(chinese, english): (&str, &str)| word == chinese || word == english;
        [(AGREEMENTS, Self::Agreements), (REMOVALS, Self::Removals), (EXPLANATION, Self::Explanation)]
            .into_iter()
            .find(|(names, _)| is(*names))
            .map(|(_, part)| part)
            .or_else(|| {
                let known = headings::known(&File::KEYS, &word)?;
                known.within.map(|within| Self::Section(known, within))
            })
    }

    /// Whether two are for the same part of a campaign.
    fn is(&self, other: &Self) -> bool {
        let name = |part: &Self| match part {
            Self::Section(known, _) => known.key,
            Self::Agreements => AGREEMENTS.1,
            Self::Removals => REMOVALS.1,
            Self::Explanation => EXPLANATION.1,
        };
        name(self) == name(other)
    }
}

/// The names that a sheet may have, in Chinese.
fn names() -> impl Iterator<Item = &'static str> {
    let apart = |known: &&KnownKey| !matches!(known.key, "pins" | "bans" | "groups");
    let sections = File::KEYS.known.iter().filter(apart).map(|known| known.word);
    sections.chain([AGREEMENTS.0, REMOVALS.0, EXPLANATION.0])
}

/// The tree of a workbook, and every problem of its form.
pub(super) fn read(sources: &Sources, file: FileId) -> (Option<Node>, Vec<Diagnostic>) {
    let mut reading = Reading { sources, root: Vec::new(), diagnostics: Vec::new() };
    let sheets = sources.grid(file).map_or(&[][..], |grid| &grid.sheets);
    let mut seen: Vec<Part> = Vec::new();
    for sheet in sheets.iter().filter(|sheet| !sheet.rows.is_empty()) {
        let Some(part) = Part::of(&sheet.name) else { continue };
        if seen.iter().any(|other| other.is(&part)) {
            reading.report(first(sheet), Workbook::SheetTwice { name: sheet.name.clone() });
        } else {
            seen.push(part);
            reading.sheet(sheet, part);
        }
    }
    let beginning = Place { file, start: 0, end: 0 };
    if seen.iter().all(|part| matches!(part, Part::Explanation)) {
        let is_sign_up = sheets.iter().any(table::is_sign_up(sources));
        let place = sheets.iter().find(|sheet| !sheet.rows.is_empty()).map_or(beginning, first);
        reading.report(place, Workbook::NoSheet { is_sign_up });
        return (None, reading.diagnostics);
    }
    for sheet in sheets.iter().filter(|sheet| !sheet.rows.is_empty() && Part::of(&sheet.name).is_none()) {
        let name = sheet.name.clone();
        let problem = match misnamed(sources, sheet, &seen) {
            Some(near) => Workbook::MisnamedSheet { name, near },
            None => Workbook::UnknownSheet { near: nearest(&sheet.name, names()), name },
        };
        reading.report(first(sheet), problem);
    }
    (Some(Node { place: beginning, value: Value::Map(reading.root) }), reading.diagnostics)
}

/// The name of the list whose headings a sheet has, where no sheet is that list.
fn misnamed(sources: &Sources, sheet: &Sheet, seen: &[Part]) -> Option<&'static str> {
    let is_list = |known: &&KnownKey| known.wanted == Wanted::Maps && names().any(|name| name == known.word);
    let lists = File::KEYS.known.iter().filter(is_list).filter_map(|known| Some((known, known.within?)));
    let has_most = lists
        .filter(|(known, keys)| !seen.iter().any(|part| part.is(&Part::Section(known, keys))))
        .map(|(known, keys)| (table::headings(sources, sheet, keys), known))
        .max_by_key(|(headings, _)| *headings);
    has_most.filter(|(headings, _)| *headings > 1).map(|(_, known)| known.word)
}

/// Where the first words of a sheet stand.
fn first(sheet: &Sheet) -> Place {
    sheet.rows[0].cells[0].place
}

/// A workbook of which some sheets are read.
struct Reading<'a> {
    sources: &'a Sources,
    root: Vec<(Key, Node)>,
    diagnostics: Vec<Diagnostic>,
}

impl Reading<'_> {
    fn report(&mut self, place: Place, problem: Workbook) {
        self.diagnostics.push(Diagnostic::at(place, problem.into()));
    }

    fn sheet(&mut self, sheet: &Sheet, part: Part) {
        let hidden = sheet.rows.iter().filter(|row| row.is_hidden);
        if let Some(row) = hidden.clone().next() {
            self.report(row.cells[0].place, Workbook::HiddenRows { rows: hidden.count() });
        }
        match part {
            Part::Explanation => {}
            Part::Section(known, keys) if known.wanted == Wanted::Map => self.map(sheet, known, keys),
            Part::Section(known, keys) => {
                let entries = rows::entries(self.sources, sheet, keys, &mut self.diagnostics);
                self.list(known.key, sheet, entries);
            }
            Part::Agreements => {
                let lists = agreements::agreements(self.sources, sheet, &mut self.diagnostics);
                for (key, entries) in lists {
                    self.list(key, sheet, entries);
                }
            }
            Part::Removals => {
                let removals = agreements::removals(self.sources, sheet, &mut self.diagnostics);
                self.add("remove", first(sheet), removals);
            }
        }
    }

    /// A map, and from the sheet of the campaign what stands beside it in the file.
    fn map(&mut self, sheet: &Sheet, known: &'static KnownKey, keys: &'static Keys) {
        let beside = if keys.home == Home::Header { &[&Scenario::KEYS, &File::KEYS][..] } else { &[] };
        let found = pairs::pairs(self.sources, sheet, (keys, beside), &mut self.diagnostics);
        if !found.entries.is_empty() {
            let node = Node { place: first(sheet), value: Value::Map(found.entries) };
            self.add(known.key, first(sheet), Some(node));
        }
        for (key, node) in found.beside {
            self.add(&key.text, key.place, Some(node));
        }
    }

    fn list(&mut self, key: &str, sheet: &Sheet, entries: Vec<Node>) {
        let node = Node { place: first(sheet), value: Value::List(entries) };
        let is_empty = matches!(&node.value, Value::List(entries) if entries.is_empty());
        self.add(key, first(sheet), (!is_empty).then_some(node));
    }

    fn add(&mut self, key: &str, place: Place, node: Option<Node>) {
        let Some(node) = node else { return };
        if self.root.iter().any(|(own, _)| own.text == key) {
            self.report(place, Workbook::Twice { word: key.to_owned() });
        } else {
            self.root.push((Key { text: key.to_owned(), place }, node));
        }
    }
}
