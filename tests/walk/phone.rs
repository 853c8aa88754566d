//! A phone that imports calendar files one after the other, by UID and SEQUENCE, as phones do.

use std::collections::{BTreeMap, BTreeSet};

/// An entry as a phone holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    sequence: u32,
    is_cancelled: bool,
    /// The day in China.
    date: String,
    summary: String,
    /// All of it, for whatever else changes.
    lines: Vec<String>,
}

/// What a phone holds, by UID.
#[derive(Debug, Clone, Default)]
pub struct Phone {
    entries: BTreeMap<String, Entry>,
}

impl Phone {
    /// Takes in what is newer than what the phone holds; something else under the number that it holds would be lost.
    pub fn import(&mut self, path: &str, bytes: &[u8]) {
        let text = String::from_utf8(bytes.to_vec()).unwrap().replace("\r\n ", "");
        for block in text.split("BEGIN:VEVENT").skip(1) {
            let block = block.split("END:VEVENT").next().unwrap();
            let value = |key: &str| {
                let line = block.lines().find(|line| line.starts_with(key));
                line.and_then(|line| line.split_once(':')).unwrap_or_else(|| panic!("{key}: {block}")).1
            };
            let entry = Entry {
                sequence: value("SEQUENCE").parse().unwrap(),
                is_cancelled: value("STATUS") == "CANCELLED",
                date: in_china(value("DTSTART")),
                summary: value("SUMMARY").replace('\\', ""),
                lines: block.lines().map(str::to_owned).filter(|line| !line.starts_with("DTSTAMP")).collect(),
            };
            let uid = value("UID").to_owned();
            match self.entries.get(&uid) {
                Some(known) if known.sequence > entry.sequence => {}
                Some(known) if known.sequence == entry.sequence => {
                    assert_eq!(known.lines, entry.lines, "{path}: lost under the same SEQUENCE");
                }
                _ => drop(self.entries.insert(uid, entry)),
            }
        }
    }

    /// The days and posts of the visits that it shows, of posts with these titles.
    pub fn visits(&self, titles: &[String]) -> BTreeSet<(String, String)> {
        let shown = self.entries.values().filter(|entry| !entry.is_cancelled);
        shown.filter_map(|entry| Some((entry.date.clone(), post(&entry.summary, titles)?))).collect()
    }
}

/// The title of the post in the summary of an entry; none where it is no visit.
pub fn post(summary: &str, titles: &[String]) -> Option<String> {
    let rest = summary.split_once("初心体验：")?.1;
    titles.iter().filter(|title| rest.contains(title.as_str())).max_by_key(|title| title.len()).cloned()
}

/// The day in China of a moment in UTC such as `20191021T233000Z`.
fn in_china(moment: &str) -> String {
    let moment = chrono::NaiveDateTime::parse_from_str(moment.trim(), "%Y%m%dT%H%M%SZ").unwrap();
    (moment + chrono::TimeDelta::hours(8)).date().to_string()
}
