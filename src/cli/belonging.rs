//! Which campaign a saved plan belongs to, beside the one that was given with it.
//!
//! In: what the plan says of its campaign, and the campaign that was read. Out: that the two are not to be read
//! together, because that would quietly undo what the plan was made for; or that another file was given.

use crate::{
    campaign,
    cli::{again::again, campaign::tell, ending::Ending, terminal::Terminal, variations::Variations},
    diagnostic::{
        Diagnostic,
        overlay::Overlay,
        problem::Problem,
        saved::{Lacking, Misread, Saved},
    },
    domain::Language,
    pipeline::past::beside,
    plan::Provenance,
    render::verdict::words::Verdict,
    source::{Sources, reading::same},
};
use std::path::{Component, Path, PathBuf};

/// A saved plan and the campaign that was given with it.
#[derive(Debug, Clone, Copy)]
pub struct Belonging<'a> {
    /// The plan's file.
    pub plan: &'a Path,
    /// What it says of its campaign.
    pub provenance: &'a Provenance,
    /// The campaign's file.
    pub file: &'a Path,
    /// The texts that were read for it.
    pub sources: &'a Sources,
    /// What decides about plans in it.
    pub digest: &'a str,
    /// With what it was varied.
    pub variations: &'a Variations,
    /// The name of the argument that gave it.
    pub argument: &'static str,
    /// Whether the plan's own campaign is taken where that is left out.
    pub may_be_left_out: bool,
}

impl Belonging<'_> {
    /// What is to be said where the campaign is another file than the plan's own, and one may be read with the other.
    ///
    /// # Errors
    /// The campaign is one that the plan's own extends, or lacks what that was varied with; with the command that was
    /// meant.
    pub fn check(self) -> Result<Option<Verdict>, Box<Diagnostic>> {
        let own = own_campaign(self.plan, self.provenance);
        let [plan, own_shown, file] = [self.plan, &own, self.file].map(|path| path.display().to_string());
        let is_own = self.sources.paths().any(|path| same(path, &own));
        let is_base = !is_own && extends(&own, self.file);
        let lacking = self.lacking();
        if is_base || self.matters(&lacking) {
            let campaign = if is_base { &own } else { self.file };
            let campaign = Some(campaign).filter(|_| !(is_base && self.may_be_left_out));
            let command = again(self.argument, campaign, &lacking);
            let lacking = if is_base { Lacking::Scenario(own_shown) } else { Lacking::Variations(lacking) };
            let problem = Saved::Misread(Box::new(Misread { plan, file, lacking, command })).into();
            return Err(Box::new(Diagnostic { problem, place: None, related: Vec::new() }));
        }
        // A campaign that was moved along with its plan, or copied, is the same.
        let is_moved = !own.is_file() && own.file_name() == self.file.file_name();
        let is_same = is_own || is_moved || self.digest == self.provenance.digest;
        Ok((!is_same).then_some(Verdict::OtherFile { plan, own: own_shown, file }))
    }

    /// Says so.
    ///
    /// # Errors
    /// How the run ends where the two are not to be read together.
    pub fn tell(self, terminal: Terminal, language: Language) -> Result<(), Ending> {
        match self.check() {
            Ok(note) => note.iter().for_each(|note| terminal.note(language, note)),
            Err(problem) => {
                tell(self.sources, &[*problem], terminal, language);
                return Err(Ending::Refused);
            }
        }
        Ok(())
    }

    /// The variations that the plan was made with and that are not given here.
    fn lacking(self) -> Vec<String> {
        let here = self.variations.said();
        let written = still_to_do(self.file, &self.provenance.variations);
        written.into_iter().filter(|option| !here.contains(option)).collect()
    }

    /// Whether the campaign would be another with these variations too; they may long be written down in it.
    fn matters(self, lacking: &[String]) -> bool {
        let here = self.variations.said();
        if lacking.is_empty() {
            return false;
        }
        let (without, with) = (digest(self.file, &here), digest(self.file, &[lacking, &here].concat()));
        with.is_some() && without != with
    }
}

/// The variations with which a plan was made that its campaign needs again: whoever or whatever was left out and has left
/// the file since is gone already.
pub fn still_to_do(file: &Path, written: &[String]) -> Vec<String> {
    let removes_nothing = |option: &String| {
        let mut sources = Sources::default();
        let changes = Variations::written(std::slice::from_ref(option)).changes(&mut sources);
        let Ok(file) = sources.open(file) else { return false };
        let read = campaign::read_varied(&mut sources, file, &changes);
        let diagnostics = read.map_or_else(|diagnostics| diagnostics, |campaign| campaign.diagnostics);
        diagnostics.iter().any(|one| matches!(one.problem, Problem::Overlay(Overlay::NothingToRemove { .. })))
    };
    let is_left = |option: &&String| !(option.starts_with("--without ") && removes_nothing(option));
    written.iter().filter(is_left).cloned().collect()
}

/// What decides about plans in a campaign with these variations; `None` where they cannot be laid over it.
fn digest(file: &Path, variations: &[String]) -> Option<String> {
    let mut sources = Sources::default();
    let changes = Variations::written(variations).changes(&mut sources);
    let file = sources.open(file).ok()?;
    let campaign = campaign::read_varied(&mut sources, file, &changes).ok()?;
    (!campaign.diagnostics.iter().any(Diagnostic::is_error)).then_some(campaign.digest)
}

/// Where the plan says that its campaign lies, seen from the plan's own folder.
pub fn own_campaign(plan: &Path, provenance: &Provenance) -> PathBuf {
    shorter(beside(plan, &provenance.file))
}

/// A file's path without folders that it leaves again.
pub fn shorter(file: PathBuf) -> PathBuf {
    // Where a folder is a link, the shorter way may lead elsewhere.
    Some(shortened(&file)).filter(|short| short.is_file()).unwrap_or(file)
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

/// Whether a campaign is a scenario over `base`, or over one that is.
fn extends(campaign: &Path, base: &Path) -> bool {
    let mut sources = Sources::default();
    if let Ok(file) = sources.open(campaign) {
        let _ = campaign::read(&mut sources, file);
    }
    sources.paths().skip(1).any(|path| same(path, base))
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
