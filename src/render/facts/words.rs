//! The words around facts: what they are called, what messages begin with, and what stands at the edge of a page.

use crate::{
    domain::Language,
    render::{
        edition::PaperCopy,
        wording::{Phrase, measure, quoted},
    },
};

/// One line of a message, or one entry's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// To an ambassador who has a place.
    Greeting {
        /// Who.
        name: String,
        /// The campaign.
        campaign: String,
    },
    /// To an ambassador who has none.
    NoPlace {
        /// Who.
        name: String,
        /// The campaign.
        campaign: String,
    },
    /// To an ambassador for whom something has changed since the plan that this one mends.
    Changed {
        /// Who.
        name: String,
        /// The campaign.
        campaign: String,
    },
    /// To an ambassador who had a place in an earlier plan and has none any more.
    NoLonger {
        /// Who.
        name: String,
        /// The campaign.
        campaign: String,
    },
    /// Above what holds after a change.
    Now,
    /// To a unit.
    ToUnit {
        /// Which.
        unit: String,
        /// The campaign.
        campaign: String,
    },
    /// To a unit for which something has changed.
    UnitChanged {
        /// Which.
        unit: String,
        /// The campaign.
        campaign: String,
    },
    /// Nothing is left for a unit or a neighbourhood.
    NothingLeft,
    /// To a neighbourhood for which something has changed.
    NeighbourhoodChanged {
        /// Which.
        neighbourhood: String,
        /// The campaign.
        campaign: String,
    },
    /// Above what has changed on a day.
    DayChanged,
    /// Above the posts of a unit.
    Visits,
    /// Above the events of a unit.
    Events,
    /// What a unit to which nobody comes any more is asked to do.
    TellMentorsOfNobody,
    /// The last sentence to a unit to which people come.
    PleaseTellMentors,
    /// Above everything of one day.
    Day {
        /// The campaign.
        campaign: String,
        /// The day.
        date: String,
    },
    /// A day and its hours.
    When {
        /// The day.
        date: String,
        /// From when to when.
        hours: String,
    },
    /// A post of a unit, or a theme at a neighbourhood.
    Of {
        /// The unit, or the pair.
        whose: String,
        /// The post, or the theme.
        what: String,
    },
    /// Something with its label.
    Fact {
        /// The label.
        label: String,
        /// What.
        value: String,
    },
    /// The way to a post in metres as the crow flies.
    Way(i64),
    /// The lecture.
    Lecture(String),
    /// A day at a post as an entry.
    Experience(String),
    /// An event of the Thursday Action as an entry.
    ThursdayEvent {
        /// What about.
        theme: String,
        /// Who comes.
        unit: String,
        /// To whom.
        neighbourhood: String,
    },
    /// An entry that is taken back.
    Cancelled,
    /// Whom to tell what, and by which file.
    ToTell {
        /// Whom.
        whom: String,
        /// What is new.
        what: Vec<String>,
        /// The file of the message.
        file: Option<String>,
    },
}

impl Phrase for Message {
    fn zh(&self) -> String {
        match self {
            Self::Greeting { name, campaign } => format!(
                "{name}：您好！感谢您参加{campaign}。您的安排如下，请准时到岗；如不能参加，请尽早与我们联系。",
                campaign = quoted(campaign)
            ),
            Self::NoPlace { name, campaign } => format!(
                "{name}：您好！感谢您报名{campaign}。本期暂未能为您安排岗位，敬请谅解；如有空缺，我们会及时通知您。",
                campaign = quoted(campaign)
            ),
            Self::Changed { name, campaign } => format!(
                "{name}：您好！您在{campaign}中的安排有调整，不便之处敬请谅解：",
                campaign = quoted(campaign)
            ),
            Self::NoLonger { name, campaign } => format!(
                "{name}：您好！因安排调整，您原定参加的{campaign}场次已取消，不便之处敬请谅解；如有新的安排，我们会及时通知您。",
                campaign = quoted(campaign)
            ),
            Self::Now => "调整后的安排：".into(),
            Self::UnitChanged { unit, campaign } => {
                format!(
                    "{unit}：您好！感谢贵单位支持{campaign}，贵单位的安排有调整：",
                    campaign = quoted(campaign)
                )
            }
            Self::NothingLeft => "目前没有其他安排。".into(),
            Self::NeighbourhoodChanged { neighbourhood, campaign } => {
                format!(
                    "{neighbourhood}：您好！{campaign}周四行动的安排有调整：",
                    campaign = quoted(campaign)
                )
            }
            Self::DayChanged => "与调整前相比：".into(),
            Self::ToUnit { unit, campaign } => {
                format!(
                    "{unit}：您好！感谢贵单位支持{campaign}，安排如下，请做好准备。",
                    campaign = quoted(campaign)
                )
            }
            Self::Visits => "体验岗位：".into(),
            Self::Events => "周四行动主题活动：".into(),
            Self::TellMentorsOfNobody => "请转告带教老师，上述日期不再安排接待。".into(),
            Self::PleaseTellMentors => "请提前告知带教老师；如时间有变，请尽早与我们联系。".into(),
            Self::Day { campaign, date } => format!("【{campaign}】{date}安排"),
            Self::When { date, hours } => format!("{date}{hours}"),
            Self::Of { whose, what } => format!("{whose}，{what}"),
            Self::Fact { label, value } => format!("{label}：{value}"),
            Self::Way(metres) => format!("直线距离：{}", measure::way(Language::Zh, *metres)),
            Self::Lecture(text) if text.starts_with("初心讲堂") => text.clone(),
            Self::Lecture(text) => format!("初心讲堂：{text}"),
            Self::Experience(what) => format!("初心体验：{what}"),
            Self::ThursdayEvent { theme, unit, neighbourhood } => {
                format!("周四行动：{theme}（{unit}到{neighbourhood}）")
            }
            Self::Cancelled => "已取消".into(),
            Self::ToTell { whom, what, file } => {
                let file = file.as_ref().map(|file| format!("\r\n    发送 {file}"));
                format!("□ {whom}：{}{}", what.join("；"), file.unwrap_or_default())
            }
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Greeting { name, campaign } => format!("Dear {name}, this is your place in {campaign}:"),
            Self::NoPlace { name, campaign } => format!(
                "Dear {name}, thank you for signing up for {campaign}. There is no place for you this time; should that change, we shall let you know."
            ),
            Self::Changed { name, campaign } => {
                format!("Dear {name}, your place in {campaign} has changed:")
            }
            Self::NoLonger { name, campaign } => format!(
                "Dear {name}, what was planned for you in {campaign} is cancelled, and there is no place for you at present; should that change, we shall let you know."
            ),
            Self::Now => "What holds now:".into(),
            Self::UnitChanged { unit, campaign } => {
                format!(
                    "To {unit}: thank you for taking part in {campaign}. What is planned with you has changed:"
                )
            }
            Self::NothingLeft => "Nothing else is planned at present.".into(),
            Self::NeighbourhoodChanged { neighbourhood, campaign } => {
                format!("To {neighbourhood}: the Thursday Action of {campaign} has changed:")
            }
            Self::DayChanged => "Changed since the plan before:".into(),
            Self::ToUnit { unit, campaign } => {
                format!(
                    "To {unit}: thank you for taking part in {campaign}. This is what is planned with you."
                )
            }
            Self::Visits => "Posts:".into(),
            Self::Events => "Thursday Action:".into(),
            Self::TellMentorsOfNobody => "Please tell the mentors that nobody comes on these days.".into(),
            Self::PleaseTellMentors => {
                "Please tell the mentors, and let us know early if anything changes.".into()
            }
            Self::Day { campaign, date } => format!("{campaign}: {date}"),
            Self::When { date, hours } => format!("{date}, {hours}"),
            Self::Of { whose, what } => format!("{whose}, {what}"),
            Self::Fact { label, value } => format!("{label}: {value}"),
            Self::Way(metres) => format!("As the crow flies: {}", measure::way(Language::En, *metres)),
            Self::Lecture(text) => format!("Lecture: {text}"),
            Self::Experience(what) => format!("Original Heart Experience: {what}"),
            Self::ThursdayEvent { theme, unit, neighbourhood } => {
                format!("Thursday Action: {theme} ({unit} at {neighbourhood})")
            }
            Self::Cancelled => "Cancelled".into(),
            Self::ToTell { whom, what, file } => {
                let file = file.as_ref().map(|file| format!("\r\n    send {file}"));
                format!("[ ] {whom}: {}{}", what.join("; "), file.unwrap_or_default())
            }
        }
    }
}

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
