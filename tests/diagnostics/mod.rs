//! Campaign files read and validated: what is sound becomes a domain, what is not is said.

mod faults;
mod files;
mod nodes;
mod overlays;
mod robust;
mod sound;
mod together;
mod variations;

use chuxin::{
    campaign,
    diagnostic::Diagnostic,
    source::{FileId, Sources},
    validation,
};

/// Everything that is wrong with a file.
fn problems(sources: &mut Sources, file: FileId) -> Vec<Diagnostic> {
    let (campaign, mut diagnostics) = campaign::read(sources, file);
    if let Some(campaign) = campaign {
        let validated = validation::validate(&campaign);
        diagnostics.extend(validated.diagnostics);
        let domain = validated.domain.iter();
        diagnostics.extend(domain.clone().flat_map(chuxin::experience::review::review));
        diagnostics.extend(domain.flat_map(chuxin::thursday::review::review));
    }
    diagnostics
}

/// Their codes, in order.
fn codes(diagnostics: &[Diagnostic]) -> Vec<&'static str> {
    diagnostics.iter().map(|diagnostic| diagnostic.problem.code()).collect()
}
