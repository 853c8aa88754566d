//! The organizer's decisions, which an import asks for and reads again: the file of `--answers`.
//!
//! In: the tree of the file. Out: [`Answers`]; and back, with everything that is open in it, as YAML that a person fills in.
//! An answer says what should have stood in the cell.

use crate::{
    diagnostic::{
        Diagnostic,
        naming::folded,
        nearest::nearest,
        shape::{Shape, Similar, Wanted},
    },
    document::{Node, Value, writing::flow},
    signup::{doubt::Doubt, form::Mapping},
    source::Place,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

/// What the organizer has said, and what was asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// What columns ask, as `--map` says it.
    pub columns: Vec<Mapping>,
    /// Whose rows are left out, as `--skip` says it.
    pub skip: Vec<String>,
    /// The questions with their answers.
    pub entries: Vec<Entry>,
}

/// A question, answered or not.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Who; nobody where the answer holds for everybody.
    pub person: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// When the form was sent.
    pub signed_up: Option<String>,
    /// The heading of the column.
    pub column: Option<String>,
    /// The words of the cell.
    pub cell: String,
    /// What they mean.
    pub answer: Option<String>,
}

/// The keys of the file, and those of an entry.
const KEYS: [&str; 3] = ["columns", "skip", "answers"];
const ENTRY_KEYS: [&str; 6] = ["person", "phone", "signed_up", "column", "cell", "answer"];
const COLUMN_KEYS: [&str; 2] = ["column", "field"];

/// Whom and what a question is about.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Who.
    pub person: &'a str,
    /// The telephone number.
    pub phone: Option<&'a str>,
    /// When the form was sent.
    pub signed_up: Option<&'a str>,
    /// The heading of the column.
    pub column: &'a str,
    /// The words of the cell.
    pub cell: &'a str,
    /// Whether the text alone will do.
    pub is_post: bool,
}

impl Entry {
    /// The question that a doubt asks.
    pub fn of(doubt: &Doubt) -> Self {
        Self {
            person: Some(doubt.person.clone()),
            phone: doubt.phone.clone(),
            signed_up: doubt.signed_up.clone().filter(|_| doubt.phone.is_none()),
            column: Some(doubt.column.clone()),
            cell: doubt.cell.clone(),
            answer: None,
        }
    }

    /// The question without its answer.
    #[must_use]
    pub fn unanswered(&self) -> Self {
        Self { answer: None, ..self.clone() }
    }

    /// Whether it is about the same, where its cell has the same words.
    fn is_about(&self, asked: Asked<'_>) -> bool {
        let same = |own: Option<&String>, other: Option<&str>| {
            own.is_none_or(|own| other.is_some_and(|other| folded(own) == folded(other)))
        };
        let is_known = self.person.is_some() || asked.is_post;
        is_known
            && same(self.person.as_ref(), Some(asked.person))
            && same(self.phone.as_ref(), asked.phone)
            && same(self.signed_up.as_ref(), asked.signed_up)
            && same(self.column.as_ref(), Some(asked.column))
    }
}

/// The answers by the words of their cells.
#[derive(Debug)]
pub struct Given<'a>(BTreeMap<String, Vec<&'a Entry>>);

impl<'a> Given<'a> {
    /// The questions that are answered.
    pub fn of(answers: &'a Answers) -> Self {
        let mut given: BTreeMap<String, Vec<&Entry>> = BTreeMap::new();
        for entry in answers.entries.iter().filter(|entry| entry.answer.is_some()) {
            given.entry(folded(&entry.cell)).or_default().push(entry);
        }
        Self(given)
    }

    /// The answer to a question: one that names the person before one that holds for everybody.
    pub fn find(&self, asked: Asked<'_>) -> Option<&'a str> {
        let about = self.0.get(&folded(asked.cell)).into_iter().flatten();
        let about = about.filter(|entry| entry.is_about(asked));
        about.max_by_key(|entry| entry.person.is_some()).and_then(|entry| entry.answer.as_deref())
    }
}

impl Answers {
    /// The file's answers.
    ///
    /// # Errors
    /// What in it is not understood.
    pub fn read(root: &Node) -> Result<Self, Vec<Diagnostic>> {
        let mut reading = Reading { faults: Vec::new() };
        let mut answers = Self::default();
        for (key, node) in reading.map(root, &KEYS) {
            match key {
                "columns" => {
                    for item in reading.items(node, "columns") {
                        let [column, question] = reading.words(item, &COLUMN_KEYS);
                        if let (Some(column), Some(question)) = (column, question) {
                            answers.columns.push(Mapping { column, question });
                        }
                    }
                }
                "skip" => {
                    answers.skip = reading
                        .items(node, "skip")
                        .iter()
                        .filter_map(Node::text)
                        .map(str::to_owned)
                        .collect();
                }
                _ => {
                    for item in reading.items(node, "answers") {
                        let [person, phone, signed_up, column, cell, answer] =
                            reading.words(item, &ENTRY_KEYS);
                        let cell = cell.unwrap_or_default();
                        answers.entries.push(Entry { person, phone, signed_up, column, cell, answer });
                    }
                }
            }
        }
        if reading.faults.is_empty() { Ok(answers) } else { Err(reading.faults) }
    }

    /// Takes in what is open.
    pub fn ask(&mut self, doubts: &[Doubt]) {
        let mut known: BTreeSet<Entry> = self.entries.iter().map(Entry::unanswered).collect();
        for entry in doubts.iter().map(Entry::of) {
            if known.insert(entry.clone()) {
                self.entries.push(entry);
            }
        }
    }

    /// The file: `head` above it, and `comment` above each question.
    pub fn text(&self, head: &str, place: Place, comment: impl Fn(&Entry) -> Option<String>) -> String {
        let word = |words: &str| flow(&Node::word(words, place));
        let mut text = String::new();
        remark(&mut text, "", head);
        if !self.columns.is_empty() {
            text.push_str("columns:\n");
            for Mapping { column, question } in &self.columns {
                let _ = writeln!(text, "  - {{column: {}, field: {}}}", word(column), word(question));
            }
        }
        if !self.skip.is_empty() {
            let words: Vec<String> = self.skip.iter().map(|words| word(words)).collect();
            let _ = writeln!(text, "skip: [{}]", words.join(", "));
        }
        if !self.entries.is_empty() {
            text.push_str("answers:\n");
        }
        for entry in &self.entries {
            if let Some(words) = comment(entry) {
                text.push('\n');
                remark(&mut text, "  ", &words);
            }
            let cell = Some(entry.cell.clone());
            let fields = [&entry.person, &entry.phone, &entry.signed_up, &entry.column, &cell, &entry.answer];
            let mut margin = "  - ";
            for (key, value) in ENTRY_KEYS.iter().zip(fields) {
                match value {
                    Some(value) => _ = writeln!(text, "{margin}{key}: {}", word(value)),
                    None if *key == "answer" => _ = writeln!(text, "{margin}{key}:"),
                    None => continue,
                }
                margin = "    ";
            }
        }
        text
    }
}

fn remark(text: &mut String, margin: &str, words: &str) {
    for line in words.lines() {
        let _ = writeln!(text, "{margin}# {}", line.replace(char::is_control, " "));
    }
}

/// Reads nodes and keeps what is wrong with them.
struct Reading {
    faults: Vec<Diagnostic>,
}

impl Reading {
    fn map<'n>(&mut self, node: &'n Node, known: &[&'static str]) -> Vec<(&'static str, &'n Node)> {
        let entries = match &node.value {
            Value::Map(entries) => entries.as_slice(),
            Value::Null => &[],
            _ => {
                self.faults.push(Diagnostic::at(node.place, Shape::WrongItem { wanted: Wanted::Map }.into()));
                &[]
            }
        };
        let mut found = Vec::new();
        for (key, node) in entries {
            if let Some(known) = known.iter().find(|known| **known == key.text) {
                found.push((*known, node));
            } else {
                let near = nearest(&key.text, known.iter().copied());
                let similar =
                    known.iter().find(|known| Some(**known) == near).map(|near| Similar::here(near));
                let problem = Shape::UnknownKey { key: key.text.clone(), similar };
                self.faults.push(Diagnostic::at(key.place, problem.into()));
            }
        }
        found
    }

    fn items<'n>(&mut self, node: &'n Node, field: &'static str) -> &'n [Node] {
        match &node.value {
            Value::List(items) => items,
            Value::Null => &[],
            _ => {
                let problem = Shape::WrongType { field, wanted: Wanted::Maps };
                self.faults.push(Diagnostic::at(node.place, problem.into()));
                &[]
            }
        }
    }

    /// The words behind keys, in their order.
    fn words<const N: usize>(&mut self, node: &Node, keys: &[&'static str; N]) -> [Option<String>; N] {
        let mut words = [const { None }; N];
        for (key, node) in self.map(node, keys) {
            let Some(at) = keys.iter().position(|known| *known == key) else { continue };
            match &node.value {
                Value::Scalar { text, .. } => words[at] = Some(text.trim().to_owned()),
                Value::Null => {}
                _ => {
                    let problem = Shape::WrongType { field: keys[at], wanted: Wanted::Text };
                    self.faults.push(Diagnostic::at(node.place, problem.into()));
                }
            }
        }
        words
    }
}
