//! `explain` after an absence and after a withdrawal: the true cause, whoever asks and about what.

use super::Stage;
use serde_json::Value;

const PEOPLE: usize = 17;

/// Linfen in 2019 with its plan, mended so.
fn mended(said: &str) -> Stage {
    let stage = Stage::new().scenario("linfen-2018.yaml").scenario("linfen-2019.yaml");
    assert!(stage.run("plan linfen-2019.yaml -o plan.json").status.success());
    let output = stage.run(&format!("repair --plan plan.json {said} -o left.json"));
    assert!(output.status.success(), "{said}: {}", String::from_utf8_lossy(&output.stderr));
    stage
}

fn told(stage: &Stage, arguments: &str) -> String {
    let output = stage.run(arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments}: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    text.split(['\n', ' ']).collect()
}

/// What follows a wish for a post up to the end of the sentence, in everything that is said to anybody.
fn of_wishes(stage: &Stage, post: &str) -> Vec<String> {
    let mut found = Vec::new();
    for number in 1..=PEOPLE {
        for how in ["", " --letter"] {
            let text = told(stage, &format!("explain left.json a{number:02}{how}"));
            for (at, _) in text.match_indices(&format!("志愿“{post}”")) {
                let sentence = text[at..].split('。').next().unwrap_or_default();
                if ["没有排上", "没能排上", "”："].iter().any(|why| sentence.contains(why)) {
                    found.push(sentence.to_owned());
                }
            }
        }
    }
    found
}

#[test]
fn whoever_wished_for_what_has_left_is_told_that_it_has() {
    let (bank, patrol, aide) = ("大堂经理", "社区巡逻员", "法律咨询助理");
    for (said, post, why) in [
        ("--without unit:icbc-linfen@2019-10-24", bank, "工商银行临汾路支行自10月24日（周四）起退出"),
        ("--without unit:law-firm@2019-10-22", aide, "临汾律师事务所自10月22日（周二）起退出"),
        ("--without post:patrol@2019-10-30", patrol, "“社区巡逻员”岗位自10月30日（周三）起不再接待"),
        (
            "--absent unit:icbc-linfen@2019-10-24..2019-11-01",
            bank,
            "10月24日（周四）起，每一场都去不了（单位当天不接待2场）",
        ),
    ] {
        let stage = mended(said);
        let sentences = of_wishes(&stage, post);
        assert!(sentences.iter().any(|one| one.contains(why)), "{said}: {sentences:#?}");
        // Whoever had time only before is not told that something left then.
        let only_before = "去得了的场次都在10月30日（周三）之前";
        let is_true = |one: &String| [why, "写明回避", only_before].iter().any(|why| one.contains(why));
        assert!(sentences.iter().all(is_true), "{said}: {sentences:#?}");
        assert_eq!(sentences.iter().any(|one| one.contains(only_before)), post == patrol, "{said}");
        if said.starts_with("--without") {
            let funnels = (1..=PEOPLE).map(|number| told(&stage, &format!("explain left.json a{number:02}")));
            for text in funnels {
                let (_, funnel) = text.split_once("可以去的岗位").unwrap();
                assert!(funnel.contains("16个岗位") && !funnel.contains(post), "{said}: {funnel}");
            }
        }
        let day = told(&stage, &format!("explain left.json {}", &said[said.len() - 10..]));
        assert!(!day.contains("保持不变"), "{said}: {day}");
    }
}

#[test]
fn whoever_cannot_come_is_told_so_and_from_which_day_on() {
    for (said, why) in [
        ("--absent a09@2019-10-25..2019-11-01", "10月25日（周五）起，每一场都去不了（本人当天不能参加"),
        ("--absent a09", "每一场都去不了（本人当天不能参加"),
        ("--without ambassador:a09@2019-10-24", "自10月24日（周四）起退出"),
    ] {
        let stage = mended(said);
        for how in ["", " --wish 1", " --letter"] {
            let text = told(&stage, &format!("explain left.json a09{how}"));
            assert!(text.contains(why) && !text.contains("保持不变"), "{said}{how}: {text}");
            // Nobody who has left is refused a place.
            assert!(!said.contains("without") || !text.contains("很抱歉"), "{said}{how}: {text}");
        }
    }
}

#[test]
fn tells_of_a_unit_its_pairing_and_a_thursday_what_became_of_them() {
    let stage = mended("--without unit:icbc-linfen@2019-10-24");
    insta::assert_snapshot!(stage.transcript(&[
        "explain left.json a09",
        "explain left.json a09 --letter",
        "explain left.json a09 --lang en",
        "explain left.json a05 --format json",
        "explain left.json unit:icbc-linfen",
        "explain left.json unit:icbc-linfen --lang en",
        "explain left.json lobby-manager",
        "explain left.json 临汾路153弄居民区",
        "explain left.json 2019-11-07",
        "explain left.json 2019-02-07",
        "explain left.json 2019-02-14 --lang en",
        "explain left.json 2019-10-22",
        "explain left.json 2019-03-08",
    ]));
    for (short, whole) in [("11月7日", "2019-11-07"), ("2月14日", "2019-02-14"), ("10月22日", "2019-10-22")]
    {
        assert_eq!(
            told(&stage, &format!("explain left.json {short}")),
            told(&stage, &format!("explain left.json {whole}"))
        );
    }
    let json: Value =
        serde_json::from_slice(&stage.run("explain left.json neighbourhood:linfen-153 --format json").stdout)
            .unwrap();
    assert_eq!(json["paired"][0]["ended"], "2019-10-24");
    let json: Value =
        serde_json::from_slice(&stage.run("explain left.json 2019-11-07 --format json").stdout).unwrap();
    assert_eq!(json["events"].as_array().unwrap().len(), 13);
}

#[test]
fn says_of_whatever_the_campaign_has_no_more_that_it_has_left() {
    let stage = mended("--without unit:service-centre");
    for word in ["unit:service-centre", "社区事务受理服务中心", "counter"] {
        let output = stage.run(&format!("explain left.json {word}"));
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(
            said.contains("已退出") && said.contains(&format!("chuxin explain plan.json {word}")),
            "{said}"
        );
    }
}
