//! How much room words take, so that rows are told off to pages before a browser lays them out.
//!
//! In: words and columns. Out: lines, and rows page by page; never fewer lines than a browser makes of them.

use unicode_width::UnicodeWidthStr;

/// The lines that words take where so many columns of half a Chinese character stand beside each other. A mark that may not
/// begin a line takes a character with it, and a word of narrow letters is not broken: that much of a line stays free.
pub fn lines(words: &str, columns: usize) -> usize {
    let narrow =
        words.split(|letter: char| !letter.is_ascii_graphic()).map(str::len).max().unwrap_or_default();
    let free = narrow.clamp(3, columns / 3 + 3);
    let columns = columns.saturating_sub(free).max(1);
    words
        .lines()
        .map(|line| if line.width() < columns + free { 1 } else { line.width().div_ceil(columns) })
        .sum()
}

/// Rows page by page: as many as go into the room of one, at least one.
pub fn pages<T>(rows: Vec<T>, room: usize, height: impl Fn(&T) -> usize) -> Vec<Vec<T>> {
    let (mut pages, mut left): (Vec<Vec<T>>, usize) = (Vec::new(), 0);
    for row in rows {
        let height = height(&row);
        match pages.last_mut() {
            Some(page) if height <= left => {
                left -= height;
                page.push(row);
            }
            _ => {
                left = room.saturating_sub(height);
                pages.push(vec![row]);
            }
        }
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::{lines, pages};

    #[test]
    fn counts_lines_of_wide_and_narrow_letters() {
        assert_eq!([lines("", 16), lines("初心体验大使", 16), lines("初心体验大使们们", 16)], [0, 1, 2]);
        assert_eq!(lines("one\ntwo", 16), 2);
    }

    #[test]
    fn begins_a_page_where_the_last_is_full() {
        assert_eq!(pages(vec![3, 3, 3, 9, 1], 6, |row| *row), [vec![3, 3], vec![3], vec![9], vec![1]]);
        assert!(pages(Vec::<usize>::new(), 6, |row| *row).is_empty());
    }
}
