//! Saved plans, scenarios, and what is varied on the command line.

use crate::{
    diagnostic::{
        overlay::{Fallen, MOST_SCENARIOS, Overlay},
        saved::{Lacking, Misread, Saved},
        variation::Variation,
    },
    domain::Language,
    render::{
        diagnostic::words::{Explained, Words},
        wording::{Phrase, list},
    },
};
use chrono::NaiveDate;

impl Explained for Saved {
    fn zh(&self) -> Words {
        match self {
            Self::IsCampaign => Words::of("这是活动文件，不是安排方案").hint("请给出 chuxin plan -o 存下的方案"),
            Self::OtherVersion { found, known } => {
                Words::of(format!("安排方案的格式版本是 {found}，这里只认版本 1 到 {known}"))
                    .hint("请用 chuxin plan 重新生成，或换用生成它的版本")
            }
            Self::NoSession { post, date, hours } => {
                Words::of(format!("岗位 {post} 在 {}不开放", day(*date, hours.as_deref())))
                    .hint("请改日期或时间，或删去这一条安排")
            }
            Self::WhichHours { post, shifts } => {
                Words::of(format!("岗位 {post} 一天有几个班次，这一条没有写是哪一班"))
                    .hint(format!("请写 hours，例如 \"hours\": \"{}\"；班次：{}", shifts[0], list(Language::Zh, shifts)))
            }
            Self::NoSuchLevel { id, known } => Words::of(format!("这份方案不比较 {id} 这一项"))
                .hint(format!("可以写 {}", list(Language::Zh, known))),
            Self::NoDifference { id, value, is_loss } => Words::of(format!(
                "{id} 一项，from 应是方案的结果 {value}，to 应比它{}",
                if *is_loss { "差" } else { "好" }
            ))
            .hint("请用 chuxin plan --explain 重新证明"),
            Self::NoSuchWish { ambassador, number, post } => {
                Words::of(format!("{ambassador} 没有填岗位 {post} 的第 {number} 志愿"))
                    .hint("请用 chuxin plan --explain 重新证明")
            }
            Self::NoLonger { kind, id, similar } => {
                let words = Words::of(format!(
                    "活动里已经没有叫 {id} 的{}，原方案中的这一条作废",
                    kind.zh()
                ));
                match similar {
                    Some(similar) => words.hint(format!("如果只是编号写错了，是不是想写 {similar}？")),
                    None => words,
                }
            }
            Self::NoLongerOffered { post, date, hours } => {
                Words::of(format!("岗位 {post} 在 {}已不再开放，原方案中的这一条作废", day(*date, hours.as_deref())))
            }
            Self::OtherPlan { name } => {
                Words::of(format!("这份安排方案是“{name}”的，里面安排的，这个活动里一样也没有"))
                    .hint("请用 --plan 给出这个活动自己的方案")
            }
            Self::Misread(misread) => misread_zh(misread),
            Self::SettledIsGone { keep_until } => {
                Words::of(format!("{keep_until} 之前的安排保持不变，但活动里已经没有这一条所说的人或场次"))
                    .hint("已经过去的要原样留着：请把它写回活动文件，再用 --without 写明从哪天起退出，如 --without unit:编号@日期；也可以在文件里给人写 away、给单位写 closed")
            }
        }
    }

    fn en(&self) -> Words {
        match self {
            Self::IsCampaign => Words::of("this is a campaign, not a plan")
                .hint("give a plan as `chuxin plan -o` saves it"),
            Self::OtherVersion { found, known } => {
                Words::of(format!("a plan of version {found}; only versions 1 to {known} are read here"))
                    .hint("make it anew with `chuxin plan`, or use the version that wrote it")
            }
            Self::NoSession { post, date, hours } => {
                Words::of(format!("post `{post}` is not offered on {}", day(*date, hours.as_deref()).trim_end()))
                    .hint("change the date or the hours, or take the placement out")
            }
            Self::WhichHours { post, shifts } => {
                Words::of(format!("post `{post}` has several shifts a day, and this does not say which"))
                    .hint(format!("write `hours`: {}", list(Language::En, shifts)))
            }
            Self::NoSuchLevel { id, known } => Words::of(format!("this plan does not weigh `{id}`"))
                .hint(format!("it weighs {}", list(Language::En, known))),
            Self::NoDifference { id, value, is_loss } => Words::of(format!(
                "of `{id}`, `from` must be what the plan reached, {value}, and `to` {} than that",
                if *is_loss { "worse" } else { "better" }
            ))
            .hint("prove it anew with `chuxin plan --explain`"),
            Self::NoSuchWish { ambassador, number, post } => {
                Words::of(format!("`{ambassador}` has no wish of number {number} for post `{post}`"))
                    .hint("prove it anew with `chuxin plan --explain`")
            }
            Self::NoLonger { kind, id, similar } => {
                let words = Words::of(format!(
                    "the campaign no longer has the {} `{id}`: what was planned here is gone",
                    kind.en()
                ));
                match similar {
                    Some(similar) => words.hint(format!("if the id is only misspelt: did you mean `{similar}`?")),
                    None => words,
                }
            }
            Self::NoLongerOffered { post, date, hours } => Words::of(format!(
                "post `{post}` is no longer offered on {}: what was planned here is gone",
                day(*date, hours.as_deref()).trim_end()
            )),
            Self::OtherPlan { name } => Words::of(format!(
                "a plan for {name}: this campaign has nothing of what it arranges"
            ))
            .hint("give this campaign's own plan with --plan"),
            Self::Misread(misread) => misread_en(misread),
            Self::SettledIsGone { keep_until } => Words::of(format!(
                "what is before {keep_until} stays as it is, but the campaign no longer has this person or session"
            ))
            .hint("what is over stays: write it back into the campaign, and say from when on it leaves: --without unit:ID@DATE; or give the person `away` and the unit `closed` in the file"),
        }
    }
}

/// A date, and hours where they are known; a blank behind it.
fn day(date: NaiveDate, hours: Option<&str>) -> String {
    format!("{date} {}", hours.map(|hours| format!("{hours} ")).unwrap_or_default())
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

impl Explained for Overlay {
    fn zh(&self) -> Words {
        match self {
            Self::Circle { path } => {
                Words::of(format!("绕了一圈又回到 {path}")).hint("extends 请写另一份活动文件，不能绕回自己")
            }
            Self::ChainTooLong => Words::of(format!("比选方案一层套一层，超过了 {MOST_SCENARIOS} 层")).hint(
                "请把中间几份比选方案的内容合到一份里，让它直接 extends 最底下的活动文件，再从它往下做",
            ),
            Self::RemoveWithoutBase => Words::of("没有写 extends，不知道从哪份活动里删去")
                .hint("请写上 extends: 活动文件，或直接删去这些内容"),
            Self::NothingToRemove { kind, id, similar } => {
                Words::of(format!("原来的活动里没有叫 {id} 的{}，删不了", kind.zh())).hint(match similar {
                    Some(similar) => format!("是不是想写 {similar}？"),
                    None => format!("请核对原来的活动里 {} 的编号", kind.section()),
                })
            }
            Self::ChangesByName { kind, name, id } => {
                Words::of(format!("{}{name}原活动里已经有了（编号 {id}）：这里改的是它，没有另加", kind.zh()))
                    .hint("如果要另加一个同名的，请用 id 给它另写一个编号")
            }
            Self::FallsAway { kind, id, fallen } => {
                let fallen: Vec<String> = fallen.iter().map(fallen_zh).collect();
                Words::of(format!("删去{} {id}，随之去掉：{}", kind.zh(), list(Language::Zh, &fallen)))
            }
        }
    }

    fn en(&self) -> Words {
        match self {
            Self::Circle { path } => Words::of(format!("this leads back to {path}"))
                .hint("a file cannot extend itself; name another campaign file"),
            Self::ChainTooLong => {
                Words::of(format!("more than {MOST_SCENARIOS} scenarios, one over the other"))
                    .hint("put what those in the middle say into one file that extends the campaign at the bottom, and go on from that")
            }
            Self::RemoveWithoutBase => Words::of("`remove` needs a campaign to remove from")
                .hint("add `extends: FILE`, or take the entries out of this file"),
            Self::NothingToRemove { kind, id, similar } => {
                Words::of(format!("the base has no {} with the id `{id}` to remove", kind.en())).hint(
                    match similar {
                        Some(similar) => format!("did you mean `{similar}`?"),
                        None => format!("compare the ids under `{}` in the base", kind.section()),
                    },
                )
            }
            Self::ChangesByName { kind, name, id } => Words::of(format!(
                "the base has the {} {name} (`{id}`): this changes it and adds none",
                kind.en()
            ))
            .hint("to add another of this name, give it an `id` of its own"),
            Self::FallsAway { kind, id, fallen } => {
                let fallen: Vec<String> = fallen.iter().map(fallen_en).collect();
                Words::of(format!(
                    "with the {} `{id}` falls away: {}",
                    kind.en(),
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

impl Explained for Variation {
    fn zh(&self) -> Words {
        match self {
            Self::NoAssignment => Words::of("看不懂要改哪一项")
                .hint("请写成 项目=值，例如 rules.max_distance_km=2 或 posts.hospice-nurse.seats=2"),
            Self::IdStands => Words::of("编号不能改，各处都靠它对应")
                .hint("要换名称，请改 name 或 title；要换编号，请改活动文件"),
            Self::NoKind { meant } => Words::of("没有写明要去掉的是什么").hint(match meant {
                Some(meant) => format!("是不是想写 {meant}？"),
                None => {
                    "请写成 种类:编号，例如 unit:bank；种类有 unit、post、ambassador、neighbourhood、theme"
                        .into()
                }
            }),
        }
    }

    fn en(&self) -> Words {
        match self {
            Self::NoAssignment => Words::of("this does not say what to set")
                .hint("write PATH=VALUE, such as rules.max_distance_km=2 or posts.hospice-nurse.seats=2"),
            Self::IdStands => Words::of("an id cannot be changed: others name the entry by it")
                .hint("set `name` or `title`, or change the id in the file"),
            Self::NoKind { meant } => Words::of("this does not say of which kind the entry is")
                .hint(match meant {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => {
                    "write KIND:ID, such as unit:bank; kinds are unit, post, ambassador, neighbourhood, theme"
                        .into()
                }
            }),
        }
    }
}
