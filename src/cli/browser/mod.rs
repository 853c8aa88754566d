//! An installed Chromium, Chrome or Edge, which prints a sheet as PDF or takes a picture of it.
//!
//! In: a sheet of HTML. Out: the bytes, or why there are none. The browser gets a profile of its own that is gone
//! afterwards, is kept off the network, and is ended with everything that it started.

mod places;
mod process;

use process::{Patience, run};
use std::{
    ffi::OsString,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    process::Stdio,
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
        let bytes = self.made(html, &[], Wanted::File("--print-to-pdf=", "sheet.pdf"))?;
        let is_pdf = bytes.starts_with(b"%PDF-");
        if is_pdf { Ok(bytes) } else { Err(io::Error::other("the browser wrote no PDF")) }
    }

    /// Takes a picture of a document as a whole, so many CSS pixels wide and `density` times as many pixels; another,
    /// `measuring`, has a title that says how tall it is.
    ///
    /// # Errors
    /// Those of the file system; that the browser did not start, took too long, or took no such picture.
    pub fn png(&self, html: &[u8], measuring: &[u8], (width, density): (u32, u32)) -> io::Result<Vec<u8>> {
        let said = self.made(measuring, &[format!("--window-size={width},800")], Wanted::Document)?;
        let height = height(&String::from_utf8_lossy(&said));
        let height = height.ok_or_else(|| io::Error::other("the browser did not say how tall it is"))?;
        let options = [
            format!("--window-size={width},{height}"),
            format!("--force-device-scale-factor={density}"),
            "--hide-scrollbars".to_owned(),
        ];
        let bytes = self.made(html, &options, Wanted::File("--screenshot=", "sheet.png"))?;
        let is_whole = size(&bytes) == Some([width * density, height * density]);
        if is_whole { Ok(bytes) } else { Err(io::Error::other("the browser took no picture of the whole")) }
    }

    /// What the browser makes of a document.
    fn made(&self, html: &[u8], options: &[String], wanted: Wanted) -> io::Result<Vec<u8>> {
        let folder = tempfile::Builder::new().prefix("chuxin-").tempdir()?;
        let sheet = folder.path().join("sheet.html");
        fs::write(&sheet, html)?;
        let mut arguments = arguments(&folder, options);
        let (made, output) = match wanted {
            Wanted::File(option, name) => {
                let made = folder.path().join(name);
                arguments.push(with_path(option, &made));
                (made, Stdio::null())
            }
            Wanted::Document => {
                let made = folder.path().join("document.html");
                arguments.push("--dump-dom".into());
                let output = File::create(&made)?.into();
                (made, output)
            }
        };
        arguments.push(address(&sheet).into());
        let ended = run(&self.program, &arguments, output, Patience { limit: LIMIT });
        let bytes = ended.and_then(|()| fs::read(&made));
        remove(folder);
        bytes
    }
}

/// What a browser is asked for.
#[derive(Debug, Clone, Copy)]
enum Wanted {
    /// A file, by the option that names it; what kind it is goes by the ending of its name.
    File(&'static str, &'static str),
    /// The document as it is when it has been opened.
    Document,
}

/// The height that a measuring document says.
fn height(document: &str) -> Option<u32> {
    let (_, rest) = document.split_once("tall=")?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|height| *height > 0)
}

/// Width and height of a picture (PNG, section 11.2.2).
fn size(png: &[u8]) -> Option<[u32; 2]> {
    let rest = png.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let number = |at: usize| Some(u32::from_be_bytes(rest.get(at..at + 4)?.try_into().ok()?));
    Some([number(8)?, number(12)?])
}

fn arguments(folder: &TempDir, options: &[String]) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = OPTIONS.iter().map(OsString::from).collect();
    if runs_as_root(folder.path()) {
        // Its sandbox refuses to work for root; what is shown is our own page, which runs nothing.
        arguments.push("--no-sandbox".into());
    }
    arguments.push(with_path("--user-data-dir=", &folder.path().join("profile")));
    arguments.extend(options.iter().map(OsString::from));
    arguments
}

fn with_path(option: &str, path: &Path) -> OsString {
    let mut argument = OsString::from(option);
    argument.push(path);
    argument
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
    use super::{Browser, address, height, size};
    use std::path::Path;

    #[test]
    fn writes_the_address_of_any_file() {
        assert_eq!(address(Path::new("/tmp/a b#?/表.html")), "file:///tmp/a%20b%23%3F/%E8%A1%A8.html");
        assert_eq!(address(Path::new("C:\\Temp\\s.html")), "file:///C:/Temp/s.html");
    }

    #[test]
    fn reads_how_tall_a_document_and_a_picture_are() {
        assert_eq!(height("<title>tall=5321</title>"), Some(5321));
        assert_eq!([height("<title>tall=0</title>"), height("<title>公告</title>")], [None, None]);
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x04\xd8\0\0\x1b\x02\x08\x02";
        assert_eq!(size(png), Some([1240, 6914]));
        assert_eq!([size(b"GIF89a"), size(&png[..20])], [None, None]);
    }

    #[test]
    fn finds_no_browser_where_there_is_none() {
        assert!(Browser::find(Some(Path::new("no/such/browser"))).is_none());
        assert!(Browser::find(Some(Path::new("no-such-browser"))).is_none());
    }
}
