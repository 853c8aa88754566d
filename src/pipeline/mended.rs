//! The plan that a saved plan mends, read again so that its changes can be counted again.
//!
//! In: where the saved plan lies, what it says of the earlier one, and the campaign. Out: [`Mended`], where the earlier
//! plan is still there and still the same.

use crate::{
    domain::{Domain, thursday::Pairing},
    experience::roster::{Previous, Settled},
    pipeline::past,
    plan::{
        Mends,
        earlier::{EarlierAction, earlier, earlier_action},
        saved,
    },
    planning::earlier::Earlier,
    source::Sources,
    timetable::roster::Event,
};
use std::path::Path;

/// What the earlier plan had.
#[derive(Debug, Clone)]
pub(super) struct Mended {
    pub(super) experience: Previous,
    pub(super) pairings: Earlier<Pairing, Vec<Pairing>>,
    pub(super) timetable: Earlier<Event>,
}

impl Mended {
    /// An earlier plan of which nothing is known but what the saved plan says of it.
    pub(super) fn unknown(mends: &Mends) -> Self {
        let Mends { keep_until: settled_before, touch_least, .. } = *mends;
        Self {
            experience: Previous {
                settled: Settled { before: settled_before, touch_least },
                ..Previous::default()
            },
            pairings: Earlier::default(),
            timetable: Earlier { settled: settled_before, ..Earlier::default() },
        }
    }
}

/// Reads the earlier plan; `None` where it is gone or was changed since.
pub(super) fn mended(sources: &mut Sources, plan: &Path, mends: &Mends, domain: &Domain) -> Option<Mended> {
    let (_, root) = past::mended(sources, plan, mends)?;
    let (saved, outline) = saved::outlined(&root).ok()?;
    let found = earlier(&saved, domain);
    let EarlierAction { pairings, lost_pairings, events, lost_events } = earlier_action(&outline, domain);
    Some(Mended {
        experience: Previous {
            stands: found.placements.into_iter().map(|(placement, _)| placement).collect(),
            gone: found.lost.len(),
            settled: Settled { before: mends.keep_until, touch_least: mends.touch_least },
        },
        pairings: Earlier { stands: pairings, gone: lost_pairings, settled: Vec::new() },
        timetable: Earlier { stands: events, gone: lost_events.len(), settled: mends.keep_until },
    })
}
