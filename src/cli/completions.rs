//! `chuxin completions SHELL`: what a shell completes, as a script for it.

use crate::{
    cli::{ending::Ending, help, terminal::Terminal},
    domain::Language,
};
use clap::Args;
use clap_complete::{Shell, generate};
use std::io;

/// `chuxin completions`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  chuxin completions bash > ~/.local/share/bash-completion/completions/chuxin
  chuxin completions zsh > ~/.zfunc/_chuxin
  chuxin completions fish > ~/.config/fish/completions/chuxin.fish
  chuxin completions powershell | Out-String | Invoke-Expression

The last line belongs into $PROFILE, below [Console]::OutputEncoding = [Text.Encoding]::UTF8.
For zsh, ~/.zshrc says: fpath+=(~/.zfunc) && autoload -U compinit && compinit")]
pub struct CompletionsArguments {
    /// The shell that is to complete
    #[arg(value_name = "SHELL", value_enum)]
    pub shell: Shell,
}

/// Prints the script, with explanations in a language.
///
/// # Errors
/// Those of standard output.
pub fn run(arguments: &CompletionsArguments, terminal: Terminal, language: Language) -> io::Result<Ending> {
    let mut script = Vec::new();
    generate(arguments.shell, &mut help::explained(language), "chuxin", &mut script);
    terminal.print(&String::from_utf8_lossy(&script))?;
    Ok(Ending::Done)
}
