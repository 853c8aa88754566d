//! Six steps of a campaign, printed into one folder: planned, somebody ill, a unit gone, a late volunteer, a swap, a
//! replacement. After each of them whatever lies in the folder says what the saved plan says.

mod others;
mod phone;

use crate::{print::files, transcripts::Stage};
use chuxin::{domain::Domain, pipeline, source::Sources};
use phone::Phone;
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

const FORMATS: &str = "html,ics,txt,csv,xlsx";

/// Somebody at a post on a day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Visit {
    person: String,
    post: String,
    date: String,
}

/// A campaign in a folder, with its plan as it is by now.
struct Walk {
    stage: Stage,
    step: usize,
    /// What every phone that follows a file of calendars holds.
    phones: BTreeMap<String, Phone>,
    /// What all plans so far had.
    ever: BTreeSet<Visit>,
}

impl Walk {
    fn plan(&self) -> String {
        if self.step == 1 { "plan.json".into() } else { format!("plan-{}.json", self.step) }
    }

    fn saved(&self, plan: &str) -> Value {
        serde_json::from_str(&fs::read_to_string(self.stage.path().join(plan)).unwrap()).unwrap()
    }

    /// The campaign that the plan belongs to.
    fn domain(&self) -> Domain {
        let plan = self.saved(&self.plan());
        let file = self.stage.path().join(plan["campaign"]["file"].as_str().unwrap());
        pipeline::read(&mut Sources::default(), &file).campaign.expect("it is sound").domain
    }

    fn visits(&self, plan: &str) -> BTreeSet<Visit> {
        let plan = self.saved(plan);
        let placed = plan["experience"]["placements"].as_array().unwrap().iter();
        let word = |one: &Value, key: &str| one[key].as_str().unwrap().to_owned();
        placed
            .map(|one| Visit {
                person: word(one, "ambassador"),
                post: word(one, "post"),
                date: word(one, "date"),
            })
            .collect()
    }

    /// Mends the plan, prints the new one and looks at everything; whoever has something else than before is returned.
    fn mend(&mut self, said: &[&str]) -> BTreeSet<String> {
        let moved = self.repair(said);
        self.print();
        moved
    }

    /// Mends the plan and prints nothing.
    fn repair(&mut self, said: &[&str]) -> BTreeSet<String> {
        let old = self.plan();
        self.step += 1;
        let new = self.plan();
        let arguments = ["repair", "--plan", &old, "-o", &new];
        let done = self.stage.command(arguments.iter().chain(said)).output().unwrap();
        assert!(done.status.success(), "{said:?}: {}", String::from_utf8_lossy(&done.stderr));
        let (old, new) = (self.visits(&old), self.visits(&new));
        old.symmetric_difference(&new).map(|visit| visit.person.clone()).collect()
    }

    fn print(&mut self) {
        let plan = self.plan();
        let folder = self.stage.path().join("out");
        let before = if self.step == 1 { BTreeMap::new() } else { files(&folder) };
        // Whatever is not written anew stands there with another time.
        for path in before.keys() {
            let file = fs::File::options().append(true).open(folder.join(path)).unwrap();
            file.set_modified(std::time::UNIX_EPOCH).unwrap();
        }
        let output =
            self.stage.run(&format!("print {plan} -o out --to {FORMATS} --force --issued 2019-10-20"));
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{told}");
        let files = files(&folder);
        let stale: Vec<&String> = files
            .keys()
            .filter(|path| {
                fs::metadata(folder.join(path)).unwrap().modified().unwrap() == std::time::UNIX_EPOCH
            })
            .collect();
        // Only the notices of earlier changes stay true.
        assert!(stale.iter().all(|path| path.starts_with("调整通知/")), "{stale:?}: {told}");
        let gone = before.keys().filter(|path| !files.contains_key(*path)).count();
        assert_eq!(told.contains("不再有效的旧文件"), gone > 0, "{told}");
        self.look(&files, &stale);
    }

    /// Everything in the folder is as the plan is.
    fn look(&mut self, files: &BTreeMap<String, Vec<u8>>, stale: &[&String]) {
        let (domain, visits) = (self.domain(), self.visits(&self.plan()));
        self.ever.extend(visits.iter().cloned());
        for (path, bytes) in files.iter().filter(|(path, _)| path.starts_with("日历/")) {
            assert!(!stale.contains(&path), "{path} is left as it was");
            self.phones.entry(path.clone()).or_default().import(path, bytes);
        }
        let title = |visit: &Visit| title(&domain, &visit.post);
        let titles = titles(&domain);
        for person in &domain.ambassadors {
            let own = own_file(files, "日历/大使/", &format!("{}.ics", person.name));
            let expected: BTreeSet<(String, String)> = visits
                .iter()
                .filter(|visit| visit.person == person.id)
                .map(|visit| (visit.date.clone(), title(visit)))
                .collect();
            let holds = self.phones.get(&own).map(|phone| phone.visits(&titles)).unwrap_or_default();
            assert_eq!(holds, expected, "{own} after step {}", self.step);
            self.look_at_message(&domain, &person.id, &person.name, files);
        }
        let whole: BTreeSet<(String, String)> =
            visits.iter().map(|visit| (visit.date.clone(), title(visit))).collect();
        assert_eq!(self.phones["日历/全部.ics"].visits(&titles), whole, "after step {}", self.step);
        look_at_tables(&domain, &visits, files);
        look_at_letters(&domain, &visits, files);
        let placed: BTreeSet<&str> = visits.iter().map(|visit| visit.person.as_str()).collect();
        for sheet in ["签到表.html", "大使卡片.html", "岗位安排公告.html"] {
            let text = String::from_utf8(files[sheet].clone()).unwrap();
            for person in &domain.ambassadors {
                let there = text.contains(&person.name);
                assert_eq!(there, placed.contains(person.id.as_str()), "{} on {sheet}", person.name);
            }
        }
    }

    /// The list, the change notice and the messages tell those who have something else than before, and of people nobody else.
    fn look_at_told(&self, moved: &BTreeSet<String>) {
        let read = |path: &str| fs::read_to_string(self.stage.path().join("out").join(path)).unwrap();
        let (list, notice) =
            (read("通知/要通知的人.txt"), read(&format!("调整通知/第{}次/全部.html", self.step - 1)));
        let before = if self.step == 2 { "plan.json".into() } else { format!("plan-{}.json", self.step - 1) };
        let (old, new) = (self.visits(&before), self.visits(&self.plan()));
        let (domain, all) = (self.domain(), files(&self.stage.path().join("out")));
        for person in &domain.ambassadors {
            let (name, is_moved) = (&person.name, moved.contains(&person.id));
            assert_eq!(
                list.contains(&format!("□ {name}：")),
                is_moved,
                "{name} after step {}:\n{list}",
                self.step
            );
            assert_eq!(
                notice.contains(name.as_str()),
                is_moved,
                "{name} in the notice after step {}",
                self.step
            );
            let Some(bytes) = all.get(&own_file(&all, "通知/大使/", &format!("{name}.txt"))) else {
                continue;
            };
            let message = String::from_utf8(bytes.clone()).unwrap();
            let lost = old.difference(&new).filter(|visit| visit.person == person.id);
            let lost: Vec<String> = lost.map(|visit| day(&visit.date)).collect();
            for day in &lost {
                assert!(
                    message.contains(day),
                    "{name} reads nothing of {day} after step {}:\n{message}",
                    self.step
                );
            }
            // Whoever has nothing any more reads so as long as it is so.
            if new.iter().any(|visit| visit.person == person.id) {
                let is_changed = message.contains("有调整") || message.contains("已取消");
                assert_eq!(is_changed, !lost.is_empty(), "{name} after step {}:\n{message}", self.step);
            }
        }
    }

    /// The person's message names each session of the plan, and of those of earlier plans none that is not called off.
    fn look_at_message(&self, domain: &Domain, id: &str, name: &str, files: &BTreeMap<String, Vec<u8>>) {
        let visits = self.visits(&self.plan());
        let file = own_file(files, "通知/大使/", &format!("{name}.txt"));
        let Some(bytes) = files.get(&file) else {
            assert!(!visits.iter().any(|visit| visit.person == id), "{file} is missing");
            return;
        };
        let text = String::from_utf8(bytes.clone()).unwrap();
        for visit in self.ever.iter().filter(|visit| visit.person == id) {
            let (day, post) = (day(&visit.date), title(domain, &visit.post));
            let names_it = |line: &&str| line.contains(&day);
            if visits.contains(visit) {
                assert!(text.contains(&day) && text.contains(&post), "{file}: {day} {post} in\n{text}");
            } else if !visits.iter().any(|own| own.person == id && own.date == visit.date) {
                for line in text.lines().filter(names_it) {
                    assert!(line.contains("取消") || line.contains("原"), "{file}: {line}\n{text}");
                }
            }
        }
    }
}

/// The file of a person in a folder, or what it would be called.
fn own_file(files: &BTreeMap<String, Vec<u8>>, folder: &str, ending: &str) -> String {
    let own: Vec<&String> =
        files.keys().filter(|path| path.starts_with(folder) && path.ends_with(ending)).collect();
    assert!(own.len() <= 1, "{own:?}");
    own.first().map_or_else(|| format!("{folder}{ending}"), |own| (*own).clone())
}

fn title(domain: &Domain, post: &str) -> String {
    let found = domain.posts.iter().find(|one| one.id == post);
    found.map_or_else(|| post.to_owned(), |post| post.title.clone())
}

fn titles(domain: &Domain) -> Vec<String> {
    domain.posts.iter().map(|post| post.title.clone()).collect()
}

/// `10月22日`.
fn day(date: &str) -> String {
    let number = |from: usize| date[from..from + 2].trim_start_matches('0').to_owned();
    format!("{}月{}日", number(5), number(8))
}

/// The table of days holds the plan, a row a visit.
fn look_at_tables(domain: &Domain, visits: &BTreeSet<Visit>, files: &BTreeMap<String, Vec<u8>>) {
    let name = |id: &str| domain.ambassadors.iter().find(|one| one.id == id).unwrap().name.clone();
    let expected: BTreeSet<[String; 3]> = visits
        .iter()
        .map(|visit| [visit.date.clone(), title(domain, &visit.post), name(&visit.person)])
        .collect();
    let text = String::from_utf8(files["数据表/按日期.csv"].clone()).unwrap();
    let rows = text.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split(',').collect();
        [cells[0], cells[4], cells[5]].map(str::to_owned)
    });
    assert_eq!(rows.collect::<BTreeSet<_>>(), expected);
}

/// The letter to each unit says who comes to which of its posts, and on which day.
fn look_at_letters(domain: &Domain, visits: &BTreeSet<Visit>, files: &BTreeMap<String, Vec<u8>>) {
    for visit in visits {
        let post = domain.posts.iter().find(|post| post.id == visit.post).unwrap();
        let person = domain.ambassadors.iter().find(|one| one.id == visit.person).unwrap();
        let path = format!("致体验单位/{}.html", domain.unit(post.unit).name);
        let letter = files.get(&path).unwrap_or_else(|| panic!("{path} is missing"));
        let letter = String::from_utf8(letter.clone()).unwrap();
        for words in [&person.name, &post.title, &day(&visit.date)] {
            assert!(letter.contains(words.as_str()), "{words} is not in {path}");
        }
    }
}

/// The campaign of 2019, planned and printed.
fn begun() -> Walk {
    let stage = Stage::new().scenario("linfen-2018.yaml").scenario("linfen-2019.yaml");
    assert!(stage.run("plan linfen-2019.yaml -o plan.json").status.success());
    let mut walk = Walk { stage, step: 1, phones: BTreeMap::new(), ever: BTreeSet::new() };
    walk.print();
    walk
}

/// All six steps, with a look at the folder after each of them.
fn walked(look: &mut dyn FnMut(&Walk)) -> Walk {
    let mut walk = begun();
    look(&walk);
    let of_unit = walk.visits("plan.json").into_iter().filter(|visit| visit.post == "law-aide");
    let of_unit: Vec<String> = of_unit.map(|visit| visit.person).collect();
    let of_unit: Vec<&str> = of_unit.iter().map(String::as_str).collect();
    // Nobody moves who is healthy and not named.
    let steps: [(&[&str], &[&str]); 5] = [
        (&["--absent", "潘秋月"], &["a12"]),
        (&["--without", "unit:law-firm"], &of_unit),
        (&["--late", "冯新", "--set", "ambassadors.冯新.wishes=[patrol]"], &["冯新"]),
        (&["--swap", "a02,a13"], &["a02", "a13"]),
        (&["--late", "施雯", "--replace", "荣建华=施雯"], &["a17", "施雯"]),
    ];
    for (said, only) in steps {
        let moved = walk.mend(said);
        assert_eq!(moved, only.iter().map(|id| (*id).to_owned()).collect(), "{said:?}");
        walk.look_at_told(&moved);
        look(&walk);
    }
    walk
}

#[test]
fn six_steps_leave_a_folder_in_which_everything_is_so() {
    let walk = walked(&mut |_| {});
    let scenario = fs::read_to_string(walk.stage.path().join("plan-6.yaml")).unwrap();
    assert!(scenario.contains("extends: linfen-2019.yaml\n"), "{scenario}");
    let verified = walk.stage.run("verify plan-6.yaml plan-6.json");
    let said = String::from_utf8_lossy(&verified.stdout).into_owned();
    assert!(verified.status.success() && !said.contains("注意"), "{said}");
}

#[test]
fn two_repairs_before_one_print_are_both_told_to_those_concerned() {
    let mut walk = begun();
    let mut moved = walk.repair(&["--absent", "潘秋月"]);
    moved.extend(walk.mend(&["--without", "unit:law-firm"]));
    let files = files(&walk.stage.path().join("out"));
    let said = |path: &str| String::from_utf8(files[path].clone()).unwrap();
    let (list, notice) = (said("通知/要通知的人.txt"), said("调整通知/第2次/全部.html"));
    let domain = walk.domain();
    for id in &moved {
        let person = domain.ambassadors.iter().find(|one| one.id == *id).unwrap();
        assert!(list.contains(&person.name) && notice.contains(&person.name), "{}: {list}", person.name);
    }
    assert!(notice.contains("与最初的安排相比") && moved.contains("a12"), "{notice}");
    // The next is compared with what was told by now.
    walk.mend(&["--swap", "a02,a13"]);
    let list = fs::read_to_string(walk.stage.path().join("out/通知/要通知的人.txt")).unwrap();
    assert!(!list.contains("潘秋月"), "{list}");
}
