//! What a repair is asked for: which campaign, with which changes, and where what comes of it goes.

use crate::{
    cli::{
        arguments::Repair as Arguments,
        belonging::{Belonging, own_campaign, still_to_do},
        campaign::{Loaded, tell},
        ending::Ending,
        terminal::Terminal,
        variations::Variations,
    },
    inquiry::repair::{self, Written, told::Told},
    render::wording::{print::Print, repair::Repair},
    source::Sources,
};
use std::path::PathBuf;

/// What was typed, and what the plan says where that was left out.
pub(super) struct Asked<'a> {
    pub(super) arguments: &'a Arguments,
    /// The campaign's file.
    pub(super) file: PathBuf,
    /// With what the campaign is varied: as typed, and where the plan's own campaign is taken, as that was.
    pub(super) variations: Variations,
}

impl<'a> Asked<'a> {
    /// The campaign that was given, or else the plan's own.
    pub(super) fn of(arguments: &'a Arguments, terminal: Terminal) -> Result<Self, Ending> {
        let variations = arguments.variations.clone();
        if let Some(file) = arguments.file.clone() {
            return Ok(Self { arguments, file, variations });
        }
        let language = terminal.language(None);
        let mut sources = Sources::default();
        let written = repair::read(&mut sources, &arguments.plan).map_err(|problems| {
            tell(&sources, &problems, terminal, language);
            Ending::Refused
        })?;
        let provenance = written.provenance();
        let file = own_campaign(&arguments.plan, provenance);
        if !file.is_file() {
            terminal.complain(language, &Print::CampaignMissing(file.display().to_string()), None);
            terminal.hint(language, &Repair::NameCampaign);
            return Err(Ending::Refused);
        }
        let mut own = Variations::written(&still_to_do(&file, &provenance.variations));
        own.set.extend(variations.set);
        own.without.extend(variations.without);
        Ok(Self { arguments, file, variations: own })
    }

    /// The changes in words of their own.
    pub(super) fn told(&self) -> Told {
        Told {
            absent: self.arguments.absent.clone(),
            close: self.arguments.close.clone(),
            add_seat: self.arguments.add_seat.clone(),
        }
    }

    /// Whether the campaign is taken as it stands in its file.
    pub(super) fn says_nothing(&self) -> bool {
        self.told().is_empty() && self.variations.is_empty()
    }

    /// Where the scenario goes: beside the new plan, under its name; nowhere where nothing is saved, or nothing said.
    pub(super) fn beside(&self) -> Option<PathBuf> {
        let output = self.arguments.output.as_ref().filter(|_| !self.says_nothing());
        output.map(|output| output.with_extension("yaml"))
    }

    /// Refuses to mend a plan for the campaign that its own one extends, or for what it was varied from.
    pub(super) fn refuse_another(
        &self,
        written: &Written,
        loaded: &Loaded,
        terminal: Terminal,
    ) -> Result<(), Ending> {
        let language = terminal.language(Some(loaded.sound.domain.campaign.language));
        let belonging = Belonging {
            plan: &self.arguments.plan,
            provenance: written.provenance(),
            file: &self.file,
            sources: &loaded.sources,
            digest: &loaded.sound.digest,
            variations: &self.variations,
            argument: "file",
            may_be_left_out: false,
        };
        match belonging.check() {
            Ok(Some(note)) => terminal.note(language, &note),
            Ok(None) => {}
            Err(problem) => {
                tell(&loaded.sources, &[*problem], terminal, language);
                return Err(Ending::Refused);
            }
        }
        Ok(())
    }
}
