//! The levels of a planning problem as a table: what each is called, its value, what it counts and what is proved of it.

use crate::{
    lp::LevelResult,
    plan::Plan,
    render::{
        block::{Cell, Field, Give, Section, Table},
        edition::Edition,
        wording::{Phrase, count},
    },
};

/// A level with the words that its problem has for it.
#[derive(Debug, Clone)]
pub struct Named {
    /// What was reached.
    pub level: LevelResult<()>,
    /// What the level is called.
    pub name: String,
    /// What it counts.
    pub counts: String,
}

/// The table below its heading.
pub fn section(edition: Edition<'_>, levels: &[Named]) -> Section {
    Section::new(edition.say(Heading::Levels), vec![table(edition, levels).into()])
}

/// A row for each level.
pub fn table(edition: Edition<'_>, levels: &[Named]) -> Table {
    let text = |heading, give, text: fn(&&Named) -> String| {
        Field::new(edition.say(heading), give, move |one| Cell::Text(text(one)))
    };
    let proven = move |one: &&Named| match proof(&one.level) {
        Proof::Proven => Cell::Proven(edition.say(Proof::Proven)),
        open => Cell::Text(edition.say(open)),
    };
    let fields = [
        text(Heading::Level, Give::Firm, |one| one.name.clone()),
        Field::new(edition.say(Heading::Value), Give::Firm, |one: &&Named| Cell::Number(one.level.value)),
        text(Heading::Counts, Give::Wraps(12), |one| one.counts.clone()),
        Field::new(edition.say(Heading::Proof), Give::Wraps(12), proven),
    ];
    Table { is_dense: true, ..Table::of(&fields, &[levels.iter().collect()]) }
}

/// What is proved of a level.
fn proof<L>(level: &LevelResult<L>) -> Proof {
    match level.known_bound() {
        _ if level.proven => Proof::Proven,
        None => Proof::NotSought,
        Some(bound) if bound == level.value => Proof::AboveOpen,
        Some(bound) => Proof::Gap { bound, gap: bound.abs_diff(level.value) },
    }
}

/// What is proved of a level's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// No plan that keeps the levels above can do better.
    Proven,
    /// No plan can do better than the bound; how far that is.
    Gap {
        /// The bound.
        bound: i64,
        /// Bound and value apart.
        gap: u64,
    },
    /// The bound is met, but a level above is not proven.
    AboveOpen,
    /// Campaign or plan have changed since: the proof is not of this value.
    NotSought,
}

impl Phrase for Proof {
    fn zh(&self) -> String {
        match self {
            Self::Proven => "已证明没有更好的安排".into(),
            Self::Gap { bound, gap } => format!("未证完：最好不过 {bound}，相差 {gap}"),
            Self::AboveOpen => "前面的项目尚未证完".into(),
            Self::NotSought => "改动之后没有重新计算".into(),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Proven => "proven best".into(),
            Self::Gap { bound, gap } => format!("not proven: at best {bound}, {gap} away"),
            Self::AboveOpen => "a level above is not proven".into(),
            Self::NotSought => "not solved again since the change".into(),
        }
    }
}

/// How many of the levels of a plan are proven.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proven {
    /// Proven ones.
    pub proven: usize,
    /// All.
    pub all: usize,
    /// What a repair held as it was: better plans may exist without that.
    pub held: Held,
}

/// What a repair was not to change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// Nothing.
    Nothing,
    /// What lies before a moment.
    Past,
    /// Everybody but those who were named, and what lies before a moment.
    Others,
}

impl Held {
    fn of(plan: &Plan) -> Self {
        match &plan.mends {
            Some(mends) if mends.only.is_some() => Self::Others,
            Some(mends) if mends.terms.keep_until.is_some() => Self::Past,
            _ => Self::Nothing,
        }
    }
}

impl Proven {
    /// Of all that is planned; nothing where a plan has no levels.
    pub fn of_plan(plan: &Plan) -> Option<Self> {
        let experience = plan.experience.levels.iter().map(|level| level.proven);
        let action = plan.thursday_action.iter().flat_map(|action| &action.levels).map(|level| level.proven);
        let proven: Vec<bool> = experience.chain(action).collect();
        let all = proven.len();
        let proven = proven.into_iter().filter(|&proven| proven).count();
        (all > 0).then(|| Self { proven, all, held: Held::of(plan) })
    }
}

impl Phrase for Proven {
    fn zh(&self) -> String {
        match *self {
            Self { proven, all, held } if all == proven => match held {
                Held::Nothing => "已证明：没有比这更好的安排。".into(),
                Held::Past => "已证明：此前的安排不动，没有比这更好的安排。".into(),
                Held::Others => "已证明：其他人都不动，没有比这更好的安排。".into(),
            },
            Self { proven, all, .. } => {
                format!("{all} 项要求里，{proven} 项已证明不能更好，其余还没有证完。")
            }
        }
    }

    fn en(&self) -> String {
        match *self {
            Self { proven, all, held } if all == proven => match held {
                Held::Nothing => "Proven: nothing better exists.".into(),
                Held::Past => "Proven: with what lies before left as it is, nothing better exists.".into(),
                Held::Others => "Proven: with everybody else left in place, nothing better exists.".into(),
            },
            Self { proven, all, .. } => {
                format!("{proven} of {} proven best, the others not yet.", count(all, "level", "levels"))
            }
        }
    }
}

labels! {
    /// What stands above the table and its columns.
    pub enum Heading {
        /// The levels, most important first.
        Levels: "逐项结果（排在前面的先顾）", "Level by level, the most important first";
        /// Column: the level's name.
        Level: "项目", "Level";
        /// Column: what the level counts.
        Counts: "算的是什么", "What is counted";
        /// Column: the value reached.
        Value: "结果", "Reached";
        /// Column: what is proved of it.
        Proof: "证明", "Proof";
    }
}
