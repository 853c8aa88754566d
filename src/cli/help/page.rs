//! The page of a command: what it is for, its usage, commands, arguments and options, and examples.

use crate::{
    cli::help::chinese,
    domain::Language,
    render::{
        terminal::wrap::{width, wrap},
        wording::{Phrase, help::Word},
    },
};
use clap::{Arg, Command, builder::PossibleValue};

/// Columns before a text that stands below what it explains.
const BELOW: usize = 10;

/// For whom and on how wide a page help is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Page {
    /// The language.
    pub(super) language: Language,
    /// Columns of the page; only usages and examples can be wider, which are there to be copied.
    pub(super) columns: usize,
}

/// What can be typed, and what that means.
struct Entry {
    /// What is typed as it stands.
    name: String,
    /// What stands for something else.
    value: String,
    meaning: String,
}

impl Entry {
    fn width(&self) -> usize {
        width(&self.name) + width(&self.value)
    }
}

impl Page {
    /// The page of a command, with ANSI styles.
    pub(super) fn text(self, command: &mut Command) -> String {
        let usage = usage(&command.render_usage().to_string(), self.language);
        let header = command.get_styles().get_header();
        let heading = |text: &str| format!("{header}{text}{}{header:#}", self.say(Word::Colon));
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        let mut parts = vec![self.lines(&about, self.columns).join("\n")];
        parts.push(heading(&self.say(Word::Usage)) + &usage);
        for (title, entries) in self.sections(command) {
            parts.push(format!("{}\n{}", heading(&title), self.column(&entries, command)));
        }
        let after = command.get_after_help().map(ToString::to_string);
        parts.extend(after.map(|after| self.remarks(&after)));
        parts.join("\n\n")
    }

    fn say(self, word: Word) -> String {
        word.say(self.language)
    }

    /// Commands, arguments and options under their headings, in the order in which they are declared.
    fn sections(self, command: &Command) -> Vec<(String, Vec<Entry>)> {
        let commands = command.get_subcommands().map(|one| Entry {
            name: one.get_name().to_owned(),
            value: String::new(),
            meaning: one.get_about().map(ToString::to_string).unwrap_or_default(),
        });
        let mut sections = vec![
            (self.say(Word::Commands), commands.collect()),
            (self.say(Word::Arguments), vec![]),
            (self.say(Word::Options), vec![]),
        ];
        for argument in command.get_arguments() {
            let usual = if argument.is_positional() { Word::Arguments } else { Word::Options };
            let title = argument.get_help_heading().map_or_else(|| self.say(usual), str::to_owned);
            match sections.iter_mut().find(|(other, _)| *other == title) {
                Some((_, entries)) => entries.push(self.entry(argument)),
                None => sections.push((title, vec![self.entry(argument)])),
            }
        }
        sections.retain(|(_, entries)| !entries.is_empty());
        sections
    }

    fn entry(self, argument: &Arg) -> Entry {
        let typed = argument.to_string();
        let (long, value) = typed.split_at(typed.find([' ', '<', '[']).unwrap_or(typed.len()));
        let name = match argument.get_short() {
            Some(short) => format!("-{short}, {long}"),
            None if argument.is_positional() => String::new(),
            None => format!("    {long}"),
        };
        Entry { name, value: value.to_owned(), meaning: self.meaning(argument) }
    }

    /// What an argument is for, its default and its possible values.
    fn meaning(self, argument: &Arg) -> String {
        let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
        let defaults = argument.get_default_values().iter().filter(|_| argument.get_action().takes_values());
        let default = defaults.map(|value| value.to_string_lossy().into_owned()).next();
        let values = argument.get_possible_values();
        let values = values.iter().filter(|value| !value.is_hide_set()).map(PossibleValue::get_name);
        match self.language {
            Language::En => {
                let listed = values.collect::<Vec<&str>>().join(", ");
                let listed = (!listed.is_empty()).then(|| format!(" [possible values: {listed}]"));
                let default = default.map(|default| format!(" [default: {default}]"));
                help + &default.unwrap_or_default() + &listed.unwrap_or_default()
            }
            Language::Zh => {
                let listed = values.map(chinese::explained).collect::<Vec<String>>().join("、");
                let listed = (!listed.is_empty()).then(|| format!("可填 {listed}"));
                let default = default.map(|default| format!("不写就是 {default}"));
                let notes = listed.into_iter().chain(default).collect::<Vec<String>>().join("；");
                if notes.is_empty() { help } else { format!("{help}。{notes}") }
            }
        }
    }

    /// Entries with their meanings in a column, or below where there is no room beside.
    fn column(self, entries: &[Entry], command: &Command) -> String {
        let widest = entries.iter().map(Entry::width).max().unwrap_or(0);
        let is_beside = 2 * (widest + 4) <= self.columns;
        let indent = " ".repeat(if is_beside { widest + 4 } else { BELOW });
        let literal = command.get_styles().get_literal();
        let lines = entries.iter().map(|entry| {
            let meaning =
                self.lines(&entry.meaning, self.columns - indent.len()).join(&format!("\n{indent}"));
            let between =
                if is_beside { " ".repeat(widest - entry.width() + 2) } else { format!("\n{indent}") };
            format!("  {literal}{}{literal:#}{}{between}{meaning}", entry.name, entry.value)
        });
        lines.collect::<Vec<String>>().join("\n")
    }

    /// Examples and remarks: each line by itself; what an example does stands below it where there is no room beside.
    fn remarks(self, text: &str) -> String {
        let mut lines: Vec<String> = vec![];
        for line in text.lines() {
            let Some(example) = line.strip_prefix("  ").filter(|_| width(line) > self.columns) else {
                lines.extend(self.lines(line, self.columns));
                continue;
            };
            let (command, meaning) = example.split_once("  ").unwrap_or((example, ""));
            // Not broken, so that it can be copied.
            lines.push(format!("  {command}"));
            let meaning = self.lines(meaning.trim_start(), self.columns - BELOW);
            let meaning = meaning.into_iter().filter(|line| !line.is_empty());
            lines.extend(meaning.map(|line| " ".repeat(BELOW) + &line));
        }
        lines.join("\n")
    }

    /// The lines of a text in so many columns; in English they break at spaces alone, also within Chinese terms.
    fn lines(self, text: &str, room: usize) -> Vec<String> {
        if self.language == Language::Zh || width(text) <= room {
            return wrap(text, room);
        }
        let mut lines = vec![String::new()];
        for word in text.split(' ') {
            match lines.last_mut() {
                Some(line) if width(line) + 1 + width(word) <= room || line.is_empty() => {
                    let gap = if line.is_empty() { "" } else { " " };
                    line.extend([gap, word]);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        lines
    }
}

/// A usage as clap writes it, in a language, as it stands behind its heading.
pub(super) fn usage(written: &str, language: Language) -> String {
    let bare = written.trim_start_matches("Usage:").trim();
    match language {
        Language::Zh => bare.replace("[OPTIONS]", "[选项]"),
        Language::En => format!(" {bare}"),
    }
}
