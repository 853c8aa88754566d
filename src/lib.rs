//! chuxin (初心) plans the *Original Heart Experience* (初心体验).
//!
//! The data flows one way, and the modules stand in its order:
//!
//! ```text
//! files ──source──▶ text with places
//!       ──document──▶ nodes ──campaign──▶ the campaign as written ──validation──▶ Domain   (or every diagnostic at once)
//! sheet, Domain ──signup──▶ a scenario, and what must be asked
//! Domain ──experience, pairing, timetable──▶ lp::Program ──solver──▶ point with bounds ──▶ Roster
//! Roster ──verification──▶ plan ──render──▶ blocks ──▶ text, pages, spreadsheets, calendars ──cli──▶ terminal and files
//! campaigns ──pipeline──▶ plans ──inquiry──▶ what differs ──render──▶ …
//! seed ──invention──▶ the text of a campaign
//! ```
//!
//! A module uses only what stands above it; a test reads every path in the sources and holds this.
//!
//! # The front door
//!
//! A program that embeds chuxin reads a campaign from a text or a file ([`read_text`], [`read`]), solves it ([`plan()`]),
//! reads a saved plan against the rules alone ([`read_plan`]), and prints: [`text`], [`html`], [`json()`]. Problems that the
//! organizer can mend are [`Diagnostic`]s, what came of planning is an [`Outcome`], and a [`Defect`] is ours.
//!
//! ```
//! use chuxin::{Outcome, Sheet, Sources, Unwatched, html, plan, read_text, text};
//!
//! let campaign = "
//! campaign: {name: 初心体验, season: 2026-10-19..2026-10-23}
//! units:
//!   - {id: clinic, name: 社区卫生服务中心}
//!   - {id: fire-station, name: 东路消防站}
//! posts:
//!   - {id: guide, unit: clinic, title: 门诊导医, dates: 2026-10-20}
//!   - {id: watch, unit: fire-station, title: 消防值守, dates: 2026-10-20}
//! ambassadors:
//!   - {id: lin, name: 林晓, wishes: [watch, guide]}
//!   - {id: qin, name: 秦朗, unit: fire-station, wishes: [watch]}
//! ";
//! let mut sources = Sources::default();
//! let file = sources.add("campaign.yaml", campaign);
//! let reading = read_text(&mut sources, file, &[]);
//! let campaign = reading.campaign.expect("a campaign without errors");
//!
//! let Outcome::Planned(plan) = plan(&campaign, "campaign.yaml", &Unwatched)? else { panic!("nothing stands against it") };
//! assert!(plan.is_proven());
//!
//! // 秦朗 is at home in the fire station, where 林晓 would like to go.
//! let domain = &campaign.domain;
//! let who_goes_where: Vec<(&str, &str)> = plan
//!     .experience
//!     .roster
//!     .placements
//!     .iter()
//!     .map(|one| (&*domain.ambassador(one.ambassador).name, &*domain.post(one.post).title))
//!     .collect();
//! assert_eq!(who_goes_where, [("秦朗", "门诊导医"), ("林晓", "消防值守")]);
//!
//! assert!(text(domain, &plan, 80).contains("消防值守"));
//! assert!(html(domain, &plan, Sheet::Poster).is_some_and(|poster| poster.contains("秦朗")));
//! # Ok::<(), chuxin::Defect>(())
//! ```

#[macro_use]
mod closed_list;

pub mod source;

pub mod diagnostic;

pub mod document;

pub mod domain;

pub mod campaign;

pub mod validation;

pub mod signup;

pub mod lp;

pub mod solver;

pub mod planning;

pub mod experience;

pub mod pairing;

pub mod timetable;

pub mod plan;

pub mod pipeline;

pub mod inquiry;

pub mod render;

pub mod invention;

pub mod cli;

pub use diagnostic::Diagnostic;
pub use pipeline::{
    Reading, ValidCampaign, plan, read, read_text,
    second_reading::{SecondReading, read_plan},
};
pub use plan::{Plan, json::text as json};
pub use planning::outcome::{Defect, Outcome};
pub use render::html::Sheet;
pub use solver::{Unwatched, Watch};
pub use source::Sources;

use domain::Domain;
use render::{
    detail::Detail,
    edition::{Edition, Naming, masks, shown::Shown},
    terminal::Page,
};

/// A plan as the command `plan` prints it, for a page so many columns wide: in the campaign's language, without personal
/// numbers, with the styles of ANSI terminals.
pub fn text(domain: &Domain, plan: &Plan, width: usize) -> String {
    let page = Page { language: domain.campaign.language, width };
    render::report(&Shown::of(domain, false), plan, Detail::USUAL, page)
}

/// A sheet for paper as the command `print` writes it: in the campaign's language, without personal numbers; `None` where
/// the campaign or the plan has nothing for it.
pub fn html(domain: &Domain, plan: &Plan, sheet: Sheet) -> Option<String> {
    let (shown, language) = (Shown::of(domain, false), domain.campaign.language);
    let names = masks::names(&shown, language, Naming::Full);
    render::html::text(Edition::on_screen(&shown, plan, &names, language), sheet)
}
