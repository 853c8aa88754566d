//! An installed Chromium, Chrome or Edge, which prints a sheet as PDF.
//!
//! In: a sheet of HTML. Out: the PDF's bytes, or why there is none. The browser gets a profile of its own that is gone
//! afterwards, is kept off the network, and is ended with everything that it started.

mod places;
mod process;

use process::{Patience, run};
use std::{
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
    time::Duration,
};
use tempfile::TempDir;

/// How long one sheet may take.
const LIMIT: Duration = Duration::from_secs(60);

/// What goes before the options of a single print.
const OPTIONS: [&str; 16] = [
    "--headless",
    "--disable-gpu",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--disable-breakpad",
    "--disable-crash-reporter",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-pdf-header-footer",
    "--print-to-pdf-no-header",
    "--password-store=basic",
    // Whatever it would look up is not found.
    "--host-resolver-rules=MAP * ~NOTFOUND",
];

/// A browser that can print.
#[derive(Debug, Clone)]
pub struct Browser {
    program: PathBuf,
}

impl Browser {
    /// The one asked for, by path or by name; else the first that is found where browsers usually are.
    pub fn find(asked: Option<&Path>) -> Option<Self> {
        let program = match asked {
            Some(asked) if asked.components().count() > 1 => {
                Some(asked.to_owned()).filter(|path| path.is_file())
            }
            Some(name) => {
                places::on_path(name).or_else(|| Some(name.to_owned()).filter(|path| path.is_file()))
            }
            None => places::installed(),
        }?;
        Some(Self { program })
    }

    /// The program.
    pub fn program(&self) -> &Path {
        &self.program
    }

    /// Prints a document.
    ///
    /// # Errors
    /// Those of the file system; that the browser did not start, took too long, or wrote no PDF.
    pub fn pdf(&self, html: &[u8]) -> io::Result<Vec<u8>> {
        let folder = tempfile::Builder::new().prefix("chuxin-").tempdir()?;
        let (sheet, printed) = (folder.path().join("sheet.html"), folder.path().join("sheet.pdf"));
        fs::write(&sheet, html)?;
        let ended = run(&self.program, &arguments(&folder, &sheet, &printed), Patience { limit: LIMIT });
        let bytes = ended.and_then(|()| fs::read(&printed));
        remove(folder);
        bytes.and_then(|bytes| {
            let is_pdf = bytes.starts_with(b"%PDF-");
            if is_pdf { Ok(bytes) } else { Err(io::Error::other("the browser wrote no PDF")) }
        })
    }
}

fn arguments(folder: &TempDir, sheet: &Path, printed: &Path) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = OPTIONS.iter().map(OsString::from).collect();
    if runs_as_root(folder.path()) {
        // Its sandbox refuses to work for root; what is shown is our own page, which runs nothing.
        arguments.push("--no-sandbox".into());
    }
    let with_path = |option: &str, path: &Path| {
        let mut argument = OsString::from(option);
        argument.push(path);
        argument
    };
    arguments.push(with_path("--user-data-dir=", &folder.path().join("profile")));
    arguments.push(with_path("--print-to-pdf=", printed));
    arguments.push(address(sheet).into());
    arguments
}

/// Takes the folder away; a browser that is just ending may still hold a file in it for a moment.
fn remove(folder: TempDir) {
    let path = folder.keep();
    for _ in 0..20 {
        if fs::remove_dir_all(&path).is_ok() || !path.exists() {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Whether what this process makes belongs to root.
#[cfg(unix)]
fn runs_as_root(made: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(made).is_ok_and(|made| made.uid() == 0)
}

#[cfg(not(unix))]
fn runs_as_root(_made: &Path) -> bool {
    false
}

/// The address of a file (RFC 8089): with forward slashes, everything but plain letters and figures as its bytes.
fn address(path: &Path) -> String {
    use std::fmt::Write;
    let text = path.to_string_lossy().replace('\\', "/");
    let mut address = String::from(if text.starts_with('/') { "file://" } else { "file:///" });
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.~:".contains(&byte) {
            address.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::{Browser, address};
    use std::path::Path;

    #[test]
    fn writes_the_address_of_any_file() {
        assert_eq!(address(Path::new("/tmp/a b#?/表.html")), "file:///tmp/a%20b%23%3F/%E8%A1%A8.html");
        assert_eq!(address(Path::new("C:\\Temp\\s.html")), "file:///C:/Temp/s.html");
    }

    #[test]
    fn finds_no_browser_where_there_is_none() {
        assert!(Browser::find(Some(Path::new("no/such/browser"))).is_none());
        assert!(Browser::find(Some(Path::new("no-such-browser"))).is_none());
    }
}
