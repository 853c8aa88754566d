//! The duty roster (值班表): a block for each week, its weekdays beside each other, a row for each shift of each post.

use crate::{
    domain::{
        dates::DateSpan,
        people::AmbassadorIx,
        places::{Need, PostIx, UnitIx},
        time::Hours,
    },
    render::{
        edition::Edition,
        html::{
            Sheet,
            words::{Label, Line},
        },
        session::{monday, sessions, week_of_season},
        wording::{bracketed, measure},
    },
};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use maud::{Markup, html};
use std::collections::{BTreeMap, BTreeSet};

/// A shift of a post, in the order of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Shift {
    position: usize,
    post: PostIx,
    hours: Hours,
}

/// What is offered when, and who comes.
struct Duty<'a> {
    edition: Edition<'a>,
    offered: BTreeSet<(NaiveDate, Shift)>,
    people: BTreeMap<(NaiveDate, Shift), Vec<AmbassadorIx>>,
    /// On which anything is offered in any week.
    weekdays: Vec<Weekday>,
    /// The posts, in the order of the file.
    posts: Vec<PostIx>,
    units: BTreeSet<UnitIx>,
}

/// A block for each week in which anything is offered; `None` where nobody is placed.
pub fn body(edition: Edition<'_>) -> Option<Markup> {
    let duty = Duty::of(edition);
    if duty.people.is_empty() {
        return None;
    }
    let mut weeks: Vec<NaiveDate> = duty.offered.iter().map(|(date, _)| monday(*date)).collect();
    weeks.dedup();
    Some(html! {
        (duty.heading())
        @for &first in &weeks { (duty.week(first)) }
        @if weeks.iter().any(|&first| duty.has_grey(first)) { p.small { (edition.say(Label::Grey)) } }
    })
}

impl<'a> Duty<'a> {
    fn of(edition: Edition<'a>) -> Self {
        let domain = edition.domain;
        let shift = |post: PostIx, hours| Shift { position: domain.post(post).position, post, hours };
        let open = domain.open_sessions();
        let offered: BTreeSet<(NaiveDate, Shift)> =
            open.map(|session| (session.date, shift(session.post, session.hours))).collect();
        let people = sessions(edition).into_iter();
        let people = people.map(|one| ((one.date, shift(one.post, one.hours)), one.people)).collect();
        let days: BTreeSet<u32> =
            offered.iter().map(|(date, _)| date.weekday().num_days_from_monday()).collect();
        let weekdays = WEEK.into_iter().filter(|day| days.contains(&day.num_days_from_monday())).collect();
        let shifts: BTreeSet<Shift> = offered.iter().map(|(_, shift)| *shift).collect();
        let mut posts: Vec<PostIx> = shifts.iter().map(|shift| shift.post).collect();
        posts.dedup();
        let units = posts.iter().map(|&post| domain.post(post).unit).collect();
        Self { edition, offered, people, weekdays, posts, units }
    }

    fn heading(&self) -> Markup {
        let edition = self.edition;
        let campaign = &edition.domain.campaign;
        html! {
            header.head {
                h1 { (edition.say(Sheet::Duty)) }
                p {
                    b { (campaign.name) } " · " (measure::period(edition.language, campaign.season))
                    @if let Some(place) = self.only_place() { br; (place) }
                }
            }
        }
    }

    /// What all rows have in common: the post and its unit, or the unit of all posts.
    fn only_place(&self) -> Option<String> {
        let Edition { names, language, .. } = self.edition;
        let unit = self.units.first().filter(|_| self.units.len() == 1)?;
        Some(match self.posts[..] {
            [post] => bracketed(language, names.post(post), names.unit(*unit)),
            _ => names.unit(*unit).to_owned(),
        })
    }

    fn week(&self, first: NaiveDate) -> Markup {
        let edition = self.edition;
        let (days, shifts) = (self.days(first), self.shifts(first));
        let several = self.posts.len() > 1;
        html! {
            table.week {
                colgroup { @if several { col.post; } col.hours; @for _ in &days { col; } }
                thead {
                    tr {
                        th.number scope="col" colspan=[several.then_some(2)] {
                            (edition.say(Line::Week(week_of_season(edition, first))))
                        }
                        @for &day in &days { th scope="col" { (self.day(day)) } }
                    }
                }
                @for of_post in shifts.chunk_by(|one, other| one.post == other.post) {
                    tbody {
                        @for (row, &shift) in of_post.iter().enumerate() {
                            tr {
                                @if several && row == 0 {
                                    th.post scope="rowgroup" rowspan=(of_post.len()) { (self.post(shift.post)) }
                                }
                                th.hours scope="row" { (measure::dashed(edition.language, shift.hours)) }
                                @for &day in &days { (self.cell(day, shift)) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn days(&self, first: NaiveDate) -> Vec<NaiveDate> {
        self.weekdays.iter().map(|&day| day_of(first, day)).collect()
    }

    /// What is offered in a week, in the order of the file.
    fn shifts(&self, first: NaiveDate) -> Vec<Shift> {
        let of_week = self.offered.iter().filter(|(date, _)| monday(*date) == first);
        let shifts: BTreeSet<Shift> = of_week.map(|(_, shift)| *shift).collect();
        shifts.into_iter().collect()
    }

    fn has_grey(&self, first: NaiveDate) -> bool {
        let days = self.days(first);
        self.shifts(first).iter().any(|&shift| days.iter().any(|&day| self.is_grey(day, shift)))
    }

    fn is_grey(&self, day: NaiveDate, shift: Shift) -> bool {
        !self.offered.contains(&(day, shift)) && !self.people.contains_key(&(day, shift))
    }

    /// How many are missing at a session that runs, where so many are wanted at each.
    fn missing(&self, shift: Shift, there: usize) -> usize {
        match self.edition.domain.post(shift.post).need {
            Need::AtEach(wanted) if there > 0 => (wanted as usize).saturating_sub(there),
            _ => 0,
        }
    }

    /// The weekday above the date; nothing outside of the season.
    fn day(&self, day: NaiveDate) -> Markup {
        let DateSpan { first, last, .. } = self.edition.domain.campaign.season;
        let language = self.edition.language;
        html! {
            @if first <= day && day <= last {
                b { (measure::weekday(language, day.weekday())) } " "
                (self.edition.say(Line::DayOfMonth { month: day.month(), day: day.day() }))
            }
        }
    }

    fn post(&self, post: PostIx) -> Markup {
        let edition = self.edition;
        html! {
            b { (edition.names.post(post)) }
            @if self.units.len() > 1 { div.small { (edition.names.unit(edition.domain.post(post).unit)) } }
        }
    }

    /// Who comes and how many are missing, an empty cell where nobody comes, a grey one where nothing is offered.
    fn cell(&self, day: NaiveDate, shift: Shift) -> Markup {
        let people = self.people.get(&(day, shift)).map_or(&[][..], Vec::as_slice);
        let missing = self.missing(shift, people.len());
        html! {
            td.off[self.is_grey(day, shift)] {
                @for &person in people { span.name { (self.edition.person(person)) } " " }
                @if missing > 0 { span.missing { (self.edition.say(Line::Missing(missing))) } }
            }
        }
    }
}

const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// The day of a week that begins on a Monday.
fn day_of(first: NaiveDate, day: Weekday) -> NaiveDate {
    first + Days::new(u64::from(day.num_days_from_monday()))
}
