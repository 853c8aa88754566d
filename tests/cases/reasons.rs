//! Why somebody got no wish, and why a seat stays empty: nothing is said that is not so.

use super::{Row, Step};

/// A plan with what it says.
const fn plan(says: &'static [&'static str], never: &'static [&'static str]) -> [Step; 1] {
    [Step { typed: "plan F", code: 0, says, never }]
}

pub(super) const ROWS: &[Row] = &[
    Row {
        campaign: "wishes-that-cannot-come-true",
        steps: &plan(
            &[
                "门口引导员  裘素宁        未填报",
                "志愿都没排上\n- 裘素宁：第一志愿病房护理员，没有要求的证件 1 场；第二志愿大堂引导员，大使当天没空 1 场。",
            ],
            &[],
        ),
    },
    Row {
        campaign: "reason-no-session-though-seats-are-free",
        steps: &plan(
            &[
                "门诊导医（卫生服务中心）：需要 3 人次，安排了 2 人次；没有别人了：有空位的场次，去得了的 2 人都已在那里或已排满。",
                "空 1 个",
            ],
            &["没有任何场次"],
        ),
    },
];
