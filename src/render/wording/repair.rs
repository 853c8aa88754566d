//! What a repair says of its work.

use crate::{
    domain::Language,
    inquiry::repair::objection::Objection,
    render::wording::{Phrase, measure},
};
use chrono::NaiveDate;

/// One message; a path in it is as the user typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Repair {
    /// The scenario was saved.
    ScenarioSaved(String),
    /// Nothing was saved.
    NotSaved,
    /// Somebody who is absent has nothing to be moved.
    NotPlaced(String),
    /// A pin falls away with what it agreed on.
    PinDropped(String),
    /// Somebody new comes late.
    NewPerson(String),
    /// Somebody goes no more because somebody else cannot.
    Bereft {
        /// Who.
        name: String,
        /// Why.
        why: String,
        /// Where and when.
        session: String,
    },
    /// Something leaves from a day on.
    Withdrawn {
        /// What it is called.
        name: String,
        /// The day.
        first: NaiveDate,
    },
    /// What lies before the first day of the change stays; how to have it changed too.
    EarlierToo {
        /// The day.
        first: NaiveDate,
        /// The first day on which something could change.
        earliest: NaiveDate,
    },
    /// What to do where something is gone of which the past is to stay.
    WriteBack,
    /// What to do where the plan's own campaign is gone.
    NameCampaign,
    /// Something of the Thursday Action that was to stay cannot.
    Stuck {
        /// The unit.
        unit: String,
        /// The neighbourhood.
        neighbourhood: String,
        /// The events involved.
        events: Vec<String>,
        /// The rule that they break; nothing where the campaign no longer has them.
        rule: Option<&'static str>,
    },
    /// An option cannot be followed.
    Objects(Objection),
    /// The scenario would overwrite a file that was read.
    OverItself {
        /// The scenario.
        path: String,
        /// The file.
        read: String,
    },
    /// What to do next: the command that prints the new plan.
    PrintNext(String),
    /// The first line of a scenario.
    Remark,
}

impl Phrase for Repair {
    fn zh(&self) -> String {
        match self {
            Self::ScenarioSaved(path) => format!("变动已记入：{path}"),
            Self::NotSaved => "没有保存；加上 -o PLAN 就把新方案和这次变动一并写下来".into(),
            Self::NotPlaced(word) => format!("{word}：原方案中这段时间本来就没有安排，只记下请假"),
            Self::PinDropped(pin) => format!("{pin}，随这次变动取消"),
            Self::NewPerson(name) => format!("{name}：活动里没有这个人，作为新报名的大使加进来"),
            Self::Bereft { name, why, session } => format!("{name}：{why}，{session}这一场也随之取消"),
            Self::Withdrawn { name, first } => {
                format!("{name}：从{}起退出，之前的安排保持不变", measure::date(Language::Zh, *first))
            }
            Self::EarlierToo { first, earliest } => format!(
                "{}之前的场次不动，也不往那里添人；要连更早的一起调整，加 --keep-until {earliest}",
                measure::date(Language::Zh, *first)
            ),
            Self::WriteBack => {
                "中途退出的，请把它写回活动文件，再用 --without unit:编号@日期（或 neighbourhood:编号@日期）写明从哪天起退出"
                    .into()
            }
            Self::NameCampaign => "把活动文件写在 --plan 前面：chuxin repair FILE --plan PLAN".into(),
            Self::Stuck { unit, neighbourhood, events, rule } => {
                let what = if events.is_empty() { "结对".into() } else { events.join("、") };
                let why = rule.map_or("活动里已经没有它".into(), |rule| format!("违反规则 {rule}"));
                format!("要保持不变的做不到：{unit}与{neighbourhood}，{what}，{why}")
            }
            Self::Objects(objection) => objection.zh(),
            Self::OverItself { path, read } if path == read => {
                format!("变动要写到 {path}，那是这次读的文件；请给 -o 换个文件名")
            }
            Self::OverItself { path, read } => {
                format!("变动要写到 {path}，那就是这次读的文件 {read}；请给 -o 换个文件名")
            }
            Self::PrintNext(command) => format!("下一步打印并通知：{command}"),
            Self::Remark => "由 chuxin repair 写成：旁边的方案是据此调整的".into(),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::ScenarioSaved(path) => format!("what has changed was written to: {path}"),
            Self::NotSaved => "nothing was saved; -o PLAN writes the new plan and what has changed".into(),
            Self::NotPlaced(word) => {
                format!("{word}: had no placement then; the absence is noted, nothing has to move for it")
            }
            Self::PinDropped(pin) => format!("{pin}: falls away with this change"),
            Self::NewPerson(name) => format!("{name}: nobody of the campaign, added as a new ambassador"),
            Self::Bereft { name, why, session } => format!("{name}: {why}, and so goes no more to {session}"),
            Self::Withdrawn { name, first } => {
                format!("{name}: withdraws from {} on, everything before stays", measure::date(Language::En, *first))
            }
            Self::EarlierToo { first, earliest } => format!(
                "sessions before {} stay, and nobody is moved there; to change them too, add --keep-until {earliest}",
                measure::date(Language::En, *first)
            ),
            Self::WriteBack => {
                "put it back into the campaign's file, and say from when on it leaves: --without unit:ID@DATE (or neighbourhood:ID@DATE)"
                    .into()
            }
            Self::NameCampaign => "name the campaign's file: chuxin repair FILE --plan PLAN".into(),
            Self::Stuck { unit, neighbourhood, events, rule } => {
                let what = if events.is_empty() { "their pairing".into() } else { events.join(", ") };
                let why = rule
                    .map_or("the campaign no longer has it".into(), |rule| format!("breaks the rule {rule}"));
                format!("what was to stay cannot: {unit} and {neighbourhood}, {what}: {why}")
            }
            Self::Objects(objection) => objection.en(),
            Self::OverItself { path, read } if path == read => {
                format!("the change would be written to {path}, which is read here; give -o another name")
            }
            Self::OverItself { path, read } => format!(
                "the change would be written to {path}, which is {read}, read here; give -o another name"
            ),
            Self::PrintNext(command) => format!("next, print it and tell people: {command}"),
            Self::Remark => "written by chuxin repair: the plan beside this file was mended for it".into(),
        }
    }
}
