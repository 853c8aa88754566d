//! Files that could not be read.

use crate::{
    render::wording::problem::{Explained, Words},
    source::Fault,
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
            Fault::Unreadable(reason) => Words::of(format!("cannot read {name}: {reason}")),
        }
    }
}
