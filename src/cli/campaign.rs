//! A campaign file for a command that needs one without errors, and its problems on standard error.

use crate::{
    cli::{files::shown, terminal::Terminal, variations::Variations},
    diagnostic::{Diagnostic, Severity},
    domain::Language,
    pipeline::{self, Reading, ValidCampaign},
    render::{
        diagnostic,
        wording::run::{Run, Saving},
    },
    source::{
        Sources,
        replacement::{News, tell_news},
    },
};
use std::path::Path;

/// How many problems are told beside other work.
const FEW: usize = 3;

/// A campaign without errors, and the texts in which it stands.
#[derive(Debug)]
pub struct Loaded {
    /// The texts.
    pub sources: Sources,
    /// The campaign.
    pub campaign: ValidCampaign,
}

/// Reads a campaign and tells its problems; `None` where one of them is an error.
pub fn load(file: &Path, terminal: Terminal) -> Option<Loaded> {
    load_varied(file, &Variations::default(), terminal)
}

/// Reads a campaign with variations in the same way.
pub fn load_varied(file: &Path, variations: &Variations, terminal: Terminal) -> Option<Loaded> {
    let (sources, reading) = read_varied(file, variations);
    tell_reading(&sources, &reading, terminal);
    reading.campaign.map(|campaign| Loaded { sources, campaign })
}

/// Tells every problem of a campaign that cannot be used; of one that can, the first few, and which command tells the
/// rest: whoever plans wants to see the plan.
pub fn tell_reading(sources: &Sources, reading: &Reading, terminal: Terminal) {
    let (language, found) = (terminal.language(reading.language), &reading.diagnostics);
    if reading.campaign.is_none() || found.len() <= FEW {
        return tell(sources, found, terminal, language);
    }
    tell_unfinished(terminal, language);
    let mut few: Vec<Diagnostic> = found.clone();
    few.sort_by_key(|one| one.problem.severity());
    few.truncate(FEW);
    terminal.tell(&format!("{}\n", diagnostic::text(&few, sources, language, true, terminal.width())));
    // What is laid over a file, the file does not have.
    let place = found.iter().find_map(|one| one.place).filter(|_| reading.variation.is_none());
    let file = place.map(|place| sources.name(place.file).to_owned());
    terminal.note(language, &Run::FoundMore { more: found.len() - FEW, file });
}

/// Reads a campaign with variations and tells nothing.
pub fn read_varied(file: &Path, variations: &Variations) -> (Sources, Reading) {
    let mut sources = Sources::default();
    let changes = variations.changes(&mut sources);
    let reading = pipeline::read_varied(&mut sources, file, &changes);
    (sources, reading)
}

/// Tells what became of files that an earlier run did not finish writing, if that was found and not yet told.
pub fn tell_unfinished(terminal: Terminal, language: Language) {
    tell_news(|news| match news {
        News::Completed(folder) => terminal.note(language, &Saving::Completed(shown(folder))),
        News::Restored(folder) => terminal.note(language, &Saving::Restored(shown(folder))),
        News::Left(folder, error) => {
            let left = Saving::Left { folder: shown(folder), cause: error.to_string() };
            terminal.complain(language, &left, None);
        }
    });
}

/// Tells problems with their places and how many they are.
pub fn tell(sources: &Sources, diagnostics: &[Diagnostic], terminal: Terminal, language: Language) {
    tell_unfinished(terminal, language);
    if diagnostics.is_empty() {
        return;
    }
    terminal.tell(&format!("{}\n", diagnostic::text(diagnostics, sources, language, true, terminal.width())));
    let count = |severity| diagnostics.iter().filter(|one| one.problem.severity() == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    if errors + warnings > 0 {
        terminal.note(language, &Run::Found { errors, warnings });
    }
}
