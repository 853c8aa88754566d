//! The plan in rows and columns: what stands in the workbook's sheets and in the files of comma-separated values.
//!
//! In: an [`Edition`]. Out: a [`View`] for each sheet that has rows, in the order of the workbook.

mod action;
pub mod csv;
mod roster;
pub mod xlsx;

use crate::render::{
    action::Action,
    block::{Cell, Field, Give, Item, Section, Table},
    edition::Edition,
    experience::{remainder, roster::Order, summary},
    facts::words::Head,
    levels, pairing, thursday, timetable,
    wording::{Phrase, measure},
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
        views.push((Title::Pairings, action::pairings(action)));
        views.push((Title::Year, action::year(action)));
        views.push((Title::Events, action::events(action)));
    }
    views.extend([(Title::Open, left(edition, action)), (Title::Levels, levels(edition, action))]);
    views.retain(|(_, table)| !table.is_empty());
    views.into_iter().map(|(title, table)| View { title, table }).collect()
}

/// Who is not placed, which needs are not met, which units and months are without, and why.
fn left(edition: Edition<'_>, action: Option<Action<'_>>) -> Table {
    let mut sections = vec![remainder::unplaced(edition), remainder::shortages(edition)];
    let of_action = |action| [pairing::unpaired(action), timetable::not_held::section(action)];
    sections.extend(action.map(of_action).into_iter().flatten());
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
