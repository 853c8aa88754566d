//! Help, versions and wrong command lines, in both languages.

use super::Stage;
use chuxin::{cli::help::commands, domain::Language};
use unicode_width::UnicodeWidthStr;

/// The program and each of its commands, as words of a command line.
fn every_command() -> Vec<String> {
    let below = commands(Language::En);
    let below = below.get_subcommands().map(|command| format!("{} ", command.get_name()));
    [String::new()].into_iter().chain(below).collect()
}

#[test]
fn every_command_explains_itself_in_both_languages() {
    for command in every_command() {
        let name = if command.is_empty() { "chuxin" } else { command.trim_end() };
        for tongue in ["en", "zh"] {
            let page = Stage::new().wide(80).transcript(&[&format!("{command}--help --lang {tongue}")]);
            insta::assert_snapshot!(format!("{name}-{tongue}"), page);
        }
    }
}

#[test]
fn no_line_of_help_is_wider_than_the_page_and_none_than_100_columns() {
    for command in every_command() {
        for tongue in ["en", "zh"] {
            for (columns, widest) in [(40, 40), (60, 60), (80, 80), (100, 100), (200, 100)] {
                let output = Stage::new().wide(columns).run(&format!("{command}-h --lang={tongue}"));
                let page = String::from_utf8(output.stdout).unwrap();
                assert!(page.lines().count() > 5, "{page}");
                let is_to_be_copied =
                    |line: &str| line.starts_with(['U', '用']) || line.starts_with("  chuxin ");
                let lines = page.lines().filter(|line| !is_to_be_copied(line));
                for line in lines {
                    assert!(line.width() <= widest, "{command}{tongue} at {columns}: {line}");
                }
            }
        }
    }
}

#[test]
fn refuses_a_command_line_that_means_nothing_in_both_languages() {
    let commands = [
        "LANG",
        "LANG plna x.yaml",
        "plna LANG",
        "LANG -- plan",
        "LANG --by unit plan x.yaml",
        "plan LANG",
        "LANG repair x.yaml",
        "plan x.yaml y.yaml LANG",
        "plan x.yaml --by moon LANG",
        "plan x.yaml --by uni LANG",
        "plan x.yaml LANG --by",
        "LANG plan x.yaml --contcts",
        "plan x.yaml --moon LANG",
        "plan x.yaml --force=yes LANG",
        "plan x.yaml --by date --by unit LANG",
        "plan x.yaml --time-limit 0 LANG",
        "plan x.yaml --time-limit soon LANG",
        "plan x.yaml --reserves 0 LANG",
        "print x.yaml --reserves many LANG",
        "repair --plan p.json --keep-until soon LANG",
        "check x.yaml LANG --lang LANG",
        "check x.yaml --lang fr LANG",
    ];
    for tongue in ["en", "zh"] {
        let option = format!("--lang {tongue}");
        let commands = commands.map(|command| command.replace("LANG", &option));
        let commands: Vec<&str> = commands.iter().map(String::as_str).collect();
        let transcript = Stage::new().transcript(&commands);
        assert_eq!(transcript.contains("error: "), tongue == "en", "{transcript}");
        insta::assert_snapshot!(format!("wrong-{tongue}"), transcript);
    }
}

#[cfg(unix)]
#[test]
fn refuses_words_that_are_no_text_in_both_languages() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
    for (tongue, problem) in
        [("en", "error: invalid UTF-8 was detected"), ("zh", "错误：命令行里有读不懂的字符")]
    {
        let mut command = Stage::new().command(["check", "x.yaml", "--lang", tongue, "--set"]);
        let output = command.arg(OsStr::from_bytes(b"a=\xff")).current_dir("/").output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.starts_with(problem), "{said}");
    }
}

#[cfg(unix)]
#[test]
fn speaks_the_language_of_the_system_where_none_is_asked_for() {
    let stage = Stage::new();
    let said = |locale: &str, arguments: &str| {
        let mut command = stage.command(arguments.split_whitespace());
        for variable in ["LANGUAGE", "LC_MESSAGES", "LANG"] {
            command.env_remove(variable);
        }
        let output = command.env("LC_ALL", locale).output().unwrap();
        String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
    };
    for (locale, usage, unknown) in [
        ("zh_CN.UTF-8", "用法：", "没有 --moon 这个选项"),
        ("en_US.UTF-8", "Usage: ", "unexpected argument '--moon' found"),
        ("C", "Usage: ", "unexpected argument '--moon' found"),
    ] {
        assert!(said(locale, "").contains(usage), "{locale}");
        assert!(said(locale, "plan --help").contains(usage), "{locale}");
        assert!(said(locale, "plan --moon").contains(unknown), "{locale}");
    }
}

#[test]
fn tells_its_version() {
    let output = Stage::new().run("--version");
    assert_eq!(String::from_utf8_lossy(&output.stdout), concat!("chuxin ", env!("CARGO_PKG_VERSION"), "\n"));
}
