//! The table of figures: a column for each campaign, a row for each figure, differences to the base in brackets.

use crate::{
    domain::{Language, rules::WishPolicy},
    inquiry::comparison::{Comparison, FigureRow},
    lp::Sense,
    plan::figures::{Figure, Reached},
    render::{
        block::{Block, Cell, Column, Give, Section, Table},
        comparison::heading,
        experience::level::Counts,
        thursday,
        wording::{Phrase, bracketed, inquiry::Inquiry, measure},
    },
};

/// The figures, as many campaigns beside each other as there is room for, the base in each table; all levels, or those in
/// which the campaigns differ.
pub(super) fn section(comparison: &Comparison<'_>, levels: bool, language: Language) -> Section {
    let scenarios: Vec<usize> = (1..comparison.columns.len()).collect();
    let rows: Vec<&FigureRow> = comparison.rows.iter().filter(|row| levels || is_told(row)).collect();
    let table = |chunk| table(comparison, &rows, chunk, language);
    let arrangement = |size| scenarios.chunks(size).map(table).collect();
    let arrangements = (1..=scenarios.len()).rev().map(arrangement).collect();
    let tables = Block::Tables(arrangements);
    Section::new(String::new(), vec![tables, Block::Sentences(marks(comparison, language))])
}

/// What the signs beside the figures mean.
pub(in crate::render) fn marks(comparison: &Comparison<'_>, language: Language) -> Vec<String> {
    let mut reached = comparison.rows.iter().flat_map(|row| row.reached.iter().flatten());
    let is_open = reached.any(|reached| reached.proven == Some(false));
    let unproven = is_open.then(|| Inquiry::MarksUnproven.say(language));
    std::iter::once(Inquiry::Marks.say(language)).chain(unproven).collect()
}

fn table(
    comparison: &Comparison<'_>,
    figures: &[&FigureRow],
    scenarios: &[usize],
    language: Language,
) -> Table {
    let shown: Vec<usize> = std::iter::once(0).chain(scenarios.iter().copied()).collect();
    let first = Column { heading: Inquiry::Figure.say(language), give: Give::Wraps(20) };
    let others = shown.iter().map(|&at| Column { heading: heading(at, language), give: Give::Firm });
    let row = |first: String, cells: &mut dyn Iterator<Item = String>| {
        std::iter::once(first).chain(cells).map(Cell::Text).collect()
    };
    let endings = &mut shown.iter().map(|&at| comparison.columns[at].conclusion.say(language));
    let mut rows = vec![row(Inquiry::Ending.say(language), endings)];
    rows.extend(
        figures.iter().map(|one| {
            row(label(&one.figure, language), &mut shown.iter().map(|&at| cell(one, at, language)))
        }),
    );
    Table { columns: std::iter::once(first).chain(others).collect(), groups: vec![rows], is_dense: false }
}

/// What a row counts: a level by its name and what it counts.
pub(in crate::render) fn label(figure: &Figure, language: Language) -> String {
    let (name, counts) = match figure {
        Figure::Level(level) => {
            // What is weighed otherwise in one of the campaigns is told of none.
            let counts = Counts { level: *level, policy: WishPolicy::Total, longest: 0, weighted: false };
            (level.say(language), counts.say(language))
        }
        Figure::ThursdayLevel(level) => (level.say(language), thursday::counts(*level, language)),
        other => return other.say(language),
    };
    bracketed(language, &name, &counts)
}

/// The figure of one column, with the difference to the base in brackets.
pub(in crate::render) fn cell(row: &FigureRow, at: usize, language: Language) -> String {
    let Some(Reached { value, proven, sense }) = row.reached[at] else { return "—".into() };
    let say = |value: i64| match row.figure {
        Figure::MeanWay | Figure::LongestWay => measure::way(language, value),
        _ => value.to_string(),
    };
    let open = if proven == Some(false) { "?" } else { "" };
    let difference = row.reached[0].map_or(0, |base| value - base.value);
    if at == 0 || difference == 0 {
        return say(value) + open;
    }
    let apart = say(i64::try_from(difference.unsigned_abs()).unwrap_or(i64::MAX));
    let is_more = difference > 0;
    let apart = match sense {
        None if is_more => Inquiry::More(apart),
        None => Inquiry::Less(apart),
        Some(sense) if is_more == (sense == Sense::Max) => Inquiry::Better(apart),
        Some(_) => Inquiry::Worse(apart),
    };
    bracketed(language, &format!("{}{open}", say(value)), &apart.say(language))
}

/// Whether a row is told unasked: of the levels those in which the campaigns differ.
pub(in crate::render) fn is_told(row: &FigureRow) -> bool {
    let is_level = matches!(row.figure, Figure::Level(_) | Figure::ThursdayLevel(_));
    let value = |reached: &Option<Reached>| reached.map(|reached| (reached.value, reached.proven));
    !is_level || row.reached.iter().any(|reached| value(reached) != value(&row.reached[0]))
}
