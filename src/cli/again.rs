//! The command line once more, with something changed: what a hint says to type instead.
//!
//! In: the process's arguments. Out: a line for a shell, every option as it was given.

use crate::{cli::Arguments, render::wording::command};
use clap::{Arg, ArgAction, ArgMatches, CommandFactory, parser::ValueSource};
use std::{ffi::OsString, path::Path};

/// The command as it was typed, with the argument of this name replaced, or left out, and options added behind.
pub fn again(name: &str, value: Option<&Path>, added: &[String]) -> String {
    spelled(std::env::args_os(), name, value, added)
}

fn spelled(
    typed: impl IntoIterator<Item = OsString>,
    name: &str,
    value: Option<&Path>,
    added: &[String],
) -> String {
    let mut known = Arguments::command();
    known.build();
    let mut words = vec![known.get_name().to_owned()];
    let matches = known.clone().try_get_matches_from(typed).ok();
    if let Some((own, matches)) = matches.as_ref().and_then(ArgMatches::subcommand) {
        words.push(own.to_owned());
        let arguments = known.find_subcommand(own).into_iter().flat_map(clap::Command::get_arguments);
        for argument in arguments {
            if argument.get_id() != name {
                words.extend(given(argument, matches));
            } else if let Some(value) = value {
                words.extend(option(argument));
                words.push(command::path(&value.display().to_string()));
            }
        }
    }
    words.extend(added.iter().map(|written| command::option(written)));
    words.join(" ")
}

/// An argument as it was given, each value with its option; nothing where it was left out.
fn given(argument: &Arg, matches: &ArgMatches) -> Vec<String> {
    let id = argument.get_id().as_str();
    if matches.value_source(id) != Some(ValueSource::CommandLine) {
        return Vec::new();
    }
    if matches!(argument.get_action(), ArgAction::SetTrue) {
        return option(argument).into_iter().collect();
    }
    let values = matches.get_raw(id).into_iter().flatten();
    let mut values: Vec<String> = values.map(|value| value.to_string_lossy().into_owned()).collect();
    if let Some(delimiter) = argument.get_value_delimiter() {
        values = vec![values.join(&delimiter.to_string())];
    }
    let word = |value: &String| {
        if argument.is_positional() { command::path(value) } else { command::argument(value) }
    };
    values.iter().flat_map(|value| option(argument).into_iter().chain(Some(word(value)))).collect()
}

/// How an option is written, the shorter way first; `None` for an argument that stands by itself.
fn option(argument: &Arg) -> Option<String> {
    let long = || argument.get_long().map(|long| format!("--{long}"));
    argument.get_short().map(|short| format!("-{short}")).or_else(long)
}

#[cfg(test)]
mod tests {
    use super::spelled;
    use crate::cli::Arguments;
    use clap::{ArgAction, CommandFactory};
    use std::path::Path;

    fn typed(line: &str) -> Vec<std::ffi::OsString> {
        line.split('|').map(Into::into).collect()
    }

    #[test]
    fn repeats_what_was_typed_with_one_word_replaced() {
        let line = "chuxin|repair|F.yaml|--absent|a01@2018-10-23|--lang=en|--plan|my plan.json|-o|p.json|--absent|b c";
        let added = ["--set campaign.name=秋 季".to_owned()];
        assert_eq!(
            spelled(typed(line), "file", Some(Path::new("a b.yaml")), &added),
            "chuxin repair \"a b.yaml\" --plan \"my plan.json\" --absent a01@2018-10-23 --absent \"b c\" -o p.json \
             --lang en --set \"campaign.name=秋 季\""
        );
        assert_eq!(
            spelled(
                typed("chuxin|print|p.json|--campaign|F.yaml|--to|xlsx,ics|--force"),
                "campaign",
                None,
                &[]
            ),
            "chuxin print p.json --to \"xlsx,ics\" --force"
        );
    }

    #[test]
    fn leaves_out_no_option_of_any_command() {
        let mut known = Arguments::command();
        known.build();
        for own in known.get_subcommands() {
            let mut line = vec![known.get_name().to_owned(), own.get_name().to_owned()];
            let mut options = 0;
            let mut given: Vec<&clap::Id> = Vec::new();
            for argument in own.get_arguments().filter(|one| one.get_id() != "help") {
                let others = own.get_arg_conflicts_with(argument);
                if others.iter().any(|other| given.contains(&other.get_id())) {
                    continue;
                }
                given.push(argument.get_id());
                options += usize::from(!argument.is_positional());
                line.extend(argument.get_long().map(|long| format!("--{long}")));
                if !matches!(argument.get_action(), ArgAction::SetTrue) {
                    let choices = argument.get_possible_values();
                    let names = argument.get_value_names().unwrap_or_default();
                    let date = names.iter().any(|name| name.starts_with("DATE"));
                    let value = if date { "2018-10-23" } else { "7" };
                    line.push(choices.first().map_or(value, |choice| choice.get_name()).to_owned());
                }
            }
            let words = spelled(line.iter().map(Into::into), "", None, &[]);
            let count = words.split(' ').filter(|word| word.starts_with('-')).count();
            assert!(options > 1 && count == options, "{line:?}: {words}");
        }
    }
}
