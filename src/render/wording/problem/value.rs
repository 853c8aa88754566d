//! Problems of single values.

use crate::{
    diagnostic::value::Value,
    render::wording::problem::{Explained, Words},
};

impl Explained for Value {
    fn zh(&self) -> Words {
        match self {
            Self::EmptyText => Words::of("这里没有内容").hint("请填写，或删去这一项"),
            Self::BadDate => {
                Words::of("看不懂这个日期").hint("写法：2018-10-22，或一段日期 2018-10-22..2018-10-26")
            }
            Self::ImpossibleDate => Words::of("日历上没有这一天").hint("请检查月和日"),
            Self::FarDate => Words::of("年份不对").hint("年份要在 1900 到 2200 之间"),
            Self::ReversedRange => Words::of("结束早于开始").hint("请把早的写在前面"),
            Self::BadWeekday => Words::of("看不懂这是星期几")
                .hint("星期写 mon tue wed thu fri sat sun，几天用 + 相连，例如 tue+thu"),
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
            Self::BadHours => Words::of("看不懂这个时间").hint("写法：09:00-17:00"),
            Self::EndBeforeStart => Words::of("结束时间不晚于开始时间").hint("请检查先后，例如 09:00-17:00"),
            Self::BadNumber => Words::of("这里应是一个整数").hint("请写数字，例如 1"),
            Self::BadDistance => {
                Words::of("这里应是公里数，并且大于 0").hint("例如 6 或 2.5；不限就删去这一项")
            }
            Self::NumberTooSmall { least } => Words::of(format!("这个数太小，至少是 {least}"))
                .maybe_hint((*least == 1).then(|| "不限就删去这一项".to_owned())),
            Self::NumberTooLarge { most } => Words::of(format!("这个数太大，最多是 {most}")),
            Self::MinAboveMax { min, max } => {
                Words::of(format!("最少（{min}）大于最多（{max}）")).hint("请改 min 或 max")
            }
            Self::BadChoice { choices, similar } => Words::of(format!("这里只能写 {}", choices.join("、")))
                .maybe_hint(similar.map(|similar| format!("是不是想写 {similar}？"))),
            Self::BadLocation => Words::of("看不懂这个坐标")
                .hint("写法：[31.3052, 121.4563]，先纬度后经度；也可以粘贴 \"121.4563,31.3052\""),
            Self::LocationOutOfRange => {
                Words::of("地球上没有这个坐标").hint("纬度在 -90 到 90 之间，经度在 -180 到 180 之间")
            }
            Self::LocationAmbiguous => {
                Words::of("分不清哪个是纬度、哪个是经度").hint("请写成列表，先纬度后经度：[48.1, 11.6]")
            }
            Self::BadMonth => Words::of("看不懂这个月份").hint("写法：2019-01，或 2019-01..2019-12"),
            Self::LevelTooLarge { level } => {
                Words::of(format!("数太大，{level} 一级算不准了")).hint("请改小这里的数")
            }
        }
    }

    fn en(&self) -> Words {
        match self {
            Self::EmptyText => Words::of("nothing stands here").hint("fill it in, or take the key out"),
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
            Self::BadWeekday => Words::of("not a day of the week")
                .hint("the days are mon tue wed thu fri sat sun, joined by +, as in tue+thu"),
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
            Self::BadHours => Words::of("not hours of a day").hint("write 09:00-17:00"),
            Self::EndBeforeStart => {
                Words::of("the hours end before they begin").hint("check the order, as in 09:00-17:00")
            }
            Self::BadNumber => Words::of("not a whole number").hint("write digits, such as 1"),
            Self::BadDistance => Words::of("not a number of kilometres above 0")
                .hint("write 6 or 2.5, or take the key out for no limit"),
            Self::NumberTooSmall { least } => {
                let hint = (*least == 1).then(|| "take the key out for no limit".to_owned());
                Words::of(format!("too small: at least {least}")).maybe_hint(hint)
            }
            Self::NumberTooLarge { most } => Words::of(format!("too large: at most {most}")),
            Self::MinAboveMax { min, max } => {
                Words::of(format!("the minimum ({min}) is above the maximum ({max})"))
                    .hint("change `min` or `max`")
            }
            Self::BadChoice { choices, similar } => Words::of(format!("not one of: {}", choices.join(", ")))
                .maybe_hint(similar.map(|similar| format!("did you mean `{similar}`?"))),
            Self::BadLocation => Words::of("not two coordinates")
                .hint("write [31.3052, 121.4563], latitude first, or paste \"121.4563,31.3052\""),
            Self::LocationOutOfRange => Words::of("no such place on Earth")
                .hint("latitudes go from -90 to 90, longitudes from -180 to 180"),
            Self::LocationAmbiguous => Words::of("cannot tell latitude and longitude apart")
                .hint("write a list, latitude first: [48.1, 11.6]"),
            Self::BadMonth => Words::of("not a month").hint("write 2019-01, or 2019-01..2019-12"),
            Self::LevelTooLarge { level } => {
                Words::of(format!("too large to count the level `{level}` exactly"))
                    .hint("use smaller numbers here")
            }
        }
    }
}
