//! Below the tables: which needs are met, which not, and why.

use crate::{
    render::{
        action::Action,
        block::Section,
        timetable::words::{Heading, Reason},
        wording::{list, said_of},
    },
    timetable::reason::{Fulfilment, Need},
};

/// A line for each neighbourhood with a pairing, in the order of the file; one for all others.
pub fn section(action: Action<'_>) -> Section {
    let Action { edition, plan, .. } = action;
    let language = edition.language;
    let mut places: Vec<&[Need]> =
        plan.why_held.needs.chunk_by(|one, other| one.neighbourhood == other.neighbourhood).collect();
    places.sort_by_key(|needs| edition.domain.neighbourhood(needs[0].neighbourhood).position);
    let (alone, paired): (Vec<&[Need]>, Vec<&[Need]>) =
        places.into_iter().partition(|needs| needs[0].fulfilment == Fulfilment::NobodyPaired);
    let name = |needs: &[Need]| edition.neighbourhood(needs[0].neighbourhood);
    let items = paired.into_iter().map(|needs| said_of(language, name(needs), &fates(action, needs)));
    let mut items: Vec<String> = items.collect();
    if !alone.is_empty() {
        let names: Vec<String> = alone.iter().map(|needs| name(needs).to_owned()).collect();
        items.push(said_of(language, &list(language, &names), &[edition.say(Reason::NobodyPaired)]));
    }
    Section::list(edition.say(Heading::Needs), items)
}

fn fates(action: Action<'_>, needs: &[Need]) -> Vec<String> {
    let edition = action.edition;
    let of = |is: &dyn Fn(&Fulfilment) -> bool| {
        let themes =
            needs.iter().filter(|need| is(&need.fulfilment)).map(|need| edition.theme(need.theme).to_owned());
        let themes: Vec<String> = themes.collect();
        (!themes.is_empty()).then(|| list(edition.language, &themes))
    };
    let reasons = [
        of(&|met| matches!(met, Fulfilment::Met(_))).map(Reason::Met),
        of(&|met| *met == Fulfilment::NobodyOffers).map(Reason::NobodyOffers),
        of(&|met| *met == Fulfilment::NoMonth).map(Reason::NoMonth),
        of(&|met| *met == Fulfilment::Outweighed).map(|themes| Reason::NotMet(themes, action.is_proven())),
    ];
    reasons.into_iter().flatten().map(|reason| edition.say(reason)).collect()
}
