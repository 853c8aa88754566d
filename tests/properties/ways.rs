//! Ways out of contradictions, against trying every roster: each is one, none of it can be spared, and none with fewer given up is
//! missed; and what is said to do it does it.

use crate::support::{brute_force::placements, draws::Draws, tiny::Tiny, tiny::requests::Request};
use chrono::Datelike;
use chuxin::{
    campaign::change::Change,
    domain::{Domain, requests::Bond},
    experience::{
        explanation::{
            conflict::Member,
            ways::{Others, Way, Ways, concession::Concessions, ways},
        },
        roster::{Placement, Roster},
        rule::Rule,
        verification::{Subject, violations},
    },
    pipeline::{plan, read_text},
    planning::{outcome::Outcome, ways::MOST},
    solver::Unwatched,
    source::Sources,
};
use std::collections::BTreeSet;

/// How many contradictory campaigns one run tries, and up to how many pairs every roster is tried.
const CONTRADICTIONS: usize = 1000;
const MOST_PAIRS: usize = 8;

/// The campaign of a seed with some pins more, whatever they break.
fn crowded(seed: u64) -> Tiny {
    let mut tiny = Tiny::from_seed(seed);
    let mut draws = Draws::from_seed(seed);
    let all: Vec<Placement> = placements(&tiny.domain()).collect();
    for _ in 0..draws.between(1, 4) {
        let one = draws.one(&all);
        let day = usize::try_from(one.date.day() - 22).unwrap();
        let day = draws.chance(70).then_some(day);
        let pin = Request { person: one.ambassador.0, post: one.post.0, day, hours: None, part: None };
        if !tiny.pins.contains(&pin) {
            tiny.pins.push(pin);
        }
    }
    tiny
}

fn found(domain: &Domain) -> Ways {
    ways(domain, None, domain.pins.len(), &Unwatched)
        .unwrap_or_else(|defect| panic!("{defect}\n{}", defect.program))
}

/// What is to be given up for a roster; `None` where it breaks what never is.
fn price(domain: &Domain, roster: &Roster) -> Option<BTreeSet<Member>> {
    let concessions = Concessions::of(domain, domain.pins.len());
    let mut price = BTreeSet::new();
    for broken in violations(domain, roster) {
        let first = broken.entries.first().map(|&position| roster.placements[position]);
        match (broken.rule, &broken.subject, first) {
            (Rule::Pinned, &Subject::Pin(position), _) => price.extend([Member::Pin(position)]),
            (rule @ (Rule::Together | Rule::Apart), &Subject::Pair(one, other), _) => {
                let bond = if rule == Rule::Apart { Bond::Apart } else { Bond::TogetherMust };
                let groups = domain.groups.iter().enumerate().filter(|(_, group)| {
                    group.bond == bond && group.members.contains(&one) && group.members.contains(&other)
                });
                price.extend(groups.map(|(position, _)| Member::Group(position)));
            }
            (Rule::Banned, _, Some(first)) => {
                let bars = |position: &usize| {
                    let bans = vec![domain.bans[*position].clone()];
                    let alone = Roster { placements: vec![first] };
                    let broken = violations(&Domain { bans, ..domain.clone() }, &alone);
                    broken.iter().any(|broken| broken.rule == Rule::Banned)
                };
                price.extend((0..domain.bans.len()).filter(bars).map(Member::Ban));
            }
            (rule, _, Some(first)) => price.extend([concessions.of_placement(rule, first)?]),
            _ => return None,
        }
    }
    Some(price)
}

/// The least sets with which some roster is paid for.
fn least(domain: &Domain) -> BTreeSet<BTreeSet<Member>> {
    let pairs: Vec<Placement> = placements(domain).collect();
    let rosters = (0..1_usize << pairs.len()).map(|subset| {
        let chosen = pairs.iter().enumerate().filter(|(bit, _)| subset >> bit & 1 == 1);
        Roster { placements: chosen.map(|(_, &pair)| pair).collect() }
    });
    let prices: BTreeSet<BTreeSet<Member>> = rosters.filter_map(|roster| price(domain, &roster)).collect();
    let is_least =
        |one: &&BTreeSet<Member>| !prices.iter().any(|other| other != *one && other.is_subset(one));
    prices.iter().filter(is_least).cloned().collect()
}

#[test]
fn gives_up_the_fewest_in_every_way_that_there_is() {
    let (mut contradictions, mut with_two, mut kinds) = (0, 0, BTreeSet::new());
    for seed in 0.. {
        if contradictions == CONTRADICTIONS {
            break;
        }
        let tiny = crowded(seed);
        let domain = tiny.domain();
        if placements(&domain).count() > MOST_PAIRS {
            continue;
        }
        let least = least(&domain);
        let context = || format!("seed {seed}: {least:?}\n{}", tiny.text());
        if least.contains(&BTreeSet::new()) {
            // Nothing contradicts itself: there is no way to ask for.
            continue;
        }
        let Ways { ways, others } = found(&domain);
        let expected = if least.len() < MOST { Others::None } else { Others::Perhaps };
        assert_eq!(others, expected, "{}", context());
        contradictions += 1;
        let given_up: Vec<BTreeSet<Member>> =
            ways.iter().map(|way| way.given_up.iter().copied().collect()).collect();
        assert!(given_up.iter().all(|way| least.contains(way)), "{given_up:?} {}", context());
        let distinct: BTreeSet<&BTreeSet<Member>> = given_up.iter().collect();
        assert_eq!(distinct.len(), least.len().min(MOST), "{given_up:?} {}", context());
        let mut sizes: Vec<usize> = least.iter().map(BTreeSet::len).collect();
        sizes.sort_unstable();
        sizes.truncate(MOST);
        assert_eq!(given_up.iter().map(BTreeSet::len).collect::<Vec<_>>(), sizes, "{}", context());
        with_two += usize::from(sizes[0] > 1);
        kinds.extend(given_up.into_iter().flatten().map(|member| match member {
            Member::Rule(rule, _) => rule.id(),
            Member::Pin(_) => "pin",
            Member::Group(_) => "group",
            Member::Ban(_) => "ban",
        }));
    }
    assert!(with_two > 100, "{with_two} where one is not enough");
    assert!(kinds.len() > 20, "only {kinds:?}");
}

/// The text without the lines of the entries that a way gives up: each stands on one.
fn without_entries(text: &str, domain: &Domain, way: &Way) -> String {
    let place = |member: &Member| match *member {
        Member::Rule(..) => None,
        entry => entry.place(domain),
    };
    let places: Vec<_> = way.given_up.iter().filter_map(place).collect();
    let mut at = 0;
    let lines = text.split_inclusive('\n').filter(|line| {
        let (first, last) = (at, at + line.len());
        at = last;
        !places.iter().any(|place| first <= place.start && place.end <= last)
    });
    let left: String = lines.collect();
    // A section of which nothing is left goes too.
    ["groups:\n", "bans:\n", "pins:\n"].into_iter().fold(left, |text, head| {
        let is_empty = text.split_once(head).is_some_and(|(_, rest)| !rest.starts_with(' '));
        if is_empty { text.replace(head, "") } else { text }
    })
}

#[test]
fn says_what_to_do_and_that_does_it() {
    let (mut contradictions, mut by_options, mut fields) = (0, 0, BTreeSet::new());
    for seed in 0..500 {
        let text = crowded(seed).text();
        let mut sources = Sources::default();
        let file = sources.add("tiny.yaml", text.as_str());
        let Some(campaign) = read_text(&mut sources, file, &[]).campaign else { continue };
        let Outcome::Contradiction(conflict) = plan(&campaign, "tiny.yaml", &Unwatched).unwrap() else {
            continue;
        };
        contradictions += 1;
        for way in &conflict.expect("there was the time").ways.ways {
            let options = way.options();
            let context = || format!("seed {seed}: {:?} {options:?}\n{text}", way.given_up);
            let in_file = |member: &Member| !matches!(member, Member::Rule(..));
            if way.steps.iter().any(|step| step.options.is_empty() && !in_file(&step.member)) {
                continue;
            }
            let changed = without_entries(&text, &campaign.domain, way);
            let mut sources = Sources::default();
            let changes: Vec<Change> = options
                .iter()
                .map(|option| Change::set(&mut sources, "--set", option.strip_prefix("--set ").unwrap()))
                .collect();
            let file = sources.add("tiny.yaml", changed.as_str());
            let reading = read_text(&mut sources, file, &changes);
            let Some(loosened) = reading.campaign else { panic!("{:?} {}", reading.diagnostics, context()) };
            assert_eq!(violations(&loosened.domain, &way.roster), [], "{}", context());
            let planned = plan(&loosened, "tiny.yaml", &Unwatched).unwrap();
            assert!(matches!(planned, Outcome::Planned(_)), "{}", context());
            by_options += usize::from(!options.is_empty());
            fields.extend(options.iter().filter_map(|option| {
                let path = option.strip_prefix("--set ")?.split('=').next()?;
                Some(path.split('.').next_back()?.to_owned())
            }));
        }
    }
    assert!(contradictions > 40 && by_options > 80, "{contradictions} contradictions, {by_options} options");
    assert!(fields.len() > 8, "only {fields:?}");
}
