//! What speaks against giving somebody a session, and who could have it instead.
//!
//! In: [`Unable`] and the campaign. Out: messages, in the words of the rule that would be broken.

use crate::{
    domain::Language,
    experience::{reserves::handover::Unable, roster::Placement, rule::Rule},
    plan::outline::Visit,
    render::{
        edition::{names::Names, shown::Shown},
        experience::broken::Broken,
        wording::{Phrase, command::argument, list, measure},
    },
};

/// What speaks against giving somebody a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exchange {
    /// A rule would be broken.
    Breaks {
        /// The option that was typed.
        option: String,
        /// What would be wrong.
        why: String,
    },
    /// Whoever is to get it has as many as he or she takes.
    TooMany {
        /// The option that was typed.
        option: String,
        /// Who.
        name: String,
        /// What he or she has.
        has: Vec<String>,
        /// How many he or she takes at most.
        most: u32,
    },
    /// The same command takes the session away.
    Gone {
        /// The option that was typed.
        option: String,
        /// When.
        session: String,
        /// Where.
        post: String,
    },
}

impl Exchange {
    /// What the rules say against it, in the words of the campaign as it will be.
    pub fn breaks(option: &str, unable: &Unable, domain: &Shown<'_>, language: Language) -> Self {
        let Unable { violation, roster, placement, .. } = unable;
        let has = unable.has();
        if violation.rule == Rule::DaysLimit && !has.is_empty() {
            let names = Names::of(domain, language);
            let told = |one: &Placement| {
                let hours = domain.post(one.post).told(one.hours);
                format!(
                    "{}{}",
                    measure::session(language, one.date, hours),
                    match language {
                        Language::Zh => names.post(one.post).to_owned(),
                        Language::En => format!(" {}", names.post(one.post)),
                    }
                )
            };
            return Self::TooMany {
                option: domain.said(option),
                name: names.ambassador(placement.ambassador).to_owned(),
                has: has.iter().map(told).collect(),
                most: domain.ambassador(placement.ambassador).days_max,
            };
        }
        let why = Broken { domain, roster, violation }.say(language);
        Self::Breaks { option: domain.said(option), why }
    }

    /// That it is gone, in the words of the campaign that had it.
    pub fn gone(option: &str, visit: &Visit, domain: &Shown<'_>, language: Language) -> Self {
        let titled = domain.posts.iter().find(|one| one.id == visit.post);
        let post = titled.map_or_else(|| domain.said(&visit.post), |post| post.title.clone());
        let session = measure::session(language, visit.date, visit.hours);
        Self::Gone { option: domain.said(option), session, post }
    }
}

impl Phrase for Exchange {
    fn zh(&self) -> String {
        match self {
            Self::Breaks { option, why } => format!("{option} 做不到：{why}"),
            Self::TooMany { option, name, has, most } => {
                let has = list(Language::Zh, has);
                format!("{option} 做不到：{name}已经有{has}，最多只去{most}次")
            }
            Self::Gone { option, session, post } => {
                format!("{option} 做不到：同一条命令里{session}的{post}已经取消")
            }
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Breaks { option, why } => format!("{option} cannot be: {why}"),
            Self::TooMany { option, name, has, most } => {
                let has = list(Language::En, has);
                format!("{option} cannot be: {name} has {has}, and takes {most} at most")
            }
            Self::Gone { option, session, post } => {
                format!("{option} cannot be: the same command takes {post} on {session} away")
            }
        }
    }
}

/// What else may be done where whoever is to step in has a session already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Otherwise {
    /// The option that lets the two change places, where they may.
    swap: Option<String>,
    /// The option that lets whoever steps in have one session more.
    more: String,
}

impl Otherwise {
    /// For what was `giver`'s, a word as typed; `None` where whoever is to step in takes more sessions than that, or has several.
    pub fn of(giver: &str, unable: &Unable, may_swap: bool, domain: &Shown<'_>) -> Option<Self> {
        let has = unable.has();
        let [own] = has.as_slice() else { return None };
        let Unable { placement, violation, .. } = unable;
        let person = domain.ambassador(placement.ambassador);
        let at = |one: &Placement| {
            let hours = domain.post(one.post).told(one.hours).map(|hours| format!(" {hours}"));
            format!("@{}{}", one.date, hours.unwrap_or_default())
        };
        let swap = argument(&format!("{giver}{},{}{}", at(placement), person.id, at(own)));
        let more = argument(&format!("ambassadors.{}.days.max={}", person.id, person.days_max + 1));
        let is_full = violation.rule == Rule::DaysLimit;
        let swap = may_swap.then(|| format!("--swap {swap}"));
        is_full.then(|| Self { swap, more: format!("--set {more}") })
    }
}

impl Phrase for Otherwise {
    fn zh(&self) -> String {
        let swap = self.swap.as_ref().map(|swap| format!("两人对调：{swap}；")).unwrap_or_default();
        format!("{swap}愿意多去一次：加 {}", self.more)
    }

    fn en(&self) -> String {
        let swap = self.swap.as_ref().map(|swap| format!("to let the two change places: {swap}; "));
        format!("{}to let one go once more, add {}", swap.unwrap_or_default(), self.more)
    }
}

/// Who could have the session while everybody else stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instead {
    /// Their names.
    pub names: Vec<String>,
    /// The option that gives it to the first of them.
    pub option: String,
}

impl Instead {
    /// Whoever could have what was `giver`'s, a word as typed; `None` where nobody could.
    pub fn of(giver: &str, unable: &Unable, domain: &Shown<'_>, language: Language) -> Option<Self> {
        let names = Names::of(domain, language);
        let first = *unable.instead.first()?;
        let placement = unable.placement;
        let hours = domain.post(placement.post).told(placement.hours);
        let hours = hours.map(|hours| format!(" {hours}")).unwrap_or_default();
        let person = domain.ambassador(first);
        let is_alone = domain.ambassadors.iter().filter(|one| one.name == person.name).count() == 1;
        let word = if is_alone { person.name.clone() } else { domain.mark(first) };
        let option = argument(&format!("{giver}@{}{hours}={word}", placement.date));
        let all = unable.instead.iter().map(|&one| names.ambassador(one).to_owned());
        Some(Self { names: all.collect(), option: format!("--replace {option}") })
    }
}

impl Phrase for Instead {
    fn zh(&self) -> String {
        format!("可以由{}顶替，其他人不动：{}", list(Language::Zh, &self.names), self.option)
    }

    fn en(&self) -> String {
        format!("{} could, with nobody else moving: {}", list(Language::En, &self.names), self.option)
    }
}
