//! What sentences of an explanation are made of: which wish, what is worse, what stands against it.

use crate::{
    domain::{Language, rules::Priority},
    experience::{
        explanation::{against::Against, claims::Missing},
        level::Level,
    },
    render::wording::{Phrase, measure, quoted},
};

labels! {
    /// If what something would be.
    pub enum Premise {
        /// What was asked were granted.
        Granted: "要是排上", "with it";
        /// There were one more person.
        OneMore: "要是再排一人", "with one more person";
    }
}

impl Premise {
    /// What is supposed where something is missing.
    pub fn of(missing: Missing) -> Self {
        match missing {
            Missing::OfPerson(..) => Self::Granted,
            Missing::Seat(..) => Self::OneMore,
        }
    }
}

/// Of which wish a placement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// Of the n-th.
    Wish(u32),
    /// Of none of those that the person has.
    Unwished,
    /// The person has none.
    NoWishes,
}

impl Phrase for Spot {
    fn zh(&self) -> String {
        match self {
            Self::Wish(number) => measure::wish(Language::Zh, *number),
            Self::Unwished => "志愿以外的岗位".into(),
            Self::NoWishes => "一个岗位".into(),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Wish(number) => format!("the {}", measure::wish(Language::En, *number)),
            Self::Unwished => "a post not wished for".into(),
            Self::NoWishes => "a post".into(),
        }
    }
}

/// What would be worse, in the words of those whom it concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Worse(pub Level);

impl Phrase for Worse {
    fn zh(&self) -> String {
        match self.0 {
            Level::Priority(Priority::Coverage) => "有的岗位就要缺人",
            Level::Priority(Priority::Everyone) => "就要少排上人",
            Level::Priority(Priority::Enough) => "有人就去不满想去的次数",
            Level::Priority(Priority::Days) => "总的体验人次就要减少",
            Level::Priority(Priority::Even) => "各人的次数就不如现在均匀",
            Level::Priority(Priority::Groups) => "想同去的人就要拆开",
            Level::Priority(Priority::Represented) => "有的组织就没有人排上",
            Level::Priority(Priority::Wishes) | Level::Wish(_) => "大家的志愿合起来就不如现在",
            Level::Priority(Priority::Travel) => "大家的路合起来就更远",
            Level::Priority(Priority::First) => "先报名的人就要让后报名的",
            Level::Restored => "这次变动中落空的人就少排上",
            Level::Changes => "原来的安排就要多改动",
            Level::Lot => "抽签的结果就变了",
        }
        .into()
    }

    fn en(&self) -> String {
        match self.0 {
            Level::Priority(Priority::Coverage) => "some post would lack people",
            Level::Priority(Priority::Everyone) => "fewer people would have a place",
            Level::Priority(Priority::Enough) => "somebody would have fewer days than wanted",
            Level::Priority(Priority::Days) => "there would be fewer placements in all",
            Level::Priority(Priority::Even) => "sessions would be spread less evenly",
            Level::Priority(Priority::Groups) => "people who want to go together would be apart",
            Level::Priority(Priority::Represented) => "some organization would have nobody placed",
            Level::Priority(Priority::Wishes) | Level::Wish(_) => {
                "the wishes of all together would be served worse"
            }
            Level::Priority(Priority::Travel) => "the ways of all together would be longer",
            Level::Priority(Priority::First) => "people who signed up earlier would have to yield",
            Level::Restored => "fewer of those who lost a place would have another",
            Level::Changes => "more of the earlier plan would change",
            Level::Lot => "the lot would be another",
        }
        .into()
    }
}

impl Phrase for Against {
    fn zh(&self) -> String {
        match self {
            Self::Pin => "已经说定的安排".into(),
            Self::Kept => "调整时保持不变的安排".into(),
            Self::Ban => "写明的回避".into(),
            Self::Together => "同去同不去的约定".into(),
            Self::Apart => "不在同一场的约定".into(),
            Self::Rule(rule) => quoted(&rule.zh()),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Pin => "what is agreed already".into(),
            Self::Kept => "what stays as it is in the repair".into(),
            Self::Ban => "a ban".into(),
            Self::Together => "that some go together".into(),
            Self::Apart => "that some are apart".into(),
            Self::Rule(rule) => quoted(&rule.en()),
        }
    }
}
