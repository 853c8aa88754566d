//! Labels and headings within the sheets.

use crate::render::wording::Phrase;

/// A label or a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// Above a copy that holds personal telephone numbers.
    WithContacts,
    /// Below each of its pages.
    OwnersOnly,
    /// The day.
    Date,
    /// Date and hours in one column.
    Day,
    /// Hours, post and unit.
    TimeAndPlace,
    /// Post and unit.
    PostAndUnit,
    /// The post.
    Post,
    /// Who comes.
    Ambassador,
    /// Whose card it is.
    Card,
    /// Who guides.
    Mentor,
    /// Date and hours.
    When,
    /// A place.
    Where,
    /// Who speaks.
    Speaker,
    /// A remark.
    Note,
    /// Where somebody works.
    Employer,
    /// Where an ambassador comes from.
    Organization,
    /// Where to come to.
    Meet,
    /// Postal address.
    Address,
    /// How far it is as the crow flies.
    Way,
    /// What to bring.
    Bring,
    /// What to heed.
    Heed,
    /// The field to fill in afterwards.
    Reflection,
    /// Column: the running number.
    Number,
    /// Column: from when to when.
    Hours,
    /// Column: to sign in.
    SignIn,
    /// Column: what it is about.
    Theme,
    /// Column: who comes.
    Unit,
    /// Column: to whom.
    Neighbourhood,
    /// Column: whom to call.
    Contact,
    /// Above the meaning of the patterns.
    Legend,
    /// The picture of months and themes.
    Themes,
    /// The map.
    Map,
    /// On the map: a line to the nearest, where the unit goes elsewhere.
    NearestInstead,
    /// On the map: a line.
    Paired,
    /// On the map: nobody is paired with it.
    Alone,
    /// What is left open.
    Remainder,
    /// Where a plan comes from.
    Provenance,
    /// On the map: north.
    North,
}

impl Phrase for Label {
    fn zh(&self) -> String {
        match self {
            Self::WithContacts => "本件含个人电话，仅供组织者使用，请勿张贴或转发。",
            Self::OwnersOnly => "含个人电话，请勿张贴",
            Self::Date => "日期",
            Self::Day => "日期和时间",
            Self::TimeAndPlace => "时间、岗位和单位",
            Self::PostAndUnit => "岗位和单位",
            Self::Post => "体验岗位",
            Self::Ambassador => "体验大使",
            Self::Card => "初心体验大使",
            Self::Mentor => "带教老师",
            Self::When | Self::Hours => "时间",
            Self::Where => "地点",
            Self::Speaker => "主讲",
            Self::Note => "备注",
            Self::Employer => "单位",
            Self::Organization => "所在单位",
            Self::Meet => "集合地点",
            Self::Address => "地址",
            Self::Way => "直线距离",
            Self::Bring => "请携带",
            Self::Heed => "请留意",
            Self::Reflection => "初心感悟",
            Self::Number => "序号",
            Self::SignIn => "签到",
            Self::Theme => "主题",
            Self::Unit => "成员单位",
            Self::Neighbourhood => "居民区",
            Self::Contact => "联系人",
            Self::Legend => "图例",
            Self::Themes => "各月主题一览",
            Self::Map => "结对示意图",
            Self::NearestInstead => "最近而未结对",
            Self::Paired => "结对",
            Self::Alone => "未结对的居民区",
            Self::Remainder => "尚待处理",
            Self::Provenance => "出处",
            Self::North => "北",
        }
        .into()
    }

    fn en(&self) -> String {
        match self {
            Self::WithContacts => "This copy holds personal telephone numbers. It belongs to the organizer: not to be put up or passed on.",
            Self::OwnersOnly => "Personal numbers: not for the wall",
            Self::Date => "Date",
            Self::Day | Self::When => "When",
            Self::TimeAndPlace => "Time, post and unit",
            Self::PostAndUnit => "Post and unit",
            Self::Post => "Post",
            Self::Ambassador => "Who",
            Self::Card => "Ambassador",
            Self::Mentor => "Mentor",
            Self::Where => "Where",
            Self::Speaker => "Speaker",
            Self::Note => "Note",
            Self::Organization => "From",
            Self::Meet => "Meet at",
            Self::Address => "Address",
            Self::Way => "Distance",
            Self::Bring => "Bring",
            Self::Heed => "Please note",
            Self::Reflection => "What I take with me",
            Self::Number => "No.",
            Self::Hours => "Hours",
            Self::SignIn => "Signature",
            Self::Theme => "Theme",
            Self::Unit | Self::Employer => "Unit",
            Self::Neighbourhood => "Neighbourhood",
            Self::Contact => "Contact",
            Self::Legend => "Legend",
            Self::Themes => "The themes, month by month",
            Self::Map => "Map of the pairings",
            Self::NearestInstead => "nearest, not paired",
            Self::Paired => "paired",
            Self::Alone => "neighbourhood without a pairing",
            Self::Remainder => "Left open",
            Self::Provenance => "Where it comes from",
            Self::North => "N",
        }
        .into()
    }
}
