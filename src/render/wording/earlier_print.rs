//! What `print` says of earlier prints in the same folder.

use crate::render::wording::{Phrase, count};

/// One message; a path in it is as the user typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EarlierPrint {
    /// A folder holds files that are none of this print; the first of them.
    OtherFiles {
        /// How many.
        files: usize,
        /// The first.
        first: String,
    },
    /// A folder holds the paper of a plan that makes this one an old one.
    Older {
        /// The folder.
        folder: String,
        /// The plan whose paper it holds.
        newer: String,
        /// How many plans stand before that one.
        revision: u32,
        /// What was to be printed.
        older: String,
    },
    /// The command that prints the newer plan, where its file is there; otherwise another folder.
    PrintNewer(Option<String>),
    /// Those whom something concerns that has changed.
    ToTell(Vec<String>),
    /// So many whom a print of the same plan has listed.
    Listed(usize),
    /// Changes are told since this plan, which people were told of last.
    ComparedWith(String),
    /// The same of a plan that was printed into another folder.
    ComparedWithOther {
        /// The plan.
        plan: String,
        /// The folder.
        folder: String,
    },
    /// Nothing is known of former prints, so that changes are told since this plan, which itself mends another.
    NothingKnown(String),
    /// So many files of earlier prints hold no longer and are gone; the first of them.
    Removed {
        /// How many.
        files: usize,
        /// The first.
        first: String,
    },
    /// A file of an earlier print holds no longer, was edited since, and lies elsewhere now.
    Moved {
        /// Where it lay.
        from: String,
        /// Where it lies.
        to: String,
    },
    /// So many files that somebody had edited were replaced, and the old ones lie elsewhere now; the first of them.
    Kept {
        /// How many.
        files: usize,
        /// Where the first lies.
        first: String,
    },
    /// A later version of this program has printed into a folder.
    ByNewerVersion(String),
    /// It cannot be read what was printed into a folder.
    RecordNotRead {
        /// The folder.
        folder: String,
        /// The system's words.
        cause: String,
    },
    /// How to print nevertheless.
    AnotherFolder,
    /// The record of a folder is damaged and lies elsewhere now.
    RecordMoved {
        /// Where it lay.
        from: String,
        /// Where it lies.
        to: String,
    },
    /// A plan that mends another goes into the folder that the first would have, which holds no print of it; the several elsewhere.
    NoFormerFolder {
        /// The folder.
        folder: String,
        /// The file of the first plan.
        first: String,
        /// Folders that hold one, where they are several.
        several: Vec<String>,
    },
    /// A plan that mends another goes into the folder of the first.
    FormerFolder {
        /// The folder.
        folder: String,
        /// The file of the first plan.
        first: String,
    },
}

impl EarlierPrint {
    /// Since when changes are told.
    fn since_zh(&self) -> String {
        match self {
            Self::ComparedWith(plan) => {
                format!("调整与上次打印到这里的 {plan} 相比，其间没有通知过的调整一并列入")
            }
            Self::ComparedWithOther { plan, folder } => {
                format!("调整与上次打印到 {folder} 的 {plan} 相比，其间没有通知过的调整一并列入")
            }
            Self::NothingKnown(plan) => format!(
                "这里没有以前打印的记录，只列出与 {plan} 相比的变动；大家手里的若比 {plan} 更早，请用 -o 打印到上次的文件夹，其间的变动才会一并列入"
            ),
            _ => String::new(),
        }
    }

    fn since_en(&self) -> String {
        match self {
            Self::ComparedWith(plan) => {
                format!("changes are told since {plan}, which was printed here last")
            }
            Self::ComparedWithOther { plan, folder } => {
                format!("changes are told since {plan}, which was printed last, into {folder}")
            }
            Self::NothingKnown(plan) => format!(
                "nothing is known here of former prints, and changes are told since {plan}; where people have an earlier plan, print into the former folder with -o, and all changes since are told"
            ),
            _ => String::new(),
        }
    }
}

impl Phrase for EarlierPrint {
    fn zh(&self) -> String {
        match self {
            Self::OtherFiles { files, first } => {
                format!(
                    "另有 {files} 个文件不是这次写的，请看看是不是旧的：{first}{}",
                    if *files > 1 { " 等" } else { "" }
                )
            }
            Self::Older { folder, newer, revision, older } => format!(
                "文件夹 {folder} 里已是 {newer}（第{revision}次调整）的材料，{older} 是更早的安排，没有打印"
            ),
            Self::PrintNewer(Some(command)) => {
                format!("要打印现在的安排，请用 {command}；确要打印更早的，请用 -o 另放一个文件夹")
            }
            Self::PrintNewer(None) => "请打印现在的方案；确要打印更早的，请用 -o 另放一个文件夹".into(),
            Self::ToTell(names) => format!("要通知（{}）：{}", names.len(), names.join("、")),
            Self::Listed(people) => {
                format!("另有 {people} 个在上次打印这份方案时已经列出，通知过的不必再通知")
            }
            Self::ComparedWith(_) | Self::ComparedWithOther { .. } | Self::NothingKnown(_) => self.since_zh(),
            Self::Removed { files, first } => {
                format!("移走了 {files} 个不再有效的旧文件：{first}{}", if *files > 1 { " 等" } else { "" })
            }
            Self::Moved { from, to } => format!("{from} 不再有效，因为有人改过，移到了 {to}"),
            Self::Kept { files, first } => {
                let more = if *files > 1 { " 等" } else { "" };
                format!("替换了 {files} 个有人改过的文件，原来的移到了 {first}{more}")
            }
            Self::ByNewerVersion(folder) => {
                format!(
                    "文件夹 {folder} 是用更新版本的 chuxin 打印的，这个版本看不懂它的记录（.chuxin-printed），没有打印"
                )
            }
            Self::RecordNotRead { folder, cause } => {
                format!("文件夹 {folder} 打印过什么读不出来（.chuxin-printed：{cause}），没有打印")
            }
            Self::AnotherFolder => "请用 -o 另放一个文件夹".into(),
            Self::RecordMoved { from, to } => {
                format!("打印记录 {from} 已损坏，移到了 {to}；以前打印过什么，这次不知道")
            }
            Self::NoFormerFolder { folder, first, several } if several.is_empty() => format!(
                "没有找到 {first} 以前打印到哪里，这次打印到 {folder}；如果印在别处，请用 -o 写明那个文件夹，旧的材料和日历才会一并更新"
            ),
            Self::NoFormerFolder { folder, first, several } => format!(
                "{first} 打印过的文件夹有 {}，这次打印到 {folder}；要更新其中一个，请用 -o 写明",
                several.join("、")
            ),
            Self::FormerFolder { folder, first } => {
                format!("这份方案调整自 {first}，打印到 {first} 的文件夹 {folder}；要另放一处，请用 -o")
            }
        }
    }

    fn en(&self) -> String {
        match self {
            Self::OtherFiles { files: 1, first } => {
                format!("1 other file is not of this print, perhaps an old one: {first}")
            }
            Self::OtherFiles { files, first } => {
                format!("{files} other files are not of this print, perhaps old ones: {first} …")
            }
            Self::Older { folder, newer, revision, older } => format!(
                "{folder} holds the paper of {newer}, after {}; {older} is an earlier plan and is not printed",
                count(*revision as usize, "change", "changes")
            ),
            Self::PrintNewer(Some(command)) => {
                format!("{command} prints the plan as it is now; -o names another folder for the earlier one")
            }
            Self::PrintNewer(None) => {
                "print the plan as it is now; -o names another folder for the earlier one".into()
            }
            Self::ToTell(names) => format!("to be told ({}): {}", names.len(), names.join(", ")),
            Self::Listed(people) => format!(
                "{} listed already when this plan was printed before; whoever was told need not be told again",
                count(*people, "other was", "others were")
            ),
            Self::ComparedWith(_) | Self::ComparedWithOther { .. } | Self::NothingKnown(_) => self.since_en(),
            Self::Removed { files: 1, first } => format!("took away 1 file that holds no longer: {first}"),
            Self::Removed { files, first } => {
                format!("took away {files} files that hold no longer: {first} …")
            }
            Self::Moved { from, to } => {
                format!("{from} holds no longer; somebody has edited it, and it is now {to}")
            }
            Self::Kept { files: 1, first } => {
                format!("replaced 1 file that somebody had edited; it is now {first}")
            }
            Self::Kept { files, first } => {
                format!("replaced {files} files that somebody had edited; they are now {first} …")
            }
            Self::ByNewerVersion(folder) => format!(
                "a later version of chuxin has printed into {folder}, and this one does not understand its record (.chuxin-printed); nothing was printed"
            ),
            Self::RecordNotRead { folder, cause } => format!(
                "it cannot be read what was printed into {folder} (.chuxin-printed: {cause}); nothing was printed"
            ),
            Self::AnotherFolder => "-o names another folder".into(),
            Self::RecordMoved { from, to } => format!(
                "{from}, the record of earlier prints, is damaged and is now {to}; what was printed here before is not known"
            ),
            Self::NoFormerFolder { folder, first, several } if several.is_empty() => format!(
                "no earlier print of {first} was found, and this goes into {folder}; where it lies elsewhere, -o with that folder brings its papers and calendars up to date"
            ),
            Self::NoFormerFolder { folder, first, several } => format!(
                "{first} was printed into {}, and this goes into {folder}; -o with one of them brings it up to date",
                several.join(", ")
            ),
            Self::FormerFolder { folder, first } => format!(
                "this plan mends {first} and is printed into the folder of {first}, {folder}; -o names another"
            ),
        }
    }
}
