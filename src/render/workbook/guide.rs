//! The sheet that explains the others to whoever fills them in.

use crate::{
    campaign::workbook::writing::{
        Body, Sheet,
        columns::{Column, columns_of},
    },
    diagnostic::shape::Home,
    render::workbook::{Look, notes},
};
use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};

/// What holds for all sheets.
const RULES: [&str; 9] = [
    "一行写一个单位、岗位或大使。标题行别改；列的次序随意，用不着的列可以删，空着的格子等于没写。",
    "标题上有批注，鼠标移上去就能看到怎么填；有的格子带下拉箭头，也可以不选，自己写。",
    "“岗位”表的单位、“大使”表的志愿，写名称或编号，要与别的表里一致。",
    "日期写 3月18日、2026-03-18 都行；一段日期写 3月18日至22日；只要周二、周四，写 3月18日至29日 周二、周四。",
    "一格里写几个的，用顿号隔开；日期一段一行（Alt+Enter 换行）。",
    "志愿不分先后的，用 / 隔开写在一格里：导医/护士；只想某一天去的，写 岗位@日期，如 护士@3月18日。",
    "表里没有的列，需要时自己加，标题写下面列出的词。",
    "这一张“说明”程序不读，可以删。",
    "填好后：chuxin check 文件名 找出写错的地方，chuxin plan 文件名 排出岗位安排表。",
];

/// What a starter says first.
const STARTER: &str = "灰色的一行是样例，人名、电话、地点都是虚构的：在它下面写自己的，再把样例整行删掉；“活动”“规则”表里的直接改。";

/// Writes the sheet.
///
/// # Errors
/// Those of the writer.
pub(super) fn write(worksheet: &mut Worksheet, sheets: &[Sheet], look: Look) -> Result<(), XlsxError> {
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let bold = Format::new().set_bold();
    worksheet.set_column_width(0, 20)?.set_column_width(1, 100)?;
    let mut row = 0;
    let starter = (look == Look::Examples).then_some(STARTER);
    for (number, rule) in (1_u32..).zip(starter.into_iter().chain(RULES)) {
        worksheet.write_string_with_format(row, 0, format!("{number}."), &wrapped)?;
        worksheet.write_string_with_format(row, 1, rule, &wrapped)?;
        row += 1;
    }
    for sheet in sheets {
        let Body::Entries { columns, .. } = &sheet.body else { continue };
        row += 1;
        worksheet.write_string_with_format(row, 0, format!("“{}”表可以有的列", sheet.name), &bold)?;
        for column in
            columns_of(sheet.name).unwrap_or_else(|| columns.clone()).iter().filter(|column| is_told(column))
        {
            row += 1;
            let ranks = column.field.as_ref().is_some_and(|field| field.rank.is_some());
            let heading = if ranks { "第一志愿……第九志愿" } else { &column.heading };
            worksheet.write_string_with_format(row, 0, heading, &wrapped)?;
            let said = notes::note(sheet.name, column).replace('\n', "。");
            worksheet.write_string_with_format(row, 1, said, &wrapped)?;
        }
        row += 1;
    }
    Ok(())
}

/// Whether a column is one that people fill in: the ranks of wishes are told once, and what has parts by these.
fn is_told(column: &Column) -> bool {
    column.field.as_ref().is_none_or(|field| match (field.rank, field.known.within) {
        (Some(rank), _) => rank == 0,
        (None, Some(within)) => field.within.is_some() || !matches!(within.home, Home::Wish | Home::Contact),
        (None, None) => true,
    })
}
