//! `chuxin print FILE-or-PLAN`: what is pinned to walls, opened in a spreadsheet and sent around, as a folder.

mod experience;
pub mod format;
mod former;
mod marks;
mod origin;
pub(super) mod pdf;
mod recipient;
mod record;
mod stale;
mod told;
mod writing;

use crate::{
    cli::{
        campaign::Loaded,
        ending::Ending,
        options::{WrittenDay, day, number, seconds},
        solve::{Task, reserves},
        terminal::Terminal,
    },
    domain::{Domain, Language},
    pipeline::{mending::EarlierRosters, past::campaigns},
    plan::{
        Plan,
        saved::{self, SavedPlan},
    },
    render::{
        edition::{Edition, Naming, PaperCopy, masks, past::Past, renewal::Renewal, shown::Shown},
        file::{PrintedFile, safe},
        html::{self, Sheet},
        messages,
        notice::known,
        wording::{
            earlier_print::EarlierPrint,
            print::{Made, Print},
            run::Saving,
        },
    },
    source::{Sources, replacement::settle},
};
use clap::Args;
use format::{Asked, FileFormat};
use former::Around;
use marks::Marks;
use origin::Origin;
use record::{PrintedPlan, Readers};
use std::{
    ffi::OsStr,
    io,
    path::{Path, PathBuf},
    time::Duration,
};
use told::Records;
use writing::Ready;

/// `chuxin print`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  chuxin print campaign.yaml                   solves it and writes everything into campaign-print
  chuxin print plan.json -o out                from a saved plan (安排方案), into the folder out
  chuxin print plan.json --to json -o out      only some of the formats
  chuxin print plan.json -o office --contacts  the organizer's own copy, with telephone numbers (含电话)
  chuxin print plan.json --for unit:bank --contacts  to be sent to one unit, with the numbers of those who come to it

All files are written or none. A plan that no longer keeps the rules of its campaign is not printed.")]
pub struct PrintArguments {
    /// The campaign file, which is solved first, or a saved plan
    #[arg(value_name = "FILE-or-PLAN")]
    pub file: PathBuf,
    /// Formats, joined by commas; left out: html,pdf,xlsx,ics,txt
    #[arg(long, value_name = "FORMATS", value_enum, value_delimiter = ',')]
    pub to: Vec<FileFormat>,
    /// Sheets for paper, joined by commas; left out: those that suit the campaign
    #[arg(long = "sheet", value_name = "SHEETS", value_enum, value_delimiter = ',')]
    pub sheets: Vec<Sheet>,
    /// A sheet of reserves (候补名单) too: up to N people who could step in for each placement
    #[arg(long, value_name = "N", value_parser = number)]
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
    /// Only what one unit gets: its letter, sign-in sheets, calendar, message and change notice; with --contacts the numbers
    /// of those who come to it, and of nobody else
    #[arg(long = "for", value_name = "unit:ID", conflicts_with = "reserves")]
    pub recipient: Option<String>,
    /// The day of issue (落款日期) of letters and notices; left out: today, and blank once the campaign is over
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub issued: Option<WrittenDay>,
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

/// Writes the files.
///
/// # Errors
/// Those of standard output.
pub fn run(arguments: &PrintArguments, terminal: Terminal) -> io::Result<Ending> {
    match Prepared::of(arguments, terminal) {
        Ok(prepared) => prepared.print(arguments, terminal),
        Err(ending) => Ok(ending),
    }
}

/// What is to be printed, and what is known of where it goes.
struct Prepared {
    folder: PathBuf,
    records: Records,
    /// Why it goes there, where nobody has said it.
    why: Option<EarlierPrint>,
    /// The campaigns of the plans before.
    past: Vec<Domain>,
    loaded: Loaded,
    plan: Plan,
    /// What the plan had that it mends.
    mended: Option<EarlierRosters>,
    /// The plan as the folder is to know it.
    printed: PrintedPlan,
    asked: Asked,
    copy: PaperCopy,
    task: Task,
}

impl Prepared {
    /// Reads the plan, or solves the campaign, for a folder that takes it.
    fn of(arguments: &PrintArguments, terminal: Terminal) -> Result<Self, Ending> {
        // What speaks against reading a plan is said when it is read in earnest.
        let saved = saved::open(&mut Sources::default(), &arguments.file).ok().map(|file| file.saved);
        let first = saved.as_ref().and_then(SavedPlan::first);
        let usual = usual_folder(arguments, first.as_deref());
        let around = Around::of(arguments);
        let (folder, why) = match &arguments.output {
            Some(folder) => (folder.clone(), None),
            None => around.folder(arguments, &usual, saved.as_ref()),
        };
        if let Some(problem) = obstacle(&folder) {
            terminal.complain(terminal.language(None), &problem, None);
            return Err(Ending::Refused);
        }
        // Earlier calendars are read from there.
        settle(&folder);
        let task = Task::begin(arguments.time_limit, arguments.reserves);
        let origin = origin::read(arguments, &folder, &task, terminal)?;
        let records = Records::read(&folder, usual)
            .map_err(|(why, folder)| writing::refuse_unknown(why, &folder, terminal))?;
        let mut printed = origin.printed(&arguments.file, &folder);
        // What went into another folder beside it may be on telephones already.
        printed.sequence = records.sequence(&printed).max(around.sequence(&printed));
        let newer = records.own.newer(&printed, origin.digest.is_some());
        let Origin { loaded, plan, mended, .. } = origin;
        let domain = &loaded.campaign.domain;
        let language = terminal.language(Some(domain.campaign.language));
        if let Some(newer) = newer {
            return Err(writing::refuse_older(newer, &arguments.file, &folder, terminal, language));
        }
        let asked = Asked::of(arguments);
        let past = campaigns(&arguments.file, saved.as_ref().and_then(|saved| saved.mends.as_ref()));
        let copy = copy(arguments, &asked, domain, &past).map_err(|problem| {
            terminal.complain(language, &problem, None);
            Ending::Refused
        })?;
        Ok(Self { folder, records, why, past, loaded, plan, mended, printed, asked, copy, task })
    }

    fn print(self, arguments: &PrintArguments, terminal: Terminal) -> io::Result<Ending> {
        let Self { folder, records, why, past, loaded, plan, mended, printed, asked, copy, task } = self;
        let domain = &loaded.campaign.domain;
        let language = terminal.language(Some(domain.campaign.language));
        let (naming, shown) = (copy.naming, recipient::shown(domain, &plan, copy));
        let names = masks::names(&shown, language, naming);
        let plan = Plan { campaign: shown.provenance(&plan.campaign), ..plan };
        let domains: Vec<&Domain> = std::iter::once(domain).chain(&past).collect();
        let marks = Marks::of(&domains, &plan.history, language);
        let unit = copy.recipient.map(|unit| domain.unit(unit).id.as_str());
        let readers = Readers { domain, unit, marks: &marks };
        let past = past.iter().map(|domain| recipient::shown_of_past(domain, copy));
        let past: Vec<Past<'_>> = past.map(|shown| Past::of(shown, language, naming)).collect();
        let known = known(domain, &plan, copy);
        let told = records.told(&plan, &printed, readers, &known);
        let on_screen = Edition::on_screen(&shown, &plan, &names, language);
        let edition = Edition {
            copy,
            past: &past,
            former: told.former.as_ref(),
            told: told.revisions.as_ref(),
            sequence: printed.sequence,
            renewed: &told.renewed,
            is_told_again: told.again,
            file: arguments.file.file_name().and_then(OsStr::to_str),
            ..on_screen
        };
        let reserves = match reserves(domain, &plan, &task, terminal) {
            Ok(reserves) => reserves,
            Err(ending) => return Ok(ending),
        };
        let mut more: Vec<PrintedFile> =
            reserves.iter().map(|reserves| html::reserves::file(edition, reserves)).collect();
        if arguments.sheets.contains(&Sheet::Reasons) {
            match experience::explanations(domain, &plan, mended.as_ref(), &task, terminal) {
                Ok(found) => more.extend(html::experience::file(edition, &found)),
                Err(ending) => return Ok(ending),
            }
        }
        drop(task);
        let (mut files, trouble) = sheets(arguments, &asked, edition, more);
        files.extend(format::files(edition, &asked, &folder, arguments.force)?);
        if asked.wants(FileFormat::Txt) {
            files.extend(messages::list(edition, &files));
        }
        if files.is_empty() && trouble.is_none() {
            terminal.complain(language, &Print::Nothing, None);
            return Ok(Ending::Refused);
        }
        if let Some(why) = why {
            terminal.note(language, &why);
        }
        let told = &told.by;
        let ready =
            Ready { edition, asked: &asked, plan: &printed, files: &files, readers, known: &known, told };
        let ending = ready.write(arguments, &folder, terminal)?;
        Ok(match trouble {
            Some(trouble) if ending == Ending::Done => tell(arguments, terminal, language, &trouble),
            _ => ending,
        })
    }
}

/// What readers know of where they go, as the copy for everybody says it; nothing where names are hidden.
fn known(domain: &Domain, plan: &Plan, copy: PaperCopy) -> Vec<Renewal> {
    if copy.naming == Naming::Masked {
        return vec![];
    }
    let shown = Shown::of(domain, false);
    let names = masks::names(&shown, Language::Zh, Naming::Full);
    let edition = Edition::on_screen(&shown, plan, &names, Language::Zh);
    known::known(Edition { copy: PaperCopy { contacts: false, ..copy }, ..edition })
}

/// The copy that is asked for.
///
/// # Errors
/// What to tell the user: it cannot be made, or it would give names away.
fn copy(
    arguments: &PrintArguments,
    asked: &Asked,
    domain: &Domain,
    past: &[Domain],
) -> Result<PaperCopy, Print> {
    let copy = recipient::copy(arguments, domain, past)?;
    let is_masked = copy.naming == Naming::Masked;
    if asked.wants(FileFormat::Json) && is_masked && masks::ids_give_names_away(domain) {
        return Err(Print::IdsAreNames);
    }
    Ok(copy)
}

/// The sheets for paper as HTML and PDF, and pictures; where there is no PDF or picture the HTML stays, and why.
fn sheets(
    arguments: &PrintArguments,
    asked: &Asked,
    edition: Edition<'_>,
    more: Vec<PrintedFile>,
) -> (Vec<PrintedFile>, Option<Print>) {
    let [html, pdf, png] = [FileFormat::Html, FileFormat::Pdf, FileFormat::Png].map(|one| asked.wants(one));
    let browser = arguments.browser.as_deref();
    let (mut files, mut trouble) = (Vec::new(), None);
    if html || pdf {
        let mut sheets = asked.sheets(edition);
        sheets.extend(more);
        let printed = if pdf { pdf::files(&sheets, browser) } else { Ok(vec![]) };
        let keeps_html = html || printed.is_err();
        files.extend(sheets.into_iter().filter(|_| keeps_html));
        match printed {
            Ok(printed) => files.extend(printed),
            Err(why) => trouble = Some(why),
        }
    }
    if png {
        let documents = asked.pictures(edition);
        match pdf::pictures(&documents, browser) {
            Ok(_) if documents.is_empty() => trouble = trouble.or(Some(Print::NoPicture)),
            Ok(pictures) => files.extend(pictures),
            Err(why) => {
                files.extend(documents);
                trouble = trouble.or(Some(why));
            }
        }
    }
    (files, trouble)
}

/// Tells why there is no PDF or picture; that is a fault only where it was asked for by name.
fn tell(arguments: &PrintArguments, terminal: Terminal, language: Language, trouble: &Print) -> Ending {
    let named = |format| arguments.to.contains(&format);
    let by_name = named(FileFormat::Pdf) || named(FileFormat::Png) || arguments.browser.is_some();
    if by_name {
        terminal.complain(language, trouble, None);
    } else {
        terminal.note(language, trouble);
    }
    let made = if named(FileFormat::Pdf) || !named(FileFormat::Png) { Made::Pdf } else { Made::Picture };
    if *trouble != Print::NoPicture {
        terminal.hint(language, &Print::PrintByHand(made));
    }
    if by_name { Ending::Refused } else { Ending::Done }
}

/// The folder named after the file; the calendars of a mended plan belong to those of the first.
fn usual_folder(arguments: &PrintArguments, first: Option<&str>) -> PathBuf {
    let file = first.map_or(arguments.file.as_path(), Path::new);
    let mut name = file.file_stem().unwrap_or_default().to_owned();
    name.push("-print");
    if let Some(mark) = recipient::mark(arguments) {
        name.push(format!("-{}", safe(mark)));
    }
    PathBuf::from(name)
}

/// What speaks against a folder, before anything is worked out for it.
fn obstacle(folder: &Path) -> Option<Saving> {
    let shown = || folder.display().to_string();
    if folder.is_dir() {
        return None;
    }
    if folder.symlink_metadata().is_ok() {
        return Some(Saving::NotFolder(shown()));
    }
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty());
    parent.is_some_and(|parent| !parent.is_dir()).then(|| Saving::NoFolder(shown()))
}
