//! The standard input and streams in the place of files, read up to a limit.

use super::CAMPAIGN;
use crate::transcripts::Stage;
use std::{
    io::Write,
    process::{Output, Stdio},
};

/// Runs a command with something on its standard input.
fn fed(stage: &Stage, arguments: &str, input: &str) -> Output {
    let mut command = stage.command(arguments.split_whitespace());
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A command that refuses closes its end before it has read.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8([output.stdout.as_slice(), &output.stderr].concat()).unwrap()
}

#[test]
fn reads_the_standard_input_wherever_a_campaign_or_a_plan_is_read() {
    let stage = Stage::new().file("c.yaml", CAMPAIGN);
    assert!(stage.run("plan c.yaml -o plan.json").status.success());
    let plan = std::fs::read_to_string(stage.path().join("plan.json")).unwrap();
    let scenario = "extends: c.yaml\nposts: [{id: lobby, seats: 2}]\n";
    let commands = [
        ("check -", CAMPAIGN, "-：没有错误"),
        ("check -", scenario, "-：没有错误"),
        ("plan - --lang en", scenario, "林晓"),
        ("plan - --format json", CAMPAIGN, "\"file\": \"-\""),
        ("verify - plan.json", CAMPAIGN, "方案符合全部规则"),
        ("verify c.yaml -", &plan, "方案符合全部规则"),
        ("diff - plan.json", &plan, "两份方案完全一样"),
        ("compare - c.yaml", CAMPAIGN, "基准  -"),
        ("compare - --set posts.lobby.seats=2", CAMPAIGN, "基准  -"),
        ("repair - --plan plan.json --absent a01", CAMPAIGN, "林晓"),
        ("repair c.yaml --plan - --absent a01", &plan, "林晓"),
        ("print - --to txt -o of-campaign", CAMPAIGN, "of-campaign"),
        ("print - --to json -o of-plan", &plan, "of-plan"),
        ("print plan.json --campaign - --to csv -o of-both", CAMPAIGN, "of-both"),
    ];
    for (arguments, input, expected) in commands {
        let output = fed(&stage, arguments, input);
        assert!(output.status.success(), "{arguments}: {}", said(&output));
        assert!(String::from_utf8_lossy(&output.stdout).contains(expected), "{arguments}: {}", said(&output));
    }
    assert!(said(&fed(&stage, "check -", "campaign: {name: 初心}\n")).contains("\n --> -:1:"));
}

#[test]
fn says_where_a_dash_cannot_stand_for_a_file() {
    let stage = Stage::new().file("c.yaml", CAMPAIGN);
    assert!(stage.run("plan c.yaml -o plan.json").status.success());
    let before = super::names(stage.path());
    let mut transcript = String::new();
    for arguments in [
        "plan - -o plan-2.json",
        "plan c.yaml -o -",
        "plan c.yaml -o - --lang en",
        "print -",
        "print - -o out --to json",
        "print c.yaml -o -",
        "repair c.yaml --plan - -o plan-2.json --lang en",
        "compare c.yaml c.yaml --sheet -",
        "verify - -",
        "new - --lang en",
    ] {
        let output = fed(&stage, arguments, CAMPAIGN);
        assert_eq!(output.status.code(), Some(2), "{arguments}: {}", said(&output));
        transcript += &["$ chuxin ", arguments, "\n", &said(&output)].concat();
    }
    insta::assert_snapshot!(transcript);
    assert_eq!(super::names(stage.path()), before);
}

/// Runs a shell line with 1 GB of memory in which `"$0"` is the program.
#[cfg(target_os = "linux")]
fn within_a_gigabyte(stage: &Stage, line: &str) -> Output {
    let script = format!("ulimit -v 1000000; {line}");
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", &script, env!("CARGO_BIN_EXE_chuxin")]).current_dir(stage.path()).output().unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn reads_what_never_ends_up_to_the_limit() {
    let stage = Stage::new().file("c.yaml", CAMPAIGN);
    assert!(stage.run("plan c.yaml -o plan.json").status.success());
    let endless = [
        "\"$0\" check /dev/zero",
        "\"$0\" plan /dev/zero",
        "\"$0\" verify c.yaml /dev/zero",
        "\"$0\" check - </dev/zero",
        "mkfifo pipe; cat /dev/zero > pipe & \"$0\" check pipe",
    ];
    for line in endless {
        let started = std::time::Instant::now();
        let output = within_a_gigabyte(&stage, line);
        assert_eq!(output.status.code(), Some(2), "{line}: {}", said(&output));
        assert!(said(&output).contains("[file-too-long]"), "{line}: {}", said(&output));
        assert!(started.elapsed().as_secs() < 5, "{line}: {:?}", started.elapsed());
    }
}

#[cfg(unix)]
#[test]
fn reads_a_pipe_once_however_often_a_command_needs_it() {
    let stage = Stage::new().file("c.yaml", CAMPAIGN).file("base.yaml", CAMPAIGN);
    assert!(stage.run("plan c.yaml -o plan.json").status.success());
    let lines = [
        "cat plan.json > pipe & \"$0\" print pipe --campaign c.yaml --to csv -o out",
        "cat c.yaml > pipe & \"$0\" compare pipe --set posts.lobby.seats=2",
        "cat c.yaml > pipe & \"$0\" repair pipe --plan plan.json --absent a01",
    ];
    for line in lines {
        let script = format!("rm -f pipe; mkfifo pipe; {line}");
        let mut shell = std::process::Command::new("sh");
        shell.args(["-c", &script, env!("CARGO_BIN_EXE_chuxin")]).current_dir(stage.path());
        let output = shell.output().unwrap();
        assert!(output.status.success(), "{line}: {}", said(&output));
    }
}
