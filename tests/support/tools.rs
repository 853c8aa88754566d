//! Programs that know nothing of this one.
//!
//! A test that needs one is ignored, with the program as its reason, unless it is asked for. Then it fails where the
//! program is missing: none passes without it.

use chuxin::cli::browser::Browser;
use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// A program, not yet started: for [`output`].
pub fn program(name: impl AsRef<OsStr>) -> Command {
    Command::new(name)
}

/// What comes of a command whose program must be there.
pub fn output(command: &mut Command) -> Output {
    let program = command.get_program().to_owned();
    command.output().unwrap_or_else(|error| panic!("this test needs {}: {error}", program.display()))
}

/// What a program says on standard output.
pub fn said<A: AsRef<OsStr>>(program: impl AsRef<OsStr>, arguments: impl IntoIterator<Item = A>) -> String {
    String::from_utf8_lossy(&output(Command::new(program).args(arguments)).stdout).into_owned()
}

/// The folder, made in `folder`, with what `LibreOffice` makes of files in a format. At times it falls over as it starts
/// beside another one: then it is started again, with a profile that is new.
pub fn office(format: &str, documents: &[impl AsRef<OsStr>], folder: &Path) -> PathBuf {
    let name = format.split(':').next().unwrap_or_default();
    let out = folder.join(format!("as-{name}"));
    let convert = |attempt: u32| {
        let profile = folder.join(format!("profile-{name}-{attempt}"));
        let profile = format!("-env:UserInstallation=file://{}", profile.display());
        let mut command = program("soffice");
        command.env("LC_ALL", "C.UTF-8").args([&profile, "--headless", "--convert-to", format, "--outdir"]);
        output(command.arg(&out).args(documents))
    };
    let mut converted = convert(0);
    for attempt in 1..4 {
        if !converted.status.success() {
            converted = convert(attempt);
        }
    }
    assert!(converted.status.success(), "{}", String::from_utf8_lossy(&converted.stderr));
    out
}

/// A program that npm installed, in `target/node` or for the whole computer.
pub fn of_node(name: &str) -> Command {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/node/node_modules/.bin").join(name);
    program(if own.exists() { own.into_os_string() } else { name.into() })
}

/// A Python that has a module.
pub fn python_with(module: &str) -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/python/bin/python3");
    let import = ["-c".to_owned(), format!("import {module}")];
    let has_it = |python: &PathBuf| {
        let tried = Command::new(python).args(&import).output();
        tried.is_ok_and(|output| output.status.success())
    };
    let found = [own, PathBuf::from("python3")].into_iter().find(has_it);
    found.unwrap_or_else(|| panic!("this test needs {module} for Python"))
}

/// The browser of this computer.
pub fn browser() -> Browser {
    Browser::find(None).expect("this test needs Chromium, Chrome or Edge")
}
