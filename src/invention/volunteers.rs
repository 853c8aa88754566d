//! Volunteers with wishes, papers, days off and companions, at posts of a few weeks.
//!
//! In: a [`Size`], a [`Demand`] and a seed. Out: a campaign.

use crate::invention::draws::Draws;
use chrono::{Days, NaiveDate};

/// How large a campaign is to be.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Volunteers.
    pub ambassadors: usize,
    /// Posts, about three to a unit.
    pub posts: usize,
    /// Weeks of the season; a post is offered on two to five days of each.
    pub weeks: usize,
    /// Pairs of people in groups of each kind.
    pub pairs: usize,
    /// Letters of the remark at each ambassador, which only makes the file longer.
    pub remark: usize,
}

impl Size {
    /// The campaign that is planned: about 500 sessions.
    pub const PLANNED: Self = Self { ambassadors: 200, posts: 39, weeks: 4, pairs: 6, remark: 0 };
    /// The campaign that is only read: 20,000 ambassadors in about 10 MB.
    pub const READ: Self = Self { ambassadors: 20_000, posts: 39, weeks: 4, pairs: 60, remark: 100 };
}

/// How much is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Demand {
    /// Of a hundred posts those that receive groups: they run with two people at least.
    pub groups: usize,
    /// The least and the greatest need of a post.
    pub need: (usize, usize),
    /// The most wishes of one person.
    pub wishes: usize,
}

impl Demand {
    /// Little: most sessions run with one.
    pub const PLAIN: Self = Self { groups: 20, need: (1, 6), wishes: 3 };
    /// Much, so that quorums and limits bind.
    pub const TIGHT: Self = Self { groups: 40, need: (4, 12), wishes: 6 };
}

const PATTERNS: [&str; 6] =
    ["mon+wed+fri", "tue+thu", "mon+tue+thu", "mon+tue+wed+thu", "tue+wed+fri", "wed+fri"];
const QUALIFICATIONS: [&str; 3] = ["health-certificate", "first-aid", "driving-licence"];
const HOURS: [&str; 4] = ["09:00-17:00", "08:00-12:00", "13:00-17:00", "10:00-15:00"];

/// A campaign, the same for the same seed.
pub fn campaign(size: Size, demand: Demand, seed: u64) -> String {
    let mut writer = Writer { size, demand, draws: Draws::from_seed(seed), text: String::new() };
    writer.header(seed);
    writer.neighbourhoods();
    writer.units();
    writer.posts();
    writer.ambassadors();
    writer.rules();
    writer.groups();
    writer.text
}

struct Writer {
    size: Size,
    demand: Demand,
    draws: Draws,
    text: String,
}

impl Writer {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn units_count(&self) -> usize {
        self.size.posts.div_ceil(3)
    }

    fn neighbourhoods_count(&self) -> usize {
        self.units_count() + 2
    }

    /// The n-th day of the season, which begins on a Monday.
    fn day(n: usize) -> String {
        let first = NaiveDate::from_ymd_opt(2018, 10, 8).unwrap_or_default();
        (first + Days::new(n as u64)).to_string()
    }

    fn season(&self) -> String {
        format!("{}..{}", Self::day(0), Self::day(7 * self.size.weeks - 3))
    }

    fn location(&mut self) -> String {
        format!("[31.{}, 121.{}]", 3000 + self.draws.below(200), 4400 + self.draws.below(300))
    }

    fn header(&mut self, seed: u64) {
        let season = self.season();
        self.line("# Invented from a seed; no person or telephone number is real.");
        self.line("campaign:");
        self.line("  name: 合成活动");
        self.line(&format!("  season: {season}"));
        self.line("  hours: 09:00-17:00");
        self.line(&format!("  seed: \"{seed}\""));
    }

    fn neighbourhoods(&mut self) {
        self.line("neighbourhoods:");
        for number in 0..self.neighbourhoods_count() {
            let location = self.location();
            self.line(&format!("  - {{id: n{number:02}, name: 第{number}居民区, location: {location}}}"));
        }
    }

    fn units(&mut self) {
        self.line("units:");
        for number in 0..self.units_count() {
            let location = self.location();
            self.line(&format!("  - id: u{number:02}"));
            self.line(&format!("    name: 第{number}单位"));
            self.line(&format!("    location: {location}"));
            if self.draws.chance(40) {
                let day = self.draws.below(5);
                let closed = Self::day(7 + day);
                self.line(&format!("    closed: [{closed}]"));
            }
            if self.draws.chance(40) {
                let limit = self.draws.between(3, 5);
                self.line(&format!("    daily_limit: {limit}"));
            }
        }
    }

    fn posts(&mut self) {
        let season = self.season();
        self.line("posts:");
        for number in 0..self.size.posts {
            let unit = number / 3;
            let mentor = self.draws.below(2);
            let pattern = *self.draws.one(&PATTERNS);
            let pattern = if self.draws.chance(15) { "mon+tue+wed+thu+fri" } else { pattern };
            let receives_groups = self.draws.chance(self.demand.groups);
            let (min, max) =
                if receives_groups { (2, self.draws.between(2, 4)) } else { (1, self.draws.between(1, 2)) };
            let need = self.draws.between(self.demand.need.0, self.demand.need.1);
            let priority = self.draws.between(1, 3);
            let hours = *self.draws.one(&HOURS);
            self.line(&format!("  - id: p{number:02}"));
            self.line(&format!("    unit: u{unit:02}"));
            self.line(&format!("    title: 第{number}岗位"));
            self.line(&format!("    mentor: 带教{unit}之{mentor}"));
            self.line(&format!("    dates: {season} {pattern}"));
            self.line(&format!("    hours: {hours}"));
            self.line(&format!("    seats: {{min: {min}, max: {max}}}"));
            self.line(&format!("    need: {need}"));
            self.line(&format!("    priority: {priority}"));
            if self.draws.chance(25) {
                let required = *self.draws.one(&QUALIFICATIONS);
                self.line(&format!("    requires: [{required}]"));
            }
        }
    }

    fn ambassadors(&mut self) {
        self.line("ambassadors:");
        for number in 1..=self.size.ambassadors {
            let home = self.draws.below(self.neighbourhoods_count());
            self.line(&format!("  - id: a{number:05}"));
            self.line(&format!("    name: 大使{number}号"));
            self.line(&format!("    phone: 138 0000 {:04}", number % 10_000));
            if self.draws.chance(30) {
                let employer = self.draws.below(self.units_count());
                self.line(&format!("    unit: u{employer:02}"));
            }
            self.line(&format!("    neighbourhood: n{home:02}"));
            self.availability();
            self.qualifications();
            self.wishes();
            if self.draws.chance(15) {
                let missed = self.draws.between(1, 2);
                self.line(&format!("    missed: {missed}"));
            }
            if self.draws.chance(50) {
                let max = self.draws.between(1, 3);
                self.line(&format!("    days: {{min: 1, max: {max}}}"));
            }
            if self.size.remark > 0 {
                let remark = "备".repeat(self.size.remark);
                self.line(&format!("    note: {remark}"));
            }
        }
    }

    /// One stretch of up to two weeks, and sometimes a day taken out of the season.
    fn availability(&mut self) {
        let days = 7 * self.size.weeks - 3;
        if self.draws.chance(60) {
            let first = self.draws.below(days);
            let last = days.min(first + self.draws.between(3, 13));
            self.line(&format!("    available: {}..{}", Self::day(first), Self::day(last)));
        }
        if self.draws.chance(30) {
            let day = self.draws.below(days);
            self.line(&format!("    away: {}", Self::day(day)));
        }
    }

    fn qualifications(&mut self) {
        let count = self.draws.below(3);
        if count > 0 {
            let held = self.draws.some(&QUALIFICATIONS, count);
            self.line(&format!("    qualifications: [{}]", held.join(", ")));
        }
    }

    fn wishes(&mut self) {
        let posts: Vec<usize> = (0..self.size.posts).collect();
        let count = self.draws.between(0, self.demand.wishes);
        if count > 0 {
            // A few posts are everybody's favourites, so that wishes compete.
            let favourites = self.draws.some(&posts[..posts.len().min(8)], count / 2);
            let mut wished = favourites;
            for post in self.draws.some(&posts, count) {
                if !wished.contains(&post) && wished.len() < count {
                    wished.push(post);
                }
            }
            let wished: Vec<String> = wished.iter().map(|post| format!("p{post:02}")).collect();
            self.line(&format!("    wishes: [{}]", wished.join(", ")));
        }
    }

    fn rules(&mut self) {
        self.line("rules:");
        self.line("  days: {min: 0, max: 2}");
        self.line("  max_distance_km: 2.5");
        self.line("  mentor_limit: 4");
        self.line("  rest_days: 1");
        self.line("  wishes: generous");
    }

    /// Disjoint pairs, so that no chain of them ties half of the campaign together.
    fn groups(&mut self) {
        let people: Vec<usize> = (1..=self.size.ambassadors).collect();
        let members = self.draws.some(&people, 6 * self.size.pairs);
        self.line("groups:");
        for (position, pair) in members.chunks_exact(2).enumerate() {
            let pair = format!("[a{:05}, a{:05}]", pair[0], pair[1]);
            let group = match position % 3 {
                0 => format!("  - {{together: {pair}, strength: try}}"),
                1 => format!("  - {{apart: {pair}}}"),
                _ => format!("  - {{together: {pair}}}"),
            };
            self.line(&group);
        }
    }
}
