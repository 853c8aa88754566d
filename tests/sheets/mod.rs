//! The sheets for paper, opened, measured and printed by a real browser, and read by `pdftotext` and `pdfinfo` (poppler).

mod heads;
mod measured;
mod pictures;
mod printed;
mod report;

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

    /// The files with an ending, those in folders too, by name.
    fn files(&self, ending: &str) -> Vec<PathBuf> {
        let below = |folder: &Path| -> Vec<PathBuf> {
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
        };
        let mut paths = below(&self.folder.path().join("out"));
        paths.extend(paths.clone().iter().filter(|path| path.is_dir()).flat_map(|path| below(path)));
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

/// One sheet of a campaign as HTML and PDF.
fn sheet_of(campaign: &Path, name: &str) -> Printed {
    Printed::of(campaign, &["--sheet", name, "--to", "html,pdf"])
}

fn chuxin(arguments: &[&str], options: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_chuxin")).args(arguments).args(options).output().unwrap()
}
