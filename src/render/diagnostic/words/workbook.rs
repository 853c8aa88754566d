//! Cells of a workbook.

use crate::{
    diagnostic::workbook::Workbook,
    render::diagnostic::words::{Explained, Words},
};

/// The kinds of agreements and of entries, as a sheet names them.
const AGREEMENTS: &str = "固定、回避、同去、尽量同去、分开";
const REMOVALS: &str = "单位、岗位、大使、居民区、主题";

fn meant_zh(near: Option<&str>) -> Option<String> {
    near.map(|near| format!("是不是“{near}”？"))
}

fn meant_en(near: Option<&str>) -> Option<String> {
    near.map(|near| format!("did you mean `{near}`?"))
}

impl Explained for Workbook {
    fn zh(&self) -> Words {
        match self {
            Self::NoSheet { is_sign_up: true } => Words::of("这像是一份报名表，不是活动表格")
                .hint("请用 chuxin import 报名表 --into 活动文件 -o 报名.yaml 导入"),
            Self::NoSheet { is_sign_up: false } => Words::of("表格里没有认得的工作表").hint(
                "活动表格里有“活动”“单位”“岗位”“大使”等工作表；可以用 chuxin new 文件夹 --workbook 生成一份",
            ),
            Self::UnknownSheet { name, near } => {
                Words::of(format!("工作表“{name}”没有读")).maybe_hint(meant_zh(*near))
            }
            Self::MisnamedSheet { name, near } => {
                Words::of(format!("工作表“{name}”看起来是“{near}”表，但名字不对，没有读"))
                    .hint(format!("请把工作表的名字改成“{near}”；不用的表请删去"))
            }
            Self::SeveralWishes => Words::of("一格只写一个志愿")
                .hint("不分先后的用 / 隔开；有先后的，分开写在第二志愿、第三志愿里"),
            Self::SheetTwice { name } => Words::of(format!("工作表“{name}”的内容已经在另一张表里写过"))
                .hint("请合并成一张，或者给不用的那张改名"),
            Self::NoHeadings { name } => Words::of(format!("工作表“{name}”前十行里没有认得的表头"))
                .hint("表头写在一行里，如“姓名、电话、第一志愿”；一列一项"),
            Self::RowsAbove { rows } => Words::of(format!("表头上面的 {rows} 行没有读")),
            Self::HiddenRows { rows } => {
                Words::of(format!("这张表里有 {rows} 行隐藏的，照样算")).hint("不要的行请删除，隐藏不算删除")
            }
            Self::UnknownColumn { heading, near } => {
                Words::of(format!("“{heading}”这一列没有用")).maybe_hint(meant_zh(*near))
            }
            Self::UnknownItem { word, near } => {
                Words::of(format!("没有“{word}”这一项")).maybe_hint(meant_zh(*near))
            }
            Self::Twice { word } => Words::of(format!("“{word}”写了两次")).hint("请只留一个"),
            Self::NoHeading { column } => Words::of(format!("{column} 列没有表头，没有读"))
                .hint("请给这一列写上表头；随手记的话可以写在“备注”列"),
            Self::UnknownAgreement { word } if word.is_empty() => {
                Words::of("这一行没有写类型").hint(format!("类型有：{AGREEMENTS}"))
            }
            Self::UnknownAgreement { word } => {
                Words::of(format!("没有“{word}”这种约定")).hint(format!("类型有：{AGREEMENTS}"))
            }
            Self::NotOfKind { kind, column } => Words::of(format!("“{kind}”不看“{column}”，这一格没有用"))
                .hint("请清空这一格；要定日期、岗位的，另写一行“固定”"),
            Self::UnknownRemoval { word } if word.is_empty() => {
                Words::of("这一行要写类型和名称").hint(format!("类型有：{REMOVALS}"))
            }
            Self::UnknownRemoval { word } => {
                Words::of(format!("“{word}”不能删除")).hint(format!("类型有：{REMOVALS}"))
            }
            Self::MergedAcross => {
                Words::of("表头或左右几格合并成了一格，看不出是哪一列").hint("请取消合并单元格，每格分别填写")
            }
            Self::MergedNumber => Words::of("上下几格合并成了一个数，看不出每行是不是都一样")
                .hint("请取消合并单元格，每格分别填写"),
            Self::FormulaError => Words::of("这一格的公式出错了").hint("请改正公式，或者直接填写内容"),
            Self::NumberForDate { readings } => {
                Words::of(format!("这一格是数字，看不出是哪一天：{}", readings.join("，还是 ")))
                    .hint("请把这一列设成“文本”格式，写成 10月20日 这样")
            }
            Self::DateForHours => Words::of("这里应当是时间，表格里却是日期")
                .hint("请把这一列设成“文本”格式，写成 08:00-11:30 这样"),
        }
    }

    fn en(&self) -> Words {
        match self {
            Self::NoSheet { is_sign_up: true } => Words::of("this looks like a sign-up list, not like a campaign")
                .hint("chuxin import LIST --into CAMPAIGN -o SIGNUPS.yaml takes it"),
            Self::NoSheet { is_sign_up: false } => Words::of("no sheet of this workbook is known")
                .hint("a campaign has the sheets campaign, units, posts, ambassadors …; chuxin new FOLDER --workbook writes one"),
            Self::UnknownSheet { name, near } => {
                Words::of(format!("the sheet `{name}` is not read")).maybe_hint(meant_en(*near))
            }
            Self::MisnamedSheet { name, near } => {
                Words::of(format!("the sheet `{name}` looks like `{near}` but is not called so: it is not read"))
                    .hint(format!("call it `{near}`, or delete it where it is not meant"))
            }
            Self::SeveralWishes => Words::of("a cell holds one rank of wishes")
                .hint("put / between wishes of equal worth, and others into the next columns"),
            Self::SheetTwice { name } => {
                Words::of(format!("what the sheet `{name}` holds stands on another sheet already"))
                    .hint("make one sheet of both, or give the other name to the one that is not meant")
            }
            Self::NoHeadings { name } => {
                Words::of(format!("no known headings in the first ten rows of the sheet `{name}`"))
                    .hint("headings stand in one row, such as name, phone, wishes")
            }
            Self::RowsAbove { rows } => Words::of(format!("rows above the headings that are not read: {rows}")),
            Self::HiddenRows { rows } => Words::of(format!("hidden rows of this sheet, which count: {rows}"))
                .hint("delete what is not meant; hiding does not"),
            Self::UnknownColumn { heading, near } => {
                Words::of(format!("the column `{heading}` is not used")).maybe_hint(meant_en(*near))
            }
            Self::UnknownItem { word, near } => {
                Words::of(format!("there is no item `{word}`")).maybe_hint(meant_en(*near))
            }
            Self::Twice { word } => Words::of(format!("`{word}` stands here twice")).hint("keep one"),
            Self::NoHeading { column } => Words::of(format!("column {column} has no heading and is not read"))
                .hint("give it a heading; remarks may stand in the column `note`"),
            Self::UnknownAgreement { word } => {
                Words::of(format!("there is no kind of agreement `{word}`")).hint(format!("kinds: {AGREEMENTS}"))
            }
            Self::NotOfKind { kind, column } => {
                Words::of(format!("an agreement of the kind `{kind}` has no `{column}`"))
                    .hint("empty the cell, or write a row of the kind 固定 for a day or a post")
            }
            Self::UnknownRemoval { word } => {
                Words::of(format!("a row needs a kind and a name to take something out; kind: `{word}`"))
                    .hint(format!("kinds: {REMOVALS}"))
            }
            Self::MergedAcross => Words::of("headings, or cells side by side, are merged into one")
                .hint("unmerge them and fill in each"),
            Self::MergedNumber => Words::of("cells with a number are merged into one")
                .hint("unmerge them and fill in each"),
            Self::FormulaError => Words::of("the formula in this cell failed").hint("mend it, or enter the value"),
            Self::NumberForDate { readings } => {
                Words::of(format!("a number stands here for a date: {}", readings.join(", or ")))
                    .hint("format the column as text and write 2018-10-23")
            }
            Self::DateForHours => Words::of("a date stands here for hours")
                .hint("format the column as text and write 08:00-11:30"),
        }
    }
}
