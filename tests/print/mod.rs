//! What `chuxin print` writes, read back byte by byte and by programs that know nothing of this one.

mod calendars;
mod chain;
mod changes;
mod duty;
mod facts;
mod known;
mod nasty;
mod notices;
mod phones;
mod replies;
mod safety;
mod season;
mod spreadsheets;
mod telling;
mod untold;

use crate::transcripts::Stage;
use chuxin::cli::print::format::FileFormat;
use clap::ValueEnum;
use std::{
    collections::BTreeMap,
    fs,
    io::{Cursor, Read},
    path::Path,
    sync::OnceLock,
};

/// Every format that needs no other program, as `--to` takes them.
pub fn formats() -> String {
    let names = FileFormat::value_variants().iter().filter_map(ValueEnum::to_possible_value);
    let names: Vec<String> = names.map(|value| value.get_name().to_owned()).collect();
    names
        .into_iter()
        .filter(|name| !["pdf", "png"].contains(&name.as_str()))
        .collect::<Vec<String>>()
        .join(",")
}

/// Linfen 2019 with its plan, `plan.json`, solved once for all tests.
pub fn linfen() -> Stage {
    static PLAN: OnceLock<String> = OnceLock::new();
    let stage = || Stage::new().scenario("linfen-2018.yaml").scenario("linfen-2019.yaml");
    let plan = PLAN.get_or_init(|| {
        let stage = stage();
        assert!(stage.run("plan linfen-2019.yaml -o plan.json").status.success());
        fs::read_to_string(stage.path().join("plan.json")).unwrap()
    });
    stage().file("plan.json", plan)
}

/// Prints and returns every file by its path below the folder.
pub fn printed(stage: &Stage, arguments: &str, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let output = stage.run(&format!("print {arguments} -o {folder}"));
    assert!(output.status.success(), "{arguments}: {}", String::from_utf8_lossy(&output.stderr));
    files(&stage.path().join(folder))
}

/// What a folder knows of its prints.
pub const RECORD: &str = ".chuxin-printed";

/// Every file below a folder, but for what it knows of its prints.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(here) = open.pop() {
        for entry in fs::read_dir(here).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found.remove(RECORD);
    found
}

/// The record of a folder without the digests, which nobody takes for numbers.
pub fn record(folder: &Path) -> String {
    let text = fs::read_to_string(folder.join(RECORD)).unwrap();
    let parts = text.split("sha256:").enumerate().map(|(at, part)| if at == 0 { part } else { &part[64..] });
    parts.collect()
}

/// What a file says: workbooks and documents unpacked, folded lines of calendars joined.
pub fn text(name: &str, bytes: &[u8]) -> String {
    let is = |ending: &str| Path::new(name).extension().is_some_and(|found| found == ending);
    if is("xlsx") || is("docx") {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        for at in 0..archive.len() {
            archive.by_index(at).unwrap().read_to_string(&mut text).unwrap();
        }
        return text;
    }
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    if is("ics") { text.replace("\r\n ", "") } else { text }
}
