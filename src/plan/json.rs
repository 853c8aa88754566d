//! A plan as JSON text: the file that `chuxin plan -o` writes.
//!
//! In: [`Plan`] and the campaign that has the ids. Out: text, byte for byte the same for the same plan.

use crate::{
    domain::Domain,
    experience::{
        reason::{Shortage, Unfulfilled, Unplaced},
        roster::Placement,
    },
    plan::{
        ExperiencePlan, Plan,
        history::written::{self as history, WrittenHistory},
        layout,
        level::{self, WrittenLevel},
        reason::{WrittenReason, written as written_reason},
        thursday::written::{self, WrittenThursday},
    },
};
use serde::Serialize;

/// The version of the format.
pub const VERSION: u32 = 1;

/// The plan as JSON text that ends with a line feed.
///
/// # Errors
/// Those of `serde_json`, which a plan gives no reason for.
pub fn text(domain: &Domain, plan: &Plan) -> serde_json::Result<String> {
    layout::text(&data(domain, plan))
}

/// The same as data, to stand within other JSON.
pub fn data<'a>(domain: &'a Domain, plan: &'a Plan) -> impl Serialize + 'a {
    Written {
        version: VERSION,
        tool: concat!("chuxin ", env!("CARGO_PKG_VERSION")),
        backend: &plan.backend,
        campaign: WrittenCampaign {
            name: &plan.campaign.name,
            file: &plan.campaign.file,
            digest: &plan.campaign.digest,
            variations: &plan.campaign.variations,
        },
        mends: plan.mends.as_ref().map(|mends| WrittenMends {
            file: &mends.file,
            digest: &mends.digest,
            keep_until: mends.keep_until.map(|date| date.format("%Y-%m-%d").to_string()),
            touch_least: mends.touch_least,
        }),
        experience: experience(domain, &plan.experience),
        thursday_action: plan.thursday_action.as_ref().map(|plan| written::written(domain, plan)),
        history: history::written(&plan.history),
    }
}

#[derive(Serialize)]
struct Written<'a> {
    version: u32,
    tool: &'static str,
    backend: &'a str,
    campaign: WrittenCampaign<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mends: Option<WrittenMends<'a>>,
    experience: WrittenExperience<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    thursday_action: Option<WrittenThursday<'a>>,
    history: WrittenHistory<'a>,
}

#[derive(Serialize)]
struct WrittenCampaign<'a> {
    name: &'a str,
    file: &'a str,
    digest: &'a str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    variations: &'a [String],
}

#[derive(Serialize)]
struct WrittenMends<'a> {
    file: &'a str,
    digest: &'a str,
    keep_until: Option<String>,
    touch_least: bool,
}

#[derive(Serialize)]
struct WrittenExperience<'a> {
    levels: Vec<WrittenLevel>,
    placements: Vec<WrittenPlacement<'a>>,
    unplaced: Vec<WrittenUnplaced<'a>>,
    shortages: Vec<WrittenShortage<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unfulfilled: Vec<WrittenUnfulfilled<'a>>,
}

#[derive(Serialize)]
struct WrittenPlacement<'a> {
    ambassador: &'a str,
    post: &'a str,
    date: String,
    wish: Option<u32>,
    metres: Option<i64>,
}

#[derive(Serialize)]
struct WrittenUnplaced<'a> {
    ambassador: &'a str,
    reason: WrittenReason<'a>,
}

#[derive(Serialize)]
struct WrittenShortage<'a> {
    post: &'a str,
    need: u32,
    placed: u32,
    reason: WrittenReason<'a>,
}

#[derive(Serialize)]
struct WrittenUnfulfilled<'a> {
    ambassador: &'a str,
    post: &'a str,
    reason: WrittenReason<'a>,
}

fn experience<'a>(domain: &'a Domain, plan: &'a ExperiencePlan) -> WrittenExperience<'a> {
    let mut placements = plan.roster.placements.clone();
    placements.sort_unstable();
    let mut unplaced: Vec<&Unplaced> = plan.unplaced.iter().collect();
    unplaced.sort_by_key(|unplaced| unplaced.ambassador);
    let mut shortages: Vec<&Shortage> = plan.shortages.iter().collect();
    shortages.sort_by_key(|shortage| shortage.post);
    WrittenExperience {
        levels: plan.levels.iter().map(level::written).collect(),
        placements: placements.into_iter().map(|one| placement(domain, one)).collect(),
        unplaced: unplaced
            .into_iter()
            .map(|Unplaced { ambassador, reason: why }| WrittenUnplaced {
                ambassador: &domain.ambassador(*ambassador).id,
                reason: written_reason(domain, why),
            })
            .collect(),
        shortages: shortages
            .into_iter()
            .map(|Shortage { post, need, placed, reason: why }| WrittenShortage {
                post: &domain.post(*post).id,
                need: *need,
                placed: *placed,
                reason: written_reason(domain, why),
            })
            .collect(),
        unfulfilled: plan.unfulfilled.iter().map(|wish| unfulfilled(domain, wish)).collect(),
    }
}

fn unfulfilled<'a>(domain: &'a Domain, wish: &'a Unfulfilled) -> WrittenUnfulfilled<'a> {
    WrittenUnfulfilled {
        ambassador: &domain.ambassador(wish.ambassador).id,
        post: &domain.post(wish.post).id,
        reason: written_reason(domain, &wish.reason),
    }
}

fn placement(domain: &Domain, placement: Placement) -> WrittenPlacement<'_> {
    let Placement { date, post, ambassador } = placement;
    WrittenPlacement {
        ambassador: &domain.ambassador(ambassador).id,
        post: &domain.post(post).id,
        date: date.format("%Y-%m-%d").to_string(),
        wish: domain.ambassador(ambassador).wish_number(post),
        metres: domain.metres(ambassador, post),
    }
}

#[cfg(test)]
mod tests {
    use super::text;
    use crate::plan::sample::campaign_and_plan;

    #[test]
    fn writes_one_line_for_each_level_placement_and_reason_in_their_order() {
        let (domain, plan) = campaign_and_plan();
        insta::assert_snapshot!(text(&domain, &plan).unwrap(), @r#"
        {
          "version": 1,
          "tool": "chuxin 0.1.0",
          "backend": "simplex",
          "campaign": {
            "name": "样例",
            "file": "sample.yaml",
            "digest": "sha256:00"
          },
          "experience": {
            "levels": [
              {"id": "coverage", "sense": "min", "value": 1, "bound": 0, "proven": false}
            ],
            "placements": [
              {"ambassador": "a0", "post": "p0", "date": "2018-10-23", "wish": null, "metres": null},
              {"ambassador": "a1", "post": "p1", "date": "2018-10-24", "wish": 2, "metres": 111195}
            ],
            "unplaced": [
              {"ambassador": "a2", "reason": {"kind": "outweighed"}}
            ],
            "shortages": [
              {"post": "p2", "need": 1, "placed": 0, "reason": {"kind": "barred", "rules": [{"id": "qualified", "sessions": 6}, {"id": "available", "sessions": 1}]}}
            ]
          },
          "history": {
            "key": "5290f22e8d080564",
            "revision": 0,
            "posts": [
              {"post": "p0", "unit": "u0", "hours": "09:00-17:00"},
              {"post": "p1", "unit": "u0", "hours": "09:00-17:00"}
            ]
          }
        }
        "#);
    }
}
