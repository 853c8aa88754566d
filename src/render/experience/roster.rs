//! Who goes where and when, as a table: by date, by unit, by ambassador.
//!
//! Where the page is wide enough every word has its own column; otherwise two stand in one, one above the other.

use crate::{
    domain::Language,
    experience::roster::Placement,
    render::{
        experience::Report,
        layout::table::{Column, Give, Table},
        names,
        page::bold,
        wording::{Phrase, heading::Heading, measure, view::Order},
    },
};

/// The order of the columns: what the roster is ordered by stands first.
fn columns(order: Order) -> [Part; 5] {
    use Part::{Ambassador, Mentor, Place, Time, Worth};
    match order {
        Order::Date => [Time, Place, Ambassador, Mentor, Worth],
        Order::Unit => [Place, Time, Ambassador, Mentor, Worth],
        Order::Ambassador => [Ambassador, Time, Place, Mentor, Worth],
    }
}

/// What stands in one column, or in two beside each other on a wide page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Time,
    Place,
    Ambassador,
    Mentor,
    Worth,
}

/// The words of one placement.
struct Words {
    date: String,
    hours: String,
    unit: String,
    post: String,
    /// The unit's contact on a line of its own, or nothing.
    contact: String,
    ambassador: String,
    mentor: String,
    wish: String,
    way: String,
}

/// The roster in an order, with its heading.
pub fn section(report: Report<'_>, order: Order) -> Vec<String> {
    let sections = grouped(report, order);
    let language = report.page.language;
    let heading = names::bracketed(language, &Heading::Roster.say(language), &order.say(language));
    let mut lines = vec![bold(&heading), String::new()];
    if sections.is_empty() {
        lines.push(Heading::NobodyPlaced.say(language));
        return lines;
    }
    let wide = table(language, order, &sections, true);
    let narrow = || table(language, order, &sections, false);
    let table = if wide.fits(report.page.width) { wide } else { narrow() };
    lines.extend(table.lines(report.page.width));
    lines
}

/// The placements in an order, those with the same first word together.
fn grouped(report: Report<'_>, order: Order) -> Vec<Vec<Words>> {
    let mut placements = report.plan.roster.placements.clone();
    placements.sort_by_key(|placement| (key(report, order, *placement), *placement));
    let same = |one: &Placement, other: &Placement| match order {
        // A line a person: blank lines between them would say nothing.
        Order::Ambassador => true,
        _ => key(report, order, *one).0 == key(report, order, *other).0,
    };
    placements
        .chunk_by(same)
        .map(|chunk| chunk.iter().map(|&placement| words(report, placement)).collect())
        .collect()
}

/// By what a placement is sorted, the first of which makes the groups.
fn key(report: Report<'_>, order: Order, placement: Placement) -> (i64, i64, i64) {
    let Report { domain, .. } = report;
    let Placement { date, post, ambassador } = placement;
    let number = |position: usize| i64::try_from(position).unwrap_or(i64::MAX);
    let day = date.signed_duration_since(domain.campaign.season.first).num_days();
    let start = i64::from(domain.post(post).hours.start());
    let place = number(domain.post(post).position);
    match order {
        Order::Date => (day, start, place),
        Order::Unit => (number(domain.unit(domain.post(post).unit).position), day, start),
        Order::Ambassador => (number(domain.ambassador(ambassador).position), day, start),
    }
}

fn words(report: Report<'_>, placement: Placement) -> Words {
    let Report { domain, names, page, .. } = report;
    let Placement { date, post: post_ix, ambassador } = placement;
    let post = domain.post(post_ix);
    let person = domain.ambassador(ambassador);
    let mentor = post.mentor.map(|mentor| domain.mentor(mentor));
    let with_phone = |name: &str, phone: Option<&String>| match phone {
        Some(phone) => format!("{name}\n{phone}"),
        None => name.to_owned(),
    };
    let contact = names::contact(domain.unit(post.unit).contact.as_ref());
    Words {
        date: measure::date(page.language, date),
        hours: post.hours.to_string(),
        unit: names.unit(post.unit).to_owned(),
        contact: contact.map_or(String::new(), |contact| format!("\n{contact}")),
        post: names.post(post_ix).to_owned(),
        ambassador: with_phone(names.ambassador(ambassador), person.phone.as_ref()),
        mentor: match (post.mentor, mentor) {
            (Some(mentor_ix), Some(mentor)) => with_phone(names.mentor(mentor_ix), mentor.phone.as_ref()),
            _ => Heading::Nobody.say(page.language),
        },
        wish: match person.wish_number(post_ix) {
            Some(number) => measure::wish(page.language, number),
            None => Heading::NotWished.say(page.language),
        },
        way: match domain.metres(ambassador, post_ix) {
            Some(metres) => measure::way(page.language, metres),
            None => Heading::UnknownWay.say(page.language),
        },
    }
}

fn table(language: Language, order: Order, sections: &[Vec<Words>], wide: bool) -> Table {
    let parts = columns(order);
    let columns = parts.iter().flat_map(|part| part.columns(wide));
    let columns = columns.map(|(heading, give)| Column { heading: heading.say(language), give });
    let row = |words: &Words| parts.iter().flat_map(|part| part.cells(words, wide)).collect();
    Table {
        columns: columns.collect(),
        sections: sections.iter().map(|rows| rows.iter().map(row).collect()).collect(),
    }
}

impl Part {
    fn columns(self, wide: bool) -> Vec<(Heading, Give)> {
        match self {
            Self::Time if wide => vec![(Heading::Date, Give::Firm), (Heading::Hours, Give::Firm)],
            Self::Time => vec![(Heading::When, Give::Firm)],
            Self::Place if wide => vec![(Heading::Unit, Give::Wraps(18)), (Heading::Post, Give::Wraps(12))],
            Self::Place => vec![(Heading::Where, Give::Wraps(12))],
            Self::Ambassador => vec![(Heading::Ambassador, Give::Wraps(8))],
            Self::Mentor => vec![(Heading::Mentor, Give::Wraps(8))],
            Self::Worth if wide => vec![(Heading::Wish, Give::Firm), (Heading::Way, Give::Firm)],
            Self::Worth => vec![(Heading::WishAndWay, Give::Wraps(8))],
        }
    }

    fn cells(self, words: &Words, wide: bool) -> Vec<String> {
        let both = |one: &String, other: &String| {
            if wide { vec![one.clone(), other.clone()] } else { vec![format!("{one}\n{other}")] }
        };
        match self {
            Self::Time => both(&words.date, &words.hours),
            Self::Place if wide => vec![format!("{}{}", words.unit, words.contact), words.post.clone()],
            Self::Place => vec![format!("{}\n{}{}", words.unit, words.post, words.contact)],
            Self::Ambassador => vec![words.ambassador.clone()],
            Self::Mentor => vec![words.mentor.clone()],
            Self::Worth => both(&words.wish, &words.way),
        }
    }
}
