//! Many faults in one file are all said in one run.

use crate::diagnostics::{codes, problems};
use chuxin::{
    domain::Language,
    render,
    source::{Place, Sources},
};

const TEN: &str = "\
campaign:
  name: 初心体验
  season: 2018-10-22..2018-11-02
  wether: 晴
units:
  - {id: bank, name: 临汾路支行}
  - {id: bank, name: 阳曲路支行}
posts:
  - {id: lobby, title: 大堂经理, dates: 2018-10-23}
  - {id: nurse, unit: bank, title: 病房护士, dates: 2018-02-30}
  - {id: guide, unit: bank, title: 导医, dates: 2018-11-20}
  - {id: drill, unit: bank, title: 演练, dates: 2018-10-23, hours: 17:00-17:00}
  - {id: stage, unit: bank, title: 演播, dates: 2018-10-23, seats: {min: 3, max: 2}}
ambassadors:
  - {id: a01, name: 林晓, wishes: [nurze]}
  - {id: a02, name: 谢雨桐, location: [131, 231]}
  - {id: a03, name: 邹凯, missed: [1]}
";

#[test]
fn says_ten_faults_of_ten_kinds_at_once() {
    let mut sources = Sources::default();
    let file = sources.add("ten.yaml", TEN);
    let problems = problems(&mut sources, file);
    let mut found = codes(&problems);
    found.sort_unstable();
    let expected = [
        "duplicate-id",
        "end-before-start",
        "impossible-date",
        "location-out-of-range",
        "min-above-max",
        "missing-field",
        "outside-season",
        "unknown-id",
        "unknown-key",
        "wrong-type",
    ];
    assert_eq!(found, expected);
}

#[test]
fn points_at_the_very_word_after_chinese_and_emoji() {
    let mut sources = Sources::default();
    let text = "campaign: {name: 初心😀体验, season: 2018-10-22..2018-11-02, wether: 晴}\r\n";
    let file = sources.add("emoji.yaml", text);
    let problems = problems(&mut sources, file);
    let place: Place = problems[0].place.unwrap();
    assert_eq!(sources.slice(place), "wether");
    assert_eq!(sources.line_column(place), (1, 57));
}

#[test]
fn says_the_same_as_data() {
    let mut sources = Sources::default();
    let file = sources.add("ten.yaml", TEN);
    let records = render::diagnostic::records(&problems(&mut sources, file), &sources, Language::En);
    let records = serde_json::to_value(records).unwrap();
    assert_eq!(records.as_array().unwrap().len(), 10);
    let duplicate =
        records.as_array().unwrap().iter().find(|record| record["code"] == "duplicate-id").unwrap();
    assert_eq!(duplicate["line"], 7);
    assert_eq!(duplicate["column"], 10);
    assert_eq!(duplicate["end"], serde_json::json!({"line": 7, "column": 14}));
    assert_eq!(duplicate["severity"], "error");
    assert_eq!(duplicate["related"][0]["line"], 6);
    assert_eq!(duplicate["message"], "two units have the id `bank`");
}

/// Whatever a terminal obeys or hides: controls, escapes of both kinds, marks of direction, what takes no room.
const HIDDEN: [&str; 9] = [
    "\u{1b}[31m",
    "\u{1b}]0;title\u{7}",
    "\u{9b}31m",
    "\u{202e}",
    "\u{2066}",
    "\u{200f}",
    "\u{200b}",
    "\u{7f}",
    "\u{8}",
];

#[test]
fn hands_no_terminal_what_it_would_obey() {
    for hidden in HIDDEN {
        let escaped: Vec<String> =
            hidden.chars().map(|character| format!("\\U{:08x}", character as u32)).collect();
        let escaped = escaped.concat();
        let mut sources = Sources::default();
        let text = format!(
            "campaign: {{name: x, season: 2018-10-22, \"k{escaped}x\": 1}} # {hidden}\nunits: [{{id: \"b{escaped}\", \
             name: u}}, {{id: \"b{escaped}\", name: u}}]\nposts: [{{unit: \"c{escaped}\", title: t, dates: 2018-10-22}}]\n"
        );
        let file = sources.add(format!("a{hidden}.yaml"), text);
        let problems = problems(&mut sources, file);
        for language in [Language::Zh, Language::En] {
            let text = render::diagnostic::text(&problems, &sources, language, false, 80);
            let obeyed = |character: char| {
                character != '\n' && character.is_control()
                    || matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            };
            assert!(!text.contains(obeyed), "{hidden:?}: {text:?}");
            let shown = |line: &str| line.contains(['␛', '␇', '␡', '␈']) || line.contains("\\u{");
            let hides = |line: &str| !line.contains('|') && line.contains("31m") && !shown(line);
            assert!(!text.lines().any(hides) && text.lines().any(shown), "{text}");
        }
    }
}

#[test]
fn points_at_the_word_behind_what_is_hidden() {
    let mut sources = Sources::default();
    let text = "campaign: {name: 初\u{202e}心\u{200b}, season: 2018-10-22, wether: 晴}\n";
    let file = sources.add("a.yaml", text);
    let problems = problems(&mut sources, file);
    let text = render::diagnostic::text(&problems, &sources, Language::En, false, 80);
    let lines: Vec<&str> = text.lines().collect();
    let column = |text: &str| unicode_width::UnicodeWidthStr::width(text);
    let word = lines.iter().find_map(|line| line.split_once("wether: ")).unwrap().0;
    let caret = lines.iter().find_map(|line| line.split_once("^^^^^^")).unwrap().0;
    assert_eq!(column(word), column(caret), "{text}");
}
