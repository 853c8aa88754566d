//! People of a tiny campaign: drawn, as text, and what they mean.

use super::{
    DAYS, Draws, Neighbourhood, PARTS, QUALIFICATIONS, Rules, SPOTS, Unit, coordinates, date, day, field,
    location, number, part, part_text, parts, perhaps, periods, place, small, span,
};
use chrono::NaiveDate;
use chuxin::domain::{
    dates::{DateSpan, Weekdays},
    people::{Ambassador, Qualification, Wish},
    periods::{Period, Periods},
    places::{NeighbourhoodIx, PostIx, UnitIx},
    rules::Permission,
};

/// Where a journey starts.
#[derive(Debug, Clone, Copy)]
pub enum Start {
    Unknown,
    Spot(usize),
    Neighbourhood(usize),
}

/// How a birthday or an age is written, and the latest day that it means.
const BIRTHDAYS: [(&str, &str); 5] = [
    ("born: 1962-05", "1962-05-31"),
    ("born: 1979", "1979-12-31"),
    ("born: 1998-10-24", "1998-10-24"),
    ("born: 1978年10月25日", "1978-10-25"),
    ("age: 19", "1999-10-22"),
];

/// What people say of their organization: two ways to write one, another, nothing, and a unit's name and id.
const ORGANIZATIONS: [&str; 6] = ["First 支部", "ｆｉｒｓｔ支部", "第二支部", " ", "单位0", "u0"];

#[derive(Debug, Clone)]
pub struct Person {
    pub number: usize,
    pub employer: Option<usize>,
    pub start: Start,
    /// Whether the journey starts at the employer's.
    pub from_work: bool,
    pub available: Option<(usize, usize)>,
    pub available_hours: Option<(u16, u16)>,
    /// Further hours of the same days, which may follow on those.
    pub more_hours: Option<(u16, u16)>,
    pub away: Option<usize>,
    pub away_hours: Option<(u16, u16)>,
    pub holds: Option<usize>,
    /// The last day on which that counts.
    pub until: Option<usize>,
    /// Which of [`BIRTHDAYS`].
    pub born: Option<usize>,
    /// Whether it is said, and forbidden, to send this person where no wish was for.
    pub unwished: Option<bool>,
    /// Best first; those of one rank without an order.
    pub wishes: Vec<Vec<usize>>,
    /// The one day, and perhaps the hours, for which the first of them is meant.
    pub wish_day: Option<usize>,
    pub wish_hours: Option<(u16, u16)>,
    pub done: Option<usize>,
    pub missed: u32,
    pub served: u32,
    /// A day of September, and whether a time stands behind it.
    pub signed_up: Option<(u32, bool)>,
    pub days: Option<(u32, u32)>,
    pub month_limit: Option<u32>,
    pub organization: Option<usize>,
}

impl Person {
    pub(super) fn drawn(draws: &mut Draws, number: usize, units: usize, posts: usize) -> Self {
        let start = match draws.below(3) {
            0 => Start::Unknown,
            1 => Start::Spot(draws.below(SPOTS.len())),
            _ => Start::Neighbourhood(draws.below(2)),
        };
        let wished: Vec<usize> = (0..posts).collect();
        let wishes = draws.below(4);
        Self {
            number,
            employer: perhaps(draws, 20, |draws| draws.below(units)),
            start,
            from_work: draws.chance(25),
            available: perhaps(draws, 20, |draws| {
                let first = draws.below(DAYS);
                (first, draws.between(first, DAYS - 1))
            }),
            available_hours: perhaps(draws, 60, |draws| *draws.one(&PARTS)),
            more_hours: perhaps(draws, 50, |draws| *draws.one(&PARTS)),
            away: perhaps(draws, 20, |draws| draws.below(DAYS)),
            away_hours: perhaps(draws, 40, |draws| *draws.one(&PARTS)),
            holds: perhaps(draws, 60, |draws| draws.below(QUALIFICATIONS.len())),
            until: None,
            born: None,
            unwished: None,
            wishes: ranked(draws, &wished, wishes),
            wish_day: perhaps(draws, 20, |draws| draws.below(DAYS)),
            wish_hours: perhaps(draws, 30, |draws| *draws.one(&PARTS)),
            done: perhaps(draws, 10, |draws| draws.below(posts)),
            missed: if draws.chance(30) { small(draws.between(1, 3)) } else { 0 },
            signed_up: perhaps(draws, 60, |draws| (small(draws.between(1, 3)), draws.chance(50))),
            served: if draws.chance(20) { small(draws.between(1, 2)) } else { 0 },
            days: perhaps(draws, 50, |draws| span(draws, 0, 3)),
            month_limit: None,
            organization: None,
        }
    }

    /// Perhaps when a qualification ends, how old somebody is, and whether other posts will do.
    pub(super) fn draw_conditions(&mut self, draws: &mut Draws) {
        self.until = perhaps(draws, 25, |draws| draws.below(DAYS)).filter(|_| self.holds.is_some());
        self.born = perhaps(draws, 75, |draws| draws.below(BIRTHDAYS.len()));
        self.unwished = perhaps(draws, 15, |draws| draws.chance(60));
    }

    /// Perhaps a limit of a month, and an organization.
    pub(super) fn draw_limits(&mut self, draws: &mut Draws) {
        self.month_limit = perhaps(draws, 20, |draws| small(draws.between(1, 2)));
        self.organization = perhaps(draws, 70, |draws| draws.below(ORGANIZATIONS.len()));
    }

    pub(super) fn text(&self) -> String {
        let posts =
            |posts: &[usize]| posts.iter().map(|post| format!("p{post}")).collect::<Vec<_>>().join(", ");
        let rank = |rank: &Vec<usize>| match rank.as_slice() {
            [post] => format!("p{post}"),
            several => format!("[{}]", posts(several)),
        };
        let mut wishes: Vec<String> = self.wishes.iter().map(rank).collect();
        if let (Some(n), Some(first)) = (self.wish_day, self.wishes.first().and_then(|rank| rank.first())) {
            let dated = format!("{{post: p{first}, date: {}{}}}", day(n), part_text(self.wish_hours));
            wishes[0] = wishes[0].replacen(&format!("p{first}"), &dated, 1);
        }
        let start = match self.start {
            Start::Unknown => String::new(),
            Start::Spot(spot) => location(Some(spot)),
            Start::Neighbourhood(home) => format!(", neighbourhood: n{home}"),
        };
        format!("id: a{0}, name: 大使{0}, wishes: [{1}]{start}", self.number, wishes.join(", "))
            + &field("unit", self.employer, |unit| format!("u{unit}"))
            + &field("available", self.available, |(first, last)| {
                let days =
                    |part: Option<(u16, u16)>| format!("{}..{}{}", day(first), day(last), part_text(part));
                let parts: Vec<String> = self.parts_available().into_iter().map(days).collect();
                format!("[{}]", parts.join(", "))
            })
            + &field("away", self.away, |n| day(n) + &part_text(self.away_hours))
            + &field("qualifications", self.holds, |held| match self.until {
                Some(last) => format!("[{{name: {}, until: {}}}]", QUALIFICATIONS[held], day(last)),
                None => format!("[{}]", QUALIFICATIONS[held]),
            })
            + &self.born.map_or(String::new(), |born| format!(", {}", BIRTHDAYS[born].0))
            + &field("unwished", self.unwished, |forbidden| if forbidden { "forbid" } else { "allow" }.into())
            + &field("done", self.done, |post| format!("[p{post}]"))
            + &field("missed", (self.missed > 0).then_some(self.missed), number)
            + if self.from_work { ", start: employer" } else { "" }
            + &field("served", (self.served > 0).then_some(self.served), number)
            + &field("signed_up", self.signed_up, |(day, has_time)| {
                format!("2018-09-0{day}{}", if has_time { " 09:31" } else { "" })
            })
            + &parts(
                "days",
                [
                    ("min", self.days.map(|days| days.0)),
                    ("max", self.days.map(|days| days.1)),
                    ("month", self.month_limit),
                ],
            )
            + &field("organization", self.organization, |which| format!("\"{}\"", ORGANIZATIONS[which]))
    }

    /// The parts of each day on which the person is free; the whole day alone where there is none.
    fn parts_available(&self) -> Vec<Option<(u16, u16)>> {
        let more = self.more_hours.filter(|_| self.available_hours.is_some());
        [self.available_hours].into_iter().chain(more.map(Some)).collect()
    }

    /// The first wish for its day alone.
    fn dated(&self, mut wishes: Vec<Wish>) -> Vec<Wish> {
        if let (Some(first), Some(day)) = (wishes.first_mut(), self.wish_day) {
            first.when = Some(periods(Some(day), self.wish_hours));
        }
        wishes
    }

    pub(super) fn meaning(
        &self,
        rules: &Rules,
        neighbourhoods: &[Neighbourhood],
        units: &[Unit],
    ) -> Ambassador {
        let home = match self.start {
            Start::Neighbourhood(home) => Some(home),
            _ => None,
        };
        let spot = match self.start {
            Start::Unknown => None,
            Start::Spot(spot) => Some(spot),
            Start::Neighbourhood(home) => {
                neighbourhoods.iter().find(|one| one.number == home).and_then(|one| one.spot)
            }
        };
        let work = self.employer.and_then(|number| units.iter().find(|unit| unit.number == number));
        let work = work.and_then(|unit| coordinates(unit.spot));
        let (days_min, days_max) = self.days.or(rules.days).unwrap_or((0, 1));
        let span = |(first, last)| DateSpan { first: date(first), last: date(last), weekdays: Weekdays::ALL };
        let wishes = (1..).zip(&self.wishes).flat_map(|(number, rank)| {
            rank.iter().map(move |&post| Wish { number, post: PostIx(post), when: None, place: place() })
        });
        Ambassador {
            id: format!("a{}", self.number),
            name: format!("大使{}", self.number),
            phone: None,
            employer: self.employer.map(UnitIx),
            organization: self.organization.map(|which| ORGANIZATIONS[which].trim().to_owned()),
            neighbourhood: home.map(NeighbourhoodIx),
            origin: if self.from_work { work.or(coordinates(spot)) } else { coordinates(spot).or(work) },
            available: self.available.map(|stretch| {
                let period =
                    |hours: Option<(u16, u16)>| Period { days: span(stretch), part: hours.map(part) };
                Periods { periods: self.parts_available().into_iter().map(period).collect() }
            }),
            away: periods(self.away, self.away_hours),
            qualifications: self.qualifications(),
            born: self.born.map(|born| BIRTHDAYS[born].1.parse().expect("a day")),
            unwished: self.unwished(rules),
            wishes: self.dated(wishes.collect()),
            done: self.done.map(PostIx).into_iter().collect(),
            missed: self.missed,
            served: self.served,
            signed_up: self.signed_up.and_then(|(day, has_time)| {
                let day = NaiveDate::from_ymd_opt(2018, 9, day)?;
                if has_time { day.and_hms_opt(9, 31, 0) } else { day.and_hms_opt(0, 0, 0) }
            }),
            days_min,
            days_max,
            host_note: None,
            week_limit: rules.week_limit,
            month_limit: self.month_limit,
            note: None,
            position: self.number,
            place: place(),
        }
    }

    fn qualifications(&self) -> Vec<Qualification> {
        let name = |held: usize| QUALIFICATIONS[held].to_owned();
        let held = |held| Qualification { name: name(held), until: self.until.map(date) };
        self.holds.map(held).into_iter().collect()
    }

    fn unwished(&self, rules: &Rules) -> Permission {
        let is_forbidden = self.unwished.unwrap_or(rules.unwished_forbidden && !self.wishes.is_empty());
        if is_forbidden { Permission::Forbid } else { Permission::Allow }
    }
}

/// So many wishes in ranks, most of them of one.
fn ranked(draws: &mut Draws, posts: &[usize], count: usize) -> Vec<Vec<usize>> {
    let mut ranks: Vec<Vec<usize>> = Vec::new();
    for post in draws.some(posts, count) {
        match ranks.last_mut() {
            Some(rank) if draws.chance(20) => rank.push(post),
            _ => ranks.push(vec![post]),
        }
    }
    ranks
}
