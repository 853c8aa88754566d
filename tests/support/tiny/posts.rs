//! Posts of a tiny campaign, their mentors and sessions: drawn, as text, and what they mean.

use super::{
    DAYS, Draws, QUALIFICATIONS, date, day, field, hours, hours_text, in_order, number, perhaps, place,
    small, span, span_text,
};
use chuxin::domain::{
    periods::Periods,
    places::{self, Ages, Mentor, MentorIx, Need, PostIx, Session, UnitIx},
};

/// Early hours, and hours that end on the next day when the early ones have begun.
const NIGHTS: [(u16, u16); 4] = [(1, 6), (18, 22), (22, 26), (20, 34)];

/// Full hours that overlap, touch or keep clear of each other.
const HOURS: [(u16, u16); 5] = [(9, 12), (12, 17), (10, 13), (9, 17), (13, 15)];

#[derive(Debug, Clone)]
pub struct Post {
    pub number: usize,
    pub unit: usize,
    pub days: Vec<usize>,
    /// Full hours of the day, ascending; an end above 24 lies on the next one.
    pub shifts: Vec<(u16, u16)>,
    pub seats: (u32, u32),
    pub need: Need,
    pub limit: Option<u32>,
    pub priority: u32,
    pub mentor: Option<usize>,
    pub requires: Option<usize>,
    pub ages: Option<(u32, u32)>,
    pub leader: Option<usize>,
}

/// Up to four posts at these units, with so many sessions in all at the most.
pub(super) fn drawn(draws: &mut Draws, sessions: usize, units: usize) -> Vec<Post> {
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
            shifts: vec![*draws.one(&HOURS)],
            seats: span(draws, 1, 3),
            need: if draws.chance(30) {
                Need::AtEach(small(draws.between(1, 2)))
            } else {
                Need::InAll(small(draws.between(1, 3)))
            },
            limit: None,
            priority: small(draws.between(0, 3)),
            mentor: perhaps(draws, 70, |draws| draws.below(2)),
            requires: perhaps(draws, 20, |draws| draws.below(QUALIFICATIONS.len())),
            ages: None,
            leader: None,
        });
    }
    posts
}

impl Post {
    /// Perhaps a second shift, for half of the days.
    pub(super) fn draw_shifts(&mut self, draws: &mut Draws) {
        let night = *draws.one(&NIGHTS);
        if self.days.len() > 1 && draws.chance(35) {
            self.days.truncate(self.days.len() / 2);
            self.shifts.push(night);
            self.shifts.sort_unstable();
        }
    }

    /// Perhaps one of several shifts.
    pub(super) fn draw_shift(&self, draws: &mut Draws) -> Option<(u16, u16)> {
        let shift = *draws.one(&self.shifts);
        perhaps(draws, 50, |_| shift).filter(|_| self.shifts.len() > 1)
    }

    /// Perhaps the most who may come, with room for the need and for a session.
    pub(super) fn draw_limit(&mut self, draws: &mut Draws) {
        let Need::InAll(need) = self.need else { return };
        self.limit = perhaps(draws, 35, |draws| need.max(self.seats.0) + small(draws.below(2)));
    }

    /// Perhaps how old one must be, and who must be among those who come.
    pub(super) fn draw_conditions(&mut self, draws: &mut Draws) {
        self.ages = perhaps(draws, 15, |draws| *draws.one(&[(18, 65), (20, 39), (20, 60), (56, 56)]));
        self.leader = perhaps(draws, 25, |draws| draws.below(QUALIFICATIONS.len()));
    }

    pub(super) fn text(&self) -> String {
        let days: Vec<String> = self.days.iter().map(|&n| day(n)).collect();
        format!("id: p{0}, unit: u{1}, title: 岗位{0}, dates: [{2}]", self.number, self.unit, days.join(", "))
            + &format!(", hours: {}", self.shifts_text())
            + &format!(
                ", seats: {}, need: {}, priority: {}",
                span_text(self.seats),
                self.need_text(),
                self.priority
            )
            + &field("mentor", self.mentor, mentor_name)
            + &field("requires", self.requires, |required| format!("[{}]", QUALIFICATIONS[required]))
            + &field("leader", self.leader, |leader| QUALIFICATIONS[leader].to_owned())
            + &field("ages", self.ages, |(least, most)| format!("{least}..{most}"))
    }

    fn shifts_text(&self) -> String {
        let shifts: Vec<String> = self.shifts.iter().map(|&shift| hours_text(shift)).collect();
        if let [only] = &shifts[..] { only.clone() } else { format!("[{}]", shifts.join(", ")) }
    }

    fn need_text(&self) -> String {
        match (self.need, self.limit) {
            (Need::AtEach(each), _) => format!("{{each: {each}}}"),
            (Need::InAll(need), None) => number(need),
            (Need::InAll(need), Some(limit)) => span_text((need, limit)),
        }
    }

    pub(super) fn meaning(&self, mentors: &[Mentor]) -> places::Post {
        let mentor = self.mentor.map(mentor_name).and_then(|name| {
            mentors.iter().position(|mentor| mentor.unit == UnitIx(self.unit) && mentor.name == name)
        });
        places::Post {
            id: format!("p{}", self.number),
            unit: UnitIx(self.unit),
            title: format!("岗位{}", self.number),
            mentor: mentor.map(MentorIx),
            meet: None,
            closed: Periods::default(),
            shifts: self.shifts.iter().map(|&shift| hours(shift)).collect(),
            seats_min: self.seats.0,
            seats_max: self.seats.1,
            need: self.need,
            limit: self.limit,
            priority: self.priority,
            bring: vec![],
            host_note: None,
            requires: self.requires.map(|required| QUALIFICATIONS[required].to_owned()).into_iter().collect(),
            leader: self.leader.map(|leader| QUALIFICATIONS[leader].to_owned()),
            ages: self.ages.map(|(least, most)| Ages { least: Some(least), most: Some(most) }),
            note: None,
            position: self.number,
            place: place(),
        }
    }

    pub(super) fn sessions(&self) -> Vec<Session> {
        let days = in_order(&self.days, |&day| day);
        let shifts = |day| {
            let on =
                move |&shift| Session { post: PostIx(self.number), date: date(day), hours: hours(shift) };
            self.shifts.iter().map(on)
        };
        days.into_iter().flat_map(shifts).collect()
    }
}

/// The mentors by unit and name.
pub(super) fn mentors(posts: &[Post]) -> Vec<Mentor> {
    let mut named: Vec<(usize, usize)> =
        posts.iter().filter_map(|post| Some((post.unit, post.mentor?))).collect();
    named.sort_unstable();
    named.dedup();
    let mentor =
        |(unit, name)| Mentor { unit: UnitIx(unit), name: mentor_name(name), phone: None, place: place() };
    named.into_iter().map(mentor).collect()
}

fn mentor_name(number: usize) -> String {
    format!("带教{number}")
}
