//! A tiny campaign as the text of a campaign file, each entry on one line.

use super::{DAYS, Group, Person, Post, QUALIFICATIONS, Request, Rules, SPOTS, Start, Tiny, Unit};
use chuxin::domain::{
    requests::Bond,
    rules::{Priority, WishPolicy},
};

impl Tiny {
    /// The campaign file.
    pub fn text(&self) -> String {
        let header = format!("name: 小活动, season: {}..{}, seed: \"{}\"", day(0), day(DAYS - 1), self.seed);
        let neighbourhoods = self.neighbourhoods.iter().map(|neighbourhood| {
            let number = neighbourhood.number;
            format!("id: n{number}, name: 居民区{number}{}", location(neighbourhood.spot))
        });
        format!("campaign: {{{header}}}\nrules: {{{}}}\n", rules(&self.rules))
            + &list("neighbourhoods", neighbourhoods)
            + &list("units", self.units.iter().map(unit))
            + &list("posts", self.posts.iter().map(post))
            + &list("ambassadors", self.people.iter().map(person))
            + &list("groups", self.groups.iter().map(group))
            + &list("bans", self.bans.iter().map(request))
            + &list("pins", self.pins.iter().map(request))
    }
}

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

fn span((min, max): (u32, u32)) -> String {
    format!("{{min: {min}, max: {max}}}")
}

fn location(spot: Option<usize>) -> String {
    field("location", spot, |spot| format!("[{}, {}]", SPOTS[spot].0, SPOTS[spot].1))
}

fn rules(rules: &Rules) -> String {
    let policy = match rules.wishes {
        WishPolicy::Total => "total",
        WishPolicy::Greedy => "greedy",
        WishPolicy::Generous => "generous",
    };
    let ids = |levels: &Vec<Priority>| levels.iter().map(|level| level.id()).collect::<Vec<_>>().join(", ");
    format!("wishes: {policy}")
        + if rules.own_unit_allowed { ", own_unit: allow" } else { "" }
        + if rules.repeat_allowed { ", repeat_post: allow" } else { "" }
        + &field("max_distance_km", rules.max_metres, |metres| {
            format!("{}.{}", metres / 1000, metres / 100 % 10)
        })
        + &field("mentor_limit", rules.mentor_limit, number)
        + &field("rest_days", (rules.rest_days > 0).then_some(rules.rest_days), number)
        + &field("days", rules.days, span)
        + &field("priorities", rules.priorities.as_ref(), |levels| format!("[{}]", ids(levels)))
}

fn unit(unit: &Unit) -> String {
    format!("id: u{0}, name: 单位{0}", unit.number)
        + &location(unit.spot)
        + &field("closed", unit.closed, day)
        + &field("daily_limit", unit.daily_limit, number)
}

fn post(post: &Post) -> String {
    let days: Vec<String> = post.days.iter().map(|&n| day(n)).collect();
    format!("id: p{0}, unit: u{1}, title: 岗位{0}, dates: [{2}]", post.number, post.unit, days.join(", "))
        + &format!(", hours: {:02}:00-{:02}:00", post.hours.0, post.hours.1)
        + &format!(", seats: {}, need: {}, priority: {}", span(post.seats), post.need, post.priority)
        + &field("mentor", post.mentor, |mentor| format!("带教{mentor}"))
        + &field("requires", post.requires, |required| format!("[{}]", QUALIFICATIONS[required]))
}

fn person(person: &Person) -> String {
    let posts = |posts: &[usize]| posts.iter().map(|post| format!("p{post}")).collect::<Vec<_>>().join(", ");
    let start = match person.start {
        Start::Unknown => String::new(),
        Start::Spot(spot) => location(Some(spot)),
        Start::Neighbourhood(home) => format!(", neighbourhood: n{home}"),
    };
    format!("id: a{0}, name: 大使{0}, wishes: [{1}]{start}", person.number, posts(&person.wishes))
        + &field("unit", person.employer, |unit| format!("u{unit}"))
        + &field("available", person.available, |(first, last)| format!("[{}..{}]", day(first), day(last)))
        + &field("away", person.away, day)
        + &field("qualifications", person.holds, |held| format!("[{}]", QUALIFICATIONS[held]))
        + &field("done", person.done, |post| format!("[p{post}]"))
        + &field("missed", (person.missed > 0).then_some(person.missed), number)
        + &field("days", person.days, span)
}

fn group(group: &Group) -> String {
    let members: Vec<String> = group.members.iter().map(|member| format!("a{member}")).collect();
    let members = members.join(", ");
    match group.bond {
        Bond::TogetherMust => format!("together: [{members}]"),
        Bond::TogetherTry => format!("together: [{members}], strength: try"),
        Bond::Apart => format!("apart: [{members}]"),
    }
}

fn request(request: &Request) -> String {
    format!("ambassador: a{}, post: p{}", request.person, request.post) + &field("date", request.day, day)
}
