//! Words of a campaign made fit for a terminal.

/// The text without characters that move the cursor, change its direction or take no room, and with single spaces.
pub fn clean(text: &str) -> String {
    let spaced: String =
        text.chars().map(|character| if character.is_whitespace() { ' ' } else { character }).collect();
    let kept: String = without_escapes(&spaced).chars().filter(|character| is_visible(*character)).collect();
    kept.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// The text with such characters written out, `␛` and `\u{9b}`: nothing that somebody typed is obeyed, and nothing is
/// hidden. Its lines and spaces stay as they are.
pub fn visible(text: &str) -> String {
    let mut shown = String::new();
    for character in text.chars() {
        match character {
            '\n' | char::REPLACEMENT_CHARACTER => shown.push(character),
            character if is_visible(character) => shown.push(character),
            character if joins(character) => {}
            character => match picture(character) {
                Some(picture) => shown.push(picture),
                None => shown.extend(character.escape_unicode()),
            },
        }
    }
    shown
}

/// The same for a sentence that may quote what was typed: not even a line end in it begins a line of its own.
pub fn in_one_line(text: &str) -> String {
    visible(&text.replace('\n', "␊"))
}

/// A line of a file as it is shown: every character that a terminal would obey, or that hides, is a mark in its stead.
pub fn marked(line: &str) -> String {
    let shown = |character| match character {
        '\t' => '\t',
        character if is_visible(character) || joins(character) => character,
        character => picture(character).unwrap_or('\u{fffd}'),
    };
    line.chars().map(shown).collect()
}

/// Whether a character only shapes its neighbours, as in emoji.
fn joins(character: char) -> bool {
    matches!(character, '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

/// The picture of a control character, such as `␛`; those beyond ASCII have none.
fn picture(character: char) -> Option<char> {
    match character {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(character)),
        '\u{7f}' => Some('␡'),
        _ => None,
    }
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
        assert_eq!(visible("a  b\n\u{2066}c\u{1b}[0m\r\n"), "a  b\n\\u{2066}c␛[0m␍\n");
        assert_eq!(visible("\u{7}\u{7f}\u{9b}31m☎\u{fe0f}\u{202e}"), "␇␡\\u{9b}31m☎\\u{202e}");
        assert_eq!(marked("a\u{202e}b\tc\u{9b}\u{1b}☎\u{fe0f}"), "a\u{fffd}b\tc\u{fffd}␛☎\u{fe0f}");
    }
}
