//! What a campaign asks that cannot be, and what its people should know.

use crate::{
    diagnostic::{
        experience::{Across, Experience, InVain},
        reference::Reference,
        request::Request,
    },
    domain::Language,
    experience::rule::Rule,
    render::{
        diagnostic::words::{Explained, Words},
        wording::{Phrase, count, list, measure, told_apart},
    },
};
use chrono::NaiveDate;

impl Explained for Reference {
    fn zh(&self) -> Words {
        match self {
            Self::UnknownId { kind, id, similar } => {
                Words::of(format!("没有叫 {id} 的{}", kind.zh())).hint(match similar {
                    Some(similar) => format!("是不是想写 {similar}？"),
                    None => format!("请在 {} 里加上它，或改正这里的写法", kind.section()),
                })
            }
            Self::SeveralNamed { kind, word, bearers } => Words::of(format!(
                "有 {} 个{}都叫 {word}",
                bearers.len(),
                kind.zh()
            ))
            .hint(told_apart(Language::Zh, *kind, bearers)),
            Self::DuplicateId { kind, id } => {
                Words::of(format!("两个{}都叫 {id}", kind.zh())).hint("请用 id 给它们各写一个不同的编号")
            }
            Self::NamedTwice { word } => Words::of(format!("{word} 写了两次")).hint("请只留一处"),
        }
    }

    fn en(&self) -> Words {
        match self {
            Self::UnknownId { kind, id, similar } => Words::of(format!("no {} is called `{id}`", kind.en()))
                .hint(match similar {
                    Some(similar) => format!("did you mean `{similar}`?"),
                    None => format!("add it under `{}`, or mend the word", kind.section()),
                }),
            Self::SeveralNamed { kind, word, bearers } => Words::of(format!(
                "{} {}s are called `{word}`",
                bearers.len(),
                kind.en()
            ))
            .hint(told_apart(Language::En, *kind, bearers)),
            Self::DuplicateId { kind, id } => Words::of(format!("two {}s have the id `{id}`", kind.en()))
                .hint("give each an `id` of its own"),
            Self::NamedTwice { word } => {
                Words::of(format!("`{word}` is named twice")).hint("keep one of the two")
            }
        }
    }
}

impl Explained for Request {
    fn zh(&self) -> Words {
        match self {
            Self::CostBeforeDays { level } => Words::of(format!("{level} 只能排在 days 后面"))
                .hint("人次定了，比较志愿和路程才有意义；请把 days 排到它前面"),
            Self::PinWithoutSession { post, date } => Words::of(format!("岗位{post}在 {date} 不开放"))
                .hint("请改日期，或在岗位的 dates 里加上这一天"),
            Self::NoSuchShift { post, hours, shifts } => {
                Words::of(format!("岗位{post}没有 {hours} 这个班次"))
                    .hint(format!("它的班次：{}", list(Language::Zh, shifts)))
            }
            Self::SeveralShifts { post, shifts } => {
                Words::of(format!("岗位{post}在这个时段有几个班次：{}", list(Language::Zh, shifts)))
                    .hint("请用 hours 写明是哪一班")
            }
            Self::LongShift { hours, lasting } => {
                Words::of(format!("{hours} 到次日才结束，长达 {lasting} 小时"))
                    .hint("结束早于开始时按次日算；如果不是通宵，请检查两个时间的先后")
            }
            Self::ShiftTwice { hours } => {
                Words::of(format!("{hours} 这个班次写了两遍，只算一次")).hint("人手要多的，请改 seats")
            }
            Self::BesideEach => Words::of("need 里写了 each（每场几人），就不能再写 min、max")
                .hint("要么只写 each，要么只写 min、max"),
            Self::GroupTooSmall => Words::of("一组至少要有两个人").hint("请补上另一个人，或删去这一组"),
            Self::GroupWithoutBond => {
                Words::of("每一组要么写 together，要么写 apart").hint("请只留其中一项；另一项另起一组")
            }
            Self::StrengthOfApart => {
                Words::of("apart 不能写 strength，分开就是一定分开").hint("请删去 strength")
            }
            Self::TogetherAndApart { one, other } => {
                Words::of(format!("{one}和{other}又要同去、又要分开")).hint("请删去其中一组，或改其中的人")
            }
            Self::MentorAtTwoUnits { name } => {
                Words::of(format!("两家单位都有叫“{name}”的带教老师，按两个人计算"))
                    .hint("如果是同一个人，请留意时间有没有冲突")
            }
        }
    }

    fn en(&self) -> Words {
        match self {
            Self::CostBeforeDays { level } => Words::of(format!("`{level}` may only stand after `days`"))
                .hint("wishes and ways compare only plans with equally many days; put `days` before it"),
            Self::PinWithoutSession { post, date } => Words::of(format!("{post} is not offered on {date}"))
                .hint("change the date, or add it to the `dates` of the post"),
            Self::BesideEach => {
                Words::of("a need with `each`, so many at each session, has no `min` and `max`")
                    .hint("write either `each`, or `min` and `max`")
            }
            Self::NoSuchShift { post, hours, shifts } => Words::of(format!("{post} has no shift {hours}"))
                .hint(format!("its shifts are {}", list(Language::En, shifts))),
            Self::SeveralShifts { post, shifts } => {
                Words::of(format!("{post} has several shifts then: {}", list(Language::En, shifts)))
                    .hint("say which with `hours`")
            }
            Self::LongShift { hours, lasting } => Words::of(format!(
                "{hours} ends on the next day, {lasting} hours later"
            ))
            .hint("what ends before it begins ends on the next day: perhaps the two times are exchanged"),
            Self::ShiftTwice { hours } => {
                Words::of(format!("the shift {hours} stands twice and counts once"))
                    .hint("for more people write more `seats`")
            }
            Self::GroupTooSmall => Words::of("a group needs two people at least")
                .hint("add the other one, or take the group out"),
            Self::GroupWithoutBond => Words::of("a group is either `together` or `apart`")
                .hint("keep one of the two; the other makes a group of its own"),
            Self::StrengthOfApart => {
                Words::of("`apart` has no strength: it always holds").hint("take `strength` out")
            }
            Self::TogetherAndApart { one, other } => {
                Words::of(format!("{one} and {other} are to be together and apart"))
                    .hint("take one of the two groups out, or change its members")
            }
            Self::MentorAtTwoUnits { name } => {
                Words::of(format!("mentor {name} stands at two units and counts as two people"))
                    .hint("if this is one person, see that the hours do not clash")
            }
        }
    }
}

impl Explained for Experience {
    fn zh(&self) -> Words {
        match self {
            Self::PinBreaksRule { rule } => {
                Words::of(format!("这条固定安排违反规则 {rule}：{}", says(rule, Language::Zh)))
                    .hint("请改这条固定安排，或改与它冲突的内容")
            }
            Self::EligibleNowhere { name, rule, sessions, across } => {
                Words::of(format!("{name}没有去得了的场次，主要因为 {rule}（{}）", says(rule, Language::Zh)))
                    .hint(format!(
                        "{}单这一条就排除了 {sessions} 场；请检查这位大使和岗位的要求",
                        across_zh(across.as_deref())
                    ))
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
            Self::NeverLed { title, leader, date, sessions } => Words::of(format!(
                "岗位{title}有 {sessions} 场永远开不了（最早{}）：有{leader}的人没有一个能来",
                measure::date(Language::Zh, *date)
            ))
            .hint("请再找能带队的人，或去掉 leader"),
            Self::NowhereTogether { people } => Words::of(format!("这 {people} 人没有一场能同去"))
                .hint("同一场要大家都去得了、名额也够；不改，他们都不会被安排在一起"),
            Self::MoreWanted { wanted, people, days } => Words::of(format!(
                "有人去得了的岗位共需 {wanted} 人次，报了名、去得了的 {people} 人合计最多去 {days} 次"
            ))
            .hint("缺的人次排不出来：请再找人报名，或改小 need，或放宽每人的次数（days）"),
            Self::NeedBeyondPeople { title, need, people, days } => {
                Words::of(format!("岗位{title}需要 {need} 人次，去得了的 {people} 人合计最多去 {days} 次"))
                    .hint("请再找人报名，或改小这个岗位的 need，或放宽它的要求")
            }
            Self::EachBeyondSeats { title, each, seats } => {
                Words::of(format!("岗位{title}每场需要 {each} 人，每场只有 {seats} 个名额"))
                    .hint("请改小 need 里的 each，或增加名额（seats）")
            }
            Self::NeedBeyondSeats { title, need, seats } => {
                Words::of(format!("岗位{title}需要 {need} 人次，各场的名额合计只有 {seats} 个"))
                    .hint("请改小 need，或增加名额（seats）或日期（dates）")
            }
            Self::WishWithoutSession { title, across } => {
                Words::of(format!("岗位{title}在这个志愿写的时间没有场次"))
                    .hint(format!("{}请改日期或时段，或改岗位的 dates、hours", across_zh(across.as_deref())))
            }
            Self::WishInVain(vain) => {
                let InVain { name, title, rule, elsewhere, across } = vain.as_ref();
                let says = says(rule, Language::Zh);
                let (elsewhere, across) = (list(Language::Zh, elsewhere), across_zh(across.as_deref()));
                Words::of(format!("{name}去不了所填的岗位{title}，主要因为 {rule}（{says}）")).hint(format!(
                    "{across}这个志愿满足不了：请改志愿（例如{elsewhere}），或改岗位的要求和日期"
                ))
            }
        }
    }

    fn en(&self) -> Words {
        match self {
            Self::PinBreaksRule { rule } => {
                Words::of(format!("this pin breaks the rule `{rule}`: {}", says(rule, Language::En)))
                    .hint("change the pin, or what it clashes with")
            }
            Self::EligibleNowhere { name, rule, sessions, across } => {
                let (sessions, across) = (count(*sessions, "session", "sessions"), across_en(across.as_deref()));
                Words::of(format!("{name} may go nowhere, most of all by `{rule}`: {}", says(rule, Language::En)))
                    .hint(format!("{across}that rule alone bars {sessions}"))
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
            Self::NeverLed { title, leader, date, sessions } => never_led_en(title, leader, *date, *sessions),
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
            Self::EachBeyondSeats { title, each, seats } => Words::of(format!(
                "{title} wants {each} at each session and has {} there",
                count_long(u64::from(*seats), "seat", "seats")
            ))
            .hint("lower the `each` of its `need`, or add `seats`"),
            Self::NeedBeyondSeats { title, need, seats } => Words::of(format!(
                "{title} wants {need} and has {} over all its sessions",
                count_long(*seats, "seat", "seats")
            ))
            .hint("lower its `need`, or add seats or dates"),
            Self::WishWithoutSession { title, across } => {
                Words::of(format!("{title} has no session at the time of this wish")).hint(format!(
                    "{}change the date or the hours, or the `dates` and `hours` of the post",
                    across_en(across.as_deref())
                ))
            }
            Self::WishInVain(vain) => wish_in_vain_en(vain),
        }
    }
}

/// The shift that only an edge of the hours given bars, before what else is to be done.
fn across_zh(across: Option<&Across>) -> String {
    across.map_or_else(String::new, |Across { shift, given }| {
        format!("{shift} 这个班次不全在所写的 {given} 之内，能来就请把时间写宽；")
    })
}

fn across_en(across: Option<&Across>) -> String {
    across.map_or_else(String::new, |Across { shift, given }| {
        format!("the shift {shift} does not lie within the hours {given} as written, which may be widened; ")
    })
}

fn wish_in_vain_en(vain: &InVain) -> Words {
    let InVain { name, title, rule, elsewhere, across } = vain;
    let says = says(rule, Language::En);
    let (elsewhere, across) = (list(Language::En, elsewhere), across_en(across.as_deref()));
    Words::of(format!("{name} may not go to {title} as wished, most of all by `{rule}`: {says}"))
        .hint(format!(
            "{across}this wish cannot come true: change it (to {elsewhere}, for one), or what the post requires and its dates"
        ))
}

fn never_led_en(title: &str, leader: &str, first: NaiveDate, sessions: usize) -> Words {
    let sessions = count(sessions, "session", "sessions");
    let first = measure::date(Language::En, first);
    Words::of(format!(
        "{sessions} of {title} can never run, the first on {first}: nobody who can come has what a leader needs, {leader}"
    ))
    .hint("find somebody who can lead, or take `leader` out")
}

/// A number of any size with its noun.
fn count_long(number: u64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

fn says(rule: &str, language: Language) -> String {
    Rule::from_id(rule).map_or_else(String::new, |rule| rule.say(language))
}
