//! The sheets for paper, opened, measured and printed by a real browser, and read by `pdftotext` and `pdfinfo` (poppler).

mod measured;
mod printed;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};
use tempfile::TempDir;

fn scenario(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(name)
}

fn nasty() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sheets/nasty.yaml")
}

/// A folder with the files that `print` makes of a campaign.
struct Printed {
    folder: TempDir,
}

impl Printed {
    fn of(campaign: &Path, options: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        let output = chuxin(&["print", campaign.to_str().unwrap(), "-o", out.to_str().unwrap()], options);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Self { folder }
    }

    /// The files with an ending, by name.
    fn files(&self, ending: &str) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.folder.path().join("out")).unwrap();
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        paths.retain(|path| path.extension().is_some_and(|found| found == ending));
        paths.sort();
        paths
    }

    /// The only file with an ending.
    fn file(&self, ending: &str) -> PathBuf {
        let mut files = self.files(ending);
        assert_eq!(files.len(), 1, "{files:?}");
        files.remove(0)
    }
}

fn chuxin(arguments: &[&str], options: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_chuxin")).args(arguments).args(options).output().unwrap()
}
