//! The change notice (调整通知) as text and as data.
//!
//! In: the campaign, [`Notice`] and the plan. Out: lines of text, one a person, or what stands in JSON.

use crate::{
    domain::{Domain, Language},
    experience::rule::CHANGES,
    inquiry::repair::notice::{Change, Notice, Person, Visit},
    lp::LevelResult,
    plan::{Mends, Plan},
    render::{
        layout::{clean::clean, wrap::wrap_hanging},
        names::Names,
        page::{Page, bold},
        wording::{Phrase, measure, repair::Repair},
    },
};
use serde::Serialize;

/// What a notice is made from.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// The campaign.
    pub domain: &'a Domain,
    /// Whom to tell what.
    pub notice: &'a Notice,
    /// The new plan.
    pub plan: &'a Plan,
    /// Whether the day from which on the plan may change is today because nothing else was said.
    pub since_today: bool,
}

impl Told<'_> {
    /// The notice, ending with a line feed.
    pub fn text(self, page: Page) -> String {
        let language = page.language;
        let names = Names::of(self.domain, language);
        let mut lines = vec![bold(&Repair::Title.say(language)), String::new()];
        if let Some(Mends { file, keep_until, .. }) = &self.plan.mends {
            lines.extend(wrap_hanging(&Repair::Mends(file.clone()).say(language), page.width, 0));
            let kept = keep_until
                .map(|day| if self.since_today { Repair::KeptSinceToday(day) } else { Repair::Kept(day) });
            lines.extend(kept.iter().flat_map(|kept| wrap_hanging(&kept.say(language), page.width, 0)));
        }
        lines.extend(self.gone().map(|gone| gone.say(language)));
        for (person, change) in &self.notice.changes {
            let line = self.line(&names, person, change, language);
            lines.extend(wrap_hanging(&format!("- {line}"), page.width, 2));
        }
        lines.push(match self.notice.untouched {
            _ if self.notice.changes.is_empty() => Repair::Unchanged.say(language),
            untouched => Repair::Untouched(untouched).say(language),
        });
        lines.join("\n") + "\n"
    }

    fn gone(self) -> Option<Repair> {
        let is_changes = |level: &&LevelResult| level.id == CHANGES;
        let level = self.plan.experience.levels.iter().find(is_changes)?;
        Some(Repair::Gone { placements: level.value, proven: level.value == level.bound })
    }

    fn line(self, names: &Names, person: &Person, change: &Change, language: Language) -> String {
        let name = match person {
            Person::Known(_, ambassador) => names.ambassador(*ambassador).to_owned(),
            Person::Gone(id) => Repair::Left(clean(id)).say(language),
        };
        let old = change.old.iter().map(|visit| self.visit(names, visit, false, language));
        let new = change.new.iter().map(|visit| self.visit(names, visit, true, language));
        Repair::Person { name, old: old.collect(), new: new.collect() }.say(language)
    }

    /// A session; with all that a visitor must know where it is new.
    fn visit(self, names: &Names, visit: &Visit, is_new: bool, language: Language) -> String {
        let post = visit.known.map(|post| self.domain.post(post));
        let details = post.filter(|_| is_new);
        let phrase = Repair::Visit {
            date: measure::date(language, visit.date),
            hours: details.map(|post| post.hours.to_string()),
            unit: post.map(|post| names.unit(post.unit).to_owned()),
            post: visit.known.map_or_else(|| clean(&visit.post), |post| names.post(post).to_owned()),
            mentor: details.and_then(|post| post.mentor).map(|mentor| names.mentor(mentor).to_owned()),
            meet: details.and_then(|post| post.meet.as_deref()).map(clean),
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
        WrittenNotice { changed: changed.collect(), untouched: self.notice.untouched, plan }
    }
}

#[derive(Serialize)]
struct WrittenNotice<P> {
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
