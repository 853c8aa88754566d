//! The kinds of entries of a plan's JSON, a row each.

/// What the entries of a list hold.
#[derive(Debug, Clone, Copy)]
pub struct EntryKind {
    /// The key of the list.
    pub list: &'static str,
    /// The keys that tell its entries apart.
    pub keys: Keys,
    /// The other keys that an entry may have.
    pub others: Keys,
    /// Whether the list follows from the rosters, rather than being one of them.
    pub follows: bool,
}

type Keys = &'static [&'static str];

const fn roster(list: &'static str, keys: Keys, others: Keys) -> EntryKind {
    EntryKind { list, keys, others, follows: false }
}

const fn finding(list: &'static str, keys: Keys, others: Keys) -> EntryKind {
    EntryKind { list, keys, others, follows: true }
}

pub(super) const LEVELS: EntryKind = finding("levels", &["id"], &["sense", "value", "bound", "proven"]);

pub(super) const PLACEMENTS: EntryKind =
    roster("placements", &["ambassador", "post", "date", "hours"], &["wish", "metres"]);
pub(super) const UNPLACED: EntryKind = finding("unplaced", &["ambassador"], &["reason"]);
pub(super) const SHORTAGES: EntryKind =
    finding("shortages", &["post", "date", "hours"], &["need", "placed", "reason"]);
pub(super) const UNFULFILLED: EntryKind = finding("unfulfilled", &["ambassador", "post"], &["reason"]);

pub(super) const PAIRINGS: EntryKind =
    roster("pairings", &["unit", "neighbourhood"], &["metres", "next_nearest"]);
const GIVES_WAY: EntryKind = finding("gives_way", &["unit"], &["nearest", "instead", "because"]);
const UNPAIRED: EntryKind = finding("unpaired", &["unit"], &["lacks", "reason"]);
pub(super) const EVENTS: EntryKind = roster("events", &["date", "unit", "neighbourhood", "theme"], &[]);
const NOT_HELD: EntryKind = finding("not_held", &["unit", "neighbourhood", "month"], &["reason"]);
const NEEDS: EntryKind = finding("needs", &["neighbourhood", "theme"], &["fate"]);

/// The lists of the experience.
pub const EXPERIENCE: [EntryKind; 4] = [PLACEMENTS, UNPLACED, SHORTAGES, UNFULFILLED];

/// The lists of the Thursday Action.
pub const THURSDAY_ACTION: [EntryKind; 6] = [PAIRINGS, GIVES_WAY, UNPAIRED, EVENTS, NOT_HELD, NEEDS];

/// The rules of a reason.
pub const RULES: EntryKind = finding("rules", &["id"], &["sessions"]);

/// What a plan does not have, and why; each part has its own list of it.
pub const REASONS: EntryKind = finding(
    "reasons",
    &["ambassador", "wish", "nth", "post", "date", "hours", "unit", "neighbourhood"],
    &["metres", "reason", "proven"],
);

/// What stands against something.
pub(super) const AGAINST: EntryKind = finding("against", &["id"], &[]);

/// What goes and what comes with something that a plan does not have: placements, or pairings.
pub(super) const GONE: EntryKind = finding("gone", MOVED, &[]);
pub(super) const NEW: EntryKind = finding("new", MOVED, &[]);

const MOVED: Keys = &["ambassador", "post", "date", "hours", "unit", "neighbourhood"];

/// The kind of a list within a reason.
pub fn within_reason(list: &str) -> &'static EntryKind {
    [&AGAINST, &GONE, &NEW].into_iter().find(|kind| kind.list == list).unwrap_or(&RULES)
}

/// What a history keeps.
pub(super) const HOSTS: EntryKind = roster("posts", &["post", "unit"], &["hours"]);
pub(super) const MENDED: EntryKind = roster("mended", &["file", "digest"], &[]);
pub(super) const RENAMED: EntryKind = roster("renamed", &["kind", "id"], &["was"]);
pub(super) const WITHDRAWN: EntryKind = roster("withdrawn", &["kind", "id"], &["since"]);
pub(super) const PAST_PLACEMENTS: EntryKind =
    roster("placements", &["ambassador", "number", "post", "date", "hours"], &["since", "until"]);
pub(super) const PAST_PAIRINGS: EntryKind =
    roster("pairings", &["unit", "neighbourhood"], &["since", "until"]);
pub(super) const PAST_EVENTS: EntryKind =
    roster("events", &["date", "unit", "neighbourhood", "theme"], &["since", "until"]);
