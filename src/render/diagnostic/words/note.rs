//! What an organizer should know of a campaign in order.

use crate::{
    diagnostic::note::Note,
    render::{
        diagnostic::words::{Explained, Words},
        wording::count,
    },
};

/// The levels of version 0.1.
const FIRST_LEVELS: &str = "priorities: [coverage, everyone, enough, days, groups, wishes, travel]";

impl Explained for Note {
    fn zh(&self) -> Words {
        match self {
            Self::OtherStart { people, is_home: true } => {
                Words::of(format!("有 {people} 人不知道住在哪里，路程从工作单位算起"))
                    .hint("0.1 版不算这些人的路程；要从住处算，请写 neighbourhood 或 location")
            }
            Self::OtherStart { people, is_home: false } => {
                Words::of(format!("有 {people} 人不知道工作单位在哪里，路程从住处算起"))
                    .hint("要从工作单位算，请写 unit，并给单位写上 location")
            }
            Self::NothingToBring => Words::of("requires 现在印成“要求”，不再印成“请携带”")
                .hint("要随身带的（如健康证）请再写进 bring；什么都不用带，就在 campaign 里写 bring: []"),
            Self::NeedOverTheCampaign { title, need, sessions } => Words::of(format!(
                "岗位{title}有 {sessions} 场，need: {need} 是整个活动一共要 {need} 人次，不是每场 {need} 人"
            ))
            .hint(format!("要每场 {need} 人，请写 need: {{each: {need}}}")),
            Self::NightWithoutSession { hours } => {
                Words::of(format!("{hours} 是从当天到次日，这段时间里没有场次"))
                    .hint("结束早于开始时按次日算；如果不是通宵，请检查两个时间的先后")
            }
            Self::EvenedOut { people, organizations } => {
                let also = match organizations {
                    0 => String::new(),
                    _ => format!("；报名的 {organizations} 家组织尽量都有人去，也先于志愿"),
                };
                Words::of(format!("有 {people} 人可以去几次：先让各人的次数尽量一样多，再看结伴和志愿{also}"))
                    .hint(format!(
                        "0.1 版不管{}；要照旧，请在 rules 里写 {FIRST_LEVELS}",
                        match organizations {
                            0 => "次数是否均匀",
                            _ => "这些",
                        }
                    ))
            }
            Self::Represented { organizations } => Words::of(format!(
                "名额比报名的人少：先让报名的 {organizations} 家组织尽量都有人去，再看志愿"
            ))
            .hint(format!("0.1 版不管各家是否有人去；要照旧，请在 rules 里写 {FIRST_LEVELS}")),
        }
    }

    fn en(&self) -> Words {
        match self {
            Self::OtherStart { people, is_home: true } => Words::of(format!(
                "the homes of {} are not known: their ways begin at the employer's",
                count(*people, "person", "people")
            ))
            .hint("version 0.1 did not count these ways; a `neighbourhood` or `location` tells the home"),
            Self::OtherStart { people, is_home: false } => Words::of(format!(
                "the employers' places of {} are not known: their ways begin at home",
                count(*people, "person", "people")
            ))
            .hint("name the `unit`, and give it a `location`"),
            Self::NothingToBring => Words::of("`requires` is printed as a condition, no longer as what to bring")
                .hint("name what is to be carried under `bring` too; if nothing is, write `bring: []` in `campaign`"),
            Self::NeedOverTheCampaign { title, need, sessions } => Words::of(format!(
                "{title} has {sessions} sessions, and `need: {need}` wants {need} people over the whole campaign"
            ))
            .hint(format!("if {need} are wanted at each session, write `need: {{each: {need}}}`")),
            Self::NightWithoutSession { hours } => {
                Words::of(format!("{hours} ends on the next day, and there is no session in these hours"))
                    .hint("what ends before it begins ends on the next day: perhaps the two times are exchanged")
            }
            Self::EvenedOut { people, organizations } => {
                let (also, them) = match organizations {
                    0 => (String::new(), "even them out"),
                    _ => (format!(", and each of {organizations} organizations sends somebody, if it can, before wishes count"), "do so"),
                };
                Words::of(format!(
                    "{people} people may have several sessions: these are evened out before groups and wishes count{also}"
                ))
                .hint(format!("version 0.1 did not {them}; to have it as before, write `{FIRST_LEVELS}` in `rules`"))
            }
            Self::Represented { organizations } => Words::of(format!(
                "there are fewer seats than people: somebody of each of {organizations} organizations is sent, if it can be, before wishes count"
            ))
            .hint(format!("version 0.1 did not see to that; to have it as before, write `{FIRST_LEVELS}` in `rules`")),
        }
    }
}
