//! Sheets in words, and the workbook that they make.

use chuxin::{
    diagnostic::Diagnostic,
    domain::Language,
    pipeline, render,
    source::{FileId, Sources},
};
use rust_xlsxwriter::Workbook;

/// A sheet: its name, and its rows with `|` between the cells.
pub(super) type Sheet<'a> = (&'a str, &'a [&'a str]);

/// A campaign that nothing is wrong with.
pub(super) const SOUND: [Sheet<'static>; 4] = [
    ("活动", &["项目|内容", "名称|初心体验", "体验期|2018-10-22..2018-11-02"]),
    ("单位", &["编号|名称", "bank|临汾路支行"]),
    ("岗位", &["编号|单位|岗位|日期", "lobby|bank|大堂经理|2018-10-23"]),
    ("大使", &["姓名|第一志愿", "林晓|大堂经理"]),
];

/// The bytes of a workbook. Cells in backquotes are numbers.
pub(super) fn bytes(sheets: &[Sheet<'_>]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet().set_name(*name).unwrap();
        for (row, cells) in (0..).zip(*rows) {
            for (column, words) in (0..).zip(cells.split('|')) {
                match words.strip_prefix('`').and_then(|number| number.strip_suffix('`')) {
                    Some(number) => sheet.write(row, column, number.parse::<f64>().unwrap()).unwrap(),
                    None => sheet.write(row, column, words.replace("⏎", "\n")).unwrap(),
                };
            }
        }
    }
    workbook.save_to_buffer().unwrap()
}

pub(super) fn add(sources: &mut Sources, sheets: &[Sheet<'_>]) -> FileId {
    sources.add_bytes("campaign.xlsx", &bytes(sheets)).unwrap()
}

/// The sound campaign with other sheets in the place of those of the same name, or behind them.
pub(super) fn sound_but<'a>(sheets: &[Sheet<'a>]) -> Vec<Sheet<'a>> {
    let other = |name: &str| sheets.iter().find(|(own, _)| *own == name).copied();
    let own = SOUND.iter().map(|sheet| other(sheet.0).unwrap_or(*sheet));
    let is_new = |sheet: &&Sheet<'_>| SOUND.iter().all(|(name, _)| *name != sheet.0);
    own.chain(sheets.iter().filter(is_new).copied()).collect()
}

/// Everything that is wrong with a workbook.
pub(super) fn problems(sheets: &[Sheet<'_>]) -> (Sources, Vec<Diagnostic>) {
    problems_of(&bytes(sheets))
}

pub(super) fn problems_of(bytes: &[u8]) -> (Sources, Vec<Diagnostic>) {
    let mut sources = Sources::default();
    let file = sources.add_bytes("campaign.xlsx", bytes).unwrap();
    let problems = pipeline::read_text(&mut sources, file, &[]).diagnostics;
    (sources, problems)
}

/// Code and cell of each, and the words at which it points.
pub(super) fn found(sheets: &[Sheet<'_>]) -> Vec<(String, String)> {
    let (sources, problems) = problems(sheets);
    let mut found: Vec<(String, String)> = problems
        .iter()
        .map(|one| {
            let at = one.place.and_then(|place| {
                let spot = sources.spot(place)?;
                Some(format!("{} {} {}", spot.sheet.name, spot.address(), sources.slice(place)))
            });
            (one.problem.code().to_owned(), at.unwrap_or_default())
        })
        .collect();
    found.sort();
    found
}

/// What is said of a workbook.
pub(super) fn said(sheets: &[Sheet<'_>], language: Language) -> String {
    let (sources, problems) = problems(sheets);
    render::diagnostic::text(&problems, &sources, language, false, 100)
}
