//! What keeps a campaign from being invented.

use crate::render::wording::Phrase;

/// One message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Invented {
    /// More is asked for than a campaign may have.
    TooMany {
        /// People or units asked for.
        asked: usize,
        /// How many there may be.
        most: usize,
    },
    /// The campaign would be too long to be read.
    TooLong {
        /// In megabytes.
        is: u64,
        /// The most that is read, in the same.
        most: u64,
    },
}

impl Phrase for Invented {
    fn zh(&self) -> String {
        match self {
            Self::TooMany { asked, most } => format!("{asked} 太多了，大使和单位都不能超过 {most}"),
            Self::TooLong { is, most } => {
                format!(
                    "这样的活动文件有 {is} MB，能读的不超过 {most} MB；请把 --ambassadors 或 --units 改小"
                )
            }
        }
    }

    fn en(&self) -> String {
        match self {
            Self::TooMany { asked, most } => {
                format!("{asked} is too many: {most} ambassadors or units at most")
            }
            Self::TooLong { is, most } => format!(
                "such a campaign has {is} MB, and {most} MB can be read; ask for fewer --ambassadors or --units"
            ),
        }
    }
}
