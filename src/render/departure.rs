//! What has left since the plans before: units, posts and neighbourhoods, each with the day from which on it takes part no more.
//!
//! In: the campaign as it is, those of the plans before, and what the plan's history says of withdrawals. Out: [`Departures`].
//! Days on which nobody may come are no withdrawal, be they all that are left.

use crate::{
    diagnostic::reference::Kind,
    domain::{people::AmbassadorIx, places::PostIx, thursday::Pairing, time::Hours},
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

    /// The same of a pairing of the campaign.
    pub fn ended(&self, edition: Edition<'_>, pairing: Pairing) -> Option<NaiveDate> {
        self.of_pair(&Pair::of(edition.domain, pairing))
    }

    /// The posts that take part, and those that have left before anybody came.
    pub fn posts(&self, edition: Edition<'_>) -> [Vec<PostIx>; 2] {
        let posts = (0..edition.domain.posts.len()).map(PostIx).filter(|&post| edition.takes_part(post));
        let takes_part = |&post: &PostIx| {
            let known = edition.domain.post(post);
            let unit = &edition.domain.unit(known.unit).id;
            let has_left = self.find(Kind::Unit, unit).or(self.find(Kind::Post, &known.id)).is_some();
            !has_left || edition.plan.experience.roster.placements.iter().any(|one| one.post == post)
        };
        let (there, left) = posts.partition(takes_part);
        [there, left]
    }

    /// A sentence for each of two that has left.
    pub fn sentences_of(&self, edition: Edition<'_>, pair: &Pair) -> Vec<String> {
        let both = [(Kind::Unit, &pair.unit), (Kind::Neighbourhood, &pair.neighbourhood)];
        both.into_iter().filter_map(|(kind, id)| self.sentence(edition, kind, id)).collect()
    }

    /// A sentence for something, where it has left.
    pub fn sentence(&self, edition: Edition<'_>, kind: Kind, id: &str) -> Option<String> {
        self.find(kind, id).map(|one| edition.say(one.clone()))
    }

    /// A sentence for each unit and post that left of those to which somebody came or was to come.
    pub fn of_visited(&self, edition: Edition<'_>) -> Vec<String> {
        let history = &edition.plan.history;
        let come = edition.plan.experience.roster.placements.iter().map(|one| edition.domain.post(one.post));
        let come = come.map(|post| (post.id.as_str(), edition.domain.unit(post.unit).id.as_str()));
        let were = history.visits.iter().map(|stood| stood.what.visit.post.as_str());
        let were = were.flat_map(|post| history.hosts_of(post).map(move |host| (post, host.unit.as_str())));
        let visited: Vec<(&str, &str)> = come.chain(were).collect();
        let is_visited = |one: &&Departure| match one.kind {
            Kind::Unit => visited.iter().any(|(_, unit)| *unit == one.id),
            Kind::Post => visited.iter().any(|(post, _)| *post == one.id),
            _ => false,
        };
        self.0.iter().filter(is_visited).map(|one| edition.say(one.clone())).collect()
    }

    /// A sentence for each of these kinds.
    pub fn sentences(&self, edition: Edition<'_>, kinds: &[Kind]) -> Vec<String> {
        self.0.iter().filter(|one| kinds.contains(&one.kind)).map(|one| edition.say(one.clone())).collect()
    }

    /// All of it as a list below its heading; empty where nothing has left.
    pub fn section(&self, edition: Edition<'_>) -> Section {
        let all = self.sentences(edition, &[Kind::Unit, Kind::Post, Kind::Neighbourhood]);
        let are_posts = self.0.iter().all(|one| one.kind == Kind::Post);
        let heading = if are_posts { Heading::Closed } else { Heading::Left };
        Section::list(edition.say(heading), all)
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

/// From which day on something takes part no more that was said to leave, and still takes none.
fn since(edition: Edition<'_>, kind: Kind, id: &str) -> Option<NaiveDate> {
    let said = edition.plan.history.withdrawn_since(kind, id)?;
    if !takes_no_part(edition.domain, kind, id, said) {
        return None;
    }
    // Of a post the first of its days that is offered no more.
    let first = edition.campaigns_before().next_back().filter(|_| kind == Kind::Post);
    let offered = first.and_then(|first| sessions(first, id).into_iter().find(|day| *day >= said));
    Some(offered.unwrap_or(said))
}

/// Whether a campaign has nothing of it after the day on which it leaves: what had begun on that day stayed.
fn takes_no_part(domain: &Shown<'_>, kind: Kind, id: &str, since: NaiveDate) -> bool {
    let closed = match kind {
        Kind::Unit => domain.units.iter().find(|one| one.id == id).map(|one| &one.closed),
        Kind::Neighbourhood => domain.neighbourhoods.iter().find(|one| one.id == id).map(|one| &one.closed),
        _ => return sessions(domain, id).into_iter().all(|day| day <= since),
    };
    let mut days = since.iter_days().take_while(|day| *day <= domain.last_day());
    closed.is_some_and(|closed| days.all(|day| closed.bars(day, Hours::DAY)))
}

/// From which day on somebody takes part no more who was said to leave, and still cannot come to anything behind that day.
pub fn of_person(edition: Edition<'_>, person: AmbassadorIx) -> Option<NaiveDate> {
    let person = edition.domain.ambassador(person);
    let since = edition.plan.history.withdrawn_since(Kind::Ambassador, &person.id)?;
    let mut behind = edition.domain.sessions.iter().filter(|one| one.date > since);
    behind.all(|one| !person.is_available(one.date, one.hours)).then_some(since)
}

fn sessions(domain: &Shown<'_>, post: &str) -> Vec<NaiveDate> {
    let at = domain.posts.iter().position(|one| one.id == post).map(PostIx);
    at.into_iter().flat_map(|post| domain.sessions_of(post)).map(|one| domain.session(one).date).collect()
}

labels! {
    /// What stands above it, and in the stead of it.
    pub enum Heading {
        /// What has left.
        Left: "退出情况", "Who has left";
        /// The same where it is posts alone: their units are still there.
        Closed: "不再接待的岗位", "Posts that are closed";
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
            (None, Kind::Post) => format!("{name}的场次都已取消，不再接待。"),
            (None, _) => format!("{name}已退出本期活动。"),
        }
    }

    fn en(&self) -> String {
        let Self { kind, name, since, .. } = self;
        match since.map(|day| measure::full_date(crate::domain::Language::En, day)) {
            Some(day) if *kind == Kind::Post => {
                format!("{name} is closed from {day} on; what was before stays.")
            }
            None if *kind == Kind::Post => format!("{name} is closed: none of its days is left."),
            Some(day) => format!("{name} takes no part from {day} on; what was before stays."),
            None => format!("{name} has left the campaign."),
        }
    }
}
