//! The list of reserves (候补名单) as text and as data.
//!
//! In: the campaign, the levels of the plan and what was found of [`Reserves`]. Out: a section, or what stands in JSON.

use crate::{
    domain::{Language, people::AmbassadorIx},
    experience::{
        level::Level,
        reserves::{Absence, Reserve, Reserves},
        roster::Placement,
    },
    lp::LevelResult,
    render::{
        block::{Block, Item, Section},
        edition::{names::Names, shown::Shown},
        wording::{Phrase, count, measure},
    },
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What the list is made from.
#[derive(Debug, Clone, Copy)]
pub struct List<'a> {
    /// The campaign.
    pub domain: &'a Shown<'a>,
    /// What the plan reached.
    pub levels: &'a [LevelResult<Level>],
    /// Who could step in.
    pub reserves: &'a Reserves,
}

impl List<'_> {
    /// The list as a terminal shows it.
    pub fn on_screen(self, language: Language) -> Section {
        self.section(&Names::of(self.domain, language), language)
    }

    /// The list below its title: an item for each absence.
    pub fn section(self, names: &Names, language: Language) -> Section {
        let absences = self.reserves.absences.iter().map(|absence| self.told(absence, names, language));
        let mut section = Section::titled(Words::Title.say(language), vec![self.claim(language)]);
        section.blocks.push(Block::List(absences.collect()));
        section.blocks.push(Block::Sentences(self.unsought(language).into_iter().collect()));
        section
    }

    /// How much was not looked at, where that is anything.
    pub(in crate::render) fn unsought(self, language: Language) -> Option<String> {
        let unsought = &self.reserves.unsought;
        let sessions: BTreeSet<_> =
            unsought.iter().map(|placement| (placement.post, placement.date)).collect();
        let words = Words::Unsought { sessions: sessions.len(), placements: unsought.len() };
        (!unsought.is_empty()).then(|| words.say(language))
    }

    /// What is claimed of the list.
    pub(in crate::render) fn claim(self, language: Language) -> String {
        let reserves = self.reserves.absences.iter().flat_map(|absence| &absence.reserves);
        let mut levels = reserves.flat_map(|reserve| &reserve.levels).peekable();
        let proven = levels.peek().is_some().then(|| levels.all(|level| level.proven));
        Words::Claim { proven }.say(language)
    }

    /// Who is absent, a line for each who could step in, and what is said where there are none or not all.
    fn told(self, absence: &Absence, names: &Names, language: Language) -> Item {
        let absent = absence.absent;
        let heading = Words::Absent {
            date: self.day(absent, language),
            post: names.post(absent.post).to_owned(),
            name: names.ambassador(absent.ambassador).to_owned(),
        };
        let numbered = absence.reserves.iter().enumerate();
        let lines = numbered
            .map(|(position, reserve)| self.line(names, language, position + 1, reserve).say(language));
        let rest = match absence {
            Absence { is_cut_short: true, .. } => Some(Words::CutShort),
            Absence { reserves, .. } if reserves.is_empty() => Some(Words::Nobody),
            _ => None,
        };
        let below = lines.chain(rest.map(|rest| rest.say(language)));
        Item { text: heading.say(language), below: below.collect() }
    }

    fn day(self, placement: Placement, language: Language) -> String {
        let hours = self.domain.post(placement.post).told(placement.hours);
        measure::session(language, placement.date, hours)
    }

    fn line(self, names: &Names, language: Language, number: usize, reserve: &Reserve) -> Words {
        let session = |placement: &Placement| {
            let date = self.day(*placement, language);
            Words::Session(date, names.post(placement.post).to_owned()).say(language)
        };
        let mut moves: BTreeMap<AmbassadorIx, (Vec<String>, Vec<String>)> = BTreeMap::new();
        for placement in &reserve.gone {
            moves.entry(placement.ambassador).or_default().0.push(session(placement));
        }
        for placement in &reserve.new {
            moves.entry(placement.ambassador).or_default().1.push(session(placement));
        }
        let moves = moves.into_iter().map(|(person, (from, to))| {
            Words::Moves { name: names.ambassador(person).to_owned(), from, to }.say(language)
        });
        let differences = self.differences(reserve).into_iter();
        let cost = differences.map(|(level, by)| Words::Differs(level.say(language), by).say(language));
        let name = names.ambassador(reserve.ambassador).to_owned();
        Words::Line { number, name, moves: moves.collect(), cost: cost.collect() }
    }

    /// The levels that differ from those of the plan, but for the changes, which the moves tell, and the lot.
    fn differences(self, reserve: &Reserve) -> Vec<(Level, i64)> {
        let values: BTreeMap<Level, i64> =
            self.levels.iter().map(|result| (result.level, result.value)).collect();
        let told =
            reserve.levels.iter().filter(|result| ![Level::Changes, Level::Lot].contains(&result.level));
        told.filter_map(|LevelResult { level, value, .. }| {
            let by = value - values.get(level)?;
            (by != 0).then_some((*level, by))
        })
        .collect()
    }

    /// The list as data behind the entries of something else.
    pub fn beside(self, rest: impl Serialize) -> impl Serialize {
        let absences = self.reserves.absences.iter().map(|absence| WrittenAbsence {
            absent: self.placement(&absence.absent),
            reserves: absence.reserves.iter().map(|reserve| self.reserve(reserve)).collect(),
            cut_short: absence.is_cut_short,
        });
        let unsought = self.reserves.unsought.iter().map(|placement| self.placement(placement));
        Beside { rest, reserves: absences.collect(), reserves_not_sought: unsought.collect() }
    }

    fn reserve(self, reserve: &Reserve) -> WrittenReserve {
        let placements = |list: &[Placement]| list.iter().map(|one| self.placement(one)).collect();
        WrittenReserve {
            ambassador: self.domain.ambassador(reserve.ambassador).id.clone(),
            levels: reserve
                .levels
                .iter()
                .map(|level| WrittenValue {
                    id: level.level.to_string(),
                    value: level.value,
                    proven: level.proven,
                })
                .collect(),
            gone: placements(&reserve.gone),
            new: placements(&reserve.new),
        }
    }

    fn placement(self, placement: &Placement) -> WrittenPlacement {
        WrittenPlacement {
            ambassador: self.domain.ambassador(placement.ambassador).id.clone(),
            post: self.domain.post(placement.post).id.clone(),
            date: placement.date.to_string(),
            hours: self.domain.post(placement.post).told(placement.hours).map(|hours| hours.to_string()),
        }
    }
}

#[derive(Debug, Serialize)]
struct Beside<R> {
    #[serde(flatten)]
    rest: R,
    reserves: Vec<WrittenAbsence>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reserves_not_sought: Vec<WrittenPlacement>,
}

#[derive(Debug, Serialize)]
struct WrittenAbsence {
    absent: WrittenPlacement,
    reserves: Vec<WrittenReserve>,
    cut_short: bool,
}

#[derive(Debug, Serialize)]
struct WrittenReserve {
    ambassador: String,
    levels: Vec<WrittenValue>,
    gone: Vec<WrittenPlacement>,
    new: Vec<WrittenPlacement>,
}

#[derive(Debug, Serialize)]
struct WrittenValue {
    id: String,
    value: i64,
    proven: bool,
}

#[derive(Debug, Serialize)]
struct WrittenPlacement {
    ambassador: String,
    post: String,
    date: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    hours: Option<String>,
}

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

impl Phrase for Words {
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
