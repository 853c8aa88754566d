//! The change notice (调整通知) as text and as data.
//!
//! In: the campaign, [`Notice`] and the plan. Out: sections, an item a person, or what stands in JSON.

pub(in crate::render) mod changes;
pub(in crate::render) mod concerned;
pub mod known;
pub mod words;

use crate::{
    domain::{Language, people::AmbassadorIx, places::PostIx},
    experience::{level::Level, roster::Placement, rule::Rule},
    inquiry::{
        difference::Exchange,
        notice::{ActionNotice, Notice, PairChange},
    },
    pairing,
    plan::{
        Mends, Plan,
        level::ThursdayLevel,
        outline::{Meeting, Pair, Visit},
    },
    render::{
        block::{Block, Section},
        departure::Departures,
        edition::{
            Edition,
            names::{Names, NamesById},
            shown::Shown,
        },
        experience::{reason::Because, remainder, rule::Barred},
        notice::words::{Notice as Words, Pairing, Visit as Visited},
        terminal::clean::in_one_line,
        wording::{Phrase, measure, repair::Repair, said_of},
    },
    timetable,
};
use serde::Serialize;

/// What a notice is made from.
#[derive(Debug, Clone, Copy)]
pub struct NoticeReport<'a> {
    /// The campaign.
    pub domain: &'a Shown<'a>,
    /// Whom to tell what.
    pub notice: &'a Notice,
    /// What is called how that only the earlier plan names.
    pub called: &'a NamesById,
    /// The new plan.
    pub plan: &'a Plan,
    /// Whether the day from which on the plan may change is today because nothing else was said.
    pub since_today: bool,
}

impl NoticeReport<'_> {
    /// The notice as sections.
    pub fn sections(self, language: Language) -> Vec<Section> {
        let mut head = Vec::new();
        if let Some(Mends { file, terms, only, .. }) = &self.plan.mends {
            head.extend(only.iter().flat_map(|only| self.late_without(&only.late, language)));
            head.push(Words::Mends(in_one_line(file)).say(language));
            let kept = terms
                .keep_until
                .map(|day| if self.since_today { Words::KeptSinceToday(day) } else { Words::Kept(day) });
            let begun = terms.begun_by.map(Words::KeptBegun);
            let others = only.as_ref().map(|_| Words::OthersStay);
            head.extend(kept.into_iter().chain(begun).chain(others).map(|kept| kept.say(language)));
        }
        head.extend(self.gone().map(|gone| gone.say(language)));
        let names = Names::of(self.domain, language);
        let changes = self.notice.changes.iter();
        let changes = changes.map(|(id, change)| self.line(&names, id, change, language).into());
        let in_action = self.notice.action.as_ref().is_some_and(|action| !action.changes.is_empty());
        let rest = match self.notice.untouched {
            _ if self.notice.changes.is_empty() && in_action => Words::PeopleUnchanged,
            _ if self.notice.changes.is_empty() => Words::Unchanged,
            untouched => Words::Untouched(untouched),
        };
        let mut people = Section::titled(Words::Title.say(language), head);
        people.blocks.extend([Block::List(changes.collect()), Block::Sentences(vec![rest.say(language)])]);
        std::iter::once(people)
            .chain(self.notice.action.iter().map(|one| self.action(&names, one, language)))
            .collect()
    }

    /// Whoever came late and has no place, and why.
    fn late_without(self, late: &[String], language: Language) -> Vec<String> {
        let names = Names::of(self.domain, language);
        let edition = Edition::on_screen(self.domain, self.plan, &names, language);
        let unplaced = self.plan.experience.unplaced.iter();
        let came_late = unplaced.filter(|one| late.contains(&self.domain.ambassador(one.ambassador).id));
        let said = came_late.map(|one| {
            let name = Words::LateWithout(names.ambassador(one.ambassador).to_owned()).say(language);
            said_of(language, &name, &remainder::why_unplaced(edition, one))
        });
        said.collect()
    }

    fn action(self, names: &Names, action: &ActionNotice, language: Language) -> Section {
        let levels = self.plan.thursday_action.iter().flat_map(|plan| &plan.levels);
        let result = |level| levels.clone().find(|result| result.level == level);
        let pairings = result(ThursdayLevel::Pairing(pairing::level::Level::Changes));
        let events = result(ThursdayLevel::Timetable(timetable::level::Level::Changes));
        let on_screen = Edition::on_screen(self.domain, self.plan, names, language);
        let departures = Departures::of(on_screen);
        let has_end = |pair: &Pair, change: &PairChange| {
            departures.of_pair(pair).filter(|_| change.pairing.gone.is_empty())
        };
        let ended = action.changes.iter().filter(|(pair, change)| has_end(pair, change).is_some()).count();
        let gone = pairings.zip(events).filter(|(pairings, events)| pairings.value + events.value > 0);
        let gone = gone.map(|(pairings, events)| {
            let proven = pairings.proven && events.value == events.bound;
            Words::ActionGone { pairings: pairings.value, ended, events: events.value, proven }.say(language)
        });
        let event = |event: &Meeting| said(self.called, event, language);
        let changes = action.changes.iter().map(|(pair, change)| {
            let line = Words::Pair {
                pair: Pairing::Both {
                    unit: self.called.unit(&pair.unit),
                    neighbourhood: self.called.neighbourhood(&pair.neighbourhood),
                },
                ended: has_end(pair, change),
                parted: !change.pairing.gone.is_empty(),
                joined: !change.pairing.new.is_empty(),
                old: change.events.gone.iter().map(event).collect(),
                new: change.events.new.iter().map(event).collect(),
            };
            line.say(language).into()
        });
        let untouched = Words::EventsUntouched(action.untouched).say(language);
        let mut section = Section::sentences(gone.into_iter().collect());
        section.blocks.extend([Block::List(changes.collect()), Block::Sentences(vec![untouched])]);
        section
    }

    fn gone(self) -> Option<Words> {
        let mut levels = self.plan.experience.levels.iter();
        let level = levels.find(|result| result.level == Level::Changes)?;
        Some(Words::Gone { placements: level.value, proven: level.proven })
    }

    fn line(self, names: &Names, id: &str, change: &Exchange<Visit>, language: Language) -> String {
        let name = match self.domain.ambassadors.iter().position(|person| person.id == id) {
            Some(at) => {
                let name = names.ambassador(AmbassadorIx(at));
                let phone = self.domain.ambassadors[at].phone.as_ref();
                phone.map_or_else(|| name.to_owned(), |phone| format!("{name} {phone}"))
            }
            None => Words::Left(self.called.ambassador(id)).say(language),
        };
        let old = change.gone.iter().map(|visit| self.visit(names, visit, false, language));
        let new = change.new.iter().map(|visit| self.visit(names, visit, true, language));
        Words::Person { name, old: old.collect(), new: new.collect(), closing: true }.say(language)
    }

    /// A session; with all that a visitor must know where it is new.
    fn visit(self, names: &Names, visit: &Visit, is_new: bool, language: Language) -> String {
        let known = self.domain.posts.iter().position(|post| post.id == visit.post).map(PostIx);
        let post = known.map(|post| self.domain.post(post));
        let details = post.filter(|_| is_new);
        let former = || self.plan.history.hosts_of(&visit.post).next();
        let unit = match post {
            Some(post) => Some(names.unit(post.unit).to_owned()),
            None => former().map(|host| self.called.unit(&host.unit)),
        };
        let phrase = Visited {
            date: measure::date(language, visit.date),
            hours: visit
                .hours
                .or_else(|| details.map(|post| post.shifts[0]))
                .map(|hours| measure::hours(language, hours)),
            unit,
            post: known.map_or_else(|| self.called.post(&visit.post), |post| names.post(post).to_owned()),
            mentor: details.and_then(|post| post.mentor).map(|mentor| names.mentor(mentor).to_owned()),
            meet: details.and_then(|post| post.meet.clone()),
        };
        phrase.say(language)
    }

    /// The notice as data, with the new plan as `plan`.
    pub fn data<P: Serialize>(self, plan: P) -> impl Serialize {
        let visits = |visits: &[Visit]| {
            let visit = |visit: &Visit| WrittenVisit {
                post: visit.post.clone(),
                date: visit.date.to_string(),
                hours: visit.hours.map(|hours| hours.to_string()),
            };
            visits.iter().map(visit).collect()
        };
        let changed = self.notice.changes.iter().map(|(id, change)| WrittenChange {
            ambassador: id.clone(),
            old: visits(&change.gone),
            new: visits(&change.new),
        });
        WrittenNotice {
            thursday_action: self.notice.action.as_ref().map(written_action),
            changed: changed.collect(),
            untouched: self.notice.untouched,
            plan,
        }
    }
}

/// Who goes to a session no more because somebody else cannot.
pub fn bereft(domain: &Shown<'_>, one: &Placement, rule: Rule, language: Language) -> Repair {
    let names = Names::of(domain, language);
    let date = measure::session(language, one.date, domain.post(one.post).told(one.hours));
    Repair::Bereft {
        name: names.ambassador(one.ambassador).to_owned(),
        why: Barred(rule).say(language),
        session: Because::OnDay { post: names.post(one.post).to_owned(), date }.say(language),
    }
}

/// What was to stay of the Thursday Action and cannot.
pub fn stuck(
    called: &NamesById,
    pair: &Pair,
    events: &[Meeting],
    rule: Option<&'static str>,
    language: Language,
) -> Repair {
    Repair::Stuck {
        unit: called.unit(&pair.unit),
        neighbourhood: called.neighbourhood(&pair.neighbourhood),
        events: events.iter().map(|event| said(called, event, language)).collect(),
        rule,
    }
}

fn said(called: &NamesById, event: &Meeting, language: Language) -> String {
    Words::Event(measure::date(language, event.date), called.theme(&event.theme)).say(language)
}

#[derive(Serialize)]
struct WrittenNotice<P> {
    #[serde(skip_serializing_if = "Option::is_none")]
    thursday_action: Option<WrittenAction>,
    changed: Vec<WrittenChange>,
    untouched: usize,
    plan: P,
}

#[derive(Serialize)]
struct WrittenChange {
    ambassador: String,
    old: Vec<WrittenVisit>,
    new: Vec<WrittenVisit>,
}

#[derive(Serialize)]
struct WrittenVisit {
    post: String,
    date: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    hours: Option<String>,
}

#[derive(Serialize)]
struct WrittenAction {
    changed: Vec<WrittenPair>,
    untouched: usize,
}

#[derive(Serialize)]
struct WrittenPair {
    unit: String,
    neighbourhood: String,
    parted: bool,
    joined: bool,
    old: Vec<WrittenEvent>,
    new: Vec<WrittenEvent>,
}

#[derive(Serialize)]
struct WrittenEvent {
    date: String,
    theme: String,
}

fn written_action(action: &ActionNotice) -> WrittenAction {
    let event = |event: &Meeting| WrittenEvent { date: event.date.to_string(), theme: event.theme.clone() };
    let changed = action.changes.iter().map(|(pair, change)| WrittenPair {
        unit: pair.unit.clone(),
        neighbourhood: pair.neighbourhood.clone(),
        parted: !change.pairing.gone.is_empty(),
        joined: !change.pairing.new.is_empty(),
        old: change.events.gone.iter().map(event).collect(),
        new: change.events.new.iter().map(event).collect(),
    });
    WrittenAction { changed: changed.collect(), untouched: action.untouched }
}
