//! `LibreOffice` opens the workbooks that are written, and what it saves is read again.

use crate::{
    support::tools,
    transcripts::Stage,
    workbooks::{
        round_trips::{TOP, meaning},
        written::parts,
    },
};
use chuxin::{campaign, source::Sources};
use serde_json::Value;
use std::{fs, path::Path};

/// Samples that differ in what they hold.
const SAMPLES: [&str; 5] =
    ["every-field.yaml", "linfen-2018.yaml", "linfen-2019.yaml", "patrol.yaml", "ningmeng-2019.yaml"];

/// What the tree of a file means.
fn tree(path: &Path) -> Value {
    let mut sources = Sources::default();
    let file = sources.open(path).unwrap();
    let mut problems = Vec::new();
    let tree = campaign::tree(&sources, file, &mut problems).unwrap();
    assert_eq!(problems, [], "{}", path.display());
    meaning(&tree, &TOP)
}

/// How many notes and how many drop-down lists a workbook has.
fn helps(path: &Path) -> [usize; 2] {
    let workbook = fs::read(path).unwrap();
    let count = |begin: &str, words: &str| parts(&workbook, begin).matches(words).count();
    [count("xl/comments", "<comment "), count("xl/worksheets/sheet", "<dataValidation ")]
}

#[test]
#[ignore = "needs soffice (LibreOffice)"]
fn libreoffice_opens_fills_in_and_saves_every_workbook_that_is_written() {
    let mut stage = Stage::new();
    let mut names: Vec<String> = Vec::new();
    for sample in SAMPLES {
        stage = stage.scenario(sample);
        let name = sample.replace(".yaml", ".xlsx");
        assert!(stage.run(&format!("convert {sample} {name}")).status.success());
        names.push(name);
    }
    assert!(stage.run("new . --workbook").status.success());
    names.push("campaign.xlsx".to_owned());

    let written: Vec<_> = names.iter().map(|name| stage.path().join(name)).collect();
    let opened = tools::office("fods", &written, stage.path());
    let mut filled = Vec::new();
    for (name, path) in names.iter().zip(&written) {
        let mut wanted = tree(path);
        let title = wanted["campaign"]["name"].as_str().expect("a name").to_owned();
        let file = opened.join(name.replace(".xlsx", ".fods"));
        let cells = fs::read_to_string(&file).unwrap();
        let (before, after) =
            (format!("<text:p>{title}</text:p>"), format!("<text:p>{title}（改）</text:p>"));
        assert_eq!(cells.matches(&before).count(), 1, "{name}");
        fs::write(&file, cells.replace(&before, &after)).unwrap();
        wanted["campaign"]["name"] = format!("{title}（改）").into();
        filled.push((file, wanted));
    }
    let files: Vec<_> = filled.iter().map(|(file, _)| file).collect();
    let saved = tools::office("xlsx", &files, stage.path());
    for ((name, path), (_, wanted)) in names.iter().zip(&written).zip(&filled) {
        let again = saved.join(name);
        assert_eq!(&tree(&again), wanted, "{name}");
        assert_eq!(helps(&again), helps(path), "{name}");
        assert!(helps(path).iter().all(|number| *number > 15), "{name}");
    }
}
