//! Words of a campaign made fit for a terminal.

/// The text without characters that move the cursor, change its direction or take no room, and with single spaces.
pub fn clean(text: &str) -> String {
    let text = without_escapes(text);
    let visible: String = text
        .chars()
        .map(|character| if character.is_whitespace() { ' ' } else { character })
        .filter(|character| is_visible(*character))
        .collect();
    visible.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// The text without sequences such as `ESC [ 31 m` (ECMA-48, section 5.4).
fn without_escapes(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut kept = parts.next().unwrap_or("").to_owned();
    for part in parts {
        kept.push_str(
            part.trim_start_matches(|mark: char| ('0'..='?').contains(&mark)).get(1..).unwrap_or(""),
        );
    }
    kept
}

fn is_visible(character: char) -> bool {
    !character.is_control()
        && !matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffd}'
            | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn strips_what_a_terminal_would_obey() {
        assert_eq!(clean("林\u{1b}[31m晓\u{7}"), "林晓");
        assert_eq!(clean("a\u{202e}b\u{200b}c\r\n d\t\te"), "abc d e");
        assert_eq!(clean("  阳曲路\u{3000}470弄 "), "阳曲路 470弄");
    }
}
