//! Words on pages of help and manuals that are the same for every command.

use crate::render::wording::Phrase;

labels! {
    /// One of them.
    pub enum Word {
        /// How a command is written.
        Usage: "用法", "Usage";
        /// Commands below another.
        Commands: "命令", "Commands";
        /// What has its place by order alone.
        Arguments: "参数", "Arguments";
        /// What has a name.
        Options: "选项", "Options";
        /// Behind a heading.
        Colon: "：", ":";
    }
}

/// What the pages for `man` say by themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Manual {
    /// The pages were written into a folder.
    Written(String),
    /// No command has this name.
    NoCommand(String),
}

impl Phrase for Manual {
    fn zh(&self) -> String {
        match self {
            Self::Written(folder) => format!("手册已写好：{folder}"),
            Self::NoCommand(name) => format!("没有“{name}”这个命令"),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Written(folder) => format!("the pages were written: {folder}"),
            Self::NoCommand(name) => format!("there is no command `{name}`"),
        }
    }
}
