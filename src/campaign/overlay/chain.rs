//! The files of a scenario: itself, what it extends, what that extends, and so on.

use crate::{
    campaign::{
        fields,
        schema::{Removals, Scenario},
        shorthand, spelling, workbook,
        written::Text,
    },
    diagnostic::{
        Diagnostic,
        overlay::{MOST_SCENARIOS, Overlay},
        problem::Problem,
        shape::Shape,
        syntax::Syntax,
        value::Value as BadValue,
        workbook::Workbook,
    },
    document::{self, FileKind, Node, Value},
    source::{FileId, Place, Sources, decoding::Encoding, grid::is_named_table, reading::canonical},
};
use std::path::{Path, PathBuf};

/// What is laid over a campaign: one file of a chain, or what was said beyond the files.
pub(in crate::campaign) struct Layer {
    /// The texts in which its words stand.
    pub(in crate::campaign) texts: Vec<FileId>,
    /// Its entries but for `extends` and `remove`: always a map.
    pub(in crate::campaign) node: Node,
    /// What it removes from its base.
    pub(in crate::campaign) removals: Option<Removals>,
}

/// The files from the base up to `file`; `None` where one is missing, is no campaign or comes twice.
pub(in crate::campaign) fn read(
    sources: &mut Sources,
    file: FileId,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Vec<Layer>> {
    let mut layers = Vec::new();
    let mut seen: Vec<PathBuf> = sources.path(file).and_then(canonical).into_iter().collect();
    let mut next = Some(file);
    while let Some(file) = next {
        let (layer, extends) = layer(sources, file, diagnostics)?;
        layers.push(layer);
        next = match extends {
            Some(_) if layers.len() > MOST_SCENARIOS => {
                let place = extends.map(|text| text.place)?;
                diagnostics.push(Diagnostic::at(place, Overlay::ChainTooLong.into()));
                return None;
            }
            Some(extends) => Some(open(sources, file, &extends, &mut seen, diagnostics)?),
            None => None,
        };
    }
    layers.reverse();
    Some(layers)
}

/// The map that stands in one file, with its keys seen to.
pub(in crate::campaign) fn root(
    sources: &Sources,
    file: FileId,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Node> {
    let beginning = Place { file, start: 0, end: 0 };
    if is_named_table(Path::new(sources.name(file))) {
        diagnostics.push(Diagnostic::at(beginning, Workbook::NoSheet { is_sign_up: true }.into()));
        return None;
    }
    let read = if sources.grid(file).is_some() { workbook::read } else { document::reading::read };
    let (mut node, found) = read(sources, file);
    diagnostics.extend(found);
    if let Some(root) = &mut node {
        if root.file_kind() == FileKind::Plan {
            diagnostics.push(Diagnostic::at(root.place, Shape::IsPlan.into()));
            return None;
        }
        spelling::mend(root, diagnostics);
    }
    if sources.encoding(file) == Encoding::Gbk {
        diagnostics.push(Diagnostic::at(beginning, Syntax::SavedInGbk.into()));
    }
    let problem = match node {
        Some(Node { value: Value::Map(_), .. }) | None => return node,
        Some(Node { value: Value::Null, .. }) => Diagnostic::at(beginning, Syntax::Empty.into()),
        Some(Node { place, .. }) => Diagnostic::at(place, Shape::NoCampaign.into()),
    };
    diagnostics.push(problem);
    None
}

/// One file, and what it extends.
fn layer(
    sources: &Sources,
    file: FileId,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(Layer, Option<Text>)> {
    let mut root = root(sources, file, diagnostics)?;
    shorthand::write_out(&mut root);
    let Node { place, value: Value::Map(entries) } = root else { return None };
    let (own, entries): (Vec<_>, Vec<_>) =
        entries.into_iter().partition(|(key, _)| matches!(key.text.as_str(), "extends" | "remove"));
    let written = |name: &str| own.iter().find(|(key, node)| key.text == name && node.value != Value::Null);
    let (wants_base, removes) = (written("extends").is_some(), written("remove").map(|(key, _)| key.place));
    let scenario: Scenario = fields::entry(Node { place, value: Value::Map(own) }, diagnostics).ok()?;
    match removes {
        Some(place) if !wants_base => {
            diagnostics.push(Diagnostic::at(place, Overlay::RemoveWithoutBase.into()));
        }
        // Without its base nothing can be said of a scenario.
        _ if wants_base && scenario.extends.is_none() => return None,
        _ => {}
    }
    let node = Node { place, value: Value::Map(entries) };
    Some((Layer { texts: vec![file], node, removals: scenario.remove }, scenario.extends))
}

/// The file that `file` extends.
fn open(
    sources: &mut Sources,
    file: FileId,
    extends: &Text,
    seen: &mut Vec<PathBuf>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<FileId> {
    if extends.words().is_empty() {
        diagnostics.push(Diagnostic::at(extends.place, BadValue::EmptyText.into()));
        return None;
    }
    let folder = sources.path(file).and_then(Path::parent).unwrap_or(Path::new(""));
    let path = folder.join(extends.words());
    let name = path.display().to_string();
    let problem = match canonical(&path) {
        Some(canonical) if seen.contains(&canonical) => Overlay::Circle { path: name }.into(),
        canonical => {
            seen.extend(canonical);
            match sources.open(&path) {
                Ok(base) => return Some(base),
                Err(fault) => Problem::File { name, fault },
            }
        }
    };
    diagnostics.push(Diagnostic::at(extends.place, problem));
    None
}
