//! Standard output and standard error: the result to the one, everything else to the other.
//!
//! A pipe that was closed at the other end is no error: whoever reads has read enough.

use crate::{
    cli::options::{Color, Global},
    domain::Language,
    render::{
        terminal::{
            NARROWEST, bold,
            clean::{in_one_line, visible},
        },
        wording::{Phrase, run::Run},
    },
};
use anstream::{AutoStream, ColorChoice};
use std::{
    io::{self, IsTerminal, Write},
    sync::OnceLock,
};

/// Columns of a page that goes into a file or a pipe.
const WIDTH_IN_A_PIPE: usize = 120;

/// Where a command writes.
#[derive(Debug, Clone, Copy)]
pub struct Terminal {
    color: Color,
    language: Option<Language>,
}

/// The language of the run, once it is known: asked for, or that of the first campaign.
static LANGUAGE: OnceLock<Language> = OnceLock::new();

impl Terminal {
    /// The terminal with the options of every command.
    pub fn new(global: Global) -> Self {
        let terminal = Self { color: global.color, language: global.lang.map(Into::into) };
        terminal.language(None);
        terminal
    }

    /// The terminal where nothing but what the run has found out so far is at hand.
    pub fn of_the_run() -> Self {
        Self { color: Color::Auto, language: LANGUAGE.get().copied() }
    }

    /// The language asked for; else the campaign's, where it is known; else Chinese.
    pub fn language(&self, campaign: Option<Language>) -> Language {
        let known = self.language.or(campaign);
        known.map(|known| *LANGUAGE.get_or_init(|| known));
        known.unwrap_or_default()
    }

    /// Columns of the page: the variable `COLUMNS`, else the terminal's, else those of a page in a pipe.
    pub fn width(&self) -> usize {
        let variable = std::env::var("COLUMNS").ok().and_then(|columns| columns.trim().parse::<usize>().ok());
        let terminal =
            || terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0));
        variable.filter(|columns| *columns > 0).or_else(terminal).unwrap_or(WIDTH_IN_A_PIPE).max(NARROWEST)
    }

    /// Writes the result.
    ///
    /// # Errors
    /// Those of standard output, but for a closed pipe.
    pub fn print(&self, text: &str) -> io::Result<()> {
        let mut stdout = AutoStream::new(io::stdout().lock(), choice(self.color, &io::stdout()));
        read_enough(stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()))
    }

    /// Writes a sentence of the result.
    ///
    /// # Errors
    /// Those of [`Self::print`].
    pub fn say(&self, language: Language, sentence: &dyn Phrase) -> io::Result<()> {
        self.print(&format!("{}\n", visible(&sentence.say(language))))
    }

    /// Writes problems and hints; where even that fails nobody is left to tell.
    pub fn tell(&self, text: &str) {
        let mut stderr = AutoStream::new(io::stderr().lock(), choice(self.color, &io::stderr()));
        let _ = stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
    }

    /// Writes a problem of the run itself, and what to do about it.
    pub fn complain(&self, language: Language, problem: &dyn Phrase, hint: Option<&dyn Phrase>) {
        self.tell(&labelled(language, &Run::Error, problem));
        if let Some(hint) = hint {
            self.hint(language, hint);
        }
    }

    /// Writes what was done beside the result.
    pub fn note(&self, language: Language, note: &dyn Phrase) {
        self.tell(&format!("{}\n", in_one_line(&note.say(language))));
    }

    /// Writes something worth doing.
    pub fn hint(&self, language: Language, hint: &dyn Phrase) {
        self.tell(&labelled(language, &Run::Hint, hint));
    }
}

fn labelled(language: Language, label: &Run, text: &dyn Phrase) -> String {
    let colon = match language {
        Language::Zh => "：",
        Language::En => ": ",
    };
    format!("{}{}\n", bold(&format!("{}{colon}", label.say(language))), in_one_line(&text.say(language)))
}

fn choice(color: Color, stream: &impl anstream::stream::RawStream) -> ColorChoice {
    match color {
        Color::Always => ColorChoice::Always,
        Color::Auto if stream.is_terminal() => AutoStream::choice(stream),
        Color::Auto | Color::Never => ColorChoice::Never,
    }
}

fn read_enough(written: io::Result<()>) -> io::Result<()> {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Whether progress can be shown.
pub fn shows_progress() -> bool {
    io::stderr().is_terminal()
}
