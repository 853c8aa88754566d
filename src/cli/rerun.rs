//! `--watch`: a command runs again whenever something that it read is saved.
//!
//! In: what to do. Out: the same done again and again, until Ctrl-C. Times and lengths are looked at, which every system
//! and every network drive knows.

use crate::{
    cli::{
        ending::Ending,
        files::shown,
        interrupt::{self, Search},
        terminal::Terminal,
    },
    render::wording::run::Run,
    source::reading::take_found,
};
use clap::Args;
use std::{
    collections::BTreeMap,
    fs::{self, Metadata},
    io,
    path::{Path, PathBuf},
    thread,
    time::{Duration, SystemTime},
};

/// Whether a command runs again.
#[derive(Debug, Clone, Copy, Args)]
pub struct Rerun {
    /// Do it again whenever the campaign file, or one that it extends, is saved; Ctrl-C ends
    #[arg(long)]
    pub watch: bool,
}

/// How often is looked.
const PAUSE: Duration = Duration::from_millis(200);

/// What lies at a path, as far as saving changes it; `None` for nothing.
type Look = Option<(Option<SystemTime>, u64)>;

/// Does something now, and again whenever a file that it has read, or looked for, is saved.
///
/// # Errors
/// Those of what is done.
pub fn on_every_save(terminal: Terminal, mut turn: impl FnMut() -> io::Result<Ending>) -> io::Result<Ending> {
    // While nothing is sought either, Ctrl-C is no failure.
    let _search = Search::begin();
    loop {
        take_found();
        turn()?;
        if interrupt::asked().is_some() {
            return Ok(Ending::Done);
        }
        let read: BTreeMap<PathBuf, Look> =
            take_found().into_iter().map(|(path, found)| (path, look(found.as_ref()))).collect();
        let told = Terminal::of_the_run().language(None);
        terminal.note(told, &Run::Watching(read.keys().map(|path| shown(path)).collect()));
        let Some(saved) = saved(&read) else { return Ok(Ending::Done) };
        terminal.note(told, &Run::SavedAgain(shown(saved)));
    }
}

/// The first file that was saved since it was read, once that is over; none where the user asks to stop.
fn saved(read: &BTreeMap<PathBuf, Look>) -> Option<&Path> {
    let mut before: BTreeMap<&Path, Look> = BTreeMap::new();
    while interrupt::asked().is_none() {
        let now: BTreeMap<&Path, Look> =
            read.keys().map(|path| (path.as_path(), look(fs::metadata(path).ok().as_ref()))).collect();
        // What is still being written, or moved to its place, looks otherwise the next time.
        if now == before
            && let Some((path, _)) = now.iter().find(|(path, look)| read[**path] != **look)
        {
            return Some(path);
        }
        before = now;
        thread::sleep(PAUSE);
    }
    None
}

fn look(found: Option<&Metadata>) -> Look {
    found.map(|found| (found.modified().ok(), found.len()))
}
