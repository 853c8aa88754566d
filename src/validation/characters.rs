//! Characters that no id or name may have: those that obey or hide, and those that are none.

/// The first character that no id and no name may have, with the byte at which it stands: control characters, ends of
/// lines, and the code points that Unicode keeps free of characters for ever.
pub fn control(text: &str) -> Option<(usize, char)> {
    let refused = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{fdd0}'..='\u{fdef}')
            || u32::from(letter) & 0xfffe == 0xfffe
    };
    text.char_indices().find(|(_, letter)| refused(*letter))
}

/// The same for an id, which others must be able to write: also what turns the direction of writing, and what takes no
/// room and shapes no neighbour.
pub fn unwritable(text: &str) -> Option<(usize, char)> {
    let hides = |letter: char| {
        matches!(letter,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
    };
    control(text).or_else(|| text.char_indices().find(|(_, letter)| hides(*letter)))
}

#[cfg(test)]
mod tests {
    use super::{control, unwritable};

    #[test]
    fn names_the_character_and_where_it_stands() {
        for refused in
            ['\0', '\u{7}', '\n', '\u{1f}', '\u{7f}', '\u{80}', '\u{9f}', '\u{2028}', '\u{fdd0}', '\u{fffe}']
        {
            assert_eq!(control(&format!("初{refused}心")), Some((3, refused)), "{refused:?}");
        }
        for refused in ['\u{ffff}', '\u{1fffe}', '\u{10ffff}'] {
            assert_eq!(unwritable(&format!("a{refused}")), Some((1, refused)), "{refused:?}");
        }
    }

    #[test]
    fn lets_a_name_be_written_from_right_to_left_and_an_id_not() {
        for hides in ['\u{202e}', '\u{2066}', '\u{200f}', '\u{200b}', '\u{feff}', '\u{ad}'] {
            assert_eq!(control(&format!("a{hides}")), None);
            assert_eq!(unwritable(&format!("a{hides}")), Some((1, hides)), "{hides:?}");
        }
    }

    #[test]
    fn lets_whatever_people_write_stand() {
        let written = "佘松岩 O’Brien-Łódź\u{3000}𠮷 👩\u{200d}⚕\u{fe0f} \u{a0}\u{2003}\"\\:#'{}[]%@`|>&*!?-";
        assert_eq!(unwritable(written), None);
    }
}
