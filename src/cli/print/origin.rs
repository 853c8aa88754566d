//! What is printed: a campaign, which is solved first, or a saved plan, which is read against its campaign.

use crate::{
    cli::{
        campaign::{Loaded, load, load_varied, tell},
        ending::Ending,
        files::relative_to,
        print::arguments::{Paper as Format, Print as Arguments},
        solve::solve,
        standard::is_standard,
        terminal::Terminal,
        variations::Variations,
        verify::verdict,
    },
    pipeline::second_reading::{read_plan, renewed, saved_plan},
    plan::{Plan, Provenance, saved::Saved},
    render::{
        shown::Shown,
        wording::{print::Print, run::Run},
    },
    source::Sources,
};
use std::path::{Component, Path, PathBuf};

/// A campaign and a plan that keeps its rules.
pub struct Origin {
    /// The campaign.
    pub loaded: Loaded,
    /// The plan; it names its campaign from within the folder of the print.
    pub plan: Plan,
}

/// Reads what is to be printed into `folder`.
///
/// # Errors
/// How the run ends where there is nothing to print; what is to be said of it has been told.
pub fn read(arguments: &Arguments, folder: &Path, terminal: Terminal) -> Result<Origin, Ending> {
    let language = terminal.language(None);
    let mut sources = Sources::default();
    match saved_plan(&mut sources, &arguments.file) {
        Ok(Some(Saved { campaign: provenance, .. })) => {
            let campaign = campaign_of(arguments, &provenance);
            if arguments.campaign.is_none() && !campaign.is_file() {
                let problem = Print::CampaignMissing(campaign.display().to_string());
                terminal.complain(language, &problem, None);
                terminal.hint(language, &Print::NameCampaign);
                return Err(Ending::Refused);
            }
            saved(arguments, &campaign, &provenance, folder, terminal)
        }
        Ok(None) if arguments.campaign.is_some() => {
            let problem = Print::NoPlanFile(arguments.file.display().to_string());
            terminal.complain(language, &problem, None);
            Err(Ending::Refused)
        }
        Ok(None) => solved(arguments, folder, terminal),
        Err(diagnostics) => {
            tell(&sources, &diagnostics, terminal, language);
            Err(Ending::Refused)
        }
    }
}

/// Where the plan says that its campaign lies, seen from the plan's own folder, unless another is named.
fn campaign_of(arguments: &Arguments, provenance: &Provenance) -> PathBuf {
    let named = || {
        let named = arguments.file.parent().unwrap_or(Path::new("")).join(&provenance.file);
        // Where a folder is a link, the shorter way may lead elsewhere.
        Some(shortened(&named)).filter(|short| short.is_file()).unwrap_or(named)
    };
    arguments.campaign.clone().unwrap_or_else(named)
}

/// `c.yaml` for `paper/../c.yaml`.
fn shortened(path: &Path) -> PathBuf {
    let mut short = PathBuf::new();
    for component in path.components() {
        let within = matches!(short.components().next_back(), Some(Component::Normal(_)));
        if component == Component::ParentDir && within {
            short.pop();
        } else {
            short.push(component);
        }
    }
    short
}

fn solved(arguments: &Arguments, folder: &Path, terminal: Terminal) -> Result<Origin, Ending> {
    let loaded = load(&arguments.file, terminal).ok_or(Ending::Refused)?;
    if is_standard(&arguments.file) && arguments.to.contains(&Format::Json) {
        let language = terminal.language(Some(loaded.sound.domain.campaign.language));
        terminal.complain(language, &Run::StandardInputUnnamed, Some(&Run::SaveInput));
        return Err(Ending::Refused);
    }
    let file = relative_to(&arguments.file, Some(&folder.join("plan.json")));
    let plan = solve(&loaded, &file, arguments.time_limit, terminal)?;
    Ok(Origin { loaded, plan })
}

fn saved(
    arguments: &Arguments,
    campaign: &Path,
    provenance: &Provenance,
    folder: &Path,
    terminal: Terminal,
) -> Result<Origin, Ending> {
    let variations = Variations::written(&provenance.variations);
    let mut loaded = load_varied(campaign, &variations, terminal).ok_or(Ending::Refused)?;
    let language = terminal.language(Some(loaded.sound.domain.campaign.language));
    let shown = |path: &Path| path.display().to_string();
    let repair = Print::Repair { campaign: shown(campaign), plan: shown(&arguments.file) };
    let refused = || {
        terminal.complain(language, &Print::NotPrinted(shown(&arguments.file)), None);
        terminal.hint(language, &repair);
        Ending::Refused
    };
    let reading = read_plan(&mut loaded.sources, &loaded.sound, &arguments.file).map_err(|diagnostics| {
        tell(&loaded.sources, &diagnostics, terminal, language);
        refused()
    })?;
    let shown = Shown::of(&loaded.sound.domain, arguments.contacts);
    let verdict = verdict(&loaded.sources, &shown, &reading);
    if !verdict.holds() || verdict.missing_thursday {
        terminal.tell(&verdict.text(language));
        return Err(refused());
    }
    if reading.other_campaign {
        terminal.note(language, &Print::StillHolds);
    }
    let mut plan = renewed(&loaded.sound.domain, reading);
    if plan.can_be_improved() {
        terminal.note(language, &Print::RoomLeft);
        terminal.hint(language, &repair);
    }
    plan.campaign.file = relative_to(campaign, Some(&folder.join("plan.json")));
    if let Some(mends) = &mut plan.mends {
        let earlier = arguments.file.parent().unwrap_or(Path::new("")).join(&mends.file);
        mends.file = relative_to(&earlier, Some(&folder.join("plan.json")));
    }
    Ok(Origin { loaded, plan })
}

#[cfg(test)]
mod tests {
    use super::shortened;
    use std::path::Path;

    #[test]
    fn leaves_out_folders_that_are_left_again() {
        for (path, short) in [
            ("paper/../c.yaml", "c.yaml"),
            ("../a/b/../../c.yaml", "../c.yaml"),
            ("/a/../c.yaml", "/c.yaml"),
            ("c.yaml", "c.yaml"),
        ] {
            assert_eq!(shortened(Path::new(path)), Path::new(short), "{path}");
        }
    }
}
