//! The map of pairings as a picture within the page: units, neighbourhoods, who is with whom, and who is nearest.
//!
//! In: [`Picture`]. Out: SVG and its legend; `None` where fewer than two places are known. Tenths of a millimetre.

mod labels;
mod projection;

use crate::{
    domain::{
        geography::Coordinates,
        places::{NeighbourhoodIx, UnitIx},
        thursday::Pairing,
    },
    render::{
        html::{
            themes::Picture,
            words::{Label, Line},
        },
        wording::{Phrase, list, measure},
    },
};
use labels::{Labelled, Point, placed};
use maud::{Markup, html};
use projection::Projection;
use std::collections::BTreeMap;

/// How wide the drawing is.
const WIDTH: i32 = 1860;
/// How high it may become.
const HEIGHT: i32 = 1750;
/// Half the side of a unit's square, and the radius of a neighbourhood's circle.
const SYMBOL: i32 = 13;

/// Everything that has a place on the map.
struct Places {
    units: BTreeMap<UnitIx, Point>,
    neighbourhoods: BTreeMap<NeighbourhoodIx, Point>,
}

/// The map with its legend.
pub fn drawing(picture: &Picture<'_>) -> Option<Markup> {
    let domain = picture.edition.domain;
    let units = domain.units.iter().enumerate().filter_map(|(at, unit)| Some((UnitIx(at), unit.location?)));
    let homes = domain.neighbourhoods.iter().enumerate();
    let homes = homes.filter_map(|(at, home)| Some((NeighbourhoodIx(at), home.location?)));
    let paired = |unit: &UnitIx| picture.lasting().any(|pair| pair.unit == *unit);
    let units: BTreeMap<UnitIx, Coordinates> = units.filter(|(unit, _)| paired(unit)).collect();
    let homes: BTreeMap<NeighbourhoodIx, Coordinates> = homes.collect();
    let all: Vec<Coordinates> = units.values().chain(homes.values()).copied().collect();
    let projection = Projection::fitting(&all, WIDTH, HEIGHT)?;
    let places = Places {
        units: units.into_iter().map(|(unit, place)| (unit, projection.point(place))).collect(),
        neighbourhoods: homes.into_iter().map(|(home, place)| (home, projection.point(place))).collect(),
    };
    Some(html! {
        figure.map {
            (svg(picture, &places, &projection))
            (key(picture))
        }
    })
}

fn svg(picture: &Picture<'_>, places: &Places, projection: &Projection) -> Markup {
    let pairs = lines(picture, places);
    let nearer = nearer(picture, places);
    let drawn: Vec<(Point, Point)> = pairs.iter().chain(&nearer).copied().collect();
    let (labels, left_out) = names(picture, places, &drawn, projection);
    let height = projection.height();
    html! {
        svg viewBox={ "0 0 " (WIDTH) " " (height) } role="img" aria-label=(picture.edition.say(Label::Map)) {
            rect.ground x="1" y="1" width=(WIDTH - 2) height=(height - 2) {}
            @for (from, to) in &nearer { line.nearer x1=(from.x) y1=(from.y) x2=(to.x) y2=(to.y) {} }
            @for (from, to) in &pairs { line.pair x1=(from.x) y1=(from.y) x2=(to.x) y2=(to.y) {} }
            @for label in &labels {
                @if let Some((from, to)) = label.leader { line.leader x1=(from.x) y1=(from.y) x2=(to.x) y2=(to.y) {} }
            }
            @for (home, point) in &places.neighbourhoods {
                circle.home.alone[is_alone(picture, *home)] cx=(point.x) cy=(point.y) r=(SYMBOL) {}
            }
            @for point in places.units.values() {
                rect.unit x=(point.x - SYMBOL) y=(point.y - SYMBOL) width=(2 * SYMBOL) height=(2 * SYMBOL) {}
            }
            @for label in &labels {
                text.name.host[label.is_unit] x=(label.at.x) y=(label.at.y) { (label.text) }
            }
            (scale(picture, projection))
        }
        @if !left_out.is_empty() {
            p.small { (Line::NotOnMap(list(picture.edition.language, &left_out)).say(picture.edition.language)) }
        }
    }
}

/// The pairings whose two places are known.
fn lines(picture: &Picture<'_>, places: &Places) -> Vec<(Point, Point)> {
    let line = |pair: &Pairing| {
        Some((*places.units.get(&pair.unit)?, *places.neighbourhoods.get(&pair.neighbourhood)?))
    };
    picture.lasting().filter_map(line).collect()
}

/// From each unit that gives way to the neighbourhood that is nearest to it.
fn nearer(picture: &Picture<'_>, places: &Places) -> Vec<(Point, Point)> {
    let gives = picture.action.plan.why_paired.gives_way.iter();
    gives
        .filter_map(|one| {
            Some((*places.units.get(&one.unit)?, *places.neighbourhoods.get(&one.nearest.neighbourhood)?))
        })
        .collect()
}

fn is_alone(picture: &Picture<'_>, home: NeighbourhoodIx) -> bool {
    picture.lasting().all(|pair| pair.neighbourhood != home)
}

/// The names where there is room for them, and those for which there is none.
fn names(
    picture: &Picture<'_>,
    places: &Places,
    drawn: &[(Point, Point)],
    projection: &Projection,
) -> (Vec<Labelled>, Vec<String>) {
    let edition = picture.edition;
    let units = places.units.iter().map(|(&unit, &point)| (point, edition.names.unit(unit).to_owned(), true));
    let homes = places.neighbourhoods.iter();
    let homes = homes.map(|(&home, &point)| (point, edition.neighbourhood(home).to_owned(), false));
    let wanted: Vec<(Point, String, bool)> = units.chain(homes).collect();
    placed(&wanted, drawn, Point { x: WIDTH, y: projection.height() }, SYMBOL)
}

/// A bar of a round number of metres at the lower left, and where north is.
fn scale(picture: &Picture<'_>, projection: &Projection) -> Markup {
    let (metres, length) = projection.bar();
    let (left, bottom) = (40, projection.height() - 40);
    let language = picture.edition.language;
    html! {
        path.bar d={ "M" (left) " " (bottom - 14) " v14 h" (length) " v-14" } {}
        text.plain x=(left + length + 16) y=(bottom) { (measure::way(language, metres)) }
        path.north d="M60 120 V40 M44 66 L60 40 L76 66" {}
        text.plain x="46" y="156" { (Label::North.say(language)) }
    }
}

/// What the signs mean.
fn key(picture: &Picture<'_>) -> Markup {
    let say = |label: Label| label.say(picture.edition.language);
    html! {
        figcaption {
            span { svg viewBox="0 0 60 40" { rect.unit x="17" y="7" width="26" height="26" {} } (say(Label::Unit)) }
            span { svg viewBox="0 0 60 40" { circle.home cx="30" cy="20" r="13" {} } (say(Label::Neighbourhood)) }
            span { svg viewBox="0 0 60 40" { circle.home.alone cx="30" cy="20" r="13" {} } (say(Label::Alone)) }
            span { svg viewBox="0 0 60 40" { line.pair x1="0" y1="20" x2="60" y2="20" {} } (say(Label::Paired)) }
            @if !picture.action.plan.why_paired.gives_way.is_empty() {
                span { svg viewBox="0 0 60 40" { line.nearer x1="0" y1="20" x2="60" y2="20" {} } (say(Label::NearestInstead)) }
            }
        }
    }
}
