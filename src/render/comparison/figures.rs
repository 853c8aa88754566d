//! The table of figures: a column for each campaign, a row for each figure, differences to the base in brackets.

use crate::{
    domain::{Language, rules::WishPolicy},
    inquiry::{
        comparison::{Comparison, Row},
        figures::{Figure, Reached},
    },
    render::{
        comparison::heading,
        layout::{
            table::{Column, Give, Table},
            wrap::wrap,
        },
        page::Page,
        wording::{
            Phrase,
            inquiry::Inquiry,
            level::{self, LevelName},
            measure,
            thursday::level::Counts as ThursdayCounts,
        },
    },
};

/// The tables, as many as the page's width asks for, the base in each.
pub(super) fn lines(comparison: &Comparison<'_>, page: Page) -> Vec<String> {
    let scenarios: Vec<usize> = (1..comparison.columns.len()).collect();
    let size = (1..=scenarios.len())
        .rev()
        .find(|&size| scenarios.chunks(size).all(|chunk| table(comparison, chunk, page).fits(page.width)));
    let mut lines = Vec::new();
    for chunk in scenarios.chunks(size.unwrap_or(1)) {
        lines.extend(table(comparison, chunk, page).lines(page.width));
        lines.push(String::new());
    }
    lines.extend(wrap(&Inquiry::Marks.say(page.language), page.width));
    let reached = comparison.rows.iter().flat_map(|row| row.reached.iter().flatten());
    if reached.into_iter().any(|reached| reached.proven == Some(false)) {
        lines.extend(wrap(&Inquiry::MarksUnproven.say(page.language), page.width));
    }
    lines
}

fn table(comparison: &Comparison<'_>, scenarios: &[usize], page: Page) -> Table {
    let shown: Vec<usize> = std::iter::once(0).chain(scenarios.iter().copied()).collect();
    let first = Column { heading: Inquiry::Figure.say(page.language), give: Give::Wraps(20) };
    let others = shown.iter().map(|&at| Column { heading: heading(at, page), give: Give::Firm });
    let mut rows = vec![
        std::iter::once(Inquiry::Ending.say(page.language))
            .chain(shown.iter().map(|&at| comparison.columns[at].conclusion.say(page.language)))
            .collect(),
    ];
    rows.extend(comparison.rows.iter().map(|row| {
        let cells = shown.iter().map(|&at| cell(row, at, page.language));
        std::iter::once(label(&row.figure, page.language)).chain(cells).collect::<Vec<String>>()
    }));
    Table { columns: std::iter::once(first).chain(others).collect(), sections: vec![rows] }
}

/// What a row counts: a level by its name and what it counts.
pub(in crate::render) fn label(figure: &Figure, language: Language) -> String {
    let (name, counts) = match figure {
        Figure::Level(level) => {
            let level = LevelName::of(*level, WishPolicy::Total, 0);
            (level.say(language), level::Counts { level, weighted: false }.say(language))
        }
        Figure::ThursdayLevel(level) => (level.say(language), ThursdayCounts(*level).say(language)),
        other => return other.say(language),
    };
    match language {
        Language::Zh => format!("{name}（{counts}）"),
        Language::En => format!("{name} ({counts})"),
    }
}

/// The figure of one column, with the difference to the base in brackets.
pub(in crate::render) fn cell(row: &Row, at: usize, language: Language) -> String {
    let Some(Reached { value, proven }) = row.reached[at] else { return "—".into() };
    let say = |value: i64| match row.figure {
        Figure::MeanWay | Figure::LongestWay => measure::way(language, value),
        _ => value.to_string(),
    };
    let open = if proven == Some(false) { "?" } else { "" };
    let difference = row.reached[0].map_or(0, |base| value - base.value);
    if at == 0 || difference == 0 {
        return say(value) + open;
    }
    let sign = if difference > 0 { "+" } else { "−" };
    let apart = say(i64::try_from(difference.unsigned_abs()).unwrap_or(i64::MAX));
    match language {
        Language::Zh => format!("{}{open}（{sign}{apart}）", say(value)),
        Language::En => format!("{}{open} ({sign}{apart})", say(value)),
    }
}
