//! The watch over a solve: the clock, Ctrl-C, and a progress line for whatever takes longer than a second.
//!
//! A command has one [`Deadline`], whatever it solves one after the other; every [`Clock`] goes by it.

use crate::{
    cli::{
        interrupt::{self, Search},
        terminal::shows_progress,
    },
    domain::Language,
    render::{
        level_name,
        wording::{Phrase, inquiry::Inquiry, run::Run},
    },
    solver::{Progress, Watch},
};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::{
    sync::mpsc::{RecvTimeoutError, Sender, channel},
    thread,
    time::{Duration, Instant},
};

/// How long a solve may take before anything is shown of it.
const PATIENCE: Duration = Duration::from_secs(1);

/// How much longer a first plan is sought after the user has asked to stop.
const AFTER_ASKING: Duration = Duration::from_millis(1_200);

/// How much longer a first plan is sought after the time limit.
const AFTER_LIMIT: Duration = Duration::from_millis(250);

/// When a command stops seeking: at its time limit, and whenever the user asks.
#[derive(Debug)]
pub struct Deadline {
    begun: Instant,
    limit: Option<Duration>,
    _search: Search,
}

impl Deadline {
    /// The limit counts from here.
    pub fn start(limit: Option<Duration>) -> Self {
        Self { begun: Instant::now(), limit, _search: Search::begin() }
    }
}

impl Watch for Deadline {
    fn time_left(&self) -> Option<Duration> {
        if was_stopped() {
            return Some(Duration::ZERO);
        }
        self.limit.map(|limit| limit.saturating_sub(self.begun.elapsed()))
    }

    fn patience(&self) -> Option<Duration> {
        let asked = interrupt::asked().map(|asked| AFTER_ASKING.saturating_sub(asked.elapsed()));
        let ended =
            self.limit.map(|limit| limit.saturating_add(AFTER_LIMIT).saturating_sub(self.begun.elapsed()));
        asked.into_iter().chain(ended).min()
    }

    fn report(&self, _: &Progress<'_>) {}
}

/// Whether the user asked to stop.
pub fn was_stopped() -> bool {
    interrupt::asked().is_some()
}

/// Watches one solve.
#[derive(Debug)]
pub struct Clock<'a> {
    language: Language,
    deadline: &'a Deadline,
    line: ProgressBar,
    /// Dropped with the clock, which tells the waiting thread that nothing is to be shown any more.
    _running: Sender<()>,
}

impl<'a> Clock<'a> {
    /// Begins to show what is done.
    pub fn start(language: Language, deadline: &'a Deadline) -> Self {
        let line = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{spinner} {elapsed} {msg}") {
            line.set_style(style.tick_chars("-\\|/ "));
        }
        let (running, ended) = channel();
        if shows_progress() {
            let line = line.clone();
            thread::spawn(move || {
                if ended.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                    line.set_draw_target(ProgressDrawTarget::stderr());
                    line.enable_steady_tick(Duration::from_millis(120));
                }
            });
        }
        Self { language, deadline, line, _running: running }
    }

    /// One of several solves begins, each with a time limit of its own.
    pub fn turn(&self, position: usize, all: usize, limit: Option<Duration>) -> Deadline {
        self.line.set_message(Inquiry::Solving(position + 1, all).say(self.language));
        Deadline::start(limit)
    }
}

impl Watch for Clock<'_> {
    fn time_left(&self) -> Option<Duration> {
        self.deadline.time_left()
    }

    fn patience(&self) -> Option<Duration> {
        self.deadline.patience()
    }

    fn report(&self, progress: &Progress<'_>) {
        let level = progress.meaning.and_then(|level| level_name(level, self.language));
        let solving = Run::Solving {
            level: level.unwrap_or_default(),
            position: progress.level.0 + 1,
            levels: progress.levels,
        };
        self.line.set_message(solving.say(self.language));
    }
}

impl Clock<'_> {
    /// For many short solves, of which is shown only which it is.
    pub fn steps(&self) -> Steps<'_> {
        Steps(self)
    }
}

/// A clock that says nothing of a solve itself.
#[derive(Debug, Clone, Copy)]
pub struct Steps<'a>(&'a Clock<'a>);

impl Steps<'_> {
    /// Shows which solve begins.
    pub fn tell(&self, which: &dyn Phrase) {
        self.0.line.set_message(which.say(self.0.language));
    }
}

impl Watch for Steps<'_> {
    fn time_left(&self) -> Option<Duration> {
        self.0.time_left()
    }

    fn patience(&self) -> Option<Duration> {
        self.0.patience()
    }

    fn report(&self, _: &Progress<'_>) {}
}

impl Drop for Clock<'_> {
    fn drop(&mut self) {
        self.line.finish_and_clear();
    }
}
