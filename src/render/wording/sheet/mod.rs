//! The words of the sheets for the wall and for the hand.

pub mod label;
pub mod letter;
pub mod line;
pub mod title;
