//! Sheets to be printed on A4 by a browser: one file of HTML each, with its style and pictures inside.
//!
//! In: [`Edition`] and a [`Sheet`]. Out: a document that needs no network and no script. One module per sheet.

mod cards;
pub mod comparison;
mod document;
mod duty;
pub mod experience;
mod handed_out;
pub mod letters;
pub mod long_picture;
mod pairing;
mod person;
mod poster;
mod report;
pub mod reserves;
mod room;
mod section;
mod sign_in;
mod summary;
mod themes;
mod timetable;
mod weekly_sign_in;
pub mod words;

use crate::render::{
    edition::Edition,
    file::{Folder, PrintedFile},
    letter::words::Heading,
    session,
    wording::measure,
};
use maud::Markup;

/// The sheets asked for as files, letters one for each unit; those left out that have nothing to show.
pub fn files(edition: Edition<'_>, sheets: &[Sheet]) -> Vec<PrintedFile> {
    let mut folder = Folder::default();
    let mut files = Vec::new();
    for &sheet in sheets {
        if [Sheet::Letters, Sheet::Changes].contains(&sheet) {
            files.extend(letters::files(edition, sheet));
        } else if let Some(text) = text(edition, sheet) {
            let path = folder.name(edition, &edition.say(sheet), "html");
            files.push(PrintedFile { path, bytes: text.into_bytes() });
        }
    }
    files
}

/// One sheet as HTML; `None` where the campaign or the plan has nothing for it.
pub fn text(edition: Edition<'_>, sheet: Sheet) -> Option<String> {
    let body = match sheet {
        Sheet::Poster => poster::body(edition),
        Sheet::Duty => duty::body(edition),
        Sheet::Letters | Sheet::Changes => letters::body(edition, sheet),
        Sheet::Cards => cards::body(edition),
        Sheet::SignIn => sign_in::body(edition),
        Sheet::WeeklySignIn => weekly_sign_in::body(edition),
        Sheet::Year => timetable::year::body(edition),
        Sheet::Months => timetable::months::body(edition),
        Sheet::Pairings => pairing::body(edition),
        Sheet::Report => report::body(edition),
        Sheet::Summary => Some(summary::body(edition)),
        // What it says is not in a plan: it is found by solving again.
        Sheet::Reasons => None,
    }?;
    Some(document::document(&document::Frame::of(edition, sheet), &body))
}

/// A sheet in parts for one long picture each: a group on a telephone gets longer ones so small that nobody can read them.
fn as_pictures(edition: Edition<'_>, sheet: Sheet) -> Vec<Markup> {
    match sheet {
        Sheet::Poster => poster::parts(edition, 40),
        Sheet::Year => timetable::blocks::parts(edition, 20),
        _ => vec![],
    }
}

labels! {
    /// A sheet that can be printed alone.
    pub enum Sheet {
        /// Who goes where, day by day, to be pinned to a wall.
        Poster: "岗位安排公告", "Who goes where";
        /// Who is on duty in which week, for a long season.
        Duty: "值班表", "Duty roster";
        /// A letter to each unit: who comes when, and what to prepare.
        Letters: "致体验单位", "Letters to the units";
        /// What has changed since the plan that was mended: a list, and a notice to each unit and neighbourhood concerned.
        Changes: "调整通知", "Change notices";
        /// A card for each ambassador, eight to a page.
        Cards: "大使卡片", "Ambassador cards";
        /// For each unit and day a page to sign on.
        SignIn: "签到表", "Sign-in sheets";
        /// For each unit and week a page to sign on, for a long season.
        WeeklySignIn: "每周签到表", "Weekly sign-in sheets";
        /// The Thursday Action's year, twelve months a page.
        Year: "周四行动全年安排", "Thursday Action, the year";
        /// The Thursday Action, a page for each month.
        Months: "周四行动按月安排", "Thursday Action, month by month";
        /// Who is paired with whom, as a map, a table and a picture.
        Pairings: "周四行动结对图", "Thursday Action, the pairings";
        /// Figures and what could not be met on one page, for the leader.
        Report: "一页纸汇报", "Report on one page";
        /// What was asked, reached and proven, for the file.
        Summary: "安排小结", "Summary";
        /// Letters to those of whom no wish came true, and why.
        Reasons: "志愿答复", "Replies about wishes";
    }
}

/// The sheets that are printed where none is named: for a long season the duty roster and weekly sign-in sheets in the
/// stead of a poster and a sheet for each day. Replies about wishes are solved for, and only where they are asked for.
pub fn usual(edition: Edition<'_>) -> Vec<Sheet> {
    let is_long = session::is_long(&session::sessions(edition));
    let left_out = if is_long { [Sheet::Poster, Sheet::SignIn] } else { [Sheet::Duty, Sheet::WeeklySignIn] };
    let is_usual = |sheet: &Sheet| !left_out.contains(sheet) && *sheet != Sheet::Reasons;
    Sheet::ALL.into_iter().filter(is_usual).collect()
}

impl Sheet {
    /// All sheets in the order in which they are listed.
    pub const ALL: [Self; 13] = [
        Self::Poster,
        Self::Duty,
        Self::Letters,
        Self::Changes,
        Self::Cards,
        Self::SignIn,
        Self::WeeklySignIn,
        Self::Year,
        Self::Months,
        Self::Pairings,
        Self::Report,
        Self::Summary,
        Self::Reasons,
    ];

    /// What stands above its pages behind the first; `None` where each page has a head of its own.
    fn running(self, edition: Edition<'_>) -> Option<String> {
        let name = &edition.domain.campaign.name;
        match self {
            Self::Cards | Self::SignIn | Self::WeeklySignIn | Self::Months => None,
            Self::Letters => Some(format!("{name} · {}", edition.say(Heading::Title))),
            Self::Year | Self::Pairings => {
                let action = edition.domain.thursday.as_ref()?;
                let period = measure::months(edition.language, action.first, action.last);
                Some(format!("{name} · {} · {period}", edition.say(self)))
            }
            _ => Some(format!("{name} · {}", edition.say(self))),
        }
    }

    /// The word for it on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Poster => "poster",
            Self::Duty => "duty",
            Self::Letters => "letters",
            Self::Changes => "changes",
            Self::Cards => "cards",
            Self::SignIn => "sign-in",
            Self::WeeklySignIn => "weekly-sign-in",
            Self::Year => "year",
            Self::Months => "months",
            Self::Pairings => "pairings",
            Self::Report => "report",
            Self::Summary => "summary",
            Self::Reasons => "reasons",
        }
    }
}
