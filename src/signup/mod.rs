//! A sign-up sheet as people fill it in, and what it means for a campaign.
//!
//! In: the cells of a sheet, the campaign into which it is taken, and the organizer's answers. Out: [`SignUp`]: the people, what
//! is open and must be asked, and a scenario that extends the campaign. Nothing is guessed: what is not understood is a doubt.
//!
//! The way of the data: a [`form`] is made of the cells, with what its [`headings`] ask; of its [`rows`] those that count; of
//! each a [`person`], whose [`identity`] is found; then their [`company`], and the [`scenario`].

pub mod answers;
pub mod asking;
pub mod company;
pub mod dates;
pub mod doubt;
pub mod form;
pub mod headings;
pub mod identity;
pub mod person;
pub mod posts;
pub mod question;
pub mod rows;
pub mod scenario;
pub mod values;

use crate::{
    diagnostic::naming::folded,
    domain::Domain,
    source::{Sources, grid::Grid},
};
use answers::Answers;
use asking::Asking;
use company::Pair;
use doubt::{Doubt, Said};
use form::{Form, Heading, NoForm};
use headings::Known;
use person::{Campaign, Person, Reader};
use question::Question;
use std::collections::BTreeMap;

/// Everything that a sign-up sheet says.
#[derive(Debug, Clone)]
pub struct SignUp {
    /// What was understood as what.
    pub headings: Vec<Heading>,
    /// How many rows are forms or blank.
    pub rows: usize,
    /// Everybody, in the order of the sheet.
    pub people: Vec<Person>,
    /// Who would like to go with whom.
    pub pairs: Vec<Pair>,
    /// What is open.
    pub doubts: Vec<Doubt>,
    /// What is said without a question.
    pub said: Vec<Said>,
}

/// What a sheet is read with.
#[derive(Debug, Clone, Copy)]
pub struct Terms<'a> {
    /// The name of the sheet, where one was named.
    pub sheet: Option<&'a str>,
    /// The organizer's decisions.
    pub answers: &'a Answers,
    /// The people of the former import.
    pub former: &'a [identity::Known],
}

/// Reads a sheet for a campaign.
///
/// # Errors
/// Why it is no form.
pub fn read(sources: &Sources, grid: &Grid, domain: &Domain, terms: Terms<'_>) -> Result<SignUp, NoForm> {
    let campaign = Campaign::of(domain);
    let season = campaign.season();
    let known = Known { season: Some(season), papers: &campaign.papers };
    let form = Form::of(sources, grid, terms.sheet, &terms.answers.columns, known)?;
    let form = form.for_papers(&campaign.papers);
    let mut asking = Asking::new(terms.answers);
    let mut said = of_form(&form);
    let sent = rows::submissions(&form, &terms.answers.skip, season, &mut asking, &mut said);
    let counted = rows::counted(sent, &form, &mut asking, &mut said);
    let in_campaign = identity::Known::in_campaign(domain);
    let ids = identity::ids(&counted, [&in_campaign, terms.former], &mut asking, &mut said);
    let mut reader =
        Reader { form: &form, campaign: &campaign, said: &mut said, undated: Vec::new(), better: Vec::new() };
    let rows = counted.iter().zip(ids);
    let people: Vec<Person> = rows.map(|(one, id)| reader.person(one, id, &mut asking)).collect();
    let (undated, better) = (reader.undated, reader.better);
    said.extend(Some(undated).filter(|rows| !rows.is_empty()).map(Said::FreeAllSeason));
    said.extend(Some(better).filter(|rows| !rows.is_empty()).map(Said::BetterIsYes));
    let pairs = company::pairs(&form, &counted, &people, &mut asking);
    let mut doubts = asking.doubts;
    let ids: BTreeMap<usize, &String> = people.iter().map(|person| (person.row, &person.id)).collect();
    for doubt in &mut doubts {
        if let Some(id) = doubt.rows.last().and_then(|row| ids.get(row)) {
            doubt.label.clone_from(id);
        }
    }
    doubts.sort_by_key(|doubt| doubt.rows.last().copied());
    let rows = form.rows.len();
    Ok(SignUp { headings: form.headings, rows, people, pairs, doubts, said })
}

/// What is said of the sheet itself.
fn of_form(form: &Form<'_>) -> Vec<Said> {
    let asks = |is: fn(&Question) -> bool| form.asking(is).next().is_some();
    let numbers = |is: &dyn Fn(&crate::source::grid::Row) -> bool| {
        form.rows.iter().filter(|row| is(row)).map(|row| row.number).collect::<Vec<usize>>()
    };
    let mut said = Vec::new();
    if !form.others.is_empty() {
        said.push(Said::OtherSheets(form.others.clone()));
    }
    if !form.above.is_empty() {
        said.push(Said::Above(form.above.clone()));
    }
    let hidden = numbers(&|row| row.is_hidden);
    if !hidden.is_empty() {
        said.push(Said::Hidden(hidden));
    }
    let mut blank = numbers(&|row| form.is_blank(row));
    let between = form.rows.windows(2).flat_map(|pair| pair[0].number + 1..pair[1].number);
    blank.extend(between);
    blank.sort_unstable();
    if !blank.is_empty() {
        said.push(Said::BlankRows(blank));
    }
    if !asks(|question| matches!(question, Question::Wish(_) | Question::Wishes { .. })) {
        said.push(Said::NoWishes);
    }
    if !asks(|question| matches!(question, Question::Available | Question::AvailableAt(_))) {
        said.push(Said::NoDates);
    }
    said
}

impl Form<'_> {
    /// The same without questions of which only posts that ask for their answers make anything: 政治面貌, 性别.
    fn for_papers(mut self, papers: &[String]) -> Self {
        let asks = |words: &[&str]| papers.iter().any(|paper| words.contains(&folded(paper).as_str()));
        for heading in &mut self.headings {
            let is_used = match heading.question {
                Question::Party => asks(&["党员", "中共党员"]),
                Question::Sex => asks(&["男", "女"]),
                _ => true,
            };
            if !is_used {
                heading.question = Question::Unused;
            }
        }
        self
    }
}
