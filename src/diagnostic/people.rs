//! What looks like a slip of a sign-up sheet: somebody who stands there twice, a number that a spreadsheet has rounded,
//! a paper that has run out.

use crate::diagnostic::Severity;
use chrono::NaiveDate;

/// Something about people that is probably not as meant; always a warning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum People {
    /// One telephone number of two entries.
    SameTelephone {
        /// Who has it first.
        one: String,
        /// Who has it, too.
        other: String,
    },
    /// One name in one organization twice.
    SameNameAndOrganization {
        /// The name.
        name: String,
        /// The organization, or the employer.
        organization: String,
    },
    /// Two names that differ by blanks alone.
    NamesDifferByBlank {
        /// The first.
        one: String,
        /// The other.
        other: String,
    },
    /// A post that somebody wishes for twice: the first wish counts.
    WishedTwice {
        /// Whose wishes.
        name: String,
    },
    /// A paper that counts no longer on the last day on which a post asks for it.
    RunsOut(Box<RunsOut>),
    /// A telephone number such as 1.38E+10.
    RoundedNumber,
}

/// A paper that ends too early.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunsOut {
    /// Who holds it.
    pub name: String,
    /// What it is.
    pub paper: String,
    /// The last day on which it counts.
    pub until: NaiveDate,
    /// The post that asks for it last.
    pub title: String,
    /// When that is.
    pub last: NaiveDate,
}

impl People {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::SameTelephone { .. } => "same-telephone",
            Self::SameNameAndOrganization { .. } => "same-name-and-organization",
            Self::NamesDifferByBlank { .. } => "names-differ-by-blank",
            Self::WishedTwice { .. } => "wished-twice",
            Self::RunsOut(_) => "runs-out",
            Self::RoundedNumber => "rounded-number",
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        Severity::Warning
    }
}
