//! Whatever is found under a clock that may run out at any look passes its own check.

use super::{many_reserves, read, sound};
use crate::support::{
    district::district,
    draws::Draws,
    looks::Looks,
    synthetic::{self, Size},
    tiny::Tiny,
};
use chuxin::{
    experience::{
        level::Level,
        reserves::reserves,
        roster::{Placement, Previous},
    },
    lp::LevelResult,
    pipeline::{self, ValidCampaign},
    plan::Plan,
    planning::outcome::Outcome,
    solver::{Unwatched, Watch},
};

/// The plan, where there is one; a plan that fails its own check is a defect.
fn planned(campaign: &ValidCampaign, watch: &dyn Watch) -> Option<Plan> {
    match pipeline::plan(campaign, "campaign.yaml", watch) {
        Ok(Outcome::Planned(plan)) => Some(plan),
        Ok(_) => None,
        Err(defect) => panic!("{}", defect.finding),
    }
}

#[test]
fn plans_a_tiny_campaign_without_a_defect_wherever_the_clock_runs_out() {
    let mut draws = Draws::from_seed(1);
    let (mut open, mut proven) = (0, 0);
    for seed in 0..300 {
        // Some have pins that break a rule by themselves.
        let Some(campaign) = read(&Tiny::from_seed(seed).text()).campaign else { continue };
        let looks = u64::try_from(draws.below(120)).unwrap();
        if let Some(plan) = planned(&campaign, &Looks::left(looks).patient()) {
            open += u32::from(!plan.is_proven());
            proven += u32::from(plan.is_proven());
        }
    }
    assert!(open > 50 && proven > 50, "{open} open, {proven} proven");
}

#[test]
fn plans_the_thursdays_without_a_defect_wherever_the_clock_runs_out() {
    let chosen = |text: String| text.replace("thursday: 1", "thursday: any");
    let campaigns = [sound(&district(12, 6, 1)), sound(&chosen(district(12, 6, 2)))];
    let mut open = 0;
    for campaign in &campaigns {
        for looks in (0..40).chain((40..400).step_by(20)) {
            let plan = planned(campaign, &Looks::left(looks).patient())
                .expect("a Thursday Action always has a plan");
            let thursday = plan.thursday_action.as_ref().expect("the campaign has one");
            assert!(!thursday.timetable.events.is_empty(), "{looks} looks");
            open += u32::from(!plan.is_proven());
        }
    }
    assert!(open > 40, "{open} open");
}

#[test]
fn holds_something_on_the_thursdays_of_many_units_without_a_look_left() {
    // More columns than are solved as one program, and no neighbourhood that needs anything.
    let text =
        district(60, 60, 3).replace("thursday: 1", "thursday: any").replace("needs: [", "needs: [] # [");
    let text = text.replace(", needs: [] #", "} #");
    let plan =
        planned(&sound(&text), &Looks::left(0).patient()).expect("a Thursday Action always has a plan");
    let thursday = plan.thursday_action.as_ref().expect("the campaign has one");
    assert!(thursday.timetable.events.len() > 300, "{}", thursday.timetable.events.len());
}

#[test]
fn finds_a_plan_without_a_single_look_left() {
    for seed in 1..4 {
        let size = Size { ambassadors: 60, posts: 15, weeks: 2, pairs: 4, remark: 0 };
        let plan =
            planned(&sound(&synthetic::campaign(size, seed)), &Looks::left(0).patient()).expect("a plan");
        assert!(plan.experience.roster.placements.len() > 30, "{:?}", plan.experience.roster);
    }
}

#[test]
fn looks_at_no_placement_once_the_time_is_up_and_gives_no_advice_half_found() {
    let campaign = sound(&many_reserves(24));
    let plan = planned(&campaign, &Unwatched).expect("a plan");
    let placements: Vec<Placement> = plan.experience.roster.placements.clone();
    let earlier = Previous { stands: placements.clone(), ..Previous::default() };
    let mut cut_short = 0;
    for looks in [0, 1, 40, 400, 4_000] {
        let found = reserves(&campaign.domain, &earlier, 2, &Looks::left(looks).patient()).unwrap();
        assert_eq!(found.absences.len() + found.unsought.len(), placements.len());
        assert_eq!(found.unsought, placements[found.absences.len()..]);
        let proven = |levels: &[LevelResult<Level>]| levels.iter().all(|level| level.proven);
        let lines = found.absences.iter().flat_map(|absence| &absence.reserves);
        assert!(lines.into_iter().all(|reserve| proven(&reserve.levels)), "{looks} looks");
        cut_short += found.unsought.len();
    }
    assert!(cut_short > placements.len(), "{cut_short}");
}

/// The processor time of this thread, which another program on the same machine does not lengthen.
#[cfg(target_os = "linux")]
mod worked {
    use super::*;
    use chuxin::solver::Progress;
    use std::time::{Duration, Instant};

    fn worked() -> Option<Duration> {
        let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        text.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
    }

    struct Worked {
        begun: (Duration, Instant),
        limit: Duration,
    }

    impl Worked {
        fn elapsed(&self) -> Duration {
            match worked() {
                Some(now) => now.saturating_sub(self.begun.0),
                None => self.begun.1.elapsed(),
            }
        }
    }

    impl Watch for Worked {
        fn time_left(&self) -> Option<Duration> {
            Some(self.limit.saturating_sub(self.elapsed()))
        }

        fn report(&self, _: &Progress<'_>) {}
    }

    #[test]
    #[ignore = "needs the speed of optimised code"]
    fn keeps_a_limit_to_half_a_second_of_work() {
        let size = |ambassadors, posts| Size { ambassadors, posts, weeks: 4, pairs: 6, remark: 0 };
        let texts = (1..4).map(|seed| synthetic::campaign(Size::PLANNED, seed));
        let larger =
            [(400, 60), (800, 60)].map(|(people, posts)| synthetic::campaign(size(people, posts), 1));
        for text in texts.chain(larger).chain([district(200, 200, 1)]) {
            let campaign = sound(&text);
            for limit in [Duration::from_millis(700), Duration::from_millis(1_500)] {
                let begun = (worked().unwrap_or_default(), Instant::now());
                let watch = Worked { begun, limit };
                planned(&campaign, &watch).expect("a plan");
                let over = watch.elapsed().saturating_sub(limit);
                assert!(over < Duration::from_millis(500), "{limit:?} and {over:?} more");
            }
        }
    }
}
