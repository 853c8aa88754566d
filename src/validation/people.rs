//! Ambassadors and their wishes.

use crate::{
    campaign::{Campaign, schema, written::Text},
    diagnostic::{note::Note, people::People},
    domain::{
        geography::Coordinates,
        people::{Ambassador, Qualification, Wish},
        places::{NeighbourhoodIx, PostIx, Unit, UnitIx},
    },
    source::Place,
    validation::{Names, ages, check::Check, rules::Limits, signing_up::signed_up},
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The ambassadors by id, and the greatest number of ranks in their wishes; `known` is where ways may begin, `limits` what
/// the rules say of everybody.
pub(super) fn ambassadors(
    campaign: &Campaign,
    names: &mut Names,
    known: &Known<'_>,
    limits: &Limits,
    check: &mut Check,
) -> (Vec<Ambassador>, u32) {
    let written = campaign.file.ambassadors.as_deref().unwrap_or_default();
    let order = names.ambassadors.order.clone();
    let (mut people, mut longest) = (Vec::with_capacity(order.len()), 0);
    let mut starts = Starts::default();
    for (index, position) in order.into_iter().enumerate() {
        let written = &written[position];
        let neighbourhood = written.neighbourhood.as_ref();
        let neighbourhood = neighbourhood.and_then(|home| names.neighbourhoods.resolve(home, check));
        let location = written.location.as_ref().and_then(|location| check.location(location));
        let employer = written.unit.as_ref().and_then(|unit| names.units.resolve(unit, check));
        let days = limits.days.of_one(written.days.as_ref(), check);
        let (id, place) = names.ambassadors.entries[index].clone();
        let home = location.or_else(|| neighbourhood.and_then(|home| known.homes[home]));
        let work = employer.and_then(|unit| known.units[unit].location);
        let (wishes, ranks) = wishes(written, names, &campaign.fallen_wishes, check);
        longest = longest.max(ranks);
        people.push(Ambassador {
            id,
            name: check.needed(written.name.as_ref()),
            phone: Check::text(written.phone.as_ref()),
            employer: employer.map(UnitIx),
            organization: Check::text(written.organization.as_ref()),
            neighbourhood: neighbourhood.map(NeighbourhoodIx),
            origin: starts.origin(written, [home, work], check),
            available: written.available.as_ref().map(|dates| check.dates(dates)),
            away: written.away.as_ref().map(|dates| check.dates(dates)).unwrap_or_default(),
            qualifications: qualifications(written, check),
            born: ages::born(written, check),
            unwished: limits.unwished_of(written, check),
            wishes,
            done: done(written, names),
            missed: check.number(written.missed.as_ref(), 0, (0, 1000)),
            served: check.number(written.served.as_ref(), 0, (0, 1000)),
            signed_up: signed_up(written, check),
            days_min: days.min,
            days_max: days.max,
            host_note: Check::text(written.host_note.as_ref()),
            week_limit: days.week,
            month_limit: days.month,
            note: Check::text(written.note.as_ref()),
            position,
            place,
        });
    }
    starts.report(check);
    (people, longest)
}

/// What somebody holds, each word once.
fn qualifications(written: &schema::Ambassador, check: &mut Check) -> Vec<Qualification> {
    let held = written.qualifications.iter().flat_map(|list| &list.0);
    let mut ends: BTreeMap<&str, Option<NaiveDate>> = BTreeMap::new();
    for one in held.clone() {
        let until = one.until.as_ref().and_then(|text| check.date(text));
        ends.entry(one.name.as_ref().map_or("", Text::words)).or_insert(until);
    }
    let names = check.each_once(held.filter_map(|one| one.name.as_ref())).into_iter();
    names.map(|name| Qualification { until: ends.get(name.as_str()).copied().flatten(), name }).collect()
}

/// Where ways may begin.
pub(super) struct Known<'a> {
    /// The places of the neighbourhoods.
    pub(super) homes: &'a [Option<Coordinates>],
    /// The units.
    pub(super) units: &'a [Unit],
}

/// From where somebody's ways begin.
const STARTS: [(&str, usize); 2] = [("home", 0), ("employer", 1)];

/// For how many people the other start stands in, by the one that is not known, and the first of them.
#[derive(Default)]
struct Starts([Option<(Place, usize)>; 2]);

impl Starts {
    /// The start that is asked for, or the other where that is not known, of home and work.
    fn origin(
        &mut self,
        written: &schema::Ambassador,
        ends: [Option<Coordinates>; 2],
        check: &mut Check,
    ) -> Option<Coordinates> {
        let asked = check.choice(written.start.as_ref(), &STARTS).unwrap_or(0);
        if ends[asked].is_none() && ends[1 - asked].is_some() {
            let place = written.start.as_ref().map_or(written.at, |start| start.place);
            self.0[asked].get_or_insert((place, 0)).1 += 1;
        }
        ends[asked].or(ends[1 - asked])
    }

    fn report(self, check: &mut Check) {
        let [home, work] = self.0;
        for (unknown, is_home) in [(home, true), (work, false)] {
            if let Some((place, people)) = unknown {
                check.report(place, Note::OtherStart { people, is_home });
            }
        }
    }
}

/// The wishes of somebody, and how many ranks they have; a rank of which every wish fell away keeps its number, one that
/// only names again what was wished for before has none.
fn wishes(
    written: &schema::Ambassador,
    names: &mut Names,
    fallen: &BTreeSet<Place>,
    check: &mut Check,
) -> (Vec<Wish>, u32) {
    let (mut first, mut gone) = (BTreeMap::new(), BTreeSet::new());
    let (mut wishes, mut ranks) = (Vec::new(), 0);
    for rank in written.wishes.iter().flat_map(|ranked| &ranked.0) {
        let mut counts = false;
        for wish in rank {
            let Some(word) = &wish.post else { continue };
            let when = check.when(wish.date.as_ref(), wish.hours.as_ref());
            if fallen.contains(&wish.at) {
                counts |= gone.insert((word.words(), when));
                continue;
            }
            let Some(post) = names.posts.resolve(word, check) else { continue };
            if let Some(earlier) = first.get(&(post, when.clone())) {
                let name = written.name.as_ref().map_or("", Text::words).to_owned();
                check.report_also(wish.at, People::WishedTwice { name }, *earlier);
            } else {
                first.insert((post, when.clone()), wish.at);
                counts = true;
                wishes.push(Wish { number: ranks + 1, post: PostIx(post), when, place: wish.at });
            }
        }
        ranks += u32::from(counts);
    }
    (wishes, ranks)
}

/// Posts of earlier campaigns, those that this one does not have left out without a word.
fn done(written: &schema::Ambassador, names: &Names) -> Vec<PostIx> {
    let words = written.done.iter().flat_map(|list| &list.value);
    let mut posts: Vec<PostIx> =
        words.filter_map(|word| names.posts.find(word.words()).map(PostIx)).collect();
    posts.sort_unstable();
    posts.dedup();
    posts
}
