//! What stands in single cells: names and numbers, telephones, yes and no, papers with their last day.
//!
//! In: the words of a cell. Out: what they say, as far as they leave no doubt.

use crate::{
    diagnostic::{naming::folded, radicals},
    domain::private::HIDDEN,
    validation::characters::unwritable,
};
use unicode_normalization::UnicodeNormalization;

/// Whether a cell holds no answer: empty, a stroke, or what questionnaires write for what was not asked.
pub fn is_blank(words: &str) -> bool {
    matches!(
        folded(words).as_str(),
        "" | "-" | "--" | "—" | "——" | "/" | "\\" | "." | "(空)" | "(跳过)" | "n/a"
    )
}

/// Whether a cell says that there is nothing.
pub fn is_none(words: &str) -> bool {
    is_blank(words) || matches!(folded(words).as_str(), "无" | "没有" | "暂无" | "无。" | "none")
}

/// Words with characters where radicals stand, without letters that hide or obey, and without blanks around.
pub fn clean(words: &str) -> String {
    let is_written = |letter: &char| *letter == '\n' || unwritable(letter.encode_utf8(&mut [0; 4])).is_none();
    let written: String = words.chars().map(radicals::plain).filter(is_written).collect();
    without_identity(written.trim())
}

/// Words without numbers of identity cards, which nobody needs.
pub fn without_identity(words: &str) -> String {
    const DIGITS: usize = 18;
    let is_of_number = |letter: char| matches!(letter, '0'..='9' | '０'..='９' | 'X' | 'x');
    let mut kept = String::new();
    let mut rest = words;
    while let Some(start) = rest.find(is_of_number) {
        let end =
            rest[start..].find(|letter| !is_of_number(letter)).map_or(rest.len(), |length| start + length);
        let number = &rest[start..end];
        let is_identity =
            number.chars().count() == DIGITS && !number.trim_end_matches(['X', 'x']).contains(['X', 'x']);
        kept.push_str(&rest[..start]);
        kept.push_str(if is_identity { HIDDEN } else { number });
        rest = &rest[end..];
    }
    kept + rest
}

/// The same in plain letters, `１` as `1`.
pub fn narrow(words: &str) -> String {
    clean(&words.nfkc().collect::<String>())
}

/// A name, and the number that stands beside it in the same cell: 竺慕青 3260000099.
pub fn name_and_number(words: &str) -> (String, Option<String>) {
    let words = clean(words);
    let is_of_number =
        |letter: char| letter.is_numeric() || letter.is_whitespace() || matches!(letter, '-' | '－' | '*');
    let is_number = |number: &str| {
        number.contains(HIDDEN) || number.chars().filter(|letter| letter.is_numeric()).count() >= 3
    };
    let behind = words.trim_end_matches(is_of_number).len();
    let before = words.len() - words.trim_start_matches(is_of_number).len();
    let (name, number) = if is_number(&words[behind..]) {
        (&words[..behind], Some(&words[behind..]))
    } else if is_number(&words[..before]) {
        (&words[before..], Some(&words[..before]))
    } else {
        (words.as_str(), None)
    };
    (tidy_name(name), number.map(|number| number.trim().to_owned()))
}

/// A name without blanks between Chinese letters: 郦 文倩 is 郦文倩.
fn tidy_name(name: &str) -> String {
    let marks =
        |letter: char| letter.is_whitespace() || matches!(letter, ',' | '，' | ':' | '：' | '、' | '_');
    let words: Vec<&str> = name.trim_matches(marks).split_whitespace().collect();
    let mut tidy = String::new();
    for word in words {
        let between = tidy.chars().next_back().zip(word.chars().next());
        if between.is_some_and(|(last, first)| last.is_ascii() || first.is_ascii()) {
            tidy.push(' ');
        }
        tidy.push_str(word);
    }
    tidy
}

/// The parts of a cell of which each would do as an answer: at commas, semicolons, line ends and ticks.
pub fn parts(words: &str) -> Vec<&str> {
    let separates = |letter: char| matches!(letter, '、' | ',' | '，' | ';' | '；' | '┋' | '\n' | '|');
    words.split(separates).map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Whether a cell begins by denying all that follows: 除了…, 不想去：…, 没有：…
pub fn is_denial(words: &str) -> bool {
    let words = words.trim_start();
    !is_none(words) && ["不", "没", "除", "无:", "无："].iter().any(|word| words.starts_with(word))
}

/// Whether a cell for one name holds several.
pub fn holds_several_names(words: &str) -> bool {
    let separates =
        |letter: char| matches!(letter, '、' | ',' | '，' | ';' | '；' | '┋' | '\n' | '|' | '/' | '&');
    words.split(separates).filter(|part| part.chars().any(char::is_alphabetic)).count() > 1
}

/// A telephone number as it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Telephone {
    /// As it is written down: a mobile number in its usual groups, any other as it stands.
    pub written: String,
    /// What it is known by: its digits without those of the country.
    pub digits: String,
}

impl Telephone {
    /// Whether it has too few or too many digits for a telephone: seven to twelve, a mobile number just eleven.
    pub fn is_miscounted(&self) -> bool {
        let begins = self.digits.get(..2).is_some_and(|begin| ("13".."20").contains(&begin));
        let miscounted_mobile =
            begins && (MOBILE - 1..=MOBILE + 2).contains(&self.digits.len()) && !self.is_mobile();
        miscounted_mobile || !(7..=12).contains(&self.digits.len())
    }

    /// Whether it is a mobile number.
    pub fn is_mobile(&self) -> bool {
        self.digits.len() == MOBILE && ("13".."20").contains(&&self.digits[..2])
    }
}

/// A telephone number; `None` where a spreadsheet has rounded it.
pub fn telephone(words: &str) -> Option<Telephone> {
    let narrow = narrow(words);
    let power = |letter: char| matches!(letter, 'e' | 'E');
    let is_rounded = narrow.split_once(power).is_some_and(|(number, power)| {
        let is_of_number = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | '+');
        !number.is_empty()
            && !power.is_empty()
            && [number, power].iter().all(|part| part.chars().all(is_of_number))
    });
    if is_rounded {
        return None;
    }
    let all: String = narrow.chars().filter(char::is_ascii_digit).collect();
    let own = ["0086", "86"].into_iter().find_map(|country| all.strip_prefix(country));
    let digits = own.filter(|own| own.len() == MOBILE).unwrap_or(&all).to_owned();
    let is_bare = narrow.chars().all(|letter| !letter.is_alphabetic());
    let mut telephone = Telephone { written: narrow, digits };
    if telephone.is_mobile() && is_bare {
        let digits = &telephone.digits;
        telephone.written = format!("{} {} {}", &digits[..3], &digits[3..7], &digits[7..]);
    }
    Some(telephone)
}

/// Digits of a mobile number in China.
const MOBILE: usize = 11;

/// What is asked with yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Whether any other post will do.
    Unwished,
    /// Whether somebody holds a paper.
    Paper,
    /// Whether somebody can come.
    Free,
}

/// Yes or no; `None` where a cell says neither. A remark in brackets behind a yes counts for nothing, unless it takes the
/// yes back.
pub fn yes_or_no(words: &str, asked: Asked) -> Option<bool> {
    const YES: [&str; 10] = ["是", "是的", "对", "√", "✓", "✔", "1", "y", "yes", "true"];
    const NO: [&str; 11] = ["否", "不", "不是", "×", "✗", "✘", "x", "0", "n", "no", "false"];
    const TAKEN_BACK: [&str; 9] = ["过期", "到期", "失效", "未", "没", "无", "不", "否", "待"];
    let folded = folded(words);
    let (word, remark) = match folded.split_once('(') {
        Some((word, remark)) if remark.ends_with(')') => (word, remark),
        _ => (folded.as_str(), ""),
    };
    if TAKEN_BACK.iter().any(|word| remark.contains(word)) {
        return None;
    }
    let (own_yes, own_no): (&[&str], &[&str]) = match asked {
        Asked::Unwished => (
            &["服从", "愿意", "接受", "同意", "可以", "服从调剂", "服从分配", "服从安排", "都可以"],
            &["不服从", "不愿意", "不接受", "不同意", "不可以", "不服从调剂", "不服从分配", "不服从安排"],
        ),
        Asked::Paper => (&["有", "持有", "已有", "具备"], &["无", "没有", "暂无", "不具备"]),
        Asked::Free => (
            &["最好", "可以", "可", "行", "有空", "能", "能来", "都可以"],
            &["不行", "不可以", "没空", "不能", "不能来", "无"],
        ),
    };
    if YES.contains(&word) || own_yes.contains(&word) {
        Some(true)
    } else if remark.is_empty() && (NO.contains(&word) || own_no.contains(&word)) {
        Some(false)
    } else {
        None
    }
}

/// A paper and the words for its last day, where they stand behind it: 健康证（至2019-06-30）.
pub fn paper(words: &str) -> (String, Option<String>) {
    let narrow = narrow(words);
    let inside = narrow.strip_suffix(')').and_then(|rest| rest.split_once('('));
    let until = inside.and_then(|(name, inside)| {
        let day =
            ["有效期至", "有效至", "至", "到", "until"].iter().find_map(|word| inside.strip_prefix(word))?;
        Some((name.trim().to_owned(), Some(day.trim().to_owned())))
    });
    until.unwrap_or((narrow, None))
}

#[cfg(test)]
mod tests {
    use super::{
        Asked, clean, holds_several_names, is_denial, is_none, name_and_number, paper, telephone, yes_or_no,
    };

    #[test]
    fn parts_a_name_from_the_number_beside_it() {
        let number = |text: &str| Some(text.to_owned());
        for (words, name, with) in [
            ("竺慕青 3260000099", "竺慕青", number("3260000099")),
            ("13800000004竺慕青", "竺慕青", number("13800000004")),
            ("竺慕青，138 0000 0004", "竺慕青", number("138 0000 0004")),
            ("郦 文倩", "郦文倩", None),
            (" Yan  Xiaotang ", "Yan Xiaotang", None),
            ("小雨2", "小雨2", None),
            ("⻢\u{200b}小满", "马小满", None),
            ("竺慕青 31010119880501002X", "竺慕青", number("***")),
        ] {
            assert_eq!(name_and_number(words), (name.to_owned(), with), "{words}");
        }
        assert!(holds_several_names("茅如兰，邬连城"));
        assert!(!holds_several_names("茅如兰，13800000002"));
    }

    #[test]
    fn knows_telephones_however_they_are_written_and_those_that_are_rounded() {
        for words in
            ["13800000001", "138 0000 0001", "138-0000-0001", "+86 138 0000 0001", "１３８００００００01"]
        {
            let found = telephone(words).unwrap();
            assert_eq!((&*found.written, &*found.digits), ("138 0000 0001", "13800000001"), "{words}");
        }
        assert_eq!(telephone("021-0000 0000").unwrap().written, "021-0000 0000");
        assert_eq!(telephone("13800000001（微信同号）").unwrap().written, "13800000001(微信同号)");
        assert_eq!(telephone("1.38E+10"), None);
        for (words, is_miscounted) in
            [("138000000001", true), ("1380000001", true), ("13800000001", false), ("021-0000 0000", false)]
        {
            assert_eq!(telephone(words).unwrap().is_miscounted(), is_miscounted, "{words}");
        }
    }

    #[test]
    fn says_yes_or_no_only_where_a_cell_does() {
        for (words, asked, said) in [
            ("有（去年办）", Asked::Paper, Some(true)),
            ("有（已过期）", Asked::Paper, None),
            ("办理中", Asked::Paper, None),
            ("无", Asked::Paper, Some(false)),
            ("不服从", Asked::Unwished, Some(false)),
            ("不", Asked::Unwished, Some(false)),
            ("愿意", Asked::Unwished, Some(true)),
            ("有", Asked::Unwished, None),
            ("看情况", Asked::Unwished, None),
            ("最好", Asked::Free, Some(true)),
            ("√", Asked::Free, Some(true)),
            ("×", Asked::Free, Some(false)),
            ("TRUE", Asked::Free, Some(true)),
        ] {
            assert_eq!(yes_or_no(words, asked), said, "{words}");
        }
    }

    #[test]
    fn knows_a_cell_that_denies_what_it_names() {
        for words in ["除了营区体验员、门诊导医", "不想去：门诊导医", "没有：健康证、急救证", "无：健康证"]
        {
            assert!(is_denial(words), "{words}");
        }
        for words in ["无", "没有", "", "门诊导医、图书整理员", "无障碍引导员"] {
            assert!(!is_denial(words), "{words}");
        }
    }

    #[test]
    fn parts_a_paper_from_its_last_day() {
        assert_eq!(paper("健康证（至2026-12-31）"), ("健康证".into(), Some("2026-12-31".into())));
        assert_eq!(paper("健康证（去年）"), ("健康证(去年)".into(), None));
    }

    #[test]
    fn takes_strokes_and_skipped_questions_for_no_answer() {
        for words in ["无", "-", "(空)", "（跳过）", "", "／"] {
            assert!(is_none(words), "{words}");
        }
        assert_eq!(clean("意⻅\u{feff} "), "意见");
    }
}
