//! Places on the globe and the metres between them.

/// The mean radius of the Earth in metres (IUGG, *R*₁ of GRS 80).
const MEAN_EARTH_RADIUS: f64 = 6_371_008.8;

/// Latitude and longitude in degrees, WGS 84.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coordinates {
    /// Degrees north, −90 to 90.
    pub latitude: f64,
    /// Degrees east, −180 to 180.
    pub longitude: f64,
}

/// Great-circle metres between two places by the haversine formula (Sinnott 1984), rounded half up.
#[expect(
    clippy::cast_possible_truncation,
    reason = "half the circumference of the Earth is 20,015,114 metres"
)]
pub fn metres(from: Coordinates, to: Coordinates) -> i64 {
    let half_chord = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
    let cosines = from.latitude.to_radians().cos() * to.latitude.to_radians().cos();
    let haversine =
        half_chord(to.latitude - from.latitude) + cosines * half_chord(to.longitude - from.longitude);
    let angle = 2.0 * haversine.clamp(0.0, 1.0).sqrt().asin();
    (MEAN_EARTH_RADIUS * angle + 0.5).floor() as i64
}

#[cfg(test)]
mod tests {
    use super::{Coordinates, metres};

    #[test]
    fn measures_a_degree_of_the_meridian_and_half_the_globe() {
        let origin = Coordinates { latitude: 0.0, longitude: 0.0 };
        assert_eq!(metres(origin, Coordinates { latitude: 1.0, longitude: 0.0 }), 111_195);
        assert_eq!(metres(origin, Coordinates { latitude: 0.0, longitude: 180.0 }), 20_015_114);
        assert_eq!(metres(origin, origin), 0);
    }

    #[test]
    fn is_the_same_both_ways() {
        let here = Coordinates { latitude: 31.3052, longitude: 121.4563 };
        let there = Coordinates { latitude: 31.3101, longitude: 121.4489 };
        assert_eq!(metres(here, there), metres(there, here));
        assert_eq!(metres(here, there), 889);
    }
}
