//! What is read and written: nothing lost, nothing left half done, nothing obeyed that was only typed.

mod kept;
mod killed;
mod streams;
mod typed;

use std::{fs, path::Path};

/// One person at one post.
const CAMPAIGN: &str = "campaign: {name: 初心, season: 2018-10-22..2018-10-23}
units: [{id: bank, name: 银行}]
posts: [{id: lobby, title: 大堂, unit: bank, dates: 2018-10-22..2018-10-23}]
ambassadors: [{id: a01, name: 林晓}]
";

/// What lies in a folder, hidden files too.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = entries.map(|name| name.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
