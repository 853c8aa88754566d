//! Paths as they are shown and written down, and why a file was not written.

use crate::{cli::standard::is_standard, render::wording::run::Run};
use std::{
    io,
    path::{Component, Path},
};

/// Why a file was not written; `path` as the user typed it.
pub fn refusal(path: String, error: &io::Error) -> Run {
    match error.kind() {
        io::ErrorKind::AlreadyExists => Run::Exists(path),
        io::ErrorKind::NotFound => Run::NoFolder(path),
        io::ErrorKind::PermissionDenied => Run::NotAllowed(path),
        _ => Run::NotWritten { path, cause: error.to_string() },
    }
}

/// What speaks against writing a file, before anything is worked out for it.
pub fn hindrance(path: &Path, overwrite: bool) -> Option<Run> {
    let shown = || path.display().to_string();
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if path.is_dir() {
        return Some(Run::IsFolder(shown()));
    }
    if path.try_exists().unwrap_or(false) && !overwrite {
        return Some(Run::Exists(shown()));
    }
    folder.is_some_and(|folder| !folder.is_dir()).then(|| Run::NoFolder(shown()))
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
