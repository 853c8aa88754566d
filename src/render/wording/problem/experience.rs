//! Problems that the rules of the experience find.

use crate::{
    diagnostic::experience::Experience,
    domain::Language,
    experience::rule::Rule,
    render::wording::{
        Phrase, count, measure,
        problem::{Explained, Words},
    },
};

impl Explained for Experience {
    fn zh(&self) -> Words {
        match self {
            Self::PinBreaksRule { rule } => {
                Words::of(format!("这条固定安排违反规则 {rule}：{}", says(rule, Language::Zh)))
                    .hint("请改这条固定安排，或改与它冲突的内容")
            }
            Self::EligibleNowhere { name, rule, sessions } => {
                Words::of(format!("{name}没有去得了的场次，主要因为 {rule}（{}）", says(rule, Language::Zh)))
                    .hint(format!("单这一条就排除了 {sessions} 场；请检查这位大使和岗位的要求"))
            }
            Self::NobodyEligible { title, rule, pairs } => {
                Words::of(format!("没有人去得了岗位{title}，主要因为 {rule}（{}）", says(rule, Language::Zh)))
                    .hint(format!("逐人逐场看，单这一条就排除了 {pairs} 次；请检查岗位的要求和日期"))
            }
            Self::NeverRuns { title, date, sessions, quorum, most } => Words::of(format!(
                "岗位{title}有 {sessions} 场永远开不了（最早{}）：至少要 {quorum} 人，最多只能来 {most} 人",
                measure::date(Language::Zh, *date)
            ))
            .hint("请改小 seats 的 min，或放宽限制"),
            Self::NowhereTogether { people } => Words::of(format!("这 {people} 人没有一场能同去"))
                .hint("同一场要大家都去得了、席位也够；不改，他们都不会被安排在一起"),
        }
    }

    fn en(&self) -> Words {
        match self {
            Self::PinBreaksRule { rule } => {
                Words::of(format!("this pin breaks the rule `{rule}`: {}", says(rule, Language::En)))
                    .hint("change the pin, or what it clashes with")
            }
            Self::EligibleNowhere { name, rule, sessions } => {
                Words::of(format!("{name} may go nowhere, most of all by `{rule}`: {}", says(rule, Language::En)))
                    .hint(format!("that rule alone bars {}", count(*sessions, "session", "sessions")))
            }
            Self::NobodyEligible { title, rule, pairs } => {
                Words::of(format!("nobody may go to {title}, most of all by `{rule}`: {}", says(rule, Language::En)))
                    .hint(format!(
                        "that rule alone bars {} of people and sessions",
                        count(*pairs, "pair", "pairs")
                    ))
            }
            Self::NeverRuns { title, date, sessions, quorum, most } => Words::of(format!(
                "{} of {title} can never run, the first on {}: {quorum} people are needed, {most} can come at most",
                count(*sessions, "session", "sessions"),
                measure::date(Language::En, *date)
            ))
            .hint("lower the `min` of its seats, or loosen a limit"),
            Self::NowhereTogether { people } => {
                Words::of(format!("these {people} people share no session that has seats for all of them"))
                    .hint("find a post for which all are eligible, or take the group out")
            }
        }
    }
}

fn says(rule: &str, language: Language) -> String {
    Rule::from_id(rule).map_or_else(String::new, |rule| rule.say(language))
}
