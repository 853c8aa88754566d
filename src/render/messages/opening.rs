//! What messages begin with: to whom they are, and how things stand with the reader.

use crate::{
    domain::Language,
    render::wording::{Phrase, measure, quoted},
};
use chrono::NaiveDate;

/// The first line of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Opening {
    /// The reader.
    pub(super) to: String,
    /// The campaign.
    pub(super) campaign: String,
    /// How things stand.
    pub(super) what: What,
}

/// How things stand with a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// An ambassador has a place.
    Placed,
    /// An ambassador has none.
    NoPlace,
    /// Something has changed for an ambassador since the plan that this one mends.
    Moved,
    /// An ambassador had a place in an earlier plan and has none any more.
    NoLonger,
    /// An ambassador has said that he or she cannot come: the sessions that fall away.
    Excused(Vec<String>),
    /// All days of an ambassador are over.
    Over,
    /// Something is planned with a unit.
    Unit,
    /// It has changed.
    UnitMoved,
    /// Everything with a unit is over.
    UnitOver,
    /// A unit has left: the first day without it.
    UnitLeft(NaiveDate),
    /// The campaign has a unit no more.
    UnitGone,
    /// Something is held at a neighbourhood.
    Home,
    /// It has changed.
    HomeMoved,
    /// Everything at a neighbourhood is over.
    HomeOver,
    /// A neighbourhood has left: the first day without it.
    HomeLeft(NaiveDate),
}

impl Phrase for Opening {
    fn zh(&self) -> String {
        let campaign = quoted(&self.campaign);
        let day = |day: &NaiveDate| measure::full_date(Language::Zh, *day);
        let said = match &self.what {
            What::Placed => {
                format!("感谢您参加{campaign}。您的安排如下，请准时到岗；如不能参加，请尽早与我们联系。")
            }
            What::NoPlace => format!(
                "感谢您报名{campaign}。本期暂未能为您安排岗位，敬请谅解；如有空缺，我们会及时通知您。"
            ),
            What::Moved => format!("您在{campaign}中的安排有调整，不便之处敬请谅解："),
            What::NoLonger => format!(
                "因安排调整，您原定参加的{campaign}场次已取消，不便之处敬请谅解；如有新的安排，我们会及时通知您。"
            ),
            What::Excused(visits) => {
                format!("已收到您的请假，{campaign}中您的以下安排已取消：{}。", visits.join("、"))
            }
            What::Over => format!("感谢您参加{campaign}，您的体验日已过。"),
            What::Unit => format!("感谢贵单位支持{campaign}，安排如下，请做好准备。"),
            What::UnitMoved => format!("感谢贵单位支持{campaign}，贵单位的安排有调整："),
            What::UnitOver => format!("感谢贵单位支持{campaign}，涉及贵单位的安排都已过。"),
            What::UnitLeft(since) => {
                format!("贵单位自{}起退出{campaign}，此前的安排不变，感谢贵单位一直以来的支持。", day(since))
            }
            What::UnitGone => format!("贵单位已退出{campaign}，原有安排全部取消，感谢贵单位的支持。"),
            What::Home => {
                format!("{campaign}周四行动的安排如下，请做好准备；如时间有变，请尽早与我们联系。")
            }
            What::HomeMoved => format!("{campaign}周四行动的安排有调整："),
            What::HomeOver => format!("感谢支持{campaign}周四行动，贵居民区的各场活动都已过。"),
            What::HomeLeft(since) => format!(
                "贵居民区自{}起退出{campaign}周四行动，此前的安排不变，感谢一直以来的支持。",
                day(since)
            ),
        };
        format!("{}：您好！{said}", self.to)
    }

    fn en(&self) -> String {
        let Self { to, campaign, what } = self;
        let day = |day: &NaiveDate| measure::full_date(Language::En, *day);
        match what {
            What::Placed => format!("Dear {to}, this is your place in {campaign}:"),
            What::NoPlace => format!(
                "Dear {to}, thank you for signing up for {campaign}. There is no place for you this time; should that change, we shall let you know."
            ),
            What::Moved => format!("Dear {to}, your place in {campaign} has changed:"),
            What::NoLonger => format!(
                "Dear {to}, what was planned for you in {campaign} is cancelled, and there is no place for you at present; should that change, we shall let you know."
            ),
            What::Excused(visits) => format!(
                "Dear {to}, you have told us that you cannot come. Cancelled for you in {campaign}: {}.",
                visits.join("; ")
            ),
            What::Over => format!("Dear {to}, thank you for taking part in {campaign}. Your days are over."),
            What::Unit => {
                format!("To {to}: thank you for taking part in {campaign}. This is what is planned with you.")
            }
            What::UnitMoved => format!(
                "To {to}: thank you for taking part in {campaign}. What is planned with you has changed:"
            ),
            What::UnitOver => format!(
                "To {to}: thank you for taking part in {campaign}. All that was planned with you is over."
            ),
            What::UnitLeft(since) => format!(
                "To {to}: you take no part in {campaign} from {} on; what was before stays. Thank you for all you did.",
                day(since)
            ),
            What::UnitGone => format!(
                "To {to}: you have left {campaign}, and what was planned with you is cancelled. Thank you."
            ),
            What::Home => format!(
                "To {to}: this is what the Thursday Action of {campaign} brings you. Let us know early if anything changes."
            ),
            What::HomeMoved => format!("To {to}: the Thursday Action of {campaign} has changed:"),
            What::HomeOver => format!(
                "To {to}: thank you for taking part in the Thursday Action of {campaign}. It is over for you."
            ),
            What::HomeLeft(since) => format!(
                "To {to}: you take no part in the Thursday Action of {campaign} from {} on; what was before stays. Thank you.",
                day(since)
            ),
        }
    }
}
