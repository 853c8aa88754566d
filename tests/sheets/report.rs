//! The report is one page, whatever stands on it.

use super::{nasty, printed::pages, scenario, sheet_of};
use std::fmt::Write;

/// 200 people of 40 branches who wish for few of the posts of 30 units, invented.
fn crowd() -> String {
    let mut text = String::from(
        "campaign: {name: 样例, season: 2018-10-22..2018-10-26, contact: {name: 党建服务中心, phone: 021-0000 0000}}\nunits:\n",
    );
    for unit in 0..30 {
        writeln!(text, "  - {{id: u{unit}, name: 第{unit}家样例接待单位暨社区事务受理服务中心}}").unwrap();
    }
    text += "posts:\n";
    for post in 0..30 {
        writeln!(
            text,
            "  - {{id: p{post}, unit: u{post}, title: 岗位{post}, dates: [2018-10-23, 2018-10-24], need: 2}}"
        )
        .unwrap();
    }
    text += "ambassadors:\n";
    for person in 0..200 {
        let (branch, wish) = (person % 40, person % 7);
        writeln!(
            text,
            "  - {{id: a{person}, name: 大使{person}, organization: 第{branch}党支部, wishes: [p{wish}, p{}]}}",
            wish + 8
        )
        .unwrap();
    }
    text
}

#[test]
#[ignore = "needs Chromium, Chrome or Edge, and poppler"]
fn the_report_never_has_a_second_page() {
    let folder = tempfile::tempdir().unwrap();
    let large = folder.path().join("large.yaml");
    std::fs::write(&large, crowd()).unwrap();
    for campaign in [scenario("linfen-2019.yaml"), scenario("ningmeng-2019.yaml"), nasty(), large] {
        let printed = sheet_of(&campaign, "report");
        let (count, size) = pages(&printed.file("pdf"));
        assert!(count == 1 && size.contains("A4"), "{campaign:?}: {count} pages, {size}");
        let text = std::fs::read_to_string(printed.file("html")).unwrap();
        assert!(!text.contains("digest") && !text.contains("摘要"), "{campaign:?}");
        if campaign.ends_with("large.yaml") {
            assert!(text.contains("其余 26 个党组织（单位）") && text.contains("《安排小结》"), "{text}");
        }
    }
}
