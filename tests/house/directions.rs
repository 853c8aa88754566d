//! Who may know whom: the directions of the house as a table.

use super::paths::Segments;

/// The modules of the library in the order of the data flow; a module uses only what stands above it.
pub const ORDER: [&str; 20] = [
    "closed_list",
    "source",
    "diagnostic",
    "document",
    "domain",
    "campaign",
    "validation",
    "signup",
    "lp",
    "solver",
    "planning",
    "experience",
    "pairing",
    "timetable",
    "plan",
    "pipeline",
    "inquiry",
    "render",
    "invention",
    "cli",
];

/// The planning problems, built alike and unknown to each other.
pub const PROBLEMS: [&str; 3] = ["experience", "pairing", "timetable"];

/// The rooms of `planning` that are types of every problem, and know neither programs nor their solution.
const PLANNING_TYPES: [&str; 4] =
    ["planning::rules", "planning::violation", "planning::reason", "planning::earlier"];

/// What a module may use besides itself. `source::Place` opens that item alone, `problem/room` one room of every problem,
/// `problem/verification` its types.
fn may_use(module: &str) -> Vec<&'static str> {
    match module {
        "source" | "lp" | "invention" => vec![],
        "diagnostic" => vec!["source"],
        "domain" => vec!["source::Place"],
        "document" => vec!["source", "diagnostic"],
        "campaign" => vec!["source", "diagnostic", "document"],
        "validation" => vec!["source", "diagnostic", "document", "domain", "campaign"],
        "solver" => vec!["lp"],
        "planning" => vec!["domain::time", "diagnostic", "lp", "solver"],
        "experience" | "pairing" | "timetable" => {
            vec!["source::Place", "domain", "diagnostic", "lp", "solver", "planning"]
        }
        "plan" => {
            let mut list = vec!["source", "diagnostic", "document", "domain", "lp"];
            list.extend(PLANNING_TYPES);
            list.extend([
                "problem/rule",
                "problem/level",
                "problem/roster",
                "problem/reason",
                "problem/explanation",
            ]);
            list
        }
        "render" => {
            // A workbook is written in the same form in which a campaign is read from one; editors are told what the format is.
            let mut list = vec!["source", "diagnostic", "domain", "signup", "lp", "plan", "inquiry"];
            list.extend(["campaign::workbook", "campaign::fields", "campaign::schema"]);
            list.extend(PLANNING_TYPES);
            list.extend([
                "problem/rule",
                "problem/level",
                "problem/roster",
                "problem/reason",
                "problem/explanation",
                "problem/verification",
                "problem/reserves",
            ]);
            list
        }
        // Inquiries compare ids, whatever the problem.
        "inquiry" => above(module).into_iter().filter(|name| !PROBLEMS.contains(name)).collect(),
        _ => above(module),
    }
}

/// Everything that stands above a module, other problems left out.
fn above(module: &str) -> Vec<&'static str> {
    let other_problem = |name: &str| PROBLEMS.contains(&module) && PROBLEMS.contains(&name);
    ORDER.into_iter().take_while(|name| *name != module).filter(|name| !other_problem(name)).collect()
}

/// The room of a problem in which a module lies, such as `rule`.
pub fn room(module: &[String]) -> Option<&str> {
    match module {
        [problem, room, ..] if PROBLEMS.contains(&problem.as_str()) => Some(room),
        _ => None,
    }
}

/// Why the unit tests of a module may not name a path of this crate: they may set up with whatever stands above it.
pub fn refusal_in_test(from: &[String], to: &Segments) -> Option<String> {
    let (here, there) = (from.first()?, to.first()?);
    let known = here == there || above(here).contains(&there.as_str());
    (!known).then(|| format!("not even the tests of {here} may know {there}, which does not stand above it"))
}

/// Why a module may not name a path of this crate; `None` where it may.
pub fn refusal(from: &[String], to: &Segments) -> Option<String> {
    let (Some(here), Some(there)) = (from.first(), to.first()) else {
        return to.is_empty().then(|| "names the whole crate; name the module".to_owned());
    };
    if here == there {
        return refusal_within_wing(from, to);
    }
    if PLANNING_TYPES.contains(&from.join("::").as_str()) && ["lp", "solver"].contains(&there.as_str()) {
        return Some(format!("{} must not know {there}", from.join("::")));
    }
    let allowed = may_use(here);
    let is_problem = PROBLEMS.contains(&there.as_str());
    let opened = allowed.contains(&there.as_str())
        || (1..=to.len()).any(|length| allowed.contains(&to[..length].join("::").as_str()))
        || is_problem && opens_room(&allowed, to);
    if !opened {
        let list = if allowed.is_empty() { "nothing".to_owned() } else { allowed.join(", ") };
        return Some(format!("{here} must not know {there}; {here} ← {list}"));
    }
    let verifies = room(from) == Some("verification");
    let is_shared_type = is_type(to) && PLANNING_TYPES.iter().any(|room| to.join("::").starts_with(room));
    (verifies && there != "domain" && !is_shared_type).then(|| {
        format!("verification must not know {there}; verification ← domain, its own rule, level, roster and reason")
    })
}

/// Whether a path into a problem leads to an open room; a problem or a part alone only brings its name in.
fn opens_room(allowed: &[&str], to: &Segments) -> bool {
    let Some(room) = room(to) else { return allowed.iter().any(|name| name.starts_with("problem/")) };
    allowed.contains(&format!("problem/{room}").as_str()) && (room != "verification" || is_type(to))
}

/// Whether a path leads to a type.
fn is_type(path: &Segments) -> bool {
    path.iter().any(|name| name.starts_with(|letter: char| letter.is_ascii_uppercase()))
}

fn refusal_within_wing(from: &[String], to: &Segments) -> Option<String> {
    let (here, there) = (room(from)?, room(to)?);
    let known = ["verification", "rule", "level", "roster", "reason"].contains(&there);
    (here == "verification" && !known).then(|| {
        format!("{here} must not know {there}; verification ← domain, its own rule, level, roster and reason")
    })
}

/// What is named in certain modules only, with the reason; the empty list keeps it out altogether.
pub const KEPT_IN: [(&str, &[&str], &str); 21] = [
    ("good_lp", &["solver"], "solver alone names the backends"),
    ("microlp", &["solver"], "solver alone names the backends"),
    ("clap", &["cli"], "cli alone knows the command line"),
    ("std::fs", &["cli", "source"], "files are opened in source and cli"),
    ("std::env", &["cli"], "cli alone knows the process"),
    ("std::time::Instant", &["cli"], "the clock lives in cli"),
    ("std::time::SystemTime", &["cli"], "the clock lives in cli"),
    ("chrono::Local", &[], "the clock lives in cli, through std"),
    ("println!", &["cli"], "cli alone writes to the terminal"),
    ("eprintln!", &["cli"], "cli alone writes to the terminal"),
    ("print!", &["cli"], "cli alone writes to the terminal"),
    ("eprint!", &["cli"], "cli alone writes to the terminal"),
    (".canonicalize", &["cli", "source"], "files are looked at in source and cli"),
    (".exists", &["cli", "source"], "files are looked at in source and cli"),
    (".try_exists", &["cli", "source"], "files are looked at in source and cli"),
    (".is_file", &["cli", "source"], "files are looked at in source and cli"),
    (".is_dir", &["cli", "source"], "files are looked at in source and cli"),
    (".metadata", &["cli", "source"], "files are looked at in source and cli"),
    (".read_dir", &["cli", "source"], "files are looked at in source and cli"),
    (".is_terminal", &["cli"], "cli alone writes to the terminal"),
    ("anstream", &["cli"], "cli alone writes to the terminal"),
];

#[test]
fn the_table_itself_keeps_the_order() {
    for module in ORDER {
        let position = |name: &str| ORDER.iter().position(|other| *other == name);
        for used in may_use(module) {
            let used_module = used.split("::").next().unwrap_or(used);
            let known = used.starts_with("problem/") || position(used_module) < position(module);
            assert!(known, "{module} ← {used}: {used} stands below");
        }
        for problem in PROBLEMS {
            assert!(
                !PROBLEMS.contains(&module) || !may_use(module).contains(&problem),
                "{module} ← {problem}"
            );
        }
    }
}

#[test]
fn refuses_what_must_not_be_known() {
    let path = |text: &str| text.split("::").map(str::to_owned).collect::<Segments>();
    let refused = |from: &str, to: &str| refusal(&path(from), &path(to)).is_some();
    assert!(refused("lp", "domain::Domain"));
    assert!(refused("experience::roster", "pairing::rule::Rule"));
    assert!(refused("experience::verification", "experience::formulation::build"));
    assert!(refused("experience::verification", "lp::Program"));
    assert!(refused("timetable::verification", "pairing::rule::Rule"));
    assert!(refused("render::table", "experience::verification::violations"));
    assert!(refused("render::table", "experience::formulation::build"));
    assert!(refused("render::table", "solver::solve"));
    assert!(refused("domain::places", "source::Sources"));
    assert!(!refused("domain::places", "source::Place"));
    assert!(!refused("render::table", "experience::verification::Violation"));
    assert!(refused("timetable::formulation", "pairing::reason::Way"));
    assert!(!refused("render::table", "pairing"));
    assert!(!refused("plan", "experience::rule::Rule"));
    assert!(refusal_in_test(&path("lp"), &path("plan::Plan")).is_some());
    assert!(refusal_in_test(&path("pairing"), &path("experience::rule::Rule")).is_some());
    assert!(refusal_in_test(&path("render"), &path("document::reading::read")).is_none());
    assert!(!refused("pipeline", "experience::formulation::build"));
    assert!(refused("inquiry::notice", "experience::roster::Placement"));
    assert!(refused("planning::outcome", "domain::Domain"));
    assert!(refused("planning::rules", "lp::Program"));
    assert!(!refused("planning::conflict", "lp::Program"));
    assert!(refused("experience::verification", "planning::reason::tally"));
    assert!(refused("experience::verification", "planning::outcome::Outcome"));
    assert!(!refused("experience::verification", "planning::reason::Tally"));
}
