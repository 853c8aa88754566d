//! Below the tables: which needs are met, which not, and why.

use crate::{
    domain::places::NeighbourhoodIx,
    render::{
        thursday::Report,
        wording::{
            Phrase, list, said_of,
            thursday::{heading::Heading, reason::Reason},
        },
    },
    timetable::reason::{Fate, Need},
};

/// What became of the needs.
pub fn sections(report: Report<'_>) -> Vec<Vec<String>> {
    vec![report.headed(Heading::Needs, &needs(report))]
}

/// A line for each neighbourhood with a pairing, in the order of the file; one for all others.
pub(in crate::render) fn needs(report: Report<'_>) -> Vec<String> {
    let language = report.page.language;
    let mut places: Vec<&[Need]> =
        report.plan.why_held.needs.chunk_by(|one, other| one.neighbourhood == other.neighbourhood).collect();
    places.sort_by_key(|needs| report.domain.neighbourhood(needs[0].neighbourhood).position);
    let (alone, paired): (Vec<&[Need]>, Vec<&[Need]>) =
        places.into_iter().partition(|needs| needs[0].fate == Fate::NobodyPaired);
    let name = |place: NeighbourhoodIx| report.neighbourhood(place);
    let mut items: Vec<String> = paired
        .into_iter()
        .map(|needs| said_of(language, &name(needs[0].neighbourhood), &fates(report, needs)))
        .collect();
    if !alone.is_empty() {
        let names: Vec<String> = alone.iter().map(|needs| name(needs[0].neighbourhood)).collect();
        items.push(said_of(language, &list(language, &names), &[Reason::NobodyPaired.say(language)]));
    }
    items
}

fn fates(report: Report<'_>, needs: &[Need]) -> Vec<String> {
    let language = report.page.language;
    let of = |is: &dyn Fn(&Fate) -> bool| {
        let themes = needs.iter().filter(|need| is(&need.fate)).map(|need| report.theme(need.theme));
        let themes: Vec<String> = themes.collect();
        (!themes.is_empty()).then(|| list(language, &themes))
    };
    let reasons = [
        of(&|fate| matches!(fate, Fate::Met(_))).map(Reason::Met),
        of(&|fate| *fate == Fate::NobodyOffers).map(Reason::NobodyOffers),
        of(&|fate| *fate == Fate::NoMonth).map(Reason::NoMonth),
        of(&|fate| *fate == Fate::Outweighed).map(|themes| Reason::NotMet(themes, report.is_proven())),
    ];
    reasons.into_iter().flatten().map(|reason| reason.say(language)).collect()
}
