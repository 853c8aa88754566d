//! Ranges as people write them, and full-width digits and marks.
//!
//! In: the words of a value. Out: where the two ends of its range stand, and the same words in plain letters.

use std::ops::Range;

/// What stands between the two ends of a range.
const BETWEEN: [&str; 9] = ["..", "-", "~", "－", "～", "–", "—", "至", "到"];

/// Where the two ends stand, without blanks around them; `None` where nothing stands before or behind the mark.
pub fn ends(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let begins = |at: usize| BETWEEN.iter().find(|mark| text[at..].starts_with(**mark));
    let (at, mark) = text.char_indices().find_map(|(at, _)| Some((at, begins(at)?)))?;
    // A dash may be two: 2——4.
    let behind = text.len() - text[at..].trim_start_matches(*mark).len();
    let (first, last) = (trimmed(text, 0..at), trimmed(text, behind..text.len()));
    (!first.is_empty() && !last.is_empty()).then_some((first, last))
}

/// A part of a text without the blanks around it.
pub(super) fn trimmed(text: &str, part: Range<usize>) -> Range<usize> {
    let words = &text[part.clone()];
    let start = part.start + words.len() - words.trim_start().len();
    start..start + words.trim().len()
}

/// Full-width digits and marks as plain ones.
pub fn narrow(text: &str) -> String {
    let narrow = |letter: char| match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        letter => letter,
    };
    text.chars().map(narrow).collect()
}

#[cfg(test)]
mod tests {
    use super::ends;

    #[test]
    fn finds_the_two_ends_of_a_range() {
        for range in ["2-4", "2 至 4", "2——4", "2..4", "2～4", " 2－4 ", "2 到4"] {
            let (first, last) = ends(range).unwrap();
            assert_eq!((&range[first], &range[last]), ("2", "4"), "{range}");
        }
        for alone in ["2", "", "-3", "3-", "－"] {
            assert_eq!(ends(alone), None, "{alone}");
        }
    }
}
