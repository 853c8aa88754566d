//! Who goes where and when, as a table: by date, by unit, by ambassador.
//!
//! Where there is room enough every word has its own column; otherwise two stand in one, one above the other.

use crate::{
    domain::{people::Ambassador, places::Post},
    experience::roster::Placement,
    render::{
        block::{Block, Cell, Field, Give, Section, Table},
        detail::Order,
        edition::{Edition, names},
        experience::words::Heading,
        wording::{bracketed, measure},
    },
};
use chrono::NaiveDate;

/// The roster in an order, as far as there is room with whoever guides; everything: with the way there.
pub fn section(edition: Edition<'_>, order: Order, everything: bool) -> Section {
    let heading = bracketed(edition.language, &edition.say(Heading::Roster), &edition.say(order));
    let groups = grouped(edition, order);
    if groups.is_empty() {
        return Section::titled(heading, vec![edition.say(Heading::NobodyPlaced)]);
    }
    let wide = || [false, true].map(|is_guided| wide(edition, is_guided, everything)).into_iter().rev();
    let arrangements = wide().chain([narrow(edition, everything)]).map(|parts| {
        let fields: Vec<Field<'_, Placement>> = in_order(parts, order).into_iter().flatten().collect();
        vec![Table::of(&fields, &groups).without_blank_columns()]
    });
    Section::new(heading, vec![Block::Tables(arrangements.collect())])
}

/// What the roster is ordered by stands first, of its parts when, where, who and the rest.
pub fn in_order<T>([when, place, person, rest]: [T; 4], order: Order) -> [T; 4] {
    match order {
        Order::Date => [when, place, person, rest],
        Order::Unit => [place, when, person, rest],
        Order::Ambassador => [person, when, place, rest],
    }
}

/// The placements in an order.
pub fn ordered(edition: Edition<'_>, order: Order) -> Vec<Placement> {
    edition.placements(|placement| key(edition, order, placement))
}

/// By what a placement is sorted: what the order says, then day, hour, and the order of the file; but for a person the
/// shifts of one post stand together.
fn key(
    edition: Edition<'_>,
    order: Order,
    placement: &Placement,
) -> (usize, NaiveDate, u16, usize, Placement) {
    let Placement { date, post, hours, ambassador } = *placement;
    let domain = edition.domain;
    let post = domain.post(post);
    let (first, hours) = match order {
        Order::Date => (0, post.shifts[0]),
        Order::Unit => (domain.unit(post.unit).position, post.shifts[0]),
        Order::Ambassador => (domain.ambassador(ambassador).position, hours),
    };
    (first, date, hours.start(), post.position, *placement)
}

/// The placements in an order, those of one day or unit together; a line a person needs no blank lines between.
fn grouped(edition: Edition<'_>, order: Order) -> Vec<Vec<Placement>> {
    let unit = |one: &Placement| edition.domain.post(one.post).unit;
    let placements = ordered(edition, order);
    let groups = placements.chunk_by(|one, other| match order {
        Order::Date => one.date == other.date,
        Order::Unit => unit(one) == unit(other),
        Order::Ambassador => true,
    });
    groups.map(<[Placement]>::to_vec).collect()
}

/// The columns of a part of the roster.
pub type Fields<'a> = Vec<Field<'a, Placement>>;

fn wide(edition: Edition<'_>, is_guided: bool, with_ways: bool) -> [Fields<'_>; 4] {
    let words = Words(edition);
    let field = |heading, give, say| text(words, heading, give, say);
    let date = Field::new(edition.say(Heading::Date), Give::Firm, |one: &Placement| Cell::Date(one.date));
    // Rather without whoever guides than with units that take two lines.
    let unit = if is_guided { 26 } else { 18 };
    let way = move |one: &Placement| Cell::metres(edition.domain.metres(one.ambassador, one.post));
    [
        vec![
            date,
            field(Heading::Hours, Give::Firm, |words, one| measure::hours(words.0.language, one.hours)),
        ],
        vec![
            field(Heading::Unit, Give::Wraps(unit), |words, one| {
                lines([words.unit(one), words.contact(one)])
            }),
            field(Heading::Post, Give::Wraps(12), |words, one| words.0.names.post(one.post).to_owned()),
        ],
        vec![field(Heading::Ambassador, Give::Wraps(8), Words::ambassador)],
        is_guided
            .then(|| field(Heading::Mentor, Give::Wraps(8), Words::mentor))
            .into_iter()
            .chain([field(Heading::Wish, Give::Firm, Words::wish)])
            .chain(with_ways.then(|| Field::new(edition.say(Heading::Way), Give::Firm, way)))
            .collect(),
    ]
}

fn narrow(edition: Edition<'_>, with_ways: bool) -> [Fields<'_>; 4] {
    let words = Words(edition);
    let field = |heading, give, say| text(words, heading, give, say);
    [
        vec![field(Heading::When, Give::Firm, |words, one| {
            lines([measure::date(words.0.language, one.date), measure::hours(words.0.language, one.hours)])
        })],
        vec![field(Heading::Where, Give::Wraps(12), |words, one| {
            lines([words.unit(one), words.0.names.post(one.post).to_owned(), words.contact(one)])
        })],
        vec![field(Heading::Ambassador, Give::Wraps(8), Words::ambassador)],
        vec![
            field(Heading::Mentor, Give::Wraps(8), Words::mentor),
            if with_ways {
                field(Heading::WishAndWay, Give::Wraps(8), |words, one| {
                    let metres = words.0.domain.metres(one.ambassador, one.post);
                    let way = metres.map(|metres| measure::way(words.0.language, metres));
                    lines([words.wish(one), way.unwrap_or_else(|| words.0.say(Heading::UnknownWay))])
                })
            } else {
                field(Heading::Wish, Give::Firm, Words::wish)
            },
        ],
    ]
}

/// What a column says of a placement.
type Say<'a> = fn(Words<'a>, &Placement) -> String;

fn text<'a>(words: Words<'a>, heading: Heading, give: Give, say: Say<'a>) -> Field<'a, Placement> {
    Field::new(words.0.say(heading), give, move |one| Cell::words(Some(say(words, one))))
}

/// What is there, one above the other.
fn lines<const N: usize>(parts: [String; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<String>>().join("\n")
}

/// The words of a placement.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a>(pub Edition<'a>);

impl<'a> Words<'a> {
    /// The post itself.
    pub fn post(self, one: &Placement) -> &'a Post {
        self.0.domain.post(one.post)
    }

    /// Who goes.
    pub fn person(self, one: &Placement) -> &'a Ambassador {
        self.0.domain.ambassador(one.ambassador)
    }

    /// The host unit.
    pub fn unit(self, one: &Placement) -> String {
        self.0.names.unit(self.post(one).unit).to_owned()
    }

    /// Whom to call there, where that may stand here.
    pub fn contact(self, one: &Placement) -> String {
        let unit = self.0.domain.unit(self.post(one).unit);
        names::contact(unit.contact.as_ref()).unwrap_or_default()
    }

    /// Which wish came true.
    pub fn wish(self, one: &Placement) -> String {
        match self.person(one).wish_number(one.session()) {
            Some(number) => measure::wish(self.0.language, number),
            None => self.0.say(Heading::NotWished),
        }
    }

    fn ambassador(self, one: &Placement) -> String {
        let phone = self.person(one).phone.clone();
        lines([self.0.names.ambassador(one.ambassador).to_owned(), phone.unwrap_or_default()])
    }

    fn mentor(self, one: &Placement) -> String {
        let mentor = self.post(one).mentor.map(|mentor| {
            let phone = self.0.domain.mentor(mentor).phone.clone();
            lines([self.0.names.mentor(mentor).to_owned(), phone.unwrap_or_default()])
        });
        mentor.unwrap_or_default()
    }
}
