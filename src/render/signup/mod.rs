//! What an import understood of a sign-up sheet, and what it asks.
//!
//! In: a [`SignUp`]. Out: a table of its columns, its doubts and what is said of its rows, as sections; the remarks that
//! stand in the files that an import writes.

mod doubts;
mod questions;
pub mod words;

use crate::{
    domain::{Language, private::Numbers},
    render::{
        block::{Block, Cell, Field, Give, Section, Table},
        wording::{Phrase, list},
    },
    signup::{SignUp, doubt::Doubt, form::Heading, person::Person, question::Question},
    source::grid::letters,
};
use doubts::Doubted;
use questions::Meant;
use words::{Label, Remark, Told};

/// The columns, what is said of the rows, and what is open.
pub fn sections(signup: &SignUp, language: Language) -> Vec<Section> {
    let said = signup.said.iter().map(|said| Told(said).say(language)).collect();
    vec![
        Section::new(Label::Columns.say(language), vec![columns(&signup.headings, language).into()]),
        Section::list(Label::Said.say(language), said),
        Section::new(Label::Doubts.say(language), vec![doubts(&signup.doubts, language)]),
    ]
}

fn columns(headings: &[Heading], language: Language) -> Table {
    let heading = |label: Label| label.say(language);
    let unused = |question: &Question| !question.is_used();
    let fields = [
        Field::new(heading(Label::Column), Give::Firm, |one: &&Heading| Cell::Text(letters(one.column))),
        Field::new(heading(Label::Heading), Give::Wraps(16), |one: &&Heading| Cell::Text(one.words.clone())),
        Field::new(heading(Label::Meant), Give::Wraps(12), |one: &&Heading| {
            Cell::Text(Meant(&one.question).say(language))
        }),
    ];
    let (used, left): (Vec<&Heading>, Vec<&Heading>) =
        headings.iter().partition(|one| !unused(&one.question));
    let groups: Vec<Vec<&Heading>> = [used, left].into_iter().filter(|group| !group.is_empty()).collect();
    Table { is_dense: true, ..Table::of(&fields, &groups) }
}

fn doubts(doubts: &[Doubt], language: Language) -> Block {
    // Whose number it is stands in the sheet and in the answers file, not on the screen.
    let numbers = Numbers::default();
    let heading = |label: Label| label.say(language);
    let fields = [
        Field::new(heading(Label::Row), Give::Firm, |one: &&Doubt| Cell::Text(rows(&one.rows, language))),
        Field::new(heading(Label::Person), Give::Wraps(10), |one: &&Doubt| {
            Cell::words(Some(numbers.hidden(&one.label)))
        }),
        Field::new(heading(Label::Heading), Give::Wraps(10), |one: &&Doubt| {
            Cell::words(Some(one.column.as_str()))
        }),
        Field::new(heading(Label::Cell), Give::Wraps(10), |one: &&Doubt| {
            Cell::words(Some(numbers.hidden(&one.cell)))
        }),
        Field::new(heading(Label::Why), Give::Wraps(20), |one: &&Doubt| {
            Cell::Text(Doubted(one).say(language))
        }),
    ];
    let groups: Vec<Vec<&Doubt>> =
        Some(doubts.iter().collect::<Vec<&Doubt>>()).filter(|all| !all.is_empty()).into_iter().collect();
    Table { is_dense: true, ..Table::of(&fields, &groups) }.into()
}

fn rows(numbers: &[usize], language: Language) -> String {
    list(language, &numbers.iter().map(ToString::to_string).collect::<Vec<String>>())
}

/// What stands over somebody in the scenario: the row, and what is open of it; the doubts are in the order of the sheet.
pub fn over_person(person: &Person, doubts: &[Doubt], language: Language) -> String {
    let from = doubts.partition_point(|doubt| doubt.rows.last() < Some(&person.row));
    let own = doubts[from..].iter().take_while(|doubt| doubt.rows.last() == Some(&person.row));
    let columns: Vec<String> = own.map(|doubt| doubt.column.clone()).collect();
    Remark::Row { row: person.row, open: columns }.say(language)
}

/// What stands over a pair in the scenario.
pub fn over_pair(one: &Person, other: &Person, is_mutual: bool, language: Language) -> String {
    let (name, named) = (one.id.clone(), other.id.clone());
    Remark::Pair { row: one.row, name, named, is_mutual }.say(language)
}

/// What stands over a question in the answers file: where it comes from, what is not clear, and what may be answered.
pub fn over_question(doubt: &Doubt, language: Language) -> String {
    let place = Remark::Question { rows: rows(&doubt.rows, language), person: doubt.label.clone() };
    let mut lines = vec![format!("{}{}", place.say(language), Doubted(doubt).say(language))];
    lines.push(doubts::Answerable(&doubt.why).say(language));
    lines.join("\n")
}
