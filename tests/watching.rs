//! `--watch`: a command runs again when a file that it has read is saved, and ends with Ctrl-C.

use crate::transcripts::Stage;
use std::{
    fs::{self, File},
    process::Child,
    thread::sleep,
    time::{Duration, Instant},
};

/// How long a machine with much else to do may take for what is over in a moment.
const PATIENCE: Duration = Duration::from_secs(120);

/// A command that watches, in a folder of its own.
struct Watching {
    stage: Stage,
    child: Child,
}

impl Watching {
    fn start(stage: Stage, arguments: &str) -> Self {
        let file = |name: &str| File::create(stage.path().join(name)).unwrap();
        let mut command = stage.command(arguments.split_whitespace());
        let child = command.stdout(file("printed")).stderr(file("said")).spawn().unwrap();
        Self { stage, child }
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.stage.path().join(name)).unwrap()
    }

    /// Waits until it waits for the next saving, for the `turn`th time.
    fn until_it_waits(&mut self, turn: usize) {
        let begun = Instant::now();
        while self.text("said").matches("按 Ctrl-C 结束").count() < turn {
            assert_eq!(self.child.try_wait().unwrap(), None, "it ended: {}", self.text("said"));
            assert!(begun.elapsed() < PATIENCE, "turn {turn}: {}", self.text("said"));
            sleep(Duration::from_millis(20));
        }
    }

    fn save(&self, name: &str, text: &str) {
        fs::write(self.stage.path().join(name), text).unwrap();
    }

    /// Stops it as a user does; where no signal can be sent, the hard way. Out: what was said of it.
    fn stop(mut self) -> String {
        if cfg!(unix) {
            let kill = std::process::Command::new("sh")
                .args(["-c", "kill -INT $0", &self.child.id().to_string()])
                .status();
            assert!(kill.unwrap().success(), "kill");
            assert_eq!(self.child.wait().unwrap().code(), Some(0), "{}", self.text("said"));
        } else {
            self.child.kill().unwrap();
            self.child.wait().unwrap();
        }
        self.text("said")
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        // Nothing is left running where a test fails.
        let _ = self.child.kill();
    }
}

const CAMPAIGN: &str = "# Invented.
campaign: {name: 样例, season: 2018-10-22..2018-10-26}
units: [{id: u1, name: 甲站}]
posts: [{id: p1, unit: u1, title: 引导员, dates: 2018-10-22}]
ambassadors: [{id: a1, name: 林晓, wishes: [p1]}]
";

#[test]
fn checks_again_when_the_file_is_saved() {
    let mut watching = Watching::start(Stage::new().file("c.yaml", CAMPAIGN), "check c.yaml --watch");
    watching.until_it_waits(1);
    assert_eq!(watching.text("printed").matches("没有错误").count(), 1);

    watching.save("c.yaml", &CAMPAIGN.replace("unit: u1", "unit: u9"));
    watching.until_it_waits(2);
    assert!(watching.text("said").contains("u9"), "{}", watching.text("said"));
    assert_eq!(watching.text("printed").matches("没有错误").count(), 1);

    watching.save("c.yaml", CAMPAIGN);
    watching.until_it_waits(3);
    assert_eq!(watching.text("printed").matches("没有错误").count(), 2);
    assert_eq!(watching.stop().matches("c.yaml 已保存，再来一遍").count(), 2);
}

#[test]
fn plans_again_when_what_a_scenario_extends_appears_and_is_saved() {
    let stage = Stage::new().file("s.yaml", "extends: c.yaml\n");
    let mut watching = Watching::start(stage, "plan s.yaml -o plan.json --watch");
    watching.until_it_waits(1);
    assert_eq!(watching.text("printed"), "");

    watching.save("c.yaml", CAMPAIGN);
    watching.until_it_waits(2);
    assert!(watching.text("printed").contains("林晓"), "{}", watching.text("printed"));
    let first = watching.text("plan.json");

    watching.save("c.yaml", &CAMPAIGN.replace("{id: a1, name: 林晓", "{id: a2, name: 秦朗"));
    watching.until_it_waits(3);
    assert!(watching.text("printed").contains("秦朗"), "{}", watching.text("printed"));
    assert_ne!(watching.text("plan.json"), first);
    assert!(watching.stop().contains("c.yaml"));
}

#[test]
fn overwrites_no_plan_that_is_not_its_own() {
    let stage = Stage::new().file("c.yaml", CAMPAIGN).file("plan.json", "mine");
    let mut watching = Watching::start(stage, "plan c.yaml -o plan.json --watch");
    watching.until_it_waits(1);
    watching.save("c.yaml", &CAMPAIGN.replace("林晓", "秦朗"));
    watching.until_it_waits(2);
    assert_eq!(watching.text("plan.json"), "mine");
    assert_eq!(watching.stop().matches("已经存在").count(), 2);
}

#[test]
fn refuses_to_watch_the_standard_input() {
    let stage = Stage::new();
    let output = stage.run("check - --watch");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("不能用 --watch"));
}
