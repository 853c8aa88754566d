//! Characters as somebody reads them who looks for numbers: digits of every width and script, what may stand between
//! them, letters and words.
//!
//! In: text. Out: a [`Sign`] for each character that is seen.

/// What a character is to whoever looks for numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// A digit.
    Digit(char),
    /// A Chinese numeral, which is a word or a digit: `一` in 周一 and in 一三八.
    Numeral(char, char),
    /// A letter from A to Z, as a capital.
    Letter(char),
    /// Any other letter.
    Word(char),
    /// A blank or a line end.
    Blank,
    /// A bracket: whether it opens.
    Bracket(bool),
    /// What stands between: `-`, `.` and `/` for all that look like them, the character itself otherwise.
    Mark(char),
}

/// A character with the bytes that it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) sign: Sign,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The characters of a text without those that take no room.
pub(super) fn signs(text: &str) -> Vec<Seen> {
    let seen = text.char_indices().filter_map(|(start, letter)| {
        Some(Seen { sign: sign(letter)?, start, end: start + letter.len_utf8() })
    });
    seen.collect()
}

fn sign(letter: char) -> Option<Sign> {
    if letter.is_whitespace() || matches!(letter, '\u{2800}' | '\u{3164}' | '\u{ffa0}') {
        return Some(Sign::Blank);
    }
    if letter.is_control() || takes_no_room(letter) {
        return None;
    }
    if let Some(digit) = digit(letter) {
        return Some(Sign::Digit(digit));
    }
    if let Some(digit) = numeral(letter) {
        return Some(Sign::Numeral(letter, digit));
    }
    Some(match letter {
        '(' | '[' | '{' | '<' | '（' | '［' | '｛' | '＜' | '〈' | '《' | '「' | '『' | '【' | '〔'
        | '〖' | '﹙' => Sign::Bracket(true),
        ')' | ']' | '}' | '>' | '）' | '］' | '｝' | '＞' | '〉' | '》' | '」' | '』' | '】' | '〕'
        | '〗' | '﹚' => Sign::Bracket(false),
        '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => {
            Sign::Letter(narrow(letter).to_ascii_uppercase())
        }
        'Ⅹ' | 'ⅹ' | '×' => Sign::Letter('X'),
        letter if letter.is_ascii_alphabetic() => Sign::Letter(letter.to_ascii_uppercase()),
        letter => joint(letter).map_or_else(
            || if letter.is_alphanumeric() { Sign::Word(letter) } else { Sign::Mark(letter) },
            Sign::Mark,
        ),
    })
}

/// Characters that join, mark or direct others: zero-width ones, accents, the frame of a key.
fn takes_no_room(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffd}' | '\u{e0000}'..='\u{e0fff}')
}

/// `-`, `.`, `/`, `:` and `+` for all that look like them.
fn joint(letter: char) -> Option<char> {
    Some(match letter {
        '-'
        | '_'
        | '~'
        | '֊'
        | '־'
        | '᠆'
        | '\u{2010}'..='\u{2015}'
        | '‿'
        | '⁃'
        | '⁻'
        | '₋'
        | '−'
        | '∼'
        | '─'
        | '━'
        | '⸺'
        | '⸻'
        | '〜'
        | '〰'
        | 'ー'
        | '﹘'
        | '﹣'
        | '－'
        | '＿'
        | '～'
        | 'ｰ' => '-',
        '.' | '·' | '•' | '․' | '‥' | '…' | '‧' | '∙' | '⋅' | '●' | '◦' | '。' | '・' | '﹒' | '．' | '｡'
        | '･' => '.',
        '/' | '\\' | '|' | '⁄' | '∕' | '∣' | '│' | '／' | '＼' | '｜' => '/',
        ':' | 'ː' | '∶' | '︓' | '﹕' | '：' => ':',
        '+' | '⁺' | '﹢' | '＋' => '+',
        _ => return None,
    })
}

/// `A` for `Ａ`.
fn narrow(letter: char) -> char {
    char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter)
}

/// The zeros of every script that counts in tens (Unicode 18, general category Nd); nine digits follow each.
const ZEROS: [u32; 77] = [
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50,
    0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40,
    0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x10d40,
    0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x116d0, 0x116da,
    0x11730, 0x118e0, 0x11950, 0x11bf0, 0x11c50, 0x11d50, 0x11da0, 0x11de0, 0x11f50, 0x16130, 0x16a60,
    0x16ac0, 0x16b50, 0x16d70, 0x1ccf0, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0,
    0x1e4f0, 0x1e5f1, 0x1e950, 0x1fbf0,
];

/// Digits within circles and brackets, above and below the line: the first of a run, its value and how many follow.
const RUNS: [(char, u8, u32); 22] = [
    ('²', 2, 2),
    ('¹', 1, 1),
    ('⁰', 0, 1),
    ('⁴', 4, 6),
    ('₀', 0, 10),
    ('①', 1, 9),
    ('⑴', 1, 9),
    ('⒈', 1, 9),
    ('⓪', 0, 1),
    ('⓵', 1, 9),
    ('⓿', 0, 1),
    ('❶', 1, 9),
    ('➀', 1, 9),
    ('➊', 1, 9),
    ('〡', 1, 9),
    ('㈠', 1, 9),
    ('㊀', 1, 9),
    ('𝍠', 1, 9),
    ('🄀', 0, 1),
    ('🄁', 0, 10),
    ('🄋', 0, 1),
    ('🄌', 0, 1),
];

fn digit(letter: char) -> Option<char> {
    let code = letter as u32;
    let below = ZEROS.partition_point(|&zero| zero <= code);
    let in_tens = below.checked_sub(1).map(|at| code - ZEROS[at]).filter(|&value| value < 10);
    let in_run = || {
        RUNS.iter().find_map(|&(first, value, many)| {
            let offset = code.checked_sub(first as u32).filter(|&offset| offset < many)?;
            Some(u32::from(value) + offset)
        })
    };
    in_tens.or_else(in_run).and_then(|value| char::from_digit(value, 10))
}

/// What a Chinese numeral stands for where numbers are spelled digit by digit.
fn numeral(letter: char) -> Option<char> {
    Some(match letter {
        '〇' | '零' | '○' | '洞' => '0',
        '一' | '壹' | '弌' | '幺' => '1',
        '二' | '贰' | '貳' | '两' => '2',
        '三' | '叁' | '參' => '3',
        '四' | '肆' => '4',
        '五' | '伍' => '5',
        '六' | '陆' | '陸' => '6',
        '七' | '柒' | '拐' => '7',
        '八' | '捌' => '8',
        '九' | '玖' => '9',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Sign, sign};

    fn digits(text: &str) -> String {
        let digit = |letter| match sign(letter) {
            Some(Sign::Digit(digit) | Sign::Numeral(_, digit)) => Some(digit),
            _ => None,
        };
        text.chars().filter_map(digit).collect()
    }

    #[test]
    fn reads_digits_of_every_width_and_script() {
        for text in [
            "0123456789",
            "０１２３４５６７８９",
            "٠١٢٣٤٥٦٧٨٩",
            "०१२३४५६७८९",
            "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
            "𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿",
            "⓪①②③④⑤⑥⑦⑧⑨",
            "⓿❶❷❸❹❺❻❼❽❾",
            "🄀⒈⒉⒊⒋⒌⒍⒎⒏⒐",
            "⁰¹²³⁴⁵⁶⁷⁸⁹",
            "₀₁₂₃₄₅₆₇₈₉",
            "0\u{20e3}1\u{fe0f}\u{20e3}2\u{336}3\u{200d}456789",
            "〇一二三四五六七八九",
            "零壹贰叁肆伍陆柒捌玖",
        ] {
            assert_eq!(digits(text), "0123456789", "{text}");
        }
        assert_eq!(digits("十百千万½Ⅲa"), "");
    }

    #[test]
    fn knows_what_looks_like_a_hyphen_a_dot_or_a_slash() {
        let marks = |text: &str| text.chars().map(|letter| sign(letter).unwrap()).collect::<Vec<Sign>>();
        assert!(marks("-‐‑‒–—―−－_～〜ー").iter().all(|mark| *mark == Sign::Mark('-')));
        assert!(marks(".·•・。．‧｡…").iter().all(|mark| *mark == Sign::Mark('.')));
        assert!(marks("/／\\｜").iter().all(|mark| *mark == Sign::Mark('/')));
        assert!(marks(" \t\n\u{a0}\u{3000}\u{2009}\u{2800}").iter().all(|mark| *mark == Sign::Blank));
        assert_eq!(
            marks("a，Ｘ沪"),
            [Sign::Letter('A'), Sign::Mark('，'), Sign::Letter('X'), Sign::Word('沪')]
        );
        assert_eq!(sign('\u{200b}'), None);
    }
}
