//! What the files and folders of a print are called.

use crate::render::wording::Phrase;

/// The stem of a file, or a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Name {
    /// Behind the name of a copy that holds personal telephone numbers.
    WithContacts,
    /// The plan as JSON.
    Plan,
    /// The workbook.
    Workbook,
    /// The folder of comma-separated values.
    Tables,
}

impl Phrase for Name {
    fn zh(&self) -> String {
        match self {
            Self::WithContacts => "-含电话",
            Self::Plan => "安排方案",
            Self::Workbook => "安排总表",
            Self::Tables => "数据表",
        }
        .into()
    }

    fn en(&self) -> String {
        match self {
            Self::WithContacts => "-contacts",
            Self::Plan => "plan",
            Self::Workbook => "workbook",
            Self::Tables => "tables",
        }
        .into()
    }
}
