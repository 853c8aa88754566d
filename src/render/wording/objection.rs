//! What speaks against an option of a repair, and what to do about it.

use crate::{
    diagnostic::reference::Kind,
    domain::Language,
    inquiry::{
        entry::Nameable,
        repair::{
            objection::{HadSession, Objection, SimilarEntry},
            words::DATED,
        },
    },
    render::wording::{
        Phrase, bracketed,
        command::argument,
        list,
        measure::{date, session},
        told_apart,
    },
};
use chrono::NaiveDate;

impl Phrase for Objection {
    fn zh(&self) -> String {
        match self {
            Objection::SeveralNamed { kind, word, bearers } => {
                format!("有 {} 个{}都叫 {word}", bearers.len(), kind.zh())
            }
            Objection::Unknown { kind, id, .. } => format!("没有叫 {id} 的{}", kind.zh()),
            Objection::NoDate(days) => {
                format!(
                    "{days} 不是日期，要写成 2018-10-23、2018-10-23..2018-10-25 或 2018-10-23 08:00-11:00"
                )
            }
            Objection::OutsideSeason { days, first, last } => {
                format!("{days} 不在活动期间（{first} 至 {last}）之内")
            }
            Objection::Settled { days, keep_until } => {
                format!("{days} 在 {keep_until} 之前，那之前的安排保持不变")
            }
            Objection::PartlySettled { days, keep_until, .. } => {
                format!("{days} 从 {keep_until} 之前就开始，那之前的安排保持不变")
            }
            Objection::NobodyNamed { option } => format!("{option} 后面没有写姓名"),
            Objection::NotOffered { post, days, .. } => format!("岗位 {post} 在 {days} 本来就不开放"),
            Objection::NoDayOf { kind, id } => when_zh(*kind, id),
            Objection::LeavesForATime { word, .. } => format!("{word}：退出是从某一天起，只写那一天"),
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
            Objection::ThereAlready { word, has } => {
                format!("{word} 本来就在这一场：{}，不能再顶替别人", sessions(has, Language::Zh))
            }
            Objection::NewOrMisspelt { word, similar } => {
                format!("活动里没有 {word}，名字相近的有 {}", meant(similar, Language::Zh))
            }
            Objection::LateDay { word, days } => {
                format!("--late 后面只写姓名：{word} 能来的日子（{days}）要另写")
            }
            Objection::PlacedAlready { word, .. } => format!("{word} 已经有安排，不是后来报名的"),
            Objection::NoDay(post) => format!(
                "岗位 {post} 哪一天不开放？要写成 {post}@2018-10-23；不再开放的用 --without post:{post}"
            ),
            Objection::SeatOfADay(word) => format!("{word}：名额是岗位每一场的，不能只加某一天的"),
        }
    }

    fn en(&self) -> String {
        match self {
            Objection::SeveralNamed { kind, word, bearers } => {
                format!("{} {}s are called `{word}`", bearers.len(), kind.en())
            }
            Objection::Unknown { kind, id, .. } => format!("no {} is called `{id}`", kind.en()),
            Objection::NoDate(days) => {
                format!(
                    "`{days}` is no day; write 2018-10-23, 2018-10-23..2018-10-25 or 2018-10-23 08:00-11:00"
                )
            }
            Objection::OutsideSeason { days, first, last } => {
                format!("{days} is not within the season, {first} to {last}")
            }
            Objection::Settled { days, keep_until } => {
                format!("{days} is before {keep_until}, and everything before that stays as it was")
            }
            Objection::PartlySettled { days, keep_until, .. } => {
                format!("{days} begins before {keep_until}, and everything before that stays as it was")
            }
            Objection::NobodyNamed { option } => format!("nobody is named behind {option}"),
            Objection::NotOffered { post, days, .. } => {
                format!("post `{post}` is not offered on {days} anyway")
            }
            Objection::NoDayOf { kind, id } => when_en(*kind, id),
            Objection::LeavesForATime { word, .. } => {
                format!("{word}: it leaves from a day on; write that day")
            }
            Objection::Begun(word) => format!("{word}: that session has begun, and stays as it is"),
            Objection::NotTwo { word, replaces } => halves_en(word, *replaces),
            Objection::SamePerson(word) => format!("`{word}`: both sides are the same person"),
            Objection::NothingToMove { word, .. } => format!("`{word}` has no session that may still change"),
            Objection::WhichSession { word, has } => {
                format!("`{word}` has {} sessions; which one changes hands?", has.len())
            }
            Objection::SameSession(word) => format!("`{word}`: both have the same session"),
            Objection::HandedTwice(word) => {
                format!("`{word}`: the same command gives that session away already")
            }
            Objection::Engaged { word, has } => {
                format!("`{word}` has a session at that time: {}", sessions(has, Language::En))
            }
            Objection::ThereAlready { word, has } => {
                format!("`{word}` is at that very session already: {}", sessions(has, Language::En))
            }
            Objection::NewOrMisspelt { word, similar } => {
                format!("the campaign has no `{word}`, but {}", meant(similar, Language::En))
            }
            Objection::LateDay { word, days } => {
                format!("--late takes a name alone; when `{word}` can come ({days}) is said besides")
            }
            Objection::PlacedAlready { word, .. } => format!("`{word}` has a place already"),
            Objection::NoDay(post) => closing_en(post),
            Objection::SeatOfADay(word) => {
                format!("{word}: a seat is for each session of a post, not for one")
            }
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
    word.rsplit_once(DATED).map_or(word, |(person, _)| person)
}

fn when_zh(kind: Kind, id: &str) -> String {
    let (word, kind) = (prefix(kind), kind.zh());
    format!(
        "{kind} {id} 什么时候不行？要写成 {word}:{id}@2019-03 或 {word}:{id}@2019-03-07；退出的用 --without {word}:{id}"
    )
}

fn closing_en(post: &str) -> String {
    format!(
        "on which day does post `{post}` close? write {post}@2018-10-23, or for good --without post:{post}"
    )
}

fn halves_en(word: &str, replaces: bool) -> String {
    if replaces {
        format!("`{word}`: who cannot come, and who steps in? write 冯丽=施雯 or 冯丽@2018-10-23=施雯")
    } else {
        format!("`{word}`: which two change places? write 冯丽,施雯 or 冯丽@2018-10-23,施雯@2018-10-24")
    }
}

fn when_en(kind: Kind, id: &str) -> String {
    let (word, kind) = (prefix(kind), kind.en());
    format!(
        "when can {kind} `{id}` not? write {word}:{id}@2019-03 or {word}:{id}@2019-03-07, or for good --without {word}:{id}"
    )
}

/// The word that stands before an id in `--absent`.
fn prefix(kind: Kind) -> &'static str {
    if kind == Kind::Neighbourhood { "neighbourhood" } else { "unit" }
}

/// The option that lets something be missing for a time.
fn for_a_time(of: Nameable, word: &str) -> String {
    match of {
        Nameable::Post => format!("--close {}", argument(word)),
        Nameable::Ambassador => format!("--absent {}", argument(word)),
        Nameable::Unit | Nameable::Neighbourhood => {
            format!("--absent {}", argument(&format!("{}:{word}", of.kind().id())))
        }
    }
}

/// The id before a day.
fn without_day(word: &str) -> &str {
    word.rsplit_once(DATED).map_or("", |(id, _)| id)
}

/// The options for somebody of the campaign whom a word may mean, and for somebody new whom it names.
fn same_or_new(word: &str, similar: &[SimilarEntry]) -> (String, String) {
    let known = similar.first().map_or(word, |one| one.id.as_str());
    let new = argument(&format!("ambassadors.{word}.name={word}"));
    (format!("--late {}", argument(known)), format!("--late {} --set {new}", argument(word)))
}

/// The options for somebody who came late and can come on some days.
fn late_on(word: &str, days: &str) -> String {
    let available = argument(&format!("ambassadors.{word}.available={days}"));
    format!("--late {} --set {available}", argument(word))
}

/// The option that lets somebody have one session more.
fn one_more(word: &str, most: u32) -> String {
    format!("--set {}", argument(&format!("ambassadors.{word}.days.max={}", most.saturating_add(1))))
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
            | Objection::PartlySettled { .. }
            | Objection::NobodyNamed { .. }
            | Objection::WhichSession { .. }
            | Objection::Engaged { .. }
            | Objection::NewOrMisspelt { .. }
            | Objection::LateDay { .. }
            | Objection::PlacedAlready { .. }
            | Objection::LeavesForATime { .. }
            | Objection::SeatOfADay(_) => true,
            _ => false,
        };
        let mut objection = objection.clone();
        let names: Vec<&mut String> = match &mut objection {
            Objection::Unknown { similar, .. } | Objection::NewOrMisspelt { similar, .. } => {
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
            Objection::PartlySettled { rest, .. } => format!("只写还能改的：@{rest}"),
            Objection::NobodyNamed { option } => format!("要写成 {option} 姓名"),
            Objection::Settled { .. } => {
                "那天还没到、安排也要改的，请用 --keep-until 给出更早的日期；已经过去的不用再调整".into()
            }
            Objection::WhichSession { word, has } => format!("要写成 {}", choices(word, has, Language::Zh)),
            Objection::NothingToMove { has, .. } => format!("有的是：{}", sessions(has, Language::Zh)),
            Objection::Engaged { .. } => "两人对调请用 --swap；只顶替其中一天，在 = 前写 @ 和日期".into(),
            Objection::NewOrMisspelt { word, similar } => {
                let (same, new) = same_or_new(word, similar);
                format!("就是这个人：{same}；确是另一个人：{new}")
            }
            Objection::LateDay { word, days } => format!("要写成 {}", late_on(word, days)),
            Objection::PlacedAlready { word, has, most } => {
                let has_room = usize::try_from(*most).is_ok_and(|most| has.len() < most);
                let has = sessions(has, Language::Zh);
                if has_room {
                    format!("{word}的安排是：{has}；本来就可以去{most}次，去掉 --late 再调整，有空位就会排上")
                } else {
                    format!("{word}的安排是：{has}；愿意多去一次，请把 --late 换成 {}", one_more(word, *most))
                }
            }
            Objection::LeavesForATime { of, word } => format!("只停这一段时间的：{}", for_a_time(*of, word)),
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
            Objection::PartlySettled { rest, .. } => format!("write what may still change: @{rest}"),
            Objection::NobodyNamed { option } => format!("write {option} NAME"),
            Objection::Settled { .. } => "if that day is still to come and is to change too, give an earlier --keep-until; what is over needs no repair".into(),
            Objection::WhichSession { word, has } => format!("write {}", choices(word, has, Language::En)),
            Objection::NothingToMove { has, .. } => format!("there is {}", sessions(has, Language::En)),
            Objection::Engaged { .. } => {
                "--swap lets the two change places; for one of the days write @ and the day before the ="
                    .into()
            }
            Objection::NewOrMisspelt { word, similar } => {
                let (same, new) = same_or_new(word, similar);
                format!("the same person: {same}; somebody else: {new}")
            }
            Objection::LateDay { word, days } => format!("write {}", late_on(word, days)),
            Objection::PlacedAlready { word, has, most } => {
                let has_room = usize::try_from(*most).is_ok_and(|most| has.len() < most);
                let has = sessions(has, Language::En);
                if has_room {
                    format!(
                        "{word} has {has}, and may have {most}: a repair without --late gives what is free"
                    )
                } else {
                    format!(
                        "{word} has {has}; for one more, write {} instead of --late",
                        one_more(word, *most)
                    )
                }
            }
            Objection::LeavesForATime { of, word } => {
                format!("for that time alone: {}", for_a_time(*of, word))
            }
            Objection::SeatOfADay(word) => {
                format!("leave the day out: --add-seat {}", argument(without_day(word)))
            }
            _ => String::new(),
        }
    }
}
