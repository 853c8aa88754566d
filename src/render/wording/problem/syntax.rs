//! Problems of the text itself.

use crate::{
    diagnostic::syntax::{MOST_LEVELS, MOST_NODES, Syntax},
    render::wording::{
        grouped,
        problem::{Explained, Words},
    },
};

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
