//! What the second reading of a plan came to.

use crate::render::wording::{Phrase, count};

/// A line of the verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Every rule is kept.
    Holds {
        /// How many placements were read.
        placements: usize,
        /// How many pairings and events were read, where plan and campaign have a Thursday Action.
        thursday: Option<(usize, usize)>,
    },
    /// Rules are broken, or something that the plan says is not so.
    Fails {
        /// How many times rules are broken.
        violations: usize,
        /// How many statements are not so.
        untrue: usize,
    },
    /// The campaign is not as it was when the plan was made.
    OtherCampaign,
    /// The plan was made for another file than the one that was given with it.
    OtherFile {
        /// The plan.
        plan: String,
        /// The campaign for which it was made.
        own: String,
        /// The campaign that was given.
        file: String,
    },
    /// The plan that this one mends is gone or was changed.
    EarlierLost(String),
    /// The campaign has no Thursday Action; that of the plan was not read.
    ThursdayUnread,
    /// The campaign has a Thursday Action and the plan has none.
    ThursdayMissing,
    /// A statement of the plan is no longer so since the campaign has changed: its line.
    Note(String),
}

impl Phrase for Verdict {
    fn zh(&self) -> String {
        match self {
            Self::Holds { placements, thursday: None } => format!("方案符合全部规则，共{placements}人次。"),
            Self::Holds { placements, thursday: Some((pairings, events)) } => format!(
                "方案符合全部规则，共{placements}人次；周四行动结成{pairings}对，排定主题活动{events}场。"
            ),
            Self::Fails { violations, untrue: 0 } => format!("方案有{violations}处不符合规则。"),
            Self::Fails { violations: 0, untrue } => {
                format!("方案符合全部规则，但有{untrue}处写的与实际不符。")
            }
            Self::Fails { violations, untrue } => {
                format!("方案有{violations}处不符合规则，另有{untrue}处写的与实际不符。")
            }
            Self::OtherCampaign => "注意：这份活动文件和排方案时用的不一样，以下按这一份核对。".into(),
            Self::OtherFile { plan, own, file } => {
                format!("注意：{plan} 原是按 {own} 排的，这里只看 {file}，不看 {own}。")
            }
            Self::EarlierLost(file) => {
                format!("注意：原方案 {file} 找不到，或已经改动，“变动”一项没有重新计数。")
            }
            Self::ThursdayUnread => "注意：活动文件里没有周四行动，方案中的周四行动没有核对。".into(),
            Self::ThursdayMissing => "注意：活动文件里有周四行动，方案里没有。".into(),
            Self::Note(line) => format!("注意：{line}。"),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Holds { placements, thursday } => {
                let placements = count(*placements, "placement", "placements");
                let thursday = thursday.map(|(pairings, events)| {
                    let pairings = count(pairings, "pairing", "pairings");
                    format!("; {pairings} and {} in the Thursday Action", count(events, "event", "events"))
                });
                format!("The plan keeps every rule: {placements}{}.", thursday.unwrap_or_default())
            }
            Self::Fails { violations, untrue } => {
                let broken = || format!("breaks rules in {}", count(*violations, "place", "places"));
                let said = || format!("says {} not so", count(*untrue, "thing that is", "things that are"));
                match (violations, untrue) {
                    (_, 0) => format!("The plan {}.", broken()),
                    (0, _) => format!("The plan keeps every rule, but {}.", said()),
                    _ => format!("The plan {} and {}.", broken(), said()),
                }
            }
            Self::OtherCampaign => {
                "Note: this is not the campaign as it was when the plan was made; the plan is read against it as it is here.".into()
            }
            Self::OtherFile { plan, own, file } => {
                format!("Note: {plan} was made for {own}; here only {file} counts, not {own}.")
            }
            Self::EarlierLost(file) => {
                format!("Note: the earlier plan {file} is gone or was changed; the changes were not counted again.")
            }
            Self::ThursdayUnread => {
                "Note: the campaign has no Thursday Action; that of the plan was not checked.".into()
            }
            Self::ThursdayMissing => "Note: the campaign has a Thursday Action, the plan has none.".into(),
            Self::Note(line) => format!("Note: {line}."),
        }
    }
}
