//! Small Thursday Actions made in code, and random ones.

use crate::support::draws::Draws;
use chrono::NaiveDate;
use chuxin::{
    domain::{
        Domain, Header, Language,
        dates::{DateSet, DateSpan, Weekdays},
        geography::Coordinates,
        periods::Periods,
        places::{Neighbourhood, NeighbourhoodIx, Unit, UnitIx},
        rules::{OrganizationLimit, Permission, Priority, Rules, WishPolicy},
        themes::{Theme, ThemeIx},
        thursday::{Bounds, Month, Pairing, Pairings, ThursdayAction, UnitNeighbourhood},
        time::Hours,
    },
    source::{Place, Sources},
};

pub fn place() -> Place {
    Place { file: Sources::default().add("sample.yaml", ""), start: 0, end: 0 }
}

pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn days(dates: &[&str]) -> DateSet {
    DateSet { spans: dates.iter().map(|text| DateSpan::day(date(text))).collect() }
}

pub fn month(year: i32, month: u32) -> Month {
    Month { year, month }
}

pub fn pair(unit: usize, neighbourhood: usize) -> Pairing {
    Pairing { unit: UnitIx(unit), neighbourhood: NeighbourhoodIx(neighbourhood) }
}

pub fn agreed(unit: usize, neighbourhood: usize) -> UnitNeighbourhood {
    UnitNeighbourhood { unit: UnitIx(unit), neighbourhood: NeighbourhoodIx(neighbourhood), place: place() }
}

pub fn pairings(pairs: &[(usize, usize)]) -> Pairings {
    Pairings { pairings: pairs.iter().map(|&(unit, place)| pair(unit, place)).collect() }
}

/// The n-th of units or neighbourhoods, `metres` north of the first: a degree of the meridian has 111,195 metres.
pub fn north(metres: u32) -> Coordinates {
    Coordinates { latitude: 31.3 + f64::from(metres) / 111_195.08, longitude: 121.45 }
}

pub fn unit(number: usize, offers: &[usize]) -> Unit {
    Unit {
        id: format!("u{number}"),
        name: format!("单位{number}"),
        sector: None,
        committee: None,
        address: None,
        location: Some(north(0)),
        contact: None,
        closed: Periods::default(),
        limit: None,
        daily_limit: None,
        offers: offers.iter().map(|&theme| ThemeIx(theme)).collect(),
        note: None,
        position: number,
        place: place(),
    }
}

pub fn neighbourhood(number: usize, metres: u32, needs: &[usize]) -> Neighbourhood {
    Neighbourhood {
        id: format!("n{number}"),
        name: format!("居民区{number}"),
        address: None,
        venue: None,
        location: Some(north(metres)),
        needs: needs.iter().map(|&theme| ThemeIx(theme)).collect(),
        closed: Periods::default(),
        contact: None,
        note: None,
        position: number,
        place: place(),
    }
}

pub fn theme(number: usize) -> Theme {
    Theme {
        id: format!("t{number}"),
        name: format!("主题{number}"),
        months: None,
        note: None,
        position: number,
        place: place(),
    }
}

/// January and February 2019, the first Thursday wanted, nothing else asked for.
pub fn action() -> ThursdayAction {
    ThursdayAction {
        first: month(2019, 1),
        last: month(2019, 2),
        nth: Some(1),
        hours: Hours::new(840, 960).unwrap(),
        chinese_holidays: true,
        skip: DateSet::default(),
        neighbourhoods_per_unit: Bounds { min: 1, max: Some(1) },
        units_per_neighbourhood: Bounds { min: 0, max: None },
        max_metres: None,
        repeat_theme_after: 1,
        events_per_day: 1,
        fixed: vec![],
        forbidden: vec![],
        note: None,
        place: place(),
    }
}

/// Units, neighbourhoods and `themes` themes around an action.
pub fn domain(units: Vec<Unit>, neighbourhoods: Vec<Neighbourhood>, themes: usize) -> Domain {
    let day = date("2018-10-22");
    Domain {
        campaign: Header {
            id: None,
            name: "样例".into(),
            organizer: None,
            contact: None,
            season: DateSpan { first: day, last: day, weekdays: Weekdays::ALL },
            hours: Hours::new(540, 1020).unwrap(),
            language: Language::Zh,
            seed: "2019".into(),
            lecture: None,
            meet: None,
            bring: vec![],
            note: None,
        },
        units,
        mentors: vec![],
        posts: vec![],
        sessions: vec![],
        ambassadors: vec![],
        rules: Rules {
            own_unit: Permission::Forbid,
            repeat_post: Permission::Forbid,
            max_metres: None,
            mentor_limit: None,
            organization_limit: OrganizationLimit::default(),
            rest_days: 0,
            rest_hours: 0,
            wishes: WishPolicy::Total,
            priorities: Priority::usual(),
        },
        pins: vec![],
        bans: vec![],
        groups: vec![],
        neighbourhoods,
        themes: (0..themes).map(theme).collect(),
        thursday: None,
        longest_wishes: 0,
    }
}

/// A random campaign for the pairing: up to 3 units and 3 neighbourhoods.
pub fn random_pairing(seed: u64) -> (Domain, ThursdayAction) {
    let mut draws = Draws::from_seed(seed);
    let units = (0..draws.between(1, 3)).map(|number| {
        let mut unit = unit(number, &[]);
        unit.location = (!draws.chance(10)).then(|| somewhere(&mut draws));
        unit
    });
    let units: Vec<Unit> = units.collect();
    let places = (0..draws.between(1, 3)).map(|number| {
        let mut place = neighbourhood(number, 0, &[]);
        place.location = (!draws.chance(10)).then(|| somewhere(&mut draws));
        place
    });
    let places: Vec<Neighbourhood> = places.collect();
    let bounds = |draws: &mut Draws, least: usize| {
        let min = small(draws.between(least, 2));
        Bounds { min, max: draws.chance(70).then(|| min.max(1) + small(draws.below(2))) }
    };
    let mut action = ThursdayAction {
        neighbourhoods_per_unit: bounds(&mut draws, 0),
        units_per_neighbourhood: bounds(&mut draws, 0),
        max_metres: draws.chance(50).then(|| i64::from(small(draws.between(500, 3000)))),
        ..action()
    };
    for unit in 0..units.len() {
        for place in 0..places.len() {
            if draws.chance(8) {
                action.fixed.push(agreed(unit, place));
            } else if draws.chance(10) {
                action.forbidden.push(agreed(unit, place));
            }
        }
    }
    (domain(units, places, 0), action)
}

/// A random campaign for the timetable with its pairings: up to 3 of these, up to 3 months and themes.
pub fn random_timetable(seed: u64) -> (Domain, ThursdayAction, Pairings) {
    let mut draws = Draws::from_seed(seed);
    let themes = draws.between(1, 3);
    let all: Vec<usize> = (0..themes).collect();
    let some = |draws: &mut Draws, most: usize| {
        let count = draws.between(0, most);
        let mut chosen = draws.some(&all, count);
        chosen.sort_unstable();
        chosen
    };
    let units = (0..2).map(|number| {
        let mut unit = unit(number, &some(&mut draws, 3));
        unit.closed = thursdays_of_winter(&mut draws, 35).into();
        unit
    });
    let units: Vec<Unit> = units.collect();
    let places = (0..2).map(|number| {
        let mut needs = some(&mut draws, 2);
        if draws.chance(50) {
            needs.reverse();
        }
        neighbourhood(number, 500, &needs)
    });
    let mut domain = domain(units, places.collect(), themes);
    for theme in &mut domain.themes {
        theme.months = draws.chance(25).then(|| vec![1, small(draws.between(2, 3))]);
    }
    let action = ThursdayAction {
        last: month(2019, small(draws.between(1, 3))),
        nth: draws.chance(60).then(|| small(draws.between(1, 5))),
        skip: thursdays_of_winter(&mut draws, 30),
        chinese_holidays: draws.chance(70),
        repeat_theme_after: small(draws.between(1, 4)),
        events_per_day: small(draws.between(1, 2)),
        ..action()
    };
    let chosen = [(0, 0), (0, 1), (1, 0), (1, 1)];
    let count = draws.between(1, 3);
    let mut chosen = draws.some(&chosen, count);
    chosen.sort_unstable();
    (domain, action, pairings(&chosen))
}

fn somewhere(draws: &mut Draws) -> Coordinates {
    let step = |draws: &mut Draws| f64::from(small(draws.below(5))) * 0.005;
    Coordinates { latitude: 31.30 + step(draws), longitude: 121.44 + step(draws) }
}

/// Thursdays of January to March 2019, each with a chance of so many per cent.
fn thursdays_of_winter(draws: &mut Draws, percent: usize) -> DateSet {
    let thursdays = (1..=3).flat_map(|number| month(2019, number).thursdays());
    DateSet { spans: thursdays.filter(|_| draws.chance(percent)).map(DateSpan::day).collect() }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap()
}
