//! Who would like to go with whom.
//!
//! In: everybody who has signed up, and the names that they give. Out: pairs, and whether both say so.

use crate::{
    diagnostic::{naming::folded, nearest::nearest_few},
    signup::{
        asking::Asking,
        doubt::Why,
        form::Form,
        person::Person,
        question::Question,
        rows::Counted,
        values::{clean, is_none, parts},
    },
};
use std::collections::BTreeMap;

/// How many names are given at most where none is meant for certain.
const MOST_NAMED: usize = 3;

/// Among how many people the nearest name is looked for: for more it is much work and little help.
const MOST_COMPARED: usize = 2000;

/// Two who would like to go together, by their positions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// Who says so first.
    pub one: usize,
    /// The other.
    pub other: usize,
    /// Whether the other says so too.
    pub is_mutual: bool,
}

/// The pairs, in the order of the sheet.
pub fn pairs(
    form: &Form<'_>,
    counted: &[Counted<'_>],
    people: &[Person],
    asking: &mut Asking<'_>,
) -> Vec<Pair> {
    let known = Known::of(people);
    let mut pairs: Vec<Pair> = Vec::new();
    let mut positions: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (at, one) in counted.iter().enumerate() {
        let sent = &one.submission;
        for heading in form.asking(|question| *question == Question::Company) {
            let Some(cell) = form.cell(sent.row, heading) else { continue };
            let named = asking.read(&sent.who(), (&heading.words, &heading.question), &cell, |words| {
                let names = parts(words.text).into_iter().filter(|part| !is_none(part));
                names.map(|name| known.find(name, at)).collect::<Result<Vec<usize>, Why>>()
            });
            for other in named.unwrap_or_default() {
                if let Some(&position) = positions.get(&(other, at)) {
                    pairs[position].is_mutual = true;
                    continue;
                }
                positions.entry((at, other)).or_insert_with(|| {
                    pairs.push(Pair { one: at, other, is_mutual: false });
                    pairs.len() - 1
                });
            }
        }
    }
    pairs
}

/// Everybody by id and by name.
struct Known<'a> {
    people: &'a [Person],
    ids: BTreeMap<String, usize>,
    names: BTreeMap<String, Vec<usize>>,
}

impl<'a> Known<'a> {
    fn of(people: &'a [Person]) -> Self {
        let ids = people.iter().enumerate().map(|(at, person)| (folded(&person.id), at)).collect();
        let mut names: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, person) in people.iter().enumerate() {
            names.entry(folded(&person.name)).or_default().push(at);
        }
        Self { people, ids, names }
    }

    /// Whom a name means, for somebody else.
    fn find(&self, name: &str, of: usize) -> Result<usize, Why> {
        let name = folded(&clean(name));
        if let Some(&at) = self.ids.get(&name).filter(|at| **at != of) {
            return Ok(at);
        }
        let bearers = self.names.get(&name).into_iter().flatten().copied();
        let bearers: Vec<usize> = bearers.filter(|at| *at != of).collect();
        let ids = |people: &[usize]| people.iter().map(|&at| self.people[at].id.clone()).collect();
        match bearers.as_slice() {
            [at] => Ok(*at),
            [] => {
                let many = self.people.len() > MOST_COMPARED;
                let others = self.names.iter().filter(|(known, _)| !many && **known != name);
                let near = nearest_few(&name, others.map(|(known, at)| (known.as_str(), at[0])), MOST_NAMED);
                Err(Why::Nobody { nearest: ids(&near) })
            }
            several => Err(Why::SeveralPeople { people: ids(several) }),
        }
    }
}
