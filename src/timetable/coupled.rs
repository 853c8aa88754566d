//! The levels from `spread` on, for all pairings together, on the optimal faces of the levels above.
//!
//! A small campaign is one program. In a large one the lot is brought down in turns, over the days with the themes
//! given and over the themes with the days given. It is then no more than good; its bound is what the parts could
//! reach if the others left every Thursday to them. Where every pairing holds something whenever it could, a
//! month's days depend on nothing but the month, and `spread` is proven month by month; otherwise its bound is
//! that the events of all months share the Thursdays evenly.

use crate::{
    domain::{
        themes::ThemeIx,
        thursday::{Month, Pairing},
    },
    lp::{LevelResult, Sense},
    planning::{
        model::count,
        outcome::{Defect, Found, Outcome, solve},
    },
    solver::Watch,
    timetable::{
        formulation::{Days, Formulation, Levels, Setting, drawn, formulate},
        level::Level,
        month,
        parts::{added, solved_apart},
        roster::Timetable,
    },
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Up to so many columns the rest is one program.
const SMALL: usize = 250;

/// How often days and themes take turns.
const TURNS: usize = 3;

/// Solves the levels from `spread` on for all groups, keeping what each has reached above.
pub(super) fn together(
    setting: Setting<'_>,
    groups: &[Vec<Pairing>],
    parts: &[Found<Timetable, Level>],
    watch: &dyn Watch,
) -> Result<Outcome<Found<Timetable, Level>>, Defect> {
    let all: Vec<Pairing> = groups.iter().flatten().copied().collect();
    let formulation = formulate(setting, &all, Levels::All);
    let events: usize = parts.iter().map(|part| part.roster.events.len()).sum();
    let is_settled = events == formulation.slots();
    let turns = Turns { setting, groups, is_settled, watch };
    // Taking turns would move what the earlier plan had.
    let rest = if formulation.model.columns.len() <= SMALL || setting.previous.is_some() {
        turns.undivided(formulation, parts)?
    } else {
        turns.take()?
    };
    Ok(rest.map(|mut found| {
        let mut levels = added(parts).levels;
        levels.append(&mut found.levels);
        if !levels.iter().all(|level| level.proven) {
            let formulation = formulate(setting, &all, Levels::All);
            count_again(&mut levels, &formulation.reached(&found.roster));
        }
        Found { roster: found.roster, levels }
    }))
}

/// What was not brought to its end apart may be other in the whole: the levels get the values that it reaches.
fn count_again(levels: &mut [LevelResult<Level>], values: &[i64]) {
    let mut above = true;
    for (level, &value) in levels.iter_mut().zip(values) {
        above &= level.proven && value == level.value;
        (level.value, level.proven) = (value, above);
    }
}

struct Turns<'a> {
    setting: Setting<'a>,
    groups: &'a [Vec<Pairing>],
    /// Whether every pairing holds something in every month in which it could.
    is_settled: bool,
    watch: &'a dyn Watch,
}

impl Turns<'_> {
    /// Everything in one program. Where the months are settled, each has a busiest day that is known beforehand:
    /// without it the relaxation would spread events evenly over all Thursdays and prove next to nothing.
    fn undivided(
        &self,
        mut formulation: Formulation<'_>,
        parts: &[Found<Timetable, Level>],
    ) -> Result<Outcome<Found<Timetable, Level>>, Defect> {
        let reached: Vec<Vec<LevelResult<Level>>> = parts.iter().map(|part| part.levels.clone()).collect();
        let months = if self.is_settled {
            self.months(&added(parts).roster)?
        } else {
            Outcome::Planned(Months::new())
        };
        months.and_then(|months| {
            for (of, (_, spread)) in months {
                formulation.raise_busiest(of, spread.bound);
            }
            formulation.keep(self.groups, &reached);
            solve(&formulation.model, &formulation, self.watch, |point| formulation.timetable(point))
        })
    }

    fn take(&self) -> Result<Outcome<Found<Timetable, Level>>, Defect> {
        let free = self.themes(Levels::ButSpread)?;
        let Outcome::Planned(mut best) = free else { return Ok(free) };
        let bound = best.levels.last().map_or(0, |lot| lot.bound);
        let mut spread = Vec::new();
        for _ in 0..TURNS {
            let Outcome::Planned(days) = self.days(&best.roster)? else { return Ok(Outcome::NothingFound) };
            spread = days.levels;
            let turn = self.themes(Levels::On(&days.roster))?;
            let Outcome::Planned(turn) = turn else { return Ok(turn) };
            if turn.roster == best.roster {
                break;
            }
            best = turn;
        }
        if !self.is_settled {
            let bound = self.even_spread(best.roster.events.len());
            for level in &mut spread {
                level.bound = bound;
                level.proven &= level.value == bound;
            }
        }
        let value: i64 = best.roster.events.iter().map(|event| drawn(self.setting.domain, event)).sum();
        spread.push(LevelResult {
            level: Level::Lot,
            sense: Sense::Min,
            value,
            bound,
            proven: value == bound,
        });
        Ok(Outcome::Planned(Found { roster: best.roster, levels: spread }))
    }

    /// What `spread` is at least for so many events in the period.
    fn even_spread(&self, events: usize) -> i64 {
        let most =
            self.setting.action.months().into_iter().map(|month| month.thursdays().len()).max().unwrap_or(1);
        count(events.div_ceil(most))
    }

    /// The best themes of each group, added up.
    fn themes(&self, levels: Levels<'_>) -> Result<Outcome<Found<Timetable, Level>>, Defect> {
        Ok(solved_apart(self.setting, self.groups, levels, self.watch)?.map(|parts| added(&parts)))
    }

    /// The days of each month for the themes of a timetable, with the level `spread` alone.
    fn days(&self, timetable: &Timetable) -> Result<Outcome<Found<Days, Level>>, Defect> {
        Ok(self.months(timetable)?.map(|months| {
            let mut days = Days::new();
            // Where nothing is held no day is busy.
            let level = Level::Spread;
            let mut sum = LevelResult { level, sense: Sense::Min, value: 0, bound: 0, proven: true };
            for (of, (on, spread)) in months {
                days.extend(on.into_iter().map(|(pairing, date)| ((pairing, of), date)));
                sum.value += spread.value;
                sum.bound += spread.bound;
                sum.proven &= spread.proven;
            }
            Found { roster: days, levels: vec![sum] }
        }))
    }

    /// Each month by itself: on which day each pairing holds what it holds there, and how busy the busiest is.
    fn months(&self, timetable: &Timetable) -> Result<Outcome<Months>, Defect> {
        let mut held: BTreeMap<Month, Vec<(Pairing, ThemeIx)>> = BTreeMap::new();
        for event in &timetable.events {
            held.entry(Month::of(event.date)).or_default().push((event.pairing(), event.theme));
        }
        let mut months = Months::new();
        for (of, held) in held {
            let formulation = month::formulate(self.setting.domain, self.setting.action, of, &held);
            match solve(&formulation.model, &formulation, self.watch, |point| formulation.days(point))? {
                Outcome::Planned(Found { roster: days, levels }) => {
                    months.extend(levels.into_iter().next().map(|spread| (of, (days, spread))));
                }
                other => return Ok(other.map(|_| Months::new())),
            }
        }
        Ok(Outcome::Planned(months))
    }
}

/// Each month's days by pairing, and its level `spread`.
type Months = BTreeMap<Month, (Vec<(Pairing, NaiveDate)>, LevelResult<Level>)>;
