//! Random chains of repairs, and a telephone that imports calendars as they come: it shows the latest plan and nothing
//! else. Of two entries with one UID it keeps the one of the higher SEQUENCE, of equals the one that comes later.

use crate::support::draws::Draws;
use chuxin::{
    domain::{Domain, Language},
    inquiry::repair,
    pipeline::{
        self, ValidCampaign,
        mending::{self, Before, Exchanged, Giving, Handed, Mending},
    },
    plan::{
        Mends, Plan, json,
        outline::{Outline, Visit},
    },
    planning::{earlier::RepairTerms, outcome::Outcome},
    render::{
        calendar::{self, Earlier},
        edition::{Edition, PaperCopy, masks, past::Past, shown::Shown},
        file::PrintedFile,
    },
    solver::Unwatched,
    source::Sources,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};
use tempfile::TempDir;

const CHAINS: u64 = 25;
const STEPS: usize = 5;

/// A campaign that changes: what of it is there, and when.
struct Changing {
    units: Vec<bool>,
    /// Unit, days of October, hour at which it begins.
    posts: Vec<(usize, BTreeSet<u32>, u32)>,
    /// Whether somebody is still there, and the days on which he or she cannot.
    people: Vec<(bool, BTreeSet<u32>)>,
    neighbourhoods: Vec<bool>,
    lecture: Option<u32>,
}

impl Changing {
    fn new(draws: &mut Draws) -> Self {
        let post = |at: usize, draws: &mut Draws| (at % 3, days(draws, 4), 8);
        Self {
            units: vec![true; 3],
            posts: (0..5).map(|at| post(at, draws)).collect(),
            people: vec![(true, BTreeSet::new()); 4],
            neighbourhoods: vec![true; 3],
            lecture: draws.chance(60).then_some(2),
        }
    }

    fn change(&mut self, draws: &mut Draws) {
        let at = draws.below(60);
        match draws.below(9) {
            0 => flip(&mut self.units, at),
            1 => flip(&mut self.neighbourhoods, at),
            2 => self.people[at % 4].0 ^= true,
            3 | 4 => self.people[at % 4].1 = days(draws, 2),
            5 | 6 => self.posts[at % 5].1 = days(draws, 4),
            7 => self.posts[at % 5].2 = [8, 10][at % 2],
            _ if at.is_multiple_of(2) => self.posts[at % 5].0 = at % 3,
            _ => self.lecture = [None, Some(2), Some(3)][at % 3],
        }
    }

    fn text(&self) -> String {
        let mut lines = vec!["campaign:\n  name: 初心\n  season: 2018-10-22..2018-10-28".to_owned()];
        lines.extend(
            self.lecture.map(|day| {
                format!("  lecture: {{title: 初心讲堂, date: 2018-11-0{day}, hours: 14:00-16:00}}")
            }),
        );
        lines.push("rules: {days: {max: 3}}\nthursday_action: {months: 2019-01..2019-02}".into());
        lines.push("themes: [{id: t0, name: 主题}]\nunits:".into());
        let units = there(&self.units);
        lines.extend(units.iter().map(|at| {
            format!("  - {{id: u{at}, name: 单位{at}, location: [31.30, 121.4{at}], offers: [t0]}}")
        }));
        lines.push("neighbourhoods:".into());
        lines.extend(
            there(&self.neighbourhoods)
                .iter()
                .map(|at| format!("  - {{id: n{at}, name: 居民区{at}, location: [31.30, 121.4{at}5]}}")),
        );
        lines.push("posts:".into());
        for (at, (unit, days, hour)) in self.posts.iter().enumerate().filter(|(_, post)| self.units[post.0]) {
            let days: Vec<String> = days.iter().map(|day| format!("2018-10-{day}")).collect();
            lines.push(format!(
                "  - {{id: p{at}, unit: u{unit}, title: 岗位{at}, dates: [{}], hours: '{hour:02}:00-12:00', seats: 2}}",
                days.join(", ")
            ));
        }
        lines.push("ambassadors:".into());
        for (at, (_, away)) in self.people.iter().enumerate().filter(|(_, person)| person.0) {
            let away: Vec<String> = away.iter().map(|day| format!("2018-10-{day}")).collect();
            lines.push(format!("  - {{id: a{at}, name: 大使{at}, away: [{}]}}", away.join(", ")));
        }
        lines.join("\n") + "\n"
    }
}

fn days(draws: &mut Draws, most: usize) -> BTreeSet<u32> {
    let count = draws.between(1, most);
    draws.some(&[22, 23, 24, 25, 26], count).into_iter().collect()
}

/// Turns one of them on or off, unless it is the last.
fn flip(flags: &mut [bool], at: usize) {
    let flag = at % flags.len();
    if !flags[flag] || there(flags).len() > 1 {
        flags[flag] ^= true;
    }
}

fn there(flags: &[bool]) -> Vec<usize> {
    (0..flags.len()).filter(|&at| flags[at]).collect()
}

fn read(folder: &Path, text: &str) -> Option<ValidCampaign> {
    let path = folder.join("campaign.yaml");
    fs::write(&path, text).unwrap();
    pipeline::read(&mut Sources::default(), &path).campaign
}

fn planned(sound: &ValidCampaign) -> Plan {
    match pipeline::plan(sound, "campaign.yaml", &Unwatched).expect("no defect") {
        Outcome::Planned(plan) => plan,
        other => panic!("{other:?}"),
    }
}

/// The plan in the folder, mended, now and then with an exchange; `None` where it has nothing in common with the campaign, or
/// where the exchange cannot be.
fn mended(folder: &Path, sound: &ValidCampaign, draws: &mut Draws) -> Option<Plan> {
    let mut sources = Sources::default();
    let written = repair::read(&mut sources, &folder.join("plan.json")).expect("a plan");
    let found = written.review(sound).ok()?;
    let digest = written.file.digest.clone();
    let mends = Mends {
        file: "plan.json".into(),
        digest,
        terms: RepairTerms::default(),
        only: None,
        waiting: vec![],
    };
    let exchanged = draws.chance(25).then(|| exchange(&written.outline, &sound.domain, draws));
    let before = Before { saved: &written.file.saved, had: written.outline, found: &found };
    let mending = Mending::of(before, &sound.domain, mends, exchanged.as_ref()).expect("nothing has to stay");
    match mending::repair(sound, "campaign.yaml", &mending, &Unwatched).expect("no defect") {
        Outcome::Planned(plan) => Some(plan),
        Outcome::Contradiction(_) if exchanged.is_some() => None,
        other => panic!("{other:?}"),
    }
}

/// Somebody steps in for somebody else, two change places, or somebody comes late.
fn exchange(had: &Outline, domain: &Domain, draws: &mut Draws) -> Exchanged {
    let mut exchanged = Exchanged::default();
    let mut hand = |visit: &Visit, to: &str| {
        exchanged.leaving.push(visit.clone());
        let visit = Visit { ambassador: to.to_owned(), ..visit.clone() };
        exchanged.coming.push(Handed { visit, option: Giving::Swap(String::new()) });
    };
    if let [one, other] = &draws.some(&had.visits, 2)[..] {
        if draws.chance(50) && one.ambassador != other.ambassador {
            hand(one, &other.ambassador);
            hand(other, &one.ambassador);
        } else if !domain.ambassadors.is_empty() {
            hand(one, &draws.one(&domain.ambassadors).id);
        }
    }
    let is_late = |id: &String| had.visits.iter().all(|visit| visit.ambassador != *id);
    let late = domain.ambassadors.iter().map(|person| person.id.clone()).filter(is_late);
    exchanged.late = late.filter(|_| draws.chance(50)).collect();
    exchanged
}

fn calendars(domain: &Domain, plan: &Plan, past: &[Domain], earlier: &Earlier) -> Vec<PrintedFile> {
    let (language, copy) = (Language::Zh, PaperCopy::default());
    let shown = Shown::of(domain, false);
    let names = masks::names(&shown, language, copy.naming);
    let past: Vec<Past<'_>> =
        past.iter().rev().map(|domain| Past::of(Shown::of(domain, false), language, copy.naming)).collect();
    let paper = Edition { copy, past: &past, ..Edition::on_screen(&shown, plan, &names, language) };
    let mut files = calendar::files(paper, earlier);
    files.extend(calendar::stale(paper, earlier, &files));
    files
}

/// An entry but for its UID and status.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Seen {
    start: String,
    end: String,
    words: String,
}

/// What one telephone has of one calendar: by UID the SEQUENCE, and what is shown unless it is cancelled.
#[derive(Debug, Clone, Default)]
struct Telephone(BTreeMap<String, (u64, Option<Seen>)>);

impl Telephone {
    fn import(&mut self, bytes: &[u8]) {
        let text = String::from_utf8(bytes.to_vec()).unwrap().replace("\r\n ", "");
        let mut seen = BTreeSet::new();
        for block in text.split("BEGIN:VEVENT").skip(1) {
            let value = |key: &str| {
                let line = block.lines().find(|line| line.starts_with(key));
                line.and_then(|line| line.split_once(':'))
                    .map(|(_, value)| value.to_owned())
                    .unwrap_or_default()
            };
            let (uid, sequence) = (value("UID"), value("SEQUENCE").parse().unwrap());
            assert!(seen.insert(uid.clone()), "{uid} stands twice in\n{text}");
            let words = [value("SUMMARY"), value("LOCATION"), value("DESCRIPTION")].join("|");
            let shown = Seen { start: value("DTSTART"), end: value("DTEND"), words };
            let shown = (value("STATUS") == "CONFIRMED").then_some(shown);
            if self.0.get(&uid).is_none_or(|(known, _)| *known <= sequence) {
                self.0.insert(uid, (sequence, shown));
            }
        }
    }

    fn shows(&self) -> Vec<Seen> {
        let mut shown: Vec<Seen> = self.0.values().filter_map(|(_, shown)| shown.clone()).collect();
        shown.sort();
        shown
    }
}

/// When the plan itself says that something is in a calendar, as `DTSTART` has it.
fn expected(path: &str, domain: &Domain, plan: &Plan) -> Vec<String> {
    let stem = path.trim_end_matches(".ics").trim_start_matches("日历/");
    let person = stem.strip_prefix("大使/").map(|stem| stem.split(' ').next().unwrap());
    let unit = stem.strip_prefix("单位/");
    let neighbourhood = stem.strip_prefix("居民区/");
    let mut starts = Vec::new();
    let mut sessions = BTreeSet::new();
    let placements = plan.experience.roster.placements.iter().filter(|_| neighbourhood.is_none());
    for one in placements {
        let post = domain.post(one.post);
        let start = format!("{}T{:02}0000Z", one.date.format("%Y%m%d"), one.hours.start() / 60 - 8);
        match (person, unit) {
            (Some(id), _) if domain.ambassador(one.ambassador).id == id => starts.push(start),
            (Some(_), _) => {}
            (None, Some(name)) if domain.unit(post.unit).name != name => {}
            (None, _) => drop(sessions.insert((post.id.clone(), start))),
        }
    }
    starts.extend(sessions.into_iter().map(|(_, start)| start));
    for event in plan.thursday_action.iter().flat_map(|plan| &plan.timetable.events) {
        if person.is_none()
            && unit.is_none_or(|name| domain.unit(event.unit).name == name)
            && neighbourhood.is_none_or(|name| domain.neighbourhood(event.neighbourhood).name == name)
        {
            starts.push(format!("{}T060000Z", event.date.format("%Y%m%d")));
        }
    }
    let is_there = neighbourhood.is_none()
        && person.is_none_or(|id| domain.ambassadors.iter().any(|one| one.id == id))
        && unit.is_none_or(|name| domain.units.iter().any(|one| one.name == name));
    let lecture = domain.campaign.lecture.as_ref().and_then(|lecture| lecture.date).filter(|_| is_there);
    starts.extend(lecture.map(|date| format!("{}T060000Z", date.format("%Y%m%d"))));
    starts.sort();
    starts
}

/// Plans of one campaign, each with its calendars.
struct Chain {
    folder: TempDir,
    campaign: Changing,
    past: Vec<Domain>,
    plan: Plan,
    printed: Vec<BTreeMap<String, Vec<u8>>>,
}

impl Chain {
    fn new(draws: &mut Draws) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let campaign = Changing::new(draws);
        let sound = read(folder.path(), &campaign.text()).expect("a sound campaign");
        let plan = planned(&sound);
        let mut chain = Self { folder, campaign, past: vec![], plan, printed: vec![] };
        chain.print(sound.domain, &Earlier::new());
        chain
    }

    /// Saves and prints the plan; `earlier` is what lies in the folder of the print.
    fn print(&mut self, domain: Domain, earlier: &Earlier) {
        fs::write(self.folder.path().join("plan.json"), json::text(&domain, &self.plan)).unwrap();
        let files = calendars(&domain, &self.plan, &self.past, earlier);
        self.printed.push(files.into_iter().map(|file| (file.path, file.bytes)).collect());
        self.past.push(domain);
    }

    /// All that lies in the folder where everything was printed into one.
    fn folder(&self) -> Earlier {
        let files = self.printed.iter().flatten();
        files.map(|(path, bytes)| (path.clone(), String::from_utf8(bytes.clone()).unwrap())).collect()
    }

    /// The campaign as it is after a change, where there is a sound one.
    fn changed(&mut self, draws: &mut Draws) -> Option<ValidCampaign> {
        self.campaign.change(draws);
        read(self.folder.path(), &self.campaign.text())
    }

    /// Whoever imported some of a calendar's files in order, the last among them, sees what the last plan says. A file
    /// that this print did not write may lie in the folder still.
    fn check(&self, draws: &mut Draws, folder: &Earlier, context: &str) {
        let (last, before) = self.printed.split_last().unwrap();
        let paths: BTreeSet<&String> = self.printed.iter().flat_map(|files| files.keys()).collect();
        for path in paths {
            let latest = last.get(path).map(Vec::as_slice).or(folder.get(path).map(String::as_bytes));
            let latest = latest.unwrap_or_else(|| panic!("{context}: {path} is not written"));
            let mut telephone = Telephone::default();
            for files in before.iter().filter(|_| draws.chance(70)) {
                telephone.import(files.get(path).map_or(&[], Vec::as_slice));
            }
            telephone.import(latest);
            let mut alone = Telephone::default();
            alone.import(latest);
            assert_eq!(telephone.shows(), alone.shows(), "{context}: {path}");
            let mut starts: Vec<String> = alone.shows().into_iter().map(|shown| shown.start).collect();
            starts.sort();
            assert_eq!(starts, expected(path, self.past.last().unwrap(), &self.plan), "{context}: {path}");
            let text = String::from_utf8(latest.to_vec()).unwrap();
            assert!(text.split("\r\n").all(|line| line.len() <= 75), "{context}: {text}");
        }
    }
}

#[test]
fn a_telephone_follows_repairs_from_whatever_folder() {
    let (mut mended_ones, mut cancelled, mut moved) = (0, 0, 0);
    for seed in 0..CHAINS {
        let mut draws = Draws::from_seed(seed);
        let mut chain = Chain::new(&mut draws);
        for step in 0..STEPS {
            let Some(sound) = chain.changed(&mut draws) else { continue };
            let Some(plan) = mended(chain.folder.path(), &sound, &mut draws) else { continue };
            chain.plan = plan;
            let earlier = if draws.chance(30) { chain.folder() } else { Earlier::new() };
            chain.print(sound.domain, &earlier);
            chain.check(&mut draws, &Earlier::new(), &format!("seed {seed}, step {step}"));
            mended_ones += 1;
            let history = &chain.plan.history;
            cancelled += history.past(None).len();
            moved += history.visits.iter().filter(|one| one.until.is_none() && one.since > 0).count();
            assert_eq!(usize::try_from(history.revision).unwrap() + 1, chain.printed.len());
        }
    }
    assert!(mended_ones > 100 && cancelled > 200 && moved > 100, "{mended_ones}, {cancelled}, {moved}");
}

#[test]
fn a_telephone_follows_plans_made_anew_in_one_folder() {
    let mut anew = 0;
    for seed in 0..CHAINS {
        let mut draws = Draws::from_seed(seed);
        let mut chain = Chain::new(&mut draws);
        for step in 0..STEPS {
            let Some(sound) = chain.changed(&mut draws) else { continue };
            let repaired =
                if draws.chance(50) { mended(chain.folder.path(), &sound, &mut draws) } else { None };
            anew += usize::from(repaired.is_none());
            chain.plan = repaired.unwrap_or_else(|| planned(&sound));
            let earlier = chain.folder();
            chain.print(sound.domain, &earlier);
            chain.check(&mut draws, &earlier, &format!("seed {seed}, step {step}"));
        }
    }
    assert!(anew > 50, "{anew}");
}
