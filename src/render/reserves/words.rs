//! The sentences of the list of reserves (候补名单).

use crate::render::wording::{Phrase, count};

/// One sentence or phrase of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Words {
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
        /// Who.
        name: String,
        /// The telephone, where this copy may show it.
        phone: Option<String>,
        /// What moves besides.
        moves: Vec<String>,
        /// What is worse or better than in the best plan without whoever is absent.
        cost: Vec<String>,
    },
    /// A line with its number, from 1.
    Numbered(usize, String),
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
}

impl Phrase for Words {
    fn zh(&self) -> String {
        match self {
            Self::Title => "候补名单".into(),
            Self::Claim { proven } => {
                let proof = match proven {
                    Some(true) => "；需调整他人的，经测算没有影响更小的办法。",
                    Some(false) => "；需调整他人的，尚未全部验证影响最小。",
                    None => "。",
                };
                format!(
                    "当天有人不能到岗时由谁接替；此前各天的安排不变。不影响他人的在前，影响小的在前{proof}"
                )
            }
            Self::Absent { date, post, name } => format!("{date}{post}，{name}不能到岗："),
            Self::Nobody => "暂无候补人选".into(),
            Self::CutShort => "其余的人没有比较完：先后只在以上几位之间".into(),
            Self::Unsought { sessions, placements } => {
                format!("另有 {sessions} 场（{placements} 人次）的候补尚未排出。")
            }
            Self::Line { name, phone, moves, cost } => {
                let phone = phone.as_ref().map(|phone| format!("（电话 {phone}）")).unwrap_or_default();
                let moves = if moves.is_empty() {
                    "其他人不变".into()
                } else {
                    format!("另外{}", moves.join("；"))
                };
                let cost = if cost.is_empty() { String::new() } else { format!("；{}", cost.join("，")) };
                format!("可由{name}接替{phone}，{moves}{cost}")
            }
            Self::Numbered(number, line) => format!("{number}. {line}"),
            Self::Moves { name, from, to } => match (from.is_empty(), to.is_empty()) {
                (_, true) => format!("{name}空出{}", from.join("、")),
                (true, false) => format!("{name}去{}", to.join("、")),
                (false, false) => format!("{name}由{}改到{}", from.join("、"), to.join("、")),
            },
            Self::Session(date, post) => format!("{date}{post}"),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Title => "Reserves (候补)".into(),
            Self::Claim { proven } => {
                let proof = match proven {
                    Some(true) => "; where others move, no way that costs less is proven to exist.",
                    Some(false) => "; where others move, not every line is proven to cost least.",
                    None => ".",
                };
                format!(
                    "Who could step in for whoever cannot come that day; the days before stay as they are. Those for \
                     whom nobody else moves stand first, then whatever costs less{proof}"
                )
            }
            Self::Absent { date, post, name } => format!("{date} {post}, without {name}:"),
            Self::Nobody => "nobody else could".into(),
            Self::CutShort => {
                "stopped before everybody was compared: the order is among those above alone".into()
            }
            Self::Unsought { sessions, placements } => format!(
                "{} ({}) were not looked at; for the whole list let it run, or give --time-limit more seconds.",
                count(*sessions, "more session", "more sessions"),
                count(*placements, "placement", "placements"),
            ),
            Self::Line { name, phone, moves, cost } => {
                let phone = phone.as_ref().map(|phone| format!(" ({phone})")).unwrap_or_default();
                let moves = if moves.is_empty() { "nobody else moves".into() } else { moves.join("; ") };
                let cost = if cost.is_empty() { String::new() } else { format!("; {}", cost.join(", ")) };
                format!("{name}{phone} could step in: {moves}{cost}")
            }
            Self::Numbered(number, line) => format!("{number}. {line}"),
            Self::Moves { name, from, to } => match (from.is_empty(), to.is_empty()) {
                (_, true) => format!("{name} leaves {}", from.join(", ")),
                (true, false) => format!("{name} goes to {}", to.join(", ")),
                (false, false) => format!("{name} moves from {} to {}", from.join(", "), to.join(", ")),
            },
            Self::Session(date, post) => format!("{date} {post}"),
        }
    }
}
