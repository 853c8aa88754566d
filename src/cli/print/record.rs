//! What a folder knows of its prints: of which plan its files are, and what people were told last.
//!
//! In: the file that a print leaves in its folder, and the next print. Out: [`Record`]; one that is missing is empty. It holds
//! dates and what people and files are known by, no names and no numbers ([`Marks`]), and in the folder of one unit
//! nothing of others.

mod chain;

use crate::{
    cli::{
        folder::place,
        print::marks::{Marks, file_mark, marked},
    },
    diagnostic::reference::Kind,
    domain::Domain,
    plan::{Plan, outline::Outline},
    render::{
        edition::{Former, renewal::Renewal},
        file::PrintedFile,
        wording::Phrase,
    },
    source::hexadecimal,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::Path,
};

/// What the file is called.
pub const FILE: &str = ".chuxin-printed";

/// The version that is written and read.
const VERSION: u32 = 2;

/// The version alone, which every record has.
#[derive(Debug, Deserialize)]
struct Version {
    version: u32,
}

/// What a folder knows of its prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    version: u32,
    /// The plan of each campaign that was printed last.
    plans: Vec<PrintedPlan>,
    /// What whoever is told of changes was told last.
    told: Vec<Told>,
    files: Vec<KnownFile>,
    /// Whether it stands for one that cannot be understood.
    #[serde(skip)]
    is_damaged: bool,
}

/// Why nobody can tell what a folder knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// A later version of this program has printed into it.
    Newer,
    /// The system does not let the record be read; its words.
    Kept(String),
}

/// A plan that was printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintedPlan {
    /// The key of its campaign.
    pub key: String,
    /// Where its file lies, seen from the folder.
    pub file: String,
    /// `sha256:` and the digest of its text.
    pub digest: String,
    /// How many plans stand before it in its chain of mends.
    pub revision: u32,
    /// The digests of those plans, as far as it knows them.
    pub mended: Vec<String>,
    /// The digest of its campaign with all that is printed.
    pub words: String,
    /// The least SEQUENCE of its calendars.
    pub sequence: u32,
    /// The digests of the plans of its campaign that were printed into the folder before it; `None` where a version of this program
    /// has printed them that did not write that down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier: Option<BTreeSet<String>>,
}

/// What somebody was told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Told {
    /// The mark of the unit for which alone it was printed.
    unit: Option<String>,
    /// Of which plan.
    plan: PrintedPlan,
    /// What it had of concern to whom it was printed for, in marks; left out where names were hidden.
    outline: Option<Outline>,
    /// What it was compared with, where that is not what it mends.
    former: Option<Former>,
    /// What they knew of where they go: marks of facts, and of what these were.
    #[serde(default)]
    known: BTreeMap<String, String>,
    /// The marks of those facts that prints of this plan have told as otherwise than before.
    #[serde(default)]
    renewed: BTreeSet<String>,
}

/// A file of a print.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownFile {
    /// Its path in the folder, with `/` between its parts; in the record with a mark for its name.
    pub path: String,
    /// `sha256:` and the digest of what was written.
    pub digest: String,
    /// The key of the campaign.
    pub key: String,
    /// The digests of the plan and of the campaign's words.
    pub state: [String; 2],
    /// Which copy: its language, and what else tells it from others.
    pub copy: String,
}

/// A print that comes into the folder.
#[derive(Debug, Clone, Copy)]
pub struct NewPrint<'a> {
    /// The plan.
    pub plan: &'a PrintedPlan,
    /// Which copy.
    pub copy: &'a str,
    /// Its files.
    pub files: &'a [PrintedFile],
    /// Whom it tells of changes, if it does.
    pub news: Option<News<'a>>,
}

/// What is told by a print.
#[derive(Debug, Clone, Copy)]
pub struct News<'a> {
    /// Its readers.
    pub readers: Readers<'a>,
    /// What the plan has; nothing where names are hidden.
    pub outline: Option<&'a Outline>,
    /// What it is compared with, where that is not what it mends.
    pub former: Option<&'a Former>,
    /// What readers know of where they go; nothing where names are hidden.
    pub known: &'a [Renewal],
    /// What of it is otherwise than before.
    pub renewed: &'a [Renewal],
}

/// For whom a print is, and what the record calls everybody.
#[derive(Debug, Clone, Copy)]
pub struct Readers<'a> {
    /// The campaign.
    pub domain: &'a Domain,
    /// The id of the unit for which alone it is printed.
    pub unit: Option<&'a str>,
    /// The marks.
    pub marks: &'a Marks,
}

impl Readers<'_> {
    fn unit(self) -> Option<String> {
        self.unit.map(|unit| self.marks.mark(Kind::Unit, unit))
    }

    /// What the record holds for them.
    fn written(self, outline: Outline) -> Outline {
        let theirs = match self.unit {
            Some(unit) => outline.split(self.domain, unit).0,
            None => outline,
        };
        self.marks.written(theirs)
    }

    /// What they were told, in ids; of whatever else concerns others only, nothing has changed.
    fn read(self, told: &Told, plan: &Plan, now: &Outline) -> Option<Outline> {
        let known = plan.history.in_ids(self.marks.read(told.outline.clone()?));
        Some(match self.unit.filter(|_| told.unit.is_some()) {
            Some(unit) => known.and(now.clone().split(self.domain, unit).1),
            None => known,
        })
    }
}

impl Default for Record {
    fn default() -> Self {
        Self { version: VERSION, plans: vec![], told: vec![], files: vec![], is_damaged: false }
    }
}

impl PrintedPlan {
    /// The digests that tell whether a file says what it would say of this plan now.
    pub fn state(&self) -> [String; 2] {
        [self.digest.clone(), self.words.clone()]
    }

    /// Whether it is this plan or one before it in its chain.
    pub fn is_before(&self, other: &Self) -> bool {
        self.digest == other.digest || other.mended.contains(&self.digest)
    }
}

impl Record {
    /// Reads what a folder knows; nothing where it knows nothing or its record is damaged.
    ///
    /// # Errors
    /// Why it cannot be told what it knows.
    pub fn read(folder: &Path) -> Result<Self, Unreadable> {
        let text = match fs::read(folder.join(FILE)) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(Unreadable::Kept(error.to_string())),
        };
        let version = serde_json::from_slice(&text).map(|Version { version }| version);
        if version.is_ok_and(|version| version > VERSION) {
            return Err(Unreadable::Newer);
        }
        let record: Option<Self> = serde_json::from_slice(&text).ok();
        let record = record.filter(|record| record.version == VERSION);
        Ok(record.map_or(Self { is_damaged: true, ..Self::default() }, |record| record.with_paths(folder)))
    }

    /// Whether there is a record that cannot be understood.
    pub fn is_damaged(&self) -> bool {
        self.is_damaged
    }

    /// With the files that are still there, by their paths.
    fn with_paths(mut self, folder: &Path) -> Self {
        let keys: BTreeSet<&str> = self.files.iter().map(|known| known.key.as_str()).collect();
        let inner = |known: &KnownFile| known.path.rsplit_once('/').map_or("", |(inner, _)| inner).to_owned();
        let folders: BTreeSet<String> = self.files.iter().map(inner).collect();
        let mut paths = BTreeMap::new();
        for inner in folders {
            let entries = fs::read_dir(place(folder, &inner)).into_iter().flatten().flatten();
            for name in entries.filter_map(|entry| entry.file_name().into_string().ok()) {
                let path = if inner.is_empty() { name } else { format!("{inner}/{name}") };
                paths.extend(keys.iter().map(|key| (file_mark(key, &path), path.clone())));
            }
        }
        self.files.retain_mut(|known| {
            let path = paths.remove(&known.path);
            path.map(|path| known.path = path).is_some()
        });
        self
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The files that earlier prints wrote, whatever has become of them.
    pub fn files(&self) -> &[KnownFile] {
        &self.files
    }

    /// The file of an earlier print at this path, where it still is as it was written.
    pub fn written(&self, path: &str, bytes: &[u8]) -> Option<&KnownFile> {
        let mut known = self.files.iter().filter(|known| known.path == path);
        known.find(|known| known.digest == digest(bytes))
    }

    /// What readers of a plan were told last, where they were told something else than what it mends.
    pub fn former(
        &self,
        plan: &Plan,
        printed: &PrintedPlan,
        now: &Outline,
        readers: Readers<'_>,
    ) -> Option<Former> {
        plan.mends.as_ref()?;
        let told = self.told(printed, readers)?;
        if told.plan.digest == printed.digest {
            let former = told.former.clone()?;
            let outline = plan.history.in_ids(readers.marks.read(former.outline));
            return Some(Former { outline, ..former });
        }
        let revision = told.plan.revision;
        let is_before = printed.mended.contains(&told.plan.digest);
        let replayed = || is_before.then(|| plan.history.at(revision, now));
        let outline = replayed().or_else(|| readers.read(told, plan, now))?;
        let is_mended = printed.mended.last() == Some(&told.plan.digest);
        let name = told.plan.file.rsplit('/').next().unwrap_or_default().to_owned();
        (!is_mended).then_some(Former { plan: name, revision, outline })
    }

    /// What these readers were told last.
    fn told(&self, printed: &PrintedPlan, readers: Readers<'_>) -> Option<&Told> {
        let unit = readers.unit();
        let of_plan = self.told.iter().filter(|told| told.plan.key == printed.key);
        let fits = of_plan.filter(|told| told.unit.is_none() || told.unit == unit);
        fits.max_by_key(|told| (told.plan.revision, told.unit.is_some()))
    }

    /// The plan that readers were told of last.
    pub fn told_of(&self, printed: &PrintedPlan, readers: Readers<'_>) -> Option<&PrintedPlan> {
        self.told(printed, readers).map(|told| &told.plan)
    }

    /// Whether readers were told of this very plan.
    pub fn is_told_again(&self, printed: &PrintedPlan, readers: Readers<'_>) -> bool {
        self.told(printed, readers).is_some_and(|told| told.plan.digest == printed.digest)
    }

    /// What readers know otherwise than when they were told last, where that was of where they go still; and what earlier
    /// prints of this very plan have told them so.
    pub fn renewed(&self, printed: &PrintedPlan, readers: Readers<'_>, known: Vec<Renewal>) -> Vec<Renewal> {
        let Some(told) = self.told(printed, readers) else { return vec![] };
        let is_same_plan = told.plan.digest == printed.digest;
        let renewed = |one: Renewal| {
            let (fact, value) = marks_of(&printed.key, &one);
            let is_new = told.known.get(&fact).is_some_and(|known| *known != value);
            let is_told = !is_new && is_same_plan && told.renewed.contains(&fact);
            (is_new || is_told).then_some(Renewal { is_told, ..one })
        };
        known.into_iter().filter_map(renewed).collect()
    }

    /// What the folder knows once a print has come into it and files have gone, as a file.
    ///
    /// # Errors
    /// None that what it knows gives a reason for.
    pub fn after(
        mut self,
        print: NewPrint<'_>,
        gone: &BTreeSet<&str>,
        folder: &Path,
    ) -> io::Result<PrintedFile> {
        let NewPrint { plan, copy, files, news } = print;
        let earlier = self.digests(&plan.key);
        self.plans.retain(|one| one.key != plan.key);
        self.plans.push(PrintedPlan { earlier, ..plan.clone() });
        if let Some(News { readers, outline, former, known, renewed }) = news {
            let unit = readers.unit();
            let is_theirs = |told: &Told| told.plan.key == plan.key && told.unit == unit;
            let known: BTreeMap<String, String> = known.iter().map(|one| marks_of(&plan.key, one)).collect();
            let renewed = renewed.iter().map(|one| marks_of(&plan.key, one).0);
            // A plan that is printed once more tells nothing new but what somebody is to know of where he or she goes.
            let mut told = self.told.iter_mut();
            if let Some(told) = told.find(|told| is_theirs(told) && told.plan.digest == plan.digest) {
                if outline.is_some() {
                    told.known = known;
                    told.renewed.extend(renewed);
                }
            } else {
                self.told.retain(|told| !is_theirs(told));
                let former = former.cloned().map(|former| {
                    let outline = readers.written(former.outline);
                    Former { outline, ..former }
                });
                let outline = outline.cloned().map(|outline| readers.written(outline));
                let (plan, renewed) = (plan.clone(), renewed.collect());
                self.told.push(Told { unit, plan, outline, former, known, renewed });
            }
        }
        let written: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
        self.files.retain(|known| {
            let is_gone = gone.contains(known.path.as_str()) || written.contains(known.path.as_str());
            !is_gone && place(folder, &known.path).is_file()
        });
        self.files.extend(files.iter().map(|file| KnownFile {
            path: file.path.clone(),
            digest: digest(&file.bytes),
            key: plan.key.clone(),
            state: plan.state(),
            copy: copy.to_owned(),
        }));
        for known in &mut self.files {
            known.path = file_mark(&known.key, &known.path);
        }
        self.files.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(PrintedFile { path: FILE.to_owned(), bytes: serde_json::to_vec_pretty(&self)? })
    }
}

/// The marks of a fact and of what it is.
fn marks_of(key: &str, known: &Renewal) -> (String, String) {
    let Renewal { kind, id, post, fact, value, is_told: _ } = known;
    let words = [kind.id(), id, post.as_deref().unwrap_or_default(), &fact.en()].join("\n");
    (marked(key, &words), marked(key, &format!("{words}\n{value}")))
}

/// `sha256:` and the digest of what a file holds.
pub fn digest(bytes: &[u8]) -> String {
    format!("sha256:{}", hexadecimal(&Sha256::digest(bytes)))
}
