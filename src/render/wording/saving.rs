//! What is said where files are written: what stands in the way, and what became of an earlier run.

use crate::render::wording::Phrase;

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
    /// What should be a folder is a link.
    IsLink(String),
    /// A name that is no text.
    OddName(String),
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
            Self::IsLink(path) => format!("{path} 是链接；请换成真正的文件夹"),
            Self::OddName(path) => format!("{path} 的名字里有不是文字的字符，请换个文件名"),
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
            Self::IsLink(path) => format!("{path} is a link; put a folder in its place"),
            Self::OddName(path) => format!("the name of {path} is not text; give another name"),
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
