//! The command line.

pub mod output;

/// Reads the command line, does what it asks, and says with which code the process ends.
pub fn run() -> std::process::ExitCode {
    std::process::ExitCode::SUCCESS
}
