//! Single values: hours, whole numbers, kilometres, months; full-width digits and marks mean what plain ones do.

use crate::{
    campaign::range::{ends, narrow},
    diagnostic::{dates::Dates, value::Value},
    domain::{thursday::Month, time::Hours},
};

/// `09:00-17:00`; hours that end before they begin end on the next day.
pub(super) fn hours(text: &str) -> Result<Hours, Value> {
    let (start, end) = ends(text).ok_or(Value::BadHours)?;
    let (start, end) = (minutes(&narrow(&text[start]))?, minutes(&narrow(&text[end]))?);
    Hours::between(start, end).ok_or(Value::EndBeforeStart)
}

/// Hours that lie within one day.
pub(super) fn hours_of_day(text: &str) -> Result<Hours, Value> {
    hours(text)
        .and_then(|hours| if hours.is_over_midnight() { Err(Value::EndBeforeStart) } else { Ok(hours) })
}

fn minutes(text: &str) -> Result<u16, Value> {
    let (hour, minute) = text.split_once(':').ok_or(Value::BadHours)?;
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !(1..=2).contains(&hour.len()) || minute.len() != 2 || !digits(hour) || !digits(minute) {
        return Err(Value::BadHours);
    }
    let hour: u16 = hour.parse().map_err(|_| Value::BadHours)?;
    let minute: u16 = minute.parse().map_err(|_| Value::BadHours)?;
    let minutes = hour * 60 + minute;
    if minute < 60 && minutes <= 24 * 60 { Ok(minutes) } else { Err(Value::BadHours) }
}

/// A whole number from `least` to `most`.
pub(super) fn number(text: &str, least: u32, most: u32) -> Result<u32, Value> {
    let text = narrow(text);
    let digits = text.strip_prefix(['-', '+']).unwrap_or(&text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Value::BadNumber);
    }
    let negative = text.starts_with('-') && digits.bytes().any(|byte| byte != b'0');
    match digits.parse::<u32>() {
        _ if negative => Err(Value::NumberTooSmall { least }),
        Ok(number) if number < least => Err(Value::NumberTooSmall { least }),
        Ok(number) if number <= most => Ok(number),
        _ => Err(Value::NumberTooLarge { most }),
    }
}

/// Kilometres, read digit by digit as whole metres: what is beyond the third decimal is cut off.
pub(super) fn metres(text: &str) -> Result<i64, Value> {
    let text = narrow(text);
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() + fraction.len() == 0 || !digits(whole) || !digits(fraction) {
        return Err(Value::BadDistance);
    }
    if whole.trim_start_matches('0').len() > 5 {
        return Err(Value::NumberTooLarge { most: 99_999 });
    }
    let thousandths: String = fraction.chars().chain("000".chars()).take(3).collect();
    match format!("{whole}{thousandths}").parse() {
        Ok(0) | Err(_) => Err(Value::BadDistance),
        Ok(metres) => Ok(metres),
    }
}

/// `2019-01`.
pub(super) fn month(text: &str) -> Result<Month, Dates> {
    let text = narrow(text);
    let (year, month) = text.split_once('-').ok_or(Dates::BadMonth)?;
    if year.len() != 4 || !(1..=2).contains(&month.len()) {
        return Err(Dates::BadMonth);
    }
    let year = number(year, 1900, 2200).map_err(|_| Dates::BadMonth)?;
    let month = number(month, 1, 12).map_err(|_| Dates::BadMonth)?;
    let year = i32::try_from(year).map_err(|_| Dates::BadMonth)?;
    Ok(Month { year, month })
}

#[cfg(test)]
mod tests {
    use super::{hours, hours_of_day, metres, month, number};
    use crate::diagnostic::{dates::Dates, value::Value};

    #[test]
    fn reads_hours_of_one_day() {
        assert_eq!(hours("8:30-24:00").unwrap().to_string(), "08:30-24:00");
        assert_eq!(hours("22:00-1:30").unwrap().to_string(), "22:00-01:30");
        assert_eq!(hours("22:00-0:00").unwrap().to_string(), "22:00-24:00");
        assert_eq!(hours_of_day("22:00-24:00").unwrap().to_string(), "22:00-24:00");
        assert_eq!(hours_of_day("17:00-09:00"), Err(Value::EndBeforeStart));
        assert_eq!(hours("09:00-09:00"), Err(Value::EndBeforeStart));
        assert_eq!(hours("24:00-09:00"), Err(Value::EndBeforeStart));
        for same in ["９：００－１７：００", "9:00~17:00", "09:00 至 17:00", "9：00——17：00", "09:00..17:00"]
        {
            assert_eq!(hours(same).unwrap().to_string(), "09:00-17:00", "{same}");
        }
        for text in ["9-17", "09:00/17:00", "09:60-17:00", "25:00-26:00", "", "-", "+9:00-17:00"] {
            assert_eq!(hours(text), Err(Value::BadHours), "{text}");
        }
    }

    #[test]
    fn reads_whole_numbers_within_bounds() {
        assert_eq!(number("007", 1, 10), Ok(7));
        assert_eq!(number("１０", 1, 10), Ok(10));
        assert_eq!(number("0", 1, 10), Err(Value::NumberTooSmall { least: 1 }));
        assert_eq!(number("-3", 0, 10), Err(Value::NumberTooSmall { least: 0 }));
        assert_eq!(number("99999999999", 0, 10), Err(Value::NumberTooLarge { most: 10 }));
        for text in ["", "two", "1.5", "一", "1e3"] {
            assert_eq!(number(text, 0, 10), Err(Value::BadNumber), "{text}");
        }
    }

    #[test]
    fn cuts_kilometres_to_whole_metres() {
        assert_eq!(metres("6"), Ok(6000));
        assert_eq!(metres("2.0019"), Ok(2001));
        assert_eq!(metres(".29"), Ok(290));
        assert_eq!(metres("２．５"), Ok(2500));
        for text in ["0", "0.0004", "-1", "far", "", ".", "1e3", "NaN"] {
            assert_eq!(metres(text), Err(Value::BadDistance), "{text}");
        }
    }

    #[test]
    fn reads_months() {
        assert_eq!(month("2019-02").map(|month| (month.year, month.month)), Ok((2019, 2)));
        assert_eq!(month("２０１９－０２").map(|month| month.month), Ok(2));
        assert_eq!(month("2019-13"), Err(Dates::BadMonth));
        assert_eq!(month("201-01"), Err(Dates::BadMonth));
    }
}
