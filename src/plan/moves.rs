//! Who moves in a reason, to JSON and back: `gone` and `new`, of either problem's kind of entry.

use crate::{
    plan::{
        entries::{EntryKind, GONE, NEW},
        fields::{Fields, Walk},
        layout::Json,
        lookup::{Lookup, SavedEntry},
    },
    planning::reason::Moves,
};

/// A reason with the moves that it has.
pub(super) fn written<T>(reason: Json, moves: Option<&Moves<T>>, one: impl Fn(&T) -> Json) -> Json {
    let list = |some: &Vec<T>| some.iter().map(&one).collect::<Json>();
    reason.with("gone", moves.map(|moves| list(&moves.gone))).with("new", moves.map(|moves| list(&moves.new)))
}

/// Moves that are not looked up yet.
#[derive(Debug, Clone)]
pub(super) struct SavedMoves<S> {
    gone: Vec<S>,
    new: Vec<S>,
}

impl<S: SavedEntry> SavedMoves<S> {
    /// What a reason has of them; a reason that has one list must have the other, though it be empty.
    pub(super) fn read(
        walk: &mut Walk,
        reason: Fields<'_>,
        one: impl Fn(&mut Walk, Fields<'_>) -> Option<S>,
    ) -> Option<Self> {
        let has = |kind: &EntryKind| reason.optional(kind.list).is_some();
        if !has(&GONE) && !has(&NEW) {
            return None;
        }
        let mut list = |kind: &EntryKind| {
            walk.required(reason, kind.list);
            walk.entries(reason, kind, &one)
        };
        Some(Self { gone: list(&GONE), new: list(&NEW) })
    }

    /// The same of a campaign, where it has all that they name.
    pub(super) fn find(&self, lookup: &mut Lookup<'_>) -> Option<Moves<S::Found>> {
        let mut found = |list: &[S]| {
            let found: Vec<Option<S::Found>> = list.iter().map(|one| one.find(lookup)).collect();
            found.into_iter().collect::<Option<Vec<S::Found>>>()
        };
        let (gone, new) = (found(&self.gone), found(&self.new));
        Some(Moves { gone: gone?, new: new? })
    }
}
