//! The process is killed in the middle of a print, or several print at once: one whole set of files is there, never a
//! mixture, and the next run leaves nothing hidden behind.

use crate::{
    print::{RECORD, files},
    transcripts::Stage,
};
use std::{collections::BTreeMap, fs, path::Path, time::Duration};

/// Enough people for a file each that moving them takes a while.
const PEOPLE: usize = 80;

fn campaign(name: &str) -> String {
    let person = |number| format!("  - {{id: a{number}, name: 志愿者{number}}}\n");
    let people = (0..PEOPLE).map(person).collect::<Vec<String>>().concat();
    format!(
        "campaign: {{name: {name}, season: 2018-10-22}}\nunits: [{{id: bank, name: 银行}}]\n\
         posts: [{{id: lobby, title: 大堂, unit: bank, dates: 2018-10-22, seats: {PEOPLE}}}]\nambassadors:\n{people}"
    )
}

/// Two campaigns that are planned alike and printed otherwise; in `one` and `two` each as it is printed.
fn stage() -> Stage {
    let stage = Stage::new().file("one.yaml", &campaign("初心一")).file("two.yaml", &campaign("初心二"));
    for name in ["one", "two"] {
        assert!(stage.run(&format!("plan {name}.yaml -o {name}.json")).status.success());
        assert!(stage.run(&format!("print {name}.json --to txt,csv -o {name}")).status.success());
    }
    stage
}

fn copied(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    for (name, bytes) in files(from) {
        let path = to.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    // Without it every file would be somebody else's, to be kept.
    fs::copy(from.join(RECORD), to.join(RECORD)).unwrap();
}

#[test]
fn a_killed_print_leaves_the_old_files_or_the_new_ones() {
    let stage = stage();
    let [one, two, out] = ["one", "two", "out"].map(|name| stage.path().join(name));
    let sets = [files(&one), files(&two)];
    assert!(sets[0].keys().eq(sets[1].keys()) && sets[0].len() > PEOPLE);
    let unfinished = out.join(".chuxin-unfinished");
    let mut said: BTreeMap<String, usize> = BTreeMap::new();
    for attempt in 0..12 {
        copied(&one, &out);
        fs::write(out.join("c.yaml"), super::CAMPAIGN).unwrap();
        let mut print = stage.command("print two.json --to txt,csv -o out --force".split(' '));
        let mut child =
            print.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).spawn().unwrap();
        // Killed while the files are made ready, and while they are moved.
        let sign = if attempt % 3 == 0 { unfinished.clone() } else { unfinished.join("forward.json") };
        while !sign.exists() && child.try_wait().unwrap().is_none() {
            std::hint::spin_loop();
        }
        std::thread::sleep(Duration::from_micros(500 * (attempt / 3)));
        let _ = child.kill();
        child.wait().unwrap();

        // The next run may write or only read.
        let next = if attempt % 2 == 0 {
            "check out/c.yaml --lang en"
        } else {
            "print one.json --to txt -o out --lang zh"
        };
        let output = stage.run(next);
        let told = String::from_utf8(output.stderr).unwrap();
        for word in ["it is completed now", "it is taken back now", "现已补完", "现已还原"] {
            *said.entry(word.to_owned()).or_default() += told.matches(word).count();
        }
        assert!(!unfinished.exists(), "{attempt}: {told}");
        let mut found = files(&out);
        found.remove("c.yaml").unwrap();
        assert!(sets.contains(&found), "{attempt}: a mixture; {told}");
    }
    assert!(said.values().sum::<usize>() > 0, "nothing was ever interrupted");
}

#[test]
fn prints_at_once_into_one_folder_leave_the_files_of_one_of_them() {
    let stage = stage();
    let sets = ["one", "two"].map(|name| files(&stage.path().join(name)));
    for _ in 0..3 {
        let _ = fs::remove_dir_all(stage.path().join("out"));
        let prints: Vec<_> = ["one", "two", "one", "two"]
            .map(|name| {
                let command = format!("print {name}.json --to txt,csv -o out --force");
                let mut print = stage.command(command.split(' '));
                print
                    .stdout(std::process::Stdio::piped())
                    .stderr(std::process::Stdio::piped())
                    .spawn()
                    .unwrap()
            })
            .into();
        for print in prints {
            let output = print.wait_with_output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
        assert!(sets.contains(&files(&stage.path().join("out"))), "a mixture");
    }
}
