//! What the program says of its own work: files written, what is being solved, how it ended.

use crate::render::wording::{Phrase, command, count};

/// One message; a path in it is as the user typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// A starter campaign was written.
    StarterWritten(String),
    /// What to do with it.
    StarterNext(String),
    /// What to do with a workbook.
    FillIn(String),
    /// A campaign has no errors.
    InOrder {
        /// The file.
        path: String,
        /// Units in it.
        units: usize,
        /// Posts in it.
        posts: usize,
        /// Ambassadors in it.
        ambassadors: usize,
    },
    /// What to do with a campaign that has no errors: the command that plans it.
    PlanNext(String),
    /// So many errors and warnings in all.
    Found {
        /// Errors.
        errors: usize,
        /// Warnings.
        warnings: usize,
    },
    /// So many warnings and remarks that were not told; which file has them, where that is known.
    FoundMore {
        /// How many.
        more: usize,
        /// The file.
        file: Option<String>,
    },
    /// The plan is that of a campaign that was varied; with what.
    Varied(Vec<String>),
    /// A saved plan was made for a campaign that was varied; with what.
    MadeWith(Vec<String>),
    /// The plan was saved.
    Saved(String),
    /// A sheet was saved.
    SheetSaved(String),
    /// The level being solved.
    Solving {
        /// Its name.
        level: String,
        /// Its position, from 1.
        position: usize,
        /// How many there are.
        levels: usize,
    },
    /// No plan was found in the time given.
    NothingFound,
    /// The user stopped it before there was a plan.
    StoppedEmpty,
    /// The user stopped it: what was not found out is told as such.
    StoppedThere,
    /// What to do about it.
    GiveMoreTime,
    /// The user stopped it: the best plan so far follows.
    Stopped,
    /// What to do with a saved plan: print it, and mend it.
    PrintOrMend(String),
    /// What to do with a plan that was not saved: the command that saves it.
    SaveAndPrint(String),
    /// How to see what is not proven.
    SeeLevels,
    /// Something is left unfilled, and `--strict` was given.
    Unfilled,
    /// Files are watched, to do the same again.
    Watching(Vec<String>),
    /// One of them was saved.
    SavedAgain(String),
    /// A defect of the program; what it found.
    Defect(String),
    /// Where the program was written for a report.
    Report(String),
    /// `error`.
    Error,
    /// `hint`.
    Hint,
}

impl Phrase for Run {
    fn zh(&self) -> String {
        match self {
            Self::StarterWritten(path) => format!("已写好样例：{path}"),
            Self::StarterNext(path) => {
                let path = command::path(path);
                format!("用编辑器打开，照着说明改；改好后运行 chuxin check {path}，再运行 chuxin plan {path}")
            }
            Self::FillIn(path) => {
                let path = command::path(path);
                format!(
                    "用 Excel 或 WPS 打开，照着灰色的样例填；填好后运行 chuxin check {path}，再运行 chuxin plan {path}"
                )
            }
            Self::InOrder { path, units, posts, ambassadors } => {
                format!("{path}：没有错误（{units} 家单位、{posts} 个岗位、{ambassadors} 名大使）")
            }
            Self::PlanNext(command) => format!("下一步排方案：{command}"),
            Self::Found { errors: 0, warnings } => format!("{warnings} 处提醒"),
            Self::Found { errors, warnings: 0 } => format!("{errors} 处错误"),
            Self::Found { errors, warnings } => format!("{errors} 处错误，{warnings} 处提醒"),
            Self::FoundMore { more, file: None } => format!("另有 {more} 处提醒和说明，没有一一列出"),
            Self::FoundMore { more, file: Some(file) } => {
                format!("另有 {more} 处提醒和说明，运行 chuxin check {} 逐条查看", command::path(file))
            }
            Self::Varied(options) => format!("比选：活动文件之外另加 {}", options.join(" ")),
            Self::MadeWith(options) if options.is_empty() => "方案是按没有改动的活动文件排的".into(),
            Self::MadeWith(options) => format!("方案是另加改动排的，请带上 {}", copied(options)),
            Self::Saved(path) => format!("方案已保存：{path}"),
            Self::SheetSaved(path) => format!("比选表已保存：{path}"),
            Self::Solving { level, position, levels } => {
                format!("正在计算第 {position} 项（共 {levels} 项）：{level}")
            }
            Self::NothingFound => "在限定时间内没有找到方案".into(),
            Self::StoppedEmpty => "已按要求停止，此时还没有找到方案".into(),
            Self::StoppedThere => "已按要求停止，没有算完的都已写明".into(),
            Self::GiveMoreTime => "把 --time-limit 放宽，或者去掉".into(),
            Self::Stopped => "已按要求停止，下面是到此为止最好的方案".into(),
            Self::PrintOrMend(plan) => {
                let plan = command::path(plan);
                format!(
                    "下一步打印：chuxin print {plan}；有人来不了时：chuxin repair --plan {plan} --absent 姓名@日期"
                )
            }
            Self::SaveAndPrint(command) => {
                format!("下一步先保存：{command}，再打印：chuxin print plan.json")
            }
            Self::SeeLevels => "加上 --levels，看每一项还差多少".into(),
            Self::Unfilled => "还有岗位或大使没有安排（--strict）".into(),
            Self::Watching(files) => format!("—— {} 一保存就再来一遍；按 Ctrl-C 结束 ——", files.join("、")),
            Self::SavedAgain(path) => format!("—— {path} 已保存，再来一遍 ——"),
            Self::Defect(finding) => format!("程序自身有缺陷，方案没有通过核对，不予打印：{finding}"),
            Self::Report(path) => format!("模型已写到 {path}，请附上它和活动文件告诉开发者"),
            Self::Error => "错误".into(),
            Self::Hint => "提示".into(),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::StarterWritten(path) => format!("starter campaign written: {path}"),
            Self::StarterNext(path) => {
                let path = command::path(path);
                format!("edit it, then run: chuxin check {path}, and: chuxin plan {path}")
            }
            Self::FillIn(path) => {
                let path = command::path(path);
                format!(
                    "fill it in with Excel or WPS, then run: chuxin check {path}, and: chuxin plan {path}"
                )
            }
            Self::InOrder { path, units, posts, ambassadors } => format!(
                "{path}: no errors ({}, {}, {})",
                count(*units, "unit", "units"),
                count(*posts, "post", "posts"),
                count(*ambassadors, "ambassador", "ambassadors"),
            ),
            Self::PlanNext(command) => format!("next, plan it: {command}"),
            Self::Found { errors, warnings } => found(*errors, *warnings),
            Self::FoundMore { more, file } => found_more(*more, file.as_deref()),
            Self::Varied(options) => format!("What if: the campaign with {}", options.join(" ")),
            Self::MadeWith(options) if options.is_empty() => "the plan was made for the file as it is".into(),
            Self::MadeWith(options) => {
                format!("the plan was made with variations; read it with {}", copied(options))
            }
            Self::Saved(path) => format!("plan saved: {path}"),
            Self::SheetSaved(path) => format!("comparison saved: {path}"),
            Self::Solving { level, position, levels } => {
                format!("solving level {position} of {levels}: {level}")
            }
            Self::NothingFound => "no plan was found in the time given".into(),
            Self::StoppedEmpty => "stopped as asked, before a plan was found".into(),
            Self::StoppedThere => "stopped as asked; what was not found out is told as such".into(),
            Self::GiveMoreTime => "give --time-limit more seconds, or leave it out".into(),
            Self::Stopped => "stopped as asked; this is the best plan so far".into(),
            Self::PrintOrMend(plan) => {
                let plan = command::path(plan);
                format!(
                    "next, print it: chuxin print {plan}; where somebody cannot come: chuxin repair --plan {plan} --absent NAME@DATE"
                )
            }
            Self::SaveAndPrint(command) => {
                format!("next, save it: {command}, and print it: chuxin print plan.json")
            }
            Self::SeeLevels => "--levels says how far each is from its bound".into(),
            Self::Unfilled => "posts or ambassadors are left over (--strict)".into(),
            Self::Watching(files) => {
                format!("-- waiting for {} to be saved; Ctrl-C ends --", files.join(" or "))
            }
            Self::SavedAgain(path) => format!("-- {path} was saved: once more --"),
            Self::Defect(finding) => {
                format!("a defect of this program: its plan failed the check and is not printed: {finding}")
            }
            Self::Report(path) => {
                format!("the model was written to {path}; please report it together with the campaign file")
            }
            Self::Error => "error".into(),
            Self::Hint => "hint".into(),
        }
    }
}

/// Options one after the other, to be copied.
fn copied(options: &[String]) -> String {
    options.iter().map(|written| command::option(written)).collect::<Vec<String>>().join(" ")
}

fn found_more(more: usize, file: Option<&str>) -> String {
    let more = count(more, "more warning or remark", "more warnings and remarks");
    let shown = file.map(|file| format!("; chuxin check {} shows them", command::path(file)));
    more + &shown.unwrap_or_default()
}

/// Such as `1 error, 2 warnings`.
fn found(errors: usize, warnings: usize) -> String {
    let counted = [(errors, "error", "errors"), (warnings, "warning", "warnings")].into_iter();
    let there =
        counted.filter(|(number, ..)| *number > 0).map(|(number, one, many)| count(number, one, many));
    there.collect::<Vec<String>>().join(", ")
}

/// One message; a path in it is as the user typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saving {
    /// A file is there already.
    Exists(String),
    /// What to do about it.
    UseForce,
    /// A file cannot be written; the system's words.
    NotWritten {
        /// The file.
        path: String,
        /// Why.
        cause: String,
    },
    /// What should be a folder is a file.
    NotFolder(String),
    /// A folder where a file is to be written.
    IsFolder(String),
    /// A file cannot be written because its folder is missing.
    NoFolder(String),
    /// A file cannot be written because the system does not allow it.
    NotAllowed(String),
    /// A file is one that this run has read.
    OverRead {
        /// The file, as it would be written.
        path: String,
        /// The same, as it was read.
        read: String,
    },
    /// A device, a pipe or the like stands where a file is to be written.
    NotPlain(String),
    /// A plan under a name that promises something else.
    NotJson {
        /// The name.
        path: String,
        /// What it should be.
        instead: String,
    },
    /// What should be a folder is a link.
    IsLink(String),
    /// A name that is no text.
    OddName(String),
    /// The name of a workbook or table, where text is to be written.
    NoTable(String),
    /// Another program has a file open and lets nobody else at it.
    OpenElsewhere(String),
    /// Another run is writing in a folder.
    Busy(String),
    /// Of the files in a folder some are new and some old.
    Left {
        /// The folder.
        folder: String,
        /// Why.
        cause: String,
    },
    /// Files that an earlier run did not finish writing are now all new.
    Completed(String),
    /// The same, and they are all old.
    Restored(String),
}

impl Phrase for Saving {
    fn zh(&self) -> String {
        match self {
            Self::Exists(path) => format!("{path} 已经存在，没有覆盖"),
            Self::UseForce => "要覆盖就加上 --force".into(),
            Self::NotWritten { path, cause } => format!("{path} 写不了：{cause}"),
            Self::NotFolder(path) => format!("{path} 是一个文件，不是文件夹"),
            Self::IsFolder(path) => format!("{path} 是文件夹，请写上文件名"),
            Self::NoFolder(path) => format!("{path} 写不了：没有这个文件夹，请先建好"),
            Self::NotAllowed(path) => format!("{path} 写不了：没有写入权限"),
            Self::OverRead { path, read } if path == read => {
                format!("{path} 是这次读的文件，不能写在它上面；请换个文件名")
            }
            Self::OverRead { path, read } => {
                format!("{path} 就是这次读的文件 {read}，不能写在它上面；请换个文件名")
            }
            Self::NotPlain(path) => format!("{path} 不是普通文件（是设备、管道之类），不能写在它上面"),
            Self::NotJson { path, instead } => {
                format!("{path} 不是方案的文件名：方案是 JSON，请写 -o {}", command::path(instead))
            }
            Self::IsLink(path) => format!("{path} 是链接；请换成真正的文件夹"),
            Self::OddName(path) => format!("{path} 的名字里有不是文字的字符，请换个文件名"),
            Self::NoTable(path) => {
                format!("写出来的是文本，不是表格，不能叫 {path}；请换成 .yaml 结尾的文件名")
            }
            Self::OpenElsewhere(path) => {
                format!("{path} 正被别的程序打开（例如 Excel、WPS），请先关掉；原来的文件都没有动")
            }
            Self::Busy(folder) => format!("另一个 chuxin 正在写文件夹 {folder}，请等它写完再来"),
            Self::Left { folder, cause } => {
                format!(
                    "文件夹 {folder} 里的文件只换了一部分，没能补完，也没能还原：{cause}；请关掉占用这些文件的程序，再运行一次"
                )
            }
            Self::Completed(folder) => format!("上次写文件夹 {folder} 时中断了，现已补完：都是新文件"),
            Self::Restored(folder) => format!("上次写文件夹 {folder} 时中断了，现已还原：都是原来的文件"),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Exists(path) => format!("{path} exists and was left as it is"),
            Self::UseForce => "add --force to overwrite it".into(),
            Self::NotWritten { path, cause } => format!("cannot write {path}: {cause}"),
            Self::NotFolder(path) => format!("{path} is a file, not a folder"),
            Self::IsFolder(path) => format!("{path} is a folder; name a file in it"),
            Self::NoFolder(path) => format!("cannot write {path}: there is no such folder; make it first"),
            Self::NotAllowed(path) => format!("cannot write {path}: the system does not allow it"),
            Self::OverRead { path, read } if path == read => {
                format!("{path} is read here and must not be written over; give another name")
            }
            Self::OverRead { path, read } => {
                format!(
                    "{path} is {read}, which is read here and must not be written over; give another name"
                )
            }
            Self::NotPlain(path) => {
                format!("{path} is no plain file (a device, a pipe or the like) and is not written over")
            }
            Self::NotJson { path, instead } => {
                format!("{path} is no name for a plan, which is JSON: write -o {}", command::path(instead))
            }
            Self::IsLink(path) => format!("{path} is a link; put a folder in its place"),
            Self::OddName(path) => format!("the name of {path} is not text; give another name"),
            Self::NoTable(path) => {
                format!("what is written is text and no workbook: give {path} a name that ends in .yaml")
            }
            Self::OpenElsewhere(path) => {
                format!(
                    "another program, such as Excel, has {path} open; close it first. All files are the old ones"
                )
            }
            Self::Busy(folder) => {
                format!("another chuxin is writing in the folder {folder}; wait until it is done")
            }
            Self::Left { folder, cause } => format!(
                "some files in the folder {folder} are new and some old, and they could be put right in neither way: {cause}; \
                 close the programs that have them open and run this again"
            ),
            Self::Completed(folder) => {
                format!(
                    "writing in the folder {folder} was interrupted; it is completed now, all files are the new ones"
                )
            }
            Self::Restored(folder) => {
                format!(
                    "writing in the folder {folder} was interrupted; it is taken back now, all files are the old ones"
                )
            }
        }
    }
}
