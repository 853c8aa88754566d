//! Ctrl-C, once for the whole process: every clock hears it, whatever command runs.
//!
//! As long as something is sought, the first one asks to stop with what there is; the next one ends the process, and so
//! does the first where nothing is sought. A file that is being written is waited for, two seconds at most: what is left
//! half replaced then is found again by the next run.

use crate::cli::ending::INTERRUPTED;
use std::{
    process,
    sync::{
        Mutex, MutexGuard, Once, OnceLock, PoisonError, TryLockError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

/// How often a file that is being written is waited for, and how long each time.
const PATIENCE: (u32, Duration) = (200, Duration::from_millis(10));

/// When the user asked to stop.
static ASKED: OnceLock<Instant> = OnceLock::new();
/// How many searches would hear it.
static SEARCHES: AtomicUsize = AtomicUsize::new(0);
static WRITING: Mutex<()> = Mutex::new(());

/// Something that is sought: while it lasts, the first Ctrl-C only asks to stop.
#[derive(Debug)]
pub struct Search(());

impl Search {
    /// Begins to hear Ctrl-C.
    pub fn begin() -> Self {
        static SET: Once = Once::new();
        // Before there is a handler: what it hears at once is meant for this search.
        SEARCHES.fetch_add(1, Ordering::SeqCst);
        SET.call_once(|| {
            // Where no handler can be set Ctrl-C ends the process, as everywhere.
            let _ = ctrlc::set_handler(hear);
        });
        Self(())
    }
}

impl Drop for Search {
    fn drop(&mut self) {
        SEARCHES.fetch_sub(1, Ordering::SeqCst);
    }
}

/// When the user asked to stop, if at all.
pub fn asked() -> Option<Instant> {
    ASKED.get().copied()
}

/// Held while files are written: Ctrl-C ends the process afterwards.
pub fn writing() -> MutexGuard<'static, ()> {
    WRITING.lock().unwrap_or_else(PoisonError::into_inner)
}

fn hear() {
    let is_first = ASKED.set(Instant::now()).is_ok();
    if !is_first || SEARCHES.load(Ordering::SeqCst) == 0 {
        // On a disk that no longer answers nothing is waited for without end.
        for _ in 0..PATIENCE.0 {
            match WRITING.try_lock() {
                Err(TryLockError::WouldBlock) => thread::sleep(PATIENCE.1),
                _free => process::exit(INTERRUPTED.into()),
            }
        }
        process::exit(INTERRUPTED.into());
    }
}
