//! Latitude and longitude, told apart where the numbers leave no doubt.

use crate::{campaign::range::narrow, diagnostic::value::Value, domain::geography::Coordinates};
use std::ops::RangeInclusive;

/// Where China lies: no latitude there can be taken for a longitude.
const CHINA_LATITUDE: RangeInclusive<f64> = 3.0..=54.0;
const CHINA_LONGITUDE: RangeInclusive<f64> = 73.0..=136.0;

/// Two numbers in the order of the file; `pasted` text has no documented order, a list has latitude first.
pub(super) fn coordinates(first: &str, second: &str, pasted: bool) -> Result<Coordinates, Value> {
    let (first, second) = (degrees(first)?, degrees(second)?);
    let straight = Coordinates { latitude: first, longitude: second };
    let swapped = Coordinates { latitude: second, longitude: first };
    match (on_earth(straight), on_earth(swapped)) {
        (false, false) => Err(Value::LocationOutOfRange),
        (false, true) => Ok(swapped),
        (true, true) if in_china(swapped) && !in_china(straight) => Ok(swapped),
        (true, true) if pasted && !in_china(straight) => Err(Value::LocationAmbiguous),
        (true, _) => Ok(straight),
    }
}

/// The two halves of text such as `121.4563,31.3052`.
pub(super) fn halves(text: &str) -> Option<(&str, &str)> {
    let mut halves = text.split([',', '，', ' ', '\t']).filter(|half| !half.is_empty());
    let found = (halves.next()?, halves.next()?);
    halves.next().is_none().then_some(found)
}

fn degrees(text: &str) -> Result<f64, Value> {
    let text = narrow(text.trim());
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+'));
    if plain { text.parse().map_err(|_| Value::BadLocation) } else { Err(Value::BadLocation) }
}

fn on_earth(place: Coordinates) -> bool {
    place.latitude.abs() <= 90.0 && place.longitude.abs() <= 180.0
}

fn in_china(place: Coordinates) -> bool {
    CHINA_LATITUDE.contains(&place.latitude) && CHINA_LONGITUDE.contains(&place.longitude)
}

#[cfg(test)]
mod tests {
    use super::{coordinates, halves};
    use crate::diagnostic::value::Value;

    #[test]
    fn understands_both_orders_where_there_is_no_doubt() {
        let expected = coordinates("31.3052", "121.4563", false).unwrap();
        assert_eq!(coordinates("121.4563", "31.3052", true), Ok(expected));
        let kashgar = coordinates("75.99", "39.47", true).unwrap();
        assert!((kashgar.latitude - 39.47).abs() < 1e-9);
    }

    #[test]
    fn refuses_what_is_nowhere_or_ambiguous() {
        assert_eq!(coordinates("95", "190", false), Err(Value::LocationOutOfRange));
        assert_eq!(coordinates("48.1", "11.6", true), Err(Value::LocationAmbiguous));
        assert!(coordinates("48.1", "11.6", false).is_ok());
        assert_eq!(coordinates("NaN", "11", false), Err(Value::BadLocation));
        assert_eq!(halves("121.4563，31.3052"), Some(("121.4563", "31.3052")));
        assert_eq!(halves("121.4"), None);
        assert!(coordinates("３１．３", "１２１．４", false).is_ok());
    }
}
