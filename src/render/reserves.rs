//! The list of reserves (候补名单) as text and as data.
//!
//! In: the campaign, the levels of the plan and what was found of [`Reserves`]. Out: a section, or what stands in JSON.

pub mod words;

use crate::{
    domain::{
        Language,
        people::AmbassadorIx,
        rules::{Priority, WishPolicy},
    },
    experience::{
        level::Level,
        reserves::{Absence, Reserve, Reserves},
        roster::Placement,
    },
    lp::{LevelResult, Sense},
    render::{
        block::{Block, Item, Section},
        edition::{names::Names, shown::Shown},
        experience::level::Counts,
        wording::{Phrase, count, measure},
    },
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use words::Words;

/// What the list is made from.
#[derive(Debug, Clone, Copy)]
pub struct List<'a> {
    /// The campaign.
    pub domain: &'a Shown<'a>,
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
        let lines = numbered.map(|(position, reserve)| {
            let cost = self.differences(reserve, &absence.best);
            let number = position + 1;
            Words::Numbered(number, self.line(names, language, reserve, &cost).say(language)).say(language)
        });
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

    fn line(self, names: &Names, language: Language, reserve: &Reserve, cost: &[Differs]) -> Words {
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
        let cost = cost.iter().map(|differs| differs.say(language));
        let name = names.ambassador(reserve.ambassador).to_owned();
        let phone = self.domain.ambassador(reserve.ambassador).phone.clone();
        Words::Line { name, phone, moves: moves.collect(), cost: cost.collect() }
    }

    /// The levels that differ from the best plan without whoever is absent and by how much better, but for the changes, which the
    /// moves tell, and the lot.
    fn differences(self, reserve: &Reserve, best: &[(Level, i64)]) -> Vec<Differs> {
        let values: BTreeMap<Level, i64> = best.iter().copied().collect();
        let (policy, longest) = (self.domain.rules.wishes, self.domain.longest_wishes);
        let told = reserve
            .levels
            .iter()
            .filter(|result| ![Level::Restored, Level::Changes, Level::Lot].contains(&result.level));
        told.filter_map(|LevelResult { level, value, sense, .. }| {
            let by = value - values.get(level)?;
            let by = if *sense == Sense::Min { -by } else { by };
            let counts = Counts { level: *level, policy, longest, weighted: false };
            (by != 0).then_some(Differs { counts, by })
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

/// How a level differs from the plan, as better or worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Differs {
    /// The level.
    pub counts: Counts,
    /// By how much it is better; below 0 where it is worse.
    pub by: i64,
}

impl Differs {
    /// Of one rank of wishes: which, and how many more placements have it.
    fn rank(&self, language: Language, rank: u32) -> (String, i64) {
        let more = if self.counts.policy == WishPolicy::Greedy { self.by } else { -self.by };
        let name = match (self.counts.wish(rank), language) {
            (Some(number), _) => measure::wish(language, number),
            (None, Language::Zh) => "统筹安排".to_owned(),
            (None, Language::En) => "place not wished for".to_owned(),
        };
        (name, more)
    }
}

impl Phrase for Differs {
    fn zh(&self) -> String {
        let (worse, many) = (self.by < 0, self.by.abs());
        let either = |bad: &str, good: &str| if worse { bad.to_owned() } else { good.to_owned() };
        match self.counts.level {
            Level::Priority(Priority::Coverage) => either("岗位缺人更多", "岗位缺人更少"),
            Level::Priority(Priority::Everyone) => either("排上的人更少", "排上的人更多"),
            Level::Priority(Priority::Enough) => either("离想去的天数更远", "离想去的天数更近"),
            Level::Priority(Priority::Days) => format!("{}{many} 人次", either("少 ", "多 ")),
            Level::Priority(Priority::Even) => either("各人次数不如原来均匀", "各人次数更均匀"),
            Level::Priority(Priority::Groups) => format!("同伴{}拆开 {many} 场", either("多", "少")),
            Level::Priority(Priority::Represented) => {
                format!("{} {many} 个组织没有人排上", either("多", "少"))
            }
            Level::Priority(Priority::Wishes) => {
                let ranks = if many == 2 { "两".to_owned() } else { measure::figure(many) };
                format!("志愿{}{ranks}级", either("退后", "提前"))
            }
            Level::Wish(rank) => {
                let (name, more) = self.rank(Language::Zh, rank);
                format!("{name}{} {many} 人次", if more < 0 { "少" } else { "多" })
            }
            Level::Priority(Priority::Travel) => {
                format!("路程{} {}", either("多", "少"), measure::way(Language::Zh, many))
            }
            Level::Priority(Priority::First) => either("不如原来照顾先报名的人", "更照顾先报名的人"),
            Level::Restored | Level::Changes | Level::Lot => String::new(),
        }
    }

    fn en(&self) -> String {
        let (worse, many) = (self.by < 0, self.by.abs());
        let either = |bad: &str, good: &str| if worse { bad.to_owned() } else { good.to_owned() };
        let amount = usize::try_from(many).unwrap_or(usize::MAX);
        match self.counts.level {
            Level::Priority(Priority::Coverage) => either("needs are worse met", "needs are better met"),
            Level::Priority(Priority::Everyone) => either("fewer people placed", "more people placed"),
            Level::Priority(Priority::Enough) => {
                either("people get fewer of the days wanted", "people get more of the days wanted")
            }
            Level::Priority(Priority::Days) => {
                format!("{} {}", count(amount, "placement", "placements"), either("fewer", "more"))
            }
            Level::Priority(Priority::Even) => either("loads are less even", "loads are more even"),
            Level::Priority(Priority::Groups) => format!(
                "companions apart at {} {}",
                count(amount, "session", "sessions"),
                either("more", "fewer")
            ),
            Level::Priority(Priority::Represented) => format!(
                "{} {} without anybody placed",
                count(amount, "organization", "organizations"),
                either("more", "fewer")
            ),
            Level::Priority(Priority::Wishes) => {
                format!("wishes {} by {}", either("worse", "better"), count(amount, "rank", "ranks"))
            }
            Level::Wish(rank) => {
                let (name, more) = self.rank(Language::En, rank);
                let less = if more < 0 { "fewer" } else { "more" };
                format!("{} {less} at a {name}", count(amount, "placement", "placements"))
            }
            Level::Priority(Priority::Travel) => {
                format!("{} {}", measure::way(Language::En, many), either("farther", "less far"))
            }
            Level::Priority(Priority::First) => {
                either("those who came first fare worse", "those who came first fare better")
            }
            Level::Restored | Level::Changes | Level::Lot => String::new(),
        }
    }
}
