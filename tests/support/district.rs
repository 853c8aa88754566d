//! A whole district made from a seed, as YAML text: units and neighbourhoods over about ten kilometres each way, a
//! year of Thursdays, ten themes.
//!
//! Nothing in it is a real place: names are numbers.

use super::draws::Draws;

const THEMES: usize = 10;

/// A campaign with a Thursday Action alone, the same for the same seed.
pub fn district(units: usize, neighbourhoods: usize, seed: u64) -> String {
    let mut draws = Draws::from_seed(seed);
    let mut lines = vec![format!(
        "campaign: {{name: 周四行动, season: 2019-01-01..2019-01-02, seed: \"{seed}\"}}\nunits:"
    )];
    for number in 0..units {
        let (offers, location) = (themes(&mut draws, true), location(&mut draws));
        lines.push(format!(
            "  - {{id: u{number}, name: 单位{number}, location: {location}, offers: [{offers}]}}"
        ));
    }
    lines.push("neighbourhoods:".into());
    for number in 0..neighbourhoods {
        let (needs, location) = (themes(&mut draws, false), location(&mut draws));
        lines.push(format!(
            "  - {{id: n{number}, name: 居民区{number}, location: {location}, needs: [{needs}]}}"
        ));
    }
    lines.push("themes:".into());
    for number in 0..THEMES {
        let months = if number % 4 == 0 { ", months: [3, 5, 9, 10]" } else { "" };
        lines.push(format!("  - {{id: t{number}, name: 主题{number}{months}}}"));
    }
    lines.push(
        "thursday_action:
  months: 2019-01..2019-12
  thursday: 1
  units_per_neighbourhood: {max: 2}
  max_distance_km: 3
  repeat_theme_after: 3"
            .into(),
    );
    lines.join("\n") + "\n"
}

/// Two to four themes, in the order of the file or as drawn.
fn themes(draws: &mut Draws, sorted: bool) -> String {
    let count = draws.between(2, 4);
    let mut themes = draws.some(&(0..THEMES).collect::<Vec<usize>>(), count);
    if sorted {
        themes.sort_unstable();
    }
    themes.into_iter().map(|theme| format!("t{theme}")).collect::<Vec<String>>().join(", ")
}

fn location(draws: &mut Draws) -> String {
    let mut within = |least: usize, width: usize| {
        let millionths = least + width * draws.below(10_000) / 10_000;
        format!("{}.{:06}", millionths / 1_000_000, millionths % 1_000_000)
    };
    let latitude = within(31_250_000, 90_000);
    format!("[{latitude}, {}]", within(121_400_000, 105_000))
}
