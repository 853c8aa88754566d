//! `chuxin new DIR`: a commented starter campaign, or a workbook to be filled in.

use crate::{
    campaign::workbook::writing::sheets,
    cli::{
        ending::Ending,
        files::{Existing, refusal, refuse, shown},
        folder::write_one,
        terminal::Terminal,
    },
    document,
    render::{
        wording::run::{Run, Saving},
        workbook::{self, Look},
    },
    source::Sources,
};
use clap::Args;
use rust_xlsxwriter::XlsxError;
use std::{fs, io, path::PathBuf};

/// `chuxin new`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  chuxin new my-campaign               writes my-campaign/campaign.yaml, commented in Chinese
  chuxin new my-campaign --workbook    writes my-campaign/campaign.xlsx, to be filled in with Excel or WPS")]
pub struct NewArguments {
    /// The folder, made where it is missing; one that holds such a campaign is refused
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// A workbook (工作簿) in the stead of a text: one example row on each sheet, drop-down lists, notes
    #[arg(long)]
    pub workbook: bool,
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
            terminal.hint(language, &next(shown(&path)));
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
