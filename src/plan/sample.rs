//! A small plan for tests.

use crate::{
    domain::{
        Domain,
        geography::Coordinates,
        people::AmbassadorIx,
        places::PostIx,
        rules::Priority,
        sample::{date, hours, sample, wishes},
    },
    experience::{
        level::Level,
        reason::{Reason, Shortage, Unplaced},
        roster::{Placement, Roster},
        rule::Rule,
    },
    lp::{LevelResult, Sense},
    plan::{ExperiencePlan, Plan, Provenance, history::History},
};

/// The campaign of [`domain::sample`](crate::domain::sample) and a plan in which every kind of entry comes up.
pub(crate) fn campaign_and_plan() -> (Domain, Plan) {
    let mut domain = sample();
    domain.ambassadors[1].wishes = wishes(&[2, 1]);
    domain.ambassadors[1].origin = Some(Coordinates { latitude: 31.0, longitude: 121.0 });
    domain.units[0].location = Some(Coordinates { latitude: 32.0, longitude: 121.0 });
    let placed = |ambassador, post, day| Placement {
        date: date(day),
        post: PostIx(post),
        hours: hours(9, 17),
        ambassador: AmbassadorIx(ambassador),
    };
    let history = History::first(&domain, [PostIx(0), PostIx(1)].into_iter());
    let plan = Plan {
        backend: "simplex".into(),
        campaign: Provenance {
            name: "样例".into(),
            file: "sample.yaml".into(),
            digest: "sha256:00".into(),
            variations: vec![],
        },
        mends: None,
        history,
        experience: ExperiencePlan {
            levels: vec![LevelResult {
                level: Level::Priority(Priority::Coverage),
                sense: Sense::Min,
                value: 1,
                bound: 0,
                proven: false,
            }],
            roster: Roster { placements: vec![placed(1, 1, 24), placed(0, 0, 23)] },
            unplaced: vec![Unplaced { ambassador: AmbassadorIx(2), reason: Reason::Outweighed(None) }],
            shortages: vec![Shortage {
                post: PostIx(2),
                session: None,
                need: 1,
                placed: 0,
                reason: Reason::Barred(vec![(Rule::Qualified, 6), (Rule::Available, 1)]),
            }],
            unfulfilled: vec![],
            claims: None,
        },
        thursday_action: None,
    };
    (domain, plan)
}
