//! Problems that the rules of the experience find.

use crate::{
    diagnostic::experience::{Experience, InVain},
    domain::Language,
    experience::rule::Rule,
    render::wording::{
        Phrase, count, list, measure,
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
            Self::MoreWanted { wanted, people, days } => Words::of(format!(
                "有人去得了的岗位共需 {wanted} 人次，报了名、去得了的 {people} 人合计最多去 {days} 次"
            ))
            .hint("缺的人次排不出来：请再找人报名，或改小 need，或放宽每人的次数（days）"),
            Self::NeedBeyondPeople { title, need, people, days } => {
                Words::of(format!("岗位{title}需要 {need} 人次，去得了的 {people} 人合计最多去 {days} 次"))
                    .hint("请再找人报名，或改小这个岗位的 need，或放宽它的要求")
            }
            Self::NeedBeyondSeats { title, need, seats } => {
                Words::of(format!("岗位{title}需要 {need} 人次，各场的席位合计只有 {seats} 个"))
                    .hint("请改小 need，或增加席位（seats）或日期（dates）")
            }
            Self::WishInVain(vain) => {
                let InVain { name, title, rule, elsewhere } = vain.as_ref();
                let says = says(rule, Language::Zh);
                let elsewhere = list(Language::Zh, elsewhere);
                Words::of(format!("{name}去不了所填的岗位{title}，主要因为 {rule}（{says}）"))
                    .hint(format!("这个志愿满足不了：请改志愿（例如{elsewhere}），或改岗位的要求和日期"))
            }
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
            Self::MoreWanted { wanted, people, days } => Words::of(format!(
                "posts to which anybody may come want {}; {} who signed up and may go anywhere can give {} at most",
                count_long(*wanted, "person", "people"),
                count(*people, "person", "people"),
                count_long(*days, "day", "days")
            ))
            .hint("what is lacking cannot be planned: find more people, lower a `need`, or raise `days`"),
            Self::NeedBeyondPeople { title, need, people, days } => Words::of(format!(
                "{title} wants {need}; {} who may come can give {} at most",
                count(*people, "person", "people"),
                count_long(*days, "day", "days")
            ))
            .hint("find more people, lower its `need`, or loosen what it requires"),
            Self::NeedBeyondSeats { title, need, seats } => Words::of(format!(
                "{title} wants {need} and has {} over all its sessions",
                count_long(*seats, "seat", "seats")
            ))
            .hint("lower its `need`, or add seats or dates"),
            Self::WishInVain(vain) => {
                let InVain { name, title, rule, elsewhere } = vain.as_ref();
                let says = says(rule, Language::En);
                let elsewhere = list(Language::En, elsewhere);
                Words::of(format!("{name} may not go to {title} as wished, most of all by `{rule}`: {says}"))
                    .hint(format!(
                        "this wish cannot come true: change it (to {elsewhere}, for one), or what the post requires and its dates"
                    ))
            }
        }
    }
}

/// A number of any size with its noun.
fn count_long(number: u64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

fn says(rule: &str, language: Language) -> String {
    Rule::from_id(rule).map_or_else(String::new, |rule| rule.say(language))
}
