//! What comes out: who goes where and when.

use crate::domain::{people::AmbassadorIx, places::PostIx};
use chrono::NaiveDate;

/// One ambassador at one post on one date. The date need not be one of the post's: an edited plan may say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Placement {
    /// When.
    pub date: NaiveDate,
    /// Where.
    pub post: PostIx,
    /// Who.
    pub ambassador: AmbassadorIx,
}

/// All placements, by date, post, ambassador.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Roster {
    /// The placements; an edited plan may hold one twice.
    pub placements: Vec<Placement>,
}
