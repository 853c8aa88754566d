//! Files to be written, under names that every system takes, Windows above all, whatever stands in ids and names.
//!
//! In: any text. Out: one part of a path; [`Folder`] tells names apart that a system would take for one.

use crate::render::{edition::Edition, terminal::clean::clean, wording::print::Name};
use std::collections::BTreeSet;

/// One file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedFile {
    /// Where it goes, seen from the folder of the print: parts made safe by [`safe`], with `/` between them.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// The longest stem in bytes: with ending and mark below the 255 bytes of most systems.
const LONGEST: usize = 120;

/// Names of devices that Windows takes for no file, whatever ends them.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// The text as the stem of a file name; never empty.
pub fn safe(text: &str) -> String {
    let letters = clean(text);
    let letters = letters.chars().map(|letter| match letter {
        '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' => '_',
        letter => letter,
    });
    let mut stem: String = letters.collect();
    while stem.len() > LONGEST {
        stem.pop();
    }
    let stem = stem.trim_matches([' ', '.']).trim_start_matches('-');
    if stem.is_empty() || is_device(stem) { format!("_{stem}") } else { stem.to_owned() }
}

/// Whether Windows would open a device: `CON`, `nul.txt`, `COM1`, also with the digits ¹²³.
pub fn is_device(stem: &str) -> bool {
    let first = stem.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let port = first.strip_prefix("com").or_else(|| first.strip_prefix("lpt"));
    let numbered = port.is_some_and(|number| {
        let mut letters = number.chars();
        letters.next().is_some_and(|digit| digit.is_ascii_digit() || "¹²³".contains(digit))
            && letters.next().is_none()
    });
    DEVICES.contains(&first.as_str()) || numbered
}

/// The names already given in one folder.
#[derive(Debug, Clone, Default)]
pub struct Folder {
    given: BTreeSet<String>,
}

impl Folder {
    /// A file name that nothing in this folder has yet, also where a system does not tell `A` from `a`, and that holds
    /// no personal number on any copy; the organizer's copy says so in it.
    pub fn name(&mut self, edition: Edition<'_>, stem: &str, ending: &str) -> String {
        let mark = if edition.copy.contacts { edition.say(Name::WithContacts) } else { String::new() };
        let stem = safe(&edition.domain.without_numbers(stem));
        let numbered = (2_u32..).map(|number| format!("{stem}-{number}"));
        let candidates = std::iter::once(stem.clone()).chain(numbered);
        let free = candidates.map(|stem| format!("{stem}{mark}.{ending}"));
        let mut free = free.filter(|name| !self.given.contains(&folded(name)));
        let name = free.next().unwrap_or_default();
        self.given.insert(folded(&name));
        name
    }
}

/// As a system sees it that does not tell large letters from small ones.
fn folded(name: &str) -> String {
    name.to_uppercase().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{Folder, LONGEST, safe};
    use crate::{
        domain::Language,
        plan::sample::campaign_and_plan,
        render::edition::{Edition, Naming, PaperCopy, masks, shown::Shown},
    };

    #[test]
    fn makes_names_that_windows_takes() {
        let names = [
            ("a01", "a01"),
            ("CON", "_CON"),
            ("nul.txt", "_nul.txt"),
            ("com1", "_com1"),
            ("LPT²", "_LPT²"),
            ("comet", "comet"),
            ("a:b/c\\d|e?f*g\"h<i>j", "a_b_c_d_e_f_g_h_i_j"),
            ("ends. . ", "ends"),
            ("..", "_"),
            ("", "_"),
            ("林\u{202e}晓\n\u{0}", "林晓"),
            ("-rf", "rf"),
        ];
        for (text, name) in names {
            assert_eq!(safe(text), name, "{text:?}");
        }
        let long = safe(&"𠮷".repeat(200));
        assert!(long.len() <= LONGEST && long.chars().all(|letter| letter == '𠮷'), "{long}");
    }

    /// What files are called in one folder.
    fn names<const N: usize>(language: Language, contacts: bool, stems: [&str; N]) -> [String; N] {
        let (domain, plan) = campaign_and_plan();
        let shown = Shown::of(&domain, contacts);
        let names = masks::names(&shown, language, Naming::Full);
        let copy = PaperCopy { contacts, ..PaperCopy::default() };
        let edition = Edition { copy, ..Edition::on_screen(&shown, &plan, &names, language) };
        let mut folder = Folder::default();
        stems.map(|stem| folder.name(edition, stem, "ics"))
    }

    #[test]
    fn tells_apart_what_a_system_would_take_for_one_name() {
        let names = names(Language::Zh, false, ["A1", "a1", "a1", "a1-2", "ß", "SS"]);
        assert_eq!(names, ["A1.ics", "a1-2.ics", "a1-3.ics", "a1-2-2.ics", "ß.ics", "SS-2.ics"]);
    }

    #[test]
    fn says_in_its_name_that_a_copy_holds_telephone_numbers() {
        assert_eq!(names(Language::Zh, true, ["全部"]), ["全部-含电话.ics"]);
        assert_eq!(names(Language::En, true, ["all"]), ["all-contacts.ics"]);
    }

    #[test]
    fn names_no_file_after_a_number() {
        let stems = ["#1 佘松岩 13800000001", "茅如兰（138 0000 0002）", "茅如兰（***）", "13800000003"];
        let wanted = ["#1 佘松岩.ics", "茅如兰.ics", "茅如兰-2.ics", "_.ics"];
        assert_eq!(names(Language::Zh, false, stems), wanted);
        assert_eq!(names(Language::Zh, true, stems), wanted.map(|name| name.replace(".ics", "-含电话.ics")));
    }
}
