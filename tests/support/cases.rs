//! Small campaigns kept in files, each with the linear program that it must become.

use chuxin::{
    domain::Domain,
    experience::{
        eligibility::eligible,
        formulation::{Formulation, formulate},
        rulebook::Rulebook,
    },
    lp::write::lp_text,
    pipeline::{self, Sound},
    solver::{Outcome, Solution, Unwatched, solve},
    source::Sources,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// One case: `campaign.yaml` and what stands beside it.
pub struct Case {
    pub id: String,
    pub folder: PathBuf,
    pub campaign: Sound,
}

/// Every case of the experience in a folder under `tests`, by id.
pub fn cases(kind: &str) -> Vec<Case> {
    all_cases(kind).into_iter().filter(|case| case.domain().thursday.is_none()).collect()
}

/// Every case of the Thursday Action in a folder under `tests`, by id.
pub fn thursday_cases(kind: &str) -> Vec<Case> {
    all_cases(kind).into_iter().filter(|case| case.domain().thursday.is_some()).collect()
}

fn all_cases(kind: &str) -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(kind);
    let mut folders: Vec<PathBuf> = fs::read_dir(&folder)
        .expect("a folder of cases")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    folders.sort();
    folders.into_iter().filter(|path| path.is_dir()).map(case).collect()
}

fn case(folder: PathBuf) -> Case {
    let id = folder.file_name().expect("a name").to_string_lossy().into_owned();
    let reading = pipeline::read(&mut Sources::default(), &folder.join("campaign.yaml"));
    let campaign = reading.campaign.unwrap_or_else(|| panic!("{id}: {:?}", reading.diagnostics));
    Case { id, folder, campaign }
}

impl Case {
    pub fn domain(&self) -> &Domain {
        &self.campaign.domain
    }

    /// The program with these rules in force.
    pub fn formulation(&self, rulebook: Rulebook) -> Formulation<'_> {
        formulate(self.domain(), &eligible(self.domain(), rulebook), rulebook)
    }

    /// Compares the program under one of its levels with `golden.lp`.
    pub fn equals_golden(&self, formulation: &Formulation<'_>, level: usize) {
        self.equals_golden_text(&lp_text(&formulation.program, formulation, level, &[]));
    }

    /// Compares a program's text with `golden.lp`; writes the file instead where `CHUXIN_GOLDEN=write` stands in the
    /// environment.
    pub fn equals_golden_text(&self, text: &str) {
        let path = self.folder.join("golden.lp");
        if std::env::var("CHUXIN_GOLDEN").is_ok_and(|wish| wish == "write") {
            fs::write(&path, text).expect("a file that can be written");
        }
        let golden = fs::read_to_string(&path).expect("a golden file").replace("\r\n", "\n");
        assert!(golden == text, "{}: the program is no longer its golden.lp but\n{text}", self.id);
    }
}

/// The solution of a program that has one.
pub fn solved(formulation: &Formulation<'_>, context: &str) -> Solution {
    match solve(&formulation.program, &Unwatched).expect("a backend that works") {
        Outcome::Solved(solution) => solution,
        outcome => panic!("{context}: {outcome:?}"),
    }
}
