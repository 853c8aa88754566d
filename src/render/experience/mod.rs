//! The plan of the experience as a report: what was reached, who goes where, what is left open.
//!
//! In: the campaign, [`ExperiencePlan`] and a [`Page`]. Out: lines of text.

mod because;
pub mod remainder;
pub mod roster;
pub mod summary;

#[cfg(test)]
mod tests;

use crate::{
    plan::{ExperiencePlan, Plan},
    render::{
        layout::wrap::wrap_hanging,
        names::Names,
        page::{Page, bold},
        shown::Shown,
        wording::view::Order,
    },
};
use chrono::NaiveDate;

/// What every part of the report is made from.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// The campaign.
    pub domain: &'a Shown<'a>,
    /// What was found.
    pub plan: &'a ExperiencePlan,
    /// Before this day a repair kept everything as it was: reasons look at the days after it.
    pub kept_before: Option<NaiveDate>,
    /// What everybody is called.
    pub names: &'a Names,
    /// For whom and how wide.
    pub page: Page,
}

impl<'a> Report<'a> {
    /// What is said of a plan.
    pub fn of(domain: &'a Shown<'a>, plan: &'a Plan, names: &'a Names, page: Page) -> Self {
        let kept_before = plan.mends.as_ref().and_then(|mends| mends.keep_until);
        Self { domain, plan: &plan.experience, kept_before, names, page }
    }
}

/// The whole report with the roster in the orders asked for, ending with a line feed.
pub fn report(domain: &Shown<'_>, plan: &Plan, orders: &[Order], page: Page) -> String {
    let names = Names::of(domain, page.language);
    let report = Report::of(domain, plan, &names, page);
    let mut sections = vec![summary::title(report), summary::sentences(report), summary::levels(report)];
    sections.extend(orders.iter().map(|&order| roster::section(report, order)));
    sections.extend(remainder::sections(report));
    if orders.iter().any(|&order| order != Order::Date) {
        sections.push(remainder::to_know(report));
    }
    sections.extend(remainder::notices(report));
    sections.retain(|section| !section.is_empty());
    let mut text = sections.iter().map(|lines| lines.join("\n")).collect::<Vec<String>>().join("\n\n");
    text.push('\n');
    text
}

impl Report<'_> {
    /// A heading and items below it, each indented; nothing where there are no items.
    fn items(&self, heading: &str, items: &[String]) -> Vec<String> {
        if items.is_empty() {
            return vec![];
        }
        let lines = items.iter().flat_map(|item| wrap_hanging(&format!("- {item}"), self.page.width, 2));
        std::iter::once(bold(heading)).chain(lines).collect()
    }
}
