//! The command line of `chuxin print` as typed.

use crate::{cli::arguments::seconds, render::html};
use clap::{Args, ValueEnum};
use std::{path::PathBuf, time::Duration};

/// `chuxin print`.
#[derive(Debug, Args)]
pub struct Print {
    /// The campaign file, which is solved first, or a saved plan
    #[arg(value_name = "FILE-or-PLAN")]
    pub file: PathBuf,
    /// Formats, joined by commas; left out: html,pdf,xlsx,ics,txt
    #[arg(long, value_name = "FORMATS", value_enum, value_delimiter = ',')]
    pub to: Vec<Paper>,
    /// Sheets for paper, joined by commas; left out: all that the campaign has something for
    #[arg(long = "sheet", value_name = "SHEETS", value_enum, value_delimiter = ',')]
    pub sheets: Vec<Sheet>,
    /// A sheet of reserves (候补名单) too: up to N people who could step in for each placement
    #[arg(long, value_name = "N")]
    pub reserves: Option<usize>,
    /// The browser that prints the PDF; left out: the Chromium, Chrome or Edge that is installed
    #[arg(long, value_name = "PROGRAM")]
    pub browser: Option<PathBuf>,
    /// The folder, made where it is missing; left out: the name of FILE-or-PLAN with -print behind it, of a plan that mends
    /// another that of the first plan
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Hide the middle of people's names: 林*, 欧*娜
    #[arg(long)]
    pub mask_names: bool,
    /// The organizer's copy, with personal telephone numbers; the office's own is always printed
    #[arg(long)]
    pub contacts: bool,
    /// Overwrite files of the same names
    #[arg(long)]
    pub force: bool,
    /// The campaign of a plan, where it does not lie where the plan says
    #[arg(long, value_name = "FILE")]
    pub campaign: Option<PathBuf>,
    /// Stop seeking after so many seconds with the best plan of a campaign so far, and the reserves so far
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub time_limit: Option<Duration>,
}

/// A sheet for paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Sheet {
    /// Who goes where, day by day, for the wall.
    Poster,
    /// A letter to each unit.
    Letters,
    /// A card for each ambassador.
    Cards,
    /// A page for each day to sign on.
    SignIn,
    /// The year of the Thursday Action on one page.
    Year,
    /// The Thursday Action month by month.
    Months,
    /// The pairings as a map, a table and a picture.
    Pairings,
    /// What was asked, reached and proven, for the file.
    Summary,
}

impl From<Sheet> for html::Sheet {
    fn from(sheet: Sheet) -> Self {
        match sheet {
            Sheet::Poster => Self::Poster,
            Sheet::Letters => Self::Letters,
            Sheet::Cards => Self::Cards,
            Sheet::SignIn => Self::SignIn,
            Sheet::Year => Self::Year,
            Sheet::Months => Self::Months,
            Sheet::Pairings => Self::Pairings,
            Sheet::Summary => Self::Summary,
        }
    }
}

/// A format of paper and files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Paper {
    /// Sheets to be printed from a browser: poster, letters, cards and more.
    Html,
    /// The same sheets as PDF, through the browser that is installed.
    Pdf,
    /// A workbook with a sheet for each view.
    Xlsx,
    /// The same views as comma-separated values, for other programs.
    Csv,
    /// Calendars: the whole, and one for each unit and each ambassador.
    Ics,
    /// Messages ready to be pasted: one for each ambassador, each unit and each day.
    Txt,
    /// The plan, for programs.
    Json,
}
