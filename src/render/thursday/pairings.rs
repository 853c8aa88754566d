//! Who is paired with whom, how far apart, and who gives way.

use crate::{
    pairing::reason::{self as standing, Way},
    render::{
        layout::table::{Column, Give, Table},
        names::bracketed,
        page::bold,
        thursday::Report,
        wording::{
            Phrase, list, measure, said_of,
            thursday::{heading::Heading, reason::Reason, sentence::Sentence},
        },
    },
};

/// The table of pairings, who gives way, and who lacks a pairing.
pub fn sections(report: Report<'_>) -> Vec<Vec<String>> {
    vec![
        table(report),
        report.headed(Heading::GivesWay, &gives_way(report)),
        report.headed(Heading::Unpaired, &unpaired(report)),
    ]
}

fn table(report: Report<'_>) -> Vec<String> {
    let Report { domain, plan, names, page, .. } = report;
    let language = page.language;
    let nothing = || Heading::Nothing.say(language);
    let mut rows: Vec<(usize, Vec<String>)> = plan
        .pairings
        .pairings
        .iter()
        .zip(&plan.why_paired.alternatives)
        .map(|(pairing, next)| {
            let metres = domain.pairing_metres(pairing.unit, pairing.neighbourhood);
            let cells = vec![
                names.unit(pairing.unit).to_owned(),
                report.neighbourhood(pairing.neighbourhood),
                metres.map_or_else(nothing, |metres| measure::way(language, metres)),
                next.map_or_else(nothing, |next| way(report, next)),
            ];
            (domain.unit(pairing.unit).position, cells)
        })
        .collect();
    if rows.is_empty() {
        return vec![];
    }
    rows.sort_by_key(|(position, _)| *position);
    let column = |heading: Heading, give| Column { heading: heading.say(language), give };
    let table = Table {
        columns: vec![
            column(Heading::Unit, Give::Wraps(12)),
            column(Heading::Neighbourhood, Give::Wraps(12)),
            column(Heading::Way, Give::Firm),
            column(Heading::NextNearest, Give::Wraps(12)),
        ],
        sections: vec![rows.into_iter().map(|(_, cells)| cells).collect()],
    };
    let mut lines = vec![bold(&Heading::Pairings.say(language)), String::new()];
    lines.extend(table.lines(page.width));
    lines
}

/// Units that are not with their nearest neighbourhood, and what that costs, a sentence each.
pub fn gives_way(report: Report<'_>) -> Vec<String> {
    let Report { domain, plan, names, page, .. } = report;
    let why = &plan.why_paired;
    let mut gives_way = why.gives_way.clone();
    gives_way.sort_by_key(|gives| domain.unit(gives.unit).position);
    let units = gives_way.iter().map(|gives| {
        let reason = Reason::GivesWay {
            nearest: way(report, gives.nearest),
            instead: way(report, gives.instead),
            because: gives.because,
            is_proven: report.pairings_are_proven(),
        };
        said_of(page.language, names.unit(gives.unit), &[reason.say(page.language)])
    });
    let mut items: Vec<String> = units.collect();
    if !items.is_empty() {
        let known = plan.pairings.pairings.iter();
        let metres =
            known.filter_map(|pairing| domain.pairing_metres(pairing.unit, pairing.neighbourhood)).sum();
        let standing::Unbounded { pairings, metres: unbounded } = why.unbounded;
        items.push(Sentence::Bound { metres, unbounded, pairings }.say(page.language));
    }
    items
}

/// Units that lack pairings, a sentence each.
pub fn unpaired(report: Report<'_>) -> Vec<String> {
    let language = report.page.language;
    let mut unpaired = report.plan.why_paired.unpaired.clone();
    unpaired.sort_by_key(|unpaired| report.domain.unit(unpaired.unit).position);
    let items = unpaired.iter().map(|unpaired| {
        let reasons = match &unpaired.reason {
            standing::Reason::Barred(rules) if rules.is_empty() => vec![Reason::NoOther],
            standing::Reason::Barred(rules) => {
                let bars = rules.iter().map(|&(rule, bars)| Reason::BarsPairs(rule, bars).say(language));
                vec![Reason::NothingLeft(list(language, &bars.collect::<Vec<String>>()))]
            }
            standing::Reason::Full => vec![Reason::AllFull],
            standing::Reason::FreePlace(place) => {
                vec![Reason::FreePlace(report.neighbourhood(*place)), Reason::WouldGain]
            }
        };
        let said = std::iter::once(Reason::Lacks(unpaired.lacks)).chain(reasons);
        let said: Vec<String> = said.map(|reason| reason.say(language)).collect();
        said_of(language, report.names.unit(unpaired.unit), &said)
    });
    items.collect()
}

fn way(report: Report<'_>, way: Way) -> String {
    let metres = measure::way(report.page.language, way.metres);
    bracketed(report.page.language, &report.neighbourhood(way.neighbourhood), &metres)
}
