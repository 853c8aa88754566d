//! What every command prints, and with which code it ends, word for word.

mod advise;
mod belonging;
mod check;
mod claims;
mod compare;
mod convert;
mod diff;
mod exchange;
mod explain;
mod handover;
mod help;
mod import;
mod late;
mod left;
mod new;
mod plan;
mod reasons;
mod repair;
mod sayings;
mod scenario;
mod thursday;
mod touched;
mod untrue;
mod variations;
mod verify;
mod withdrawal;

use std::{
    ffi::OsStr,
    fs,
    path::Path,
    process::{Command, Output},
};
use tempfile::TempDir;

/// A folder of its own in which commands are run.
pub struct Stage {
    folder: TempDir,
    columns: usize,
}

impl Stage {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), columns: 100 }
    }

    /// Commands print for a page of so many columns.
    pub fn wide(mut self, columns: usize) -> Self {
        self.columns = columns;
        self
    }

    /// Puts a file into the folder.
    pub fn file(self, name: &str, text: &str) -> Self {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    /// Puts a file of `scenarios/` into the folder.
    pub fn scenario(self, name: &str) -> Self {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(name);
        let to = self.path().join(name);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(from, to).unwrap();
        self
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Runs `chuxin` with arguments that hold no spaces.
    pub fn run(&self, arguments: &str) -> Output {
        self.command(arguments.split_whitespace()).output().unwrap()
    }

    /// `chuxin` with these arguments, not yet started.
    pub fn command(&self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_chuxin"));
        command.args(arguments).current_dir(self.path());
        command.env("COLUMNS", self.columns.to_string()).env("LC_ALL", "C");
        command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").env_remove("LANGUAGE");
        command
    }

    /// Runs commands one after the other and writes down what came of each.
    pub fn transcript(&self, commands: &[&str]) -> String {
        commands.iter().map(|arguments| self.scene(arguments)).collect::<Vec<String>>().join("\n")
    }

    fn scene(&self, arguments: &str) -> String {
        let output = self.run(arguments);
        let mut scene = format!("$ chuxin {arguments}\n");
        for (name, bytes) in [("stdout", &output.stdout), ("stderr", &output.stderr)] {
            let text = String::from_utf8(bytes.clone()).unwrap().replace('\\', "/");
            assert!(!text.contains('\u{1b}'), "colour in a pipe: {text}");
            assert!(text.is_empty() || text.ends_with('\n'), "{name} ends within a line: {text}");
            if !text.is_empty() {
                scene += &["[", name, "]\n", &text].concat();
            }
        }
        scene + &format!("[exit code {}]\n", output.status.code().unwrap())
    }
}
