//! Nodes walked against the schema: which keys are known, which are missing, and what stands behind each.

use crate::{
    campaign::{
        schema::Range,
        written::{Location, NumberOrRange, OneOrMore, Text, Texts, Written},
    },
    diagnostic::{
        Diagnostic,
        shape::{Shape, Wanted},
        syntax::Syntax,
    },
    document::{Key, Node, Value},
    source::Place,
};

/// A key that an entry may have.
pub struct KnownKey {
    /// The key.
    pub key: &'static str,
    /// Whether it may not be left out.
    pub required: bool,
}

/// A map whose keys the schema lists.
pub trait Entry: Sized {
    /// Its keys, in the order of the documentation.
    const KEYS: &'static [KnownKey];

    /// The entry made of its fields.
    fn of(at: Place, fields: &mut Fields<'_>) -> Self;
}

/// What may stand behind a key.
pub trait Field: Sized {
    /// In words.
    const WANTED: Wanted;

    /// The value of a node that is not null, or the node when it is of another kind.
    fn read(node: Node, diagnostics: &mut Vec<Diagnostic>) -> Result<Self, Node>;
}

/// The keys and values of one map, each taken once.
pub struct Fields<'a> {
    entries: Vec<(Key, Node)>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Fields<'_> {
    /// The value behind a key; `None` where it is left out, null, or of a wrong kind (which is reported).
    pub fn take<F: Field>(&mut self, field: &'static str) -> Option<F> {
        let position = self.entries.iter().position(|(key, _)| key.text == field)?;
        let (key, node) = self.entries.swap_remove(position);
        if node.value == Value::Null {
            return None;
        }
        match F::read(node, self.diagnostics) {
            Ok(value) => Some(value),
            Err(node) => {
                self.diagnostics.push(wrong_type(field, F::WANTED, &key, &node));
                None
            }
        }
    }
}

/// The entry that a map holds; its unknown and missing keys are reported, and whatever is wrong within.
pub fn entry<E: Entry>(node: Node, diagnostics: &mut Vec<Diagnostic>) -> Result<E, Node> {
    let Node { place, value } = node;
    let entries = match value {
        Value::Map(entries) => entries,
        value => return Err(Node { place, value }),
    };
    let known = |text: &str| E::KEYS.iter().any(|known| known.key == text);
    for (key, _) in entries.iter().filter(|(key, _)| !known(&key.text)) {
        diagnostics.push(unknown_key(key, E::KEYS));
    }
    for known in E::KEYS.iter().filter(|known| known.required) {
        if !entries.iter().any(|(key, node)| key.text == known.key && node.value != Value::Null) {
            let here = entries.iter().find(|(key, _)| key.text == known.key).or_else(|| entries.first());
            let here = here.map_or(place, |(key, _)| key.place);
            diagnostics.push(Diagnostic::at(here, Shape::MissingField { field: known.key }.into()));
        }
    }
    Ok(E::of(place, &mut Fields { entries, diagnostics }))
}

fn unknown_key(key: &Key, known: &'static [KnownKey]) -> Diagnostic {
    if let Some((_, found)) = Syntax::full_width_in(&key.text) {
        return Diagnostic::at(key.place, Syntax::full_width(found).into());
    }
    let written = key.text.to_lowercase().replace(['-', ' '], "_");
    let similar = known
        .iter()
        .map(|known| (strsim::damerau_levenshtein(&written, known.key), known.key))
        .filter(|(distance, known)| *distance <= 1 + known.len() / 4)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known);
    Diagnostic::at(key.place, Shape::UnknownKey { key: key.text.clone(), similar }.into())
}

/// Words within full-width quotation marks, which YAML takes for a part of the words.
fn wrapped_in_full_width(text: &str, place: Place) -> Option<Diagnostic> {
    let (found, within) = [('“', '”'), ('‘', '’')].into_iter().find_map(|(open, close)| {
        text.strip_prefix(open)?.strip_suffix(close).map(|within| (open, within))
    })?;
    // Two quotations with words between them begin and end with the marks, too.
    if within.contains(found) {
        return None;
    }
    let wanted = Syntax::ascii_for(found)?;
    Some(Diagnostic::at(place, Syntax::FullWidthInWords { found, wanted }.into()))
}

fn wrong_type(field: &'static str, wanted: Wanted, key: &Key, node: &Node) -> Diagnostic {
    if let Value::Scalar { text, plain: true } = &node.value
        && let Some((at, found)) = Syntax::full_width_in(text)
    {
        let start = node.place.start + at;
        let end = start + found.len_utf8();
        return Diagnostic::at(Place { start, end, ..node.place }, Syntax::full_width(found).into());
    }
    let place = if node.place.start == node.place.end { key.place } else { node.place };
    Diagnostic::at(place, Shape::WrongType { field, wanted }.into())
}

impl Field for Text {
    const WANTED: Wanted = Wanted::Text;

    fn read(node: Node, diagnostics: &mut Vec<Diagnostic>) -> Result<Self, Node> {
        let Node { place, value } = node;
        match value {
            Value::Scalar { text, plain } => {
                if plain {
                    diagnostics.extend(wrapped_in_full_width(&text, place));
                }
                Ok(Written { value: text, place })
            }
            value => Err(Node { place, value }),
        }
    }
}

impl Field for Texts {
    const WANTED: Wanted = Wanted::Texts;

    fn read(node: Node, diagnostics: &mut Vec<Diagnostic>) -> Result<Self, Node> {
        let Node { place, value } = node;
        let items = match value {
            Value::List(items) => items,
            value => return Err(Node { place, value }),
        };
        let mut texts = Vec::with_capacity(items.len());
        for item in items {
            match Text::read(item, diagnostics) {
                Ok(text) => texts.push(text),
                Err(item) => {
                    let problem = Shape::WrongItem { wanted: Wanted::Text };
                    diagnostics.push(Diagnostic::at(item.place, problem.into()));
                }
            }
        }
        Ok(Written { value: texts, place })
    }
}

impl Field for OneOrMore {
    const WANTED: Wanted = Wanted::TextOrTexts;

    fn read(node: Node, diagnostics: &mut Vec<Diagnostic>) -> Result<Self, Node> {
        match Text::read(node, diagnostics) {
            Ok(text) => Ok(Self(Written { place: text.place, value: vec![text] })),
            Err(node) => Texts::read(node, diagnostics).map(Self),
        }
    }
}

impl Field for NumberOrRange {
    const WANTED: Wanted = Wanted::NumberOrRange;

    fn read(node: Node, diagnostics: &mut Vec<Diagnostic>) -> Result<Self, Node> {
        match Text::read(node, diagnostics) {
            Ok(text) => Ok(Self::Number(text)),
            Err(node) => entry::<Range>(node, diagnostics).map(Self::Range),
        }
    }
}

impl Field for Location {
    const WANTED: Wanted = Wanted::Location;

    fn read(node: Node, diagnostics: &mut Vec<Diagnostic>) -> Result<Self, Node> {
        match Text::read(node, diagnostics) {
            Ok(text) => Ok(Self::Pasted(text)),
            Err(node) => Texts::read(node, diagnostics).map(Self::List),
        }
    }
}

impl<E: Entry> Field for E {
    const WANTED: Wanted = Wanted::Map;

    fn read(node: Node, diagnostics: &mut Vec<Diagnostic>) -> Result<Self, Node> {
        entry(node, diagnostics)
    }
}

impl<E: Entry> Field for Vec<E> {
    const WANTED: Wanted = Wanted::Maps;

    fn read(node: Node, diagnostics: &mut Vec<Diagnostic>) -> Result<Self, Node> {
        let Node { place, value } = node;
        let items = match value {
            Value::List(items) => items,
            value => return Err(Node { place, value }),
        };
        let mut entries = Vec::with_capacity(items.len());
        for item in items {
            match entry(item, diagnostics) {
                Ok(item) => entries.push(item),
                Err(item) => {
                    let problem = Shape::WrongItem { wanted: Wanted::Map };
                    diagnostics.push(Diagnostic::at(item.place, problem.into()));
                }
            }
        }
        Ok(entries)
    }
}
