//! Marks that keep a text from being read, replaced by what YAML wants, so that the rest can be read and everything wrong is
//! said at once.
//!
//! In: a text that the parser cannot read. Out: [`Mended`]: the text that it reads farther, and every mark replaced.
//!
//! Nothing is guessed that does not help: a mark is replaced only where the parser then comes farther than before.

use crate::{
    diagnostic::syntax::MOST_LEVELS,
    document::marks::{self, Candidate, Patch},
};
use serde_yaml::granit_parser::{Event, Options, Parser, ScanError};

/// How many bytes are read again at most, all attempts together.
const MOST_READ: usize = 32 * 1024 * 1024;

/// How a text is read, for whatever purpose.
pub(super) fn options() -> Options {
    serde_yaml::granit_parser::options! {
        emit_unresolved_aliases: true,
        emit_comments: false,
        flow_nesting_limit: MOST_LEVELS,
        block_nesting_limit: MOST_LEVELS,
    }
}

/// A text with marks replaced, and where all of it stood before.
#[derive(Debug)]
pub(super) struct Mended {
    /// The text.
    pub(super) text: String,
    /// What was replaced, in the order of the text.
    pub(super) patches: Vec<Patch>,
    /// Where the text goes on behind each patch: in the mended text and in the one as written.
    resumes: Vec<(usize, usize)>,
}

impl Mended {
    fn of(written: &str, patches: Vec<Patch>) -> Self {
        let (mut text, mut resumes, mut from) = (String::new(), Vec::new(), 0);
        for patch in &patches {
            text.push_str(&written[from..patch.range.start]);
            text.push_str(&patch.by);
            from = patch.range.end;
            resumes.push((text.len(), from));
        }
        text.push_str(&written[from..]);
        Self { text, patches, resumes }
    }

    /// Where a byte of the mended text stands in the one as written: what replaces a mark stands where that began.
    pub(super) fn written(&self, byte: usize) -> usize {
        let behind = self.resumes.partition_point(|(mended, _)| *mended <= byte);
        let (mended, written) = behind.checked_sub(1).map_or((0, 0), |last| self.resumes[last]);
        let next = self.patches.get(behind).map_or(usize::MAX, |patch| patch.range.start);
        (written + (byte - mended)).min(next)
    }
}

/// The text with every mark replaced that keeps the parser from coming farther; as written where none does.
pub(super) fn mend(written: &str) -> Mended {
    let mut mended = Mended::of(written, Vec::new());
    let mut error = first_error(&mended.text);
    let mut left = MOST_READ;
    while let Some(found) = error.take() {
        let at = mended.written(position(&found));
        let candidates = marks::candidates(written, &mended.patches, at, found.kind());
        let mut better = candidates.into_iter().filter_map(|Candidate { patches, beyond }| {
            left = left.checked_sub(written.len())?;
            let tried = Mended::of(written, joined(&mended.patches, &patches)?);
            let next = first_error(&tried.text);
            let farther =
                next.as_ref().is_none_or(|next| beyond.is_passed(tried.written(position(next)), next.kind()));
            farther.then_some((tried, next))
        });
        let Some((tried, next)) = better.next() else { break };
        (mended, error) = (tried, next);
    }
    mended
}

/// Both lists in one, in the order of the text; `None` where they overlap.
fn joined(patches: &[Patch], more: &[Patch]) -> Option<Vec<Patch>> {
    let mut all = [patches, more].concat();
    all.sort_by_key(|patch| patch.range.start);
    let apart = all.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start);
    apart.then_some(all)
}

/// The byte at which the parser gave up.
fn position(error: &ScanError) -> usize {
    error.marker().byte_offset().unwrap_or(0)
}

/// Where the parser gives up, if it does before the document ends.
fn first_error(text: &str) -> Option<ScanError> {
    let mut parser = Parser::new_from_str_with_options(text, options());
    let mut documents = 0;
    while let Some(event) = parser.next_event() {
        match event {
            Ok((Event::DocumentStart(..), _)) if documents == 1 => break,
            Ok((Event::DocumentStart(..), _)) => documents += 1,
            Ok(_) => {}
            Err(error) => return Some(error),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::mend;

    /// What a text is mended to, and the marks that were replaced.
    fn mended(text: &str) -> (String, Vec<&str>) {
        let mended = mend(text);
        for (byte, _) in mended.text.char_indices().chain([(mended.text.len(), ' ')]) {
            assert!(text.is_char_boundary(mended.written(byte)), "{text:?} {byte}");
        }
        let marks = mended.patches.iter().map(|patch| &text[patch.range.clone()]).collect();
        (mended.text, marks)
    }

    fn assert_mended(text: &str, expected: &str, marks: &[&str]) {
        assert_eq!(mended(text), (expected.to_owned(), marks.to_vec()));
    }

    #[test]
    fn replaces_full_width_marks_that_break_the_text_and_no_others() {
        assert_mended(
            "a:\n  - {b: 左手有伤，请照顾，c: 1}\n  - {d: 2、e: 3；f: 4, g: 见：东门}\n",
            "a:\n  - {b: 左手有伤，请照顾, c: 1}\n  - {d: 2, e: 3, f: 4, g: 见：东门}\n",
            &["，", "、", "；"],
        );
        assert_mended("a：1\nb: 2\n", "a: 1\nb: 2\n", &["："]);
        assert_mended("a:\n  b: 1\n  c：2\nd: 3\n", "a:\n  b: 1\n  c: 2\nd: 3\n", &["："]);
        assert_mended("a：\n  - b: 1\n", "a: \n  - b: 1\n", &["："]);
    }

    #[test]
    fn replaces_brackets_and_quotation_marks_in_pairs_or_the_one_that_lacks_its_second() {
        assert_mended("a: ｛b: x｝\n", "a: {b: x}\n", &["｛", "｝"]);
        assert_mended("a: “x: y”\n", "a: \"x: y\"\n", &["“", "”"]);
        assert_mended("a: [1, 2】\nb: 3\n", "a: [1, 2]\nb: 3\n", &["】"]);
        assert_mended("a: {b: [1, 2］, c: 3｝\nd: 4\n", "a: {b: [1, 2], c: 3}\nd: 4\n", &["］", "｝"]);
    }

    #[test]
    fn replaces_tabs_by_as_many_spaces_as_the_lines_around_them_have() {
        assert_mended(
            "a:\n\t- b: 1\n\t  c: [x]\n\t- b: 2\n",
            "a:\n  - b: 1\n    c: [x]\n  - b: 2\n",
            &["\t", "\t  ", "\t"],
        );
        assert_mended("a:\n\u{3000}\u{3000}b: 1\n  c: 2\n", "a:\n  b: 1\n  c: 2\n", &["\u{3000}\u{3000}"]);
        assert_mended("a:\n    b: 1\n\tc: 2\n", "a:\n    b: 1\n    c: 2\n", &["\t"]);
        assert_mended(
            "a:\n\tb:\n\t\tc: 1\n\t\td: 2\n",
            "a:\n  b:\n    c: 1\n    d: 2\n",
            &["\t", "\t\t", "\t\t"],
        );
    }

    #[test]
    fn leaves_out_what_is_no_character_of_a_text_and_turns_backslashes() {
        assert_mended("a: x\u{7f}y\nb: \"\u{1}\"\n", "a: xy\nb: \"\"\n", &["\u{7f}", "\u{1}"]);
        assert_mended("a: \"C:\\Unit\\林\"\n", "a: \"C:/Unit/林\"\n", &["\\U", "\\林"]);
        assert_mended("a: \"x\\ud800\"\n", "a: \"x/ud800\"\n", &["\\ud800"]);
    }

    #[test]
    fn leaves_everything_where_no_mark_is_to_blame() {
        for text in [
            "a: b: c，d\n",
            "x:\n  - a: 1，b: 2\n",
            "a: [“x”, 1\nb: 2\n",
            "a: 'x\n",
            "- a\nb: “c”\n",
            "note: “附件”里\nx: y: z\n",
        ] {
            assert_mended(text, text, &[]);
        }
    }

    #[test]
    fn ends_whatever_the_size() {
        let text = format!("a:\n{}", "  - {b: 1，c: 2}\n".repeat(20_000));
        let mended = mend(&text);
        assert!((1..20_000).contains(&mended.patches.len()), "{}", mended.patches.len());
    }
}
