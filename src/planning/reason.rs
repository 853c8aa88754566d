//! Why something is not, as far as every problem says it in the same way, and what became of it when it was found out again.

use std::collections::BTreeMap;

/// How many cases each rule stands in the way of, by rule; each case counts for the first rule that does.
pub type Tally<R> = Vec<(R, usize)>;

/// Counts the first rule of each case.
pub fn tally<R: Ord>(first: impl IntoIterator<Item = R>) -> Tally<R> {
    tally_on(Vec::new(), first)
}

/// The same on top of what was counted already.
pub fn tally_on<R: Ord>(counted: Tally<R>, first: impl IntoIterator<Item = R>) -> Tally<R> {
    let mut counts: BTreeMap<R, usize> = counted.into_iter().collect();
    for rule in first {
        *counts.entry(rule).or_insert(0) += 1;
    }
    counts.into_iter().collect()
}

/// What goes and what comes, in order: with the fewest gone that do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moves<T> {
    /// What goes.
    pub gone: Vec<T>,
    /// What comes.
    pub new: Vec<T>,
}

impl<T: Copy + PartialEq> Moves<T> {
    /// From one roster to another.
    pub fn between(from: &[T], to: &[T]) -> Self {
        let only =
            |these: &[T], those: &[T]| these.iter().filter(|one| !those.contains(one)).copied().collect();
        Self { gone: only(from, to), new: only(to, from) }
    }
}

/// What became of a reason that was solved again, with the right one where it was wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rechecked<W = ()> {
    /// It is so.
    Holds,
    /// It is not; this is.
    Refuted(W),
    /// There was no time to solve it again.
    NotReached,
    /// There was no time to prove it when the plan was made.
    NotClaimed,
}

impl<W> Rechecked<W> {
    /// Of a reason that holds but for who moves, as said and as found; who moves is said and found as far as there was time.
    pub fn of_moves<T: PartialEq>((said, is): (Option<&Moves<T>>, Option<&Moves<T>>), found: W) -> Self {
        match (said, is) {
            (None, _) => Self::Holds,
            (Some(_), None) => Self::NotReached,
            (Some(said), Some(is)) if said == is => Self::Holds,
            _ => Self::Refuted(found),
        }
    }

    /// Puts the right one in the place of a wrong one.
    pub fn correct(self, said: &mut W) -> Rechecked {
        match self {
            Self::Holds => Rechecked::Holds,
            Self::Refuted(found) => {
                *said = found;
                Rechecked::Refuted(())
            }
            Self::NotReached => Rechecked::NotReached,
            Self::NotClaimed => Rechecked::NotClaimed,
        }
    }
}

impl Rechecked {
    /// Each.
    pub const ALL: [Self; 4] = [Self::Holds, Self::Refuted(()), Self::NotReached, Self::NotClaimed];

    /// The word for it in data.
    pub fn id(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Refuted(()) => "refuted",
            Self::NotReached => "not-reached",
            Self::NotClaimed => "not-claimed",
        }
    }
}
