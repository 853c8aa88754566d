//! Tiny campaigns in which every rule and level of the experience comes up, small enough to try every roster.
//!
//! [`making`] draws one from a seed; [`yaml`] writes it as a campaign file; [`meaning`] builds the domain that the
//! file means, by a road of its own. Each entry alone is in order; pins and groups may contradict each other.

pub mod making;
pub mod meaning;
pub mod yaml;

use super::draws::Draws;
use chuxin::domain::{
    requests::Bond,
    rules::{Priority, WishPolicy},
};

/// Days of the season, which begins on 22 October 2018.
pub const DAYS: usize = 5;
/// Latitude and longitude of spots that are up to 2.3 km from each other.
pub const SPOTS: [(&str, &str); 4] =
    [("31.300", "121.440"), ("31.305", "121.445"), ("31.310", "121.440"), ("31.310", "121.460")];
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

/// What is left out stands for the default.
#[derive(Debug, Clone)]
pub struct Rules {
    pub own_unit_allowed: bool,
    pub repeat_allowed: bool,
    /// Metres, a multiple of 100.
    pub max_metres: Option<u32>,
    pub mentor_limit: Option<u32>,
    pub rest_days: u32,
    pub days: Option<(u32, u32)>,
    pub wishes: WishPolicy,
    pub priorities: Option<Vec<Priority>>,
}

#[derive(Debug, Clone)]
pub struct Neighbourhood {
    pub number: usize,
    pub spot: Option<usize>,
}

#[derive(Debug, Clone)]
pub struct Unit {
    pub number: usize,
    pub spot: Option<usize>,
    pub closed: Option<usize>,
    pub daily_limit: Option<u32>,
}

#[derive(Debug, Clone)]
pub struct Post {
    pub number: usize,
    pub unit: usize,
    pub days: Vec<usize>,
    /// Full hours of the day.
    pub hours: (u16, u16),
    pub seats: (u32, u32),
    pub need: u32,
    pub priority: u32,
    pub mentor: Option<usize>,
    pub requires: Option<usize>,
}

/// Where a journey starts.
#[derive(Debug, Clone, Copy)]
pub enum Start {
    Unknown,
    Spot(usize),
    Neighbourhood(usize),
}

#[derive(Debug, Clone)]
pub struct Person {
    pub number: usize,
    pub employer: Option<usize>,
    pub start: Start,
    pub available: Option<(usize, usize)>,
    pub away: Option<usize>,
    pub holds: Option<usize>,
    pub wishes: Vec<usize>,
    pub done: Option<usize>,
    pub missed: u32,
    pub days: Option<(u32, u32)>,
}

#[derive(Debug, Clone)]
pub struct Group {
    pub bond: Bond,
    pub members: Vec<usize>,
}

/// A pin or a ban.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    pub person: usize,
    pub post: usize,
    pub day: Option<usize>,
}

impl Tiny {
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
}
