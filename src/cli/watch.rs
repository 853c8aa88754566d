//! The watch over a solve: the clock, Ctrl-C, and a progress line for whatever takes longer than a second.

use crate::{
    cli::terminal::shows_progress,
    domain::{Domain, Language},
    render::wording::{Phrase, inquiry::Inquiry, level::LevelName, run::Run},
    solver::{Progress, Watch},
};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::{
    process,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{Sender, channel},
    },
    thread,
    time::{Duration, Instant},
};

/// How long a solve may take before anything is shown of it.
const PATIENCE: Duration = Duration::from_secs(1);

/// The exit code of a run that a second Ctrl-C ends at once, as shells count it.
const INTERRUPTED: i32 = 130;

/// Watches one solve.
#[derive(Debug)]
pub struct Clock<'a> {
    domain: &'a Domain,
    language: Language,
    begun: Instant,
    limit: Option<Duration>,
    stopped: Arc<AtomicBool>,
    line: ProgressBar,
    /// Dropped with the clock, which tells the waiting thread that nothing is to be shown any more.
    _running: Sender<()>,
}

impl<'a> Clock<'a> {
    /// Begins to count.
    pub fn start(domain: &'a Domain, language: Language, limit: Option<Duration>) -> Self {
        let line = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{spinner} {elapsed} {msg}") {
            line.set_style(style.tick_chars("-\\|/ "));
        }
        let (running, ended) = channel();
        if shows_progress() {
            let line = line.clone();
            thread::spawn(move || {
                if ended.recv_timeout(PATIENCE) == Err(std::sync::mpsc::RecvTimeoutError::Timeout) {
                    line.set_draw_target(ProgressDrawTarget::stderr());
                    line.enable_steady_tick(Duration::from_millis(120));
                }
            });
        }
        let stopped = stop_on_interrupt();
        Self { domain, language, begun: Instant::now(), limit, stopped, line, _running: running }
    }

    /// The watch over one of several solves, each with a time limit of its own.
    pub fn turn(&self, position: usize, all: usize, limit: Option<Duration>) -> Turn<'_> {
        self.line.set_message(Inquiry::Solving(position + 1, all).say(self.language));
        Turn { clock: self, begun: Instant::now(), limit }
    }

    /// Whether the user asked to stop.
    pub fn was_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }
}

/// Watches one of several solves.
#[derive(Debug)]
pub struct Turn<'a> {
    clock: &'a Clock<'a>,
    begun: Instant,
    limit: Option<Duration>,
}

impl Watch for Turn<'_> {
    fn time_left(&self) -> Option<Duration> {
        if self.clock.was_stopped() {
            return Some(Duration::ZERO);
        }
        self.limit.map(|limit| limit.saturating_sub(self.begun.elapsed()))
    }

    fn report(&self, _: &Progress<'_>) {}
}

/// The first Ctrl-C asks to stop with what there is, the second ends the process.
fn stop_on_interrupt() -> Arc<AtomicBool> {
    let stopped = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&stopped);
    // Where no handler can be set Ctrl-C ends the process, as everywhere.
    let _ = ctrlc::set_handler(move || {
        if flag.swap(true, Ordering::Relaxed) {
            process::exit(INTERRUPTED);
        }
    });
    stopped
}

impl Watch for Clock<'_> {
    fn time_left(&self) -> Option<Duration> {
        if self.was_stopped() {
            return Some(Duration::ZERO);
        }
        self.limit.map(|limit| limit.saturating_sub(self.begun.elapsed()))
    }

    fn report(&self, progress: &Progress<'_>) {
        let level = LevelName::of(progress.level, self.domain.rules.wishes, self.domain.longest_wishes);
        let solving = Run::Solving {
            level: level.say(self.language),
            position: progress.position + 1,
            levels: progress.levels,
        };
        self.line.set_message(solving.say(self.language));
    }
}

impl Drop for Clock<'_> {
    fn drop(&mut self) {
        self.line.finish_and_clear();
    }
}
