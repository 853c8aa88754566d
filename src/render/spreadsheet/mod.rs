//! The plan in rows and columns: what stands in the workbook's sheets and in the files of comma-separated values.
//!
//! In: an [`Edition`]. Out: a [`View`] for each sheet that has rows, in the order of the workbook.

pub mod csv;
pub(in crate::render) mod guard;
mod pairing;
mod roster;
mod timetable;
pub mod xlsx;

use crate::{
    domain::{
        places::{Neighbourhood, Unit},
        thursday::Pairing,
    },
    render::{
        action::Action,
        block::{Cell, Field, Give, Item, Section, Table},
        detail::Order,
        edition::Edition,
        experience::{remainder, summary},
        facts::words::Head,
        levels, thursday,
        wording::{Phrase, measure},
    },
};
use chrono::{Datelike, NaiveDate};

/// One sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// What it shows.
    pub title: Title,
    /// Its rows.
    pub table: Table,
}

/// Every sheet that has rows.
pub fn views(edition: Edition<'_>) -> Vec<View> {
    let roster = |order| (Title::Roster(order), roster::table(edition, order));
    let mut views: Vec<(Title, Table)> = Order::ALL.into_iter().map(roster).collect();
    let action = Action::of(edition);
    if let Some(action) = action {
        views.push((Title::Pairings, pairing::pairings(action)));
        views.push((Title::Year, timetable::year(action)));
        views.push((Title::Events, timetable::events(action)));
    }
    views.extend([(Title::Open, left(edition, action)), (Title::Levels, levels(edition, action))]);
    views.retain(|(_, table)| !table.is_empty());
    views.into_iter().map(|(title, table)| View { title, table }).collect()
}

/// Who is not placed, which needs are not met, which units and months are without, and why.
fn left(edition: Edition<'_>, action: Option<Action<'_>>) -> Table {
    let mut sections = vec![remainder::unplaced(edition), remainder::shortages(edition)];
    sections.extend(action.map(thursday::without).into_iter().flatten());
    let rows = sections.iter().flat_map(|section| section.items().map(move |item| (section, item)));
    let fields = [
        field(edition, Head::Kind, |(section, _): &(&Section, &Item)| Cell::Text(section.heading.clone())),
        field(edition, Head::Said, |(_, item): &(&Section, &Item)| Cell::Text(item.text.clone())),
    ];
    Table::of(&fields, &[rows.collect()])
}

/// The levels of the experience and of the Thursday Action.
fn levels(edition: Edition<'_>, action: Option<Action<'_>>) -> Table {
    let mut named = summary::named(edition);
    named.extend(action.into_iter().flat_map(thursday::named));
    levels::table(edition, &named).numbered(edition.say(Head::Order))
}

/// What a column says of a unit and a neighbourhood.
type Say = fn(&Unit, &Neighbourhood) -> Option<String>;

/// A column that speaks of who is paired.
fn words<'a, T: 'a>(action: Action<'a>, head: Head, pairing: fn(&T) -> Pairing, say: Say) -> Field<'a, T> {
    let domain = action.edition.domain;
    field(action.edition, head, move |one| {
        let Pairing { unit, neighbourhood } = pairing(one);
        Cell::words(say(domain.unit(unit), domain.neighbourhood(neighbourhood)))
    })
}

/// A column of a sheet, which finds its width by itself.
fn field<'a, T>(edition: Edition<'_>, head: impl Phrase, cell: impl Fn(&T) -> Cell + 'a) -> Field<'a, T> {
    Field::new(edition.say(head), Give::Wraps(0), cell)
}

fn weekday(edition: Edition<'_>, date: NaiveDate) -> Cell {
    Cell::Text(measure::weekday(edition.language, date.weekday()))
}

/// The name of a view: a sheet of the workbook, or a file of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Title {
    /// The roster in an order.
    Roster(Order),
    /// Who is paired with whom.
    Pairings,
    /// The year of the Thursday Action.
    Year,
    /// The events of the Thursday Action.
    Events,
    /// What is left open.
    Open,
    /// The levels.
    Levels,
}

impl Phrase for Title {
    fn zh(&self) -> String {
        match self {
            Self::Roster(order) => return order.zh(),
            Self::Pairings => "周四行动结对",
            Self::Year => "周四行动全年",
            Self::Events => "主题活动",
            Self::Open => "待安排与空岗",
            Self::Levels => "逐项结果",
        }
        .into()
    }

    fn en(&self) -> String {
        match self {
            Self::Roster(Order::Date) => "By date",
            Self::Roster(Order::Unit) => "By unit",
            Self::Roster(Order::Ambassador) => "By ambassador",
            Self::Pairings => "Thursday pairings",
            Self::Year => "Thursday year",
            Self::Events => "Thursday events",
            Self::Open => "Left open",
            Self::Levels => "Levels",
        }
        .into()
    }
}
