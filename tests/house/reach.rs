//! How far a problem reaches: how many files use it without being its own.

use super::{all_mentions, directions::PROBLEMS, paths::Target};
use std::collections::BTreeSet;

/// How many files may use each problem without being its own. A bound only ever becomes smaller.
const MOST: [usize; PROBLEMS.len()] = [39, 10, 12];

/// The files that name a path into a problem and are not its own: what lies below a folder or in a file that is called
/// after a problem belongs to it, in whatever module.
fn users(problem: &str) -> BTreeSet<String> {
    let is_own = |path: &[String]| path.iter().any(|segment| segment == problem);
    let mentions = all_mentions().into_iter().filter(|mention| !mention.in_test && !is_own(&mention.module));
    let used = mentions.filter(|mention| matches!(&mention.target, Target::Inside(path) if is_own(path)));
    used.map(|mention| mention.file.display().to_string()).collect()
}

#[test]
fn no_more_files_use_a_problem_than_did_before() {
    for (problem, most) in PROBLEMS.into_iter().zip(MOST) {
        let users: Vec<String> = users(problem).into_iter().collect();
        let (found, list) = (users.len(), users.join("\n  "));
        assert!(found <= most, "{found} files use {problem} without being its own, {most} may:\n  {list}");
    }
}
