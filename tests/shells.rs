//! What is made from the commands for other programs: completions for shells, and pages for `man`.

use crate::{support::tools, transcripts::Stage};
use chuxin::{cli::help::commands, domain::Language};
use std::{fs, path::PathBuf};

fn names() -> Vec<String> {
    commands(Language::En).get_subcommands().map(|command| command.get_name().to_owned()).collect()
}

/// The script for a shell, in a file of the stage, and its text.
fn script(stage: &Stage, shell: &str, tongue: &str) -> (PathBuf, String) {
    let output = stage.run(&format!("completions {shell} --lang {tongue}"));
    assert_eq!(output.status.code(), Some(0), "{shell}");
    let path = stage.path().join(format!("chuxin-{tongue}.{shell}"));
    fs::write(&path, &output.stdout).unwrap();
    (path, String::from_utf8(output.stdout).unwrap())
}

#[test]
fn every_script_names_every_command_and_explains_in_the_language_asked_for() {
    let stage = Stage::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let [english, chinese] = ["en", "zh"].map(|tongue| script(&stage, shell, tongue).1);
        for name in names() {
            assert!(english.contains(&name) && chinese.contains(&name), "{shell}: {name}");
        }
        // bash shows no explanations.
        assert_eq!(english.contains("Overwrite the file of -o"), shell != "bash", "{shell}");
        assert_eq!(chinese.contains("-o 的文件已经有了，就替换"), shell != "bash", "{shell}");
        assert!(!chinese.contains("Overwrite"), "{shell}");
    }
}

#[cfg(unix)]
#[test]
fn bash_reads_the_script_and_completes_with_it() {
    let stage = Stage::new();
    for tongue in ["en", "zh"] {
        let (path, _) = script(&stage, "bash", tongue);
        assert_eq!(tools::said("bash", ["-n".as_ref(), path.as_os_str()]), "");
        let completed = |words: &str, position: usize| {
            let ask = format!(
                "source '{}'; COMP_WORDS=({words}); COMP_CWORD={position}; \
                 _chuxin chuxin \"${{COMP_WORDS[COMP_CWORD]}}\" \"${{COMP_WORDS[COMP_CWORD-1]}}\"; \
                 echo \"${{COMPREPLY[@]}}\"",
                path.display()
            );
            tools::said("bash", ["-c", &ask])
        };
        assert_eq!(completed("chuxin pl", 1), "plan\n");
        assert_eq!(completed("chuxin plan --by amb", 3), "ambassador\n");
        assert_eq!(completed("chuxin repair --touch", 2), "--touch-least\n");
    }
}

#[test]
#[ignore = "needs zsh"]
fn zsh_reads_the_script() {
    let stage = Stage::new();
    for tongue in ["en", "zh"] {
        let (path, _) = script(&stage, "zsh", tongue);
        let output = tools::output(tools::program("zsh").arg("-n").arg(path));
        assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    }
}

#[test]
#[ignore = "needs fish"]
fn fish_reads_the_script_and_completes_with_it() {
    let stage = Stage::new();
    for tongue in ["en", "zh"] {
        let (path, _) = script(&stage, "fish", tongue);
        let ask = format!("source '{}'; complete --do-complete 'chuxin pl'", path.display());
        let output = tools::output(tools::program("fish").args(["--no-config", "--command", &ask]));
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.stderr.is_empty() && said.starts_with("plan\t"), "{output:?}");
    }
}

#[test]
fn man_has_a_page_for_every_command_in_both_languages() {
    let stage = Stage::new();
    for (tongue, heading, possible) in
        [("en", ".SH SYNOPSIS", "Possible values:"), ("zh", ".SH 用法", "可填：")]
    {
        let written = stage.run(&format!("man -o {tongue} --lang {tongue}"));
        assert_eq!(written.status.code(), Some(0), "{written:?}");
        let mut files: Vec<String> = fs::read_dir(stage.path().join(tongue))
            .unwrap()
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .collect();
        files.sort();
        let mut wanted: Vec<String> = names().iter().map(|name| format!("chuxin-{name}.1")).collect();
        wanted.push("chuxin.1".to_owned());
        wanted.sort();
        assert_eq!(files, wanted);
        for file in files {
            let page = fs::read_to_string(stage.path().join(tongue).join(&file)).unwrap();
            assert!(page.contains(heading) && page.contains(possible), "{file}: {page}");
            let has_english = page.lines().any(|line| line.strip_prefix(".SH ").is_some_and(str::is_ascii));
            assert_eq!(has_english, tongue == "en", "{file}: headings");
        }
        let printed = stage.run(&format!("--lang {tongue} man plan"));
        let saved = fs::read(stage.path().join(tongue).join("chuxin-plan.1")).unwrap();
        assert_eq!(printed.stdout, saved);
    }
}

#[test]
fn man_overwrites_only_where_asked_and_knows_its_commands() {
    let stage = Stage::new().file("chuxin.1", "mine");
    let commands = [
        "man -o . --lang zh",
        "man moon --lang zh",
        "man moon --lang en",
        "man plan -o . --lang zh",
        "man plan -o . --lang zh",
    ];
    insta::assert_snapshot!(stage.transcript(&commands));
    assert_eq!(fs::read_to_string(stage.path().join("chuxin.1")).unwrap(), "mine");
    assert_eq!(stage.run("man -o . --force").status.code(), Some(0));
    assert!(fs::read_to_string(stage.path().join("chuxin.1")).unwrap().contains(".SH "));
}
