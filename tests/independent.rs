//! Solvers that know nothing of this program read every exported one and reach the same optimum on every level.
//!
//! They are `glpsol` (GLPK), `cbc` (CBC), and `highspy` for Python (HiGHS).

use crate::support::{
    cases::{cases, thursday_cases},
    highs::HIGHSPY,
    reading::domain_of,
    synthetic::{Size, campaign},
    tiny::Tiny,
    tools,
};
use chuxin::{
    experience::{eligibility::eligible, formulation::formulate},
    lp::{
        LevelIx, Program, Sense,
        write::{Names, lp_text, mps_text},
    },
    pairing,
    planning::rules::Rulebook,
    solver::{Outcome, Solution, Unwatched, solve},
    timetable::{
        self,
        formulation::{Levels, Setting},
    },
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// How many random campaigns are exported beside the cases of each rule and level.
const RANDOM_CAMPAIGNS: u64 = 25;

/// Campaigns that other solvers can plan too.
const COMPARED: Size = Size { ambassadors: 40, posts: 9, weeks: 2, pairs: 2, remark: 0 };

/// A program written to a file, and the optimum that it must have there.
struct Exported {
    file: PathBuf,
    optimum: i64,
}

/// Every level of every case, the levels above kept, in both formats.
fn exported(folder: &Path) -> Vec<Exported> {
    let mut written = Vec::new();
    for case in cases("rules").into_iter().chain(cases("levels")) {
        let formulation = case.formulation(Rulebook::ALL);
        written.extend(levels(folder, &case.id, &formulation.model.program, &formulation));
    }
    for case in thursday_cases("rules").into_iter().chain(thursday_cases("levels")) {
        let domain = case.domain();
        let action = domain.thursday.as_ref().unwrap();
        let pairing = pairing::formulation::formulate(domain, action, Rulebook::ALL, None);
        let pairings = pairing.pairings(&solution(&pairing.model.program, &case.id).point).pairings;
        let timetable =
            timetable::formulation::formulate(Setting::of(domain, action), &pairings, Levels::All);
        written.extend(levels(folder, &format!("{}-pairing", case.id), &pairing.model.program, &pairing));
        written.extend(levels(
            folder,
            &format!("{}-timetable", case.id),
            &timetable.model.program,
            &timetable,
        ));
    }
    written.extend(random_campaigns(folder));
    assert!(written.len() > 500, "{} programs", written.len());
    written
}

/// Random tiny campaigns, but those that contradict themselves: every rule and level in one program.
fn random_campaigns(folder: &Path) -> Vec<Exported> {
    let mut written = Vec::new();
    for seed in 0..RANDOM_CAMPAIGNS {
        let domain = Tiny::from_seed(seed).domain();
        let formulation = formulate(&domain, &eligible(&domain, Rulebook::ALL), Rulebook::ALL, None);
        if solve(&formulation.model.program, &Unwatched).unwrap() != Outcome::Contradiction {
            written.extend(levels(
                folder,
                &format!("random-{seed}"),
                &formulation.model.program,
                &formulation,
            ));
        }
    }
    written
}

/// Campaigns large enough that branching leaves fixed columns out, and tries columns before it chooses.
fn synthetic_campaigns(folder: &Path) -> Vec<Exported> {
    let mut written = Vec::new();
    for seed in 1..=3 {
        let domain = domain_of(&campaign(COMPARED, seed));
        let formulation = formulate(&domain, &eligible(&domain, Rulebook::ALL), Rulebook::ALL, None);
        assert!(formulation.model.program.columns.len() > 1_000);
        written.extend(levels(
            folder,
            &format!("synthetic-{seed}"),
            &formulation.model.program,
            &formulation,
        ));
    }
    written
}

fn solution(program: &Program, context: &str) -> Solution {
    match solve(program, &Unwatched).unwrap() {
        Outcome::Solved(solution) => solution,
        outcome => panic!("{context}: {outcome:?}"),
    }
}

/// Every level of a program, the levels above kept, in both formats.
fn levels(folder: &Path, name: &str, program: &Program, names: &dyn Names) -> Vec<Exported> {
    let reached: Vec<i64> = solution(program, name).levels.iter().map(|level| level.value).collect();
    let mut written = Vec::new();
    for (position, objective) in program.levels.iter().enumerate() {
        let level = LevelIx(position);
        let turned = if objective.sense == Sense::Max { -reached[position] } else { reached[position] };
        let texts = [
            ("lp", lp_text(program, names, level, &reached), reached[position]),
            ("mps", mps_text(program, names, level, &reached), turned),
        ];
        for (format, text, optimum) in texts {
            let file = folder.join(format!("{name}-{position}.{format}"));
            fs::write(&file, text).unwrap();
            written.push(Exported { file, optimum });
        }
    }
    written
}

/// The first number behind a word.
fn number_behind(text: &str, word: &str) -> Option<f64> {
    let behind = text.split_once(word)?.1;
    behind.split_whitespace().find_map(|word| word.parse().ok())
}

/// Whether the optimum found is the one expected: both are whole, and a solver in floats comes near.
fn agrees(exported: &Exported, found: Option<f64>, said: &str) {
    let file = exported.file.display();
    let found = found.unwrap_or_else(|| panic!("{file}: no optimum in\n{said}"));
    #[expect(clippy::cast_precision_loss, reason = "the optima of these cases are small")]
    let expected = exported.optimum as f64;
    assert!((found - expected).abs() < 0.1, "{file}: {found} instead of {expected}\n{said}");
}

#[test]
#[ignore = "needs glpsol (GLPK)"]
fn glpk_reaches_the_same_optima() {
    let folder = tempfile::tempdir().unwrap();
    for exported in exported(folder.path()) {
        let answer = folder.path().join("answer.txt");
        let is_lp = exported.file.extension().is_some_and(|format| format == "lp");
        let format = Path::new(if is_lp { "--lp" } else { "--freemps" });
        let said = tools::said("glpsol", [format, &exported.file, Path::new("--output"), &answer]);
        let solution = fs::read_to_string(&answer).unwrap_or(said);
        assert!(solution.contains("INTEGER OPTIMAL"), "{}: {solution}", exported.file.display());
        // `Objective:  days = 2 (MAXimum)`
        let found = solution.split_once("Objective:").and_then(|(_, line)| number_behind(line, "="));
        agrees(&exported, found, &solution);
    }
}

#[test]
#[ignore = "needs cbc (CBC)"]
fn cbc_reaches_the_same_optima() {
    let folder = tempfile::tempdir().unwrap();
    for exported in exported(folder.path()) {
        let said = tools::said("cbc", [exported.file.as_path(), Path::new("solve"), Path::new("-quit")]);
        assert!(said.contains("Optimal solution found"), "{}: {said}", exported.file.display());
        let found = number_behind(&said, "Objective value:");
        agrees(&exported, found, &said);
    }
}

#[test]
#[ignore = "needs highspy for Python (HiGHS)"]
fn highs_reaches_the_same_optima() {
    let folder = tempfile::tempdir().unwrap();
    highs_agrees(&exported(folder.path()));
}

#[test]
#[ignore = "needs highspy for Python (HiGHS), and minutes unless optimised"]
fn highs_reaches_the_same_optima_of_larger_campaigns() {
    let folder = tempfile::tempdir().unwrap();
    highs_agrees(&synthetic_campaigns(folder.path()));
}

fn highs_agrees(exported: &[Exported]) {
    let files = exported.iter().map(|exported| exported.file.as_path());
    let arguments = [Path::new("-c"), Path::new(HIGHSPY)].into_iter().chain(files);
    let said = tools::said(tools::python_with("highspy"), arguments);
    let lines: Vec<&str> = said.lines().filter(|line| line.starts_with("optimum ")).collect();
    assert_eq!(lines.len(), exported.len(), "{said}");
    for (exported, line) in exported.iter().zip(lines) {
        assert!(line.ends_with("True"), "{}: {line}", exported.file.display());
        agrees(exported, number_behind(line, "optimum"), line);
    }
}
