//! Files that cannot be read, text that is no YAML or JSON, and campaigns that are too large.

use crate::{
    diagnostic::{
        size::{Size, TooLarge},
        syntax::{MOST_LEVELS, MOST_NODES, Syntax},
    },
    render::{
        diagnostic::words::{Explained, Words},
        wording::{grouped, measure::memory},
    },
    source::{Fault, grid::Damage},
};

/// A file and why it could not be read.
pub(super) struct File<'a> {
    pub(super) name: &'a str,
    pub(super) fault: &'a Fault,
}

impl Explained for File<'_> {
    fn zh(&self) -> Words {
        let Self { name, fault } = self;
        match fault {
            Fault::Missing => Words::of(format!("找不到文件 {name}")).hint("请检查文件名和所在的文件夹"),
            Fault::Folder => Words::of(format!("{name} 是文件夹，不是文件")).hint("请写出文件夹里的活动文件"),
            Fault::TooLong => Words::of(format!("文件 {name} 太大")).hint("活动文件最大 64 MB"),
            Fault::NotText { line } => {
                Words::of(format!("{name} 第 {line} 行有认不出的字符，文件不是文本或已损坏"))
                    .hint("请用记事本打开，另存为 UTF-8 编码")
            }
            Fault::Workbook(Damage::Locked) => Words::of(format!("表格 {name} 加了打开密码，读不了"))
                .hint("请在 Excel 或 WPS 里去掉密码后另存一份"),
            Fault::Workbook(Damage::NoWorkbook) => Words::of(format!("{name} 不是表格，也不是文本"))
                .hint("请用 Excel 或 WPS 表格的 .xlsx 文件，或 YAML 活动文件"),
            Fault::Workbook(Damage::TooLarge) => Words::of(format!("表格 {name} 里的内容太多，不读"))
                .hint("一份活动用不了这么大；请把有用的几张表复制到新的表格文件里"),
            Fault::Workbook(Damage::OpenQuotation) => {
                Words::of(format!("表格 {name} 里的双引号没有成对，看不出一格到哪里为止"))
                    .hint("请用 Excel 或 WPS 打开，另存为 .xlsx，或者补上另一个双引号")
            }
            Fault::Workbook(Damage::Broken(reason)) => {
                Words::of(format!("表格 {name} 已损坏或不完整：{reason}"))
                    .hint("请在 Excel 或 WPS 里打开它，另存为新的 .xlsx 文件")
            }
            Fault::Unreadable(reason) => Words::of(format!("读不了文件 {name}：{reason}")),
        }
    }

    fn en(&self) -> Words {
        let Self { name, fault } = self;
        match fault {
            Fault::Missing => {
                Words::of(format!("no such file: {name}")).hint("check the name and the folder it is in")
            }
            Fault::Folder => {
                Words::of(format!("{name} is a folder")).hint("name the campaign file within the folder")
            }
            Fault::TooLong => {
                Words::of(format!("{name} is too large")).hint("a campaign file may have 64 MB at most")
            }
            Fault::NotText { line } => {
                Words::of(format!("{name}: line {line} is not text, or the file is damaged"))
                    .hint("open the file in an editor and save it as UTF-8")
            }
            Fault::Workbook(Damage::Locked) => Words::of(format!("a password locks the workbook {name}"))
                .hint("save a copy without the password"),
            Fault::Workbook(Damage::NoWorkbook) => {
                Words::of(format!("{name} is neither a workbook nor text"))
                    .hint("a campaign is an .xlsx workbook or a YAML file")
            }
            Fault::Workbook(Damage::TooLarge) => Words::of(format!("the workbook {name} holds too much"))
                .hint("no campaign is that large: copy the sheets that matter into a new workbook"),
            Fault::Workbook(Damage::OpenQuotation) => {
                Words::of(format!("a quotation mark in {name} is not closed"))
                    .hint("open it in a spreadsheet program and save it as .xlsx, or close the quotation")
            }
            Fault::Workbook(Damage::Broken(reason)) => {
                Words::of(format!("the workbook {name} is damaged or incomplete: {reason}"))
                    .hint("open it in a spreadsheet program and save it as a new .xlsx file")
            }
            Fault::Unreadable(reason) => Words::of(format!("cannot read {name}: {reason}")),
        }
    }
}

impl Explained for Syntax {
    fn zh(&self) -> Words {
        match self {
            Self::Empty => Words::of("文件是空的").hint("可以用 chuxin new 生成一份带说明的活动文件"),
            Self::SavedInGbk => Words::of("文件是用 GBK 编码保存的，已按 GBK 读取")
                .hint("建议另存为 UTF-8 编码，以免在别的电脑上变成乱码"),
            Self::Unreadable => Words::of("从这里起看不懂文件的写法")
                .hint("请检查这一行和上一行：冒号后面要空一格，同一层要左对齐，含有特殊符号的文字要加引号"),
            Self::Tab => Words::of("这里用了制表符（Tab）").hint("缩进请用空格"),
            Self::UnclosedQuote => Words::of("引号没有成对").hint("请补上另一半引号"),
            Self::UnclosedBracket { open } => {
                Words::of(format!("括号 {open} 没有成对")).hint("请补上另一半括号")
            }
            Self::FullWidth { found, wanted } => {
                let words = format!("这里用了{}，请改成{}", mark_zh(*found), half_width_zh(wanted));
                Words::of(words).maybe_hint((*wanted == ": ").then(|| "冒号后面要空一格".to_owned()))
            }
            Self::FullWidthInWords { found, wanted } => Words::of(format!(
                "这里的{}被当成了文字的一部分",
                mark_zh(*found)
            ))
            .hint(format!("请改成{}；如果本来就是文字，请给整段文字加上半角引号", half_width_zh(wanted))),
            Self::Unprintable { found } => {
                Words::of(format!("文件里不能有看不见的字符 U+{:04X}", u32::from(*found)))
                    .hint("多半是粘贴时带来的，请删去它")
            }
            Self::BadEscape { written } => Words::of(format!("双引号里的 {written} 没有意义"))
                .hint("反斜杠请改成 /，或写两遍，或把整段文字改用单引号"),
            Self::TooDeep => Words::of(format!("括号或缩进超过了 {MOST_LEVELS} 层")).hint("请减少层数"),
            Self::TooManyNodes => Words::of(format!("文件里的内容太多，至多 {} 项", grouped(MOST_NODES)))
                .hint("请分成几份活动文件"),
            Self::TooManyCopies => Words::of("引用（*）展开后的内容太多").hint("请减少引用"),
            Self::UnknownAlias { name } => Words::of(format!("引用了没有定义的 *{name}"))
                .hint(format!("请在前面用 &{name} 标出内容；如果本来就是文字，请加引号")),
            Self::AliasWithinItself => Words::of("引用指向了它自己所在的内容").hint("请去掉这个引用"),
            Self::MergeOfNoMap => Words::of("<< 后面不是一组项目").hint("请写 <<: *名称，名称指向一组项目"),
            Self::SeveralDocuments => {
                Words::of("一个文件里有不止一份内容（---）").hint("每份活动请单独存一个文件")
            }
            Self::RepeatedKey { key } => Words::of(format!("{key} 写了两次")).hint("请只留一处"),
            Self::KeyIsNoWord => Words::of("冒号前面应是一个词").hint("请写成“名称: 内容”"),
        }
    }

    fn en(&self) -> Words {
        match self {
            Self::Empty => {
                Words::of("the file is empty").hint("`chuxin new` writes a commented campaign file")
            }
            Self::SavedInGbk => Words::of("the file is saved in GBK and was read as such")
                .hint("save it as UTF-8, so that every computer reads the same"),
            Self::Unreadable => Words::of("cannot make sense of the file from here on").hint(
                "look at this line and the one before: a space after each colon, entries of one level aligned, \
                 quotation marks around text with special characters",
            ),
            Self::Tab => Words::of("a tab where spaces are needed").hint("indent with spaces"),
            Self::UnclosedQuote => {
                Words::of("a quotation mark without its second").hint("add the closing quotation mark")
            }
            Self::UnclosedBracket { open } => {
                Words::of(format!("a bracket `{open}` without its second")).hint("add the closing bracket")
            }
            Self::FullWidth { found, wanted } => {
                Words::of(format!("a full-width `{found}`")).hint(half_width_en(wanted))
            }
            Self::FullWidthInWords { found, wanted } => {
                Words::of(format!("a full-width `{found}` became part of the words")).hint(format!(
                    "{}; if it belongs to the words, put them in quotation marks",
                    half_width_en(wanted)
                ))
            }
            Self::Unprintable { found } => {
                Words::of(format!("no file may have U+{:04X}, a character that nobody sees", u32::from(*found)))
                    .hint("it was probably pasted: take it out")
            }
            Self::BadEscape { written } => {
                Words::of(format!("`{written}` means nothing between double quotation marks"))
                    .hint("write / for the backslash, or write it twice, or use single quotation marks")
            }
            Self::TooDeep => Words::of(format!("more than {MOST_LEVELS} levels of brackets or indents"))
                .hint("use fewer levels"),
            Self::TooManyNodes => Words::of(format!("the file has more than {} words, lists and maps", grouped(MOST_NODES)))
                .hint("divide the campaign into several files"),
            Self::TooManyCopies => {
                Words::of("aliases (`*`) make far too much of this file").hint("use fewer aliases")
            }
            Self::UnknownAlias { name } => Words::of(format!("`*{name}` names nothing"))
                .hint(format!("mark what is meant with `&{name}` before, or put the words in quotation marks")),
            Self::AliasWithinItself => {
                Words::of("an alias within what it names").hint("take the alias out")
            }
            Self::MergeOfNoMap => Words::of("`<<` names something that has no keys")
                .hint("write `<<: *name`, where `&name` marks keys and values"),
            Self::SeveralDocuments => {
                Words::of("a second document (`---`) in one file").hint("keep each campaign in a file of its own")
            }
            Self::RepeatedKey { key } => Words::of(format!("`{key}` stands here twice")).hint("keep one of the two"),
            Self::KeyIsNoWord => Words::of("a key must be a word").hint("write `key: value`"),
        }
    }
}

fn mark_zh(found: char) -> &'static str {
    match found {
        '：' => "全角冒号",
        '，' => "全角逗号",
        '、' => "顿号",
        '；' => "全角分号",
        '［' | '］' | '【' | '】' => "全角方括号",
        '｛' | '｝' => "全角花括号",
        '“' | '”' | '‘' | '’' => "全角引号",
        '＃' => "全角井号",
        '－' => "全角减号",
        '～' => "波浪号",
        '\u{3000}' => "全角空格",
        _ => "全角符号",
    }
}

fn half_width_zh(wanted: &str) -> String {
    match wanted {
        ": " | ":" => "半角冒号".to_owned(),
        ", " => "半角逗号".to_owned(),
        "\"" | "'" => format!("半角引号 {wanted}"),
        " " => "半角空格".to_owned(),
        ".." => "两个点 ..".to_owned(),
        _ => format!("半角的 {wanted}"),
    }
}

fn half_width_en(wanted: &str) -> String {
    match wanted {
        ": " => "write a plain colon and a space".to_owned(),
        ":" => "write a plain colon".to_owned(),
        ", " => "write a plain comma".to_owned(),
        " " => "write a plain space".to_owned(),
        _ => format!("write a plain {wanted}"),
    }
}

impl Explained for Size {
    fn zh(&self) -> Words {
        match self {
            Self::Memory { bytes, pairs } => Words::of(format!(
                "去得了的搭配有 {} 个，求解约要 {} 内存，也会慢些",
                grouped(*pairs),
                memory(*bytes)
            )),
            Self::ThursdayMemory { bytes } => {
                Words::of(format!("安排周四行动约要 {} 内存，也会慢些", memory(*bytes)))
            }
            Self::TooLarge(TooLarge::Sessions { sessions, most }) => Words::of(format!(
                "各岗位的日期合起来有 {} 场，本程序至多排 {} 场",
                grouped(*sessions),
                grouped(*most)
            ))
            .hint("请缩短岗位的日期，或者分成几份活动文件"),
            Self::TooLarge(TooLarge::Compared { people, sessions, most }) => Words::of(format!(
                "活动太大：{} 名大使、{} 场，要逐一看的搭配超过 {} 个",
                grouped(*people),
                grouped(*sessions),
                grouped(*most)
            ))
            .hint("请缩短岗位的日期，或者分成几份活动文件"),
            Self::TooLarge(TooLarge::Groups { pairs, most }) => {
                Words::of(format!("各组合起来有 {} 对人，本程序至多 {} 对", grouped(*pairs), grouped(*most)))
                    .hint("请把大组分小：groups 里的一组，写要同去或要分开的几个人")
            }
            Self::TooLarge(TooLarge::Experience { people, sessions, pairs, bytes, most }) => {
                Words::of(format!(
                    "活动太大：{} 名大使、{} 场，去得了的搭配有 {} 个，求解约要 {} 内存，本程序至多用 {}",
                    grouped(*people),
                    grouped(*sessions),
                    grouped(*pairs),
                    memory(*bytes),
                    memory(*most)
                ))
                .hint(
                    "请让每人去得了的场次少些：缩短岗位的日期，写明 available、requires 或 max_distance_km；\
                 或者分成几份活动文件",
                )
            }
            Self::TooLarge(TooLarge::Thursdays { units, neighbourhoods, pairs, bytes, most }) => {
                Words::of(format!(
                    "周四行动太大：{} 家单位、{} 个居民区，可以结成 {} 对，求解约要 {} 内存，本程序至多用 {}",
                    grouped(*units),
                    grouped(*neighbourhoods),
                    grouped(*pairs),
                    memory(*bytes),
                    memory(*most)
                ))
                .hint("请改小 max_distance_km，缩短 months，减少各家的 offers，或者分成几份活动文件")
            }
        }
    }

    fn en(&self) -> Words {
        match self {
            Self::Memory { bytes, pairs } => Words::of(format!(
                "{} pairs of people and sessions are possible; solving takes about {} of memory, and longer than usual",
                grouped(*pairs),
                memory(*bytes)
            )),
            Self::ThursdayMemory { bytes } => Words::of(format!(
                "planning the Thursday Action takes about {} of memory, and longer than usual",
                memory(*bytes)
            )),
            Self::TooLarge(TooLarge::Sessions { sessions, most }) => Words::of(format!(
                "the dates of the posts make {} sessions; the program takes {}",
                grouped(*sessions),
                grouped(*most)
            ))
            .hint("shorten the dates of posts, or divide the campaign into several files"),
            Self::TooLarge(TooLarge::Compared { people, sessions, most }) => Words::of(format!(
                "too large: {} ambassadors and {} sessions make more than {} pairs to look at",
                grouped(*people),
                grouped(*sessions),
                grouped(*most)
            ))
            .hint("shorten the dates of posts, or divide the campaign into several files"),
            Self::TooLarge(TooLarge::Groups { pairs, most }) => {
                Words::of(format!("the groups make {} pairs of people; the program takes {}", grouped(*pairs), grouped(*most)))
                    .hint("make the groups smaller: one names the few people who go together or apart")
            }
            Self::TooLarge(TooLarge::Experience { people, sessions, pairs, bytes, most }) => Words::of(format!(
                "too large: {} ambassadors, {} sessions and {} pairs of the two that no rule bars take about {} of \
                 memory; the program uses {} at most",
                grouped(*people),
                grouped(*sessions),
                grouped(*pairs),
                memory(*bytes),
                memory(*most)
            ))
            .hint(
                "let each person be able to go to fewer sessions: shorten the dates of posts, give available, requires \
                 or max_distance_km; or divide the campaign into several files",
            ),
            Self::TooLarge(TooLarge::Thursdays { units, neighbourhoods, pairs, bytes, most }) => Words::of(format!(
                "the Thursday Action is too large: {} units, {} neighbourhoods and {} possible pairings take about {} \
                 of memory; the program uses {} at most",
                grouped(*units),
                grouped(*neighbourhoods),
                grouped(*pairs),
                memory(*bytes),
                memory(*most)
            ))
            .hint(
                "lower max_distance_km, shorten months, let units offer fewer themes, or divide the campaign into \
                 several files",
            ),
        }
    }
}
