//! What the Thursday Action asks that cannot be, and what its people should know.

use crate::{
    diagnostic::{reference::Kind, thursday::Thursday},
    render::{
        diagnostic::words::{Explained, Words},
        wording::Phrase,
    },
};

impl Explained for Thursday {
    fn zh(&self) -> Words {
        match self {
            Self::TooManyMonths { most } => {
                Words::of(format!("周四行动最多安排 {most} 个月")).hint("请检查年份，或分成几份")
            }
            Self::FixedAboveLimit { kind, name, limit } => {
                Words::of(format!("{}{name}已定的结对超过上限 {limit} 个", kind.zh()))
                    .hint("请删去一个，或放宽上限")
            }
            Self::FixedAndForbidden => {
                Words::of("这对结对又是已定的（fixed），又是不要的（forbidden）").hint("请删去其中一处")
            }
            Self::MissingLocation { kind, name } => {
                Words::of(format!("{}{name}没有坐标，不知道和谁近", kind.zh()))
                    .hint("请写 location，或在 fixed 里给它定下结对")
            }
            Self::NothingOffered { unit } => {
                Words::of(format!("成员单位{unit}没有可送的主题，不会有它的活动")).hint("请写 offers")
            }
            Self::ThemeNotOffered { theme } => Words::of(format!("没有单位能送主题“{theme}”"))
                .hint("请在单位的 offers 里加上，或删去这个主题"),
            Self::ThemeNotNeeded { theme } => Words::of(format!("没有居民区需要主题“{theme}”"))
                .hint("请在居民区的 needs 里加上，或删去这个主题"),
            Self::FixedTooFar { metres, limit } => {
                Words::of(format!("已定的结对相距 {metres} 米，超过上限 {limit} 米，仍按已定的安排"))
                    .hint("如果不对，请改 fixed 或 max_distance_km")
            }
            Self::OutOfReach { kind: Kind::Unit, name } => {
                Words::of(format!("成员单位{name}没有可以结对的居民区")).hint(REACH_ZH)
            }
            Self::OutOfReach { kind, name } => {
                Words::of(format!("{}{name}没有可以结对的单位", kind.zh())).hint(REACH_ZH)
            }
            Self::MinBeyondAll { kind, min, all } => min_beyond_all_zh(*kind, *min, *all),
            Self::TooManyWanted { kind, wanted, room } => {
                Words::of(format!("各{}合计至少要结 {wanted} 对，另一边最多只能结 {room} 对", kind.zh()))
                    .hint("请改小最少数，或放宽另一边的上限；不改也能安排，只是有的达不到")
            }
            Self::NoThursdayLeft { months } => {
                Words::of(format!("{} 的周四都放假或写在 skip 里，当月没有活动", months.join("、")))
                    .hint("如果不对，请改 skip 或 months")
            }
            Self::NoNthThursday { nth, months } => {
                Words::of(format!("{} 没有第 {nth} 个周四，按当月最后一个周四安排", months.join("、")))
            }
            Self::HolidaysUnknown { first, last, known } => Words::of(format!(
                "还没有 {}的放假安排",
                years(*first, *last, " 到 ", " 年")
            ))
            .hint(format!("程序只知道 {} 到 {} 年的；请把这些年放假的周四写进 skip", known.0, known.1)),
        }
    }

    fn en(&self) -> Words {
        match self {
            Self::TooManyMonths { most } => Words::of(format!("a Thursday Action has {most} months at most"))
                .hint("check the years, or split it"),
            Self::FixedAboveLimit { kind, name, limit } => {
                Words::of(format!("more fixed pairings of {} {name} than its limit of {limit}", kind.en()))
                    .hint("take one out, or raise the limit")
            }
            Self::FixedAndForbidden => {
                Words::of("this pairing is fixed and forbidden").hint("keep one of the two")
            }
            Self::MissingLocation { kind, name } => {
                Words::of(format!("{} {name} has no location, so nothing is near it", kind.en()))
                    .hint("add `location`, or pair it under `fixed`")
            }
            Self::NothingOffered { unit } => {
                Words::of(format!("unit {unit} offers no theme and will hold no event")).hint("add `offers`")
            }
            Self::ThemeNotOffered { theme } => Words::of(format!("no unit offers the theme “{theme}”"))
                .hint("add it to the `offers` of a unit, or take the theme out"),
            Self::ThemeNotNeeded { theme } => {
                Words::of(format!("no neighbourhood needs the theme “{theme}”"))
                    .hint("add it to the `needs` of a neighbourhood, or take the theme out")
            }
            Self::FixedTooFar { metres, limit } => Words::of(format!(
                "this fixed pairing is {metres} m apart, beyond the limit of {limit} m, and stands"
            ))
            .hint("if that is not meant, change `fixed` or `max_distance_km`"),
            Self::OutOfReach { kind: Kind::Unit, name } => {
                Words::of(format!("unit {name} may be paired with no neighbourhood")).hint(REACH_EN)
            }
            Self::OutOfReach { kind, name } => {
                Words::of(format!("{} {name} may be paired with no unit", kind.en())).hint(REACH_EN)
            }
            Self::MinBeyondAll { kind, min, all } => min_beyond_all_en(*kind, *min, *all),
            Self::TooManyWanted { kind, wanted, room } => Words::of(format!(
                "the {}s want at least {wanted} pairings; the other side takes {room} at most",
                kind.en()
            ))
            .hint("lower the minimum, or raise the other side's limit; as it is, some will stay below"),
            Self::NoThursdayLeft { months } => no_thursday_left_en(months),
            Self::NoNthThursday { nth, months } => Words::of(format!(
                "no Thursday number {nth} in {}: the last one counts as it",
                months.join(", ")
            )),
            Self::HolidaysUnknown { first, last, known } => {
                Words::of(format!("the public holidays of {} are not known", years(*first, *last, "–", "")))
                    .hint(format!(
                        "known are {} to {}; write the Thursdays off into `skip`",
                        known.0, known.1
                    ))
            }
        }
    }
}

const REACH_ZH: &str = "请检查坐标、max_distance_km 和 forbidden";
const REACH_EN: &str = "check the locations, `max_distance_km` and `forbidden`";

fn years(first: i32, last: i32, to: &str, after: &str) -> String {
    if first == last { format!("{first}{after}") } else { format!("{first}{to}{last}{after}") }
}

fn no_thursday_left_en(months: &[String]) -> Words {
    let months = months.join(", ");
    Words::of(format!(
        "no Thursday is left in {months}: each is a holiday or in `skip`, and no event is held"
    ))
    .hint("if that is not meant, change `skip` or `months`")
}

fn min_beyond_all_zh(kind: Kind, min: u32, all: usize) -> Words {
    let (each, others) = match kind {
        Kind::Unit => ("每家单位", "个居民区"),
        _ => ("每个居民区", "家单位"),
    };
    Words::of(format!("{each}至少要与 {min} {others}结对，可是一共只有 {all} {others}"))
        .hint("请改小 min；不改也能安排，只是达不到")
}

fn min_beyond_all_en(kind: Kind, min: u32, all: usize) -> Words {
    let other = if kind == Kind::Unit { Kind::Neighbourhood } else { Kind::Unit };
    let others = other.en() + if all == 1 { "" } else { "s" };
    let are = if all == 1 { "is" } else { "are" };
    Words::of(format!("each {} wants at least {min} pairings; there {are} {all} {others}", kind.en()))
        .hint("lower `min`; as it is, all will stay below")
}
