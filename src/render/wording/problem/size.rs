//! How much planning a campaign takes, and campaigns that are too large.

use crate::{
    diagnostic::size::{Size, TooLarge},
    render::wording::{
        grouped,
        measure::memory,
        problem::{Explained, Words},
    },
};

impl Explained for Size {
    fn zh(&self) -> Words {
        match self {
            Self::Memory { bytes, pairs } => Words::of(format!(
                "去得了的搭配有 {} 个，求解约要 {} 内存，也会慢些",
                grouped(*pairs),
                memory(*bytes)
            )),
            Self::ThursdayMemory { bytes } => {
                Words::of(format!("安排周四行动约要 {} 内存，也会慢些", memory(*bytes)))
            }
            Self::TooLarge(TooLarge::Sessions { sessions, most }) => Words::of(format!(
                "各岗位的日期合起来有 {} 场，本程序至多排 {} 场",
                grouped(*sessions),
                grouped(*most)
            ))
            .hint("请缩短岗位的日期，或者分成几份活动文件"),
            Self::TooLarge(TooLarge::Compared { people, sessions, most }) => Words::of(format!(
                "活动太大：{} 名大使、{} 场，要逐一看的搭配超过 {} 个",
                grouped(*people),
                grouped(*sessions),
                grouped(*most)
            ))
            .hint("请缩短岗位的日期，或者分成几份活动文件"),
            Self::TooLarge(TooLarge::Groups { pairs, most }) => {
                Words::of(format!("各组合起来有 {} 对人，本程序至多 {} 对", grouped(*pairs), grouped(*most)))
                    .hint("请把大组分小：groups 里的一组，写要同去或要分开的几个人")
            }
            Self::TooLarge(TooLarge::Experience { people, sessions, pairs, bytes, most }) => {
                Words::of(format!(
                    "活动太大：{} 名大使、{} 场，去得了的搭配有 {} 个，求解约要 {} 内存，本程序至多用 {}",
                    grouped(*people),
                    grouped(*sessions),
                    grouped(*pairs),
                    memory(*bytes),
                    memory(*most)
                ))
                .hint(
                    "请让每人去得了的场次少些：缩短岗位的日期，写明 available、requires 或 max_distance_km；\
                 或者分成几份活动文件",
                )
            }
            Self::TooLarge(TooLarge::Thursdays { units, neighbourhoods, pairs, bytes, most }) => {
                Words::of(format!(
                    "周四行动太大：{} 家单位、{} 个居民区，可以结成 {} 对，求解约要 {} 内存，本程序至多用 {}",
                    grouped(*units),
                    grouped(*neighbourhoods),
                    grouped(*pairs),
                    memory(*bytes),
                    memory(*most)
                ))
                .hint("请改小 max_distance_km，缩短 months，减少各家的 offers，或者分成几份活动文件")
            }
        }
    }

    fn en(&self) -> Words {
        match self {
            Self::Memory { bytes, pairs } => Words::of(format!(
                "{} pairs of people and sessions are possible; solving takes about {} of memory, and longer than usual",
                grouped(*pairs),
                memory(*bytes)
            )),
            Self::ThursdayMemory { bytes } => Words::of(format!(
                "planning the Thursday Action takes about {} of memory, and longer than usual",
                memory(*bytes)
            )),
            Self::TooLarge(TooLarge::Sessions { sessions, most }) => Words::of(format!(
                "the dates of the posts make {} sessions; the program takes {}",
                grouped(*sessions),
                grouped(*most)
            ))
            .hint("shorten the dates of posts, or divide the campaign into several files"),
            Self::TooLarge(TooLarge::Compared { people, sessions, most }) => Words::of(format!(
                "too large: {} ambassadors and {} sessions make more than {} pairs to look at",
                grouped(*people),
                grouped(*sessions),
                grouped(*most)
            ))
            .hint("shorten the dates of posts, or divide the campaign into several files"),
            Self::TooLarge(TooLarge::Groups { pairs, most }) => {
                Words::of(format!("the groups make {} pairs of people; the program takes {}", grouped(*pairs), grouped(*most)))
                    .hint("make the groups smaller: one names the few people who go together or apart")
            }
            Self::TooLarge(TooLarge::Experience { people, sessions, pairs, bytes, most }) => Words::of(format!(
                "too large: {} ambassadors, {} sessions and {} pairs of the two that no rule bars take about {} of \
                 memory; the program uses {} at most",
                grouped(*people),
                grouped(*sessions),
                grouped(*pairs),
                memory(*bytes),
                memory(*most)
            ))
            .hint(
                "let each person be able to go to fewer sessions: shorten the dates of posts, give available, requires \
                 or max_distance_km; or divide the campaign into several files",
            ),
            Self::TooLarge(TooLarge::Thursdays { units, neighbourhoods, pairs, bytes, most }) => Words::of(format!(
                "the Thursday Action is too large: {} units, {} neighbourhoods and {} possible pairings take about {} \
                 of memory; the program uses {} at most",
                grouped(*units),
                grouped(*neighbourhoods),
                grouped(*pairs),
                memory(*bytes),
                memory(*most)
            ))
            .hint(
                "lower max_distance_km, shorten months, let units offer fewer themes, or divide the campaign into \
                 several files",
            ),
        }
    }
}
