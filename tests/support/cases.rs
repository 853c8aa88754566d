//! Small campaigns kept in files, each with the linear program that it must become.

use chuxin::{
    domain::{Domain, people::AmbassadorIx, places::PostIx},
    experience::{
        eligibility::eligible,
        formulation::{Formulation, formulate},
        roster::{Placement, Previous},
        rule::Rule,
    },
    lp::{LevelIx, write::lp_text},
    pipeline::{self, ValidCampaign},
    planning::rules::Rulebook,
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
    pub campaign: ValidCampaign,
    /// What an earlier plan had, where the case mends one.
    pub previous: Option<Previous>,
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
    let previous = fs::read_to_string(folder.join("previous.txt")).ok();
    let previous = previous.map(|text| previous_of(&campaign.domain, &text));
    Case { id, folder, campaign, previous }
}

/// An earlier plan from lines of ambassador, post and date; whom the campaign does not have is gone.
fn previous_of(domain: &Domain, text: &str) -> Previous {
    let mut previous = Previous::default();
    for line in text.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        let ambassador = domain.ambassadors.iter().position(|person| person.id == words[0]);
        let post = domain.posts.iter().position(|post| post.id == words[1]);
        let date = words[2].parse().expect("a date");
        match ambassador.zip(post) {
            Some((ambassador, post)) => previous.stands.push(Placement {
                ambassador: AmbassadorIx(ambassador),
                post: PostIx(post),
                date,
                hours: domain.post(PostIx(post)).shifts[0],
            }),
            None => previous.gone += 1,
        }
    }
    previous.stands.sort_unstable();
    previous
}

impl Case {
    pub fn domain(&self) -> &Domain {
        &self.campaign.domain
    }

    /// The program with these rules in force.
    pub fn formulation(&self, rulebook: Rulebook<Rule>) -> Formulation<'_> {
        let eligible = eligible(self.domain(), rulebook);
        formulate(self.domain(), &eligible, rulebook, self.previous.as_ref())
    }

    /// Compares the program under one of its levels with `golden.lp`.
    pub fn equals_golden(&self, formulation: &Formulation<'_>, level: LevelIx) {
        self.equals_golden_text(&lp_text(&formulation.model.program, formulation, level, &[]));
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
    match solve(&formulation.model.program, &Unwatched).expect("a backend that works") {
        Outcome::Solved(solution) => solution,
        outcome => panic!("{context}: {outcome:?}"),
    }
}
