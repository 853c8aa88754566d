//! Ctrl-C, sent to the program while it seeks.
//!
//! Nothing sends it to another process on Windows without code that is not safe; there the same handler is set by the same
//! crate.

use super::many_reserves;
use crate::support::synthetic::{self, Size};
use serde_json::Value;
use std::{
    fs::{self, File},
    path::Path,
    process::{Child, Command},
    thread::sleep,
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// How long a machine with much else to do may take for what is over in a moment.
const PATIENCE: Duration = Duration::from_secs(300);

/// The program at work in a folder of its own.
struct Running {
    child: Child,
    folder: TempDir,
}

/// How it ended.
struct Ended {
    code: Option<i32>,
    printed: String,
    said: String,
    folder: TempDir,
}

impl Running {
    fn start(folder: TempDir, arguments: &str) -> Self {
        let file = |name: &str| File::create(folder.path().join(name)).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_chuxin"));
        command.args(arguments.split_whitespace()).current_dir(folder.path()).env("COLUMNS", "100");
        let child = command.stdout(file("printed")).stderr(file("said")).spawn().unwrap();
        Self { child, folder }
    }

    fn until(&mut self, what: &str, is_so: impl Fn(&Self) -> bool) {
        let begun = Instant::now();
        while !is_so(self) {
            assert_eq!(self.child.try_wait().unwrap(), None, "it ended before {what}");
            assert!(begun.elapsed() < PATIENCE, "no {what}");
            sleep(Duration::from_millis(5));
        }
    }

    /// Waits until the plan is saved.
    fn until_saved(&mut self) {
        self.until("the plan was saved", |running| running.said().contains("方案已保存"));
    }

    /// Waits until Ctrl-C no longer ends the process at once.
    fn until_it_hears(&mut self) {
        self.until("it hears Ctrl-C", |running| catches_interrupts(running.child.id()));
    }

    fn said(&self) -> String {
        fs::read_to_string(self.folder.path().join("said")).unwrap()
    }

    fn interrupt(&self) {
        let status = Command::new("sh").args(["-c", "kill -INT $0", &self.child.id().to_string()]).status();
        assert!(status.unwrap().success(), "kill");
    }

    fn end(mut self) -> Ended {
        let begun = Instant::now();
        let code = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status.code();
            }
            if begun.elapsed() > PATIENCE {
                self.child.kill().unwrap();
                panic!("it does not stop; {}", self.said());
            }
            sleep(Duration::from_millis(5));
        };
        let printed = fs::read_to_string(self.folder.path().join("printed")).unwrap();
        Ended { code, printed, said: self.said(), folder: self.folder }
    }
}

/// Whether a process has a handler of its own for the signal of Ctrl-C; where that cannot be seen, it is given time.
fn catches_interrupts(id: u32) -> bool {
    let Ok(status) = fs::read_to_string(format!("/proc/{id}/status")) else {
        sleep(Duration::from_secs(5));
        return true;
    };
    let caught = status.lines().find_map(|line| line.strip_prefix("SigCgt:")).unwrap_or_default();
    u64::from_str_radix(caught.trim(), 16).is_ok_and(|caught| caught & 0b10 != 0)
}

fn folder(text: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("c.yaml"), text).unwrap();
    folder
}

fn is_whole(plan: &Path) -> bool {
    fs::read_to_string(plan).is_ok_and(|text| serde_json::from_str::<Value>(&text).is_ok())
}

#[test]
fn prints_the_plan_with_the_reserves_found_so_far() {
    let mut running = Running::start(folder(&many_reserves(120)), "plan c.yaml --reserves 3 -o plan.json");
    running.until_saved();
    running.interrupt();
    let ended = running.end();
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    assert!(ended.printed.contains("志愿者120"), "{}", ended.printed);
    assert!(ended.printed.contains("的候补尚未排出"), "{}", ended.printed);
    assert!(is_whole(&ended.folder.path().join("plan.json")));

    let arguments = "repair c.yaml --plan plan.json --absent a7 --reserves 3 -o plan-2.json --format json";
    let mut running = Running::start(ended.folder, arguments);
    running.until_saved();
    running.interrupt();
    let ended = running.end();
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    let json: Value = serde_json::from_str(&ended.printed).unwrap();
    assert!(!json["reserves_not_sought"].as_array().unwrap().is_empty());

    let arguments = "print plan.json --reserves 3 --to html -o out --lang en";
    let mut running = Running::start(ended.folder, arguments);
    running.until_it_hears();
    running.interrupt();
    let ended = running.end();
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    let sheets = fs::read_dir(ended.folder.path().join("out")).unwrap().map(|entry| entry.unwrap().path());
    let sheets: Vec<String> = sheets.filter_map(|path| fs::read_to_string(path).ok()).collect();
    assert!(sheets.iter().any(|sheet| sheet.contains("were not looked at")), "{} sheets", sheets.len());
}

#[test]
fn prints_the_best_plan_so_far() {
    let text = synthetic::campaign(Size::PLANNED, 1);
    let mut running = Running::start(folder(&text), "plan c.yaml -o plan.json");
    running.until_it_hears();
    running.interrupt();
    let ended = running.end();
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    assert!(ended.said.contains("已按要求停止"), "{}", ended.said);
    assert!(ended.printed.contains("大使1号"), "{}", ended.printed);
    assert!(is_whole(&ended.folder.path().join("plan.json")));
}

#[test]
fn says_of_a_comparison_what_was_stopped() {
    let folder = folder(&synthetic::campaign(Size::PLANNED, 1));
    fs::write(folder.path().join("d.yaml"), synthetic::campaign(Size::PLANNED, 2)).unwrap();
    let mut running = Running::start(folder, "compare c.yaml d.yaml c.yaml d.yaml --format json");
    running.until_it_hears();
    running.interrupt();
    let ended = running.end();
    let json: Value = serde_json::from_str(&ended.printed)
        .unwrap_or_else(|error| panic!("{error}; ended with {:?}: {}", ended.code, ended.said));
    let columns = json["columns"].as_array().unwrap();
    assert_eq!(columns.len(), 4);
    let is_planned = |column: &Value| column["ended"] == "planned";
    for column in columns {
        assert_eq!(column["stopped"], true, "{}", column["ended"]);
        assert!(is_planned(column) || column["ended"] == "stopped", "{}", column["ended"]);
    }
    assert_eq!(ended.code, Some(if columns.iter().all(is_planned) { 0 } else { 3 }), "{}", ended.said);
}

#[test]
fn says_of_advice_that_it_was_stopped_and_not_that_a_limit_was_too_short() {
    let mut running = Running::start(folder(&synthetic::campaign(Size::PLANNED, 1)), "advise c.yaml");
    running.until_it_hears();
    running.interrupt();
    let ended = running.end();
    assert!(ended.said.contains("已按要求停止"), "{}", ended.said);
    assert!(ended.code == Some(0) || ended.code == Some(3), "{:?} {}", ended.code, ended.said);
    for printed in [&ended.said, &ended.printed] {
        let speaks_of_time =
            ["限定时间", "time-limit", "时间不够"].iter().any(|words| printed.contains(words));
        assert!(!speaks_of_time, "{printed}");
    }
}

#[test]
fn does_not_take_reasons_for_checked_of_which_the_check_was_stopped() {
    let folder = tempfile::tempdir().unwrap();
    for scenario in ["linfen-2018.yaml", "linfen-2019.yaml"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(scenario);
        fs::copy(path, folder.path().join(scenario)).unwrap();
    }
    let ended = Running::start(folder, "plan linfen-2019.yaml --explain -o plan.json").end();
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    let mut running = Running::start(ended.folder, "verify linfen-2019.yaml plan.json --reasons");
    running.until_it_hears();
    running.interrupt();
    let ended = running.end();
    assert_eq!(ended.code, Some(130), "{}", ended.said);
    assert!(ended.said.contains("已按要求停止") && ended.said.contains("条没有算完"), "{}", ended.said);
}

/// The second signal may come when the first has done its work already: then the run has ended as usual.
#[test]
fn ends_at_the_second_ctrl_c_with_nothing_half_written() {
    let text = synthetic::campaign(Size { ambassadors: 400, ..Size::PLANNED }, 1);
    let codes: Vec<Option<i32>> = (0..10)
        .map(|_| {
            let mut running = Running::start(folder(&text), "plan c.yaml -o plan.json");
            running.until_it_hears();
            let seconds = "kill -INT $0; sleep 0.02; kill -INT $0 2>/dev/null; true";
            let id = running.child.id().to_string();
            assert!(Command::new("sh").args(["-c", seconds, &id]).status().unwrap().success());
            let ended = running.end();
            let plan = ended.folder.path().join("plan.json");
            assert!(is_whole(&plan) || !plan.exists());
            let left = fs::read_dir(ended.folder.path()).unwrap().count();
            assert_eq!(left, 3 + usize::from(plan.exists()), "something was left behind");
            assert!(ended.code == Some(0) || ended.code == Some(130), "{:?} {}", ended.code, ended.said);
            ended.code
        })
        .take_while(|&code| code != Some(130))
        .collect();
    assert!(codes.len() < 10, "no second Ctrl-C ended the run");
}
