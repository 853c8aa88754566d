//! Choices in Chinese: what a cell may say for the word of the format.

use crate::diagnostic::shape::Home;

/// The words for one value.
pub struct Choice {
    /// The value in the format.
    pub value: &'static str,
    /// The word for it: it stands in drop-down lists.
    pub word: &'static str,
    /// Other words for it.
    others: &'static [&'static str],
}

const fn choice(value: &'static str, word: &'static str, others: &'static [&'static str]) -> Choice {
    Choice { value, word, others }
}

const UNWISHED: &[Choice] = &[
    choice("allow", "服从", &["是", "愿意", "可以", "能"]),
    choice("forbid", "不服从", &["否", "不", "不愿意", "不可以", "不能"]),
];
const MAY: &[Choice] =
    &[choice("forbid", "不能", &["否", "不可以", "不行"]), choice("allow", "能", &["是", "可以"])];
const START: &[Choice] =
    &[choice("home", "住处", &["家", "家里"]), choice("employer", "工作单位", &["单位"])];
const STRENGTH: &[Choice] = &[choice("must", "一定", &["必须"]), choice("try", "尽量", &[])];
const LANGUAGE: &[Choice] = &[choice("zh", "中文", &[]), choice("en", "英文", &[])];
const HOLIDAYS: &[Choice] = &[choice("cn", "避开", &["是"]), choice("none", "不避", &["否"])];
const THURSDAY: &[Choice] = &[choice("any", "不限", &["都可以"])];
const WISHES: &[Choice] = &[
    choice("total", "总体最好", &[]),
    choice("greedy", "第一志愿最多", &[]),
    choice("generous", "先照顾最不如意的人", &[]),
];
const PRIORITIES: &[Choice] = &[
    choice("coverage", "岗位落实", &[]),
    choice("everyone", "人人参与", &[]),
    choice("enough", "天数", &[]),
    choice("days", "体验人次", &[]),
    choice("even", "均衡", &[]),
    choice("groups", "同伴", &[]),
    choice("represented", "各家参与", &[]),
    choice("wishes", "志愿", &[]),
    choice("travel", "路程", &[]),
    choice("first", "先报名的优先", &["报名先后"]),
];

/// The choices of a field; none where it takes any words.
pub fn choices(home: Home, key: &str) -> &'static [Choice] {
    match (home, key) {
        (Home::Ambassador | Home::Rules, "unwished") => UNWISHED,
        (Home::Rules, "own_unit" | "repeat_post") => MAY,
        (Home::Ambassador, "start") => START,
        (Home::Group, "strength") => STRENGTH,
        (Home::Header, "language") => LANGUAGE,
        (Home::ThursdayAction, "holidays") => HOLIDAYS,
        (Home::ThursdayAction, "thursday") => THURSDAY,
        (Home::Rules, "wishes") => WISHES,
        (Home::Rules, "priorities") => PRIORITIES,
        _ => &[],
    }
}

/// The value for a word as written; the word itself where it is none of the choices.
pub(super) fn value(home: Home, key: &str, word: &str) -> String {
    let says = |choice: &&Choice| choice.word == word || choice.others.contains(&word);
    let found = choices(home, key).iter().find(says);
    found.map_or(word, |choice| choice.value).to_owned()
}
