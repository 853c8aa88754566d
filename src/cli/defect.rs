//! A panic, in whatever thread: caught once, told in the user's language, and the run ends as a defect.
//!
//! In: what a command does. Out: how it ended. What was half-written lay in a stage, which unwinding removes. A panic of
//! what reads a workbook is not ours: the file is damaged, and is said to be.

use crate::{
    cli::{ending::Ending, terminal::Terminal},
    render::wording::command::{Panic, argument},
    source::grid::workbook::READER,
};
use std::{
    panic::{self, AssertUnwindSafe, PanicHookInfo},
    sync::{Mutex, PoisonError},
};

/// Where the first panic of the run happened; others follow from it.
static FIRST: Mutex<Option<String>> = Mutex::new(None);

/// Does something; a panic in it, or in a thread that it started, is told instead of what Rust says to programmers.
pub fn guarded(run: impl FnOnce() -> Ending) -> Ending {
    panic::set_hook(Box::new(note));
    let done = panic::catch_unwind(AssertUnwindSafe(run));
    let place = FIRST.lock().unwrap_or_else(PoisonError::into_inner).take();
    match (done, place) {
        (Ok(ending), None) => ending,
        (_, place) => {
            tell(place.unwrap_or_default());
            Ending::Defect
        }
    }
}

fn note(panic: &PanicHookInfo<'_>) {
    if std::thread::current().name() == Some(READER) {
        return;
    }
    let place = panic
        .location()
        .map(|place| format!("{}:{}:{}", from_its_crate(place.file()), place.line(), place.column()));
    let mut first = FIRST.lock().unwrap_or_else(PoisonError::into_inner);
    *first = first.take().or(place);
}

/// A source file without the folder of the machine on which the program was built, where a dependency lies.
fn from_its_crate(file: &str) -> &str {
    let sources = ["/src/", "\\src\\"].iter().filter_map(|sources| file.rfind(sources)).max();
    let before = &file[..sources.unwrap_or(0)];
    &file[before.rfind(['/', '\\']).map_or(0, |at| at + 1)..]
}

fn tell(place: String) {
    let terminal = Terminal::of_the_run();
    let language = terminal.language(None);
    terminal.complain(language, &Panic::At(place), None);
    let words = std::env::args_os().skip(1).map(|word| argument(&word.to_string_lossy()));
    let command = format!("chuxin {}", words.collect::<Vec<String>>().join(" "));
    terminal.hint(language, &Panic::Report { version: env!("CARGO_PKG_VERSION"), command });
}

#[cfg(test)]
mod tests {
    use super::from_its_crate;

    #[test]
    fn names_a_source_by_its_crate_and_no_folder_of_a_machine() {
        for (file, named) in [
            ("src/cli/defect.rs", "src/cli/defect.rs"),
            ("/built/here/registry/src/index/clap-4.6.0/src/lib.rs", "clap-4.6.0/src/lib.rs"),
            ("D:\\built\\registry\\src\\index\\clap-4.6.0\\src\\lib.rs", "clap-4.6.0\\src\\lib.rs"),
            ("library/core/src/panicking.rs", "core/src/panicking.rs"),
        ] {
            assert_eq!(from_its_crate(file), named);
        }
    }
}
