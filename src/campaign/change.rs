//! One edit of a campaign as written, in words: a field that is set, or an entry that is taken out.
//!
//! In: words such as `posts.patrol.seats=2` and `unit:bank`, kept among the sources so that a problem points into
//! them. Out: [`Change`]s, which reading a campaign lays over it as one more scenario, and of that scenario
//! [`Variation`], which can be written down as a file.

use crate::{
    diagnostic::{overlay::Changes, reference::Kind},
    document::{Key, Node, Value, writing},
    source::{FileId, Sources},
};

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

    /// Marks its words as made up by the program.
    pub fn make_up(self, sources: &mut Sources) {
        sources.make_up(self.words);
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
        let place = self.node.place;
        let mut sections = vec![(Key::new("extends", place), Node::word(base, place))];
        if let Value::Map(entries) = &self.node.value {
            sections.extend_from_slice(entries);
        }
        let removed = Kind::ALL.into_iter().filter(|kind| !self.empties(kind.section())).filter_map(|kind| {
            let ids = self.changes.removed.iter().filter(|(own, _)| *own == kind);
            let ids: Vec<Node> = ids.map(|(_, id)| Node::word(id, place)).collect();
            let value = Value::List(ids);
            (value != Value::List(Vec::new()))
                .then(|| (Key::new(kind.section(), place), Node { place, value }))
        });
        let removed: Vec<(Key, Node)> = removed.collect();
        if !removed.is_empty() {
            sections.push((Key::new("remove", place), Node { place, value: Value::Map(removed) }));
        }
        writing::text(&Node { place, value: Value::Map(sections) })
    }

    /// Whether a whole section is taken away, and all its entries with it.
    fn empties(&self, section: &str) -> bool {
        self.node.entry(section).is_some_and(|node| node.value == Value::Null)
    }
}
