//! The timetable of a Thursday Action in a plan's JSON: written, read, and found again in a campaign.

use crate::{
    domain::{
        Domain,
        places::{NeighbourhoodIx, UnitIx},
        themes::ThemeIx,
    },
    plan::{
        fields::{Fields, Walk, Word},
        layout::Json,
        lookup::{Lookup, SavedEntry},
        outline::Meeting,
        pairing::SavedPairing,
        reason::tallied,
    },
    source::Place,
    timetable::{
        reason::{Explanation, Fulfilment, NotHeld, Reason},
        roster::{Event, Timetable},
        rule::Rule,
    },
};
use chrono::NaiveDate;

/// One event as written; what something is wrong with is left out.
#[derive(Debug, Clone)]
pub(super) struct SavedEvent {
    date: Option<NaiveDate>,
    pair: SavedPairing,
    theme: Option<Word>,
}

impl SavedEvent {
    pub(super) fn read(walk: &mut Walk, fields: Fields<'_>) -> Self {
        let date = walk.date(fields, "date");
        Self { date, pair: SavedPairing::read(walk, fields), theme: walk.word(fields, "theme") }
    }
}

impl SavedEntry for SavedEvent {
    type Ids = Meeting;
    type Found = Event;

    fn place(&self) -> Place {
        self.pair.place()
    }

    fn ids(&self) -> Option<Meeting> {
        Some(Meeting { date: self.date?, pair: self.pair.ids()?, theme: self.theme.as_ref()?.text.clone() })
    }

    fn find(&self, lookup: &mut Lookup<'_>) -> Option<Event> {
        let pairing = self.pair.find(lookup);
        let theme = self.theme.as_ref().and_then(|word| lookup.theme(word));
        let pairing = pairing?;
        let (unit, neighbourhood) = (pairing.unit, pairing.neighbourhood);
        Some(Event { date: self.date?, unit, neighbourhood, theme: theme? })
    }
}

/// The lists of the timetable as they stand in the file.
pub(super) fn written(domain: &Domain, roster: &Timetable, why: &Explanation) -> [(&'static str, Json); 3] {
    let unit = |unit: UnitIx| &domain.unit(unit).id;
    let place = |place: NeighbourhoodIx| &domain.neighbourhood(place).id;
    let theme = |theme: ThemeIx| &domain.theme(theme).id;
    let events = roster.events.iter().map(|event| {
        map! {
            "date": event.date,
            "unit": unit(event.unit),
            "neighbourhood": place(event.neighbourhood),
            "theme": theme(event.theme),
        }
    });
    let not_held = why.not_held.iter().map(|NotHeld { pairing, month, reason }| {
        map! {
            "unit": unit(pairing.unit),
            "neighbourhood": place(pairing.neighbourhood),
            "month": format!("{:04}-{:02}", month.year, month.month),
            "reason": written_reason(reason),
        }
    });
    let needs = why.needs.iter().map(|need| {
        let fate = written_fulfilment(&need.fulfilment);
        map! {"neighbourhood": place(need.neighbourhood), "theme": theme(need.theme), "fate": fate}
    });
    [("events", events.collect()), ("not_held", not_held.collect()), ("needs", needs.collect())]
}

fn written_reason(reason: &Reason) -> Json {
    match reason {
        Reason::Barred(tally) => map! {"kind": "barred", "rules": tallied(tally, "bars", Rule::id)},
        Reason::Settled => map! {"kind": "settled"},
        Reason::FreeDay(date) => map! {"kind": "free-day", "date": *date},
        Reason::Outweighed(tally) => map! {"kind": "outweighed", "rules": tallied(tally, "bars", Rule::id)},
    }
}

fn written_fulfilment(fulfilment: &Fulfilment) -> Json {
    match fulfilment {
        Fulfilment::Met(first) => map! {"kind": "met", "first": *first},
        Fulfilment::NobodyPaired => map! {"kind": "nobody-paired"},
        Fulfilment::NobodyOffers => map! {"kind": "nobody-offers"},
        Fulfilment::NoMonth => map! {"kind": "no-month"},
        Fulfilment::Outweighed => map! {"kind": "outweighed"},
    }
}
