//! Cells that may leave a doubt: what they say, else what the organizer has answered, else a question.
//!
//! In: a cell and a reading of its words. Out: what the words mean; where they mean nothing for certain, a [`Doubt`] is kept.

use crate::{
    diagnostic::naming::folded,
    signup::{
        answers::{Answers, Asked, Given},
        doubt::{Doubt, Why},
        form::Answered,
        question::Question,
        values::without_identity,
    },
    source::{Place, grid::Kind},
};

/// Whom a question is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    /// The rows, the one that counts last.
    pub rows: Vec<usize>,
    /// The name.
    pub person: String,
    /// The telephone number, as it is written down.
    pub phone: Option<String>,
    /// When the form was sent.
    pub signed_up: Option<String>,
}

/// Words that may be read in one way or must be asked.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    /// The words.
    pub text: &'a str,
    /// Whether the organizer answered so.
    pub is_answer: bool,
}

/// What a question is about beside the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The heading of the column.
    pub column: String,
    /// The words of the cell.
    pub cell: String,
    /// Where they stand.
    pub place: Place,
    /// Whether it is a wish: an answer may hold for everybody.
    pub is_post: bool,
}

/// The answers that there are, and the questions that come up.
#[derive(Debug)]
pub struct Asking<'a> {
    given: Given<'a>,
    /// What is open.
    pub doubts: Vec<Doubt>,
}

impl<'a> Asking<'a> {
    /// Nothing is open yet.
    pub fn new(answers: &'a Answers) -> Self {
        Self { given: Given::of(answers), doubts: Vec::new() }
    }

    /// What the words of a cell mean, or those of its answer; nothing where that is open.
    pub fn read<T>(
        &mut self,
        who: &Who,
        (column, question): (&str, &Question),
        cell: &Answered,
        read: impl Fn(Words<'_>) -> Result<T, Why>,
    ) -> Option<T> {
        let words = Words { text: &cell.words, is_answer: false };
        let meant = if cell.kind == Kind::Error { Err(Why::FormulaError) } else { read(words) };
        let why = match meant {
            Ok(meant) => return Some(meant),
            Err(why) => why,
        };
        let subject = Subject {
            column: column.to_owned(),
            cell: without_identity(&cell.words),
            place: cell.place,
            is_post: matches!(question, Question::Wish(_) | Question::Wishes { .. }),
        };
        self.decide(who, subject, why, |text| read(Words { text, is_answer: true }).ok())
    }

    /// What the organizer's answer to a question means; the question is kept where there is none, or none that is understood.
    pub fn decide<T>(
        &mut self,
        who: &Who,
        subject: Subject,
        why: Why,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let answer = self.given.find(Asked {
            person: &who.person,
            phone: who.phone.as_deref(),
            signed_up: who.signed_up.as_deref(),
            column: &subject.column,
            cell: &subject.cell,
            is_post: subject.is_post,
        });
        let meant = answer.and_then(read);
        if meant.is_none() {
            self.doubts.push(Doubt {
                rows: who.rows.clone(),
                person: who.person.clone(),
                label: who.person.clone(),
                phone: who.phone.clone(),
                signed_up: who.signed_up.clone(),
                column: subject.column,
                cell: subject.cell,
                place: subject.place,
                why,
                refused: answer.map(str::to_owned),
            });
        }
        meant
    }
}

/// Whether an answer says one person, or two.
pub fn one_or_two(answer: &str) -> Option<bool> {
    let answer = folded(answer);
    if ["一人", "一个人", "同一人", "同一个人", "1", "one", "oneperson"].contains(&answer.as_str())
    {
        Some(true)
    } else if ["两人", "两个人", "二人", "2", "two", "twopeople"].contains(&answer.as_str()) {
        Some(false)
    } else {
        None
    }
}
