//! A season as its readers get it: planned, printed, left by a unit, gone past, said otherwise. All names are invented.

use super::{
    chain::{done, out},
    printed,
};
use crate::transcripts::Stage;
use std::{collections::BTreeMap, fs};

const SEASON: &str = "\
campaign:
  name: 样例
  season: 2018-10-22..2018-10-31
  contact: {name: 党建服务中心, phone: 021-0000 0000}
units:
  - {id: clinic, name: 卫生服务中心, location: [31.30, 121.44], offers: [health]}
  - {id: market, name: 便民菜市场, location: [31.30, 121.46], offers: [health]}
posts:
  - {id: guide, unit: clinic, title: 门诊导医, dates: [2018-10-23, 2018-10-30], mentor: 张老师, meet: 一楼大厅}
  - {id: stall, unit: market, title: 摊位协管员, dates: [2018-10-23, 2018-10-29], need: 2, seats: 1, mentor: 秦师傅}
ambassadors:
  - {id: a01, name: 佘松岩, wishes: [guide], available: 2018-10-23}
  - {id: a02, name: 茅如兰, wishes: [stall], available: 2018-10-23}
  - {id: a03, name: 邬连城, wishes: [stall], available: [2018-10-29, 2018-10-30]}
neighbourhoods:
  - {id: south, name: 南弄居民区, location: [31.30, 121.441], address: 南弄1号, place: 二楼活动室}
  - {id: north, name: 北弄居民区, location: [31.30, 121.461]}
themes: [{id: health, name: 健康义诊}]
thursday_action: {months: 2018-09..2018-12, thursday: 1}
";

const LEAVES: &str =
    "repair --plan plan.json --without unit:market@2018-10-25 --keep-until 2018-10-25 -o plan-2.json";

fn planned() -> Stage {
    let stage = Stage::new().file("c.yaml", SEASON);
    done(&stage, "plan c.yaml -o plan.json");
    stage
}

/// What a print writes, without tags where it is a page.
fn said(stage: &Stage, arguments: &str, folder: &str) -> BTreeMap<String, String> {
    let files = printed(stage, arguments, folder).into_iter();
    files.map(|(name, bytes)| (name.clone(), words(&super::text(&name, &bytes)))).collect()
}

fn words(text: &str) -> String {
    let text = text.split("<body").last().unwrap_or_default();
    let mut words = String::new();
    let mut is_tag = false;
    for letter in text.chars() {
        match letter {
            '<' => is_tag = true,
            '>' if is_tag => is_tag = false,
            letter if !is_tag => words.push(letter),
            _ => {}
        }
    }
    words.replace('\r', "")
}

#[test]
fn whoever_withdraws_is_named_with_the_day_on_every_sheet_and_is_not_begged_pardon() {
    let stage = planned();
    done(&stage, LEAVES);
    let files = said(&stage, "plan-2.json --to html,txt,ics", "out");
    let sentence = "便民菜市场自2018年10月25日（周四）起退出";
    for sheet in ["一页纸汇报.html", "岗位安排公告.html", "周四行动全年安排.html", "安排小结.html"]
    {
        assert!(files[sheet].contains(sentence), "{sheet}: {}", files[sheet]);
    }
    for sheet in ["通知/单位/便民菜市场.txt", "致体验单位/便民菜市场.html", "调整通知/第1次/便民菜市场.html"]
    {
        let sheet = &files[sheet];
        assert!(sheet.contains("贵单位自2018年10月25日（周四）起退出"), "{sheet}");
        assert!(!sheet.contains("谅解") && !sheet.contains("不便"), "no apology: {sheet}");
        assert!(!sheet.contains("贵单位与北弄居民区结对，"), "{sheet}");
        assert!(!sheet.contains("请做好准备") && !sheet.contains("第1次"), "{sheet}");
    }
    let home = &files["通知/居民区/北弄居民区.txt"];
    assert!(home.contains("贵居民区与便民菜市场的结对自2018年10月25日（周四）起终止；取消11月1日"), "{home}");
    assert!(home.contains("此前的安排：\n9月6日"), "{home}");
    // What is cancelled is named, in the calendar of the unit and in that of the neighbourhood.
    for calendar in ["日历/单位/便民菜市场.ics", "日历/大使/a03 邬连城.ics", "日历/居民区/北弄居民区.ics"]
    {
        let calendar = &files[calendar];
        assert!(!calendar.contains("SUMMARY:已取消\n"), "{calendar}");
    }
    assert!(files["日历/单位/便民菜市场.ics"].contains("SUMMARY:已取消：摊位协管员"));
    assert!(files["日历/居民区/北弄居民区.ics"].contains("SUMMARY:已取消：便民菜市场，健康义诊"));
    // Nobody has withdrawn in the first plan, and who is closed from the first on has not.
    let first = said(&stage, "plan.json --to html", "first");
    assert!(first.values().all(|sheet| !sheet.contains("退出")), "{first:?}");
}

#[test]
fn only_what_was_said_to_leave_has_left_and_has_so_after_later_repairs_too() {
    let stage = planned();
    let last = "@2018-12-31 --keep-until 2018-10-25";
    done(&stage, &format!("repair --plan plan.json --absent unit:market{last} -o closed.json"));
    let closed = said(&stage, "closed.json --to html,txt", "closed");
    assert!(closed.values().all(|sheet| !sheet.contains("退出")), "closed on the last day: {closed:?}");
    done(&stage, &format!("repair --plan plan.json --without unit:market{last} -o left.json"));
    done(&stage, "repair --plan left.json --absent a03@2018-10-29 --keep-until 2018-10-25 -o left-2.json");
    done(&stage, "repair --plan left-2.json --absent a03@2018-10-30 --keep-until 2018-10-25 -o left-3.json");
    for plan in ["left", "left-3"] {
        let files = said(&stage, &format!("{plan}.json --to html"), plan);
        let sheet = &files["一页纸汇报.html"];
        assert!(sheet.contains("便民菜市场自2018年12月31日（周一）起退出"), "{plan}: {sheet}");
    }
    // Whoever takes part again has not left.
    done(&stage, "repair --plan left-3.json --set units.market.closed=[] -o back.json");
    let back = said(&stage, "back.json --to html", "back");
    assert!(!back["一页纸汇报.html"].contains("退出"), "{}", back["一页纸汇报.html"]);
}

#[test]
fn whoever_has_left_is_counted_nowhere_and_free_places_are_to_be_had() {
    let season = SEASON.replace("need: 2, seats: 1", "seats: 2").replace("seats: 2", "seats: 2, need: 1");
    let season = season.replace("available: 2018-10-23}\n  - {id: a03", "away: 2018-10-23}\n  - {id: a03");
    let stage =
        Stage::new().file("c.yaml", &season.replace("campaign:", "rules: {mentor_limit: 1}\ncampaign:"));
    done(&stage, "plan c.yaml -o plan.json");
    done(&stage, LEAVES);
    let files = said(&stage, "plan-2.json --to html", "out");
    for sheet in ["一页纸汇报.html", "安排小结.html"] {
        let sheet = &files[sheet];
        assert!(sheet.contains("1 家单位提供 1 个岗位"), "{sheet}");
        assert!(sheet.contains("另有 1 个岗位因退出取消：摊位协管员"), "{sheet}");
        assert!(sheet.contains("1 家单位与 1 个居民区结成 1 对"), "{sheet}");
        assert!(sheet.contains("；另有 1 对因退出终止"), "{sheet}");
        assert!(!sheet.contains("空 1 个"), "one mentor guides one: {sheet}");
    }
    assert!(
        files["周四行动结对图.html"].contains("北弄居民区（已终止）"),
        "{}",
        files["周四行动结对图.html"]
    );
}

#[test]
fn a_post_and_a_neighbourhood_that_withdraw_are_named_too() {
    let stage = planned();
    for (number, left, sentence, sheet) in [
        (
            2,
            "post:stall",
            "便民菜市场的“摊位协管员”岗位自2018年10月29日（周一）起不再接待",
            "岗位安排公告.html",
        ),
        (3, "neighbourhood:north", "北弄居民区自2018年10月25日（周四）起退出", "周四行动全年安排.html"),
    ] {
        let plan = format!("plan-{number}.json");
        done(
            &stage,
            &format!("repair --plan plan.json --without {left}@2018-10-25 --keep-until 2018-10-25 -o {plan}"),
        );
        let files = said(&stage, &format!("{plan} --to html,txt"), &plan.replace('.', "-"));
        for sheet in ["一页纸汇报.html", sheet] {
            assert!(files[sheet].contains(sentence), "{sheet}: {}", files[sheet]);
        }
    }
}

#[test]
fn what_is_over_asks_nobody_to_come_or_to_prepare() {
    let stage = planned();
    let files = said(&stage, "plan.json --to html,txt --issued 2018-10-26", "out");
    let cards = &files["大使卡片.html"];
    assert!(cards.contains("邬连城") && !cards.contains("佘松岩") && !cards.contains("茅如兰"), "{cards}");
    let over = &files["通知/大使/a01 佘松岩.txt"];
    assert!(over.contains("您的体验日已过") && over.contains("此前的安排：\n10月23日（周二）"), "{over}");
    assert!(!over.contains("请准时到岗"), "{over}");
    for letter in ["致体验单位/便民菜市场.html", "通知/单位/便民菜市场.txt"] {
        let letter = &files[letter];
        let (ahead, before) = letter.split_once("此前的").unwrap();
        assert!(ahead.contains("10月29日") && !ahead.contains("10月23日"), "{letter}");
        assert!(before.contains("10月23日（周二）") && before.contains("茅如兰"), "{letter}");
    }
    let report = &files["一页纸汇报.html"];
    assert!(report.contains("体验已过 2 人次，还有 1 人次；主题活动已过 4 场，还有 4 场"), "{report}");
    assert!(files.keys().all(|name| !name.contains("2018-10-23")), "{:?}", files.keys());
    assert!(files.contains_key("通知/日期/2018-10-29.txt"), "{:?}", files.keys());
}

#[test]
fn whoever_is_ill_is_told_that_this_is_known_and_what_falls_away() {
    let stage = planned();
    done(&stage, "repair --plan plan.json --absent a03 -o plan-2.json");
    let told = said(&stage, "plan-2.json --to txt", "out");
    let told = &told["通知/大使/a03 邬连城.txt"];
    assert!(told.contains("已收到您的请假，“样例”中您的以下安排已取消：10月29日（周一）"), "{told}");
    assert!(!told.contains("场次") && !told.contains("不便"), "{told}");
}

#[test]
fn what_is_said_otherwise_of_the_same_day_is_told_to_those_whom_it_concerns() {
    let stage = planned();
    done(&stage, "print plan.json --to html,txt,ics -o out");
    let otherwise = SEASON.replace("meet: 一楼大厅", "meet: 二楼服务台");
    fs::write(stage.path().join("c.yaml"), &otherwise).unwrap();
    let told = done(&stage, "print plan.json --to html,txt,ics -o out --force");
    assert!(told.contains("要通知（2）：佘松岩、卫生服务中心"), "{told}");
    let now = out(&stage);
    let list = &now["通知/要通知的人.txt"];
    assert!(list.contains("□ 佘松岩：“门诊导医”的集合地点改为：二楼服务台"), "{list}");
    assert!(now["通知/大使/a01 佘松岩.txt"].contains("集合地点改为：二楼服务台"), "{now:?}");
    // Nobody is sent the cards of all.
    assert!(!list.contains("茅如兰") && !list.contains("发送 大使卡片.html"), "{list}");
    assert!(list.contains("□ 卡片：重发 大使卡片.html 里的（剪下本人一张）：佘松岩\r\n"), "{list}");
    assert!(list.contains("□ 签到表：重发 签到表.html 里的：卫生服务中心 10月23日（周二）\r\n"), "{list}");
    assert!(list.contains("□ 接待函：重送 致体验单位/卫生服务中心.html\r\n"), "{list}");
    assert!(list.contains("□ 工作群：重发 通知/日期/2018-10-23.txt\r\n") && !list.contains("张贴"), "{list}");
    // The office concerns everybody; names and numbers stay out of the record.
    fs::write(stage.path().join("c.yaml"), otherwise.replace("021-0000 0000", "021-0000 0009")).unwrap();
    let told = done(&stage, "print plan.json --to html,txt,ics -o out --force");
    assert!(told.contains("要通知（1）：全体（大使、单位、居民区）"), "{told}");
    let list = &out(&stage)["通知/要通知的人.txt"];
    assert!(
        list.contains("□ 全体（大使、单位、居民区）：联系方式改为：党建服务中心 021-0000 0009"),
        "{list}"
    );
    assert_eq!(list.matches("021-0000 0009").count(), 1, "{list}");
    assert!(list.contains("□ 张贴：换下旧的，重贴 岗位安排公告.html、周四行动全年安排.html"), "{list}");
    assert!(list.contains("□ 工作群：重发 通知/日期/ 里的全部（6 份）"), "{list}");
    let (_, told) = list.split_once("已经列出").unwrap();
    assert!(told.contains("□ 佘松岩：“门诊导医”的集合地点改为：二楼服务台"), "told by then: {list}");
    let message = &out(&stage)["通知/大使/a01 佘松岩.txt"];
    let (new, known) = message.split_once("此前已告知：").unwrap();
    assert!(new.contains("联系方式改为") && known.contains("集合地点改为：二楼服务台"), "{message}");
    // Once more, and nothing is new; the messages say what has changed all the same, until another plan is printed.
    let told = done(&stage, "print plan.json --to html,txt,ics -o out --force");
    assert!(!told.contains("要通知（") && told.contains("另有 3 个"), "{told}");
    let again = &out(&stage)["通知/大使/a01 佘松岩.txt"];
    assert!(again.contains("集合地点改为：二楼服务台") && again.contains("联系方式改为"), "{again}");
    assert!(!again.contains("此前已告知"), "{again}");
    done(&stage, "repair --plan plan.json --absent a03 -o plan-2.json");
    done(&stage, "print plan-2.json --to html,txt,ics -o out --force");
    let next = &out(&stage)["通知/大使/a01 佘松岩.txt"];
    assert!(!next.contains("改为"), "{next}");
    let record = super::record(&stage.path().join("out"));
    assert!(!record.contains("0000") && !record.contains("服务台") && !record.contains("张老师"), "{record}");
}

#[test]
fn a_notice_says_what_else_is_otherwise_than_before_and_not_that_all_else_stays() {
    let stage = planned();
    done(&stage, "print plan.json --to html,txt -o out");
    let otherwise = SEASON.replace("meet: 一楼大厅", "meet: 二楼服务台").replace("0000 0000", "0000 0009");
    fs::write(stage.path().join("c.yaml"), otherwise.replace("二楼活动室", "三楼活动室")).unwrap();
    done(&stage, "repair --plan plan.json --absent a03 -o plan-2.json");
    done(&stage, "print plan-2.json --to html,txt -o out --force");
    let now = out(&stage);
    for (sheet, words) in [
        ("全部", "其余 2 人的场次不变。此外，以下事项有变："),
        ("卫生服务中心", "“门诊导医”的集合地点改为：二楼服务台"),
        ("便民菜市场", "联系方式改为：党建服务中心 021-0000 0009"),
        ("南弄居民区", "活动地点改为：南弄1号三楼活动室"),
    ] {
        let sheet = &now[&format!("调整通知/第1次/{sheet}.html")];
        assert!(sheet.contains(words) && !sheet.contains("其余安排不变"), "{sheet}");
        assert!(!sheet.contains("plan.json") && !sheet.contains("周四行动其余"), "{sheet}");
    }
    let list = &now["通知/要通知的人.txt"];
    assert!(list.contains("发送 调整通知/第1次/南弄居民区.html") && !list.contains("。；"), "{list}");
}

#[test]
fn a_plan_that_is_printed_once_more_tells_nobody_twice() {
    let stage = planned();
    done(&stage, "print plan.json --to html,txt,ics -o out");
    done(&stage, LEAVES);
    let told = done(&stage, "print plan-2.json --to html,txt,ics -o out");
    assert!(told.contains("要通知（4）"), "{told}");
    let told = done(&stage, "print plan-2.json --to html,txt,ics -o out --force");
    assert!(!told.contains("要通知（") && told.contains("另有 4 个在上次打印这份方案时已经列出"), "{told}");
    let list = &out(&stage)["通知/要通知的人.txt"];
    let (new, listed) = list.split_once("已经列出").unwrap();
    let to_all = ["□ 工作群", "□ 张贴", "□ 签到表", "□ 卡片", "□ 接待函"];
    let singly = listed.lines().filter(|line| line.starts_with('□'));
    let singly = singly.filter(|line| !to_all.iter().any(|begins| line.starts_with(begins)));
    assert!(!new.contains('□') && singly.count() == 4, "{list}");
    // Each file that is named is there, and of each reader all are named.
    let files = super::files(&stage.path().join("out"));
    for file in list.lines().filter_map(|line| line.trim().strip_prefix("发送 ")) {
        assert!(files.contains_key(file), "{file}");
    }
    for file in ["通知/单位/便民菜市场.txt", "调整通知/第1次/便民菜市场.html", "日历/单位/便民菜市场.ics"]
    {
        assert!(list.contains(file), "{file}: {list}");
    }
}

#[test]
fn letters_and_notices_are_called_as_an_office_calls_them() {
    let stage = planned();
    done(&stage, LEAVES);
    let files = said(&stage, "plan-2.json --to html", "out");
    for (sheet, title) in [
        ("致体验单位/卫生服务中心.html", "关于接待初心体验大使的函"),
        ("致体验单位/便民菜市场.html", "关于贵单位退出后有关安排的函"),
        ("调整通知/第1次/便民菜市场.html", "关于调整活动安排的通知"),
        ("调整通知/第1次/北弄居民区.html", "关于调整周四行动安排的通知"),
    ] {
        assert!(files[sheet].contains(title), "{sheet}: {}", files[sheet]);
    }
    // 一字线 between hours, and the address before the room.
    let letter = &files["致体验单位/卫生服务中心.html"];
    assert!(letter.contains("10月30日（周二）\n09:00—17:00"), "{letter}");
    assert!(letter.contains("活动地点：南弄1号二楼活动室"), "{letter}");
}

#[test]
fn a_page_to_sign_on_is_filled_with_rows_to_write_in() {
    let stage = planned();
    let files = printed(&stage, "plan.json --to html --sheet sign-in", "out");
    let sheet = super::text("签到表.html", &files["签到表.html"]);
    let (_, page) = sheet.split_once("<tbody>").unwrap();
    let (rows, _) = page.split_once("</tbody>").unwrap();
    let heights: Vec<f64> =
        rows.split("height:").skip(1).map(|row| row.split_once("mm").unwrap().0.parse().unwrap()).collect();
    assert_eq!(heights.len(), 5, "one who comes and four to be written in: {rows}");
    let all: f64 = heights.iter().sum();
    assert!((125.0..=142.0).contains(&all), "{all} mm of 142: {heights:?}");
}

#[test]
fn the_mentor_of_a_post_that_is_gone_is_named_to_its_unit() {
    let stage = planned();
    done(&stage, "repair --plan plan.json --without post:stall -o plan-2.json");
    let files = said(&stage, "plan-2.json --to html,txt", "out");
    for sheet in ["通知/单位/便民菜市场.txt", "调整通知/第1次/便民菜市场.html"] {
        assert!(files[sheet].contains("秦师傅"), "{sheet}: {}", files[sheet]);
    }
}
