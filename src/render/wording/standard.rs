//! What is said of `-`, the standard input and output in the place of files.

use crate::render::wording::Phrase;

/// One message; a path in it is as the user typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standard {
    /// The standard output is named where a file is to be written.
    Output,
    /// What to do about it, where the result can be had as data.
    UseJson,
    /// The standard input stands for more than one file.
    Twice,
    /// What is saved would name the standard input as its file.
    Unnamed,
    /// What to do about it.
    SaveFirst,
    /// The folder of a print cannot be named after the standard input.
    FolderUnnamed,
    /// The standard input is a keyboard.
    Typed,
}

impl Phrase for Standard {
    fn zh(&self) -> String {
        match self {
            Self::Output => "- 不是输出文件；真要写名为 - 的文件，请写 ./-".into(),
            Self::UseJson => "要把结果交给别的程序，请去掉这个选项，加上 --format json".into(),
            Self::Twice => "标准输入（-）一次只能当一个文件用".into(),
            Self::Unnamed => {
                "方案里要写明它是按哪个文件排的，而标准输入（-）没有文件名，所以不能保存方案".into()
            }
            Self::SaveFirst => "请先把输入存成文件，再用那个文件名".into(),
            Self::FolderUnnamed => "标准输入（-）没有文件名，请用 -o 指明文件夹".into(),
            Self::Typed if cfg!(windows) => "正在读标准输入；输完后按 Ctrl+Z 和回车".into(),
            Self::Typed => "正在读标准输入；输完后按 Ctrl+D".into(),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Output => "`-` is no file to write to; a file of that name is ./-".into(),
            Self::UseJson => {
                "leave this option out and add --format json to hand the result to another program".into()
            }
            Self::Twice => "the standard input, `-`, can stand for one file only".into(),
            Self::Unnamed => {
                "a saved plan names the files that it is made from, and the standard input, `-`, has no name"
                    .into()
            }
            Self::SaveFirst => "save the input as a file and name that".into(),
            Self::FolderUnnamed => "the standard input, `-`, has no name; name the folder with -o".into(),
            Self::Typed if cfg!(windows) => "reading the standard input; end it with Ctrl+Z and Enter".into(),
            Self::Typed => "reading the standard input; end it with Ctrl+D".into(),
        }
    }
}
