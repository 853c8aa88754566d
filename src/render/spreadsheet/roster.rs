//! Who goes where and when: by date, by unit, by ambassador.

use crate::{
    domain::places::Unit,
    experience::roster::Placement,
    render::{
        block::{Cell, Field, Table},
        detail::Order,
        edition::Edition,
        experience::roster::{Words, in_order, ordered},
        facts::{self, words::Head},
        spreadsheet::{field, weekday},
        wording::{joined, list, measure},
    },
};

/// The roster in one order.
pub(super) fn table(edition: Edition<'_>, order: Order) -> Table {
    let parts = in_order(parts(edition), order);
    let fields: Vec<Field<'_, Placement>> = parts.into_iter().flatten().collect();
    Table::of(&fields, &[ordered(edition, order)]).without_blank_columns()
}

/// When, where, who, and what else is to be known.
fn parts(edition: Edition<'_>) -> [Vec<Field<'_, Placement>>; 4] {
    let words = Words(edition);
    let text = |head, text: fn(Words<'_>, &Placement) -> Option<String>| {
        field(edition, head, move |one| Cell::words(text(words, one)))
    };
    let date = field(edition, Head::Date, |one: &Placement| Cell::Date(one.date));
    let weekday = field(edition, Head::Weekday, move |one: &Placement| weekday(edition, one.date));
    let metres = move |one: &Placement| Cell::metres(edition.domain.metres(one.ambassador, one.post));
    [
        vec![
            date,
            weekday,
            text(Head::Hours, |words, one| Some(measure::hours(words.0.language, one.hours))),
        ],
        vec![
            text(Head::Host, |words, one| Some(words.unit(one))),
            text(Head::Post, |words, one| Some(words.0.names.post(one.post).to_owned())),
        ],
        vec![
            text(Head::Ambassador, |words, one| Some(words.0.names.ambassador(one.ambassador).to_owned())),
            text(Head::Phone, |words, one| words.person(one).phone.clone()),
            text(Head::Organization, |words, one| Some(words.0.organization(one.ambassador))),
        ],
        vec![
            text(Head::Mentor, |words, one| Some(words.0.names.mentor(words.post(one).mentor?).to_owned())),
            text(Head::MentorPhone, |words, one| {
                words.0.domain.mentor(words.post(one).mentor?).phone.clone()
            }),
            text(Head::UnitContact, |words, one| Some(words.contact(one))),
            text(Head::Address, |words, one| host(words, one).address.clone()),
            text(Head::Meet, |words, one| words.post(one).meet.clone()),
            text(Head::Bring, |words, one| Some(list(words.0.language, &facts::bring(words.0, one.post)))),
            text(Head::Wish, |words, one| Some(words.wish(one))),
            field(edition, Head::Metres, metres),
            text(Head::Note, |words, one| Some(notes(words, one))),
            text(Head::OwnNote, |words, one| {
                words.person(one).note.clone().filter(|_| words.0.copy.contacts)
            }),
        ],
    ]
}

fn host<'a>(words: Words<'a>, one: &Placement) -> &'a Unit {
    words.0.domain.unit(words.post(one).unit)
}

fn notes(words: Words<'_>, one: &Placement) -> String {
    let notes = [&words.post(one).note, &host(words, one).note].into_iter().flatten();
    joined(words.0.language, &notes.cloned().collect::<Vec<String>>())
}
