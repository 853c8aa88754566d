//! A campaign in which every text field holds every notation. Which fields are text is found by trying.

use super::notations::{Notation, hidden, notations};
use chuxin::{
    document::{self, Node, Value},
    pipeline,
    source::Sources,
};
use std::collections::{BTreeMap, BTreeSet};

/// A scalar of a campaign file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The keys down to it; places in lists are left out.
    pub path: String,
    /// Where it stands.
    span: (usize, usize),
    /// What stands there.
    pub text: String,
}

impl Field {
    fn key(&self) -> &str {
        self.path.rsplit('.').next().unwrap()
    }
}

/// A campaign with notations in its fields.
pub struct Filled {
    /// The file.
    pub yaml: String,
    /// By mark, what the fields that bear it must look like where they are printed for everybody.
    pub shown: BTreeMap<String, String>,
}

fn scalars(text: &str) -> Vec<Field> {
    let mut sources = Sources::default();
    let file = sources.add("c.yaml", text);
    let (root, _) = document::reading::read(&sources, file);
    let mut found = Vec::new();
    walk(&root.unwrap(), String::new(), &mut found);
    found
}

fn walk(node: &Node, path: String, found: &mut Vec<Field>) {
    match &node.value {
        Value::Scalar { text, .. } => {
            found.push(Field { path, span: (node.place.start, node.place.end), text: text.clone() });
        }
        Value::Null => {}
        Value::List(items) => items.iter().for_each(|item| walk(item, path.clone(), found)),
        Value::Map(entries) => {
            for (key, node) in entries {
                walk(node, format!("{path}.{}", key.text), found);
            }
        }
    }
}

/// The file with other words in some of its fields.
fn with(text: &str, fields: &[Field], words: impl Fn(&Field) -> Option<String>) -> String {
    let mut text = text.to_owned();
    let mut fields: Vec<&Field> = fields.iter().collect();
    fields.sort_by_key(|field| std::cmp::Reverse(field.span));
    for field in fields {
        if let Some(words) = words(field) {
            text.replace_range(field.span.0..field.span.1, &serde_json::to_string(&words).unwrap());
        }
    }
    text
}

fn is_sound(text: &str) -> bool {
    let mut sources = Sources::default();
    let file = sources.add("c.yaml", text);
    pipeline::read_text(&mut sources, file, &[]).campaign.is_some()
}

/// Whether a field may hold any words: nothing else in the file goes by them.
fn is_free(text: &str, fields: &[Field], field: &Field) -> bool {
    is_sound(&with(text, fields, |one| (one == field).then(|| format!("{}字", field.text))))
}

/// The campaign with every notation in every text field but ids and the office's own number. Fields with the same
/// words, such as what a post requires and what somebody has, stay the same.
pub fn with_numbers_in_texts(text: &str) -> Filled {
    let fields = scalars(text);
    let is_text = |field: &&Field| {
        field.key() != "id" && field.path != ".campaign.contact.phone" && is_free(text, &fields, field)
    };
    let free: Vec<&Field> = fields.iter().filter(is_text).collect();
    let words: BTreeSet<&str> = free.iter().map(|field| field.text.as_str()).collect();
    let words: Vec<&str> = words.into_iter().collect();
    let mark = |field: &Field| {
        let at = words.iter().position(|word| *word == field.text).unwrap();
        let letter = |at: usize| char::from(b'a' + u8::try_from(at % 26).unwrap());
        format!("字{}{}尾", letter(at / 26), letter(at))
    };
    let holds_lines: BTreeSet<&str> = words
        .iter()
        .copied()
        .filter(|word| {
            let broken = |field: &Field| (field.text == *word).then(|| format!("{word}字\n字"));
            is_sound(&with(text, &fields, |field| broken(field).filter(|_| free.contains(&field))))
        })
        .collect();
    let filled = |field: &Field, say: &dyn Fn(&Notation) -> String| {
        let is_phone = field.key().contains("phone");
        let is_line = !holds_lines.contains(field.text.as_str());
        let all = notations()
            .into_iter()
            .filter(|one| one.hidden || !is_phone)
            .filter(|one| !(is_line && one.text.contains('\n')));
        let said = all.map(|one| say(&one)).collect::<Vec<String>>().join("甲");
        format!("{}{}{said}乙", field.text, mark(field))
    };
    let as_written = |one: &Notation| one.text.clone();
    let as_shown = |one: &Notation| if one.hidden { hidden(&one.text) } else { one.text.clone() };
    let yaml = with(text, &fields, |field| free.contains(&field).then(|| filled(field, &as_written)));
    let shown = free.iter().map(|field| (mark(field), filled(field, &as_shown))).collect();
    Filled { yaml, shown }
}

/// The campaign with a notation in every id, wherever it is named.
pub fn with_numbers_in_ids(text: &str) -> String {
    let fields = scalars(text);
    let ids: BTreeSet<&str> =
        fields.iter().filter(|field| field.key() == "id").map(|field| field.text.as_str()).collect();
    let first = *ids.first().unwrap();
    let may_be_an_id = |one: &Notation| {
        let named = |field: &Field| (field.text == first).then(|| format!("{first}{}", one.text));
        is_sound(&with(text, &fields, named))
    };
    let secret: Vec<Notation> =
        notations().into_iter().filter(|one| one.hidden && may_be_an_id(one)).collect();
    assert!(secret.len() > 20, "{}", secret.len());
    let named = |field: &Field| {
        let at = ids.iter().position(|id| *id == field.text)?;
        Some(format!("{}{}", field.text, secret[at % secret.len()].text))
    };
    with(text, &fields, named)
}
