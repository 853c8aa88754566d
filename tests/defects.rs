//! A panic ends as a defect that says what to report. A hook belongs to a whole process: each case is one of its own,
//! this very test started again with the case in its environment.

use chuxin::cli::{
    defect::guarded,
    ending::Ending,
    files::Existing,
    folder::write_one,
    options::{Color, Global, Tongue},
    terminal::Terminal,
};
use chuxin::{domain::Language, source::replacement::Stage};
use std::{
    path::Path,
    process::{Command, exit},
};

/// Where the case stands for the process that plays it, and the folder in which it writes.
const CASE: &str = "CHUXIN_DEFECT_CASE";
const FOLDER: &str = "CHUXIN_DEFECT_FOLDER";

/// What a case does; a panic stands on a line of this file.
fn play(case: &str, folder: &Path) -> Ending {
    let asked = |lang| Terminal::new(Global { color: Color::Never, lang, help: None });
    match case {
        "done" => {}
        "zh" => panic!("secret 138 0000 0001"),
        "campaign" => {
            asked(None).language(Some(Language::En));
            panic!("secret");
        }
        "asked" => {
            asked(Some(Tongue::Zh)).language(Some(Language::En));
            panic!("secret");
        }
        "scoped" => std::thread::scope(|scope| {
            scope.spawn(|| panic!("secret"));
        }),
        "detached" => {
            let work = std::thread::spawn(|| panic!("secret"));
            while !work.is_finished() {
                std::thread::yield_now();
            }
        }
        "writing" => {
            write_one(&folder.join("whole.txt"), b"whole", Existing::Keep).unwrap();
            let stage = Stage::open(folder, false).unwrap();
            std::fs::write(stage.ready().join("half.txt"), "ha").unwrap();
            panic!("secret {}", stage.ready().display());
        }
        other => unreachable!("{other}"),
    }
    Ending::Done
}

/// Exit code, standard output and standard error of a case.
fn played(case: &str, folder: &Path) -> (Option<i32>, String, String) {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "defects::a_panic_is_told_as_a_defect", "--nocapture", "--quiet"])
        .envs([(CASE, case.as_ref()), (FOLDER, folder.as_os_str())])
        .env("RUST_BACKTRACE", "1")
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_panic_is_told_as_a_defect() {
    if let Some(case) = std::env::var_os(CASE) {
        let folder = std::env::var_os(FOLDER).unwrap();
        let ending = guarded(|| play(case.to_str().unwrap(), folder.as_ref()));
        exit(match ending {
            Ending::Done => 0,
            Ending::Defect => 70,
            other => panic!("{other:?}"),
        });
    }
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(played("done", folder.path()).0, Some(0));
    for case in ["zh", "campaign", "asked", "scoped", "detached", "writing"] {
        let (code, _, err) = played(case, folder.path());
        assert_eq!(code, Some(70), "{case}: {err}");
        let (first, second) = match case {
            "campaign" => ("error: a defect of this program", "hint: please report both lines"),
            _ => ("错误：程序自身有缺陷", "提示：请把这两行连同活动文件告诉开发者"),
        };
        let lines: Vec<&str> = err.lines().collect();
        assert_eq!(lines.len(), 2, "{case}: {err}");
        assert!(lines[0].starts_with(first) && lines[1].starts_with(second), "{case}: {err}");
        assert!(
            lines[0].contains("tests/defects.rs:") || lines[0].contains("tests\\defects.rs:"),
            "{case}: {err}"
        );
        assert!(
            lines[1].contains(env!("CARGO_PKG_VERSION")) && lines[1].contains("chuxin --exact"),
            "{case}: {err}"
        );
        assert!(!err.contains("secret"), "{case}: {err}");
    }
    let left: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["whole.txt"]);
}
