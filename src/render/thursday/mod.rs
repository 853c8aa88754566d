//! The Thursday Action as a report: who is paired, the year at a glance, month by month, what is left open.
//!
//! In: the campaign, [`ThursdayPlan`] and a [`Page`]. Out: lines of text.

pub mod months;
pub mod moved;
pub mod not_held;
pub mod pairings;
pub mod remainder;
pub mod summary;
pub mod verdict;
pub mod year;

use crate::{
    domain::{places::NeighbourhoodIx, themes::ThemeIx, thursday::ThursdayAction},
    plan::{level::ThursdayLevel, thursday::ThursdayPlan},
    render::{
        layout::wrap::wrap_hanging,
        names::Names,
        page::{Page, bold},
        shown::Shown,
        wording::{Phrase, thursday::heading::Heading},
    },
};

/// What every part of the report is made from.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// The campaign.
    pub domain: &'a Shown<'a>,
    /// Its settings.
    pub action: &'a ThursdayAction,
    /// What was found.
    pub plan: &'a ThursdayPlan,
    /// What everybody is called.
    pub names: &'a Names,
    /// For whom and how wide.
    pub page: Page,
}

/// The whole report, ending with a line feed.
pub fn report(domain: &Shown<'_>, action: &ThursdayAction, plan: &ThursdayPlan, page: Page) -> String {
    let names = Names::of(domain, page.language);
    let report = Report { domain, action, plan, names: &names, page };
    let mut sections = vec![summary::title(report), summary::sentences(report), summary::levels(report)];
    sections.extend(pairings::sections(report));
    sections.extend(year::sections(report));
    sections.extend(moved::sections(report));
    sections.extend(months::sections(report));
    sections.extend(remainder::sections(report));
    sections.extend(not_held::sections(report));
    sections.retain(|section| !section.is_empty());
    let mut text = sections.iter().map(|lines| lines.join("\n")).collect::<Vec<String>>().join("\n\n");
    text.push('\n');
    text
}

impl Report<'_> {
    /// Whether every level is proven, so that the whole is best as it is.
    fn is_proven(&self) -> bool {
        !self.plan.levels.is_empty() && self.plan.levels.iter().all(|level| level.proven)
    }

    /// The same of the pairings alone, which come first.
    fn pairings_are_proven(&self) -> bool {
        let of_pairings = |level| matches!(level, ThursdayLevel::Pairing(_));
        let mut levels = self.plan.levels.iter().filter(|result| of_pairings(result.level)).peekable();
        levels.peek().is_some() && levels.all(|level| level.proven)
    }

    fn neighbourhood(&self, neighbourhood: NeighbourhoodIx) -> String {
        self.domain.neighbourhood(neighbourhood).name.clone()
    }

    fn theme(&self, theme: ThemeIx) -> String {
        self.domain.theme(theme).name.clone()
    }

    /// A heading and items below it, each indented; nothing where there are no items.
    fn items(&self, heading: &str, items: &[String]) -> Vec<String> {
        if items.is_empty() {
            return vec![];
        }
        let lines = items.iter().flat_map(|item| wrap_hanging(&format!("- {item}"), self.page.width, 2));
        std::iter::once(bold(heading)).chain(lines).collect()
    }

    fn headed(&self, heading: Heading, items: &[String]) -> Vec<String> {
        self.items(&heading.say(self.page.language), items)
    }
}
