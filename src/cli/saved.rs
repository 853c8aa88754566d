//! A saved plan that keeps the rules of its campaign, for a command that prints it or asks about it.
//!
//! In: the plan's file, and that of its campaign where it lies elsewhere. Out: the campaign, and the plan read a second time.

use crate::{
    cli::{
        belonging::{Belonging, own_campaign, still_to_do},
        campaign::{Loaded, read_varied, tell, tell_reading},
        ending::Ending,
        files::shown,
        terminal::Terminal,
        variations::Variations,
        verify::verdict,
    },
    pipeline::second_reading::{SecondReading, read_plan},
    plan::Provenance,
    render::{
        edition::shown::Shown,
        wording::{Phrase, print::Print},
    },
};
use std::path::{Path, PathBuf};

/// A plan's file and what it says of its campaign.
#[derive(Debug, Clone, Copy)]
pub struct SavedPlan<'a> {
    /// The file.
    pub plan: &'a Path,
    /// What it says.
    pub provenance: &'a Provenance,
    /// The campaign's file, where that was given.
    pub campaign: Option<&'a Path>,
    /// Whether personal numbers may be told.
    pub contacts: bool,
}

/// A plan that keeps the rules.
pub struct Kept {
    /// Its campaign.
    pub loaded: Loaded,
    /// The campaign's file.
    pub file: PathBuf,
    /// The plan.
    pub reading: SecondReading,
    /// How it is mended.
    pub repair: Print,
}

impl SavedPlan<'_> {
    /// Reads campaign and plan; `refusal` is said of a plan that does not keep the rules.
    ///
    /// # Errors
    /// How the run ends where they cannot be read together; what is to be said of it has been told.
    pub fn read(self, refusal: &dyn Phrase, terminal: Terminal) -> Result<Kept, Ending> {
        let Self { plan, provenance, campaign, contacts } = self;
        let file = campaign.map_or_else(|| own_campaign(plan, provenance), Path::to_path_buf);
        if campaign.is_none() && !file.is_file() {
            let language = terminal.language(None);
            terminal.complain(language, &Print::CampaignMissing(shown(&file)), Some(&Print::NameCampaign));
            return Err(Ending::Refused);
        }
        let written = still_to_do(&file, &provenance.variations);
        let variations = Variations::written(&written);
        let (sources, reading) = read_varied(&file, &variations);
        let Some(campaign) = reading.campaign else {
            tell_reading(&sources, &reading, terminal);
            return Err(Ending::Refused);
        };
        // Its warnings were told when it was planned.
        let mut loaded = Loaded { sources, campaign };
        let language = terminal.language(Some(loaded.campaign.domain.campaign.language));
        let belonging = Belonging {
            plan,
            provenance,
            file: &file,
            sources: &loaded.sources,
            digest: &loaded.campaign.digest,
            variations: &variations,
            argument: "campaign",
            may_be_left_out: true,
        };
        belonging.tell(terminal, language)?;
        let repair = Print::Repair { campaign: shown(&file), plan: shown(plan), variations: written };
        let refuse = || {
            terminal.complain(language, refusal, Some(&repair));
            Ending::Refused
        };
        let reading = read_plan(&mut loaded.sources, &loaded.campaign, plan).map_err(|problems| {
            tell(&loaded.sources, &problems, terminal, language);
            refuse()
        })?;
        let domain = Shown::of(&loaded.campaign.domain, contacts);
        let verdict = verdict(&loaded.sources, &domain, &reading);
        if !verdict.keeps_rules() || verdict.missing_thursday {
            terminal.tell(&verdict.text(language));
            return Err(refuse());
        }
        Ok(Kept { loaded, file, reading, repair })
    }
}
