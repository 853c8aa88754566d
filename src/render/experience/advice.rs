//! What each step that an organizer could take would gain, the most important level first.
//!
//! In: an [`Edition`] and [`Advice`]. Out: sections, or data.

use crate::{
    domain::places::PostIx,
    experience::{explanation::consequence::Change as LevelChange, level::Level},
    inquiry::advice::{Change, Loosened, Step},
    render::{
        block::{Block, Item, Section},
        edition::{Edition, shown::Shown},
        experience::summary::counts,
        terminal::clean::in_one_line,
        wording::{Phrase, count, measure, quoted},
    },
};
use serde_json::{Map, Value, json};

/// What came of trying every step.
#[derive(Debug, Clone, Default)]
pub struct Advice {
    /// What gains something.
    pub gains: Vec<Gain>,
    /// Units without which something is worse.
    pub missed: Vec<Gain>,
    /// How many units there are without which nothing is worse.
    pub spared: usize,
    /// How many steps change nothing that counts above the lot.
    pub without_effect: usize,
    /// How many make it worse.
    pub worse: usize,
    /// How many are refused by the campaign, or leave no plan.
    pub impossible: usize,
    /// How many there was no time for.
    pub not_tried: usize,
}

/// A step and the first level that changes with it: that becomes better, or worse without a unit.
#[derive(Debug, Clone)]
pub struct Gain {
    /// The step.
    pub step: Step,
    /// The level.
    pub change: LevelChange,
}

impl Advice {
    /// Puts first what gains on the most important level, and there the most; of the days of a post only the best is kept.
    pub fn rank(&mut self, order: &[Level]) {
        self.missed.sort_by_key(|missed| order.iter().position(|level| *level == missed.change.level));
        let rank = |gain: &Gain| {
            let level = order.iter().position(|level| *level == gain.change.level);
            (level, std::cmp::Reverse(gain.change.from.abs_diff(gain.change.to)))
        };
        self.gains.sort_by_key(rank);
        let mut posts = Vec::new();
        self.gains.retain(|gain| match gain.step.change {
            Change::Day(post, _) => {
                let is_first = !posts.contains(&post);
                posts.push(post);
                is_first
            }
            _ => true,
        });
    }
}

/// How much was tried, and each gain with the command that tries it.
pub fn sections(edition: Edition<'_>, advice: &Advice, command: &dyn Fn(&Step) -> String) -> Vec<Section> {
    let Advice { gains, missed, spared, without_effect, worse, impossible, not_tried } = advice;
    let tried = Said::Tried {
        gains: gains.len(),
        without_effect: *without_effect,
        worse: *worse,
        impossible: *impossible,
    };
    let untried = (*not_tried > 0).then_some(Said::NotTried(*not_tried));
    let head = [Some(tried), untried, Some(Said::NeverTried)].into_iter().flatten();
    let item = |gain: &Gain| {
        let LevelChange { level, from, to, .. } = gain.change;
        let (step, name, counts) =
            (said(edition, &gain.step.change), edition.say(level), counts(edition, level));
        let text = edition.say(Said::Gains { step, level: name, counts, from, to });
        Item { text, below: vec![edition.say(Said::Try(in_one_line(&command(&gain.step))))] }
    };
    let section = |heading: Said, steps: &[Gain]| {
        Section::new(edition.say(heading), vec![Block::List(steps.iter().map(item).collect())])
    };
    let units = Said::Units { missed: missed.len(), spared: *spared };
    vec![
        Section::sentences(head.map(|said| edition.say(said)).collect()),
        section(Said::Heading, gains),
        section(Said::Missed, missed),
        Section::sentences((missed.len() + spared > 0).then(|| edition.say(units)).into_iter().collect()),
    ]
}

/// The same as data.
pub fn data(domain: &Shown<'_>, advice: &Advice, command: &dyn Fn(&Step) -> String) -> Value {
    let steps = |steps: &[Gain]| -> Value {
        let written = steps.iter().map(|gain| {
            let LevelChange { level, from, to, .. } = gain.change;
            let Step { change, options } = &gain.step;
            let mut entries = Map::from_iter([("change".to_owned(), kind(change).into())]);
            if let Some(post) = post_of(change) {
                entries.insert("post".into(), domain.post(post).id.clone().into());
            }
            entries.insert("options".into(), options.clone().into());
            entries.insert("level".into(), level.to_string().into());
            entries.insert("from".into(), from.into());
            entries.insert("to".into(), to.into());
            entries.insert("command".into(), command(&gain.step).into());
            Value::Object(entries)
        });
        written.collect()
    };
    json!({
        "gains": steps(&advice.gains),
        "missed": steps(&advice.missed),
        "spared": advice.spared,
        "without_effect": advice.without_effect,
        "worse": advice.worse,
        "impossible": advice.impossible,
        "not_tried": advice.not_tried,
    })
}

fn kind(change: &Change) -> &'static str {
    match change {
        Change::Seat(_) => "seat",
        Change::Quorum(_) => "quorum",
        Change::PostLimit(_) => "post-limit",
        Change::AllDays(_) | Change::Day(..) => "day",
        Change::Person(_) => "person",
        Change::DailyLimit(_) => "unit-daily-limit",
        Change::UnitLimit(_) => "unit-limit",
        Change::WithoutUnit(_) => "without-unit",
        Change::Rule(_) => "rule",
    }
}

fn post_of(change: &Change) -> Option<PostIx> {
    match change {
        Change::Seat(post)
        | Change::Quorum(post)
        | Change::PostLimit(post)
        | Change::AllDays(post)
        | Change::Day(post, _) => Some(*post),
        _ => None,
    }
}

fn said(edition: Edition<'_>, change: &Change) -> String {
    let unit = |at: usize| edition.domain.units[at].name.clone();
    let post = post_of(change).map(|post| quoted(edition.names.post(post))).unwrap_or_default();
    edition.say(match change {
        Change::Seat(_) => Said::Seat(post),
        Change::Quorum(_) => Said::Quorum(post),
        Change::PostLimit(_) => Said::PostLimit(post),
        Change::AllDays(_) => Said::Day(post, String::new()),
        Change::Day(_, day) => Said::Day(post, measure::date(edition.language, *day)),
        Change::Person(held) => Said::Person(held.as_deref().map(|held| edition.domain.said(held))),
        Change::DailyLimit(at) => Said::DailyLimit(unit(*at)),
        Change::UnitLimit(at) => Said::UnitLimit(unit(*at)),
        Change::WithoutUnit(at) => Said::WithoutUnit(unit(*at)),
        Change::Rule(rule) => return edition.say(Loosening(*rule)),
    })
}

/// A rule that is loosened, in words.
struct Loosening(Loosened);

impl Phrase for Loosening {
    fn zh(&self) -> String {
        match self.0 {
            Loosened::OwnUnit => "可以去本人所在单位".into(),
            Loosened::RepeatPost => "往期去过的岗位可以再去".into(),
            Loosened::Kilometres(most) => format!("路程放宽到 {most} 公里"),
            Loosened::MentorLimit(most) => format!("带教老师同时带 {most} 人"),
            Loosened::OrganizationSession(most) => format!("同一组织每场可以去 {most} 人"),
            Loosened::OrganizationTotal(most) => format!("同一组织共可以去 {most} 人次"),
            Loosened::RestDays(rest) => format!("两次之间只隔 {rest} 天"),
            Loosened::RestHours(rest) => format!("两次之间只隔 {rest} 小时"),
        }
    }

    fn en(&self) -> String {
        match self.0 {
            Loosened::OwnUnit => "people may go to their own employer".into(),
            Loosened::RepeatPost => "people may go to a post again".into(),
            Loosened::Kilometres(most) => format!("up to {most} km"),
            Loosened::MentorLimit(most) => format!("{most} people at a time for a mentor"),
            Loosened::OrganizationSession(most) => format!("{most} people of an organization at a session"),
            Loosened::OrganizationTotal(most) => format!("{most} placements of an organization in all"),
            Loosened::RestDays(rest) => format!("only {} of rest", count(rest as usize, "day", "days")),
            Loosened::RestHours(rest) => format!("only {} of rest", count(rest as usize, "hour", "hours")),
        }
    }
}

/// One sentence or phrase.
enum Said {
    Tried { gains: usize, without_effect: usize, worse: usize, impossible: usize },
    NotTried(usize),
    NeverTried,
    Heading,
    Missed,
    Units { missed: usize, spared: usize },
    Gains { step: String, level: String, counts: String, from: i64, to: i64 },
    Try(String),
    Seat(String),
    Quorum(String),
    PostLimit(String),
    Day(String, String),
    Person(Option<String>),
    DailyLimit(String),
    UnitLimit(String),
    WithoutUnit(String),
}

impl Phrase for Said {
    fn zh(&self) -> String {
        match self {
            Self::Tried { gains, without_effect, worse, impossible } => format!(
                "每次只改一步：{gains} 种有好处，{without_effect} 种没有影响，{worse} 种反而变差，{impossible} 种行不通。"
            ),
            Self::NotTried(steps) => format!("还有 {steps} 种没有试。"),
            Self::NeverTried => "新增单位、新增岗位、改志愿和固定安排，都没有试。".into(),
            Self::Heading => "有好处的（排在前面的先顾）".into(),
            Self::Missed => "少不得的单位".into(),
            Self::Units { missed: 0, spared } => {
                format!("{spared} 家单位，去掉任何一家，第一个有变动的项目都不变差。")
            }
            Self::Units { spared, .. } => {
                format!("其余 {spared} 家，去掉任何一家，第一个有变动的项目都不变差。")
            }
            Self::Gains { step, level, counts, from, to } => {
                format!("{step}：{}（{counts}）由 {from} 变成 {to}。", quoted(level))
            }
            Self::Try(command) => format!("照着试：{command}"),
            Self::Seat(post) => format!("{post}每场多一席"),
            Self::Quorum(post) => format!("{post}少一人也开"),
            Self::PostLimit(post) => format!("{post}多收一人"),
            Self::Day(post, day) => format!("{post}{day}也开放"),
            Self::Person(None) => "多一位没有证件的大使".into(),
            Self::Person(Some(held)) => format!("多一位有{held}的大使"),
            Self::DailyLimit(unit) => format!("{unit}每天多接待一人"),
            Self::UnitLimit(unit) => format!("{unit}一共多接待一人"),
            Self::WithoutUnit(unit) => format!("去掉{unit}"),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Tried { gains, without_effect, worse, impossible } => format!(
                "One step at a time: {gains} gain something, {without_effect} change nothing, {worse} make it worse, {impossible} are not possible."
            ),
            Self::NotTried(steps) => {
                format!("{} not tried.", count(*steps, "more step was", "more steps were"))
            }
            Self::NeverTried => "New units and posts, other wishes and other pins were not tried.".into(),
            Self::Heading => "What gains something, the most important first".into(),
            Self::Missed => "Units that would be missed".into(),
            Self::Units { spared, .. } => {
                format!(
                    "Without {} the first level that changes does not become worse.",
                    match spared {
                        1 => "one unit".to_owned(),
                        many => format!("any one of {many} units"),
                    }
                )
            }
            Self::Gains { step, level, counts, from, to } => {
                format!("{step}: {} ({counts}) {to} instead of {from}.", quoted(level))
            }
            Self::Try(command) => format!("Try it: {command}"),
            Self::Seat(post) => format!("one more seat at each session of {post}"),
            Self::Quorum(post) => format!("{post} runs with one person fewer"),
            Self::PostLimit(post) => format!("one more person in all at {post}"),
            Self::Day(post, day) => format!("{post} on {day} too"),
            Self::Person(None) => "one more ambassador without any certificate".into(),
            Self::Person(Some(held)) => format!("one more ambassador with {held}"),
            Self::DailyLimit(unit) => format!("one more visitor a day at {unit}"),
            Self::UnitLimit(unit) => format!("one more visitor in all at {unit}"),
            Self::WithoutUnit(unit) => format!("without {unit}"),
        }
    }
}
