//! What a sign-up sheet makes of a campaign: a scenario that extends it.
//!
//! In: everybody who has signed up, and who would like to go with whom. Out: the tree of the scenario, in the order of the sheet.

use crate::{
    document::{Key, Node, Value},
    domain::{Domain, requests::Bond},
    signup::{
        company::Pair,
        dates::Free,
        person::{Campaign, Person},
        rows::written,
    },
    source::Place,
};

/// The tree of a scenario: `extends` is the way to the campaign, `top` where what no cell says is taken to stand.
pub fn scenario(
    campaign: &Campaign<'_>,
    (people, pairs): (&[Person], &[Pair]),
    extends: &str,
    top: Place,
) -> Node {
    let mut sections = vec![(Key::new("extends", top), Node::word(extends, top))];
    let entries = people.iter().map(|person| entry(campaign, person)).collect();
    sections.push((Key::new("ambassadors", top), Node { place: top, value: Value::List(entries) }));
    if !pairs.is_empty() {
        // A list without ids takes the place of the base's: its groups stand before those of the sheet.
        let kept =
            campaign.domain.groups.iter().enumerate().map(|(at, _)| group_of(campaign.domain, at, top));
        let new = pairs.iter().map(|pair| together(people, *pair));
        let groups = kept.chain(new).collect();
        sections.push((Key::new("groups", top), Node { place: top, value: Value::List(groups) }));
    }
    Node { place: top, value: Value::Map(sections) }
}

fn entry(campaign: &Campaign<'_>, person: &Person) -> Node {
    let place = person.place;
    let mut fields = Fields { place, entries: Vec::new() };
    fields.text("id", (person.id != person.name).then_some(&person.id));
    fields.text("name", Some(&person.name));
    fields.text("phone", person.phone.as_ref());
    fields.text("unit", person.unit.as_ref());
    fields.text("organization", person.organization.as_ref());
    fields.text("neighbourhood", person.neighbourhood.as_ref());
    match &person.free {
        // What the campaign has of somebody stays unless it is taken away.
        Free::Always if is_known(campaign, person) => fields.put("available", Value::Null),
        Free::Always | Free::Unsaid => {}
        Free::Never => fields.put("available", Value::List(Vec::new())),
        Free::At(words) => match words.as_slice() {
            [words] => fields.text("available", Some(words)),
            several => {
                let several = several.iter().map(|words| Node::word(words, place)).collect();
                fields.put("available", Value::List(several));
            }
        },
    }
    if !person.papers.is_empty() {
        let papers = person.papers.iter().map(|(name, until)| paper(name, until.as_deref(), place));
        fields.put("qualifications", Value::List(papers.collect()));
    }
    fields.text("born", person.born.as_ref());
    fields.text("age", person.age.as_ref());
    if !person.wishes.is_empty() {
        let word = |post| Node::word(campaign.posts.word(post), place);
        let ranks = person.wishes.iter().map(|rank| match rank.as_slice() {
            [post] => word(*post),
            several => {
                let several = several.iter().map(|post| word(*post)).collect();
                Node { place, value: Value::List(several) }
            }
        });
        fields.put("wishes", Value::List(ranks.collect()));
    }
    let unwished = person.takes_any.map(|any| if any { "allow" } else { "forbid" }.to_owned());
    fields.text("unwished", unwished.as_ref());
    fields.text("signed_up", person.signed_up.map(written).as_ref());
    let note = person.notes.join("；");
    fields.text("note", Some(&note).filter(|note| !note.is_empty()));
    Node { place, value: Value::Map(fields.entries) }
}

/// Whether the campaign has the person already, with days on which the person can come.
fn is_known(campaign: &Campaign<'_>, person: &Person) -> bool {
    campaign.domain.ambassadors.iter().any(|one| one.id == person.id && one.available.is_some())
}

fn paper(name: &str, until: Option<&str>, place: Place) -> Node {
    let Some(until) = until else { return Node::word(name, place) };
    let mut fields = Fields { place, entries: Vec::new() };
    fields.text("name", Some(&name.to_owned()));
    fields.text("until", Some(&until.to_owned()));
    Node { place, value: Value::Map(fields.entries) }
}

/// A group of the campaign itself.
fn group_of(domain: &Domain, at: usize, place: Place) -> Node {
    let group = &domain.groups[at];
    let (key, strength) = match group.bond {
        Bond::TogetherMust => ("together", None),
        Bond::TogetherTry => ("together", Some("try")),
        Bond::Apart => ("apart", None),
    };
    let members = group.members.iter().map(|&member| domain.ambassador(member).id.as_str());
    of_people(key, members, strength, place)
}

fn together(people: &[Person], pair: Pair) -> Node {
    let (one, other) = (&people[pair.one], &people[pair.other]);
    of_people("together", [one.id.as_str(), other.id.as_str()], Some("try"), one.place)
}

fn of_people<'p>(
    key: &'static str,
    members: impl IntoIterator<Item = &'p str>,
    strength: Option<&str>,
    place: Place,
) -> Node {
    let mut fields = Fields { place, entries: Vec::new() };
    fields.put(key, Value::List(members.into_iter().map(|id| Node::word(id, place)).collect()));
    fields.text("strength", strength.map(str::to_owned).as_ref());
    Node { place, value: Value::Map(fields.entries) }
}

/// The fields of one entry, in the order in which they are put there.
struct Fields {
    place: Place,
    entries: Vec<(Key, Node)>,
}

impl Fields {
    fn put(&mut self, key: &'static str, value: Value) {
        self.entries.push((Key::new(key, self.place), Node { place: self.place, value }));
    }

    fn text(&mut self, key: &'static str, words: Option<&String>) {
        if let Some(words) = words {
            self.put(key, Node::word(words, self.place).value);
        }
    }
}
