//! Sign-up sheets in workbooks: several sheets, what a spreadsheet takes cells for, and campaigns that are workbooks too.

use super::{forty, import, text};
use crate::transcripts::Stage;
use rust_xlsxwriter::{Format, Workbook};

const CAMPAIGN: &str = "
campaign: {name: 初心体验, season: 2026-10-19..2026-10-30}
units: [{id: clinic, name: 卫生服务中心}]
posts: [{id: guide, unit: clinic, title: 门诊导医, dates: 2026-10-20}]
";

/// A workbook with a sheet of sign-ups behind a title, and one of telephones.
fn stage() -> Stage {
    let stage = Stage::new().file("campaign.yaml", CAMPAIGN);
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("报名").unwrap();
    sheet.write(0, 0, "青禾街道报名表").unwrap();
    for (column, heading) in (0..).zip(["姓名", "联系电话", "可参加时间", "带队时间"]) {
        sheet.write(1, column, heading).unwrap();
    }
    let day = Format::new().set_num_format("yyyy/m/d");
    sheet.write(2, 0, "阮禾生").unwrap().write(2, 1, 13_800_000_009_u64).unwrap();
    sheet.write_with_format(2, 2, 46_315, &day).unwrap();
    sheet.write(3, 0, "庞大川").unwrap().write(3, 1, 13_800_000_025_u64).unwrap();
    sheet.write(3, 2, 10.2).unwrap();
    sheet.write(5, 0, "卜明霞").unwrap().write(5, 1, "138 0000 0026").unwrap();
    sheet.write_formula(5, 2, rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.set_row_hidden(5).unwrap();
    let other = workbook.add_worksheet().set_name("电话").unwrap();
    for (column, heading) in (0..).zip(["姓名", "工号", "电话", "邮箱"]) {
        other.write(0, column, heading).unwrap();
    }
    other.write(1, 0, "柴立冬").unwrap().write(1, 2, "138 0000 0027").unwrap();
    workbook.save(stage.path().join("报名.xlsx")).unwrap();
    stage
}

#[test]
fn one_sheet_is_read_and_the_others_are_said_to_be_there() {
    let stage = stage();
    let said = |more: &str| {
        let output = stage.run(&format!("import 报名.xlsx --into campaign.yaml {more}"));
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let (code, first) = said("");
    assert_eq!(code, Some(1), "{first}");
    for words in ["没有读：电话", "标题上面的第 1 行没有读", "隐藏的第 6 行也算", "第 5 行是空行"]
    {
        assert!(first.contains(words), "{words}: {first}");
    }
    let (code, other) = said("--sheet 电话");
    assert!(code == Some(0) && other.contains("没有读：报名"), "{other}");
    assert_eq!(said("--sheet 没有的").0, Some(2));
}

#[test]
fn numbers_keep_their_digits_and_those_that_may_be_cut_are_asked() {
    let stage = stage();
    let output = stage.run("import 报名.xlsx --into campaign.yaml -o signups.yaml");
    let said = String::from_utf8(output.stdout).unwrap();
    let written = text(&stage, "signups.yaml");
    for words in ["phone: 138 0000 0009", "phone: 138 0000 0025", "available: 2026-10-20", "available: []"] {
        assert!(written.contains(words), "{words}: {written}");
    }
    assert!(said.contains("也可能是 10.20") && said.contains("这一格的公式出错了"), "{said}");
}

#[test]
fn a_campaign_that_is_a_workbook_is_extended_like_any_other() {
    let stage = forty("signup-40.xlsx");
    assert_eq!(stage.run("convert signup-40-campaign.yaml campaign.xlsx").status.code(), Some(0));
    let command = "import signup-40.xlsx --into campaign.xlsx -o signups.yaml";
    assert_eq!(stage.run(command).status.code(), Some(1));
    let of_workbook = text(&stage, "signups.yaml");
    assert_eq!(stage.run("check signups.yaml").status.code(), Some(0));
    import(&stage, "signup-40.xlsx", "--force");
    assert_eq!(of_workbook.replace("campaign.xlsx", "signup-40-campaign.yaml"), text(&stage, "signups.yaml"));
}
