//! Problems of the Thursday Action.

use crate::{
    diagnostic::thursday::Thursday,
    render::wording::problem::{
        Explained, Words,
        reference::{kind_en, kind_zh},
    },
};

impl Explained for Thursday {
    fn zh(&self) -> Words {
        match self {
            Self::TooManyMonths { most } => {
                Words::of(format!("周四行动最多安排 {most} 个月")).hint("请检查年份，或分成几份")
            }
            Self::FixedAboveLimit { kind, id, limit } => {
                Words::of(format!("{} {id} 已定的结对超过上限 {limit} 个", kind_zh(*kind)))
                    .hint("请删去一个，或放宽上限")
            }
            Self::FixedAndForbidden => {
                Words::of("这对结对又是已定的（fixed），又是不要的（forbidden）").hint("请删去其中一处")
            }
            Self::MissingLocation { kind, id } => {
                Words::of(format!("{} {id} 没有坐标，不知道和谁近", kind_zh(*kind)))
                    .hint("请写 location，或在 fixed 里给它定下结对")
            }
            Self::NothingOffered { unit } => {
                Words::of(format!("成员单位 {unit} 没有可送的主题，不会有它的活动")).hint("请写 offers")
            }
            Self::ThemeNotOffered { theme } => Words::of(format!("没有单位能送主题 {theme}"))
                .hint("请在单位的 offers 里加上，或删去这个主题"),
            Self::ThemeNotNeeded { theme } => Words::of(format!("没有居民区需要主题 {theme}"))
                .hint("请在居民区的 needs 里加上，或删去这个主题"),
        }
    }

    fn en(&self) -> Words {
        match self {
            Self::TooManyMonths { most } => Words::of(format!("a Thursday Action has {most} months at most"))
                .hint("check the years, or split it"),
            Self::FixedAboveLimit { kind, id, limit } => Words::of(format!(
                "more fixed pairings of {} `{id}` than its limit of {limit}",
                kind_en(*kind)
            ))
            .hint("take one out, or raise the limit"),
            Self::FixedAndForbidden => {
                Words::of("this pairing is fixed and forbidden").hint("keep one of the two")
            }
            Self::MissingLocation { kind, id } => {
                Words::of(format!("{} `{id}` has no location, so nothing is near it", kind_en(*kind)))
                    .hint("add `location`, or pair it under `fixed`")
            }
            Self::NothingOffered { unit } => {
                Words::of(format!("unit `{unit}` offers no theme and will hold no event"))
                    .hint("add `offers`")
            }
            Self::ThemeNotOffered { theme } => Words::of(format!("no unit offers the theme `{theme}`"))
                .hint("add it to the `offers` of a unit, or take the theme out"),
            Self::ThemeNotNeeded { theme } => {
                Words::of(format!("no neighbourhood needs the theme `{theme}`"))
                    .hint("add it to the `needs` of a neighbourhood, or take the theme out")
            }
        }
    }
}
