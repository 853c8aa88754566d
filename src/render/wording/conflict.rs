//! What cannot hold together.

use crate::{experience::rule::Rule, render::wording::Phrase};

/// A heading, a hint, or one member of a contradiction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contradiction {
    /// What follows cannot hold together.
    Title,
    /// It is proved that nothing holds, but not by what.
    Unnamed,
    /// What to do about it.
    Relax,
    /// `note`.
    Note,
    /// An agreed placement.
    Pin {
        /// Who.
        person: String,
        /// Where.
        post: String,
        /// When, where that is agreed too.
        date: Option<String>,
    },
    /// A placement of an earlier plan that a repair keeps.
    Kept {
        /// Who.
        person: String,
        /// Where.
        post: String,
        /// When.
        date: String,
    },
    /// A placement that must not be.
    Ban {
        /// Who.
        person: String,
        /// Where.
        post: String,
    },
    /// People who must go together.
    Together(String),
    /// People who must be apart.
    Apart(String),
    /// A rule, and whom or what it concerns.
    Rule {
        /// The rule.
        rule: Rule,
        /// A person, a session, a unit or mentor on a day; nothing for the campaign as a whole.
        matter: Option<String>,
    },
    /// Somebody on a day.
    OnDay {
        /// A unit or a mentor.
        who: String,
        /// The day.
        date: String,
    },
}

impl Phrase for Contradiction {
    fn zh(&self) -> String {
        match self {
            Self::Title => "下面这几条不能同时成立，去掉其中任何一条就可以".into(),
            Self::Unnamed => "说定的事互相矛盾，没有方案能全部做到".into(),
            Self::Relax => "改动或去掉其中任意一条，再排一次".into(),
            Self::Note => "说明".into(),
            Self::Pin { person, post, date: Some(date) } => format!("固定安排：{person}{date}去{post}"),
            Self::Pin { person, post, date: None } => format!("固定安排：{person}去{post}"),
            Self::Kept { person, post, date } => {
                format!("保持不变（--keep-until）：原方案中{person}{date}去{post}")
            }
            Self::Ban { person, post } => format!("回避：{person}不去{post}"),
            Self::Together(names) => format!("结伴：{names}同去同不去"),
            Self::Apart(names) => format!("分开：{names}不在同一场"),
            Self::Rule { rule, matter: Some(matter) } => format!("规则：{}（{matter}）", rule.zh()),
            Self::Rule { rule, matter: None } => format!("规则：{}", rule.zh()),
            Self::OnDay { who, date } => format!("{who}，{date}"),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Title => "these cannot hold together; without any one of them the others can".into(),
            Self::Unnamed => "what was agreed contradicts itself: no plan keeps all of it".into(),
            Self::Relax => "change or remove any one of them and plan again".into(),
            Self::Note => "note".into(),
            Self::Pin { person, post, date: Some(date) } => format!("pin: {person} at {post} on {date}"),
            Self::Pin { person, post, date: None } => format!("pin: {person} at {post}"),
            Self::Kept { person, post, date } => {
                format!("kept (--keep-until): {person} at {post} on {date}, as the earlier plan has it")
            }
            Self::Ban { person, post } => format!("ban: {person} not at {post}"),
            Self::Together(names) => format!("together: {names}"),
            Self::Apart(names) => format!("apart: {names}"),
            Self::Rule { rule, matter: Some(matter) } => format!("rule: {} ({matter})", rule.en()),
            Self::Rule { rule, matter: None } => format!("rule: {}", rule.en()),
            Self::OnDay { who, date } => format!("{who}, {date}"),
        }
    }
}
