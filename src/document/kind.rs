//! What a file is, told by the keys that stand in it.

use crate::document::Node;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A campaign, or a scenario over one.
    Campaign,
    /// A saved plan.
    Plan,
    /// Something else, or too little of either to tell.
    Other,
}

/// The kind of a file of this tree.
pub fn kind(root: &Node) -> FileKind {
    let has = |key: &str| root.entry(key).is_some();
    let is_campaign = ["extends", "units", "posts", "ambassadors"].into_iter().any(has);
    match (has("version"), has("experience")) {
        (true, true) => FileKind::Plan,
        (false, true) if !is_campaign => FileKind::Plan,
        (false, _) if is_campaign => FileKind::Campaign,
        _ => FileKind::Other,
    }
}
