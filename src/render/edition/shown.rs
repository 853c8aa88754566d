//! A campaign as it may stand on one copy: the copy for everybody, or the organizer's own.
//!
//! In: the campaign as written, and whether personal numbers may be seen. Out: [`Shown`], which everything is printed
//! from: its words are on one line each and fit for a terminal, and without that permission no word holds a personal
//! number, and nobody has a telephone but the office. Ids stay as they are, for plans and calendars go by them; where
//! one is printed, it goes through [`Discretion`] too.

use crate::{
    domain::{
        Contact, Domain, Header, Lecture,
        people::{Ambassador, AmbassadorIx, Qualification},
        places::{Mentor, Neighbourhood, Post, Unit, UnitIx},
        themes::Theme,
        thursday::ThursdayAction,
    },
    plan::Provenance,
    render::{edition::discretion::Discretion, terminal::clean::clean, wording::Phrase},
};
use std::{collections::BTreeSet, ops::Deref};

/// A campaign as it may stand on one copy.
#[derive(Debug, Clone)]
pub struct Shown<'a> {
    domain: Domain,
    written: &'a Domain,
    discretion: Discretion,
}

impl Deref for Shown<'_> {
    type Target = Domain;

    fn deref(&self) -> &Domain {
        &self.domain
    }
}

impl<'a> Shown<'a> {
    /// The copy of a campaign; `contacts` permits personal numbers.
    pub fn of(written: &'a Domain, contacts: bool) -> Self {
        let discretion = Discretion::of([written], contacts);
        let mut domain = written.clone();
        discretion.keep(&mut domain);
        Self { domain, written, discretion }
    }

    /// The copy of a campaign for one unit: no personal number but its own, its mentors' and those of these people.
    pub fn for_unit(written: &'a Domain, unit: UnitIx, people: &BTreeSet<AmbassadorIx>) -> Self {
        let Self { mut domain, discretion, .. } = Self::of(written, false);
        let told = |phone: &Option<String>| {
            let mut phone = phone.clone();
            tidy(&mut phone);
            phone
        };
        for person in people {
            domain.ambassadors[person.0].phone = told(&written.ambassador(*person).phone);
        }
        for (shown, mentor) in domain.mentors.iter_mut().zip(&written.mentors) {
            if mentor.unit == unit {
                shown.phone = told(&mentor.phone);
            }
        }
        let contact = written.unit(unit).contact.as_ref();
        domain.units[unit.0].contact =
            contact.map(|contact| Contact { name: told(&contact.name), phone: told(&contact.phone) });
        Self { domain, written, discretion }
    }

    /// The campaign as written, for what goes by its words without saying them.
    pub fn written(&self) -> &'a Domain {
        self.written
    }

    /// Words that come from elsewhere, as they may stand on this copy.
    pub fn said(&self, text: &str) -> String {
        self.discretion.said(text)
    }

    /// Of which campaign a plan is, as the plan may say it on this copy.
    pub fn provenance(&self, written: &Provenance) -> Provenance {
        let variations = written.variations.iter().map(|option| self.discretion.variation(option)).collect();
        Provenance { name: self.said(&written.name), variations, ..written.clone() }
    }

    /// Words for the name of a file, which never holds a personal number.
    pub fn without_numbers(&self, text: &str) -> String {
        self.discretion.numbers.removed(&clean(text))
    }

    /// The id by which somebody is told from others; the place in the file where the id gives a number away.
    pub fn mark(&self, ambassador: AmbassadorIx) -> String {
        let id = clean(&self.ambassador(ambassador).id);
        if self.discretion.numbers.find(&id).is_empty() { id } else { self.place(ambassador) }
    }

    /// The place of somebody in the file: `#3`.
    pub fn place(&self, ambassador: AmbassadorIx) -> String {
        format!("#{}", self.ambassador(ambassador).position + 1)
    }
}

/// What is said of a campaign, as it may be shown.
pub struct Discreet<'a> {
    /// What is said.
    pub phrase: &'a dyn Phrase,
    /// The campaign.
    pub shown: &'a Shown<'a>,
}

impl Phrase for Discreet<'_> {
    fn zh(&self) -> String {
        self.shown.discretion.lines(&self.phrase.zh())
    }

    fn en(&self) -> String {
        self.shown.discretion.lines(&self.phrase.en())
    }
}

/// Each field of each entry is named here, so that one added to the campaign must be thought of.
impl Discretion {
    fn keep(&self, domain: &mut Domain) {
        let Domain {
            campaign,
            units,
            mentors,
            posts,
            sessions: _,
            ambassadors,
            rules: _,
            pins: _,
            bans: _,
            groups: _,
            neighbourhoods,
            themes,
            thursday,
            longest_wishes: _,
        } = domain;
        self.header(campaign);
        for unit in units {
            self.unit(unit);
        }
        for Mentor { unit: _, name, phone, place: _ } in mentors {
            self.word(name);
            self.phone(phone);
        }
        for post in posts {
            self.post(post);
        }
        for person in ambassadors {
            self.person(person);
        }
        for place in neighbourhoods {
            self.neighbourhood(place);
        }
        for Theme { id: _, name, months: _, note, position: _, place: _ } in themes {
            self.word(name);
            self.words([note]);
        }
        if let Some(action) = thursday {
            self.action(action);
        }
    }

    fn header(&self, header: &mut Header) {
        let Header {
            id: _,
            name,
            organizer,
            contact,
            season: _,
            hours: _,
            language: _,
            seed: _,
            lecture,
            meet,
            bring,
            note,
        } = header;
        self.word(name);
        self.words([organizer, meet, note]);
        self.list(bring);
        if let Some(Contact { name, phone }) = contact {
            self.words([name]);
            tidy(phone);
        }
        if let Some(Lecture { title, date: _, hours: _, place, speaker, unit: _, note }) = lecture {
            self.words([title, place, speaker, note]);
        }
    }

    fn unit(&self, unit: &mut Unit) {
        let Unit {
            id: _,
            name,
            sector,
            committee,
            address,
            location: _,
            contact,
            closed: _,
            limit: _,
            daily_limit: _,
            offers: _,
            note,
            position: _,
            place: _,
        } = unit;
        self.word(name);
        self.words([sector, committee, address, note]);
        self.contact(contact);
    }

    fn post(&self, post: &mut Post) {
        let Post {
            id: _,
            unit: _,
            title,
            mentor: _,
            meet,
            closed: _,
            shifts: _,
            seats_min: _,
            seats_max: _,
            need: _,
            limit: _,
            priority: _,
            requires,
            bring,
            host_note,
            leader,
            ages: _,
            note,
            position: _,
            place: _,
        } = post;
        self.word(title);
        self.words([meet, leader, host_note, note]);
        self.list(requires);
        self.list(bring);
    }

    fn person(&self, person: &mut Ambassador) {
        let Ambassador {
            id: _,
            name,
            phone,
            employer: _,
            organization,
            neighbourhood: _,
            origin: _,
            available: _,
            away: _,
            qualifications,
            born: _,
            unwished: _,
            wishes: _,
            done: _,
            missed: _,
            served: _,
            signed_up: _,
            days_min: _,
            days_max: _,
            host_note,
            week_limit: _,
            month_limit: _,
            note,
            position: _,
            place: _,
        } = person;
        self.word(name);
        self.words([organization, host_note, note]);
        self.phone(phone);
        for Qualification { name, until: _ } in qualifications {
            self.word(name);
        }
    }

    fn neighbourhood(&self, neighbourhood: &mut Neighbourhood) {
        let Neighbourhood {
            id: _,
            name,
            address,
            venue,
            location: _,
            needs: _,
            closed: _,
            contact,
            note,
            position: _,
            place: _,
        } = neighbourhood;
        self.word(name);
        self.words([address, venue, note]);
        self.contact(contact);
    }

    fn action(&self, action: &mut ThursdayAction) {
        let ThursdayAction {
            first: _,
            last: _,
            nth: _,
            hours: _,
            chinese_holidays: _,
            skip: _,
            neighbourhoods_per_unit: _,
            units_per_neighbourhood: _,
            max_metres: _,
            repeat_theme_after: _,
            events_per_day: _,
            fixed: _,
            forbidden: _,
            note,
            place: _,
        } = action;
        self.words([note]);
    }

    fn word(&self, word: &mut String) {
        *word = self.said(word);
    }

    fn list(&self, words: &mut Vec<String>) {
        for word in words {
            self.word(word);
        }
    }

    /// Words that may be missing, as they are where nothing is left of them.
    fn words<const N: usize>(&self, words: [&mut Option<String>; N]) {
        for word in words {
            *word = word.as_deref().map(|word| self.said(word)).filter(|word| !word.is_empty());
        }
    }

    fn phone(&self, phone: &mut Option<String>) {
        tidy(phone);
        phone.take_if(|_| !self.contacts);
    }

    fn contact(&self, contact: &mut Option<Contact>) {
        contact.take_if(|_| !self.contacts);
        if let Some(Contact { name, phone }) = contact {
            tidy(name);
            tidy(phone);
        }
    }
}

/// Words fit for paper, no words where nothing is left of them.
fn tidy(words: &mut Option<String>) {
    *words = words.as_deref().map(clean).filter(|words| !words.is_empty());
}
