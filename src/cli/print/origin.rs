//! What is printed: a campaign, which is solved first, or a saved plan, which is read against its campaign.

use crate::{
    cli::{
        belonging::{Belonging, own_campaign, still_to_do},
        campaign::{Loaded, load, read_varied, tell, tell_reading},
        ending::Ending,
        files::relative_to,
        print::{
            PrintArguments,
            format::FileFormat,
            record::{self, PrintedPlan},
        },
        solve::{Task, solve},
        standard::is_standard,
        terminal::Terminal,
        variations::Variations,
        verify::verdict,
    },
    pipeline::{
        mending::EarlierRosters,
        past::beside,
        second_reading::{read_plan, renewed},
    },
    plan::{
        Plan, Provenance, json,
        saved::{PlanFile, SavedPlan, open_any},
    },
    render::{
        edition::shown::Shown,
        wording::{command::Standard, print::Print},
    },
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
        Ok(Some(file)) => {
            let provenance = &file.saved.campaign;
            let named = arguments.campaign.clone();
            let campaign = named.unwrap_or_else(|| own_campaign(&arguments.file, provenance));
            if arguments.campaign.is_none() && !campaign.is_file() {
                let problem = Print::CampaignMissing(campaign.display().to_string());
                terminal.complain(language, &problem, None);
                terminal.hint(language, &Print::NameCampaign);
                return Err(Ending::Refused);
            }
            saved(arguments, &campaign, &file, folder, terminal)
        }
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
    campaign: &Path,
    file: &PlanFile,
    folder: &Path,
    terminal: Terminal,
) -> Result<Origin, Ending> {
    let PlanFile { saved: SavedPlan { campaign: provenance, .. }, digest, .. } = file;
    let written = still_to_do(campaign, &provenance.variations);
    let variations = Variations::written(&written);
    let (sources, reading) = read_varied(campaign, &variations);
    let Some(of_plan) = reading.campaign else {
        tell_reading(&sources, &reading, terminal);
        return Err(Ending::Refused);
    };
    // Its warnings were told when it was planned.
    let mut loaded = Loaded { sources, campaign: of_plan };
    let language = terminal.language(Some(loaded.campaign.domain.campaign.language));
    let belonging = Belonging {
        plan: &arguments.file,
        provenance,
        file: campaign,
        sources: &loaded.sources,
        digest: &loaded.campaign.digest,
        variations: &variations,
        argument: "campaign",
        may_be_left_out: true,
    };
    belonging.tell(terminal, language)?;
    let shown = |path: &Path| path.display().to_string();
    let (named, plan) = (shown(campaign), shown(&arguments.file));
    let repair = Print::Repair { campaign: named, plan, variations: written };
    let refused = || {
        terminal.complain(language, &Print::NotPrinted(shown(&arguments.file)), None);
        terminal.hint(language, &repair);
        Ending::Refused
    };
    let reading =
        read_plan(&mut loaded.sources, &loaded.campaign, &arguments.file).map_err(|diagnostics| {
            tell(&loaded.sources, &diagnostics, terminal, language);
            refused()
        })?;
    let shown = Shown::of(&loaded.campaign.domain, arguments.contacts);
    let verdict = verdict(&loaded.sources, &shown, &reading);
    if !verdict.keeps_rules() || verdict.missing_thursday {
        terminal.tell(&verdict.text(language));
        return Err(refused());
    }
    if reading.other_campaign {
        terminal.note(language, &Print::StillHolds);
    }
    let mended = reading.mended.clone();
    let mut plan = renewed(&loaded.campaign, reading);
    if plan.can_be_improved() {
        terminal.note(language, &Print::RoomLeft);
        terminal.hint(language, &repair);
    }
    plan.campaign.file = relative_to(campaign, Some(&folder.join("plan.json")));
    if let Some(mends) = &mut plan.mends {
        mends.file = relative_to(&beside(&arguments.file, &mends.file), Some(&folder.join("plan.json")));
    }
    Ok(Origin { loaded, plan, mended, digest: Some(digest.clone()) })
}
