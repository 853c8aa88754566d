//! A small campaign for tests: two units, three posts on 22 to 24 October 2018, three people.
//!
//! Posts 0 and 1 belong to unit 0 and share mentor 0, post 2 belongs to unit 1 and has mentor 1; everything is free
//! unless a test says otherwise: three seats, two sessions a person, no limits.

use crate::{
    domain::{
        Domain, Header, Language,
        dates::{DateSpan, Weekdays},
        people::{Ambassador, AmbassadorIx, Qualification, Wish},
        periods::{Period, Periods},
        places::{Mentor, MentorIx, Need, Post, PostIx, Session, Unit, UnitIx},
        requests::{Bond, Group, Pin},
        rules::{OrganizationLimit, Permission, Priority, Rules, WishPolicy},
        time::Hours,
    },
    source::{Place, Sources},
};
use chrono::NaiveDate;

pub(crate) fn place() -> Place {
    Place { file: Sources::default().add("sample.yaml", ""), start: 0, end: 0 }
}

/// A day of October 2018.
pub(crate) fn date(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2018, 10, day).unwrap()
}

pub(crate) fn days(days: &[u32]) -> Periods {
    Periods { periods: days.iter().map(|&day| Period::whole(DateSpan::day(date(day)))).collect() }
}

pub(crate) fn hours(start: u16, end: u16) -> Hours {
    Hours::new(60 * start, 60 * end).unwrap()
}

/// Gives a post other hours.
pub(crate) fn set_hours(domain: &mut Domain, post: usize, hours: Hours) {
    domain.posts[post].shifts = vec![hours];
    for session in domain.sessions.iter_mut().filter(|session| session.post == PostIx(post)) {
        session.hours = hours;
    }
}

pub(crate) fn wishes(posts: &[usize]) -> Vec<Wish> {
    let numbered = (1..).zip(posts);
    numbered.map(|(number, &post)| Wish { number, post: PostIx(post), when: None, place: place() }).collect()
}

/// What somebody holds, for ever.
pub(crate) fn held(names: &[&str]) -> Vec<Qualification> {
    names.iter().map(|&name| Qualification { name: name.into(), until: None }).collect()
}

/// On a day of October 2018, or left to the plan.
pub(crate) fn pin(ambassador: usize, post: usize, day: Option<u32>) -> Pin {
    let date = day.map(date);
    Pin { ambassador: AmbassadorIx(ambassador), post: PostIx(post), date, hours: None, place: place() }
}

pub(crate) fn group(bond: Bond, members: &[usize]) -> Group {
    Group { bond, members: members.iter().map(|&member| AmbassadorIx(member)).collect(), place: place() }
}

pub(crate) fn sample() -> Domain {
    let posts: Vec<Post> = (0..3).map(post).collect();
    let sessions = (0..3)
        .flat_map(|post| {
            (22..=24).map(move |day| Session { post: PostIx(post), date: date(day), hours: hours(9, 17) })
        })
        .collect();
    let mentor = |unit| Mentor { unit: UnitIx(unit), name: "张老师".into(), phone: None, place: place() };
    Domain {
        campaign: header(),
        units: (0..2).map(unit).collect(),
        mentors: vec![mentor(0), mentor(1)],
        posts,
        sessions,
        ambassadors: (0..3).map(ambassador).collect(),
        rules: rules(),
        pins: vec![],
        bans: vec![],
        groups: vec![],
        neighbourhoods: vec![],
        themes: vec![],
        thursday: None,
        longest_wishes: 0,
    }
}

fn header() -> Header {
    Header {
        id: None,
        name: "样例".into(),
        organizer: None,
        contact: None,
        season: DateSpan { first: date(22), last: date(31), weekdays: Weekdays::ALL },
        hours: hours(9, 17),
        language: Language::Zh,
        seed: String::new(),
        lecture: None,
        meet: None,
        bring: vec![],
        note: None,
    }
}

fn rules() -> Rules {
    Rules {
        own_unit: Permission::Forbid,
        repeat_post: Permission::Forbid,
        max_metres: None,
        mentor_limit: None,
        organization_limit: OrganizationLimit::default(),
        rest_days: 0,
        rest_hours: 0,
        wishes: WishPolicy::Total,
        priorities: Priority::usual(),
    }
}

fn unit(position: usize) -> Unit {
    Unit {
        id: format!("u{position}"),
        name: format!("单位{position}"),
        sector: None,
        committee: None,
        address: None,
        location: None,
        contact: None,
        closed: Periods::default(),
        limit: None,
        daily_limit: None,
        offers: vec![],
        note: None,
        position,
        place: place(),
    }
}

fn post(position: usize) -> Post {
    Post {
        id: format!("p{position}"),
        unit: UnitIx(position / 2),
        title: format!("岗位{position}"),
        mentor: Some(MentorIx(position / 2)),
        meet: None,
        closed: Periods::default(),
        shifts: vec![hours(9, 17)],
        seats_min: 1,
        seats_max: 3,
        need: Need::InAll(1),
        limit: None,
        priority: 1,
        requires: vec![],
        bring: vec![],
        host_note: None,
        leader: None,
        ages: None,
        note: None,
        position,
        place: place(),
    }
}

fn ambassador(position: usize) -> Ambassador {
    Ambassador {
        id: format!("a{position}"),
        name: format!("大使{position}"),
        phone: None,
        employer: None,
        organization: None,
        neighbourhood: None,
        origin: None,
        available: None,
        away: Periods::default(),
        qualifications: vec![],
        born: None,
        unwished: Permission::Allow,
        wishes: vec![],
        done: vec![],
        missed: 0,
        served: 0,
        signed_up: None,
        days_min: 0,
        days_max: 2,
        host_note: None,
        week_limit: None,
        month_limit: None,
        note: None,
        position,
        place: place(),
    }
}
