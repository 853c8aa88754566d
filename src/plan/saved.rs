//! A saved plan as it stands in its file: words with places, nothing resolved yet.
//!
//! In: the nodes of a JSON file (JSON is YAML). Out: [`Saved`], or every problem at once. What follows from the
//! campaign (`wish`, `metres`) is not read, so that people who move a placement need not mend it.

use crate::{
    diagnostic::{Diagnostic, saved::Saved as Problem},
    document::{self, Node},
    domain::{Domain, places::PostIx},
    experience::level::Level,
    lp::LevelResult,
    plan::{
        Mends, Provenance,
        fields::{Fields, Walk, Word},
        history::{self, History},
        json::VERSION,
        level,
        outline::{Meeting, Outline, Pair, Visit},
        reason::{self, SavedReason},
        thursday::saved::KEYS,
    },
    source::{FileId, Place, Sources},
};
use chrono::NaiveDate;
use std::path::Path;

/// A plan as written.
#[derive(Debug, Clone)]
pub struct Saved {
    /// The solver behind it.
    pub backend: String,
    /// The campaign that it says it belongs to.
    pub campaign: Provenance,
    /// The plan that it says it mends.
    pub mends: Option<Mends>,
    /// What it says of the plans before it; `None` where it was written before plans said so.
    pub history: Option<History>,
    /// The levels that it says were reached.
    pub levels: Vec<LevelResult<Level>>,
    /// The Thursday Action, if there is one: read by rooms of its own.
    pub thursday_action: Option<Node>,
    pub(super) placements: Vec<SavedPlacement>,
    pub(super) unplaced: Vec<SavedUnplaced>,
    pub(super) shortages: Vec<SavedShortage>,
    pub(super) unfulfilled: Vec<SavedUnfulfilled>,
}

/// One placement as written.
#[derive(Debug, Clone)]
pub(super) struct SavedPlacement {
    pub(super) ambassador: Word,
    pub(super) post: Word,
    pub(super) date: NaiveDate,
    /// Where the whole entry stands.
    pub(super) place: Place,
}

/// One ambassador without a session as written.
#[derive(Debug, Clone)]
pub(super) struct SavedUnplaced {
    pub(super) ambassador: Word,
    pub(super) reason: SavedReason,
}

/// One unmet need as written.
#[derive(Debug, Clone)]
pub(super) struct SavedShortage {
    pub(super) post: Word,
    pub(super) need: u32,
    pub(super) placed: u32,
    pub(super) reason: SavedReason,
}

/// One wish that did not come true as written.
#[derive(Debug, Clone)]
pub(super) struct SavedUnfulfilled {
    pub(super) ambassador: Word,
    pub(super) post: Word,
    pub(super) reason: SavedReason,
}

impl Saved {
    /// What the plan knows of the plans before it; where it does not say, what a plan of this campaign would say
    /// that names these posts.
    pub fn history(&self, domain: &Domain, posts: impl Iterator<Item = PostIx>) -> History {
        let unsaid = || {
            let revision = u32::from(self.mends.is_some());
            History { revision, first: self.first(), ..History::first(domain, posts) }
        };
        self.history.clone().unwrap_or_else(unsaid)
    }

    /// The name of the file of the first plan in the chain, where this one mends another.
    pub fn first(&self) -> Option<String> {
        let said = self.history.as_ref().and_then(|history| history.first.clone());
        said.or_else(|| self.mends.as_ref().map(|mends| history::file_name(&mends.file).to_owned()))
    }
}

/// Opens a plan's file: the one place where that is done, and where what is no tree is refused.
///
/// # Errors
/// Why it cannot be opened, or every fault of its text.
pub fn open(sources: &mut Sources, path: &Path) -> Result<(FileId, Node), Vec<Diagnostic>> {
    let file =
        sources.open(path).map_err(|fault| vec![Diagnostic::unread(path.display().to_string(), fault)])?;
    let (root, mut diagnostics) = document::reading::read(sources, file);
    diagnostics.retain(Diagnostic::is_error);
    root.filter(|_| diagnostics.is_empty()).map(|root| (file, root)).ok_or(diagnostics)
}

/// Reads a plan from the nodes of its file.
///
/// # Errors
/// Every problem of the file, in the order in which it stands there as far as possible.
pub fn read(root: &Node) -> Result<Saved, Vec<Diagnostic>> {
    let mut walk = Walk::default();
    match plan(&mut walk, root) {
        Some(saved) if walk.diagnostics.is_empty() => Ok(saved),
        _ => Err(walk.diagnostics),
    }
}

/// Reads a plan, and what it says in ids, without its campaign.
///
/// # Errors
/// Every problem of the file.
pub fn outlined(root: &Node) -> Result<(Saved, Outline), Vec<Diagnostic>> {
    let saved = read(root)?;
    let mut walk = Walk::default();
    let visits = saved.placements.iter().map(|placement| Visit {
        ambassador: placement.ambassador.text.clone(),
        date: placement.date,
        post: placement.post.text.clone(),
    });
    let mut outline = Outline { visits: visits.collect(), ..Outline::default() };
    let action = saved.thursday_action.as_ref();
    if let Some(fields) = action.and_then(|node| walk.fields(node, "thursday_action", &KEYS)) {
        let pairings = walk.list(fields, "pairings");
        outline.pairings = pairings.iter().filter_map(|node| pairing(&mut walk, node)).collect();
        let events = walk.list(fields, "events");
        outline.events = events.iter().filter_map(|node| event(&mut walk, node)).collect();
    }
    if walk.diagnostics.is_empty() { Ok((saved, outline.sorted())) } else { Err(walk.diagnostics) }
}

fn plan(walk: &mut Walk, root: &Node) -> Option<Saved> {
    if is_campaign(root) {
        walk.report(root.place, Problem::IsCampaign);
        return None;
    }
    let keys =
        ["version", "tool", "backend", "campaign", "mends", "experience", "thursday_action", "history"];
    let root = walk.fields(root, "plan", &keys)?;
    let version = walk.word(root, "version")?;
    if version.text != VERSION.to_string() {
        walk.report(version.place, Problem::OtherVersion { found: version.text, known: VERSION });
        return None;
    }
    let backend = walk.word(root, "backend");
    let campaign = provenance(walk, root);
    let mends = root.optional("mends").and_then(|node| mends(walk, node));
    let history = root.optional("history").and_then(|node| history::saved::read(walk, node));
    let experience = walk.required(root, "experience")?;
    let keys = ["levels", "placements", "unplaced", "shortages", "unfulfilled"];
    let experience = walk.fields(experience, "experience", &keys)?;
    walk.required(experience, "placements");
    let levels = walk.list(experience, "levels").iter();
    let levels = levels.filter_map(|node| level::read(walk, node, Level::from_id)).collect();
    let placements =
        walk.list(experience, "placements").iter().filter_map(|node| placement(walk, node)).collect();
    let unplaced = walk.list(experience, "unplaced").iter().filter_map(|node| unplaced(walk, node)).collect();
    let shortages =
        walk.list(experience, "shortages").iter().filter_map(|node| shortage(walk, node)).collect();
    let unfulfilled =
        walk.list(experience, "unfulfilled").iter().filter_map(|node| unfulfilled(walk, node)).collect();
    let thursday_action = root.optional("thursday_action").cloned();
    Some(Saved {
        backend: backend?.text,
        campaign: campaign?,
        mends,
        history,
        levels,
        thursday_action,
        placements,
        unplaced,
        shortages,
        unfulfilled,
    })
}

/// Whether a text has what campaigns have, and plans have not.
fn is_campaign(root: &Node) -> bool {
    let has = |key: &str| root.entry(key).is_some();
    !has("version") && ["extends", "units", "posts", "ambassadors"].into_iter().any(has)
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
    let fields = walk.fields(node, "mends", &["file", "digest", "keep_until", "touch_least"])?;
    let (file, digest) = (walk.word(fields, "file"), walk.word(fields, "digest"));
    let keep_until = fields.optional("keep_until").and_then(|_| walk.date(fields, "keep_until"));
    let touch_least = fields.optional("touch_least").is_some()
        && walk.choice(fields, "touch_least", &["false", "true"]) == Some(1);
    Some(Mends { file: file?.text, digest: digest?.text, keep_until, touch_least })
}

fn placement(walk: &mut Walk, node: &Node) -> Option<SavedPlacement> {
    let fields = walk.fields(node, "placements", &["ambassador", "post", "date", "wish", "metres"])?;
    let (ambassador, post) = (walk.word(fields, "ambassador"), walk.word(fields, "post"));
    let date = walk.date(fields, "date");
    Some(SavedPlacement { ambassador: ambassador?, post: post?, date: date?, place: node.place })
}

fn unplaced(walk: &mut Walk, node: &Node) -> Option<SavedUnplaced> {
    let fields = walk.fields(node, "unplaced", &["ambassador", "reason"])?;
    let (ambassador, reason) = (walk.word(fields, "ambassador"), reason::read(walk, fields));
    Some(SavedUnplaced { ambassador: ambassador?, reason: reason? })
}

fn shortage(walk: &mut Walk, node: &Node) -> Option<SavedShortage> {
    let fields = walk.fields(node, "shortages", &["post", "need", "placed", "reason"])?;
    let post = walk.word(fields, "post");
    let (need, placed) = (walk.number(fields, "need"), walk.number(fields, "placed"));
    let reason = reason::read(walk, fields);
    Some(SavedShortage { post: post?, need: need?, placed: placed?, reason: reason? })
}

fn unfulfilled(walk: &mut Walk, node: &Node) -> Option<SavedUnfulfilled> {
    let fields = walk.fields(node, "unfulfilled", &["ambassador", "post", "reason"])?;
    let (ambassador, post) = (walk.word(fields, "ambassador"), walk.word(fields, "post"));
    let reason = reason::read(walk, fields);
    Some(SavedUnfulfilled { ambassador: ambassador?, post: post?, reason: reason? })
}

fn pairing(walk: &mut Walk, node: &Node) -> Option<Pair> {
    let fields = walk.fields(node, "pairings", &["unit", "neighbourhood", "metres", "next_nearest"])?;
    let (unit, neighbourhood) = (walk.word(fields, "unit"), walk.word(fields, "neighbourhood"));
    Some(Pair { unit: unit?.text, neighbourhood: neighbourhood?.text })
}

fn event(walk: &mut Walk, node: &Node) -> Option<Meeting> {
    let fields = walk.fields(node, "events", &["date", "unit", "neighbourhood", "theme"])?;
    let (date, theme) = (walk.date(fields, "date"), walk.word(fields, "theme"));
    let (unit, neighbourhood) = (walk.word(fields, "unit"), walk.word(fields, "neighbourhood"));
    let pair = Pair { unit: unit?.text, neighbourhood: neighbourhood?.text };
    Some(Meeting { date: date?, pair, theme: theme?.text })
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
            .unwrap()
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
            .unwrap()
            .replace("\"revision\": 0", "\"revision\": -1")
            .replace(
                "\"post\": \"p1\", \"unit\": \"u0\", \"hours\": \"09:00-17:00\"",
                "\"post\": \"p1\", \"hours\": \"17:00-09:00\"",
            )
            .replace("\"posts\": [", &format!("\"placements\": [{moved}], \"visits\": [], \"posts\": ["));
        let codes: Vec<&str> = problems(&edited).iter().map(|(code, _)| *code).collect();
        assert_eq!(
            codes,
            ["unknown-key", "bad-number", "missing-field", "bad-hours", "bad-date", "bad-number"]
        );
        for hours in ["1093:00-17:00", "09:00-65535:59", "24:01-25:00", "09:60-17:00"] {
            let edited = text(&domain, &plan)
                .unwrap()
                .replace("\"hours\": \"09:00-17:00\"", &format!("\"hours\": \"{hours}\""));
            assert!(problems(&edited).iter().all(|(code, _)| *code == "bad-hours"), "{hours}");
            assert!(!problems(&edited).is_empty(), "{hours}");
        }
    }

    #[test]
    fn reads_a_plan_without_what_follows_from_its_campaign() {
        let (domain, plan) = campaign_and_plan();
        let bare = text(&domain, &plan).unwrap().replace(", \"wish\": null, \"metres\": null", "");
        assert_eq!(problems(&bare), vec![]);
    }

    #[test]
    fn says_that_a_plan_of_another_version_is_not_read() {
        let (domain, plan) = campaign_and_plan();
        let newer = text(&domain, &plan).unwrap().replace("\"version\": 1", "\"version\": 2");
        assert_eq!(problems(&newer), vec![("other-version", "2".to_owned())]);
        assert_eq!(problems("[]"), vec![("wrong-type", "[]".to_owned())]);
    }
}
