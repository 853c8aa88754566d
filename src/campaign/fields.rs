//! Nodes walked against the schema: which keys are known, which are missing, and what stands behind each.

use crate::{
    campaign::written::{Location, OneOrMore, Ranked, Text, Texts, Written},
    diagnostic::{
        Diagnostic,
        shape::{Home, Shape, Wanted},
        syntax::Syntax,
    },
    document::{Key, Node, Value},
    source::Place,
};

/// A key that an entry may have.
pub struct KnownKey {
    /// The key.
    pub key: &'static str,
    /// The Chinese word for it, the heading of its column in a workbook.
    pub word: &'static str,
    /// Whether it may not be left out.
    pub required: bool,
    /// What may stand behind it.
    pub wanted: Wanted,
    /// The keys of the entry behind it, or of each entry of the list.
    pub within: Option<&'static Keys>,
}

/// The keys of one kind of entry.
pub struct Keys {
    /// The kind.
    pub home: Home,
    /// The keys, in the order of the documentation.
    pub known: &'static [KnownKey],
}

/// The most entries of one list.
const MOST_ENTRIES: usize = 100_000;

/// A map whose keys the schema lists.
pub trait Entry: Sized {
    /// Its keys.
    const KEYS: Keys;

    /// The entry made of its fields.
    fn of(at: Place, fields: &mut Fields<'_>) -> Self;
}

/// What may stand behind a key.
pub trait Field: Sized {
    /// In words.
    const WANTED: Wanted;
    /// The keys of what may stand there, where it has some.
    const WITHIN: Option<&'static Keys> = None;

    /// The value of a node that is not null, or the node when it is of another kind.
    fn read(node: Node, diagnostics: &mut Vec<Diagnostic>) -> Result<Self, Node>;

    /// What is left of a node of another kind, which was reported, so that nobody else misses it.
    fn remains(_: Node, _: &mut Vec<Diagnostic>) -> Option<Self> {
        None
    }
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
                self.diagnostics.extend(wrong_type(field, F::WANTED, &key, &node));
                F::remains(node, self.diagnostics)
            }
        }
    }
}

/// The entry that a map holds; its missing keys are reported, and whatever is wrong within. What it had of unknown keys
/// went with the `spelling`.
pub fn entry<E: Entry>(node: Node, diagnostics: &mut Vec<Diagnostic>) -> Result<E, Node> {
    let Node { place, value } = node;
    let entries = match value {
        Value::Map(entries) => entries,
        value => return Err(Node { place, value }),
    };
    for known in E::KEYS.known.iter().filter(|known| known.required) {
        if !entries.iter().any(|(key, node)| key.text == known.key && node.value != Value::Null) {
            let here = entries.iter().find(|(key, _)| key.text == known.key).or_else(|| entries.first());
            let here = here.map_or(place, |(key, _)| key.place);
            let problem = Shape::MissingField { field: known.key, word: Some(known.word) };
            diagnostics.push(Diagnostic::at(here, problem.into()));
        }
    }
    Ok(E::of(place, &mut Fields { entries, diagnostics }))
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

fn wrong_type(field: &'static str, wanted: Wanted, key: &Key, node: &Node) -> Vec<Diagnostic> {
    let place = if node.place.start == node.place.end { key.place } else { node.place };
    blamed(node).unwrap_or_else(|| vec![Diagnostic::at(place, Shape::WrongType { field, wanted }.into())])
}

fn wrong_item(wanted: Wanted, node: &Node) -> Vec<Diagnostic> {
    blamed(node).unwrap_or_else(|| vec![Diagnostic::at(node.place, Shape::WrongItem { wanted }.into())])
}

/// The full-width marks of words that should be a list or a map.
fn blamed(node: &Node) -> Option<Vec<Diagnostic>> {
    let Value::Scalar { text, plain: true } = &node.value else { return None };
    let mark = |(at, found): (usize, char)| {
        let place = node.place.part(text, at..at + found.len_utf8());
        Diagnostic::at(place, Syntax::full_width(found).into())
    };
    Syntax::full_width_in(text).map(|_| Syntax::all_full_width_in(text).map(mark).collect())
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
        one_or_more(node, diagnostics, Text::read)
    }
}

/// A list of which `read` reads the items. A word alone is a list of one, unless commas show that several are meant.
pub fn one_or_more<T>(
    node: Node,
    diagnostics: &mut Vec<Diagnostic>,
    read: impl Fn(Node, &mut Vec<Diagnostic>) -> Result<T, Node>,
) -> Result<Written<Vec<T>>, Node> {
    if let Value::Scalar { text, plain } = &node.value
        && blamed(&node).is_none()
        && !(*plain && text.contains([',', ';']))
    {
        let place = node.place;
        return Ok(Written { value: vec![read(node, diagnostics)?], place });
    }
    let Node { place, value } = node;
    let items = match value {
        Value::List(items) => items,
        value => return Err(Node { place, value }),
    };
    let mut read_items = Vec::with_capacity(items.len());
    for item in items {
        match read(item, diagnostics) {
            Ok(item) => read_items.push(item),
            Err(item) => diagnostics.extend(wrong_item(Wanted::Text, &item)),
        }
    }
    Ok(Written { value: read_items, place })
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

impl<T: Entry + From<Text>> Field for Ranked<T> {
    const WANTED: Wanted = Wanted::Texts;
    const WITHIN: Option<&'static Keys> = Some(&T::KEYS);

    fn read(node: Node, diagnostics: &mut Vec<Diagnostic>) -> Result<Self, Node> {
        let items = match node.value {
            Value::List(items) => items,
            Value::Map(_) => vec![node],
            _ => {
                let words = Texts::read(node, diagnostics)?.value;
                return Ok(Self(words.into_iter().map(|word| vec![word.into()]).collect()));
            }
        };
        let mut ranked = Vec::with_capacity(items.len());
        for item in items {
            let rank = match item.value {
                Value::List(items) => items,
                _ => vec![item],
            };
            ranked.push(rank.into_iter().filter_map(|item| entry_or_word(item, diagnostics)).collect());
        }
        Ok(Self(ranked))
    }
}

/// An entry of its fields, or of the one word that is needed.
fn entry_or_word<T: Entry + From<Text>>(node: Node, diagnostics: &mut Vec<Diagnostic>) -> Option<T> {
    let read = match node.value {
        Value::Map(_) => entry(node, diagnostics),
        _ => Text::read(node, diagnostics).map(T::from),
    };
    read.map_err(|node| diagnostics.extend(wrong_item(Wanted::Text, &node))).ok()
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
    const WITHIN: Option<&'static Keys> = Some(&E::KEYS);

    fn read(node: Node, diagnostics: &mut Vec<Diagnostic>) -> Result<Self, Node> {
        entry(node, diagnostics)
    }
}

impl<E: Entry> Field for Vec<E> {
    const WANTED: Wanted = Wanted::Maps;
    const WITHIN: Option<&'static Keys> = Some(&E::KEYS);

    fn read(node: Node, diagnostics: &mut Vec<Diagnostic>) -> Result<Self, Node> {
        let Node { place, value } = node;
        let items = match value {
            Value::List(items) => items,
            value => return Err(Node { place, value }),
        };
        if items.len() > MOST_ENTRIES {
            let problem = Shape::TooManyEntries { entries: items.len(), most: MOST_ENTRIES };
            diagnostics.push(Diagnostic::at(items[MOST_ENTRIES].place, problem.into()));
        }
        let mut entries = Vec::with_capacity(items.len().min(MOST_ENTRIES));
        for item in items.into_iter().take(MOST_ENTRIES) {
            match entry(item, diagnostics) {
                Ok(item) => entries.push(item),
                Err(item) => {
                    diagnostics.extend(wrong_item(Wanted::Map, &item));
                    entries.push(nameless(item.place, diagnostics));
                }
            }
        }
        Ok(entries)
    }

    fn remains(node: Node, diagnostics: &mut Vec<Diagnostic>) -> Option<Self> {
        let place = node.place;
        Some(vec![entry(node, diagnostics).unwrap_or_else(|_| nameless(place, diagnostics))])
    }
}

/// An entry of which nothing is known but where it stands: whatever is missed elsewhere may be this one.
fn nameless<E: Entry>(place: Place, diagnostics: &mut Vec<Diagnostic>) -> E {
    E::of(place, &mut Fields { entries: Vec::new(), diagnostics })
}
