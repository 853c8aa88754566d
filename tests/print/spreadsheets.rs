//! Other programs open the workbook: calamine, and `LibreOffice`.

use super::{files, linfen, printed};
use crate::{support::tools, transcripts::Stage};
use calamine::{Data, Reader, Xlsx};
use std::{io::Cursor, path::Path};

const SHEETS: [&str; 7] =
    ["按日期", "按单位", "按大使", "周四行动结对", "周四行动全年", "主题活动", "逐项结果"];

/// One file for each sheet, comma-separated, in UTF-8.
const EVERY_SHEET: &str = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";

#[test]
fn a_sheet_for_each_view_with_heads_rows_and_days() {
    let files = printed(&linfen(), "plan.json --to xlsx", "out");
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(files["安排总表.xlsx"].as_slice())).unwrap();
    assert_eq!(workbook.sheet_names(), SHEETS);
    let sheet = workbook.worksheet_range("按日期").unwrap();
    let heads: Vec<String> = sheet.rows().next().unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(heads[..4], ["日期", "星期", "时间", "体验单位"]);
    assert_eq!(sheet.height(), 18);
    let day = sheet.get_value((1, 0)).unwrap();
    // 21 October 2019 is the 43,759th day since the last one of 1899.
    assert!(matches!(day, Data::DateTime(day) if day.as_f64().to_string() == "43759"), "{day:?}");
    assert_eq!(workbook.worksheet_range("主题活动").unwrap().height(), 169);
}

#[test]
fn the_same_plan_makes_the_same_bytes() {
    let stage = linfen();
    let formats = super::formats();
    let first = printed(&stage, &format!("plan.json --to {formats}"), "one");
    // Workbooks tell seconds: wait until the clock shows another.
    std::thread::sleep(std::time::Duration::from_millis(1100));
    let second = printed(&stage, &format!("plan.json --to {formats}"), "two");
    assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
    for (name, bytes) in first {
        assert!(bytes == second[&name], "{name}");
    }
}

#[test]
fn sheets_are_set_up_for_a4_with_heads_filters_and_page_numbers() {
    let files = printed(&linfen(), "plan.json --to xlsx", "out");
    let text = super::text("安排总表.xlsx", &files["安排总表.xlsx"]);
    let count = |words: &str| text.matches(words).count();
    assert_eq!(count("<autoFilter "), SHEETS.len());
    assert_eq!(count("state=\"frozen\""), SHEETS.len());
    assert_eq!(count("_xlnm.Print_Titles"), SHEETS.len());
    assert_eq!(count("paperSize=\"9\""), SHEETS.len());
    assert_eq!(count("第 &amp;P 页，共 &amp;N 页"), SHEETS.len());
    assert_eq!(count("fitToHeight=\"0\""), SHEETS.len());
}

/// The sheets of a workbook as `LibreOffice` converts them.
fn converted(workbook: &Path, folder: &Path) -> Vec<(String, String)> {
    let sheets = files(&tools::office(EVERY_SHEET, &[workbook], folder)).into_iter();
    sheets.map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap())).collect()
}

#[test]
#[ignore = "needs soffice (LibreOffice)"]
fn libreoffice_opens_every_sheet_and_shows_the_same_words() {
    let stage = linfen();
    printed(&stage, "plan.json --to xlsx", "out");
    let sheets = converted(&stage.path().join("out/安排总表.xlsx"), stage.path());
    assert_eq!(sheets.len(), SHEETS.len());
    let sheet = |title: &str| {
        let found = sheets.iter().find(|(name, _)| name.contains(title));
        &found.unwrap_or_else(|| panic!("no sheet {title}")).1
    };
    assert!(
        sheet("按日期").contains("10/22/2019,周二,08:00-16:00,临汾路街道社区卫生服务中心"),
        "{}",
        sheet("按日期")
    );
    assert!(sheet("逐项结果").contains("已证明没有更好的安排"));
    assert_eq!(sheet("主题活动").lines().count(), 169);
}

#[test]
#[ignore = "needs soffice (LibreOffice)"]
fn libreoffice_works_out_nothing_that_looks_like_a_formula() {
    let stage = Stage::new().file(
        "one.yaml",
        "campaign: {name: 初心, season: 2018-10-22..2018-10-26}
units: [{id: u, name: =1+1}]
posts: [{title: -2+3, unit: u, dates: 2018-10-22, seats: 2, need: 2}]
ambassadors: [{name: \"@SUM(1,2)\"}, {name: \"+40\"}]
",
    );
    printed(&stage, "one.yaml --to xlsx", "out");
    let sheets = converted(&stage.path().join("out/安排总表.xlsx"), stage.path());
    let (_, first) = &sheets[0];
    for words in ["=1+1", "-2+3", "@SUM(1,2)", "+40"] {
        assert!(sheets.iter().any(|(_, sheet)| sheet.contains(words)), "{words}: {first}");
    }
}
