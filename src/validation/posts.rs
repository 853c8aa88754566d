//! Posts, their mentors and sessions.

use crate::{
    campaign::{
        schema::{self, File, NumberOr},
        written::Text,
    },
    diagnostic::{
        dates::Dates,
        note::Note,
        request::Request,
        shape::Shape,
        size::{Size, TooLarge},
        value::Value,
    },
    domain::{
        Domain,
        dates::{DateSet, DateSpan},
        places::{Mentor, MentorIx, Need, Post, PostIx, Session, UnitIx},
        time::Hours,
    },
    source::Place,
    validation::{Names, ages, check::Check, values},
};
use std::collections::BTreeMap;

/// The most seats, and the highest need.
const MOST_SEATS: u32 = 100_000;

/// The most sessions of all posts together.
const MOST_SESSIONS: usize = 1_000_000;

/// Posts by id, mentors by unit and name, sessions by post, date and hours.
pub(super) struct Places {
    pub(super) posts: Vec<Post>,
    pub(super) mentors: Vec<Mentor>,
    pub(super) sessions: Vec<Session>,
}

/// Everything that the posts say.
pub(super) fn posts(
    written: &[schema::Post],
    names: &mut Names,
    season: Option<DateSpan>,
    hours: Hours,
    check: &mut Check,
) -> Places {
    let order = names.posts.order.clone();
    if let Some(first) = written.first() {
        names.units.are_missing(first.at, check);
    }
    let units: Vec<Option<UnitIx>> =
        order.iter().map(|&position| unit(&written[position], names, check)).collect();
    let (mentors, guides) = mentors(written, &order, &units);
    let mut places = Places { posts: Vec::new(), mentors, sessions: Vec::new() };
    let mut offered = Offered::default();
    for (index, &position) in order.iter().enumerate() {
        let written = &written[position];
        let (id, place) = names.posts.entries[index].clone();
        let (seats_min, seats_max) = seats(written.seats.as_ref(), check);
        let (need, limit) = need(written.need.as_ref(), seats_min, check);
        places.posts.push(Post {
            id,
            unit: units[index].unwrap_or(UnitIx(0)),
            title: check.needed(written.title.as_ref()),
            mentor: guides[index],
            meet: Check::text(written.meet.as_ref()),
            closed: check.closed(written.closed.as_ref()),
            shifts: check.shifts(written.hours.as_ref(), hours),
            seats_min,
            seats_max,
            need,
            limit,
            priority: check.number(written.priority.as_ref(), 1, (0, 1000)),
            requires: check.words(written.requires.as_ref()),
            bring: check.words(written.bring.as_ref()),
            host_note: Check::text(written.host_note.as_ref()),
            leader: written.leader.as_ref().map(|word| check.needed(Some(word))),
            ages: written.ages.as_ref().and_then(|text| check.value(text, ages::ages)),
            note: Check::text(written.note.as_ref()),
            position,
            place,
        });
        let dates = dates(written, season, check);
        let place = written.dates.as_ref().map_or(written.at, |dates| dates.0.place);
        let post = &places.posts[index];
        if offered.has_room_for(&dates, post.shifts.len(), place) {
            let sessions = dates.days().into_iter().flat_map(|date| {
                post.shifts.iter().map(move |&hours| Session { post: PostIx(index), date, hours })
            });
            places.sessions.extend(sessions.filter(|session| !post.is_closed(session.date, session.hours)));
        }
    }
    offered.report(check);
    places
}

/// How many sessions the dates of the posts make, counted before any of them is made.
#[derive(Default)]
struct Offered {
    sessions: usize,
    /// Where they became too many.
    too_many_at: Option<Place>,
}

impl Offered {
    fn has_room_for(&mut self, dates: &DateSet, shifts: usize, place: Place) -> bool {
        self.sessions += dates.spans.iter().map(DateSpan::length).sum::<usize>() * shifts;
        if self.sessions > MOST_SESSIONS {
            self.too_many_at.get_or_insert(place);
        }
        self.too_many_at.is_none()
    }

    fn report(&self, check: &mut Check) {
        if let Some(place) = self.too_many_at {
            let problem = Size::TooLarge(TooLarge::Sessions { sessions: self.sessions, most: MOST_SESSIONS });
            check.report(place, problem);
        }
    }
}

fn unit(written: &schema::Post, names: &mut Names, check: &mut Check) -> Option<UnitIx> {
    written.unit.as_ref().and_then(|unit| names.units.resolve(unit, check)).map(UnitIx)
}

/// The dates of a post, as far as they lie in the season.
fn dates(written: &schema::Post, season: Option<DateSpan>, check: &mut Check) -> DateSet {
    let mut set = DateSet::default();
    let read = written.dates.as_ref().map(|dates| check.spans(dates, season)).unwrap_or_default();
    for (text, spans) in read {
        let Some(season) = season else { continue };
        let is_outside = |span: &&DateSpan| span.first < season.first || season.last < span.last;
        if let Some(span) = spans.iter().find(is_outside) {
            let DateSpan { first, last, .. } = season;
            check
                .report(text.place, Dates::OutsideSeason { first, last, meant: season.same_day(span.first) });
        } else {
            set.spans.extend(spans);
        }
    }
    set
}

fn seats(written: Option<&NumberOr<schema::Range>>, check: &mut Check) -> (u32, u32) {
    match written {
        None => (1, 1),
        Some(NumberOr::Number(text)) => (1, check.number(Some(text), 1, (1, MOST_SEATS))),
        Some(NumberOr::Entry(range)) => {
            if range.max.is_none() {
                check.report(range.at, Shape::MissingField { field: "max", word: Some("最多") });
            }
            let min = check.number(range.min.as_ref(), 1, (1, MOST_SEATS));
            let max = check.number(range.max.as_ref(), min, (1, MOST_SEATS));
            check.ordered(range, min, max);
            (min, max.max(min))
        }
    }
}

/// How many are wanted, and how many may come over the campaign at most: enough for a session to run.
fn need(written: Option<&NumberOr<schema::Need>>, seats_min: u32, check: &mut Check) -> (Need, Option<u32>) {
    let entry = match written {
        None => return (Need::InAll(1), None),
        Some(NumberOr::Number(text)) => {
            // Words such as 每班两人 ask for something that a number does not say.
            let read = check.value(text, |words| match values::number(words, 0, MOST_SEATS) {
                Err(Value::BadNumber) => Err(Value::BadNeed),
                read => read,
            });
            return (Need::InAll(read.unwrap_or(1)), None);
        }
        Some(NumberOr::Entry(entry)) => entry,
    };
    if let Some(each) = &entry.each {
        for other in [&entry.min, &entry.max].into_iter().flatten() {
            check.report_also(other.place, Request::BesideEach, each.place);
        }
        return (Need::AtEach(check.number(Some(each), 1, (1, MOST_SEATS))), None);
    }
    let need = check.number(entry.min.as_ref(), 1, (0, MOST_SEATS));
    let Some(text) = &entry.max else { return (Need::InAll(need), None) };
    let limit = check.number(Some(text), need.max(1), (1, MOST_SEATS));
    if need > limit {
        let place = entry.min.as_ref().map_or(text.place, |min| min.place);
        check.report(place, Value::MinAboveMax { min: need, max: limit });
    }
    if limit < seats_min {
        check.report(text.place, Value::MinAboveMax { min: seats_min, max: limit });
    }
    (Need::InAll(need), Some(limit.max(need)))
}

/// The mentors by unit and name, and the mentor of each post in the order of `order`.
fn mentors(
    written: &[schema::Post],
    order: &[usize],
    units: &[Option<UnitIx>],
) -> (Vec<Mentor>, Vec<Option<MentorIx>>) {
    let mut found: BTreeMap<(UnitIx, &str), Mentor> = BTreeMap::new();
    let mentor = |position: usize| written[position].mentor.as_ref().filter(|name| !name.words().is_empty());
    let known = |(&position, &unit): (&usize, &Option<UnitIx>)| Some((position, unit?));
    let mut in_file: Vec<(usize, UnitIx)> = order.iter().zip(units).filter_map(known).collect();
    in_file.sort_unstable();
    for (position, unit) in in_file {
        let Some(name) = mentor(position) else { continue };
        let phone = Check::text(written[position].mentor_phone.as_ref());
        let one = || Mentor { unit, name: name.words().to_owned(), phone: None, place: name.place };
        let entry = found.entry((unit, name.words())).or_insert_with(one);
        entry.phone = entry.phone.take().or(phone);
    }
    let positions: BTreeMap<_, _> =
        found.keys().enumerate().map(|(index, key)| (*key, MentorIx(index))).collect();
    let guide = |(&position, &unit): (&usize, &Option<UnitIx>)| {
        mentor(position).and_then(|name: &Text| positions.get(&(unit?, name.words())).copied())
    };
    let guides = order.iter().zip(units).map(guide).collect();
    (found.into_values().collect(), guides)
}

/// Warns of each mentor who bears the name of one at another unit.
pub(super) fn warn_of_namesakes(mentors: &[Mentor], check: &mut Check) {
    let mut by_name: BTreeMap<&str, Vec<&Mentor>> = BTreeMap::new();
    for mentor in mentors {
        by_name.entry(&mentor.name).or_default().push(mentor);
    }
    for (name, mut namesakes) in by_name {
        namesakes.sort_by_key(|mentor| mentor.place);
        for other in &namesakes[1..] {
            let problem = Request::MentorAtTwoUnits { name: name.to_owned() };
            check.report_also(other.place, problem, namesakes[0].place);
        }
    }
}

/// Tells once that what posts require is not printed as what to bring, where the file says nothing of that.
pub(super) fn tell_of_nothing_to_bring(file: &File, check: &mut Check) {
    let posts = || file.posts.iter().flatten();
    let brings = |post: &schema::Post| post.bring.is_some();
    if file.campaign.as_ref().is_some_and(|header| header.bring.is_some()) || posts().any(brings) {
        return;
    }
    let required = posts().filter_map(|post| post.requires.as_ref()).find(|list| !list.value.is_empty());
    if let Some(required) = required {
        check.report(required.place, Note::NothingToBring);
    }
}

/// Tells of each plain number of people that is wanted at a post with several shifts and more sessions than people: it
/// is wanted over the campaign, where each session may have been meant.
pub(super) fn tell_of_need_over_the_campaign(domain: &Domain, file: &File, check: &mut Check) {
    for (index, post) in domain.posts.iter().enumerate() {
        let written = file.posts.iter().flatten().nth(post.position).and_then(|post| post.need.as_ref());
        let (Some(NumberOr::Number(text)), Need::InAll(need)) = (written, post.need) else { continue };
        let sessions = domain.sessions_of(PostIx(index)).filter(|&session| domain.is_open(session)).count();
        // More than a session has seats for cannot have been meant for each.
        let may_be_meant = (2..=post.seats_max).contains(&need);
        if may_be_meant && post.shifts.len() > 1 && sessions > need as usize {
            let title = post.title.clone();
            check.report(text.place, Note::NeedOverTheCampaign { title, need, sessions });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::need;
    use crate::{
        campaign::{
            schema::{self, NumberOr},
            written::Written,
        },
        domain::places::Need,
        source::{Place, Sources},
        validation::check::Check,
    };

    /// What a need says at a post whose sessions run with so many, and the code of each fault.
    fn read([min, max, each]: [Option<&str>; 3], seats_min: u32) -> (Need, Option<u32>, Vec<&'static str>) {
        let at = Place { file: Sources::default().add("a.yaml", ""), start: 0, end: 0 };
        let text = |words: &str| Written { value: words.to_owned(), place: at };
        let entry = schema::Need { at, min: min.map(text), max: max.map(text), each: each.map(text) };
        let mut check = Check::default();
        let (need, limit) = need(Some(&NumberOr::Entry(entry)), seats_min, &mut check);
        (need, limit, check.diagnostics.iter().map(|found| found.problem.code()).collect())
    }

    #[test]
    fn wants_no_more_than_may_come_and_enough_for_a_session() {
        let in_all = Need::InAll;
        assert_eq!(read([Some("0"), Some("2"), None], 1), (in_all(0), Some(2), vec![]));
        assert_eq!(read([None, Some("3"), None], 3), (in_all(1), Some(3), vec![]));
        assert_eq!(read([Some("4"), None, None], 1), (in_all(4), None, vec![]));
        assert_eq!(read([Some("3"), Some("2"), None], 1).2, ["min-above-max"]);
        assert_eq!(read([Some("1"), Some("2"), None], 3).2, ["min-above-max"]);
        assert_eq!(read([None, Some("0"), None], 1).2.len(), 1);
    }

    #[test]
    fn lets_what_is_wanted_at_each_session_stand_alone() {
        assert_eq!(read([None, None, Some("2")], 1), (Need::AtEach(2), None, vec![]));
        assert_eq!(read([Some("1"), Some("3"), Some("2")], 1).2, ["beside-each", "beside-each"]);
        assert_eq!(read([None, None, Some("0")], 1).2.len(), 1);
    }
}
