//! Dates in every way in which people write them.

use super::{Listed, day, read, whole_days};
use crate::{
    diagnostic::dates::Dates,
    domain::{
        dates::{DateSet, DateSpan, Weekdays},
        periods::{Part, Period},
    },
};
use chrono::{Datelike, NaiveDate, Weekday};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// From a Monday to a Friday eleven days later.
fn season() -> DateSpan {
    DateSpan { first: date("2018-10-22"), last: date("2018-11-02"), weekdays: Weekdays::ALL }
}

fn days_in(text: &str, season: Option<DateSpan>) -> Vec<String> {
    let read = whole_days(text, season, Listed::default());
    let spans = read.unwrap_or_else(|fault| panic!("{text}: {fault:?}")).0;
    DateSet { spans }.days().iter().map(ToString::to_string).collect()
}

/// The days of October that are meant.
fn october(text: &str) -> Vec<u32> {
    let days = days_in(text, Some(season()));
    days.iter().filter_map(|day| day.strip_prefix("2018-10-")?.parse().ok()).collect()
}

#[test]
fn reads_a_day_a_range_and_weekdays() {
    let days = |text| days_in(text, None);
    assert_eq!(days("2018-10-22"), ["2018-10-22"]);
    assert_eq!(days("2018-10-31..2018-11-01"), ["2018-10-31", "2018-11-01"]);
    assert_eq!(
        days("2018-10-22..2018-11-02 Tue+thu"),
        ["2018-10-23", "2018-10-25", "2018-10-30", "2018-11-01"]
    );
    assert_eq!(days("2018-1-5"), ["2018-01-05"]);
}

#[test]
fn reads_a_day_in_whatever_way_it_is_written() {
    let ways = [
        "2018-10-23",
        "2018/10/23",
        "2018.10.23",
        "2018年10月23日",
        "10月23日",
        "10月23号",
        "10月23",
        "10/23",
        "10.23",
        "23日",
        "23号",
        "２０１８／１０／２３",
        "10月23日（周二）",
        "10月23日 星期二",
        "10月23日周二",
        "10月23日全天",
        "23號",
    ];
    for way in ways {
        assert_eq!(october(way), [23], "{way}");
        assert_eq!(day(way, Some(season())), Ok(date("2018-10-23")), "{way}");
    }
}

#[test]
fn reads_ranges_lists_weekdays_and_whole_seasons() {
    let cases: [(&str, &[u32]); 49] = [
        ("10月23日至25日", &[23, 24, 25]),
        ("23日到25日", &[23, 24, 25]),
        ("10/23-10/25", &[23, 24, 25]),
        ("10/23 - 10/25", &[23, 24, 25]),
        ("10.23~10.25", &[23, 24, 25]),
        ("10月23—25日", &[23, 24, 25]),
        ("2018年10月23日～25日", &[23, 24, 25]),
        ("30日至2日", &[30, 31]),
        ("10/23、10/25，10月26日", &[23, 25, 26]),
        ("10月23、25、26日", &[23, 25, 26]),
        ("23、25、26日", &[23, 25, 26]),
        ("10月23日、25日；26日", &[23, 25, 26]),
        ("2018-10-23 2018-10-25", &[23, 25]),
        ("10月23日\n25日", &[23, 25]),
        ("周二", &[23, 30]),
        ("每周三", &[24, 31]),
        ("星期二和星期四", &[23, 25, 30]),
        ("周二、四", &[23, 25, 30]),
        ("周一至周三", &[22, 23, 24, 29, 30, 31]),
        ("礼拜天", &[28]),
        ("周六、日", &[27, 28]),
        ("10月22日至26日 周二、周四", &[23, 25]),
        ("周末", &[27, 28]),
        ("周末都可以", &[27, 28]),
        ("随时", &[22, 23, 24, 25, 26, 27, 28, 29, 30, 31]),
        ("随时都可以", &[22, 23, 24, 25, 26, 27, 28, 29, 30, 31]),
        ("周末 都可以", &[27, 28]),
        ("周三、周五，都可以", &[24, 26, 31]),
        ("周一至周三 都行", &[22, 23, 24, 29, 30, 31]),
        ("10月23日 都可以", &[23]),
        ("10月22日至23日，均可", &[22, 23]),
        ("10月23日都行", &[23]),
        ("10月23日 全天", &[23]),
        ("10月22日至23日（全天）", &[22, 23]),
        ("周三 全天", &[24, 31]),
        ("10 月 23 日", &[23]),
        ("2018 年 10 月 23 日", &[23]),
        ("23 日", &[23]),
        ("10.23日", &[23]),
        ("10月23日和25日", &[23, 25]),
        ("10月23、24和25日", &[23, 24, 25]),
        ("10月23日。", &[23]),
        ("10月22日至11月2日 周二, 周四", &[23, 25, 30]),
        ("10月22日至11月2日 周二 周四", &[23, 25, 30]),
        ("2018-10-22..2018-11-02 tue, thu", &[23, 25, 30]),
        ("周一 至 周三", &[22, 23, 24, 29, 30, 31]),
        ("周二 和 周四", &[23, 25, 30]),
        ("10月22日（周一）至10月24日（周三）", &[22, 23, 24]),
        ("10月22日（周一）、10月24日（周三）", &[22, 24]),
    ];
    for (text, days) in cases {
        assert_eq!(october(text), days, "{text}");
    }
}

#[test]
fn reads_parts_of_days_and_hours() {
    let cases: [(&str, &[(u32, &str)]); 20] = [
        ("10月23日上午", &[(23, "00:00-12:00")]),
        ("10月23日早上", &[(23, "00:00-12:00")]),
        ("2018-10-23 中午", &[(23, "11:00-14:00")]),
        ("10月23日 下午", &[(23, "12:00-18:00")]),
        ("10月23日（周二）晚上", &[(23, "18:00-24:00+")]),
        ("10月23日 09:00-11:30", &[(23, "09:00-11:30")]),
        ("10月23日 9：00至11：30", &[(23, "09:00-11:30")]),
        ("10月23日（9:00 ~ 11:30）", &[(23, "09:00-11:30")]),
        ("10月23日 22:00-1:30", &[(23, "22:00-01:30")]),
        ("10月23日下午2:00-4:00", &[(23, "14:00-16:00")]),
        ("10月23日晚上22:00-01:30", &[(23, "22:00-01:30")]),
        ("10月23日晚上8:00-10:00", &[(23, "20:00-22:00")]),
        ("10月23日下午 14:00-16:00", &[(23, "14:00-16:00")]),
        ("10月23日 上午10:20 -12:10", &[(23, "10:20-12:10")]),
        ("10月23日全天、24日上午", &[(23, ""), (24, "00:00-12:00")]),
        ("10月23日上午、下午", &[(23, "00:00-12:00"), (23, "12:00-18:00")]),
        ("10月23日上午、24日下午、25日", &[(23, "00:00-12:00"), (24, "12:00-18:00"), (25, "")]),
        ("10月23日至24日 13:00-17:00", &[(23, "13:00-17:00"), (24, "13:00-17:00")]),
        ("周日上午都可以", &[(28, "00:00-12:00")]),
        ("2018-10-22..2018-10-27 tue+thu 08:00-12:00", &[(23, "08:00-12:00"), (25, "08:00-12:00")]),
    ];
    for (text, expected) in cases {
        let read = read(text, Some(season()), Listed::default());
        let periods = read.unwrap_or_else(|fault| panic!("{text}: {fault:?}")).periods;
        let told = |period: &Period| {
            let open = |part: Part| format!("{}{}", part.hours, if part.is_open { "+" } else { "" });
            let part = period.part.map(open).unwrap_or_default();
            period.days.days().map(|day| (day.day(), part.clone())).collect::<Vec<_>>()
        };
        let found: Vec<(u32, String)> = periods.iter().flat_map(told).collect();
        let expected: Vec<(u32, String)> =
            expected.iter().map(|&(day, part)| (day, part.to_owned())).collect();
        assert_eq!(found, expected, "{text}");
    }
    let mornings = read("上午都可以", Some(season()), Listed::default()).unwrap().periods;
    assert_eq!((mornings.len(), mornings[0].days), (1, season()));
    let faults = [
        ("10月23日 9:00", Dates::BadPart, "9:00"),
        ("9:00", Dates::BadPart, "9:00"),
        ("10月23日上午13:00-15:00", Dates::BadPart, "上午13:00-15:00"),
        ("10月23日上午10:20-13:10", Dates::BadPart, "上午10:20-13:10"),
        ("10月23日上午下午", Dates::BadPart, "上午下午"),
        ("10月23日 25:00-26:00", Dates::BadPart, "25:00-26:00"),
        ("10月23日、24日上午", Dates::PartOfLast, "24日上午"),
        ("10月23日全天、24日、25日上午", Dates::PartOfLast, "25日上午"),
        ("10月23日上午、24日、25日下午", Dates::PartOfLast, "25日下午"),
    ];
    for (text, problem, words) in faults {
        let (found, range) = read(text, Some(season()), Listed::default()).unwrap_err();
        assert_eq!((found, &text[range]), (problem, words), "{text}");
    }
    for text in ["10月23日上午", "周末 9:00-11:00"] {
        let fault = whole_days(text, Some(season()), Listed::default()).unwrap_err();
        assert_eq!(fault, (Dates::PartOfDay, 0..text.len()));
    }
}

/// 29 and 30 September 2018 were worked for the week of 1 October.
#[test]
fn knows_which_days_are_worked() {
    let weeks = DateSpan { first: date("2018-09-24"), last: date("2018-10-14"), weekdays: Weekdays::ALL };
    let days =
        |text| -> Vec<String> { days_in(text, Some(weeks)).iter().map(|day| day[5..].to_owned()).collect() };
    assert_eq!(days("周末"), ["10-06", "10-07", "10-13", "10-14"]);
    let worked =
        ["09-25", "09-26", "09-27", "09-28", "09-29", "09-30", "10-08", "10-09", "10-10", "10-11", "10-12"];
    assert_eq!(days("工作日"), worked);
    assert_eq!(days("9月28日至10月9日 工作日"), ["09-28", "09-29", "09-30", "10-08", "10-09"]);
}

#[test]
fn takes_year_and_month_from_the_season_where_only_one_fits() {
    let new_year = DateSpan { first: date("2018-12-20"), last: date("2019-01-22"), weekdays: Weekdays::ALL };
    let one = |text| day(text, Some(new_year));
    assert_eq!(one("1月5日"), Ok(date("2019-01-05")));
    assert_eq!(one("12/31"), Ok(date("2018-12-31")));
    assert_eq!(one("5日"), Ok(date("2019-01-05")));
    let two = Dates::TwoFit { one: date("2018-12-21"), other: date("2019-01-21") };
    assert_eq!(one("21日"), Err((two, 0.."21日".len())));
    assert_eq!(days_in("12月30日至2日", Some(new_year)).last().unwrap(), "2019-01-02");
    let outside = Dates::OutsideSeason { first: date("2018-12-20"), last: date("2019-01-22"), meant: None };
    assert_eq!(one("3月5日"), Err((outside, 0.."3月5日".len())));
    assert_eq!(one("2月29日").unwrap_err().0, Dates::ImpossibleDate);
}

#[test]
fn names_the_very_words_that_are_wrong() {
    let is = Weekday::Tue;
    let outside = Dates::OutsideSeason { first: date("2018-10-22"), last: date("2018-11-02"), meant: None };
    let faults = [
        ("2018-02-30", Dates::ImpossibleDate, "2018-02-30"),
        ("2018-10-22..2018-13-01", Dates::ImpossibleDate, "2018-13-01"),
        ("13月1日", Dates::ImpossibleDate, "13月1日"),
        ("22.10.2018", Dates::BadDate, "22.10.2018"),
        ("2018-10-22..", Dates::BadDate, ""),
        ("2018-11-02..2018-10-22", Dates::ReversedRange, "2018-11-02..2018-10-22"),
        ("2018-10-22..2018-11-02 tue+thr", Dates::BadWeekday { similar: Some("thu") }, "thr"),
        ("2018-10-22..2018-11-02 Wednsday", Dates::BadWeekday { similar: Some("wed") }, "Wednsday"),
        ("上午 10月23日", Dates::BadDate, "10月23日"),
        ("10月23日 9:00-11:00 左右", Dates::BadDate, "左右"),
        ("10月22日至26日、周二", Dates::LoneWeekday, "周二"),
        ("2018-10-22..2018-10-23 sun", Dates::NoSuchDay, "sun"),
        ("10月23日（周三）", Dates::OtherWeekday { is }, "周三"),
        ("0218-10-22", Dates::FarDate, "0218-10-22"),
        ("除22日外", Dates::Excepted, "除22日外"),
        ("15日", outside.clone(), "15日"),
        ("周", Dates::BadDate, "周"),
        ("明天", Dates::BadDate, "明天"),
        ("10月23日左右", Dates::BadDate, "左右"),
        ("10月22日起", Dates::BadDate, "起"),
        ("2018-10-22/2018-10-26", Dates::BadDate, "2018-10-22/2018-10-26"),
        ("10/23/2018", Dates::BadDate, "10/23/2018"),
        ("23/10", Dates::ImpossibleDate, "23/10"),
        ("10月下旬", Dates::BadDate, "10月下旬"),
        ("周三除外", Dates::Excepted, "除外"),
        ("都可以，除了周三", Dates::Excepted, "除了周三"),
        ("5", Dates::BadDate, "5"),
        // What could be meant in two ways is never guessed.
        ("每周二 10月22日至11月2日", Dates::LoneWeekday, "10月22日至11月2日"),
        ("周二（10月23日）", Dates::LoneWeekday, "10月23日"),
        ("10月22日至26日、10月29日至11月2日 周二、周四", Dates::LoneWeekday, "周二、周四"),
        ("10月22日、24日（周二、周三）", Dates::LoneWeekday, "周二、周三"),
        ("10月23日 周二、周四", Dates::LoneWeekday, "周二、周四"),
        ("10月22日（周二）至10月24日", Dates::OtherWeekday { is: Weekday::Mon }, "周二"),
        ("2018年9月25日至31日", Dates::ImpossibleDate, "31日"),
        ("2018年9月25-31日", Dates::ImpossibleDate, "31日"),
        ("11月2日至10月22日", Dates::ReversedRange, "11月2日至10月22日"),
        ("2018-10-22、10-24", Dates::BadDate, "10-24"),
        ("10月23、10-26", outside.clone(), "10"),
        ("10月23日 9-11", Dates::BadDate, "9-11"),
        ("10月23日（9-11）", Dates::BadDate, "9-11"),
        ("10月23日 9.30-11.30", outside.clone(), "9.30"),
        ("10月22日（3）", Dates::BadDate, "3"),
        ("1、22日；2、24日", Dates::BadDate, "1"),
        ("9月28日", outside.clone(), "9月28日"),
        ("10月22日 -26日", Dates::BadDate, "10月22日 -26日"),
        ("都可以、10月22日", Dates::BadDate, "10月22日"),
    ];
    for (text, problem, words) in faults {
        let (found, range) = read(text, Some(season()), Listed::default()).unwrap_err();
        assert_eq!((found, &text[range]), (problem, words), "{text}");
    }
    let listed = read("2018-10-22..2018-11-02 tue", Some(season()), Listed::default()).unwrap().listed;
    assert_eq!(read("thu", Some(season()), listed).unwrap_err().0, Dates::LoneWeekday);
    assert_eq!(read("10月22日至26日", None, Listed::default()).unwrap_err().0, Dates::MissingYear);
    assert_eq!(day("10月22日至26日", Some(season())).unwrap_err().0, Dates::WordsAfterDates);
}

/// In a list days go on in their month, and over its end only where that alone fits.
#[test]
fn goes_on_in_the_month_of_the_day_before() {
    let months = DateSpan { first: date("2018-10-01"), last: date("2018-11-30"), weekdays: Weekdays::ALL };
    let fault = |text, season| read(text, Some(season), Listed::default()).unwrap_err().0;
    let two = Dates::TwoFit { one: date("2018-10-01"), other: date("2018-11-01") };
    assert_eq!(fault("10月30日、31日、1日", months), two);
    assert_eq!(days_in("2018年9月29日、30日", Some(season())), ["2018-09-29", "2018-09-30"]);
    assert_eq!(days_in("10月31日、1日", Some(season())), ["2018-10-31", "2018-11-01"]);
    assert_eq!(days_in("10月26日、22日", Some(season())), ["2018-10-22", "2018-10-26"]);
    assert_eq!(
        fault("9月30日、31日", DateSpan { first: date("2018-09-01"), ..months }),
        Dates::ImpossibleDate
    );
    let after = |text| read(text, Some(season()), Listed::default()).unwrap().listed;
    assert_eq!(read("全部", Some(season()), after("23日")).unwrap_err().0, Dates::BadDate);
    assert_eq!(read("10月22日至26日", Some(season()), after("每周二")).unwrap_err().0, Dates::LoneWeekday);
}

/// Whatever is written: never a panic, and what is named lies within the words.
#[test]
fn takes_any_words() {
    const PARTS: [&str; 24] = [
        "2018",
        "10",
        "23",
        "-",
        "/",
        ".",
        "..",
        "年",
        "月",
        "日",
        "至",
        "周",
        "二",
        "周末",
        "每",
        "、",
        " ",
        "，",
        "都可以",
        "除",
        "上午",
        ":",
        "x",
        "\n",
    ];
    arbtest::arbtest(|unstructured| {
        let length = unstructured.int_in_range(0..=9)?;
        let mut text = String::new();
        for _ in 0..length {
            text.push_str(unstructured.choose(&PARTS)?);
        }
        for season in [Some(season()), None] {
            match read(&text, season, Listed::default()) {
                Ok(read) => assert!(!read.periods.is_empty(), "{text:?}"),
                Err((_, range)) => assert!(text.get(range).is_some(), "{text:?}"),
            }
        }
        Ok(())
    });
}
