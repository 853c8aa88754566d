//! What is said of a campaign that was written in another form.

use crate::render::wording::Phrase;
use rust_xlsxwriter::XlsxError;

/// One message; a path in it is as the user typed it.
#[derive(Debug)]
pub enum Convert {
    /// The file was written.
    Written(String),
    /// The name asks for no form that can be written.
    UnknownEnding(String),
    /// What to do next: the command that checks it.
    Next(String),
    /// Comments are not in it.
    CommentsLost,
    /// What was painted in the workbook is not in it.
    LooksLost,
    /// A workbook cannot hold the campaign.
    Fault(XlsxError),
}

impl Phrase for Convert {
    fn zh(&self) -> String {
        match self {
            Self::Written(path) => format!("已写好：{path}"),
            Self::UnknownEnding(path) => {
                format!("{path}：看文件名的结尾决定写成什么：.xlsx 是工作簿，.yaml 是文字文件；请换个文件名")
            }
            Self::Next(command) => format!("下一步检查：{command}"),
            Self::CommentsLost => "“#”后面的说明没有带过去".into(),
            Self::LooksLost => "批注、颜色和“说明”表没有带过去".into(),
            Self::Fault(XlsxError::MaxStringLengthExceeded) => {
                "有一处文字超过 32767 个字符，工作簿的一格放不下；没有写".into()
            }
            Self::Fault(fault) => format!("工作簿放不下这份活动，没有写：{fault}"),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Written(path) => format!("written: {path}"),
            Self::UnknownEnding(path) => {
                format!(
                    "{path}: the ending says what is written, .xlsx a workbook and .yaml a text; give another name"
                )
            }
            Self::Next(command) => format!("next, check it: {command}"),
            Self::CommentsLost => "comments (# …) were not taken along".into(),
            Self::LooksLost => "notes, colours and the sheet 说明 were not taken along".into(),
            Self::Fault(XlsxError::MaxStringLengthExceeded) => {
                "a text is longer than the 32,767 letters of a cell; nothing was written".into()
            }
            Self::Fault(fault) => {
                format!("a workbook cannot hold this campaign; nothing was written: {fault}")
            }
        }
    }
}
