//! Which column asks what: by the longest known word in its heading.
//!
//! In: a heading as it stands, and what the campaign is about. Out: a [`Question`]. Numbers, brackets, stars, colons and
//! blanks fall away, full-width letters and radicals are folded.

mod words;

use crate::{
    campaign::workbook::RANKS,
    diagnostic::{naming::folded, radicals},
    domain::dates::DateSpan,
    signup::question::Question,
    validation::dates::{self, Listed},
};
use std::cmp::Reverse;
use unicode_normalization::UnicodeNormalization;
use words::{ELSEWHERE, UNWISHED, WHOLE, WORDS};

/// What of a campaign headings may speak of.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// The season, from which dates take year and month.
    pub season: Option<DateSpan>,
    /// What its posts ask for: 健康证.
    pub papers: &'a [String],
}

/// What a heading asks; [`Question::Unused`] where nothing is known of it.
pub fn question(heading: &str, known: Known<'_>) -> Question {
    let words = Words::of(heading);
    if let Some(when) = words.dates(known.season) {
        return Question::AvailableAt(when);
    }
    let bare = folded(&words.bare);
    if let Some((_, question)) = WHOLE.iter().find(|(whole, _)| *whole == bare) {
        return question.clone();
    }
    let has = |word: &&str| bare.contains(*word);
    if ELSEWHERE.iter().any(has) || denies(&bare) {
        return Question::Unused;
    }
    if UNWISHED.iter().any(has) {
        return Question::Unwished;
    }
    if let Some(number) = wish_number(&bare) {
        return Question::Wish(number);
    }
    // A paper that posts ask for is a known word too.
    let papers = known.papers.iter().map(|paper| (folded(paper), Question::Certificate(paper.clone())));
    let words_known = WORDS.iter().map(|(word, question)| ((*word).to_owned(), question.clone()));
    let found =
        words_known.chain(papers).filter(|(word, _)| !word.is_empty() && bare.contains(word.as_str()));
    // Of equally long ones the first of the list counts.
    let found = found.enumerate().max_by_key(|(at, (word, _))| (word.chars().count(), Reverse(*at)));
    let found = found.map(|(_, (_, question))| question);
    match found {
        Some(Question::Wishes { .. }) => Question::Wishes { ticked: words.whole.contains("多选") },
        Some(Question::Qualifications) | None => match certificate(&bare) {
            Some(name) => Question::Certificate(name),
            None => found.unwrap_or(Question::Unused),
        },
        Some(question) => question,
    }
}

/// Whether a heading asks for the opposite: 不方便的时间, 是否没有健康证. What stands in its column must not be taken for what
/// the word alone would ask.
fn denies(bare: &str) -> bool {
    let asks_both = ["有无", "有没有", "是不是", "能不能", "愿不愿", "可不可"];
    let plain = asks_both.iter().fold(bare.to_owned(), |words, both| words.replace(both, ""));
    ["不", "无", "没", "拒绝", "请假", "除"].iter().any(|word| plain.contains(word))
}

/// The words of a heading.
struct Words {
    /// All of them, in plain letters.
    whole: String,
    /// Without what stands in brackets, the number of the question and the marks around.
    bare: String,
    /// What stands in square brackets at the end: the row of a grid of questions.
    grid: Option<String>,
}

impl Words {
    fn of(heading: &str) -> Self {
        let whole: String = heading.nfkc().map(radicals::plain).collect();
        let unnumbered = whole.trim_start_matches(|letter: char| {
            letter.is_ascii_digit()
                || letter.is_whitespace()
                || matches!(letter, '、' | '.' | ')' | '*' | ':')
        });
        let unnumbered = if unnumbered.is_empty() { whole.as_str() } else { unnumbered };
        let outside = without_brackets(unnumbered);
        let marks = |letter: char| {
            letter.is_whitespace()
                || letter.is_ascii_punctuation()
                || matches!(letter, '。' | '、' | '【' | '】')
        };
        let outside = outside.trim_matches(marks);
        let bare = if outside.is_empty() { unnumbered.trim_matches(marks) } else { outside }.to_owned();
        let grid = whole.trim_end().strip_suffix(']').and_then(|rest| rest.rsplit_once('['));
        let grid = grid.map(|(_, row)| row.trim().to_owned());
        Self { whole, bare, grid }
    }

    /// The days for which a heading stands, as they are written.
    fn dates(&self, season: Option<DateSpan>) -> Option<String> {
        let is_dated = |words: &&str| {
            let speaks_of_days =
                ['周', '月', '日', '号', '/', '-', '.'].iter().any(|mark| words.contains(*mark))
                    || words.contains("星期");
            speaks_of_days && dates::read(words, season, Listed::default()).is_ok()
        };
        let written = [Some(self.whole.trim()), self.grid.as_deref(), Some(self.bare.as_str())];
        written.into_iter().flatten().find(is_dated).map(str::to_owned)
    }
}

/// What stands outside of brackets; those within others go with them.
fn without_brackets(words: &str) -> String {
    let mut depth = 0_usize;
    let mut outside = String::new();
    for letter in words.chars() {
        match letter {
            '(' | '[' | '【' | '〔' | '<' => depth += 1,
            ')' | ']' | '】' | '〕' | '>' => depth = depth.saturating_sub(1),
            letter if depth == 0 => outside.push(letter),
            _ => {}
        }
    }
    outside
}

/// The number of the wish for which a heading asks: 第二志愿, 志愿2, second choice.
fn wish_number(bare: &str) -> Option<usize> {
    const ENGLISH: [&str; 9] =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];
    (1..=9).find(|number| {
        let figures = [RANKS[number - 1].to_owned(), number.to_string()];
        let chinese = figures.iter().any(|figure| {
            ["志愿", "意向", "选择"].iter().any(|word| bare.contains(&format!("第{figure}{word}")))
                || bare.ends_with(&format!("志愿{figure}"))
        });
        let english = ["choice", "wish"].map(|word| format!("{}{word}", ENGLISH[number - 1]));
        chinese || english.contains(&bare.to_owned()) || bare == format!("wishes{number}")
    })
}

/// The certificate for which a heading asks: 是否有健康证.
fn certificate(bare: &str) -> Option<String> {
    const BEFORE: [&str; 16] = [
        "请问",
        "您",
        "你",
        "是否",
        "有无",
        "有没有",
        "持有",
        "具有",
        "具备",
        "已有",
        "办理",
        "取得",
        "持",
        "有",
        "的",
        "需要",
    ];
    const BEHIND: [&str; 5] = ["情况", "吗", "?", "了", "呢"];
    let mut name = bare;
    while let Some(rest) = BEHIND.iter().find_map(|word| name.strip_suffix(word)) {
        name = rest;
    }
    while let Some(rest) = BEFORE.iter().find_map(|word| name.strip_prefix(word)) {
        name = rest;
    }
    let is_named = name.ends_with('证') && (3..=8).contains(&name.chars().count());
    is_named.then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Known, question};
    use crate::{
        domain::dates::{DateSpan, Weekdays},
        signup::question::Question,
    };
    use chrono::NaiveDate;

    fn asks(heading: &str) -> Question {
        let day = |day| NaiveDate::from_ymd_opt(2026, 10, day).unwrap();
        let season = DateSpan { first: day(19), last: day(30), weekdays: Weekdays::ALL };
        question(heading, Known { season: Some(season), papers: &["健康证".to_owned(), "急救员".to_owned()] })
    }

    #[test]
    fn knows_papers_by_what_posts_ask_for_and_by_what_they_end_in() {
        for (heading, name) in [
            ("10、是否有健康证", "健康证"),
            ("有无健康证", "健康证"),
            ("健康证（至2026-12-31）", "健康证"),
            ("您是急救员吗？", "急救员"),
            ("您是否持有导游证？", "导游证"),
        ] {
            assert_eq!(asks(heading), Question::Certificate(name.into()), "{heading}");
        }
        for heading in ["证件号", "身份证号码", "健康证编号", "请上传健康证照片", "健康证有效期"]
        {
            assert_eq!(asks(heading), Question::Unused, "{heading}");
        }
    }

    #[test]
    fn takes_days_in_a_heading_for_a_column_of_a_day() {
        for (heading, when) in [
            ("周二 上午 8:00-9:50", "周二 上午 8:00-9:50"),
            ("您可参加的时间 [周二上午]", "周二上午"),
            ("8（10月20日）", "10月20日"),
            ("2026-10-20", "2026-10-20"),
        ] {
            assert_eq!(asks(heading), Question::AvailableAt(when.into()), "{heading}");
        }
        assert_eq!(asks("可参加时间（10月20日至23日）"), Question::Available);
        assert_eq!(asks("随时"), Question::Unused);
    }

    #[test]
    fn takes_no_heading_for_its_opposite() {
        for heading in [
            "是否不服从调剂",
            "无健康证",
            "不可参加日期",
            "不想去的岗位",
            "不方便的时间",
            "请假日期",
            "希望不和谁同组",
            "没空的日子",
        ] {
            assert_eq!(asks(heading), Question::Unused, "{heading}");
        }
        assert_eq!(asks("有无健康证"), Question::Certificate("健康证".into()));
    }

    #[test]
    fn the_longest_known_word_wins() {
        assert_eq!(asks("报名人联系电话（必填）"), Question::Phone);
        assert_eq!(asks("＊手机号码/微信号"), Question::Phone);
        assert_eq!(asks("7、若第一、第二志愿已满，是否服从调剂？"), Question::Unwished);
        assert_eq!(asks("第２志愿"), Question::Wish(2));
        assert_eq!(asks("志愿岗位（可多选）"), Question::Wishes { ticked: true });
        assert_eq!(asks("Second Choice"), Question::Wish(2));
    }
}
