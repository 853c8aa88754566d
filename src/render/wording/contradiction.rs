//! Words of a contradiction: its members and the ways out.

use crate::render::wording::Phrase;

/// A place behind what stands there.
fn behind(place: Option<&String>, before: &str, after: &str) -> String {
    place.map(|place| format!("{before}{place}{after}")).unwrap_or_default()
}

/// A heading, a hint, a way out, or one member of a contradiction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contradiction {
    /// What follows cannot hold together.
    Title,
    /// It is proved that nothing holds, but not by what.
    Unnamed,
    /// What to do about it.
    Relax,
    /// There are too many people and sessions to look for ways out.
    TooLarge,
    /// What follows are ways out.
    Ways {
        /// Whether there may be others; nothing where it was stopped before they were looked for.
        others: Option<bool>,
    },
    /// One of them.
    Way {
        /// Its number.
        number: usize,
        /// What to do.
        steps: Vec<String>,
        /// The options that do it, or some of it.
        options: String,
    },
    /// An entry is taken out.
    TakeOut {
        /// What it says.
        what: String,
        /// Where it stands.
        place: Option<String>,
    },
    /// A rule is loosened.
    Loosen {
        /// Which, and for whom.
        what: String,
        /// On which days, where only on some.
        days: String,
    },
    /// Hours are changed where they stand, so that somebody comes or a unit is open.
    LetIn {
        /// The rule, and for whom.
        what: String,
        /// On which days.
        days: String,
        /// Where it stands.
        place: Option<String>,
    },
    /// A line of a file.
    Line {
        /// The file.
        file: String,
        /// The line, from 1.
        line: usize,
    },
    /// A cell of a workbook.
    Cell {
        /// The file.
        file: String,
        /// Its address.
        cell: String,
    },
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
    /// A placement that the organizer has ordered in the same command.
    Ordered {
        /// The option as typed.
        option: String,
        /// Whether two change places; else one steps in for the other.
        swaps: bool,
        /// Who.
        person: String,
        /// Where.
        post: String,
        /// When.
        date: Option<String>,
    },
    /// Such an order is not given.
    Forgo {
        /// The option as typed.
        option: String,
        /// Whether two change places.
        swaps: bool,
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
        /// What the rule says.
        rule: String,
        /// A person, a session, a post, a unit or mentor on a day; nothing for the campaign as a whole.
        matter: Option<String>,
    },
    /// A rule that is to be loosened, and for whom or what.
    Loosened {
        /// What the rule says.
        rule: String,
        /// For whom or what; nothing for the campaign as a whole.
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
            Self::Title => "下面这几条不能同时成立".into(),
            Self::Unnamed => "说定的事互相矛盾，没有方案能全部做到".into(),
            Self::TooLarge => "人和场次太多，没有去找怎样改最少".into(),
            Self::Relax => "改动或去掉其中任意一条，再排一次".into(),
            Self::Ways { others } => {
                let rest = match others {
                    None => "；别的办法没有找完",
                    Some(true) => "；只列前面这些",
                    Some(false) => "；只动约定、规则和约定所涉的人，再没有别的",
                };
                format!("照下面任何一种改，初心体验就能排出方案（逐一证明过，改动少的在前{rest}）：")
            }
            Self::Way { number, steps, options } => {
                let options = if options.is_empty() { String::new() } else { format!("：{options}") };
                format!("  {number}. {}{options}", steps.join("，并且"))
            }
            Self::TakeOut { what, place } => format!("去掉“{what}”{}", behind(place.as_ref(), "（", "）")),
            Self::Loosen { what, days } if days.is_empty() => format!("放宽{what}"),
            Self::Loosen { what, days } => format!("放宽{what}，限{days}"),
            Self::LetIn { what, days, place } => {
                format!("放宽{what}，限{days}，改文件里的时段{}", behind(place.as_ref(), "（", "）"))
            }
            Self::Line { file, line } => format!("{file}第{line}行"),
            Self::Cell { file, cell } => format!("{file}的{cell}格"),
            Self::Note => "说明".into(),
            Self::Pin { person, post, date: Some(date) } => format!("固定安排：{person}{date}去{post}"),
            Self::Pin { person, post, date: None } => format!("固定安排：{person}去{post}"),
            Self::Ordered { option, swaps, person, post, date } => {
                let what = if *swaps { "对调" } else { "顶替" };
                let date = date.as_deref().unwrap_or_default();
                format!("这次要的{what}（{option}）：{person}{date}去{post}")
            }
            Self::Forgo { option, swaps: true } => format!("不作这次对调，去掉 {option}"),
            Self::Forgo { option, swaps: false } => format!("不作这次顶替，去掉 {option}"),
            Self::Kept { person, post, date } => {
                format!("原方案中{person}{date}去{post}，保持不变")
            }
            Self::Ban { person, post } => format!("回避：{person}不去{post}"),
            Self::Together(names) => format!("结伴：{names}同去同不去"),
            Self::Apart(names) => format!("分开：{names}不在同一场"),
            Self::Rule { rule, matter: Some(matter) } => format!("规则：{rule}（{matter}）"),
            Self::Rule { rule, matter: None } => format!("规则：{rule}"),
            Self::Loosened { rule, matter } => format!("“{rule}”{}", behind(matter.as_ref(), "（", "）")),
            Self::OnDay { who, date } => format!("{who}，{date}"),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Title => "these cannot hold together".into(),
            Self::Unnamed => "what was agreed contradicts itself: no plan keeps all of it".into(),
            Self::TooLarge => {
                "there are too many people and sessions to look for the fewest changes that help".into()
            }
            Self::Relax => "change or remove any one of them and plan again".into(),
            Self::Ways { others } => {
                let rest = match others {
                    None => "not all were looked for",
                    Some(true) => "there may be more",
                    Some(false) => {
                        "there are no others that change only what was agreed, its people and the rules"
                    }
                };
                format!(
                    "each of these leads to a plan of the experience (proved one by one, the fewest changes first; {rest}):"
                )
            }
            Self::Way { number, steps, options } => {
                let options = if options.is_empty() { String::new() } else { format!(": {options}") };
                format!("  {number}. {}{options}", steps.join(", and "))
            }
            Self::TakeOut { what, place } => {
                format!("take out “{what}”{}", behind(place.as_ref(), " (", ")"))
            }
            Self::Loosen { what, days } if days.is_empty() => format!("loosen {what}"),
            Self::Loosen { what, days } => format!("loosen {what} on {days}"),
            Self::LetIn { what, days, place } => {
                format!("loosen {what} on {days}, in the file{}", behind(place.as_ref(), " (", ")"))
            }
            Self::Line { file, line } => format!("{file}, line {line}"),
            Self::Cell { file, cell } => format!("{file}, cell {cell}"),
            Self::Note => "note".into(),
            Self::Pin { person, post, date: Some(date) } => format!("pin: {person} at {post} on {date}"),
            Self::Pin { person, post, date: None } => format!("pin: {person} at {post}"),
            Self::Ordered { option, swaps, person, post, date } => {
                let what = if *swaps { "exchange" } else { "replacement" };
                let date = behind(date.as_ref(), " on ", "");
                format!("{what} ({option}): {person} at {post}{date}")
            }
            Self::Forgo { option, swaps: true } => format!("do not exchange: leave out {option}"),
            Self::Forgo { option, swaps: false } => format!("do not replace: leave out {option}"),
            Self::Kept { person, post, date } => {
                format!("kept: {person} at {post} on {date}, as the earlier plan has it")
            }
            Self::Ban { person, post } => format!("ban: {person} not at {post}"),
            Self::Together(names) => format!("together: {names}"),
            Self::Apart(names) => format!("apart: {names}"),
            Self::Rule { rule, matter: Some(matter) } => format!("rule: {rule} ({matter})"),
            Self::Rule { rule, matter: None } => format!("rule: {rule}"),
            Self::Loosened { rule, matter } => format!("“{rule}”{}", behind(matter.as_ref(), " (", ")")),
            Self::OnDay { who, date } => format!("{who}, {date}"),
        }
    }
}
