//! What the cells of one row say of a person.
//!
//! In: a form that counts. Out: a [`Person`]; whatever is not clear is left out and asked.

use crate::{
    diagnostic::naming::folded,
    domain::{Domain, dates::DateSpan, places::PostIx},
    signup::{
        asking::{Asking, Who, Words},
        dates::{self, Free},
        doubt::{Said, Why},
        form::{Answered, Form, Heading},
        posts::{Posts, Unclear},
        question::Question,
        rows::{Counted, words},
        values::{self, clean, is_denial, is_none, paper, parts, yes_or_no},
    },
    source::{Place, grid::Row},
    validation::{ages, dates as grammar},
};
use chrono::NaiveDateTime;

/// Somebody who has signed up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The row that counts.
    pub row: usize,
    /// Where the name stands.
    pub place: Place,
    /// The id, which may be the name.
    pub id: String,
    /// The name.
    pub name: String,
    /// The telephone number.
    pub phone: Option<String>,
    /// Branch, club or firm.
    pub organization: Option<String>,
    /// The id of the employer, where it is one of the units.
    pub unit: Option<String>,
    /// The id of the neighbourhood.
    pub neighbourhood: Option<String>,
    /// When the person can come.
    pub free: Free,
    /// What the person holds, with the words for its last day.
    pub papers: Vec<(String, Option<String>)>,
    /// When the person was born.
    pub born: Option<String>,
    /// How old the person is.
    pub age: Option<String>,
    /// Whether any other post will do; `None` where that was not asked.
    pub takes_any: Option<bool>,
    /// Best first; of those of one rank none comes before another.
    pub wishes: Vec<Vec<PostIx>>,
    /// When the first form was sent.
    pub signed_up: Option<NaiveDateTime>,
    /// Remarks, and an address that is no neighbourhood's.
    pub notes: Vec<String>,
}

/// What of a campaign forms speak of.
#[derive(Debug)]
pub struct Campaign<'a> {
    /// The campaign.
    pub domain: &'a Domain,
    /// Its posts by all that they are called.
    pub posts: Posts,
    /// What its posts ask for.
    pub papers: Vec<String>,
}

impl<'a> Campaign<'a> {
    /// What forms speak of.
    pub fn of(domain: &'a Domain) -> Self {
        let asked = domain.posts.iter().flat_map(|post| post.requires.iter().chain(&post.leader));
        let mut papers: Vec<String> = asked.cloned().collect();
        papers.sort_unstable();
        papers.dedup();
        Self { domain, posts: Posts::of(domain), papers }
    }

    /// The season.
    pub fn season(&self) -> DateSpan {
        self.domain.campaign.season
    }

    /// The paper as the campaign calls it, where it does.
    fn paper(&self, word: &str) -> Option<&String> {
        self.papers.iter().find(|paper| folded(paper) == folded(word))
    }
}

/// A row, and whose it is.
struct Line<'l> {
    row: &'l Row,
    who: Who,
}

/// Reads the row of one person.
pub struct Reader<'r, 'a> {
    /// The form.
    pub form: &'r Form<'a>,
    /// The campaign.
    pub campaign: &'r Campaign<'r>,
    /// What is told.
    pub said: &'r mut Vec<Said>,
    /// Rows that say nothing of when somebody can come.
    pub undated: Vec<usize>,
    /// Rows with a yes that says more than yes.
    pub better: Vec<usize>,
}

impl Reader<'_, '_> {
    /// What a row says of the person with this id.
    pub fn person(&mut self, counted: &Counted<'_>, id: String, asking: &mut Asking<'_>) -> Person {
        let sent = &counted.submission;
        let row = sent.row;
        let line = Line { row, who: sent.who() };
        let mut notes = Vec::new();
        let organization = words(self.form, row, &Question::Organization);
        let employer = words(self.form, row, &Question::Employer);
        let unit = employer.as_deref().and_then(|words| self.unit(words));
        let employer = employer.filter(|_| unit.is_none());
        let (organization, more) =
            if organization.is_some() { (organization, employer) } else { (employer, None) };
        notes.extend(more);
        let home = words(self.form, row, &Question::Home);
        let neighbourhood = home.as_deref().and_then(|words| self.neighbourhood(words));
        notes.extend(home.filter(|_| neighbourhood.is_none()));
        let remarks = self.form.asking(|question| *question == Question::Note);
        let remarks = remarks.filter_map(|heading| self.form.cell(row, heading));
        notes.extend(remarks.map(|cell| clean(&cell.words)).filter(|words| !is_none(words)));
        let born = self.read(&line, &Question::Born, asking, birth);
        let age = self.read(&line, &Question::Age, asking, age);
        Person {
            row: row.number,
            place: sent.place,
            id,
            name: sent.name.clone(),
            phone: sent.phone.as_ref().map(|phone| phone.written.clone()),
            organization,
            unit,
            neighbourhood,
            free: self.free(&line, asking),
            papers: self.papers(&line, asking),
            age: age.flatten().filter(|_| !matches!(born, Some(Some(_)))),
            born: born.flatten(),
            takes_any: self.takes_any(&line, asking),
            wishes: self.wishes(&line, asking),
            signed_up: counted.first,
            notes,
        }
    }

    fn read<T>(
        &self,
        line: &Line<'_>,
        question: &Question,
        asking: &mut Asking<'_>,
        read: impl Fn(Words<'_>) -> Result<T, Why>,
    ) -> Option<T> {
        let heading = self.form.column(question)?;
        asking.read(&line.who, (&heading.words, question), &self.form.cell(line.row, heading)?, read)
    }

    fn unit(&self, words: &str) -> Option<String> {
        let mut units = self.campaign.domain.units.iter();
        let found = units.find(|unit| [&unit.id, &unit.name].iter().any(|own| folded(own) == folded(words)));
        found.map(|unit| unit.id.clone())
    }

    fn neighbourhood(&self, words: &str) -> Option<String> {
        let mut places = self.campaign.domain.neighbourhoods.iter();
        let found =
            places.find(|place| [&place.id, &place.name].iter().any(|own| folded(own) == folded(words)));
        found.map(|place| place.id.clone())
    }

    /// When somebody can come: by the cell that says so, else by the columns of days.
    fn free(&mut self, line: &Line<'_>, asking: &mut Asking<'_>) -> Free {
        let season = self.campaign.season();
        let days: Vec<&Heading> =
            self.form.asking(|question| matches!(question, Question::AvailableAt(_))).collect();
        if let Some(heading) = self.form.column(&Question::Available)
            && let Some(cell) = self.form.cell(line.row, heading)
        {
            let read = asking.read(&line.who, (&heading.words, &heading.question), &cell, |words| {
                let is_never = words.is_answer && (is_none(words.text) || folded(words.text) == "从不");
                if is_never { Ok(Free::Never) } else { dates::free(words.text, season).map_err(Why::Dates) }
            });
            return read.unwrap_or(Free::Never);
        }
        if days.is_empty() {
            if self.form.column(&Question::Available).is_some() {
                self.undated.push(line.row.number);
            }
            return Free::Unsaid;
        }
        let mut free = Vec::new();
        for heading in days {
            let Question::AvailableAt(when) = &heading.question else { continue };
            let Some(cell) = self.form.cell(line.row, heading) else { continue };
            let yes = asking.read(&line.who, (&heading.words, &heading.question), &cell, |words| {
                yes_or_no(words.text, values::Asked::Free).ok_or(Why::NeitherYesNorNo)
            });
            if yes == Some(true) {
                free.push(when.clone());
                if folded(&cell.words) == "最好" && self.better.last() != Some(&line.row.number) {
                    self.better.push(line.row.number);
                }
            }
        }
        dates::free_at(&free, season)
    }

    /// Whether any other post will do; an empty cell says so.
    fn takes_any(&self, line: &Line<'_>, asking: &mut Asking<'_>) -> Option<bool> {
        let heading = self.form.column(&Question::Unwished)?;
        let Some(cell) = self.form.cell(line.row, heading) else { return Some(true) };
        asking.read(&line.who, (&heading.words, &heading.question), &cell, |words| {
            yes_or_no(words.text, values::Asked::Unwished).ok_or(Why::NeitherYesNorNo)
        })
    }

    /// What somebody holds, each once.
    fn papers(&self, line: &Line<'_>, asking: &mut Asking<'_>) -> Vec<(String, Option<String>)> {
        let mut held: Vec<(String, Option<String>)> = Vec::new();
        for heading in &self.form.headings {
            let question = &heading.question;
            let Some(cell) = self.form.cell(line.row, heading) else { continue };
            let of = (heading.words.as_str(), question);
            let found = match question {
                Question::Certificate(name) => {
                    asking.read(&line.who, of, &cell, |words| certificate(name, words.text))
                }
                Question::Qualifications => {
                    asking.read(&line.who, of, &cell, |words| self.listed(words.text))
                }
                Question::Party => asking.read(&line.who, of, &cell, |words| self.party(words.text)),
                Question::Sex => self.campaign.paper(&cell.words).map(|word| vec![(word.clone(), None)]),
                _ => None,
            };
            for paper in found.unwrap_or_default() {
                if !held.iter().any(|(name, _)| *name == paper.0) {
                    held.push(paper);
                }
            }
        }
        held
    }

    /// Several papers in a cell.
    fn listed(&self, words: &str) -> Result<Vec<(String, Option<String>)>, Why> {
        if is_denial(words) {
            return Err(Why::NeitherYesNorNo);
        }
        let named = parts(words).into_iter().filter(|part| !is_none(part)).map(|part| {
            let (name, until) = paper(part);
            is_day(until.as_deref())?;
            Ok((self.campaign.paper(&name).cloned().unwrap_or(name), until))
        });
        named.collect()
    }

    /// A party membership, where a post asks for it.
    fn party(&self, words: &str) -> Result<Vec<(String, Option<String>)>, Why> {
        let known = ["党员", "中共党员"].into_iter().find_map(|word| self.campaign.paper(word));
        let Some(known) = known else { return Ok(Vec::new()) };
        match folded(words).as_str() {
            "党员" | "中共党员" | "正式党员" | "中共正式党员" => {
                Ok(vec![(known.clone(), None)])
            }
            other if other.contains("预备") => Err(Why::Probationary),
            _ => Ok(Vec::new()),
        }
    }

    /// The wishes in their order, each post once.
    fn wishes(&mut self, line: &Line<'_>, asking: &mut Asking<'_>) -> Vec<Vec<PostIx>> {
        let mut columns: Vec<&Heading> = self
            .form
            .asking(|question| matches!(question, Question::Wish(_) | Question::Wishes { .. }))
            .collect();
        columns.sort_by(|one, other| one.question.cmp(&other.question));
        let (mut wishes, mut known): (Vec<Vec<PostIx>>, Vec<PostIx>) = (Vec::new(), Vec::new());
        for heading in columns {
            let Some(cell) = self.form.cell(line.row, heading) else { continue };
            // Of what is denied no part is a wish.
            let (parts, are_ticked) = if is_denial(&cell.words) {
                (vec![cell.words.clone()], false)
            } else {
                named(&cell, &heading.question, &self.campaign.posts)
            };
            let before = wishes.len();
            for words in parts {
                let part = Answered { words, ..cell.clone() };
                let found = asking.read(&line.who, (&heading.words, &heading.question), &part, |words| {
                    if is_none(words.text) { Ok(None) } else { self.post(words.text).map(Some) }
                });
                let Some(post) = found.flatten() else { continue };
                if known.contains(&post) {
                    let post = self.campaign.posts.word(post).to_owned();
                    let person = line.who.person.clone();
                    self.said.push(Said::WishedTwice { row: line.row.number, person, post });
                    continue;
                }
                known.push(post);
                let is_begun = before < wishes.len();
                match wishes.last_mut().filter(|_| are_ticked && is_begun) {
                    Some(last) => last.push(post),
                    None => wishes.push(vec![post]),
                }
            }
        }
        wishes
    }

    fn post(&self, words: &str) -> Result<PostIx, Why> {
        self.campaign.posts.find(&clean(words)).map_err(|unclear| match unclear {
            Unclear::Nobody(nearest) => Why::UnknownPost { nearest },
            Unclear::Several(posts) => Why::SeveralPosts { posts },
        })
    }
}

/// The words of the wishes in a cell, and whether they were ticked. A cell that names one post as it is holds one wish,
/// whatever stands in it.
fn named(cell: &Answered, question: &Question, posts: &Posts) -> (Vec<String>, bool) {
    let whole = clean(&cell.words);
    let Question::Wishes { ticked } = question else { return (vec![whole], false) };
    if posts.find(&whole).is_ok() {
        return (vec![whole], false);
    }
    let are_ticked = *ticked || whole.contains('┋');
    (parts(&whole).into_iter().map(str::to_owned).collect(), are_ticked)
}

/// A paper that somebody says to hold, or not to.
fn certificate(name: &str, words: &str) -> Result<Vec<(String, Option<String>)>, Why> {
    let (word, until) = paper(words);
    is_day(until.as_deref())?;
    let says = if until.is_some() { word.as_str() } else { words };
    match yes_or_no(says, values::Asked::Paper) {
        Some(true) => Ok(vec![(name.to_owned(), until)]),
        Some(false) => Ok(Vec::new()),
        // The paper itself, by its name.
        None if folded(&word) == folded(name) => Ok(vec![(name.to_owned(), until)]),
        None => Err(Why::NeitherYesNorNo),
    }
}

/// That the words for a last day say one.
fn is_day(until: Option<&str>) -> Result<(), Why> {
    match until {
        Some(words) if grammar::day(words, None).is_err() => Err(Why::BadLastDay),
        _ => Ok(()),
    }
}

fn birth(words: Words<'_>) -> Result<Option<String>, Why> {
    let text = values::narrow(words.text);
    if is_none(&text) {
        return Ok(None);
    }
    ages::latest(&text).map(|_| Some(text)).ok_or(Why::BadBirth)
}

fn age(words: Words<'_>) -> Result<Option<String>, Why> {
    const OLDEST: u32 = 150;
    let text = values::narrow(words.text);
    if is_none(&text) {
        return Ok(None);
    }
    let years = text.trim_end_matches(['岁', '周']).trim();
    let is_age = years.parse::<u32>().is_ok_and(|years| years <= OLDEST);
    if is_age { Ok(Some(years.to_owned())) } else { Err(Why::BadAge) }
}
