//! Words of a command line to be copied: what would fall apart in a shell is quoted.
//!
//! In: a path or a value as it is. Out: one word for sh, `PowerShell` and cmd alike, as far as there is one.

use crate::render::wording::Phrase;
use std::{error::Error, fmt};

/// Marks that no shell reads, within a word or at its beginning.
const PLAIN: &str = "._-/:+=@";

/// Marks that a shell takes for its own at the beginning of a word.
const NOT_FIRST: &str = "=@";

/// Whose shells read a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shells {
    /// cmd and `PowerShell`.
    Windows,
    /// sh and what is like it.
    Unix,
}

impl Shells {
    const HERE: Self = if cfg!(windows) { Self::Windows } else { Self::Unix };

    /// One word that they read back as it is; cmd knows no quotes but double ones.
    fn quoted(self, word: &str) -> String {
        let is_windows = self == Self::Windows;
        let plain = |letter: char| {
            letter.is_alphanumeric()
                || PLAIN.contains(letter)
                || is_windows && letter == '\\'
                || is_mark(letter)
        };
        let is_read_first = word.starts_with(|first| NOT_FIRST.contains(first));
        if word == "-" || !word.is_empty() && word.chars().all(plain) && !is_read_first {
            return word.to_owned();
        }
        // Within double quotes sh and PowerShell still read these.
        let read_within = |letter: char| {
            matches!(letter, '"' | '$' | '`' | '!' | '“' | '”' | '„') || !is_windows && letter == '\\'
        };
        if !word.contains(read_within) {
            return format!("\"{word}\"");
        }
        if is_windows {
            let doubled =
                |letter: char| if matches!(letter, '\'' | '‘' | '’' | '‚' | '‛') { 2 } else { 1 };
            let words: String =
                word.chars().flat_map(|letter| std::iter::repeat_n(letter, doubled(letter))).collect();
            return format!("'{words}'");
        }
        format!("'{}'", word.replace('\'', r"'\''"))
    }

    /// An option with its value. The words of `--set` are YAML, which takes either quotation marks for the same: on Windows those
    /// that both shells leave alone between double ones.
    fn option(self, written: &str) -> String {
        let Some((name, value)) = written.split_once(' ') else { return written.to_owned() };
        let may_change = self == Self::Windows && name == "--set" && !value.contains(['\'', '\\']);
        let value = if may_change { value.replace('"', "'") } else { value.to_owned() };
        format!("{name} {}", self.quoted(&value))
    }
}

/// A path; one that looks like an option begins with `./`.
pub fn path(word: &str) -> String {
    if word.starts_with('-') && word != "-" { argument(&format!("./{word}")) } else { argument(word) }
}

/// The value of an option.
pub fn argument(word: &str) -> String {
    Shells::HERE.quoted(word)
}

/// An option with its value, such as `--set posts.patrol.title=夜间 巡逻`.
pub fn option(written: &str) -> String {
    Shells::HERE.option(written)
}

/// Marks of other scripts, such as `（` and `、`; not those that `PowerShell` takes for dashes and quotes.
fn is_mark(letter: char) -> bool {
    !letter.is_ascii()
        && !letter.is_whitespace()
        && !letter.is_control()
        && !('\u{2000}'..='\u{206f}').contains(&letter)
}

/// A panic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Panic {
    /// Where in the program's sources.
    At(String),
    /// What to report of it.
    Report {
        /// The program's version.
        version: &'static str,
        /// The command as typed.
        command: String,
    },
}

impl Phrase for Panic {
    fn zh(&self) -> String {
        match self {
            Self::At(place) => format!("程序自身有缺陷，在 {place} 处出了故障"),
            Self::Report { version, command } => {
                format!("请把这两行连同活动文件告诉开发者：版本 {version}，命令 {command}")
            }
        }
    }

    fn en(&self) -> String {
        match self {
            Self::At(place) => format!("a defect of this program: it failed at {place}"),
            Self::Report { version, command } => format!(
                "please report both lines together with the campaign file: version {version}, command {command}"
            ),
        }
    }
}

labels! {
    /// One message; a path in it is as the user typed it.
    pub enum Standard {
        /// The standard output is named where a file is to be written.
        Output: "- 不是输出文件；真要写名为 - 的文件，请写 ./-", "`-` is no file to write to; a file of that name is ./-";
        /// What to do about it, where the result can be had as data.
        UseJson: "要把结果交给别的程序，请去掉这个选项，加上 --format json", "leave this option out and add --format json to hand the result to another program";
        /// The standard input stands for more than one file.
        Twice: "标准输入（-）一次只能当一个文件用", "the standard input, `-`, can stand for one file only";
        /// What is saved would name the standard input as its file.
        Unnamed: "方案里要写明它是按哪个文件排的，而标准输入（-）没有文件名，所以不能保存方案", "a saved plan names the files that it is made from, and the standard input, `-`, has no name";
        /// What to do about it.
        SaveFirst: "请先把输入存成文件，再用那个文件名", "save the input as a file and name that";
        /// What an import reads beside the sheet is named in what it writes, or written anew.
        SheetOnly: "标准输入（-）只能用来读报名表；活动文件和答案要写文件名", "the standard input, `-`, can be the sign-up sheet alone; name the campaign and the answers";
        /// The folder of a print cannot be named after the standard input.
        FolderUnnamed: "标准输入（-）没有文件名，请用 -o 指明文件夹", "the standard input, `-`, has no name; name the folder with -o";
        /// Nobody can save it.
        Unwatched: "标准输入（-）不是文件，不能用 --watch", "the standard input, `-`, is no file that could be saved: leave out --watch";
        /// The standard input is a keyboard.
        Typed: "正在读标准输入；输完后按 Ctrl+D", "reading the standard input; end it with Ctrl+D";
    }
}

labels! {
    /// What an option wants as its value, and did not get.
    pub enum Wanted {
        /// A whole number.
        Number: "要写整数", "a whole number is wanted";
        /// A whole number that is not 0.
        AtLeastOne: "要写 1 以上的整数", "a number of at least 1 is wanted";
        /// Seconds.
        Seconds: "要写秒数", "a number of seconds is wanted";
        /// Seconds, of which there are some.
        MoreThanNoTime: "要写大于 0 的秒数", "more than 0 seconds are wanted";
        /// A day.
        Day: "要写日期，例如 2018-10-23", "a day such as 2018-10-23 is wanted";
    }
}

/// A day on the command line that is none in the year of the season.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoSuchDay(pub String);

impl Phrase for NoSuchDay {
    fn zh(&self) -> String {
        format!("{} 不知道是哪一天，请连年份一起写，例如 2018-10-23", self.0)
    }

    fn en(&self) -> String {
        format!("which day is {}? write the year too: 2018-10-23", self.0)
    }
}

impl fmt::Display for Wanted {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.en())
    }
}

impl Error for Wanted {}

#[cfg(test)]
mod tests {
    use super::{Shells, argument, option, path};

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

    #[test]
    fn on_windows_both_shells_read_what_is_quoted() {
        let said = |written: &str| [Shells::Windows, Shells::Unix].map(|shells| shells.option(written));
        for (written, quoted) in [
            (
                "--set ambassadors.a03.qualifications=[健康证]",
                "--set \"ambassadors.a03.qualifications=[健康证]\"",
            ),
            ("--set posts.p.seats={min: 1, max: 3}", "--set \"posts.p.seats={min: 1, max: 3}\""),
        ] {
            assert_eq!(said(written), [quoted, quoted]);
        }
        let [windows, unix] = said("--set ambassadors.a03.qualifications=[\"C 照\"]");
        assert_eq!(windows, "--set \"ambassadors.a03.qualifications=['C 照']\"");
        assert_eq!(unix, "--set 'ambassadors.a03.qualifications=[\"C 照\"]'");
        let quoted = |word| [Shells::Windows, Shells::Unix].map(|shells| shells.quoted(word));
        assert_eq!(quoted(r"C:\方案\plan.json"), [r"C:\方案\plan.json", r"'C:\方案\plan.json'"]);
        assert_eq!(quoted("it's $a"), ["'it''s $a'", r"'it'\''s $a'"]);
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
