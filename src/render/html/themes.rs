//! How themes are told apart without colour: each has a pattern and a mark of its own.
//!
//! In: the campaign's themes. Out: [`Themes`], swatches, and the definitions that the swatches refer to.

use crate::{
    domain::{themes::ThemeIx, thursday::Pairing},
    render::{
        action::Action, departure::Departures, edition::Edition, html::words::Label, thursday::when,
        wording::measure,
    },
};
use maud::{Markup, html};

/// Ground, ink and strokes of a pattern on a tile of 8 by 8; ground and strokes differ in grey too.
const PATTERNS: [(&str, &str, &str); 12] = [
    ("#7a1f1a", "#7a1f1a", ""),
    ("#ffffff", "#1d4e63", "M-2 2 L2 -2 M0 8 L8 0 M6 10 L10 6"),
    ("#e3d9b8", "#e3d9b8", ""),
    ("#ffffff", "#4d5a1f", "M0 2 H8 M0 6 H8"),
    ("#26415c", "#ffffff", "M3 4 H5"),
    ("#ffffff", "#6b3a6b", "M2 0 V8 M6 0 V8"),
    ("#b9c6cf", "#2b3a44", "M-2 6 L2 10 M0 0 L8 8 M6 -2 L10 2"),
    ("#ffffff", "#7a4a10", "M0 4 H8 M4 0 V8"),
    ("#5c5c5c", "#ffffff", "M0 8 L8 0 M-2 2 L2 -2 M6 10 L10 6"),
    ("#ffffff", "#7a1f1a", "M2.6 4 H5.4 M4 2.6 V5.4"),
    ("#d9c3c0", "#5c1a1a", "M0 8 L8 0 M0 0 L8 8"),
    ("#ffffff", "#161616", "M0 5 L2 3 L4 5 L6 3 L8 5"),
];

/// The patterns, once for each document.
pub fn definitions() -> Markup {
    html! {
        svg.definitions width="0" height="0" aria-hidden="true" {
            defs {
                @for (number, (ground, ink, strokes)) in PATTERNS.iter().enumerate() {
                    pattern id={ "theme-" (number) } width="8" height="8" patternUnits="userSpaceOnUse" {
                        rect width="8" height="8" fill=(ground) {}
                        path d=(strokes) stroke=(ink) stroke-width="1.5" fill="none" {}
                    }
                }
            }
        }
    }
}

/// The Thursday Action as sheets draw it.
#[derive(Debug, Clone)]
pub struct Picture<'a> {
    /// The copy.
    pub edition: Edition<'a>,
    /// What is drawn.
    pub action: Action<'a>,
    /// How themes are drawn.
    pub themes: Themes,
    /// Who is paired, units in the order of the file.
    pub pairings: Vec<Pairing>,
    /// What has left.
    pub departures: Departures,
}

impl<'a> Picture<'a> {
    /// The Thursday Action of an edition, where somebody is paired.
    pub fn of(edition: Edition<'a>) -> Option<Self> {
        let action = Action::of(edition)?;
        let pairings = action.pairings();
        let (themes, departures) = (Themes::of(edition), Departures::of(edition));
        (!pairings.is_empty()).then_some(Self { edition, action, themes, pairings, departures })
    }

    /// Those of the pairings that have no end.
    pub fn lasting(&self) -> impl Iterator<Item = &Pairing> {
        self.pairings.iter().filter(|pair| self.departures.ended(self.edition, **pair).is_none())
    }

    /// The period, which Thursday and the hours, as a sentence.
    pub fn when(&self) -> String {
        when(self.action, measure::dashed(self.edition.language, self.action.settings.hours))
    }

    /// The meaning of the patterns, in the order of the file.
    pub fn legend(&self) -> Markup {
        html! {
            ul.legend aria-label=(self.edition.say(Label::Legend)) {
                @for &theme in self.themes.in_order() {
                    li { (self.themes.marked(theme)) " " (self.edition.theme(theme)) }
                }
            }
        }
    }
}

/// The themes of one campaign as they are drawn.
#[derive(Debug, Clone)]
pub struct Themes {
    /// By theme: the place in the list of patterns, and the mark.
    looks: Vec<(usize, String)>,
    /// The themes in the order of the file.
    order: Vec<ThemeIx>,
}

impl Themes {
    /// Gives every theme a pattern and the first letter of its name that no theme before it has.
    pub fn of(edition: Edition<'_>) -> Self {
        let themes = &edition.domain.themes;
        let mut order: Vec<ThemeIx> = (0..themes.len()).map(ThemeIx).collect();
        order.sort_by_key(|&theme| edition.domain.theme(theme).position);
        let mut looks = vec![(0, String::new()); themes.len()];
        let mut taken: Vec<String> = Vec::new();
        for (position, &theme) in order.iter().enumerate() {
            let name = edition.theme(theme);
            let letters = name.chars().filter(|letter| letter.is_alphanumeric());
            let letters = letters.map(|letter| letter.to_uppercase().to_string());
            let free = letters.chain((1..).map(|number: u32| number.to_string()));
            let mark = free.into_iter().find(|mark| !taken.contains(mark)).unwrap_or_default();
            taken.push(mark.clone());
            looks[theme.0] = (position % PATTERNS.len(), mark);
        }
        Self { looks, order }
    }

    /// The themes in the order of the file.
    pub fn in_order(&self) -> &[ThemeIx] {
        &self.order
    }

    /// The letter that stands for a theme.
    pub fn mark(&self, theme: ThemeIx) -> &str {
        &self.looks[theme.0].1
    }

    /// A rectangle in the pattern of a theme, as wide and high as the style says.
    pub fn swatch(&self, theme: ThemeIx) -> Markup {
        html! {
            svg.swatch aria-hidden="true" {
                rect width="100%" height="100%" fill={ "url(#theme-" (self.looks[theme.0].0) ")" } {}
            }
        }
    }

    /// The same with the theme's mark on it.
    pub fn marked(&self, theme: ThemeIx) -> Markup {
        html! { span.marked { (self.swatch(theme)) b { (self.mark(theme)) } } }
    }
}
