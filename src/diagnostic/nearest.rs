//! The word that was probably meant by one that nothing has: one measure for keys, ids, names, choices and weekdays.
//!
//! In: a word as written and those that would do. Out: the nearest of them, where one is near at all.

/// How many words are compared at most over all questions of one kind: what is a help for a few is work for nothing
/// where thousands are wrong.
const MOST_COMPARISONS: usize = 2_000_000;

/// The longest word for which another is looked for.
const LONGEST: usize = 100;

/// The nearest of the known words: equal but for case, spaces, hyphens and width, or few letters away: one of up to five,
/// a third of more. Of equally near ones the first of the alphabet.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    Dictionary::of(known.into_iter().map(|known| (known, known))).nearest(word).copied()
}

/// What the nearest of the known words stand for, up to so many, the nearest first: of each at least half of the letters are
/// those of the word. For a person to choose from, where a single word would be a guess.
pub fn nearest_few<'a, T>(word: &str, known: impl IntoIterator<Item = (&'a str, T)>, most: usize) -> Vec<T> {
    let written = Folded::of(word);
    if written.letters == 0 || written.letters > LONGEST {
        return Vec::new();
    }
    let near = known.into_iter().filter_map(|(known, meaning)| {
        let known = Folded::of(known);
        let distance = strsim::osa_distance(&written.text, &known.text);
        (2 * distance <= written.letters.max(known.letters)).then_some((distance, meaning))
    });
    let mut near: Vec<(usize, T)> = near.collect();
    near.sort_by_key(|(distance, _)| *distance);
    near.into_iter().take(most).map(|(_, meaning)| meaning).collect()
}

/// Words that would do, each with what it stands for, for those who ask again and again.
#[derive(Debug, Clone)]
pub struct Dictionary<T> {
    /// In the order of the alphabet.
    words: Vec<(Folded, T)>,
    compared: usize,
}

impl<T> Dictionary<T> {
    /// The words.
    pub fn of<'a>(words: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        let mut words: Vec<(&str, T)> = words.into_iter().collect();
        words.sort_by_key(|(word, _)| *word);
        let folded = words.into_iter().map(|(word, meaning)| (Folded::of(word), meaning));
        Self { words: folded.collect(), compared: 0 }
    }

    /// What the nearest word stands for, in the same way; nothing where that was asked too often.
    pub fn nearest(&mut self, word: &str) -> Option<&T> {
        let written = Folded::of(word);
        if written.letters == 0 || written.letters > LONGEST || self.compared > MOST_COMPARISONS {
            return None;
        }
        self.compared += self.words.len();
        let near = |(known, meaning)| Some((written.distance(known)?, meaning));
        let near = self.words.iter().filter_map(|(known, meaning)| near((known, meaning)));
        near.min_by_key(|(distance, _)| *distance).map(|(_, meaning)| meaning)
    }
}

/// A word as it is compared.
#[derive(Debug, Clone)]
struct Folded {
    text: String,
    letters: usize,
    /// A bit for each letter that occurs.
    occurring: u128,
}

impl Folded {
    fn of(word: &str) -> Self {
        let narrow = |letter: char| match letter {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
            _ => letter,
        };
        let folded = word.chars().map(narrow).flat_map(char::to_lowercase);
        let text: String =
            folded.filter(|letter| !matches!(letter, '-' | '_') && !letter.is_whitespace()).collect();
        let occurring = text.chars().fold(0, |bits, letter| bits | 1 << (u32::from(letter) % u128::BITS));
        Self { letters: text.chars().count(), occurring, text }
    }

    /// How many letters must change; `None` where these are too many.
    fn distance(&self, known: &Self) -> Option<usize> {
        let most = (self.letters / 3).max(1);
        // Each letter that only one of the two has must change: that alone rules most words out, at little cost.
        let lacking = |one: u128, other: u128| (one & !other).count_ones() as usize;
        let apart = self.letters.abs_diff(known.letters);
        let least =
            lacking(self.occurring, known.occurring).max(lacking(known.occurring, self.occurring)).max(apart);
        if least > most {
            return None;
        }
        let distance = strsim::osa_distance(&self.text, &known.text);
        (distance == 0 || distance <= most && distance < self.letters.max(known.letters)).then_some(distance)
    }
}

#[cfg(test)]
mod tests {
    use super::{Dictionary, MOST_COMPARISONS, nearest};

    #[test]
    fn finds_what_was_meant_and_nothing_where_nothing_was() {
        let known = ["seats", "season", "dates", "max_distance_km", "林晓", "a01"];
        let near = |word| nearest(word, known);
        assert_eq!(near("seatz"), Some("seats"));
        assert_eq!(near("Seats"), Some("seats"));
        assert_eq!(near("ｓｅａｔｓ"), Some("seats"));
        assert_eq!(near("esats"), Some("seats"));
        assert_eq!(near("saeson"), Some("season"));
        assert_eq!(near("max-distnce km"), Some("max_distance_km"));
        assert_eq!(near("林小"), Some("林晓"));
        assert_eq!(near("a-01"), Some("a01"));
        for word in ["", "-", "weather", "b02", "x", "seatings", &"seats".repeat(100)] {
            assert_eq!(near(word), None, "{word}");
        }
    }

    #[test]
    fn the_first_of_equally_near_words_is_that_of_the_alphabet() {
        assert_eq!(nearest("a00", ["a03", "a01", "a02"]), Some("a01"));
    }

    #[test]
    fn gives_up_where_thousands_are_wrong() {
        let mut words = Dictionary::of([("seats", 1), ("dates", 2)]);
        assert_eq!(words.nearest("seatz"), Some(&1));
        words.compared = MOST_COMPARISONS + 1;
        assert_eq!(words.nearest("seatz"), None);
    }
}
