//! Several shifts a day, parts of a day, and hours over midnight.

use super::{Row, Step};

const fn done(typed: &'static str, says: &'static [&'static str]) -> Step {
    Step { typed, code: 0, says, never: &["未证完"] }
}

pub(super) const ROWS: &[Row] = &[
    Row {
        campaign: "free-in-the-morning-only",
        steps: &[done(
            "plan F",
            &["10月23日（周二）  09:00-12:00", "佘松岩", "10月23日（周二）  13:00-17:00", "茅如兰"],
        )],
    },
    Row {
        campaign: "shift-over-midnight",
        steps: &[
            done("plan F -o plan.json", &["22:00-次日01:30", "佘松岩"]),
            done("repair F --plan plan.json", &["所有安排均不变"]),
        ],
    },
    Row {
        campaign: "wish-on-one-day",
        steps: &[
            done("plan F", &["巡逻员", "佘松岩", "统筹安排", "志愿均未满足", "第一志愿巡逻员"]),
            done("plan F --set pins=[]", &["10月24日（周三）", "巡逻员", "佘松岩", "第一志愿"]),
        ],
    },
    Row {
        campaign: "shifts-of-one-day",
        steps: &[
            done(
                "plan F -o plan.json",
                &[
                    "10月23日（周二）  08:00-11:00  康宁医院  暖心服务员  佘松岩",
                    "10月23日（周二）  13:00-15:00  康宁医院  暖心服务员  佘松岩",
                    "10月24日（周三）  08:00-11:00  康宁医院  暖心服务员  茅如兰",
                    "10月24日（周三）  13:00-15:00  康宁医院  暖心服务员  佘松岩",
                    "10月25日（周四）  08:00-11:00  康宁医院  暖心服务员  佘松岩",
                ],
            ),
            done("verify F plan.json", &["符合全部规则"]),
            Step {
                typed: "repair F --plan plan.json --close station@2018-10-24T08:00-11:00",
                code: 2,
                says: &["2018-10-24T08:00-11:00"],
                never: &[],
            },
            done(
                "repair F --plan plan.json --close station@10月24日上午 -o closed.json",
                &["茅如兰：取消10月24日（周三）08:00-11:00"],
            ),
            done(
                "repair F --plan plan.json --absent a01@10月24日下午 -o absent.json",
                &["佘松岩：取消10月24日（周三）13:00-15:00"],
            ),
            done("diff plan.json plan.json", &["一样"]),
            done("print plan.json -o out --to csv", &["out"]),
        ],
    },
];
