//! What has left since the plans before: units, posts and neighbourhoods, each with the day from which on it takes part no more.
//!
//! In: the campaign as it is, those of the plans before, and what these plans had. Out: [`Departures`]. A repair notes a
//! withdrawal as days on which nobody may come, up to the last; what was so from the first plan on is none.

use crate::{
    diagnostic::reference::Kind,
    domain::{
        dates::Weekdays,
        periods::{Period, Periods},
        places::PostIx,
        time::Hours,
    },
    plan::{naming, outline::Pair},
    render::{
        block::Section,
        edition::{Edition, shown::Shown},
        wording::{Phrase, measure, quoted},
    },
};
use chrono::NaiveDate;

/// Something that has left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Departure {
    kind: Kind,
    id: String,
    name: String,
    /// The first day without it; `None`: the campaign has it no more.
    pub since: Option<NaiveDate>,
}

/// All of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Departures(Vec<Departure>);

impl Departures {
    /// What has left: units, posts of those that are there, neighbourhoods; each kind in the order of its ids.
    pub fn of(edition: Edition<'_>) -> Self {
        if edition.plan.history.revision == 0 {
            return Self::default();
        }
        let kinds = [Kind::Unit, Kind::Post, Kind::Neighbourhood];
        let mut found: Vec<Departure> = Vec::new();
        for kind in kinds {
            let there = naming::ids(edition.domain, kind).into_iter();
            let there = there.filter_map(|id| Some((id.to_owned(), Some(since(edition, kind, id)?))));
            let gone = gone(edition, kind).into_iter().map(|id| (id, None));
            let all =
                there.chain(gone).filter(|(id, _)| kind != Kind::Post || !is_with_unit(edition, &found, id));
            let all: Vec<Departure> = all
                .map(|(id, since)| Departure { kind, name: name(edition, kind, &id), id, since })
                .collect();
            found.extend(all);
        }
        Self(found)
    }

    /// Something, where it has left.
    pub fn find(&self, kind: Kind, id: &str) -> Option<&Departure> {
        self.0.iter().find(|one| one.kind == kind && one.id == id)
    }

    /// From which day on a unit and a neighbourhood, of which one is still there in the campaign and has left, meet no more.
    pub fn of_pair(&self, pair: &Pair) -> Option<NaiveDate> {
        let both = [(Kind::Unit, &pair.unit), (Kind::Neighbourhood, &pair.neighbourhood)];
        both.into_iter().filter_map(|(kind, id)| self.find(kind, id)?.since).min()
    }

    /// A sentence for each of these kinds.
    pub fn sentences(&self, edition: Edition<'_>, kinds: &[Kind]) -> Vec<String> {
        self.0.iter().filter(|one| kinds.contains(&one.kind)).map(|one| edition.say(one.clone())).collect()
    }

    /// All of it as a list below its heading; empty where nothing has left.
    pub fn section(&self, edition: Edition<'_>) -> Section {
        let all = self.sentences(edition, &[Kind::Unit, Kind::Post, Kind::Neighbourhood]);
        Section::list(edition.say(Heading::Left), all)
    }
}

/// Whether the unit of a post has left too, which says it of the post.
fn is_with_unit(edition: Edition<'_>, units: &[Departure], post: &str) -> bool {
    let has_left = |unit: &str| units.iter().any(|one| one.kind == Kind::Unit && one.id == unit);
    match edition.domain.posts.iter().find(|one| one.id == post) {
        Some(post) => has_left(&edition.domain.unit(post.unit).id),
        None => edition.plan.history.hosts_of(post).all(|host| has_left(&host.unit)),
    }
}

fn name(edition: Edition<'_>, kind: Kind, id: &str) -> String {
    match kind {
        Kind::Unit => edition.unit_of(id),
        Kind::Neighbourhood => edition.neighbourhood_of(id),
        _ => {
            let now = edition.domain.posts.iter().find(|post| post.id == id);
            let now = now.map(|post| edition.domain.unit(post.unit).id.clone());
            let before = edition.plan.history.hosts_of(id).next().map(|host| host.unit.clone());
            let unit = now.or(before).map(|unit| edition.unit_of(&unit)).unwrap_or_default();
            edition.say(Said::Post { unit, post: edition.post_of(id) })
        }
    }
}

/// Those that a plan before named and the campaign has no more.
fn gone(edition: Edition<'_>, kind: Kind) -> Vec<String> {
    let history = &edition.plan.history;
    let pairings = history.pairings.iter().map(|stood| &stood.what);
    let mut ids: Vec<&str> = match kind {
        Kind::Unit => history
            .hosts
            .iter()
            .map(|host| host.unit.as_str())
            .chain(pairings.map(|pair| pair.unit.as_str()))
            .collect(),
        Kind::Neighbourhood => pairings.map(|pair| pair.neighbourhood.as_str()).collect(),
        _ => history.hosts.iter().map(|host| host.post.as_str()).collect(),
    };
    let is_renamed = |id: &str| history.renamed.iter().any(|one| one.kind == kind && one.was == id);
    let now = naming::ids(edition.domain, kind);
    ids.retain(|id| !now.contains(id) && !is_renamed(id));
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter().map(str::to_owned).collect()
}

/// From which day on something takes part no more that did in a plan before.
fn since(edition: Edition<'_>, kind: Kind, id: &str) -> Option<NaiveDate> {
    let now = last_stretch(edition.domain, kind, id)?;
    let first = edition.campaigns_before().next_back();
    let was_so = first.is_some_and(|first| last_stretch(first, kind, id) == Some(now));
    let lost = lost(edition, kind, id).into_iter().filter(|day| *day >= now).min();
    if kind == Kind::Post {
        // The first of its days that is offered no more.
        let offered = first.and_then(|first| sessions(first, id).into_iter().find(|day| *day >= now));
        return offered.into_iter().chain(lost).min();
    }
    (lost.is_some() || first.is_some() && !was_so).then_some(now)
}

/// The days on which a plan before had something there and this one has not.
fn lost(edition: Edition<'_>, kind: Kind, id: &str) -> Vec<NaiveDate> {
    let history = &edition.plan.history;
    let is_there = |post: &str| match kind {
        Kind::Post => post == id,
        _ => history.hosts_of(post).any(|host| kind == Kind::Unit && host.unit == id),
    };
    let visits = history.visits.iter().filter(|stood| stood.until.is_some());
    let visits = visits.map(|stood| &stood.what.visit).filter(|visit| is_there(&visit.post));
    let events = history.events.iter().filter(|stood| stood.until.is_some()).map(|stood| &stood.what);
    let events = events.filter(|event| match kind {
        Kind::Unit => event.pair.unit == id,
        _ => kind == Kind::Neighbourhood && event.pair.neighbourhood == id,
    });
    visits.map(|visit| visit.date).chain(events.map(|event| event.date)).collect()
}

/// The first day of those up to the end of a campaign on which something takes no part.
fn last_stretch(domain: &Shown<'_>, kind: Kind, id: &str) -> Option<NaiveDate> {
    let closed = match kind {
        Kind::Unit => &domain.units.iter().find(|one| one.id == id)?.closed,
        Kind::Neighbourhood => &domain.neighbourhoods.iter().find(|one| one.id == id)?.closed,
        _ => {
            domain.posts.iter().find(|one| one.id == id)?;
            let last = sessions(domain, id).into_iter().next_back();
            return last.map_or(Some(domain.campaign.season.first), |last| last.succ_opt());
        }
    };
    closed_to_the_end(domain, closed)
}

fn sessions(domain: &Shown<'_>, post: &str) -> Vec<NaiveDate> {
    let at = domain.posts.iter().position(|one| one.id == post).map(PostIx);
    at.into_iter().flat_map(|post| domain.sessions_of(post)).map(|one| domain.session(one).date).collect()
}

fn closed_to_the_end(domain: &Shown<'_>, closed: &Periods) -> Option<NaiveDate> {
    let last = domain.last_day();
    let ends =
        |one: &&Period| one.part.is_none() && one.days.weekdays == Weekdays::ALL && one.days.last >= last;
    let first = closed.periods.iter().filter(ends).map(|one| one.days.first).min()?;
    // What had begun on the day of the withdrawal stayed.
    let eve = first.pred_opt()?;
    let is_rest_of_eve = |one: &Period| {
        let to_the_end = one.part.is_some_and(|part| part.hours.end() >= Hours::DAY.end());
        to_the_end && (one.days.first, one.days.last) == (eve, eve)
    };
    Some(if closed.periods.iter().any(is_rest_of_eve) { eve } else { first })
}

labels! {
    /// What stands above it, and in the stead of it.
    pub enum Heading {
        /// What has left.
        Left: "退出情况", "Who has left";
        /// In the stead of what would be held.
        Without: "已退出", "left";
    }
}

/// What something is called that has left.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Said {
    Post { unit: String, post: String },
}

impl Phrase for Said {
    fn zh(&self) -> String {
        let Self::Post { unit, post } = self;
        format!("{unit}的{}岗位", quoted(post))
    }

    fn en(&self) -> String {
        let Self::Post { unit, post } = self;
        format!("{post} ({unit})")
    }
}

impl Phrase for Departure {
    fn zh(&self) -> String {
        let Self { kind, name, since, .. } = self;
        let since = since.map(|day| measure::full_date(crate::domain::Language::Zh, day));
        match (since, kind) {
            (Some(day), Kind::Post) => format!("{name}自{day}起不再接待，此前的安排不变。"),
            (Some(day), _) => format!("{name}自{day}起退出，此前的安排不变。"),
            (None, Kind::Post) => format!("{name}已撤销。"),
            (None, _) => format!("{name}已退出本期活动。"),
        }
    }

    fn en(&self) -> String {
        let Self { name, since, .. } = self;
        match since.map(|day| measure::full_date(crate::domain::Language::En, day)) {
            Some(day) => format!("{name} takes no part from {day} on; what was before stays."),
            None => format!("{name} has left the campaign."),
        }
    }
}
