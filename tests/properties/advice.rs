//! Advice for random tiny campaigns, against every roster of the changed campaign: what a step is said to gain it gains, and days that are
//! passed over together gain nothing one by one.

use crate::support::{
    brute_force::{Values, eligible_pairs, is_better, optimum},
    tiny::Tiny,
};
use chuxin::{
    campaign::change::Change as Variation,
    domain::Domain,
    experience::{
        explanation::gain::{best, difference},
        level::Level,
    },
    inquiry::advice::{Change, Step, days, steps},
    lp::LevelResult,
    pipeline::read_text,
    solver::Unwatched,
    source::Sources,
};

/// How many campaigns one run tries, and up to how many pairs each roster is tried.
const CAMPAIGNS: u64 = 150;
const MOST: usize = 18;

/// The campaign with a step; `None` where it is refused.
fn stepped(text: &str, step: &Step) -> Option<Domain> {
    let mut sources = Sources::default();
    let options = step.options.iter().map(|option| {
        let (name, words) = option.split_once(' ').unwrap();
        match name {
            "--set" => Variation::set(&mut sources, "--set", words),
            _ => Variation::without(&mut sources, "--without", words),
        }
    });
    let changes: Vec<Variation> = options.collect();
    let file = sources.add("tiny.yaml", text);
    read_text(&mut sources, file, &changes).campaign.map(|campaign| campaign.domain)
}

fn values(levels: &[LevelResult<Level>]) -> Values {
    levels.iter().map(|level| (level.level, level.value)).collect()
}

/// The values above the lot.
fn above(mut values: Values) -> Values {
    values.pop();
    values
}

#[test]
fn claims_of_each_step_what_it_truly_gains() {
    let (mut gains, mut losses, mut equal, mut passed) = (0, 0, 0, 0);
    for seed in 0..CAMPAIGNS {
        let (tiny, text) = (Tiny::from_seed(seed), Tiny::from_seed(seed).text());
        let domain = tiny.domain();
        let Some(now) = best(&domain, &Unwatched).unwrap() else { continue };
        assert_eq!(Some(values(&now)), optimum(&domain).map(above), "seed {seed}");
        for step in steps(&domain) {
            let Some(changed) = stepped(&text, &step) else { continue };
            let levels = best(&changed, &Unwatched).unwrap();
            let context = || format!("seed {seed}: {step:?} {levels:?}\n{text}");
            let found = levels.as_ref().and_then(|levels| difference(&now, levels, false));
            if let Change::AllDays(post) = step.change {
                let helps = |step: &Step| {
                    let changed = stepped(&text, step).and_then(|one| best(&one, &Unwatched).unwrap());
                    let change = changed.and_then(|one| difference(&now, &one, false));
                    change.is_some_and(|change| !change.is_loss())
                };
                let is_gain = found.is_some_and(|change| !change.is_loss());
                assert!(found.is_none() || is_gain, "{}", context());
                assert!(is_gain || !days(&domain, post).iter().any(helps), "{}", context());
                passed += usize::from(!is_gain);
            }
            if eligible_pairs(&changed).len() > MOST {
                continue;
            }
            let all = optimum(&changed).map(above);
            assert_eq!(levels.as_deref().map(values), all, "{}", context());
            let Some(all) = all else { continue };
            let before = values(&now);
            match found {
                Some(change) => {
                    assert!(change.level != Level::Lot, "{}", context());
                    assert_eq!(is_better(&domain, &before, &all), change.is_loss(), "{}", context());
                    let at = before.iter().position(|(level, _)| *level == change.level).unwrap();
                    assert_eq!((before[at].1, all[at].1), (change.from, change.to), "{}", context());
                    assert_eq!(before[..at], all[..at], "{}", context());
                    if change.is_loss() { losses += 1 } else { gains += 1 }
                }
                None => equal += usize::from(before == all),
            }
        }
    }
    assert!(
        gains > 50 && losses > 20 && equal > 50 && passed > 20,
        "{gains} gains, {losses} losses, {equal} equal, {passed} passed over"
    );
}
