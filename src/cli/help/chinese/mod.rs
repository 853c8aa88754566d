//! The Chinese texts of help, put in the place of the English ones.
//!
//! A test walks all commands: whatever stands there has its Chinese here, and nothing else has.

mod commands;
mod words;

use clap::{
    Arg, Command,
    builder::{PossibleValue, PossibleValuesParser},
};
use commands::{COMMANDS, SHARED};
use words::{HEADINGS, VALUE_NAMES, VALUES};

/// What help says of one command.
struct Page {
    /// Its name.
    command: &'static str,
    /// What it does.
    about: &'static str,
    /// What each argument is for, by the argument's id.
    arguments: &'static [(&'static str, &'static str)],
    /// Examples and remarks.
    after: &'static str,
}

/// A command with all below it in Chinese; what has no Chinese stays as it is.
pub(super) fn spoken(command: Command) -> Command {
    let Some(page) = page(command.get_name()) else { return command };
    let mut spoken = command.about(page.about).after_help(page.after).mut_subcommands(self::spoken);
    if let Some(name) = of(VALUE_NAMES, "COMMAND") {
        spoken = spoken.subcommand_value_name(name);
    }
    spoken.mut_args(|argument| in_chinese(page, argument))
}

/// A command in Chinese with all below it, and with what its values mean; their types are lost.
pub(super) fn with_values(command: Command) -> Command {
    let command = command.mut_subcommands(with_values);
    command.mut_args(|argument| {
        let names = argument.get_possible_values();
        let known =
            names.iter().filter_map(|name| VALUES.iter().find(|(value, _)| name.get_name() == *value));
        let known: Vec<PossibleValue> =
            known.map(|(value, meaning)| PossibleValue::new(*value).help(*meaning)).collect();
        if known.is_empty() { argument } else { argument.value_parser(PossibleValuesParser::new(known)) }
    })
}

/// A value that can be chosen, with what it means: `date（按日期）`.
pub(super) fn explained(value: &str) -> String {
    of(VALUES, value).map_or_else(|| value.to_owned(), |meaning| format!("{value}（{meaning}）"))
}

fn page(command: &str) -> Option<&'static Page> {
    COMMANDS.iter().find(|page| page.command == command)
}

fn of(table: &[(&str, &'static str)], key: &str) -> Option<&'static str> {
    table.iter().find(|(other, _)| *other == key).map(|(_, chinese)| *chinese)
}

fn in_chinese(page: &Page, argument: Arg) -> Arg {
    let id = argument.get_id().as_str();
    let help = of(page.arguments, id).or_else(|| of(SHARED, id));
    let heading = argument.get_help_heading().and_then(|heading| of(HEADINGS, heading));
    let name = argument.get_value_names().and_then(|names| of(VALUE_NAMES, names.first()?));
    let mut spoken = argument;
    if let Some(help) = help {
        spoken = spoken.help(help);
    }
    if let Some(heading) = heading {
        spoken = spoken.help_heading(heading);
    }
    match name {
        Some(name) if spoken.get_action().takes_values() => spoken.value_name(name),
        _ => spoken,
    }
}

#[cfg(test)]
mod tests {
    use super::{COMMANDS, HEADINGS, SHARED, VALUE_NAMES, VALUES, of, page};
    use crate::{cli::help::commands, domain::Language};
    use clap::{Arg, Command};
    use std::collections::BTreeSet;

    fn all() -> Vec<Command> {
        let root = commands(Language::En);
        let below: Vec<Command> = root.get_subcommands().cloned().collect();
        [root].into_iter().chain(below).collect()
    }

    fn arguments() -> Vec<(String, Arg)> {
        let of = |command: &Command| {
            let name = command.get_name().to_owned();
            command.get_arguments().map(|argument| (name.clone(), argument.clone())).collect::<Vec<_>>()
        };
        all().iter().flat_map(of).collect()
    }

    /// The first columns of a table, each once.
    fn keys(table: &[(&str, &str)]) -> BTreeSet<String> {
        let keys: BTreeSet<String> = table.iter().map(|(key, _)| (*key).to_owned()).collect();
        assert_eq!(keys.len(), table.len(), "a word stands twice among {keys:?}");
        keys
    }

    #[test]
    fn every_command_and_argument_has_its_chinese_and_nothing_else_has() {
        let names: Vec<String> = all().iter().map(|command| command.get_name().to_owned()).collect();
        assert_eq!(COMMANDS.iter().map(|page| page.command).collect::<Vec<_>>(), names);
        let needed: BTreeSet<(String, String)> = arguments()
            .into_iter()
            .map(|(command, argument)| (command, argument.get_id().to_string()))
            .map(|(command, id)| if of(SHARED, &id).is_some() { (String::new(), id) } else { (command, id) })
            .collect();
        let own = COMMANDS
            .iter()
            .flat_map(|page| keys(page.arguments).into_iter().map(|id| (page.command.to_owned(), id)));
        let shared = keys(SHARED).into_iter().map(|id| (String::new(), id));
        assert_eq!(own.chain(shared).collect::<BTreeSet<_>>(), needed);
    }

    #[test]
    fn every_value_and_heading_has_its_chinese_and_nothing_else_has() {
        let (mut names, mut headings, mut values) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        names.insert("COMMAND".to_owned());
        for (_, argument) in arguments() {
            headings.extend(argument.get_help_heading().map(str::to_owned));
            if argument.get_action().takes_values() {
                names.extend(argument.get_value_names().unwrap_or_default().iter().map(ToString::to_string));
                values.extend(argument.get_possible_values().iter().map(|one| one.get_name().to_owned()));
            }
        }
        assert_eq!(keys(VALUE_NAMES), names);
        assert_eq!(keys(HEADINGS), headings);
        assert_eq!(keys(VALUES), values);
    }

    #[test]
    fn every_text_is_chinese_and_no_sentence_ends_before_its_values() {
        let pages = COMMANDS.iter().flat_map(|page| {
            let arguments = page.arguments.iter().map(|(_, text)| *text);
            [page.about, page.after].into_iter().chain(arguments).collect::<Vec<_>>()
        });
        let tables = [SHARED, HEADINGS, VALUE_NAMES, VALUES].into_iter().flatten().map(|(_, text)| *text);
        for text in pages.chain(tables) {
            let is_chinese = text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
            assert!(is_chinese, "{text}");
            let has_half_width_marks = [", ", "; ", ": ", " ("].iter().any(|mark| text.contains(mark));
            assert!(!has_half_width_marks, "{text}");
        }
        for (_, text) in COMMANDS.iter().flat_map(|page| page.arguments).chain(SHARED) {
            assert!(!text.ends_with('。'), "{text}");
        }
    }

    #[test]
    fn the_examples_are_the_same_in_both_languages() {
        fn typed(text: &str) -> Vec<&str> {
            let lines = text.lines().filter(|line| line.starts_with("  chuxin"));
            lines.map(|line| line.trim().split("  ").next().unwrap_or_default()).collect()
        }
        for command in all() {
            let english = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            let chinese = page(command.get_name()).map(|page| page.after).unwrap_or_default();
            assert_eq!(typed(chinese), typed(&english), "{}", command.get_name());
            assert!(!typed(&english).is_empty(), "{} has no example", command.get_name());
        }
    }
}
