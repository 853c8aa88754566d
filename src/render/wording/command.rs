//! Words of a command line to be copied: what would fall apart in a shell is quoted.
//!
//! In: a path or a value as it is. Out: one word for sh, `PowerShell` and cmd alike, as far as there is one.

/// Marks that no shell reads, within a word or at its beginning.
const PLAIN: &str = "._-/:+=@";

/// Marks that a shell takes for its own at the beginning of a word.
const NOT_FIRST: &str = "=@";

/// A path; one that looks like an option begins with `./`.
pub fn path(word: &str) -> String {
    if word.starts_with('-') && word != "-" { argument(&format!("./{word}")) } else { argument(word) }
}

/// The value of an option.
pub fn argument(word: &str) -> String {
    let plain = |letter: char| {
        letter.is_alphanumeric()
            || PLAIN.contains(letter)
            || cfg!(windows) && letter == '\\'
            || is_mark(letter)
    };
    if word == "-"
        || !word.is_empty() && word.chars().all(plain) && !word.starts_with(|first| NOT_FIRST.contains(first))
    {
        return word.to_owned();
    }
    // Within double quotes sh and PowerShell still read these; cmd knows no other quotes.
    let read_within = |letter: char| {
        matches!(letter, '"' | '$' | '`' | '!' | '“' | '”' | '„') || !cfg!(windows) && letter == '\\'
    };
    if !word.contains(read_within) {
        return format!("\"{word}\"");
    }
    if cfg!(windows) {
        let doubled =
            |letter: char| if matches!(letter, '\'' | '‘' | '’' | '‚' | '‛') { 2 } else { 1 };
        let words: String =
            word.chars().flat_map(|letter| std::iter::repeat_n(letter, doubled(letter))).collect();
        return format!("'{words}'");
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

/// An option with its value, such as `--set posts.patrol.title=夜间 巡逻`.
pub fn option(written: &str) -> String {
    match written.split_once(' ') {
        Some((name, value)) => format!("{name} {}", argument(value)),
        None => written.to_owned(),
    }
}

/// Marks of other scripts, such as `（` and `、`; not those that `PowerShell` takes for dashes and quotes.
fn is_mark(letter: char) -> bool {
    !letter.is_ascii()
        && !letter.is_whitespace()
        && !letter.is_control()
        && !('\u{2000}'..='\u{206f}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::{argument, option, path};

    #[test]
    fn quotes_what_a_shell_would_read() {
        let cases = [
            ("plan.json", "plan.json"),
            ("活动（秋）/方案-2.json", "活动（秋）/方案-2.json"),
            ("my plans/plan.json", "\"my plans/plan.json\""),
            ("全\u{3000}角.json", "\"全\u{3000}角.json\""),
            ("a&b;(c).yaml", "\"a&b;(c).yaml\""),
            ("it's.yaml", "\"it's.yaml\""),
            ("a,b.yaml", "\"a,b.yaml\""),
            ("$HOME.yaml", "'$HOME.yaml'"),
            ("“初心” 2018.yaml", "'“初心” 2018.yaml'"),
            ("@a.yaml", "\"@a.yaml\""),
            ("", "\"\""),
        ];
        for (word, quoted) in cases {
            assert_eq!(argument(word), quoted);
        }
        assert_eq!(["-plan.json", "-", "a b"].map(path), ["./-plan.json", "-", "\"a b\""]);
        assert_eq!(option("--set rules.rest_days=1"), "--set rules.rest_days=1");
        assert_eq!(option("--set posts.patrol.title=夜间 巡逻"), "--set \"posts.patrol.title=夜间 巡逻\"");
    }

    #[cfg(unix)]
    #[test]
    fn a_shell_reads_back_each_word_as_it_was() {
        let words =
            ["a b", "it's $HOME", "`id`", "\"", "a\\b", "!x '", "*?[a]{b}", "~", "#", "%PATH%", "a\nb", ""];
        for word in words {
            let script = format!("printf %s {}", argument(word));
            let output = std::process::Command::new("sh").args(["-c", &script]).output().unwrap();
            assert_eq!(String::from_utf8(output.stdout).unwrap(), word);
        }
    }
}
