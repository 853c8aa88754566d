//! Below the tables: which needs are met and which months are not held, and why.

use crate::{
    domain::places::NeighbourhoodIx,
    render::{
        names::bracketed,
        thursday::Report,
        wording::{
            Phrase, list, said_of,
            thursday::{heading::Heading, reason::Reason, sentence::Sentence},
        },
    },
    thursday::timetable::explanation::{self, Fate, Need, NotHeld},
};

/// What became of the needs, and what is not held.
pub fn sections(report: Report<'_>) -> Vec<Vec<String>> {
    vec![report.headed(Heading::Needs, &needs(report)), report.headed(Heading::NotHeld, &not_held(report))]
}

/// A line for each neighbourhood with a pairing, in the order of the file; one for all others.
fn needs(report: Report<'_>) -> Vec<String> {
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
        of(&|fate| *fate == Fate::Outweighed).map(Reason::NeedOutweighed),
    ];
    reasons.into_iter().flatten().map(|reason| reason.say(language)).collect()
}

fn not_held(report: Report<'_>) -> Vec<String> {
    let Report { plan, names, page, .. } = report;
    let language = page.language;
    let line = |not_held: &NotHeld| {
        let reason = match &not_held.reason {
            explanation::Reason::Barred(rules) => {
                let bars = rules.iter().map(|&(rule, bars)| Reason::Bars(rule, bars).say(language));
                Reason::NothingLeft(list(language, &bars.collect::<Vec<String>>()))
            }
            explanation::Reason::Outweighed => Reason::Outweighed,
        };
        let neighbourhood = report.neighbourhood(not_held.pairing.neighbourhood);
        let pairing = bracketed(language, names.unit(not_held.pairing.unit), &neighbourhood);
        let month = Sentence::Month(not_held.month).say(language);
        said_of(language, &list(language, &[pairing, month]), &[reason.say(language)])
    };
    let mut not_held = plan.why_held.not_held.clone();
    not_held.sort_by_key(|not_held| (report.domain.unit(not_held.pairing.unit).position, not_held.month));
    not_held.iter().map(line).collect()
}
