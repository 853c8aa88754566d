//! What `check` notices.

use super::{Row, Step};

/// A row of one check.
const fn row(campaign: &'static str, steps: &'static [Step]) -> Row {
    Row { campaign, steps }
}

/// `check` with what it says.
const fn check(code: i32, says: &'static [&'static str], never: &'static [&'static str]) -> Step {
    Step { typed: "check F", code, says, never }
}

pub(super) const ROWS: &[Row] = &[
    row(
        "one-telephone-for-two-people",
        &[check(0, &["[same-telephone]: 佘松岩和茅如兰的电话相同", ":8:33", ":7:33", "1 处提醒"], &[])],
    ),
    row(
        "same-name-and-organization-twice",
        &[check(0, &["第一党支部的晏知白写了两次", ":8:10", ":7:10", "1 处提醒"], &[])],
    ),
    row(
        "names-that-differ-by-a-blank",
        &[check(0, &["“晏 知白”和“晏知白”只差一个空格", ":8:12", ":7:12", "1 处提醒"], &[])],
    ),
    row(
        "telephone-as-a-rounded-number",
        &[check(0, &["[rounded-number]", ":7:33", "“文本”", "1 处提醒"], &[])],
    ),
    row(
        "wish-named-twice",
        &[
            check(0, &["[wished-twice]: 佘松岩把这个岗位填了两次", ":8:42", ":8:35", "2 处提醒"], &["错误["]),
            Step {
                typed: "plan F --set rules.days.max=2 --format json",
                code: 0,
                says: &[
                    r#""post": "guide", "date": "2018-10-23", "wish": 1"#,
                    r#""post": "desk", "date": "2018-10-24", "wish": 2"#,
                ],
                never: &[],
            },
        ],
    ),
    row(
        "dates-on-public-holidays",
        &[
            check(0, &["国庆节10月1日（周一）至10月7日（周日）", ":5:51", "工作日"], &["9月29日"]),
            Step {
                typed: "check F --set posts.guide.dates=2018-09-29至2018-10-08工作日",
                code: 0,
                says: &["没有错误"],
                never: &["节假日"],
            },
        ],
    ),
    row(
        "wishes-that-cannot-come-true",
        &[check(
            0,
            &[
                "[wish-in-vain]: 裘素宁去不了所填的岗位病房护理员，主要因为 qualified",
                "[wish-in-vain]: 裘素宁去不了所填的岗位大堂引导员，主要因为 available",
            ],
            &["竺慕青"],
        )],
    ),
    row("dates-partly-outside-the-season", &[check(0, &["[beyond-season]", ":7:50"], &[":7:38"])]),
    row("more-wanted-than-people", &[check(0, &["105 人次", "2 人合计最多去 2 次"], &[])]),
    row(
        "key-at-the-wrong-entry",
        &[check(
            2,
            &["是不是想写 seats？它不写在这里，属于岗位", "是不是想写 seats？它不写在这里，属于岗位"],
            &["请删去"],
        )],
    ),
    row("one-misspelt-key-two-errors", &[check(2, &["没有 titel 这一项", "2 处错误"], &["缺少"])]),
    row(
        "follow-up-warnings-before-their-cause",
        &[check(2, &["[wrong-item]", "1 处错误"], &["没有人去得了"])],
    ),
    row(
        "comma-of-full-width-in-braces",
        &[check(2, &[":4:51", ":9:24", ":10:40", "3 处错误"], &["unreadable-yaml"])],
    ),
];
