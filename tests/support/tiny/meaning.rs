//! What a tiny campaign means, built without reading its file: campaign file and domain are held against each other.

use super::{DAYS, Group, Person, Post, QUALIFICATIONS, Request, Rules, SPOTS, Start, Tiny, Unit};
use chrono::NaiveDate;
use chuxin::{
    domain::{
        Domain, Header, Language,
        dates::{DateSet, DateSpan, Weekdays},
        geography::Coordinates,
        people::{Ambassador, AmbassadorIx, Wish},
        places::{self, Mentor, MentorIx, NeighbourhoodIx, PostIx, Session, UnitIx},
        requests::{self, Ban, Pin},
        rules::{self, Permission, Priority},
        time::Hours,
    },
    source::{Place, Sources},
};

impl Tiny {
    /// The domain that the campaign file means.
    pub fn domain(&self) -> Domain {
        let units = in_order(&self.units, |unit| unit.number);
        let posts = in_order(&self.posts, |post| post.number);
        let people = in_order(&self.people, |person| person.number);
        let mentors = self.mentors();
        Domain {
            campaign: self.header(),
            units: units.iter().map(unit).collect(),
            posts: posts.iter().map(|one| post(one, &mentors)).collect(),
            sessions: posts.iter().flat_map(sessions).collect(),
            ambassadors: people.iter().map(|person| self.ambassador(person)).collect(),
            rules: rules(&self.rules),
            pins: self.pins.iter().map(pin).collect(),
            bans: self.bans.iter().map(ban).collect(),
            groups: self.groups.iter().map(group).collect(),
            neighbourhoods: in_order(&self.neighbourhoods, |home| home.number)
                .iter()
                .map(|home| neighbourhood(home.number, home.spot))
                .collect(),
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
            note: None,
        }
    }

    fn mentors(&self) -> Vec<Mentor> {
        let mut named: Vec<(usize, usize)> =
            self.posts.iter().filter_map(|post| Some((post.unit, post.mentor?))).collect();
        named.sort_unstable();
        named.dedup();
        let mentor = |(unit, name)| Mentor {
            unit: UnitIx(unit),
            name: mentor_name(name),
            phone: None,
            place: place(),
        };
        named.into_iter().map(mentor).collect()
    }

    fn ambassador(&self, person: &Person) -> Ambassador {
        let home = match person.start {
            Start::Neighbourhood(home) => Some(home),
            _ => None,
        };
        let spot = match person.start {
            Start::Unknown => None,
            Start::Spot(spot) => Some(spot),
            Start::Neighbourhood(home) => {
                self.neighbourhoods.iter().find(|one| one.number == home).and_then(|one| one.spot)
            }
        };
        let (days_min, days_max) = person.days.or(self.rules.days).unwrap_or((0, 1));
        let span = |(first, last)| DateSpan { first: date(first), last: date(last), weekdays: Weekdays::ALL };
        let wish = |(number, &post)| Wish { number, post: PostIx(post), place: place() };
        Ambassador {
            id: format!("a{}", person.number),
            name: format!("大使{}", person.number),
            phone: None,
            employer: person.employer.map(UnitIx),
            organization: None,
            neighbourhood: home.map(NeighbourhoodIx),
            origin: coordinates(spot),
            available: person.available.map(|stretch| DateSet { spans: vec![span(stretch)] }),
            away: day_set(person.away),
            qualifications: qualification(person.holds),
            wishes: (1..).zip(&person.wishes).map(wish).collect(),
            done: person.done.map(PostIx).into_iter().collect(),
            missed: person.missed,
            days_min,
            days_max,
            note: None,
            position: person.number,
            place: place(),
        }
    }
}

fn in_order<T: Clone>(entries: &[T], number: impl Fn(&T) -> usize) -> Vec<T> {
    let mut entries = entries.to_vec();
    entries.sort_by_key(number);
    entries
}

fn small(number: usize) -> u32 {
    u32::try_from(number).expect("numbers of tiny campaigns are small")
}

fn place() -> Place {
    Place { file: Sources::default().add("tiny.yaml", ""), start: 0, end: 0 }
}

fn date(n: usize) -> NaiveDate {
    NaiveDate::from_ymd_opt(2018, 10, 22 + small(n)).expect("a day of October")
}

fn day_set(day: Option<usize>) -> DateSet {
    DateSet { spans: day.map(|n| DateSpan::day(date(n))).into_iter().collect() }
}

fn hours((start, end): (u16, u16)) -> Hours {
    Hours::new(60 * start, 60 * end).expect("hours in order")
}

fn coordinates(spot: Option<usize>) -> Option<Coordinates> {
    let degrees = |text: &str| text.parse().expect("a number");
    spot.map(|spot| Coordinates { latitude: degrees(SPOTS[spot].0), longitude: degrees(SPOTS[spot].1) })
}

fn qualification(held: Option<usize>) -> Vec<String> {
    held.map(|held| QUALIFICATIONS[held].to_owned()).into_iter().collect()
}

fn mentor_name(number: usize) -> String {
    format!("带教{number}")
}

fn rules(tiny: &Rules) -> rules::Rules {
    let permission = |allowed| if allowed { Permission::Allow } else { Permission::Forbid };
    rules::Rules {
        own_unit: permission(tiny.own_unit_allowed),
        repeat_post: permission(tiny.repeat_allowed),
        max_metres: tiny.max_metres.map(i64::from),
        mentor_limit: tiny.mentor_limit,
        rest_days: tiny.rest_days,
        wishes: tiny.wishes,
        priorities: tiny.priorities.clone().unwrap_or_else(|| Priority::ALL.to_vec()),
    }
}

fn unit(unit: &Unit) -> places::Unit {
    places::Unit {
        id: format!("u{}", unit.number),
        name: format!("单位{}", unit.number),
        sector: None,
        committee: None,
        address: None,
        location: coordinates(unit.spot),
        contact: None,
        closed: day_set(unit.closed),
        daily_limit: unit.daily_limit,
        offers: Vec::new(),
        note: None,
        position: unit.number,
        place: place(),
    }
}

fn post(post: &Post, mentors: &[Mentor]) -> places::Post {
    let mentor = post.mentor.map(mentor_name).and_then(|name| {
        mentors.iter().position(|mentor| mentor.unit == UnitIx(post.unit) && mentor.name == name)
    });
    places::Post {
        id: format!("p{}", post.number),
        unit: UnitIx(post.unit),
        title: format!("岗位{}", post.number),
        mentor: mentor.map(MentorIx),
        meet: None,
        hours: hours(post.hours),
        seats_min: post.seats.0,
        seats_max: post.seats.1,
        need: post.need,
        priority: post.priority,
        requires: qualification(post.requires),
        note: None,
        position: post.number,
        place: place(),
    }
}

fn sessions(post: &Post) -> Vec<Session> {
    let days = in_order(&post.days, |&day| day);
    days.into_iter().map(|day| Session { post: PostIx(post.number), date: date(day) }).collect()
}

fn neighbourhood(number: usize, spot: Option<usize>) -> places::Neighbourhood {
    places::Neighbourhood {
        id: format!("n{number}"),
        name: format!("居民区{number}"),
        address: None,
        venue: None,
        location: coordinates(spot),
        needs: Vec::new(),
        closed: DateSet::default(),
        contact: None,
        note: None,
        position: number,
        place: place(),
    }
}

fn pin(request: &Request) -> Pin {
    Pin {
        ambassador: AmbassadorIx(request.person),
        post: PostIx(request.post),
        date: request.day.map(date),
        place: place(),
    }
}

fn ban(request: &Request) -> Ban {
    Ban {
        ambassador: AmbassadorIx(request.person),
        post: PostIx(request.post),
        dates: request.day.map(|day| day_set(Some(day))),
        place: place(),
    }
}

fn group(group: &Group) -> requests::Group {
    let members = group.members.iter().map(|&member| AmbassadorIx(member)).collect();
    requests::Group { bond: group.bond, members, place: place() }
}
