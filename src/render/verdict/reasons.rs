//! What became of the reasons of a plan that were solved again.
//!
//! In: [`Reasons`] and the plan. Out: a sentence, or entries that say of each what it is about and whether it holds.

use crate::{
    plan::{Plan, entries::REASONS, json, layout::Json},
    planning::reason::Rechecked,
    render::{
        edition::shown::Shown,
        wording::{Phrase, count},
    },
};

/// Whether reasons were solved again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reasons<'a> {
    /// Nobody asked for it.
    NotAsked,
    /// The plan has none, or none that can be solved.
    NotSolved,
    /// What became of each, in the order of the file.
    Solved(&'a [Rechecked]),
}

impl Reasons<'_> {
    /// Whether one of them was found to be wrong.
    pub fn are_refuted(self) -> bool {
        matches!(self, Self::Solved(stood) if stood.contains(&Rechecked::Refuted(())))
    }

    /// Of each what it is about, in ids, and what became of it; `None` where nobody asked.
    pub fn data(self, domain: &Shown<'_>, plan: &Plan) -> Option<Vec<Json>> {
        let stood = match self {
            Self::NotAsked => return None,
            Self::NotSolved => &[],
            Self::Solved(stood) => stood,
        };
        let written = json::data(domain.written(), plan);
        let parts = ["experience", "thursday_action"].into_iter();
        let lists = parts.filter_map(|part| written.entry(part)?.entry(REASONS.list));
        let entries =
            lists.flat_map(|list| if let Json::List(entries) = list { entries.as_slice() } else { &[] });
        let told = entries.zip(stood).map(|(entry, stood)| {
            let named = REASONS.keys.iter().filter_map(|&key| Some((key, entry.entry(key)?.clone())));
            Json::Map(named.chain([("standing", Json::Text(stood.id().to_owned()))]).collect())
        });
        Some(told.collect())
    }
}

impl Phrase for Reasons<'_> {
    fn zh(&self) -> String {
        let Self::Solved(stood) = *self else {
            return "原因没有重算：方案里没有原因（chuxin plan --explain 才写），或者方案已经不符合活动文件，或者它所调整的原方案找不到了。".into();
        };
        let said = counted(stood).into_iter().filter(|(_, number)| *number > 0);
        let said = said.map(|(stood, number)| match stood {
            Rechecked::Holds => format!("{number} 条成立"),
            Rechecked::Refuted(()) => format!("{number} 条不成立"),
            Rechecked::NotReached => format!("{number} 条没有算完"),
            Rechecked::NotClaimed => format!("{number} 条方案里本来就没有证明"),
        });
        let said: Vec<String> = said.collect();
        if said.is_empty() {
            return "方案里没有要说明原因的。".into();
        }
        format!("重算了方案里的原因：{}。", said.join("，"))
    }

    fn en(&self) -> String {
        let Self::Solved(stood) = *self else {
            return "No reason was solved again: the plan gives none (`chuxin plan --explain` does), or does not hold for its campaign, or the plan that it mends is gone.".into();
        };
        let said = counted(stood).into_iter().filter(|(_, number)| *number > 0);
        let said = said.map(|(stood, number)| match stood {
            Rechecked::Holds => format!("{} true", count(number, "is", "are")),
            Rechecked::Refuted(()) => format!("{} not", count(number, "is", "are")),
            Rechecked::NotReached => format!("{} not reached", count(number, "was", "were")),
            Rechecked::NotClaimed => format!("{number} had not been proved in the plan"),
        });
        let said: Vec<String> = said.collect();
        if said.is_empty() {
            return "The plan has nothing that wants a reason.".into();
        }
        format!("The reasons of the plan, solved again: {}.", said.join(", "))
    }
}

/// How many became what.
fn counted(stood: &[Rechecked]) -> [(Rechecked, usize); 4] {
    Rechecked::ALL.map(|kind| (kind, stood.iter().filter(|one| **one == kind).count()))
}
