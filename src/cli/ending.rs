//! How a run ends: the exit codes.

use std::process::ExitCode;

/// The exit code of a run that Ctrl-C ends, as shells count it.
pub const INTERRUPTED: u8 = 130;

/// With which code the process ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ending {
    /// Done.
    Done,
    /// A plan, but something is left unfilled and `--strict` was given.
    Unfilled,
    /// Two plans that were compared differ.
    Different,
    /// A sign-up sheet was imported, and something of it must be asked.
    Open,
    /// The campaign or the command line is wrong, or a file cannot be written.
    Refused,
    /// No plan: a contradiction, or none found in the time given.
    NoPlan,
    /// A defect of this program.
    Defect,
    /// The user stopped what decides how the run ends.
    Interrupted,
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        Self::from(match ending {
            Ending::Done => 0,
            Ending::Unfilled | Ending::Different | Ending::Open => 1,
            Ending::Refused => 2,
            Ending::NoPlan => 3,
            Ending::Defect => 70,
            Ending::Interrupted => INTERRUPTED,
        })
    }
}
