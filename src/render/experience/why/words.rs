//! The sentences of an explanation.

use crate::{
    domain::Language,
    render::wording::{Phrase, count, list, quoted},
};

labels! {
    /// What stands above a part.
    pub enum Heading {
        /// The wishes that did not come true.
        Answers: "没有排上的", "What did not come true";
        /// Why a whole plan is as it is.
        Why: "为什么这样安排", "Why it is so";
        /// Where somebody may go at all.
        Funnel: "可以去的岗位", "Where it is possible to go";
    }
}

/// One sentence or phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// All in one: who, what was given, and the rest.
    Sentence {
        /// Who.
        name: String,
        /// What was given, if anything.
        given: Option<String>,
        /// The rest.
        rest: String,
    },
    /// A post behind a wish.
    Post(String),
    /// Everything that was wished for more is there.
    NothingBetter,
    /// The wish that was asked about came true.
    CameTrue(String),
    /// There were no wishes.
    NoWishes,
    /// Why there is no place.
    NoPlace(String),
    /// A wish that did not come true, and why.
    NotGiven {
        /// Which.
        wish: String,
        /// Why.
        why: String,
    },
    /// There is no session.
    NoSession,
    /// What bars all sessions.
    Barred(String),
    /// What bars everybody else.
    NobodyElse(String),
    /// Everybody who may come is there.
    NobodyLeft,
    /// What cannot hold together with it.
    Impossible(Vec<String>),
    /// What would be worse.
    Outweighed {
        /// If what.
        premise: String,
        /// What.
        worse: String,
    },
    /// It would be better, if this.
    Overlooked(String),
    /// It would be as good.
    Tie {
        /// If what.
        premise: String,
        /// Whether the lot decided.
        drawn: bool,
    },
    /// It was stopped before that.
    Unknown,
    /// Any place at all.
    Anything,
    /// Something of somebody.
    OfPerson {
        /// Whose.
        name: String,
        /// What.
        what: String,
    },
    /// The wishes of one number of several people.
    WishOf {
        /// Whose.
        names: String,
        /// Which.
        wish: String,
    },
    /// No plan has one person more.
    NoMore,
    /// What was asked and the answer.
    Answer {
        /// What was asked.
        subject: String,
        /// The answer.
        why: String,
    },
    /// A level with what it would change to.
    Changes {
        /// If what.
        premise: String,
        /// Its name.
        level: String,
        /// Now.
        from: i64,
        /// Then.
        to: i64,
        /// What it counts.
        counts: String,
        /// Whether that is worse.
        is_loss: bool,
    },
    /// The same in short: why, and from what to what the level would change.
    InShort {
        /// Why, without figures.
        why: String,
        /// What the level counts.
        counts: String,
        /// Now.
        from: i64,
        /// Then.
        to: i64,
    },
    /// The command that gives this again.
    Again(String),
    /// Posts that rules bar.
    PostsBarred {
        /// How many.
        posts: usize,
        /// What each of the rules says; none where there is no session.
        rules: Vec<String>,
    },
    /// A sentence by itself.
    Whole(String),
    /// Posts at which a repair keeps all that is possible.
    PostsSettled(usize),
    /// Of all posts, what bars how many and how many remain.
    Posts {
        /// All.
        all: usize,
        /// What bars how many.
        barred: Vec<String>,
        /// How many remain.
        remaining: usize,
    },
    /// The same where a repair keeps what lies before a day.
    PostsFrom {
        /// The day.
        day: String,
        /// What is said of posts.
        told: String,
    },
    /// Which remain.
    Remaining(Vec<String>),
}

/// With a capital letter first.
pub fn sentence_case(why: &str) -> String {
    let mut letters = why.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}

impl Phrase for Said {
    fn zh(&self) -> String {
        match self {
            Self::Sentence { name, given: Some(given), rest } => format!("{name}安排在{given}；{rest}。"),
            Self::Sentence { name, given: None, rest } => format!("{name}{rest}。"),
            Self::Post(post) => quoted(post),
            Self::NothingBetter => "没有落空的志愿".into(),
            Self::CameTrue(wish) => format!("{wish}已经满足"),
            Self::NoWishes => "没有填志愿".into(),
            Self::NoPlace(why) => format!("没有排上：{why}"),
            Self::NotGiven { wish, why } => format!("{wish}没有排上：{why}"),
            Self::NoSession => "没有任何场次".into(),
            Self::Barred(reasons) => format!("每一场都去不了（{reasons}）"),
            Self::NobodyLeft => "去得了的人都已经在这里".into(),
            Self::Impossible(kinds) if kinds.is_empty() => "守住全部规则和约定，就排不进去".into(),
            Self::Impossible(kinds) => format!("与{}不能同时做到", list(Language::Zh, kinds)),
            Self::NobodyElse(reasons) => format!("没有别的人能来（按人次统计：{reasons}）"),
            Self::Outweighed { premise, worse } => format!("{premise}，{worse}"),
            Self::Overlooked(premise) => format!("{premise}，反而更好，这份方案不是最好的"),
            Self::Tie { drawn: true, .. } => "几种安排一样好，是抽签定的".into(),
            Self::Tie { premise, drawn: false } => format!("{premise}，也一样好"),
            Self::Unknown => "没有算完".into(),
            Self::Anything => "不论哪一场".into(),
            Self::OfPerson { name, what } => format!("{name}，{what}"),
            Self::WishOf { names, wish } => format!("{names}{wish}"),
            Self::NoMore => "守住全部规则和约定，就排不进更多的人".into(),
            Self::Answer { subject, why } => format!("{subject}：{why}。"),
            Self::Changes { premise, level, from, to, counts, is_loss } => {
                let side = if *is_loss { "变差" } else { "变好" };
                format!("{premise}，第一个{side}的是{}（{counts}），由 {from} 变成 {to}", quoted(level))
            }
            Self::InShort { why, counts, from, to } => format!("{why}（{counts}：{from} → {to}）"),
            Self::Again(command) => format!("重算这一条：{command}"),
            Self::PostsBarred { posts, rules } if rules.is_empty() => format!("{posts} 个没有场次"),
            Self::PostsBarred { posts, rules } => format!("{posts} 个{}", rules.join("或")),
            Self::Whole(why) => format!("{why}。"),
            Self::PostsSettled(posts) => format!("{posts} 个的场次不再调整"),
            Self::Posts { all, barred, remaining } if barred.is_empty() && all == remaining => {
                format!("{all} 个岗位都可以去。")
            }
            Self::Posts { all, barred, remaining } => {
                format!("{all} 个岗位里，{}，剩下 {remaining} 个。", barred.join("，"))
            }
            Self::PostsFrom { day, told } => format!("{day}起，{told}"),
            Self::Remaining(titles) => format!("{}。", list(Language::Zh, titles)),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Sentence { name, given: Some(given), rest } => format!("{name}: {given}; {rest}."),
            Self::Sentence { name, given: None, rest } => format!("{name}: {rest}."),
            Self::Post(post) => format!(", {post}"),
            Self::NothingBetter => "nothing that was wished for more is missing".into(),
            Self::CameTrue(wish) => format!("the {wish} came true"),
            Self::NoWishes => "no wishes were given".into(),
            Self::NoPlace(why) => format!("not placed: {why}"),
            Self::NotGiven { wish, why } => format!("not the {wish}: {why}"),
            Self::NoSession => "there is no session".into(),
            Self::Barred(reasons) => format!("no session is possible: {reasons}"),
            Self::NobodyLeft => "everybody who may come is here already".into(),
            Self::Impossible(kinds) if kinds.is_empty() => {
                "no plan that keeps every rule and all that is agreed has it".into()
            }
            Self::Impossible(kinds) => format!("it cannot hold together with {}", list(Language::En, kinds)),
            Self::NobodyElse(reasons) => {
                format!("nobody else can come, person by person and session by session: {reasons}")
            }
            Self::Outweighed { premise, worse } => format!("{premise} {worse}"),
            Self::Overlooked(premise) => {
                format!("{premise} the plan would be better: it is not the best that there is")
            }
            Self::Tie { drawn: true, .. } => "several plans are equally good, and the lot decided".into(),
            Self::Tie { premise, drawn: false } => format!("{premise} the plan would be as good"),
            Self::Unknown => "this was not found out".into(),
            Self::Anything => "any session".into(),
            Self::OfPerson { name, what } => format!("{name}, {}", what.trim_start_matches(", ")),
            Self::WishOf { names, wish } => format!("{names}: {wish}"),
            Self::NoMore => "no plan that keeps every rule and all that is agreed has one person more".into(),
            Self::Answer { subject, why } => format!("{subject}: {why}."),
            Self::Changes { premise, level, from, to, counts, is_loss } => {
                let side = if *is_loss { "worse" } else { "better" };
                format!(
                    "{premise} the first to become {side} is {} ({counts}): {to} instead of {from}",
                    quoted(level)
                )
            }
            Self::InShort { why, counts, from, to } => format!("{why} ({counts}: {from} → {to})"),
            Self::Again(command) => format!("To solve this again: {command}"),
            Self::PostsBarred { posts, rules } if rules.is_empty() => format!("{posts} without a session"),
            Self::PostsBarred { posts, rules } => format!("{posts}: {}", rules.join(" or ")),
            Self::Whole(why) => format!("{}.", sentence_case(why)),
            Self::PostsSettled(posts) => format!("{posts}: kept as they are"),
            Self::Posts { all, barred, remaining } if barred.is_empty() && all == remaining => {
                format!("All {} are possible.", count(*all, "post", "posts"))
            }
            Self::Posts { all, barred, remaining } => {
                format!("Of {} {remaining} remain; {}.", count(*all, "post", "posts"), barred.join("; "))
            }
            Self::PostsFrom { day, told } => format!("From {day} on: {told}"),
            Self::Remaining(titles) => format!("{}.", list(Language::En, titles)),
        }
    }
}
