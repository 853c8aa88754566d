//! The folder after each step, seen by programs that know nothing of this one.

use super::{Walk, day, phone, titles, walked};
use crate::{
    print::files,
    support::tools::{self, output, program, python_with},
};
use chuxin::domain::{Domain, places::UnitIx};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

/// What `icalendar` has imported of each calendar: by UID the SEQUENCE, and day and post of what is not cancelled.
type Imported = BTreeMap<String, BTreeMap<String, (u32, Option<(String, String)>)>>;

fn said(module: &str, script: &str, arguments: &[PathBuf]) -> String {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(script);
    let mut command = program(python_with(module));
    let read = output(command.arg(script).args(arguments));
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    String::from_utf8(read.stdout).unwrap()
}

/// Takes in all calendars of the folder, as a phone that follows them does.
fn import(walk: &Walk, titles: &[String], imported: &mut Imported) {
    let folder = walk.stage.path().join("out");
    let calendars = files(&folder).into_keys().filter(|path| path.starts_with("日历/"));
    let calendars: Vec<PathBuf> = calendars.map(|path| folder.join(path)).collect();
    for line in said("icalendar", "print/read_calendar.py", &calendars).lines() {
        let cells: Vec<&str> = line.split('|').collect();
        let path = cells[0].strip_prefix(&format!("{}/", folder.display())).unwrap().to_owned();
        let sequence: u32 = cells[2].parse().unwrap();
        let shown = phone::post(cells[6], titles).filter(|_| cells[3] == "CONFIRMED");
        let shown = shown.map(|post| (cells[4][..10].to_owned(), post));
        let known = imported.entry(path).or_default().entry(cells[1].to_owned()).or_default();
        if sequence >= known.0 {
            *known = (sequence, shown);
        }
    }
}

/// Days and posts in each calendar whose path ends so.
fn shown(imported: &Imported, folder: &str, ending: &str) -> BTreeSet<(String, String)> {
    let own = imported.iter().filter(|(path, _)| path.starts_with(folder) && path.ends_with(ending));
    own.flat_map(|(_, entries)| entries.values().filter_map(|(_, shown)| shown.clone())).collect()
}

#[test]
#[ignore = "needs icalendar and openpyxl for Python"]
fn others_read_in_the_folder_what_the_plan_says() {
    let (mut imported, mut known) = (Imported::new(), BTreeSet::new());
    walked(&mut |walk| {
        let domain = walk.domain();
        known.extend(titles(&domain));
        import(walk, &known.iter().cloned().collect::<Vec<String>>(), &mut imported);
        let visits = walk.visits(&walk.plan());
        let rows = |of: &dyn Fn(&super::Visit) -> bool| -> BTreeSet<(String, String)> {
            let own = visits.iter().filter(|visit| of(visit));
            own.map(|visit| (visit.date.clone(), super::title(&domain, &visit.post))).collect()
        };
        let step = walk.step;
        assert_eq!(shown(&imported, "日历/", "全部.ics"), rows(&|_| true), "after step {step}");
        for person in &domain.ambassadors {
            let own = shown(&imported, "日历/大使/", &format!("{}.ics", person.name));
            assert_eq!(own, rows(&|visit| visit.person == person.id), "{} after step {step}", person.name);
        }
        for (at, unit) in domain.units.iter().enumerate() {
            let own = shown(&imported, "日历/单位/", &format!("{}.ics", unit.name));
            let is_own = |visit: &super::Visit| unit_of(&domain, &visit.post) == Some(UnitIx(at));
            assert_eq!(own, rows(&is_own), "{} after step {step}", unit.name);
        }
        if domain.units.iter().all(|unit| unit.id != "law-firm") {
            assert!(shown(&imported, "日历/单位/", "临汾律师事务所.ics").is_empty(), "after step {step}");
        }
        look_at_workbook(walk, &domain);
    });
}

fn unit_of(domain: &Domain, post: &str) -> Option<UnitIx> {
    domain.posts.iter().find(|one| one.id == post).map(|post| post.unit)
}

/// The sheet of days holds the plan, a row a visit, and nothing else.
fn look_at_workbook(walk: &Walk, domain: &Domain) {
    let name = |id: &str| domain.ambassadors.iter().find(|one| one.id == id).unwrap().name.clone();
    let visits = walk.visits(&walk.plan());
    let expected: BTreeSet<[String; 3]> = visits
        .iter()
        .map(|visit| [visit.date.clone(), super::title(domain, &visit.post), name(&visit.person)])
        .collect();
    let cells = said("openpyxl", "walk/read_workbook.py", &[walk.stage.path().join("out/安排总表.xlsx")]);
    let rows = cells.lines().filter_map(|line| line.strip_prefix("按日期|")).skip(1).map(|line| {
        let cells: Vec<&str> = line.split('|').collect();
        [cells[0], cells[4], cells[5]].map(str::to_owned)
    });
    assert_eq!(rows.collect::<BTreeSet<_>>(), expected, "after step {}", walk.step);
}

/// What hangs on the wall, lies at the posts and is sent, as a printer gets it.
#[test]
#[ignore = "needs a browser and pdftotext"]
fn paper_holds_the_plan_after_each_step() {
    walked(&mut |walk| {
        let arguments =
            format!("print {} -o paper --to pdf --sheet poster,cards,sign-in,letters", walk.plan());
        let output = walk.stage.run(&format!("{arguments} --force --issued 2019-10-20"));
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let (domain, visits) = (walk.domain(), walk.visits(&walk.plan()));
        let paper = walk.stage.path().join("paper");
        let read = |sheet: &str| -> String {
            let said = tools::said("pdftotext", [paper.join(sheet).as_os_str(), "-".as_ref()]);
            said.split_whitespace().collect()
        };
        let names_only = |sheet: &str, of: &dyn Fn(&super::Visit) -> bool| {
            let said = read(sheet);
            let there: BTreeSet<&str> =
                visits.iter().filter(|visit| of(visit)).map(|visit| visit.person.as_str()).collect();
            for person in &domain.ambassadors {
                let is_there = said.contains(&person.name);
                let expected = there.contains(person.id.as_str());
                // A letter to a unit tells too who was to come before.
                let is_right = is_there == expected || is_there && sheet.starts_with("致体验单位/");
                assert!(is_right, "{} on {sheet} after step {}", person.name, walk.step);
            }
            for visit in visits.iter().filter(|visit| of(visit)) {
                assert!(said.contains(&day(&visit.date)), "{visit:?} on {sheet} after step {}", walk.step);
            }
        };
        for sheet in ["岗位安排公告.pdf", "大使卡片.pdf", "签到表.pdf"] {
            names_only(sheet, &|_| true);
        }
        for (at, unit) in domain.units.iter().enumerate() {
            let is_own = |visit: &super::Visit| unit_of(&domain, &visit.post) == Some(UnitIx(at));
            if visits.iter().any(is_own) {
                names_only(&format!("致体验单位/{}.pdf", unit.name), &is_own);
            }
        }
    });
}
