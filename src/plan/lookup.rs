//! What a saved plan names, looked up in a campaign.
//!
//! In: words with their places. Out: positions; what the campaign does not have is kept as a problem.

use crate::{
    diagnostic::{
        Diagnostic,
        naming::{Named, Naming},
        nearest::Dictionary,
        problem::Problem,
        reference::{Kind, Reference},
        saved::Saved as Fault,
    },
    domain::{
        Domain,
        people::AmbassadorIx,
        places::{NeighbourhoodIx, PostIx, Session, UnitIx},
        themes::ThemeIx,
        time::Hours,
    },
    plan::{
        fields::Word,
        naming::{self, naming},
    },
    source::Place,
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// One entry of a roster as written.
pub(super) trait SavedEntry {
    /// The same in ids.
    type Ids: Ord;
    /// The same in positions.
    type Found: Ord;

    /// Where the whole entry stands.
    fn place(&self) -> Place;

    /// What it says in ids; `None` where something is wrong with its form.
    fn ids(&self) -> Option<Self::Ids>;

    /// What it names, where the campaign has that.
    fn find(&self, lookup: &mut Lookup<'_>) -> Option<Self::Found>;
}

/// The ids of a campaign.
pub(super) struct Lookup<'a> {
    domain: &'a Domain,
    /// What the campaign does not have.
    pub(super) problems: Vec<Diagnostic>,
    made_for: MadeFor<'a>,
    ids: BTreeMap<Kind, Ids<'a>>,
}

/// The campaign that the plan was made for, and so what is said of an id that is not found.
enum MadeFor<'a> {
    /// This very one.
    This,
    /// One from which this may have changed.
    Earlier {
        /// The ids that the plan names: none of them was meant by another word.
        named: BTreeSet<&'a str>,
        /// The hours of each post as they were then, where it had one shift.
        hours: BTreeMap<&'a str, Hours>,
    },
    /// Any; nothing is said.
    Any,
}

/// The ids of a kind.
struct Ids<'a> {
    positions: BTreeMap<&'a str, usize>,
    /// The same with their names, once a word was no id.
    names: Option<Naming>,
    /// Those that a word may have been meant for, once one was looked for in vain.
    meant: Option<Dictionary<&'a str>>,
}

impl<'a> Lookup<'a> {
    /// For a plan of this very campaign.
    pub(super) fn new(domain: &'a Domain) -> Self {
        Self { domain, problems: Vec::new(), made_for: MadeFor::This, ids: BTreeMap::new() }
    }

    /// For an earlier plan that names these ids and whose posts had these hours.
    pub(super) fn of_earlier(
        domain: &'a Domain,
        named: BTreeSet<&'a str>,
        hours: BTreeMap<&'a str, Hours>,
    ) -> Self {
        Self { made_for: MadeFor::Earlier { named, hours }, ..Self::new(domain) }
    }

    /// For a plan of which it is enough to know whether the campaign has what it names.
    pub(super) fn in_silence(domain: &'a Domain) -> Self {
        Self { made_for: MadeFor::Any, ..Self::new(domain) }
    }

    pub(super) fn ambassador(&mut self, word: &Word) -> Option<AmbassadorIx> {
        self.position(Kind::Ambassador, word).map(AmbassadorIx)
    }

    pub(super) fn post(&mut self, word: &Word) -> Option<PostIx> {
        self.position(Kind::Post, word).map(PostIx)
    }

    pub(super) fn unit(&mut self, word: &Word) -> Option<UnitIx> {
        self.position(Kind::Unit, word).map(UnitIx)
    }

    pub(super) fn neighbourhood(&mut self, word: &Word) -> Option<NeighbourhoodIx> {
        self.position(Kind::Neighbourhood, word).map(NeighbourhoodIx)
    }

    pub(super) fn theme(&mut self, word: &Word) -> Option<ThemeIx> {
        self.position(Kind::Theme, word).map(ThemeIx)
    }

    /// The session of a post on a date, as the entry at this place says; a post with one shift needs no hours.
    pub(super) fn session(
        &mut self,
        post: PostIx,
        date: NaiveDate,
        hours: Option<Hours>,
        place: Place,
    ) -> Option<Session> {
        let offered = self.domain.post(post);
        let which = match (hours, &offered.shifts[..]) {
            (None, &[only]) => Some(only),
            (None, _) => match &self.made_for {
                MadeFor::Earlier { hours, .. } => hours.get(offered.id.as_str()).copied(),
                MadeFor::This | MadeFor::Any => None,
            },
            (hours, _) => hours,
        };
        let session = which.map(|hours| Session { post, date, hours });
        let found = session.filter(|&session| self.domain.position(session).is_some());
        if found.is_none() {
            let (post, hours) = (offered.id.clone(), hours.map(|hours| hours.to_string()));
            let fault = match self.made_for {
                MadeFor::This if which.is_none() => {
                    Fault::WhichHours { post, shifts: offered.shifts.iter().map(Hours::to_string).collect() }
                }
                MadeFor::This => Fault::NoSession { post, date, hours },
                MadeFor::Earlier { .. } => Fault::NoLongerOffered { post, date, hours },
                MadeFor::Any => return None,
            };
            self.problems.push(Diagnostic::at(place, fault.into()));
        }
        found
    }

    /// Where the n-th wish of this number for this post stands in somebody's list, as the entry at this place says.
    pub(super) fn wish(
        &mut self,
        ambassador: AmbassadorIx,
        (number, post): (u32, PostIx),
        nth: usize,
        place: Place,
    ) -> Option<usize> {
        let person = self.domain.ambassador(ambassador);
        let wishes = person.wishes.iter().enumerate();
        let mut alike = wishes.filter(|(_, wish)| (wish.number, wish.post) == (number, post));
        let found = alike.nth(nth.saturating_sub(1)).map(|(position, _)| position);
        if found.is_none() {
            let (ambassador, post) = (person.id.clone(), self.domain.post(post).id.clone());
            self.problems.push(Diagnostic::at(place, Fault::NoSuchWish { ambassador, number, post }.into()));
        }
        found
    }

    fn position(&mut self, kind: Kind, word: &Word) -> Option<usize> {
        let ids = self.ids.entry(kind).or_insert_with(|| Ids::of(self.domain, kind));
        let found = ids.positions.get(word.text.as_str()).copied();
        if found.is_none() {
            let id = word.text.clone();
            let problem: Problem = match (&self.made_for, ids.named(self.domain, kind, &id)) {
                (MadeFor::Any, _) => return None,
                (_, Named::Several(bearers)) => {
                    let bearers = naming::bearers(self.domain, kind, &bearers);
                    Reference::SeveralNamed { kind, word: id, bearers }.into()
                }
                (MadeFor::This, _) => {
                    Reference::UnknownId { kind, id, similar: ids.meant_by(word, |_| true) }.into()
                }
                (MadeFor::Earlier { named, .. }, _) => {
                    let similar = ids.meant_by(word, |id| !named.contains(id));
                    Fault::NoLonger { kind, id, similar }.into()
                }
            };
            self.problems.push(Diagnostic::at(word.place, problem));
        }
        found
    }
}

impl<'a> Ids<'a> {
    fn of(domain: &'a Domain, kind: Kind) -> Self {
        let ids: Vec<&str> = match kind {
            Kind::Unit => domain.units.iter().map(|unit| unit.id.as_str()).collect(),
            Kind::Post => domain.posts.iter().map(|post| post.id.as_str()).collect(),
            Kind::Ambassador => domain.ambassadors.iter().map(|person| person.id.as_str()).collect(),
            Kind::Neighbourhood => domain.neighbourhoods.iter().map(|place| place.id.as_str()).collect(),
            Kind::Theme => domain.themes.iter().map(|theme| theme.id.as_str()).collect(),
        };
        let positions = ids.into_iter().enumerate().map(|(position, id)| (id, position));
        Self { positions: positions.collect(), names: None, meant: None }
    }

    fn named(&mut self, domain: &Domain, kind: Kind, word: &str) -> Named {
        self.names.get_or_insert_with(|| naming(domain, kind)).named(word)
    }

    fn meant_by(&mut self, word: &Word, may_be_meant: impl Fn(&str) -> bool) -> Option<String> {
        let ids = || self.positions.keys().filter(|id| may_be_meant(id)).map(|&id| (id, id));
        self.meant.get_or_insert_with(|| Dictionary::of(ids())).nearest(&word.text).map(|&id| id.to_owned())
    }
}
