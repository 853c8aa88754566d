//! From text to a verified plan, one line per stage: read this first.
//!
//! In: a campaign file and a watch. Out, kept apart: problems that the organizer can mend (diagnostics), what came
//! of planning ([`Outcome`]), and defects of this program ([`Defect`]).

pub mod experience;
pub mod export;
mod levels;
pub mod mending;
pub mod past;
pub mod second_reading;
pub mod size;
pub mod thursday;
pub mod untrue;

use crate::{
    campaign::{
        self, Campaign,
        change::{Change, Variation},
    },
    diagnostic::{Diagnostic, overlay::Changes},
    domain::{Domain, Language},
    experience::{
        explanation::contradiction::Conflict,
        reserves::{Reserves, reserves as find_reserves},
        review::review as experience_review,
        roster::Previous,
    },
    pipeline::thursday::review as thursday_review,
    plan::{ExperiencePlan, Plan, Provenance, history::History, outline::Outline, thursday::ThursdayPlan},
    planning::outcome::{Defect, Outcome},
    solver::Watch,
    source::{FileId, Sources},
    validation::{self, Validated},
};
use export::ExportedLevel;
use mending::Mending;
use std::path::Path;

/// The solver behind every plan.
const BACKEND: &str = if cfg!(feature = "highs") { "highs" } else { "simplex" };

/// A campaign file that was read: every problem in it, and what it means where none of them is an error.
#[derive(Debug)]
pub struct Reading {
    /// What it means.
    pub campaign: Option<ValidCampaign>,
    /// Every problem.
    pub diagnostics: Vec<Diagnostic>,
    /// The language that the file asks for, where that much of it could be read.
    pub language: Option<Language>,
    /// What a scenario does to the campaign that it extends.
    pub changes: Option<Changes>,
    /// What was changed beyond the file.
    pub variation: Option<Variation>,
}

/// A campaign without errors.
#[derive(Debug, Clone)]
pub struct ValidCampaign {
    /// What it means.
    pub domain: Domain,
    /// The digest of the merged campaign.
    pub digest: String,
    /// The digest of the same with all that is only printed.
    pub words: String,
    /// With what it was varied beyond its file, such as `--set rules.rest_days=1`.
    pub variations: Vec<String>,
}

/// A plan that was read a second time; where nothing keeps every pin, group and rule, what cannot hold together, as far as
/// there was time to find it.
pub type Planned = Outcome<Plan, Option<Conflict>>;

/// Reads a campaign file and finds every problem in it.
pub fn read(sources: &mut Sources, path: &Path) -> Reading {
    read_varied(sources, path, &[])
}

/// Reads a campaign file, lays changes over it, and finds every problem in both.
pub fn read_varied(sources: &mut Sources, path: &Path, changes: &[Change]) -> Reading {
    let file = match sources.open(path) {
        Ok(file) => file,
        Err(fault) => {
            let diagnostics = vec![Diagnostic::unread(path.display().to_string(), fault)];
            return Reading { campaign: None, diagnostics, language: None, changes: None, variation: None };
        }
    };
    read_text(sources, file, changes)
}

/// Reads a campaign that is among the sources already, in the same way.
pub fn read_text(sources: &mut Sources, file: FileId, changes: &[Change]) -> Reading {
    let written = match campaign::read_varied(sources, file, changes) {
        Ok(written) => written,
        Err(diagnostics) => {
            return Reading { campaign: None, diagnostics, language: None, changes: None, variation: None };
        }
    };
    let Validated { domain, mut diagnostics } = validation::validate(&written);
    // A review asks what follows from the whole: where there is an error it would say what follows from that.
    diagnostics.extend(domain.iter().flat_map(experience_review));
    diagnostics.extend(domain.iter().flat_map(thursday_review));
    diagnostics.sort_by_key(|found| found.place);
    let sound = domain.filter(|_| !diagnostics.iter().any(Diagnostic::is_error));
    let variations = changes.iter().map(|change| change.said(sources)).collect();
    let campaign = sound.map(|domain| ValidCampaign {
        domain,
        digest: written.digest.clone(),
        words: written.words.clone(),
        variations,
    });
    let language = language(&written);
    Reading { campaign, diagnostics, language, changes: written.changes, variation: written.variation }
}

/// The language of a campaign that may have errors elsewhere.
fn language(written: &Campaign) -> Option<Language> {
    match written.file.campaign.as_ref()?.language.as_ref()?.words() {
        "en" => Some(Language::En),
        "zh" => Some(Language::Zh),
        _ => None,
    }
}

/// Solves a campaign to proven optima and reads the plan a second time; `file` is what the plan calls the campaign.
///
/// # Errors
/// A [`Defect`], where the backend fails or the plan does not pass its own check.
pub fn plan(campaign: &ValidCampaign, file: &str, watch: &dyn Watch) -> Result<Planned, Defect> {
    planned(campaign, file, None, watch)
}

/// A plan, or one that mends an earlier one.
fn planned(
    campaign: &ValidCampaign,
    file: &str,
    mending: Option<&Mending>,
    watch: &dyn Watch,
) -> Result<Planned, Defect> {
    let domain = &campaign.domain;
    let earlier = mending.map(|mending| &mending.earlier);
    let previous = earlier.map(|earlier| &earlier.experience);
    experience::plan(domain, previous, watch)?.and_then(|experience| {
        let earlier = earlier.and_then(|earlier| earlier.thursday.as_ref());
        let action = thursday::plan(domain, earlier, watch)?;
        Ok(action.map(|action| assembled(campaign, file, mending, experience, action)))
    })
}

/// The parts as one plan.
fn assembled(
    campaign: &ValidCampaign,
    file: &str,
    mending: Option<&Mending>,
    experience: ExperiencePlan,
    thursday_action: Option<ThursdayPlan>,
) -> Plan {
    let domain = &campaign.domain;
    let provenance = Provenance {
        name: domain.campaign.name.clone(),
        file: file.to_owned(),
        digest: campaign.digest.clone(),
        variations: campaign.variations.clone(),
    };
    let posts = experience.roster.placements.iter().map(|placement| placement.post);
    let history = History { words: Some(campaign.words.clone()), ..History::first(domain, posts) };
    let mut plan = Plan {
        backend: BACKEND.to_owned(),
        campaign: provenance,
        mends: mending.map(|mending| mending.mends.clone()),
        history,
        experience,
        thursday_action,
    };
    if let Some(Mending { history, had, mends, .. }) = mending {
        let has = Outline::of(domain, &plan);
        plan.history = history.after(had, &has, &plan.history, mends);
    }
    plan
}

/// Hands over the program of each level of a plan that mends no other, with the values of the levels above.
///
/// # Errors
/// The first that `take` has.
pub fn export<E>(
    domain: &Domain,
    plan: &Plan,
    take: &mut dyn FnMut(ExportedLevel) -> Result<(), E>,
) -> Result<(), E> {
    experience::export(domain, &plan.experience, take)?;
    plan.thursday_action.iter().try_for_each(|action| thursday::export(domain, action, take))
}

/// Who could step in for whom, up to `wanted` for each placement; before a day that a repair
/// kept nothing is asked for.
///
/// # Errors
/// A [`Defect`], where the backend fails or a plan with a reserve does not pass its check.
pub fn reserves(domain: &Domain, plan: &Plan, wanted: usize, watch: &dyn Watch) -> Result<Reserves, Defect> {
    let earlier = Previous {
        stands: plan.experience.roster.placements.clone(),
        gone: 0,
        settled: plan.mends.as_ref().map(|mends| mends.terms).unwrap_or_default().into(),
    };
    find_reserves(domain, &earlier, wanted, watch)
}
