//! A sign-up sheet as people fill it in, and what it means for a campaign.
//!
//! In: the cells of a sheet, the campaign into which it is taken, and the organizer's answers. Out: the people, what is
//! open and must be asked, and a scenario that extends the campaign. Nothing is guessed: what is not understood is a doubt.

pub mod dates;
pub mod headings;
pub mod posts;
pub mod question;
pub mod values;
