//! The change notice as letters: a list of everybody for the organizer, and one to each unit and neighbourhood concerned.
//!
//! In: [`Edition`] of a plan that mends another. Out: [`Letter`]s of blocks; none where it mends none.

use crate::{
    diagnostic::reference::Kind,
    domain::{Language, places::UnitIx},
    render::{
        action::Occasion,
        block::{Block, Cell, Column, Field, Give, Section, Table},
        edition::{Edition, names::contact},
        facts,
        letter::{Letter, framed, words::Heading},
        notice::{
            changes::{ChangedSession, Changes, Told, whom::Whom},
            words::Notice,
        },
        thursday::occasions,
        wording::{Phrase, count, measure, print::Name, quoted},
    },
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// All notices, the list first, then units in the order of the file, then neighbourhoods.
pub fn notices(edition: Edition<'_>) -> Vec<Letter> {
    if edition.plan.mends.is_none() {
        return vec![];
    }
    let changes = Changes::of(edition);
    let frame = Frame { edition, changes: &changes };
    let only = edition.copy.recipient;
    let mut notices: Vec<Letter> = only.is_none().then(|| frame.to_everybody()).into_iter().collect();
    let is_meant = |unit: &Whom<UnitIx>| only.is_none_or(|only| unit.known == Some(only));
    notices.extend(changes.hosts_concerned().filter(is_meant).map(|unit| frame.to_unit(&unit.id)));
    let places = changes.homes_concerned().filter(|_| only.is_none());
    notices.extend(places.map(|place| frame.to_neighbourhood(&place.id)));
    notices
}

/// The folder of the notices: those of each change stay true beside those of the next.
pub fn folder(edition: Edition<'_>) -> String {
    let change = edition.say(Said::Change(edition.plan.history.revision));
    format!("{}/{change}", edition.say(Notice::Title))
}

/// What all notices share.
struct Frame<'a> {
    edition: Edition<'a>,
    changes: &'a Changes<'a>,
}

impl Frame<'_> {
    fn letter(&self, name: String, sections: Vec<Section>) -> Letter {
        let edition = self.edition;
        let mut letter = framed(edition, name, sections);
        letter.closing.truncate(1);
        letter.closing.push(edition.say(Said::Closing));
        let title = edition.say(Notice::Title);
        Letter { short: title.clone(), title, about: None, ..letter }
    }

    /// The change of which people were told last, where that is not the one before this.
    fn since(&self) -> Option<u32> {
        let since = self.edition.former.map(|former| former.revision);
        since.filter(|since| since + 1 != self.edition.plan.history.revision)
    }

    /// The list for the organizer.
    fn to_everybody(&self) -> Letter {
        let Self { edition, changes, .. } = *self;
        let [people, events] = changes.untouched();
        let told = changes.everybody();
        let renewed = changes.all_renewed();
        let rest = if !renewed.is_empty() {
            edition.say(Said::FactsChanged { others: (!told.is_empty()).then_some(people) })
        } else if changes.is_empty() {
            edition.say(Notice::Unchanged)
        } else if told.is_empty() {
            edition.say(Notice::PeopleUnchanged)
        } else {
            edition.say(Notice::Untouched(people))
        };
        let mut sections = vec![Section::new(
            String::new(),
            vec![self.people(&told).into(), Block::Sentences(vec![rest]), Block::list(renewed)],
        )];
        let mut action = self.action(None);
        if !changes.action_of(None).is_empty() {
            action.blocks.push(Block::Sentences(vec![edition.say(Notice::EventsUntouched(events))]));
        }
        sections.push(action);
        let (revision, issued) = (edition.plan.history.revision, edition.copy.issued);
        let about = Said::About { revision, since: self.since(), issued };
        let letter = self.letter(edition.say(Name::All), sections);
        Letter { about: Some(edition.say(about)), dear: String::new(), closing: vec![], ..letter }
    }

    /// What is new in the Thursday Action of a unit, or of everybody.
    fn action(&self, unit: Option<&str>) -> Section {
        let lines = Block::Sentences(self.changes.action_of(unit));
        Section::new(self.edition.say(Heading::Action), vec![lines])
    }

    fn people(&self, told: &[Told]) -> Table {
        let edition = self.edition;
        let lines = |lines: &[String], nothing: Said| {
            Cell::Text(if lines.is_empty() { edition.say(nothing) } else { lines.join("\n") })
        };
        let fields = [
            Field::new(edition.say(Heading::Who), Give::Firm, |one: &&Told| {
                Cell::Text(
                    std::iter::once(&one.name).chain(&one.phone).cloned().collect::<Vec<_>>().join("\n"),
                )
            }),
            Field::new(edition.say(Said::Before), Give::Wraps(16), |one: &&Told| {
                lines(&one.old, Said::Added)
            }),
            Field::new(edition.say(Said::Now), Give::Wraps(16), |one: &&Told| {
                lines(&one.new, Said::Cancelled)
            }),
        ];
        Table::of(&fields, &[told.iter().collect()])
    }

    fn to_unit(&self, id: &str) -> Letter {
        let Self { edition, changes, .. } = *self;
        let campaign = edition.domain.campaign.name.clone();
        let sessions = changes.sessions_of(id);
        let renewed = changes.renewed(Kind::Unit, id);
        let opening = match changes.departure(Kind::Unit, id) {
            Some(left) => Said::ToUnitLeft { campaign, since: left.since },
            None => Said::ToUnit { campaign, all_else_stays: renewed.is_empty() },
        };
        let mut blocks = vec![Block::Sentences(vec![edition.say(opening)]), Block::list(renewed)];
        if !sessions.is_empty() {
            blocks.push(self.sessions(&sessions).into());
            blocks.push(Block::Sentences(vec![edition.say(Said::TellMentors)]));
        }
        let sections = vec![Section::new(String::new(), blocks), self.action(Some(id))];
        let unit = edition.domain.units.iter().find(|unit| unit.id == id);
        let contact = unit.and_then(|unit| contact(unit.contact.as_ref()));
        let letter = self.letter(edition.unit_of(id), sections);
        Letter { contact, title: edition.say(Said::OfVisits), ..letter }
    }

    fn sessions(&self, sessions: &[ChangedSession]) -> Table {
        let edition = self.edition;
        let language = edition.language;
        let people = |people: &[String], nothing: Said| {
            Cell::Text(if people.is_empty() { edition.say(nothing) } else { people.join("\n") })
        };
        let when = |one: &&ChangedSession| {
            let hours = one.hours.map(|hours| format!("\n{}", measure::dashed(language, hours)));
            Cell::Text(measure::date(language, one.date) + &hours.unwrap_or_default())
        };
        let fields = [
            Field::new(edition.say(Heading::When), Give::Firm, when),
            Field::new(edition.say(Heading::Post), Give::Wraps(8), |one: &&ChangedSession| {
                Cell::Text(one.post.clone())
            }),
            Field::new(edition.say(Said::Gone), Give::Wraps(8), |one: &&ChangedSession| {
                people(&one.gone, Said::Added)
            }),
            Field::new(edition.say(Said::Instead), Give::Wraps(8), |one: &&ChangedSession| {
                people(&one.new, Said::Cancelled)
            }),
            Field::new(edition.say(Heading::Mentor), Give::Wraps(6), |one: &&ChangedSession| {
                Cell::words(one.mentor.clone())
            }),
        ];
        Table::of(&fields, &[sessions.iter().collect()]).without_blank_columns()
    }

    fn to_neighbourhood(&self, id: &str) -> Letter {
        let Self { edition, changes, .. } = *self;
        let campaign = edition.domain.campaign.name.clone();
        let opening = match changes.departure(Kind::Neighbourhood, id) {
            Some(left) => Said::ToNeighbourhoodLeft { campaign, since: left.since },
            None => Said::ToNeighbourhood { campaign },
        };
        let opening = Block::Sentences(vec![edition.say(opening)]);
        let lines = changes.of_neighbourhood(id);
        let held = occasions(edition);
        let there = |event: &&Occasion| {
            edition.domain.neighbourhood(event.neighbourhood).id == id && !edition.is_over(event.date)
        };
        let held: Vec<&Occasion> = held.iter().filter(there).collect();
        let now = if held.is_empty() {
            vec![Block::Sentences(vec![edition.say(Said::NothingLeft)])]
        } else {
            let units: BTreeSet<UnitIx> = held.iter().map(|event| event.unit).collect();
            let contacts = units.into_iter().filter_map(|unit| facts::unit_contact(edition, unit));
            vec![self.events(&held).into(), Block::Sentences(contacts.collect())]
        };
        let sections = vec![
            Section::new(String::new(), vec![opening, Block::Sentences(lines)]),
            Section::new(edition.say(Said::Now), now),
        ];
        let known = edition.domain.neighbourhoods.iter().find(|place| place.id == id);
        let contact = known.and_then(|place| contact(place.contact.as_ref()));
        let letter = self.letter(edition.neighbourhood_of(id), sections);
        Letter { contact, title: edition.say(Said::OfThursdays), ..letter }
    }

    fn events(&self, held: &[&Occasion]) -> Table {
        let edition = self.edition;
        let language = edition.language;
        let column = |heading: String, give| Column { heading, give };
        let row = |event: &&Occasion| {
            let hours = measure::dashed(language, event.hours);
            vec![
                Cell::Text(format!("{} {hours}", measure::date(language, event.date))),
                Cell::Text(edition.names.unit(event.unit).to_owned()),
                Cell::Text(event.theme.clone()),
                Cell::words(Some(event.place.clone())),
            ]
        };
        let columns = vec![
            column(edition.say(Heading::When), Give::Firm),
            column(edition.say(Said::Unit), Give::Wraps(8)),
            column(edition.say(Said::Theme), Give::Wraps(8)),
            column(edition.say(Said::Place), Give::Wraps(8)),
        ];
        Table { columns, groups: vec![held.iter().map(row).collect()], is_dense: false }
            .without_blank_columns()
    }
}

/// What notices say.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Said {
    /// The title of a notice to a unit.
    OfVisits,
    /// The title of a notice to a neighbourhood.
    OfThursdays,
    /// The how-manieth change it is, as the name of a folder.
    Change(u32),
    /// To the organizer, who counts changes, which reach each reader only in part: the how-manieth it is, after which people were
    /// told last where it is not the one before, and the day of issue.
    About { revision: u32, since: Option<u32>, issued: Option<NaiveDate> },
    /// For so many others nothing moves, or for nobody; above what is known otherwise.
    FactsChanged { others: Option<usize> },
    /// The last sentence.
    Closing,
    /// The first sentence to a unit.
    ToUnit { campaign: String, all_else_stays: bool },
    /// The same to one that has left, from this day on.
    ToUnitLeft { campaign: String, since: Option<NaiveDate> },
    /// The first sentence to a neighbourhood.
    ToNeighbourhood { campaign: String },
    /// The same to one that has left, from this day on.
    ToNeighbourhoodLeft { campaign: String, since: Option<NaiveDate> },
    /// Below the sessions.
    TellMentors,
    /// Nothing is left for a neighbourhood.
    NothingLeft,
    /// Column: what was.
    Before,
    /// Column: what is instead.
    Now,
    /// Column: who was to come.
    Gone,
    /// Column: who comes instead.
    Instead,
    /// There was nothing before.
    Added,
    /// There is nothing instead.
    Cancelled,
    /// Column: the unit of an event.
    Unit,
    /// Column: what it is about.
    Theme,
    /// Column: where it is.
    Place,
}

impl Phrase for Said {
    fn zh(&self) -> String {
        match self {
            Self::OfVisits => "关于调整活动安排的通知".into(),
            Self::OfThursdays => "关于调整周四行动安排的通知".into(),
            Self::Change(revision) => format!("第{revision}次"),
            Self::FactsChanged { others: Some(people) } => {
                format!("其余 {people} 人的场次不变。此外，以下事项有变：")
            }
            Self::FactsChanged { others: None } => "大使的场次都不变，以下事项有变：".into(),
            Self::About { revision, since, issued } => about_zh(*revision, *since, *issued),
            Self::Closing => "特此通知。".into(),
            Self::ToUnit { campaign, all_else_stays } => {
                let rest = if *all_else_stays { "，其余安排不变" } else { "" };
                format!(
                    "{}的安排有调整，现将涉及贵单位的内容通知如下{rest}。给贵单位带来不便，敬请谅解。",
                    quoted(campaign)
                )
            }
            Self::ToUnitLeft { campaign, since } => match since {
                Some(since) => format!(
                    "贵单位自{}起退出{}，此前的安排不变，现将由此涉及的调整通知如下。感谢贵单位一直以来的支持。",
                    measure::full_date(Language::Zh, *since),
                    quoted(campaign)
                ),
                None => format!(
                    "贵单位已退出{}，现将由此涉及的调整通知如下。感谢贵单位的支持。",
                    quoted(campaign)
                ),
            },
            Self::ToNeighbourhoodLeft { campaign, since } => match since {
                Some(since) => format!(
                    "贵居民区自{}起退出{}周四行动，此前的安排不变，现将由此涉及的调整通知如下。感谢一直以来的支持。",
                    measure::full_date(Language::Zh, *since),
                    quoted(campaign)
                ),
                None => format!(
                    "贵居民区已退出{}周四行动，现将由此涉及的调整通知如下。感谢一直以来的支持。",
                    quoted(campaign)
                ),
            },
            Self::ToNeighbourhood { campaign } => {
                format!(
                    "{}周四行动的安排有调整，现将涉及贵居民区的内容通知如下。给贵居民区带来不便，敬请谅解。",
                    quoted(campaign)
                )
            }
            Self::TellMentors => "请转告带教老师。".into(),
            Self::NothingLeft => "目前没有其他安排。".into(),
            Self::Before => "调整前的安排".into(),
            Self::Now => "调整后的安排".into(),
            Self::Gone => "原定人员".into(),
            Self::Instead => "调整后".into(),
            Self::Added => "（新增）".into(),
            Self::Cancelled => "取消".into(),
            Self::Unit => "成员单位".into(),
            Self::Theme => "主题".into(),
            Self::Place => "地点".into(),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::OfVisits => "Notice of a change".into(),
            Self::OfThursdays => "Notice of a change in the Thursday Action".into(),
            Self::Change(revision) => format!("change-{revision}"),
            Self::FactsChanged { others } => {
                let others = others.map(|people| count(people, "other person", "other people"));
                let others = others.unwrap_or_else(|| "any ambassador".into());
                format!("Nothing moves for {others}, but this is otherwise than before:")
            }
            Self::About { revision, since, issued } => {
                let times = |number: u32| count(number as usize, "change", "changes");
                let since = since.map(|since| match since {
                    0 => ", compared with the first plan".to_owned(),
                    since => format!(", compared with the plan after {}", times(since)),
                });
                let issued = issued.map(|day| format!(", {}", measure::full_date(Language::En, day)));
                let [since, issued] = [since, issued].map(Option::unwrap_or_default);
                format!("After {}{since}{issued}", times(*revision))
            }
            Self::Closing => "Please take note.".into(),
            Self::ToUnit { campaign, all_else_stays } => {
                let rest = if *all_else_stays { "; all else stays as it was" } else { "" };
                format!("Plans for {} have changed. This concerns you{rest}.", quoted(campaign))
            }
            Self::ToUnitLeft { campaign, since } | Self::ToNeighbourhoodLeft { campaign, since } => {
                let since = since.map(|day| format!(" from {} on", measure::full_date(Language::En, day)));
                format!(
                    "You take no part in {}{}. This is what changes by that; what was before stays. Thank you.",
                    quoted(campaign),
                    since.unwrap_or_default()
                )
            }
            Self::ToNeighbourhood { campaign } => {
                format!("The Thursday Action of {} has changed. This concerns you.", quoted(campaign))
            }
            Self::TellMentors => "Please tell the mentors.".into(),
            Self::NothingLeft => "Nothing else is planned at present.".into(),
            Self::Before => "Before".into(),
            Self::Now => "Now".into(),
            Self::Gone => "No longer".into(),
            Self::Instead => "Instead".into(),
            Self::Added => "(new)".into(),
            Self::Cancelled => "Cancelled".into(),
            Self::Unit => "Unit".into(),
            Self::Theme => "Theme".into(),
            Self::Place => "Where".into(),
        }
    }
}

fn about_zh(revision: u32, since: Option<u32>, issued: Option<NaiveDate>) -> String {
    let since = since.map(|since| match since {
        0 => "，与最初的安排相比".to_owned(),
        since => format!("，与第{since}次调整后的安排相比"),
    });
    let issued = issued.map(|day| format!("，{}", measure::full_date(Language::Zh, day)));
    let [since, issued] = [since, issued].map(Option::unwrap_or_default);
    format!("第{revision}次调整{since}{issued}")
}
