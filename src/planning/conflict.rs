//! Of things that contradict each other, a set of which none can be spared (QuickXplain, Junker 2004); and whether a
//! program contradicts itself.

use crate::{
    lp::{Program, Row},
    solver::{Halt, Outcome, Watch, solve},
};

/// Whether no point keeps every row of a program; proved either way.
///
/// # Errors
/// [`Halt`] where the time was up or the backend failed.
pub fn contradicts(program: &Program, watch: &dyn Watch) -> Result<bool, Halt> {
    let never_holds = |row: &Row| row.terms.is_empty() && !row.relation.holds(0.cmp(&row.right));
    if program.rows.iter().any(never_holds) {
        return Ok(true);
    }
    match solve(program, watch)? {
        Outcome::Contradiction => Ok(true),
        Outcome::Solved(_) => Ok(false),
        Outcome::NothingFound => Err(Halt::Stopped),
    }
}

/// A subset of `candidates` that contradicts itself while no part of it does; the earlier ones are kept rather than
/// the later ones. `candidates` as a whole must contradict itself.
///
/// Takes about k · log₂(n / k) questions for k of n.
///
/// # Errors
/// Whatever a question fails with.
pub fn irreducible<T: Clone, E>(
    candidates: &[T],
    contradicts: &mut dyn FnMut(&[T]) -> Result<bool, E>,
) -> Result<Vec<T>, E> {
    needed(&mut Vec::new(), true, candidates, contradicts)
}

/// What is needed of `candidates` beside `given`, which `grew` since it was last asked about.
fn needed<T: Clone, E>(
    given: &mut Vec<T>,
    grew: bool,
    candidates: &[T],
    contradicts: &mut dyn FnMut(&[T]) -> Result<bool, E>,
) -> Result<Vec<T>, E> {
    if grew && contradicts(given)? {
        return Ok(Vec::new());
    }
    if candidates.len() <= 1 {
        return Ok(candidates.to_vec());
    }
    let (earlier, later) = candidates.split_at(candidates.len() / 2);
    let before = given.len();
    given.extend_from_slice(earlier);
    let of_later = needed(given, true, later, contradicts)?;
    given.truncate(before);
    given.extend_from_slice(&of_later);
    let mut all = needed(given, !of_later.is_empty(), earlier, contradicts)?;
    given.truncate(before);
    all.extend(of_later);
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::irreducible;

    /// Numbers contradict each other when they hold one of these sets.
    fn found(candidates: u32, contradictions: &[&[u32]]) -> (Vec<u32>, usize) {
        let mut asked = 0;
        let all: Vec<u32> = (0..candidates).collect();
        let found = irreducible(&all, &mut |some| {
            asked += 1;
            let holds = |set: &&[u32]| set.iter().all(|number| some.contains(number));
            Ok::<bool, ()>(contradictions.iter().any(holds))
        });
        (found.unwrap(), asked)
    }

    #[test]
    fn finds_a_set_of_which_none_can_be_spared() {
        assert_eq!(found(10, &[&[2, 7, 9]]).0, [2, 7, 9]);
        assert_eq!(found(1, &[&[0]]).0, [0]);
        assert_eq!(found(3, &[&[0, 1, 2]]).0, [0, 1, 2]);
        assert!(found(3, &[&[]]).0.is_empty());
    }

    #[test]
    fn keeps_what_stands_earlier() {
        assert_eq!(found(10, &[&[1, 8], &[1, 4]]).0, [1, 4]);
    }

    #[test]
    fn asks_little_about_many() {
        let (found, asked) = found(1000, &[&[3, 500, 999]]);
        assert_eq!(found, [3, 500, 999]);
        assert!(asked < 60, "{asked} questions");
    }
}
