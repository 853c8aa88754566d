//! What plans keep.

use super::{Row, Step};

/// A plan with what it says.
const fn plan(says: &'static [&'static str], never: &'static [&'static str]) -> Step {
    Step { typed: "plan F", code: 0, says, never }
}

pub(super) const ROWS: &[Row] = &[
    Row {
        campaign: "certificate-that-has-run-out",
        steps: &[
            plan(&["病房护理员", "茅如兰", "佘松岩", "缺少岗位要求的证件"], &[]),
            Step {
                typed: "check F",
                code: 0,
                says: &["[runs-out]: 佘松岩的健康证到10月23日（周二）为止", ":7:62"],
                never: &["茅如兰的健康证"],
            },
        ],
    },
    Row {
        campaign: "at-most-two-a-week",
        steps: &[
            plan(&["窗口引导员"], &[]),
            Step {
                typed: "plan F --format json",
                code: 0,
                says: &[r#""id": "days""#, r#""value": 4"#],
                never: &[],
            },
        ],
    },
    Row {
        campaign: "one-experienced-person-at-each-session",
        steps: &[
            plan(&["4 人次"], &["待安排", "空岗"]),
            Step { typed: "plan F -o plan.json", code: 0, says: &["plan.json"], never: &[] },
            Step { typed: "verify F plan.json", code: 0, says: &["4"], never: &["led"] },
        ],
    },
    Row {
        campaign: "late-shift-then-early-shift",
        steps: &[
            plan(&["晚班引导员", "佘松岩", "午间引导员", "佘松岩", "空岗", "早班引导员"], &[]),
            Step {
                typed: "plan F --set rules.days.max=3",
                code: 0,
                says: &["空岗", "早班引导员", "休息不够"],
                never: &[],
            },
            Step {
                typed: "plan F --set rules.rest_hours=0",
                code: 0,
                says: &["晚班引导员", "早班引导员", "空岗", "午间引导员"],
                never: &[],
            },
        ],
    },
    Row {
        campaign: "takes-only-what-was-wished",
        steps: &[
            plan(&["门诊导医", "茅如兰", "食堂帮厨", "佘松岩"], &["待安排"]),
            Step {
                typed: "plan F --set ambassadors.a02.unwished=allow --set campaign.seed=2",
                code: 0,
                says: &["门诊导医", "佘松岩", "食堂帮厨", "茅如兰"],
                never: &["待安排"],
            },
        ],
    },
];
