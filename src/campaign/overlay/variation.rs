//! Changes in words, made into one scenario over a campaign.
//!
//! In: the words of `--set` and `--without` and their like. Out: [`Varying`], laid over the campaign as the entries of
//! a scenario file are; what the words name wrongly is reported at the very word.

use crate::{
    campaign::{
        change::{Change, Edit},
        fields::Entry as _,
        overlay::{
            entries::{field, identity, items, items_mut, name, name_key, words},
            naming::{Shared, naming},
        },
        schema::{File, Removals},
        shorthand, spelling,
        written::{Text, Written},
    },
    diagnostic::{
        Diagnostic,
        naming::Named,
        nearest::{Dictionary, nearest},
        reference::{Kind, Reference},
        shape::{Shape, Similar, Wanted},
        syntax::Syntax,
        value::{Value as BadValue, chosen},
        variation::Variation,
    },
    document::{self, Key, Node, Value},
    source::{FileId, Place, Sources},
};

/// Changes as the entries of a scenario.
pub(super) struct Varying {
    /// What is set.
    pub(super) node: Node,
    /// What is taken out.
    pub(super) removals: Removals,
}

/// Looks up in `base` what changes name.
pub(super) fn resolve(
    sources: &Sources,
    base: &Node,
    changes: &[Change],
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Varying> {
    let first = changes.first()?.words;
    let at = Place { file: first, start: 0, end: sources.text(first).len() };
    let mut varying = Varying { node: Node { place: at, value: Value::Map(Vec::new()) }, removals: none(at) };
    for change in changes {
        let faults = match change.edit {
            Edit::Set => set(sources, change.words, base, &mut varying.node),
            Edit::Remove => remove(sources, change.words, base, &mut varying.removals),
        };
        diagnostics.extend(faults);
    }
    spelling::mend(&mut varying.node, diagnostics);
    shorthand::write_out(&mut varying.node);
    Some(varying)
}

fn none(at: Place) -> Removals {
    Removals { at, units: None, posts: None, ambassadors: None, neighbourhoods: None, themes: None }
}

/// Puts one field into the tree; the problems of its words.
fn set(sources: &Sources, file: FileId, base: &Node, root: &mut Node) -> Vec<Diagnostic> {
    let (keys, value) = match path(sources.text(file), file, [base, root]) {
        Ok(found) => found,
        Err(fault) => return vec![*fault],
    };
    let (node, mut faults) = document::reading::read_from(sources, file, value);
    let Some(node) = node else { return faults };
    let (rest, target, own) = match (Kind::in_section(&keys[0].text), keys.get(1)) {
        (Some(kind), Some(id)) => (&keys[2..], entry(root, kind, &keys[0], id), Some(id)),
        _ => (&keys[..], map_mut(root), None),
    };
    let Some(target) = target else { return faults };
    faults.extend(match (rest, node.value) {
        ([], Value::Map(entries)) => entries.into_iter().find_map(|(key, node)| put(target, &[key], node)),
        ([], _) => {
            let empty = node.place.start == node.place.end;
            let place = own.filter(|_| empty).map_or(node.place, |own| own.place);
            Some(Diagnostic::at(place, Shape::WrongItem { wanted: Wanted::Map }.into()))
        }
        // That an entry has its own id makes a new one of it.
        ([id], Value::Scalar { text, .. }) if id.text == "id" && own.is_some_and(|own| own.text == text) => {
            None
        }
        ([id], _) if id.text == "id" && own.is_some() => {
            Some(Diagnostic::at(id.place, Variation::IdStands.into()))
        }
        (rest, value) => put(target, rest, Node { value, ..node }),
    });
    faults
}

/// The keys before `=`, and the byte at which the value begins. An id or name, one of those in the two trees, may hold
/// points and equals signs; the key of an entry is its id.
fn path(text: &str, file: FileId, roots: [&Node; 2]) -> Result<(Vec<Key>, usize), Box<Diagnostic>> {
    let whole = Place { file, start: 0, end: text.len() };
    let broken = || Box::new(Diagnostic::at(whole, Variation::NoAssignment.into()));
    let mut keys = Vec::new();
    let mut from = 0;
    if let Some(misspelt) = misspelt_section(text, file) {
        return Err(Box::new(misspelt));
    }
    if let Some((first, rest)) = text.split_once('.')
        && let Some(kind) = Kind::in_section(first.trim())
    {
        keys.push(key(text, file, 0, first.len()));
        let start = first.len() + 1;
        let own = ["id", name_key(kind)].into_iter().find_map(|field| Some((field, own_word(field, rest)?)));
        if let Some((field, name)) = own {
            let id = key(text, file, start, start + name.len());
            let from = start + name.len() + 1;
            let equals = from + field.len();
            if roots.iter().all(|root| !has(kind, root, &id.text)) {
                keys.extend([id, key(text, file, from, equals)]);
                return Ok((keys, equals + 1));
            }
        }
        let entries = || roots.into_iter().flat_map(|root| items(field(root, kind.section())));
        let ids = || entries().filter_map(|entry| identity(kind, entry));
        let begins =
            |id: &&str| rest.strip_prefix(*id).is_some_and(|rest| rest.trim_start().starts_with(['.', '=']));
        let names = || entries().filter_map(|entry| name(kind, entry));
        let longest = |words: Vec<&str>| words.into_iter().filter(begins).map(str::len).max();
        let known = longest(ids().map(|(id, _)| id).collect()).or_else(|| longest(names().collect()));
        let end = known.map_or_else(|| rest.find(['.', '=']).ok_or_else(broken), Ok)?;
        let word = key(text, file, start, start + end);
        if word.text.is_empty() {
            return Err(broken());
        }
        keys.push(meant(kind, word, roots)?);
        from = start + end;
        from += text[from..].len() - text[from..].trim_start().len();
        if text[from..].starts_with('=') {
            return Ok((keys, from + 1));
        }
        from += 1;
    }
    let equals = from + text[from..].find('=').ok_or_else(broken)?;
    for word in text[from..equals].split('.') {
        keys.push(key(text, file, from, from + word.len()));
        from += word.len() + 1;
    }
    if keys.iter().any(|key| key.text.is_empty()) { Err(broken()) } else { Ok((keys, equals + 1)) }
}

/// The name or id in words such as `施雯.name=施雯` and `a08.id=a08`, which make a new entry of it; as written, with quotation
/// marks or without.
fn own_word<'a>(field: &str, words: &'a str) -> Option<&'a str> {
    let field = format!(".{field}=");
    let names = words.match_indices(&field).map(|(at, _)| (&words[..at], words[at + field.len()..].trim()));
    let is_same = |name: &str, value: &str| {
        name.trim() == value || serde_json::from_str(value).is_ok_and(|value: String| value == name.trim())
    };
    names
        .into_iter()
        .find(|(name, value)| !name.trim().is_empty() && is_same(name, value))
        .map(|(name, _)| name)
}

/// Whether a tree has an entry that is called so.
fn has(kind: Kind, root: &Node, word: &str) -> bool {
    !matches!(naming(kind, root).named(word), Named::Nobody)
}

/// The key of an entry that two trees have, with its id in the stead of a name.
fn meant(kind: Kind, word: Key, roots: [&Node; 2]) -> Result<Key, Box<Diagnostic>> {
    let known = roots.map(|root| (naming(kind, root), root));
    if known.iter().any(|(naming, _)| naming.with_id(&word.text).is_some()) {
        return Ok(word);
    }
    for (naming, root) in &known {
        match naming.named(&word.text) {
            Named::One(position) => {
                return Ok(Key { text: naming.entries()[position].id.clone(), place: word.place });
            }
            Named::Several(bearers) => {
                let shared = Shared { kind, word: word.text, place: word.place, bearers };
                return Err(Box::new(shared.problem(root)));
            }
            Named::Nobody => {}
        }
    }
    let entries = roots.into_iter().flat_map(|root| items(field(root, kind.section())));
    let similar = Dictionary::of(words(kind, entries)).nearest(&word.text).map(|id| (*id).to_owned());
    let problem = Reference::UnknownId { kind, id: word.text, similar };
    Err(Box::new(Diagnostic::at(word.place, problem.into())))
}

/// The first key, where it is none of the file and a section of entries with ids was probably meant.
fn misspelt_section(text: &str, file: FileId) -> Option<Diagnostic> {
    let first = key(text, file, 0, text.find(['.', '='])?);
    let known = File::KEYS.known.iter().map(|known| known.key);
    let near = nearest(&first.text, known).filter(|near| *near != first.text)?;
    Kind::in_section(near)?;
    let problem = Shape::UnknownKey { key: first.text, similar: Some(Similar::here(near)) };
    Some(Diagnostic::at(first.place, problem.into()))
}

/// The key between two bytes, without spaces around it.
fn key(text: &str, file: FileId, start: usize, end: usize) -> Key {
    let word = &text[start..end];
    let start = start + word.len() - word.trim_start().len();
    let word = word.trim();
    Key { text: word.to_owned(), place: Place { file, start, end: start + word.len() } }
}

fn map_mut(node: &mut Node) -> Option<&mut Vec<(Key, Node)>> {
    if let Value::Map(entries) = &mut node.value { Some(entries) } else { None }
}

/// The fields of the entry with an id, made where no change has named it so far.
fn entry<'a>(root: &'a mut Node, kind: Kind, list: &Key, id: &Key) -> Option<&'a mut Vec<(Key, Node)>> {
    let fields = map_mut(root)?;
    if !fields.iter().any(|(key, _)| key.text == list.text) {
        fields.push((list.clone(), Node { place: list.place, value: Value::List(Vec::new()) }));
    }
    let entries = items_mut(root, kind.section())?;
    let same = |entry: &Node| identity(kind, entry).is_some_and(|(own, _)| own == id.text);
    let position = entries.iter().position(same).unwrap_or_else(|| {
        let word = Node { place: id.place, value: Value::Scalar { text: id.text.clone(), plain: false } };
        let fields = vec![(Key { text: "id".into(), place: id.place }, word)];
        entries.push(Node { place: id.place, value: Value::Map(fields) });
        entries.len() - 1
    });
    map_mut(&mut entries[position])
}

/// Puts a value behind keys; a key that has one already is a problem unless both are maps.
fn put(fields: &mut Vec<(Key, Node)>, keys: &[Key], node: Node) -> Option<Diagnostic> {
    let (first, rest) = keys.split_first()?;
    let Some((earlier, there)) = fields.iter_mut().find(|(key, _)| key.text == first.text) else {
        let mut made = node;
        for key in rest.iter().rev() {
            made = Node { place: key.place, value: Value::Map(vec![(key.clone(), made)]) };
        }
        fields.push((first.clone(), made));
        return None;
    };
    match (&mut there.value, rest, node) {
        (Value::Map(inner), [_, ..], node) => put(inner, rest, node),
        (Value::Map(inner), [], Node { value: Value::Map(entries), .. }) => {
            entries.into_iter().find_map(|(key, node)| put(inner, &[key], node))
        }
        _ => {
            let problem = Syntax::RepeatedKey { key: first.text.clone() };
            Some(Diagnostic::at(first.place, problem.into()).related_to(earlier.place))
        }
    }
}

/// Notes one entry that is taken out; the problem of its words.
fn remove(sources: &Sources, file: FileId, base: &Node, removals: &mut Removals) -> Vec<Diagnostic> {
    let text = sources.text(file);
    let whole = Place { file, start: 0, end: text.len() };
    let Some((at, colon)) = text.char_indices().find(|(_, letter)| matches!(letter, ':' | '：')) else {
        let word = text.trim();
        // A day may stand behind it.
        let entry = word.rsplit_once(['@', '＠']).map_or(word, |(entry, _)| entry.trim());
        let has = |kind: &Kind| {
            let naming = naming(*kind, base);
            [word, entry].into_iter().any(|word| matches!(naming.named(word), Named::One(_)))
        };
        let found = Kind::ALL.into_iter().find(has).map(|kind| format!("{}:{word}", kind.id()));
        return vec![Diagnostic::at(whole, Variation::NoKind { meant: found }.into())];
    };
    let (word, id) = (key(text, file, 0, at), key(text, file, at + colon.len_utf8(), text.len()));
    let kind = match chosen(&word.text, &Kind::ALL.map(|kind| (kind.id(), kind))) {
        Ok(kind) => kind,
        Err(problem) => {
            let place = if word.text.is_empty() { whole } else { word.place };
            return vec![Diagnostic::at(place, problem.into())];
        }
    };
    let word = Text { value: id.text, place: if id.place.start == id.place.end { whole } else { id.place } };
    if word.value.is_empty() {
        return vec![Diagnostic::at(whole, BadValue::EmptyText.into())];
    }
    let list = match kind {
        Kind::Unit => &mut removals.units,
        Kind::Post => &mut removals.posts,
        Kind::Ambassador => &mut removals.ambassadors,
        Kind::Neighbourhood => &mut removals.neighbourhoods,
        Kind::Theme => &mut removals.themes,
    };
    list.get_or_insert_with(|| Written { value: Vec::new(), place: word.place }).value.push(word);
    Vec::new()
}
