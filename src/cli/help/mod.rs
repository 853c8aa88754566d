//! Help and command-line errors in the user's language.
//!
//! In: the command line as typed, and the commands with their English texts as clap derives them. Out: the same commands
//! with the texts of a language, the page of each command, and what is wrong with a command line.

mod chinese;
mod page;
pub(super) mod refusal;

use crate::{
    cli::{Arguments, options::Tongue},
    domain::Language,
};
use clap::{Command, CommandFactory, ValueEnum};
use page::Page;
use std::ffi::OsString;

/// The widest page: longer lines are hard to read.
const WIDEST: usize = 100;

/// The language of help: that of `--lang`, wherever it stands, also where the rest of the line is wrong; else Chinese where
/// the system speaks it, else English.
pub fn language(words: &[OsString]) -> Language {
    let system = || match sys_locale::get_locale() {
        Some(locale) if is_chinese(&locale) => Language::Zh,
        _ => Language::En,
    };
    asked(words).unwrap_or_else(system)
}

/// The language that `--lang` names.
fn asked(words: &[OsString]) -> Option<Language> {
    let mut words = words.iter().map(|word| word.to_string_lossy()).take_while(|word| word != "--");
    while let Some(word) = words.next() {
        let Some(rest) = word.strip_prefix("--lang") else { continue };
        let value = if rest.is_empty() { words.next() } else { rest.strip_prefix('=').map(Into::into) };
        let tongue = value.and_then(|value| Tongue::from_str(&value, false).ok());
        if tongue.is_some() {
            return tongue.map(Into::into);
        }
    }
    None
}

/// Whether a locale such as `zh-Hans-CN` is one of Chinese.
fn is_chinese(locale: &str) -> bool {
    locale.split(['-', '_', '.']).next().is_some_and(|language| language.eq_ignore_ascii_case("zh"))
}

/// The commands with every text in a language; options of every command stand in each.
pub fn commands(language: Language) -> Command {
    let mut command = Arguments::command();
    command.build();
    match language {
        Language::Zh => chinese::spoken(command),
        Language::En => command,
    }
}

/// The same with what each value to choose means, for what is made from the commands: they read no command line any more.
pub fn explained(language: Language) -> Command {
    match language {
        Language::Zh => chinese::with_values(commands(language)),
        Language::En => commands(language),
    }
}

/// The commands, each with its page of help for so many columns.
pub fn with_pages(language: Language, columns: usize) -> Command {
    let page = Page { language, columns: columns.min(WIDEST) };
    let with_page = |mut command: Command| {
        let text = page.text(&mut command);
        command.override_help(text)
    };
    with_page(commands(language)).mut_subcommands(with_page)
}

#[cfg(test)]
mod tests {
    use super::{asked, is_chinese};
    use crate::domain::Language;

    #[test]
    fn finds_the_language_wherever_it_stands() {
        let asked = |line: &str| asked(&line.split(' ').map(Into::into).collect::<Vec<_>>());
        for line in
            ["--lang zh plan", "plan --by moon --lang=zh", "plan --help --lang zh", "--lang fr --lang zh"]
        {
            assert_eq!(asked(line), Some(Language::Zh), "{line}");
        }
        assert_eq!(asked("plan --lang en --lang zh"), Some(Language::En));
        for line in ["plan", "plan -- --lang zh", "plan --language zh", "plan --lang", "plan --lang fr"] {
            assert_eq!(asked(line), None, "{line}");
        }
    }

    #[test]
    fn knows_chinese_by_its_tag() {
        assert!(["zh", "zh-CN", "zh_CN.UTF-8", "zh-Hant-TW", "ZH-Hans"].into_iter().all(is_chinese));
        assert!(!["en-US", "C", "", "zha", "de_DE"].into_iter().any(is_chinese));
    }
}
