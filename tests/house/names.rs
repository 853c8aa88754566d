//! Names are printed and never read: what something is, its type says, and not what it is called or where it stands.

use super::{assert_none, directions::room, library, paths::SourceFile};

/// Parts of ids of levels, each with what says the same.
const PARTS_OF_IDS: [(&str, &str); 4] = [
    ("\"wishes/", "`Level::Wish`"),
    ("-lot\"", "`Level::Lot`"),
    ("== \"lot\"", "`Level::Lot`"),
    ("-changes\"", "`Level::Changes`"),
];

/// Why a line reads what something is from a name or a position; `None` where it does not.
fn reading(line: &str) -> Option<String> {
    let (part, instead) =
        *PARTS_OF_IDS.iter().find(|(part, _)| line.contains(part)).or(by_position(line).as_ref())?;
    Some(format!("{part}: take {instead}"))
}

/// A list in capital letters of which one item is taken by a number.
fn by_position(line: &str) -> Option<(&str, &'static str)> {
    let taken = line.match_indices('[').find(|&(at, _)| {
        let (before, behind) = (&line[..at], &line[at + 1..]);
        let name = before.rsplit(|letter: char| !letter.is_ascii_uppercase() && letter != '_').next();
        name.is_some_and(|name| name.len() > 1) && behind.starts_with(|first: char| first.is_ascii_digit())
    });
    taken.map(|(at, _)| (&line[..=at], "the item by what it is"))
}

#[test]
fn nothing_reads_what_something_is_from_its_name_or_its_position() {
    let mut faults = Vec::new();
    // A level says itself what it is called.
    let says_it = |file: &&SourceFile| room(&file.module) == Some("level");
    for file in library().iter().filter(|file| !says_it(file)) {
        let code = file.text.split("#[cfg(test)]").next().unwrap_or_default().lines();
        let found = code.enumerate().filter_map(|(position, line)| Some((position + 1, reading(line)?)));
        faults.extend(found.map(|(line, why)| format!("{}:{line}: {why}", file.path.display())));
    }
    assert_none("names that are read", &faults);
}

/// A seat is called the same wherever it is printed (名额).
#[test]
fn a_seat_has_one_name() {
    let mut faults: Vec<String> = Vec::new();
    for file in library() {
        let lines = file.text.lines().enumerate().filter(|(_, line)| line.contains("席位"));
        faults.extend(lines.map(|(line, _)| format!("{}:{}", file.path.display(), line + 1)));
    }
    assert_none("other names of a seat", &faults);
}

#[test]
fn tells_what_reads_names_from_what_prints_them() {
    for read in
        ["id.strip_prefix(\"wishes/\")", "id.ends_with(\"-lot\")", "id == \"lot\"", "&SECTIONS[3], list"]
    {
        assert!(reading(read).is_some(), "{read}");
    }
    for printed in
        ["Self::Lot => \"lot\",", "numbers[0]", "[0; 3]", "#[derive(Debug)]", "const ALL: [Self; 3]"]
    {
        assert_eq!(reading(printed), None, "{printed}");
    }
}
