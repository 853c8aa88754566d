//! What a repair says of its work, and what speaks against an option.

use crate::{
    diagnostic::reference::Kind,
    domain::Language,
    inquiry::repair::objection::{HadSession, Objection, SimilarEntry},
    render::wording::{
        Phrase, bracketed,
        command::argument,
        list,
        measure::{date, session},
        told_apart,
    },
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
    /// Somebody new comes late; with whoever may have been meant.
    NewPerson {
        /// The name.
        name: String,
        /// Whoever else bears a name like it.
        similar: Vec<SimilarEntry>,
    },
    /// Whoever is to have a session may not.
    Barred {
        /// Who.
        name: String,
        /// When.
        session: String,
        /// Where.
        post: String,
        /// The rule.
        rule: String,
    },
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
    /// The plan would have the name of a campaign file.
    NotJson(String),
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
            Self::NewPerson { name, similar } => {
                let meant = match similar.as_slice() {
                    [] => String::new(),
                    similar => format!("；如果是想写 {}，请改正后重来", meant(similar, Language::Zh)),
                };
                format!("{name}：活动里没有这个人，作为新报名的大使加进来{meant}")
            }
            Self::Barred { name, session, post, rule } => format!("{name}不能去{session}的{post}：{rule}"),
            Self::NameCampaign => "把活动文件写在 --plan 前面：chuxin repair FILE --plan PLAN".into(),
            Self::Stuck { unit, neighbourhood, events, rule } => {
                let what = if events.is_empty() { "结对".into() } else { events.join("、") };
                let why = rule.map_or("活动里已经没有它".into(), |rule| format!("违反规则 {rule}"));
                format!("要保持不变的做不到：{unit}与{neighbourhood}，{what}，{why}")
            }
            Self::Objects(objection) => objection_zh(objection),
            Self::OverItself { path, read } if path == read => {
                format!("变动要写到 {path}，那是这次读的文件；请给 -o 换个文件名")
            }
            Self::OverItself { path, read } => {
                format!("变动要写到 {path}，那就是这次读的文件 {read}；请给 -o 换个文件名")
            }
            Self::NotJson(path) => {
                format!("{path} 是变动要写到的文件名；方案是 JSON，请让 -o 的文件名以 .json 结尾")
            }
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
            Self::NewPerson { name, similar } => {
                let meant = match similar.as_slice() {
                    [] => String::new(),
                    similar => {
                        format!("; if you meant {}, correct it and try again", meant(similar, Language::En))
                    }
                };
                format!("{name}: nobody of the campaign, added as a new ambassador{meant}")
            }
            Self::Barred { name, session, post, rule } => {
                format!("{name} cannot go to {post} on {session}: {rule}")
            }
            Self::NameCampaign => "name the campaign's file: chuxin repair FILE --plan PLAN".into(),
            Self::Stuck { unit, neighbourhood, events, rule } => {
                let what = if events.is_empty() { "their pairing".into() } else { events.join(", ") };
                let why = rule
                    .map_or("the campaign no longer has it".into(), |rule| format!("breaks the rule {rule}"));
                format!("what was to stay cannot: {unit} and {neighbourhood}, {what}: {why}")
            }
            Self::Objects(objection) => objection_en(objection),
            Self::OverItself { path, read } if path == read => {
                format!("the change would be written to {path}, which is read here; give -o another name")
            }
            Self::OverItself { path, read } => format!(
                "the change would be written to {path}, which is {read}, read here; give -o another name"
            ),
            Self::NotJson(path) => {
                format!("{path} is where the change would be written; a plan is JSON: let -o end in .json")
            }
            Self::Remark => "written by chuxin repair: the plan beside this file was mended for it".into(),
        }
    }
}

fn objection_zh(objection: &Objection) -> String {
    match objection {
        Objection::SeveralNamed { kind, word, bearers } => {
            format!("有 {} 个{}都叫 {word}", bearers.len(), kind.zh())
        }
        Objection::Unknown { kind, id, .. } => format!("没有叫 {id} 的{}", kind.zh()),
        Objection::NoDate(days) => {
            format!("{days} 不是日期，要写成 2018-10-23、2018-10-23..2018-10-25 或 2018-10-23 08:00-11:00")
        }
        Objection::OutsideSeason { days, first, last } => {
            format!("{days} 不在活动期间（{first} 至 {last}）之内")
        }
        Objection::Settled { days, keep_until } => {
            format!("{days} 在 {keep_until} 之前，那之前的安排保持不变")
        }
        Objection::NotOffered { post, days, .. } => format!("岗位 {post} 在 {days} 本来就不开放"),
        Objection::NoDayOf { kind, id } => {
            let word = prefix(*kind);
            let kind = kind.zh();
            format!("{kind} {id} 什么时候不行？要写成 {word}:{id}@2019-03 或 {word}:{id}@2019-03-07")
        }
        Objection::Begun(word) => format!("{word}：这时的场次已经开始，保持不变"),
        Objection::NotTwo { word, replaces: true } => {
            format!("{word}：谁来不了、由谁顶替？要写成 冯丽=施雯 或 冯丽@2018-10-23=施雯")
        }
        Objection::NotTwo { word, replaces: false } => {
            format!("{word}：哪两个人对调？要写成 冯丽,施雯；有几场的写明日期：冯丽@2018-10-23,施雯")
        }
        Objection::SamePerson(word) => format!("{word}：两边是同一个人"),
        Objection::NothingToMove { word, .. } => format!("{word}：没有还可以改的场次"),
        Objection::WhichSession { word, has } => {
            format!("{word} 有 {} 场，要对调的是哪一场？", has.len())
        }
        Objection::SameSession(word) => format!("{word}：两个人本来就在同一场，没有可以对调的"),
        Objection::HandedTwice(word) => format!("{word} 的场次，这条命令里已经另有安排"),
        Objection::Engaged { word, has } => {
            format!("{word} 那时已经有安排：{}", sessions(has, Language::Zh))
        }
        Objection::PlacedAlready { word, .. } => format!("{word} 已经有安排，不是后来报名的"),
        Objection::NoDay(post) => format!("岗位 {post} 哪一天不开放？要写成 {post}@2018-10-23"),
        Objection::SeatOfADay(word) => format!("{word}：名额是岗位每一场的，不能只加某一天的"),
    }
}

fn objection_en(objection: &Objection) -> String {
    match objection {
        Objection::SeveralNamed { kind, word, bearers } => {
            format!("{} {}s are called `{word}`", bearers.len(), kind.en())
        }
        Objection::Unknown { kind, id, .. } => format!("no {} is called `{id}`", kind.en()),
        Objection::NoDate(days) => {
            format!("`{days}` is no day; write 2018-10-23, 2018-10-23..2018-10-25 or 2018-10-23 08:00-11:00")
        }
        Objection::OutsideSeason { days, first, last } => {
            format!("{days} is not within the season, {first} to {last}")
        }
        Objection::Settled { days, keep_until } => {
            format!("{days} is before {keep_until}, and everything before that stays as it was")
        }
        Objection::NotOffered { post, days, .. } => format!("post `{post}` is not offered on {days} anyway"),
        Objection::NoDayOf { kind, id } => {
            let word = prefix(*kind);
            let kind = kind.en();
            format!("when can {kind} `{id}` not? write {word}:{id}@2019-03 or {word}:{id}@2019-03-07")
        }
        Objection::Begun(word) => format!("{word}: that session has begun, and stays as it is"),
        Objection::NotTwo { word, replaces: true } => {
            format!("`{word}`: who cannot come, and who steps in? write 冯丽=施雯 or 冯丽@2018-10-23=施雯")
        }
        Objection::NotTwo { word, replaces: false } => {
            format!(
                "`{word}`: which two change places? write 冯丽,施雯, or 冯丽@2018-10-23,施雯 where one has several"
            )
        }
        Objection::SamePerson(word) => format!("`{word}`: both sides are the same person"),
        Objection::NothingToMove { word, .. } => format!("`{word}` has no session that may still change"),
        Objection::WhichSession { word, has } => {
            format!("`{word}` has {} sessions; which one changes hands?", has.len())
        }
        Objection::SameSession(word) => format!("`{word}`: both have the same session"),
        Objection::HandedTwice(word) => format!("`{word}`: the same command gives that session away already"),
        Objection::Engaged { word, has } => {
            format!("`{word}` has a session at that time: {}", sessions(has, Language::En))
        }
        Objection::PlacedAlready { word, .. } => format!("`{word}` has a place already"),
        Objection::NoDay(post) => {
            format!("on which day does post `{post}` close? write {post}@2018-10-23")
        }
        Objection::SeatOfADay(word) => {
            format!("{word}: seats hold for every session of a post, not for one day")
        }
    }
}

/// Sessions as they are told: when and where.
fn sessions(has: &[HadSession], language: Language) -> String {
    let one = |HadSession { date, hours, post }: &HadSession| match language {
        Language::Zh => format!("{}{post}", session(language, *date, *hours)),
        Language::En => format!("{} {post}", session(language, *date, *hours)),
    };
    list(language, &has.iter().map(one).collect::<Vec<String>>())
}

/// Each session as it can be named behind a person.
fn choices(word: &str, has: &[HadSession], language: Language) -> String {
    let one = |had: &HadSession| {
        let hours = had.hours.map(|hours| format!(" {hours}")).unwrap_or_default();
        let typed = argument(&format!("{}@{}{hours}", person_of(word), had.date));
        bracketed(language, &typed, &had.post)
    };
    list(language, &has.iter().map(one).collect::<Vec<String>>())
}

/// The person of whom a day may be said.
fn person_of(word: &str) -> &str {
    word.rsplit_once('@').map_or(word, |(person, _)| person)
}

/// The word that stands before an id in `--absent`.
fn prefix(kind: Kind) -> &'static str {
    if kind == Kind::Neighbourhood { "neighbourhood" } else { "unit" }
}

/// The id before a day.
fn without_day(word: &str) -> &str {
    word.rsplit_once('@').map_or("", |(id, _)| id)
}

/// Ids, each with the name behind it.
fn meant(similar: &[SimilarEntry], language: Language) -> String {
    let one = |SimilarEntry { id, name }: &SimilarEntry| {
        let id = if language == Language::En { format!("`{id}`") } else { id.clone() };
        name.as_ref().map_or_else(|| id.clone(), |name| bracketed(language, &id, name))
    };
    list(language, &similar.iter().map(one).collect::<Vec<String>>())
}

/// What to do about an objection, where something can be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remedy(pub Objection);

impl Remedy {
    /// What to do; `None` where the objection says it all.
    /// Names stand in it as `said` gives them.
    pub fn of(objection: &Objection, said: impl Fn(&str) -> String) -> Option<Self> {
        let speaks = match objection {
            Objection::Unknown { similar, .. } => !similar.is_empty(),
            Objection::NothingToMove { has, .. } => !has.is_empty(),
            Objection::SeveralNamed { .. }
            | Objection::NotOffered { .. }
            | Objection::Settled { .. }
            | Objection::WhichSession { .. }
            | Objection::Engaged { .. }
            | Objection::PlacedAlready { .. }
            | Objection::SeatOfADay(_) => true,
            _ => false,
        };
        let mut objection = objection.clone();
        let names: Vec<&mut String> = match &mut objection {
            Objection::Unknown { similar, .. } => {
                similar.iter_mut().filter_map(|one| one.name.as_mut()).collect()
            }
            Objection::SeveralNamed { bearers, .. } => {
                bearers.iter_mut().filter_map(|one| one.of.as_mut()).collect()
            }
            Objection::NothingToMove { has, .. }
            | Objection::WhichSession { has, .. }
            | Objection::PlacedAlready { has, .. }
            | Objection::Engaged { has, .. } => has.iter_mut().map(|had| &mut had.post).collect(),
            _ => Vec::new(),
        };
        for name in names {
            *name = said(name);
        }
        speaks.then_some(Self(objection))
    }

    fn offered(days: &[NaiveDate], language: Language) -> String {
        let days: Vec<String> = days.iter().map(|day| date(language, *day)).collect();
        list(language, &days)
    }
}

impl Phrase for Remedy {
    fn zh(&self) -> String {
        match &self.0 {
            Objection::Unknown { similar, .. } => format!("是不是想写 {}？", meant(similar, Language::Zh)),
            Objection::SeveralNamed { kind, bearers, .. } => told_apart(Language::Zh, *kind, bearers),
            Objection::NotOffered { offered, .. } => {
                format!("它开放的日子：{}", Self::offered(offered, Language::Zh))
            }
            Objection::Settled { .. } => "如果那天的安排也要改，请用 --keep-until 给出更早的日期".into(),
            Objection::WhichSession { word, has } => format!("要写成 {}", choices(word, has, Language::Zh)),
            Objection::NothingToMove { has, .. } => format!("有的是：{}", sessions(has, Language::Zh)),
            Objection::Engaged { .. } => "两人对调请用 --swap；只顶替其中一天，在 = 前写 @ 和日期".into(),
            Objection::PlacedAlready { word, has } => format!(
                "{}的安排是：{}；愿意多去几天，请用 --set ambassadors.{}.days=2",
                word,
                sessions(has, Language::Zh),
                word
            ),
            Objection::SeatOfADay(word) => {
                format!("去掉 @ 和日期：--add-seat {}", argument(without_day(word)))
            }
            _ => String::new(),
        }
    }

    fn en(&self) -> String {
        match &self.0 {
            Objection::Unknown { similar, .. } => format!("did you mean {}?", meant(similar, Language::En)),
            Objection::SeveralNamed { kind, bearers, .. } => told_apart(Language::En, *kind, bearers),
            Objection::NotOffered { offered, .. } => {
                format!("it is offered on {}", Self::offered(offered, Language::En))
            }
            Objection::Settled { .. } => "if that day is to change too, give an earlier --keep-until".into(),
            Objection::WhichSession { word, has } => format!("write {}", choices(word, has, Language::En)),
            Objection::NothingToMove { has, .. } => format!("there is {}", sessions(has, Language::En)),
            Objection::Engaged { .. } => {
                "--swap lets the two change places; for one of the days write @ and the day before the ="
                    .into()
            }
            Objection::PlacedAlready { word, has } => format!(
                "{word} has {}; for more days use --set ambassadors.{word}.days=2",
                sessions(has, Language::En)
            ),
            Objection::SeatOfADay(word) => {
                format!("leave the day out: --add-seat {}", argument(without_day(word)))
            }
            _ => String::new(),
        }
    }
}
