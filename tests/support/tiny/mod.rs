//! Tiny campaigns in which every rule and level of the experience comes up, small enough to try every roster.
//!
//! Each kind of entry has a file, in which it is drawn from a seed, written as text, and given its meaning: the domain
//! that the text means, by a road of its own. Each entry alone is in order; pins and groups may contradict each other.

mod people;
mod places;
mod posts;
pub mod requests;
mod rules;

use super::draws::Draws;
use chrono::NaiveDate;
use chuxin::{
    domain::{
        Domain, Header, Language,
        dates::{DateSpan, Weekdays},
        geography::Coordinates,
        periods::{Part, Period, Periods},
        time::Hours,
    },
    source::{Place, Sources},
};
use people::Person;
use places::{Neighbourhood, Unit};
use posts::Post;
use requests::{Group, Request};
use rules::Rules;

/// Days of the season, which begins on 22 October 2018.
pub const DAYS: usize = 5;
/// Latitude and longitude of spots that are up to 2.3 km from each other.
pub const SPOTS: [(&str, &str); 4] =
    [("31.300", "121.440"), ("31.305", "121.445"), ("31.310", "121.440"), ("31.310", "121.460")];
/// Parts of a day.
pub const PARTS: [(u16, u16); 4] = [(0, 12), (9, 18), (12, 24), (20, 28)];
/// What a post may require.
pub const QUALIFICATIONS: [&str; 2] = ["health-certificate", "first-aid"];

/// A campaign. Units, posts and people are known by a number, whatever the order in which they stand.
#[derive(Debug, Clone)]
pub struct Tiny {
    pub seed: u64,
    pub rules: Rules,
    pub neighbourhoods: Vec<Neighbourhood>,
    pub units: Vec<Unit>,
    pub posts: Vec<Post>,
    pub people: Vec<Person>,
    pub groups: Vec<Group>,
    pub bans: Vec<Request>,
    pub pins: Vec<Request>,
}

impl Tiny {
    /// The campaign of a seed: at most eighteen pairs of person and session.
    pub fn from_seed(seed: u64) -> Self {
        let mut draws = Draws::from_seed(seed);
        let draws = &mut draws;
        let people = draws.between(1, 5);
        let units = draws.between(1, 2);
        let mut posts = posts::drawn(draws, 18 / people, units);
        for post in &mut posts {
            post.draw_shifts(draws);
        }
        let mut tiny = Self {
            seed,
            rules: Rules::drawn(draws),
            neighbourhoods: (0..2).map(|number| Neighbourhood::drawn(draws, number)).collect(),
            units: (0..units).map(|number| Unit::drawn(draws, number)).collect(),
            people: (0..people).map(|number| Person::drawn(draws, number, units, posts.len())).collect(),
            groups: requests::groups(draws, people),
            bans: requests::bans(draws, people, &posts),
            pins: Vec::new(),
            posts,
        };
        // Half of the campaigns have none of the conditions that bar many.
        let is_strict = draws.chance(50);
        if is_strict {
            tiny.people.iter_mut().for_each(|person| person.draw_conditions(draws));
            tiny.posts.iter_mut().for_each(|post| post.draw_conditions(draws));
            tiny.rules.unwished_forbidden = draws.chance(10);
        }
        tiny.pins = requests::pins(draws, &tiny);
        tiny.posts.iter_mut().for_each(|post| post.draw_limit(draws));
        tiny.units.iter_mut().for_each(|unit| unit.draw_limit(draws));
        if is_strict {
            tiny.people.iter_mut().for_each(|person| person.draw_limits(draws));
            tiny.rules.draw_limits(draws);
        }
        tiny.rules.draw_rest(draws);
        tiny
    }

    /// The same campaign with its entries in another order.
    pub fn shuffled(&self, draws: &mut Draws) -> Self {
        fn all<T: Clone>(items: &[T], draws: &mut Draws) -> Vec<T> {
            draws.some(items, items.len())
        }
        let regroup = |group: &Group, draws: &mut Draws| Group {
            bond: group.bond,
            members: all(&group.members, draws),
        };
        Self {
            seed: self.seed,
            rules: self.rules.clone(),
            neighbourhoods: all(&self.neighbourhoods, draws),
            units: all(&self.units, draws),
            posts: all(&self.posts, draws),
            people: all(&self.people, draws),
            groups: all(&self.groups, draws).iter().map(|group| regroup(group, draws)).collect(),
            bans: all(&self.bans, draws),
            pins: all(&self.pins, draws),
        }
    }

    /// The campaign file, each entry on one line.
    pub fn text(&self) -> String {
        let header = format!("name: 小活动, season: {}..{}, seed: \"{}\"", day(0), day(DAYS - 1), self.seed);
        format!("campaign: {{{header}}}\nrules: {{{}}}\n", self.rules.text())
            + &list("neighbourhoods", self.neighbourhoods.iter().map(Neighbourhood::text))
            + &list("units", self.units.iter().map(Unit::text))
            + &list("posts", self.posts.iter().map(Post::text))
            + &list("ambassadors", self.people.iter().map(Person::text))
            + &list("groups", self.groups.iter().map(Group::text))
            + &list("bans", self.bans.iter().map(Request::text))
            + &list("pins", self.pins.iter().map(Request::text))
    }

    /// The domain that the campaign file means.
    pub fn domain(&self) -> Domain {
        let posts = in_order(&self.posts, |post| post.number);
        let people = in_order(&self.people, |person| person.number);
        let neighbourhoods = in_order(&self.neighbourhoods, |home| home.number);
        let mentors = posts::mentors(&self.posts);
        Domain {
            campaign: self.header(),
            units: in_order(&self.units, |unit| unit.number).iter().map(Unit::meaning).collect(),
            posts: posts.iter().map(|post| post.meaning(&mentors)).collect(),
            sessions: posts.iter().flat_map(Post::sessions).collect(),
            ambassadors: people
                .iter()
                .map(|one| one.meaning(&self.rules, &neighbourhoods, &self.units))
                .collect(),
            rules: self.rules.meaning(),
            pins: self.pins.iter().map(Request::pin).collect(),
            bans: self.bans.iter().map(Request::ban).collect(),
            groups: self.groups.iter().map(Group::meaning).collect(),
            neighbourhoods: neighbourhoods.iter().map(Neighbourhood::meaning).collect(),
            themes: Vec::new(),
            thursday: None,
            longest_wishes: self.people.iter().map(|person| small(person.wishes.len())).max().unwrap_or(0),
            mentors,
        }
    }

    fn header(&self) -> Header {
        Header {
            id: None,
            name: "小活动".into(),
            organizer: None,
            contact: None,
            season: DateSpan { first: date(0), last: date(DAYS - 1), weekdays: Weekdays::ALL },
            hours: hours((9, 17)),
            language: Language::Zh,
            seed: self.seed.to_string(),
            lecture: None,
            meet: None,
            bring: vec![],
            note: None,
        }
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).expect("numbers of tiny campaigns are small")
}

fn in_order<T: Clone>(entries: &[T], number: impl Fn(&T) -> usize) -> Vec<T> {
    let mut entries = entries.to_vec();
    entries.sort_by_key(number);
    entries
}

// Drawn.

fn perhaps<T>(draws: &mut Draws, percent: usize, draw: impl FnOnce(&mut Draws) -> T) -> Option<T> {
    draws.chance(percent).then(|| draw(draws))
}

fn spot(draws: &mut Draws) -> Option<usize> {
    perhaps(draws, 75, |draws| draws.below(SPOTS.len()))
}

/// A least number from `least` and a greatest one up to `most`.
fn span(draws: &mut Draws, least: usize, most: usize) -> (u32, u32) {
    let max = draws.between(least.max(1), most);
    (small(draws.between(least, max)), small(max))
}

// As text.

fn list(name: &str, entries: impl Iterator<Item = String>) -> String {
    let lines: Vec<String> = entries.map(|entry| format!("  - {{{entry}}}\n")).collect();
    if lines.is_empty() { String::new() } else { format!("{name}:\n{}", lines.concat()) }
}

/// The n-th day of the season.
fn day(n: usize) -> String {
    format!("2018-10-{}", 22 + n)
}

/// A field where there is something to say.
fn field<T>(name: &str, value: Option<T>, text: impl FnOnce(T) -> String) -> String {
    value.map_or(String::new(), |value| format!(", {name}: {}", text(value)))
}

fn number(number: u32) -> String {
    number.to_string()
}

/// A field of those parts of which there is something to say.
fn parts<const N: usize>(name: &str, parts: [(&str, Option<u32>); N]) -> String {
    let said = parts.into_iter().filter_map(|(part, value)| Some(format!("{part}: {}", value?)));
    let said: Vec<String> = said.collect();
    field(name, (!said.is_empty()).then_some(said), |said| format!("{{{}}}", said.join(", ")))
}

fn span_text((min, max): (u32, u32)) -> String {
    format!("{{min: {min}, max: {max}}}")
}

/// Hours behind a day.
fn part_text(part: Option<(u16, u16)>) -> String {
    part.map(|hours| format!(" {}", hours_text(hours))).unwrap_or_default()
}

/// From one full hour to another, perhaps on the next day.
fn hours_text((start, end): (u16, u16)) -> String {
    format!("{start:02}:00-{:02}:00", end % 24)
}

fn location(spot: Option<usize>) -> String {
    field("location", spot, |spot| format!("[{}, {}]", SPOTS[spot].0, SPOTS[spot].1))
}

// What it means.

fn place() -> Place {
    Place { file: Sources::default().add("tiny.yaml", ""), start: 0, end: 0 }
}

fn date(n: usize) -> NaiveDate {
    NaiveDate::from_ymd_opt(2018, 10, 22 + small(n)).expect("a day of October")
}

/// Perhaps a day, perhaps some hours of it.
fn periods(day: Option<usize>, part: Option<(u16, u16)>) -> Periods {
    let period = |n| Period { days: DateSpan::day(date(n)), part: part.map(self::part) };
    Periods { periods: day.map(period).into_iter().collect() }
}

fn part(of_day: (u16, u16)) -> Part {
    Part { hours: hours(of_day), is_open: false }
}

fn hours((start, end): (u16, u16)) -> Hours {
    Hours::new(60 * start, 60 * end).expect("hours in order")
}

fn coordinates(spot: Option<usize>) -> Option<Coordinates> {
    let degrees = |text: &str| text.parse().expect("a number");
    spot.map(|spot| Coordinates { latitude: degrees(SPOTS[spot].0), longitude: degrees(SPOTS[spot].1) })
}
