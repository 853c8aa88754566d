//! Dates that cannot be read, or mean nothing where they stand.

use crate::{
    diagnostic::dates::{Dates, Festival, OnHolidays},
    domain::Language,
    render::{
        diagnostic::words::{Explained, Words},
        wording::{list, measure},
    },
};
use chrono::NaiveDate;

impl Explained for Dates {
    fn zh(&self) -> Words {
        match self {
            Self::BadDate => Words::of("看不懂这个日期")
                .hint("写法：2018-10-22、10月22日、10/22，或一段日期 10月22日至26日"),
            Self::ImpossibleDate => Words::of("日历上没有这一天").hint("请检查月和日"),
            Self::FarDate => Words::of("年份不对").hint("年份要在 1900 到 2200 之间"),
            Self::ReversedRange => Words::of("结束早于开始").hint("请把早的写在前面"),
            Self::BadWeekday { similar } => Words::of("看不懂这是星期几").hint(match similar {
                Some(similar) => format!("是不是想写 {similar}？几天用 + 相连，例如 tue+thu"),
                None => "写法：周二、周四，或 tue+thu".to_owned(),
            }),
            Self::LoneWeekday => Words::of("看不出星期几限定的是哪些日期").hint(
                "写在它限定的那段日期后面：10月22日至11月2日 周二、周四；一天只配一个星期几；几段各写一条",
            ),
            Self::NoSuchDay => Words::of("这段日期里没有这样的星期几").hint("请检查日期和星期"),
            Self::OtherWeekday { is } => {
                Words::of(format!("这一天是{}", measure::weekday(Language::Zh, *is)))
                    .hint("请改日期，或改星期几")
            }
            Self::WordsAfterDates => Words::of("这里写了不止一个日期").hint("请只留一个"),
            Self::PartOfDay => Words::of("这里只能写整天").hint("请删去上午、下午或几点"),
            Self::BadPart => Words::of("看不懂一天中的这个时段")
                .hint("写法：10月23日上午、10月24日 13:00-17:00；上午、中午、下午、晚上都可以写"),
            Self::BadTime => Words::of("看不懂几点几分")
                .hint("写法：2018-09-20 09:31，或 2018-09-20 09:31:05；只写日期也可以"),
            Self::PartOfLast => Words::of("时段只写在最后一项，前面几天算不算，说不清")
                .hint("请给每一天都写上时段，例如 10月23日上午、10月24日上午"),
            Self::Excepted => {
                Words::of("看不懂“除……外”").hint("请写出要的日子；不要的日子，可以写在 away 或 closed 里")
            }
            Self::MissingYear => Words::of("没有写年份").hint("体验期要写年份，例如 2018年10月22日至11月2日"),
            Self::TwoFit { one, other } => {
                Words::of(format!("体验期里有两天都可能是它：{one} 和 {other}")).hint("请写上年份和月份")
            }
            Self::WeekdaysOfSeason => {
                Words::of("体验期不能限定星期几").hint("请只写从哪天到哪天；星期几写在岗位的 dates 里")
            }
            Self::SeasonTooLong { days, most } => {
                Words::of(format!("体验期长达 {days} 天，最多 {most} 天")).hint("请检查年份，或分成几期")
            }
            Self::OutsideSeason { first, last, meant } => {
                Words::of(format!("不在体验期（{first} 到 {last}）内"))
                    .hint(meant_zh(*meant, "请改日期，写上年份，或改 campaign 里的 season"))
            }
            Self::BeyondSeason { first, last, meant } => {
                Words::of(format!("这里有不在体验期（{first} 到 {last}）内的日子，它们不起作用"))
                    .hint(meant_zh(*meant, "请检查月份和年份"))
            }
            Self::CalendarEnds { first, last, known } => calendar_ends_zh(*first, *last, *known),
            Self::OnPublicHolidays(found) => on_holidays_zh(found),
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
            Self::LoneWeekday => Words::of("days of the week that may be meant to narrow down dates").hint(
                "put them behind the range that they narrow down, as in 2018-10-22..2018-11-02 tue+thu, each range an entry",
            ),
            Self::NoSuchDay => {
                Words::of("no such day of the week in this range").hint("check the dates and the days")
            }
            Self::OtherWeekday { is } => {
                Words::of(format!("that day is a {}", measure::weekday(Language::En, *is)))
                    .hint("change the date, or the day of the week")
            }
            Self::WordsAfterDates => Words::of("more than one date where one is wanted").hint("leave one"),
            Self::PartOfDay => {
                Words::of("whole days are meant here").hint("leave out the time, or the part of the day")
            }
            Self::BadPart => Words::of("no part of a day")
                .hint("write `2018-10-23 09:00-12:00`, or 上午, 中午, 下午, 晚上 behind the day"),
            Self::BadTime => Words::of("not a time of day")
                .hint("write `2018-09-20 09:31` or `2018-09-20 09:31:05`, or the date alone"),
            Self::PartOfLast => Words::of("whether this part is meant for the days before, nobody can tell")
                .hint("write the part behind each day"),
            Self::Excepted => Words::of("days cannot be taken out of others here")
                .hint("write the days that are meant; the others may stand in `away` or `closed`"),
            Self::MissingYear => {
                Words::of("a date without its year").hint("a season has its year: 2018-10-22..2018-11-02")
            }
            Self::TwoFit { one, other } => {
                Words::of(format!("two days of the season may be meant: {one} and {other}"))
                    .hint("write the year and the month")
            }
            Self::WeekdaysOfSeason => Words::of("a season has all its days")
                .hint("write first..last only; days of the week belong to the `dates` of a post"),
            Self::SeasonTooLong { days, most } => too_long_en(*days, *most),
            Self::OutsideSeason { first, last, meant } => {
                Words::of(format!("outside the season ({first} to {last})"))
                    .hint(meant_en(*meant, "change the date, or the `season` of the campaign"))
            }
            Self::BeyondSeason { first, last, meant } => {
                Words::of(format!("days outside the season ({first} to {last}) have no effect"))
                    .hint(meant_en(*meant, "check the month and the year"))
            }
            Self::CalendarEnds { first, last, known } => calendar_ends_en(*first, *last, *known),
            Self::OnPublicHolidays(found) => on_holidays_en(found),
            Self::BadMonth => Words::of("not a month").hint("write 2019-01, or 2019-01..2019-12"),
        }
    }
}

/// Days off, each stretch with its festival.
fn festivals(language: Language, days: &[Festival]) -> String {
    let one = |Festival { first, last, name }: &Festival| {
        let (from, to) = (measure::date(language, *first), measure::date(language, *last));
        match language {
            Language::Zh if first == last => format!("{name}{from}"),
            Language::Zh => format!("{name}{from}至{to}"),
            Language::En if first == last => format!("{name} {from}"),
            Language::En => format!("{name} {from} to {to}"),
        }
    };
    list(language, &days.iter().map(one).collect::<Vec<String>>())
}

fn calendar_ends_zh(first: i32, last: i32, known: (i32, i32)) -> Words {
    let years = if first == last { first.to_string() } else { format!("{first} 到 {last}") };
    Words::of(format!("还没有 {years} 年的放假安排，那里的工作日和周末只按星期几算"))
        .hint(format!("程序只知道 {} 到 {} 年的；放假和调休的日子，请逐个写出来", known.0, known.1))
}

fn on_holidays_zh(OnHolidays { title, posts, days }: &OnHolidays) -> Words {
    let others = if *posts > 1 { format!("等 {posts} 个岗位") } else { String::new() };
    Words::of(format!("岗位{title}{others}的日期里有法定节假日：{}", festivals(Language::Zh, days)))
        .hint("放假不开放的，请在日期后面空一格写上 工作日；照常开放的，不用改")
}

fn too_long_en(days: i64, most: i64) -> Words {
    Words::of(format!("a season of {days} days; {most} are the most"))
        .hint("check the years, or make several campaigns of it")
}

fn calendar_ends_en(first: i32, last: i32, known: (i32, i32)) -> Words {
    let years = if first == last { first.to_string() } else { format!("{first} to {last}") };
    Words::of(format!(
        "the public holidays of {years} are not known: there the day of the week alone decides"
    ))
    .hint(format!("known are {} to {}; write the days off and those worked for them out", known.0, known.1))
}

fn on_holidays_en(OnHolidays { title, posts, days }: &OnHolidays) -> Words {
    let others = if *posts > 1 { format!(" (and {} more)", posts - 1) } else { String::new() };
    Words::of(format!("{title}{others} is offered on public holidays: {}", festivals(Language::En, days)))
        .hint("write a space and `工作日` behind the dates to leave these days out; else it may stay so")
}

/// The day that was probably meant, or else what to do.
fn meant_zh(meant: Option<NaiveDate>, otherwise: &str) -> String {
    meant.map_or(otherwise.to_owned(), |day| format!("是不是 {day}？"))
}

fn meant_en(meant: Option<NaiveDate>, otherwise: &str) -> String {
    meant.map_or(otherwise.to_owned(), |day| format!("did you mean {day}?"))
}
