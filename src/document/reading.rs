//! The events of the YAML parser, one after the other, until the document stands or a fault ends it.

use crate::{
    diagnostic::{Diagnostic, syntax::Syntax},
    document::{Node, building::Builder, marks::Patch, mending, syntax},
    source::{FileId, Place, Sources},
};
use serde_yaml::granit_parser::{Event, Parser, ScalarStyle, ScanError};

/// The document in a file, if it can be read at all, and every fault and warning of its form.
///
/// The node may be there although there are errors: twice the same key, for example.
pub fn read(sources: &Sources, file: FileId) -> (Option<Node>, Vec<Diagnostic>) {
    read_from(sources, file, 0)
}

/// The document that begins at a byte of a file and goes on to its end.
pub fn read_from(sources: &Sources, file: FileId, begin: usize) -> (Option<Node>, Vec<Diagnostic>) {
    let text = sources.text(file).get(begin..).unwrap_or("");
    let beginning = Place { file, start: begin, end: begin };
    let mut builder = Builder::new(file);
    if build(&mut builder, text, |byte| byte, beginning).is_none() {
        return builder.finish(beginning);
    }
    let mended = mending::mend(text);
    builder = Builder::new(file);
    for Patch { range, problem, .. } in &mended.patches {
        let place = Place { file, start: begin + range.start, end: begin + range.end };
        builder.report(Diagnostic::at(place, problem.clone().into()));
    }
    if let Some(error) = build(&mut builder, &mended.text, |byte| mended.written(byte), beginning) {
        let at = mended.written(error.marker().byte_offset().unwrap_or(0));
        builder.fail(syntax::explain(text, file, begin, at, error.kind()));
    }
    builder.finish(beginning)
}

/// The value that stands at a place, such as a cell of a workbook, if all of it is one value without any fault.
pub fn read_value(sources: &Sources, place: Place) -> Option<Node> {
    let mut builder = Builder::new(place.file);
    let beginning = Place { end: place.start, ..place };
    if build(&mut builder, sources.slice(place), |byte| byte, beginning).is_some() {
        return None;
    }
    let (node, diagnostics) = builder.finish(beginning);
    node.filter(|_| diagnostics.is_empty())
}

/// Hands the events of a text to the builder; the fault that ended it. `written` tells where a byte of it was written,
/// counted from `beginning`.
fn build(
    builder: &mut Builder,
    text: &str,
    written: impl Fn(usize) -> usize,
    beginning: Place,
) -> Option<ScanError> {
    let mut parser = Parser::new_from_str_with_options(text, mending::options());
    while let Some(event) = parser.next_event() {
        let (event, span) = match event {
            Ok(found) => found,
            Err(error) => return Some(error),
        };
        let byte = |offset: Option<usize>| beginning.start + written(offset.unwrap_or(0).min(text.len()));
        let (start, end) = (byte(span.start.byte_offset()), byte(span.end.byte_offset()));
        if !take(builder, event, Place { start, end: end.max(start), ..beginning }) {
            break;
        }
    }
    None
}

/// Hands one event to the builder; false when nothing after it may be read.
fn take(builder: &mut Builder, event: Event<'_>, place: Place) -> bool {
    match event {
        Event::DocumentStart(..) => return builder.begin_document(place),
        Event::Scalar(text, style, anchor, tag) => {
            // A tag (`!!str 7`) says of itself that the text is meant as it stands.
            let plain = style == ScalarStyle::Plain && tag.is_none();
            builder.scalar(text.into_owned(), plain, anchor, place);
        }
        Event::SequenceStart(_, anchor, _) => builder.begin_list(anchor, place),
        Event::MappingStart(_, anchor, _) => builder.begin_map(anchor, place),
        Event::SequenceEnd | Event::MappingEnd => builder.end(place),
        Event::Alias(anchor) => builder.alias(anchor, place),
        Event::UnresolvedAlias(name) => {
            let name = name.into_owned();
            builder.report(Diagnostic::at(place, Syntax::UnknownAlias { name: name.clone() }.into()));
            builder.scalar(name, false, 0, place);
        }
        _ => {}
    }
    builder.may_continue()
}
