//! Damaged campaigns, scenarios, plans and options, from a fixed seed: whatever comes in, nothing panics, nothing
//! overflows, every problem has its place, and what has no problem can be planned, saved and read again.
//!
//! `CHUXIN_FUZZ=1000000 cargo test fuzz::` tries that many inputs instead of the few of a usual run. An input that breaks
//! the program is left in `target/tmp`.

pub mod mutation;
mod workbooks;

use crate::{
    scenarios::{samples, what_ifs},
    support::{draws::Draws, looks::Looks},
};
use chuxin::{
    campaign::change::Change,
    domain::{Domain, Language, people::AmbassadorIx},
    inquiry::repair::{
        self,
        options::RepairOptions,
        words::{Setting, newcomers},
    },
    pipeline::{self, Reading, ValidCampaign, second_reading::read_plan, untrue::untrue},
    plan::{
        earlier::{Held, earlier},
        json,
    },
    planning::earlier::RepairTerms,
    planning::outcome::Outcome,
    render,
    source::{FileId, Sources},
};
use mutation::{damaged, option, words};
use std::{
    collections::BTreeSet,
    fs,
    num::NonZero,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};
use tempfile::TempDir;

/// Inputs of a usual run.
const USUAL: usize = 3_000;

/// Pairs of people and sessions up to which a sound campaign is planned too.
const PLANNED: usize = 250;

/// A file that is damaged.
struct Original {
    path: PathBuf,
    bytes: Vec<u8>,
}

/// A campaign that is sound as it is, and its plan.
struct Planned {
    path: PathBuf,
    plan: String,
    words: Vec<String>,
}

/// What is damaged, and how much came of it.
struct Fuzz {
    campaigns: Vec<Original>,
    planned: Vec<Planned>,
    folder: TempDir,
    sound: AtomicUsize,
    refused: AtomicUsize,
    replanned: AtomicUsize,
    plans_read: AtomicUsize,
}

#[test]
fn nothing_that_comes_in_breaks_the_program() {
    let inputs: usize =
        std::env::var("CHUXIN_FUZZ").map_or(USUAL, |count| count.parse().expect("a number of inputs"));
    let fuzz = Fuzz::prepared();
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let broken: Vec<usize> = thread::scope(|scope| {
        let fuzz = &fuzz;
        let tries = move |first: usize| (first..inputs).step_by(threads).filter(|&seed| !fuzz.survives(seed));
        let work: Vec<_> =
            (0..threads).map(|first| scope.spawn(move || tries(first).collect::<Vec<usize>>())).collect();
        work.into_iter().flat_map(|one| one.join().expect("panics are caught")).collect()
    });
    let [sound, refused, replanned, plans_read] =
        [&fuzz.sound, &fuzz.refused, &fuzz.replanned, &fuzz.plans_read]
            .map(|count| count.load(Ordering::Relaxed));
    println!(
        "{inputs} inputs: {sound} sound, {refused} refused; {replanned} planned, {plans_read} plans read"
    );
    assert_eq!(broken, Vec::<usize>::new(), "inputs, by seed, that broke the program");
    let enough = inputs / 100;
    assert!(sound > enough && refused > enough && plans_read > enough && replanned > 0, "{inputs} inputs");
}

impl Fuzz {
    fn prepared() -> Self {
        let faults = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/faults");
        let faults = fs::read_dir(faults).expect("the faults can be listed");
        let faults = faults.map(|entry| entry.expect("an entry can be read").path());
        let mut faults: Vec<PathBuf> =
            faults.filter(|path| path.extension().is_some_and(|end| end == "yaml")).collect();
        faults.sort();
        let paths = samples().into_iter().chain(what_ifs()).chain(faults);
        let campaigns: Vec<Original> = paths
            .map(|path| Original { bytes: fs::read(&path).expect("a campaign can be read"), path })
            .collect();
        let planned = campaigns.iter().filter_map(|one| planned(&one.path)).collect();
        Self {
            campaigns,
            planned,
            folder: tempfile::tempdir().expect("a temporary folder"),
            sound: AtomicUsize::new(0),
            refused: AtomicUsize::new(0),
            replanned: AtomicUsize::new(0),
            plans_read: AtomicUsize::new(0),
        }
    }

    /// Whether the program survives the input that belongs to a seed.
    fn survives(&self, seed: usize) -> bool {
        let mut input = Vec::new();
        let tried = catch_unwind(AssertUnwindSafe(|| self.attempt(seed, &mut input)));
        if tried.is_err() {
            let left = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{seed}"));
            fs::write(left, &input).expect("the input is kept");
        }
        tried.is_ok()
    }

    fn attempt(&self, seed: usize, input: &mut Vec<u8>) {
        let draws = &mut Draws::from_seed(u64::try_from(seed).expect("usize has at most 64 bits"));
        match draws.below(20) {
            0..11 => {
                let one = draws.one(&self.campaigns);
                *input = damaged(&one.bytes, draws);
                let text = String::from_utf8_lossy(input).into_owned();
                let mut sources = Sources::default();
                let file = sources.add_at(&one.path, text);
                self.read(&mut sources, file, &[], draws);
            }
            11 => {
                *input = damaged(&draws.one(&self.campaigns).bytes, draws);
                for byte in &mut *input {
                    if draws.chance(1) {
                        *byte ^= 1 << draws.below(8);
                    }
                }
                let mut sources = Sources::default();
                if let Ok(file) = sources.add_bytes("any.yaml", input) {
                    self.read(&mut sources, file, &[], draws);
                }
            }
            12..16 => self.vary(input, draws),
            _ => {
                let one = draws.one(&self.planned);
                *input = damaged(one.plan.as_bytes(), draws);
                let plan = self.folder.path().join(format!("plan-{seed}.json"));
                fs::write(&plan, &input).expect("a plan is written");
                self.read_damaged_plan(one, &plan);
                fs::remove_file(&plan).expect("a plan is removed");
            }
        }
    }

    /// A sound campaign with options that may mean nothing.
    fn vary(&self, input: &mut Vec<u8>, draws: &mut Draws) {
        let one = draws.one(&self.planned);
        let options: Vec<String> = (0..draws.between(1, 3)).map(|_| option(&one.words, draws)).collect();
        *input = options.join("\n").into_bytes();
        let mut sources = Sources::default();
        let mut changes = Vec::new();
        let mut repair = RepairOptions::default();
        for option in options {
            match draws.below(9) {
                0 | 1 => changes.push(Change::set(&mut sources, "--set", &option)),
                2 => changes.push(Change::without(&mut sources, "--without", &option)),
                3 => repair.absent.push(option),
                4 => repair.replace.push(option),
                5 => repair.swap.push(option),
                6 => repair.late.push(option),
                7 => repair.withdrawn.push(option),
                _ if draws.chance(50) => repair.close.push(option),
                _ => repair.add_seat.push(option),
            }
        }
        let file = sources.open(&one.path).expect("the campaign can be read");
        let Some(sound) = self.read(&mut sources, file, &changes, draws) else { return };
        let terms = RepairTerms::default();
        let held = held(&sound.domain, draws);
        draw_exchange(&mut repair, &sound.domain, &held, draws);
        let newcomers = newcomers(&repair.late, &[], &sound.domain, &BTreeSet::new());
        let setting = Setting { domain: &sound.domain, terms, stands: &held, newcomers: &newcomers };
        if let Ok(edits) = repair.resolve(setting) {
            edits.dropped_pins(&sound.domain);
            edits.exchanged(&sound.domain);
            let mut sources = Sources::default();
            let changes = edits.changes(&sound.domain, &mut sources);
            let file = sources.open(&one.path).expect("the campaign can be read");
            self.read(&mut sources, file, &changes, draws);
        }
    }

    /// Reads a campaign, says all that is wrong with it, and plans now and then what is sound.
    fn read(
        &self,
        sources: &mut Sources,
        file: FileId,
        changes: &[Change],
        draws: &mut Draws,
    ) -> Option<ValidCampaign> {
        let Reading { campaign, diagnostics, .. } = pipeline::read_text(sources, file, changes);
        for language in [Language::Zh, Language::En] {
            render::diagnostic::text(&diagnostics, sources, language, true, 80);
        }
        render::diagnostic::records(&diagnostics, sources, Language::En);
        for place in diagnostics.iter().filter_map(|problem| problem.place) {
            assert!(sources.text(place.file).get(place.start..place.end).is_some(), "{diagnostics:?}");
        }
        let errors = diagnostics.iter().any(chuxin::diagnostic::Diagnostic::is_error);
        assert_eq!(campaign.is_none(), errors, "an error or a campaign: {diagnostics:?}");
        let Some(sound) = campaign else {
            self.refused.fetch_add(1, Ordering::Relaxed);
            return None;
        };
        self.sound.fetch_add(1, Ordering::Relaxed);
        if is_small(&sound.domain) && draws.chance(15) {
            self.replan(&sound, draws);
        }
        Some(sound)
    }

    /// Plans with a clock that may run out at any look; what comes of it is saved, read again and found true.
    fn replan(&self, sound: &ValidCampaign, draws: &mut Draws) {
        let looks = u64::try_from(draws.below(400)).expect("usize has at most 64 bits");
        let outcome = pipeline::plan(sound, "campaign.yaml", &Looks::left(looks));
        let Outcome::Planned(plan) = outcome.unwrap_or_else(|defect| panic!("{}", defect.finding)) else {
            return;
        };
        let text = json::text(&sound.domain, &plan);
        let path = self.folder.path().join(format!("replanned-{}.json", draws.bits()));
        fs::write(&path, &text).expect("a plan is written");
        let mut sources = Sources::default();
        let reading = read_plan(&mut sources, sound, &path)
            .unwrap_or_else(|problems| panic!("a saved plan cannot be read: {problems:?}\n{text}"));
        assert_eq!(reading.violations, vec![], "{text}");
        assert_eq!(untrue(&sound.domain, &reading, None), vec![], "{text}");
        fs::remove_file(&path).expect("a plan is removed");
        self.replanned.fetch_add(1, Ordering::Relaxed);
    }

    fn read_damaged_plan(&self, one: &Planned, plan: &Path) {
        let mut sources = Sources::default();
        let Some(sound) = pipeline::read(&mut sources, &one.path).campaign else { return };
        match read_plan(&mut sources, &sound, plan) {
            Ok(reading) => {
                self.plans_read.fetch_add(1, Ordering::Relaxed);
                untrue(&sound.domain, &reading, None);
            }
            Err(problems) => {
                render::diagnostic::text(&problems, &sources, Language::Zh, true, 80);
            }
        }
        if let Ok(written) = repair::read(&mut sources, plan) {
            earlier(&written.file.saved, &sound.domain);
            let _ = written.review(&sound);
        }
    }
}

/// Some sessions that people have, whether or not they may.
fn held(domain: &Domain, draws: &mut Draws) -> Vec<Held> {
    if domain.sessions.is_empty() || domain.ambassadors.is_empty() {
        return Vec::new();
    }
    let one = |draws: &mut Draws| Held {
        session: *draws.one(&domain.sessions),
        ambassador: AmbassadorIx(draws.below(domain.ambassadors.len())),
    };
    let held: BTreeSet<Held> = (0..draws.between(1, 6)).map(|_| one(draws)).collect();
    held.into_iter().collect()
}

/// An exchange of people who are there, beside the options that may mean nothing.
fn draw_exchange(repair: &mut RepairOptions, domain: &Domain, held: &[Held], draws: &mut Draws) {
    if held.is_empty() || draws.chance(30) {
        return;
    }
    let giver = draws.one(held);
    let taker = draws.one(&domain.ambassadors).id.clone();
    let (one, day) = (&domain.ambassador(giver.ambassador).id, giver.session.date);
    match draws.below(4) {
        0 => repair.replace.push(format!("{one}@{day}={taker}")),
        1 => repair.replace.push(format!("{one}＝{taker}")),
        2 => repair.swap.push(format!("{one}@{day},{taker}")),
        _ => repair.late.push(format!("{taker}、冷秋")),
    }
}

fn is_small(domain: &Domain) -> bool {
    let pairs = domain.ambassadors.len() * domain.sessions.len();
    pairs <= PLANNED && (domain.thursday.is_none() || domain.units.len() * domain.neighbourhoods.len() <= 30)
}

/// A campaign's plan and the words in it, where it is small and sound.
fn planned(path: &Path) -> Option<Planned> {
    let mut sources = Sources::default();
    let sound = pipeline::read(&mut sources, path).campaign.filter(|sound| is_small(&sound.domain))?;
    let name = path.file_name()?.to_string_lossy().into_owned();
    let looks = Looks::left(2_000);
    let Ok(Outcome::Planned(plan)) = pipeline::plan(&sound, &name, &looks) else { return None };
    let words = words(&fs::read_to_string(path).ok()?);
    Some(Planned { path: path.to_owned(), plan: json::text(&sound.domain, &plan), words })
}
