//! The order of a campaign's entries decides nothing.

use crate::support::{draws::Draws, reading::domain_of, tiny::Tiny};
use chuxin::{
    pipeline::{ValidCampaign, plan},
    plan::json,
    planning::outcome::Outcome,
    solver::Unwatched,
};

/// A quarter of the campaigns that are held against trying every roster: each is planned twice.
const CAMPAIGNS: u64 = 250;

#[test]
fn plans_a_shuffled_campaign_byte_for_byte_the_same() {
    let mut planned = 0;
    for seed in 0..CAMPAIGNS {
        let tiny = Tiny::from_seed(seed);
        let shuffled = tiny.shuffled(&mut Draws::from_seed(seed)).text();
        let (one, other) = (saved(&tiny.text()), saved(&shuffled));
        assert_eq!(one, other, "seed {seed}\n{}\n{shuffled}", tiny.text());
        planned += usize::from(one.is_some());
    }
    assert!(planned > 200, "{planned} planned");
}

/// The plan's JSON; nothing where the campaign contradicts itself.
fn saved(text: &str) -> Option<String> {
    let domain = domain_of(text);
    let sound = ValidCampaign { domain, digest: String::new(), words: String::new(), variations: vec![] };
    match plan(&sound, "tiny.yaml", &Unwatched).unwrap_or_else(|defect| panic!("{}\n{text}", defect.finding))
    {
        Outcome::Planned(plan) => Some(json::text(&sound.domain, &plan)),
        Outcome::Contradiction(_) => None,
        Outcome::NothingFound => panic!("nothing found without a time limit: {text}"),
    }
}
