//! One edit of a campaign as written, in words: a field that is set, or an entry that is taken out.
//!
//! In: words such as `posts.patrol.seats=2` and `unit:bank`, kept among the sources so that a problem points into
//! them. Out: [`Change`]s, which reading a campaign lays over it as one more scenario, and of that scenario
//! [`Variation`], which can be written down as a file.

use crate::{
    diagnostic::{overlay::Changes, reference::Kind},
    document::{Key, Node, Value, quoting::escaped},
    source::{FileId, Sources},
};
use std::fmt::Write as _;

/// One edit; what its words name is looked up in the campaign over which it is laid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// Its words.
    pub(super) words: FileId,
    pub(super) edit: Edit,
}

/// What an edit does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edit {
    Set,
    Remove,
}

impl Change {
    /// Sets a field: keys joined by points, `=`, and the value as it would stand in the file; nothing or `null` takes
    /// the field's value away. In lists whose entries have ids the second key is the id or
    /// the name: `posts.patrol.seats=2`.
    /// `name` stands for a file's in problems, such as `--set`.
    pub fn set(sources: &mut Sources, name: &str, words: &str) -> Self {
        Self { words: sources.add(name, words), edit: Edit::Set }
    }

    /// Takes an entry out: its kind, `:`, and its id or name, such as `unit:bank`.
    pub fn without(sources: &mut Sources, name: &str, words: &str) -> Self {
        Self { words: sources.add(name, words), edit: Edit::Remove }
    }

    /// The option that does the same and its words, such as `--set rules.rest_days=1`.
    pub fn said(self, sources: &Sources) -> String {
        let option = match self.edit {
            Edit::Set => "--set",
            Edit::Remove => "--without",
        };
        format!("{option} {}", sources.text(self.words))
    }
}

/// What changes do together to the campaign over which they are laid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variation {
    /// What is added, changed and removed.
    pub changes: Changes,
    /// The entries that are laid over the campaign.
    pub(super) node: Node,
}

impl Variation {
    /// The same as the text of a scenario file that extends the campaign at `base`, a path as seen from that file.
    pub fn scenario(&self, base: &str) -> String {
        let mut text = format!("extends: {}\n", scalar(base));
        if let Value::Map(entries) = &self.node.value {
            block(&mut text, entries, 0);
        }
        let mut removed = String::new();
        for kind in Kind::ALL.into_iter().filter(|kind| !self.empties(kind.section())) {
            let ids = self.changes.removed.iter().filter(|(own, _)| *own == kind);
            let ids: Vec<String> = ids.map(|(_, id)| scalar(id)).collect();
            if !ids.is_empty() {
                // Writing to a string cannot fail.
                let _ = writeln!(removed, "  {}: [{}]", kind.section(), ids.join(", "));
            }
        }
        if !removed.is_empty() {
            text.push_str("remove:\n");
        }
        text + &removed
    }

    /// Whether a whole section is taken away, and all its entries with it.
    fn empties(&self, section: &str) -> bool {
        self.node.entry(section).is_some_and(|node| node.value == Value::Null)
    }
}

/// Maps line by line, lists of maps an entry a line, all else on the line of its key.
fn block(text: &mut String, entries: &[(Key, Node)], depth: usize) {
    for (key, node) in entries {
        text.push_str(&"  ".repeat(depth));
        text.push_str(&scalar(&key.text));
        match &node.value {
            Value::Map(inner) if !inner.is_empty() => {
                text.push_str(":\n");
                block(text, inner, depth + 1);
            }
            Value::List(items) if items.iter().any(|item| matches!(item.value, Value::Map(_))) => {
                text.push_str(":\n");
                for item in items {
                    let _ = writeln!(text, "{}- {}", "  ".repeat(depth + 1), flow(item));
                }
            }
            _ => {
                let _ = writeln!(text, ": {}", flow(node));
            }
        }
    }
}

/// A node on one line.
fn flow(node: &Node) -> String {
    match &node.value {
        Value::Null => "null".into(),
        Value::Scalar { text, .. } => scalar(text),
        Value::List(items) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Value::Map(entries) => {
            let entries = entries.iter().map(|(key, node)| format!("{}: {}", scalar(&key.text), flow(node)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
    }
}

/// A word as it stands, in quotation marks wherever YAML could take it for anything else.
fn scalar(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let plain = |(at, letter): (usize, &char)| {
        let next = letters.get(at + 1);
        letter.is_alphanumeric()
            || matches!(letter, '_' | '.' | '/' | '+')
            || *letter == '-' && at > 0
            || *letter == ' ' && at > 0 && next.is_some()
            || *letter == ':' && next.is_some_and(|next| next.is_alphanumeric())
    };
    let null = matches!(text, "" | "~" | "null" | "Null" | "NULL");
    if !null && letters.iter().enumerate().all(plain) {
        text.to_owned()
    } else {
        escaped(&serde_json::Value::from(text).to_string()).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::scalar;

    #[test]
    fn quotes_what_yaml_could_take_for_something_else() {
        for plain in ["a03", "2018-10-22..2018-10-26 tue+thu", "08:00-16:00", "临汾路", "../linfen.yaml"] {
            assert_eq!(scalar(plain), plain);
        }
        for quoted in ["", "null", "-", "a: b", "a #b", " a", "[a]", "a,b", "“初心”", "a\nb"] {
            assert!(scalar(quoted).starts_with('"'), "{quoted}");
        }
    }
}
