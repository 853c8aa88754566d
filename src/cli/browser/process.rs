//! Runs a program that starts others, and ends them all: when it is done, and when it takes too long.

use std::{
    ffi::OsString,
    io,
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// How long a program may take.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// After this it is ended.
    pub limit: Duration,
}

/// How often it is asked whether it is done.
const PULSE: Duration = Duration::from_millis(15);

/// Runs the program to its end; what it says goes to `output`.
///
/// # Errors
/// That it did not start, failed, or took too long and was ended.
pub fn run(program: &Path, arguments: &[OsString], output: Stdio, patience: Patience) -> io::Result<()> {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(output).stderr(Stdio::null());
    alone(&mut command);
    let mut child = command.spawn()?;
    let begun = Instant::now();
    let status = loop {
        match child.try_wait() {
            Ok(Some(status)) => break status,
            Ok(None) if begun.elapsed() < patience.limit => thread::sleep(PULSE),
            ended => {
                end_all(&mut child);
                return Err(ended.err().unwrap_or_else(|| io::ErrorKind::TimedOut.into()));
            }
        }
    };
    end_all(&mut child);
    if status.success() { Ok(()) } else { Err(io::Error::other(format!("the browser failed: {status}"))) }
}

/// Its own process group, so that all of it can be ended together.
#[cfg(unix)]
fn alone(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    command.process_group(0);
}

#[cfg(not(unix))]
fn alone(_command: &mut Command) {}

/// Ends the program and whatever it started; silently where nothing is left.
fn end_all(child: &mut Child) {
    let id = child.id();
    let mut command = if cfg!(windows) {
        let mut command = Command::new("taskkill");
        command.args(["/T", "/F", "/PID", &id.to_string()]);
        command
    } else {
        // Every shell has it built in, while a small system may lack the program.
        let mut command = Command::new("sh");
        command.args(["-c", &format!("kill -9 -{id}")]);
        command
    };
    let _ = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let _ = child.kill();
    let _ = child.wait();
}

#[cfg(all(test, unix))]
mod tests {
    use super::{Patience, run};
    use std::{
        fs, io,
        path::Path,
        process::Stdio,
        time::{Duration, Instant},
    };

    #[test]
    fn ends_what_takes_too_long_with_all_that_it_started() {
        let folder = tempfile::tempdir().unwrap();
        let mark = folder.path().join("later");
        let script = format!("(sleep 2; : > '{}') & sleep 30", mark.display());
        let begun = Instant::now();
        let patience = Patience { limit: Duration::from_millis(200) };
        let error = run(Path::new("sh"), &["-c".into(), script.into()], Stdio::null(), patience).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
        assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
        std::thread::sleep(Duration::from_millis(2200).saturating_sub(begun.elapsed()));
        assert!(!fs::exists(&mark).unwrap(), "a child of the program lived on");
    }

    #[test]
    fn ends_what_a_program_leaves_behind() {
        let folder = tempfile::tempdir().unwrap();
        let mark = folder.path().join("later");
        let script = format!("(sleep 1; : > '{}') & exit 0", mark.display());
        let patience = Patience { limit: Duration::from_secs(10) };
        run(Path::new("sh"), &["-c".into(), script.into()], Stdio::null(), patience).unwrap();
        std::thread::sleep(Duration::from_millis(1300));
        assert!(!fs::exists(&mark).unwrap(), "a child of the program lived on");
    }

    #[test]
    fn tells_failure_from_success() {
        let patience = Patience { limit: Duration::from_secs(10) };
        assert!(run(Path::new("sh"), &["-c".into(), "exit 3".into()], Stdio::null(), patience).is_err());
        assert!(run(Path::new("sh"), &["-c".into(), "exit 0".into()], Stdio::null(), patience).is_ok());
    }
}
