//! Names that every format carries: ASCII letters, digits, `_`, `.`, `,` and round brackets, none twice.

use std::collections::BTreeSet;

/// Shorter than what any of the formats allows, with room for what keeps names apart.
const LONGEST: usize = 200;

/// The names given out so far.
#[derive(Debug, Default)]
pub(super) struct Naming {
    taken: BTreeSet<String>,
}

impl Naming {
    /// `wanted` as far as the formats carry it, with a number behind it where somebody has that name already.
    pub(super) fn unique(&mut self, wanted: &str) -> String {
        let plain = sanitised(wanted);
        let mut name = plain.clone();
        let mut number = 2_u32;
        while !self.taken.insert(name.clone()) {
            name = format!("{plain}_{number}");
            number += 1;
        }
        name
    }
}

fn sanitised(wanted: &str) -> String {
    let carried = |letter: char| letter.is_ascii_alphanumeric() || "_.,()".contains(letter);
    let plain: String = wanted
        .chars()
        .map(|letter| match letter {
            '[' | '{' => '(',
            ']' | '}' => ')',
            letter if carried(letter) => letter,
            _ => '_',
        })
        .take(LONGEST)
        .collect();
    // A name that begins like a number (1, .5, e3) would be read as one.
    let begins_like_a_number = !plain.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        || (plain.starts_with(['e', 'E'])
            && plain[1..].starts_with(|second: char| second.is_ascii_digit() || second == '.'));
    if begins_like_a_number { format!("n_{plain}") } else { plain }
}

#[cfg(test)]
mod tests {
    use super::Naming;

    #[test]
    fn keeps_what_the_formats_carry_and_underlines_the_rest() {
        let mut naming = Naming::default();
        assert_eq!(
            naming.unique("one-place-at-a-time(a01,2018-10-23T0900)"),
            "one_place_at_a_time(a01,2018_10_23T0900)"
        );
        assert_eq!(naming.unique("x[林晓, 1]"), "x(__,_1)");
        assert_eq!(naming.unique("3rd"), "n_3rd");
        assert_eq!(naming.unique("e5"), "n_e5");
        assert_eq!(naming.unique("enough"), "enough");
        assert_eq!(naming.unique(""), "n_");
    }

    #[test]
    fn gives_no_name_twice() {
        let mut naming = Naming::default();
        let names = ["a-b", "a_b", "a_b_2", "a b"].map(|wanted| naming.unique(wanted));
        assert_eq!(names, ["a_b", "a_b_2", "a_b_2_2", "a_b_3"]);
    }
}
