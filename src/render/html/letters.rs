//! A letter to each unit: who comes when, what to prepare, and its year of Thursdays.

use crate::{
    domain::{
        Language,
        places::{PostIx, UnitIx},
        thursday::Month,
    },
    render::{
        action::Action,
        edition::{Edition, names::contact},
        html::{
            section::dashed,
            session::{Session, sessions},
            words::Label,
        },
        notice::changes::Changes,
        thursday::when,
        timetable::moved,
        wording::{Phrase, count, list, measure},
    },
};
use chrono::{Datelike, NaiveDate};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// All letters, in the order of the file; `None` where no unit takes part.
pub fn body(edition: Edition<'_>) -> Option<Markup> {
    let sessions = sessions(edition);
    let mut units: Vec<UnitIx> = (0..edition.domain.units.len()).map(UnitIx).collect();
    units.retain(|&unit| lends(edition, unit) || !pairings(edition, unit).is_empty());
    units.sort_by_key(|&unit| edition.domain.unit(unit).position);
    let changes = &Changes::of(edition);
    let own = |unit: UnitIx| sessions.iter().filter(move |one| edition.domain.post(one.post).unit == unit);
    (!units.is_empty()).then(|| {
        html! { @for unit in units { (letter(edition, changes, unit, &own(unit).collect::<Vec<&Session>>())) } }
    })
}

fn lends(edition: Edition<'_>, unit: UnitIx) -> bool {
    edition.domain.posts.iter().any(|post| post.unit == unit)
}

fn letter(edition: Edition<'_>, changes: &Changes<'_>, unit: UnitIx, sessions: &[&Session]) -> Markup {
    let Edition { domain, names, language, .. } = edition;
    let changed = changes.of_unit(&domain.unit(unit).id);
    let office = contact(domain.campaign.contact.as_ref());
    let say = |part: Letter| part.say(language);
    html! {
        section.page {
            h1 { (say(Letter::Heading(domain.campaign.name.clone()))) }
            p.dear { (say(Letter::Dear(names.unit(unit).to_owned()))) }
            @if let Some(contact) = contact(domain.unit(unit).contact.as_ref()) { p.contact { (contact) } }
            p.text { (say(opening(edition, changes, unit, sessions))) }
            @if !sessions.is_empty() { (table(edition, sessions)) }
            @if !changed.is_empty() {
                p.text { (say(Letter::Changed)) }
                ul { @for line in changed { li { (line) } } }
            }
            @if !sessions.is_empty() {
                h2 { (say(Letter::Prepare)) }
                ol { @for part in to_prepare(edition, unit, sessions) { li { (say(part)) } } }
            }
            (thursdays(edition, unit))
            div.close {
                p.text { (say(Letter::Change(office))) }
                p { (say(Letter::Thanks)) }
                @if let Some(organizer) = &domain.campaign.organizer {
                    p.signed { (organizer) }
                }
            }
        }
    }
}

fn opening(edition: Edition<'_>, changes: &Changes<'_>, unit: UnitIx, sessions: &[&Session]) -> Letter {
    if sessions.is_empty() && !changes.visits_to(&edition.domain.unit(unit).id).is_empty() {
        return Letter::NobodyLeft;
    }
    if sessions.is_empty() {
        return if lends(edition, unit) { Letter::Nobody } else { Letter::Thursdays };
    }
    let people: BTreeSet<_> = sessions.iter().flat_map(|session| &session.people).collect();
    let days: BTreeSet<NaiveDate> = sessions.iter().map(|session| session.date).collect();
    Letter::Coming { people: people.len(), days: days.len() }
}

fn table(edition: Edition<'_>, sessions: &[&Session]) -> Markup {
    let Edition { domain, names, language, .. } = edition;
    let heads = [Label::Day, Label::Post, Label::Ambassador, Label::Mentor, Label::Meet];
    html! {
            table.grid {
                thead { tr { @for head in heads { th scope="col" { (head.say(language)) } } } }
                tbody {
                    @for session in sessions {
                        tr {
                            td.nowrap { b { (measure::date(language, session.date)) } div { (edition.hours(session.post)) } }
                            td { (names.post(session.post)) }
                            td {
                                @for &person in &session.people {
                                    div { b { (edition.person(person)) } }
                                    @let from = edition.organization(person);
    @if !from.is_empty() { div.small { (from) } }
                                }
                            }
                            td { (edition.mentor(session.post)) }
                            td { @if let Some(meet) = &domain.post(session.post).meet { (meet) } }
                        }
                    }
                }
            }
        }
}

/// What the unit is asked to do, as its posts and remarks say.
fn to_prepare(edition: Edition<'_>, unit: UnitIx, sessions: &[&Session]) -> Vec<Letter> {
    let Edition { domain, names, .. } = edition;
    let mut posts: Vec<PostIx> = sessions.iter().map(|session| session.post).collect();
    posts.sort_by_key(|&post| domain.post(post).position);
    posts.dedup();
    let mut mentors: Vec<String> = Vec::new();
    for mentor in posts.iter().filter_map(|&post| domain.post(post).mentor) {
        let name = names.mentor(mentor).to_owned();
        if !mentors.contains(&name) {
            mentors.push(name);
        }
    }
    let mut parts = vec![if mentors.is_empty() { Letter::Somebody } else { Letter::Mentors(mentors) }];
    for &post in &posts {
        let title = || names.post(post).to_owned();
        let papers: Vec<String> = domain.post(post).requires.clone();
        if !papers.is_empty() {
            parts.push(Letter::Check { post: title(), papers });
        }
        if let Some(note) = domain.post(post).note.clone() {
            parts.push(Letter::Told { post: Some(title()), note });
        }
    }
    if let Some(note) = domain.unit(unit).note.clone() {
        parts.push(Letter::Told { post: None, note });
    }
    parts.push(Letter::SignIn);
    parts
}

/// The neighbourhoods with which a unit is paired, each with what is held there.
fn pairings(edition: Edition<'_>, unit: UnitIx) -> Vec<(Letter, Vec<(NaiveDate, String)>)> {
    let Some(plan) = &edition.plan.thursday_action else { return vec![] };
    let pairs = plan.pairings.pairings.iter().filter(|pair| pair.unit == unit);
    pairs
        .map(|pair| {
            let way = edition.domain.pairing_metres(unit, pair.neighbourhood);
            let paired = Letter::Paired {
                neighbourhood: edition.neighbourhood(pair.neighbourhood).to_owned(),
                way: way.map(|metres| measure::way(edition.language, metres)),
            };
            let events = plan.timetable.events.iter();
            let events =
                events.filter(|event| (event.unit, event.neighbourhood) == (unit, pair.neighbourhood));
            (paired, events.map(|event| (event.date, edition.theme(event.theme).to_owned())).collect())
        })
        .collect()
}

fn thursdays(edition: Edition<'_>, unit: UnitIx) -> Markup {
    let pairings = pairings(edition, unit);
    let Some(action) = Action::of(edition).filter(|_| !pairings.is_empty()) else {
        return html! {};
    };
    let when = when(action, dashed(action.settings.hours));
    let is_moved = |date: NaiveDate| {
        let month = Month { year: date.year(), month: date.month() };
        moved::wanted(month, action.settings).is_some_and(|wanted| wanted != date)
    };
    let moved = pairings.iter().flat_map(|(_, events)| events).any(|(date, _)| is_moved(*date));
    html! {
        h2 { (edition.say(Letter::Action)) }
        p { (when) }
        @if moved { p { (edition.say(Letter::Moved)) } }
        @for (paired, events) in pairings {
            p.paired { (edition.say(paired)) }
            ul.dates {
                @for (date, theme) in events {
                    li { span.date { (measure::date(edition.language, date)) } " " (theme) }
                }
            }
        }
    }
}

/// A part of the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Letter {
    /// The heading: the campaign.
    Heading(String),
    /// To whom.
    Dear(String),
    /// So many people come on so many days.
    Coming {
        /// Ambassadors.
        people: usize,
        /// Days.
        days: usize,
    },
    /// Posts were lent, and nobody comes.
    Nobody,
    /// Above what has changed since an earlier letter.
    Changed,
    /// The same where somebody was to come before.
    NobodyLeft,
    /// The unit lends no post.
    Thursdays,
    /// Above what to prepare.
    Prepare,
    /// The mentors are to be there.
    Mentors(Vec<String>),
    /// Somebody is to be there, where no mentor is named.
    Somebody,
    /// What those at a post must show.
    Check {
        /// The post.
        post: String,
        /// What is required.
        papers: Vec<String>,
    },
    /// What the ambassadors were told.
    Told {
        /// The post, where it is about one.
        post: Option<String>,
        /// The remark.
        note: String,
    },
    /// To sign in, and the reflection.
    SignIn,
    /// What to do where something changes.
    Change(Option<String>),
    /// Above the Thursday Action.
    Action,
    /// With whom the unit is paired.
    Paired {
        /// The neighbourhood.
        neighbourhood: String,
        /// How far, where it is known.
        way: Option<String>,
    },
    /// Some of the dates that follow are not the usual Thursday.
    Moved,
    /// Thanks.
    Thanks,
}

impl Phrase for Letter {
    fn zh(&self) -> String {
        match self {
            Self::Heading(campaign) => format!("“{campaign}”接待函"),
            Self::Dear(unit) => format!("{unit}："),
            Self::Coming { people, days: 1 } => format!(
                "感谢贵单位为本期活动提供体验岗位。下列 {people} 名初心体验大使将到贵单位体验一天，请予接待。"
            ),
            Self::Coming { people, days } => format!(
                "感谢贵单位为本期活动提供体验岗位。下列 {people} 名初心体验大使将分 {days} 天到贵单位体验，请予接待。"
            ),
            Self::Nobody => {
                "感谢贵单位为本期活动提供体验岗位。本期没有大使安排到贵单位，期待下次合作。".into()
            }
            Self::Changed => "与此前告知的安排相比，有下列调整：".into(),
            Self::NobodyLeft => {
                "感谢贵单位为本期活动提供体验岗位。安排有调整，现在没有大使到贵单位体验。".into()
            }
            Self::Thursdays => "感谢贵单位参加周四行动，全年安排如下。".into(),
            Self::Prepare => "请贵单位准备".into(),
            Self::Mentors(mentors) => {
                format!("请{}提前到集合地点迎候，并全程带教。", list(Language::Zh, mentors))
            }
            Self::Somebody => "请安排一位带教老师提前到集合地点迎候。".into(),
            Self::Check { post, papers } => {
                format!("{post}：请核对大使是否具备{}。", list(Language::Zh, papers))
            }
            Self::Told { post: Some(post), note } => format!("{post}：已告知大使“{note}”。"),
            Self::Told { post: None, note } => format!("已告知大使“{note}”。"),
            Self::SignIn => "请大使当天在签到表上签名；体验结束时，请留几分钟让大使写下初心感悟。".into(),
            Self::Change(Some(office)) => format!("如有变动，请尽早与我们联系：{office}。"),
            Self::Change(None) => "如有变动，请尽早与我们联系。".into(),
            Self::Action => "周四行动".into(),
            Self::Paired { neighbourhood, way: Some(way) } => {
                format!("贵单位与{neighbourhood}结对，相距 {way}。")
            }
            Self::Paired { neighbourhood, way: None } => format!("贵单位与{neighbourhood}结对。"),
            Self::Moved => "部分月份改期，请以下列日期为准。".into(),
            Self::Thanks => "谨此致谢。".into(),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Heading(campaign) => format!("{campaign}: your guests"),
            Self::Dear(unit) => format!("To {unit}"),
            Self::Coming { people, days: 1 } => format!(
                "Thank you for lending posts to this campaign. {} will spend a day with you.",
                count(*people, "ambassador", "ambassadors"),
            ),
            Self::Coming { people, days } => format!(
                "Thank you for lending posts to this campaign. {} will spend a day with you, on {}.",
                count(*people, "ambassador", "ambassadors"),
                count(*days, "day", "days"),
            ),
            Self::Nobody => {
                "Thank you for lending posts to this campaign. This time nobody is placed with you; we look \
                 forward to the next."
                    .into()
            }
            Self::Changed => "Since an earlier letter this has changed:".into(),
            Self::NobodyLeft => {
                "Thank you for lending posts to this campaign. Plans have changed, and nobody comes to you now."
                    .into()
            }
            Self::Thursdays => "Thank you for taking part in the Thursday Action. This is the year.".into(),
            Self::Prepare => "Please prepare".into(),
            Self::Mentors(mentors) => format!(
                "{} should be at the meeting point early and guide the guests all day.",
                list(Language::En, mentors)
            ),
            Self::Somebody => "A mentor should be at the meeting point early.".into(),
            Self::Check { post, papers } => {
                format!("{post}: please check that the guests have {}.", list(Language::En, papers))
            }
            Self::Told { post: Some(post), note } => format!("{post}: the guests were told “{note}”."),
            Self::Told { post: None, note } => format!("The guests were told “{note}”."),
            Self::SignIn => {
                "Guests sign the sign-in sheet, and need a few minutes at the end to write down what they take \
                 with them."
                    .into()
            }
            Self::Change(Some(office)) => format!("Should anything change, please tell us early: {office}."),
            Self::Change(None) => "Should anything change, please tell us early.".into(),
            Self::Action => "Thursday Action".into(),
            Self::Paired { neighbourhood, way: Some(way) } => {
                format!("You are paired with {neighbourhood}, {way} away.")
            }
            Self::Paired { neighbourhood, way: None } => format!("You are paired with {neighbourhood}."),
            Self::Moved => "In some months it is another day: the dates below hold.".into(),
            Self::Thanks => "With many thanks".into(),
        }
    }
}
