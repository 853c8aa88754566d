//! Names beside their places so that none covers another: each takes the best free place around its sign.
//!
//! In: signs with names, and lines between signs. Out: where the names stand, and those for which there is no room.
//! Greedy, the most crowded first (Christensen, Marks and Shieber 1995).

use unicode_width::UnicodeWidthStr;

/// A place on the page, in tenths of a millimetre.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
}

/// A name with its place.
#[derive(Debug, Clone)]
pub struct Labelled {
    /// The name.
    pub text: String,
    /// Whether it is a unit's.
    pub is_unit: bool,
    /// Where its base line begins.
    pub at: Point,
    /// A thin line from the sign to the name, where that is not beside it.
    pub leader: Option<(Point, Point)>,
}

/// The size of the letters: 9 points and a little.
const EM: i32 = 33;
/// The height of a line of them, as fonts for Chinese have it.
const LINE: i32 = 49;
/// How far from the sign a name may stand, nearest first.
const RINGS: [i32; 7] = [8, 26, 50, 85, 125, 175, 235];
/// From which distance on a name is tied to its sign by a line.
const TIED: i32 = 26;
/// What it costs to stand on a line.
const ON_A_LINE: i32 = 60;

#[derive(Debug, Clone, Copy)]
struct Area {
    left: i32,
    top: i32,
    right: i32,
    bottom: i32,
}

impl Area {
    fn around(point: Point, half: i32) -> Self {
        Self { left: point.x - half, top: point.y - half, right: point.x + half, bottom: point.y + half }
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn is_crossed_by(&self, (from, to): (Point, Point)) -> bool {
        const STEPS: i32 = 48;
        (0..=STEPS).any(|step| {
            let x = from.x + (to.x - from.x) * step / STEPS;
            let y = from.y + (to.y - from.y) * step / STEPS;
            self.left < x && x < self.right && self.top < y && y < self.bottom
        })
    }

    fn is_within(&self, size: Point) -> bool {
        self.left >= 12 && self.top >= 12 && self.right <= size.x - 12 && self.bottom <= size.y - 12
    }

    /// The point of the area that is nearest to another.
    fn nearest(&self, point: Point) -> Point {
        Point { x: point.x.clamp(self.left, self.right), y: point.y.clamp(self.top, self.bottom) }
    }
}

/// Puts the names where they collide with no sign and no other name.
pub fn placed(
    wanted: &[(Point, String, bool)],
    lines: &[(Point, Point)],
    size: Point,
    symbol: i32,
) -> (Vec<Labelled>, Vec<String>) {
    let signs: Vec<Area> = wanted.iter().map(|(point, ..)| Area::around(*point, symbol + 3)).collect();
    // The scale bar and the arrow keep their corners.
    let corners = [
        Area { left: 0, top: size.y - 100, right: size.x / 4 + 150, bottom: size.y },
        Area { left: 0, top: 0, right: 110, bottom: 180 },
    ];
    let mut taken: Vec<Area> = signs.iter().chain(&corners).copied().collect();
    let mut leaders: Vec<(Point, Point)> = Vec::new();
    let (mut labels, mut left_out) = (Vec::new(), Vec::new());
    for position in most_crowded_first(wanted) {
        let (point, text, is_unit) = &wanted[position];
        let free = candidates(*point, text, symbol).filter(|(_, area)| {
            area.is_within(size)
                && taken.iter().all(|other| !other.overlaps(area))
                && leaders.iter().all(|line| !area.is_crossed_by(*line))
        });
        let cost = |ring: i32, area: &Area| {
            let crossed = lines.iter().filter(|line| area.is_crossed_by(**line)).count();
            ring + ON_A_LINE * i32::try_from(crossed).unwrap_or(i32::MAX / ON_A_LINE)
        };
        let Some((ring, area)) = free.min_by_key(|(ring, area)| cost(*ring, area)) else {
            left_out.push(text.clone());
            continue;
        };
        let leader = (ring > TIED).then(|| (*point, area.nearest(*point)));
        leaders.extend(leader);
        taken.push(area);
        let at = Point { x: area.left + 3, y: area.bottom - 13 };
        labels.push(Labelled { text: text.clone(), is_unit: *is_unit, at, leader });
    }
    (labels, left_out)
}

/// The positions of the names, those with the most neighbours first.
fn most_crowded_first(wanted: &[(Point, String, bool)]) -> Vec<usize> {
    const NEAR: i32 = 250;
    let neighbours = |point: Point| {
        let near = |other: &Point| (other.x - point.x).abs() < NEAR && (other.y - point.y).abs() < NEAR / 2;
        wanted.iter().filter(|(other, ..)| near(other)).count()
    };
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by_key(|&at| (std::cmp::Reverse(neighbours(wanted[at].0)), at));
    order
}

/// Where a name may stand around its sign: right, left, above, below and between, ring by ring.
fn candidates(point: Point, text: &str, symbol: i32) -> impl Iterator<Item = (i32, Area)> {
    let columns = i32::try_from(text.width()).unwrap_or(i32::MAX / EM);
    // Latin letters and figures are wider than half of a Chinese one.
    let narrow = i32::try_from(text.chars().filter(char::is_ascii).count()).unwrap_or(0);
    let width = columns * EM / 2 + narrow * EM / 10 + 8;
    let height = LINE;
    RINGS.into_iter().flat_map(move |ring| {
        let reach = symbol + ring;
        let (right, left) = (point.x + reach, point.x - reach - width);
        let (above, below) = (point.y - reach - height, point.y + reach);
        let (centred, level) = (point.x - width / 2, point.y - height / 2);
        let corners = [(right, level), (left, level), (centred, above), (centred, below)];
        let between = [
            (point.x + reach / 2, above),
            (point.x + reach / 2, below),
            (point.x - reach / 2 - width, above),
            (point.x - reach / 2 - width, below),
            (right, level - reach / 2),
            (right, level + reach / 2),
            (left, level - reach / 2),
            (left, level + reach / 2),
        ];
        corners
            .into_iter()
            .chain(between)
            .map(move |(left, top)| (ring, Area { left, top, right: left + width, bottom: top + height }))
    })
}

#[cfg(test)]
mod tests {
    use super::{Point, placed};

    #[test]
    fn lets_no_name_cover_another() {
        let wanted: Vec<(Point, String, bool)> = (0..30)
            .map(|at| {
                (Point { x: 500 + at % 6 * 150, y: 400 + at / 6 * 90 }, format!("阳曲路{at}弄居民区"), false)
            })
            .collect();
        let (labels, left_out) = placed(&wanted, &[], Point { x: 1860, y: 1400 }, 13);
        assert_eq!(labels.len() + left_out.len(), 30);
        assert!(left_out.is_empty(), "{left_out:?}");
        for (position, one) in labels.iter().enumerate() {
            for other in &labels[position + 1..] {
                let apart = (one.at.y - other.at.y).abs() >= 33 || (one.at.x - other.at.x).abs() >= 250;
                assert!(apart, "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn names_those_for_which_there_is_no_room() {
        let wanted = vec![(Point { x: 60, y: 60 }, "字".repeat(80), true)];
        let (labels, left_out) = placed(&wanted, &[], Point { x: 1860, y: 600 }, 13);
        assert!(labels.is_empty());
        assert_eq!(left_out.len(), 1);
    }
}
