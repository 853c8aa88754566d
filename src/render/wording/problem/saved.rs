//! Problems of a saved plan.

use crate::{
    diagnostic::saved::{Lacking, Misread, Saved},
    render::wording::problem::{
        Explained, Words,
        reference::{kind_en, kind_zh},
    },
};

impl Explained for Saved {
    fn zh(&self) -> Words {
        match self {
            Self::IsCampaign => Words::of("这是活动文件，不是安排方案").hint("请给出 chuxin plan -o 存下的方案"),
            Self::OtherVersion { found, known } => {
                Words::of(format!("安排方案的格式版本是 {found}，这里只认版本 {known}"))
                    .hint("请用 chuxin plan 重新生成，或换用生成它的版本")
            }
            Self::NoSession { post, date } => {
                Words::of(format!("岗位 {post} 在 {date} 不开放")).hint("请改日期，或删去这一条安排")
            }
            Self::NoLonger { kind, id, similar } => {
                let words = Words::of(format!(
                    "活动里已经没有编号为 {id} 的{}，原方案中的这一条作废",
                    kind_zh(*kind)
                ));
                match similar {
                    Some(similar) => words.hint(format!("如果只是编号写错了，是不是想写 {similar}？")),
                    None => words,
                }
            }
            Self::NoLongerOffered { post, date } => {
                Words::of(format!("岗位 {post} 在 {date} 已不再开放，原方案中的这一条作废"))
            }
            Self::OtherPlan { name } => {
                Words::of(format!("这份安排方案是“{name}”的，里面安排的，这个活动里一样也没有"))
                    .hint("请用 --plan 给出这个活动自己的方案")
            }
            Self::Misread(misread) => misread_zh(misread),
            Self::SettledIsGone { keep_until } => {
                Words::of(format!("{keep_until} 之前的安排保持不变，但活动里已经没有这一条所说的人或场次"))
                    .hint("已经过去的要原样留着：请把它写回活动文件，从某天起来不了的人写 away，从某天起停用的单位写 closed")
            }
        }
    }

    fn en(&self) -> Words {
        match self {
            Self::IsCampaign => Words::of("this is a campaign, not a plan")
                .hint("give a plan as `chuxin plan -o` saves it"),
            Self::OtherVersion { found, known } => {
                Words::of(format!("a plan of version {found}; only version {known} is read here"))
                    .hint("make it anew with `chuxin plan`, or use the version that wrote it")
            }
            Self::NoSession { post, date } => Words::of(format!("post `{post}` is not offered on {date}"))
                .hint("change the date, or take the placement out"),
            Self::NoLonger { kind, id, similar } => {
                let words = Words::of(format!(
                    "the campaign no longer has the {} `{id}`: what was planned here is gone",
                    kind_en(*kind)
                ));
                match similar {
                    Some(similar) => words.hint(format!("if the id is only misspelt: did you mean `{similar}`?")),
                    None => words,
                }
            }
            Self::NoLongerOffered { post, date } => Words::of(format!(
                "post `{post}` is no longer offered on {date}: what was planned here is gone"
            )),
            Self::OtherPlan { name } => Words::of(format!(
                "a plan for {name}: this campaign has nothing of what it arranges"
            ))
            .hint("give this campaign's own plan with --plan"),
            Self::Misread(misread) => misread_en(misread),
            Self::SettledIsGone { keep_until } => Words::of(format!(
                "what is before {keep_until} stays as it is, but the campaign no longer has this person or session"
            ))
            .hint("what is over stays: write it back into the campaign, with `away` for whoever cannot come from some day on and `closed` for a unit that takes nobody from then on"),
        }
    }
}

fn misread_zh(Misread { plan, file, lacking, command }: &Misread) -> Words {
    let why = match lacking {
        Lacking::Scenario(own) => {
            format!("{plan} 是按 {own} 排的，它在 {file} 之上另有变动；照 {file} 来，这些变动就丢了")
        }
        Lacking::Variations(options) => {
            format!("{plan} 是另加 {} 排的；这次没有带上，{file} 里也没有，这些变动就丢了", options.join(" "))
        }
    };
    Words::of(why).hint(format!("请改用：{command}"))
}

fn misread_en(Misread { plan, file, lacking, command }: &Misread) -> Words {
    let why = match lacking {
        Lacking::Scenario(own) => format!(
            "{plan} was made for {own}, which changes {file}: with {file} itself, these changes would be lost"
        ),
        Lacking::Variations(options) => format!(
            "{plan} was made with {}, which is neither given here nor in {file}: these changes would be lost",
            options.join(" ")
        ),
    };
    Words::of(why).hint(format!("what was meant: {command}"))
}
