//! What is printed: a campaign, which is solved first, or a saved plan, which is read against its campaign.

use crate::{
    cli::{
        campaign::{Loaded, load, tell},
        ending::Ending,
        files::{relative_to, shown},
        print::{
            PrintArguments,
            format::FileFormat,
            record::{self, PrintedPlan},
        },
        saved::{Kept, SavedPlan},
        solve::{Task, solve},
        standard::is_standard,
        terminal::Terminal,
    },
    pipeline::{mending::EarlierRosters, past::beside, second_reading::renewed},
    plan::{
        Plan, Provenance, json,
        saved::{PlanFile, open_any},
    },
    render::wording::{command::Standard, print::Print},
    source::Sources,
};
use std::path::Path;

/// A campaign and a plan that keeps its rules.
pub struct Origin {
    /// The campaign.
    pub loaded: Loaded,
    /// The plan; it names its campaign from within the folder of the print.
    pub plan: Plan,
    /// What it had that it mends, where it mends another.
    pub mended: Option<EarlierRosters>,
    /// The digest of its file; `None` where it was solved for this print.
    pub digest: Option<String>,
}

impl Origin {
    /// The plan as the folder knows it.
    pub fn printed(&self, file: &Path, folder: &Path) -> PrintedPlan {
        let Self { loaded, plan, digest, .. } = self;
        let text = || {
            // Wherever its campaign lies seen from the folder, it is the same plan.
            let campaign = Provenance { file: String::new(), ..plan.campaign.clone() };
            let plan = Plan { campaign, ..plan.clone() };
            record::digest(json::text(&loaded.campaign.domain, &plan).as_bytes())
        };
        let words = &loaded.campaign.words;
        let is_reworded = plan.history.words.as_ref().is_some_and(|written| written != words);
        PrintedPlan {
            key: plan.history.key.clone(),
            file: relative_to(file, Some(&folder.join("plan.json"))),
            digest: digest.clone().unwrap_or_else(text),
            revision: plan.history.revision,
            mended: plan.history.mended.iter().map(|mended| mended.digest.clone()).collect(),
            words: words.clone(),
            sequence: plan.history.sequence().saturating_add(is_reworded.into()),
            earlier: None,
        }
    }
}

/// Reads what is to be printed into `folder`.
///
/// # Errors
/// How the run ends where there is nothing to print; what is to be said of it has been told.
pub fn read(
    arguments: &PrintArguments,
    folder: &Path,
    task: &Task,
    terminal: Terminal,
) -> Result<Origin, Ending> {
    let language = terminal.language(None);
    let mut sources = Sources::default();
    match open_any(&mut sources, &arguments.file) {
        Ok(Some(file)) => saved(arguments, &file, folder, terminal),
        Ok(None) if arguments.campaign.is_some() => {
            let problem = Print::NoPlanFile(arguments.file.display().to_string());
            terminal.complain(language, &problem, None);
            Err(Ending::Refused)
        }
        Ok(None) => solved(arguments, folder, task, terminal),
        Err(diagnostics) => {
            tell(&sources, &diagnostics, terminal, language);
            Err(Ending::Refused)
        }
    }
}

fn solved(
    arguments: &PrintArguments,
    folder: &Path,
    task: &Task,
    terminal: Terminal,
) -> Result<Origin, Ending> {
    let loaded = load(&arguments.file, terminal).ok_or(Ending::Refused)?;
    if is_standard(&arguments.file) && arguments.to.contains(&FileFormat::Json) {
        let language = terminal.language(Some(loaded.campaign.domain.campaign.language));
        terminal.complain(language, &Standard::Unnamed, Some(&Standard::SaveFirst));
        return Err(Ending::Refused);
    }
    let file = relative_to(&arguments.file, Some(&folder.join("plan.json")));
    let plan = solve(&loaded, &file, task, terminal)?;
    Ok(Origin { loaded, plan, mended: None, digest: None })
}

fn saved(
    arguments: &PrintArguments,
    file: &PlanFile,
    folder: &Path,
    terminal: Terminal,
) -> Result<Origin, Ending> {
    let saved = SavedPlan {
        plan: &arguments.file,
        provenance: &file.saved.campaign,
        campaign: arguments.campaign.as_deref(),
        contacts: arguments.contacts,
    };
    let refusal = Print::NotPrinted(shown(&arguments.file));
    let Kept { loaded, file: campaign, reading, repair } = saved.read(&refusal, terminal)?;
    let language = terminal.language(Some(loaded.campaign.domain.campaign.language));
    if reading.other_campaign {
        terminal.note(language, &Print::StillHolds);
    }
    let mut plan = renewed(&loaded.campaign, &reading);
    if plan.can_be_improved() {
        terminal.note(language, &Print::RoomLeft);
        terminal.hint(language, &repair);
    }
    plan.campaign.file = relative_to(&campaign, Some(&folder.join("plan.json")));
    if let Some(mends) = &mut plan.mends {
        mends.file = relative_to(&beside(&arguments.file, &mends.file), Some(&folder.join("plan.json")));
    }
    Ok(Origin { loaded, plan, mended: reading.mended, digest: Some(file.digest.clone()) })
}
