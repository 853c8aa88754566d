//! The program for Windows, run by wine, does what the one under test does: the same words, codes and bytes.
//!
//! It is looked for where `cargo build --target x86_64-pc-windows-gnu` puts it; `.ci/run` says what else wine needs.

use crate::{
    print::{files, text},
    support::tools,
};
use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Output,
};
use tempfile::TempDir;

/// Two folders with the same files, in one of which each command is run by the program for Windows.
struct Twice {
    folder: TempDir,
}

impl Twice {
    /// The samples, in folders whose name holds blanks and Chinese.
    fn new() -> Self {
        let twice = Self { folder: tempfile::tempdir().unwrap() };
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        for folder in twice.folders() {
            fs::create_dir_all(&folder).unwrap();
            for sample in
                ["scenarios/linfen-2018.yaml", "scenarios/linfen-2019.yaml", "tests/sheets/nasty.yaml"]
            {
                let sample = root.join(sample);
                fs::copy(&sample, folder.join(sample.file_name().unwrap())).unwrap();
            }
        }
        twice
    }

    fn folders(&self) -> [PathBuf; 2] {
        ["here", "wine"].map(|side| self.folder.path().join(side).join("初心 体验（秋 季）"))
    }

    /// Runs a command on both sides; fails unless both end, say and write the same. Out: what was said on standard
    /// output.
    fn run(&self, code: i32, arguments: &[&str]) -> String {
        let [here, wine] = self.folders();
        let own = run(OsString::from(env!("CARGO_BIN_EXE_chuxin")), &[], arguments, &here);
        let other = run("wine".into(), &[program().into_os_string()], arguments, &wine);
        let line = arguments.join(" ");
        assert_eq!(own.status.code(), Some(code), "{line}: {}", words(&own.stderr));
        assert_eq!(other.status.code(), Some(code), "{line} under wine: {}", words(&other.stderr));
        assert_eq!(words(&own.stdout), words(&other.stdout), "{line}");
        assert_eq!(words(&own.stderr), words(&other.stderr), "{line}");
        let (written, same) = (files(&here), files(&wine));
        assert_eq!(written.keys().collect::<Vec<_>>(), same.keys().collect::<Vec<_>>(), "{line}");
        for (name, bytes) in written {
            // The archive around a workbook says on which system it was packed; all within is the same. So the record of a
            // folder has another digest of it.
            let is_same = if Path::new(&name).extension().is_some_and(|end| end == "xlsx") {
                text(&name, &bytes) == text(&name, &same[&name])
            } else if name.ends_with(".chuxin-printed") {
                without_digests(&bytes) == without_digests(&same[&name])
            } else {
                bytes == same[&name]
            };
            assert!(is_same, "{line}: {name} differs");
        }
        words(&other.stdout)
    }
}

/// The lines of a record that hold no digest.
fn without_digests(record: &[u8]) -> Vec<String> {
    let lines = words(record).lines().map(str::to_owned).collect::<Vec<String>>();
    lines.into_iter().filter(|line| !line.trim_start().starts_with("\"digest\"")).collect()
}

/// Where the program for Windows lies: beside that under test, for its own target.
fn program() -> PathBuf {
    let target = Path::new(env!("CARGO_BIN_EXE_chuxin")).ancestors().nth(2).unwrap();
    let program = target.join("x86_64-pc-windows-gnu/debug/chuxin.exe");
    assert!(program.is_file(), "this test needs {}", program.display());
    program
}

fn run(program: OsString, before: &[OsString], arguments: &[&str], folder: &Path) -> Output {
    let mut command = tools::program(program);
    command.args(before).args(arguments).current_dir(folder).env("COLUMNS", "100").env("WINEDEBUG", "-all");
    tools::output(command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE"))
}

/// What was said; a path is the same with either slash.
fn words(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap().replace('\\', "/")
}

#[test]
#[ignore = "needs wine, and the program linked for Windows"]
fn plans_checks_and_mends_to_the_same_bytes() {
    let twice = Twice::new();
    for year in ["linfen-2018.yaml", "linfen-2019.yaml"] {
        twice.run(0, &["check", year]);
        let roster = twice.run(0, &["plan", year, "-o", "方案 一.json", "--by", "all", "--force"]);
        assert!(roster.contains("林晓"), "{roster}");
        twice.run(0, &["verify", year, "方案 一.json"]);
        twice.run(0, &["plan", year, "--format", "json", "--reserves", "1"]);
    }
    twice.run(2, &["plan", "linfen-2018.yaml", "-o", "方案 一.json"]);
    twice.run(
        0,
        &["repair", "linfen-2019.yaml", "--plan", "方案 一.json", "--absent", "a03", "-o", "方案 二.json"],
    );
    twice.run(2, &["repair", "linfen-2019.yaml", "--plan", "方案 二.json", "--absent", "a04"]);
    let notice = twice.run(0, &["repair", "--plan", "方案 二.json", "--absent", "a04", "-o", "方案 三.json"]);
    assert!(notice.contains("调整通知"), "{notice}");
    twice.run(0, &["verify", "方案 三.yaml", "方案 三.json", "--format", "json"]);
    twice.run(1, &["diff", "方案 一.json", "方案 三.json"]);
    twice.run(0, &["compare", "linfen-2018.yaml", "linfen-2019.yaml", "--set", "posts.patrol.seats=2"]);
    twice.run(2, &["check", "missing.yaml"]);
    twice.run(0, &["new", "新 活动"]);
}

#[test]
#[ignore = "needs wine, and the program linked for Windows"]
fn prints_the_same_files_also_over_those_that_are_there() {
    let twice = Twice::new();
    let formats = "html,xlsx,ics,txt,csv,json";
    twice.run(0, &["print", "linfen-2019.yaml", "--to", formats, "-o", "打印 件"]);
    twice.run(2, &["print", "linfen-2019.yaml", "--to", formats, "-o", "打印 件"]);
    // The plan that is read is never written over.
    twice.run(2, &["print", "打印 件/安排方案.json", "--to", formats, "-o", "打印 件", "--force"]);
    let but_json = "html,xlsx,ics,txt,csv";
    twice.run(0, &["print", "打印 件/安排方案.json", "--to", but_json, "-o", "打印 件", "--force"]);
    twice.run(0, &["print", "linfen-2018.yaml", "--to", formats, "-o", "打印 件", "--force", "--contacts"]);
    let [_, wine] = twice.folders();
    assert!(files(&wine).len() > 60, "{:?}", files(&wine).keys());
}

#[test]
#[ignore = "needs wine, and the program linked for Windows"]
fn gives_files_names_that_windows_takes() {
    let twice = Twice::new();
    let units = ["CON", "nul.txt", "com1", "LPT9", "aux", "ends. .", "a:b*c?d", "COM²"];
    let list = |entry: &dyn Fn(&str) -> String| units.map(entry).concat();
    let campaign = [
        "campaign: {name: 初心, season: 2018-10-22..2018-10-26}\nunits:\n",
        &list(&|unit| format!("  - {{name: \"{unit}\"}}\n")),
        "posts:\n",
        &list(&|unit| format!("  - {{title: \"{unit}\", unit: \"{unit}\", dates: 2018-10-22}}\n")),
        "ambassadors:\n",
        &list(&|unit| format!("  - {{name: \"林{unit}\"}}\n")),
    ]
    .concat();
    for folder in twice.folders() {
        fs::write(folder.join("names.yaml"), &campaign).unwrap();
    }
    twice.run(0, &["print", "names.yaml", "--to", "ics,txt", "-o", "文件 名"]);
    twice.run(0, &["print", "nasty.yaml", "--to", "ics,txt", "-o", "文件 名 2"]);
    let [_, wine] = twice.folders();
    for name in ["_CON", "_nul.txt", "_com1", "_LPT9", "_aux", "ends", "a_b_c_d", "_COM²"] {
        let name = format!("文件 名/通知/单位/{name}.txt");
        assert!(files(&wine).contains_key(&name), "{name}: {:?}", files(&wine).keys());
    }
}
