//! Campaigns solved side by side: as many at a time as there are workers and memory for.
//!
//! In: campaigns without errors, each with its watch. Out: what came of each, in their order; who finishes first decides
//! nothing.

use crate::{
    pipeline::{self, Planned, ValidCampaign, size::memory},
    planning::outcome::{Defect, Outcome},
    solver::{Watch, size::MOST_BYTES},
};
use std::sync::{
    Mutex, PoisonError,
    atomic::{AtomicUsize, Ordering},
};

/// What came of one campaign.
pub type Solved = Result<Planned, Defect>;

/// Plans campaigns; one whose watch is out of time when its turn comes is not begun. `file` is what each plan calls its own, `watch` is asked for when a campaign's turn comes.
pub fn solve<'a>(
    campaigns: &[(&ValidCampaign, &str)],
    workers: usize,
    watch: &(dyn Fn(usize) -> Box<dyn Watch + 'a> + Sync),
) -> Vec<Solved> {
    let largest = campaigns.iter().map(|(campaign, _)| memory(&campaign.domain)).max().unwrap_or(0);
    let at_once = usize::try_from(MOST_BYTES / largest.max(1)).unwrap_or(usize::MAX);
    let workers = workers.min(at_once).clamp(1, campaigns.len().max(1));
    let next = AtomicUsize::new(0);
    let found: Mutex<Vec<(usize, Solved)>> = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let position = next.fetch_add(1, Ordering::Relaxed);
                    let Some((campaign, file)) = campaigns.get(position) else { break };
                    let watch = watch(position);
                    let solved = if watch.is_out_of_time() {
                        Ok(Outcome::NothingFound)
                    } else {
                        pipeline::plan(campaign, file, watch.as_ref())
                    };
                    found.lock().unwrap_or_else(PoisonError::into_inner).push((position, solved));
                }
            });
        }
    });
    let mut found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    found.sort_by_key(|(position, _)| *position);
    found.into_iter().map(|(_, solved)| solved).collect()
}
