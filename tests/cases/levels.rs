//! What the levels bring about: who goes where, and what each level comes to.

use super::{Row, Step};

/// A plan with what it says.
const fn plan(typed: &'static str, says: &'static [&'static str]) -> Step {
    Step { typed, code: 0, says, never: &["未证完"] }
}

/// Two days for each, whatever the lot.
const TWO_AND_TWO: &[&str] = &[
    r#"{"id": "even", "sense": "min", "value": 2, "bound": 2, "proven": true}"#,
    r#"{"ambassador": "a01""#,
    r#"{"ambassador": "a01""#,
];

pub(super) const ROWS: &[Row] = &[Row {
    campaign: "three-days-for-one-and-one-for-the-other",
    steps: &[
        plan("plan F", &["2 人全部安排，共 4 人次", "均衡      2 "]),
        plan("plan F --format json", TWO_AND_TWO),
        plan("plan F --format json --set campaign.seed=5", TWO_AND_TWO),
        plan("plan F --format json --set campaign.seed=1", TWO_AND_TWO),
    ],
}];
