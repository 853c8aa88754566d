//! Content lines as RFC 5545 folds them (section 3.1): no more than 75 octets without the line end.
//!
//! In: a calendar as text, with folds of whatever kind. Out: the same lines, folded neither within a character nor
//! between a backslash and the letter that it escapes, which readers have taken for two lines. The crate that writes
//! calendars does both, and counts characters for octets.

/// The most octets of a line, the blank before a continued one included.
const LONGEST: usize = 75;

/// What ends a line.
const END: &str = "\r\n";

/// What stands between the parts of a folded line.
const FOLD: &str = "\r\n ";

/// The text with its lines folded anew.
pub(super) fn folded(text: &str) -> String {
    let lines = unfolded(text);
    let lines = lines.split_terminator(END);
    lines.flat_map(|line| [fold(line), END.to_owned()]).collect()
}

/// The text with every line on one.
pub(super) fn unfolded(text: &str) -> String {
    text.replace(FOLD, "")
}

fn fold(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + line.len() / LONGEST * FOLD.len());
    let mut length = 0;
    let mut rest = line;
    while let Some(letter) = rest.chars().next() {
        let escaped = if letter == '\\' { rest.chars().nth(1).map_or(0, char::len_utf8) } else { 0 };
        let (unit, after) = rest.split_at(letter.len_utf8() + escaped);
        if length + unit.len() > LONGEST {
            folded.push_str(FOLD);
            length = 1;
        }
        folded.push_str(unit);
        length += unit.len();
        rest = after;
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::{fold, folded, unfolded};

    /// Lines in which every kind of unit comes to stand at every place.
    fn lines() -> Vec<String> {
        let units = ["a", "：", "𠮷", " ", "\\n", "\\,", "\\\\", "\\\\\\n"];
        let line = |before: usize, unit: &str| format!("X:{}{}", "a".repeat(before), unit.repeat(90));
        units.iter().flat_map(|unit| (60..80).map(move |before| line(before, unit))).collect()
    }

    #[test]
    fn no_line_is_longer_than_75_octets_and_none_shorter_than_it_need_be() {
        for line in lines() {
            let folded = fold(&line);
            let parts: Vec<&str> = folded.split("\r\n").collect();
            let (last, others) = parts.split_last().unwrap();
            assert!(last.len() <= 75, "{last}");
            assert!(others.iter().all(|part| (72..=75).contains(&part.len())), "{folded}");
        }
    }

    #[test]
    fn no_fold_stands_between_a_backslash_and_what_it_escapes() {
        for line in lines() {
            for part in fold(&line).split("\r\n") {
                let backslashes = part.len() - part.trim_end_matches('\\').len();
                assert_eq!(backslashes % 2, 0, "{part}");
            }
        }
    }

    #[test]
    fn what_is_folded_reads_as_before() {
        for line in lines() {
            assert_eq!(unfolded(&fold(&line)), line);
        }
        assert_eq!(folded("A:1\r\nB:2\r\n 3\r\n"), "A:1\r\nB:23\r\n");
        assert_eq!(fold(&"a".repeat(75)).len(), 75);
        assert_eq!(fold(&"a".repeat(76)), format!("{}\r\n a", "a".repeat(75)));
        assert_eq!(fold("ends in \\"), "ends in \\");
    }
}
