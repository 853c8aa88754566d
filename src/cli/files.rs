//! Paths as they are shown and written down, and what keeps a file from being written.

use crate::{
    cli::{ending::Ending, standard::is_standard, terminal::Terminal},
    domain::Language,
    render::{
        file::is_device,
        wording::{Phrase, run::Saving},
    },
    source::reading::read_as,
};
use std::{
    fs::Metadata,
    io,
    path::{Component, Path},
};

/// What happens to a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and nothing is written.
    Keep,
    /// It is replaced by the new one.
    Replace,
}

impl Existing {
    /// As `--force` asks for it.
    pub fn forced(force: bool) -> Self {
        if force { Self::Replace } else { Self::Keep }
    }
}

/// Says what keeps a file from being written, and what to do about it.
pub fn refuse(problem: &Saving, terminal: Terminal, language: Language) -> Ending {
    let hint = matches!(problem, Saving::Exists(_)).then_some(&Saving::UseForce as &dyn Phrase);
    terminal.complain(language, problem, hint);
    Ending::Refused
}

/// Why a file was not written.
pub fn refusal(path: &Path, error: &io::Error) -> Saving {
    let shown = shown(path);
    match error.kind() {
        _ if is_open_elsewhere(error) => Saving::OpenElsewhere(shown),
        io::ErrorKind::AlreadyExists => Saving::Exists(shown),
        io::ErrorKind::NotFound => Saving::NoFolder(shown),
        io::ErrorKind::PermissionDenied => Saving::NotAllowed(shown),
        io::ErrorKind::IsADirectory => Saving::IsFolder(shown),
        io::ErrorKind::NotADirectory if path.is_symlink() => Saving::IsLink(shown),
        io::ErrorKind::NotADirectory => Saving::NotFolder(shown),
        _ => Saving::NotWritten { path: shown, cause: error.to_string() },
    }
}

/// Whether Windows says that another program has a file open and lets nobody else at it, as Excel does.
fn is_open_elsewhere(error: &io::Error) -> bool {
    const SHARING_VIOLATION: i32 = 32;
    const LOCK_VIOLATION: i32 = 33;
    cfg!(windows) && matches!(error.raw_os_error(), Some(SHARING_VIOLATION | LOCK_VIOLATION))
}

/// What speaks against writing a file that was named, before anything is worked out for it.
pub fn obstacle(path: &Path, existing: Existing) -> Option<Saving> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let no_folder = || folder.is_some_and(|folder| !folder.is_dir()).then(|| Saving::NoFolder(shown(path)));
    in_the_way(path, existing).or_else(no_folder)
}

/// The same for a plan, which is JSON: a name that promises something else is no name for it.
pub fn obstacle_to_plan(path: &Path, existing: Existing) -> Option<Saving> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let other = || {
        ending.filter(|ending| ending != "json").map(|ending| {
            let is_kind = KINDS.contains(&ending.as_str());
            let instead =
                if is_kind { shown(&path.with_extension("json")) } else { format!("{}.json", shown(path)) };
            Saving::NotJson { path: shown(path), instead }
        })
    };
    match obstacle(path, existing) {
        Some(Saving::Exists(_)) | None => other().or_else(|| obstacle(path, existing)),
        found => found,
    }
}

/// Endings of files that are no plans.
const KINDS: [&str; 12] =
    ["yaml", "yml", "xlsx", "xls", "csv", "pdf", "doc", "docx", "txt", "html", "ics", "png"];

/// What stands where a file is to be written and must stay: a file that was read, whatever is no plain file, and
/// without `--force` every file.
pub fn in_the_way(path: &Path, existing: Existing) -> Option<Saving> {
    if let Some(read) = read_as(path) {
        // Windows has two strokes for the same path.
        let read = shown(if read == path { path } else { &read });
        return Some(Saving::OverRead { path: shown(path), read });
    }
    if path.is_dir() {
        return Some(Saving::IsFolder(shown(path)));
    }
    let is_device = if cfg!(windows) {
        path.file_name().is_some_and(|name| is_device(&name.to_string_lossy()))
    } else {
        is_among_devices(path)
    };
    // A link that leads nowhere holds nothing.
    let is_plain =
        |found: Metadata| found.is_file() || found.is_symlink() && (path.is_file() || !path.exists());
    match path.symlink_metadata().map(is_plain) {
        _ if is_device => Some(Saving::NotPlain(shown(path))),
        Ok(false) => Some(Saving::NotPlain(shown(path))),
        Ok(true) if existing == Existing::Keep => Some(Saving::Exists(shown(path))),
        _ => None,
    }
}

/// Whether a path lies where Unix keeps its devices: `/dev/stdout` leads to a plain file where it is redirected, and is
/// none for all that.
fn is_among_devices(path: &Path) -> bool {
    let Some(folder) = path.parent().and_then(|folder| folder.canonicalize().ok()) else { return false };
    ["/dev", "/proc", "/sys"].iter().any(|devices| folder.starts_with(devices))
        && !folder.starts_with("/dev/shm")
}

/// A path as the user knows it; the working folder is a point.
pub fn shown(path: &Path) -> String {
    if path.as_os_str().is_empty() { ".".into() } else { path.display().to_string() }
}

/// The path of a campaign seen from the folder in which its plan lies, or from the working folder, with forward
/// slashes; absolute where there is no way from the one to the other, `-` for the standard input.
pub fn relative_to(campaign: &Path, plan: Option<&Path>) -> String {
    if is_standard(campaign) {
        return "-".into();
    }
    let Ok(target) = std::path::absolute(campaign) else { return slashed(campaign) };
    let folder = plan.and_then(Path::parent).filter(|folder| !folder.as_os_str().is_empty());
    let Ok(from) = std::path::absolute(folder.unwrap_or(Path::new("."))) else { return slashed(&target) };
    pathdiff::diff_paths(&target, from).map_or_else(|| slashed(&target), |relative| slashed(&relative))
}

fn slashed(path: &Path) -> String {
    let mut parts: Vec<String> = Vec::new();
    for component in path.components() {
        match component {
            Component::RootDir => {}
            other => parts.push(other.as_os_str().to_string_lossy().into_owned()),
        }
    }
    let root = if path.has_root() && !matches!(path.components().next(), Some(Component::Prefix(_))) {
        "/"
    } else {
        ""
    };
    format!("{root}{}", parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::relative_to;
    use std::path::Path;

    #[test]
    fn names_a_campaign_from_where_its_plan_lies() {
        let relative = |campaign, plan| relative_to(Path::new(campaign), plan);
        assert_eq!(relative("a/campaign.yaml", None), "a/campaign.yaml");
        assert_eq!(relative("./campaign.yaml", Some(Path::new("plan.json"))), "campaign.yaml");
        assert_eq!(relative("a/campaign.yaml", Some(Path::new("a/plan.json"))), "campaign.yaml");
        assert_eq!(relative("a/campaign.yaml", Some(Path::new("b/c/plan.json"))), "../../a/campaign.yaml");
    }
}
