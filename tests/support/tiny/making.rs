//! Draws a tiny campaign from a seed.

use super::{
    DAYS, Group, Neighbourhood, Person, Post, QUALIFICATIONS, Request, Rules, SPOTS, Start, Tiny, Unit,
};
use crate::support::{brute_force::eligible_pairs, draws::Draws};
use chrono::Datelike;
use chuxin::domain::{
    requests::Bond,
    rules::{Priority, WishPolicy},
};

/// Full hours that overlap, touch or keep clear of each other.
const HOURS: [(u16, u16); 5] = [(9, 12), (12, 17), (10, 13), (9, 17), (13, 15)];

impl Tiny {
    /// The campaign of a seed: at most eighteen pairs of person and session.
    pub fn from_seed(seed: u64) -> Self {
        let mut draws = Draws::from_seed(seed);
        let draws = &mut draws;
        let people = draws.between(1, 5);
        let units = draws.between(1, 2);
        let posts = posts(draws, 18 / people, units);
        let mut tiny = Self {
            seed,
            rules: rules(draws),
            neighbourhoods: (0..2).map(|number| Neighbourhood { number, spot: spot(draws) }).collect(),
            units: (0..units).map(|number| unit(draws, number)).collect(),
            people: (0..people).map(|number| person(draws, number, units, posts.len())).collect(),
            groups: groups(draws, people),
            bans: bans(draws, people, posts.len()),
            pins: Vec::new(),
            posts,
        };
        tiny.pins = pins(draws, &tiny);
        tiny
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).expect("numbers of tiny campaigns are small")
}

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

fn rules(draws: &mut Draws) -> Rules {
    Rules {
        own_unit_allowed: draws.chance(25),
        repeat_allowed: draws.chance(35),
        max_metres: perhaps(draws, 30, |draws| *draws.one(&[700, 1200, 2000])),
        mentor_limit: perhaps(draws, 35, |draws| small(draws.between(1, 2))),
        rest_days: if draws.chance(40) { small(draws.between(1, 2)) } else { 0 },
        days: perhaps(draws, 70, |draws| span(draws, 0, 3)),
        wishes: *draws.one(&[WishPolicy::Total, WishPolicy::Greedy, WishPolicy::Generous]),
        priorities: perhaps(draws, 60, priorities),
    }
}

/// The levels in an order in which `wishes` and `travel` stand after `days`; sometimes some are left out.
fn priorities(draws: &mut Draws) -> Vec<Priority> {
    let first = [Priority::Coverage, Priority::Everyone, Priority::Enough, Priority::Days, Priority::Groups];
    let count = draws.between(2, first.len());
    let mut order = draws.some(&first, count);
    for later in [Priority::Wishes, Priority::Travel] {
        if let Some(days) = order.iter().position(|&level| level == Priority::Days)
            && draws.chance(90)
        {
            let position = draws.between(days + 1, order.len());
            order.insert(position, later);
        }
    }
    order
}

fn unit(draws: &mut Draws, number: usize) -> Unit {
    Unit {
        number,
        spot: spot(draws),
        closed: perhaps(draws, 25, |draws| draws.below(DAYS)),
        daily_limit: perhaps(draws, 35, |draws| small(draws.between(1, 3))),
    }
}

fn posts(draws: &mut Draws, sessions: usize, units: usize) -> Vec<Post> {
    let season: Vec<usize> = (0..DAYS).collect();
    let mut sessions_left = sessions;
    let mut posts = Vec::new();
    for _ in 0..draws.between(1, 4) {
        let count = draws.between(1, 3).min(sessions_left);
        if count == 0 {
            break;
        }
        sessions_left -= count;
        posts.push(Post {
            number: posts.len(),
            unit: draws.below(units),
            days: draws.some(&season, count),
            hours: *draws.one(&HOURS),
            seats: span(draws, 1, 3),
            need: small(draws.between(1, 3)),
            priority: small(draws.between(0, 3)),
            mentor: perhaps(draws, 70, |draws| draws.below(2)),
            requires: perhaps(draws, 20, |draws| draws.below(QUALIFICATIONS.len())),
        });
    }
    posts
}

fn person(draws: &mut Draws, number: usize, units: usize, posts: usize) -> Person {
    let start = match draws.below(3) {
        0 => Start::Unknown,
        1 => Start::Spot(draws.below(SPOTS.len())),
        _ => Start::Neighbourhood(draws.below(2)),
    };
    let wished: Vec<usize> = (0..posts).collect();
    let wishes = draws.below(4);
    Person {
        number,
        employer: perhaps(draws, 20, |draws| draws.below(units)),
        start,
        available: perhaps(draws, 20, |draws| {
            let first = draws.below(DAYS);
            (first, draws.between(first, DAYS - 1))
        }),
        away: perhaps(draws, 20, |draws| draws.below(DAYS)),
        holds: perhaps(draws, 60, |draws| draws.below(QUALIFICATIONS.len())),
        wishes: draws.some(&wished, wishes),
        done: perhaps(draws, 10, |draws| draws.below(posts)),
        missed: if draws.chance(30) { small(draws.between(1, 3)) } else { 0 },
        days: perhaps(draws, 50, |draws| span(draws, 0, 3)),
    }
}

/// Groups of two or three; nobody is in two, so that no pair is both together and apart.
fn groups(draws: &mut Draws, people: usize) -> Vec<Group> {
    let everybody: Vec<usize> = (0..people).collect();
    let mut left = draws.some(&everybody, people);
    let mut groups = Vec::new();
    while left.len() > 1 && draws.chance(60) {
        let size = if left.len() > 2 && draws.chance(25) { 3 } else { 2 };
        let bond = *draws.one(&[Bond::TogetherMust, Bond::TogetherTry, Bond::Apart]);
        groups.push(Group { bond, members: left.drain(..size).collect() });
    }
    groups
}

/// Up to two different bans, on a day of the season or always.
fn bans(draws: &mut Draws, people: usize, posts: usize) -> Vec<Request> {
    let mut bans: Vec<Request> = Vec::new();
    while bans.len() < 2 && draws.chance(20) {
        let day = perhaps(draws, 60, |draws| draws.below(DAYS));
        let ban = Request { person: draws.below(people), post: draws.below(posts), day };
        if !bans.contains(&ban) {
            bans.push(ban);
        }
    }
    bans
}

/// Up to three different pins that no rule of eligibility bars, so that it takes more than one to contradict.
fn pins(draws: &mut Draws, tiny: &Tiny) -> Vec<Request> {
    let eligible = eligible_pairs(&tiny.domain());
    let mut pins: Vec<Request> = Vec::new();
    while pins.len() < 3 && !eligible.is_empty() && draws.chance(25) {
        let pair = draws.one(&eligible);
        let day = perhaps(draws, 60, |_| usize::try_from(pair.date.day() - 22).expect("a day of the season"));
        let pin = Request { person: pair.ambassador.0, post: pair.post.0, day };
        if !pins.contains(&pin) {
            pins.push(pin);
        }
    }
    pins
}
