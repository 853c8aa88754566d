//! What a saved plan says and is not so, as data: its numbers, lists and reasons all follow from its rosters and the
//! campaign.

use crate::source::Place;

/// Something that a saved plan says and that is not so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untrue {
    /// The keys that lead to it within `experience` or `thursday_action`, such as `placements.wish`.
    pub path: String,
    /// Which entry of a list it is in, by the keys that tell entries apart, such as `ambassador` and its id.
    pub entry: Vec<(&'static str, String)>,
    /// What is wrong.
    pub why: WhyUntrue,
    /// Where it stands in the plan; of what is missing, where it should stand.
    pub place: Place,
    /// Whether it is wrong whatever the campaign says, rather than perhaps right for the campaign as it was.
    pub in_any_campaign: bool,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyUntrue {
    /// It says this and should say that; nothing where it is null.
    Other {
        /// As written.
        written: Option<String>,
        /// As found.
        found: Option<String>,
    },
    /// It stands there more than once.
    Repeated,
    /// It should not stand there.
    Unfounded,
    /// It should stand there.
    Missing,
    /// A level's bound is worse than its value.
    WorseBound,
    /// A level is called proven, though its bound does not meet its value or a level above is not proven.
    Unproven,
    /// A level does not stand where it is sought.
    OutOfOrder,
}
