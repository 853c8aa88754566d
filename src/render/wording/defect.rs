//! What is said where the program itself fails.

use crate::render::wording::Phrase;

/// A panic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Panic {
    /// Where in the program's sources.
    At(String),
    /// What to report of it.
    Report {
        /// The program's version.
        version: &'static str,
        /// The command as typed.
        command: String,
    },
}

impl Phrase for Panic {
    fn zh(&self) -> String {
        match self {
            Self::At(place) => format!("程序自身有缺陷，在 {place} 处出了故障"),
            Self::Report { version, command } => {
                format!("请把这两行连同活动文件告诉开发者：版本 {version}，命令 {command}")
            }
        }
    }

    fn en(&self) -> String {
        match self {
            Self::At(place) => format!("a defect of this program: it failed at {place}"),
            Self::Report { version, command } => format!(
                "please report both lines together with the campaign file: version {version}, command {command}"
            ),
        }
    }
}
