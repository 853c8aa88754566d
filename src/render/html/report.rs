//! The report on one page (一页纸汇报): for the leader, figures first and what could not be met last.
//!
//! In: [`Edition`]. Out: a page, and never a second: the smaller rows stand together, and what finds no room is counted.

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
        wording::{Phrase, count, measure},
    },
};
use maud::{Markup, html};
use std::collections::BTreeMap;
use unicode_width::UnicodeWidthStr;

/// Lines for which a page has room below its head.
const ROOM: usize = 44;

/// Rows of the two tables for which there is room beside all that could not be met.
const ROWS: std::ops::RangeInclusive<usize> = 15..=28;

/// Columns of a line of the title, and how many lines of the text such a line takes.
const TITLE: usize = 44;
const TALL: usize = 2;

/// Lines above the rows of a table.
const TABLE_HEAD: usize = 3;

/// Columns of a line over the whole page.
const LINE: usize = 92;

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
    let left = kept(edition, Departures::of(edition).section(edition), 8);
    let of_action = action.map(of_action).unwrap_or_default();
    let said: usize = reached.iter().map(|one| lines_of(one)).sum();
    let title = format!("{} · {}", header.name, edition.say(Sheet::Report)).width().div_ceil(TITLE);
    let head = TALL * (title.max(1) - 1) + header.organizer.as_deref().map_or(0, lines_of).saturating_sub(1);
    let of_action: Vec<Section> =
        std::iter::once(left).filter(|left| !left.blocks.is_empty()).chain(of_action).collect();
    let left = ROOM.saturating_sub(head + said + of_action.iter().map(lines).sum::<usize>());
    let all_open: usize = open(edition, ROOM).iter().map(lines).sum();
    let rows = left.saturating_sub(all_open + TABLE_HEAD).clamp(*ROWS.start(), *ROWS.end());
    let tables = [branches(edition, rows), units(edition, rows)];
    let taken = tables.iter().map(lines_of_table).max().unwrap_or_default();
    let open = open(edition, left.saturating_sub(taken));
    Some(html! {
        main {
            header.head {
                @if let Some(organizer) = &header.organizer { p.campaign { (organizer) } }
                h1 { (header.name) " · " (edition.say(Sheet::Report)) }
                p { (measure::period(edition.language, header.season)) }
                p.issued { (edition.say(Part::Issued(edition.copy.issued))) }
            }
            (sections([Section::sentences(reached)], edition.language))
            div.beside { @for table in filled(tables) { div { (sections([table], edition.language)) } } }
            (sections(of_action.into_iter().chain(open), edition.language))
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
    let row = |unit: UnitIx| {
        let posts = (0..domain.posts.len())
            .map(PostIx)
            .filter(|&post| domain.post(post).unit == unit && edition.takes_part(post));
        let posts: Vec<PostIx> = posts.collect();
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

/// The figures of the Thursday Action, and which months are moved or without.
fn of_action(action: Action<'_>) -> Vec<Section> {
    let [_, unpaired, moved, not_held, _] = thursday::remainder(action);
    let heading = action.edition.say(ThursdayHeading::ThursdayAction);
    let mut first = Section::sentences(thursday::reached(action));
    first.heading = heading;
    let rest = [unpaired, moved, not_held].map(|section| kept(action.edition, section, 6));
    std::iter::once(first).chain(rest.into_iter().filter(|section| !section.blocks.is_empty())).collect()
}

/// What could not be met and why, each kind with its share of the lines that are left.
fn open(edition: Edition<'_>, room: usize) -> Vec<Section> {
    let [unplaced, shortages, unfulfilled, apart, _] = summary::open(edition);
    let mut open = vec![unplaced, shortages, unfulfilled, apart];
    open.retain(|section| section.items().next().is_some());
    let (kinds, mut room) = (open.len(), room);
    let shared = open.into_iter().enumerate().map(|(at, section)| {
        let section = kept(edition, section, room / (kinds - at));
        room = room.saturating_sub(lines(&section));
        section
    });
    shared.collect()
}

/// A list with as many of its items as there are lines for, and how many are not told.
fn kept(edition: Edition<'_>, section: Section, room: usize) -> Section {
    let items: Vec<String> = section.items().map(|item| item.text.clone()).collect();
    if items.is_empty() {
        return Section::default();
    }
    let all = items.len();
    let whole = Section::list(section.heading.clone(), items.clone());
    if lines(&whole) <= room {
        return whole;
    }
    // One line is the heading's, one tells of the rest.
    let mut left = room.saturating_sub(3);
    let fits = |item: &String| {
        let tall = lines_of(item);
        let fits = tall <= left;
        left = left.saturating_sub(tall);
        fits
    };
    let mut told: Vec<String> = items.into_iter().take_while(fits).collect();
    let rest = all - told.len();
    told.push(edition.say(if told.is_empty() { Said::AllInSummary(rest) } else { Said::InSummary(rest) }));
    Section::list(section.heading, told)
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
    let rows = section.blocks.iter().map(|block| match block {
        Block::Tables(tables) => tables.iter().flatten().flat_map(Table::rows).map(|row| tall(row)).sum(),
        _ => 0,
    });
    let rows: usize = rows.sum();
    if rows == 0 { 0 } else { rows + TABLE_HEAD }
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
    /// So many more are told elsewhere.
    InSummary(usize),
    /// All of them are.
    AllInSummary(usize),
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
            Self::InSummary(number) => format!("另有 {number} 项，见《安排小结》。"),
            Self::AllInSummary(number) => format!("共 {number} 项，见《安排小结》。"),
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
            Self::InSummary(number) => format!("{} in the summary.", count(*number, "more is", "more are")),
            Self::AllInSummary(number) => format!("{} in the summary.", count(*number, "is", "are")),
        }
    }
}
