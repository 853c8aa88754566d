//! Problems of scenarios, and what falls away with what one removes.

use crate::{
    diagnostic::overlay::{Fallen, MOST_SCENARIOS, Overlay},
    domain::Language,
    render::wording::{
        list,
        problem::{
            Explained, Words,
            reference::{kind_en, kind_zh},
        },
    },
};

impl Explained for Overlay {
    fn zh(&self) -> Words {
        match self {
            Self::Circle { path } => {
                Words::of(format!("绕了一圈又回到 {path}")).hint("extends 请写另一份活动文件，不能绕回自己")
            }
            Self::ChainTooLong => Words::of(format!("比选方案一层套一层，超过了 {MOST_SCENARIOS} 层"))
                .hint("请把几层合成一份文件"),
            Self::RemoveWithoutBase => Words::of("没有写 extends，不知道从哪份活动里删去")
                .hint("请写上 extends: 活动文件，或直接删去这些内容"),
            Self::NothingToRemove { kind, id, similar } => {
                Words::of(format!("原来的活动里没有编号为 {id} 的{}，删不了", kind_zh(*kind))).hint(
                    match similar {
                        Some(similar) => format!("是不是想写 {similar}？"),
                        None => format!("请核对原来的活动里 {} 的编号", kind.section()),
                    },
                )
            }
            Self::FallsAway { kind, id, fallen } => {
                let fallen: Vec<String> = fallen.iter().map(fallen_zh).collect();
                Words::of(format!("删去{} {id}，随之去掉：{}", kind_zh(*kind), list(Language::Zh, &fallen)))
            }
        }
    }

    fn en(&self) -> Words {
        match self {
            Self::Circle { path } => Words::of(format!("this leads back to {path}"))
                .hint("a file cannot extend itself; name another campaign file"),
            Self::ChainTooLong => {
                Words::of(format!("more than {MOST_SCENARIOS} scenarios, one over the other"))
                    .hint("put some of them into one file")
            }
            Self::RemoveWithoutBase => Words::of("`remove` needs a campaign to remove from")
                .hint("add `extends: FILE`, or take the entries out of this file"),
            Self::NothingToRemove { kind, id, similar } => {
                Words::of(format!("the base has no {} with the id `{id}` to remove", kind_en(*kind))).hint(
                    match similar {
                        Some(similar) => format!("did you mean `{similar}`?"),
                        None => format!("compare the ids under `{}` in the base", kind.section()),
                    },
                )
            }
            Self::FallsAway { kind, id, fallen } => {
                let fallen: Vec<String> = fallen.iter().map(fallen_en).collect();
                Words::of(format!(
                    "with the {} `{id}` falls away: {}",
                    kind_en(*kind),
                    list(Language::En, &fallen)
                ))
            }
        }
    }
}

fn fallen_zh(fallen: &Fallen) -> String {
    match fallen {
        Fallen::Post(post) => format!("岗位 {post}"),
        Fallen::Wish { ambassador, number } => format!("{ambassador} 的第 {number} 志愿"),
        Fallen::Employer(person) => format!("{person} 的所在单位"),
        Fallen::Origin(person) => format!("{person} 的出发地"),
        Fallen::Pin(person, post) => format!("固定安排 {person} – {post}"),
        Fallen::Ban(person, post) => format!("回避 {person} – {post}"),
        Fallen::Member(person) => format!("分组里的 {person}"),
        Fallen::Group(members) => format!("分组（{}）", list(Language::Zh, members)),
        Fallen::Fixed(unit, home) => format!("约定的结对 {unit} – {home}"),
        Fallen::Forbidden(unit, home) => format!("不结对的 {unit} – {home}"),
        Fallen::Offer(unit) => format!("{unit} 能办的这个主题"),
        Fallen::Need(home) => format!("{home} 想要的这个主题"),
        Fallen::LectureUnit => "讲堂的单位".into(),
    }
}

fn fallen_en(fallen: &Fallen) -> String {
    match fallen {
        Fallen::Post(post) => format!("post {post}"),
        Fallen::Wish { ambassador, number } => format!("wish {number} of {ambassador}"),
        Fallen::Employer(person) => format!("employer of {person}"),
        Fallen::Origin(person) => format!("starting place of {person}"),
        Fallen::Pin(person, post) => format!("pin {person} – {post}"),
        Fallen::Ban(person, post) => format!("ban {person} – {post}"),
        Fallen::Member(person) => format!("{person} in a group"),
        Fallen::Group(members) => format!("group of {}", members.join(" and ")),
        Fallen::Fixed(unit, home) => format!("fixed pair {unit} – {home}"),
        Fallen::Forbidden(unit, home) => format!("forbidden pair {unit} – {home}"),
        Fallen::Offer(unit) => format!("offer of {unit}"),
        Fallen::Need(home) => format!("need of {home}"),
        Fallen::LectureUnit => "unit of the lecture".into(),
    }
}
