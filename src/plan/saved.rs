//! A saved plan as it stands in its file: words with places, nothing looked up yet.
//!
//! In: a file of JSON (JSON is YAML). Out: [`SavedPlan`], or every problem at once.

use crate::{
    diagnostic::{Diagnostic, saved::Saved as Problem},
    document::{self, FileKind, Node},
    domain::{Domain, places::PostIx},
    plan::{
        Mends, Only, Provenance,
        experience::SavedExperience,
        fields::{Fields, TRUTH, Walk},
        history::{self, History, Mended},
        json::VERSION,
        lookup::SavedEntry,
        naming::{self, Renamed},
        outline::Outline,
        thursday::SavedAction,
    },
    planning::earlier::RepairTerms,
    source::{FileId, Place, Sources, file_name, hexadecimal},
};
use sha2::{Digest, Sha256};
use std::path::Path;

/// A plan as written.
#[derive(Debug, Clone)]
pub struct SavedPlan {
    /// The solver behind it.
    pub backend: String,
    /// The campaign that it says it belongs to.
    pub campaign: Provenance,
    /// The plan that it says it mends.
    pub mends: Option<Mends>,
    /// What it says of the plans before it; `None` where it was written before plans said so.
    pub history: Option<History>,
    /// Whoever and whatever was called by its name in it and has an id by now.
    pub renamed: Vec<Renamed>,
    /// The experience.
    pub experience: SavedExperience,
    /// The Thursday Action, if there is one.
    pub thursday_action: Option<SavedAction>,
}

/// A plan's file.
#[derive(Debug, Clone)]
pub struct PlanFile {
    /// The plan.
    pub saved: SavedPlan,
    /// The nodes in which it stands.
    pub root: Node,
    /// `sha256:` and the digest of its text.
    pub digest: String,
}

impl PlanFile {
    /// The same in the ids of a campaign, wherever a name stands that one of its entries alone bears.
    #[must_use]
    pub fn in_ids(mut self, domain: &Domain) -> Self {
        let renamed = naming::put_into_ids(&mut self.root, domain);
        if !renamed.is_empty()
            && let Ok(saved) = read(&self.root)
        {
            self.saved = SavedPlan { renamed, ..saved };
        }
        self
    }

    /// The same in the ids of its own campaign, which has this digest now. Where another was its campaign, names were ids
    /// when it was made; in the very campaign somebody has written them into the plan.
    #[must_use]
    pub fn in_ids_of_now(self, domain: &Domain, digest: &str) -> Self {
        let is_edited = self.saved.campaign.digest == digest;
        let mut file = self.in_ids(domain);
        if is_edited {
            file.saved.renamed.clear();
        }
        file
    }
}

impl SavedPlan {
    /// What the plan says in ids.
    ///
    /// # Errors
    /// Every fault in the form of the pairings and events of the Thursday Action.
    pub fn outline(&self) -> Result<Outline, Vec<Diagnostic>> {
        let action = self.thursday_action.as_ref();
        let faults: Vec<Diagnostic> = action.iter().flat_map(|action| action.faults.clone()).collect();
        if !faults.is_empty() {
            return Err(faults);
        }
        let outline = Outline {
            visits: ids(&self.experience.placements),
            pairings: action.map(|action| ids(&action.pairings)).unwrap_or_default(),
            events: action.map(|action| ids(&action.events)).unwrap_or_default(),
        };
        Ok(outline.sorted())
    }

    /// Leaves out why it does not have what it does not have.
    pub fn forget_claims(&mut self) {
        self.experience.claims = None;
        self.thursday_action.iter_mut().for_each(|action| action.claims = None);
    }

    /// What the plan knows of the plans before it; where it does not say, what a plan of this campaign would say
    /// that names these posts.
    pub fn history(&self, domain: &Domain, posts: impl Iterator<Item = PostIx>) -> History {
        let unsaid = || {
            let revision = u32::from(self.mends.is_some());
            History { revision, first: self.first(), ..History::first(domain, posts) }
        };
        let mut history = self.history.clone().unwrap_or_else(unsaid);
        if history.mended.is_empty() {
            history.mended.extend(self.mends.as_ref().map(Mended::of));
        }
        history.rename(&self.renamed);
        history
    }

    /// The name of the file of the first plan in the chain, where this one mends another.
    pub fn first(&self) -> Option<String> {
        let said = self.history.as_ref().and_then(|history| history.first.clone());
        said.or_else(|| self.mends.as_ref().map(|mends| file_name(&mends.file).to_owned()))
    }
}

fn ids<E: SavedEntry>(entries: &[E]) -> Vec<E::Ids> {
    entries.iter().filter_map(E::ids).collect()
}

/// Opens a plan's file.
///
/// # Errors
/// Why it cannot be opened, or every fault of its text.
pub fn open(sources: &mut Sources, path: &Path) -> Result<PlanFile, Vec<Diagnostic>> {
    let file =
        sources.open(path).map_err(|fault| vec![Diagnostic::unread(path.display().to_string(), fault)])?;
    if sources.grid(file).is_some() {
        let beginning = Place { file, start: 0, end: 0 };
        return Err(vec![Diagnostic::at(beginning, Problem::IsCampaign.into())]);
    }
    let (root, diagnostics) = document::reading::read(sources, file);
    plan_file(sources, file, root, diagnostics)
}

/// Opens a file that may be a plan; `None` where there is no file, or one that is no plan.
///
/// # Errors
/// Every problem of a file that is a plan, or that cannot be understood at all.
pub fn open_any(sources: &mut Sources, path: &Path) -> Result<Option<PlanFile>, Vec<Diagnostic>> {
    let Ok(file) = sources.open(path) else { return Ok(None) };
    if sources.grid(file).is_some() {
        return Ok(None);
    }
    match document::reading::read(sources, file) {
        (None, diagnostics) => Err(diagnostics),
        (Some(root), _) if root.file_kind() != FileKind::Plan => Ok(None),
        (root, diagnostics) => plan_file(sources, file, root, diagnostics).map(Some),
    }
}

fn plan_file(
    sources: &Sources,
    file: FileId,
    root: Option<Node>,
    mut diagnostics: Vec<Diagnostic>,
) -> Result<PlanFile, Vec<Diagnostic>> {
    diagnostics.retain(Diagnostic::is_error);
    let root = root.filter(|_| diagnostics.is_empty()).ok_or(diagnostics)?;
    Ok(PlanFile { saved: read(&root)?, digest: digest(sources.text(file)), root })
}

/// Reads a plan from the nodes of its file.
///
/// # Errors
/// Every problem of the file, in the order in which it stands there as far as possible.
pub fn read(root: &Node) -> Result<SavedPlan, Vec<Diagnostic>> {
    let mut walk = Walk::default();
    match plan(&mut walk, root) {
        Some(saved) if walk.diagnostics.is_empty() => Ok(saved),
        _ => Err(walk.diagnostics),
    }
}

/// `sha256:` and the digest of a text.
fn digest(text: &str) -> String {
    format!("sha256:{}", hexadecimal(&Sha256::digest(text.as_bytes())))
}

fn plan(walk: &mut Walk, root: &Node) -> Option<SavedPlan> {
    if root.file_kind() == FileKind::Campaign {
        walk.report(root.place, Problem::IsCampaign);
        return None;
    }
    let keys =
        ["version", "tool", "backend", "campaign", "mends", "experience", "thursday_action", "history"];
    let root = walk.fields(root, "plan", &keys)?;
    let version = walk.word(root, "version")?;
    if !(1..=VERSION).any(|known| version.text == known.to_string()) {
        walk.report(version.place, Problem::OtherVersion { found: version.text, known: VERSION });
        return None;
    }
    let backend = walk.word(root, "backend");
    let campaign = provenance(walk, root);
    let mends = root.optional("mends").and_then(|node| mends(walk, node));
    let history = root.optional("history").and_then(|node| history::json::read(walk, node));
    let experience = walk.required(root, "experience")?;
    let experience = SavedExperience::read(walk, experience)?;
    let thursday_action = root.optional("thursday_action").map(SavedAction::read);
    Some(SavedPlan {
        backend: backend?.text,
        campaign: campaign?,
        mends,
        history,
        renamed: Vec::new(),
        experience,
        thursday_action,
    })
}

fn provenance(walk: &mut Walk, root: Fields<'_>) -> Option<Provenance> {
    let node = walk.required(root, "campaign")?;
    let fields = walk.fields(node, "campaign", &["name", "file", "digest", "variations"])?;
    let (name, file, digest) =
        (walk.word(fields, "name"), walk.word(fields, "file"), walk.word(fields, "digest"));
    let variations = walk.words(fields, "variations");
    Some(Provenance { name: name?.text, file: file?.text, digest: digest?.text, variations })
}

fn mends(walk: &mut Walk, node: &Node) -> Option<Mends> {
    let fields = walk.fields(
        node,
        "mends",
        &["file", "digest", "keep_until", "touch_least", "begun_by", "only", "late", "displaced", "waiting"],
    )?;
    let (file, digest) = (walk.word(fields, "file"), walk.word(fields, "digest"));
    let keep_until = fields.optional("keep_until").and_then(|_| walk.date(fields, "keep_until"));
    let touch_least =
        fields.optional("touch_least").is_some() && walk.choice(fields, "touch_least", &TRUTH) == Some(true);
    let begun_by = fields.optional("begun_by").and_then(|_| walk.minute(fields, "begun_by"));
    let terms = RepairTerms { keep_until, begun_by, touch_least };
    let [people, late, displaced] = ["only", "late", "displaced"].map(|key| walk.words(fields, key));
    let only = fields.optional("only").map(|_| Only { people, late, displaced });
    let waiting = walk.words(fields, "waiting");
    Some(Mends { file: file?.text, digest: digest?.text, terms, only, waiting })
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::{
        document,
        plan::{json::text, sample::campaign_and_plan},
        source::Sources,
    };

    /// The code and the words of each problem.
    fn problems(text: &str) -> Vec<(&'static str, String)> {
        let mut sources = Sources::default();
        let file = sources.add("plan.json", text);
        let (root, faults) = document::reading::read(&sources, file);
        assert_eq!(faults, vec![]);
        let problems = read(&root.unwrap()).err().unwrap_or_default();
        let words = |place| sources.slice(place).to_owned();
        problems.iter().map(|one| (one.problem.code(), one.place.map_or(String::new(), words))).collect()
    }

    #[test]
    fn reports_every_fault_of_an_edited_plan_at_once() {
        let (domain, plan) = campaign_and_plan();
        let edited = text(&domain, &plan)
            .replace("\"backend\"", "\"backand\"")
            .replace("2018-10-24", "24 October")
            .replace("\"value\": 1", "\"value\": one")
            .replace("\"qualified\"", "\"qualifyed\"")
            .replace("\"outweighed\"", "\"outwieghed\"")
            .replace("{\"ambassador\": \"a0\", \"post\": \"p0\",", "{\"post\": [],");
        let found = problems(&edited);
        let codes: Vec<&str> = found.iter().map(|(code, _)| *code).collect();
        assert_eq!(
            codes,
            [
                "unknown-key",
                "missing-field",
                "bad-number",
                "missing-field",
                "wrong-type",
                "bad-date",
                "bad-choice",
                "bad-choice"
            ]
        );
        assert_eq!(found[5].1, "\"24 October\"");
    }

    #[test]
    fn reports_every_fault_of_an_edited_history() {
        let (domain, plan) = campaign_and_plan();
        let moved = r#"{"ambassador": "a0", "number": 1, "post": "p0", "date": "+99999-01-01", "since": 0, "until": one}"#;
        let edited = text(&domain, &plan)
            .replace("\"revision\": 0", "\"revision\": -1")
            .replace(
                "\"post\": \"p1\", \"unit\": \"u0\", \"hours\": \"09:00-17:00\"",
                "\"post\": \"p1\", \"hours\": \"17:00-17:00\"",
            )
            .replace("\"posts\": [", &format!("\"placements\": [{moved}], \"visits\": [], \"posts\": ["));
        let codes: Vec<&str> = problems(&edited).iter().map(|(code, _)| *code).collect();
        assert_eq!(
            codes,
            ["unknown-key", "bad-number", "missing-field", "bad-hours", "bad-date", "bad-number"]
        );
        for hours in ["1093:00-17:00", "09:00-65535:59", "24:01-25:00", "09:60-17:00"] {
            let edited = text(&domain, &plan)
                .replace("\"hours\": \"09:00-17:00\"", &format!("\"hours\": \"{hours}\""));
            assert!(problems(&edited).iter().all(|(code, _)| *code == "bad-hours"), "{hours}");
            assert!(!problems(&edited).is_empty(), "{hours}");
        }
    }

    #[test]
    fn reads_a_plan_without_what_follows_from_its_campaign() {
        let (domain, plan) = campaign_and_plan();
        let bare = text(&domain, &plan).replace(", \"wish\": null, \"metres\": null", "");
        assert_eq!(problems(&bare), vec![]);
    }

    #[test]
    fn says_that_a_plan_of_another_version_is_not_read() {
        let (domain, plan) = campaign_and_plan();
        let newer = text(&domain, &plan).replace("\"version\": 2", "\"version\": 3");
        assert_eq!(problems(&newer), vec![("other-version", "3".to_owned())]);
        let older = text(&domain, &plan).replace("\"version\": 2", "\"version\": 1");
        assert_eq!(problems(&older), vec![]);
        assert_eq!(problems("[]"), vec![("wrong-type", "[]".to_owned())]);
    }
}
