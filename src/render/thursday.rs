//! The Thursday Action as a whole: what was asked, what was reached, and every level of its problems.
//!
//! In: an [`Action`]. Out: sections.

use crate::{
    domain::{
        Language,
        thursday::{Month, Pairing, ThursdayAction},
    },
    plan::level::ThursdayLevel,
    render::{
        action::{Action, Occasion},
        block::{Block, Item, Section},
        departure::Departures,
        detail::Detail,
        edition::Edition,
        levels::{self, Named},
        pairing, timetable,
        wording::{Phrase, count, measure},
    },
    timetable::reason::Fulfilment,
};
use chrono::NaiveDate;
use serde_json::Value;
use std::{any::Any, collections::BTreeSet};

/// The year, what moved, and what is left open; with each month where that is wanted, and with everything that is to be
/// said of it.
pub fn sections(action: Action<'_>, detail: Detail) -> Vec<Section> {
    let mut sections = vec![title(action)];
    if detail.everything {
        sections.extend([pairing::table(action), pairing::gives_way(action)]);
    }
    sections.extend([timetable::year::section(action), timetable::moved::section(action)]);
    if detail.months || detail.everything {
        sections.extend(timetable::months::sections(action));
    }
    if detail.everything {
        sections.push(timetable::needs::section(action));
    }
    sections.extend(without(action));
    sections
}

/// What became of it beside what was reached: who gives way or is without, what moved, what is not held, which needs are met.
pub fn remainder(action: Action<'_>) -> [Section; 5] {
    [
        pairing::gives_way(action),
        pairing::unpaired(action),
        timetable::moved::section(action),
        timetable::not_held::section(action),
        timetable::needs::section(action),
    ]
}

/// Which units and months are without, and why.
pub fn without(action: Action<'_>) -> [Section; 2] {
    [pairing::unpaired(action), timetable::not_held::section(action)]
}

/// Why units are not with the nearest, in short or with what the figures count, and how each is solved again.
pub fn reasons(edition: Edition<'_>, in_short: bool) -> Vec<Item> {
    pairing::why::items(edition, in_short)
}

/// What is held, where there is a Thursday Action.
pub fn occasions(edition: Edition<'_>) -> Vec<Occasion> {
    Action::of(edition).map(timetable::occasions::occasions).unwrap_or_default()
}

/// What happens on a day, in words and as data; nothing where the Thursday Action has nothing to say of it.
pub fn day(edition: Edition<'_>, date: NaiveDate) -> Option<(Section, Value)> {
    let action = Action::of(edition)?;
    let section = Section::new(edition.say(Heading::ThursdayAction), timetable::day::blocks(action, date)?);
    Some((section, timetable::day::data(action, date)))
}

/// Its heading, the period, which Thursday and the hours.
fn title(action: Action<'_>) -> Section {
    let when = when(action, action.settings.hours.to_string());
    Section::new(action.edition.say(Heading::ThursdayAction), vec![Block::Sentences(vec![when])])
}

/// The period, which Thursday and the hours, as a sentence.
pub fn when(action: Action<'_>, hours: String) -> String {
    let ThursdayAction { first, last, nth, .. } = *action.settings;
    action.edition.say(Sentence::When { first, last, nth, hours })
}

/// What was reached, in sentences.
pub fn reached(action: Action<'_>) -> Vec<String> {
    let Action { edition, settings, plan } = action;
    let departures = Departures::of(edition);
    let is_there = |one: &&Pairing| departures.ended(edition, **one).is_none();
    let (pairings, ended): (Vec<&Pairing>, Vec<&Pairing>) = plan.pairings.pairings.iter().partition(is_there);
    let of_ended = plan.timetable.events.iter().filter(|event| ended.contains(&&event.pairing())).count();
    let units: BTreeSet<_> = pairings.iter().map(|pairing| pairing.unit).collect();
    let neighbourhoods: BTreeSet<_> = pairings.iter().map(|pairing| pairing.neighbourhood).collect();
    let needs = &plan.why_held.needs;
    let met = needs.iter().filter(|need| matches!(need.fulfilment, Fulfilment::Met(_))).count();
    let said = [
        Sentence::Paired {
            units: units.len(),
            neighbourhoods: neighbourhoods.len(),
            pairings: pairings.len(),
            metres: pairings
                .iter()
                .filter_map(|one| edition.domain.pairing_metres(one.unit, one.neighbourhood))
                .sum(),
            ended: ended.len(),
        },
        Sentence::Held {
            held: plan.timetable.events.len(),
            all: pairings.len() * settings.months().len() + of_ended,
        },
        Sentence::Needs { met, all: needs.len() },
    ];
    said.into_iter().map(|one| edition.say(one)).collect()
}

/// Every level in force with its value and what is proved of it.
pub fn levels(action: Action<'_>) -> Section {
    levels::section(action.edition, &named(action))
}

/// Every level in force with its words.
pub fn named(action: Action<'_>) -> Vec<Named> {
    let named = action.plan.levels.iter().map(|result| {
        let counts = counts(result.level, action.edition.language);
        Named { level: result.map(|_| ()), name: action.edition.say(result.level), counts }
    });
    named.collect()
}

/// What a level of pairing or timetable is called; nothing where it is of neither.
pub fn level_name(level: &dyn Any, language: Language) -> Option<String> {
    let of_pairing = level.downcast_ref().copied().map(ThursdayLevel::Pairing);
    let level = of_pairing.or_else(|| level.downcast_ref().copied().map(ThursdayLevel::Timetable));
    level.map(|level| level.say(language))
}

/// What a level counts.
pub fn counts(level: ThursdayLevel, language: Language) -> String {
    match level {
        ThursdayLevel::Pairing(level) => pairing::words::Counts(level).say(language),
        ThursdayLevel::Timetable(level) => timetable::words::Counts(level).say(language),
    }
}

labels! {
    /// What stands above it.
    pub enum Heading {
        /// The whole (周四行动).
        ThursdayAction: "周四行动", "Thursday Action";
    }
}

/// What was asked and what was reached: one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sentence {
    /// The period, which Thursday, and the hours.
    When {
        /// First month.
        first: Month,
        /// Last month.
        last: Month,
        /// Which Thursday; `None`: the plan chooses.
        nth: Option<u32>,
        /// From when to when.
        hours: String,
    },
    /// Who is paired.
    Paired {
        /// Units with a pairing.
        units: usize,
        /// Neighbourhoods with a pairing.
        neighbourhoods: usize,
        /// Pairings.
        pairings: usize,
        /// The sum of the known distances.
        metres: i64,
        /// Pairings that have an end because one of the two has left.
        ended: usize,
    },
    /// What is held.
    Held {
        /// Events.
        held: usize,
        /// Pairings times months.
        all: usize,
    },
    /// Which needs are met.
    Needs {
        /// Met.
        met: usize,
        /// All.
        all: usize,
    },
}

impl Phrase for Sentence {
    fn zh(&self) -> String {
        match self {
            Self::When { first, last, nth, hours } => {
                const FIGURES: [&str; 5] = ["一", "二", "三", "四", "五"];
                let which = nth.map_or("一个周四".into(), |nth| {
                    format!("第{}个周四", FIGURES.get(nth as usize - 1).unwrap_or(&"五"))
                });
                format!("{}，每月{which}，{hours}。", measure::months(Language::Zh, *first, *last))
            }
            Self::Paired { units, neighbourhoods, pairings, metres, ended } => {
                let ended =
                    if *ended == 0 { String::new() } else { format!("；另有 {ended} 对因退出终止") };
                format!(
                    "{units} 家单位与 {neighbourhoods} 个居民区结成 {pairings} 对，距离合计 {metres} 米{ended}。"
                )
            }
            Self::Held { held, all } if held == all => format!("{all} 场主题活动全部排定。"),
            Self::Held { held, all } => {
                format!("应开展主题活动 {all} 场，已排定 {held} 场，{} 场未能排定。", all - held)
            }
            Self::Needs { met, all } if met == all => format!("居民区的 {all} 项需求全部满足。"),
            Self::Needs { met, all } => format!("居民区的 {all} 项需求，满足 {met} 项。"),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::When { first, last, nth, hours } => {
                let which = nth
                    .map_or("one Thursday".into(), |nth| format!("the {} Thursday", measure::ordinal(nth)));
                format!("{}, {which} of each month, {hours}.", measure::months(Language::En, *first, *last))
            }
            Self::Paired { units, neighbourhoods, pairings, metres, ended } => {
                let ended = match ended {
                    0 => String::new(),
                    ended => format!("; {} ended as one of the two left", count(*ended, "more", "more")),
                };
                format!(
                    "{} and {} in {}, {metres} m in all{ended}.",
                    count(*units, "unit", "units"),
                    count(*neighbourhoods, "neighbourhood", "neighbourhoods"),
                    count(*pairings, "pairing", "pairings"),
                )
            }
            Self::Held { held, all } if held == all => format!("All {all} events are planned."),
            Self::Held { held, all } => format!("{held} of {} planned.", count(*all, "event", "events")),
            Self::Needs { met: 1, all: 1 } => "The one need of the neighbourhoods is met.".into(),
            Self::Needs { met, all } if met == all => {
                format!("All {} of the neighbourhoods are met.", count(*all, "need", "needs"))
            }
            Self::Needs { met, all } => {
                format!("{met} of {} of the neighbourhoods met.", count(*all, "need", "needs"))
            }
        }
    }
}

impl Phrase for ThursdayLevel {
    fn zh(&self) -> String {
        match self {
            Self::Pairing(level) => level.zh(),
            Self::Timetable(level) => level.zh(),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Pairing(level) => level.en(),
            Self::Timetable(level) => level.en(),
        }
    }
}
