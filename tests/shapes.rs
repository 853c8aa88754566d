//! Campaigns in the shapes of public data sets: each is planned, every level is proven, and the plan is read a second time.
//!
//! What wishes cost was found by HiGHS too, with a formulation of its own that holds every pair.

use crate::support::{
    reading::domain_of,
    shapes::{
        ACTIVITIES, ACTIVITY_SIZES, CAMP_ACTIVITIES, CAMPERS, COURSES, PEOPLE, STUDENTS, activities, camp,
        courses,
    },
};
use chuxin::{
    experience::{
        roster::{Placement, Roster},
        verification::{recount, violations},
    },
    pipeline,
    planning::outcome::Outcome,
    solver::Unwatched,
    source::Sources,
};
use std::collections::{BTreeMap, BTreeSet};

/// A plan of the experience, with the values of its levels by id.
struct Planned {
    roster: Roster,
    levels: BTreeMap<String, i64>,
}

impl Planned {
    /// Plans a campaign; nothing may be left unproven or break a rule.
    fn of(text: &str) -> Self {
        let mut sources = Sources::default();
        let file = sources.add("campaign.yaml", text);
        let campaign = pipeline::read_text(&mut sources, file, &[]).campaign.expect("a campaign in order");
        let plan = match pipeline::plan(&campaign, "campaign.yaml", &Unwatched) {
            Ok(Outcome::Planned(plan)) => plan.experience,
            other => panic!("{other:?}"),
        };
        assert!(plan.levels.iter().all(|level| level.proven), "{:?}", plan.levels);
        assert_eq!(violations(&campaign.domain, &plan.roster), []);
        let recounted = recount(&campaign.domain, &plan.roster, None);
        let told: Vec<_> = plan.levels.iter().map(|level| (level.level, level.value)).collect();
        assert_eq!(told, recounted);
        let levels = recounted.into_iter().map(|(level, value)| (level.to_string(), value)).collect();
        Self { roster: plan.roster, levels }
    }

    /// How often a key stands among the placements.
    fn counts<K: Ord>(&self, key: impl Fn(&Placement) -> K) -> Vec<usize> {
        let mut counts = BTreeMap::new();
        for placement in &self.roster.placements {
            *counts.entry(key(placement)).or_insert(0) += 1;
        }
        counts.into_values().collect()
    }

    /// How often each count of sessions stands among the people who have any.
    fn loads(&self) -> BTreeMap<usize, usize> {
        let mut loads = BTreeMap::new();
        for load in self.counts(|placement| placement.ambassador) {
            *loads.entry(load).or_insert(0) += 1;
        }
        loads
    }

    fn values<const N: usize>(&self, levels: [&str; N]) -> [i64; N] {
        levels.map(|level| self.levels[level])
    }
}

/// Ten courses of four seats for 26 students: every seat is taken, nobody has two more than another, and one student alone
/// takes a course that was not ticked.
#[test]
fn gives_courses_to_students_who_tick_several() {
    let planned = Planned::of(&courses(1));
    assert_eq!(planned.counts(|placement| placement.post), [4; COURSES]);
    assert_eq!(planned.loads(), BTreeMap::from([(1, 12), (2, STUDENTS - 12)]));
    assert_eq!(planned.values(["everyone", "days", "even", "wishes"]), [26, 40, 14, 1]);
}

#[test]
#[ignore = "needs the speed of optimised code"]
fn gives_each_camper_another_activity_in_each_period() {
    let planned = Planned::of(&camp(1));
    assert_eq!(planned.loads(), BTreeMap::from([(3, CAMPERS)]));
    let sizes = planned.counts(|placement| (placement.post, placement.hours));
    assert_eq!(sizes.len(), 3 * CAMP_ACTIVITIES);
    assert!(sizes.iter().all(|size| [8, 9].contains(size)), "{sizes:?}");
    let placements = &planned.roster.placements;
    let periods: BTreeSet<_> = placements.iter().map(|one| (one.ambassador, one.hours)).collect();
    let visits: BTreeSet<_> = placements.iter().map(|one| (one.ambassador, one.post)).collect();
    assert_eq!([periods.len(), visits.len()], [3 * CAMPERS; 2]);
    assert_eq!(planned.values(["coverage", "days", "wishes"]), [0, 300, 439]);
}

/// There are seats enough for everybody, and one activity does not take place.
#[test]
#[ignore = "needs the speed of optimised code"]
fn holds_activities_with_as_many_people_as_they_need_or_not_at_all() {
    let planned = Planned::of(&activities(1));
    assert_eq!(planned.loads(), BTreeMap::from([(1, PEOPLE)]));
    let sizes = planned.counts(|placement| placement.post);
    let (least, most) = ACTIVITY_SIZES;
    assert_eq!(sizes.len(), ACTIVITIES - 1);
    assert!(sizes.iter().all(|size| (least..=most).contains(size)), "{sizes:?}");
    assert_eq!(planned.values(["everyone", "wishes"]), [282, 90]);
}

#[test]
fn makes_the_same_campaign_of_the_same_seed() {
    for (shape, people) in [(courses as fn(u64) -> String, STUDENTS), (camp, CAMPERS), (activities, PEOPLE)] {
        assert_eq!(shape(1), shape(1));
        assert_ne!(shape(1).replace("seed: \"1\"", "seed: \"2\""), shape(2));
        assert_eq!(domain_of(&shape(2)).ambassadors.len(), people);
    }
}
