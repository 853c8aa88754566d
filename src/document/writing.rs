//! A tree of nodes as YAML that a person can read.
//!
//! In: a [`Node`]. Out: its text, which reads back as the same tree: a section after the other, an entry on one line where
//! it fits, each field on a line of its own where it does not.

use crate::document::{Key, Node, Value, quoting::escaped};
use std::fmt::Write as _;
use unicode_width::UnicodeWidthStr;

/// How many columns a line may have that holds a whole list or map.
const WIDTH: usize = 110;

/// The text of a document.
pub fn text(root: &Node) -> String {
    text_with(root, |_, _| None)
}

/// The same with a comment over entries: `comment` says what stands over an entry of a section, counted from 0.
pub fn text_with(root: &Node, comment: impl Fn(&str, usize) -> Option<String>) -> String {
    let Value::Map(sections) = &root.value else { return flow(root) + "\n" };
    if sections.is_empty() {
        return "{}\n".to_owned();
    }
    let mut text = String::new();
    for (key, node) in sections {
        match &node.value {
            Value::Map(entries) if !entries.is_empty() => {
                let _ = writeln!(text, "{}:", word(&key.text, true));
                fields(&mut text, entries, 1);
            }
            Value::List(items) if items.iter().any(|item| matches!(item.value, Value::Map(_))) => {
                let _ = writeln!(text, "{}:", word(&key.text, true));
                for (position, item) in items.iter().enumerate() {
                    for line in comment(&key.text, position).iter().flat_map(|words| words.lines()) {
                        let _ = writeln!(text, "  # {}", line.replace(char::is_control, " "));
                    }
                    entry(&mut text, item, 1);
                }
            }
            _ => fields(&mut text, std::slice::from_ref(&(key.clone(), node.clone())), 0),
        }
    }
    text
}

/// Each field on a line of its own, or on several where its value is long.
fn fields(text: &mut String, entries: &[(Key, Node)], depth: usize) {
    for (key, node) in entries {
        let margin = "  ".repeat(depth);
        let key = word(&key.text, true);
        let line = format!("{margin}{key}: {}", flow(node));
        match &node.value {
            Value::Map(inner) if !inner.is_empty() && !fits(&line) => {
                let _ = writeln!(text, "{margin}{key}:");
                fields(text, inner, depth + 1);
            }
            Value::List(items) if !items.is_empty() && !fits(&line) => {
                let _ = writeln!(text, "{margin}{key}:");
                for item in items {
                    entry(text, item, depth + 1);
                }
            }
            _ => {
                let _ = writeln!(text, "{line}");
            }
        }
    }
}

/// An item of a list: on one line where it fits.
fn entry(text: &mut String, item: &Node, depth: usize) {
    let margin = "  ".repeat(depth);
    let line = format!("{margin}- {}", flow(item));
    match &item.value {
        Value::Map(inner) if !inner.is_empty() && !fits(&line) => {
            let mut lines = String::new();
            fields(&mut lines, inner, depth + 1);
            // The first field stands behind the dash.
            let _ = write!(text, "{margin}- {}", lines.trim_start());
        }
        _ => {
            let _ = writeln!(text, "{line}");
        }
    }
}

fn fits(line: &str) -> bool {
    line.width() <= WIDTH
}

/// A node on one line.
pub fn flow(node: &Node) -> String {
    match &node.value {
        Value::Null => "null".into(),
        Value::Scalar { text, plain } => word(text, *plain),
        Value::List(items) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Value::Map(entries) => {
            let entries =
                entries.iter().map(|(key, node)| format!("{}: {}", word(&key.text, true), flow(node)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
    }
}

/// A word as it stands, in quotation marks wherever YAML could take it for anything else. What was not `plain` stays
/// so where other programs would not keep it as it stands.
fn word(text: &str, plain: bool) -> String {
    let letters: Vec<char> = text.chars().collect();
    let is_harmless = |(at, letter): (usize, &char)| {
        let next = letters.get(at + 1);
        letter.is_alphanumeric()
            || matches!(letter, '_' | '.' | '/' | '+')
            || *letter == '-' && at > 0
            || *letter == ' ' && at > 0 && next.is_some()
            || *letter == ':' && next.is_some_and(|next| next.is_alphanumeric())
    };
    let is_null = matches!(text, "" | "~" | "null" | "Null" | "NULL" | "...");
    if !is_null && (plain || !is_typed(text)) && letters.iter().enumerate().all(is_harmless) {
        text.to_owned()
    } else {
        quoted(text)
    }
}

/// A word between quotation marks.
pub fn quoted(text: &str) -> String {
    escaped(&serde_json::Value::from(text).to_string()).into_owned()
}

/// Whether readers of YAML that tell numbers and truth values from words would make something else of a word.
fn is_typed(text: &str) -> bool {
    text.parse::<f64>().is_ok_and(|number| number.to_string() != text)
        || ["true", "false", "yes", "no", "on", "off", "y", "n"].contains(&text.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::{text, text_with, word};
    use crate::{
        document::{Node, reading},
        source::Sources,
    };

    fn read(text: &str) -> Node {
        let mut sources = Sources::default();
        let file = sources.add("", text);
        reading::read(&sources, file).0.expect("YAML that can be read")
    }

    #[test]
    fn quotes_what_yaml_could_take_for_something_else() {
        for plain in ["a03", "2018-10-22..2018-10-26 tue+thu", "08:00-16:00", "临汾路", "../linfen.yaml"] {
            assert_eq!(word(plain, true), plain);
        }
        for quoted in ["", "null", "-", "a: b", "a #b", " a", "[a]", "a,b", "“初心”", "a\nb", "..."] {
            assert!(word(quoted, true).starts_with('"'), "{quoted}");
        }
    }

    #[test]
    fn keeps_the_marks_of_words_that_others_would_take_for_a_number_or_a_truth_value() {
        for typed in ["0138", "1.50", "1e3", "yes", "NO", ".5", "+86"] {
            assert_eq!((word(typed, true), word(typed, false)), (typed.to_owned(), format!("\"{typed}\"")));
        }
        for same in ["临汾路", "20", "31.3052", "2018-10-22", "09:00-17:00"] {
            assert_eq!(word(same, false), same);
        }
    }

    #[test]
    fn writes_short_entries_on_one_line_and_long_ones_field_by_field() {
        let written = "\
extends: linfen-2018.yaml
campaign:
  name: 初心
  contact: {name: 党建服务中心, phone: 021-0000 0000}
units: []
posts:
  - {id: guide, unit: clinic, dates: [2018-10-23, 2018-10-24]}
  - id: nurse
    unit: clinic
    note: \"请从东门进，电梯到三楼后左转，护士站前有人等；带好身份证，手机静音，不拍照，不录音，不进病房\"
    wishes:
      - [第一家单位的一个名字很长的岗位, 第二家单位的一个名字很长的岗位, 第三家单位的一个名字很长的岗位]
      - {post: 第四家单位的一个名字很长的岗位, date: 2018-10-23}
remove:
  units: [bank]
";
        assert_eq!(text(&read(written)), written);
    }

    #[test]
    fn puts_comments_over_the_entries_to_which_they_belong() {
        let comment =
            |section: &str, at: usize| (section == "b" && at == 1).then(|| "第 5 行\n#\u{7}".to_owned());
        assert_eq!(
            text_with(&read("a: [{x: 1}, {x: 2}]\nb: [{x: 1}, {x: 2}]\n"), comment),
            "a:\n  - {x: 1}\n  - {x: 2}\nb:\n  - {x: 1}\n  # 第 5 行\n  # # \n  - {x: 2}\n"
        );
    }
}
