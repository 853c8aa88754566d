//! Words of a campaign made fit for a terminal.

/// The text without characters that move the cursor, change its direction or take no room, and with single spaces.
pub fn clean(text: &str) -> String {
    let spaced: String =
        text.chars().map(|character| if character.is_whitespace() { ' ' } else { character }).collect();
    visible(&spaced).split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// The text without such characters; its lines and spaces stay as they are.
pub fn visible(text: &str) -> String {
    let kept = |character: &char| *character == '\n' || is_visible(*character);
    without_escapes(text).chars().filter(kept).collect()
}

/// A line of a file as it is shown: every character that a terminal would obey, or that hides, is a mark in its stead.
pub fn marked(line: &str) -> String {
    let joins = |character| matches!(character, '\u{200d}' | '\u{fe00}'..='\u{fe0f}');
    let shown = |character| match character {
        '\t' => '\t',
        character if is_visible(character) || joins(character) => character,
        _ => '\u{fffd}',
    };
    line.chars().map(shown).collect()
}

/// The text without sequences such as `ESC [ 31 m` and `ESC ] 0 ; title BEL` (ECMA-48, sections 5.4 and 5.6).
fn without_escapes(text: &str) -> String {
    let text = text.replace('\u{9b}', "\u{1b}[").replace('\u{9d}', "\u{1b}]");
    let mut kept = String::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find('\u{1b}') {
        kept.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(sequence) = rest.strip_prefix('[') {
            let sequence = sequence.trim_start_matches(|mark: char| (' '..='?').contains(&mark));
            let ended = sequence.strip_prefix(|end: char| ('@'..='~').contains(&end));
            rest = ended.unwrap_or(sequence);
        } else if let Some(sequence) = rest.strip_prefix(']') {
            let ended = sequence.split_once(['\u{7}', '\u{1b}']);
            rest = ended.map_or(sequence, |(_, rest)| rest.strip_prefix('\\').unwrap_or(rest));
        }
    }
    kept + rest
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
    use super::{clean, marked, visible};

    #[test]
    fn strips_what_a_terminal_would_obey() {
        assert_eq!(clean("林\u{1b}[31m晓\u{7}"), "林晓");
        assert_eq!(clean("\u{9b}1;31m林晓\u{1b}]0;title\u{1b}\\，\u{1b}[你好\u{1b}"), "林晓，你好");
        assert_eq!(clean("a\u{202e}b\u{200b}c\r\n d\t\te"), "abc d e");
        assert_eq!(clean("  阳曲路\u{3000}470弄 "), "阳曲路 470弄");
    }

    #[test]
    fn keeps_lines_and_shows_where_something_hides() {
        assert_eq!(visible("a  b\n\u{2066}c\u{1b}[0m\r\n"), "a  b\nc\n");
        assert_eq!(marked("a\u{202e}b\tc\u{9b}☎\u{fe0f}"), "a\u{fffd}b\tc\u{fffd}☎\u{fe0f}");
    }
}
