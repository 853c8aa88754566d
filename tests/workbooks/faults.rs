//! One workbook for each problem that only a workbook can have, and what is said of it in both languages.

use crate::workbooks::sheets::{SOUND, Sheet, bytes, problems_of, sound_but};
use chuxin::{domain::Language, render, source::Sources};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

/// What is said of a workbook in both languages.
fn said(bytes: &[u8]) -> String {
    let (sources, problems) = problems_of(bytes);
    [Language::Zh, Language::En]
        .map(|language| render::diagnostic::text(&problems, &sources, language, false, 100))
        .join("\n")
}

/// The codes of what is wrong with a workbook.
fn codes(bytes: &[u8]) -> Vec<&'static str> {
    problems_of(bytes).1.iter().map(|one| one.problem.code()).collect()
}

/// The sound campaign, of which the sheet of ambassadors is filled otherwise.
fn with_people(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, rows) in &SOUND[..3] {
        let sheet = workbook.add_worksheet().set_name(*name).unwrap();
        for (row, cells) in (0..).zip(*rows) {
            sheet.write_row(row, 0, cells.split('|')).unwrap();
        }
    }
    let sheet = workbook.add_worksheet().set_name("大使").unwrap();
    sheet.write_row(0, 0, ["姓名", "可参加日期", "备注"]).unwrap();
    fill(sheet);
    workbook.save_to_buffer().unwrap()
}

#[test]
fn says_what_no_sheet_or_column_is_for() {
    let sound = |sheets: &[Sheet<'_>]| bytes(&sound_but(sheets));
    let cases = [
        ("unknown-sheet", sound(&[("大史", &["姓名", "林晓"])])),
        ("misnamed-sheet", bytes(&[SOUND[0], SOUND[1], SOUND[2], ("人员", SOUND[3].1)])),
        ("several-wishes", sound(&[("大使", &["姓名|第一志愿", "林晓|大堂经理、病房护士"])])),
        ("sheet-twice", sound(&[("ambassadors", &["name", "秦朗"])])),
        ("no-headings", sound(&[("单位", &["甲|乙", "bank|临汾路支行"])])),
        ("rows-above", sound(&[("单位", &["成员单位一览", "编号|名称", "bank|临汾路支行"])])),
        ("unknown-column", sound(&[("大使", &["姓名|第一自愿|性别", "林晓|大堂经理|女"])])),
        (
            "unknown-item",
            sound(&[(
                "活动",
                &["名称|初心体验", "体验季|2018-10-22..2018-11-02", "体验期|2018-10-22..2018-11-02"],
            )]),
        ),
        ("word-twice", sound(&[("大使", &["姓名|电话|联系电话", "林晓||138 0000 0001"])])),
        ("no-heading", sound(&[("大使", &["姓名", "林晓|记得打电话"])])),
        (
            "unknown-agreement",
            sound(&[("约定", &["类型|大使|岗位", "一起|林晓|大堂经理", "|林晓|大堂经理"])]),
        ),
        (
            "not-of-kind",
            sound(&[
                ("大使", &["姓名", "林晓", "秦朗"]),
                ("约定", &["类型|大使|日期", "同去|林晓、秦朗|10月23日"]),
            ]),
        ),
        (
            "unknown-removal",
            sound(&[
                ("活动", &["名称|初心体验", "体验期|2018-10-22..2018-11-02", "沿用|没有.xlsx"]),
                ("删除", &["类型|名称", "日期|2018-10-22"]),
            ]),
        ),
    ];
    for (code, bytes) in cases {
        let found = codes(&bytes);
        assert!(found.contains(&code), "{code}: {found:?}");
        insta::assert_snapshot!(code, said(&bytes));
    }
}

#[test]
fn tells_a_sign_up_list_and_any_other_workbook_from_a_campaign() {
    let sign_up: Sheet<'_> =
        ("Sheet1", &["提交时间（自动）|姓名（必填）|手机号（必填）|第一志愿", "2026/9/1|林晓||大堂经理"]);
    let other: Sheet<'_> = ("Sheet1", &["采购清单", "水杯|20"]);
    for (name, sheet) in [("no-sheet@sign-up", sign_up), ("no-sheet@other", other)] {
        assert_eq!(codes(&bytes(&[sheet])), ["no-sheet"]);
        insta::assert_snapshot!(name, said(&bytes(&[sheet])));
    }
}

#[test]
fn tells_a_table_of_commas_from_a_campaign() {
    let mut sources = Sources::default();
    let file = sources.add("报名.csv", "姓名,手机号\n林晓,13800000001\n");
    let problems = chuxin::pipeline::read_text(&mut sources, file, &[]).diagnostics;
    assert_eq!(problems.iter().map(|one| one.problem.code()).collect::<Vec<_>>(), ["no-sheet"]);
}

#[test]
fn says_what_a_spreadsheet_made_of_a_cell() {
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let plain = Format::new();
    let moment = |text: &str| ExcelDateTime::parse_from_str(text).unwrap();
    let cases: [(&str, Vec<u8>); 6] = [
        (
            "hidden-rows",
            with_people(|sheet| {
                sheet.write(1, 0, "林晓").unwrap();
                sheet.set_row_hidden(1).unwrap();
            }),
        ),
        (
            "merged-across",
            with_people(|sheet| {
                sheet.merge_range(1, 0, 1, 1, "林晓", &plain).unwrap();
            }),
        ),
        (
            "merged-number",
            with_people(|sheet| {
                sheet.write(1, 0, "林晓").unwrap();
                sheet.write(2, 0, "秦朗").unwrap();
                sheet.merge_range(1, 2, 2, 2, "", &plain).unwrap();
                sheet.write(1, 2, 7).unwrap();
            }),
        ),
        (
            "formula-error",
            with_people(|sheet| {
                sheet.write(1, 0, "林晓").unwrap();
                sheet.write(1, 2, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
            }),
        ),
        (
            "number-for-date",
            with_people(|sheet| {
                sheet.write(1, 0, "林晓").unwrap();
                sheet.write(1, 1, 10.3).unwrap();
            }),
        ),
        ("date-for-hours", {
            let mut workbook = Workbook::new();
            for (name, rows) in SOUND {
                let sheet = workbook.add_worksheet().set_name(name).unwrap();
                for (row, cells) in (0..).zip(rows) {
                    sheet.write_row(row, 0, cells.split('|')).unwrap();
                }
                if name == "岗位" {
                    sheet.write(0, 4, "班次").unwrap();
                    sheet.write_with_format(1, 4, moment("2018-08-11"), &day).unwrap();
                }
            }
            workbook.save_to_buffer().unwrap()
        }),
    ];
    for (code, bytes) in cases {
        assert_eq!(codes(&bytes), [code]);
        insta::assert_snapshot!(code, said(&bytes));
    }
}

#[test]
fn loses_no_cell_without_a_word() {
    let sound = |sheets: &[Sheet<'_>]| bytes(&sound_but(sheets));
    let seats: Sheet<'_> =
        ("岗位", &["单位|岗位|日期|每场人数|每场人数.最多", "bank|大堂经理|2018-10-23|`1`|`3`"]);
    assert_eq!(codes(&sound(&[seats])), ["word-twice"]);
    let beside: Sheet<'_> = ("活动", &["名称|初心体验|街道办", "体验期|2018-10-22..2018-11-02"]);
    assert_eq!(codes(&sound(&[beside])), ["no-heading"]);
}

#[test]
fn asks_whether_the_year_is_one_that_a_spreadsheet_added() {
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let bytes = with_people(|sheet| {
        sheet.write(1, 0, "林晓").unwrap();
        let added = ExcelDateTime::parse_from_str("2026-10-23").unwrap();
        sheet.write_with_format(1, 1, added, &day).unwrap();
    });
    assert!(codes(&bytes).contains(&"beyond-season"));
    assert!(said(&bytes).contains("是不是 2018-10-23？"));
}

#[test]
fn fills_words_down_over_merged_rows() {
    let bytes = with_people(|sheet| {
        sheet.write(1, 0, "林晓").unwrap();
        sheet.write(2, 0, "秦朗").unwrap();
        sheet.merge_range(1, 1, 2, 1, "10月23日、10月32日", &Format::new()).unwrap();
    });
    let (sources, problems) = problems_of(&bytes);
    let at: Vec<&str> = problems.iter().filter_map(|one| Some(sources.slice(one.place?))).collect();
    assert_eq!(at, ["10月32日", "10月32日"]);
    let address = |number: usize| sources.spot(problems[number].place.unwrap()).unwrap().address();
    assert_eq!([address(0), address(1)], ["B2", "B2"]);
}

#[test]
fn names_the_cell_in_data() {
    let bytes = bytes(&sound_but(&[("大使", &["姓名|第一志愿", "林晓|大厅经里"])]));
    let (sources, problems): (Sources, _) = problems_of(&bytes);
    let records =
        serde_json::to_value(render::diagnostic::records(&problems, &sources, Language::En)).unwrap();
    let place = |key: &str| &records[0][key];
    assert_eq!([place("file"), place("sheet"), place("cell")], ["campaign.xlsx", "大使", "B2"]);
    assert_eq!([place("line"), place("column")], [2, 1]);
}
