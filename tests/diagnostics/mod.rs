//! Campaign files read and validated: what is sound becomes a domain, what is not is said.

mod consequences;
mod dates;
mod faults;
mod files;
mod many;
mod nodes;
mod overlays;
mod robust;
mod sound;
mod spelling;
mod together;
mod variations;

use chuxin::{
    diagnostic::Diagnostic,
    pipeline,
    source::{FileId, Sources},
};

/// Everything that is wrong with a file.
fn problems(sources: &mut Sources, file: FileId) -> Vec<Diagnostic> {
    pipeline::read_text(sources, file, &[]).diagnostics
}

/// Their codes, in order.
fn codes(diagnostics: &[Diagnostic]) -> Vec<&'static str> {
    diagnostics.iter().map(|diagnostic| diagnostic.problem.code()).collect()
}
