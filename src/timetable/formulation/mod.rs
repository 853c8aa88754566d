//! The timetable as a linear program, for all pairings or for some that hang together.
//!
//! In: `Domain`, its Thursday Action and pairings. Out: [`Formulation`], a program and what its columns and rows
//! are about. Columns: y\[pairing,date,theme\] ∈ {0,1} for each choice that the eligibility rules allow, and what the
//! levels count with.

mod choices;
mod keep;
mod levels;
mod names;
mod rules;

use crate::{
    domain::{
        Domain,
        lot::lot,
        places::{NeighbourhoodIx, UnitIx},
        themes::ThemeIx,
        thursday::{Month, Pairing, ThursdayAction},
    },
    lp::{ColumnIx, Objective, Terms, value},
    planning::{
        earlier::Earlier,
        model::{Model, count},
        rules::Rulebook,
    },
    solver::{counting::counted, rows::Rows},
    timetable::{
        level::Level,
        roster::{Event, Timetable},
        rule::Rule,
    },
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What a column decides or counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnSubject {
    /// Whether an event is held.
    Event(Event),
    /// How often a theme returns to a neighbourhood within the months from one position to another.
    Returns(NeighbourhoodIx, ThemeIx, usize, usize),
    /// Whether a need is met.
    Met(NeighbourhoodIx, ThemeIx),
    /// Whether there is a further event of a theme at a neighbourhood; the second is the first further one.
    Further(NeighbourhoodIx, ThemeIx, usize),
    /// Events on the busiest Thursday of a month.
    Busiest(Month),
}

/// What a row says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowSubject {
    /// `one-event-a-month` of a pairing in a month.
    OneEventAMonth(Pairing, Month),
    /// `unit-one-place` of a unit on a day.
    UnitOnePlace(UnitIx, NaiveDate),
    /// `events-per-day` of a neighbourhood on a day.
    EventsPerDay(NeighbourhoodIx, NaiveDate),
    /// Counts how often a theme returns within some months, for the level `rested`.
    Rested(NeighbourhoodIx, ThemeIx, usize, usize),
    /// Tells whether a need is met, for the level `needs`.
    Needs(NeighbourhoodIx, ThemeIx),
    /// Counts the further events of a theme, for the level `variety`.
    Variety(NeighbourhoodIx, ThemeIx),
    /// A month's busiest Thursday has no fewer events than this one, for the level `spread`.
    Spread(NaiveDate),
    /// An event that a repair keeps.
    Settled(Event),
    /// Keeps what was reached on a level by the pairings that hang together with a neighbourhood.
    Kept(Level, NeighbourhoodIx),
}

/// The day on which each pairing comes in each month in which it holds something.
pub type Days = BTreeMap<(Pairing, Month), NaiveDate>;

/// Which levels a program has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Levels<'a> {
    /// Every level in force.
    All,
    /// Those above `spread`: all that can be told of pairings apart where the plan chooses the Thursdays.
    AboveSpread,
    /// Every level but `spread`: what pairings apart could reach if the others left every Thursday to them.
    ButSpread,
    /// Every level but `spread`, on days that are given.
    On(&'a Days),
}

/// One event that may be held, with the position of its pairing and of its month.
#[derive(Debug, Clone, Copy)]
struct Choice {
    pairing: usize,
    month: usize,
    event: Event,
    column: ColumnIx,
}

/// The program and what it is about.
#[derive(Debug)]
pub struct Formulation<'a> {
    setting: Setting<'a>,
    months: Vec<Month>,
    pairings: Vec<Pairing>,
    choices: Vec<Choice>,
    /// The program, what each column decides or counts and what each row says.
    pub model: Model<ColumnSubject, RowSubject, Level>,
}

/// For what a timetable is stated.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The campaign.
    pub domain: &'a Domain,
    /// Its Thursday Action.
    pub action: &'a ThursdayAction,
    /// The rules in force.
    pub rulebook: Rulebook<Rule>,
    /// The earlier plan, of which as little as possible is to change.
    pub previous: Option<&'a Earlier<Event>>,
}

impl<'a> Setting<'a> {
    /// Every rule in force and no earlier plan.
    pub fn of(domain: &'a Domain, action: &'a ThursdayAction) -> Self {
        Self { domain, action, rulebook: Rulebook::ALL, previous: None }
    }
}

/// States the timetable of `pairings`.
pub fn formulate<'a>(setting: Setting<'a>, pairings: &[Pairing], levels: Levels<'_>) -> Formulation<'a> {
    let mut formulation = Formulation::with_choices(setting, pairings, levels);
    if setting.rulebook.has(Rule::OneEventAMonth) {
        formulation.one_event_a_month();
    }
    if setting.rulebook.has(Rule::UnitOnePlace) {
        formulation.unit_one_place();
    }
    if setting.rulebook.has(Rule::EventsPerDay) {
        formulation.events_per_day();
    }
    if let Some(previous) = setting.previous {
        formulation.settled(previous);
        formulation.changes(previous);
    }
    formulation.held();
    formulation.moved();
    formulation.rested();
    formulation.needs();
    formulation.wanted();
    formulation.variety();
    if levels == Levels::All {
        formulation.spread();
    }
    if levels != Levels::AboveSpread {
        formulation.lot();
    }
    formulation
}

impl Formulation<'_> {
    /// The timetable that a point of the program stands for.
    pub fn timetable(&self, point: &[i64]) -> Timetable {
        let held = self.choices.iter().filter(|choice| point[choice.column.0] == 1);
        let mut events: Vec<Event> = held.map(|choice| choice.event).collect();
        events.sort_unstable();
        Timetable { events }
    }

    /// The value of each level of the program for a timetable.
    pub fn reached(&self, timetable: &Timetable) -> Vec<i64> {
        let mut point: Vec<i64> = self.model.program.columns.iter().map(|column| column.lower).collect();
        for choice in &self.choices {
            point[choice.column.0] = i64::from(timetable.events.binary_search(&choice.event).is_ok());
        }
        let point = counted(&self.model.program, &Rows::of(&self.model.program), point);
        let reached = |level: &Objective| i128::from(level.constant) + value(&level.terms, &point);
        self.model
            .program
            .levels
            .iter()
            .map(|level| i64::try_from(reached(level)).unwrap_or(i64::MAX))
            .collect()
    }

    /// How many pairings could hold something in how many months, all told.
    pub fn slots(&self) -> usize {
        distinct(&self.choices, |choice| (choice.pairing, choice.month))
    }

    /// What a level counts where a group of pairings holds nothing at all.
    fn constant(&self, level: Level, group: &[Pairing], terms: &Terms) -> i64 {
        match level {
            Level::Held => count(group.len() * self.months.len()),
            Level::Changes => count(terms.len()),
            _ => 0,
        }
    }

    /// The choices in groups of one key, each in order.
    fn grouped<K: Ord>(&self, key: impl Fn(&Choice) -> K) -> BTreeMap<K, Vec<Choice>> {
        let mut groups: BTreeMap<K, Vec<Choice>> = BTreeMap::new();
        for choice in &self.choices {
            groups.entry(key(choice)).or_default().push(*choice);
        }
        groups
    }
}

fn ones(choices: &[Choice]) -> Terms {
    choices.iter().map(|choice| (choice.column, 1)).collect()
}

/// How many different keys the choices have.
fn distinct<K: Ord>(choices: &[Choice], key: impl Fn(&Choice) -> K) -> usize {
    let mut keys: Vec<K> = choices.iter().map(key).collect();
    keys.sort_unstable();
    keys.dedup();
    keys.len()
}

/// What the lot draws for an event.
pub fn drawn(domain: &Domain, event: &Event) -> i64 {
    let unit = &domain.unit(event.unit).id;
    let neighbourhood = &domain.neighbourhood(event.neighbourhood).id;
    let theme = &domain.theme(event.theme).id;
    lot(&[&domain.campaign.seed, unit, neighbourhood, &event.date.to_string(), theme])
}
