//! How long the whole process takes, from the campaign file to the printed roster: `cargo bench`.
//!
//! In: the release binary and campaigns of every size. Out: times. A run that fails ends the benchmark.

#![allow(clippy::expect_used, clippy::panic, reason = "a benchmark fails by panicking")]

#[path = "../tests/support/district.rs"]
mod district;
#[path = "../tests/support/draws.rs"]
mod draws;
#[path = "../tests/support/highs.rs"]
mod highs;
#[path = "../tests/support/reading.rs"]
mod reading;
#[path = "../tests/support/station.rs"]
mod station;
#[path = "../tests/support/synthetic.rs"]
mod synthetic;

use chuxin::{
    experience::{eligibility::eligible, formulation::formulate},
    lp::{LevelIx, write::lp_text},
    planning::rules::Rulebook,
    solver::{Outcome, Solution, Unwatched, solve},
};
use highs::HIGHSPY;
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};
use synthetic::{Size, campaign};

fn main() {
    divan::main();
}

/// The autumn of 2018: 50 ms at most are wanted.
#[divan::bench(sample_count = 50)]
fn plans_linfen_2018(bencher: divan::Bencher<'_, '_>) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/linfen-2018.yaml");
    bencher.bench_local(|| run("plan", &file));
}

/// The year 2019 with its Thursdays: 100 ms at most are wanted.
#[divan::bench(sample_count = 50)]
fn plans_linfen_2019(bencher: divan::Bencher<'_, '_>) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/linfen-2019.yaml");
    bencher.bench_local(|| run("plan", &file));
}

/// The Thursdays of 200 units and 270 neighbourhoods over a year with 10 themes: 5 s at most are wanted, all levels
/// proven.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn plans_a_district(bencher: divan::Bencher<'_, '_>) {
    let file = written("district.yaml", &district::district(200, 270, 1));
    bencher.bench_local(|| run("plan", &file));
}

/// 200 ambassadors and about 500 sessions: 10 s at most are wanted, all levels proven.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn plans_a_synthetic_campaign(bencher: divan::Bencher<'_, '_>) {
    let file = written("synthetic-planned.yaml", &campaign(Size::PLANNED, 1));
    bencher.bench_local(|| run("plan", &file));
}

/// A station for 13 weeks, two wanted at each of 219 sessions, 60 people at most once in seven days: 5 s at most are
/// wanted, all levels proven.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn plans_a_station_for_a_season(bencher: divan::Bencher<'_, '_>) {
    let file = written("station.yaml", &station::station(60, 1));
    bencher.bench_local(|| run("plan", &file));
}

/// The same for half a year and 120 people: 20 s at most are wanted, all levels proven.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn plans_a_station_for_half_a_year(bencher: divan::Bencher<'_, '_>) {
    let file = written("station-doubled.yaml", &station::station(120, 2));
    bencher.bench_local(|| run("plan", &file));
}

/// The levels of the synthetic campaign by HiGHS, one by one as integer programs, each with the values of those above
/// kept by a row; the answers are known, so this measures proving alone. Left out where Python has no `highspy`.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn proves_a_synthetic_campaign_with_highs(bencher: divan::Bencher<'_, '_>) {
    prove_with_highs(bencher, "synthetic", &campaign(Size::PLANNED, 1));
}

/// The same of the station.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn proves_a_station_with_highs(bencher: divan::Bencher<'_, '_>) {
    prove_with_highs(bencher, "station", &station::station(60, 1));
}

fn prove_with_highs(bencher: divan::Bencher<'_, '_>, name: &str, text: &str) {
    let is_there = python().arg("import highspy").status().is_ok_and(|status| status.success());
    if !is_there {
        return;
    }
    let files = exported_levels(name, text);
    bencher.bench_local(|| {
        let said = python().arg(HIGHSPY).args(&files).output().expect("Python starts").stdout;
        let proven = String::from_utf8_lossy(&said).lines().filter(|line| line.ends_with("True")).count();
        assert_eq!(proven, files.len(), "levels proven");
    });
}

fn python() -> Command {
    let mut python = Command::new("python3");
    python.arg("-c").stderr(Stdio::null());
    python
}

/// The program of each level, with the values of the levels above, in files.
fn exported_levels(name: &str, text: &str) -> Vec<PathBuf> {
    let domain = reading::domain_of(text);
    let formulation = formulate(&domain, &eligible(&domain, Rulebook::ALL), Rulebook::ALL, None);
    let program = &formulation.model.program;
    let Ok(Outcome::Solved(Solution { levels, .. })) = solve(program, &Unwatched) else {
        panic!("the synthetic campaign has a plan");
    };
    let reached: Vec<i64> = levels.iter().map(|level| level.value).collect();
    (0..reached.len())
        .map(|position| {
            let text = lp_text(program, &formulation, LevelIx(position), &reached);
            written(&format!("{name}-{position}.lp"), &text)
        })
        .collect()
}

/// 20,000 ambassadors in 10 MB: 2 s at most are wanted, within 1 GiB.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn reads_ten_megabytes(bencher: divan::Bencher<'_, '_>) {
    let file = written("synthetic-read.yaml", &campaign(Size::READ, 1));
    bencher.bench_local(|| run("check", &file));
}

fn written(name: &str, text: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).expect("the folder for temporary files of benchmarks");
    path
}

fn run(command: &str, file: &Path) {
    let status = Command::new(env!("CARGO_BIN_EXE_chuxin"))
        .arg(command)
        .arg(file)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("the program starts");
    assert!(status.success(), "chuxin {command} {}: {status}", file.display());
}
