//! Problems of keys and of the kind of value behind them.

use crate::{
    diagnostic::shape::{Home, Shape, Similar, Wanted},
    render::wording::{
        grouped,
        problem::{Explained, Words},
    },
};

impl Explained for Shape {
    fn zh(&self) -> Words {
        match self {
            Self::UnknownKey { key, similar } => {
                Words::of(format!("没有 {key} 这一项")).hint(match similar {
                    Some(similar) => meant_zh(key, similar),
                    None if key.contains([':', '：']) => "冒号后面要空一格".to_owned(),
                    None => "请删去这一项；说明文字可以写在 # 后面或 note 里".to_owned(),
                })
            }
            Self::MissingField { field } => {
                Words::of(format!("缺少 {field}")).hint(format!("请补上 {field}: …"))
            }
            Self::WrongType { field, wanted } => {
                Words::of(format!("{field} 的写法不对，这里应是{}", wanted_zh(*wanted)))
                    .hint(example_zh(field, *wanted))
            }
            Self::WrongItem { wanted } => {
                Words::of(format!("列表里的这一条写法不对，这里应是{}", wanted_zh(*wanted)))
                    .hint(item_zh(*wanted))
            }
            Self::TooManyEntries { entries, most } => {
                Words::of(format!("这里列了 {} 条，本程序至多读 {} 条", grouped(*entries), grouped(*most)))
                    .hint("请分成几份活动文件")
            }
            Self::IsPlan => Words::of("这是排好的方案，不是活动文件").hint(
                "请给出活动文件；方案在 verify 里写在活动文件后面，在 diff、print、repair 里有各自的位置",
            ),
            Self::NoCampaign => Words::of("这不是活动文件").hint(
                "活动文件由 campaign、units、posts、ambassadors 等部分组成；可以用 chuxin new 生成一份",
            ),
        }
    }

    fn en(&self) -> Words {
        match self {
            Self::UnknownKey { key, similar } => Words::of(format!("unknown key `{key}`")).hint(match similar {
                Some(similar) => meant_en(key, similar),
                None if key.contains([':', '：']) => "a blank belongs behind the colon".to_owned(),
                None => "take it out; remarks may stand behind a # or in `note`".to_owned(),
            }),
            Self::MissingField { field } => {
                Words::of(format!("`{field}` is missing")).hint(format!("add `{field}: …`"))
            }
            Self::WrongType { field, wanted } => {
                Words::of(format!("`{field}` wants {}", wanted_en(*wanted))).hint(example_en(field, *wanted))
            }
            Self::WrongItem { wanted } => {
                Words::of(format!("this item of the list must be {}", wanted_en(*wanted))).hint(item_en(*wanted))
            }
            Self::TooManyEntries { entries, most } => {
                Words::of(format!("{} entries; the program reads {}", grouped(*entries), grouped(*most)))
                    .hint("divide the campaign into several files")
            }
            Self::IsPlan => Words::of("this is a saved plan, not a campaign")
                .hint("give the campaign; a plan stands behind it in `verify`, and in its own place in `diff`, `print` and `repair`"),
            Self::NoCampaign => Words::of("this is no campaign file").hint(
                "a campaign file has the sections `campaign`, `units`, `posts`, `ambassadors` …; `chuxin new` writes one",
            ),
        }
    }
}

/// How many of the places where a key may stand are named.
const MOST_HOMES: usize = 3;

fn meant_zh(key: &str, similar: &Similar) -> String {
    let Similar { key: meant, elsewhere } = similar;
    let homes: Vec<&str> = elsewhere.iter().take(MOST_HOMES).map(|home| home_zh(*home)).collect();
    let homes = homes.join("、") + if elsewhere.len() > MOST_HOMES { "等" } else { "" };
    match (elsewhere.is_empty(), key == *meant) {
        (true, _) => format!("是不是想写 {meant}？"),
        (false, true) => format!("{meant} 不写在这里，它属于{homes}"),
        (false, false) => format!("是不是想写 {meant}？它不写在这里，属于{homes}"),
    }
}

fn meant_en(key: &str, similar: &Similar) -> String {
    let Similar { key: meant, elsewhere } = similar;
    let homes: Vec<&str> = elsewhere.iter().take(MOST_HOMES).map(|home| home_en(*home)).collect();
    let homes = homes.join(", to ") + if elsewhere.len() > MOST_HOMES { ", and to others" } else { "" };
    match (elsewhere.is_empty(), key == *meant) {
        (true, _) => format!("did you mean `{meant}`?"),
        (false, true) => format!("`{meant}` does not stand here; it belongs to {homes}"),
        (false, false) => format!("did you mean `{meant}`? It does not stand here, but belongs to {homes}"),
    }
}

fn home_zh(home: Home) -> &'static str {
    match home {
        Home::File => "文件的最外层",
        Home::Scenario => "比选方案的最外层",
        Home::Removals => "要删去的内容（remove）",
        Home::Header => "活动（campaign）",
        Home::Contact => "联系人（contact）",
        Home::Lecture => "讲堂（lecture）",
        Home::Unit => "单位（units）",
        Home::Post => "岗位（posts）",
        Home::Ambassador => "大使（ambassadors）",
        Home::Range => "最少和最多（如 days）",
        Home::Rules => "规则（rules）",
        Home::Pin => "固定安排（pins）",
        Home::Ban => "回避（bans）",
        Home::Group => "分组（groups）",
        Home::Neighbourhood => "居民区（neighbourhoods）",
        Home::Theme => "主题（themes）",
        Home::ThursdayAction => "周四行动（thursday_action）",
        Home::Pairing => "结对（fixed、forbidden）",
    }
}

fn home_en(home: Home) -> &'static str {
    match home {
        Home::File => "the top of the file",
        Home::Scenario => "the top of a scenario",
        Home::Removals => "what is taken out (`remove`)",
        Home::Header => "the campaign (`campaign`)",
        Home::Contact => "a contact (`contact`)",
        Home::Lecture => "the lecture (`lecture`)",
        Home::Unit => "a unit (`units`)",
        Home::Post => "a post (`posts`)",
        Home::Ambassador => "an ambassador (`ambassadors`)",
        Home::Range => "a lower and an upper number (such as `days`)",
        Home::Rules => "the rules (`rules`)",
        Home::Pin => "a pin (`pins`)",
        Home::Ban => "a ban (`bans`)",
        Home::Group => "a group (`groups`)",
        Home::Neighbourhood => "a neighbourhood (`neighbourhoods`)",
        Home::Theme => "a theme (`themes`)",
        Home::ThursdayAction => "the Thursday Action (`thursday_action`)",
        Home::Pairing => "a pairing (`fixed`, `forbidden`)",
    }
}

fn wanted_zh(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Text => "一个词、数字或日期",
        Wanted::Texts => "一个列表",
        Wanted::TextOrTexts => "日期，或日期的列表",
        Wanted::Map => "一组“名称: 内容”",
        Wanted::Maps => "一个列表，每条是一组“名称: 内容”",
        Wanted::NumberOrRange => "一个数，或最少和最多两个数",
        Wanted::Location => "纬度和经度",
    }
}

fn wanted_en(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Text => "a word, a number or a date",
        Wanted::Texts => "a list",
        Wanted::TextOrTexts => "dates, one or a list of them",
        Wanted::Map => "keys and values",
        Wanted::Maps => "a list of entries with keys and values",
        Wanted::NumberOrRange => "a number, or a lower and an upper one",
        Wanted::Location => "latitude and longitude",
    }
}

fn example_zh(field: &str, wanted: Wanted) -> String {
    format!("写法：{}", example(field, wanted, "内容", "甲", "乙"))
}

fn example_en(field: &str, wanted: Wanted) -> String {
    format!("write `{}`", example(field, wanted, "value", "one", "two"))
}

fn example(field: &str, wanted: Wanted, value: &str, one: &str, two: &str) -> String {
    match wanted {
        Wanted::Text => format!("{field}: {value}"),
        Wanted::Texts => format!("{field}: [{one}, {two}]"),
        Wanted::TextOrTexts => format!("{field}: [2018-10-22, 2018-10-24..2018-10-26]"),
        Wanted::Map if matches!(field, "days" | "neighbourhoods_per_unit" | "units_per_neighbourhood") => {
            format!("{field}: {{min: 0, max: 1}}")
        }
        Wanted::Map if field == "remove" => format!("{field}: {{posts: [{one}, {two}]}}"),
        Wanted::Map => format!("{field}: {{name: {value}}}"),
        Wanted::Maps => format!("{field}: [{{id: {one}, name: {two}}}]"),
        Wanted::NumberOrRange => format!("{field}: {{min: 1, max: 2}}"),
        Wanted::Location => format!("{field}: [31.3052, 121.4563]"),
    }
}

fn item_zh(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Text => "请只写一个词，逗号分开",
        _ => "请写成 - {id: 甲, name: 乙}，或分行写",
    }
}

fn item_en(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Text => "write one word, with commas between the items",
        _ => "write `- {id: one, name: two}`, or one key a line",
    }
}
