//! Messages ready to be pasted into a chat: one for each ambassador, each unit, each day, and each neighbourhood for
//! which something has changed.

use crate::{
    domain::{people::AmbassadorIx, places::UnitIx},
    experience::roster::Placement,
    render::{
        action::Occasion,
        edition::Edition,
        facts::{
            self,
            words::{Head, Message},
        },
        file::{Folder, PrintedFile},
        notice::changes::Changes,
        thursday::occasions,
        wording::{Phrase, joined, list, measure, print::Name},
    },
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Every message as a file; where the plan mends another, they say what has changed for whom.
pub fn files(edition: Edition<'_>) -> Vec<PrintedFile> {
    let messages = Messages::of(edition);
    let domain = edition.domain;
    let unit = |unit: UnitIx| {
        (domain.unit(unit).id.clone(), edition.names.unit(unit).to_owned(), messages.to_unit(unit))
    };
    if let Some(only) = edition.copy.recipient {
        let own = folder(edition, Name::Units, std::iter::once(unit(only)));
        return own.into_iter().map(|(_, file)| file).collect();
    }
    let changes = &messages.changes;
    let person = |one: AmbassadorIx| {
        (domain.ambassador(one).id.clone(), edition.stem(one), messages.to_ambassador(one))
    };
    let people = edition.ambassadors().into_iter().map(person);
    let gone = changes.gone_ambassadors().into_iter();
    let gone = gone.map(|id| (id.to_owned(), edition.stem_of(id), messages.to_somebody_gone(id)));
    let units = edition.units().into_iter().map(unit);
    let gone_units = changes.gone_units().into_iter();
    let gone_units = gone_units.map(|id| (id.clone(), edition.unit_of(&id), messages.to_unit_gone(&id)));
    let places = changes.neighbourhoods().into_iter();
    let places =
        places.map(|id| (id.to_owned(), edition.neighbourhood_of(id), messages.to_neighbourhood(id)));
    let days: BTreeSet<NaiveDate> = messages.days().chain(changes.days()).collect();
    let days = days.into_iter().map(|day| (String::new(), day.to_string(), messages.of_day(day)));
    let told = [
        (Name::Ambassadors, folder(edition, Name::Ambassadors, people.chain(gone))),
        (Name::Units, folder(edition, Name::Units, units.chain(gone_units))),
        (Name::Neighbourhoods, folder(edition, Name::Neighbourhoods, places)),
    ];
    let list = to_tell(edition, changes, &told);
    let told = told.into_iter().flat_map(|(_, files)| files);
    told.chain(folder(edition, Name::Days, days)).map(|(_, file)| file).chain(list).collect()
}

/// Messages, each with the id of whom it goes to.
type Addressed = Vec<(String, PrintedFile)>;

/// The list of whom to tell what, and by which message; nothing where nothing is new for anybody.
fn to_tell(edition: Edition<'_>, changes: &Changes<'_>, told: &[(Name, Addressed)]) -> Option<PrintedFile> {
    let concerned = changes.concerned();
    let lines = concerned.iter().map(|one| {
        let files = told.iter().filter(|(folder, _)| *folder == one.folder).flat_map(|(_, files)| files);
        let file = files.clone().find(|(id, _)| *id == one.id).map(|(_, file)| file.path.clone());
        edition.say(Message::ToTell { whom: one.whom(), what: one.what.clone(), file })
    });
    let title = edition.say(Name::ToTell);
    let name = Folder::default().name(edition, &title, "txt");
    let lines: Vec<String> = std::iter::once(title).chain(lines).collect();
    let bytes = (lines.join("\r\n") + "\r\n").into_bytes();
    let path = format!("{}/{name}", edition.say(Name::Messages));
    (!concerned.is_empty()).then_some(PrintedFile { path, bytes })
}

/// What those are called whom something concerns that is new, people first.
pub fn concerned(edition: Edition<'_>) -> Vec<String> {
    Changes::of(edition).concerned().into_iter().map(|one| one.name).collect()
}

/// What every message is made from.
struct Messages<'a> {
    edition: Edition<'a>,
    changes: Changes<'a>,
    /// Who goes where, by day, post and person.
    placements: Vec<Placement>,
    /// The same by person.
    own: BTreeMap<AmbassadorIx, Vec<Placement>>,
    /// What is held, by day.
    events: Vec<Occasion>,
    /// Who had a place in a plan before, by id.
    had_a_place: BTreeSet<&'a str>,
}

impl<'a> Messages<'a> {
    fn of(edition: Edition<'a>) -> Self {
        let placements = edition.placements(|placement| *placement);
        let mut own: BTreeMap<AmbassadorIx, Vec<Placement>> = BTreeMap::new();
        for placement in &placements {
            own.entry(placement.ambassador).or_default().push(*placement);
        }
        let past = edition.plan.history.past();
        let had_a_place = past.iter().map(|numbered| numbered.visit.ambassador.as_str()).collect();
        let (changes, events) = (Changes::of(edition), occasions(edition));
        Self { edition, changes, placements, own, events, had_a_place }
    }

    fn to_ambassador(&self, ambassador: AmbassadorIx) -> Vec<String> {
        let Self { edition, changes, .. } = self;
        let say = |message: Message| edition.say(message);
        let name = edition.names.ambassador(ambassador).to_owned();
        let campaign = edition.domain.campaign.name.clone();
        let own = self.own.get(&ambassador).map_or(&[][..], Vec::as_slice);
        let id = edition.domain.ambassador(ambassador).id.as_str();
        // To whoever had nothing before all of it is new.
        let change = changes
            .of_ambassador(id)
            .filter(|change| !change.gone.is_empty() || change.new.len() < own.len());
        let mut blocks = match (change, own.is_empty()) {
            (Some(change), true) => vec![vec![say(Message::Changed { name, campaign }), changes.own(change)]],
            (Some(change), false) => {
                vec![
                    vec![say(Message::Changed { name, campaign }), changes.own(change)],
                    vec![say(Message::Now)],
                ]
            }
            (None, false) => vec![vec![say(Message::Greeting { name, campaign })]],
            (None, true) if self.had_a_place.contains(id) => {
                vec![vec![say(Message::NoLonger { name, campaign })]]
            }
            (None, true) => vec![vec![say(Message::NoPlace { name, campaign })]],
        };
        blocks.extend(by_post(own).iter().map(|there| {
            let with = !facts::have_one_company(*edition, there);
            let when = there.iter().map(|one| self::when(*edition, one, with));
            when.chain(facts::for_ambassador(*edition, there)).collect()
        }));
        blocks.push(self::lecture(*edition));
        blocks.push(facts::foot(*edition));
        spaced(blocks)
    }

    /// To somebody whom the campaign no longer has.
    fn to_somebody_gone(&self, id: &str) -> Vec<String> {
        let Self { edition, changes, .. } = self;
        let (name, campaign) = (edition.ambassador_of(id), edition.domain.campaign.name.clone());
        let greeting = Message::Changed { name, campaign }.say(edition.language);
        let change = changes.of_ambassador(id).map(|change| changes.own(change));
        spaced(vec![std::iter::once(greeting).chain(change).collect(), facts::foot(*edition)])
    }

    /// Nothing for a unit to which nobody comes or came and which goes nowhere.
    fn to_unit(&self, unit: UnitIx) -> Vec<String> {
        let Self { edition, changes, .. } = self;
        let say = |message: Message| edition.say(message);
        let at_unit = |placement: &&Placement| edition.domain.post(placement.post).unit == unit;
        let placements: Vec<Placement> = self.placements.iter().filter(at_unit).copied().collect();
        let events: Vec<&Occasion> = self.events.iter().filter(|event| event.unit == unit).collect();
        let id = &edition.domain.unit(unit).id;
        let nothing_left = placements.is_empty() && events.is_empty();
        let changed = self.unit_changed(id, nothing_left);
        if nothing_left && changed.is_empty() {
            return vec![];
        }
        let to_unit = Message::ToUnit {
            unit: edition.names.unit(unit).to_owned(),
            campaign: edition.domain.campaign.name.clone(),
        };
        let mut blocks = if changed.is_empty() { vec![vec![say(to_unit)]] } else { changed };
        if !placements.is_empty() {
            blocks.push(vec![say(Message::Visits)]);
            blocks.extend(chunks(&placements).map(|there| visit(*edition, there)));
        }
        if !placements.is_empty() || !changes.visits_to(id).is_empty() {
            let cancelled = placements.is_empty();
            blocks.push(vec![say(if cancelled {
                Message::TellMentorsOfNobody
            } else {
                Message::PleaseTellMentors
            })]);
        }
        if !events.is_empty() {
            let heading = say(Message::Events);
            blocks.push(
                std::iter::once(heading).chain(events.iter().map(|one| event(*edition, one))).collect(),
            );
        }
        blocks.push(self::lecture(*edition));
        blocks.push(facts::foot(*edition));
        spaced(blocks)
    }

    /// To a unit that the campaign no longer has.
    fn to_unit_gone(&self, id: &str) -> Vec<String> {
        let mut blocks = self.unit_changed(id, true);
        blocks.push(facts::foot(self.edition));
        spaced(blocks)
    }

    /// What is new for a unit; empty where nothing is.
    fn unit_changed(&self, id: &str, nothing_left: bool) -> Vec<Vec<String>> {
        let Self { edition, changes, .. } = self;
        let (unit, campaign) = (edition.unit_of(id), edition.domain.campaign.name.clone());
        changed(*edition, &Message::UnitChanged { unit, campaign }, changes.of_unit(id), nothing_left)
    }

    /// To a neighbourhood for which something is new.
    fn to_neighbourhood(&self, id: &str) -> Vec<String> {
        let Self { edition, changes, .. } = self;
        let (neighbourhood, campaign) = (edition.neighbourhood_of(id), edition.domain.campaign.name.clone());
        let held_there = |event: &&Occasion| edition.domain.neighbourhood(event.neighbourhood).id == id;
        let events: Vec<&Occasion> = self.events.iter().filter(held_there).collect();
        let heading = Message::NeighbourhoodChanged { neighbourhood, campaign };
        let mut blocks = changed(*edition, &heading, changes.of_neighbourhood(id), events.is_empty());
        blocks.push(events.iter().map(|event| event_of_unit(*edition, event)).collect());
        let mut units: Vec<UnitIx> = events.iter().map(|event| event.unit).collect();
        units.sort_unstable();
        units.dedup();
        blocks.push(units.into_iter().filter_map(|unit| facts::unit_contact(*edition, unit)).collect());
        blocks.push(facts::foot(*edition));
        spaced(blocks)
    }

    /// Days on which something happens.
    fn days(&self) -> impl Iterator<Item = NaiveDate> {
        let placements = self.placements.iter().map(|placement| placement.date);
        let lecture = self.edition.domain.campaign.lecture.as_ref().and_then(|lecture| lecture.date);
        placements.chain(self.events.iter().map(|event| event.date)).chain(lecture)
    }

    fn of_day(&self, day: NaiveDate) -> Vec<String> {
        let Self { edition, changes, .. } = self;
        let campaign = edition.domain.campaign.name.clone();
        let date = measure::full_date(edition.language, day);
        let mut blocks = vec![vec![Message::Day { campaign, date }.say(edition.language)]];
        let changed = changes.of_day(day);
        if !changed.is_empty() {
            blocks.push(std::iter::once(edition.say(Message::DayChanged)).chain(changed).collect());
        }
        let that_day = self.placements.iter().filter(|placement| placement.date == day);
        let mut placements: Vec<Placement> = that_day.copied().collect();
        placements.sort_by_key(|one| (edition.domain.post(one.post).shifts[0].start(), *one));
        blocks.extend(chunks(&placements).map(|there| {
            let post = edition.domain.post(there[0].post);
            let whose = edition.names.unit(post.unit).to_owned();
            let what = edition.names.post(there[0].post).to_owned();
            let hours = measure::hours(edition.language, there[0].hours);
            let head = format!("{hours} {}", edition.say(Message::Of { whose, what }));
            std::iter::once(head).chain(facts::for_everybody(*edition, there)).collect()
        }));
        let events = self.events.iter().filter(|event| event.date == day);
        blocks.extend(events.map(|event| [vec![event.hours.to_string()], event.facts.clone()].concat()));
        if edition.domain.campaign.lecture.as_ref().and_then(|lecture| lecture.date) == Some(day) {
            blocks.push(self::lecture(*edition));
        }
        blocks.push(facts::foot(*edition));
        spaced(blocks)
    }
}

/// A file for each message that says something.
fn folder(
    edition: Edition<'_>,
    name: Name,
    messages: impl Iterator<Item = (String, String, Vec<String>)>,
) -> Addressed {
    let mut given = Folder::default();
    let file = |(id, stem, lines): (String, String, Vec<String>)| {
        let file = given.name(edition, &stem, "txt");
        let folders = [Name::Messages, name].map(|name| edition.say(name)).join("/");
        let bytes = (lines.join("\r\n") + "\r\n").into_bytes();
        (!lines.is_empty()).then(|| (id, PrintedFile { path: format!("{folders}/{file}"), bytes }))
    };
    messages.filter_map(file).collect()
}

/// The lines of what is new below their heading, and above what holds now; empty where nothing is new.
fn changed(
    edition: Edition<'_>,
    heading: &Message,
    lines: Vec<String>,
    nothing_left: bool,
) -> Vec<Vec<String>> {
    if lines.is_empty() {
        return vec![];
    }
    let now = if nothing_left { Message::NothingLeft } else { Message::Now };
    let lines = std::iter::once(heading.say(edition.language)).chain(lines).collect();
    vec![lines, vec![edition.say(now)]]
}

/// One event on one line, for the unit.
fn event(edition: Edition<'_>, event: &Occasion) -> String {
    event_with(edition, event, edition.domain.neighbourhood(event.neighbourhood).name.clone())
}

/// One event on one line, for the neighbourhood.
fn event_of_unit(edition: Edition<'_>, event: &Occasion) -> String {
    event_with(edition, event, edition.names.unit(event.unit).to_owned())
}

fn event_with(edition: Edition<'_>, event: &Occasion, whose: String) -> String {
    let value = edition.say(Message::Of { whose, what: event.theme.clone() });
    edition.say(Message::Fact { label: facts::when(edition, event.date, event.hours), value })
}

fn visit(edition: Edition<'_>, there: &[Placement]) -> Vec<String> {
    let label = facts::when(edition, there[0].date, there[0].hours);
    let value = edition.names.post(there[0].post).to_owned();
    let head = Message::Fact { label, value }.say(edition.language);
    std::iter::once(head).chain(facts::for_unit(edition, there)).collect()
}

/// The day and the hours of a session, and who else comes, where that is another company each time.
fn when(edition: Edition<'_>, session: &Placement, with: bool) -> String {
    let when = facts::when(edition, session.date, session.hours);
    let company = list(edition.language, &facts::companions(edition, session));
    let company = facts::line(edition, Head::Companions, &company).filter(|_| with);
    joined(edition.language, &std::iter::once(when).chain(company).collect::<Vec<String>>())
}

fn lecture(edition: Edition<'_>) -> Vec<String> {
    let lines = facts::lecture(edition);
    let Some((title, rest)) = lines.split_first() else { return vec![] };
    let title = Message::Lecture(title.clone()).say(edition.language);
    std::iter::once(title).chain(rest.iter().cloned()).collect()
}

/// The sessions of one person by post, in the order of the first of each: what is to be known of a post is said once.
fn by_post(own: &[Placement]) -> Vec<Vec<Placement>> {
    let mut posts: Vec<Vec<Placement>> = Vec::new();
    for placement in own {
        match posts.iter_mut().find(|there| there[0].post == placement.post) {
            Some(there) => there.push(*placement),
            None => posts.push(vec![*placement]),
        }
    }
    posts
}

/// Those who are at one post on one day.
fn chunks(placements: &[Placement]) -> impl Iterator<Item = &[Placement]> {
    placements.chunk_by(|one, other| one.session() == other.session())
}

/// The blocks with an empty line between them.
fn spaced(blocks: Vec<Vec<String>>) -> Vec<String> {
    let filled: Vec<Vec<String>> = blocks.into_iter().filter(|block| !block.is_empty()).collect();
    filled.join(&String::new())
}
