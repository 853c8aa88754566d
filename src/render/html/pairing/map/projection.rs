//! From latitude and longitude to tenths of a millimetre on paper: equirectangular about the middle (Snyder 1987,
//! section 12), which over the few kilometres of a street is as good as any.

use super::labels::Point;
use crate::domain::geography::{Coordinates, metres};

/// Room for names around the outermost places.
const MARGIN: f64 = 130.0;

/// How places come onto the page.
#[derive(Debug, Clone, Copy)]
pub struct Projection {
    west: f64,
    north: f64,
    /// How much shorter a degree of longitude is than one of latitude.
    shrink: f64,
    /// Tenths of a millimetre per degree of latitude.
    scale: f64,
    /// Free room at the left and at the top.
    inset: (f64, f64),
    height: i32,
    width: i32,
    /// The middle, for measuring.
    middle: Coordinates,
}

impl Projection {
    /// The largest scale at which all places fit into the width and height; `None` for fewer than two places.
    pub fn fitting(places: &[Coordinates], width: i32, most: i32) -> Option<Self> {
        let range = |value: fn(&Coordinates) -> f64| -> Option<(f64, f64)> {
            let least = places.iter().map(value).min_by(f64::total_cmp)?;
            let greatest = places.iter().map(value).max_by(f64::total_cmp)?;
            Some((least, greatest))
        };
        let (south, north) = range(|place| place.latitude)?;
        let (west, east) = range(|place| place.longitude)?;
        if places.len() < 2 {
            return None;
        }
        let middle =
            Coordinates { latitude: f64::midpoint(south, north), longitude: f64::midpoint(west, east) };
        let shrink = middle.latitude.to_radians().cos().max(0.01);
        let (across, down) = (((east - west) * shrink).max(1e-4), (north - south).max(1e-4));
        let room = (f64::from(width) - 2.0 * MARGIN, f64::from(most) - 2.0 * MARGIN);
        let scale = (room.0 / across).min(room.1 / down);
        let height = whole(down * scale + 2.0 * MARGIN).clamp(600, most);
        let inset = ((f64::from(width) - across * scale) / 2.0, (f64::from(height) - down * scale) / 2.0);
        Some(Self { west, north, shrink, scale, inset, height, width, middle })
    }

    /// Where a place lies.
    pub fn point(&self, place: Coordinates) -> Point {
        let x = (place.longitude - self.west) * self.shrink * self.scale + self.inset.0;
        let y = (self.north - place.latitude) * self.scale + self.inset.1;
        Point { x: whole(x), y: whole(y) }
    }

    /// How high the map is.
    pub fn height(&self) -> i32 {
        self.height
    }

    /// A round number of metres that takes up to a fifth of the width, and its length on paper.
    pub fn bar(&self) -> (i64, i32) {
        let east = Coordinates { longitude: self.middle.longitude + 0.1, ..self.middle };
        let metres_of_a_tenth = metres(self.middle, east).max(1);
        let length = |bar: i64| {
            #[expect(
                clippy::cast_precision_loss,
                reason = "at most the circumference of the Earth in metres"
            )]
            let share = bar as f64 / metres_of_a_tenth as f64;
            whole(share * 0.1 * self.shrink * self.scale)
        };
        let rounds = (0..8).rev().flat_map(|power| [5, 2, 1].map(|figure| figure * 10_i64.pow(power)));
        let bars = rounds.map(|bar| (bar, length(bar)));
        let mut bars = bars.filter(|(_, length)| *length <= self.width / 5);
        bars.next().unwrap_or((1, length(1)))
    }
}

#[expect(clippy::cast_possible_truncation, reason = "coordinates on a page of 3000 tenths of a millimetre")]
fn whole(value: f64) -> i32 {
    value.clamp(-1e6, 1e6).round() as i32
}

#[cfg(test)]
mod tests {
    use super::Projection;
    use crate::domain::geography::Coordinates;

    fn at(latitude: f64, longitude: f64) -> Coordinates {
        Coordinates { latitude, longitude }
    }

    #[test]
    fn keeps_every_place_on_the_page_with_north_above() {
        let places = [at(31.3021, 121.4446), at(31.3181, 121.4672), at(31.31, 121.45)];
        let projection = Projection::fitting(&places, 1860, 1750).unwrap();
        let points = places.map(|place| projection.point(place));
        assert!(points.iter().all(|point| (100..1760).contains(&point.x)), "{points:?}");
        assert!(points.iter().all(|point| (100..projection.height() - 100).contains(&point.y)), "{points:?}");
        assert!(points[1].y < points[0].y && points[1].x > points[0].x);
        let (metres, length) = projection.bar();
        assert_eq!(metres, 200);
        assert!((100..=372).contains(&length), "{length}");
    }

    #[test]
    fn draws_places_on_one_spot_and_refuses_a_single_one() {
        let spot = at(31.3, 121.45);
        assert!(Projection::fitting(&[spot, spot], 1860, 1750).is_some());
        assert!(Projection::fitting(&[spot], 1860, 1750).is_none());
    }
}
