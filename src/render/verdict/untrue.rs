//! What a saved plan says and is not so, as findings with a place and a sentence.
//!
//! In: the campaign as it may be shown, and an [`Untrue`]. Out: [`Finding`].

use crate::{
    domain::Language,
    experience::level::Level,
    plan::{
        level::ThursdayLevel,
        untrue::{Untrue, WhyUntrue},
    },
    render::{
        edition::shown::Shown,
        verdict::Finding,
        wording::{Phrase, bracketed, list, measure},
    },
};
use chrono::NaiveDate;

/// A statement that is not so, with its place in the plan.
pub(in crate::render) fn finding(domain: &Shown<'_>, untrue: &Untrue, language: Language) -> Finding {
    let whom: Vec<String> = untrue
        .entry
        .iter()
        .filter(|(_, id)| !id.is_empty())
        .map(|(key, id)| called(domain, &untrue.path, key, id, language))
        .collect();
    let said = not_so(domain, untrue).say(language);
    let sentence = match (language, list(language, &whom)) {
        (_, whom) if whom.is_empty() => said,
        (Language::Zh, whom) => format!("{whom}：{said}"),
        (Language::En, whom) => format!("{whom}: {said}"),
    };
    Finding { rule: untrue.path.clone(), places: vec![untrue.place], sentence }
}

fn not_so(domain: &Shown<'_>, untrue: &Untrue) -> NotSo {
    let path = untrue.path.as_str();
    match (&untrue.why, path) {
        (WhyUntrue::Other { written, found }, _) => {
            let shown =
                |words: &Option<String>| words.as_ref().map_or("null".into(), |words| domain.said(words));
            let key = path.rsplit('.').next().unwrap_or(path).to_owned();
            NotSo::Other { key, written: shown(written), found: shown(found) }
        }
        (WhyUntrue::Repeated, _) => NotSo::Repeated(path.to_owned()),
        (WhyUntrue::Unfounded, "unplaced") => NotSo::Placed,
        (WhyUntrue::Missing, "unplaced") => NotSo::NotListed,
        (WhyUntrue::Unfounded, "shortages") => NotSo::NeedMet,
        (WhyUntrue::Missing, "shortages") => NotSo::NeedNotListed,
        (WhyUntrue::Unfounded, "thursday_action") => NotSo::ThursdayAction,
        (WhyUntrue::Missing, "thursday_action") => NotSo::NoThursdayAction,
        (WhyUntrue::Unfounded, "mends.keep_until") => NotSo::NotKept,
        (WhyUntrue::Missing, "mends.only") => NotSo::MovedToo,
        (WhyUntrue::Unfounded, "mends.only") => NotSo::MovedBeyond,
        (WhyUntrue::Unfounded, _) => NotSo::Unfounded(path.to_owned()),
        (WhyUntrue::Missing, _) => NotSo::Missing(path.to_owned()),
        (WhyUntrue::WorseBound, _) => NotSo::WorseBound,
        (WhyUntrue::Unproven, _) => NotSo::Unproven,
        (WhyUntrue::OutOfOrder, _) => NotSo::OutOfOrder,
    }
}

/// What an id of the plan stands for.
fn called(domain: &Shown<'_>, path: &str, key: &str, id: &str, language: Language) -> String {
    let written = domain.written();
    let named = |position: Option<usize>, name: &dyn Fn(usize) -> String| position.map(name);
    let name = match key {
        "ambassador" => named(written.ambassadors.iter().position(|one| one.id == id), &|at| {
            let (person, mark) =
                (&domain.ambassadors[at], domain.mark(crate::domain::people::AmbassadorIx(at)));
            if person.name == mark { mark } else { bracketed(language, &person.name, &mark) }
        }),
        "post" => named(written.posts.iter().position(|one| one.id == id), &|at| {
            format!("“{}”", domain.posts[at].title)
        }),
        "unit" => {
            named(written.units.iter().position(|one| one.id == id), &|at| domain.units[at].name.clone())
        }
        "neighbourhood" => named(written.neighbourhoods.iter().position(|one| one.id == id), &|at| {
            domain.neighbourhoods[at].name.clone()
        }),
        "theme" => {
            named(written.themes.iter().position(|one| one.id == id), &|at| domain.themes[at].name.clone())
        }
        "wish" if path.starts_with("reasons") => {
            id.parse().ok().map(|number| measure::wish(language, number))
        }
        "date" => NaiveDate::parse_from_str(id, "%Y-%m-%d").ok().map(|date| measure::date(language, date)),
        "id" if path.starts_with("levels") => level(id, language),
        _ => None,
    };
    name.unwrap_or_else(|| domain.said(id))
}

/// A level's name with its id.
fn level(id: &str, language: Language) -> Option<String> {
    let name = match Level::from_id(id) {
        Some(level) => level.say(language),
        None => ThursdayLevel::from_id(id)?.say(language),
    };
    Some(bracketed(language, &name, id))
}

/// A statement of a plan that is not so. Whom it is about stands in front, where it is about somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotSo {
    /// A key says one thing and should say another; `null` for nothing.
    Other {
        /// The key.
        key: String,
        /// As written.
        written: String,
        /// As found.
        found: String,
    },
    /// An entry stands there twice.
    Repeated(String),
    /// Somebody who is placed is listed as not placed.
    Placed,
    /// Somebody who is not placed is not listed.
    NotListed,
    /// A post is listed whose need is met.
    NeedMet,
    /// A post is not listed whose need is not met.
    NeedNotListed,
    /// Something else should not stand there.
    Unfounded(String),
    /// Something else should stand there.
    Missing(String),
    /// A level's bound is worse than its value.
    WorseBound,
    /// A level is called proven and is not.
    Unproven,
    /// A level does not stand where it is sought.
    OutOfOrder,
    /// The campaign has a Thursday Action and the plan has none.
    NoThursdayAction,
    /// The plan has a Thursday Action and the campaign has none.
    ThursdayAction,
    /// Before the day that was to be kept, the plan is not what the earlier one was.
    NotKept,
    /// Somebody is not among those who alone were to move, and has something else than in the earlier plan.
    MovedToo,
    /// Somebody who was to move has something else than what was to change.
    MovedBeyond,
}

impl Phrase for NotSo {
    fn zh(&self) -> String {
        match self {
            Self::Other { key, written, found } => {
                format!("{}写的是 {written}，应为 {found}", key_zh(key))
            }
            Self::Repeated(list) => format!("在 {list} 里写了不止一次"),
            Self::Placed => "已经安排了场次，却又列为待安排".into(),
            Self::NotListed => "没有安排场次，却没有列为待安排".into(),
            Self::NeedMet => "需要的人次已经安排，却列为空岗".into(),
            Self::NeedNotListed => "需要的人次没有安排够，却没有列为空岗".into(),
            Self::Unfounded(list) => format!("不应写在 {list} 里"),
            Self::Missing(list) => format!("在 {list} 里缺了"),
            Self::WorseBound => "value 比 bound 还好，两个数不可能都对".into(),
            Self::Unproven => "写着 proven，但 value 没有达到 bound，或者前面的项目没有证明".into(),
            Self::OutOfOrder => "不在应在的位置：levels 按先后顾的顺序写".into(),
            Self::NoThursdayAction => "活动文件里有周四行动，方案里缺了 thursday_action".into(),
            Self::ThursdayAction => "活动文件里没有周四行动，方案里却有".into(),
            Self::MovedToo => "没有写在 mends.only 里，安排却和原方案不一样".into(),
            Self::MovedBeyond => "mends.only 里写了，但改动超出了这次调整".into(),
            Self::NotKept => "mends 说保持不变的安排应与原方案一样，现在不一样".into(),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Other { key, written, found } => {
                format!("{} says {written} and should say {found}", key_en(key))
            }
            Self::Repeated(list) => format!("stands in {list} more than once"),
            Self::Placed => "has a session and is listed as not placed".into(),
            Self::NotListed => "has no session and is not listed as not placed".into(),
            Self::NeedMet => "has all the people it needs and is listed as short".into(),
            Self::NeedNotListed => "has fewer people than it needs and is not listed as short".into(),
            Self::Unfounded(list) => format!("should not stand in {list}"),
            Self::Missing(list) => format!("is missing from {list}"),
            Self::WorseBound => "value is better than bound; they cannot both be right".into(),
            Self::Unproven => {
                "is called proven, but value does not meet bound, or a level above is not proven".into()
            }
            Self::OutOfOrder => "is out of place: levels stand in the order in which they are sought".into(),
            Self::NoThursdayAction => {
                "the campaign has a Thursday Action, the plan lacks thursday_action".into()
            }
            Self::ThursdayAction => "the campaign has no Thursday Action, the plan has one".into(),
            Self::MovedToo => "is not in mends.only and has something else than in the earlier plan".into(),
            Self::MovedBeyond => {
                "is in mends.only and has changed more than this repair was to change".into()
            }
            Self::NotKept => "what mends says stays should be what the earlier plan had, and is not".into(),
        }
    }
}

/// The key with what it means.
fn key_zh(key: &str) -> String {
    let means = match key {
        "wish" => "第几志愿",
        "metres" => "路程米数",
        "value" => "结果",
        "sense" => "方向",
        "need" => "需要人次",
        "placed" => "已安排人次",
        "people" => "人数",
        "reason" => "原因",
        "fate" | "because" => "情况",
        "next_nearest" => "次近的居民区",
        "lacks" => "还缺几对",
        _ => return format!("{key} "),
    };
    format!("{key}（{means}）")
}

fn key_en(key: &str) -> String {
    let means = match key {
        "wish" => "number of the wish",
        "need" => "people wanted",
        "placed" => "people placed",
        "next_nearest" => "the nearest of the others",
        "lacks" => "pairings lacking",
        _ => return key.to_owned(),
    };
    format!("{key} ({means})")
}
