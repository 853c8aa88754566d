//! Replies about wishes: to whom none came true, and nobody else named in them.

use super::printed;
use crate::transcripts::Stage;

/// Three who wish for one seat, of whom one has another place.
const CAMPAIGN: &str = "\
campaign: {name: 样例, season: 2018-10-22..2018-10-26, organizer: 街道党建办, bring: []}
rules: {priorities: [coverage, everyone, days, wishes]}
units: [{id: clinic, name: 卫生服务中心}, {id: bank, name: 工商银行}]
posts:
  - {id: guide, unit: clinic, title: 门诊导医, dates: 2018-10-23}
  - {id: lobby, unit: bank, title: 大堂引导员, dates: 2018-10-24}
ambassadors:
  - {id: a01, name: 佘松岩, wishes: [guide]}
  - {id: a02, name: 茅如兰, wishes: [guide]}
  - {id: a03, name: 谢雨桐, wishes: [guide]}
";

/// The names of those to whom a sheet replies.
fn addressed(text: &str) -> Vec<&str> {
    let names = ["佘松岩", "茅如兰", "谢雨桐"];
    let found = names.into_iter().filter(|name| text.contains(&format!("{name}，您好")));
    let found: Vec<&str> = found.collect();
    assert_eq!(text.matches("您好").count(), found.len(), "{text}");
    for name in names {
        assert_eq!(text.contains(name), found.contains(&name), "{name}: {text}");
    }
    found
}

#[test]
fn replies_to_each_of_whom_no_wish_came_true_and_names_nobody_else() {
    let stage = Stage::new().file("campaign.yaml", CAMPAIGN);
    assert!(stage.run("plan campaign.yaml -o plan.json").status.success());
    for from in ["campaign.yaml", "plan.json"] {
        let files = printed(&stage, &format!("{from} --sheet reasons --to html"), &format!("out-{from}"));
        let (path, bytes) = files.first_key_value().unwrap();
        assert_eq!((path.as_str(), files.len()), ("志愿答复.html", 1));
        let text = std::str::from_utf8(bytes).unwrap();
        assert_eq!(addressed(text).len(), 2, "{text}");
        assert!(text.contains("很抱歉，这次没能给您排上") && text.contains("街道党建办"), "{text}");
        assert!(text.contains("您的第一志愿“门诊导医”没能排上"), "{text}");
    }
    let masked = printed(&stage, "plan.json --sheet reasons --to html --mask-names", "masked");
    let text = std::str::from_utf8(masked.first_key_value().unwrap().1).unwrap();
    assert_eq!(text.matches("您好").count(), 2);
    assert!(!["佘松岩", "茅如兰", "谢雨桐"].iter().any(|name| text.contains(name)), "{text}");
}

#[test]
fn replies_only_where_that_is_asked_for_and_there_is_anybody_to_reply_to() {
    let stage = Stage::new().file("campaign.yaml", CAMPAIGN);
    let all = printed(&stage, "campaign.yaml --to html", "all");
    assert!(!all.keys().any(|path| path.contains("志愿答复")), "{:?}", all.keys());
    let pleased = CAMPAIGN.replace("dates: 2018-10-23}", "dates: 2018-10-23, seats: 3, need: 3}");
    let stage = stage.file(
        "campaign.yaml",
        &pleased.replace(
            "bank, title: 大堂引导员, dates: 2018-10-24",
            "bank, title: 大堂引导员, dates: 2018-10-24, need: 0",
        ),
    );
    let none = stage.run("print campaign.yaml --sheet reasons --to html -o none");
    assert_eq!(none.status.code(), Some(2), "{}", String::from_utf8_lossy(&none.stderr));
    let unit = stage.run("print campaign.yaml --sheet reasons --for unit:bank --to html -o unit");
    assert_eq!(unit.status.code(), Some(2));
}
