//! What was said of a change, laid over the campaign and written down as a scenario beside the new plan.
//!
//! In: the changes and the campaign's file. Out: the campaign with them, and the text of the scenario. What earlier repairs
//! wrote is folded into it, so that the chain of scenarios does not grow.

use crate::{
    campaign::{
        change::{Change, Variation},
        folding,
    },
    cli::{
        belonging::shorter,
        campaign::{Loaded, tell, tell_reading, tell_unfinished},
        ending::Ending,
        files::relative_to,
        repair::asked::Said,
        terminal::Terminal,
        variations::Variations,
    },
    diagnostic::{Diagnostic, problem::Problem},
    domain::{Domain, Language},
    inquiry::repair::{edits::Edits, words::Newcomer},
    pipeline::{self, Reading},
    render::{
        diagnostic::Plainly,
        wording::{Phrase, repair::Repair},
    },
    source::Sources,
};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

/// The campaign with what was said laid over it, and the scenario that says so, where it is saved and there is something to
/// be written. Places are those of
/// the command line: the scenario is not written before there is a plan.
pub(super) fn laid(
    said: &Said<'_>,
    scenario: Option<PathBuf>,
    edits: &Edits,
    domain: &Domain,
    terminal: Terminal,
) -> Result<(Loaded, Option<(PathBuf, String)>), Ending> {
    let mut sources = Sources::default();
    let asked = said.asked;
    let mut changes = edits.changes(domain, &mut sources);
    changes.extend(said.variations.changes(&mut sources));
    let reading = pipeline::read_varied(&mut sources, &asked.file, &changes);
    let language = terminal.language(reading.language);
    tell_new(&sources, &reading, &said.known, terminal);
    let mut campaign = reading.campaign.ok_or(Ending::Refused)?;
    let Some((scenario, variation)) = scenario.zip(reading.variation) else {
        return Ok((Loaded { sources, campaign }, None));
    };
    let write = |base: &Path, variation: &Variation| {
        let base = relative_to(base, Some(&scenario));
        format!("# {}\n{}", Repair::Remark.say(language), variation.scenario(&base))
    };
    let folded = folding::folded(&mut sources, &asked.file, &changes, &remarks());
    let folded = folded.map(|(base, variation)| write(&shorter(base), &variation));
    let extended = || write(&asked.file, &variation);
    let is_same = |text: &String| folding::same(&mut sources, &asked.file, &changes, &scenario, text);
    let text = folded.filter(is_same).unwrap_or_else(extended);
    // A scenario may be one too many in its chain, which only reading it tells.
    let mut written = Sources::default();
    let file = written.add_at(&scenario, text.clone());
    let reading = pipeline::read_text(&mut written, file, &[]);
    let Some(saved) = reading.campaign else {
        tell(&written, &reading.diagnostics, terminal, language);
        return Err(Ending::Refused);
    };
    (campaign.digest, campaign.variations) = (saved.digest, saved.variations);
    Ok((Loaded { sources, campaign }, Some((scenario, text))))
}

/// Tells what speaks against the change; of one that can be made, what is new of the campaign as written. What comes of it for
/// people and posts the notice says.
fn tell_new(sources: &Sources, reading: &Reading, known: &[Problem], terminal: Terminal) {
    if reading.campaign.is_none() {
        return tell_reading(sources, reading, terminal);
    }
    let language = terminal.language(reading.language);
    tell_unfinished(terminal, language);
    let is_new = |found: &&Diagnostic| {
        !known.contains(&found.problem) && !matches!(found.problem, Problem::Experience(_))
    };
    for found in reading.diagnostics.iter().filter(is_new) {
        terminal.note(language, &Plainly { found, sources });
    }
}

/// The campaign of a file with newcomers, and with what it is varied with; nothing where there is neither, or where it cannot
/// be read with them.
pub(super) fn joined(file: &Path, newcomers: &[Newcomer], variations: &Variations) -> Option<Domain> {
    let mut sources = Sources::default();
    let joining = newcomers.iter().map(|one| Change::set(&mut sources, "--late", &one.joining()));
    let mut changes: Vec<Change> = joining.collect();
    changes.extend(variations.changes(&mut sources));
    let reading = (!changes.is_empty()).then(|| pipeline::read_varied(&mut sources, file, &changes));
    reading?.campaign.map(|campaign| campaign.domain)
}

/// The campaign of a file with newcomers and all else that was said, but for what changes hands; nothing where it cannot be
/// read so.
pub(super) fn without_exchanges(
    file: &Path,
    edits: &Edits,
    domain: &Domain,
    variations: &Variations,
) -> Option<Domain> {
    let mut sources = Sources::default();
    let bare = Edits { coming: BTreeMap::new(), ..edits.clone() };
    let mut changes = bare.changes(domain, &mut sources);
    changes.extend(variations.changes(&mut sources));
    pipeline::read_varied(&mut sources, file, &changes).campaign.map(|campaign| campaign.domain)
}

/// The first line of a scenario that a repair wrote, in every language.
fn remarks() -> [String; 2] {
    [Language::Zh, Language::En].map(|language| format!("# {}\n", Repair::Remark.say(language)))
}
