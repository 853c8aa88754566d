//! Entries and fields that are not what they should be.

use crate::{
    diagnostic::{
        shape::{Home, Shape, Similar, Wanted},
        value::Value,
    },
    render::{
        diagnostic::words::{Explained, Words},
        wording::grouped,
    },
};

/// The same in a workbook, where a field is a column or an item.
pub(super) struct InCells<'a>(pub(super) &'a Shape);

/// A choice in a workbook, where drop-down lists have the words.
pub(super) struct ChoiceInCell;

impl Explained for ChoiceInCell {
    fn zh(&self) -> Words {
        Words::of("没有这个选项").hint("请点开这一格的下拉列表选一个；“说明”表里也写着可以写什么")
    }

    fn en(&self) -> Words {
        Words::of("there is no such choice").hint("take one of the drop-down list of the cell")
    }
}

impl Explained for InCells<'_> {
    fn zh(&self) -> Words {
        match self.0 {
            Shape::MissingField { word: Some(word), .. } => Words::of(format!("缺少“{word}”"))
                .hint(format!("请填写“{word}”；没有这张表、这一列或这一项的，请加上")),
            Shape::WrongType { wanted, .. } => {
                Words::of(format!("这一格的写法不对，这里应是{}", wanted_zh(*wanted)))
            }
            shape => shape.zh(),
        }
    }

    fn en(&self) -> Words {
        match self.0 {
            Shape::MissingField { field, word: Some(word) } => {
                Words::of(format!("`{field}` ({word}) is missing"))
                    .hint(format!("fill in `{word}`, or add the sheet, column or item"))
            }
            Shape::WrongType { wanted, .. } => Words::of(format!("this cell wants {}", wanted_en(*wanted))),
            shape => shape.en(),
        }
    }
}

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
            Self::MissingField { field, .. } => {
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
            Self::MissingField { field, .. } => {
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
        Home::Qualification => "证件（qualifications）",
        Home::Need => "需要的人数（need）",
        Home::Range => "最少和最多（如 seats）",
        Home::Days => "体验次数（days）",
        Home::OrganizationLimit => "所在组织的上限（organization_limit）",
        Home::Rules => "规则（rules）",
        Home::Wish => "志愿（wishes）",
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
        Home::Qualification => "a qualification (`qualifications`)",
        Home::Need => "what a post wants (`need`)",
        Home::Range => "a lower and an upper number (such as `seats`)",
        Home::Days => "how many sessions (`days`)",
        Home::OrganizationLimit => "what an organization may send (`organization_limit`)",
        Home::Rules => "the rules (`rules`)",
        Home::Wish => "a wish (`wishes`)",
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
        Wanted::NumberOrNeed => "一个数，或最少和最多两个数，或每场几人",
        Wanted::Location => "纬度和经度",
        Wanted::Qualifications => "一个列表，每条是一个词，或一个词和有效期",
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
        Wanted::NumberOrNeed => "a number, a lower and an upper one, or one for each session",
        Wanted::Location => "latitude and longitude",
        Wanted::Qualifications => "a list of words, each with the last day on which it counts or without",
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
        Wanted::Map if field == "organization_limit" => format!("{field}: {{session: 2, total: 5}}"),
        Wanted::Map if field == "remove" => format!("{field}: {{posts: [{one}, {two}]}}"),
        Wanted::Map => format!("{field}: {{name: {value}}}"),
        Wanted::Maps => format!("{field}: [{{id: {one}, name: {two}}}]"),
        Wanted::NumberOrRange => format!("{field}: {{min: 1, max: 2}}"),
        Wanted::NumberOrNeed => format!("{field}: {{each: 2}}"),
        Wanted::Location => format!("{field}: [31.3052, 121.4563]"),
        Wanted::Qualifications => format!("{field}: [{one}, {{name: {two}, until: 2019-06-30}}]"),
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

impl Explained for Value {
    fn zh(&self) -> Words {
        match self {
            Self::EmptyText => Words::of("这里没有内容").hint("请填写，或删去这一项"),
            Self::RefusedCharacter { found } => {
                Words::of(format!("编号和名称里不能有看不见的字符 U+{:04X}", u32::from(*found)))
                    .hint("多半是粘贴时带来的，请删去它，或把这个词重新打一遍")
            }
            Self::BadHours => Words::of("看不懂这个时间").hint("写法：09:00-17:00"),
            Self::EndBeforeStart => Words::of("结束时间不晚于开始时间").hint("请检查先后，例如 09:00-17:00"),
            Self::BadNumber => Words::of("这里应是一个整数").hint("请写数字，例如 1"),
            Self::BadNeed => Words::of("need 应是一个整数")
                .hint("need: 2 是整个活动共要两人次；每场要两人，请写 need: {each: 2}"),
            Self::BadAges => {
                Words::of("年龄范围的写法不对").hint("例如 18..65；只写一头也可以：18.. 或 ..65")
            }
            Self::BadBirth => Words::of("这不是体验期开始以前的出生日期")
                .hint("写年、年月或年月日，例如 1962、1962-05、1962-05-20"),
            Self::AgeAndBirth => Words::of("age 和 born 只写一个").hint("知道出生年月的写 born"),
            Self::BadDistance => {
                Words::of("这里应是公里数，并且大于 0").hint("例如 6 或 2.5；不限就删去这一项")
            }
            Self::NumberTooSmall { least } => Words::of(format!("这个数太小，至少是 {least}")),
            Self::LimitTooSmall => Words::of("上限至少是 1").hint("不限就删去这一项"),
            Self::NumberTooLarge { most } => Words::of(format!("这个数太大，最多是 {most}")),
            Self::MinAboveMax { min, max } => {
                Words::of(format!("最少（{min}）大于最多（{max}）")).hint("请改 min 或 max")
            }
            Self::BadChoice { choices, similar } => Words::of(format!("这里只能写 {}", choices.join("、")))
                .maybe_hint(similar.map(|similar| format!("是不是想写 {similar}？"))),
            Self::BadLocation => Words::of("看不懂这个坐标")
                .hint("写法：[31.3052, 121.4563]，先纬度后经度；也可以粘贴 \"121.4563,31.3052\""),
            Self::LocationOutOfRange => {
                Words::of("地球上没有这个坐标").hint("纬度在 -90 到 90 之间，经度在 -180 到 180 之间")
            }
            Self::LocationAmbiguous => {
                Words::of("分不清哪个是纬度、哪个是经度").hint("请写成列表，先纬度后经度：[48.1, 11.6]")
            }
            Self::NumberInName { belongs } => {
                let hint = match *belongs {
                    "" => "请从这里删去；没有 --contacts 时会印成 ***".to_owned(),
                    key => format!("请把它移到 {key}；留在这里的话，没有 --contacts 时会印成 ***"),
                };
                Words::of("名称里有个人号码").hint(hint)
            }
            Self::NumberInId => {
                Words::of("编号里有个人号码").hint("请换一个编号，例如 a01；编号会原样写进安排方案（JSON）")
            }
            Self::LevelTooLarge { level } => {
                Words::of(format!("数太大，{level} 一级算不准了")).hint("请改小这里的数")
            }
        }
    }

    fn en(&self) -> Words {
        match self {
            Self::EmptyText => Words::of("nothing stands here").hint("fill it in, or take the key out"),
            Self::RefusedCharacter { found } => Words::of(format!(
                "no id or name may have U+{:04X}, a character that nobody sees",
                u32::from(*found)
            ))
            .hint("it was probably pasted: take it out, or type the word anew"),
            Self::BadHours => Words::of("not hours of a day").hint("write 09:00-17:00"),
            Self::EndBeforeStart => {
                Words::of("the hours end before they begin").hint("check the order, as in 09:00-17:00")
            }
            Self::BadNumber => Words::of("not a whole number").hint("write digits, such as 1"),
            Self::BadNeed => Words::of("`need` is no whole number").hint(
                "`need: 2` wants two over the campaign; for two at each session write `need: {each: 2}`",
            ),
            Self::BadAges => {
                Words::of("not a range of ages").hint("write 18..65; one end alone will do: 18.. or ..65")
            }
            Self::BadBirth => Words::of("not a birthday before the season begins")
                .hint("write the year, the month or the day: 1962, 1962-05 or 1962-05-20"),
            Self::AgeAndBirth => {
                Words::of("write either age or born").hint("born says more where it is known")
            }
            Self::BadDistance => Words::of("not a number of kilometres above 0")
                .hint("write 6 or 2.5, or take the key out for no limit"),
            Self::NumberTooSmall { least } => Words::of(format!("too small: at least {least}")),
            Self::LimitTooSmall => Words::of("a limit is at least 1").hint("take the key out for no limit"),
            Self::NumberTooLarge { most } => Words::of(format!("too large: at most {most}")),
            Self::MinAboveMax { min, max } => {
                Words::of(format!("the minimum ({min}) is above the maximum ({max})"))
                    .hint("change `min` or `max`")
            }
            Self::BadChoice { choices, similar } => Words::of(format!("not one of: {}", choices.join(", ")))
                .maybe_hint(similar.map(|similar| format!("did you mean `{similar}`?"))),
            Self::BadLocation => Words::of("not two coordinates")
                .hint("write [31.3052, 121.4563], latitude first, or paste \"121.4563,31.3052\""),
            Self::LocationOutOfRange => Words::of("no such place on Earth")
                .hint("latitudes go from -90 to 90, longitudes from -180 to 180"),
            Self::LocationAmbiguous => Words::of("cannot tell latitude and longitude apart")
                .hint("write a list, latitude first: [48.1, 11.6]"),
            Self::NumberInName { belongs } => {
                let hint = match *belongs {
                    "" => "take it out; without --contacts it is printed as ***".to_owned(),
                    key => format!("move it to `{key}`; left here it is printed as *** without --contacts"),
                };
                Words::of("a personal number within a name").hint(hint)
            }
            Self::NumberInId => Words::of("a personal number within an id")
                .hint("take another id, such as a01: plans (JSON) hold ids as they are"),
            Self::LevelTooLarge { level } => {
                Words::of(format!("too large to count the level `{level}` exactly"))
                    .hint("use smaller numbers here")
            }
        }
    }
}
