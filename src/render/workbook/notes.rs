//! What a heading says of its column: what to write, in which words, how to write several, an example.

use crate::{
    campaign::workbook::{AGREEMENTS, agreements::KINDS, choices::choices, writing::columns::Column},
    diagnostic::shape::Wanted,
    render::fields::help,
};

/// The note on a column of a sheet, or on an item.
pub(super) fn note(sheet: &str, column: &Column) -> String {
    let Some(field) = &column.field else {
        return match (sheet == AGREEMENTS.0, column.heading.as_str()) {
            (true, _) => format!("选一种：{}", KINDS.map(|(word, ..)| word).join("、")),
            (false, "类型") => "去掉的是什么：单位、岗位、大使、居民区、主题".to_owned(),
            _ => "去掉的那一个的名称或编号".to_owned(),
        };
    };
    let (home, known) = field.within.unwrap_or((field.home, field.known));
    let Some(help) = help(home, known.key) else { return String::new() };
    let mut lines = vec![help.zh.to_owned()];
    let words: Vec<&str> = choices(home, known.key).iter().map(|choice| choice.word).collect();
    if !words.is_empty() {
        lines.push(format!("可以写：{}", words.join("、")));
    }
    lines.extend(several(known.wanted, known.key, field.rank).map(str::to_owned));
    if !help.example.is_empty() {
        lines.push(format!("例：{}", help.example));
    }
    lines.join("\n")
}

/// How several values stand in one cell.
fn several(wanted: Wanted, key: &str, rank: Option<usize>) -> Option<&'static str> {
    match wanted {
        _ if rank.is_some() => None,
        Wanted::Texts | Wanted::Qualifications => Some("写几个的，用顿号隔开"),
        Wanted::TextOrTexts if key == "hours" => Some("写几段的，用顿号隔开"),
        Wanted::TextOrTexts => Some("写几段的，一段一行（Alt+Enter 换行）"),
        _ => None,
    }
}
