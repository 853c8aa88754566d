//! Random tiny campaigns after random earlier plans: as few pairings and events change as trying everything finds.

use super::{
    brute_force::{CAMPAIGNS, MOST, choice, options, reached, signed},
    sample::{random_pairing, random_timetable},
};
use crate::support::draws::Draws;
use chrono::NaiveDate;
use chuxin::{
    domain::{
        themes::ThemeIx,
        thursday::{Pairing, Pairings, all_pairs},
    },
    pairing,
    planning::{
        earlier::{Earlier, RepairTerms},
        outcome::Outcome,
    },
    solver::Unwatched,
    timetable::{
        self,
        formulation::Setting,
        roster::{Event, Timetable},
        verification::recount::{recount, unsettled},
    },
};

#[test]
fn changes_as_few_pairings_as_trying_every_set_does() {
    let (mut changed, mut contradictions) = (0, 0);
    for seed in 0..CAMPAIGNS {
        let (domain, action) = random_pairing(seed);
        let pairs: Vec<Pairing> = all_pairs(&domain).collect();
        let draws = &mut Draws::from_seed(seed);
        let count = draws.between(0, pairs.len());
        let mut had = draws.some(&pairs, count);
        had.sort_unstable();
        let settled: Vec<Pairing> = had.iter().copied().filter(|_| draws.chance(15)).collect();
        let lost = draws.below(3);
        let best = (0..1_usize << pairs.len())
            .map(|set| Pairings {
                pairings: (0..pairs.len()).filter(|at| set >> at & 1 == 1).map(|at| pairs[at]).collect(),
            })
            .filter(|roster| settled.iter().all(|pair| roster.pairings.contains(pair)))
            .filter(|roster| pairing::verification::violations(&domain, &action, roster).is_empty())
            .map(|roster| {
                let stayed = had.iter().filter(|pair| roster.pairings.contains(pair)).count();
                let mut values = vec![i64::try_from(had.len() + lost - stayed).unwrap()];
                values.extend(signed(pairing::verification::recount(&domain, &action, &roster, None)));
                values
            })
            .min();
        let previous = Earlier { stands: had, gone: lost, settled };
        let found = pairing::arrangement::arrange(&domain, &action, Some(&previous), &Unwatched).unwrap();
        match (found, best) {
            (Outcome::Planned(found), Some(best)) => {
                let recounted =
                    pairing::verification::recount(&domain, &action, &found.roster, Some(&previous));
                assert_eq!(reached(&found.levels), recounted, "seed {seed}");
                changed += usize::from(best[0] > 0);
                assert_eq!(signed(recounted), best, "seed {seed}");
            }
            (Outcome::Contradiction(()), None) => contradictions += 1,
            (found, best) => panic!("seed {seed}: {found:?} against {best:?}"),
        }
    }
    assert!(changed > 100 && contradictions > 10, "{changed} changed, {contradictions} contradictions");
}

/// Events before the day from which on something may change.
fn early(events: &[Event], day: Option<NaiveDate>) -> Vec<Event> {
    events.iter().copied().filter(|event| day.is_some_and(|day| event.date < day)).collect()
}

#[test]
fn changes_as_few_events_as_trying_every_timetable_does() {
    let (mut tried, mut kept, mut changed) = (0, 0, 0);
    for seed in 0..CAMPAIGNS {
        let (domain, action, pairings) = random_timetable(seed);
        let options = options(&domain, &action, &pairings);
        let many = options.iter().try_fold(1_usize, |many, slot| many.checked_mul(slot.len()));
        let Some(many) = many.filter(|many| *many <= MOST) else { continue };
        let draws = &mut Draws::from_seed(seed);
        let holds = |timetable: &Timetable| {
            timetable::verification::violations(&domain, &action, &pairings, timetable).is_empty()
        };
        // An earlier timetable that held, of which the campaign no longer has some.
        let Some(earlier) = (0..20).map(|_| choice(&options, draws.below(many))).find(holds) else {
            continue;
        };
        let days: Vec<NaiveDate> = earlier.events.iter().map(|event| event.date).collect();
        let day = (draws.chance(30) && !days.is_empty()).then(|| *draws.one(&days));
        let Some(pair) = pairings.pairings.first() else { continue };
        let foreign = Event {
            date: NaiveDate::from_ymd_opt(2101, 1, 6).unwrap(),
            unit: pair.unit,
            neighbourhood: pair.neighbourhood,
            theme: ThemeIx(0),
        };
        let mut had = earlier.events.clone();
        had.push(foreign);
        let lost = draws.below(3);
        let best = (0..many)
            .map(|number| choice(&options, number))
            .filter(|roster| holds(roster) && early(&roster.events, day) == early(&had, day))
            .map(|roster| {
                let stayed = had.iter().filter(|event| roster.events.contains(event)).count();
                let mut values = vec![i64::try_from(had.len() + lost - stayed).unwrap()];
                let recounted = recount(&domain, &action, &pairings, &roster, None);
                values.extend(signed(recounted));
                values
            })
            .min()
            .expect("the earlier timetable itself");
        tried += 1;
        let settled = RepairTerms { keep_until: day, ..RepairTerms::default() };
        let previous = Earlier { stands: had, gone: lost, settled };
        let found = timetable::arrangement::arrange(
            Setting { previous: Some(&previous), ..Setting::of(&domain, &action) },
            &pairings,
            &Unwatched,
        );
        let Outcome::Planned(found) = found.unwrap() else { panic!("seed {seed}") };
        assert!(holds(&found.roster), "seed {seed}");
        assert_eq!(unsettled(&found.roster, &previous), [], "seed {seed}");
        let recounted = recount(&domain, &action, &pairings, &found.roster, Some(&previous));
        assert_eq!(reached(&found.levels), recounted, "seed {seed}");
        assert_eq!(signed(recounted), best, "seed {seed}");
        kept += usize::from(day.is_some());
        let anew =
            timetable::arrangement::arrange(Setting::of(&domain, &action), &pairings, &Unwatched).unwrap();
        let Outcome::Planned(anew) = anew else { panic!("seed {seed}") };
        changed += usize::from(anew.roster != found.roster);
    }
    assert!(tried > 150 && kept > 30 && changed > 50, "{tried} tried, {kept} kept, {changed} changed");
}
