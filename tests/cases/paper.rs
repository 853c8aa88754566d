//! What stands on paper, in messages and in calendars, and what does not.

use super::folder;
use crate::{
    print::{printed, text},
    transcripts::Stage,
};
use std::fs;

/// Campaigns that are printed: the name of the file, the options of `print`, and what is right of each file.
struct Row {
    campaign: &'static str,
    options: &'static str,
    files: &'static [File],
    /// How the path of no file begins.
    absent: &'static [&'static str],
}

/// The files whose paths begin so, and what they say without blanks and tags.
struct File {
    path: &'static str,
    says: &'static [&'static str],
    never: &'static [&'static str],
}

const fn file(path: &'static str, says: &'static [&'static str], never: &'static [&'static str]) -> File {
    File { path, says, never }
}

const EVERY_FORMAT: &str = "--to html,xlsx,csv,ics,txt";

const ROWS: &[Row] = &[
    Row {
        campaign: "notes-that-nobody-gets",
        options: EVERY_FORMAT,
        files: &[
            file(
                "大使卡片",
                &[
                    "统一集合8:30在服务中心",
                    "请携带身份证、健康证",
                    "请留意请穿平底鞋，请从东门进，全程请佩戴胸牌",
                ],
                &["左手", "二楼", "爽约", "要求"],
            ),
            file(
                "致体验单位",
                &[
                    "已请体验大使携带健康证、身份证",
                    "体验大使当天统一集合地点：8:30在服务中心",
                    "“全程请佩戴胸牌”",
                    "病房护理员：请留意“请安排在二楼”",
                    "佘松岩：请留意“左手有旧伤”",
                ],
                &["爽约"],
            ),
            file("安排小结", &["佘松岩：上期爽约一次"], &["左手", "二楼"]),
            file("岗位安排公告", &["佘松岩"], &["左手", "二楼", "爽约"]),
            file("签到表", &["佘松岩"], &["左手", "二楼", "爽约"]),
            file(
                "通知/大使/",
                &[
                    "统一集合：8:30在服务中心",
                    "请携带：身份证、健康证",
                    "备注：请穿平底鞋，请从东门进，全程请佩戴胸牌",
                ],
                &["左手", "二楼", "爽约", "要求"],
            ),
            file(
                "通知/单位/",
                &[
                    "统一集合：8:30在服务中心",
                    "请携带：身份证、健康证",
                    "备注：请穿平底鞋，请从东门进，全程请佩戴胸牌",
                    "请单位留意：请安排在二楼",
                    "请单位留意：左手有旧伤（佘松岩）",
                ],
                &["爽约"],
            ),
            file("通知/日期/", &["请携带：身份证、健康证", "全程请佩戴胸牌"], &["左手", "二楼", "爽约"]),
            file(
                "日历/大使/",
                &["统一集合：8:30在服务中心", "请携带：身份证、健康证", "请从东门进，全程请佩戴胸牌"],
                &["左手", "二楼", "爽约"],
            ),
            file(
                "日历/单位/",
                &["请携带：身份证、健康证", "请安排在二楼", "左手有旧伤（佘松岩）"],
                &["爽约"],
            ),
            file("日历/全部", &["请携带：身份证、健康证"], &["左手", "二楼", "爽约"]),
            file("数据表/", &["身份证、健康证", "请穿平底鞋"], &["左手", "二楼", "爽约"]),
        ],
        absent: &["值班表", "每周签到表"],
    },
    Row {
        campaign: "notes-that-nobody-gets",
        options: "--to html,csv,ics,txt --contacts",
        files: &[
            file("数据表/按日期", &["大使备注", "上期爽约一次"], &["左手", "二楼"]),
            file("安排小结", &["佘松岩：上期爽约一次"], &["左手"]),
            file("大使卡片", &["佘松岩"], &["爽约", "左手"]),
            file("通知/", &["佘松岩"], &["爽约"]),
            file("日历/", &["佘松岩"], &["爽约"]),
        ],
        absent: &[],
    },
    Row {
        campaign: "certificate-missing-from-messages",
        options: "--to html,ics,txt",
        files: &[
            file("大使卡片", &["请携带健康证"], &[]),
            file("致体验单位", &["请查验佘松岩的健康证", "已请体验大使携带健康证"], &[]),
            file("通知/大使/", &["请携带：健康证"], &[]),
            file("通知/单位/", &["请携带：健康证"], &[]),
            file("日历/大使/", &["请携带：健康证"], &[]),
            file("日历/单位/", &["请携带：健康证"], &[]),
        ],
        absent: &[],
    },
    Row {
        campaign: "season-of-four-weeks",
        options: "--to html,txt",
        files: &[
            file(
                "值班表",
                &[
                    "卫生服务中心",
                    "第1周周一10月22日",
                    "门诊导医08:00—11:00",
                    "15:00—18:00",
                    "第4周周一11月12日",
                ],
                &["第5周", "138"],
            ),
            file(
                "每周签到表",
                &["第4周·2018年11月12日（周一）至11月18日（周日）签到表卫生服务中心应到12人次"],
                &["第5周"],
            ),
            file("通知/大使/a03", &["10月24日（周三）09:00—12:00"], &[]),
            // The shifts of a post stand together, and what is to be known of it is said once.
            file("通知/日期/2018-10-24", &["08:00—11:00卫生服务中心，门诊导医"], &[]),
        ],
        absent: &["岗位安排公告", "签到表"],
    },
    Row {
        campaign: "season-of-four-weeks",
        options: "--to html --sheet poster,sign-in",
        files: &[
            file("岗位安排公告", &["08:00—11:00门诊导医"], &[]),
            file("签到表", &["2018年10月24日（周三）签到表卫生服务中心应到3人"], &["第1周"]),
        ],
        absent: &[],
    },
    // Their pages are measured in a browser, too.
    Row {
        campaign: "sign-in-sheet-second-page-without-date",
        options: "--to html --sheet sign-in",
        files: &[file("签到表", &["签到表街道广场", "2018年10月23日（周二）", "应到15人"], &[])],
        absent: &[],
    },
    Row {
        campaign: "poster-first-page-with-the-title-alone",
        options: "--to html --sheet poster",
        files: &[file("岗位安排公告", &["岗位安排公告", "10月22日"], &[])],
        absent: &[],
    },
    Row {
        campaign: "shift-over-midnight",
        options: "--to html,csv,ics,txt",
        files: &[
            file("大使卡片", &["10月23日（周二）22:00—次日01:30"], &[]),
            file("签到表", &["22:00—次日01:30"], &[]),
            file("数据表/按日期", &["22:00-次日01:30"], &[]),
            file("通知/大使/", &["10月23日（周二）22:00—次日01:30"], &[]),
            file("通知/单位/", &["10月23日（周二）22:00—次日01:30：夜间值守员"], &[]),
            file("日历/大使/", &["DTSTART:20181023T140000Z", "DTEND:20181023T173000Z"], &[]),
            file("日历/单位/", &["DTSTART:20181023T140000Z", "DTEND:20181023T173000Z"], &[]),
        ],
        absent: &[],
    },
    Row {
        campaign: "conditions-printed-as-things-to-bring",
        options: "--to html,txt",
        files: &[
            file("大使卡片", &["要求党员、45岁以下、健康证"], &["请携带"]),
            file(
                "致体验单位",
                &["的健康证；岗位要求党员、45岁以下，所安排的体验大使按报名信息均符合。"],
                &["携带", "具备"],
            ),
            file("通知/大使/", &["要求：党员、45岁以下、健康证"], &["请携带"]),
        ],
        absent: &[],
    },
    Row {
        campaign: "long-digits-in-csv",
        options: "--to csv --contacts",
        files: &[file(
            "数据表/按日期",
            &[
                ",'1-2,",
                ",'13800000001,",
                ",'00310000000000000012,",
                ",'013800000102,",
                ",'3/4,",
                ",'000123456789012345",
                "邬主任13800000101",
                "09:00-17:00",
            ],
            &[",1-2", ",3/4", ",013", ",000", ",003", ",13800000001", "'09:00"],
        )],
        absent: &[],
    },
];

/// The campaigns of this table.
pub(super) fn campaigns() -> impl Iterator<Item = &'static str> {
    ROWS.iter().map(|row| row.campaign)
}

/// What a file says to whoever reads it, without blanks.
fn said(name: &str, bytes: &[u8]) -> String {
    let text = text(name, bytes).replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";");
    let (mut said, mut in_tag) = (String::new(), false);
    let tags = name.ends_with("html") || name.ends_with("xlsx");
    for letter in text.chars().filter(|letter| !letter.is_whitespace()) {
        match letter {
            '<' if tags => in_tag = true,
            '>' if in_tag => in_tag = false,
            _ if in_tag => {}
            letter => said.push(letter),
        }
    }
    said
}

#[test]
fn prints_what_is_right_of_every_campaign() {
    let mut wrong = Vec::new();
    for Row { campaign, options, files, absent } in ROWS {
        let name = format!("{campaign}.yaml");
        let stage = Stage::new().file(&name, &fs::read_to_string(folder().join(&name)).unwrap());
        let found = printed(&stage, &format!("{name} {options}"), "out");
        let stray = found.keys().filter(|name| absent.iter().any(|path| name.starts_with(path)));
        wrong.extend(stray.map(|path| format!("{name} {options}: {path} is there")));
        for File { path, says, never } in *files {
            let of_path = found.iter().filter(|(name, _)| name.starts_with(path));
            let said: String = of_path.map(|(name, bytes)| said(name, bytes)).collect();
            assert!(!said.is_empty(), "{name} {options}: no {path} among {:?}", found.keys());
            let missing = says.iter().filter(|words| !said.contains(**words));
            wrong.extend(missing.map(|words| format!("{name} {options}: {path} does not say {words}")));
            let leaked = never.iter().filter(|words| said.contains(**words));
            wrong.extend(leaked.map(|words| format!("{name} {options}: {path} says {words}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
