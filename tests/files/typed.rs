//! Words of the command line in what the program says: shown, never obeyed, and fit to be pasted.

use super::CAMPAIGN;
use crate::transcripts::Stage;

/// What a terminal would obey (title, colour, bell, C1, direction), or take for a line of its own.
const NASTY: &str = "a\u{1b}]0;t\u{7}\u{1b}[31m\u{9b}32m\u{202e}\u{2066}\r\nb";

/// Whether a terminal would obey a character other than a line end.
fn obeyed(letter: char) -> bool {
    letter.is_control() && letter != '\n'
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn shows_what_was_typed_and_obeys_none_of_it() {
    let stage = Stage::new().file("c.yaml", CAMPAIGN);
    assert!(stage.run("plan c.yaml -o plan.json").status.success());
    let missing = [
        vec![NASTY],
        vec!["print", "x", "--to", NASTY],
        vec!["plan", "c.yaml", "--time-limit", NASTY],
        vec!["repair", "c.yaml", "--plan", "plan.json", "--keep-until", NASTY],
        vec!["check", NASTY],
        vec!["check", "c.yaml", "--set", NASTY],
        vec!["check", "c.yaml", "--without", NASTY],
        vec!["plan", NASTY],
        vec!["plan", "c.yaml", "-o", "no\u{1b}[1m/plan.json"],
        vec!["verify", "c.yaml", NASTY],
        vec!["diff", "plan.json", NASTY],
        vec!["advise", NASTY],
        vec!["explain", NASTY, "a01"],
        vec!["explain", "c.yaml", NASTY],
        vec!["compare", "c.yaml", NASTY],
        vec!["compare", "c.yaml", "c.yaml", "--sheet", "no\u{1b}[1m/sheet.html"],
        vec!["print", NASTY],
        vec!["print", "plan.json", "--campaign", NASTY],
        vec!["print", "plan.json", "--to", "pdf", "--browser", NASTY, "-o", "out"],
        vec!["repair", "c.yaml", "--plan", NASTY],
        vec!["repair", "c.yaml", "--plan", "plan.json", "--absent", NASTY],
        vec!["repair", "c.yaml", "--plan", "plan.json", "--close", NASTY],
        vec!["repair", "c.yaml", "--plan", "plan.json", "--add-seat", NASTY],
        vec!["new", "c.yaml", "--lang", NASTY],
    ];
    for words in missing {
        let output = stage.command(&words).output().unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert_eq!(output.status.code(), Some(2), "{words:?}: {said}");
        assert!(said.contains(['␛', '\u{fffd}']), "{words:?}: {said}");
        assert_eq!(said.find(obeyed), None, "{words:?}: {said:?}");
        assert!(!said.lines().any(|line| line.starts_with('b')), "{words:?}: {said}");
    }
}

#[cfg(unix)]
#[test]
fn shows_the_names_of_files_that_are_there_and_obeys_none() {
    let stage = Stage::new().file(NASTY, CAMPAIGN).file("c.yaml", CAMPAIGN);
    let out = format!("out{NASTY}");
    let commands = [
        vec!["check", NASTY],
        vec!["plan", NASTY, "-o", "plan\u{9b}.json"],
        vec!["verify", NASTY, "plan\u{9b}.json"],
        vec!["print", "plan\u{9b}.json", "--to", "txt,html", "-o", &out],
        vec!["compare", "c.yaml", NASTY, "--sheet", "sheet\u{9b}.html"],
        vec![
            "repair",
            NASTY,
            "--plan",
            "plan\u{9b}.json",
            "--absent",
            "a01@2018-10-22",
            "-o",
            "next\u{9b}.json",
        ],
        vec!["explain", "plan\u{9b}.json", "a01"],
        vec!["diff", "plan\u{9b}.json", "next\u{9b}.json"],
        vec!["new", &out],
    ];
    for words in commands {
        let output = stage.command(&words).output().unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(output.status.code() <= Some(1), "{words:?}: {said}");
        assert_eq!(said.find(obeyed), None, "{words:?}: {said:?}");
    }
}

/// Runs a line as a shell does that finds the program under its name.
#[cfg(unix)]
fn paste(stage: &Stage, line: &str) -> std::process::Output {
    let script = format!("chuxin() {{ '{}' \"$@\"; }}; {line}", env!("CARGO_BIN_EXE_chuxin"));
    std::process::Command::new("sh").args(["-c", &script]).current_dir(stage.path()).output().unwrap()
}

#[cfg(unix)]
#[test]
fn hints_can_be_pasted_whatever_the_files_are_called() {
    for folder in ["my campaign", "it's $HOME & “more”", "活动（秋）"] {
        let stage = Stage::new();
        let output = stage.command(["new", folder, "--lang", "en"]).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        let (_, line) = said.split_once("then run: ").unwrap();
        let (check, plan) = line.trim_end().split_once(", and: ").unwrap();
        for line in [check, plan] {
            let output = paste(&stage, line);
            assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
        }

        let (campaign, plan) = (format!("{folder}/c.yaml"), format!("{folder}/plan.json"));
        let put = |text: &str| std::fs::write(stage.path().join(&campaign), text).unwrap();
        put(CAMPAIGN);
        assert!(stage.command(["plan", &campaign, "-o", &plan]).output().unwrap().status.success());
        put(&CAMPAIGN.replace("id: a01, name: 林晓", "id: a01, name: 林晓, away: 2018-10-22..2018-10-23"));
        let output = stage.command(["print", &plan, "--lang", "en", "-o", "out"]).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        let (_, line) = said.split_once("hint: ").unwrap();
        let (line, _) = line.split_once(" mends it").unwrap();
        let output = paste(&stage, line);
        assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    }
}
