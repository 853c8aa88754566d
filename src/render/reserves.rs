//! The list of reserves (候补名单) as text and as data.
//!
//! In: the campaign, the levels of the plan and what was found of [`Reserves`]. Out: lines of text, or what stands in
//! JSON.

use crate::{
    domain::{Language, people::AmbassadorIx},
    experience::{
        level::Level,
        reserves::{Bench, Reserve, Reserves},
        roster::Placement,
    },
    lp::LevelResult,
    render::{
        layout::wrap::wrap_hanging,
        names::Names,
        page::{Page, bold},
        shown::Shown,
        wording::{Phrase, level::LevelName, measure, reserve::Reserve as Words},
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
    /// The list, ending with a line feed.
    pub fn text(self, page: Page) -> String {
        let language = page.language;
        let names = Names::of(self.domain, language);
        let mut lines = vec![bold(&Words::Title.say(language)), String::new()];
        lines.extend(wrap_hanging(&self.claim(language), page.width, 0));
        for bench in &self.reserves.benches {
            let (heading, reserves, rest) = self.told(bench, &names, language);
            lines.extend(wrap_hanging(&format!("- {heading}"), page.width, 2));
            lines.extend(reserves.iter().flat_map(|line| wrap_hanging(&format!("  {line}"), page.width, 5)));
            lines.extend(rest.map(|rest| format!("  {rest}")));
        }
        let unsought = self.unsought(language);
        lines.extend(unsought.into_iter().flat_map(|line| wrap_hanging(&line, page.width, 0)));
        lines.join("\n") + "\n"
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
        let reserves = self.reserves.benches.iter().flat_map(|bench| &bench.reserves);
        let mut levels = reserves.flat_map(|reserve| &reserve.levels).peekable();
        let proven = levels.peek().is_some().then(|| levels.all(|level| level.proven));
        Words::Claim { proven }.say(language)
    }

    /// Who is absent, a line for each who could step in, and what is said where there are none or not all.
    pub(in crate::render) fn told(
        self,
        bench: &Bench,
        names: &Names,
        language: Language,
    ) -> (String, Vec<String>, Option<String>) {
        let absent = bench.absent;
        let heading = Words::Absent {
            date: measure::date(language, absent.date),
            post: names.post(absent.post).to_owned(),
            name: names.ambassador(absent.ambassador).to_owned(),
        };
        let numbered = bench.reserves.iter().enumerate();
        let lines = numbered
            .map(|(position, reserve)| self.line(names, language, position + 1, reserve).say(language));
        let rest = match bench {
            Bench { is_cut_short: true, .. } => Some(Words::CutShort),
            Bench { reserves, .. } if reserves.is_empty() => Some(Words::Nobody),
            _ => None,
        };
        (heading.say(language), lines.collect(), rest.map(|rest| rest.say(language)))
    }

    fn line(self, names: &Names, language: Language, number: usize, reserve: &Reserve) -> Words {
        let session = |placement: &Placement| {
            let date = measure::date(language, placement.date);
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
        let (policy, longest) = (self.domain.rules.wishes, self.domain.longest_wishes);
        let cost = self.differences(reserve).into_iter().map(|(level, by)| {
            Words::Differs(LevelName::of(level, policy, longest).say(language), by).say(language)
        });
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
        let benches = self.reserves.benches.iter().map(|bench| WrittenBench {
            absent: self.placement(&bench.absent),
            reserves: bench.reserves.iter().map(|reserve| self.reserve(reserve)).collect(),
            cut_short: bench.is_cut_short,
        });
        let unsought = self.reserves.unsought.iter().map(|placement| self.placement(placement));
        Beside { rest, reserves: benches.collect(), reserves_not_sought: unsought.collect() }
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
        }
    }
}

#[derive(Debug, Serialize)]
struct Beside<R> {
    #[serde(flatten)]
    rest: R,
    reserves: Vec<WrittenBench>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reserves_not_sought: Vec<WrittenPlacement>,
}

#[derive(Debug, Serialize)]
struct WrittenBench {
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
}
