//! Random tiny campaigns: what the program reaches is what trying everything reaches.

use super::sample::{random_pairing, random_timetable};
use chrono::NaiveDate;
use chuxin::{
    domain::{
        Domain,
        themes::ThemeIx,
        thursday::{Pairings, ThursdayAction, all_pairs},
    },
    lp::{LevelResult, Sense},
    pairing,
    planning::outcome::Outcome,
    solver::Unwatched,
    timetable::{
        self,
        formulation::Setting,
        roster::{Event, Timetable},
    },
};
use std::fmt::{Debug, Display};

pub const CAMPAIGNS: u64 = 600;
/// Campaigns with more timetables than this are passed over.
pub const MOST: usize = 6_000;

/// Values that are better the less they are.
pub fn signed(values: Vec<(impl Display, i64)>) -> Vec<i64> {
    values.into_iter().map(|(level, value)| if goes_up(level) { -value } else { value }).collect()
}

fn goes_up(level: impl Display) -> bool {
    ["needs", "wanted"].contains(&level.to_string().as_str())
}

pub fn reached<L: Copy + Debug + Display>(levels: &[LevelResult<L>]) -> Vec<(L, i64)> {
    for result in levels {
        assert!(result.proven && result.bound == result.value, "{result:?}");
        assert_eq!(result.sense == Sense::Max, goes_up(result.level));
    }
    levels.iter().map(|result| (result.level, result.value)).collect()
}

/// Whether validation refuses what is agreed: more than a limit, or forbidden too.
fn is_refused(action: &ThursdayAction) -> bool {
    let above = |max: Option<u32>, many: usize| max.is_some_and(|max| many > max as usize);
    let agreed = &action.fixed;
    agreed.iter().any(|pair| {
        let of_unit = agreed.iter().filter(|other| other.unit == pair.unit).count();
        let of_place = agreed.iter().filter(|other| other.neighbourhood == pair.neighbourhood).count();
        above(action.neighbourhoods_per_unit.max, of_unit)
            || above(action.units_per_neighbourhood.max, of_place)
            || action
                .forbidden
                .iter()
                .any(|forbidden| (forbidden.unit, forbidden.neighbourhood) == (pair.unit, pair.neighbourhood))
    })
}

#[test]
fn pairs_as_well_as_trying_every_set_of_pairs() {
    for seed in 0..CAMPAIGNS {
        let (domain, action) = random_pairing(seed);
        let pairs: Vec<_> = all_pairs(&domain).collect();
        let rosters = (0..1_usize << pairs.len()).map(|set| Pairings {
            pairings: (0..pairs.len()).filter(|pair| set >> pair & 1 == 1).map(|pair| pairs[pair]).collect(),
        });
        let best = rosters
            .filter(|roster| pairing::verification::violations(&domain, &action, roster).is_empty())
            .map(|roster| signed(pairing::verification::recount(&domain, &action, &roster, None)))
            .min();
        let found = pairing::arrangement::arrange(&domain, &action, None, &Unwatched).unwrap();
        match (found, best) {
            (Outcome::Planned(found), Some(best)) => {
                let recounted = pairing::verification::recount(&domain, &action, &found.roster, None);
                assert_eq!(
                    pairing::verification::violations(&domain, &action, &found.roster),
                    [],
                    "seed {seed}"
                );
                assert_eq!(reached(&found.levels), recounted, "seed {seed}");
                assert_eq!(signed(recounted), best, "seed {seed}");
            }
            (Outcome::Contradiction(()), None) => assert!(is_refused(&action), "seed {seed}"),
            (found, best) => panic!("seed {seed}: {found:?} against {best:?}"),
        }
    }
}

/// What each pairing may hold in each month, nothing included.
pub fn options(domain: &Domain, action: &ThursdayAction, pairings: &Pairings) -> Vec<Vec<Option<Event>>> {
    let months = action.months();
    let slots = pairings.pairings.iter().flat_map(|pairing| months.iter().map(move |month| (pairing, month)));
    slots
        .map(|(pairing, month)| {
            let days: Vec<NaiveDate> =
                (1..=31).filter_map(|day| NaiveDate::from_ymd_opt(month.year, month.month, day)).collect();
            let themes: Vec<ThemeIx> = (0..domain.themes.len()).map(ThemeIx).collect();
            let events = days.iter().flat_map(|&date| {
                let unit = pairing.unit;
                let neighbourhood = pairing.neighbourhood;
                themes.iter().map(move |&theme| Event { date, unit, neighbourhood, theme })
            });
            let allowed = events.filter(|&event| {
                let alone = Timetable { events: vec![event] };
                timetable::verification::violations(domain, action, pairings, &alone).is_empty()
            });
            std::iter::once(None).chain(allowed.map(Some)).collect()
        })
        .collect()
}

/// The `number`-th choice of one option from each slot.
pub fn choice(options: &[Vec<Option<Event>>], mut number: usize) -> Timetable {
    let mut events: Vec<Event> = Vec::new();
    for slot in options {
        events.extend(slot[number % slot.len()]);
        number /= slot.len();
    }
    events.sort_unstable();
    Timetable { events }
}

#[test]
fn plans_the_thursdays_as_well_as_trying_every_timetable() {
    let mut tried = 0;
    for seed in 0..CAMPAIGNS {
        let (domain, action, pairings) = random_timetable(seed);
        let options = options(&domain, &action, &pairings);
        let many = options.iter().try_fold(1_usize, |many, slot| many.checked_mul(slot.len()));
        let Some(many) = many.filter(|many| *many <= MOST) else { continue };
        tried += 1;
        let best = (0..many)
            .map(|number| choice(&options, number))
            .filter(|roster| {
                timetable::verification::violations(&domain, &action, &pairings, roster).is_empty()
            })
            .map(|roster| {
                signed(timetable::verification::recount::recount(&domain, &action, &pairings, &roster, None))
            })
            .min()
            .unwrap();
        let outcomes = [
            timetable::arrangement::arrange(Setting::of(&domain, &action), &pairings, &Unwatched).unwrap(),
            timetable::arrangement::arrange_undivided(Setting::of(&domain, &action), &pairings, &Unwatched)
                .unwrap(),
        ];
        for outcome in outcomes {
            let Outcome::Planned(found) = outcome else { panic!("seed {seed}: {outcome:?}") };
            let roster = &found.roster;
            let broken = timetable::verification::violations(&domain, &action, &pairings, roster);
            assert_eq!(broken, [], "seed {seed}");
            let recounted =
                timetable::verification::recount::recount(&domain, &action, &pairings, roster, None);
            assert_eq!(reached(&found.levels), recounted, "seed {seed}");
            assert_eq!(signed(recounted), best, "seed {seed}");
        }
    }
    assert!(tried >= 200, "only {tried} campaigns were small enough");
}

/// The same campaign with everything that has no order of its own turned round.
fn turned_round(domain: &Domain, action: &ThursdayAction) -> (Domain, ThursdayAction) {
    let (mut domain, mut action) = (domain.clone(), action.clone());
    action.fixed.reverse();
    action.forbidden.reverse();
    action.skip.spans.reverse();
    let (units, places, themes) = (domain.units.len(), domain.neighbourhoods.len(), domain.themes.len());
    for unit in &mut domain.units {
        unit.closed.periods.reverse();
        unit.position = units - 1 - unit.position;
    }
    for place in &mut domain.neighbourhoods {
        place.position = places - 1 - place.position;
    }
    for theme in &mut domain.themes {
        theme.position = themes - 1 - theme.position;
    }
    (domain, action)
}

#[test]
fn plans_the_same_whatever_the_order_of_the_file() {
    for seed in 0..100 {
        let (domain, action) = random_pairing(seed);
        let (other_domain, other_action) = turned_round(&domain, &action);
        assert_eq!(
            pairing::arrangement::arrange(&domain, &action, None, &Unwatched),
            pairing::arrangement::arrange(&other_domain, &other_action, None, &Unwatched),
            "seed {seed}"
        );
        let (domain, action, pairings) = random_timetable(seed);
        let (other_domain, other_action) = turned_round(&domain, &action);
        assert_eq!(
            timetable::arrangement::arrange(Setting::of(&domain, &action), &pairings, &Unwatched),
            timetable::arrangement::arrange(Setting::of(&other_domain, &other_action), &pairings, &Unwatched),
            "seed {seed}"
        );
    }
}
