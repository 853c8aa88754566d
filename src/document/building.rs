//! Nodes put together from events, within budgets of depth and of copies.

use crate::{
    diagnostic::{
        Diagnostic,
        syntax::{MOST_COPIES, MOST_LEVELS, MOST_NODES, Syntax},
    },
    document::{Key, Node, Value, merging},
    source::{FileId, Place},
};
use std::collections::BTreeMap;

/// A list or map whose end has not been seen.
struct Open {
    anchor: usize,
    place: Place,
    content: Content,
    /// Nodes within, this one included.
    count: usize,
    /// Levels within, this one included.
    height: usize,
}

enum Content {
    List(Vec<Node>),
    Map { entries: Vec<(Key, Node)>, key: Option<Key>, skip_value: bool },
}

/// A node that an alias may name again.
struct Anchored {
    node: Node,
    count: usize,
    height: usize,
}

/// Takes events in their order and holds the tree so far.
pub(super) struct Builder {
    file: FileId,
    open: Vec<Open>,
    anchors: BTreeMap<usize, Anchored>,
    copies: usize,
    nodes: usize,
    root: Option<Node>,
    documents: usize,
    failed: bool,
    diagnostics: Vec<Diagnostic>,
}

impl Builder {
    pub(super) fn new(file: FileId) -> Self {
        Self {
            file,
            open: Vec::new(),
            anchors: BTreeMap::new(),
            copies: 0,
            nodes: 0,
            root: None,
            documents: 0,
            failed: false,
            diagnostics: Vec::new(),
        }
    }

    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Reports a fault after which the tree cannot stand.
    pub(super) fn fail(&mut self, diagnostic: Diagnostic) {
        self.failed = true;
        self.report(diagnostic);
    }

    pub(super) fn may_continue(&self) -> bool {
        !self.failed
    }

    /// False for a second document.
    pub(super) fn begin_document(&mut self, place: Place) -> bool {
        self.documents += 1;
        if self.documents > 1 {
            self.report(Diagnostic::at(place, Syntax::SeveralDocuments.into()));
        }
        self.documents == 1
    }

    pub(super) fn scalar(&mut self, text: String, plain: bool, anchor: usize, place: Place) {
        let value = if plain && matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL") {
            Value::Null
        } else {
            Value::Scalar { text, plain }
        };
        self.complete(Node { place, value }, anchor, 1, 0);
    }

    pub(super) fn begin_list(&mut self, anchor: usize, place: Place) {
        self.begin(anchor, place, Content::List(Vec::new()));
    }

    pub(super) fn begin_map(&mut self, anchor: usize, place: Place) {
        self.begin(anchor, place, Content::Map { entries: Vec::new(), key: None, skip_value: false });
    }

    fn begin(&mut self, anchor: usize, place: Place, content: Content) {
        if self.open.len() >= MOST_LEVELS {
            self.fail(Diagnostic::at(place, Syntax::TooDeep.into()));
            return;
        }
        self.open.push(Open { anchor, place, content, count: 1, height: 1 });
    }

    pub(super) fn end(&mut self, place: Place) {
        let Some(Open { anchor, place: start, content, count, height }) = self.open.pop() else { return };
        let value = match content {
            Content::List(items) => Value::List(items),
            Content::Map { entries, .. } => Value::Map(merging::resolve(entries, &mut self.diagnostics)),
        };
        let end = last_byte(&value).unwrap_or(start.end).max(place.end.min(Self::flow_end(start, place)));
        let place = Place { file: self.file, start: start.start, end };
        self.complete(Node { place, value }, anchor, count, height);
    }

    /// A flow collection ends behind its bracket; the end event of a block stands somewhere in the lines after it.
    fn flow_end(start: Place, end: Place) -> usize {
        if end.end - end.start == 1 && start.end - start.start == 1 { end.end } else { start.end }
    }

    pub(super) fn alias(&mut self, anchor: usize, place: Place) {
        let Some(Anchored { node, count, height }) = self.anchors.get(&anchor) else {
            self.fail(Diagnostic::at(place, Syntax::AliasWithinItself.into()));
            return;
        };
        self.copies += count;
        if self.copies > MOST_COPIES {
            self.fail(Diagnostic::at(place, Syntax::TooManyCopies.into()));
        } else if self.open.len() + height > MOST_LEVELS {
            self.fail(Diagnostic::at(place, Syntax::TooDeep.into()));
        } else {
            let (node, count, height) = (node.clone(), *count, *height);
            self.complete(node, 0, count, height);
        }
    }

    fn complete(&mut self, node: Node, anchor: usize, count: usize, height: usize) {
        self.nodes += 1;
        if self.nodes > MOST_NODES {
            self.fail(Diagnostic::at(node.place, Syntax::TooManyNodes.into()));
            return;
        }
        if anchor != 0 {
            self.copies += count;
            if self.copies > MOST_COPIES {
                self.fail(Diagnostic::at(node.place, Syntax::TooManyCopies.into()));
                return;
            }
            self.anchors.insert(anchor, Anchored { node: node.clone(), count, height });
        }
        let Some(parent) = self.open.last_mut() else {
            self.root = Some(node);
            return;
        };
        parent.count += count;
        parent.height = parent.height.max(height + 1);
        match &mut parent.content {
            Content::List(items) => items.push(node),
            Content::Map { entries, key, skip_value } => {
                if std::mem::take(skip_value) {
                    return;
                }
                match key.take() {
                    Some(key) => entries.push((key, node)),
                    None => match key_of(node) {
                        Ok(text) => *key = Some(text),
                        Err(place) => {
                            *skip_value = true;
                            self.diagnostics.push(Diagnostic::at(place, Syntax::KeyIsNoWord.into()));
                        }
                    },
                }
            }
        }
    }

    /// The tree, if nothing stopped it; an empty document is a null at `beginning`.
    pub(super) fn finish(self, beginning: Place) -> (Option<Node>, Vec<Diagnostic>) {
        let empty = Node { place: beginning, value: Value::Null };
        let node = (!self.failed).then(|| self.root.unwrap_or(empty));
        (node, self.diagnostics)
    }
}

fn key_of(node: Node) -> Result<Key, Place> {
    match node.value {
        Value::Scalar { text, .. } => Ok(Key { text, place: node.place }),
        Value::Null | Value::List(_) | Value::Map(_) => Err(node.place),
    }
}

fn last_byte(value: &Value) -> Option<usize> {
    match value {
        Value::List(items) => items.last().map(|item| item.place.end),
        Value::Map(entries) => entries.last().map(|(key, node)| node.place.end.max(key.place.end)),
        Value::Scalar { .. } | Value::Null => None,
    }
}
