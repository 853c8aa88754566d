//! Views of a plan in rows and columns: their orders, their names and the heads of their columns.

use crate::render::wording::Phrase;

/// By what a roster is ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Order {
    /// Day by day.
    Date,
    /// Unit by unit.
    Unit,
    /// Person by person.
    Ambassador,
}

impl Order {
    /// All orders as they are listed and printed.
    pub const ALL: [Self; 3] = [Self::Date, Self::Unit, Self::Ambassador];

    /// The word for it on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Unit => "unit",
            Self::Ambassador => "ambassador",
        }
    }
}

impl Phrase for Order {
    fn zh(&self) -> String {
        match self {
            Self::Date => "按日期",
            Self::Unit => "按单位",
            Self::Ambassador => "按大使",
        }
        .into()
    }

    fn en(&self) -> String {
        match self {
            Self::Date => "by date",
            Self::Unit => "by unit",
            Self::Ambassador => "by ambassador",
        }
        .into()
    }
}

/// The name of a view: a sheet of the workbook, or a file of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Title {
    /// The roster in an order.
    Roster(Order),
    /// Who is paired with whom.
    Pairings,
    /// The year of the Thursday Action.
    Year,
    /// The events of the Thursday Action.
    Events,
    /// What is left open.
    Open,
    /// The levels.
    Levels,
}

impl Phrase for Title {
    fn zh(&self) -> String {
        match self {
            Self::Roster(order) => return order.zh(),
            Self::Pairings => "周四行动结对",
            Self::Year => "周四行动全年",
            Self::Events => "主题活动",
            Self::Open => "待安排与空岗",
            Self::Levels => "逐项结果",
        }
        .into()
    }

    fn en(&self) -> String {
        match self {
            Self::Roster(Order::Date) => "By date",
            Self::Roster(Order::Unit) => "By unit",
            Self::Roster(Order::Ambassador) => "By ambassador",
            Self::Pairings => "Thursday pairings",
            Self::Year => "Thursday year",
            Self::Events => "Thursday events",
            Self::Open => "Left open",
            Self::Levels => "Levels",
        }
        .into()
    }
}

/// The head of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// The day.
    Date,
    /// The day of the week.
    Weekday,
    /// From when to when.
    Hours,
    /// The host unit.
    Host,
    /// The post.
    Post,
    /// The postal address.
    Address,
    /// Where to come to.
    Meet,
    /// Who goes.
    Ambassador,
    /// The ambassador's telephone number.
    Phone,
    /// Where the ambassador works.
    Organization,
    /// Who guides.
    Mentor,
    /// The mentor's telephone number.
    MentorPhone,
    /// Which wish came true.
    Wish,
    /// How far it is, in metres.
    Metres,
    /// Remarks.
    Note,
    /// The unit of the Thursday Action.
    Unit,
    /// The unit's contact.
    UnitContact,
    /// The neighbourhood.
    Neighbourhood,
    /// The neighbourhood's contact.
    NeighbourhoodContact,
    /// The room.
    Venue,
    /// What it is about.
    Theme,
    /// What kind of thing is left open.
    Kind,
    /// What is said of it.
    Said,
    /// The level's place in the order.
    Order,
    /// Its name.
    Level,
    /// What it counts.
    Counts,
    /// The value reached.
    Value,
    /// What is proved of it.
    Proof,
}

impl Phrase for Head {
    fn zh(&self) -> String {
        match self {
            Self::Date => "日期",
            Self::Weekday => "星期",
            Self::Hours => "时间",
            Self::Host => "体验单位",
            Self::Post => "体验岗位",
            Self::Address => "地址",
            Self::Meet => "集合地点",
            Self::Ambassador => "初心体验大使",
            Self::Phone => "大使电话",
            Self::Organization => "所在单位",
            Self::Mentor => "带教老师",
            Self::MentorPhone => "带教老师电话",
            Self::Wish => "志愿",
            Self::Metres => "直线距离（米）",
            Self::Note => "备注",
            Self::Unit => "成员单位",
            Self::UnitContact => "单位联系人",
            Self::Neighbourhood => "居民区",
            Self::NeighbourhoodContact => "居民区联系人",
            Self::Venue => "活动地点",
            Self::Theme => "主题",
            Self::Kind => "类别",
            Self::Said => "说明",
            Self::Order => "顺序",
            Self::Level => "项目",
            Self::Counts => "算的是什么",
            Self::Value => "结果",
            Self::Proof => "证明",
        }
        .into()
    }

    fn en(&self) -> String {
        match self {
            Self::Date => "Date",
            Self::Weekday => "Day",
            Self::Hours => "Hours",
            Self::Host | Self::Unit => "Unit",
            Self::Post => "Post",
            Self::Address => "Address",
            Self::Meet => "Where to meet",
            Self::Ambassador => "Ambassador",
            Self::Phone => "Ambassador's phone",
            Self::Organization => "Employer",
            Self::Mentor => "Mentor",
            Self::MentorPhone => "Mentor's phone",
            Self::Wish => "Wish",
            Self::Metres => "Distance (m)",
            Self::Note => "Remarks",
            Self::UnitContact => "Contact of the unit",
            Self::Neighbourhood => "Neighbourhood",
            Self::NeighbourhoodContact => "Contact of the neighbourhood",
            Self::Venue => "Room",
            Self::Theme => "Theme",
            Self::Kind => "Kind",
            Self::Said => "What is said of it",
            Self::Order => "Order",
            Self::Level => "Level",
            Self::Counts => "What is counted",
            Self::Value => "Reached",
            Self::Proof => "Proof",
        }
        .into()
    }
}

/// What stands at the edge of a printed page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edge {
    /// The page and how many there are, as a spreadsheet counts them.
    Page,
    /// Whom to call; the office's own contact.
    Office(String),
    /// The copy holds personal telephone numbers.
    WithContacts,
}

impl Phrase for Edge {
    fn zh(&self) -> String {
        match self {
            Self::Page => "第 &P 页，共 &N 页".into(),
            Self::Office(contact) => format!("联系方式：{contact}"),
            Self::WithContacts => "含个人电话，仅供组织者使用，请勿张贴或外传".into(),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Page => "Page &P of &N".into(),
            Self::Office(contact) => format!("Contact: {contact}"),
            Self::WithContacts => {
                "With personal telephone numbers: for the organizer alone, not to be put up or passed on"
                    .into()
            }
        }
    }
}
