//! The events of the YAML parser, one after the other, until the document stands or a fault ends it.

use crate::{
    diagnostic::{
        Diagnostic,
        syntax::{MOST_LEVELS, Syntax},
    },
    document::{Node, building::Builder, syntax},
    source::{FileId, Place, Sources},
};
use serde_yaml::granit_parser::{Event, Options, Parser, ScalarStyle, Span};

/// The document in a file, if it can be read at all, and every fault and warning of its form.
///
/// The node may be there although there are errors: twice the same key, for example.
pub fn read(sources: &Sources, file: FileId) -> (Option<Node>, Vec<Diagnostic>) {
    read_from(sources, file, 0)
}

/// The document that begins at a byte of a file and goes on to its end.
pub fn read_from(sources: &Sources, file: FileId, begin: usize) -> (Option<Node>, Vec<Diagnostic>) {
    let text = sources.text(file).get(begin..).unwrap_or("");
    let mut builder = Builder::new(file);
    let mut parser = Parser::new_from_str_with_options(text, options());
    while let Some(event) = parser.next_event() {
        match event {
            Ok((event, span)) => {
                if !take(&mut builder, event, place(file, text, begin, span)) {
                    break;
                }
            }
            Err(error) => {
                builder.fail(syntax::explain(text, file, begin, &error));
                break;
            }
        }
    }
    builder.finish(Place { file, start: begin, end: begin })
}

fn options() -> Options {
    serde_yaml::granit_parser::options! {
        emit_unresolved_aliases: true,
        emit_comments: false,
        flow_nesting_limit: MOST_LEVELS,
        block_nesting_limit: MOST_LEVELS,
    }
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

fn place(file: FileId, text: &str, begin: usize, span: Span) -> Place {
    let byte = |offset: Option<usize>| begin + offset.unwrap_or(0).min(text.len());
    let (start, end) = (byte(span.start.byte_offset()), byte(span.end.byte_offset()));
    Place { file, start, end: end.max(start) }
}
