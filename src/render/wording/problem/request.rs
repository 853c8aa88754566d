//! Problems between entries of the experience.

use crate::{
    diagnostic::request::Request,
    render::wording::problem::{Explained, Words},
};

impl Explained for Request {
    fn zh(&self) -> Words {
        match self {
            Self::CostBeforeDays { level } => Words::of(format!("{level} 只能排在 days 后面"))
                .hint("人次定了，比较志愿和路程才有意义；请把 days 排到它前面"),
            Self::PinWithoutSession { post, date } => Words::of(format!("岗位 {post} 在 {date} 不开放"))
                .hint("请改日期，或在岗位的 dates 里加上这一天"),
            Self::GroupTooSmall => Words::of("一组至少要有两个人").hint("请补上另一个人，或删去这一组"),
            Self::GroupWithoutBond => {
                Words::of("每一组要么写 together，要么写 apart").hint("请只留其中一项；另一项另起一组")
            }
            Self::StrengthOfApart => {
                Words::of("apart 不能写 strength，分开就是一定分开").hint("请删去 strength")
            }
            Self::TogetherAndApart { one, other } => {
                Words::of(format!("{one} 和 {other} 又要同去、又要分开")).hint("请删去其中一组，或改其中的人")
            }
            Self::MentorAtTwoUnits { name } => {
                Words::of(format!("两家单位都有叫“{name}”的带教老师，按两个人计算"))
                    .hint("如果是同一个人，请留意时间有没有冲突")
            }
        }
    }

    fn en(&self) -> Words {
        match self {
            Self::CostBeforeDays { level } => Words::of(format!("`{level}` may only stand after `days`"))
                .hint("wishes and ways compare only plans with equally many days; put `days` before it"),
            Self::PinWithoutSession { post, date } => {
                Words::of(format!("post `{post}` is not offered on {date}"))
                    .hint("change the date, or add it to the `dates` of the post")
            }
            Self::GroupTooSmall => Words::of("a group needs two people at least")
                .hint("add the other one, or take the group out"),
            Self::GroupWithoutBond => Words::of("a group is either `together` or `apart`")
                .hint("keep one of the two; the other makes a group of its own"),
            Self::StrengthOfApart => {
                Words::of("`apart` has no strength: it always holds").hint("take `strength` out")
            }
            Self::TogetherAndApart { one, other } => {
                Words::of(format!("`{one}` and `{other}` are to be together and apart"))
                    .hint("take one of the two groups out, or change its members")
            }
            Self::MentorAtTwoUnits { name } => {
                Words::of(format!("mentor {name} stands at two units and counts as two people"))
                    .hint("if this is one person, see that the hours do not clash")
            }
        }
    }
}
