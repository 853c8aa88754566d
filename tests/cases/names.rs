//! Names wherever ids go, and numbers as people write them.

use super::{Row, Step, folder};
use crate::transcripts::Stage;
use std::fs;

/// A command that is done, with what it says.
const fn done(typed: &'static str, says: &'static [&'static str]) -> Step {
    Step { typed, code: 0, says, never: &[] }
}

pub(super) const ROWS: &[Row] = &[
    Row {
        campaign: "wish-by-title-where-the-post-has-an-id",
        steps: &[done("check F", &["没有错误"]), done("plan F", &["第一志愿 1 人次"])],
    },
    Row { campaign: "dates-as-people-write-them", steps: &[done("check F", &["没有错误"])] },
    Row {
        campaign: "numbers-as-people-write-them",
        steps: &[
            done("check F", &["没有错误"]),
            done("plan F", &["08:30-11:30", "09:00-17:00"]),
            done("plan F --format json", &[r#""post": "guide""#, r#""post": "guide""#, r#""post": "desk""#]),
            Step {
                typed: "check F --set rules.days.max=3 --set rules.days=一",
                code: 2,
                says: &["rules.days=一"],
                never: &[],
            },
            Step {
                typed: "check F --set posts.desk.seats=4-2",
                code: 2,
                says: &["[min-above-max]"],
                never: &[],
            },
        ],
    },
    Row {
        campaign: "absent-by-name",
        steps: &[
            done("plan F -o plan.json", &["门诊导医", "佘松岩"]),
            done("repair F --plan plan.json --absent 佘松岩", &["茅如兰"]),
            done("repair F --plan plan.json --absent 佘松岩@2018-10-23 -o plan-2.json", &["茅如兰"]),
            done("check plan-2.yaml", &["没有错误"]),
            done("plan F --set ambassadors.佘松岩.away=2018-10-23", &["10月23日", "茅如兰"]),
            done("plan F --without ambassador:佘松岩", &["茅如兰"]),
            done(
                "repair F --plan plan.json --add-seat 门诊导医 --add-seat 卫生服务中心·门诊导医",
                &["茅如兰"],
            ),
            done("repair F --plan plan.json --close 门诊导医@2018-10-23", &["佘松岩"]),
        ],
    },
    Row {
        campaign: "names-where-ids-go",
        steps: &[
            Step { typed: "check F", code: 0, says: &["没有错误"], never: &["提醒"] },
            done(
                "plan F -o plan.json --format json",
                &[
                    r#""ambassador": "a03", "post": "guide", "date": "2018-10-23", "wish": 1"#,
                    r#""ambassador": "a02", "post": "lobby-1", "date": "2018-10-24", "wish": 1"#,
                    r#""ambassador": "a01", "post": "lobby-2", "date": "2018-10-25", "wish": 1"#,
                    r#""unit": "icbc", "neighbourhood": "yangqu""#,
                ],
            ),
            Step {
                typed: "repair F --plan plan.json --close 大堂引导员@2018-10-24",
                code: 2,
                says: &["有 2 个岗位都叫 大堂引导员", "lobby-1（工商银行）、lobby-2（农业银行）"],
                never: &[],
            },
            Step {
                typed: "check F --set posts.大堂引导员.seats=2",
                code: 2,
                says: &["有 2 个岗位都叫 大堂引导员"],
                never: &["unknown-id"],
            },
            done(
                "check F --without post:工商银行·大堂引导员",
                &["[falls-away]", "a02 的第 1 志愿", "没有错误（3 家单位、2 个岗位"],
            ),
        ],
    },
];

/// A plan in which people have written names is the plan in ids.
#[test]
fn reads_a_plan_in_which_people_wrote_names() {
    let campaign = fs::read_to_string(folder().join("names-where-ids-go.yaml")).unwrap();
    let stage = Stage::new().file("campaign.yaml", &campaign);
    let run = |arguments: &str, code: i32| {
        let output = stage.run(arguments);
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert_eq!(output.status.code(), Some(code), "{arguments}: {said}");
        said
    };
    run("plan campaign.yaml -o plan.json", 0);
    let plan = fs::read_to_string(stage.path().join("plan.json")).unwrap();
    let edited = plan
        .replace("\"a02\", \"post\": \"lobby-1\"", "\"茅如兰\", \"post\": \"工商银行·大堂引导员\"")
        .replace(
            "\"unit\": \"icbc\", \"neighbourhood\": \"yangqu\"",
            "\"unit\": \"工商银行\", \"neighbourhood\": \"阳曲路居民区\"",
        );
    assert!(edited.matches("茅如兰").count() >= 1 && edited.matches("阳曲路居民区").count() > 1, "{edited}");
    fs::write(stage.path().join("edited.json"), &edited).unwrap();
    assert!(run("verify campaign.yaml edited.json", 0).contains("符合全部规则"));
    run("diff plan.json edited.json", 0);
    run("repair campaign.yaml --plan edited.json --absent 邬连城", 0);
    fs::write(stage.path().join("edited.json"), edited.replace("工商银行·大堂引导员", "大堂引导员")).unwrap();
    assert!(run("verify campaign.yaml edited.json", 2).contains("有 2 个岗位都叫 大堂引导员"));
}
