//! Which rows count: the last form that somebody has sent.
//!
//! In: the rows of a form. Out: [`Counted`], one for each person, in the order of the sheet; with what was left out. Who may be
//! the same person and may not is asked, and until then the last row counts.

use crate::{
    diagnostic::naming::folded,
    domain::dates::DateSpan,
    signup::{
        asking::{Asking, Subject, Who, Words, one_or_two},
        doubt::{Doubt, Said, Why},
        form::{Answered, Form, Heading},
        question::Question,
        values::{Telephone, clean, holds_several_names, is_none, name_and_number, telephone},
    },
    source::{Place, grid::Row},
    validation::signing_up::moment,
};
use chrono::NaiveDateTime;
use std::collections::BTreeMap;

/// A form that was sent.
#[derive(Debug, Clone)]
pub struct Submission<'a> {
    /// Its row.
    pub row: &'a Row,
    /// Where the name stands.
    pub place: Place,
    /// The name.
    pub name: String,
    /// An id that the sheet gives.
    pub id: Option<String>,
    /// The telephone number.
    pub phone: Option<Telephone>,
    /// Branch or employer, by which people of one name are told apart.
    pub organization: Option<String>,
    /// When it was sent.
    pub moment: Option<NaiveDateTime>,
    /// What is open of these.
    pub doubts: Vec<Doubt>,
}

impl Submission<'_> {
    /// Whom a question about this row is about.
    pub fn who(&self) -> Who {
        Who {
            rows: vec![self.row.number],
            person: self.name.clone(),
            phone: self.phone.as_ref().map(|phone| phone.written.clone()),
            signed_up: self.moment.map(written),
        }
    }
}

/// A moment as campaign files have it.
pub fn written(moment: NaiveDateTime) -> String {
    let format = if moment.format("%S").to_string() == "00" { "%Y-%m-%d %H:%M" } else { "%Y-%m-%d %H:%M:%S" };
    moment.format(format).to_string()
}

/// The form that counts of those that somebody has sent.
#[derive(Debug, Clone)]
pub struct Counted<'a> {
    /// The form.
    pub submission: Submission<'a>,
    /// When the first of them was sent.
    pub first: Option<NaiveDateTime>,
}

/// The rows that are forms.
pub fn submissions<'a>(
    form: &Form<'a>,
    skip: &[String],
    season: DateSpan,
    asking: &mut Asking<'_>,
    said: &mut Vec<Said>,
) -> Vec<Submission<'a>> {
    let (mut sent, mut not_moments) = (Vec::new(), Vec::new());
    for row in form.rows.iter().filter(|row| !form.is_blank(row)) {
        let open = asking.doubts.len();
        let when = form.answer(row, &Question::SignedUp);
        let read = when.as_ref().map(|cell| moment(&clean(&cell.words), Some(season)).ok());
        if read == Some(None) {
            not_moments.push(row.number);
        }
        let moment = read.flatten();
        let number = form.answer(row, &Question::Phone).filter(|cell| !is_none(&cell.words));
        let Some(named) = name(form, row, (number.as_ref(), moment), asking) else { continue };
        if skip.iter().any(|skipped| folded(skipped) == folded(&named.name)) {
            asking.doubts.truncate(open);
            said.push(Said::Skipped { row: row.number, person: named.name });
            continue;
        }
        let mut submission = Submission {
            row,
            place: named.place,
            name: named.name,
            id: words(form, row, &Question::Id),
            phone: None,
            organization: organization(form, row),
            moment,
            doubts: Vec::new(),
        };
        submission.phone = match (&number, form.column(&Question::Phone)) {
            (Some(cell), Some(heading)) => {
                let of = (heading.words.as_str(), &heading.question);
                let read = asking.read(&submission.who(), of, cell, number_in);
                read.flatten()
            }
            _ => named.number.as_deref().and_then(telephone).filter(Telephone::is_mobile),
        };
        submission.doubts = asking.doubts.split_off(open);
        sent.push(submission);
    }
    if !not_moments.is_empty() {
        said.push(Said::NotMoments(not_moments));
    }
    sent
}

/// The number in a cell; an answer is taken as it is.
fn number_in(words: Words<'_>) -> Result<Option<Telephone>, Why> {
    if is_none(words.text) {
        return Ok(None);
    }
    let found = telephone(words.text).ok_or(Why::RoundedNumber)?;
    if found.is_miscounted() && !words.is_answer { Err(Why::MiscountedNumber) } else { Ok(Some(found)) }
}

fn organization(form: &Form<'_>, row: &Row) -> Option<String> {
    words(form, row, &Question::Organization).or_else(|| words(form, row, &Question::Employer))
}

/// The words of an answer that is taken as it stands.
pub fn words(form: &Form<'_>, row: &Row, question: &Question) -> Option<String> {
    form.answer(row, question).map(|cell| clean(&cell.words)).filter(|words| !is_none(words))
}

/// A name with the number beside it.
struct Named {
    name: String,
    number: Option<String>,
    place: Place,
}

/// The name in a row; where it is not clear the number and the time of the form tell whose row it is.
fn name(
    form: &Form<'_>,
    row: &Row,
    (number, moment): (Option<&Answered>, Option<NaiveDateTime>),
    asking: &mut Asking<'_>,
) -> Option<Named> {
    let (heading, cell) = name_cell(form, row)?;
    let who = Who {
        rows: vec![row.number],
        person: clean(&cell.words),
        phone: number.and_then(|cell| telephone(&cell.words)).map(|phone| phone.written),
        signed_up: moment.map(written),
    };
    let place = cell.place;
    asking.read(&who, (&heading.words, &heading.question), &cell, |words| {
        if holds_several_names(words.text) {
            return Err(Why::SeveralNames);
        }
        let (name, number) = name_and_number(words.text);
        if name.is_empty() { Err(Why::NoName) } else { Ok(Named { name, number, place }) }
    })
}

/// The cell in which the name stands, put together from two columns where these part it; where it is missing, one without
/// words in the stead of it.
fn name_cell<'f>(form: &'f Form<'_>, row: &Row) -> Option<(&'f Heading, Answered)> {
    if let Some(heading) = form.column(&Question::Name) {
        let missing = || {
            row.cells.first().map(|cell| Answered {
                row: row.number,
                column: heading.column,
                words: String::new(),
                place: Place { end: cell.place.start, ..cell.place },
                kind: cell.kind,
            })
        };
        return Some((heading, form.cell(row, heading).or_else(missing)?));
    }
    let heading = form.column(&Question::FamilyName)?;
    let family = form.answer(row, &Question::FamilyName);
    let given = form.answer(row, &Question::GivenName);
    let mut cell = family.clone().or_else(|| given.clone())?;
    let parts = [family, given].map(|part| part.map_or(String::new(), |part| part.words));
    let between = if parts.iter().any(|part| part.is_ascii()) { " " } else { "" };
    parts.join(between).trim().clone_into(&mut cell.words);
    Some((heading, cell))
}

/// One form for each person, in the order of the sheet.
pub fn counted<'a>(
    sent: Vec<Submission<'a>>,
    form: &Form<'_>,
    asking: &mut Asking<'_>,
    said: &mut Vec<Said>,
) -> Vec<Counted<'a>> {
    let mut people = People { earlier: (0..sent.len()).collect(), sent };
    people.join_repeats();
    people.ask_of_names(form, asking);
    people.ask_of_numbers(form, asking);
    let mut rows: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in 0..people.sent.len() {
        rows.entry(people.first(at)).or_default().push(at);
    }
    let sent = people.sent;
    let mut counts: Vec<(usize, Option<NaiveDateTime>)> = Vec::new();
    for rows in rows.values() {
        let all_known = rows.iter().all(|&at| sent[at].moment.is_some());
        let last = rows.iter().copied().max_by_key(|&at| (sent[at].moment.filter(|_| all_known), at));
        let Some(last) = last else { continue };
        let first = rows.iter().filter_map(|&at| sent[at].moment).min();
        for &at in rows.iter().filter(|&&at| at != last && is_repeat(&sent[at], &sent[last])) {
            let (row, counts) = (sent[at].row.number, sent[last].row.number);
            said.push(Said::SentAgain { row, counts, person: sent[last].name.clone() });
        }
        counts.push((last, first));
    }
    counts.sort_unstable();
    let mut sent: Vec<Option<Submission<'a>>> = sent.into_iter().map(Some).collect();
    let mut counted = Vec::new();
    for (at, first) in counts {
        let Some(mut submission) = sent[at].take() else { continue };
        asking.doubts.append(&mut submission.doubts);
        counted.push(Counted { submission, first });
    }
    counted
}

/// By what forms are one person's without a question: the name and the digits of the telephone number.
fn name_and_digits(sent: &Submission<'_>) -> Option<String> {
    let digits = sent.phone.as_ref().map(|phone| &phone.digits).filter(|digits| !digits.is_empty())?;
    Some(format!("{} {digits}", folded(&sent.name)))
}

fn is_repeat(one: &Submission<'_>, other: &Submission<'_>) -> bool {
    name_and_digits(one).is_some() && name_and_digits(one) == name_and_digits(other)
}

/// Whose forms they are.
struct People<'a> {
    sent: Vec<Submission<'a>>,
    /// By form, an earlier one of the same person, or the form itself where it is the first.
    earlier: Vec<usize>,
}

impl People<'_> {
    /// The first form of the person whose form it is.
    fn first(&self, mut at: usize) -> usize {
        while self.earlier[at] != at {
            at = self.earlier[at];
        }
        at
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.first(one), self.first(other));
        self.earlier[one.max(other)] = one.min(other);
    }

    /// Brings each form together with the last of everybody before it who has the same in common.
    fn compare(
        &mut self,
        common: fn(&Submission<'_>) -> Option<String>,
        mut meet: impl FnMut(&mut Self, usize, usize),
    ) {
        let mut before: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for at in 0..self.sent.len() {
            let Some(common) = common(&self.sent[at]) else { continue };
            let others = before.entry(common).or_default();
            for &other in others.iter() {
                if self.first(other) != self.first(at) {
                    meet(self, other, at);
                }
            }
            let own = self.first(at);
            others.retain(|&other| self.first(other) != own);
            others.push(at);
        }
    }

    fn join_repeats(&mut self) {
        self.compare(name_and_digits, Self::join);
    }

    /// Asks whether forms of one name that neither a number joins nor an organization parts are one person's.
    fn ask_of_names(&mut self, form: &Form<'_>, asking: &mut Asking<'_>) {
        let heading = form.column(&Question::Phone).or(form.column(&Question::Name));
        let name = |sent: &Submission<'_>| Some(folded(&sent.name));
        self.compare(name, |people, earlier, later| {
            let organization = |at: usize| people.sent[at].organization.as_deref().map(folded);
            let both = organization(earlier).zip(organization(later));
            if both.is_none_or(|(one, other)| one == other) {
                people.ask((earlier, later), heading, asking);
            }
        });
    }

    /// Asks whether one number under two names is one person's.
    fn ask_of_numbers(&mut self, form: &Form<'_>, asking: &mut Asking<'_>) {
        let number = |sent: &Submission<'_>| {
            sent.phone.as_ref().map(|phone| phone.digits.clone()).filter(|digits| !digits.is_empty())
        };
        self.compare(number, |people, earlier, later| {
            if folded(&people.sent[earlier].name) != folded(&people.sent[later].name) {
                people.ask((earlier, later), form.column(&Question::Name), asking);
            }
        });
    }

    /// Joins two forms unless the organizer says that they are two people's; where nothing is said it is asked.
    fn ask(&mut self, (earlier, later): (usize, usize), heading: Option<&Heading>, asking: &mut Asking<'_>) {
        let (before, last) = (&self.sent[earlier], &self.sent[later]);
        let mut who = last.who();
        who.rows.insert(0, before.row.number);
        let (cell, why) = if folded(&before.name) == folded(&last.name) {
            let number = before.phone.as_ref().map(|phone| phone.written.clone());
            (number.unwrap_or_default(), Why::OneOrTwo)
        } else {
            (before.name.clone(), Why::SharedNumber { other: before.name.clone() })
        };
        let column = heading.map_or(String::new(), |heading| heading.words.clone());
        let subject = Subject { column, cell, place: last.place, is_post: false };
        if asking.decide(&who, subject, why, one_or_two).unwrap_or(true) {
            self.join(earlier, later);
        }
    }
}
