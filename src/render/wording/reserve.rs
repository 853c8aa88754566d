//! Reserves (候补): who could step in, at what cost, with which moves.

use crate::render::wording::{Phrase, count};

/// One sentence or phrase of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reserve {
    /// The heading.
    Title,
    /// What the list says, and what is proved of it.
    Claim {
        /// Whether every line is proven; `None` where there is no line.
        proven: Option<bool>,
    },
    /// Whose place would be empty, and where.
    Absent {
        /// When.
        date: String,
        /// Where.
        post: String,
        /// Who.
        name: String,
    },
    /// Nobody could.
    Nobody,
    /// The search ended before all were found.
    CutShort,
    /// The search ended before so many placements at so many sessions were looked at.
    Unsought {
        /// Sessions.
        sessions: usize,
        /// Placements there.
        placements: usize,
    },
    /// One person: who, which moves it takes, what it costs.
    Line {
        /// Which one, from 1.
        number: usize,
        /// Who.
        name: String,
        /// What moves besides.
        moves: Vec<String>,
        /// What is worse or better than in the plan.
        cost: Vec<String>,
    },
    /// Somebody goes from one session to another.
    Moves {
        /// Who.
        name: String,
        /// From where.
        from: Vec<String>,
        /// Where to.
        to: Vec<String>,
    },
    /// A session: when and where.
    Session(String, String),
    /// A level and by how much it differs from the plan.
    Differs(String, i64),
}

impl Phrase for Reserve {
    fn zh(&self) -> String {
        match self {
            Self::Title => "候补名单".into(),
            Self::Claim { proven: Some(true) } => {
                "当天有人来不了时谁来顶，代价小的在前；之前各天的安排不动。代价是与本方案相比各项的增减，先顾的先比；\
                 每一条都重新求解，已证明没有更好的顶法。"
                    .into()
            }
            Self::Claim { proven: Some(false) } => {
                "当天有人来不了时谁来顶，代价小的在前；之前各天的安排不动。代价是与本方案相比各项的增减，先顾的先比；\
                 其中有的尚未证明是最好的顶法。"
                    .into()
            }
            Self::Claim { proven: None } => {
                "当天有人来不了时谁来顶，代价小的在前；之前各天的安排不动。".into()
            }
            Self::Absent { date, post, name } => format!("{date}{post}，{name}来不了："),
            Self::Nobody => "没有别人能顶上".into(),
            Self::CutShort => "到此为止，后面的没有来得及排".into(),
            Self::Unsought { sessions, placements } => {
                format!("还有 {sessions} 场（{placements} 人次）没有来得及看：要看全，请不要中途停止，或把 --time-limit 放宽。")
            }
            Self::Line { number, name, moves, cost } => {
                let moves = if moves.is_empty() { String::new() } else { format!("：{}", moves.join("；")) };
                let cost = if cost.is_empty() { "不添代价".into() } else { cost.join("，") };
                format!("{number}. {name}{moves}（{cost}）")
            }
            Self::Moves { name, from, to } => match (from.is_empty(), to.is_empty()) {
                (_, true) => format!("{name}空出{}", from.join("、")),
                (true, false) => format!("{name}去{}", to.join("、")),
                (false, false) => format!("{name}由{}改到{}", from.join("、"), to.join("、")),
            },
            Self::Session(date, post) => format!("{date}{post}"),
            Self::Differs(level, by) => format!("{level} {by:+}"),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Title => "Reserves (候补)".into(),
            Self::Claim { proven: Some(true) } => {
                "Who could step in for whoever cannot come that day, the least cost first; the days before stay as they \
                 are. Costs are what each level \
                 gains or loses against this plan, the most important compared first; each line was solved anew and is \
                 proven: no better way to step in exists."
                    .into()
            }
            Self::Claim { proven: Some(false) } => {
                "Who could step in for whoever cannot come that day, the least cost first; the days before stay as they \
                 are. Costs are what each level \
                 gains or loses against this plan, the most important compared first; some lines are not proven best."
                    .into()
            }
            Self::Claim { proven: None } => "Who could step in for whoever cannot come that day, the least cost first; \
                                             the days before stay as they are."
                .into(),
            Self::Absent { date, post, name } => format!("{date} {post}, without {name}:"),
            Self::Nobody => "nobody else could".into(),
            Self::CutShort => "stopped before the rest was found".into(),
            Self::Unsought { sessions, placements } => format!(
                "{} ({}) were not looked at; for the whole list let it run, or give --time-limit more seconds.",
                count(*sessions, "more session", "more sessions"),
                count(*placements, "placement", "placements"),
            ),
            Self::Line { number, name, moves, cost } => {
                let moves = if moves.is_empty() { String::new() } else { format!(": {}", moves.join("; ")) };
                let cost = if cost.is_empty() { "at no cost".into() } else { cost.join(", ") };
                format!("{number}. {name}{moves} ({cost})")
            }
            Self::Moves { name, from, to } => match (from.is_empty(), to.is_empty()) {
                (_, true) => format!("{name} leaves {}", from.join(", ")),
                (true, false) => format!("{name} goes to {}", to.join(", ")),
                (false, false) => format!("{name} moves from {} to {}", from.join(", "), to.join(", ")),
            },
            Self::Session(date, post) => format!("{date} {post}"),
            Self::Differs(level, by) => format!("{level} {by:+}"),
        }
    }
}
