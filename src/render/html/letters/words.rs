//! The words of the letters.

use crate::{
    domain::Language,
    render::wording::{Phrase, count, list},
};

/// A part of the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Letter {
    /// The heading: the campaign.
    Heading(String),
    /// To whom.
    Dear(String),
    /// So many people come on so many days.
    Coming {
        /// Ambassadors.
        people: usize,
        /// Days.
        days: usize,
    },
    /// Posts were lent, and nobody comes.
    Nobody,
    /// Above what has changed since an earlier letter.
    Changed,
    /// The same where somebody was to come before.
    NobodyLeft,
    /// The unit lends no post.
    Thursdays,
    /// Above what to prepare.
    Prepare,
    /// The mentors are to be there.
    Mentors(Vec<String>),
    /// Somebody is to be there, where no mentor is named.
    Somebody,
    /// What those at a post must show.
    Check {
        /// The post.
        post: String,
        /// What is required.
        papers: Vec<String>,
    },
    /// What those at a post, or all, were asked to bring.
    Bring {
        /// The post, where it is about one.
        post: Option<String>,
        /// What.
        things: Vec<String>,
    },
    /// Where everybody gathers first.
    Gather(String),
    /// What the unit alone is told.
    Heed {
        /// The post or the person.
        whose: String,
        /// The remark.
        note: String,
    },
    /// What the ambassadors were told.
    Told {
        /// The post, where it is about one.
        post: Option<String>,
        /// The remark.
        note: String,
    },
    /// To sign in, and the reflection.
    SignIn,
    /// What to do where something changes.
    Change(Option<String>),
    /// Above the Thursday Action.
    Action,
    /// With whom the unit is paired.
    Paired {
        /// The neighbourhood.
        neighbourhood: String,
        /// How far, where it is known.
        way: Option<String>,
    },
    /// Some of the dates that follow are not the usual Thursday.
    Moved,
    /// Thanks.
    Thanks,
}

impl Phrase for Letter {
    fn zh(&self) -> String {
        match self {
            Self::Heading(campaign) => format!("“{campaign}”接待函"),
            Self::Dear(unit) => format!("{unit}："),
            Self::Coming { people, days: 1 } => format!(
                "感谢贵单位为本期活动提供体验岗位。下列 {people} 名初心体验大使将到贵单位体验一天，请予接待。"
            ),
            Self::Coming { people, days } => format!(
                "感谢贵单位为本期活动提供体验岗位。下列 {people} 名初心体验大使将分 {days} 天到贵单位体验，请予接待。"
            ),
            Self::Nobody => {
                "感谢贵单位为本期活动提供体验岗位。本期没有大使安排到贵单位，期待下次合作。".into()
            }
            Self::Changed => "与此前告知的安排相比，有下列调整：".into(),
            Self::NobodyLeft => {
                "感谢贵单位为本期活动提供体验岗位。安排有调整，现在没有大使到贵单位体验。".into()
            }
            Self::Thursdays => "感谢贵单位参加周四行动，全年安排如下。".into(),
            Self::Prepare => "请贵单位准备".into(),
            Self::Mentors(mentors) => {
                format!("请{}提前到集合地点迎候，并全程带教。", list(Language::Zh, mentors))
            }
            Self::Somebody => "请安排一位带教老师提前到集合地点迎候。".into(),
            Self::Check { post, papers } => {
                format!("{post}：请核对大使是否具备{}。", list(Language::Zh, papers))
            }
            Self::Bring { post, things } => {
                let things = list(Language::Zh, things);
                post.as_ref().map_or_else(
                    || format!("已请大使携带{things}。"),
                    |post| format!("{post}：已请大使携带{things}。"),
                )
            }
            Self::Gather(place) => format!("大使当天先统一集合：{place}。"),
            Self::Heed { whose, note } => format!("{whose}：请留意“{note}”。"),
            Self::Told { post: Some(post), note } => format!("{post}：已告知大使“{note}”。"),
            Self::Told { post: None, note } => format!("已告知大使“{note}”。"),
            Self::SignIn => "请大使当天在签到表上签名；体验结束时，请留几分钟让大使写下初心感悟。".into(),
            Self::Change(Some(office)) => format!("如有变动，请尽早与我们联系：{office}。"),
            Self::Change(None) => "如有变动，请尽早与我们联系。".into(),
            Self::Action => "周四行动".into(),
            Self::Paired { neighbourhood, way: Some(way) } => {
                format!("贵单位与{neighbourhood}结对，相距 {way}。")
            }
            Self::Paired { neighbourhood, way: None } => format!("贵单位与{neighbourhood}结对。"),
            Self::Moved => "部分月份改期，请以下列日期为准。".into(),
            Self::Thanks => "谨此致谢。".into(),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Heading(campaign) => format!("{campaign}: your guests"),
            Self::Dear(unit) => format!("To {unit}"),
            Self::Coming { people, days: 1 } => format!(
                "Thank you for lending posts to this campaign. {} will spend a day with you.",
                count(*people, "ambassador", "ambassadors"),
            ),
            Self::Coming { people, days } => format!(
                "Thank you for lending posts to this campaign. {} will spend a day with you, on {}.",
                count(*people, "ambassador", "ambassadors"),
                count(*days, "day", "days"),
            ),
            Self::Nobody => {
                "Thank you for lending posts to this campaign. This time nobody is placed with you; we look \
                 forward to the next."
                    .into()
            }
            Self::Changed => "Since an earlier letter this has changed:".into(),
            Self::NobodyLeft => {
                "Thank you for lending posts to this campaign. Plans have changed, and nobody comes to you now."
                    .into()
            }
            Self::Thursdays => "Thank you for taking part in the Thursday Action. This is the year.".into(),
            Self::Prepare => "Please prepare".into(),
            Self::Mentors(mentors) => format!(
                "{} should be at the meeting point early and guide the guests all day.",
                list(Language::En, mentors)
            ),
            Self::Somebody => "A mentor should be at the meeting point early.".into(),
            Self::Check { post, papers } => {
                format!("{post}: please check that the guests have {}.", list(Language::En, papers))
            }
            Self::Bring { post, things } => {
                let things = list(Language::En, things);
                post.as_ref().map_or_else(
                    || format!("The guests were asked to bring {things}."),
                    |post| format!("{post}: the guests were asked to bring {things}."),
                )
            }
            Self::Gather(place) => format!("On the day everybody meets first: {place}."),
            Self::Heed { whose, note } => format!("{whose}: please note “{note}”."),
            Self::Told { post: Some(post), note } => format!("{post}: the guests were told “{note}”."),
            Self::Told { post: None, note } => format!("The guests were told “{note}”."),
            Self::SignIn => {
                "Guests sign the sign-in sheet, and need a few minutes at the end to write down what they take \
                 with them."
                    .into()
            }
            Self::Change(Some(office)) => format!("Should anything change, please tell us early: {office}."),
            Self::Change(None) => "Should anything change, please tell us early.".into(),
            Self::Action => "Thursday Action".into(),
            Self::Paired { neighbourhood, way: Some(way) } => {
                format!("You are paired with {neighbourhood}, {way} away.")
            }
            Self::Paired { neighbourhood, way: None } => format!("You are paired with {neighbourhood}."),
            Self::Moved => "In some months it is another day: the dates below hold.".into(),
            Self::Thanks => "With many thanks".into(),
        }
    }
}
