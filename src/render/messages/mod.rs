//! Messages ready to be pasted into a chat: one for each ambassador, each unit, each neighbourhood and each day; and the list of
//! whom to tell what has changed. What is over where they are issued is told as past.

mod opening;
mod outdated;
mod parts;
mod telling;

use crate::{
    diagnostic::reference::Kind,
    domain::{people::AmbassadorIx, places::UnitIx},
    experience::roster::Placement,
    plan::outline::Visit,
    render::{
        action::Occasion,
        edition::Edition,
        facts::{self, message::Message},
        file::PrintedFile,
        messages::{
            opening::{Opening, What},
            outdated::words::Again,
            parts::{before, changed, event, event_at_home, folder, lecture, spaced},
            telling::to_tell,
        },
        notice::{
            changes::{Changes, whom::Whom as One},
            concerned,
        },
        thursday::occasions,
        wording::{Phrase, measure, print::Name},
    },
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Every message as a file; where the plan mends another, they say what has changed for whom.
pub fn files(edition: Edition<'_>) -> Vec<PrintedFile> {
    let messages = Messages::of(edition);
    if let Some(only) = edition.copy.recipient {
        let unit = (edition.names.unit(only).to_owned(), messages.to_unit(only));
        return folder(edition, Name::Units, std::iter::once(unit));
    }
    let addressed = |name: Name| {
        let readers = readers(edition, &messages.changes).into_iter().filter(move |one| one.folder == name);
        readers.map(|one| (one.stem.clone(), messages.to(&one))).collect::<Vec<_>>()
    };
    let told = [Name::Ambassadors, Name::Units, Name::Neighbourhoods];
    let told = told.into_iter().flat_map(|name| folder(edition, name, addressed(name).into_iter()));
    let days: BTreeSet<NaiveDate> = messages.days().chain(messages.changes.days()).collect();
    let days = days.into_iter().filter(|day| !edition.is_over(*day));
    let days = days.map(|day| (day.to_string(), messages.of_day(day)));
    told.chain(folder(edition, Name::Days, days)).collect()
}

/// The list of whom to tell what, and by which of the files of a print; nothing where nothing is new for anybody.
pub fn list(edition: Edition<'_>, files: &[PrintedFile]) -> Option<PrintedFile> {
    if edition.copy.recipient.is_some() {
        return None;
    }
    let changes = Changes::of(edition);
    to_tell(edition, &changes, &readers(edition, &changes), files)
}

/// What those are called whom something concerns that is new and that no print of this plan has listed yet, all at once first;
/// and how many others one has listed.
pub fn concerned(edition: Edition<'_>) -> (Vec<String>, usize) {
    let changes = Changes::of(edition);
    let all = concerned::concerned(edition, &changes);
    let listed = all.iter().filter(|one| !one.told.is_empty()).count() + changes.of_everybody(true).len();
    let mut everybody: Vec<String> = changes
        .of_everybody(false)
        .into_iter()
        .map(|(_, kinds)| edition.say(Again::Everybody(kinds)))
        .collect();
    everybody.dedup();
    let new = all.into_iter().filter(|one| !one.new.is_empty()).map(|one| one.name);
    (everybody.into_iter().chain(new).collect(), listed)
}

/// Somebody to whom a message goes, and what his or her files are called.
struct Reader {
    folder: Name,
    id: String,
    stem: String,
    whom: Whom,
}

/// Who it is; nothing where the campaign has the reader no more.
enum Whom {
    Ambassador(Option<AmbassadorIx>),
    Unit(Option<UnitIx>),
    Neighbourhood,
}

/// All readers, those of the campaign in the order of its file.
fn readers(edition: Edition<'_>, changes: &Changes<'_>) -> Vec<Reader> {
    let people = changes.people().into_iter().map(|One { id, known }| Reader {
        folder: Name::Ambassadors,
        stem: known.map_or_else(|| edition.stem_of(&id), |one| edition.stem(one)),
        id,
        whom: Whom::Ambassador(known),
    });
    let units = changes.hosts().into_iter().map(|One { id, known }| Reader {
        folder: Name::Units,
        stem: edition.unit_of(&id),
        id,
        whom: Whom::Unit(known),
    });
    let places = changes.homes().into_iter().map(|One { id, .. }| Reader {
        folder: Name::Neighbourhoods,
        stem: edition.neighbourhood_of(&id),
        id,
        whom: Whom::Neighbourhood,
    });
    people.chain(units).chain(places).collect()
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
    fn to(&self, reader: &Reader) -> Vec<String> {
        match reader.whom {
            Whom::Ambassador(Some(one)) => self.to_ambassador(one),
            Whom::Ambassador(None) => self.to_somebody_gone(&reader.id),
            Whom::Unit(Some(one)) => self.to_unit(one),
            Whom::Unit(None) => self.to_unit_gone(&reader.id),
            Whom::Neighbourhood => self.to_neighbourhood(&reader.id),
        }
    }

    fn of(edition: Edition<'a>) -> Self {
        let placements = edition.placements(|placement| *placement);
        let mut own: BTreeMap<AmbassadorIx, Vec<Placement>> = BTreeMap::new();
        for placement in &placements {
            own.entry(placement.ambassador).or_default().push(*placement);
        }
        let past = edition.plan.history.past(edition.told);
        let had_a_place = past.iter().map(|numbered| numbered.visit.ambassador.as_str()).collect();
        let (changes, events) = (Changes::of(edition), occasions(edition));
        Self { edition, changes, placements, own, events, had_a_place }
    }

    fn to_ambassador(&self, ambassador: AmbassadorIx) -> Vec<String> {
        let edition = self.edition;
        let own = self.own.get(&ambassador).map_or(&[][..], Vec::as_slice);
        let (past, ahead): (Vec<Placement>, Vec<Placement>) =
            own.iter().partition(|one| edition.is_over(one.date));
        let mut blocks = self.opening(ambassador, &past, &ahead);
        blocks.extend(facts::by_post(&ahead).iter().map(|there| {
            let with = !facts::have_one_company(edition, there);
            let when = there.iter().map(|one| facts::when_with(edition, one, with));
            when.chain(facts::for_ambassador(edition, there)).collect()
        }));
        blocks.push(before(edition, past.iter().map(|one| (one.date, facts::over(edition, one))).collect()));
        blocks.push(lecture(edition));
        blocks.push(facts::foot(edition));
        spaced(blocks)
    }

    /// The first line to somebody.
    fn begin(&self, to: &str, what: What) -> String {
        let campaign = self.edition.domain.campaign.name.clone();
        self.edition.say(Opening { to: to.to_owned(), campaign, what })
    }

    /// What the message to an ambassador begins with, above what is to come.
    fn opening(&self, person: AmbassadorIx, past: &[Placement], ahead: &[Placement]) -> Vec<Vec<String>> {
        let Self { edition, changes, .. } = self;
        let begin = |what: What| self.begin(edition.names.ambassador(person), what);
        let id = edition.domain.ambassador(person).id.as_str();
        let excused = self.excused(person);
        if !excused.is_empty() {
            let visits = excused.iter().map(|visit| changes.was(visit)).collect();
            let renewed = if ahead.is_empty() { vec![] } else { changes.renewed(Kind::Ambassador, id) };
            let rest = if renewed.is_empty() { Message::Stays } else { Message::Now };
            let rest = (!ahead.is_empty()).then(|| edition.say(rest));
            return vec![vec![begin(What::Excused(visits))], renewed, rest.into_iter().collect()];
        }
        // To whoever had nothing before all of it is new.
        let had = |gone: usize, new: usize| gone > 0 || new < past.len() + ahead.len();
        let change = changes.of_ambassador(id).filter(|change| had(change.gone.len(), change.new.len()));
        let moved = change.map(|change| changes.own(change)).into_iter().collect();
        let new = changes.all_for(Kind::Ambassador, id, moved);
        if !new.is_empty() {
            let changed = std::iter::once(begin(What::Moved)).chain(new).collect();
            let now = (!ahead.is_empty()).then(|| vec![edition.say(Message::Now)]);
            return std::iter::once(changed).chain(now).collect();
        }
        vec![vec![begin(match (ahead.is_empty(), past.is_empty()) {
            (false, _) => What::Placed,
            (true, false) => What::Over,
            (true, true) if self.had_a_place.contains(id) => What::NoLonger,
            (true, true) => What::NoPlace,
        })]]
    }

    /// The sessions that somebody lost by saying that he or she cannot come, where nothing else has changed: since the plan that
    /// readers were told of last, or where nothing has since then and nothing is left, since the first.
    fn excused(&self, person: AmbassadorIx) -> Vec<Visit> {
        let Self { edition, changes, .. } = self;
        let Some(known) = edition.domain.ambassadors.get(person.0) else { return vec![] };
        let lost = match changes.of_ambassador(&known.id) {
            Some(change) if change.new.is_empty() => change.gone.clone(),
            Some(_) => return vec![],
            None if self.own.contains_key(&person) => return vec![],
            None => {
                let past =
                    edition.plan.history.past(edition.told).into_iter().map(|numbered| &numbered.visit);
                past.filter(|visit| visit.ambassador == known.id).cloned().collect()
            }
        };
        let cannot = |visit: &Visit| {
            let hours = visit.hours.or_else(|| changes.hours_of(&visit.post));
            hours.is_some_and(|hours| known.away.bars(visit.date, hours))
        };
        if lost.iter().all(cannot) { lost } else { vec![] }
    }

    /// To somebody whom the campaign no longer has.
    fn to_somebody_gone(&self, id: &str) -> Vec<String> {
        let Self { edition, changes, .. } = self;
        let greeting = self.begin(&edition.ambassador_of(id), What::Moved);
        let change = changes.of_ambassador(id).map(|change| changes.own(change));
        spaced(vec![std::iter::once(greeting).chain(change).collect(), facts::foot(*edition)])
    }

    /// Nothing for a unit to which nobody comes or came and which goes nowhere.
    fn to_unit(&self, unit: UnitIx) -> Vec<String> {
        let edition = self.edition;
        let say = |message: Message| edition.say(message);
        let id = &edition.domain.unit(unit).id;
        let at_unit = self.placements.iter().filter(|one| edition.domain.post(one.post).unit == unit);
        let (past, ahead): (Vec<Placement>, Vec<Placement>) =
            at_unit.copied().partition(|one| edition.is_over(one.date));
        let held = self.events.iter().filter(|event| event.unit == unit);
        let (held, events): (Vec<&Occasion>, Vec<&Occasion>) =
            held.partition(|one| edition.is_over(one.date));
        let nothing_left = ahead.is_empty() && events.is_empty();
        let mut blocks = self.unit_changed(id, nothing_left);
        if nothing_left && blocks.is_empty() && past.is_empty() && held.is_empty() {
            return vec![];
        }
        if blocks.is_empty() {
            blocks.push(vec![self.to_unit_as_before(id, nothing_left)]);
        }
        if !ahead.is_empty() {
            blocks.push(vec![say(Message::Visits)]);
            blocks.extend(facts::sessions(&ahead).map(|there| facts::visit(edition, there)));
        }
        if !ahead.is_empty() {
            blocks.push(vec![say(Message::PleaseTellMentors)]);
        } else if !self.changes.visits_to(id).is_empty() {
            // Below what has changed, not below what holds now.
            blocks.insert(1, vec![say(Message::TellMentorsOfNobody)]);
        }
        if !events.is_empty() {
            let lines = events.iter().map(|one| event(edition, one));
            blocks.push(std::iter::once(say(Message::Events)).chain(lines).collect());
        }
        let was = facts::sessions(&past).map(|there| (there[0].date, facts::visited(edition, there)));
        let was = was.chain(held.iter().map(|one| (one.date, event(edition, one))));
        blocks.push(before(edition, was.collect()));
        blocks.push(lecture(edition));
        blocks.push(facts::foot(edition));
        spaced(blocks)
    }

    /// The first line to a unit for which nothing is new.
    fn to_unit_as_before(&self, id: &str, nothing_left: bool) -> String {
        let left = self.changes.departure(Kind::Unit, id).and_then(|left| left.since);
        let what = match left {
            Some(since) => What::UnitLeft(since),
            None if nothing_left => What::UnitOver,
            None => What::Unit,
        };
        self.begin(&self.edition.unit_of(id), what)
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
        let what = match changes.departure(Kind::Unit, id) {
            Some(left) => match left.since {
                Some(since) => What::UnitLeft(since),
                None => What::UnitGone,
            },
            None => What::UnitMoved,
        };
        let heading = self.begin(&edition.unit_of(id), what);
        changed(*edition, heading, changes.of_unit(id), nothing_left)
    }

    /// Nothing for a neighbourhood to which nobody comes or came.
    fn to_neighbourhood(&self, id: &str) -> Vec<String> {
        let Self { edition, changes, .. } = self;
        let there = self.events.iter().filter(|one| edition.domain.neighbourhood(one.neighbourhood).id == id);
        let (held, events): (Vec<&Occasion>, Vec<&Occasion>) =
            there.partition(|one| edition.is_over(one.date));
        let lines = changes.of_neighbourhood(id);
        if held.is_empty() && events.is_empty() && lines.is_empty() {
            return vec![];
        }
        let left = changes.departure(Kind::Neighbourhood, id).and_then(|left| left.since);
        let what = match left {
            Some(since) => What::HomeLeft(since),
            None if !lines.is_empty() => What::HomeMoved,
            None if events.is_empty() => What::HomeOver,
            None => What::Home,
        };
        let heading = self.begin(&edition.neighbourhood_of(id), what);
        let mut blocks = changed(*edition, heading.clone(), lines, events.is_empty());
        if blocks.is_empty() {
            blocks.push(vec![heading]);
        }
        blocks.push(events.iter().map(|event| event_at_home(*edition, event)).collect());
        let place = events.first().and_then(|event| parts::place(*edition, event));
        blocks.push(place.into_iter().collect());
        let was = held.iter().map(|event| (event.date, event_at_home(*edition, event)));
        blocks.push(before(*edition, was.collect()));
        let units: BTreeSet<UnitIx> = events.iter().map(|event| event.unit).collect();
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
        blocks.extend(facts::sessions(&placements).map(|there| {
            let post = edition.domain.post(there[0].post);
            let whose = edition.names.unit(post.unit).to_owned();
            let what = edition.names.post(there[0].post).to_owned();
            let hours = measure::dashed(edition.language, there[0].hours);
            let head = format!("{hours} {}", edition.say(Message::Of { whose, what }));
            std::iter::once(head).chain(facts::for_everybody(*edition, there)).collect()
        }));
        let events = self.events.iter().filter(|event| event.date == day);
        blocks.extend(events.map(|event| {
            [vec![measure::dashed(edition.language, event.hours)], event.facts.clone()].concat()
        }));
        if edition.domain.campaign.lecture.as_ref().and_then(|lecture| lecture.date) == Some(day) {
            blocks.push(lecture(*edition));
        }
        blocks.push(facts::foot(*edition));
        spaced(blocks)
    }
}
