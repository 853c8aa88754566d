//! The report on one page (一页纸汇报): for the leader, figures first, then what could not be met.
//!
//! In: [`Edition`]. Out: a page, and never a second. Who is not placed and which places are open stands first, by name whatever
//! the room: before it is cut the months that moved are counted, small rows stand together, and reasons are left out.

use crate::{
    domain::{
        people::AmbassadorIx,
        places::{PostIx, UnitIx},
    },
    render::{
        action::Action,
        block::{Block, Cell, Field, Give, Section, Table, filled},
        departure::Departures,
        edition::Edition,
        html::{Sheet, section::sections, summary},
        letter::words::Part,
        thursday::{self, Heading as ThursdayHeading},
        wording::{Phrase, count, list, measure},
    },
};
use maud::{Markup, html};
use std::collections::BTreeMap;
use unicode_width::UnicodeWidthStr;

/// Lines for which a page has room below its head.
const ROOM: usize = 44;

/// Rows of the two tables at least and at most; rows in which somebody counts twice find room up to `VARIED` of them.
const ROWS: std::ops::RangeInclusive<usize> = 5..=28;
const VARIED: usize = 15;

/// Columns of a line of the title, and how many lines of the text such a line takes.
const TITLE: usize = 44;
const TALL: usize = 2;

/// Lines above the rows of a table.
const TABLE_HEAD: usize = 3;

/// How many lines of text so many rows are high.
const ROW: (usize, usize) = (9, 8);

/// Columns of a line over the whole page.
const LINE: usize = 92;

/// Lines at least for the names of each kind of what could not be met.
const FEWEST_LINES: usize = 2;

/// Columns of a name in a table.
const NAME: usize = 24;

/// The page; `None` where nobody is placed and nothing is held.
pub fn body(edition: Edition<'_>) -> Option<Markup> {
    let header = &edition.domain.campaign;
    let action = Action::of(edition).filter(|action| !action.plan.pairings.pairings.is_empty());
    if edition.plan.experience.roster.placements.is_empty() && action.is_none() {
        return None;
    }
    let mut reached = summary::figures(edition);
    reached.extend(so_far(edition));
    let departed = kept(edition, &Departures::of(edition).section(edition), 6);
    let said: usize = reached.iter().map(|one| lines_of(one)).sum();
    let title = format!("{} · {}", header.name, edition.say(Sheet::Report)).width().div_ceil(TITLE);
    let head = TALL * (title.max(1) - 1) + header.organizer.as_deref().map_or(0, lines_of).saturating_sub(1);
    let room = ROOM.saturating_sub(head + said + lines(&departed));
    let all_open: usize = open(edition, ROOM).iter().map(lines).sum();
    let varied = [branches(edition, usize::MAX), units(edition, usize::MAX)].map(|table| varied(&table));
    let fewest = (varied.into_iter().max().unwrap_or_default() + 1).clamp(*ROWS.start(), VARIED);
    let needed = all_open + tall_rows(fewest);
    let of_action = |is_short| action.map(|action| of_action(action, is_short)).unwrap_or_default();
    let taken = |sections: &[Section]| sections.iter().map(lines).sum::<usize>();
    let long = of_action(false);
    let of_action = if taken(&long) + needed > room { of_action(true) } else { long };
    let room = room.saturating_sub(taken(&of_action));
    let rows = (room.saturating_sub(all_open + TABLE_HEAD) * ROW.1 / ROW.0).clamp(fewest, *ROWS.end());
    let rows = if room < needed { *ROWS.start() } else { rows };
    let tables = [branches(edition, rows), units(edition, rows)];
    let open =
        open(edition, room.saturating_sub(tables.iter().map(lines_of_table).max().unwrap_or_default()));
    Some(html! {
        main {
            header.head {
                @if let Some(organizer) = &header.organizer { p.campaign { (organizer) } }
                h1 { (header.name) " · " (edition.say(Sheet::Report)) }
                p { (measure::period(edition.language, header.season)) }
                p.issued { (edition.say(Part::Issued(edition.copy.issued))) }
            }
            (sections([Section::sentences(reached)], edition.language))
            (sections(open.into_iter().chain([departed]), edition.language))
            div.beside { @for table in filled(tables) { div { (sections([table], edition.language)) } } }
            (sections(of_action, edition.language))
        }
    })
}

/// How much of it is over on the day of the report, where some is.
fn so_far(edition: Edition<'_>) -> Option<String> {
    let placements = &edition.plan.experience.roster.placements;
    let over = placements.iter().filter(|one| edition.is_over(one.date)).count();
    let events = edition.plan.thursday_action.as_ref().map_or(&[][..], |plan| &plan.timetable.events);
    let held = events.iter().filter(|event| edition.is_over(event.date)).count();
    let visits = (over > 0).then_some([over, placements.len() - over]);
    let events = (held > 0).then_some([held, events.len() - held]);
    (over + held > 0).then(|| edition.say(Said::SoFar { visits, events }))
}

/// How many sign up and are placed from each branch.
fn branches(edition: Edition<'_>, most: usize) -> Section {
    let mut rows: Vec<Row> = Vec::new();
    let mut at: BTreeMap<String, usize> = BTreeMap::new();
    for person in edition.ambassadors() {
        let branch = edition.organization(person);
        let row = *at.entry(branch.clone()).or_insert_with(|| {
            let name = if branch.is_empty() { edition.say(Said::NoBranch) } else { branch };
            rows.push(Row { name, figures: vec![0; 4] });
            rows.len() - 1
        });
        for (figure, more) in rows[row].figures.iter_mut().zip(of_person(edition, person)) {
            *figure += more;
        }
    }
    // Where nobody said from where, there is nothing to tell apart.
    if at.keys().all(String::is_empty) {
        rows.clear();
    }
    let heads = [Said::Branch, Said::SignedUp, Said::Placed, Said::Placements, Said::FirstWish];
    table(edition, Said::ByBranch, heads, folded(edition, rows, Said::OtherBranches, most))
}

/// Whether somebody signed up and is placed, how often, and how often at the first wish.
fn of_person(edition: Edition<'_>, person: AmbassadorIx) -> [i64; 4] {
    let placements = &edition.plan.experience.roster.placements;
    let own = || placements.iter().filter(|one| one.ambassador == person);
    let wished = |number| edition.domain.ambassador(person).wish_number(number) == Some(1);
    let first = own().filter(|one| wished(one.session())).count();
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    [1, i64::from(own().next().is_some()), number(own().count()), number(first)]
}

/// How many are wanted and come to each unit that lends a post.
fn units(edition: Edition<'_>, most: usize) -> Section {
    let domain = edition.domain;
    let [there, _] = Departures::of(edition).posts(edition);
    let row = |unit: UnitIx| {
        let posts: Vec<PostIx> =
            there.iter().copied().filter(|&post| domain.post(post).unit == unit).collect();
        let wanted: u64 = posts.iter().map(|&post| domain.wanted(post)).sum();
        let placements = edition.plan.experience.roster.placements.iter();
        let come = placements.filter(|one| posts.contains(&one.post)).count();
        let numbers = [posts.len(), usize::try_from(wanted).unwrap_or(usize::MAX), come];
        let figures = numbers.map(|number| i64::try_from(number).unwrap_or(i64::MAX)).to_vec();
        (!posts.is_empty()).then(|| Row { name: edition.names.unit(unit).to_owned(), figures })
    };
    let rows = edition.units().into_iter().filter_map(row).collect();
    let heads = [Said::Unit, Said::Posts, Said::Wanted, Said::Placements];
    table(edition, Said::ByUnit, heads, folded(edition, rows, Said::OtherUnits, most))
}

/// A name with its figures.
struct Row {
    name: String,
    figures: Vec<i64>,
}

/// The rows for which there is room: where it is not enough, the largest, and the others together.
fn folded(edition: Edition<'_>, mut rows: Vec<Row>, others: fn(usize) -> Said, most: usize) -> Vec<Row> {
    let tall = |row: &Row| row.name.width().div_ceil(NAME).max(1);
    if rows.iter().map(tall).sum::<usize>() < most {
        return rows;
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.figures.clone()));
    let mut taken = 0;
    let fits = |row: &&Row| {
        taken += tall(row);
        taken < most - 1
    };
    let kept = rows.iter().take_while(fits).count();
    let rest = rows.split_off(kept);
    let mut figures = vec![0; rest[0].figures.len()];
    for row in &rest {
        for (sum, figure) in figures.iter_mut().zip(&row.figures) {
            *sum += figure;
        }
    }
    rows.push(Row { name: edition.say(others(rest.len())), figures });
    rows
}

fn table<const N: usize>(edition: Edition<'_>, heading: Said, heads: [Said; N], rows: Vec<Row>) -> Section {
    let fields = heads.into_iter().enumerate().map(|(at, head)| {
        Field::new(edition.say(head), Give::Firm, move |row: &Row| match at.checked_sub(1) {
            None => Cell::Text(row.name.clone()),
            Some(figure) => Cell::Number(row.figures[figure]),
        })
    });
    Section::new(edition.say(heading), vec![Table::of(&fields.collect::<Vec<_>>(), &[rows]).into()])
}

/// The figures of the Thursday Action, and which months are moved or without, in short as numbers.
fn of_action(action: Action<'_>, is_short: bool) -> Vec<Section> {
    let [_, unpaired, moved, not_held, _] = thursday::remainder(action);
    let heading = action.edition.say(ThursdayHeading::ThursdayAction);
    let mut first = Section::sentences(thursday::reached(action));
    first.heading = heading;
    let rest = [unpaired, moved, not_held].into_iter().filter(|section| section.items().next().is_some());
    if is_short {
        let counted = |section: Section| Said::Counted(section.heading.clone(), section.items().count());
        first.blocks.push(Block::Sentences(rest.map(|one| action.edition.say(counted(one))).collect()));
        return vec![first];
    }
    std::iter::once(first).chain(rest.map(|section| kept(action.edition, &section, 6))).collect()
}

/// What could not be met and why, each kind with its share of the lines that are left.
fn open(edition: Edition<'_>, room: usize) -> Vec<Section> {
    let [unplaced, shortages, unfulfilled, apart, _] = summary::open(edition);
    let mut open = vec![unplaced, shortages, unfulfilled, apart];
    open.retain(|section| section.items().next().is_some());
    let (kinds, mut room) = (open.len(), room);
    let shared = open.into_iter().enumerate().map(|(at, section)| {
        let section = kept(edition, &section, room / (kinds - at));
        room = room.saturating_sub(lines(&section));
        section
    });
    shared.collect()
}

/// A list where there are lines for it, or else of whom it is on one line, and where that has no room of how many more.
fn kept(edition: Edition<'_>, section: &Section, room: usize) -> Section {
    let items: Vec<String> = section.items().map(|item| item.text.clone()).collect();
    if items.is_empty() {
        return Section::default();
    }
    let whole = Section::list(section.heading.clone(), items.clone());
    if lines(&whole) <= room {
        return whole;
    }
    let mut names: Vec<String> = Vec::new();
    for item in &items {
        let name = item.split([':', '：']).next().unwrap_or_default().to_owned();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let all = names.len();
    let say = |names: &[String]| {
        let names = (list(edition.language, names), all - names.len());
        edition.say(Said::Named { heading: section.heading.clone(), names: names.0, more: names.1 })
    };
    while names.len() > 1 && lines_of(&say(&names)) > room.max(FEWEST_LINES) {
        names.pop();
    }
    Section::sentences(vec![say(&names)])
}

/// Rows of a table in which something counts more than once.
fn varied(section: &Section) -> usize {
    let is_varied = |row: &&Vec<Cell>| row.iter().any(|cell| matches!(cell, Cell::Number(more) if *more > 1));
    rows_of(section).filter(is_varied).count()
}

fn rows_of(section: &Section) -> impl Iterator<Item = &Vec<Cell>> {
    let tables = section.blocks.iter().filter_map(|block| match block {
        Block::Tables(tables) => Some(tables.iter().flatten().flat_map(Table::rows)),
        _ => None,
    });
    tables.flatten()
}

/// How many lines a table with so many rows takes.
fn tall_rows(rows: usize) -> usize {
    if rows == 0 { 0 } else { (rows * ROW.0).div_ceil(ROW.1) + TABLE_HEAD }
}

fn lines(section: &Section) -> usize {
    let heading = if section.heading.is_empty() { 0 } else { 2 };
    let of_block = |block: &Block| match block {
        Block::Sentences(said) => said.iter().map(|one| lines_of(one)).sum(),
        Block::List(items) => items.iter().map(|item| lines_of(&item.text)).sum(),
        Block::Entries(..) | Block::Tables(_) => 0,
    };
    heading + section.blocks.iter().map(of_block).sum::<usize>()
}

fn lines_of(text: &str) -> usize {
    text.width().div_ceil(LINE).max(1)
}

fn lines_of_table(section: &Section) -> usize {
    tall_rows(rows_of(section).map(|row| tall(row)).sum())
}

fn tall(row: &[Cell]) -> usize {
    match row.first() {
        Some(Cell::Text(name)) => name.width().div_ceil(NAME).max(1),
        _ => 1,
    }
}

/// What the report says by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Said {
    /// Above the figures of the branches.
    ByBranch,
    /// Above the figures of the units.
    ByUnit,
    /// Column: from where people come.
    Branch,
    /// Somebody said nothing of it.
    NoBranch,
    /// Column: who signed up.
    SignedUp,
    /// Column: who is placed.
    Placed,
    /// Column: how often.
    Placements,
    /// Column: at the first wish.
    FirstWish,
    /// Column: the unit.
    Unit,
    /// Column: how many posts it lends.
    Posts,
    /// Column: how many are wanted.
    Wanted,
    /// The smaller branches together.
    OtherBranches(usize),
    /// The smaller units together.
    OtherUnits(usize),
    /// How many visits and events are over, and how many are to come.
    SoFar { visits: Option<[usize; 2]>, events: Option<[usize; 2]> },
    /// Of whom a list is, and of how many more, all told elsewhere.
    Named { heading: String, names: String, more: usize },
    /// How many a list has, which is told elsewhere.
    Counted(String, usize),
}

impl Phrase for Said {
    fn zh(&self) -> String {
        match self {
            Self::ByBranch => "各党组织（单位）报名和安排情况".into(),
            Self::ByUnit => "各体验单位接待".into(),
            Self::Branch => "党组织（单位）".into(),
            Self::NoBranch => "未注明".into(),
            Self::SignedUp => "报名".into(),
            Self::Placed => "安排".into(),
            Self::Placements => "人次".into(),
            Self::FirstWish => "第一志愿".into(),
            Self::Unit => "体验单位".into(),
            Self::Posts => "岗位".into(),
            Self::Wanted => "需要".into(),
            Self::OtherBranches(number) => format!("其余 {number} 个党组织（单位）"),
            Self::OtherUnits(number) => format!("其余 {number} 家单位"),
            Self::SoFar { visits, events } => {
                let visits = visits.map(|[over, ahead]| format!("体验已过 {over} 人次，还有 {ahead} 人次"));
                let events = events.map(|[over, ahead]| format!("主题活动已过 {over} 场，还有 {ahead} 场"));
                let parts: Vec<String> = visits.into_iter().chain(events).collect();
                format!("进度：{}。", parts.join("；"))
            }
            Self::Named { heading, names, more: 0 } => format!("{heading}：{names}。原因见《安排小结》。"),
            Self::Named { heading, names, more } => {
                format!("{heading}：{names}，另有 {more} 项。详见《安排小结》。")
            }
            Self::Counted(heading, number) => format!("{heading}：{number} 项，详见《安排小结》。"),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::ByBranch => "By branch".into(),
            Self::ByUnit => "By unit".into(),
            Self::Branch => "Branch".into(),
            Self::NoBranch => "not said".into(),
            Self::SignedUp => "Signed up".into(),
            Self::Placed => "Placed".into(),
            Self::Placements => "Visits".into(),
            Self::FirstWish => "1st wish".into(),
            Self::Unit => "Unit".into(),
            Self::Posts => "Posts".into(),
            Self::Wanted => "Wanted".into(),
            Self::OtherBranches(number) => count(*number, "other branch", "other branches"),
            Self::OtherUnits(number) => count(*number, "other unit", "other units"),
            Self::SoFar { visits, events } => {
                let visits =
                    visits.map(|[over, ahead]| format!("{over} visits are over, {ahead} are to come"));
                let events =
                    events.map(|[over, ahead]| format!("{over} events are over, {ahead} are to come"));
                let parts: Vec<String> = visits.into_iter().chain(events).collect();
                format!("So far: {}.", parts.join("; "))
            }
            Self::Named { heading, names, more: 0 } => format!("{heading}: {names}. The summary says why."),
            Self::Named { heading, names, more } => {
                format!("{heading}: {names}, and {more} more in the summary.")
            }
            Self::Counted(heading, number) => format!("{heading}: {number}, in the summary."),
        }
    }
}
