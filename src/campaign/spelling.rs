//! Keys that the format does not know: each is reported and taken for the one that was probably meant, so that nothing
//! else is missed for it.
//!
//! In: the tree of one text. Out: the same with known keys alone, and the diagnostics.

use crate::{
    campaign::{
        fields::{Entry as _, Keys},
        schema::{ENTRIES, File, Scenario},
    },
    diagnostic::{
        Diagnostic,
        nearest::{Dictionary, nearest},
        shape::{Home, Shape, Similar},
        syntax::Syntax,
    },
    document::{Key, Node, Value},
};

/// Sees to the keys of a campaign file, or of changes that are laid over one.
pub(super) fn mend(root: &mut Node, diagnostics: &mut Vec<Diagnostic>) {
    let mut spelling = Spelling { elsewhere: None, diagnostics };
    spelling.map(root, &[&File::KEYS, &Scenario::KEYS]);
}

struct Spelling<'a> {
    /// The keys of all entries, once one was asked for.
    elsewhere: Option<Dictionary<&'static str>>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Spelling<'_> {
    /// The keys of a map; what is no map is reported where it is read.
    fn map(&mut self, node: &mut Node, keys: &[&'static Keys]) {
        let Value::Map(entries) = &mut node.value else { return };
        let known = |text: &str| keys.iter().flat_map(|keys| keys.known).find(|known| known.key == text);
        let (mut kept, unknown): (Vec<_>, Vec<_>) =
            std::mem::take(entries).into_iter().partition(|(key, _)| known(&key.text).is_some());
        for (key, node) in unknown {
            let Some((key, node)) = self.unknown(key, node, keys) else { continue };
            match kept.iter_mut().find(|(own, _)| own.text == key.text) {
                Some((_, Node { value: Value::Null, .. })) => kept.retain(|(own, _)| own.text != key.text),
                Some(_) => continue,
                None => {}
            }
            kept.push((key, node));
        }
        for (key, node) in &mut kept {
            let Some(known) = known(&key.text) else { continue };
            if let Some(within) = known.within {
                self.maps(node, within);
            }
        }
        *entries = kept;
    }

    /// The keys of a map, or of the maps of a list, and of lists within it.
    fn maps(&mut self, node: &mut Node, keys: &'static Keys) {
        match &mut node.value {
            Value::List(items) => items.iter_mut().for_each(|item| self.maps(item, keys)),
            _ => self.map(node, &[keys]),
        }
    }

    /// Reports a key, and what it and its value are taken for.
    fn unknown(&mut self, key: Key, node: Node, keys: &[&'static Keys]) -> Option<(Key, Node)> {
        let own = || keys.iter().flat_map(|keys| keys.known).map(|known| known.key);
        if Syntax::full_width_in(&key.text).is_some() {
            for (at, found) in Syntax::all_full_width_in(&key.text) {
                let place = key.place.part(&key.text, at..at + found.len_utf8());
                self.diagnostics.push(Diagnostic::at(place, Syntax::full_width(found).into()));
            }
            let (word, value) = split(&key, node);
            let meant = own().find(|own| *own == word)?;
            return Some((Key { text: meant.to_owned(), place: key.place }, value));
        }
        let similar = match nearest(&key.text, own()) {
            Some(near) => Some(Similar::here(near)),
            None => self.elsewhere(&key.text),
        };
        let meant =
            similar.as_ref().filter(|similar| similar.elsewhere.is_empty()).map(|similar| similar.key);
        let problem = Shape::UnknownKey { key: key.text, similar };
        self.diagnostics.push(Diagnostic::at(key.place, problem.into()));
        Some((Key { text: meant?.to_owned(), place: key.place }, node))
    }

    /// The nearest key of any other entry.
    fn elsewhere(&mut self, word: &str) -> Option<Similar> {
        let all = || ENTRIES.iter().flat_map(|keys| keys.known.iter().map(|known| (keys.home, known.key)));
        let words = || Dictionary::of(all().map(|(_, key)| (key, key)));
        let near = *self.elsewhere.get_or_insert_with(words).nearest(word)?;
        let mut elsewhere: Vec<Home> = all().filter(|(_, key)| *key == near).map(|(home, _)| home).collect();
        elsewhere.dedup();
        Some(Similar { key: near, elsewhere })
    }
}

/// A key whose full-width colon became a part of it, taken apart: its word, and what stands behind the colon where nothing
/// else is its value.
fn split(key: &Key, node: Node) -> (&str, Node) {
    let marks = |letter: char| letter.is_whitespace() || Syntax::ascii_for(letter).is_some();
    let Some((word, value)) = key.text.split_once('：') else { return (key.text.trim_matches(marks), node) };
    let written = value.trim();
    if node.value != Value::Null || written.is_empty() {
        return (word.trim_matches(marks), node);
    }
    let at = key.text.len() - value.trim_start().len();
    let text = written.to_owned();
    let node = Node {
        place: key.place.part(&key.text, at..at + text.len()),
        value: Value::Scalar { text, plain: true },
    };
    (word.trim_matches(marks), node)
}
