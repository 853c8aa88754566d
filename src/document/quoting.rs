//! Words between quotation marks such that JSON and YAML both read them back.
//!
//! In: JSON. Out: the same, with escapes for the letters that JSON takes as they are and YAML in no text at all.

use std::{borrow::Cow, fmt::Write as _};

/// The inside of a JSON string, or a whole one, such that YAML reads it too (YAML 1.2.2, rule `c-printable`).
pub fn escaped(json: &str) -> Cow<'_, str> {
    let refused = |letter: char| matches!(letter, '\u{7f}'..='\u{9f}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}');
    if !json.contains(refused) {
        return Cow::Borrowed(json);
    }
    let mut text = String::new();
    for letter in json.chars() {
        if refused(letter) {
            // Writing to a string cannot fail.
            let _ = write!(text, "\\u{:04x}", u32::from(letter));
        } else {
            text.push(letter);
        }
    }
    Cow::Owned(text)
}

#[cfg(test)]
mod tests {
    use super::escaped;
    use crate::document::{Value, reading::read};
    use crate::source::Sources;

    #[test]
    fn escapes_every_letter_that_yaml_would_refuse() {
        assert_eq!(escaped("初\u{9b}\u{7f}心\u{ffff}"), "初\\u009b\\u007f心\\uffff");
        for number in (0..0x200).chain(0x2000..0x2100).chain(0xfd00..0x1_0100) {
            let Some(letter) = char::from_u32(number) else { continue };
            let word = format!("a{letter}b");
            let mut sources = Sources::default();
            let file = sources.add("", escaped(&serde_json::json!([word]).to_string()));
            let (root, found) = read(&sources, file);
            let Some(Value::List(items)) = root.map(|root| root.value) else {
                panic!("{number:x}: {found:?}")
            };
            assert!(matches!(&items[0].value, Value::Scalar { text, .. } if *text == word), "{number:x}");
        }
    }
}
