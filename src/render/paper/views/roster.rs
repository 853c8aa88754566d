//! Who goes where and when: by date, by unit, by ambassador.

use crate::{
    domain::{people::Ambassador, places::Post},
    experience::roster::Placement,
    render::{
        names::contact,
        paper::{
            Paper,
            views::{Cell, Column, View, side_by_side, weekday, words},
        },
        wording::{
            Phrase,
            heading::Heading,
            joined, measure,
            view::{Head, Order, Title},
        },
    },
};
use chrono::NaiveDate;

/// The roster in one order.
pub(super) fn view(paper: Paper<'_>, order: Order) -> View {
    let placements = paper.placements(|placement| key(paper, order, placement));
    let [when, place, person, rest] = columns(paper);
    let columns: Vec<Column<'_, Placement>> = match order {
        Order::Date => [when, place, person, rest],
        Order::Unit => [place, when, person, rest],
        Order::Ambassador => [person, when, place, rest],
    }
    .into_iter()
    .flatten()
    .collect();
    side_by_side(paper, Title::Roster(order), &columns, &placements)
}

/// By what a placement is sorted: what the order says, then day, hour, and the order of the file.
fn key(paper: Paper<'_>, order: Order, placement: &Placement) -> (usize, NaiveDate, u16, usize, Placement) {
    let Placement { date, post, ambassador } = *placement;
    let domain = paper.domain;
    let first = match order {
        Order::Date => 0,
        Order::Unit => domain.unit(domain.post(post).unit).position,
        Order::Ambassador => domain.ambassador(ambassador).position,
    };
    (first, date, domain.post(post).hours.start(), domain.post(post).position, *placement)
}

/// When, where, who, and what else is to be known.
fn columns(paper: Paper<'_>) -> [Vec<Column<'_, Placement>>; 4] {
    let Paper { domain, names, .. } = paper;
    let post = move |one: &Placement| -> &Post { domain.post(one.post) };
    let unit = move |one: &Placement| domain.unit(post(one).unit);
    let person = move |one: &Placement| -> &Ambassador { domain.ambassador(one.ambassador) };
    let mentor = move |one: &Placement| post(one).mentor.map(|mentor| domain.mentor(mentor));
    let text = |text: Option<String>| Cell::Text(text.unwrap_or_default());
    let when: Vec<Column<'_, Placement>> = vec![
        (Head::Date, Box::new(|one| Cell::Date(one.date))),
        (Head::Weekday, Box::new(move |one| weekday(paper, one.date))),
        (Head::Hours, Box::new(move |one| Cell::Text(post(one).hours.to_string()))),
    ];
    let place: Vec<Column<'_, Placement>> = vec![
        (Head::Host, Box::new(move |one| Cell::Text(names.unit(post(one).unit).to_owned()))),
        (Head::Post, Box::new(move |one| Cell::Text(names.post(one.post).to_owned()))),
    ];
    let people: Vec<Column<'_, Placement>> = vec![
        (Head::Ambassador, Box::new(move |one| Cell::Text(names.ambassador(one.ambassador).to_owned()))),
        (Head::Phone, Box::new(move |one| words(person(one).phone.as_ref()))),
        (Head::Organization, Box::new(move |one| Cell::Text(paper.organization(one.ambassador)))),
    ];
    let rest: Vec<Column<'_, Placement>> = vec![
        (Head::Mentor, Box::new(move |one| text(post(one).mentor.map(|one| names.mentor(one).to_owned())))),
        (Head::MentorPhone, Box::new(move |one| words(mentor(one).and_then(|one| one.phone.as_ref())))),
        (Head::UnitContact, Box::new(move |one| text(contact(unit(one).contact.as_ref())))),
        (Head::Address, Box::new(move |one| words(unit(one).address.as_ref()))),
        (Head::Meet, Box::new(move |one| words(post(one).meet.as_ref()))),
        (Head::Wish, Box::new(move |one| Cell::Text(wish(paper, one)))),
        (Head::Metres, Box::new(move |one| metres(paper, one))),
        (Head::Note, Box::new(move |one| Cell::Text(notes(paper, one)))),
    ];
    [when, place, people, rest]
}

fn wish(paper: Paper<'_>, one: &Placement) -> String {
    match paper.domain.ambassador(one.ambassador).wish_number(one.post) {
        Some(number) => measure::wish(paper.language, number),
        None => Heading::NotWished.say(paper.language),
    }
}

fn metres(paper: Paper<'_>, one: &Placement) -> Cell {
    let metres = paper.domain.metres(one.ambassador, one.post);
    metres.map_or(Cell::Text(String::new()), Cell::Number)
}

fn notes(paper: Paper<'_>, one: &Placement) -> String {
    let post = paper.domain.post(one.post);
    let notes = [&post.note, &paper.domain.unit(post.unit).note].into_iter().flatten();
    joined(paper.language, &notes.cloned().collect::<Vec<String>>())
}
