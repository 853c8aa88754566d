//! Who is told what after a change, and which paper goes out again: all at once what concerns all, and of sheets only those that
//! are others. All names are invented.

use super::{
    chain::{CAMPAIGN, chain, done, out},
    printed, text,
};
use crate::transcripts::Stage;
use std::fs;

const LIST: &str = "通知/要通知的人.txt";

/// The lines of the list that are for nobody alone.
fn again(list: &str) -> Vec<String> {
    let to_all = ["□ 全体", "□ 工作群", "□ 张贴", "□ 签到表", "□ 卡片", "□ 接待函"];
    let lines = list.lines().filter(|line| to_all.iter().any(|begins| line.starts_with(begins)));
    lines.map(str::to_owned).collect()
}

#[test]
fn only_what_is_another_is_sent_put_up_and_handed_out_again() {
    let stage =
        chain().file("c.yaml", &format!("{CAMPAIGN}  - {{id: a03, name: 施雯, available: 2018-10-25}}\n"));
    done(&stage, "plan c.yaml -o plan.json --force");
    done(&stage, "repair --plan plan.json --close stall@2018-10-25 -o plan-2.json --force");
    done(&stage, "print plan.json --to html,ics,txt -o out");
    done(&stage, "print plan-2.json --to html,ics,txt -o out");
    assert_eq!(
        again(&out(&stage)[LIST]),
        [
            "□ 工作群：重发 通知/日期/2018-10-25.txt",
            "□ 张贴：换下旧的，重贴 岗位安排公告.html",
            "□ 签到表：作废、收回：便民菜市场 10月25日（周四）",
            "□ 接待函：重送 致体验单位/便民菜市场.html",
        ]
    );
    done(&stage, "repair --plan plan.json --replace 茅如兰=施雯 -o other.json");
    done(&stage, "print other.json --to html,ics,txt -o out --force");
    assert_eq!(
        again(&out(&stage)[LIST])[2..],
        [
            "□ 签到表：重发 签到表.html 里的：便民菜市场 10月25日（周四）",
            "□ 卡片：重发 大使卡片.html 里的（剪下本人一张）：施雯",
            "□ 接待函：重送 致体验单位/便民菜市场.html",
        ]
    );
}

#[test]
fn a_remark_of_the_campaign_is_told_once_and_as_the_campaigns() {
    let with = |words: &str| CAMPAIGN.replace("{name: 样例,", &format!("{{name: 样例, {words},"));
    let stage = Stage::new().file("c.yaml", &with("note: 请准时, bring: [身份证]"));
    done(&stage, "plan c.yaml -o plan.json");
    done(&stage, "print plan.json --to html,txt -o out");
    fs::write(stage.path().join("c.yaml"), with("note: 请提前十分钟, bring: [身份证]")).unwrap();
    let told = done(&stage, "print plan.json --to html,txt -o out --force");
    assert!(told.contains("要通知（1）：全体（大使、单位）"), "{told}");
    let now = out(&stage);
    assert_eq!(again(&now[LIST])[0], "□ 全体（大使、单位）：活动备注改为：请提前十分钟");
    assert!(!now[LIST].contains("门诊导医") && !now[LIST].contains("佘松岩"), "{}", now[LIST]);
    let message = &now["通知/大使/a01 佘松岩.txt"];
    assert!(message.contains("活动备注改为：请提前十分钟") && !message.contains("”的备注"), "{message}");
    fs::write(stage.path().join("c.yaml"), with("note: 请提前十分钟, bring: [身份证, 雨具]")).unwrap();
    done(&stage, "print plan.json --to html,txt -o out --force");
    assert_eq!(again(&out(&stage)[LIST])[0], "□ 全体（大使、单位）：统一携带的物品改为：身份证、雨具");
}

#[test]
fn a_mended_plan_goes_where_what_it_mends_was_printed_or_says_that_it_was_not_found() {
    let stage = chain();
    let told = done(&stage, "print plan-2.json --to txt");
    assert!(told.contains("没有找到 plan.json 以前打印到哪里，这次打印到 plan-print"), "{told}");
    let stage = chain();
    done(&stage, "print plan.json --to html,ics,txt -o 墙上");
    done(&stage, "print plan.json --to html,ics,txt -o 电话 --contacts");
    let told = done(&stage, "print plan-2.json --to html,ics,txt");
    assert!(told.contains("打印到 plan.json 的文件夹 墙上"), "{told}");
    assert!(told.contains("要通知") && !stage.path().join("plan-print").exists(), "{told}");
    done(&stage, "print plan.json --to txt -o 又一处");
    let told = done(&stage, "print plan-3.json --to txt");
    assert!(told.contains("又一处") && told.contains("墙上") && told.contains("打印到 plan-print"), "{told}");
}

/// The numbers of the revisions of a calendar's entries.
fn sequences(stage: &Stage, folder: &str) -> Vec<String> {
    let calendar = fs::read_to_string(stage.path().join(folder).join("日历/全部.ics")).unwrap();
    calendar.lines().filter(|line| line.starts_with("SEQUENCE:")).map(str::to_owned).collect()
}

#[test]
fn calendars_of_two_folders_never_say_two_things_under_one_number() {
    let stage = chain();
    done(&stage, "print plan.json --to ics -o one");
    done(&stage, "print plan.json --to ics -o two");
    assert_eq!(sequences(&stage, "one"), sequences(&stage, "two"));
    for (place, folder, number) in [("三楼", "one", "SEQUENCE:1"), ("四楼", "two", "SEQUENCE:2")] {
        fs::write(stage.path().join("c.yaml"), CAMPAIGN.replace("大厅", place)).unwrap();
        done(&stage, &format!("print plan.json --to ics -o {folder} --force"));
        assert!(sequences(&stage, folder).contains(&number.to_owned()), "{folder}");
    }
    // A plan that was mended since wins nowhere over the one that mends it.
    done(&stage, "print plan-2.json --to ics -o one --force");
    done(&stage, "print plan.json --to ics -o three");
    let highest = |folder| {
        let numbers = sequences(&stage, folder).into_iter();
        numbers.filter_map(|line| line.rsplit(':').next()?.parse::<u32>().ok()).max()
    };
    assert!(highest("three") < highest("one"), "{:?} {:?}", highest("three"), highest("one"));
}

#[test]
fn nobody_signs_again_for_a_day_that_is_over_and_a_poster_is_dated_and_signed() {
    let signed = CAMPAIGN.replace("{name: 样例,", "{name: 样例, organizer: 街道党建服务中心,");
    let more = "  - {id: a03, name: 施雯, wishes: [guide], available: 2018-10-23}\n";
    let signed = signed.replace("wishes: [guide]}", "wishes: [guide], available: 2018-10-24}") + more;
    let stage = Stage::new().file("c.yaml", &signed);
    done(&stage, "plan c.yaml -o plan.json");
    let first = printed(&stage, "plan.json --to html --issued 2018-10-20", "first");
    let sheet = |files: &std::collections::BTreeMap<String, Vec<u8>>, name: &str| text(name, &files[name]);
    assert!(sheet(&first, "签到表.html").contains("10月23日"));
    let poster = sheet(&first, "岗位安排公告.html");
    assert!(poster.contains("<p>街道党建服务中心</p><p>2018年10月20日</p>"), "{poster}");
    done(&stage, "repair --plan plan.json --absent a02 --keep-until 2018-10-24 -o plan-2.json");
    let next = printed(&stage, "plan-2.json --to html --issued 2018-10-24", "next");
    let signing = sheet(&next, "签到表.html");
    assert!(!signing.contains("10月23日") && signing.contains("10月24日"), "{signing}");
}

#[test]
fn a_letter_to_a_unit_to_which_nobody_comes_is_no_letter_to_a_host() {
    let stage = chain();
    let files = printed(&stage, "plan-2.json --to html,txt", "out");
    let letter = text("", &files["致体验单位/便民菜市场.html"]);
    assert!(letter.contains("关于体验岗位安排情况的函"), "{letter}");
    assert!(!letter.contains("关于接待") && !letter.contains("接待函"), "{letter}");
    let other = text("", &files["致体验单位/卫生服务中心.html"]);
    assert!(other.contains("关于接待初心体验大使的函"), "{other}");
}

#[test]
fn a_post_whose_last_day_is_closed_has_not_left() {
    let stage = chain();
    done(&stage, "repair --plan plan.json --close stall@2018-10-25 -o closed.json");
    let files = printed(&stage, "closed.json --to html,txt", "out");
    for (name, bytes) in &files {
        assert!(!text(name, bytes).contains("退出"), "{name}");
    }
    let summary = text("", &files["安排小结.html"]);
    assert!(
        summary.contains("不再接待的岗位") && summary.contains("的场次都已取消，不再接待。"),
        "{summary}"
    );
}
