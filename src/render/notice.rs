//! The change notice (调整通知) as text and as data.
//!
//! In: the campaign, [`Notice`] and the plan. Out: lines of text, one a person, or what stands in JSON.

use crate::{
    domain::Language,
    experience::level::Level,
    inquiry::repair::{
        action::Stuck,
        notice::{ActionNotice, Change, Notice, Person, Visit},
    },
    pairing,
    plan::{Mends, Plan, level::ThursdayLevel, outline::Meeting},
    render::{
        layout::{clean::in_one_line, wrap::wrap_hanging},
        names::Names,
        names::NamesById,
        page::{Page, bold},
        shown::Shown,
        wording::{
            Phrase, measure,
            notice::{Notice as Words, Visit as Visited},
            repair::Repair,
        },
    },
    timetable,
};
use chrono::NaiveDate;
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
    /// The notice, ending with a line feed.
    pub fn text(self, page: Page) -> String {
        let language = page.language;
        let names = Names::of(self.domain, language);
        let mut lines = vec![bold(&Words::Title.say(language)), String::new()];
        if let Some(Mends { file, keep_until, .. }) = &self.plan.mends {
            lines.extend(wrap_hanging(&Words::Mends(in_one_line(file)).say(language), page.width, 0));
            let kept = keep_until
                .map(|day| if self.since_today { Words::KeptSinceToday(day) } else { Words::Kept(day) });
            lines.extend(kept.iter().flat_map(|kept| wrap_hanging(&kept.say(language), page.width, 0)));
        }
        lines.extend(self.gone().iter().flat_map(|gone| wrap_hanging(&gone.say(language), page.width, 0)));
        for (person, change) in &self.notice.changes {
            let line = self.line(&names, person, change, language);
            lines.extend(wrap_hanging(&format!("- {line}"), page.width, 2));
        }
        let in_action = self.notice.action.as_ref().is_some_and(|action| !action.changes.is_empty());
        let rest = match self.notice.untouched {
            _ if self.notice.changes.is_empty() && in_action => Words::PeopleUnchanged,
            _ if self.notice.changes.is_empty() => Words::Unchanged,
            untouched => Words::Untouched(untouched),
        };
        lines.extend(wrap_hanging(&rest.say(language), page.width, 0));
        if let Some(action) = &self.notice.action {
            lines.push(String::new());
            lines.extend(self.action(action, page));
        }
        lines.join("\n") + "\n"
    }

    fn action(self, action: &ActionNotice, page: Page) -> Vec<String> {
        let language = page.language;
        let mut lines = Vec::new();
        let levels = self.plan.thursday_action.iter().flat_map(|plan| &plan.levels);
        let result = |level| levels.clone().find(|result| result.level == level);
        if let (Some(pairings), Some(events)) = (
            result(ThursdayLevel::Pairing(pairing::level::Level::Changes)),
            result(ThursdayLevel::Timetable(timetable::level::Level::Changes)),
        ) {
            let proven = pairings.proven && events.value == events.bound;
            let gone = Words::ActionGone { pairings: pairings.value, events: events.value, proven };
            lines.extend(wrap_hanging(&gone.say(language), page.width, 0));
        }
        for (pair, change) in &action.changes {
            let event = |(date, theme): &(NaiveDate, String)| {
                Words::Event(measure::date(language, *date), self.called.theme(theme)).say(language)
            };
            let line = Words::Pair {
                unit: self.called.unit(&pair.unit),
                neighbourhood: self.called.neighbourhood(&pair.neighbourhood),
                parted: change.parted,
                joined: change.joined,
                old: change.old.iter().map(event).collect(),
                new: change.new.iter().map(event).collect(),
            };
            lines.extend(wrap_hanging(&format!("- {}", line.say(language)), page.width, 2));
        }
        lines.push(Words::EventsUntouched(action.untouched).say(language));
        lines
    }

    fn gone(self) -> Option<Words> {
        let mut levels = self.plan.experience.levels.iter();
        let level = levels.find(|result| result.level == Level::Changes)?;
        Some(Words::Gone { placements: level.value, proven: level.proven })
    }

    fn line(self, names: &Names, person: &Person, change: &Change, language: Language) -> String {
        let name = match person {
            Person::Known(_, ambassador) => {
                let name = names.ambassador(*ambassador);
                let phone = self.domain.ambassador(*ambassador).phone.as_ref();
                phone.map_or_else(|| name.to_owned(), |phone| format!("{name} {phone}"))
            }
            Person::Gone(id) => Words::Left(self.called.ambassador(id)).say(language),
        };
        let old = change.old.iter().map(|visit| self.visit(names, visit, false, language));
        let new = change.new.iter().map(|visit| self.visit(names, visit, true, language));
        Words::Person { name, old: old.collect(), new: new.collect(), closing: true }.say(language)
    }

    /// A session; with all that a visitor must know where it is new.
    fn visit(self, names: &Names, visit: &Visit, is_new: bool, language: Language) -> String {
        let post = visit.known.map(|post| self.domain.post(post));
        let details = post.filter(|_| is_new);
        let former = || self.plan.history.hosts_of(&visit.post).next();
        let unit = match post {
            Some(post) => Some(names.unit(post.unit).to_owned()),
            None => former().map(|host| self.called.unit(&host.unit)),
        };
        let phrase = Visited {
            date: measure::date(language, visit.date),
            hours: details.map(|post| post.hours.to_string()),
            unit,
            post: visit
                .known
                .map_or_else(|| self.called.post(&visit.post), |post| names.post(post).to_owned()),
            mentor: details.and_then(|post| post.mentor).map(|mentor| names.mentor(mentor).to_owned()),
            meet: details.and_then(|post| post.meet.clone()),
        };
        phrase.say(language)
    }

    /// The notice as data, with the new plan as `plan`.
    pub fn data<P: Serialize>(self, plan: P) -> impl Serialize {
        let visits = |visits: &[Visit]| {
            let visit =
                |visit: &Visit| WrittenVisit { post: visit.post.clone(), date: visit.date.to_string() };
            visits.iter().map(visit).collect()
        };
        let id = |person: &Person| match person {
            Person::Known(_, ambassador) => self.domain.ambassador(*ambassador).id.clone(),
            Person::Gone(id) => id.clone(),
        };
        let changed = self.notice.changes.iter().map(|(person, change)| WrittenChange {
            ambassador: id(person),
            old: visits(&change.old),
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

/// What was to stay of the Thursday Action and cannot.
pub fn stuck(called: &NamesById, stuck: &Stuck, language: Language) -> Repair {
    let event = |meeting: &Meeting| {
        let date = measure::date(language, meeting.date);
        Words::Event(date, called.theme(&meeting.theme)).say(language)
    };
    Repair::Stuck {
        unit: called.unit(&stuck.pair.unit),
        neighbourhood: called.neighbourhood(&stuck.pair.neighbourhood),
        events: stuck.events.iter().map(event).collect(),
        rule: stuck.rule,
    }
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
    let event =
        |(date, theme): &(NaiveDate, String)| WrittenEvent { date: date.to_string(), theme: theme.clone() };
    let changed = action.changes.iter().map(|(pair, change)| WrittenPair {
        unit: pair.unit.clone(),
        neighbourhood: pair.neighbourhood.clone(),
        parted: change.parted,
        joined: change.joined,
        old: change.old.iter().map(event).collect(),
        new: change.new.iter().map(event).collect(),
    });
    WrittenAction { changed: changed.collect(), untouched: action.untouched }
}
