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
                "门口引导员  裘素宁        统筹安排",
                "志愿均未满足\n- 裘素宁：第一志愿病房护理员，缺少岗位要求的证件 1 场；第二志愿大堂引导员，本人当天不能参加 1 场。",
            ],
            &[],
        ),
    },
    Row {
        campaign: "reason-no-session-though-seats-are-free",
        steps: &plan(
            &[
                "门诊导医（卫生服务中心）：需要 3 人次，安排了 2 人次；没有其他人选，尚有名额的场次，可参加的 2 人均已在该场次或次数已满。",
                "空 1 个",
            ],
            &["没有任何场次"],
        ),
    },
];
