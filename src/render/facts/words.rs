//! What facts are called, and what stands at the edge of a page.

use crate::render::{edition::PaperCopy, wording::Phrase};

labels! {
    /// The head of a column.
    pub enum Head {
        /// The day.
        Date: "日期", "Date";
        /// The day of the week.
        Weekday: "星期", "Day";
        /// From when to when.
        Hours: "时间", "Hours";
        /// The host unit.
        Host: "体验单位", "Unit";
        /// The post.
        Post: "体验岗位", "Post";
        /// The postal address.
        Address: "地址", "Address";
        /// Where to come to.
        Meet: "集合地点", "Where to meet";
        /// Where everybody gathers first.
        Gather: "统一集合", "Everybody meets";
        /// What a post requires.
        Requires: "要求", "Required";
        /// What to bring.
        Bring: "请携带", "Bring";
        /// Who goes.
        Ambassador: "初心体验大使", "Ambassador";
        /// The ambassador's telephone number.
        Phone: "大使电话", "Ambassador's phone";
        /// Where the ambassador works.
        Organization: "所在单位", "Employer";
        /// Who guides.
        Mentor: "带教老师", "Mentor";
        /// Who else is at the same session.
        Companions: "同场大使", "With";
        /// The mentor's telephone number.
        MentorPhone: "带教老师电话", "Mentor's phone";
        /// Which wish came true.
        Wish: "志愿", "Wish";
        /// How far it is, in metres.
        Metres: "直线距离（米）", "Distance (m)";
        /// Who speaks.
        Speaker: "主讲", "Speaker";
        /// Remarks.
        Note: "备注", "Remarks";
        /// Remarks for the unit alone.
        HostNote: "请单位留意", "For the unit";
        /// The organizer's own remark on somebody.
        OwnNote: "大使备注", "Remark on the ambassador";
        /// The unit of the Thursday Action.
        Unit: "成员单位", "Unit";
        /// The unit's contact.
        UnitContact: "单位联系人", "Contact of the unit";
        /// The neighbourhood.
        Neighbourhood: "居民区", "Neighbourhood";
        /// The neighbourhood's contact.
        NeighbourhoodContact: "居民区联系人", "Contact of the neighbourhood";
        /// The room.
        Venue: "活动地点", "Room";
        /// What it is about.
        Theme: "主题", "Theme";
        /// What kind of thing is left open.
        Kind: "类别", "Kind";
        /// What is said of it.
        Said: "说明", "What is said of it";
        /// The level's place in the order.
        Order: "顺序", "Order";
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
    /// The same of the copy for a unit, which has the numbers of those who come to it.
    ForUnit,
}

impl Edge {
    /// What a copy with personal numbers says of itself.
    pub fn with_contacts(copy: PaperCopy) -> Self {
        if copy.recipient.is_some() { Self::ForUnit } else { Self::WithContacts }
    }
}

impl Phrase for Edge {
    fn zh(&self) -> String {
        match self {
            Self::Page => "第 &P 页，共 &N 页".into(),
            Self::Office(contact) => format!("联系方式：{contact}"),
            Self::WithContacts => "含个人电话，仅供组织者使用，请勿张贴或外传".into(),
            Self::ForUnit => "含个人电话，仅供接待单位联系使用，请勿张贴或外传".into(),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Page => "Page &P of &N".into(),
            Self::Office(contact) => format!("Contact: {contact}"),
            Self::ForUnit => {
                "With personal telephone numbers: for the unit alone, not to be put up or passed on".into()
            }
            Self::WithContacts => {
                "With personal telephone numbers: for the organizer alone, not to be put up or passed on"
                    .into()
            }
        }
    }
}
