//! What a repair says: whom to tell what, what was kept, and what speaks against an option.

use crate::{
    domain::Language,
    inquiry::repair::told::Objection,
    render::wording::{
        Phrase, count, list,
        measure::{date, full_date},
        problem::reference::{kind_en, kind_zh},
    },
};
use chrono::NaiveDate;

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Repair {
    /// The heading of the notice.
    Title,
    /// Which plan is mended.
    Mends(String),
    /// What is before a day stays as it is.
    Kept(NaiveDate),
    /// The same because the campaign is under way.
    KeptSinceToday(NaiveDate),
    /// Nothing is new for anybody.
    Unchanged,
    /// One person: what no longer holds, what holds instead.
    Person {
        /// Who.
        name: String,
        /// What no longer holds.
        old: Vec<String>,
        /// What holds instead.
        new: Vec<String>,
    },
    /// Somebody whom the campaign no longer has.
    Left(String),
    /// A session in one phrase.
    Visit {
        /// When.
        date: String,
        /// From when to when; nothing where the post is gone.
        hours: Option<String>,
        /// Where.
        unit: Option<String>,
        /// What.
        post: String,
        /// Whom to ask for.
        mentor: Option<String>,
        /// Where to come to.
        meet: Option<String>,
    },
    /// For so many people all stays as it was.
    Untouched(usize),
    /// How many placements are gone, and whether that is proven.
    Gone {
        /// How many.
        placements: i64,
        /// Whether fewer are proven impossible.
        proven: bool,
    },
    /// The scenario was saved.
    ScenarioSaved(String),
    /// Nothing was saved.
    NotSaved,
    /// Somebody who is absent has nothing to be moved.
    NotPlaced(String),
    /// A pin falls away with what it agreed on.
    PinDropped(String),
    /// An option cannot be followed.
    Objects(Objection),
    /// The scenario would overwrite a file that it is made from.
    OverItself(String),
    /// The plan would have the name of a campaign file.
    NotJson(String),
    /// The first line of a scenario.
    Remark,
}

impl Phrase for Repair {
    fn zh(&self) -> String {
        match self {
            Self::Title => "调整通知".into(),
            Self::Mends(file) => format!("调整自 {file}。"),
            Self::Kept(day) => format!("{}之前的安排保持不变。", full_date(Language::Zh, *day)),
            Self::KeptSinceToday(day) => format!(
                "活动正在进行：{}（今天）之前的安排保持不变；要从别的日期算起，请用 --keep-until。",
                full_date(Language::Zh, *day)
            ),
            Self::Unchanged => "所有人的安排都不变，不必通知任何人。".into(),
            Self::Person { name, old, new } => match (old.is_empty(), new.is_empty()) {
                (false, true) => format!("{name}：取消{}，不另作安排", old.join("、")),
                (true, _) => format!("{name}：新增{}", new.join("、")),
                (false, false) => format!("{name}：原{}，改为{}", old.join("、"), new.join("、")),
            },
            Self::Left(id) => format!("{id}（已不在活动中）"),
            Self::Visit { date, hours, unit, post, mentor, meet } => {
                let hours = hours.as_ref().map(|hours| format!("{hours}，")).unwrap_or_default();
                let unit = unit.as_ref().map(|unit| format!("{unit}的")).unwrap_or_default();
                let details: Vec<String> = [
                    mentor.as_ref().map(|mentor| format!("带教老师{mentor}")),
                    meet.as_ref().map(|meet| format!("到{meet}集合")),
                ]
                .into_iter()
                .flatten()
                .collect();
                let details =
                    if details.is_empty() { String::new() } else { format!("（{}）", details.join("，")) };
                format!("{date}{hours}{unit}“{post}”{details}")
            }
            Self::Untouched(1) => "其余 1 人的安排不变。".into(),
            Self::Untouched(people) => format!("其余 {people} 人的安排不变。"),
            Self::Gone { placements, proven } => {
                let proof = if *proven { "，已证明不能再少" } else { "，尚未证明不能再少" };
                format!("原方案中的安排取消 {placements} 条（含本人不能来的）{proof}。")
            }
            Self::ScenarioSaved(path) => format!("变动已记入：{path}"),
            Self::NotSaved => "没有保存；加上 -o PLAN 就把新方案和这次变动一并写下来".into(),
            Self::NotPlaced(word) => format!("{word}：原方案中这段时间本来就没有安排，只记下请假"),
            Self::PinDropped(pin) => format!("{pin}，随这次变动取消"),
            Self::Objects(objection) => objection_zh(objection),
            Self::OverItself(path) => {
                format!("变动要写到 {path}，而这份方案正是从它来的；请给 -o 换个文件名")
            }
            Self::NotJson(path) => {
                format!("{path} 是变动要写到的文件名；方案是 JSON，请让 -o 的文件名以 .json 结尾")
            }
            Self::Remark => "由 chuxin repair 写成：旁边的方案是据此调整的".into(),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Title => "Change notice (调整通知)".into(),
            Self::Mends(file) => format!("Mends {file}."),
            Self::Kept(day) => {
                format!("Everything before {} stays as it was.", full_date(Language::En, *day))
            }
            Self::KeptSinceToday(day) => format!(
                "The campaign is under way: everything before {} (today) stays as it was; --keep-until gives another day.",
                full_date(Language::En, *day)
            ),
            Self::Unchanged => "Nothing changes for anybody: nobody need be told.".into(),
            Self::Person { name, old, new } => match (old.is_empty(), new.is_empty()) {
                (false, true) => format!("{name}: no longer {}; nothing instead", old.join(", ")),
                (true, _) => format!("{name}: new, {}", new.join(", ")),
                (false, false) => format!("{name}: no longer {}; now {}", old.join(", "), new.join(", ")),
            },
            Self::Left(id) => format!("{id} (no longer in the campaign)"),
            Self::Visit { date, hours, unit, post, mentor, meet } => {
                let parts: Vec<String> = [
                    hours.clone(),
                    Some(post.clone()),
                    unit.clone(),
                    mentor.as_ref().map(|mentor| format!("mentor {mentor}")),
                    meet.as_ref().map(|meet| format!("meet at {meet}")),
                ]
                .into_iter()
                .flatten()
                .collect();
                format!("{date} {}", parts.join(", "))
            }
            Self::Untouched(people) => {
                format!("Nothing changes for {}.", count(*people, "other person", "other people"))
            }
            Self::Gone { placements, proven } => {
                let placements = usize::try_from(*placements).unwrap_or_default();
                let proof = if *proven { "proven: no fewer will do" } else { "not proven to be the fewest" };
                format!(
                    "{} of the earlier plan gone, those of whoever cannot come included; {proof}.",
                    count(placements, "placement", "placements")
                )
            }
            Self::ScenarioSaved(path) => format!("what has changed was written to: {path}"),
            Self::NotSaved => "nothing was saved; -o PLAN writes the new plan and what has changed".into(),
            Self::NotPlaced(word) => {
                format!("{word}: had no placement then; the absence is noted, nothing has to move for it")
            }
            Self::PinDropped(pin) => format!("{pin}: falls away with this change"),
            Self::Objects(objection) => objection_en(objection),
            Self::OverItself(path) => {
                format!(
                    "the change would be written to {path}, from which this plan is made; give -o another name"
                )
            }
            Self::NotJson(path) => {
                format!("{path} is where the change would be written; a plan is JSON: let -o end in .json")
            }
            Self::Remark => "written by chuxin repair: the plan beside this file was mended for it".into(),
        }
    }
}

fn objection_zh(objection: &Objection) -> String {
    match objection {
        Objection::Unknown { kind, id, .. } => format!("没有编号为 {id} 的{}", kind_zh(*kind)),
        Objection::NoDate(days) => format!("{days} 不是日期，要写成 2018-10-23 或 2018-10-23..2018-10-25"),
        Objection::OutsideSeason { days, first, last } => {
            format!("{days} 不在活动期间（{first} 至 {last}）之内")
        }
        Objection::Settled { days, keep_until } => {
            format!("{days} 在 {keep_until} 之前，那之前的安排保持不变")
        }
        Objection::NotOffered { post, days, .. } => format!("岗位 {post} 在 {days} 本来就不开放"),
        Objection::NoDay(post) => format!("岗位 {post} 哪一天不开放？要写成 {post}@2018-10-23"),
        Objection::SeatOfADay(word) => format!("{word}：名额是岗位每一场的，不能只加某一天的"),
    }
}

fn objection_en(objection: &Objection) -> String {
    match objection {
        Objection::Unknown { kind, id, .. } => format!("no {} has the id `{id}`", kind_en(*kind)),
        Objection::NoDate(days) => format!("`{days}` is no day; write 2018-10-23 or 2018-10-23..2018-10-25"),
        Objection::OutsideSeason { days, first, last } => {
            format!("{days} is not within the season, {first} to {last}")
        }
        Objection::Settled { days, keep_until } => {
            format!("{days} is before {keep_until}, and everything before that stays as it was")
        }
        Objection::NotOffered { post, days, .. } => format!("post `{post}` is not offered on {days} anyway"),
        Objection::NoDay(post) => {
            format!("on which day does post `{post}` close? write {post}@2018-10-23")
        }
        Objection::SeatOfADay(word) => {
            format!("{word}: seats hold for every session of a post, not for one day")
        }
    }
}

/// What to do about an objection, where something can be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remedy(pub Objection);

impl Remedy {
    /// What to do; `None` where the objection says it all.
    pub fn of(objection: &Objection) -> Option<Self> {
        let speaks = match objection {
            Objection::Unknown { similar, .. } => similar.is_some(),
            Objection::NotOffered { .. } | Objection::Settled { .. } | Objection::SeatOfADay(_) => true,
            _ => false,
        };
        speaks.then(|| Self(objection.clone()))
    }

    fn offered(days: &[NaiveDate], language: Language) -> String {
        let days: Vec<String> = days.iter().map(|day| date(language, *day)).collect();
        list(language, &days)
    }
}

impl Phrase for Remedy {
    fn zh(&self) -> String {
        match &self.0 {
            Objection::Unknown { similar: Some(similar), .. } => format!("是不是想写 {similar}？"),
            Objection::NotOffered { offered, .. } => {
                format!("它开放的日子：{}", Self::offered(offered, Language::Zh))
            }
            Objection::Settled { .. } => "如果那天的安排也要改，请用 --keep-until 给出更早的日期".into(),
            Objection::SeatOfADay(word) => {
                format!("去掉 @ 和日期：--add-seat {}", word.rsplit_once('@').map_or("", |(id, _)| id))
            }
            _ => String::new(),
        }
    }

    fn en(&self) -> String {
        match &self.0 {
            Objection::Unknown { similar: Some(similar), .. } => format!("did you mean `{similar}`?"),
            Objection::NotOffered { offered, .. } => {
                format!("it is offered on {}", Self::offered(offered, Language::En))
            }
            Objection::Settled { .. } => "if that day is to change too, give an earlier --keep-until".into(),
            Objection::SeatOfADay(word) => {
                format!("leave the day out: --add-seat {}", word.rsplit_once('@').map_or("", |(id, _)| id))
            }
            _ => String::new(),
        }
    }
}
