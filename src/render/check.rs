//! What `check` finds, as data: every file with what a scenario changes there, and every problem.
//!
//! In: the readings of the files. Out: JSON.

use crate::{
    diagnostic::{
        Diagnostic,
        overlay::{Changes, Field, FieldChange},
        reference::Kind,
    },
    domain::{Domain, Language},
    render::{
        diagnostic::{Record, records},
        wording::Phrase,
    },
    source::Sources,
};
use serde::Serialize;

/// One file that was read.
#[derive(Debug, Clone)]
pub struct Checked<'a> {
    /// Its path as typed.
    pub file: String,
    /// What it means; `None` where a problem is an error.
    pub domain: Option<&'a Domain>,
    /// What it changes, and what is changed on the command line.
    pub changes: Vec<&'a Changes>,
}

/// All files and all problems as JSON that ends with a line feed.
///
/// # Errors
/// Those of `serde_json`, which writes to memory and has none here.
pub fn json(
    files: &[Checked<'_>],
    diagnostics: &[Diagnostic],
    sources: &Sources,
    language: Language,
) -> serde_json::Result<String> {
    let files = files.iter().map(WrittenFile::of).collect();
    let written = Written { files, problems: records(diagnostics, sources, language) };
    Ok(serde_json::to_string_pretty(&written)? + "\n")
}

#[derive(Serialize)]
struct Written<'a> {
    files: Vec<WrittenFile<'a>>,
    problems: Vec<Record>,
}

#[derive(Serialize)]
struct WrittenFile<'a> {
    file: &'a str,
    sound: bool,
    #[serde(flatten)]
    sizes: Option<Sizes>,
    changes: Vec<WrittenChanges<'a>>,
}

#[derive(Serialize)]
struct Sizes {
    units: usize,
    posts: usize,
    ambassadors: usize,
    neighbourhoods: usize,
}

/// What a scenario changes.
#[derive(Serialize)]
pub(in crate::render) struct WrittenChanges<'a> {
    base: &'a str,
    added: Vec<Entry<'a>>,
    changed: Vec<ChangedEntry<'a>>,
    removed: Vec<Entry<'a>>,
    settings: Vec<WrittenField<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    kind: String,
    id: &'a str,
}

#[derive(Serialize)]
struct ChangedEntry<'a> {
    #[serde(flatten)]
    entry: Entry<'a>,
    fields: Vec<WrittenField<'a>>,
}

#[derive(Serialize)]
struct WrittenField<'a> {
    path: &'a str,
    change: &'static str,
    /// How many entries of the base are replaced.
    #[serde(skip_serializing_if = "Option::is_none")]
    entries: Option<usize>,
    /// The words in the base, and in the scenario.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<&'a str>,
}

impl<'a> WrittenFile<'a> {
    fn of(checked: &'a Checked<'_>) -> Self {
        let sizes = checked.domain.map(|domain| Sizes {
            units: domain.units.len(),
            posts: domain.posts.len(),
            ambassadors: domain.ambassadors.len(),
            neighbourhoods: domain.neighbourhoods.len(),
        });
        let changes = checked.changes.iter().map(|changes| WrittenChanges::of(changes)).collect();
        Self { file: &checked.file, sound: sizes.is_some(), sizes, changes }
    }
}

impl<'a> WrittenChanges<'a> {
    pub(in crate::render) fn of(changes: &'a Changes) -> Self {
        let fields = |fields: &'a [Field]| fields.iter().map(WrittenField::of).collect();
        let changed = changes.changed.iter().map(|(kind, id, changed)| ChangedEntry {
            entry: Entry { kind: kind.en(), id },
            fields: fields(changed),
        });
        Self {
            base: &changes.base,
            added: entries(&changes.added),
            changed: changed.collect(),
            removed: entries(&changes.removed),
            settings: fields(&changes.settings),
        }
    }
}

fn entries(entries: &[(Kind, String)]) -> Vec<Entry<'_>> {
    entries.iter().map(|(kind, id)| Entry { kind: kind.en(), id }).collect()
}

impl<'a> WrittenField<'a> {
    fn of(Field { path, change, from, to }: &'a Field) -> Self {
        let (change, entries) = match *change {
            FieldChange::New => ("new", None),
            FieldChange::Other => ("other", None),
            FieldChange::TakenAway => ("taken-away", None),
            FieldChange::Replaced { entries } => ("replaced", Some(entries)),
        };
        Self { path, change, entries, from: from.as_deref(), to: to.as_deref() }
    }
}
