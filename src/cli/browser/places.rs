//! Where browsers usually are: on the search path, and in the folders into which their installers put them.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
};

/// What the programs are called on a search path, the most likely first.
const NAMES: [&str; 10] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
    "chrome-headless-shell",
    "headless_shell",
];

/// Below the folders for programs of Windows.
const ON_WINDOWS: [&str; 3] = [
    "Google\\Chrome\\Application\\chrome.exe",
    "Microsoft\\Edge\\Application\\msedge.exe",
    "Chromium\\Application\\chrome.exe",
];

/// The variables that name those folders.
const FOLDERS: [&str; 4] = ["ProgramFiles", "ProgramFiles(x86)", "ProgramW6432", "LocalAppData"];

/// Below the folders for applications of macOS.
const ON_MAC: [&str; 3] = [
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "Chromium.app/Contents/MacOS/Chromium",
];

/// The first browser that is there.
pub fn installed() -> Option<PathBuf> {
    let named = NAMES.iter().find_map(|name| on_path(Path::new(name)));
    named.or_else(|| in_folders().into_iter().find(|path| path.is_file()))
}

/// A program on the search path.
pub fn on_path(name: &Path) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    let mut found = env::split_paths(&folders).flat_map(|folder| {
        let plain = folder.join(name);
        let mut ended: OsString = plain.clone().into();
        ended.push(env::consts::EXE_SUFFIX);
        [PathBuf::from(ended), plain]
    });
    found.find(|path| path.is_file())
}

fn in_folders() -> Vec<PathBuf> {
    if cfg!(windows) {
        let folders = FOLDERS.iter().filter_map(|variable| env::var_os(variable).map(PathBuf::from));
        let folders: Vec<PathBuf> = folders.collect();
        ON_WINDOWS.iter().flat_map(|program| folders.iter().map(move |folder| folder.join(program))).collect()
    } else if cfg!(target_os = "macos") {
        let own = env::var_os("HOME").map(|home| PathBuf::from(home).join("Applications"));
        let folders: Vec<PathBuf> = std::iter::once(PathBuf::from("/Applications")).chain(own).collect();
        ON_MAC.iter().flat_map(|program| folders.iter().map(move |folder| folder.join(program))).collect()
    } else {
        ["/snap/bin/chromium", "/var/lib/flatpak/exports/bin/org.chromium.Chromium"].map(PathBuf::from).into()
    }
}
