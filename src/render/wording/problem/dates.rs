//! Problems of dates.

use crate::{
    diagnostic::dates::Dates,
    render::wording::problem::{Explained, Words},
};

impl Explained for Dates {
    fn zh(&self) -> Words {
        match self {
            Self::BadDate => {
                Words::of("看不懂这个日期").hint("写法：2018-10-22，或一段日期 2018-10-22..2018-10-26")
            }
            Self::ImpossibleDate => Words::of("日历上没有这一天").hint("请检查月和日"),
            Self::FarDate => Words::of("年份不对").hint("年份要在 1900 到 2200 之间"),
            Self::ReversedRange => Words::of("结束早于开始").hint("请把早的写在前面"),
            Self::BadWeekday { similar } => Words::of("看不懂这是星期几").hint(match similar {
                Some(similar) => format!("是不是想写 {similar}？几天用 + 相连，例如 tue+thu"),
                None => "星期写 mon tue wed thu fri sat sun，几天用 + 相连，例如 tue+thu".to_owned(),
            }),
            Self::LoneWeekday => Words::of("单独写了星期几，不知道是哪一段日期里的")
                .hint("几天用 + 相连，例如 2018-10-22..2018-11-02 tue+thu；逗号会把它断开"),
            Self::NoSuchDay => Words::of("这段日期里没有这样的星期几").hint("请检查日期和星期"),
            Self::WordsAfterDates => {
                Words::of("一处只能写一段日期").hint("几段日期写成列表：[2018-10-22, 2018-10-24]")
            }
            Self::WeekdaysOfSeason => {
                Words::of("体验期不能限定星期几").hint("请只写从哪天到哪天；星期几写在岗位的 dates 里")
            }
            Self::SeasonTooLong { days, most } => {
                Words::of(format!("体验期长达 {days} 天，最多 {most} 天")).hint("请检查年份，或分成几期")
            }
            Self::OutsideSeason { first, last } => Words::of(format!("不在体验期（{first} 到 {last}）内"))
                .hint("请改日期，或改 campaign 里的 season"),
            Self::BadMonth => Words::of("看不懂这个月份").hint("写法：2019-01，或 2019-01..2019-12"),
        }
    }

    fn en(&self) -> Words {
        match self {
            Self::BadDate => {
                Words::of("not a date").hint("write 2018-10-22, or a range 2018-10-22..2018-10-26")
            }
            Self::ImpossibleDate => {
                Words::of("the calendar has no such day").hint("check the month and the day")
            }
            Self::FarDate => Words::of("not a likely year").hint("years go from 1900 to 2200"),
            Self::ReversedRange => {
                Words::of("the range ends before it begins").hint("put the earlier one first")
            }
            Self::BadWeekday { similar } => Words::of("not a day of the week").hint(match similar {
                Some(similar) => format!("did you mean `{similar}`? Days are joined by +, as in tue+thu"),
                None => "the days are mon tue wed thu fri sat sun, joined by +, as in tue+thu".to_owned(),
            }),
            Self::LoneWeekday => Words::of("a day of the week without its range")
                .hint("join days by +, as in 2018-10-22..2018-11-02 tue+thu; a comma ends the entry"),
            Self::NoSuchDay => {
                Words::of("no such day of the week in this range").hint("check the dates and the days")
            }
            Self::WordsAfterDates => Words::of("only one range may stand here")
                .hint("write several as a list: [2018-10-22, 2018-10-24]"),
            Self::WeekdaysOfSeason => Words::of("a season has all its days")
                .hint("write first..last only; days of the week belong to the `dates` of a post"),
            Self::SeasonTooLong { days, most } => {
                Words::of(format!("a season of {days} days; {most} are the most"))
                    .hint("check the years, or make several campaigns of it")
            }
            Self::OutsideSeason { first, last } => {
                Words::of(format!("outside the season ({first} to {last})"))
                    .hint("change the date, or the `season` of the campaign")
            }
            Self::BadMonth => Words::of("not a month").hint("write 2019-01, or 2019-01..2019-12"),
        }
    }
}
