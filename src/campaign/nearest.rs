//! The id that was probably meant by one that nobody has.

/// How many ids are compared at most with unknown ones, over all unknown ones of a kind.
pub const MOST_COMPARISONS: usize = 2_000_000;

/// The nearest of the known ids: few letters away, or equal but for case, spaces and hyphens.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    if word.chars().count() > 100 {
        return None;
    }
    let fold = |id: &str| id.to_lowercase().replace(['-', '_', ' '], "");
    let folded = fold(word);
    let most = 1 + word.chars().count() / 4;
    let near = |id: &str| {
        if fold(id) == folded {
            return Some(0);
        }
        // Lengths alone rule most ids out, and cost far less than the distance.
        let lengths = (id.chars().count(), word.chars().count());
        let distance =
            (lengths.0.abs_diff(lengths.1) <= most).then(|| strsim::damerau_levenshtein(id, word))?;
        (distance <= most && distance < lengths.0.max(lengths.1)).then_some(distance)
    };
    known.filter_map(|id| Some((near(id)?, id))).min().map(|(_, id)| id.to_owned())
}
