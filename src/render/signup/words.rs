//! What an import says: labels, what was done with rows, remarks in its files, and how it went.

use crate::{
    domain::Language,
    render::wording::{Phrase, command, count, list},
    signup::{doubt::Said, form::NoForm},
};

labels! {
    /// Headings of what is printed.
    pub enum Label {
        /// Above the columns.
        Columns: "各列的意思", "What the columns are taken for";
        /// Above what was done with rows.
        Said: "说明", "Done without a question";
        /// Above what is open.
        Doubts: "要您决定的", "Open questions";
        /// A column.
        Column: "列", "column";
        /// The words of a heading.
        Heading: "标题", "heading";
        /// What it is taken for.
        Meant: "当作", "taken for";
        /// A row.
        Row: "行", "row";
        /// A person.
        Person: "姓名", "person";
        /// A cell.
        Cell: "内容", "cell";
        /// What is not clear.
        Why: "要问什么", "what is asked";
    }
}

/// How many rows are named at most.
const MOST_NAMED: usize = 20;

fn numbers(language: Language, rows: &[usize]) -> String {
    let mut named: Vec<String> = rows.iter().take(MOST_NAMED).map(ToString::to_string).collect();
    if rows.len() > MOST_NAMED {
        named.push("…".to_owned());
    }
    list(language, &named)
}

/// What was done with rows.
pub struct Told<'a>(pub &'a Said);

impl Phrase for Told<'_> {
    fn zh(&self) -> String {
        let rows = |rows: &[usize]| numbers(Language::Zh, rows);
        match self.0 {
            Said::SentAgain { row, counts, person } => {
                format!("{person}报了不止一次：按第 {counts} 行，第 {row} 行不算")
            }
            Said::Gone(people) => {
                format!("上次导入的{}，这张表里没有，不再收", list(Language::Zh, people))
            }
            Said::BlankRows(blank) => format!("第 {} 行是空行", rows(blank)),
            Said::Skipped { row, person } => format!("第 {row} 行（{person}）不收"),
            Said::Namesakes { name, rows: own } => {
                format!("有 {} 个人叫{name}（第 {} 行），编号里加上所在组织来区分", own.len(), rows(own))
            }
            Said::WishedTwice { row, person, post } => {
                format!("第 {row} 行：{person}的志愿里{post}写了两次，按前一次算")
            }
            Said::Above(above) => format!("标题上面的第 {} 行没有读", rows(above)),
            Said::Hidden(hidden) => format!("隐藏的第 {} 行也算", rows(hidden)),
            Said::OtherSheets(sheets) => {
                format!("只读了一张工作表，没有读：{}（用 --sheet 指定）", list(Language::Zh, sheets))
            }
            Said::NoWishes => "没有问志愿：哪个岗位都可以".into(),
            Said::NoDates => "没有问日期：整个体验期都有空".into(),
            Said::FreeAllSeason(open) => format!("第 {} 行没有写日期：整个体验期都有空", rows(open)),
            Said::BetterIsYes(better) => format!("第 {} 行的“最好”当作有空，不比“可以”优先", rows(better)),
            Said::NotMoments(unread) => format!("第 {} 行的提交时间看不懂，没有写进去", rows(unread)),
        }
    }

    fn en(&self) -> String {
        let rows = |rows: &[usize]| {
            let word = if rows.len() == 1 { "row" } else { "rows" };
            format!("{word} {}", numbers(Language::En, rows))
        };
        match self.0 {
            Said::SentAgain { row, counts, person } => {
                format!("{person} signed up more than once: row {counts} counts, row {row} does not")
            }
            Said::Gone(people) => {
                format!("no longer in the sheet, and left out: {}", list(Language::En, people))
            }
            Said::BlankRows(blank) => format!("blank: {}", rows(blank)),
            Said::Skipped { row, person } => format!("row {row} ({person}) is left out"),
            Said::Namesakes { name, rows: own } => {
                format!(
                    "{} are called {name} ({}): their ids hold the organization",
                    count(own.len(), "person", "people"),
                    rows(own)
                )
            }
            Said::WishedTwice { row, person, post } => {
                format!("row {row}: {person} wishes for {post} twice, the first counts")
            }
            Said::Above(above) => format!("passed over above the headings: {}", rows(above)),
            Said::Hidden(hidden) => format!("hidden and counted all the same: {}", rows(hidden)),
            Said::OtherSheets(sheets) => {
                format!(
                    "one sheet was read; not read (name one with --sheet): {}",
                    list(Language::En, sheets)
                )
            }
            Said::NoWishes => "no column asks for wishes: everybody takes anything".into(),
            Said::NoDates => "no column asks for dates: everybody is free all season".into(),
            Said::FreeAllSeason(open) => format!("no dates, free all season: {}", rows(open)),
            Said::BetterIsYes(better) => {
                format!("最好 counts as free, no better than 可以: {}", rows(better))
            }
            Said::NotMoments(unread) => format!("when these were sent is not understood: {}", rows(unread)),
        }
    }
}

/// A remark in a file that an import writes.
pub enum Remark {
    /// Above the scenario.
    Scenario {
        /// The sheet.
        sheet: String,
    },
    /// Above the answers.
    Answers,
    /// Over somebody.
    Row {
        /// The row.
        row: usize,
        /// The columns that are open.
        open: Vec<String>,
    },
    /// Over two who would like to go together.
    Pair {
        /// The row of the one who says so first.
        row: usize,
        /// Who that is.
        name: String,
        /// The other.
        named: String,
        /// Whether the other says so too.
        is_mutual: bool,
    },
    /// Before a question.
    Question {
        /// The rows.
        rows: String,
        /// Who.
        person: String,
    },
}

impl Phrase for Remark {
    fn zh(&self) -> String {
        match self {
            Self::Scenario { sheet } => format!(
                "由 chuxin import 从 {sheet} 写出；重新导入会整个替换。\n您自己的改动请另写一个文件，开头写 extends，叠在这个文件上面。"
            ),
            Self::Answers => "报名表里看不准的地方：请在 answer 后面填上，再运行一次 chuxin import。\n已经填的会留着；岗位名称的问题只留 cell 和 answer 两行，就对所有人都算。".into(),
            Self::Row { row, open } if open.is_empty() => format!("第 {row} 行"),
            Self::Row { row, open } => format!("第 {row} 行，待定：{}", list(Language::Zh, open)),
            Self::Pair { is_mutual: true, .. } => "互相都写了".into(),
            Self::Pair { row, name, named, .. } => format!("第 {row} 行：只有{name}写了想和{named}一起"),
            Self::Question { rows, person } => format!("第 {rows} 行 {person}："),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Scenario { sheet } => format!(
                "Written by chuxin import from {sheet}; importing it anew replaces all of this.\nYour own changes belong in a file of their own that extends this one."
            ),
            Self::Answers => "What of the sign-up sheet is not clear: write behind each answer, then run chuxin import again.\nWhat is answered stays; an answer for a post with cell and answer alone holds for everybody.".into(),
            Self::Row { row, open } if open.is_empty() => format!("row {row}"),
            Self::Row { row, open } => format!("row {row}, open: {}", list(Language::En, open)),
            Self::Pair { is_mutual: true, .. } => "both say so".into(),
            Self::Pair { row, name, named, .. } => format!("row {row}: only {name} would like to go with {named}"),
            Self::Question { rows, person } => format!("row {rows}, {person}: "),
        }
    }
}

/// How an import went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Import {
    /// How many rows and people there are.
    Read {
        /// Rows with something in them.
        rows: usize,
        /// People.
        people: usize,
        /// Open questions.
        open: usize,
    },
    /// The scenario was written.
    Written(String),
    /// The answers file was written.
    Asked(String),
    /// Nothing was written.
    NotWritten,
    /// What to do with what is open.
    Answer {
        /// The answers file, where there is one.
        answers: Option<String>,
    },
    /// What to do next.
    Check(String),
    /// The campaign must be in order first.
    CampaignFirst,
    /// The sheet is no form.
    NoForm(NoForm),
    /// How columns are told.
    UseMap,
    /// `--map` without `=`.
    BadMap(String),
}

impl Phrase for Import {
    fn zh(&self) -> String {
        match self {
            Self::Read { rows, people, open: 0 } => format!("{rows} 行，{people} 人，没有要问的"),
            Self::Read { rows, people, open } => format!("{rows} 行，{people} 人，{open} 处要您决定"),
            Self::Written(path) => format!("已写好：{path}"),
            Self::Asked(path) => format!("要您决定的已写进：{path}"),
            Self::NotWritten => "没有写文件：加上 -o 文件名 才写".into(),
            Self::Answer { answers: Some(path) } => {
                format!("在 {path} 里填好，加 --force 再运行一次；没填之前，拿不准的不写进去")
            }
            Self::Answer { answers: None } => {
                "加上 --answers answers.yaml 再运行一次，就会写好一份可以填的问题；没定之前，拿不准的不写进去"
                    .into()
            }
            Self::Check(path) => format!("接着运行 chuxin check {}", command::path(path)),
            Self::CampaignFirst => "先把活动文件改好，再导入报名表".into(),
            Self::NoForm(why) => no_form_zh(why),
            Self::UseMap => {
                "用 --map 列=字段 指定，例如 --map B=姓名、--map 想去哪里=第一志愿、--map D=不用".into()
            }
            Self::BadMap(text) => format!("--map {text}：要写成 列=字段"),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Read { rows, people, open } => {
                let (rows, people) = (count(*rows, "row", "rows"), count(*people, "person", "people"));
                format!("{rows}, {people}, {}", count(*open, "open question", "open questions"))
            }
            Self::Written(path) => format!("written: {path}"),
            Self::Asked(path) => format!("the questions stand in {path}"),
            Self::NotWritten => "no file was written: add -o FILE".into(),
            Self::Answer { answers: Some(path) } => {
                format!("fill in {path} and run this again with --force; until then what is not clear is left out")
            }
            Self::Answer { answers: None } => {
                "run this again with --answers answers.yaml for a file to fill in; until then what is not clear is left out"
                    .into()
            }
            Self::Check(path) => format!("next: chuxin check {}", command::path(path)),
            Self::CampaignFirst => "mend the campaign first".into(),
            Self::NoForm(why) => no_form_en(why),
            Self::UseMap => {
                "say it with --map COLUMN=FIELD, such as --map B=name, --map \"Where to\"=\"wishes 1\", --map D=unused".into()
            }
            Self::BadMap(text) => format!("--map {text}: COLUMN=FIELD is wanted"),
        }
    }
}

fn no_form_zh(why: &NoForm) -> String {
    match why {
        NoForm::NoSheet { name, sheets } if sheets.is_empty() => {
            format!("没有叫“{name}”的工作表：文字表格只有一张，没有名称")
        }
        NoForm::NoSheet { name, sheets } => {
            format!("没有叫“{name}”的工作表，有的是：{}", list(Language::Zh, sheets))
        }
        NoForm::Empty => "表里没有报名的行".into(),
        NoForm::NoHeadings => "前十行里没有找到标题（例如 姓名、手机号）".into(),
        NoForm::NoNames => "没有找到姓名这一列".into(),
        NoForm::NoColumn { column } => format!("没有叫“{column}”的列"),
        NoForm::NoQuestion { question } => format!("没有叫“{question}”的字段"),
    }
}

fn no_form_en(why: &NoForm) -> String {
    match why {
        NoForm::NoSheet { name, sheets } if sheets.is_empty() => {
            format!("no sheet is called \"{name}\": a table in text is one sheet without a name")
        }
        NoForm::NoSheet { name, sheets } => {
            format!("no sheet is called \"{name}\"; there are: {}", list(Language::En, sheets))
        }
        NoForm::Empty => "nobody has signed up in this sheet".into(),
        NoForm::NoHeadings => "none of the first ten rows has headings such as name and phone".into(),
        NoForm::NoNames => "no column has names".into(),
        NoForm::NoColumn { column } => format!("no column is called \"{column}\""),
        NoForm::NoQuestion { question } => format!("\"{question}\" is no field"),
    }
}
