//! Groups, bans and pins of a tiny campaign: drawn, as text, and what they mean.

use super::{
    DAYS, Draws, PARTS, Post, Tiny, date, day, field, hours, hours_text, part_text, perhaps, periods, place,
};
use crate::support::brute_force::eligible_pairs;
use chrono::Datelike;
use chuxin::domain::{
    people::AmbassadorIx,
    places::PostIx,
    requests::{self, Ban, Bond, Pin},
};

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
    /// One of the shifts of a post that has several.
    pub hours: Option<(u16, u16)>,
    /// Of a ban on one day and all shifts, perhaps the part of the day.
    pub part: Option<(u16, u16)>,
}

/// Groups of two or three; nobody is in two, so that no pair is both together and apart.
pub(super) fn groups(draws: &mut Draws, people: usize) -> Vec<Group> {
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
pub(super) fn bans(draws: &mut Draws, people: usize, posts: &[Post]) -> Vec<Request> {
    let mut bans: Vec<Request> = Vec::new();
    while bans.len() < 2 && draws.chance(20) {
        let day = perhaps(draws, 60, |draws| draws.below(DAYS));
        let post = draws.below(posts.len());
        let hours = posts[post].draw_shift(draws);
        let part = perhaps(draws, 50, |draws| *draws.one(&PARTS));
        let part = part.filter(|_| day.is_some() && hours.is_none());
        let ban = Request { person: draws.below(people), post, day, hours, part };
        if !bans.contains(&ban) {
            bans.push(ban);
        }
    }
    bans
}

/// Up to three different pins that no rule of eligibility bars, so that it takes more than one to contradict.
pub(super) fn pins(draws: &mut Draws, tiny: &Tiny) -> Vec<Request> {
    let eligible = eligible_pairs(&tiny.domain());
    let mut pins: Vec<Request> = Vec::new();
    while pins.len() < 3 && !eligible.is_empty() && draws.chance(25) {
        let pair = draws.one(&eligible);
        let day = perhaps(draws, 60, |_| usize::try_from(pair.date.day() - 22).expect("a day of the season"));
        let hours = (pair.hours.start() / 60, pair.hours.end() / 60);
        let told = tiny.posts[pair.post.0].shifts.len() > 1;
        let hours = perhaps(draws, 50, |_| hours).filter(|_| told);
        let pin = Request { person: pair.ambassador.0, post: pair.post.0, day, hours, part: None };
        if !pins.contains(&pin) {
            pins.push(pin);
        }
    }
    pins
}

impl Group {
    pub(super) fn text(&self) -> String {
        let members: Vec<String> = self.members.iter().map(|member| format!("a{member}")).collect();
        let members = members.join(", ");
        match self.bond {
            Bond::TogetherMust => format!("together: [{members}]"),
            Bond::TogetherTry => format!("together: [{members}], strength: try"),
            Bond::Apart => format!("apart: [{members}]"),
        }
    }

    pub(super) fn meaning(&self) -> requests::Group {
        let members = self.members.iter().map(|&member| AmbassadorIx(member)).collect();
        requests::Group { bond: self.bond, members, place: place() }
    }
}

impl Request {
    pub(super) fn text(&self) -> String {
        format!("ambassador: a{}, post: p{}", self.person, self.post)
            + &field("date", self.day, |n| day(n) + &part_text(self.part))
            + &field("hours", self.hours, hours_text)
    }

    pub(super) fn pin(&self) -> Pin {
        Pin {
            ambassador: AmbassadorIx(self.person),
            post: PostIx(self.post),
            date: self.day.map(date),
            hours: self.hours.map(hours),
            place: place(),
        }
    }

    pub(super) fn ban(&self) -> Ban {
        Ban {
            ambassador: AmbassadorIx(self.person),
            post: PostIx(self.post),
            dates: self.day.map(|day| periods(Some(day), self.part)),
            hours: self.hours.map(hours),
            place: place(),
        }
    }
}
