//! What a spreadsheet makes of words that it reads from a file without types.
//!
//! In: words. Out: whether they would stand there as something else: worked out, as a day, or without their zeros.

use unicode_normalization::UnicodeNormalization;

/// From so many digits on a number is shown in powers of ten, and what is shown is what is saved.
const LONG: usize = 9;

/// The months as they are written in English, in full or from three letters on.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// What may stand between the figures of a day and an hour.
const BETWEEN: &str = "-/.: 年月日号时分秒上下午";

/// Whether a spreadsheet would work the text out; some take the full-width signs for the same.
pub(in crate::render) fn is_formula(text: &str) -> bool {
    text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// Whether a spreadsheet would make something else of the text; full-width figures are figures to it.
pub(super) fn is_changed(text: &str) -> bool {
    let plain = text.nfkc().collect::<String>().to_lowercase();
    let plain = plain.trim();
    let is_truth = ["true", "false"].contains(&plain);
    is_formula(text) || is_truth || is_number(plain) || is_moment(plain)
}

/// A number that would lose zeros, digits or signs.
fn is_number(text: &str) -> bool {
    if text.chars().all(|letter| letter.is_ascii_digit()) {
        return text.len() >= LONG || text.len() > 1 && text.starts_with('0');
    }
    let bare = text.trim_matches(|letter| "$¥£€%() ".contains(letter)).replace(',', "");
    bare.starts_with(|letter: char| letter.is_ascii_digit() || letter == '.') && bare.parse::<f64>().is_ok()
}

/// A day or an hour in one of the many ways in which these are written.
fn is_moment(text: &str) -> bool {
    let is_from_to = text.split('-').filter(|part| part.contains(':')).count() > 1;
    let known = |letter: char| letter.is_ascii_alphanumeric() || BETWEEN.contains(letter);
    let word: String = text.chars().filter(char::is_ascii_alphabetic).collect();
    let is_month = word == "sept" || word.len() > 2 && MONTHS.iter().any(|month| month.starts_with(&word));
    if is_from_to
        || !text.chars().all(known)
        || !(word.is_empty() || is_month || word == "am" || word == "pm")
    {
        return false;
    }
    let figures = text.split(|letter: char| !letter.is_ascii_digit()).filter(|figures| !figures.is_empty());
    let (count, long) =
        figures.fold((0, 0), |(count, long), figures| (count + 1, long + usize::from(figures.len() > 2)));
    let is_named = is_month || text.contains('月');
    (count > 1 || count == 1 && is_named) && long < 2
}

#[cfg(test)]
mod tests {
    use super::is_changed;

    #[test]
    fn knows_what_a_spreadsheet_would_change() {
        for text in [
            "=1+1",
            " @SUM(A1)",
            "＝cmd",
            "-",
            "+86 138 0000 0101",
            "013800000102",
            "13800000102",
            "000123456789012345",
            "00310000000000000012",
            "007",
            "０１２",
            "1E5",
            "12.50",
            "1,234",
            "50%",
            "￥5",
            "(3)",
            "1-2",
            "3/4",
            "１－２",
            "2018-10-23",
            "2018/10/23 8:00",
            "8:30",
            "8:30 PM",
            "10月23日",
            "3 1/2",
            "5-Mar",
            "Sept 1",
            "TRUE",
        ] {
            assert!(is_changed(text), "{text}");
        }
    }

    #[test]
    fn leaves_alone_what_stays_as_it_is() {
        for text in [
            "",
            "12",
            "0",
            "20181023",
            "08:00-16:00",
            "22:00-次日01:30",
            "021-0000 0000",
            "138-0000-0101",
            "10月23日（周二）",
            "林晓（a01）",
            "3号楼",
            "24小时",
            "第一志愿",
            "E5",
            "March",
            "infinity",
            "1 2 号线",
        ] {
            assert!(!is_changed(text), "{text}");
        }
    }
}
