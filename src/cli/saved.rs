//! A saved plan that keeps the rules of its campaign, for a command that asks about it.
//!
//! In: the plan's file, and that of its campaign where it lies elsewhere. Out: the campaign, and the plan read a second time.

use crate::{
    cli::{
        belonging::{Belonging, own_campaign, still_to_do},
        campaign::{Loaded, read_varied, tell},
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
use std::path::Path;

/// A plan's file and what it says of its campaign.
#[derive(Debug, Clone, Copy)]
pub struct SavedPlan<'a> {
    /// The file.
    pub plan: &'a Path,
    /// What it says.
    pub provenance: &'a Provenance,
    /// The campaign's file, where that was given.
    pub campaign: Option<&'a Path>,
}

impl SavedPlan<'_> {
    /// Reads campaign and plan; `refusal` is said of a plan that does not keep the rules, with what to do about it.
    ///
    /// # Errors
    /// How the run ends where they cannot be read together; what is to be said of it has been told.
    pub fn read(
        self,
        refusal: [&dyn Phrase; 2],
        terminal: Terminal,
    ) -> Result<(Loaded, SecondReading), Ending> {
        let Self { plan, provenance, campaign } = self;
        let file = campaign.map_or_else(|| own_campaign(plan, provenance), Path::to_path_buf);
        if campaign.is_none() && !file.is_file() {
            let language = terminal.language(None);
            terminal.complain(language, &Print::CampaignMissing(shown(&file)), Some(&Print::NameCampaign));
            return Err(Ending::Refused);
        }
        let variations = Variations::written(&still_to_do(&file, &provenance.variations));
        let (sources, reading) = read_varied(&file, &variations);
        let Some(campaign) = reading.campaign else {
            tell(&sources, &reading.diagnostics, terminal, terminal.language(reading.language));
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
        let refuse = || {
            let [problem, hint] = refusal;
            terminal.complain(language, problem, Some(hint));
            Ending::Refused
        };
        let reading = read_plan(&mut loaded.sources, &loaded.campaign, plan).map_err(|problems| {
            tell(&loaded.sources, &problems, terminal, language);
            refuse()
        })?;
        let shown = Shown::of(&loaded.campaign.domain, false);
        let verdict = verdict(&loaded.sources, &shown, &reading);
        if !verdict.keeps_rules() {
            terminal.tell(&verdict.text(language));
            return Err(refuse());
        }
        Ok((loaded, reading))
    }
}
