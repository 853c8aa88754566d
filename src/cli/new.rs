//! `chuxin new DIR`: a commented starter campaign, or a workbook to be filled in.

use crate::{
    campaign::workbook::writing::sheets,
    cli::{
        ending::Ending,
        files::{Existing, refusal, refuse, shown},
        folder::write_one,
        options::{at_least_one, number},
        terminal::Terminal,
    },
    document,
    invention::{self, Kind},
    render::{
        wording::{
            invented::Invented,
            run::{Run, Saving},
        },
        workbook::{self, Look},
    },
    source::{Sources, reading::LONGEST},
};
use clap::{Args, ValueEnum, builder::PossibleValue};
use rust_xlsxwriter::XlsxError;
use std::{fs, io, path::PathBuf};

/// `chuxin new`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  chuxin new my-campaign               writes my-campaign/campaign.yaml, commented in Chinese
  chuxin new my-campaign --workbook    writes my-campaign/campaign.xlsx, to be filled in with Excel or WPS
  chuxin new large --ambassadors 1000 --units 60 --seed 7    an invented campaign, to try how long planning takes")]
pub struct NewArguments {
    /// The folder, made where it is missing; one that holds such a campaign is refused
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// A workbook (工作簿) in the stead of a text: one example row on each sheet, drop-down lists, notes
    #[arg(long)]
    pub workbook: bool,
    /// An invented campaign of so many ambassadors in the stead of the starter
    #[arg(long, value_name = "N", value_parser = at_least_one, conflicts_with = "workbook")]
    pub ambassadors: Option<usize>,
    /// So many units lend posts, about three each, but for duty; left out: one for fifteen ambassadors
    #[arg(long, value_name = "N", value_parser = at_least_one, requires = "ambassadors")]
    pub units: Option<usize>,
    /// What it is invented from: the same number, the same campaign
    #[arg(long, value_name = "N", value_parser = number, default_value = "1", requires = "ambassadors")]
    pub seed: usize,
    /// What it is like
    #[arg(long, value_name = "KIND", value_enum, default_value = "plain", requires = "ambassadors")]
    pub kind: Kind,
}

impl ValueEnum for Kind {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let help = match self {
            Self::Plain => "one post in five wants two people at a time",
            Self::Tight => "two in five do, needs are large, wishes many",
            Self::Duty => "shifts at a standing post, for months",
        };
        Some(PossibleValue::new(self.id()).help(help))
    }
}

/// Five posts with comments; it checks and plans as it is.
const STARTER: &str = include_str!("starter.yaml");

/// What stands in the workbook; it checks and plans as it is, too.
const SHEETS: &str = include_str!("starter-sheets.yaml");

/// The names of the files in their folder.
const FILE: &str = "campaign.yaml";
const WORKBOOK: &str = "campaign.xlsx";

/// Writes the starter into the folder, which is made where it is missing.
///
/// # Errors
/// Those of standard output, and of making the workbook.
pub fn run(arguments: &NewArguments, terminal: Terminal) -> io::Result<Ending> {
    let language = terminal.language(None);
    if arguments.folder.is_file() {
        let problem = Saving::NotFolder(shown(&arguments.folder));
        return Ok(refuse(&problem, terminal, language));
    }
    let (name, bytes) = if arguments.workbook {
        (WORKBOOK, workbook().map_err(io::Error::other)?)
    } else if let Some(people) = arguments.ambassadors {
        if let Some(most) =
            [Some(people), arguments.units].into_iter().flatten().find(|many| *many > invention::MOST)
        {
            terminal.complain(language, &Invented::TooMany { asked: most, most: invention::MOST }, None);
            return Ok(Ending::Refused);
        }
        let text = invention::campaign(arguments.kind, people, arguments.units, arguments.seed as u64);
        if text.len() as u64 > LONGEST {
            let megabytes = |bytes: u64| bytes.div_ceil(1024 * 1024);
            let said = Invented::TooLong { is: megabytes(text.len() as u64), most: megabytes(LONGEST) };
            terminal.complain(language, &said, None);
            return Ok(Ending::Refused);
        }
        (FILE, text.into_bytes())
    } else {
        (FILE, STARTER.as_bytes().to_owned())
    };
    let path = arguments.folder.join(name);
    let made = fs::create_dir_all(&arguments.folder).map_err(|error| refusal(&path, &error));
    let written = made.and_then(|()| write_one(&path, &bytes, Existing::Keep));
    match written {
        Ok(()) => {
            terminal.say(language, &Run::StarterWritten(shown(&path)))?;
            let next = if arguments.workbook { Run::FillIn } else { Run::StarterNext };
            if arguments.ambassadors.is_none() {
                terminal.hint(language, &next(shown(&path)));
            }
            Ok(Ending::Done)
        }
        // The starter takes no --force.
        Err(problem) => {
            terminal.complain(language, &problem, None);
            Ok(Ending::Refused)
        }
    }
}

/// The starter that is filled in with a spreadsheet.
fn workbook() -> Result<Vec<u8>, XlsxError> {
    let mut sources = Sources::default();
    let file = sources.add(WORKBOOK, SHEETS);
    let root = document::reading::read(&sources, file).0;
    let sheets = root.map(|root| sheets(&root)).unwrap_or_default();
    workbook::bytes(&sheets, Look::Examples)
}
