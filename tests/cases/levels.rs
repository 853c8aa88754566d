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

/// The one place is for whoever signed up first, whatever the lot.
const FIRST_COME: &[&str] = &[
    r#"{"id": "first", "sense": "min", "value": 1, "bound": 1, "proven": true}"#,
    r#"{"ambassador": "a02""#,
];

pub(super) const ROWS: &[Row] = &[
    Row {
        campaign: "every-organization-sends-somebody",
        steps: &[
            plan("plan F", &["窗口员", "邬连城", "待安排"]),
            plan(
                "plan F --format json",
                &[r#"{"id": "represented", "sense": "min", "value": 0, "bound": 0, "proven": true}"#],
            ),
            plan("plan F --set campaign.seed=2", &["邬连城", "待安排"]),
        ],
    },
    Row {
        campaign: "three-days-for-one-and-one-for-the-other",
        steps: &[
            plan("plan F --levels", &["2 人全部安排，共 4 人次", "均衡      2 "]),
            plan("plan F --format json", TWO_AND_TWO),
            plan("plan F --format json --set campaign.seed=5", TWO_AND_TWO),
            plan("plan F --format json --set campaign.seed=1", TWO_AND_TWO),
        ],
    },
    Row {
        campaign: "need-at-each-session",
        steps: &[
            plan(
                "plan F -v",
                &["10月22日", "10月23日", "10月24日", "10月25日", "10月26日", "共需 5 人次", "岗位落实  0 "],
            ),
            plan(
                "plan F --levels --without ambassador:a05 --without ambassador:a04",
                &["窗口引导员（受理服务中心）：每场需要 1 人，有 2 场没有排到人", "岗位落实  2 "],
            ),
            plan(
                "plan F --levels --without ambassador:a05 --set posts.window.need.each=2",
                &["有 4 场只安排了 1 人", "10月24日（周三）需要 2 人，没有排到人", "岗位落实  7 "],
            ),
        ],
    },
    Row {
        campaign: "wishes-of-equal-worth",
        steps: &[
            plan(
                "plan F --by ambassador --levels",
                &[
                    "佘松岩",
                    "剪纸助教",
                    "茅如兰",
                    "书法助教",
                    "邬连城",
                    "茶艺助教",
                    "第一志愿 3 人次",
                    "志愿满足  0 ",
                ],
            ),
            plan("plan F --levels --without post:paper --set posts.tea.seats=2", &["志愿满足  1 "]),
        ],
    },
    Row {
        campaign: "from-work-where-home-is-unknown",
        steps: &[
            Step {
                typed: "check F",
                code: 0,
                says: &["within-distance", "[other-start]: 有 1 人不知道住在哪里，路程从工作单位算起"],
                never: &[],
            },
            plan("plan F", &["within-distance", "已安排 0 人"]),
        ],
    },
    Row {
        campaign: "first-come",
        steps: &[
            plan("plan F --levels", &["报名先后  1 ", "各人次报名的名次，合计"]),
            plan("plan F --format json --set campaign.seed=5", FIRST_COME),
            plan("plan F --format json --set campaign.seed=1", FIRST_COME),
            plan("plan F --without ambassador:a02 --format json", &[r#"{"ambassador": "a01""#]),
            plan("plan F --levels --set ambassadors.a02.signed_up=2018-09-21", &["佘松岩", "报名先后  1 "]),
        ],
    },
];
