//! Breaks text into lines of a width.
//!
//! Lines break at spaces and between Chinese characters; no line begins with a closing mark or ends with an opening
//! one, a figure keeps its measure word (`812 米`, `228 m`), and a telephone number stays whole. Only what is wider than a whole line is cut within.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

const CLOSING: &str = "，。、；：？！）】》〉」』”’…,.;:?!)]}%";
const OPENING: &str = "（【《〈「『“‘([{";

/// How many columns a text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// The width of the widest part of a text within which no line breaks.
pub fn longest_piece(text: &str) -> usize {
    text.lines().flat_map(pieces).map(|piece| width(piece.trim_end())).max().unwrap_or(0)
}

/// The lines of a text, each at most `room` columns wide (two at least); line feeds in it are kept.
pub fn wrap(text: &str, room: usize) -> Vec<String> {
    text.split('\n').flat_map(|line| wrap_line(line, room.max(2))).collect()
}

/// The lines of a text of which all but the first are indented by `indent` columns.
pub fn wrap_hanging(text: &str, room: usize, indent: usize) -> Vec<String> {
    let mut lines = wrap(text, room.saturating_sub(indent));
    for line in lines.iter_mut().skip(1) {
        line.insert_str(0, &" ".repeat(indent));
    }
    lines
}

fn wrap_line(text: &str, room: usize) -> Vec<String> {
    let mut lines = vec![];
    let mut line = String::new();
    for piece in pieces(text) {
        if width(&line) + width(piece.trim_end()) > room && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        line.push_str(piece);
        while width(line.trim_end()) > room {
            let rest = line.split_off(cut(&line, room));
            lines.push(std::mem::replace(&mut line, rest));
        }
    }
    lines.push(line);
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    lines
}

/// The byte at which a text is cut so that what stands before it takes at most `room` columns.
fn cut(text: &str, room: usize) -> usize {
    let mut taken = 0;
    for (at, character) in text.char_indices() {
        taken += character.width().unwrap_or(0);
        if taken > room && at > 0 {
            return at;
        }
    }
    text.len()
}

/// The text in pieces between which a line may break; spaces belong to the piece before them.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = vec![];
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    let mut before_spaces = None;
    while let Some((_, character)) = characters.next() {
        if character != ' ' {
            before_spaces = Some(character);
        }
        if let Some(&(next_at, next)) = characters.peek()
            && may_break(before_spaces, character, next)
        {
            pieces.push(&text[start..next_at]);
            start = next_at;
        }
    }
    pieces.push(&text[start..]);
    pieces
}

fn may_break(before_spaces: Option<char>, character: char, next: char) -> bool {
    let is_wide = |character: char| character.width() == Some(2);
    if next == ' ' || next.width() == Some(0) || CLOSING.contains(next) || OPENING.contains(character) {
        return false;
    }
    if character == ' ' {
        return !before_spaces.is_some_and(|before| before.is_ascii_digit());
    }
    (is_wide(character) || is_wide(next)) && !"-/@".contains(next)
}

#[cfg(test)]
mod tests {
    use super::{pieces, width, wrap, wrap_hanging};

    #[test]
    fn breaks_between_chinese_characters_and_at_spaces() {
        assert_eq!(wrap("临汾路街道社区卫生服务中心", 10), ["临汾路街道", "社区卫生服", "务中心"]);
        assert_eq!(wrap("the hospice nurse", 11), ["the hospice", "nurse"]);
        assert_eq!(wrap("一\n二", 10), ["一", "二"]);
        assert_eq!(wrap("", 10), [""]);
    }

    #[test]
    fn begins_no_line_with_a_closing_mark_and_ends_none_with_an_opening_one() {
        for room in 2..40 {
            for line in wrap("没有要求的证件 6 场，大使当天没空 18 场；（周二）、“窗口”。", room)
            {
                if room >= 8 {
                    assert!(!line.starts_with(['，', '、', '。', '；', '）', '”']), "{room}: {line}");
                    assert!(!line.ends_with(['（', '“']), "{room}: {line}");
                }
                assert!(width(&line) <= room, "{room}: {line}");
            }
        }
    }

    #[test]
    fn keeps_a_figure_with_its_measure_word() {
        assert_eq!(pieces("共 14 人次。"), ["共 ", "14 人", "次。"]);
        assert_eq!(wrap("路程 812 米", 9), ["路程", "812 米"]);
        assert_eq!(wrap("the next is East (228 m)", 22), ["the next is East", "(228 m)"]);
    }

    #[test]
    fn cuts_within_what_is_wider_than_a_line() {
        assert_eq!(wrap("hospice-nurse@2018-10-23", 10), ["hospice-nu", "rse@2018-1", "0-23"]);
    }

    #[test]
    fn indents_all_lines_but_the_first() {
        assert_eq!(wrap_hanging("一二三四", 6, 2), ["一二", "  三四"]);
    }
}
