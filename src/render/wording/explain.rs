//! What `explain` says of its work.

use crate::{
    diagnostic::reference::Kind,
    domain::Language,
    inquiry::subject::Unclear,
    render::wording::{Phrase, count, list, measure, told_apart},
};

/// One message; a path or a word in it is as the user typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Explain {
    /// A word does not say whom a question is about.
    Unclear(Unclear),
    /// What to write instead.
    Instead(Unclear),
    /// Somebody has no wish of that number.
    NoSuchWish {
        /// Who.
        name: String,
        /// The number.
        number: u32,
    },
    /// Neighbourhoods have a place in the Thursday Action alone, and the campaign or its plan has none.
    NoThursdayAction,
    /// A letter and a wish are somebody's.
    OfPeople,
    /// A plan breaks the rules of its campaign, and says nothing that could be explained.
    NotExplained(String),
    /// The plan that was mended is gone or was written anew: what stood before is not known.
    EarlierLost(String),
    /// What to do about it.
    BringBack,
    /// A repair that moved nobody but others says nothing of somebody; the plan that it mends does.
    SaidBefore(String),
    /// Which reason of a plan is being proved, from 1, and how many there are.
    Proving(usize, usize),
    /// Which reason of a plan is being solved again, from 1, and how many there are.
    Again(usize, usize),
    /// Reasons of a plan that there was no time to prove.
    NotProved {
        /// How many there are.
        all: usize,
        /// How many are not proved.
        open: usize,
        /// Whether the user stopped it.
        stopped: bool,
    },
    /// Reasons of a plan that were not solved again, as the user stopped it.
    NotChecked {
        /// How many there are.
        all: usize,
        /// How many were not reached.
        open: usize,
    },
    /// Somebody or something has left the campaign, which says nothing of it any more.
    Left(String),
    /// The command that asks about it in the plan before.
    AskBefore(String),
    /// The command that tells all reasons of a plan.
    All(String),
}

impl Explain {
    /// What to write instead of an unclear word, where anything is known of that.
    pub fn instead(unclear: &Unclear) -> Option<Self> {
        let is_known = !matches!(unclear, Unclear::Nobody { similar, .. } if similar.is_empty());
        is_known.then(|| Self::Instead(unclear.clone()))
    }
}

/// A word with each of the kinds before it.
fn prefixed(word: &str, kinds: &[Kind]) -> String {
    kinds.iter().map(|kind| format!("{}:{word}", kind.id())).collect::<Vec<String>>().join(" / ")
}

impl Phrase for Explain {
    fn zh(&self) -> String {
        match self {
            Self::Unclear(Unclear::Several { kind, word, bearers }) => {
                format!("有 {} 个{}都叫 {word}", bearers.len(), kind.zh())
            }
            Self::Unclear(Unclear::Kinds { word, kinds }) => {
                let kinds: Vec<String> = kinds.iter().map(Phrase::zh).collect();
                format!("叫 {word} 的有{}", list(Language::Zh, &kinds))
            }
            Self::Unclear(Unclear::Nobody { word, .. }) => {
                format!("没有叫 {word} 的大使、岗位、单位或居民区，也不是日期")
            }
            Self::Instead(Unclear::Several { kind, bearers, .. }) => told_apart(Language::Zh, *kind, bearers),
            Self::Instead(Unclear::Kinds { word, kinds }) => format!("请写成 {}", prefixed(word, kinds)),
            Self::Instead(Unclear::Nobody { similar, .. }) => {
                format!("是不是想写 {}？", list(Language::Zh, similar))
            }
            Self::NoSuchWish { name, number } => {
                format!("{name}没有{}", measure::wish(Language::Zh, *number))
            }
            Self::NoThursdayAction => "没有周四行动，居民区没有可说明的".into(),
            Self::OfPeople => "--wish 和 --letter 只用于问某一位大使".into(),
            Self::NotExplained(path) => format!("{path} 不再符合活动文件，不说明原因"),
            Self::EarlierLost(path) => {
                format!("这份方案调整自 {path}，那份方案找不到，或已被改写：不知道原来怎样安排，就说不准原因")
            }
            Self::BringBack => "请把原来的那份方案放回原处".into(),
            Self::Proving(position, all) => format!("正在证明第 {position} 条原因（共 {all} 条）"),
            Self::Again(position, all) => format!("正在重算第 {position} 条原因（共 {all} 条）"),
            Self::NotProved { all, open, stopped: true } => {
                format!("已按要求停止：{all} 条原因里，有 {open} 条没有证明")
            }
            Self::NotProved { all, open, stopped: false } => {
                format!("时间不够：{all} 条原因里，有 {open} 条没有证明；把 --time-limit 放宽，或者去掉")
            }
            Self::NotChecked { all, open } => {
                format!("已按要求停止：{all} 条原因里，重算了 {} 条，还有 {open} 条没有算完", all - open)
            }
            Self::Left(name) => format!("{name}已退出，活动文件里不再有"),
            Self::AskBefore(command) => format!("退出以前的情况：{command}"),
            Self::All(command) => format!("全部原因：{command}"),
            Self::SaidBefore(path) => format!("这次调整没有动到这位大使，下面按调整前的方案 {path} 说明"),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Unclear(Unclear::Several { kind, word, bearers }) => {
                format!("{} {}s are called `{word}`", bearers.len(), kind.en())
            }
            Self::Unclear(Unclear::Kinds { word, kinds }) => {
                let kinds: Vec<String> = kinds.iter().map(|kind| format!("one {}", kind.en())).collect();
                format!("`{word}` is the name of {}", kinds.join(" and "))
            }
            Self::Unclear(Unclear::Nobody { word, .. }) => {
                format!("`{word}` is no ambassador, post, unit or neighbourhood, and no day")
            }
            Self::Instead(Unclear::Several { kind, bearers, .. }) => told_apart(Language::En, *kind, bearers),
            Self::Instead(Unclear::Kinds { word, kinds }) => format!("write {}", prefixed(word, kinds)),
            Self::Instead(Unclear::Nobody { similar, .. }) => {
                format!("did you mean {}?", list(Language::En, similar))
            }
            Self::NoSuchWish { name, number } => {
                format!("{name} has no {}", measure::wish(Language::En, *number))
            }
            Self::NoThursdayAction => {
                "there is no Thursday Action, in which alone neighbourhoods have a place".into()
            }
            Self::OfPeople => "--wish and --letter are for ambassadors alone".into(),
            Self::NotExplained(path) => {
                format!("{path} no longer keeps the rules of its campaign; nothing is explained")
            }
            Self::EarlierLost(path) => format!(
                "this plan mends {path}, which is missing or was written anew: without what stood before no reason can be proved"
            ),
            Self::BringBack => "put the plan back that was mended".into(),
            Self::Proving(position, all) => format!("proving reason {position} of {all}"),
            Self::Again(position, all) => format!("solving reason {position} of {all} again"),
            Self::NotProved { all, open, stopped } => {
                let rest = format!("{open} of {} not proved", count(*all, "reason", "reasons"));
                if *stopped {
                    format!("stopped as asked: {rest}")
                } else {
                    format!("there was no more time: {rest}; give --time-limit more seconds, or leave it out")
                }
            }
            Self::NotChecked { all, open } => {
                let all_told = count(*all, "reason", "reasons");
                format!("stopped as asked: {} of {all_told} were solved again, {open} were not", all - open)
            }
            Self::Left(name) => format!("{name} has left: the campaign has it no more"),
            Self::AskBefore(command) => format!("as it was before: {command}"),
            Self::All(command) => format!("all reasons: {command}"),
            Self::SaidBefore(path) => {
                format!(
                    "this repair left the ambassador in place; what follows is said of the plan before it, {path}"
                )
            }
        }
    }
}
