//! What the second reading of a saved Thursday Action found, rule by rule.
//!
//! In: the Thursday Action beside its campaign and what it breaks. Out: [`Finding`]s, each with places and a sentence.

use crate::{
    domain::{
        Language,
        places::{NeighbourhoodIx, UnitIx},
        thursday::ThursdayAction,
    },
    pairing::verification::{Subject as PairingSubject, Violation as PairingViolation},
    plan::{level::ThursdayLevel, resolved::EntryPlaces, thursday::ThursdayPlan},
    render::{edition::shown::Shown, pairing, timetable, verdict::Finding, wording::Phrase},
    source::Place,
    timetable::verification::{Subject as TimetableSubject, Violation as TimetableViolation},
};

/// A Thursday Action that was read a second time.
#[derive(Debug, Clone, Copy)]
pub struct ActionReading<'a> {
    /// The campaign.
    pub domain: &'a Shown<'a>,
    /// Its settings.
    pub action: &'a ThursdayAction,
    /// What was planned.
    pub plan: &'a ThursdayPlan,
    /// Where its entries stand.
    pub places: &'a EntryPlaces,
    /// What the pairings break.
    pub pairings: &'a [PairingViolation],
    /// What the timetable breaks.
    pub timetable: &'a [TimetableViolation],
    /// The levels, counted again.
    pub recounted: &'a [(ThursdayLevel, i64)],
}

impl ActionReading<'_> {
    /// Every broken rule in the order of the rules.
    pub fn findings(&self, language: Language) -> Vec<Finding> {
        let pairings = self.pairings.iter().map(|violation| self.of_pairings(violation, language));
        let timetable = self.timetable.iter().map(|violation| self.of_timetable(violation, language));
        pairings.chain(timetable).collect()
    }

    /// Every level counted again: the value that the plan says, and the value found.
    pub fn values(&self) -> impl Iterator<Item = (ThursdayLevel, Option<i64>, i64)> {
        let levels = &self.plan.levels;
        self.recounted.iter().map(move |&(level, recounted)| {
            let written = levels.iter().find(|result| result.level == level).map(|result| result.value);
            (level, written, recounted)
        })
    }

    fn of_pairings(&self, violation: &PairingViolation, language: Language) -> Finding {
        let pairings = &self.plan.pairings.pairings;
        let mut places: Vec<Place> =
            violation.entries.iter().map(|&position| self.places.pairings[position]).collect();
        let mut pair = violation
            .entries
            .first()
            .map(|&position| (pairings[position].unit, pairings[position].neighbourhood));
        let (mut found, mut limit) = (0, 0);
        match violation.subject {
            PairingSubject::Pairing => {}
            PairingSubject::Repeated => found = violation.entries.len(),
            PairingSubject::Fixed(position) => {
                let fixed = &self.action.fixed[position];
                pair = Some((fixed.unit, fixed.neighbourhood));
                places = vec![fixed.place];
            }
            PairingSubject::Count { found: many, limit: most } => (found, limit) = (many, most),
        }
        let broken = pairing::words::Broken {
            rule: violation.rule,
            unit: pair.map(|(unit, _)| self.unit(unit)).unwrap_or_default(),
            neighbourhood: pair.map(|(_, place)| self.neighbourhood(place)).unwrap_or_default(),
            is_repeated: violation.subject == PairingSubject::Repeated,
            metres: pair.and_then(|(unit, place)| self.domain.pairing_metres(unit, place)),
            found,
            limit,
        };
        Finding { rule: violation.rule.id().to_owned(), places, sentence: broken.say(language) }
    }

    fn of_timetable(&self, violation: &TimetableViolation, language: Language) -> Finding {
        let events = &self.plan.timetable.events;
        let places = violation.entries.iter().map(|&position| self.places.events[position]);
        let (found, limit) = match violation.subject {
            TimetableSubject::Event => (1, 0),
            TimetableSubject::Count { found, limit } => (found, limit),
        };
        let sentence = violation.entries.first().map(|&position| {
            let event = &events[position];
            let broken = timetable::words::Broken {
                rule: violation.rule,
                date: event.date,
                unit: self.unit(event.unit),
                neighbourhood: self.neighbourhood(event.neighbourhood),
                theme: self.domain.theme(event.theme).name.clone(),
                found,
                limit,
            };
            broken.say(language)
        });
        let (rule, places) = (violation.rule.id().to_owned(), places.collect());
        Finding { rule, places, sentence: sentence.unwrap_or_default() }
    }

    fn unit(&self, unit: UnitIx) -> String {
        self.domain.unit(unit).name.clone()
    }

    fn neighbourhood(&self, neighbourhood: NeighbourhoodIx) -> String {
        self.domain.neighbourhood(neighbourhood).name.clone()
    }
}
