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
    /// The folder of calendars.
    Calendars,
    /// The folder of messages.
    Messages,
    /// The calendar of everything.
    All,
    /// The folder with a file for each unit.
    Units,
    /// The folder with a file for each ambassador.
    Ambassadors,
    /// The folder with a file for each neighbourhood to which something is to be told.
    Neighbourhoods,
    /// The folder with a file for each day.
    Days,
    /// Somebody whom the campaign no longer has, where the name is hidden.
    Former,
}

impl Phrase for Name {
    fn zh(&self) -> String {
        match self {
            Self::WithContacts => "-含电话",
            Self::Plan => "安排方案",
            Self::Workbook => "安排总表",
            Self::Tables => "数据表",
            Self::Calendars => "日历",
            Self::Messages => "通知",
            Self::All => "全部",
            Self::Units => "单位",
            Self::Ambassadors => "大使",
            Self::Neighbourhoods => "居民区",
            Self::Days => "日期",
            Self::Former => "原大使",
        }
        .into()
    }

    fn en(&self) -> String {
        match self {
            Self::WithContacts => "-contacts",
            Self::Plan => "plan",
            Self::Workbook => "workbook",
            Self::Tables => "tables",
            Self::Calendars => "calendars",
            Self::Messages => "messages",
            Self::All => "all",
            Self::Units => "units",
            Self::Ambassadors => "ambassadors",
            Self::Neighbourhoods => "neighbourhoods",
            Self::Days => "days",
            Self::Former => "former ambassador",
        }
        .into()
    }
}
